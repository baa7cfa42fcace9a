"""Searching in the document that shows, text of office files, and the whole screen."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.evidence import Document
from cchc_desktop.progress import Progress
from tests.exchange.office_files import WORDS, a_docx, a_pdf_of, an_odt, an_xlsx
from tests.memory_store import MemoryVault
from tests.pictures import a_picture
from tests.ui.pdfs import a_pdf
from tests.ui.screens import grab
from tests.ui.test_evidence_preview import MOMENT
from ui.evidence.actions import read_only_copy
from ui.evidence.full_preview import FullPreview
from ui.evidence.preview import Preview
from ui.evidence.previews import Previews

NONE = Qt.KeyboardModifier.NoModifier
Make = Callable[[Path], Path]


class Looking:
    """A preview and what is looked for in it."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot, self.vault, self.folder = qtbot, MemoryVault(), folder
        self.previews = Previews(self.vault)
        self.preview = Preview(self.previews)
        qtbot.addWidget(self.preview)
        self.preview.resize(500, 500)
        self.preview.show()
        self.bar = self.preview._find_bar

    def show(self, path: Path, name: str) -> Document:
        staged = self.vault.stage(path, Progress())
        document = Document(staged.sha256, name, staged.sha256, staged.size, MOMENT)
        self.preview.show_document(document)
        self.rest()
        return document

    def rest(self) -> None:
        self.qtbot.waitUntil(lambda: not self.preview.is_busy, timeout=30_000)

    def look_for(self, words: str) -> None:
        self.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        self.bar.field.setText(words)
        self.bar.field.returnPressed.emit()
        self.rest()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        self.qtbot.keyClick(self.preview.scrolled, key, modifier)
        self.rest()


@pytest.fixture
def looking(qtbot: QtBot, tmp_path: Path) -> Iterator[Looking]:
    found = Looking(qtbot, tmp_path)
    yield found
    found.preview.stop()
    found.rest()


def test_f3_goes_from_place_to_place_and_around(looking: Looking) -> None:
    pages = ["mở đầu", "đạt điểm, đạt điểm", "không", "Đạt Điểm"]
    looking.show(a_pdf_of(looking.folder / "a", pages), "a.pdf")
    looking.look_for("dat diem")
    seen = [(looking.preview.where, looking.bar.said)]
    for _ in range(3):
        looking.press(Qt.Key.Key_F3)
        seen.append((looking.preview.where, looking.bar.said))
    looking.press(Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    seen.append((looking.preview.where, looking.bar.said))
    assert seen == [
        ("Trang 2 / 4", "1 / 3"),
        ("Trang 2 / 4", "2 / 3"),
        ("Trang 4 / 4", "3 / 3"),
        ("Trang 2 / 4", "1 / 3"),
        ("Trang 4 / 4", "3 / 3"),
    ]
    grab(looking.preview, "preview-find")
    every, current = looking.preview.finding.boxes(1)
    assert (len(every), current) == (2, [])


def test_escape_ends_the_search_and_words_that_are_not_there_are_said(looking: Looking) -> None:
    looking.show(a_pdf_of(looking.folder / "a", ["một"]), "a.pdf")
    looking.look_for("hai")
    assert looking.bar.said == "không thấy"
    looking.press(Qt.Key.Key_Escape)
    assert looking.bar.isHidden()
    assert looking.preview.finding.places == ()


def test_another_document_is_searched_for_the_same_words(looking: Looking) -> None:
    looking.show(a_pdf_of(looking.folder / "a", ["một"]), "a.pdf")
    looking.look_for("hai")
    looking.show(a_pdf_of(looking.folder / "b", ["một", "hai"]), "b.pdf")
    looking.qtbot.waitUntil(  # the page is searched a turn after it shows
        lambda: (looking.bar.said, looking.preview.where) == ("1 / 1", "Trang 2 / 2")
    )


def test_a_place_that_is_found_before_the_page_shows_is_gone_to(looking: Looking) -> None:
    path = a_pdf_of(looking.folder / "a", ["một", "hai"])
    staged = looking.vault.stage(path, Progress())
    looking.preview.show_document(Document(staged.sha256, "a", staged.sha256, staged.size, MOMENT))
    looking.preview.finding.gone_to.emit(1)
    looking.rest()
    assert looking.preview.where == "Trang 2 / 2"


@pytest.mark.parametrize("make", [a_docx, an_odt])
def test_a_text_of_an_office_shows_and_is_searched(looking: Looking, make: Make) -> None:
    looking.show(make(looking.folder / "a"), "a.pdf")  # whatever it is called
    assert WORDS in looking.preview.text.toPlainText()
    assert looking.preview.where == "Trang 1 / 1"
    looking.look_for("ho so truc tuyen")
    assert looking.bar.said == "1 / 1"
    assert len(looking.preview.text.extraSelections()) == 1
    grab(looking.preview, "preview-text")


def test_a_workbook_shows_a_sheet_a_page_with_its_rows_as_lines(looking: Looking) -> None:
    looking.show(an_xlsx(looking.folder / "a"), "a.xlsx")
    assert looking.preview.text.toPlainText() == f"Thống kê\n{WORDS}\t94385\t0,5"
    looking.preview.turn(1)
    looking.rest()
    assert looking.preview.where == "Trang 2 / 2"
    assert looking.preview.text.toPlainText() == "Trống"


def test_a_pdf_in_the_name_of_a_picture_shows_as_pdf(looking: Looking) -> None:
    path = looking.folder / "a"
    path.write_bytes(a_pdf(3))
    looking.show(path, "a.png")
    assert looking.preview.where == "Trang 1 / 3"
    path.write_bytes(a_picture())
    looking.show(path, "b.pdf")
    assert looking.preview.view.paper().width() == 80
    looking.look_for("a")
    assert looking.bar.said == "không thấy"


def test_letters_of_a_text_grow_with_the_zoom(looking: Looking) -> None:
    looking.show(a_docx(looking.folder / "a"), "a.docx")
    before = looking.preview.text.font().pointSizeF()
    looking.preview.set_zoom(200)
    assert looking.preview.text.font().pointSizeF() == 2 * before
    looking.rest()  # the page of that size is made, before the window goes


def test_the_whole_screen_comes_and_goes_at_the_same_page(looking: Looking) -> None:
    path = looking.folder / "a"
    path.write_bytes(a_pdf(5))
    document = looking.show(path, "a.pdf")
    with looking.qtbot.waitSignal(looking.preview.full_asked):
        looking.press(Qt.Key.Key_F11)
    full = FullPreview(looking.previews, document, 2, looking.preview)
    full.left.connect(looking.preview.go_to)
    full.resize(800, 600)
    full.show()
    looking.qtbot.waitUntil(lambda: full.preview.where == "Trang 3 / 5", timeout=30_000)
    full.preview.turn(1)
    looking.qtbot.waitUntil(lambda: not full.preview.is_busy, timeout=30_000)
    grab(full, "preview-full")
    with looking.qtbot.waitSignal(full.destroyed):
        looking.qtbot.keyClick(full.preview.view, Qt.Key.Key_Escape)
    looking.rest()
    assert looking.preview.where == "Trang 4 / 5"


def test_the_preview_takes_ctrl_f_before_the_window(looking: Looking) -> None:
    assert QKeySequence(QKeySequence.StandardKey.Find) == QKeySequence("Ctrl+F")
    path = looking.folder / "a"
    path.write_bytes(a_pdf(1))
    looking.show(path, "a.pdf")
    looking.press(Qt.Key.Key_F3)  # nothing is looked for yet
    assert looking.bar.isHidden()
    looking.look_for("page")
    assert looking.bar.said == "1 / 1"


def test_a_disk_that_takes_no_copy_is_said_in_one_sentence(looking: Looking) -> None:
    path = looking.folder / "a"
    path.write_bytes(a_pdf(1))
    looking.previews._folder = tempfile.TemporaryDirectory(dir=looking.folder)
    Path(looking.previews._folder.name).rmdir()
    looking.show(path, "a.pdf")
    assert looking.preview.sentence == "Máy không đủ chỗ tạm để mở xem trước tài liệu này."
    looking.previews._folder.cleanup()
    looking.previews._folder = None
    path.write_bytes(a_pdf(2))
    looking.show(path, "b.pdf")
    assert looking.preview.where == "Trang 1 / 2"


@pytest.mark.parametrize(
    ("name", "body"), [("a.pdf", b"MZ\x90\x00" + bytes(99)), ("a.bat", b"format c:")]
)
def test_a_program_is_never_opened(looking: Looking, name: str, body: bytes) -> None:
    path = looking.folder / "x"
    path.write_bytes(body)
    staged = looking.vault.stage(path, Progress())
    document = Document("d", name, staged.sha256, staged.size, MOMENT)
    with pytest.raises(CchcError, match="là chương trình, không phải tài liệu"):
        read_only_copy(looking.vault, document, looking.folder / "copies", Progress())
    assert not (looking.folder / "copies").exists()
