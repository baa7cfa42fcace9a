"""The field that opens in a cell of points, and the words that appear under it."""

from collections.abc import Callable, Sequence
from enum import Enum

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from cchc_desktop.overriding import override
from ui.shared import theme
from ui.shared.buttons import ghost
from ui.shared.labels import label, restyle

Choice = tuple[str, Callable[[], object]]
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CTRL = Qt.KeyboardModifier.ControlModifier


class After(Enum):
    """Where the cursor goes once the value is taken."""

    NEXT = 0
    OTHER = 1  # Tab: the cell beside it
    UP = 2
    DOWN = 3
    BACK = 4  # Shift+Tab
    EARLIER = 5  # take the value of the round before instead


class CellEditor(QLineEdit):
    """A number being typed in a cell; nothing is completed or masked while typing.

    Args:
        parent: the viewport it lies in.
    """

    left = Signal(object)  # After
    cancelled = Signal()
    blurred = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("cell", "1")
        self.setFont(theme.font("body", 500))
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.hide()

    def set_bad(self, *, bad: bool) -> None:
        """Show whether what stands here cannot be taken."""
        restyle(self, "bad", "1" if bad else "0")

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        way = _way(event)
        if way is not None:
            self.left.emit(way)
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif is_pad_dot(event):
            self.insert(",")
        elif event.key() == Qt.Key.Key_Down:
            event.ignore()  # with Ctrl: the tree's key, not the end of the line
        else:
            super().keyPressEvent(event)

    @override
    def focusNextPrevChild(self, next_: bool, /) -> bool:
        self.left.emit(After.OTHER if next_ else After.BACK)
        return True

    @override
    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        keeps = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if event.reason() not in keeps:
            self.blurred.emit()


class CellNote(QFrame):
    """A sentence under a cell, with buttons where there is something to choose.

    Args:
        parent: the viewport it lies in.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = parent
        self.setProperty("kind", "error")
        self._words = label("", "small")
        self._buttons: list[QWidget] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(10, 2, 10, 2)
        self._row.setSpacing(8)
        self._row.addWidget(self._words)
        self.hide()

    @property
    def text(self) -> str:
        """What it says, "" while it is hidden."""
        return self._words.text() if not self.isHidden() else ""

    def tell(self, text: str, cell: QRect) -> None:
        """Show a sentence that refuses nothing."""
        self.say(text, cell)
        restyle(self, "kind", "note")

    def say(self, text: str, cell: QRect, choices: Sequence[Choice] = ()) -> None:
        """Show a sentence under a cell, or above it where there is no room below."""
        restyle(self, "kind", "error")
        for button in self._buttons:
            self._row.removeWidget(button)
            button.deleteLater()
        self._buttons = [ghost(words, action) for words, action in choices]
        for button in self._buttons:
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the cursor stays in the cell
            self._row.addWidget(button)
            button.show()
        self._words.setText(text)
        self.setAccessibleName(text)
        self.adjustSize()
        self.place(cell)
        self.show()
        self.raise_()

    def place(self, cell: QRect) -> None:
        """Lie under a cell, inside the viewport."""
        room = self._ground.rect()
        left = max(4, min(cell.right() - self.width() + 1, room.width() - self.width() - 4))
        top = cell.bottom() + 2
        if top + self.height() > room.bottom():
            top = cell.top() - self.height() - 2
        self.move(QPoint(left, top))


def is_pad_dot(event: QKeyEvent) -> bool:
    """Return whether a key is the dot of the number pad."""
    from_pad = bool(event.modifiers() & Qt.KeyboardModifier.KeypadModifier)
    return from_pad and event.key() in (Qt.Key.Key_Period, Qt.Key.Key_Comma)


def _way(event: QKeyEvent) -> After | None:
    if event.key() in _ENTER:
        return After.EARLIER if event.modifiers() & _CTRL else After.NEXT
    if event.modifiers() & _CTRL:
        return None
    return {Qt.Key.Key_Up: After.UP, Qt.Key.Key_Down: After.DOWN}.get(Qt.Key(event.key()))
