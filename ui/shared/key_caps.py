"""A key drawn as its cap, with what it does."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from ui.shared import theme
from ui.shared.frames import row
from ui.shared.labels import label


def capped(keys: str, words: str) -> QWidget:
    """Return the cap of a key with the words for what it does behind it."""
    cap = QLabel(keys)
    cap.setFont(theme.font("cap", 500))
    cap.setProperty("kind", "smallcap")
    cap.setAlignment(Qt.AlignmentFlag.AlignCenter)
    cap.setFixedHeight(20)
    return row(cap, 6, label(words, "small", tone="text2"))
