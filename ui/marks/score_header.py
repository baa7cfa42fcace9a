"""The head of the score tree: titles over their numbers."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from cchc_desktop.overriding import override
from ui.marks.columns import Column, is_number
from ui.shared.titles import LEFT, PAD, RIGHT, Titles


class ScoreHeader(Titles):
    """Column titles, aligned as the cells below them."""

    @override
    def paint_title(self, painter: QPainter, cell: QRectF, section: int, words: str) -> None:
        side, pads = LEFT, (0, PAD)
        if is_number(section):
            side, pads = RIGHT, (-PAD, 0)
        elif section == Column.EVIDENCE:
            side, pads = Qt.AlignmentFlag.AlignCenter, (-PAD, PAD)
        painter.drawText(cell.adjusted(pads[0], 0, pads[1], 0), side, words)
