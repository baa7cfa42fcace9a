"""A number in an accent disc, 16 px: ties a field to a place on a page."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from ui.shared import theme

SIZE = 16


def paint_disc(painter: QPainter, corner: QPointF, number: int) -> None:
    """Paint a number in a disc whose frame begins at a corner."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("accent"))
    frame = QRectF(corner.x(), corner.y(), SIZE, SIZE)
    painter.drawEllipse(frame)
    painter.setPen(theme.color("onaccent"))
    painter.setFont(theme.font("cap", 700))
    painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, str(number))
