"""Scoring by keyboard alone."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cchc_desktop.commands.marks import ChooseLevel, SetFigure, SetPoints
from cchc_desktop.domain.changes import altered
from cchc_desktop.domain.marks import Round
from tests.ui.score_desk import SHEET, Found, kinds_desk, place
from ui.marks.columns import Column
from ui.marks.score_tree import ScoreTreePanel
from ui.shared.desk import Desk

ENTER, CTRL = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier


class Hands:
    """A panel, and the keys that a person presses in it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.desk: Desk = kinds_desk()
        self.panel = ScoreTreePanel(self.desk)
        qtbot.addWidget(self.panel)
        self.panel.resize(900, 600)
        self.panel.show()
        self.panel.activateWindow()
        qtbot.waitUntil(self.panel.isActiveWindow)
        self.panel.view.expandAll()

    def editor_is_open(self) -> bool:
        return self.panel.keys.entry.is_open

    def column(self) -> Column:
        return self.panel.view.column

    @property
    def said(self) -> str:
        return self.panel.keys.entry.note.text

    def go(self, node: str) -> None:
        self.panel.view.go(node)
        self.panel.view.setFocus()

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
        for key in keys:
            target = self.panel.keys.entry.editor if self.editor_is_open() else self.panel.view
            QTest.keyClick(target, key, held)

    def type(self, text: str) -> None:
        for char in text:
            target = self.panel.keys.entry.editor if self.editor_is_open() else self.panel.view
            QTest.keyClick(target, Qt.Key(ord(char)))

    def points(self, node: str) -> Decimal | None:
        return self.desk.scores[node].points


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


def paste(hands: Hands, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    hands.press(Qt.Key.Key_V, held=CTRL)


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
