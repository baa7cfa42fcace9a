"""How a dialog is opened: over its window, gone when it is closed; it fits on a low screen."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog

_TITLE = 34  # pixels of the title bar that the system draws
_LEAST = 84


def show_dialog(dialog: QDialog) -> None:
    """Open a dialog; it is deleted when it is closed."""
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def list_height(wanted: int, around: int) -> int:
    """Return how high a list in a dialog can be where the screen is low.

    Args:
        wanted: pixels where there is room.
        around: pixels that the rest of the dialog takes.
    """
    return max(_LEAST, min(wanted, room_of_dialogs() - around))


def room_of_dialogs() -> int:
    """Return how high a dialog can be on the screen, in logical pixels."""
    return QGuiApplication.primaryScreen().availableGeometry().height() - _TITLE
