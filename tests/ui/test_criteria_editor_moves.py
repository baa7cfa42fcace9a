"""Structure of the set by keys and mouse: add, move, delete, drag and drop."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication
from pytestqt.qtbot import QtBot

from cchc_desktop.commands.appraisal import Assign
from cchc_desktop.commands.criteria import AddCriterion, MoveCriterion, RemoveCriterion
from cchc_desktop.commands.evidence import AttachDocument, Content
from cchc_desktop.domain.changes import altered
from cchc_desktop.domain.criteria import ROOT
from cchc_desktop.domain.errors import CchcError
from tests.memory_store import MemoryStore
from tests.sample_session import ASSESSMENT, fixed_clock, node, sample_session
from tests.ui.criteria_place import codes, editor_of, place_shower, press, type_over
from tests.ui.score_desk import Found
from tests.ui.screens import grab
from ui.criteria.columns import Column
from ui.criteria.workplace import CriteriaWorkplace
from ui.shared.desk import Desk

MOVE = Qt.DropAction.MoveAction
Spot = QAbstractItemView.DropIndicatorPosition
Show = Callable[[Desk], CriteriaWorkplace]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    return place_shower(qtbot)


@pytest.fixture
def desk() -> Desk:
    found = Desk(sample_session())
    found.choose(node("7.3"))
    return found


def test_keys_move_a_row_and_the_cursor_stays_on_it(show: Show, desk: Desk, qtbot: QtBot) -> None:
    place = show(desk)
    view = place.tree.view
    alt = Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(view, Qt.Key.Key_Up, alt)
    assert codes(desk, node("7")) == ["7.1", "7.3", "7.2", "7.9"]
    qtbot.keyClick(view, Qt.Key.Key_Down, alt)
    qtbot.keyClick(view, Qt.Key.Key_Down, alt)
    assert codes(desk, node("7")) == ["7.1", "7.2", "7.9", "7.3"]
    assert view.chosen == desk.criterion == node("7.3")
    assert not place.tree.actions_by_name["down"].isEnabled()
    qtbot.keyClick(view, Qt.Key.Key_Left, alt)
    assert codes(desk, ROOT) == ["1", "2", "3", "4", "5", "6", "7", "7.3", "8"]
    qtbot.keyClick(view, Qt.Key.Key_Right, alt)
    assert codes(desk, node("7")) == ["7.1", "7.2", "7.3", "7.9"]
    assert view.chosen == node("7.3")


def test_right_goes_to_the_maximum_and_a_digit_types_it(
    show: Show, desk: Desk, qtbot: QtBot
) -> None:
    place = show(desk)
    view = place.tree.view
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.currentIndex().column() == Column.MAXIMUM
    qtbot.keyClick(view, Qt.Key.Key_2)
    editor = editor_of(place)
    assert editor.text() == "2"
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert str(desk.tree[node("7.3")].maximum) == "2"
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.currentIndex().column() == Column.NAME


def test_insert_adds_a_criterion_and_its_name_is_open(show: Show, desk: Desk, qtbot: QtBot) -> None:
    place = show(desk)
    qtbot.keyClick(place.tree.view, Qt.Key.Key_Insert)
    assert codes(desk, node("7")) == ["7.1", "7.2", "7.3", "7.4", "7.9"]
    assert desk.tree[desk.criterion].code == "7.4"
    editor = editor_of(place)
    type_over(editor, "Mới")
    press(editor, Qt.Key.Key_Return)
    assert desk.tree[desk.criterion].name == "Mới"


def test_a_child_below_a_scored_leaf_is_asked_about_first(show: Show, desk: Desk) -> None:
    place = show(desk)
    place.tree.actions_by_name["add_below"].trigger()
    assert "1 kết quả chấm, 1 khoản bị trừ sẽ bị bỏ theo" in place.tree.question.text
    assert not desk.tree.is_branch(node("7.3"))
    place.tree.question.close_question()
    assert not desk.tree.is_branch(node("7.3"))
    place.tree.actions_by_name["add_below"].trigger()
    place.tree.question.agree()
    assert desk.tree.is_branch(node("7.3"))
    assert place.tree.view.isExpanded(place.tree.view.criteria.index_of(node("7.3")))


@pytest.mark.parametrize("action", ["add_below", "remove"])
def test_what_a_locked_round_forbids_is_not_asked_about(
    show: Show, desk: Desk, action: str
) -> None:
    place = show(desk)
    sheet = desk.state.sheets[desk.sheet]
    desk.run(Found(altered("sheet", sheet, {"locked": (desk.round,)})))
    place.tree.actions_by_name[action].trigger()
    assert not place.tree.question.text
    assert "đã khóa" in place.tree.toolbar.hint


def attach(desk: Desk, criterion: str) -> None:
    content = Content("a.pdf", "a" * 64, 9)
    assert desk.run(AttachDocument(desk.sheet, criterion, content, fixed_clock(), "doc"))


def linked(desk: Desk) -> set[str]:
    return {key for key, links in desk.cell.links.items() if links}


def test_documents_of_a_leaf_go_down_to_its_first_child_or_stay(show: Show, desk: Desk) -> None:
    attach(desk, node("7.3"))
    place = show(desk)
    question = place.tree.question
    for way in (0, 1):
        place.tree.actions_by_name["add_below"].trigger()
        assert "1 tài liệu: chuyển xuống mục con hay để ở 7.3?" in question.text
        grab(place, "bo-tieu-chi-tai-lieu-xuong")
        question.agree(way)
        (child,) = desk.tree.children_of(node("7.3"))
        assert linked(desk) == ({child}, {node("7.3")})[way]
        desk.undo()
        assert not desk.tree.is_branch(node("7.3"))
        assert linked(desk) == {node("7.3")}
        desk.choose(node("7.3"))


def test_who_appraises_a_criterion_is_named_where_it_is_deleted(show: Show, desk: Desk) -> None:
    desk.run(AddCriterion(ASSESSMENT, node("7"), "x", id="x"))
    agency = next(iter(desk.state.agencies))
    desk.run(Assign(("x",), agency=agency))
    desk.choose("x")
    place = show(desk)
    place.tree.actions_by_name["add_below"].trigger()
    assert desk.tree.is_branch("x")  # it stays assigned: nothing to ask
    desk.undo()
    desk.choose("x")
    place.tree.actions_by_name["remove"].trigger()
    assert "1 phân công thẩm định sẽ bị bỏ theo" in place.tree.question.text


def test_a_move_below_a_scored_leaf_is_asked_about_first(show: Show, desk: Desk) -> None:
    attach(desk, node("7.2"))
    before = desk.state
    place = show(desk)
    place.tree.actions_by_name["inward"].trigger()
    assert "7.2: có cấp con thì được chấm bằng tổng" in place.tree.question.text
    assert desk.state is before
    place.tree.question.agree()
    assert desk.tree[node("7.3")].parent == node("7.2")
    assert linked(desk) == {node("7.3")}
    desk.undo()
    assert drag(place, node("7.3"), node("7.1"), -1)
    assert "7.1: có cấp con" in place.tree.question.text
    place.tree.question.agree()
    assert desk.tree[node("7.3")].parent == node("7.1")


def test_delete_asks_where_marks_go_along_and_can_be_undone(
    show: Show, desk: Desk, qtbot: QtBot
) -> None:
    place = show(desk)
    total = desk.scores.total.points
    qtbot.keyClick(place.tree.view, Qt.Key.Key_Delete)
    assert node("7.3") in desk.tree
    press(place.tree.question, Qt.Key.Key_Escape)
    assert place.tree.question.text == ""
    place.tree.view.setFocus()
    qtbot.keyClick(place.tree.view, Qt.Key.Key_Delete)
    place.tree.question.agree()
    assert node("7.3") not in desk.tree
    assert desk.criterion == place.tree.view.chosen == node("7.9")
    desk.undo()
    assert desk.scores.total.points == total


def test_delete_without_marks_asks_nothing_and_says_what_it_did(
    show: Show, desk: Desk, qtbot: QtBot
) -> None:
    desk.run(AddCriterion(ASSESSMENT, node("7"), "x", id="x"))
    desk.choose("x")
    place = show(desk)
    qtbot.keyClick(place.tree.view, Qt.Key.Key_Delete)
    assert "x" not in desk.tree
    assert desk.criterion == node("7.9")
    desk.run(AddCriterion(ASSESSMENT, node("7"), "x", id="x"))
    assert not place.tree.question.text


def test_the_words_of_a_deletion_name_what_went_along(show: Show, desk: Desk) -> None:
    place = show(desk)
    place.tree.actions_by_name["remove"].trigger()
    place.tree.question.agree()
    assert place.tree.toolbar.hint == (
        "Đã xóa 7.3 cùng 1 kết quả chấm, 1 khoản bị trừ, 1 kết quả công bố. Hoàn tác bằng Ctrl+Z."
    )


def drag(place: CriteriaWorkplace, moved: str, parent: str, row: int) -> bool:
    model = place.tree.view.criteria
    data = model.mimeData([model.index_of(moved, column) for column in Column])
    target = model.index_of(parent)
    if not model.canDropMimeData(data, MOVE, row, 0, target):
        return False
    return model.dropMimeData(data, MOVE, row, 0, target)


def test_a_dragged_row_lands_between_siblings(show: Show, desk: Desk) -> None:
    place = show(desk)
    view = place.tree.view
    view.expand(view.criteria.index_of(node("8.1")))
    assert drag(place, node("7.3"), node("7"), 0)
    assert codes(desk, node("7")) == ["7.3", "7.1", "7.2", "7.9"]
    assert drag(place, node("7.3"), node("8.1"), 1)
    assert codes(desk, node("8.1")) == ["8.1.1", "7.3", "8.1.2", "8.1.3"]
    assert view.chosen == node("7.3")
    assert view.isExpanded(view.criteria.index_of(node("8.1")))


def test_a_row_dropped_on_a_parent_stands_before_the_rest(show: Show, desk: Desk) -> None:
    assert drag(show(desk), node("1.1"), node("7"), -1)
    assert codes(desk, node("7")) == ["7.1", "7.2", "7.3", "1.1", "7.9"]


def test_a_row_dropped_where_it_is_makes_no_step(show: Show, desk: Desk) -> None:
    place = show(desk)
    title = desk.session.undo_title
    for row in (-1, 2, 3):
        assert not drag(place, node("7.3"), node("7"), row)
    assert desk.session.undo_title == title


def test_a_row_never_drops_into_itself_and_says_why(show: Show, desk: Desk) -> None:
    place = show(desk)
    before = desk.tree
    assert not drag(place, node("8"), node("8.1"), -1)
    assert "bên trong chính nó" in place.tree.toolbar.hint
    model = place.tree.view.criteria
    data = model.mimeData([model.index_of(node("8"))])
    assert not model.dropMimeData(data, MOVE, -1, 0, model.index_of(node("8.1")))
    assert desk.tree is before


def test_only_rows_of_this_tree_are_taken(show: Show, desk: Desk) -> None:
    place, other = show(desk), show(Desk(sample_session()))
    foreign = other.tree.view.criteria
    data = foreign.mimeData([foreign.index_of(node("7.3"))])
    model = place.tree.view.criteria
    assert not model.canDropMimeData(data, MOVE, 0, 0, model.index_of(node("8")))
    assert not model.dropMimeData(data, MOVE, 0, 0, model.index_of(node("8")))


def test_undo_keeps_selection_and_open_branches(show: Show, desk: Desk) -> None:
    place = show(desk)
    view = place.tree.view
    view.expand(view.criteria.index_of(node("8.2")))
    view.collapse(view.criteria.index_of(node("2")))
    desk.run(MoveCriterion(node("8"), ROOT, node("1")))
    desk.run(RemoveCriterion(node("3")))
    desk.undo()
    desk.undo()
    desk.redo()
    assert view.chosen == node("7.3")
    assert view.isExpanded(view.criteria.index_of(node("8.2")))
    assert not view.isExpanded(view.criteria.index_of(node("2")))


def hover(place: CriteriaWorkplace, moved: str, target: str, depth: float) -> QMimeData:
    """Drag a row over another one: 0 is its upper edge, 1 its lower edge."""
    view = place.tree.view
    data = view.criteria.mimeData([view.criteria.index_of(moved)])
    rect = view.visualRect(view.criteria.index_of(target))
    spot = QPoint(rect.left() + 40, rect.top() + round(depth * (rect.height() - 1)))
    held, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(view.viewport(), QDragEnterEvent(spot, MOVE, data, held, keys))
    QApplication.sendEvent(view.viewport(), QDragMoveEvent(spot, MOVE, data, held, keys))
    return data


@pytest.mark.parametrize(
    ("depth", "spot"), [(0.0, Spot.AboveItem), (0.5, Spot.OnItem), (1.0, Spot.BelowItem)]
)
def test_a_line_or_a_frame_shows_where_a_row_would_land(
    show: Show, desk: Desk, depth: float, spot: Spot
) -> None:
    place = show(desk)
    place.tree.view.scrollToBottom()
    before = place.tree.view.grab().toImage()
    hover(place, node("7.3"), node("8.1"), depth)
    assert place.tree.view.dropIndicatorPosition() is spot
    assert place.tree.view.grab().toImage() != before
    QApplication.sendEvent(place.tree.view.viewport(), QDragLeaveEvent())
    assert place.tree.view.grab().toImage() == before


def test_a_row_dropped_by_hand_moves(show: Show, desk: Desk) -> None:
    place = show(desk)
    view = place.tree.view
    view.scrollToBottom()
    data = hover(place, node("7.3"), node("8.1"), 0.5)
    spot = view.visualRect(view.criteria.index_of(node("8.1"))).center()
    keys = Qt.KeyboardModifier.NoModifier
    drop = QDropEvent(QPointF(spot), MOVE, data, Qt.MouseButton.LeftButton, keys)
    QApplication.sendEvent(view.viewport(), drop)
    assert codes(desk, node("8.1")) == ["8.1.1", "8.1.2", "8.1.3", "7.3"]
    assert view.chosen == node("7.3")


def test_a_row_over_itself_shows_no_place_and_says_why(show: Show, desk: Desk) -> None:
    place = show(desk)
    place.tree.view.scrollToBottom()
    before = place.tree.view.grab().toImage()
    hover(place, node("8"), node("8.1"), 0.5)
    assert place.tree.view.grab().toImage() == before
    assert "bên trong chính nó" in place.tree.toolbar.hint


def test_a_set_that_is_deep_enough_says_so_at_the_key(show: Show, desk: Desk) -> None:
    parent = node("7.3")
    for depth in range(3, 13):
        desk.run(AddCriterion(ASSESSMENT, parent, "x", id=f"d{depth}"))
        parent = f"d{depth}"
    desk.run(AddCriterion(ASSESSMENT, "d11", "y", id="last"))
    desk.choose("last")
    place = show(desk)
    place.tree.actions_by_name["inward"].trigger()
    assert "tối đa 12 cấp" in place.tree.toolbar.hint
    assert desk.tree["last"].parent == "d11"


def test_the_menu_edits_the_cell_under_the_cursor(show: Show, desk: Desk) -> None:
    place = show(desk)
    place.tree.actions_by_name["rename"].trigger()
    editor = editor_of(place)
    press(editor, Qt.Key.Key_A)
    press(editor, Qt.Key.Key_Return)
    assert editor.is_closing
    assert editor.column == Column.NAME
    place.tree.question.agree()
    assert node("7.3") in desk.tree


def test_a_full_disk_leaves_the_set_as_it_was(show: Show) -> None:
    store = MemoryStore()
    desk = Desk(sample_session(store))
    desk.choose(node("7.3"))
    place = show(desk)
    told: list[CchcError] = []
    desk.failed.connect(lambda error, _: told.append(error))
    before = desk.tree
    store.refusal = CchcError("Ổ đĩa đã đầy.", "Xóa bớt tệp rồi thử lại.")
    for name in ("add", "up", "outward"):
        place.tree.actions_by_name[name].trigger()
    place.tree.actions_by_name["remove"].trigger()
    place.tree.question.agree()
    assert desk.tree is before
    assert len(told) == 4
