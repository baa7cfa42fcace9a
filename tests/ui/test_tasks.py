"""The page of repairs: what is open is visible, ticked off, opened again, undone."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cchc_desktop.commands.sets import CopyAssessment
from cchc_desktop.domain.repairs import is_late, open_tasks, tasks_of
from tests.memory_store import MemoryStore
from tests.sample_session import ASSESSMENT, sample_session
from tests.ui.league import league_desk
from tests.ui.score_desk import sample_desk
from tests.ui.screens import grab
from ui.places import bars, places
from ui.shared import theme
from ui.shared.desk import Desk
from ui.shared.workplace import WidthClass
from ui.tasks.page import Show, TasksPage
from ui.units.view import UnitsView
from ui.window.dossier_view import DossierView

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has none
DAY = date(2023, 8, 2)


def clock() -> datetime:
    return datetime(2023, 8, 2, 9, 0, tzinfo=UTC)


@pytest.fixture
def desk() -> Desk:
    return sample_desk()


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> TasksPage:
    found = TasksPage(desk, clock)
    qtbot.addWidget(found)
    found.resize(1100, 560)
    found.show()
    found.activateWindow()
    qtbot.waitUntil(found.isActiveWindow)
    desk.changed.connect(lambda _event: found.refresh())
    found.table.setFocus()
    return found


def done_on(page: TasksPage) -> date | None:
    assert page.task is not None
    return page.task.done_on


def cells(page: TasksPage) -> list[str]:
    line = page.model.line_at(page.table.currentIndex().row())
    assert line is not None
    return [cell.text for cell in line.cells]


def test_every_task_of_the_assessment_is_listed_with_who_and_until_when(
    page: TasksPage, desk: Desk
) -> None:
    tasks = tasks_of(desk.state, ASSESSMENT)
    assert page.model.keys == tuple(task.id for task in tasks)
    page.table.go(tasks[2].id)
    assert cells(page) == [
        "chưa xong", "Giảm số cấp phó phòng còn thừa", "Sở Kế hoạch và Đầu tư",
        "trước ngày 31/7/2023",
    ]  # fmt: skip
    assert page.side.title.text() == "Giảm số cấp phó phòng còn thừa"
    assert page.count.text() == f"còn {len(tasks)} / {len(tasks)} nhiệm vụ"
    late = sum(1 for task in tasks if is_late(task, DAY))
    assert late
    assert page.late.text() == f"{late} nhiệm vụ quá hạn"


def test_space_ticks_off_and_opens_again_and_undo_takes_it_back(
    page: TasksPage, desk: Desk
) -> None:
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    assert done_on(page) == DAY
    assert cells(page)[0] == "đã xong"
    assert cells(page)[-1] == "xong 02/08/2023"
    assert desk.session.undo_title == "ghi nhiệm vụ xong ngày 02/08/2023"
    desk.undo()
    assert done_on(page) is None
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert done_on(page) is None


def test_chips_and_words_filter(page: TasksPage, desk: Desk) -> None:
    every = len(page.model.keys)
    page.tick()
    page.chips[Show.OPEN].click()
    assert len(page.model.keys) == every - 1
    page.chips[Show.DONE].click()
    assert len(page.model.keys) == 1
    page.chips[Show.ALL].click()
    page.search.setText("so ke hoach")
    assert 0 < len(page.model.keys) < every
    assert len(open_tasks(desk.state, ASSESSMENT)) == every - 1


def test_the_day_can_be_typed_and_a_wrong_one_is_told(page: TasksPage) -> None:
    page.side.day.setFocus()
    page.side.day.setText("31/7/2023")
    page.leave()
    assert done_on(page) == date(2023, 7, 31)
    assert page.side.day.text() == "31/07/2023"
    page.side.day.setText("32/7/2023")
    page.leave()
    assert not page.side.trouble.isHidden()
    assert done_on(page) == date(2023, 7, 31)
    page.side.again.click()
    assert page.side.trouble.isHidden()
    assert done_on(page) is None
    page.side.done.click()
    assert done_on(page) == DAY


def test_a_copy_of_the_year_shows_what_was_left_open(page: TasksPage, desk: Desk) -> None:
    page.tick()
    copying = CopyAssessment(ASSESSMENT, 2023, tasks=True)
    desk.run(copying)
    desk.open_assessment(copying.id)
    page.refresh()
    left = len(open_tasks(desk.state, ASSESSMENT))
    assert len(page.model.keys) == left
    assert page.count.text() == f"còn {left} / {left} nhiệm vụ"


def test_a_read_only_dossier_ticks_nothing(qtbot: QtBot) -> None:
    store = MemoryStore()
    desk = Desk(sample_session(store))
    store.read_only_reason = "Máy khác đang mở."
    page = TasksPage(desk, clock)
    qtbot.addWidget(page)
    page.refresh()
    page.tick()
    assert done_on(page) is None
    assert not page.side.done.isEnabled()


def test_without_tasks_the_page_says_where_they_come_from(qtbot: QtBot) -> None:
    page = TasksPage(league_desk(), clock)
    qtbot.addWidget(page)
    page.refresh()
    assert page.model.keys == ()
    assert page.side.isHidden()
    assert page.count.text() == ""


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_it_stands_among_the_pages_of_units_and_is_drawn(
    qtbot: QtBot, desk: Desk, mode: theme.Name
) -> None:
    theme.use(mode)
    window = DossierView(desk, places(), bars())
    qtbot.addWidget(window)
    window.resize(1366, 696)
    window.show()
    window.show_place("criteria")
    view = window.workplace("criteria").show_view(2)  # type: ignore[union-attr]  # of sets
    assert isinstance(view, UnitsView)
    view.contents.choose("tasks")
    assert isinstance(view.page, TasksPage)
    for width, height in ((1366, 696), (1920, 1008), (911, 440)):
        window.resize(width, height)
        grab(window, f"nhiem-vu-{width}-{mode}")
    view.page.set_width_class(WidthClass.NARROW)
    assert view.page.side.isHidden()
    window.leave()
    window.close()  # nothing is painted while it goes
    theme.use("light")
