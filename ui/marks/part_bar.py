"""The line over the tree while it shows one part of the set alone."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cchc_desktop.wording.agencies import scored
from ui.shared.buttons import ghost
from ui.shared.frames import frame
from ui.shared.labels import ElidedLabel, label

_HEIGHT = 32


class PartBar(QWidget):
    """Says whose part shows and how many criteria it has, with the way back to all."""

    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = ElidedLabel("", "small", 500, "accent")
        self.progress = label("", "small", 600, "text2")
        strip = frame("strip", vertical=False, margins=(12, 0, 4, 0), gap=8)
        strip.setFixedHeight(_HEIGHT)
        inner = strip.layout()
        if isinstance(inner, QHBoxLayout):
            inner.addWidget(self.words, 1)
            inner.addWidget(self.progress)
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

    def count(self, done: int, of: int) -> None:
        """Show how many criteria of the part are scored."""
        self.progress.setText(scored(done, of))
