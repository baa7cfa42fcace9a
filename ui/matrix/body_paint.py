"""Painting the cells of the matrix: nine kinds, the ring, a pasted block."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from cchc_desktop.records import record
from ui.matrix.cells import DASH, OUT, CellLook, Kind
from ui.shared import theme
from ui.shared.icons import pixmap
from ui.shared.numerals import draw_number, hatch_brush

PAD = 10
_SLOTS = 2
_ICON = 13
_CENTER = Qt.AlignmentFlag.AlignCenter


@record
class CellState:
    """How a cell stands.

    Args:
        is_selected: it belongs to the selected block.
        is_fresh: the last step changed it.
        depth: of its row; 0 for areas.
        pasted: what a preview would write there, "" for nothing.
        role, weight: how that is written.
        is_refused: the preview cannot write it.
    """

    is_selected: bool = False
    is_fresh: bool = False
    depth: int = 0
    pasted: str = ""
    role: str = ""
    weight: int = 400
    is_refused: bool = False


class CellPainter:
    """Fonts of the theme that shows, and one function a kind of cell."""

    def __init__(self) -> None:
        self._fonts = {weight: theme.font("body", weight) for weight in (400, 500, 600)}
        self._cap = theme.font("cap", 500)

    def paint(self, painter: QPainter, cell: QRectF, look: CellLook, state: CellState) -> None:
        """Paint a cell with its ground and the hairline below it."""
        self._ground(painter, cell, look, state)
        if state.pasted:
            painter.setFont(self._fonts[state.weight])
            painter.setPen(theme.color(state.role))
            self._number(painter, cell, look.signed(state.pasted), _SLOTS)
        elif look.kind is Kind.OUT:
            painter.setFont(self._cap)
            painter.setPen(theme.color("text2"))
            painter.drawText(cell, _CENTER, OUT)
        elif not look.text:
            self._missing(painter, cell, look)
        else:
            self._value(painter, cell, look, state)
        self._icon(painter, cell, look)
        if state.is_refused:
            self._edge(painter, cell, "lost")

    def ring(self, painter: QPainter, cell: QRectF, *, focused: bool) -> None:
        """Paint the ring around the current cell, a quiet one while the focus is elsewhere."""
        self._edge(painter, cell, "accent" if focused else "softline")

    def block(self, painter: QPainter, block: QRectF) -> None:
        """Paint the dashed edge of a block that is previewed."""
        pen = QPen(theme.color("accent"), 2, Qt.PenStyle.DashLine)
        pen.setDashPattern([2.5, 1.5])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(block.adjusted(1, 0, -1, -1))

    def _ground(self, painter: QPainter, cell: QRectF, look: CellLook, state: CellState) -> None:
        role = _GROUNDS.get(look.kind, "surface")
        if look.kind is Kind.SUM:
            role = "sunken" if state.depth else "band"
        if look.is_locked and look.kind is not Kind.OUT:
            role = "surface"
        if state.is_fresh:
            role = "glow"
        if state.is_selected:
            role = "soft"
        painter.fillRect(cell, theme.color(role))
        if look.kind is Kind.SURVEY and not state.is_selected:
            painter.fillRect(cell.adjusted(2, 2, -2, -3), hatch_brush("line2", 5, 1))
        line = QRectF(cell.left(), cell.bottom() - 1, cell.width(), 1)
        painter.fillRect(line, theme.color("line"))

    def _value(self, painter: QPainter, cell: QRectF, look: CellLook, state: CellState) -> None:
        weight, role = _LOOKS[look.kind]
        if look.kind is Kind.SUM and state.depth:
            weight = 500
        if look.is_locked:
            weight, role = 400, "text2"
        painter.setFont(self._fonts[weight])
        painter.setPen(theme.color(role))
        self._number(painter, cell, look.signed(look.text), look.slots)

    def _missing(self, painter: QPainter, cell: QRectF, look: CellLook) -> None:
        is_open = look.kind is Kind.MISSING and not look.is_locked
        painter.setFont(self._fonts[500])
        painter.setPen(theme.color("opentext" if is_open else "off"))
        painter.drawText(cell, _CENTER, DASH)
        if is_open:
            line = QRectF(cell.left() + 12, cell.bottom() - 5, cell.width() - 24, 2)
            painter.fillRect(line, theme.color("open"))

    def _icon(self, painter: QPainter, cell: QRectF, look: CellLook) -> None:
        name = "cho" if look.is_asked else "lock" if look.is_locked else ""
        if name and look.kind is not Kind.OUT:
            spot = QPointF(cell.left() + 6, cell.top() + (cell.height() - _ICON) / 2 - 0.5)
            role = "opentext" if look.is_asked else "text2"
            painter.drawPixmap(spot, pixmap(name, role, _ICON))

    def _number(self, painter: QPainter, cell: QRectF, text: str, slots: int) -> None:
        draw_number(painter, cell.adjusted(0, 0, -PAD, -1), text, slots)

    def _edge(self, painter: QPainter, cell: QRectF, role: str) -> None:
        painter.setPen(QPen(theme.color(role), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(cell.adjusted(1, 1, -1, -2), 2, 2)


_GROUNDS = {Kind.COMPUTED: "sunken", Kind.OUT: "unsel"}
_LOOKS = {
    Kind.SUM: (600, "text"),
    Kind.TYPED: (500, "text"),
    Kind.COMPUTED: (400, "text2"),
    Kind.SURVEY: (400, "text2"),
    Kind.MISSING: (500, "opentext"),
    Kind.OUT: (400, "text2"),
    Kind.NONE: (400, "text3"),
}
