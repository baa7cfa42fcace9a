"""The head of a painted table: quiet titles over a line, aligned as the cells below them."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from cchc_desktop.overriding import override
from ui.shared import theme

PAD = 8
LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class Titles(QHeaderView):
    """Column titles; a subclass that paints more than words overrides ``paint_title``.

    Args:
        parent: the table.
        side_of: where the words of a column stand; left where it is not told.
        height: its height in pixels.
    """

    def __init__(
        self,
        parent: QWidget,
        side_of: Callable[[int], Qt.AlignmentFlag] = lambda _section: LEFT,
        height: int = 28,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._side_of = side_of
        self.setAccessibleName("Tên cột")
        self.setFixedHeight(height)
        self.setMinimumSectionSize(20)

    def stretch_only(self, stretched: int) -> None:
        """Let one column take what the fixed others leave."""
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int, /) -> None:
        painter.save()
        painter.fillRect(rect, theme.color("surface"))
        line = QRectF(rect.left(), rect.bottom(), rect.width(), 1)
        painter.fillRect(line, theme.color("line2"))
        painter.setFont(theme.font("small", 500))
        painter.setPen(theme.color("text3"))
        words = str(self.model().headerData(logicalIndex, self.orientation()))
        cell = QRectF(rect).adjusted(PAD, 0, -PAD, -1)
        self.paint_title(painter, cell, logicalIndex, words)
        painter.restore()

    def paint_title(self, painter: QPainter, cell: QRectF, section: int, words: str) -> None:
        """Paint what a column is called in the room inside its padding."""
        painter.drawText(cell, self._side_of(section), words)
