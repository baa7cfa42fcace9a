"""The keyboard of the matrix: as in a spreadsheet, computed cells in their form."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cchc_desktop.commands.marks import Place, SetPoints
from cchc_desktop.domain.marks import Round
from cchc_desktop.session import Session
from tests.matrix_dossier import FIRST
from tests.memory_store import MemoryStore
from tests.rounds_dossier import clock
from tests.ui.matrix_place import CTRL, ENTER, SHIFT, MatrixHands
from tests.ui.screens import grab
from ui.matrix.axes import Spot, Way
from ui.shared.desk import Desk
from ui.shared.workplace import WidthClass

D = Decimal
TAB, F2, F4, F6 = Qt.Key.Key_Tab, Qt.Key.Key_F2, Qt.Key.Key_F4, Qt.Key.Key_F6
DELETE, ESCAPE = Qt.Key.Key_Delete, Qt.Key.Key_Escape
DOWN, RIGHT = Qt.Key.Key_Down, Qt.Key.Key_Right


@pytest.fixture
def hands(qtbot: QtBot) -> MatrixHands:
    return MatrixHands(qtbot)


def hit(key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def in_form() -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and "Số đạt" in focused.accessibleName()


def test_enter_goes_down_past_sums_and_tab_goes_right(hands: MatrixHands) -> None:
    hands.go("s0001", "3.5")
    hands.press(ENTER)
    assert hands.spot == ("s0001", "4.1")
    hands.press(TAB, TAB)
    assert hands.spot == ("s0003", "4.1")
    hands.press(Qt.Key.Key_Backtab)
    assert hands.spot == ("s0002", "4.1")
    hands.panel.ways.choose(1)
    assert hands.spot == ("s0002", "4.1")
    hands.press(ENTER)
    assert hands.spot == ("s0003", "4.1")


def test_enter_on_a_computed_cell_opens_its_form(qtbot: QtBot, hands: MatrixHands) -> None:
    hands.go("s0002", "3.3")
    hands.press(ENTER)
    assert in_form()
    assert (hands.desk.sheet, hands.desk.criterion) == ("s0002", "3.3")
    hit(Qt.Key.Key_PageDown)
    assert (hands.spot, hands.desk.sheet) == (("s0003", "3.3"), "s0003")
    assert in_form()
    hit(Qt.Key.Key_PageUp)
    assert hands.desk.sheet == "s0002"
    hit(ESCAPE)
    assert hands.view.hasFocus()


def test_a_typed_digit_on_a_computed_cell_opens_its_form(hands: MatrixHands) -> None:
    hands.go("s0002", "3.3")
    hands.type("1")
    assert in_form()
    hands.go("s0002", "7.3")
    target = hands.view.cell_rect(Spot("s0002", "7.3")).center()
    for click in (QTest.mouseClick, QTest.mouseDClick):
        click(hands.view.viewport(), Qt.MouseButton.LeftButton, pos=target)
    assert in_form()
    assert hands.desk.criterion == "7.3"
    hands.go("s0002", "7.1")
    target = hands.view.cell_rect(Spot("s0002", "7.1")).center()
    for click in (QTest.mouseClick, QTest.mouseDClick):
        click(hands.view.viewport(), Qt.MouseButton.LeftButton, pos=target)
    assert hands.panel.keys.entry.is_open


def test_enter_on_the_last_figure_goes_to_the_next_unit(hands: MatrixHands) -> None:
    hands.go("s0018", "3.3")
    hands.press(F6)
    for expected in ("s0019", "s0019"):
        for _ in range(2):
            hit(ENTER)
        assert hands.desk.sheet == expected
    assert hands.view.hasFocus()


def test_f6_opens_the_form_of_a_typed_cell_and_f4_the_reason(hands: MatrixHands) -> None:
    hands.go("s0002", "3.1")
    hands.press(F6)
    assert not hands.view.hasFocus()
    assert hands.desk.sheet == "s0002"
    hands.go("s0003", "3.1")
    hands.press(F4)
    assert hands.desk.sheet == "s0003"


def test_shift_and_arrows_select_a_block_that_is_copied_as_a_table(hands: MatrixHands) -> None:
    hands.go("s0002", "3.2")
    hands.press(DOWN, DOWN, RIGHT, held=SHIFT)
    hands.press(Qt.Key.Key_C, held=CTRL)
    assert QGuiApplication.clipboard().text() == "1,75\t1,75\n4,1\t4,15\n2,5\tKAD"
    hands.panel.keys.copy(with_heads=True)
    first = QGuiApplication.clipboard().text().splitlines()[0]
    assert first == "Mã\tNội dung\tSở Thông tin và Truyền thông\tVăn phòng UBND tỉnh"
    hands.panel.units.choose(1)
    hands.press(Qt.Key.Key_C, held=CTRL)
    assert QGuiApplication.clipboard().text().startswith("70,0")


def test_a_block_that_is_too_large_is_not_copied(
    hands: MatrixHands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.matrix.keys.MOST_CELLS", 3)
    hands.go("s0002", "3.2")
    hands.press(DOWN, DOWN, RIGHT, held=SHIFT)
    for key, held in ((Qt.Key.Key_C, CTRL), (DELETE, Qt.KeyboardModifier.NoModifier)):
        hands.press(key, held=held)
        assert "quá lớn" in hands.said
    hands.paste("1\t2\t3\t4\t5\t6")
    assert "quá lớn" in hands.said


def test_delete_clears_the_block_in_one_step_and_says_what_stays(hands: MatrixHands) -> None:
    hands.go("s0002", "3.2")
    hands.press(DOWN, DOWN, RIGHT, held=SHIFT)
    hands.press(DELETE)
    assert [hands.points(s, n) for s in ("s0002", "s0003") for n in ("3.2", "3.4")] == [
        None, None, None, None,
    ]  # fmt: skip
    assert hands.points("s0002", "3.3") == D("4.1")
    assert hands.said == "Đã xóa 3 ô, giữ nguyên 3 ô không gõ điểm."
    hands.desk.undo()
    assert hands.points("s0003", "3.2") == D("1.75")
    hands.go("s0002", "3.3")
    hands.press(DELETE)
    assert "tính từ số liệu" in hands.said


def test_ctrl_down_goes_to_the_next_gap_through_the_units(hands: MatrixHands) -> None:
    hands.go("s0001", "1.1")
    gaps = []
    for _ in range(6):
        hands.press(DOWN, held=CTRL)
        gaps.append(hands.spot)
    assert gaps == [
        ("s0008", "3.5"), ("s0008", "7.1"), ("s0009", "3.2"), ("s0009", "3.5"), ("s0009", "7.1"),
        ("s0008", "3.5"),
    ]  # fmt: skip
    for sheet, node in gaps[:5]:
        hands.desk.run(SetPoints(Place(sheet, node, FIRST), D(1)))
    hands.press(DOWN, held=CTRL)
    assert hands.said == "Không còn ô nào chưa chấm."


def test_one_search_for_a_gap_looks_at_so_many_units_only(
    hands: MatrixHands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.matrix.keys._MOST_UNITS", 2)
    hands.go("s0001", "1.1")
    hands.press(DOWN, held=CTRL)
    assert "đơn vị tiếp theo" in hands.said


def test_ctrl_enter_takes_the_value_of_the_round_before(hands: MatrixHands) -> None:
    hands.desk.session.run(SetPoints(Place("s0009", "3.2", Round.SELF), D(2)))
    hands.go("s0009", "3.2")
    hands.press(ENTER, held=CTRL)
    assert hands.points("s0009", "3.2") == D(2)
    assert hands.spot == ("s0009", "3.3")
    hands.go("s0000", "3.1")
    hands.press(ENTER, held=CTRL)
    assert "khóa" in hands.said


def test_space_folds_a_branch_and_the_frozen_part_takes_clicks(hands: MatrixHands) -> None:
    hands.go("s0002", "3")
    rows = hands.panel.model.rowCount()
    hands.press(Qt.Key.Key_Space)
    assert hands.panel.model.rowCount() == rows - 5
    head = hands.view.rows
    at = QPoint(8, head.sectionViewportPosition(0) + 10)
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert hands.panel.model.rowCount() == rows - 7
    at = QPoint(80, head.sectionViewportPosition(2) + 10)
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert hands.spot == ("s0002", "2.1")


def test_the_window_follows_the_current_cell_once_it_rests(
    qtbot: QtBot, hands: MatrixHands
) -> None:
    hands.go("s0004", "3.2")
    qtbot.waitUntil(lambda: hands.desk.sheet == "s0004")
    assert hands.desk.criterion == "3.2"
    hands.desk.choose("4.1")
    assert hands.spot == ("s0004", "4.1")
    hands.desk.switch("s0006", FIRST)
    assert hands.spot == ("s0006", "4.1")
    hands.desk.switch("s0006", Round.SELF)
    assert hands.spot == ("s0006", "4.1")
    assert hands.panel.model.book.look(Spot("s0006", "4.1")).text == ""


def test_a_criterion_chosen_elsewhere_is_unfolded(hands: MatrixHands) -> None:
    hands.panel.model.fold_all(folded=True)
    hands.desk.choose("6.1")
    assert hands.spot[1] == "6.1"


def test_a_hidden_matrix_is_looked_at_again_when_it_shows(hands: MatrixHands) -> None:
    hands.panel.hide()
    hands.desk.run(SetPoints(Place("s0002", "3.1", FIRST), D("0.5")))
    hands.desk.switch("s0002", FIRST)
    hands.panel.show()
    assert hands.panel.model.book.look(Spot("s0002", "3.1")).text == "0,5"
    assert hands.spot[0] == "s0002"


def test_the_filter_row_hides_units_and_gives_them_back(qtbot: QtBot, hands: MatrixHands) -> None:
    hands.panel.toggle_filter()
    row, model = hands.panel.filters, hands.panel.model
    QTest.keyClicks(row.text, "tai chinh")
    row.take()
    assert [model.axes.name_of(sheet) for sheet in model.axes.sheets] == ["Sở Tài chính"]
    assert hands.spot[0] == "s0004"
    row.clear()
    row.missing.click()
    assert model.columnCount() == 2
    assert row.count.text() == "2 / 20 đơn vị"
    row.missing.click()
    row.group.setCurrentIndex(2)
    row.group.activated.emit(2)
    assert model.columnCount() == 3
    hands.panel.toggle_filter()
    assert model.columnCount() == 20
    assert row.isHidden()
    assert hands.view.hasFocus()


def press_everything(hands: MatrixHands) -> None:
    hands.press(ENTER, TAB, F2, F4, DELETE, Qt.Key.Key_1, Qt.Key.Key_Space, ESCAPE)
    hands.press(Qt.Key.Key_C, Qt.Key.Key_V, DOWN, ENTER, held=CTRL)
    hands.panel.follow_cell()
    hands.panel.toggle_right()


def test_a_matrix_without_units_or_criteria_says_so(qtbot: QtBot, hands: MatrixHands) -> None:
    hands.panel.toggle_filter()
    QTest.keyClicks(hands.panel.filters.text, "khong co")
    hands.panel.filters.take()
    assert "Bỏ lọc" in hands.view.nothing
    hands.view.setFocus()
    before = hands.desk.state
    press_everything(hands)
    assert hands.desk.state is before
    assert grab(hands.panel, "matrix-nothing-found").exists()
    empty = MatrixHands(qtbot, Desk(Session(MemoryStore(), clock)))
    press_everything(empty)
    assert "Bộ tiêu chí" in empty.view.nothing


def test_the_menu_offers_what_has_no_key(hands: MatrixHands) -> None:
    menu = hands.panel.menu()
    actions = {action.text(): action for action in menu.actions() if action.text()}
    assert list(actions) == [
        "Hàng là đơn vị", "Hiện % tối đa", "Chép kèm mã và tên đơn vị", "Thu gọn mọi mục",
        "Mở mọi mục",
    ]  # fmt: skip
    actions["Thu gọn mọi mục"].trigger()
    assert hands.panel.model.rowCount() == 8
    actions["Mở mọi mục"].trigger()
    actions["Hàng là đơn vị"].trigger()
    assert hands.panel.model.axes.way is Way.UNITS
    actions["Hiện % tối đa"].trigger()
    assert hands.panel.model.book.percent
    menu.deleteLater()


def test_a_right_click_offers_what_keys_do(qtbot: QtBot, hands: MatrixHands) -> None:
    hands.go("s0002", "3.1")
    menu = hands.panel.cell_menu()
    actions = {action.text().split("\t")[0]: action for action in menu.actions()}
    actions["Sửa điểm"].trigger()
    assert hands.panel.keys.entry.is_open
    hands.press(ESCAPE)
    actions["Xóa điểm"].trigger()
    assert hands.points("s0002", "3.1") is None
    menu.deleteLater()
    for opened in (hands.panel._open_more, lambda: hands.panel._open_cell_menu(QPoint(9, 9))):
        opened()
        popup = QApplication.activePopupWidget()
        assert popup is not None
        popup.close()


def test_in_a_narrow_window_the_form_shows_while_it_is_asked_for(hands: MatrixHands) -> None:
    hands.panel.set_width_class(WidthClass.NARROW)
    assert hands.panel.side.isHidden()
    hands.go("s0002", "3.3")
    hands.press(F6)
    assert not hands.panel.side.isHidden()
    hit(ESCAPE)
    assert hands.panel.side.isHidden()
    hands.panel.toggle_right()
    assert not hands.panel.side.isHidden()


def test_the_switches_follow_arrow_keys_and_clicks(hands: MatrixHands) -> None:
    switch = hands.panel.ways
    QTest.keyClick(switch, Qt.Key.Key_Right)
    QTest.keyClick(switch, Qt.Key.Key_Right)
    assert (switch.at, hands.panel.model.axes.way) == (1, Way.UNITS)
    assert switch.accessibleName() == "Hàng là: đơn vị"
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert hands.panel.model.axes.way is Way.CRITERIA
    QTest.keyClick(switch, Qt.Key.Key_A)
    assert switch.at == 0


def test_leaving_takes_what_is_typed(hands: MatrixHands) -> None:
    hands.go("s0002", "3.1")
    hands.type("1")
    hands.panel.leave()
    assert hands.points("s0002", "3.1") == D(1)
