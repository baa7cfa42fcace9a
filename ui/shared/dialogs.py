"""How a dialog is opened: over its window, gone when it is closed."""

from PySide6.QtWidgets import QDialog


def show_dialog(dialog: QDialog) -> None:
    """Open a dialog; it is deleted when it is closed."""
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
