"""One repair beside the list: all its words, who does it, until when, and the day it was done."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from cchc_desktop.clock import Clock
from cchc_desktop.commands.tasks import SetTaskDone
from cchc_desktop.domain.dates import parse_date
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.state import State
from cchc_desktop.domain.units import Task
from cchc_desktop.wording.numerals import shown_date
from ui.shared.buttons import normal, primary
from ui.shared.desk import Desk
from ui.shared.frames import row
from ui.shared.labels import label, say_or_hide
from ui.shared.pages import captioned
from ui.shared.texts import TextField

WIDTH = 388
_CAPTIONS = ("Cơ quan thực hiện", "Phối hợp", "Căn cứ", "Lĩnh vực", "Hạn")
_DAY = 110


class TaskSide(QFrame):
    """Shows one task.

    Args:
        desk: where it is ticked off.
        clock: which day it is.
        parent: the page.
    """

    def __init__(self, desk: Desk, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._clock, self._task = desk, clock, ""
        self.setProperty("kind", "panelright")
        self.setFixedWidth(WIDTH)
        self.title = label("", "title", 600, wrap=True)
        self.facts = tuple(label("", wrap=True) for _ in _CAPTIONS)
        self.day = TextField("Xong ngày", "chưa xong")
        self.day.setFixedWidth(_DAY)
        self.trouble = label("", "small", tone="losttext", wrap=True)
        self.trouble.hide()
        self.done = primary("Đã xong hôm nay", lambda: self._set(self._clock().date()), "du")
        self.again = normal("Mở lại", lambda: self._set(None), "undo")
        self._lay_out()
        self.day.taken.connect(self._take)

    def take(self) -> None:
        """Take what is typed and not taken yet."""
        self.day.take()

    def show_task(self, task: Task | None) -> None:
        """Show a task; None shows nothing."""
        self._work.setVisible(task is not None)
        if task is None:
            return
        if task.id != self._task:
            self.take()
            self._task = task.id
            self._tell("")
        state, can_edit = self._desk.state, not self._desk.session.store.is_read_only
        self.title.setText(task.what)
        said = (
            names_of(state, task.owners), names_of(state, task.partners),
            "; ".join(task.basis), ", ".join(task.areas), due_of(task),
        )  # fmt: skip
        for place, words in zip(self.facts, said, strict=True):
            place.setText(words or "–")
        self.day.setReadOnly(not can_edit)
        if self.trouble.isHidden() or not self.day.hasFocus():
            self.day.set_text(shown_date(task.done_on) if task.done_on is not None else "")
        self.done.setVisible(task.done_on is None)
        self.again.setVisible(task.done_on is not None)
        for button in (self.done, self.again):
            button.setEnabled(can_edit)

    def _take(self, text: str) -> None:
        try:
            day = parse_date(text)
        except CchcError as error:
            self._tell(error.words)
            return
        self._set(day)

    def _set(self, day: date | None) -> None:
        self._tell("")
        if self._task in self._desk.state.tasks:
            self._desk.run(SetTaskDone(self._task, day))

    def _tell(self, reason: str) -> None:
        say_or_hide(self.trouble, reason)

    def _lay_out(self) -> None:
        pieces = zip((*_CAPTIONS, "Xong ngày"), (*self.facts, row(self.day, None)), strict=True)
        self._work = QWidget()
        work = QVBoxLayout(self._work)
        work.setContentsMargins(16, 12, 16, 10)
        work.setSpacing(12)
        work.addWidget(self.title)
        work.addLayout(captioned(116, tuple(pieces)))
        work.addWidget(self.trouble)
        work.addStretch(1)
        work.addWidget(row(None, self.again, self.done))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._work)


def due_of(task: Task) -> str:
    """Return the last day of a task, as it was printed where it was."""
    return task.due_text or (shown_date(task.due) if task.due is not None else "")


def names_of(state: State, agencies: Iterable[str]) -> str:
    """Return the names of agencies, short where they have one."""
    found = (state.agencies[each] for each in agencies if each in state.agencies)
    return "; ".join(each.short_name or each.name for each in found)
