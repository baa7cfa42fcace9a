"""What the tree says where there is nothing to show, with one button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.shared.buttons import normal, primary
from ui.shared.labels import label


class EmptyTree(QWidget):
    """One sentence and one button in the middle of the tree.

    Args:
        parent: the widget it lies in.
    """

    filter_dropped = Signal()
    structure_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = label("", "body", 400, "text2")
        self._drop = normal("Bỏ lọc", self.filter_dropped.emit)
        self._make = primary("Lập bộ tiêu chí", self.structure_asked.emit)
        box = QVBoxLayout(self)
        box.setSpacing(12)
        for widget in (self._words, self._drop, self._make):
            box.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        self.hide()

    def show_filtered(self, words: str) -> None:
        """Say that a filter finds nothing."""
        self._say(words, is_filtered=True)

    def show_no_criteria(self) -> None:
        """Say that there are no criteria."""
        self._say("Chưa có tiêu chí.", is_filtered=False)

    def _say(self, words: str, *, is_filtered: bool) -> None:
        self._words.setText(words)
        self._drop.setVisible(is_filtered)
        self._make.setVisible(not is_filtered)
        self.show()
        self.raise_()
