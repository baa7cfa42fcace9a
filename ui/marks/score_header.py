"""The head of the score tree: titles over their numbers."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from cchc_desktop.overriding import override
from ui.marks.columns import TITLES, Column, is_number
from ui.shared import theme

_PAD = 8


class ScoreHeader(QHeaderView):
    """Column titles, aligned as the cells below them.

    Args:
        parent: the tree.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setAccessibleName("Tên cột")

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int, /) -> None:
        side, pads = Qt.AlignmentFlag.AlignLeft, (_PAD, 0)
        if is_number(logicalIndex):
            side, pads = Qt.AlignmentFlag.AlignRight, (0, -_PAD)
        elif logicalIndex == Column.EVIDENCE:
            side, pads = Qt.AlignmentFlag.AlignHCenter, (0, 0)
        painter.save()
        painter.fillRect(rect, theme.color("surface"))
        line = QRectF(rect.left(), rect.bottom(), rect.width(), 1)
        painter.fillRect(line, theme.color("line2"))
        painter.setFont(theme.font("small", 500))
        painter.setPen(theme.color("text3"))
        cell = rect.adjusted(pads[0], 0, pads[1], -1)
        painter.drawText(cell, side | Qt.AlignmentFlag.AlignVCenter, TITLES[Column(logicalIndex)])
        painter.restore()
