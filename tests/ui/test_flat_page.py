"""Who hears the screen reads every criterion in a flat table, by the keyboard alone."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cchc_desktop.commands.marks import Place, SetFigure, SetNotApplicable
from cchc_desktop.domain.changes import altered
from cchc_desktop.domain.rules.ratio import NUMERATOR
from tests.ui import rooms
from tests.ui.score_desk import Found
from tests.ui.screens import grab
from ui.main_window import MainWindow
from ui.marks.flat_page import TOTAL, FlatPage
from ui.marks.score_tree import ScoreTreePanel
from ui.places import FLAT
from ui.window.score_layout import ScoreWorkplace

_NAME = QAccessible.Text.Name


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    found = MainWindow(rooms.doors(), tmp_path / "settings.json")
    qtbot.addWidget(found)
    found.resize(1366, 728)
    found.show()
    found.activateWindow()
    qtbot.waitUntil(found.isActiveWindow)
    assert found.open_dossier(tmp_path / "Hai-Duong-2022.cchc")
    yield found
    found.close()


@pytest.fixture
def page(window: MainWindow) -> FlatPage:
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    found = place_of(window).made[FLAT]
    assert isinstance(found, FlatPage)
    return found


def place_of(window: MainWindow) -> ScoreWorkplace:
    place = rooms.opened(window).view.workplace("score")
    assert isinstance(place, ScoreWorkplace)
    return place


def accessible(page: FlatPage) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(page.table)
    assert found is not None
    return found


def names(page: FlatPage, key: str) -> list[str]:
    """Return what a screen reader is told of the cells of a line."""
    table, columns = accessible(page), page.model.columnCount()
    first = (page.model.keys.index(key) + 1) * (columns + 1) + 1  # titles, then heads of lines
    cells = [table.child(first + column) for column in range(columns)]
    assert all(cell.role() is QAccessible.Role.Cell for cell in cells)
    return [cell.text(_NAME) for cell in cells]


def node(window: MainWindow, code: str) -> str:
    found = rooms.opened(window).desk.tree.by_code(code)
    assert found is not None
    return found.id


def test_the_flat_table_is_a_table_to_a_screen_reader(window: MainWindow, page: FlatPage) -> None:
    table, tree = accessible(page), rooms.opened(window).desk.tree
    assert table.role() is QAccessible.Role.Table
    assert table.text(_NAME) == "Bảng chấm điểm dạng phẳng"
    assert page.model.keys == (*(found.id for found, _ in tree.walk), TOTAL)
    titles = [table.child(1 + column) for column in range(page.model.columnCount())]
    assert {title.role() for title in titles} == {QAccessible.Role.ColumnHeader}
    assert [title.text(_NAME) for title in titles][3:6] == ["Tối đa", "Điểm", "Bị trừ"]
    assert page.table.hasFocus()


def test_a_line_says_level_code_name_maximum_score_lost_and_state(
    window: MainWindow, page: FlatPage
) -> None:
    said = names(page, node(window, "7.3"))
    assert said[0] == (
        "Tiêu chí 7.3 Hồ sơ giải quyết trực tuyến toàn trình. Tối đa: 1,5. Điểm: 0,924. "
        "Bị trừ: 0,576. Tài liệu kiểm chứng: 0. "
        "số liệu không cho điểm được, hoặc không khớp với kết quả đã công bố"
    )
    assert said[1:6] == [
        "Tiêu chí",
        "Hồ sơ giải quyết trực tuyến toàn trình",
        "1,5",
        "0,924",
        "0,576",
    ]
    assert names(page, node(window, "7"))[0].startswith("Lĩnh vực 7 Xây dựng và phát triển")
    assert "Điểm: 83,517" in names(page, TOTAL)[0]
    assert names(page, node(window, "1.9"))[2].startswith("(phần chưa tách)")


def test_it_begins_at_the_criterion_and_enter_goes_there(
    window: MainWindow, page: FlatPage
) -> None:
    desk, table = rooms.opened(window).desk, page.table
    assert table.current == desk.criterion
    QTest.keyClicks(table, "7.3")
    assert table.current == node(window, "7.3")
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.current == node(window, "7.9")
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert (place_of(window).view, desk.criterion) == ("sheet", node(window, "7.9"))
    tree = place_of(window).tree
    assert isinstance(tree, ScoreTreePanel)
    assert tree.view.hasFocus()


def test_escape_goes_back_and_the_total_leads_nowhere(window: MainWindow, page: FlatPage) -> None:
    assert page.table.go(TOTAL)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert place_of(window).view == FLAT
    QTest.keyClick(page.table, Qt.Key.Key_Escape)
    assert place_of(window).view == "sheet"


def test_a_change_is_read_at_once(qtbot: QtBot, window: MainWindow, page: FlatPage) -> None:
    desk, key = rooms.opened(window).desk, node(window, "7.3")
    desk.run(SetFigure(Place(desk.sheet, key, desk.round), NUMERATOR, Decimal(153273)))
    qtbot.waitUntil(lambda: names(page, key)[4] == "1,5")
    desk.run(SetNotApplicable(desk.sheet, key, not_applicable=True))
    qtbot.waitUntil(lambda: names(page, key)[7] == "không áp dụng")
    place_of(window).show_view("sheet")
    desk.undo()
    place_of(window).show_view(FLAT)
    assert names(page, key)[4] == "1,5"


def test_a_locked_round_and_missing_points_are_spoken(
    qtbot: QtBot, window: MainWindow, page: FlatPage
) -> None:
    desk, key = rooms.opened(window).desk, node(window, "7.3")
    desk.run(SetFigure(Place(desk.sheet, key, desk.round), NUMERATOR, None))
    qtbot.waitUntil(lambda: "chưa có điểm" in names(page, key)[7])
    assert "chưa đủ điểm" in names(page, node(window, "7"))[7]
    desk.run(Found(altered("sheet", desk.state.sheets[desk.sheet], {"locked": (desk.round,)})))
    qtbot.waitUntil(lambda: names(page, key)[7].endswith("chỉ xem"))


def test_a_narrow_window_leaves_the_level_out(window: MainWindow, page: FlatPage) -> None:
    grab(window, "bang-phang-1366x768-light")
    window.resize(911, 500)
    grab(window, "bang-phang-911x480-light")
    assert page.table.isColumnHidden(1)
