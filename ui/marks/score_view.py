"""The view of the score tree: one painter for whole rows, a ring on one cell, a fading glow."""

from collections.abc import Collection, Iterable, Sequence

from PySide6.QtCore import (
    QElapsedTimer,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QAccessible, QFocusEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QWidget

from cchc_desktop.overriding import override
from ui.marks.columns import ENTERED, Column, width_of
from ui.marks.row_paint import CHEVRON, RowPainter, RowState
from ui.marks.score_header import ScoreHeader
from ui.marks.score_model import ScoreModel
from ui.shared.row_tree import RowTree
from ui.shared.rows import ROW, Index
from ui.shared.workplace import WidthClass

_GLOW = 600  # milliseconds
_GLOW_STEP = 40
_STAYS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class ScoreView(RowTree[Column]):
    """The tree; keys that it does not use itself go to ``key_handler``.

    Args:
        model: the scores.
        parent: the widget it lies in.
    """

    leaving = Signal(object)  # QMouseEvent before a press; accepted where the editor stays
    chosen = Signal(str)  # another node is current
    blurred = Signal()  # the focus went to another part of the window

    def __init__(self, model: ScoreModel, parent: QWidget | None = None) -> None:
        super().__init__("Bảng chấm điểm", Column, parent)
        self._scores = model
        self._painter = RowPainter()
        self._column = Column.POINTS
        self._hovered = ""
        self._glowing: frozenset[str] = frozenset()
        self._cooling: frozenset[str] = frozenset()  # an earlier glow, gone with the next step
        self._clock = QElapsedTimer()
        self._fade = QTimer(self)
        self._fade.setInterval(_GLOW_STEP)
        self._fade.timeout.connect(self._faded)
        self.setModel(model)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header = ScoreHeader(self)
        self.setHeader(header)
        header.stretch_only(Column.NAME)
        header.sectionResized.connect(self.forget_spans)

    @property
    def column(self) -> Column:
        """The column that is typed into: Điểm or Bị trừ."""
        return self._column

    @property
    def current(self) -> str:
        """The node that is current, "" where there is none."""
        return self._scores.node_of(self.currentIndex())

    def set_column(self, column: Column) -> None:
        """Type into another column of the current row."""
        self._column = column
        index = self._scores.index_of(self.current, column)
        if index.isValid():
            flag = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(index, flag)
        self.viewport().update()

    def go(self, node: str) -> bool:
        """Make a node current and visible; return whether it is shown at all."""
        index = self._scores.index_of(node, self._column)
        if not index.isValid():
            return False
        parent = index.parent()
        while parent.isValid():
            self.expand(parent)
            parent = parent.parent()
        return self.choose(index)

    def selected_nodes(self) -> tuple[str, ...]:
        """Return the selected nodes in the order of the tree."""
        indexes = self.selectionModel().selectedRows()
        chosen = {self._scores.node_of(index) for index in indexes}
        return tuple(node for node in self._scores.outline.walk() if node in chosen)

    def cell_rect(self, node: str, column: Column) -> QRect:
        """Return where a cell lies in the viewport; an empty one where it does not show."""
        return self.visualRect(self._scores.index_of(node, column))

    def glow(self, nodes: Iterable[str]) -> None:
        """Let some rows, which are painted anew just now, glow once and fade."""
        self._cooling |= self._glowing
        self._glowing = frozenset(nodes)
        if self._glowing:
            self._clock.start()
            self._fade.start()

    def set_width_class(self, width: WidthClass, *, has_earlier: bool) -> None:
        """Show the columns of a width class."""
        for column in Column:
            if column is Column.NAME:
                continue
            pixels = width_of(column, width, has_earlier=has_earlier)
            self.setColumnHidden(column, not pixels)
            if pixels:
                self.setColumnWidth(column, pixels)
        self.header().setFixedHeight(26 if width is WidthClass.NARROW else 28)

    def row_state(self, node: str, *, is_selected: bool, is_open: bool) -> RowState:
        """Return how a row stands."""
        is_current = node == self.current
        has_ring = is_current and self.hasFocus()
        ledger = self._scores.ledger
        return RowState(
            is_selected=is_selected,
            is_open=is_open,
            is_under_mouse=node == self._hovered,
            ring=self._column if has_ring else None,
            glow=self._glow_left() if node in self._glowing else 0.0,
            is_locked=not ledger.is_editable,
            is_settled=not ledger.is_editable,
        )

    @override
    def drawRow(self, painter: QPainter, options: QStyleOptionViewItem, index: Index, /) -> None:
        node = self._scores.node_of(index)
        first = self._scores.index_of(node)
        state = self.row_state(
            node,
            is_selected=self.selectionModel().isSelected(first),
            is_open=self.isExpanded(first),
        )
        row = self.whole(options)
        self._painter.paint(painter, row, self.spans, self._scores.look(node), state)

    @override
    def dataChanged(self, topLeft: Index, bottomRight: Index, /, roles: Sequence[int] = ()) -> None:
        """Paint whole rows anew: they keep their height, and the view itself edits nothing."""
        if QAccessible.isActive():
            super().dataChanged(topLeft, bottomRight, roles)
        last = bottomRight.sibling(bottomRight.row(), topLeft.column())
        rows = self.visualRect(topLeft) | self.visualRect(last)
        self.viewport().update(0, rows.top(), self.viewport().width(), rows.height())

    @override
    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        event.ignore()
        self.leaving.emit(event)
        if event.isAccepted():
            return
        index = self.indexAt(event.position().toPoint())
        is_left = event.button() is Qt.MouseButton.LeftButton
        if is_left and index.column() == Column.CODE and event.position().x() < CHEVRON:
            self._toggle(index)
        super().mousePressEvent(event)
        if index.isValid():
            column = Column(index.column())
            self.set_column(column if column in ENTERED else Column.POINTS)

    @override
    def mouseMoveEvent(self, event: QMouseEvent, /) -> None:
        super().mouseMoveEvent(event)
        self._hover(self._scores.node_of(self.indexAt(event.position().toPoint())))

    @override
    def leaveEvent(self, event: QEvent, /) -> None:
        super().leaveEvent(event)
        self._hover("")

    @override
    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _STAYS:
            self.blurred.emit()

    @override
    def hint(self, index: QModelIndex) -> str:
        """Return the tooltip of a cell: a name that is cut, what a sign means."""
        if not index.isValid():
            return ""
        look = self._scores.look(self._scores.node_of(index))
        column = Column(index.column())
        if column is Column.NAME:
            has_room = self._painter.name_room(look, self.columnWidth(column))
            return "" if has_room else look.text(column)
        if column is Column.SIGN:
            return look.text(column)
        is_signed = column is Column.MAXIMUM and bool(look.effect)
        is_spoken = column is Column.EVIDENCE or look.maximum == "?" or is_signed
        return look.spoken(column) if is_spoken and column is not Column.CODE else ""

    @override
    def renew_painter(self) -> None:
        self._painter = RowPainter()

    @override
    def currentChanged(self, current: Index, previous: Index, /) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.chosen.emit(self._scores.node_of(current))

    @override
    def scrollContentsBy(self, dx: int, dy: int, /) -> None:
        super().scrollContentsBy(dx, dy)
        self.placed.emit()

    @override
    def show_row(self, index: QModelIndex) -> None:
        """Bring a row into sight, without half a row under the titles."""
        super().show_row(index)
        bar = self.verticalScrollBar()
        bar.setValue(-(-bar.value() // ROW) * ROW)

    def _toggle(self, index: QModelIndex) -> None:
        first = index.siblingAtColumn(0)
        self.setExpanded(first, not self.isExpanded(first))

    def _hover(self, node: str) -> None:
        if node != self._hovered:
            before, self._hovered = self._hovered, node
            for touched in (before, node):
                self.viewport().update(self._row_rect(touched))

    def _row_rect(self, node: str) -> QRect:
        rect = self.cell_rect(node, Column.CODE)
        return QRect(0, rect.top(), self.viewport().width(), rect.height())

    def _glow_left(self) -> float:
        return max(0.0, 1.0 - self._clock.elapsed() / _GLOW) if self._clock.isValid() else 0.0

    def _faded(self) -> None:
        if self._glow_left() <= 0:
            self._fade.stop()
        self._update_rows(self._glowing | self._cooling)
        self._cooling = frozenset()
        if not self._fade.isActive():
            self._glowing = frozenset()

    def _update_rows(self, nodes: Collection[str]) -> None:
        if len(nodes) > self.height() // ROW:
            self.viewport().update()
            return
        for node in nodes:
            self.viewport().update(self._row_rect(node))
