"""The tree of the set: keyboard, mouse, drag and drop, editing in place."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView, QWidget

from cchc_desktop.overriding import override
from cchc_desktop.session import Changed
from ui.criteria.columns import Column, widths
from ui.criteria.tree_delegate import CHEVRON, CriteriaDelegate
from ui.criteria.tree_header import CriteriaHeader
from ui.criteria.tree_model import CriteriaModel
from ui.shared import theme
from ui.shared.desk import Desk
from ui.shared.workplace import WidthClass

Index = QModelIndex | QPersistentModelIndex
_Spot = QAbstractItemView.DropIndicatorPosition
_HEAD_HEIGHT, _HEAD_NARROW = 28, 26
_DIGITS = tuple("0123456789")
_STEPS = {Qt.Key.Key_Left.value: -1, Qt.Key.Key_Right.value: 1}
_TRIGGERS = (
    QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
)


class CriteriaView(QTreeView):
    """The set as a tree; the chosen row is the desk's criterion."""

    refused = Signal(object)  # CchcError: a drop or a typed value that cannot be
    columns_moved = Signal()  # widths have changed: what stands below aligns itself

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._model = CriteriaModel(desk, self)
        self._delegate = CriteriaDelegate(desk, self)
        self._is_following = False
        self._drop_spot: QPoint | None = None
        self._head = CriteriaHeader(self)
        self.setHeader(self._head)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName("Bộ tiêu chí")
        self._set_look()
        self._set_dragging()
        self.set_width_class(WidthClass.MEDIUM)
        self.expandToDepth(0)
        self._listen()
        self.show_chosen()

    @property
    def criteria(self) -> CriteriaModel:
        """The model below the view."""
        return self._model

    @property
    def chosen(self) -> str:
        """Id of the row that the cursor is on, "" where there is none."""
        return self._model.id_at(self.currentIndex())

    def show_chosen(self) -> None:
        """Put the cursor on the desk's criterion, its branches opened."""
        node_id = self._desk.criterion
        if node_id == self.chosen:
            return
        column = max(0, self.currentIndex().column()) or Column.NAME
        index = self._model.index_of(node_id, column)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def edit_cell(self, criterion: str, column: int) -> None:
        """Open the editor of a cell, if it can be edited."""
        index = self._model.index_of(criterion, column)
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.setCurrentIndex(index)
            self.edit(index)

    def reload(self) -> None:
        """Show another set."""
        self._model.reload()
        self.expandToDepth(0)
        self.show_chosen()

    def set_width_class(self, width: WidthClass) -> None:
        """Take the column widths of a window width."""
        header = self.header()
        for column, pixels in widths(width).items():
            self.setColumnHidden(column, pixels == 0)
            if pixels:
                header.resizeSection(column, pixels)
        narrow = width is WidthClass.NARROW
        header.setFixedHeight(_HEAD_NARROW if narrow else _HEAD_HEIGHT)
        self.columns_moved.emit()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        on_chevron = index.column() == Column.CODE and event.position().x() < CHEVRON
        if on_chevron and self._model.hasChildren(index):
            self.setExpanded(index, not self.isExpanded(index))
            return
        super().mousePressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.position().x() < CHEVRON:
            return
        super().mouseDoubleClickEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index, step = self.currentIndex(), _STEPS.get(event.key(), 0)
        if index.column() == Column.MAXIMUM and event.text() in _DIGITS:
            self._type(event)
            return
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            step = 0
        columns = [column for column in Column if not self.isColumnHidden(column)]
        is_leaf = index.isValid() and not self._model.hasChildren(index.siblingAtColumn(0))
        if not step or not is_leaf or index.column() not in columns:
            super().keyPressEvent(event)
            return
        place = columns.index(Column(index.column())) + step
        self.setCurrentIndex(index.siblingAtColumn(columns[max(0, min(place, len(columns) - 1))]))

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and not self._is_following:
            self._desk.choose(self._model.id_at(current))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.columns_moved.emit()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        self._drop_spot = event.position().toPoint() if event.isAccepted() else None
        self.viewport().update()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._drop_spot = None
        self.viewport().update()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        super().dropEvent(event)
        self._drop_spot = None
        self.viewport().update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._drop_spot is None:
            super().paintEvent(event)
            return
        self.setDropIndicatorShown(False)  # painted here, in the colour of the theme
        super().paintEvent(event)
        self.setDropIndicatorShown(True)
        self._paint_drop(self._drop_spot)

    def _type(self, event: QKeyEvent) -> None:
        """A digit opens the cell and is its first sign."""
        triggers = self.editTriggers()
        if triggers != QAbstractItemView.EditTrigger.NoEditTriggers:
            self.setEditTriggers(triggers | QAbstractItemView.EditTrigger.AnyKeyPressed)
        super().keyPressEvent(event)
        self.setEditTriggers(triggers)

    def _follow(self, event: Changed) -> None:
        self._is_following = True
        try:
            self._model.follow(event)
        finally:
            self._is_following = False
        self.show_chosen()

    def _paint_drop(self, spot: QPoint) -> None:
        """Draw where the dragged row would land: a line between rows, a frame on a row."""
        index = self.indexAt(spot)
        if not index.isValid():
            return
        rect = self.visualRect(index)
        row = QRectF(0, rect.top(), self.viewport().width(), rect.height())
        painter = QPainter(self.viewport())
        accent = theme.color("accent")
        match self.dropIndicatorPosition():
            case _Spot.AboveItem:
                painter.fillRect(QRectF(0, row.top() - 1, row.width(), 2), accent)
            case _Spot.BelowItem:
                painter.fillRect(QRectF(0, row.bottom() - 1, row.width(), 2), accent)
            case _:
                painter.setPen(QPen(accent, 2))
                painter.drawRoundedRect(row.adjusted(1, 1, -1, -1), 3, 3)
        painter.end()

    def _set_look(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(False)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(_TRIGGERS)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._head.fix_columns()

    def _set_dragging(self) -> None:
        is_open = not self._desk.session.store.is_read_only
        self.setDragEnabled(is_open)
        self.setAcceptDrops(is_open)
        self.setDropIndicatorShown(True)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)

    def _listen(self) -> None:
        self._desk.changed.connect(self._follow)
        self._desk.place_switched.connect(self.reload)
        self._desk.criterion_chosen.connect(self.show_chosen)
        self._model.refused.connect(self.refused)
        self._delegate.refused.connect(self.refused)
        self._delegate.tabbed.connect(self.edit_cell)
        theme.switch.switched.connect(self._repaint)

    def _repaint(self) -> None:
        self.viewport().update()
