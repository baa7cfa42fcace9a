"""A dossier in memory with documents of every sort, for tests of taking them out and in."""

from datetime import date
from pathlib import Path

from cchc_desktop.commands.documents import AddFile, RegisterDocument
from cchc_desktop.commands.evidence import (
    AttachDocument,
    CitePage,
    Content,
    DescribeDocument,
    LinkDocument,
)
from cchc_desktop.domain.takeout import RegisterDraft, Scope, register_of
from cchc_desktop.progress import Progress
from cchc_desktop.session import Session
from tests.sample_session import SHEET, fixed_clock, node, sample_session


class Register:
    """The sample dossier and what is done to its register."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.session: Session = sample_session()

    def content(self, name: str, body: bytes) -> Content:
        path = self.folder / "nguồn.bin"
        path.write_bytes(body)
        staged = self.session.store.vault.stage(path, Progress())
        return Content(name, staged.sha256, staged.size)

    def attach(self, code: str, name: str, body: bytes) -> str:
        command = AttachDocument(SHEET, node(code), self.content(name, body), fixed_clock())
        self.session.run(command)
        sha256 = command.content.sha256
        return next(d.id for d in self.session.state.documents.values() if d.sha256 == sha256)

    def add_file(
        self, document: str, name: str, body: bytes, note: str, *, is_newer: bool = False
    ) -> None:
        content = self.content(name, body)
        self.session.run(AddFile(document, content, fixed_clock(), note, is_newer=is_newer))

    def draft(self, scope: Scope | None = None) -> RegisterDraft:
        return register_of(self.session.state, scope or Scope(), "Danh mục")


def filled(folder: Path) -> Register:
    """Three documents: one linked twice with a further file, one linked, one without criterion."""
    found = Register(folder)
    run = found.session.run
    plan = found.attach("7.3", "Kế hoạch #1.pdf", b"%PDF-1.4 ke hoach")
    run(LinkDocument(SHEET, node("7.2"), plan))
    run(AddFile(plan, found.content("phụ lục.xlsx", b"PK phu luc"), fixed_clock(), "phụ lục"))
    run(
        DescribeDocument(
            plan,
            "55/KH-UBND",
            date(2022, 3, 1),
            "UBND tỉnh",
            "Kế hoạch <cải cách>",
            "ghi chú",
            date(2022, 3, 1),
            date(2023, 12, 31),
            "Kế hoạch",
        )
    )
    (link,) = found.session.state.cell(SHEET).links[node("7.3")]
    run(CitePage(SHEET, link.id, "3-5", "II.1", "đạt 61,58 %"))
    found.attach("7.3", "con.txt", "=HỒ SƠ".encode())
    loose = found.content("Quét.png", b"\x89PNG\r\n\x1a\n")
    run(RegisterDocument(loose, fixed_clock()))
    return found
