"""Painting the cells of the league: heat, ratings, changes of rank."""

from decimal import Decimal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPolygonF

from cchc_desktop.domain.rating import Rating
from ui.rank.columns import Column
from ui.rank.standings import AreaShare, LeagueRow
from ui.shared import theme
from ui.shared.numerals import draw_number, hatch_brush

PAD = 8
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_CENTER = Qt.AlignmentFlag.AlignCenter
_PILLS = {
    Rating.EXCELLENT: ("oktext", "oksoft"),
    Rating.GOOD: ("text2", "unsel"),
    Rating.FAIR: ("text2", "unsel"),
    Rating.AVERAGE: ("opentext", "opensoft"),
    Rating.WEAK: ("opentext", "opensoft"),
}


class CellPainter:
    """Fonts of the theme that shows, one function a kind of cell."""

    def __init__(self) -> None:
        self._body = {weight: theme.font("body", weight) for weight in (400, 600)}
        self._small = {weight: theme.font("small", weight) for weight in (400, 600)}
        self._metrics = {weight: QFontMetricsF(font) for weight, font in self._body.items()}
        self._small_metrics = QFontMetricsF(self._small[600])

    def rank(self, painter: QPainter, cell: QRectF, row: LeagueRow, words: str) -> None:
        """Paint a rank, with a sign where units share it."""
        is_ranked = row.ranked.rank is not None
        _pen(painter, self._body[600], "text" if is_ranked else "off")
        painter.drawText(cell.adjusted(0, 0, -PAD, 0), _RIGHT, words)
        if row.ranked.is_tied:
            _pen(painter, self._body[400], "text3")
            painter.drawText(cell.adjusted(14, 0, 0, 0), _LEFT, "=")

    def name(self, painter: QPainter, cell: QRectF, words: str, *, bold: bool) -> None:
        """Paint a name, elided where there is no room."""
        weight = 600 if bold else 400
        room = cell.adjusted(PAD, 0, -4, 0)
        elide = Qt.TextElideMode.ElideRight
        text = self._metrics[weight].elidedText(words, elide, room.width())
        _pen(painter, self._body[weight], "text")
        painter.drawText(room, _LEFT, text)

    def number(
        self, painter: QPainter, cell: QRectF, words: str, look: tuple[str, int, int]
    ) -> None:
        """Paint a number with its comma in line; ``look`` is role, weight, decimal places."""
        role, weight, slots = look
        _pen(painter, self._body[weight], role)
        draw_number(painter, cell.adjusted(0, 0, -PAD, 0), words, slots)

    def area(
        self,
        painter: QPainter,
        cell: QRectF,
        found: tuple[AreaShare, str],
        heat: tuple[Decimal, ...],
    ) -> None:
        """Paint an area: number, and under 90 % ground and bar, so that no colour speaks alone."""
        share, words = found
        percent = share.percent
        steps = 0 if percent is None else sum(percent < least for least in heat)
        box = cell.adjusted(2, 2, -2, -2)
        if steps:
            ground = QColor(theme.color("lostsoft"))
            ground.setAlphaF(0.55 if steps == 1 else 1.0)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(box, 3, 3)
            if steps == len(heat):
                painter.setOpacity(0.35)
                painter.fillRect(box, hatch_brush("lost", 5, 1))
                painter.setOpacity(1.0)
            self._bar(painter, box, percent)
        role = "off" if share.points is None else "text"
        _pen(painter, self._small[600 if steps == len(heat) else 400], role)
        draw_number(painter, cell.adjusted(0, 0, -5, -2 if steps else 0), words, 2)

    def mean(self, painter: QPainter, cell: QRectF, words: str) -> None:
        """Paint the mean of an area."""
        _pen(painter, self._small[600], "text")
        draw_number(painter, cell.adjusted(0, 0, -5, 0), words, 2)

    def _bar(self, painter: QPainter, box: QRectF, percent: Decimal | None) -> None:
        bar = QRectF(box.left() + 2, box.bottom() - 2, box.width() - 4, 2)
        painter.fillRect(bar, theme.color("line2"))
        bar.setWidth(bar.width() * min(1.0, float(percent or 0) / 100))
        painter.fillRect(bar, theme.color("got"))

    def rating(self, painter: QPainter, cell: QRectF, row: LeagueRow, words: str) -> None:
        """Paint a rating as a pill, or why there is none."""
        if row.rating is None or row.ranked.rank is None:
            _pen(painter, self._small[400], "text3")
            painter.drawText(cell.adjusted(PAD, 0, 0, 0), _LEFT, words)
            return
        tone, ground = _PILLS[row.rating]
        width = self._small_metrics.horizontalAdvance(words) + 12
        pill = QRectF(cell.left() + PAD, cell.center().y() - 9, width, 18)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(ground))
        painter.drawRoundedRect(pill, 4, 4)
        _pen(painter, self._small[600], tone)
        painter.drawText(pill, _CENTER, words)

    def change(self, painter: QPainter, cell: QRectF, row: LeagueRow, words: str) -> None:
        """Paint how the rank moved: triangle and number."""
        change = row.change or 0
        role = "oktext" if change > 0 else "losttext" if change < 0 else "text3"
        _pen(painter, self._body[400], role)
        painter.drawText(cell.adjusted(0, 0, -PAD, 0), _RIGHT, words)
        if change:
            triangle(painter, QPointF(cell.left() + 12, cell.center().y()), role, up=change > 0)


def triangle(painter: QPainter, spot: QPointF, role: str, *, up: bool) -> None:
    """Paint the sign of a rank won or lost."""
    way = 1.0 if up else -1.0
    points = ((-4.0, 2.5 * way), (4.0, 2.5 * way), (0.0, -3.0 * way))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(role))
    painter.drawPolygon(QPolygonF([QPointF(spot.x() + x, spot.y() + y) for x, y in points]))


def is_left(column: Column) -> bool:
    """Return whether a column's title stands at the left."""
    return column in (Column.NAME, Column.RATING)


def _pen(painter: QPainter, font: QFont, role: str) -> None:
    painter.setFont(font)
    painter.setPen(theme.color(role))
