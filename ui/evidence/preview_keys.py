"""Keys of the preview: what each asks for."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

_KEYS = {
    (Qt.Key.Key_F11, False): "full",
    (Qt.Key.Key_F3, False): "next",
    (Qt.Key.Key_F3, True): "previous",
}


def command_of(event: QKeyEvent, *, is_searching: bool) -> str | None:
    """Return "find", "next", "previous", "close" or "full"; None for any other key.

    Args:
        event: the key.
        is_searching: whether the search is open.
    """
    if event.matches(QKeySequence.StandardKey.Find):
        return "find"
    if event.key() == Qt.Key.Key_Escape and is_searching:
        return "close"
    is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    found = _KEYS.get((Qt.Key(event.key()), is_shifted))
    return found if found in (None, "full") or is_searching else None
