"""Pictures of widgets for a person to look at: build/screens/*.png."""

import os
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

FOLDER = Path(os.environ.get("CCHC_SCREENS", "build/screens"))


def grab(widget: QWidget, name: str) -> Path:
    """Write a picture of a widget as it would be painted now; return where."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    QApplication.processEvents()
    path = FOLDER / f"{name}.png"
    assert widget.grab().save(str(path))
    return path
