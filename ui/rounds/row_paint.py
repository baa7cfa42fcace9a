"""Painting the table of rounds: rows, heads of groups, the total."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF

from cchc_desktop.domain.points import ZERO
from cchc_desktop.domain.rounds import Decision, RoundsRow
from cchc_desktop.records import record
from ui.rounds.columns import NUMBERS, ROUND_OF, Column
from ui.rounds.ledger import DASH, Line, RoundsLedger
from ui.shared import theme
from ui.shared.icons import pixmap
from ui.shared.numerals import draw_number
from ui.shared.rows import paint_ground
from ui.shared.titles import LEFT, PAD

Span = tuple[Column, float, float]  # column, left, width
_SLOTS = {Column.MAXIMUM: 1, Column.DIFFERENCE: 2}
_TRIANGLE = 18  # room right of a difference
_ICONS = {
    Decision.ASKED: ("cho", "opentext"),
    Decision.EXPLAINED: ("cho", "opentext"),
    Decision.ACCEPTED: ("du", "oktext"),
    Decision.KEPT: ("du", "oktext"),
    Decision.OTHER: ("du", "oktext"),
    Decision.SCORED: ("du", "oktext"),
}


@record
class RowState:
    """How a row stands."""

    is_selected: bool = False
    is_ticked: bool = False
    has_ring: bool = False


class RowPainter:
    """Fonts of the theme that shows, and one function a kind of line."""

    def __init__(self) -> None:
        self._fonts = {weight: theme.font("body", weight) for weight in (400, 500, 600)}
        self._metrics = QFontMetricsF(self._fonts[400])
        self._small = {weight: theme.font("small", weight) for weight in (400, 600)}
        self._small_bold = QFontMetricsF(self._small[600])

    def paint_group(self, painter: QPainter, row: QRectF, line: Line) -> None:
        """Paint the head of a group: name, count, sentence."""
        paint_ground(painter, row, "band")
        tone = "opentext" if line.is_open else "text2"
        left = row.left() + 12.0
        for text, weight, role in (
            (line.title, 600, tone),
            (str(line.count), 600, "text"),
            (line.sentence, 400, "text3"),
        ):
            painter.setFont(self._small[weight])
            painter.setPen(theme.color(role))
            room = QRectF(left, row.top(), row.right() - left - PAD, row.height())
            painter.drawText(room, LEFT, text)
            left += self._small_bold.horizontalAdvance(text) + 8

    def paint_row(
        self,
        painter: QPainter,
        row: QRectF,
        spans: Sequence[Span],
        ledger: RoundsLedger,
        found: tuple[RoundsRow, RowState],
    ) -> None:
        """Paint a criterion over the full width, then each visible cell."""
        state = found[1]
        role = "soft" if state.is_selected else "surface"
        paint_ground(painter, row, role, barred=state.is_selected)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for column, left, width in spans:
            cell = QRectF(left, row.top(), width, row.height() - 1)
            self._cell(painter, cell, column, ledger, found)
            if state.has_ring and ROUND_OF.get(column) is ledger.deciding:
                painter.setPen(QPen(theme.color("accent"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(cell.adjusted(1, 1, -1, -1), 2, 2)

    def paint_total(
        self, painter: QPainter, row: QRectF, spans: Sequence[Span], ledger: RoundsLedger
    ) -> None:
        """Paint the total over whatever ground there is."""
        for column, left, width in spans:
            cell = QRectF(left, row.top(), width, row.height())
            is_left = column is Column.DECISION and bool(ledger.open_rows)
            painter.setFont(self._fonts[600])
            painter.setPen(theme.color("opentext" if is_left else "text"))
            self._text(painter, cell, column, ledger.total(column))

    def name_fits(self, name: str, width: float) -> bool:
        """Return whether a name has room in a cell of some width."""
        return self._metrics.horizontalAdvance(name) <= width - 2 * PAD

    def _cell(
        self,
        painter: QPainter,
        cell: QRectF,
        column: Column,
        ledger: RoundsLedger,
        found: tuple[RoundsRow, RowState],
    ) -> None:
        row, state = found
        if column is Column.TICK:
            if not row.criterion.is_survey:
                _paint_tick(painter, cell, is_on=state.is_ticked)
            return
        text = ledger.text(row, column)
        weight, role = _look(row, column, ledger, text)
        painter.setFont(self._fonts[weight])
        painter.setPen(theme.color(role))
        if column is Column.DIFFERENCE and row.difference is not None and row.difference < ZERO:
            _paint_fall(painter, cell)
            painter.setPen(theme.color(role))
        if column is Column.DECISION and row.decision in _ICONS:
            name, tone = _ICONS[row.decision]
            spot = QPointF(cell.left() + 2, cell.top() + (cell.height() - 16) / 2)
            painter.drawPixmap(spot, pixmap(name, tone))
            cell = cell.adjusted(14, 0, 0, 0)
        self._text(painter, cell, column, text)

    def _text(self, painter: QPainter, cell: QRectF, column: Column, text: str) -> None:
        if column in NUMBERS and text != DASH:
            right = _TRIANGLE if column is Column.DIFFERENCE else PAD
            draw_number(painter, cell.adjusted(0, 0, -right, 0), text, _SLOTS.get(column, 2))
        elif column in NUMBERS:
            painter.drawText(cell.adjusted(PAD, 0, -PAD, 0), Qt.AlignmentFlag.AlignCenter, text)
        else:
            room = cell.adjusted(PAD, 0, 0 if column is Column.DECISION else -PAD, 0)
            metrics = QFontMetricsF(painter.font())
            cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, LEFT, cut)


def _look(row: RoundsRow, column: Column, ledger: RoundsLedger, text: str) -> tuple[int, str]:
    """Return weight and colour role of a cell."""
    if ROUND_OF.get(column) is ledger.deciding:
        is_missing = text == DASH and row.is_open
        return 600, "opentext" if is_missing else "off" if text == DASH else "text"
    if column in ROUND_OF:
        return 400, "off" if text == DASH else "text" if row.is_open else "text3"
    if column is Column.DIFFERENCE:
        is_hot = row.is_open and row.difference is not None and row.difference < ZERO
        return (600, "losttext") if is_hot else (400, "text2")
    if column is Column.DECISION:
        return 400, "opentext" if row.is_open else "text"
    return 400, "text" if column is Column.NAME else "text2"


def _paint_tick(painter: QPainter, cell: QRectF, *, is_on: bool) -> None:
    box = QRectF(0, 0, 15, 15)
    box.moveCenter(cell.center())
    painter.setPen(QPen(theme.color("accent" if is_on else "inputline"), 1))
    painter.setBrush(theme.color("accent" if is_on else "surface"))
    painter.drawRoundedRect(box, 4, 4)
    if is_on:
        painter.drawPixmap(box.topLeft() + QPointF(1, 1), pixmap("du", "onaccent", 13))


def _paint_fall(painter: QPainter, cell: QRectF) -> None:
    middle = QPointF(cell.right() - 9, cell.center().y())
    corners = [middle + QPointF(-4, -3), middle + QPointF(4, -3), middle + QPointF(0, 3)]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("losttext"))
    painter.drawPolygon(QPolygonF(corners))
