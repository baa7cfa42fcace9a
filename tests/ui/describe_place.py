"""Documents on the sample dossier, waiting for their description."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cchc_desktop.commands.documents import RegisterDocument
from cchc_desktop.commands.evidence import Content, LinkDocument
from cchc_desktop.commands.sample import sample_command
from cchc_desktop.domain.evidence import Document
from cchc_desktop.domain.texts import ExtractedText
from cchc_desktop.progress import Progress
from cchc_desktop.session import Session
from tests.memory_store import MemoryStore
from ui.describe.link_dialog import LinkDialog
from ui.describe.page_parts import PageParts
from ui.describe.workplace import DescribeWorkplace
from ui.evidence.previews import Previews
from ui.evidence.reading_preview import ReadingPreview
from ui.evidence.thumbnails import Thumbnails
from ui.shared.desk import Desk
from ui.shared.jobs import board

SHEET, LEAF = "hd2022-tinh", "hd2022-7.3"
MOMENT = datetime.fromisoformat("2023-03-01T14:32:05+07:00")
HEAD = """VĂN PHÒNG CHÍNH PHỦ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập – Tự do – Hạnh phúc
Số: 55/TB-VPCP
Hà Nội, ngày 24 tháng 02 năm 2023
THÔNG BÁO
Kết luận về cải cách hành chính"""


class Describing:
    """The mode on some documents, with the keys a person presses in it."""

    link_dialog = LinkDialog

    def __init__(self, qtbot: QtBot, folder: Path, names: Sequence[str], text: str = "") -> None:
        self.qtbot, self.store = qtbot, MemoryStore()
        self.session = Session(self.store, lambda: MOMENT)
        self.session.run(sample_command())
        self.desk = Desk(self.session)
        self.ids = [self.add(folder, name, text) for name in names]
        previews = Previews(self.store.vault)
        shown = ReadingPreview(previews)
        self.small = Thumbnails(previews, shown)
        parts = PageParts(
            shown, shown.view, shown.show_file, shown.tie, self._stop,
            self.small.image_of, lambda tell: self.small.made.connect(lambda _sha256: tell()),
        )  # fmt: skip
        self.preview = shown
        self.place = DescribeWorkplace(self.desk, parts)
        self.asked: list[str] = []
        self.place.place_asked.connect(self.asked.append)
        qtbot.addWidget(self.place, before_close_func=lambda _: self.place.leave())
        qtbot.addWidget(self.place.own_head)

    def _stop(self) -> None:
        self.small.stop()
        self.preview.stop()

    def add(self, folder: Path, name: str, text: str = "", body: bytes = b"") -> str:
        path = folder / "tep.bin"
        path.write_bytes(body or name.encode())
        staged = self.store.vault.stage(path, Progress())
        self.store.texts.keep(staged.sha256, ExtractedText((text,) if text else ()))
        command = RegisterDocument(Content(name, staged.sha256, staged.size), MOMENT)
        self.session.run(command)
        return command.id

    def link(self, document: str, criterion: str = LEAF) -> None:
        self.session.run(LinkDocument(SHEET, criterion, document))

    def open(self) -> None:
        self.place.show()
        self.place.activateWindow()
        self.qtbot.waitUntil(self.place.isActiveWindow)
        self.rest()

    def rest(self) -> None:
        self.qtbot.waitUntil(
            lambda: not self.preview.is_busy and not self.place.first_page.is_busy
            and not board.running and not self.small.is_busy,
            timeout=30_000,
        )  # fmt: skip

    def press(
        self, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        for key in keys:
            QTest.keyClick(self.focus(), key, held)

    def focus(self) -> QWidget:
        found = QApplication.focusWidget()
        return found if found is not None else self.place

    def type_into(self, name: str, text: str) -> None:
        line = self.place.fields.fields[name].line
        line.setFocus()
        line.selectAll()
        line.insert(text)
        line.textEdited.emit(text)

    def texts(self) -> dict[str, str]:
        return self.place.fields.texts

    def document(self, at: int) -> Document:
        return self.session.state.documents[self.ids[at]]
