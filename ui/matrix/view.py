"""The matrix on the screen: it paints what shows, with a ring, a block and a preview."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from cchc_desktop.commands.blocks import Effect
from cchc_desktop.overriding import override
from ui.matrix.axes import Spot, Way
from ui.matrix.body_paint import CellPainter, CellState
from ui.matrix.heads import ColumnHead, Corner, RowHead
from ui.matrix.measure import CELL, HEAD, ROW, frozen_in
from ui.matrix.model import MatrixModel
from ui.matrix.paste import Area, Pasted, Preview
from ui.shared import theme
from ui.shared.rows import dress, told
from ui.shared.timers import later

Index = QModelIndex | QPersistentModelIndex
_BUDGET = 8  # milliseconds of a frame for units never seen
_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect
_PASTED = {
    Effect.CHANGED: ("accent", 600),
    Effect.SAME: ("text3", 400),
    Effect.REFUSED: ("losttext", 600),
}


class MatrixView(QTableView):
    """Shows a matrix; keys that it does not use itself go to ``keyed``.

    Args:
        model: the matrix.
        parent: the widget it lies in.
    """

    keyed = Signal(object)  # QKeyEvent; accepted where somebody used it
    tabbed = Signal(bool)  # to the next cell, or to the one before
    leaving = Signal(object)  # QMouseEvent before a press; accepted where the editor stays
    moved = Signal()  # another cell is current
    resized = Signal()
    scored = Signal()  # more units than before have their points
    placed = Signal()  # cells lie elsewhere now

    def __init__(self, model: MatrixModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._matrix = model
        self._painter = CellPainter()
        self._preview: Preview | None = None
        self.is_whole = True  # whether all that shows is scored
        self._next_turn = later(self, 0, self._go_on)
        self.is_narrow = False
        self.columns = ColumnHead(model, self)
        self.rows = RowHead(model, self)
        self.setModel(model)
        self.setHorizontalHeader(self.columns)
        self.setVerticalHeader(self.rows)
        self._corner = Corner(model, self.rows, self)
        self._set_up()
        model.reshaped.connect(self.fit)
        model.reread.connect(self._reread)
        self.scored.connect(self.rows.viewport().update)
        self.rows.toggled.connect(self._toggle)
        self.rows.pressed_at.connect(self._go_to_row)
        theme.switch.switched.connect(self._rebuild)

    @property
    def spot(self) -> Spot | None:
        """The current cell."""
        return self._matrix.spot_at(self.currentIndex())

    @property
    def preview(self) -> Preview | None:
        """The block that is shown before it is written."""
        return self._preview

    @property
    def area(self) -> Area | None:
        """The selected block, the current cell alone where nothing is selected."""
        ranges = self.selectionModel().selection()
        if not ranges.isEmpty():
            found = ranges.first()
            return found.top(), found.left(), found.bottom(), found.right()
        here = self.currentIndex()
        return (here.row(), here.column(), here.row(), here.column()) if here.isValid() else None

    def spots(self) -> Iterator[Spot]:
        """Yield the cells of the selected block, row by row."""
        area = self.area
        if area is not None:
            for row in range(area[0], area[2] + 1):
                for column in range(area[1], area[3] + 1):
                    yield self._matrix.axes.spot(row, column)

    def go(self, spot: Spot) -> bool:
        """Make a cell current and visible; return whether it shows at all."""
        index = self._matrix.index_of(spot)
        if not index.isValid():
            return False
        if index != self.currentIndex():
            self.selectionModel().setCurrentIndex(index, _SELECT)
        self.scrollTo(index)
        return True

    def go_to(self, row: int, column: int) -> None:
        """Make a cell current by its place, the nearest one inside."""
        axes = self._matrix.axes
        if axes.rows and axes.columns:
            row = max(0, min(row, axes.rows - 1))
            column = max(0, min(column, axes.columns - 1))
            self.go(axes.spot(row, column))

    def show_preview(self, preview: Preview | None) -> None:
        """Show a block before it is written; None shows none."""
        self._preview = preview
        self.viewport().update()

    def cell_rect(self, spot: Spot) -> QRect:
        """Return where a cell lies in the viewport; an empty one where it does not show."""
        return self.visualRect(self._matrix.index_of(spot))

    def fit(self) -> None:
        """Let the frozen part take what whole columns leave."""
        axes = self._matrix.axes
        has_bar = axes.rows * ROW > self.height() - HEAD
        bar = self.verticalScrollBar().sizeHint().width() if has_bar else 0
        frozen = frozen_in(self.width() - bar, axes.columns, narrow=self.is_narrow)
        if frozen != self.rows.frozen:
            self.rows.set_frozen(frozen)
        self.updateGeometries()

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        self.fit()
        super().resizeEvent(event)
        self.resized.emit()
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    @override
    def updateGeometries(self, /) -> None:
        super().updateGeometries()
        if hasattr(self, "_corner"):
            self._corner.setGeometry(0, 0, self.rows.frozen.width, HEAD)
            self.placed.emit()

    @override
    def paintEvent(self, e: QPaintEvent, /) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(e.rect(), theme.color("surface"))
        rows, columns = self._visible(e.rect())
        self._prepare()
        selected = self.area if self._preview is None else self._preview.area
        is_block = selected is not None and (selected[:2] != selected[2:] or self._preview)
        for row in rows:
            top = self.rowViewportPosition(row)
            for column in columns:
                left = self.columnViewportPosition(column)
                spot = self._matrix.axes.spot(row, column)
                if not self._matrix.book.is_ready(spot.sheet):
                    continue
                inside = bool(is_block) and _is_in(selected, row, column)
                look = self._matrix.book.look(spot)
                state = self._state(spot, self._depth(row, column), selected=inside)
                self._painter.paint(painter, QRectF(left, top, CELL, ROW), look, state)
        if not (self._matrix.axes.rows and self._matrix.axes.columns):
            self._paint_nothing(painter)
        self._paint_over(painter)
        painter.end()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        event.ignore()
        self.keyed.emit(event)
        if not event.isAccepted():
            super().keyPressEvent(event)

    @override
    def focusNextPrevChild(self, next_: bool, /) -> bool:
        self.tabbed.emit(next_)
        return True

    @override
    def keyboardSearch(self, search: str, /) -> None:
        """Letters do not jump about: digits are points, and Ctrl+F searches."""

    @override
    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        event.ignore()
        self.leaving.emit(event)
        if not event.isAccepted():
            super().mousePressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent, /) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @override
    def viewportEvent(self, event: QEvent, /) -> bool:
        return told(event, self.viewport(), self.hint) or super().viewportEvent(event)

    def hint(self, at: QPoint) -> str:
        """Return the tooltip of a cell: what it holds, or why a pasted value is not taken."""
        spot = self._matrix.spot_at(self.indexAt(at))
        if spot is None:
            return ""
        pasted = self._pasted(spot)
        said = self._matrix.book.look(spot).said
        words = pasted.sentence if pasted is not None and pasted.sentence else said
        return f"{self._matrix.address(spot)}: {words}"

    @override
    def currentChanged(self, current: Index, previous: Index, /) -> None:
        super().currentChanged(current, previous)
        self.columns.show_current(current.column())
        self.rows.show_current(current.row())
        self.viewport().update()
        if current.isValid():
            self.moved.emit()

    @override
    def scrollContentsBy(self, dx: int, dy: int, /) -> None:
        super().scrollContentsBy(dx, dy)
        self.placed.emit()

    def _set_up(self) -> None:
        dress(self)
        self.setAccessibleName("Ma trận điểm")
        self.setShowGrid(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.horizontalScrollBar().setSingleStep(CELL)
        self.verticalScrollBar().setSingleStep(ROW)

    def _prepare(self) -> None:
        """Score what shows, as far as a frame has time; the rest in the next turns."""
        axes = self._matrix.axes
        rows, columns = self._visible(self.viewport().rect())
        shown = axes.sheets[_span(columns if axes.way is Way.CRITERIA else rows)]
        self.is_whole = self._matrix.book.prepare((sheet.id for sheet in shown), _BUDGET)
        if not self.is_whole:
            self._next_turn.start()

    def _go_on(self) -> None:
        self.viewport().update()
        self.scored.emit()

    def _visible(self, rect: QRect) -> tuple[range, range]:
        axes = self._matrix.axes
        top, left = rect.top() + self.verticalOffset(), rect.left() + self.horizontalOffset()
        bottom, right = top + rect.height(), left + rect.width()
        rows = range(max(0, top // ROW), min(axes.rows, bottom // ROW + 1))
        return rows, range(max(0, left // CELL), min(axes.columns, right // CELL + 1))

    def _depth(self, row: int, column: int) -> int:
        axes = self._matrix.axes
        return axes.nodes[row if axes.way is Way.CRITERIA else column][1]

    def _state(self, spot: Spot, depth: int, *, selected: bool) -> CellState:
        pasted = self._pasted(spot)
        is_fresh = spot in self._matrix.book.fresh
        if pasted is None or pasted.effect not in _PASTED:
            return CellState(selected, is_fresh, depth)
        role, weight = _PASTED[pasted.effect]
        is_refused = pasted.effect is Effect.REFUSED
        return CellState(selected, is_fresh, depth, pasted.text, role, weight, is_refused)

    def _pasted(self, spot: Spot) -> Pasted | None:
        return None if self._preview is None else self._preview.cells.get(spot)

    @property
    def nothing(self) -> str:
        """Why no cell shows, "" where some do."""
        axes = self._matrix.axes
        if not axes.nodes:
            return "Chưa có tiêu chí. Thêm tiêu chí trong Bộ tiêu chí."
        return "" if axes.sheets else "Không có đơn vị nào khớp. Bấm Bỏ lọc để xem lại tất cả."

    def _paint_nothing(self, painter: QPainter) -> None:
        painter.setFont(theme.font("body"))
        painter.setPen(theme.color("text3"))
        room = self.viewport().rect().adjusted(16, 0, -16, 0)
        middle = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(room, middle, self.nothing)

    def _paint_over(self, painter: QPainter) -> None:
        """Paint the edge of the block and the ring over the cells."""
        if self._preview is not None:
            self._painter.block(painter, self._rect_of(self._preview.area))
        here = self.currentIndex()
        if here.isValid():
            self._painter.ring(painter, QRectF(self.visualRect(here)), focused=self.hasFocus())

    def _rect_of(self, area: Area) -> QRectF:
        top, left = self.rowViewportPosition(area[0]), self.columnViewportPosition(area[1])
        wide, high = (area[3] - area[1] + 1) * CELL, (area[2] - area[0] + 1) * ROW
        return QRectF(left, top, wide, high)

    def _reread(self, sheets: AbstractSet[str] | None) -> None:
        """Paint what reads differently: columns or rows of a few units, else everything."""
        if sheets is None:
            self.viewport().update()
            return
        is_flat, ground = self._matrix.axes.way is Way.CRITERIA, self.viewport()
        for sheet in sheets:
            at = self._matrix.axes.at(sheet)
            if at is None:
                continue
            if is_flat:
                ground.update(self.columnViewportPosition(at), 0, CELL, ground.height())
            else:
                ground.update(0, self.rowViewportPosition(at), ground.width(), ROW)
                self.rows.viewport().update()

    def _toggle(self, node: str) -> None:
        self._matrix.toggle(node)

    def _go_to_row(self, row: int) -> None:
        self.go_to(row, max(0, self.currentIndex().column()))
        self.setFocus()

    def _rebuild(self) -> None:
        self._painter = CellPainter()
        self.viewport().update()


def _span(found: range) -> slice:
    return slice(found.start, max(found.start, found.stop))


def _is_in(area: Area | None, row: int, column: int) -> bool:
    return area is not None and area[0] <= row <= area[2] and area[1] <= column <= area[3]
