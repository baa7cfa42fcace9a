"""Painting numbers and hatches: decimal commas on one line, lost points hatched."""

from collections.abc import Iterable
from functools import cache
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap, QTransform

from ui.shared import theme

_ROOMS: dict[tuple[str, int], float] = {}
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


def draw_number(painter: QPainter, rect: QRectF, text: str, slots: int) -> None:
    """Draw a number so that all commas of a column stand on one vertical line.

    Args:
        painter: its font and pen are used.
        rect: the cell; the number's last slot ends at its right edge.
        text: the number as shown, with a decimal comma or none.
        slots: decimal places that the column keeps room for.
    """
    room = _room_of(painter.font(), slots)
    whole, comma, tail = text.partition(",")
    line = rect.right() - room
    painter.drawText(QRectF(rect.left(), rect.top(), line - rect.left(), rect.height()),
                     _RIGHT, whole)  # fmt: skip
    if comma:
        painter.drawText(QRectF(line, rect.top(), room + 40, rect.height()), _LEFT, comma + tail)


def slots_width(metrics: QFontMetricsF, slots: int) -> float:
    """Return the room that a comma and its decimal places take."""
    return metrics.horizontalAdvance("," + "0" * slots) if slots else 0.0


def codes_width(codes: Iterable[str], least: int, pad: int) -> int:
    """Return the width of a column of codes: the longest one whole, never under ``least``."""
    metrics = QFontMetricsF(theme.font("body"))
    widest = max((metrics.horizontalAdvance(code) for code in codes), default=0.0)
    return max(least, ceil(widest) + 2 * pad)


def hatch_brush(role: str = "lost", step: int = 4, width: float = 1.2) -> QBrush:
    """Return a brush of slanted lines that look the same at every scale.

    Args:
        role: colour role of the lines.
        step: logical pixels from line to line.
        width: width of a line.
    """
    return _hatch(theme.hex_of(role), step, width, theme.device_ratio())


def paint_hatched(painter: QPainter, rect: QRectF, role: str = "lost") -> None:
    """Fill a bar as lost points look: soft ground, hatched, with an outline where it fits."""
    painter.save()
    painter.fillRect(rect, theme.color(f"{role}soft"))
    painter.fillRect(rect, hatch_brush(role))
    if rect.width() > 3 and rect.height() > 3:
        painter.setPen(QPen(theme.color(role), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.restore()


def _room_of(font: QFont, slots: int) -> float:
    """Return the room of the slots in a font, measured once: thousands of numbers ask for it."""
    key = (font.key(), slots)
    found = _ROOMS.get(key)
    if found is None:
        found = _ROOMS[key] = slots_width(QFontMetricsF(font), slots)
    return found


@cache
def _hatch(color: str, step: int, width: float, ratio: float) -> QBrush:
    edge = max(2, round(step * ratio))
    tile = QPixmap(edge, edge)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(color), width * ratio))
    for shift in (-edge, 0, edge):
        painter.drawLine(QPointF(shift - 1, edge + 1), QPointF(shift + edge + 1, -1))
    painter.end()
    brush = QBrush(tile)
    brush.setTransform(QTransform.fromScale(1 / ratio, 1 / ratio))
    return brush
