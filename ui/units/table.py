"""The table of the units of a group; the delegate paints every cell."""

from PySide6.QtCore import QModelIndex, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cchc_desktop.overriding import override
from ui.shared import theme
from ui.shared.icons import pixmap
from ui.shared.row_table import RowTable
from ui.shared.rows import Index, paint_ground
from ui.shared.titles import LEFT, PAD, RIGHT, Titles
from ui.units.table_model import DASH, OUTSIDE, Column, UnitModel

_WIDTHS = {Column.SHORT: 104, Column.VALIDITY: 138, Column.LEFT_OUT: 104, Column.RELATED: 30}


class UnitTable(RowTable):
    """Shows units; the current one is edited beside.

    Args:
        model: the units.
        parent: the page.
    """

    chosen = Signal(str)  # a unit
    opened = Signal()  # Enter or a double click

    def __init__(self, model: UnitModel, parent: QWidget | None = None) -> None:
        super().__init__("Bảng đơn vị", parent)
        self._units = model
        self.setModel(model)
        self.setItemDelegate(_Cells(model, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        titles = Titles(self, lambda column: RIGHT if column == Column.LEFT_OUT else LEFT)
        self.setHorizontalHeader(titles)
        titles.stretch_only(Column.NAME)
        for column, width in _WIDTHS.items():
            titles.resizeSection(column, width)
        self.selectionModel().currentRowChanged.connect(self._moved)
        self.doubleClicked.connect(self.opened)
        theme.switch.switched.connect(self.viewport().update)

    @property
    def selected(self) -> tuple[str, ...]:
        """The units that are selected, in order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self._units.units[row].id for row in rows)

    def show_narrow(self, *, narrow: bool) -> None:
        """Leave the short names out where there is no room."""
        self.setColumnHidden(Column.SHORT, narrow)

    def go(self, unit: str) -> None:
        """Make a unit current; without one that shows, the first."""
        at = self._units.place_of(unit)
        index = self._units.index(max(at, 0), 0)
        if index.row() != self.currentIndex().row():
            self.choose(index)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def _moved(self, current: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(self._units.units[current.row()].id)


class _Cells(QStyledItemDelegate):
    """Paints the cells of a unit."""

    def __init__(self, model: UnitModel, parent: UnitTable) -> None:
        super().__init__(parent)
        self._model, self._table = model, parent

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> None:
        rect, column = QRectF(option.rect), Column(index.column())
        is_current = index.row() == self._table.currentIndex().row()
        is_on = self._table.selectionModel().isSelected(self._model.index(index.row(), 0))
        painter.save()
        role = "soft" if is_on or is_current else "surface"
        paint_ground(painter, rect, role, barred=is_current and column is Column.NAME)
        cell = rect.adjusted(PAD, 0, -PAD, -1)
        if column is Column.RELATED:
            self._related(painter, cell, index.row())
        else:
            self._words(painter, cell, column, str(index.data()), bold=is_current)
        painter.restore()

    def _words(
        self, painter: QPainter, cell: QRectF, column: Column, words: str, *, bold: bool
    ) -> None:
        role, weight, tone = "small", 400, "text2"
        if column is Column.NAME:
            role, weight, tone = "body", 600 if bold else 400, "text"
        elif column is Column.VALIDITY:
            tone = "text" if any(sign.isdigit() for sign in words) else "text2"
        elif column is Column.LEFT_OUT:
            tone = "off" if words == DASH else "text3" if words == OUTSIDE else "opentext"
            weight = 600 if words.isdecimal() else 400
        painter.setFont(theme.font(role, weight))
        painter.setPen(theme.color(tone))
        elide = Qt.TextElideMode.ElideRight
        shown = painter.fontMetrics().elidedText(words, elide, int(cell.width()))
        painter.drawText(cell, RIGHT if column is Column.LEFT_OUT else LEFT, shown)

    def _related(self, painter: QPainter, cell: QRectF, row: int) -> None:
        if self._model.is_related(self._model.units[row]):
            at = QPointF(cell.center().x() - 8, cell.center().y() - 8)
            painter.drawPixmap(at, pixmap("merge", "text2"))
