"""A dialog that says or asks one thing: title, a plain sentence, pieces below each other."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from ui.shared.labels import label


class SentenceDialog(QDialog):
    """Title, a plain sentence, pieces below each other, and two buttons.

    Args:
        title: what it is about.
        sentence: what it says or asks.
        parent: the workplace.
    """

    def __init__(self, title: str, sentence: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.sentence = label(sentence, tone="text2", wrap=True)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(24, 20, 24, 16)
        self._box.setSpacing(12)
        self._box.addWidget(label(title, "title", 600))
        self._box.addWidget(self.sentence)

    def add(self, *pieces: QWidget) -> None:
        """Add pieces below what is there."""
        for piece in pieces:
            self._box.addWidget(piece)

    def add_fields(self, fields: Sequence[tuple[str, QWidget]]) -> None:
        """Add fields below each other, each with its caption."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        for line, (words, field) in enumerate(fields):
            caption = label(words, "small", 500, "text3")
            caption.setBuddy(field)
            grid.addWidget(caption, line, 0)
            grid.addWidget(field, line, 1)
        grid.setColumnStretch(1, 1)
        self._box.addLayout(grid)
