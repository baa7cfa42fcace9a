"""What painted rows have in common: height, how one is chosen, ground, dress and tooltips."""

from collections.abc import Callable

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    Qt,
)
from PySide6.QtGui import QHelpEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QToolTip, QWidget

from ui.shared import theme

ROW = 26
TOTAL, RULE = 28, 3  # a pinned total, and the double rule above it
Index = QModelIndex | QPersistentModelIndex
SELECT_ROW = (
    QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
)


def dress(view: QAbstractItemView) -> None:
    """Give a view that paints its cells by itself what all of them have.

    That is no frame and no editors of Qt's; it scrolls up and down by pixels, never sideways.
    """
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


def keep_in_sight(view: QAbstractItemView, event: QResizeEvent) -> None:
    """Keep the current row whole in a view that becomes lower: a bar came above or below it."""
    index, high = view.currentIndex(), event.size().height()
    if high < event.oldSize().height() and index.isValid():
        row = view.visualRect(index)
        if row.top() < event.oldSize().height() and row.bottom() > high:
            view.scrollTo(index)


def told(event: QEvent, ground: QWidget, hint: Callable[[QPoint], str]) -> bool:
    """Show the tooltip that an event asks for; return whether it asked for one.

    Args:
        event: what came to the ground.
        ground: the viewport.
        hint: returns the tooltip at a place of it, "" for none.
    """
    if not isinstance(event, QHelpEvent) or event.type() is not QEvent.Type.ToolTip:
        return False
    QToolTip.showText(event.globalPos(), hint(event.pos()), ground)
    return True


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
