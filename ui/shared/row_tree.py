"""A tree that paints whole rows: one height, the columns that show, keys handed over."""

from enum import IntEnum
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRectF, QSize, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from cchc_desktop.overriding import override
from ui.shared import theme
from ui.shared.rows import ROW, SELECT_ROW, Index, dress, keep_in_sight, told

ColumnT = TypeVar("ColumnT", bound=IntEnum)


class RowHeight(QStyledItemDelegate):
    """Rows of one height; the view itself paints them."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index, /) -> QSize:
        return QSize(40, ROW)


class RowTree(QTreeView, Generic[ColumnT]):
    """The tree; a subclass paints its rows in ``drawRow`` and says its tooltips in ``hint``.

    Args:
        name: accessible name.
        columns: the columns, in order.
        parent: the widget it lies in.
    """

    keyed = Signal(object)  # QKeyEvent; accepted where somebody used it
    placed = Signal()  # rows or columns lie elsewhere now

    def __init__(self, name: str, columns: type[ColumnT], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._spans: tuple[tuple[ColumnT, float, float], ...] = ()
        self.setAccessibleName(name)
        self.setItemDelegate(RowHeight(self))
        self._dress()
        theme.switch.switched.connect(self._rebuild)

    @property
    def spans(self) -> tuple[tuple[ColumnT, float, float], ...]:
        """The visible columns with left edge and width, looked up once a painting."""
        if not self._spans:
            self._spans = tuple(
                (column, float(self.columnViewportPosition(column)), float(width))
                for column in self._columns
                if (width := self.columnWidth(column)) and not self.isColumnHidden(column)
            )
        return self._spans

    def forget_spans(self) -> None:
        """Look the columns up anew: they lie elsewhere."""
        self._spans = ()

    def choose(self, index: QModelIndex) -> bool:
        """Make a row current and visible; return whether there is one."""
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, SELECT_ROW)
            self.show_row(index)
        return index.isValid()

    def show_row(self, index: QModelIndex) -> None:
        """Bring a row into sight."""
        self.scrollTo(index)

    def whole(self, options: QStyleOptionViewItem) -> QRectF:
        """Return a row over the full width."""
        row = QRectF(options.rect)
        row.setLeft(0)
        row.setWidth(self.viewport().width())
        return row

    def hint(self, index: QModelIndex) -> str:
        """Return the tooltip of a cell."""
        raise NotImplementedError

    def renew_painter(self) -> None:
        """Take the fonts of another theme."""
        raise NotImplementedError

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        keep_in_sight(self, event)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        event.ignore()
        self.keyed.emit(event)
        if not event.isAccepted():
            super().keyPressEvent(event)
            self.show_row(self.currentIndex())  # a press of the mouse alone moves no row

    @override
    def keyboardSearch(self, search: str, /) -> None:
        """Letters do not jump about: digits are points, and Ctrl+F searches."""

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
        return told(event, self.viewport(), self._hint_at) or super().viewportEvent(event)

    @override
    def currentChanged(self, current: Index, previous: Index, /) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()

    @override
    def updateGeometries(self, /) -> None:
        super().updateGeometries()
        self.forget_spans()
        self.placed.emit()

    def _hint_at(self, at: QPoint) -> str:
        return self.hint(self.indexAt(at))

    def _dress(self) -> None:
        dress(self)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setAutoScroll(False)

    def _rebuild(self) -> None:
        self.renew_painter()
        self.viewport().update()
