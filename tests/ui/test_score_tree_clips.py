"""Copying out of the score tree and pasting into it."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from cchc_desktop.clock import now
from cchc_desktop.commands.marks import SetPoints
from cchc_desktop.domain.errors import CchcError
from tests.ui.hands import CTRL, Hands
from tests.ui.score_desk import place
from tests.ui.screens import grab
from ui.evidence.pasting import pasted
from ui.marks.paste_dialog import PasteDialog


@pytest.fixture
def hands(qtbot: QtBot) -> Hands:
    return Hands(qtbot)


def paste(hands: Hands, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    hands.press(Qt.Key.Key_V, held=CTRL)
    for dialog in hands.panel.findChildren(PasteDialog):
        dialog.go.click()


def test_a_block_is_shown_before_it_is_written(qtbot: QtBot, hands: Hands) -> None:
    hands.desk.run(SetPoints(place("1.1"), Decimal("0.5")))
    hands.go("1")
    QGuiApplication.clipboard().setText("1.1\tA\t0,25\n1\tLĩnh vực\t9\n2.1\tB\t1.5\n")
    hands.press(Qt.Key.Key_V, held=CTRL)
    (dialog,) = hands.panel.findChildren(PasteDialog)
    cells = [
        [dialog.table.model().index(line, column).data() for column in (0, 2, 3)]
        for line in range(2)
    ]
    assert cells == [["1.1", "0,5", "0,25"], ["2.1", "–", "1,5"]]
    grab(dialog, "dan-diem-light")
    assert hands.points("1.1") == Decimal("0.5")
    dialog.reject()
    assert hands.points("2.1") is None
    qtbot.waitUntil(lambda: not hands.panel.findChildren(PasteDialog))


def test_one_number_is_pasted_at_once(hands: Hands) -> None:
    hands.go("2.1")
    QGuiApplication.clipboard().setText("1,5")
    hands.press(Qt.Key.Key_V, held=CTRL)
    assert hands.points("2.1") == Decimal("1.5")


def test_copied_files_and_pictures_are_evidence_not_points(qtbot: QtBot, hands: Hands) -> None:
    hands.go("1.1")
    files, picture = QMimeData(), QMimeData()
    files.setUrls([QUrl.fromLocalFile("/a/bao-cao.pdf")])
    picture.setImageData(QImage(4, 3, QImage.Format.Format_RGB32))
    for mime in (files, picture):
        QGuiApplication.clipboard().setMimeData(mime)
        with qtbot.waitSignal(hands.panel.files_pasted):
            hands.press(Qt.Key.Key_V, held=CTRL)
    assert hands.points("1.1") is None


def test_a_block_with_codes_is_pasted_in_one_step(hands: Hands) -> None:
    hands.go("1")
    paste(hands, "Mã\tNội dung\tĐiểm\n1.1\tNhập\t0,25\n1\tLĩnh vực\t9\n2.1\tMột ý\t1.5\n")
    assert hands.points("1.1") == Decimal("0.25")
    assert hands.points("2.1") == Decimal("1.5")
    assert hands.said == "Đã dán điểm của 2 tiêu chí, bỏ qua 2 dòng. Ctrl+Z để lấy lại."
    hands.desk.undo()
    assert (hands.points("1.1"), hands.points("2.1")) == (None, None)


def test_a_column_of_numbers_is_pasted_from_the_current_row(hands: Hands) -> None:
    hands.go("2.1")
    paste(hands, "1\n2,5\n")
    assert (hands.points("2.1"), hands.points("2.9")) == (Decimal(1), Decimal("2.5"))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("1.1\tA\t0,5\n2.1\tB\t7", "Dòng 2"),
        ("1.1\tA\t0,5\n9.9\tB\t1", "9.9"),
        ("1\n2\n3\n4\n5\n6\n7\n8", "8 dòng"),
        ("1.1\tA\t0,5\n2.1\tB\t1,x", "Dòng 2"),
        ("2.1\tB\tvắng", "không phải là số"),
    ],
)
def test_a_bad_cell_refuses_the_whole_block(hands: Hands, text: str, word: str) -> None:
    told: list[str] = []
    hands.desk.failed.connect(lambda error, _: told.append(error.sentence))
    hands.go("1.1")
    paste(hands, text)
    assert word in told[0]
    assert hands.points("1.1") is None


def test_a_copied_table_pastes_back_as_it_was(hands: Hands) -> None:
    hands.desk.run(SetPoints(place("2.1"), Decimal("1.5")))
    hands.panel.view.selectAll()
    hands.press(Qt.Key.Key_C, held=CTRL)
    text = QGuiApplication.clipboard().text()
    assert "2.1\tMột ý\t1,5\t0,5" in text
    steps = hands.desk.session.undo_title
    hands.press(Qt.Key.Key_V, held=CTRL)
    assert hands.desk.session.undo_title == steps


def test_an_empty_clipboard_is_pasted_quietly(hands: Hands) -> None:
    hands.go("1.1")
    before = hands.points("1.1")
    QGuiApplication.clipboard().clear()
    hands.press(Qt.Key.Key_V, held=CTRL)
    assert hands.points("1.1") == before
    with pytest.raises(CchcError, match="Trong bộ nhớ tạm không có ảnh"):
        pasted("", "", now)
