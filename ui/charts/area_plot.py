"""The bars of the areas in pyqtgraph; this module alone loads that library."""

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsRectItem, QToolTip, QVBoxLayout, QWidget

from cchc_desktop.overriding import override
from ui.charts.area_rows import AreaRow
from ui.charts.area_words import NUMBERS, SIDE, AreaWords, name_width
from ui.shared import theme
from ui.shared.numerals import hatch_brush

LEAST_ROW, MOST_ROW = 18.0, 26.0
_BAR = 10.0
_GAP = 1.0
_LEAST_LOSS = 1.5
_Bar = tuple[float, float, float]  # top, left, width in pixels
_NO_PEN = QPen(Qt.PenStyle.NoPen)

pg.setConfigOptions(antialias=True, useOpenGL=False)


class AreaPlot(QWidget):
    """One row an area on one scale of points; one unit of the plot is one pixel."""

    chosen = Signal(str)  # id of an area
    menu_asked = Signal(object)  # QPoint on the screen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[AreaRow, ...] = ()
        self._chosen = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._plot = _bare_plot()
        self._got = pg.BarGraphItem(x0=[], y0=[], width=[], height=[])
        self._lost_ground = pg.BarGraphItem(x0=[], y0=[], width=[], height=[])
        self._lost = pg.BarGraphItem(x0=[], y0=[], width=[], height=[])
        self._band, self._edge = QGraphicsRectItem(), QGraphicsRectItem()
        self._words = AreaWords()
        pieces = (self._band, self._edge, self._got, self._lost_ground, self._lost, self._words)
        for depth, piece in enumerate(pieces):
            piece.setZValue(depth)
            self._plot.addItem(piece, ignoreBounds=True)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._plot)
        viewport = self._plot.viewport()
        viewport.setMouseTracking(True)
        viewport.setCursor(Qt.CursorShape.PointingHandCursor)
        viewport.installEventFilter(self)

    @property
    def rows(self) -> tuple[AreaRow, ...]:
        """The rows that show."""
        return self._rows

    @property
    def target(self) -> QWidget:
        """The widget that the mouse meets."""
        viewport: QWidget = self._plot.viewport()
        return viewport

    @property
    def row_height(self) -> float:
        """Pixels of one row."""
        count = max(1, len(self._rows))
        return min(MOST_ROW, max(LEAST_ROW, self.height() / count))

    def show_rows(self, rows: Sequence[AreaRow], chosen: str) -> None:
        """Show rows.

        Args:
            rows: the areas in order.
            chosen: id of the area that the user is in.
        """
        self._rows, self._chosen = tuple(rows), chosen
        self.setMinimumHeight(round(LEAST_ROW * max(1, len(rows))))
        self.setAccessibleDescription("\n".join(row.sentence for row in rows))
        self.redraw()

    def redraw(self) -> None:
        """Give the same items the numbers, colours and room that stand now."""
        room = QRectF(0, 0, max(1, self.width()), max(1, self.height()))
        view = self._plot.getPlotItem().getViewBox()
        view.setRange(
            xRange=(0, room.width()), yRange=(0, room.height()), padding=0, disableAutoRange=True
        )
        self._plot.setBackground(theme.color("surface"))
        self._draw_bars()
        self._draw_chosen(room)
        self._words.show_rows(self._rows, self._chosen, room, self.row_height)

    def row_at(self, y: float) -> AreaRow | None:
        """Return the row at a height in pixels."""
        place = int(y // self.row_height)
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def spans(self) -> tuple[tuple[float, float, float], ...]:
        """Return for every row where its bar begins, and the pixels got and lost."""
        start = SIDE + name_width(self.width()) + 12
        room = max(0.0, self.width() - start - NUMBERS - 16)
        largest = max((row.longest for row in self._rows if row.maximum), default=None)
        scale = room / float(largest) if largest else 0.0
        found = []
        for row in self._rows:
            got = float(row.got) * scale
            lost = float(row.lost or 0) * scale
            found.append((start, got, max(_LEAST_LOSS, lost - _GAP) if lost > 0 else 0.0))
        return tuple(found)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.redraw()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.redraw()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.redraw()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        ids = [row.id for row in self._rows]
        if step is None or not ids:
            super().keyPressEvent(event)
            return
        place = ids.index(self._chosen) + step if self._chosen in ids else 0
        self.chosen.emit(ids[max(0, min(place, len(ids) - 1))])

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            row = self.row_at(event.pos().y())
            QToolTip.showText(event.globalPos(), row.sentence if row is not None else "", self)
        elif isinstance(event, QContextMenuEvent):
            self.menu_asked.emit(event.globalPos())
        elif isinstance(event, QMouseEvent):
            if _is_left_press(event):
                self._press(event.position())
        else:
            return False
        return True

    def _press(self, spot: QPointF) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        row = self.row_at(spot.y())
        if row is not None:
            self.chosen.emit(row.id)

    def _draw_bars(self) -> None:
        height = self.row_height
        found = [
            (place * height + (height - _BAR) / 2, span) for place, span in enumerate(self.spans())
        ]
        got = [(top, start, wide) for top, (start, wide, _) in found if wide > 0]
        lost = [(top, start + wide + _GAP, off) for top, (start, wide, off) in found if off > 0]
        edges = [QPen(theme.color("lost"), 1) if off > 3 else _NO_PEN for _, _, off in lost]
        _set_bars(self._got, got, brush=theme.color("got"), pen=_NO_PEN)
        _set_bars(self._lost_ground, lost, brush=theme.color("lostsoft"), pen=_NO_PEN)
        _set_bars(self._lost, lost, brush=hatch_brush("lost"), pens=edges)

    def _draw_chosen(self, room: QRectF) -> None:
        ids = [row.id for row in self._rows]
        is_shown = self._chosen in ids
        for piece in (self._band, self._edge):
            piece.setVisible(is_shown)
        if not is_shown:
            return
        top = ids.index(self._chosen) * self.row_height
        ring = QPen(theme.color("accent"), 2) if self.hasFocus() else _NO_PEN
        band = QRectF(0, top, room.width(), self.row_height)
        self._band.setRect(band.adjusted(1, 1, -1, -1) if self.hasFocus() else band)
        self._band.setBrush(theme.color("soft"))
        self._band.setPen(ring)
        self._edge.setRect(QRectF(0, top, 3, self.row_height))
        self._edge.setBrush(theme.color("accent"))
        self._edge.setPen(_NO_PEN)


def _set_bars(item: pg.BarGraphItem, bars: list[_Bar], **look: object) -> None:
    """Give an item its bars; one without bars is hidden, for it cannot be empty."""
    item.setVisible(bool(bars))
    if bars:
        tops, starts, widths = zip(*bars, strict=True)
        item.setOpts(
            x0=list(starts), y0=list(tops), width=list(widths), height=[_BAR] * len(bars), **look
        )


def _bare_plot() -> pg.PlotWidget:
    """Return a plot without axes, grid, menu, buttons, mouse and margins."""
    plot = pg.PlotWidget()
    plot.setFrameShape(QFrame.Shape.NoFrame)
    plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    plot.setMouseEnabled(x=False, y=False)
    item = plot.getPlotItem()
    item.setMenuEnabled(False)
    item.hideButtons()
    for axis in ("left", "bottom"):
        item.hideAxis(axis)
    item.layout.setContentsMargins(0, 0, 0, 0)
    item.layout.setSpacing(0)
    view = item.getViewBox()
    view.setDefaultPadding(0)
    view.invertY(b=True)
    return plot


def _is_left_press(event: QMouseEvent) -> bool:
    is_press = event.type() == QEvent.Type.MouseButtonPress
    return is_press and event.button() == Qt.MouseButton.LeftButton
