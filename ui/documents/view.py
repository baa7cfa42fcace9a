"""The table of the register: one painter for whole rows, so that ten thousand scroll smoothly."""

from collections.abc import Callable

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QHelpEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QTreeView,
    QWidget,
)

from cchc_desktop.domain.register import Entry
from cchc_desktop.overriding import override
from ui.documents.columns import TITLES, Column, width_of
from ui.documents.model import Index, RegisterModel
from ui.documents.row_paint import PAD, RowPainter, RowState, Span
from ui.shared import theme
from ui.shared.icons import pixmap
from ui.shared.workplace import WidthClass

ROW = 26
_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _RowHeight(QStyledItemDelegate):
    """Rows of one height; the view itself paints them."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index, /) -> QSize:
        return QSize(40, ROW)


class _Titles(QHeaderView):
    """Column titles, aligned as the cells below them; a click sorts."""

    def __init__(self, model: RegisterModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._register = model
        self.setAccessibleName("Tên cột")

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int, /) -> None:
        column = Column(logicalIndex)
        side = Qt.AlignmentFlag.AlignRight if column is Column.DAY else Qt.AlignmentFlag.AlignLeft
        painter.save()
        painter.fillRect(rect, theme.color("surface"))
        line = QRectF(rect.left(), rect.bottom(), rect.width(), 1)
        painter.fillRect(line, theme.color("line2"))
        painter.setFont(theme.font("small", 500))
        painter.setPen(theme.color("text3"))
        cell = rect.adjusted(PAD, 0, -PAD, -1)
        order = self._register.order
        if order is not None and order[0] is column:
            painter.setPen(theme.color("accent"))
            name = "chevron-down" if order[1] else "chevron-up"
            wide = painter.fontMetrics().horizontalAdvance(TITLES[column])
            left = cell.right() - wide - 18 if column is Column.DAY else cell.left() + wide + 2
            painter.drawPixmap(QPointF(left, rect.center().y() - 8), pixmap(name, "accent"))
        painter.drawText(cell, side | Qt.AlignmentFlag.AlignVCenter, TITLES[column])
        painter.restore()


class RegisterView(QTreeView):
    """The table; several rows can be selected, one is current.

    Args:
        model: the register.
        icon_of: name of the icon of a file name.
        parent: the widget it lies in.
    """

    chosen = Signal()  # another document is current
    opened = Signal()  # Enter or a double click
    keyed = Signal(object)  # QKeyEvent; accepted where somebody used it
    menu_asked = Signal(QPoint)  # on the screen

    def __init__(
        self, model: RegisterModel, icon_of: Callable[[str], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._register, self._icon_of = model, icon_of
        self._painter = RowPainter()
        self._spans: tuple[Span, ...] = ()
        self.setModel(model)
        self.setItemDelegate(_RowHeight(self))
        self._set_up()
        self.doubleClicked.connect(lambda _index: self.opened.emit())
        theme.switch.switched.connect(self._rebuild)

    @property
    def current(self) -> Entry | None:
        """The document that is current."""
        return self._register.entry_at(self.currentIndex().row())

    @property
    def selected(self) -> tuple[str, ...]:
        """Ids of the selected documents, in order; the current one where none is."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        keys = self._register.keys
        found = tuple(keys[row] for row in rows if row < len(keys))
        return found or ((self.current.document.id,) if self.current is not None else ())

    @property
    def spans(self) -> tuple[Span, ...]:
        """The visible columns with left edge and width, looked up once a painting."""
        if not self._spans:
            self._spans = tuple(
                (column, float(self.columnViewportPosition(column)), float(width))
                for column in Column
                if (width := self.columnWidth(column)) and not self.isColumnHidden(column)
            )
        return self._spans

    def go(self, key: str) -> bool:
        """Make a document current and visible; return whether it shows at all."""
        index = self._register.index_of(key)
        if not index.isValid():
            return False
        self.selectionModel().setCurrentIndex(index, _SELECT)
        self.scrollTo(index)
        return True

    def set_width_class(self, width: WidthClass) -> None:
        """Show the columns of a width class."""
        for column in Column:
            pixels = width_of(column, width)
            self.setColumnHidden(column, not pixels and column is not Column.SUBJECT)
            if pixels:
                self.setColumnWidth(column, pixels)
        self._spans = ()

    @override
    def drawRow(self, painter: QPainter, options: QStyleOptionViewItem, index: Index, /) -> None:
        entry = self._register.entry_at(index.row())
        if entry is None:
            return
        row = QRectF(options.rect)
        row.setLeft(0)
        row.setWidth(self.viewport().width())
        is_current = index.row() == self.currentIndex().row()
        is_selected = self.selectionModel().isRowSelected(index.row(), QModelIndex())
        has_ring = is_current and self.hasFocus()
        icon = self._icon_of(entry.document.name)
        state = RowState(is_selected, is_current, has_ring, icon)
        self._painter.paint(painter, row, self.spans, (self._register.ledger, entry, state))

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in _ENTER and not event.modifiers() and self.current is not None:
            self.opened.emit()
            return
        event.ignore()
        self.keyed.emit(event)
        if not event.isAccepted():
            super().keyPressEvent(event)
            self.scrollTo(self.currentIndex())  # a press of the mouse alone moves no row

    @override
    def keyboardSearch(self, search: str, /) -> None:
        """Letters do not jump about: Ctrl+F searches."""

    @override
    def contextMenuEvent(self, arg__1: QContextMenuEvent, /) -> None:
        spot = arg__1.globalPos()
        if arg__1.reason() == QContextMenuEvent.Reason.Keyboard:
            rect = self.visualRect(self.currentIndex())
            spot = self.viewport().mapToGlobal(rect.bottomLeft())
        if self.current is not None:
            self.menu_asked.emit(spot)

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
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            text = self.hint(self.indexAt(event.pos()))
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        return super().viewportEvent(event)

    def hint(self, index: QModelIndex) -> str:
        """Return the tooltip of a cell: what is cut, where a document is used."""
        entry = self._register.entry_at(index.row())
        if entry is None:
            return ""
        column, ledger = Column(index.column()), self._register.ledger
        if column is Column.USES:
            return "\n".join(ledger.uses(entry))
        if column is Column.STATE:
            return ledger.standing_words(entry)
        text = ledger.text(entry, column)
        return "" if self._painter.fits(text, column, self.columnWidth(column)) else text

    @override
    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: Index, /
    ) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        if not self._register.is_moving:
            self.chosen.emit()

    @override
    def updateGeometries(self, /) -> None:
        super().updateGeometries()
        self._spans = ()

    def _set_up(self) -> None:
        self.setAccessibleName("Danh sách tài liệu")
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAutoScroll(False)
        header = _Titles(self._register, self)
        self.setHeader(header)
        header.setFixedHeight(28)
        header.setMinimumSectionSize(20)
        header.setSectionsMovable(False)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Column.SUBJECT, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        header.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        header.setSectionsClickable(True)
        header.sectionClicked.connect(self._sort)

    def _sort(self, section: int) -> None:
        column = Column(section)
        if column is Column.ICON:
            return
        kept = self.current
        self._register.sort_by(column)
        if kept is not None:
            self.go(kept.document.id)

    def _rebuild(self) -> None:
        self._painter = RowPainter()
        self.viewport().update()
