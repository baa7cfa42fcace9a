"""Head bar and status bar as the view of a dossier knows them, and what keeps their places.

The score tree paints before the bars are loaded and made: an opened dossier shows sooner.
"""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from cchc_desktop.overriding import override
from cchc_desktop.records import record
from ui.shared.desk import Desk
from ui.shared.frames import box_of, frame
from ui.shared.tab_order import as_laid_out, follow
from ui.shared.workplace import WidthClass


class Bar(QFrame):
    """A bar across the window."""

    def set_width_class(self, width: WidthClass) -> None:
        """Lay out for another width."""
        raise NotImplementedError


class Head(Bar):
    """Which assessment, unit and round; search; the figures that matter."""

    went = Signal(str)  # a criterion was chosen by the search
    search_closed = Signal()
    search_wanted = Signal(str)  # in documents too

    @property
    def is_searching(self) -> bool:
        """Whether the cursor is in the search field."""
        raise NotImplementedError

    def open_search(self) -> None:
        """Put the cursor into the search field."""
        raise NotImplementedError

    def show_lent(self, row: QWidget | None) -> None:
        """Show a row that a workplace lends while the window is low; None shows none."""
        raise NotImplementedError


class Status(Bar):
    """What is saved and what is open."""

    went = Signal(str)  # a criterion was chosen from an open item

    def show_saved(self) -> None:
        """Say when the last change was saved, or why nothing can be written."""
        raise NotImplementedError

    def show_unsaved(self, words: str) -> None:
        """Say that something could not be saved."""
        raise NotImplementedError

    def list_findings(self) -> None:
        """Open the list of all findings (Rà soát)."""
        raise NotImplementedError

    def leave(self) -> None:
        """Count no more; the session is about to close."""
        raise NotImplementedError


@record
class Bars:
    """How the bars of a dossier are made.

    Args:
        head: makes the head bar.
        status: makes the status bar.
    """

    head: Callable[[Desk], Head]
    status: Callable[[Desk], Status]


class BarPlace(QWidget):
    """Keeps the place of a bar, and asks for it when the work beside it has painted.

    Args:
        kind: the kind of frame that the style sheet knows.
        heights: pixels in a narrow window, and else.
        parent: the widget it lies in.
    """

    wanted = Signal()

    def __init__(self, kind: str, heights: tuple[int, int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heights = heights
        self.bar: Bar | None = None
        self._asks = True
        self._blank = frame(kind)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._blank)
        let_narrow(self)
        self.set_width_class(WidthClass.MEDIUM)

    def take(self, bar: Bar, width: WidthClass) -> None:
        """Show the bar, laid out for a width."""
        self.bar = bar
        let_narrow(bar)
        box_of(self).replaceWidget(self._blank, bar)
        bar.set_width_class(width)  # in its place: the style sheet gave its labels new fonts there
        bar.show()  # it can take the focus at once
        follow(self, as_laid_out(bar))
        self._blank.hide()
        self._blank.deleteLater()

    def stop(self) -> None:
        """Ask for nothing any more; the session is about to close."""
        self._asks = False

    def set_width_class(self, width: WidthClass) -> None:
        """Lay out for another width."""
        if self.bar is not None:
            self.bar.set_width_class(width)
        else:
            self._blank.setFixedHeight(self._heights[width is not WidthClass.NARROW])

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.bar is None:  # the turn after next: what paints in this one is shown first
            QTimer.singleShot(0, self, lambda: QTimer.singleShot(0, self, self._ask))

    def _ask(self) -> None:
        if self.bar is None and self._asks:
            self.wanted.emit()


def let_narrow(line: QWidget) -> None:
    """Keep the window free to become narrower than a line wants to be."""
    policy = line.sizePolicy()
    policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
    line.setSizePolicy(policy)
