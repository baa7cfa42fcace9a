"""Painting one row of the score tree, every cell of it, with fonts made once a theme."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from cchc_desktop.records import record
from ui.marks.columns import Column
from ui.marks.looks import DASH, NOT_APPLICABLE, NOT_SCORED_HERE, UNSPLIT, Cell, Look
from ui.marks.signs import SIGN_ROLES, Sign
from ui.shared import theme
from ui.shared.icons import pixmap
from ui.shared.numerals import draw_number, hatch_brush

Span = tuple[Column, float, float]  # column, left, width
PAD = 8
CHEVRON = 21  # room before the code
INDENT = 12
_SLOTS = {Column.MAXIMUM: 1, Column.EARLIER: 2, Column.SHIFT: 2}
_BAR_FROM = 84  # a narrower column has its bar under the number
_WORDS = {Cell.OUT: NOT_APPLICABLE, Cell.SURVEY_EMPTY: NOT_SCORED_HERE}  # instead of points
_CENTER = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


@record
class RowState:
    """How a row stands: chosen, open, under the mouse, with a ring, just changed."""

    is_selected: bool = False
    is_open: bool = False
    is_under_mouse: bool = False
    ring: Column | None = None
    glow: float = 0.0
    is_locked: bool = False
    is_settled: bool = False  # the round is decided: a shift is no open question


class RowPainter:
    """Fonts of the theme that shows, and one function a cell."""

    def __init__(self) -> None:
        self._fonts = {weight: theme.font("body", weight) for weight in (400, 500, 600)}
        self._italic = theme.font("body", italic=True)
        self._small = {weight: theme.font("small", weight) for weight in (400, 500, 600)}
        self._small_italic = theme.font("small", italic=True)
        self._metrics = {weight: QFontMetricsF(font) for weight, font in self._fonts.items()}
        self._italic_metrics = QFontMetricsF(self._italic)
        self._small_metrics = QFontMetricsF(self._small[400])
        words = QFontMetricsF(self._small_italic)
        self._words = {cell: words.horizontalAdvance(text) for cell, text in _WORDS.items()}
        self._prefix = self._italic_metrics.horizontalAdvance(f"{UNSPLIT}  ")
        self._lost_room = self._metrics[400].horizontalAdvance("00,000")
        self._draw: Mapping[Column, Callable[[QPainter, QRectF, Look, RowState], None]] = {
            Column.CODE: self._code,
            Column.NAME: self._name,
            Column.MAXIMUM: self._maximum,
            Column.EARLIER: self._earlier,
            Column.POINTS: self._points,
            Column.SHIFT: self._shift,
            Column.LOST: self._lost,
            Column.EVIDENCE: self._evidence,
            Column.SIGN: self._sign,
        }

    def paint(
        self, painter: QPainter, row: QRectF, spans: Sequence[Span], look: Look, state: RowState
    ) -> None:
        """Paint a row over its full width, then each visible cell."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, row, look, state)
        self.cells(painter, row, spans, look, state)

    def cells(
        self, painter: QPainter, row: QRectF, spans: Sequence[Span], look: Look, state: RowState
    ) -> None:
        """Paint the cells alone, on whatever ground there is."""
        wide, giver = self.words_room(spans, look)
        for column, left, width in spans:
            cell = QRectF(left, row.top(), width, row.height() - 1)
            if column is Column.POINTS and giver is not None:
                cell.setLeft(wide[0])
                cell.setRight(wide[1])
            if column is giver:
                cell = _left_over(cell, wide)
            else:
                self._draw[column](painter, cell, look, state)
            if column is state.ring:
                painter.setPen(QPen(theme.color("accent"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(cell.adjusted(1, 1, -1, -1), 2, 2)

    def words_room(
        self, spans: Sequence[Span], look: Look
    ) -> tuple[tuple[float, float], Column | None]:
        """Return from where to where words instead of points stand, and which column gives room.

        The column of the round before gives it where it says nothing, else the one behind.
        """
        shown = [column for column, _, _ in spans]
        if look.cell not in _WORDS or Column.POINTS not in shown:
            return (0.0, 0.0), None
        at = shown.index(Column.POINTS)
        _, left, width = spans[at]
        needed = max(width, self._words[look.cell] + PAD + 6)
        if shown[at - 1] is Column.EARLIER and not look.earlier:
            return (left + width - needed, left + width), Column.EARLIER
        if look.shift or look.lost or at + 1 == len(shown):
            return (left, left + width), None
        return (left, left + needed), shown[at + 1]

    def name_room(self, look: Look, width: float) -> bool:
        """Return whether a name has room in a cell of some width."""
        metrics = self._italic_metrics if look.is_balancing else self._metrics[_weight(look)]
        room = width - 2 * PAD - INDENT * look.depth - self._remark_width(look)
        taken = self._prefix if look.is_balancing else 0
        return metrics.horizontalAdvance(look.name) + taken <= room

    def _ground(self, painter: QPainter, row: QRectF, look: Look, state: RowState) -> None:
        role = "surface"
        if state.is_selected:
            role = "soft"
        elif look.is_branch:
            role = "sunken" if look.depth else "band"
        painter.fillRect(row, theme.color(role))
        if state.glow > 0:
            glow = QColor(theme.color("glow"))
            glow.setAlphaF(min(1.0, state.glow))
            painter.fillRect(row, glow)
        line = QRectF(row.left(), row.bottom() - 1, row.width(), 1)
        painter.fillRect(line, theme.color("line"))
        if state.is_selected:
            bar = QRectF(row.left(), row.top(), 3, row.height())
            painter.fillRect(bar, theme.color("accent"))

    def _code(self, painter: QPainter, cell: QRectF, look: Look, state: RowState) -> None:
        if look.is_branch and look.node:
            name = "chevron-down" if state.is_open else "chevron-right"
            spot = QPointF(cell.left() + 5, cell.top() + (cell.height() - 16) / 2)
            painter.drawPixmap(spot, pixmap(name, "text3"))
        painter.setFont(self._fonts[_weight(look)])
        painter.setPen(theme.color("text" if look.is_branch else "text2"))
        painter.drawText(cell.adjusted(CHEVRON, 0, 0, 0), _LEFT, look.code)

    def _name(self, painter: QPainter, cell: QRectF, look: Look, state: RowState) -> None:
        left = cell.left() + PAD + INDENT * look.depth
        room = QRectF(left, cell.top(), cell.right() - PAD - left, cell.height())
        if look.node:
            room.setWidth(room.width() - self._remark_width(look))
        font, metrics, role = self._fonts[_weight(look)], self._metrics[_weight(look)], "text"
        if look.is_balancing:
            font, metrics, role = self._italic, self._italic_metrics, "text2"
            painter.setFont(font)
            painter.setPen(theme.color("text3"))
            painter.drawText(room, _LEFT, UNSPLIT)
            room.setLeft(room.left() + self._prefix)
        painter.setFont(font)
        text = metrics.elidedText(look.name, Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(theme.color(role))
        painter.drawText(room, _LEFT, text)
        if look.remark:
            self._paint_remark(painter, cell.adjusted(0, 0, -PAD, 0), look, metrics, left)

    def _paint_remark(
        self, painter: QPainter, cell: QRectF, look: Look, metrics: QFontMetricsF, left: float
    ) -> None:
        """Paint what stands right of a name; beside the total it gets what the name leaves."""
        painter.setFont(self._small[400])
        painter.setPen(theme.color("text3"))
        words = look.remark
        if not look.node:
            room = cell.right() - left - metrics.horizontalAdvance(look.name) - PAD
            words = self._small_metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        painter.drawText(cell, _RIGHT, words)

    def _remark_width(self, look: Look) -> float:
        return self._small_metrics.horizontalAdvance(look.remark) + PAD if look.remark else 0.0

    def _maximum(self, painter: QPainter, cell: QRectF, look: Look, state: RowState) -> None:
        if look.maximum == "?":
            painter.setFont(self._fonts[600])
            painter.setPen(theme.color("opentext"))
            painter.drawText(cell.adjusted(0, 0, -PAD, 0), _RIGHT, "?")
            return
        painter.setFont(self._italic if look.is_balancing else self._fonts[_weight(look)])
        painter.setPen(theme.color("text2" if look.node else "text"))
        self._number(painter, cell, look.maximum, Column.MAXIMUM)

    def _earlier(self, painter: QPainter, cell: QRectF, look: Look, state: RowState) -> None:
        painter.setFont(self._fonts[400])
        painter.setPen(theme.color("text3" if look.earlier else "off"))
        self._number(painter, cell, look.earlier or DASH, Column.EARLIER)

    def _points(self, painter: QPainter, cell: QRectF, look: Look, state: RowState) -> None:
        if look.cell in (Cell.SURVEY, Cell.SURVEY_EMPTY):
            painter.fillRect(cell.adjusted(4, 3, -3, -3), hatch_brush("line2", 5, 1))
        if look.cell in _WORDS:
            painter.setFont(self._small_italic)
            painter.setPen(theme.color("text3" if look.cell is Cell.OUT else "text2"))
            painter.drawText(cell.adjusted(0, 0, -PAD + 2, 0), _RIGHT, _WORDS[look.cell])
            return
        self._points_icon(painter, cell, look, state)
        is_flat = look.cell is Cell.SURVEY or (state.is_locked and not look.is_branch)
        role = "text2" if is_flat else "text"
        painter.setPen(theme.color(role if look.points else "off"))
        painter.setFont(self._fonts[max(500, _weight(look))])
        self._number(painter, cell, look.points or DASH, Column.POINTS)

    def _points_icon(self, painter: QPainter, cell: QRectF, look: Look, state: RowState) -> None:
        name = "fx" if look.is_computed and state.is_under_mouse else ""
        if state.is_locked and not look.is_branch and look.cell is Cell.NUMBER:
            name = "lock"
        if name:
            spot = QPointF(cell.left() + 2, cell.top() + (cell.height() - 14) / 2)
            painter.drawPixmap(spot, pixmap(name, "text3", 14))

    def _shift(self, painter: QPainter, cell: QRectF, look: Look, state: RowState) -> None:
        if not look.shift:
            return
        painter.setFont(self._fonts[400 if state.is_settled else 600])
        role = "losttext" if look.is_down and not state.is_settled else "text2"
        painter.setPen(theme.color(role))
        self._number(painter, cell.adjusted(0, 0, -12, 0), look.shift, Column.SHIFT)
        middle, right = cell.center().y(), cell.right() - 12
        way = 1.0 if look.is_down else -1.0
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("losttext" if look.is_down else "oktext"))
        points = ((-3.5, -2.5 * way), (3.5, -2.5 * way), (0.0, 3.0 * way))
        painter.drawPolygon(QPolygonF([QPointF(right + x, middle + y) for x, y in points]))

    def _lost(self, painter: QPainter, cell: QRectF, look: Look, state: RowState) -> None:
        painter.setFont(self._fonts[600 if _weight(look) == 600 else 400])
        is_out = look.cell is Cell.OUT or not look.lost
        if is_out or look.lost == "0":
            painter.setPen(theme.color("off" if is_out else "text3"))
            self._number(painter, cell, DASH if is_out else "0", Column.LOST)
            return
        if look.share is not None:
            self._bar(painter, cell, look.share)
        painter.setPen(theme.color("losttext"))
        is_wide = cell.width() >= _BAR_FROM
        room = cell if is_wide or look.share is None else cell.adjusted(0, 0, 0, -2)
        self._number(painter, room, look.lost, Column.LOST)

    def _bar(self, painter: QPainter, cell: QRectF, share: float) -> None:
        """Paint the lost share: hatched left of the number, or thin under it."""
        if cell.width() < _BAR_FROM:
            bar = QRectF(cell.left() + 7, cell.bottom() - 4, cell.width() - 14, 2)
            painter.fillRect(bar, theme.color("line"))
            bar.setWidth(max(2.0, bar.width() * share))
            painter.fillRect(bar, theme.color("lost"))
            return
        width = cell.width() - PAD - self._lost_room - 20
        bar = QRectF(cell.left() + PAD, cell.center().y() - 3, width, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("line"))
        painter.drawRoundedRect(bar, 3, 3)
        rounded = QPainterPath()
        rounded.addRoundedRect(bar, 3, 3)
        bar.setWidth(max(3.0, width * share))
        painter.save()
        painter.setClipPath(rounded, Qt.ClipOperation.IntersectClip)
        painter.fillRect(bar, theme.color("lost"))
        painter.fillRect(bar, hatch_brush("surface", 4, 1))
        painter.restore()

    def _evidence(self, painter: QPainter, cell: QRectF, look: Look, state: RowState) -> None:
        is_open = look.evidence_role == "opentext"
        painter.setFont(self._small[600 if is_open else 500 if look.is_branch else 400])
        painter.setPen(theme.color(look.evidence_role))
        painter.drawText(cell, _CENTER, look.evidence)

    def _sign(self, painter: QPainter, cell: QRectF, look: Look, state: RowState) -> None:
        if look.sign is Sign.NONE:
            return
        spot = QPointF(cell.center().x() - 8, cell.center().y() - 8)
        painter.drawPixmap(spot, pixmap(look.sign.value, SIGN_ROLES[look.sign]))

    def _number(self, painter: QPainter, cell: QRectF, text: str, column: Column) -> None:
        draw_number(painter, cell.adjusted(0, 0, -PAD, 0), text, _SLOTS.get(column, 3))


def _left_over(cell: QRectF, taken: tuple[float, float]) -> QRectF:
    """Return what is left of a cell whose one side is taken."""
    if cell.left() < taken[0]:
        return QRectF(cell.left(), cell.top(), taken[0] - cell.left(), cell.height())
    return QRectF(taken[1], cell.top(), cell.right() - taken[1], cell.height())


def _weight(look: Look) -> int:
    if not look.is_branch:
        return 400
    return 500 if look.depth else 600
