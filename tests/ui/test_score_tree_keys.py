"""Scoring by keyboard alone."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from cchc_desktop.commands.marks import ChooseLevel, SetFigure, SetPoints
from cchc_desktop.domain.changes import altered
from cchc_desktop.domain.marks import Round
from tests.ui.hands import CTRL, ENTER, Hands
from tests.ui.score_desk import SHEET, Found, place
from ui.marks.columns import Column


@pytest.fixture
def hands(qtbot: QtBot) -> Hands:
    return Hands(qtbot)


def test_typing_on_a_row_and_enter_go_to_the_next_open_criterion(hands: Hands) -> None:
    hands.go("1.1")
    hands.type("0,5")
    assert hands.editor_is_open()
    hands.press(ENTER)
    assert hands.points("1.1") == Decimal("0.5")
    assert hands.panel.view.current == "1.3"  # the survey is passed over
    assert not hands.editor_is_open()


def test_enter_passes_over_branches_and_what_does_not_apply(hands: Hands) -> None:
    hands.go("1.5")
    hands.panel.view.set_column(Column.LOST)
    hands.press(ENTER)
    assert hands.panel.view.current == "2.1"
    hands.go("2")
    hands.press(ENTER)
    assert hands.panel.view.current == "2.1"


def test_enter_on_a_criterion_with_figures_asks_for_the_first(qtbot: QtBot, hands: Hands) -> None:
    hands.go("1.3")
    with qtbot.waitSignal(hands.panel.figure_asked) as asked:
        hands.press(ENTER)
    assert asked.args == ["1.3"]


def test_a_value_over_the_maximum_keeps_the_cursor_and_says_why(hands: Hands) -> None:
    hands.go("1.1")
    hands.type("1,2")
    hands.press(ENTER)
    assert hands.editor_is_open()
    assert "vượt tối đa 1" in hands.said
    assert hands.panel.keys.entry.editor.property("bad") == "1"
    assert hands.panel.view.current == "1.1"
    QTest.mouseClick(
        hands.panel.view.viewport(),
        Qt.MouseButton.LeftButton,
        pos=hands.panel.view.cell_rect("2.1", Column.NAME).center(),
    )
    assert hands.editor_is_open()
    assert hands.panel.view.current == "1.1"
    hands.press(Qt.Key.Key_Escape)
    assert not hands.editor_is_open()
    assert hands.points("1.1") is None


def test_words_are_refused_in_the_cell(hands: Hands) -> None:
    hands.go("1.1")
    hands.type("0,5,5")
    hands.press(ENTER)
    assert hands.editor_is_open()
    assert "không phải là số" in hands.said
    hands.type("1")
    assert hands.said == ""


def test_esc_brings_the_old_value_back(hands: Hands) -> None:
    hands.desk.run(SetPoints(place("1.1"), Decimal("0.5")))
    hands.go("1.1")
    hands.type("1")
    hands.press(Qt.Key.Key_Escape)
    assert hands.points("1.1") == Decimal("0.5")
    assert hands.panel.view.hasFocus()


def test_points_follow_the_loss(hands: Hands) -> None:
    hands.go("2.1")
    hands.press(Qt.Key.Key_Right)
    assert hands.column() is Column.LOST
    hands.type("0,5")
    hands.press(ENTER)
    assert hands.points("2.1") == Decimal("1.5")
    hands.go("2.1")
    hands.press(Qt.Key.Key_Left)
    assert hands.column() is Column.POINTS


def test_tab_takes_the_value_and_goes_to_the_other_column(hands: Hands) -> None:
    hands.go("2.1")
    hands.type("1")
    hands.press(Qt.Key.Key_Tab)
    assert hands.points("2.1") == Decimal(1)
    assert hands.panel.view.current == "2.1"
    assert hands.column() is Column.LOST


def test_up_and_down_take_the_value(hands: Hands) -> None:
    hands.go("2.1")
    hands.type("1")
    hands.press(Qt.Key.Key_Down)
    assert hands.points("2.1") == Decimal(1)
    assert hands.panel.view.current == "2.9"
    hands.type("2")
    hands.press(Qt.Key.Key_Up)
    assert hands.panel.view.current == "2.1"


def test_an_unknown_maximum_is_scored_by_the_loss(hands: Hands) -> None:
    hands.go("1.5")
    hands.type("0,25")
    hands.press(ENTER)
    assert hands.desk.scores["1.5"].lost == Decimal("0.25")


def test_the_dot_of_the_number_pad_is_a_comma(hands: Hands) -> None:
    hands.go("1.1")
    keypad = Qt.KeyboardModifier.KeypadModifier
    hands.press(Qt.Key.Key_0, held=keypad)
    hands.press(Qt.Key.Key_Period, held=keypad)
    hands.press(Qt.Key.Key_5, held=keypad)
    assert hands.panel.keys.entry.editor.text() == "0,5"
    hands.press(Qt.Key.Key_Enter, held=keypad)
    assert hands.points("1.1") == Decimal("0.5")


def test_a_digit_chooses_a_level(hands: Hands) -> None:
    hands.go("1.4")
    hands.type("1")
    assert hands.points("1.4") == Decimal("0.5")
    hands.type("2")
    assert hands.points("1.4") == Decimal(1)
    hands.type("7")
    assert "2 mức" in hands.said


def test_points_that_would_not_count_are_not_typed(hands: Hands) -> None:
    hands.desk.run(ChooseLevel(place("1.4"), "m1"))
    hands.go("1.4")
    hands.press(Qt.Key.Key_F2)
    assert not hands.editor_is_open()
    assert "mức" in hands.said
    for key, value in (("numerator", 1), ("denominator", 2)):
        hands.desk.run(SetFigure(place("1.3"), key, Decimal(value)))
    hands.go("1.3")
    hands.type("1")
    assert not hands.editor_is_open()
    assert "số liệu" in hands.said


def test_why_nothing_was_typed_goes_with_the_focus(qtbot: QtBot, hands: Hands) -> None:
    other = QLineEdit(hands.panel)
    other.show()
    hands.go("1.2")
    hands.type("1")
    assert hands.said
    other.setFocus()
    assert hands.said == ""


@pytest.mark.parametrize(
    ("node", "word"), [("1", "tổng"), ("1.2", "khảo sát"), ("1.6", "không áp dụng")]
)
def test_what_cannot_be_scored_says_why(hands: Hands, node: str, word: str) -> None:
    hands.go(node)
    hands.type("1")
    assert not hands.editor_is_open()
    assert word in hands.said


def test_a_locked_round_says_so(hands: Hands) -> None:
    sheet = hands.desk.state.sheets[SHEET]
    hands.desk.run(Found(altered("sheet", sheet, {"locked": (Round.FIRST,)})))
    hands.go("1.1")
    hands.type("1")
    assert not hands.editor_is_open()
    assert "khóa" in hands.said


def test_ctrl_enter_takes_the_round_before_and_goes_on(hands: Hands) -> None:
    hands.go("1.1")
    hands.press(ENTER, held=CTRL)
    assert hands.points("1.1") == Decimal("0.75")
    assert hands.panel.view.current == "1.3"


def test_ctrl_down_goes_to_the_next_unfinished_one(hands: Hands) -> None:
    hands.desk.run(SetPoints(place("1.3"), Decimal(1)))
    hands.go("1.1")
    hands.press(Qt.Key.Key_Down, held=CTRL)
    assert hands.panel.view.current == "1.4"
    hands.go("2.9")
    hands.press(Qt.Key.Key_Down, held=CTRL)
    assert hands.panel.view.current == "1.1"
    hands.go("2.9")
    hands.press(ENTER)
    assert "Không còn" in hands.said


def test_ctrl_down_takes_what_is_being_typed(hands: Hands) -> None:
    hands.go("1.1")
    hands.type("0,5")
    hands.press(Qt.Key.Key_Down, held=CTRL)
    assert hands.points("1.1") == Decimal("0.5")
    assert hands.panel.view.current == "1.3"
    hands.go("1.1")
    hands.type("7")
    hands.press(Qt.Key.Key_Down, held=CTRL)
    assert hands.editor_is_open()
    assert not hands.panel.take()


def test_delete_clears_the_selected_rows_in_one_step(hands: Hands) -> None:
    hands.desk.run(SetPoints(place("2.1"), Decimal(1)))
    hands.desk.run(SetPoints(place("2.9"), Decimal(1)))
    hands.panel.view.selectAll()
    hands.press(Qt.Key.Key_Delete)
    assert hands.points("2.1") is None
    hands.desk.undo()
    assert (hands.points("2.1"), hands.points("2.9")) == (Decimal(1), Decimal(1))


def test_f2_opens_the_value_and_f4_asks_for_the_reason(qtbot: QtBot, hands: Hands) -> None:
    hands.desk.run(SetPoints(place("2.1"), Decimal("1.5")))
    hands.go("2.1")
    hands.press(Qt.Key.Key_F2)
    assert hands.panel.keys.entry.editor.text() == "1,5"
    assert hands.panel.keys.entry.editor.selectedText() == "1,5"
    hands.press(Qt.Key.Key_Escape)
    with qtbot.waitSignal(hands.panel.reason_asked):
        hands.press(Qt.Key.Key_F4)
    hands.go("2")
    hands.press(Qt.Key.Key_F4, Qt.Key.Key_Delete, Qt.Key.Key_A)
    hands.press(ENTER, held=CTRL)
    assert "tổng" in hands.said


def test_leaving_the_cell_takes_the_value(hands: Hands) -> None:
    hands.go("2.1")
    hands.type("1")
    hands.panel.keys.entry.editor.blurred.emit()
    assert hands.points("2.1") == Decimal(1)
    hands.type("9")
    hands.panel.keys.entry.editor.blurred.emit()
    assert hands.editor_is_open()


def test_two_readings_are_asked(hands: Hands) -> None:
    hands.go("1.5")
    hands.type("1.425")
    hands.press(ENTER)
    assert "1,425" in hands.said
    hands.panel.keys.entry._choose(Decimal("1.425"))
    assert hands.desk.scores["1.5"].lost == Decimal("1.425")


def test_choosing_elsewhere_moves_the_tree(hands: Hands) -> None:
    hands.panel.view.collapseAll()
    hands.desk.choose("2.1")
    assert hands.panel.view.current == "2.1"
    hands.panel.view.go("1.1")
    assert hands.desk.criterion == "1.1"


def test_a_click_on_the_chevron_opens_a_branch(hands: Hands) -> None:
    view = hands.panel.view
    code = view.cell_rect("1", Column.CODE)
    where = code.center()
    where.setX(10)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert not view.isExpanded(hands.panel.model.index_of("1"))
    QTest.mouseClick(
        view.viewport(),
        Qt.MouseButton.LeftButton,
        pos=view.cell_rect("2.1", Column.LOST).center(),
    )
    assert (view.current, hands.column()) == ("2.1", Column.LOST)


def test_a_double_click_opens_the_cell(hands: Hands) -> None:
    view = hands.panel.view
    spot = view.cell_rect("2.1", Column.LOST).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert hands.editor_is_open()
    hands.type("1")
    hands.press(ENTER)
    assert hands.points("2.1") == Decimal(1)


def test_the_context_menu_speaks_of_the_row(hands: Hands) -> None:
    hands.go("2.1")
    menu = hands.panel.menu_of("2.1")
    words = [action.text() for action in menu.actions() if action.text()]
    assert words == ["Sửa tiêu chí…", "Không áp dụng", "Xóa điểm", "Sao chép", "Dán điểm"]
    menu.actions()[2].trigger()
    assert not hands.desk.scores["2.1"].is_applicable
    menu.deleteLater()
