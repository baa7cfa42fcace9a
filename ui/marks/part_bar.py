"""The line over the tree while it shows one part of the set alone."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.shared.buttons import ghost
from ui.shared.frames import frame
from ui.shared.labels import ElidedLabel

_HEIGHT = 32


class PartBar(QWidget):
    """Says whose part shows and how many criteria it has, with the way back to all."""

    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = ElidedLabel("", "small", 500, "accent")
        strip = frame("strip", vertical=False, margins=(12, 0, 4, 0), gap=8)
        strip.setFixedHeight(_HEIGHT)
        inner = strip.layout()
        if isinstance(inner, QHBoxLayout):
            inner.addWidget(self.words, 1)
            inner.addWidget(ghost("Xem tất cả", self.dropped.emit))
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(strip)
        self.hide()

    def say(self, said: str, count: int) -> None:
        """Show whose part it is; "" hides the line."""
        self.words.setText(f"{said}: {count} tiêu chí")
        self.words.setAccessibleName(self.words.text())
        self.setVisible(bool(said))
