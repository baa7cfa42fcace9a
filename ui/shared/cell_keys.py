"""The keyboard of a view whose cells hold points: what is typed, and what every key does."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView

from ui.shared.cell_editor import is_pad_dot
from ui.shared.points_entry import PointsEntry

Action = Callable[[], object]
_TYPED = "0123456789,."
_CTRL = Qt.KeyboardModifier.ControlModifier
_PLAIN = Qt.KeyboardModifier.KeypadModifier


class CellKeys(QObject):
    """Hands a key to what it does; a subclass has the actions.

    Args:
        view: the view.
        typing: the cell that is typed into.
    """

    def __init__(self, view: QAbstractItemView, typing: PointsEntry) -> None:
        super().__init__(view)
        self._typing = typing
        self._plain: Mapping[int, Action] = {}
        self._ctrl: Mapping[int, Action] = {}

    def copy(self) -> None:
        """Copy what is selected as a table."""
        raise NotImplementedError

    def paste(self) -> None:
        """Paste a table."""
        raise NotImplementedError

    def begin(self, text: str) -> None:
        """Type into the current cell; ``text`` is the first sign."""
        raise NotImplementedError

    def sideways(self, key: int) -> Action | None:
        """Return what another key does, None where it is the view's own."""
        return None

    def press(self, event: QKeyEvent) -> None:
        """Do what a key does; accept it where it does something."""
        action = self._action_of(event)
        if action is not None:
            event.accept()
            action()

    def leave(self, event: QMouseEvent) -> None:
        """Keep the cursor where the value is refused."""
        if not self._typing.take():
            event.accept()

    def _action_of(self, event: QKeyEvent) -> Action | None:
        if event.matches(QKeySequence.StandardKey.Copy):
            return self.copy
        if event.matches(QKeySequence.StandardKey.Paste):
            return self.paste
        if event.modifiers() & ~_PLAIN:
            return self._ctrl.get(event.key()) if event.modifiers() & _CTRL else None
        if len(event.text()) == 1 and event.text() in _TYPED:
            return lambda: self.begin("," if is_pad_dot(event) else event.text())
        return self._plain.get(event.key()) or self.sideways(event.key())
