"""The page of repairs: their list, what is open, and one of them beside it."""

from enum import StrEnum

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from cchc_desktop.clock import Clock, now
from cchc_desktop.commands.tasks import SetTaskDone
from cchc_desktop.domain.repairs import is_late, tasks_of
from cchc_desktop.domain.text import fold
from cchc_desktop.domain.units import Task
from cchc_desktop.overriding import override
from cchc_desktop.wording import tasks as words
from ui.shared.desk import Desk
from ui.shared.frames import fill, frame, hairline
from ui.shared.icons import IconLabel
from ui.shared.labels import label
from ui.shared.list_table import Cell, Head, Line, ListModel, ListTable
from ui.shared.pages import lay_page, nothing_yet
from ui.shared.pills import Chip
from ui.shared.texts import TextField
from ui.shared.workplace import WidthClass
from ui.tasks.side import TaskSide, due_of, names_of

_OWNERS = 2
_HEADS = (
    Head("", 34, "center"),
    Head("Nhiệm vụ"),
    Head("Cơ quan thực hiện", 180),
    Head("Hạn", 156),
)


class Show(StrEnum):
    """Which tasks show."""

    ALL = "Tất cả"
    OPEN = "Chưa xong"
    DONE = "Đã xong"


class TasksPage(QWidget):
    """Lists the tasks of the assessment; Space or Enter ticks one off, or opens it again.

    Args:
        desk: the desk.
        clock: which day it is.
        parent: the view.
    """

    def __init__(self, desk: Desk, clock: Clock = now, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._clock = desk, clock
        self.show_only = Show.ALL
        self.model = ListModel(_HEADS, self)
        self.table = ListTable(self.model, "Bảng nhiệm vụ khắc phục")
        self.side = TaskSide(desk, clock)
        self.chips = {each: Chip(each.value) for each in Show}
        self._pages = QStackedWidget()
        self.count = label("", "small", 600, "text2")
        self.late = label("", "small", tone="opentext")
        self._warn = IconLabel("cho", "open")
        self._lay_out()
        self.table.chosen.connect(lambda _key: self.side.show_task(self.task))
        for asked in (self.table.opened, self.table.ticked):
            asked.connect(lambda _key: self.tick())
        self.search.textChanged.connect(lambda _text: self.refresh())
        for each, chip in self.chips.items():
            chip.clicked.connect(lambda _on, each=each: self.filter(each))

    @property
    def task(self) -> Task | None:
        """The task that is chosen."""
        return self._desk.state.tasks.get(self.table.current)

    def filter(self, show: Show) -> None:
        """Show all tasks, or those that are open or done alone."""
        self.show_only = show
        self.refresh()

    def tick(self) -> None:
        """Say that the chosen task is done today; a done one is open again."""
        task = self.task
        if task is not None and not self._desk.session.store.is_read_only:
            day = self._clock().date() if task.done_on is None else None
            self._desk.run(SetTaskDone(task.id, day))

    def refresh(self) -> None:
        """Show the tasks as they stand."""
        tasks, today = tasks_of(self._desk.state, self._desk.assessment), self._clock().date()
        left = [task for task in tasks if task.done_on is None]
        counts = {Show.ALL: len(tasks), Show.OPEN: len(left), Show.DONE: len(tasks) - len(left)}
        for each, chip in self.chips.items():
            chip.set_count(counts[each])
            chip.setChecked(each is self.show_only)
        self.model.show([self._line(task) for task in tasks if self._is_shown(task)])
        self._pages.setCurrentIndex(0 if tasks else 1)
        if self.task is None and self.model.keys:
            self.table.go(self.model.keys[0])
        self.count.setText(words.left(len(left), len(tasks)) if tasks else "")
        late = sum(1 for task in left if is_late(task, today))
        self.late.setText(words.late(late) if late else "")
        self._warn.setVisible(bool(late))
        self.side.setVisible(bool(tasks) and not self._is_narrow)
        self.side.show_task(self.task)

    def set_width_class(self, width: WidthClass) -> None:
        """Leave the agencies and the side out where the window is narrow."""
        self._is_narrow = width is WidthClass.NARROW
        self.table.setColumnHidden(_OWNERS, self._is_narrow)
        self.refresh()

    def leave(self) -> None:
        """Take what is typed."""
        self.side.take()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _is_shown(self, task: Task) -> bool:
        is_wanted = self.show_only is Show.ALL or (
            (task.done_on is None) is (self.show_only is Show.OPEN)
        )
        said = fold(f"{task.what} {names_of(self._desk.state, (*task.owners, *task.partners))}")
        return is_wanted and all(word in said for word in fold(self.search.text()).split())

    def _line(self, task: Task) -> Line:
        is_overdue = is_late(task, self._clock().date())
        owners = names_of(self._desk.state, task.owners)
        if task.done_on is not None:
            day = words.done_day(task.done_on)
            sign = Cell("đã xong", "oktext", sign="du")
            return Line(
                task.id, (sign, *(Cell(each, "text3") for each in (task.what, owners, day)))
            )
        tone = "opentext" if is_overdue else "text2"
        sign = Cell("chưa xong", "opentext" if is_overdue else "off", sign="cho")
        due = Cell(due_of(task) or "–", tone)
        return Line(task.id, (sign, Cell(task.what), Cell(owners, "text2"), due))

    def _empty(self) -> QWidget:
        title, more = words.nothing_here()
        return nothing_yet(title, more)

    def _lay_out(self) -> None:
        self._is_narrow = False
        self.search = TextField("Tìm nhiệm vụ", "Tìm nhiệm vụ")
        self.search.setFixedWidth(180)
        self.search.setClearButtonEnabled(True)
        bar = frame("surfacerow", vertical=False, margins=(12, 0, 8, 0), gap=8)
        bar.setFixedHeight(40)
        fill(bar, *self.chips.values(), None, self.search)
        foot = frame("panel", vertical=False, margins=(16, 0, 12, 0), gap=8)
        foot.setFixedHeight(28)
        fill(foot, self.count, 8, self._warn, self.late, None)
        self._pages.addWidget(self.table)
        self._pages.addWidget(self._empty())
        lay_page(self, (bar, self._pages, hairline(), foot), self.side)
        self.setFocusProxy(self.table)
