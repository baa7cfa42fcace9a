"""The tree of the set: its rows, keys, editing in place, drag and drop."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cchc_desktop.commands.criteria import AddCriterion, MoveCriterion, RemoveCriterion, SetMaximum
from cchc_desktop.commands.founding import OpenAssessment
from cchc_desktop.domain.criteria import Criterion
from cchc_desktop.domain.ids import order_keys
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.units import AssessmentLevel
from tests.memory_store import MemoryStore
from tests.sample_session import ASSESSMENT, node, sample_session
from tests.ui.criteria_place import bare_command, editor_of, place_shower, press, type_over
from tests.ui.score_desk import session_of
from tests.ui.screens import grab
from ui.criteria.cell_editors import CellEditor
from ui.criteria.columns import Column, Role
from ui.criteria.workplace import CriteriaWorkplace
from ui.shared import theme
from ui.shared.desk import Desk
from ui.shared.workplace import Workplace, width_class

Show = Callable[[Desk], CriteriaWorkplace]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    return place_shower(qtbot)


@pytest.fixture
def desk() -> Desk:
    found = Desk(sample_session())
    found.choose(node("7.3"))
    return found


def shown_codes(model: QAbstractItemModel, parent: QModelIndex) -> list[str]:
    return [model.index(row, 0, parent).data() for row in range(model.rowCount(parent))]


def test_the_workplace_keeps_its_promise_to_the_window(show: Show, desk: Desk) -> None:
    place = show(desk)
    assert isinstance(place, Workplace)
    assert place.title == "Bộ tiêu chí"


def test_the_model_is_a_sound_qt_model(show: Show, desk: Desk) -> None:
    model = show(desk).tree.view.criteria
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, model
    )
    assert tester.model() is model
    for command in (
        AddCriterion(ASSESSMENT, node("7.3"), "con", id="con"),
        MoveCriterion("con", node("8")),
        MoveCriterion(node("7"), node("8"), node("8.2")),
        RemoveCriterion(node("8")),
    ):
        desk.run(command)
    while desk.session.undo_title.startswith(("thêm", "chuyển", "xóa")):
        desk.undo()
    assert shown_codes(model, QModelIndex()) == [str(n) for n in range(1, 9)]


def test_the_head_says_what_set_it_is_and_what_it_gives(show: Show, desk: Desk) -> None:
    place = show(desk)
    assert place.head.figures == ("8", "21", "100")
    assert place.head.is_marked_reconstructed
    desk.run(SetMaximum(node("7"), Decimal(12)))
    assert place.head.figures == ("8", "21", "98,5")


def test_the_foot_says_whether_the_areas_make_a_hundred(show: Show, desk: Desk) -> None:
    foot = show(desk).tree.foot
    assert (foot.text, foot.fits) == ("Cộng 8 lĩnh vực, khớp 100 điểm của bộ", True)
    desk.run(SetMaximum(node("7"), Decimal(12)))
    assert (foot.text, foot.fits) == (
        "Cộng 8 lĩnh vực, còn thiếu 1,5 để đủ 100 điểm",
        False,
    )


@pytest.mark.parametrize(
    ("code", "column", "text"),
    [
        ("7.3", Column.CODE, "7.3"),
        ("7.3", Column.MAXIMUM, "1,5"),
        ("7.9", Column.MAXIMUM, "10,0"),
        ("7.9", Column.RULE, "Phần chưa tách"),
        ("7", Column.RULE, "Tổng"),
        ("7", Column.METHOD, ""),
        ("1.3", Column.RULE, "Công thức"),
        ("8.2.1", Column.METHOD, "SIPAS"),
    ],
)
def test_a_cell_says_what_the_criterion_is(
    show: Show, desk: Desk, code: str, column: Column, text: str
) -> None:
    index = show(desk).tree.view.criteria.index_of(node(code), column)
    assert index.data() == text


def test_a_row_whose_parts_do_not_add_up_is_marked(show: Show, desk: Desk) -> None:
    model = show(desk).tree.view.criteria
    assert model.index_of(node("8.2")).data(Role.WEIGHT) is None
    desk.run(SetMaximum(node("8.2.1"), Decimal("1.3")))
    index = model.index_of(node("8.2"), Column.MARK)
    assert index.data(Role.WEIGHT) == "wrong"
    assert "còn thiếu 0,2" in index.data(Qt.ItemDataRole.ToolTipRole)
    open_rule = model.index_of(node("1.2"), Column.MARK)
    assert open_rule.data(Role.WEIGHT) == "open"


def test_columns_have_heads_and_cells_speak(show: Show, desk: Desk) -> None:
    model = show(desk).tree.view.criteria
    across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    heads = [model.headerData(column, across) for column in Column]
    assert heads == ["Mã", "Nội dung", "Tối đa", "Cách chấm", "Phương thức", ""]
    assert model.headerData(0, down) is None
    assert model.headerData(0, across, Qt.ItemDataRole.DecorationRole) is None
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert model.index_of(node("7.3"), Column.MAXIMUM).data(spoken) == "Tối đa: 1,5"
    assert "chưa nêu hết" in model.index_of(node("1.2"), Column.MARK).data(spoken)


def test_f2_edits_the_name_and_enter_takes_it(show: Show, desk: Desk) -> None:
    place = show(desk)
    press(place.tree.view, Qt.Key.Key_F2)
    editor = editor_of(place)
    assert editor.text() == desk.tree[node("7.3")].name
    type_over(editor, "Hồ sơ trực tuyến")
    press(editor, Qt.Key.Key_Return)
    assert desk.tree[node("7.3")].name == "Hồ sơ trực tuyến"
    assert desk.session.undo_title == "đổi tên thành “Hồ sơ trực tuyến”"


def test_escape_keeps_the_old_value(show: Show, desk: Desk) -> None:
    place = show(desk)
    place.tree.view.edit_cell(node("7.3"), Column.MAXIMUM)
    editor = editor_of(place)
    type_over(editor, "2")
    press(editor, Qt.Key.Key_Escape)
    assert desk.tree[node("7.3")].maximum == Decimal("1.5")


@pytest.mark.parametrize(
    ("column", "text", "words"),
    [
        (Column.MAXIMUM, "một", "không phải là số"),
        (Column.MAXIMUM, "-1", "nhỏ hơn 0"),
        (Column.CODE, "7.1", "Mã 7.1 đã dùng cho"),
        (Column.CODE, " ", "không được để trống"),
        (Column.NAME, "", "không được để trống"),
    ],
)
def test_what_is_refused_stays_in_the_editor_with_its_reason(
    show: Show, desk: Desk, column: Column, text: str, words: str
) -> None:
    place = show(desk)
    before = desk.tree[node("7.3")]
    place.tree.view.edit_cell(node("7.3"), column)
    editor = editor_of(place)
    type_over(editor, text)
    press(editor, Qt.Key.Key_Return)
    assert editor_of(place) is editor
    assert (editor.text(), editor.property("bad")) == (text, "1")
    assert words in editor.toolTip()
    assert words in place.tree.toolbar.hint
    assert desk.tree[node("7.3")] == before
    press(editor, Qt.Key.Key_Escape)


def test_a_maximum_is_typed_with_a_decimal_comma_and_is_live(show: Show, desk: Desk) -> None:
    place = show(desk)
    before = desk.scores.total.points
    place.tree.view.edit_cell(node("7.3"), Column.MAXIMUM)
    type_over(editor_of(place), "1,25")
    press(editor_of(place), Qt.Key.Key_Return)
    assert desk.tree[node("7.3")].maximum == Decimal("1.25")
    assert desk.scores.total.points != before


def test_tab_goes_on_to_the_next_cell_of_the_row(show: Show, desk: Desk) -> None:
    place = show(desk)
    place.tree.view.edit_cell(node("7.3"), Column.CODE)
    press(editor_of(place), Qt.Key.Key_Tab)
    assert editor_of(place).column == Column.NAME
    press(editor_of(place), Qt.Key.Key_Tab)
    assert editor_of(place).column == Column.MAXIMUM
    press(editor_of(place), Qt.Key.Key_Escape)


def test_a_derived_maximum_has_no_editor(show: Show, desk: Desk) -> None:
    place = show(desk)
    place.tree.view.edit_cell(node("7.9"), Column.MAXIMUM)
    assert not place.findChildren(CellEditor)


def test_the_chevron_opens_and_closes_a_branch(show: Show, desk: Desk, qtbot: QtBot) -> None:
    view = show(desk).tree.view
    index = view.criteria.index_of(node("7"), Column.CODE)
    view.scrollTo(index)
    spot = view.visualRect(index).topLeft() + QPoint(10, 12)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert not view.isExpanded(index)
    assert desk.criterion == node("7.3")


def test_a_read_only_set_offers_no_step(show: Show) -> None:
    store = MemoryStore()
    desk = Desk(sample_session(store))
    desk.choose(node("7.3"))
    store.read_only_reason = "Máy KẾ TOÁN đang mở."
    place = show(desk)
    place.tree.view.edit_cell(node("7.3"), Column.NAME)
    assert not place.findChildren(CellEditor)
    assert not any(action.isEnabled() for action in place.tree.actions_by_name.values())
    model = place.tree.view.criteria
    flags = model.index_of(node("7.3")).flags()
    assert not flags & (Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsEditable)


def empty_desk() -> Desk:
    return Desk(session_of(bare_command([])))


def test_keys_begin_an_empty_set_and_come_back_to_its_button_after_undo(show: Show) -> None:
    desk = empty_desk()
    place = show(desk)
    place.setFocus()
    has_button = place.tree.first_button.hasFocus()
    press(place.tree.first_button, Qt.Key.Key_Space)
    press(editor_of(place), Qt.Key.Key_Escape)
    place.setFocus()
    has_tree = place.tree.view.hasFocus()
    desk.undo()
    place.setFocus()
    assert (has_button, has_tree, place.tree.first_button.hasFocus()) == (True, True, True)


def test_an_empty_set_that_is_only_read_offers_no_beginning(show: Show) -> None:
    store = MemoryStore()
    desk = Desk(session_of(bare_command([]), store))
    store.read_only_reason = "Máy KẾ TOÁN đang mở."
    tree = show(desk).tree
    assert (tree.first_button.isEnabled(), tree.bundled_button.isEnabled()) == (False, False)


def test_an_empty_set_has_one_button_that_adds_the_first_area(show: Show) -> None:
    desk = empty_desk()
    place = show(desk)
    pages = [place.tree.is_empty]
    grab(place, "bo-tieu-chi-trong")
    place.tree.first_button.click()
    pages.append(place.tree.is_empty)
    assert [n.code for n, _ in desk.tree.walk] == ["1"]
    assert desk.criterion == place.tree.view.chosen
    desk.undo()
    assert [*pages, place.tree.is_empty] == [True, False, True]


def test_a_double_click_edits_the_cell(show: Show, desk: Desk, qtbot: QtBot) -> None:
    place = show(desk)
    view = place.tree.view
    spot = view.visualRect(view.criteria.index_of(node("7.3"), Column.MAXIMUM)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert editor_of(place).column == Column.MAXIMUM
    press(editor_of(place), Qt.Key.Key_Escape)


def big_desk(areas: int, each: int) -> Desk:
    keys = order_keys(max(areas, each))
    rows = []
    for area in range(areas):
        name = f"{area + 1}"
        rows.append(Criterion(name, "a", "", keys[area], name, f"Lĩnh vực {name}"))
        for part in range(each):
            code = f"{name}.{part + 1}"
            rows.append(
                Criterion(code, "a", name, keys[part], code, "Tiêu chí", maximum=Decimal(1))
            )
    return Desk(session_of(bare_command(rows)))


def test_a_change_in_a_large_set_repaints_only_what_it_touches(show: Show) -> None:
    desk = big_desk(10, 100)
    model = show(desk).tree.view.criteria
    told: list[str] = []
    model.dataChanged.connect(lambda first, last: told.append(first.siblingAtColumn(0).data()))
    desk.run(SetMaximum("5.50", Decimal(2)))
    assert sorted(told) == ["5", "5.50"]


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize(("width", "size"), [(1366, (1278, 640)), (1093, (1049, 460))])
def test_screens_to_look_at(
    show: Show, desk: Desk, look: theme.Name, width: int, size: tuple[int, int]
) -> None:
    theme.use(look)
    place = show(desk)
    place.resize(*size)
    place.set_width_class(width_class(width))
    QApplication.processEvents()
    page = place.side.rule
    assert page.minimumSizeHint().width() <= place.side.width()
    assert grab(place, f"bo-tieu-chi-{width}-{look}").exists()


def test_leaving_the_editor_takes_what_is_right_and_drops_what_is_not(
    show: Show, desk: Desk
) -> None:
    place = show(desk)
    place.tree.view.edit_cell(node("7.3"), Column.CODE)
    type_over(editor_of(place), "7.5")
    place.tree.first_button.setFocus()
    place.side.tabs.setFocus()
    assert desk.tree[node("7.3")].code == "7.5"
    place.tree.view.edit_cell(node("7.3"), Column.CODE)
    type_over(editor_of(place), "7.1")
    place.side.tabs.setFocus()
    assert desk.tree[node("7.3")].code == "7.5"
    assert "Mã 7.1 đã dùng cho" in place.tree.toolbar.hint


def test_another_assessment_shows_its_own_set(show: Show, desk: Desk) -> None:
    place = show(desk)
    model = place.tree.view.criteria
    desk.run(OpenAssessment(2025, AssessmentLevel.COMMUNE, "Xã Một"))
    other = next(s for s in desk.state.sheets.values() if s.assessment != ASSESSMENT)
    desk.switch(other.id, Round.SELF)
    assert place.tree.is_empty
    assert model.rowCount() == 0
    assert place.head.figures == ("0", "0", "0")
    desk.switch("hd2022-tinh", Round.FIRST)
    assert model.rowCount() == 8
    assert place.head.figures == ("8", "21", "100")
    assert place.tree.view.chosen == desk.criterion
