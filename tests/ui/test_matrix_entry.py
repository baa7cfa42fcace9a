"""Typing into cells of the matrix: what is taken, refused, asked about."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from cchc_desktop.commands.criteria import SetMaximum
from cchc_desktop.commands.rounds import UnlockRound
from tests.matrix_dossier import FIRST, matrix_session
from tests.memory_store import MemoryStore
from tests.ui.matrix_place import ENTER, MatrixHands
from ui.matrix.axes import Spot
from ui.shared.desk import Desk

D = Decimal
TAB, F2, ESCAPE = Qt.Key.Key_Tab, Qt.Key.Key_F2, Qt.Key.Key_Escape
DOWN, RIGHT = Qt.Key.Key_Down, Qt.Key.Key_Right


@pytest.fixture
def hands(qtbot: QtBot) -> MatrixHands:
    return MatrixHands(qtbot)


def test_typing_begins_an_edit_and_enter_takes_it_and_goes_down(hands: MatrixHands) -> None:
    hands.go("s0001", "3.1")
    hands.type("1,5")
    assert hands.panel.keys.entry.is_open
    hands.press(ENTER)
    assert hands.points("s0001", "3.1") == D("1.5")
    assert hands.spot == ("s0001", "3.2")
    assert hands.desk.session.undo_title == "nhập điểm 1,5"
    hands.type("1")
    hands.press(TAB)
    assert (hands.points("s0001", "3.2"), hands.spot) == (D(1), ("s0002", "3.2"))
    hands.type("9")
    hands.press(DOWN)
    assert "vượt tối đa 2,5" in hands.said
    hands.press(ESCAPE)
    assert hands.view.hasFocus()
    assert hands.points("s0002", "3.2") == D("1.75")


def test_f2_edits_what_stands_and_an_emptied_cell_loses_its_points(hands: MatrixHands) -> None:
    hands.go("s0001", "3.1")
    hands.press(F2)
    assert hands.panel.keys.entry.editor.text() == "2,75"
    hands.panel.keys.entry.editor.clear()
    hands.press(Qt.Key.Key_Up)
    assert hands.points("s0001", "3.1") is None
    assert hands.spot == ("s0001", "3")
    hands.press(F2)
    assert "tổng các tiêu chí con" in hands.said


def test_a_value_is_taken_when_the_cell_is_left_by_the_mouse(hands: MatrixHands) -> None:
    hands.go("s0001", "3.1")
    hands.type("2")
    target = hands.view.cell_rect(Spot("s0003", "3.5")).center()
    QTest.mouseClick(hands.view.viewport(), Qt.MouseButton.LeftButton, pos=target)
    assert (hands.points("s0001", "3.1"), hands.spot) == (D(2), ("s0003", "3.5"))
    hands.type("7")
    QTest.mouseClick(hands.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert hands.spot == ("s0003", "3.5")
    assert "vượt tối đa" in hands.said


def test_a_dot_is_a_comma_where_the_maximum_says_so(hands: MatrixHands) -> None:
    hands.go("s0001", "5.1")
    hands.type("1.425")
    hands.press(ENTER)
    assert hands.points("s0001", "5.1") == D("1.425")


def test_two_readings_of_a_number_are_asked_about(hands: MatrixHands) -> None:
    hands.desk.session.run(UnlockRound("s0000", FIRST))
    hands.desk.run(SetMaximum("5.1", D(5000)))
    hands.go("s0001", "5.1")
    hands.type("1.425")
    hands.press(ENTER)
    assert "1.425" in hands.said
    buttons = hands.panel.keys.entry.note.findChildren(QPushButton)
    assert [button.text() for button in buttons] == ["1,425", "1.425"]
    buttons[1].click()
    assert hands.points("s0001", "5.1") == D(1425)


def test_points_of_an_unknown_maximum_are_entered_in_the_form(hands: MatrixHands) -> None:
    hands.desk.session.run(UnlockRound("s0000", FIRST))
    hands.desk.run(SetMaximum("5.1", None))
    hands.go("s0001", "5.1")
    hands.type("1")
    assert not hands.panel.keys.entry.is_open
    assert not hands.view.hasFocus()


def test_a_refused_value_stays_in_the_cell_when_the_focus_goes(hands: MatrixHands) -> None:
    hands.go("s0001", "5.1")
    hands.type("99")
    hands.panel.units.setFocus()
    assert hands.panel.keys.entry.is_open
    assert "vượt tối đa 12" in hands.said
    hands.panel.keys.entry.editor.setFocus()
    hands.press(Qt.Key.Key_Backspace, Qt.Key.Key_Backspace)
    assert hands.said == ""
    hands.type("9")
    hands.panel.units.setFocus()
    assert hands.points("s0001", "5.1") == D(9)


def test_a_disk_that_refuses_keeps_the_cell_open(hands: MatrixHands) -> None:
    store = hands.desk.session.store
    assert isinstance(store, MemoryStore)
    told: list[object] = []
    hands.desk.failed.connect(lambda error, _retry: told.append(error))
    hands.go("s0001", "5.1")
    hands.type("9")
    store.read_only_reason = "đĩa đầy"
    hands.press(ENTER)
    assert hands.panel.keys.entry.is_open
    assert len(told) == 1
    store.read_only_reason = ""
    hands.press(ENTER)
    assert hands.points("s0001", "5.1") == D(9)


@pytest.mark.parametrize(
    ("sheet", "node", "words"),
    [
        ("s0000", "3.1", "đã khóa"),
        ("s0003", "3.4", "không áp dụng"),
        ("s0001", "8.1", "khảo sát"),
        ("s0001", "3", "tổng các tiêu chí con"),
    ],
)
def test_closed_cells_say_why_nothing_is_typed(
    hands: MatrixHands, sheet: str, node: str, words: str
) -> None:
    hands.go(sheet, node)
    hands.type("1")
    assert not hands.panel.keys.entry.is_open
    assert words in hands.said
    hands.press(RIGHT)
    assert hands.said == ""


def test_a_read_only_dossier_is_looked_at(qtbot: QtBot) -> None:
    store = MemoryStore()
    session = matrix_session(3, store)
    store.read_only_reason = "Mở ở máy khác"
    hands = MatrixHands(qtbot, Desk(session))
    hands.go("s0001", "3.1")
    hands.type("1")
    assert "chỉ để đọc" in hands.said
