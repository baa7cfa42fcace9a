"""Kiểm tra hồ sơ on a dossier in memory whose contents can be harmed."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from cchc_desktop.commands.documents import RegisterDocument
from cchc_desktop.commands.evidence import AttachDocument, Content
from cchc_desktop.commands.sample import sample_command
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.progress import Progress
from cchc_desktop.session import Session
from tests.memory_store import MemoryStore, MemoryVault
from tests.sample_session import fixed_clock
from tests.ui.evidence_room import SHEET
from ui.integrity.panel import IntegrityPanel
from ui.shared.desk import Desk
from ui.shared.jobs import board
from ui.window.score_layout import VIEWS

NAMES = ("876-QD-BNV.pdf", "Scan0044.pdf", "IMG_2041.jpg", "Doi-thoai-doanh-nghiep.pdf")
LEAVES = ("hd2022-1.3", "hd2022-5.9", "hd2022-7.3")


class Place:
    """The page, its dossier, and what was told."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot, self.store = qtbot, MemoryStore(folder / "a.cchc")
        self.session = Session(self.store, fixed_clock)
        self.session.run(sample_command())
        self.hashes: dict[str, str] = {}
        for at, name in enumerate(NAMES):
            path = folder / name
            path.write_bytes(name.encode() * 99)
            staged = self.store.vault.stage(path, Progress())
            self.hashes[name] = staged.sha256
            content = Content(name, staged.sha256, staged.size)
            if at < len(LEAVES):
                self.session.run(AttachDocument(SHEET, LEAVES[at], content, fixed_clock()))
            else:
                self.session.run(RegisterDocument(content, fixed_clock(), "free"))
        self.desk = Desk(self.session)
        self.told: list[CchcError] = []
        self.desk.failed.connect(lambda error, _retry: self.told.append(error))
        self.panel = IntegrityPanel(self.desk, VIEWS, "integrity")
        qtbot.addWidget(self.panel)
        self.panel.resize(1278, 560)
        self.panel.show()

    @property
    def vault(self) -> MemoryVault:
        return self.store.vault

    def document(self, name: str) -> str:
        documents = self.session.state.documents.values()
        return next(each.id for each in documents if each.name == name)

    def go(self, name: str) -> None:
        assert self.panel.table.go(f"{self.document(name)}/{self.hashes[name]}")

    def inspect(self) -> None:
        self.panel.inspect()
        self.rest()

    def rest(self) -> None:
        self.qtbot.waitUntil(lambda: not self.panel.is_busy and not board.running)

    def rows(self) -> list[str]:
        lines = (self.panel.model.line_at(row) for row in range(len(self.panel.model.keys)))
        return [" | ".join(c.text for c in line.cells if c.text) for line in lines if line]
