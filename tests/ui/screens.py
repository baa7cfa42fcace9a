"""Pictures of widgets for a person to look at: build/screens/*.png."""

import os
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from cchc_desktop.overriding import override

FOLDER = Path(os.environ.get("CCHC_SCREENS", "build/screens"))


def grab(widget: QWidget, name: str) -> Path:
    """Write a picture of a widget as it would be painted now; return where."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    QApplication.processEvents()
    path = FOLDER / f"{name}.png"
    assert widget.grab().save(str(path))
    return path


class WindowsSeen(QObject):
    """Names the kinds of widgets that show as windows of their own.

    Args:
        app: where they are watched.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.names: list[str] = []
        app.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_shown = event.type() is QEvent.Type.Show and isinstance(watched, QWidget)
        if is_shown and isinstance(watched, QWidget) and watched.isWindow():
            self.names.append(type(watched).__name__)
        return False

    def stop(self) -> None:
        """Watch no longer."""
        app = QApplication.instance()
        assert app is not None
        app.removeEventFilter(self)
