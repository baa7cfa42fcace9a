"""One open dossier in the window: head bar, error bar, rail, workplaces, job strip, status."""

import gc
from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.overriding import override
from cchc_desktop.records import record
from ui.shared.banners import ErrorBar, NoteBar
from ui.shared.desk import Desk
from ui.shared.job_strip import JobStrip
from ui.shared.recalculation import Recalculation
from ui.shared.workplace import (
    LOW,
    Headed,
    Leading,
    Leaving,
    Lending,
    WidthClass,
    Workplace,
    width_class,
)
from ui.window.bars import BarPlace, Bars, Head, Status, let_narrow
from ui.window.rail import Rail, RailEntry

_SAFE = "Các thay đổi trước đó vẫn còn nguyên trong hồ sơ."


@record
class Place:
    """A workplace and how it is made when it is first chosen.

    Args:
        entry: its place on the rail.
        make: makes it.
        within: key of the workplace that it is a mode of; it has no place on the rail then.
    """

    entry: RailEntry
    make: Callable[[Desk], QWidget]
    within: str = ""


class DossierView(QWidget):
    """Holds the workplaces of one dossier; each is made when it is first chosen.

    Args:
        desk: the desk; it becomes a child of this view.
        places: the workplaces, the first one shows.
        bars: makes head bar and status bar, once the first workplace has painted.
        parent: the window.
    """

    help_wanted = Signal()
    place_shown = Signal(str)
    search_wanted = Signal(str)  # words to look for in documents too
    finding_chosen = Signal(str)  # a criterion of the status bar's list

    def __init__(
        self, desk: Desk, places: Mapping[str, Place], bars: Bars, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        desk.setParent(self)
        self._places, self._makers = places, bars
        self._made: dict[str, QWidget] = {}
        self._width = WidthClass.MEDIUM
        self._head: Head | None = None
        self._status: Status | None = None
        self._status_place = BarPlace("status", (26, 28), self)  # Tab goes from it to the head bar
        self._head_place = BarPlace("head", (40, 56), self)
        self.error_bar = ErrorBar(parent=self)
        self.rail = Rail(_entries(places), self)
        self.work = QStackedWidget(self)
        self.job_strip = JobStrip(self)
        self._build()
        self._wire()
        self.show_place(next(iter(places)))
        Recalculation(desk)
        gc.freeze()  # a look through thousands of criteria and scores would stop an edit for 50 ms

    @property
    def head(self) -> Head:
        """The head bar, made when it is first needed."""
        if self._head is None:
            self._head = self._makers.head(self.desk)
            self._head.went.connect(self._went)
            self._head.search_closed.connect(self._back_to_work)
            self._head.search_wanted.connect(self.search_wanted)
            self._head_place.take(self._head, self._width)
            self._share_line()
        return self._head

    @property
    def status(self) -> Status:
        """The status bar, made when it is first needed."""
        if self._status is None:
            self._status = self._makers.status(self.desk)
            self._status.went.connect(self._went)
            self._status.went.connect(self.finding_chosen)
            self.error_bar.closed.connect(self._status.show_saved)
            self._status_place.take(self._status, self._width)
        return self._status

    @property
    def current(self) -> str:
        """Key of the workplace that shows."""
        return self.rail.current

    @property
    def width_now(self) -> WidthClass:
        """The width class that everything is laid out for."""
        return self._width

    def workplace(self, key: str) -> QWidget | None:
        """Return a workplace that was made already."""
        return self._made.get(key)

    def show_place(self, key: str) -> None:
        """Show a workplace; it is made when it is first shown."""
        if key not in self._made:
            widget = self._places[key].make(self.desk)
            self._made[key] = widget
            self.work.addWidget(widget)
            if isinstance(widget, Headed):
                self._heads.addWidget(widget.own_head)  # over the rail, which stays in its place
            self._announce(widget)
            if isinstance(widget, Leading):
                widget.place_asked.connect(self.show_place)
        self.rail.show_current(self._places[key].within or key)
        self.work.setCurrentWidget(self._made[key])
        self._show_head(self._made[key])
        self._share_line()
        self._made[key].setFocus()
        self.place_shown.emit(key)

    def open_search(self) -> None:
        """Open the search, at a workplace that shows the head bar."""
        if self._head_place.isHidden():
            self.show_place("score")
        self.head.open_search()

    def list_findings(self) -> None:
        """Open the list of all findings (Rà soát)."""
        self.status.list_findings()

    def show_error(self, error: CchcError, retry: Callable[[], object] | None = None) -> None:
        """Show an error in the bar; the status bar no longer says that all is saved."""
        is_unsaved = error.__cause__ is not None
        self.error_bar.show_error(error, retry, _SAFE if is_unsaved else "")
        if is_unsaved:
            self.status.show_unsaved("Thay đổi cuối chưa lưu được")

    def show_note(
        self, note: CchcError, act: Callable[[], object] | None = None, words: str = ""
    ) -> None:
        """Show, over the work, what a person should know; it stays until it is closed."""
        bar = NoteBar(parent=self)
        bar.closed.connect(bar.deleteLater)
        self._bars.addWidget(bar)
        bar.show_error(note, act, way_on=words)

    def leave(self) -> None:
        """Let every workplace finish, then stop listening to the session."""
        gc.unfreeze()
        for widget in self._made.values():
            if isinstance(widget, Leaving):
                widget.leave()
        for place in (self._head_place, self._status_place):
            place.stop()
        if self._status is not None:
            self._status.leave()
        self.desk.leave()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wanted = width_class(event.size().width())
        if wanted is not self._width or event.oldSize().width() < 0:
            self._width = wanted
            self._announce_all()
        self._share_line()

    def _build(self) -> None:
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(self.work, 1)
        for line in (self.work, self.error_bar, self.job_strip):
            let_narrow(line)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        self._heads = QVBoxLayout()
        self._heads.addWidget(self._head_place)
        box.addLayout(self._heads)
        self._bars = QVBoxLayout()
        self._bars.addWidget(self.error_bar)
        box.addLayout(self._bars)
        box.addLayout(middle, 1)
        box.addWidget(self.job_strip)
        box.addWidget(self._status_place)

    def _wire(self) -> None:
        self.rail.chosen.connect(self.show_place)
        self.rail.help_wanted.connect(self.help_wanted)
        self._head_place.wanted.connect(lambda: self.head)
        self._status_place.wanted.connect(lambda: self.status)
        self.desk.failed.connect(self.show_error)
        self.desk.settled.connect(self.error_bar.close_over)
        self.desk.changed.connect(self._changed)

    def _show_head(self, shown: QWidget) -> None:
        self._head_place.setVisible(not isinstance(shown, Headed))
        for widget in self._made.values():
            if isinstance(widget, Headed):
                widget.own_head.setVisible(widget is shown)

    def _back_to_work(self) -> None:
        shown = self.work.currentWidget()
        if shown is not None and self._head is not None and self._head.is_searching:
            shown.setFocus()

    def _went(self, criterion: str) -> None:
        if self.current != "criteria":
            self.show_place("score")

    def _changed(self, event: object) -> None:
        self.error_bar.close_bar()

    def _share_line(self) -> None:
        """Let the filter row and the head bar share a line in a low window."""
        shown = self.work.currentWidget()
        for widget in self._made.values():
            if self._head is not None and isinstance(widget, Lending):
                lent = widget.lend_row(low=self.window().height() < LOW and widget is shown)
                self._head.show_lent(lent)

    def _announce_all(self) -> None:
        for part in (self._head_place, self.rail, self._status_place):
            part.set_width_class(self._width)
        for widget in self._made.values():
            self._announce(widget)

    def _announce(self, widget: QWidget) -> None:
        if isinstance(widget, Workplace):
            widget.set_width_class(self._width)


def _entries(places: Mapping[str, Place]) -> list[RailEntry]:
    return [place.entry for place in places.values() if not place.within]
