"""What painted rows have in common: their height, how one is chosen, the ground they stand on."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui.shared import theme

ROW = 26
TOTAL, RULE = 28, 3  # a pinned total, and the double rule above it
Index = QModelIndex | QPersistentModelIndex
SELECT_ROW = (
    QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
)


def paint_ground(painter: QPainter, place: QRectF, role: str, *, barred: bool = False) -> None:
    """Paint the ground of a row or a cell, its hairline, and the bar of the chosen one."""
    painter.fillRect(place, theme.color(role))
    line = QRectF(place.left(), place.bottom() - 1, place.width(), 1)
    painter.fillRect(line, theme.color("line"))
    if barred:
        bar = QRectF(place.left(), place.top(), 3, place.height())
        painter.fillRect(bar, theme.color("accent"))


def paint_foot(painter: QPainter, foot: QWidget) -> QRectF:
    """Paint the ground of a pinned total and its double rule; return the room of its cells."""
    painter.fillRect(foot.rect(), theme.color("surface"))
    for top in (0, RULE - 1):
        painter.fillRect(QRectF(0, top, foot.width(), 1), theme.color("inputline"))
    return QRectF(0, RULE, foot.width(), TOTAL)
