"""The words beside the bars of the area chart: names at the left, numbers at the right."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from cchc_desktop.overriding import override
from ui.charts.area_rows import AreaRow
from ui.shared import theme
from ui.shared.numerals import draw_number

SIDE = 16
NUMBERS = 230  # pixels of the columns at the right
_CODE = 16
_MOST_NAME, _NAME_SHARE = 300, 0.34
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


def name_width(width: float) -> float:
    """Return the pixels that codes and names take of a chart."""
    return min(_MOST_NAME, width * _NAME_SHARE)


class AreaWords(QGraphicsItem):
    """Paints names and numbers of all rows; commas of a column stand on one line."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[AreaRow] = ()
        self._chosen = ""
        self._room = QRectF()
        self._row_height = 1.0

    def show_rows(self, rows: Sequence[AreaRow], chosen: str, room: QRectF, height: float) -> None:
        """Show rows.

        Args:
            rows: what to write.
            chosen: id of the area that is written bold.
            room: the chart in pixels.
            height: pixels of one row.
        """
        self.prepareGeometryChange()
        self._rows, self._chosen, self._room, self._row_height = rows, chosen, room, height
        self.update()

    @override
    def boundingRect(self) -> QRectF:
        return self._room

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        for place, row in enumerate(self._rows):
            top = place * self._row_height
            line = QRectF(0, top, self._room.width(), self._row_height)
            self._paint_name(painter, line, row)
            self._paint_numbers(painter, line, row)

    def _paint_name(self, painter: QPainter, line: QRectF, row: AreaRow) -> None:
        font = theme.font("small", 600 if row.id == self._chosen else 400)
        painter.setFont(font)
        painter.setPen(theme.color("text2"))
        metrics = QFontMetricsF(font)
        indent = max(_CODE, metrics.horizontalAdvance(row.code) + 8)
        painter.drawText(line.adjusted(SIDE, 0, 0, 0), _LEFT, row.code)
        painter.setPen(theme.color("text"))
        room = name_width(line.width()) - indent
        words = metrics.elidedText(row.name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(line.adjusted(SIDE + indent, 0, 0, 0), _LEFT, words)

    def _paint_numbers(self, painter: QPainter, line: QRectF, row: AreaRow) -> None:
        left = line.width() - NUMBERS - 8
        painter.setFont(theme.font("small", 500))
        painter.setPen(theme.color("text"))
        draw_number(painter, QRectF(left, line.top(), 64, line.height()), row.points_shown, 3)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("text3"))
        box = QRectF(left + 70, line.top(), 48, line.height())
        painter.drawText(box, _LEFT, row.maximum_shown)
        is_lost = row.lost_shown not in ("0", "–")
        painter.setPen(theme.color("losttext" if is_lost else "text3"))
        box = QRectF(left + 108, line.top(), 58, line.height())
        draw_number(painter, box, row.lost_shown, 3)
        painter.setPen(theme.color("text2"))
        box = QRectF(line.width() - SIDE - 62, line.top(), 62, line.height())
        painter.drawText(box, _RIGHT, row.rank_shown)
