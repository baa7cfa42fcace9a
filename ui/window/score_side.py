"""The right side of the workplace "Chấm điểm", made in steps once the tree has painted."""

from collections.abc import Callable, Iterator
from typing import Literal, Protocol

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from cchc_desktop.overriding import override
from cchc_desktop.records import record

Mode = Literal["tall", "flat", "tab"]


class TabHost(Protocol):
    """What the form does for the evidence in a narrow window."""

    def add_tab(self, title: str, widget: QWidget, at: int = 1) -> None:
        """Take a widget as a tab."""
        ...

    def remove_tab(self, widget: QWidget) -> None:
        """Give a widget back."""
        ...

    def set_tab_count(self, widget: QWidget, count: int | None) -> None:
        """Show a number beside the word of a tab."""
        ...


@record
class Side:
    """Form and evidence of one criterion, and what the workplace asks of them.

    Args:
        form: the form.
        evidence: the evidence.
        tabs: the form as the host of tabs.
        set_mode: lays the evidence out: tall, flat or tab.
        focus_figure: puts the cursor into the first input.
        focus_reason: puts the cursor into the reason of the loss.
        paste: attaches what the clipboard holds.
        leave: what the panels finish before the dossier closes.
    """

    form: QWidget
    evidence: QWidget
    tabs: TabHost
    set_mode: Callable[[Mode], None]
    focus_figure: Callable[[], object]
    focus_reason: Callable[[], object]
    paste: Callable[[], object]
    leave: tuple[Callable[[], object], ...]


Steps = Iterator[Side | None]
"""Makes the side: None after each step, the side at last."""


class SidePlace(QFrame):
    """Keeps the place of the side; when it has painted, the side is made, a step a turn.

    Args:
        steps: what makes the side.
        parent: the widget it lies in.
    """

    made = Signal(object)  # Side

    def __init__(self, steps: Steps, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self._steps = steps
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._go_on)

    def whole(self) -> Side:
        """Return the side, made now."""
        self._turn.stop()
        return next(found for found in self._steps if found is not None)

    @override
    def paintEvent(self, arg__1: QPaintEvent) -> None:
        super().paintEvent(arg__1)
        self._turn.start()

    def _go_on(self) -> None:
        found = next(self._steps)
        if found is None:
            self._turn.start()
        else:
            self.made.emit(found)
