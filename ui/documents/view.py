"""The table of the register: one painter for whole rows, so that ten thousand scroll smoothly."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QWidget

from cchc_desktop.domain.register import Entry
from cchc_desktop.overriding import override
from ui.documents.columns import Column, width_of
from ui.documents.model import RegisterModel
from ui.documents.row_paint import RowPainter, RowState
from ui.shared import theme
from ui.shared.icons import pixmap
from ui.shared.row_tree import RowTree
from ui.shared.rows import Index
from ui.shared.titles import LEFT, RIGHT, Titles
from ui.shared.workplace import WidthClass

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Titles(Titles):
    """Column titles; a click sorts, and an arrow beside the title says how."""

    def __init__(self, model: RegisterModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._register = model
        self.setSectionsClickable(True)

    @override
    def paint_title(self, painter: QPainter, cell: QRectF, section: int, words: str) -> None:
        is_right = section == Column.DAY
        order = self._register.order
        if order is not None and order[0] == section:
            painter.setPen(theme.color("accent"))
            name = "chevron-down" if order[1] else "chevron-up"
            wide = painter.fontMetrics().horizontalAdvance(words)
            left = cell.right() - wide - 19 if is_right else cell.left() + wide + 2
            middle = int(cell.top() + (cell.height() - 1) / 2)
            painter.drawPixmap(QPointF(left, middle - 8), pixmap(name, "accent"))
        painter.drawText(cell, RIGHT if is_right else LEFT, words)


class RegisterView(RowTree[Column]):
    """The table; several rows can be selected, one is current.

    Args:
        model: the register.
        icon_of: name of the icon of a file name.
        parent: the widget it lies in.
    """

    chosen = Signal()  # another document is current
    opened = Signal()  # Enter or a double click
    menu_asked = Signal(QPoint)  # on the screen

    def __init__(
        self, model: RegisterModel, icon_of: Callable[[str], str], parent: QWidget | None = None
    ) -> None:
        super().__init__("Danh sách tài liệu", Column, parent)
        self._register, self._icon_of = model, icon_of
        self._painter = RowPainter()
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        titles = _Titles(model, self)
        self.setHeader(titles)
        titles.stretch_only(Column.SUBJECT)
        titles.sectionClicked.connect(self._sort)
        self.doubleClicked.connect(lambda _index: self.opened.emit())

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

    def go(self, key: str) -> bool:
        """Make a document current and visible; return whether it shows at all."""
        return self.choose(self._register.index_of(key))

    def set_width_class(self, width: WidthClass) -> None:
        """Show the columns of a width class."""
        for column in Column:
            pixels = width_of(column, width)
            self.setColumnHidden(column, not pixels and column is not Column.SUBJECT)
            if pixels:
                self.setColumnWidth(column, pixels)
        self.forget_spans()

    @override
    def drawRow(self, painter: QPainter, options: QStyleOptionViewItem, index: Index, /) -> None:
        entry = self._register.entry_at(index.row())
        if entry is None:
            return
        is_current = index.row() == self.currentIndex().row()
        is_selected = self.selectionModel().isRowSelected(index.row(), QModelIndex())
        has_ring = is_current and self.hasFocus()
        icon = self._icon_of(entry.document.name)
        state = RowState(is_selected, is_current, has_ring, icon)
        found = (self._register.ledger, entry, state)
        self._painter.paint(painter, self.whole(options), self.spans, found)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in _ENTER and not event.modifiers() and self.current is not None:
            self.opened.emit()
        else:
            super().keyPressEvent(event)
            self.scrollTo(self.currentIndex())  # a press of the mouse alone moves no row

    @override
    def contextMenuEvent(self, arg__1: QContextMenuEvent, /) -> None:
        spot = arg__1.globalPos()
        if arg__1.reason() == QContextMenuEvent.Reason.Keyboard:
            rect = self.visualRect(self.currentIndex())
            spot = self.viewport().mapToGlobal(rect.bottomLeft())
        if self.current is not None:
            self.menu_asked.emit(spot)

    @override
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
    def renew_painter(self) -> None:
        self._painter = RowPainter()

    @override
    def currentChanged(self, current: Index, previous: Index, /) -> None:
        super().currentChanged(current, previous)
        if not self._register.is_moving:
            self.chosen.emit()

    def _sort(self, section: int) -> None:
        column = Column(section)
        if column is Column.ICON:
            return
        kept = self.current
        self._register.sort_by(column)
        if kept is not None:
            self.go(kept.document.id)
