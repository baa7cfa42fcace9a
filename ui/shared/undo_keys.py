"""Undo keys: a field keeps them only while it has typing of its own to take back."""

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence

_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


def is_for_window(event: QEvent, has_typing: Callable[[], bool]) -> bool:
    """Return whether an undo key goes to the window: the field has nothing to take back.

    Args:
        event: any event of the field; an undo key that is for the window is ignored.
        has_typing: says whether the field holds typing that is not taken yet.
    """
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if has_typing() or not any(event.matches(key) for key in _KEYS):
        return False
    event.ignore()
    return True
