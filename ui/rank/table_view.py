"""The league on the screen: one row a unit, the way to the next rank under the chosen one."""

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cchc_desktop.overriding import override
from cchc_desktop.wording.numerals import shown
from ui.rank.columns import FIRST_AREA, Column
from ui.rank.row_paint import CellPainter, is_left, triangle
from ui.rank.table_model import LeagueModel
from ui.rank.way_up import WayUp
from ui.shared import theme
from ui.shared.row_table import RowTable
from ui.shared.rows import ROW, SELECT_ROW, paint_ground
from ui.shared.titles import LEFT, PAD, RIGHT, Titles

CHOSEN = 50
_CTRL = Qt.KeyboardModifier.ControlModifier


class LeagueTable(RowTable):
    """Shows a league; Enter opens the chosen unit's sheet, Ctrl+G brings its row into sight.

    Args:
        model: the league.
        parent: the widget it lies in.
    """

    chosen = Signal(str)  # a sheet
    opened = Signal()

    def __init__(self, model: LeagueModel, parent: QWidget | None = None) -> None:
        super().__init__("Bảng xếp hạng đơn vị", parent, named=1)
        self._model = model
        self.way_up: WayUp | None = None
        self._tall = -1
        self._has_areas = True
        self.setModel(model)
        self.setHorizontalHeader(LeagueHeader(model, self))
        self.setItemDelegate(LeagueDelegate(model, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.fit_columns()
        model.layoutChanged.connect(self.fit_columns)
        self.doubleClicked.connect(self.opened)
        self.selectionModel().currentRowChanged.connect(self._moved)
        theme.switch.switched.connect(self._rebuild)

    def fit_columns(self) -> None:
        """Give every column its width; the name takes the rest."""
        columns = self._model.columns
        self.fit(0 if column is Column.NAME else column.value for column in columns)
        for section, column in enumerate(columns):
            is_empty = column is Column.RATING and not self._model.standings.settings.thresholds
            is_left_out = column is Column.AREA and not self._has_areas
            self.setColumnHidden(section, is_empty or is_left_out)

    def show_areas(self, *, shown: bool) -> None:
        """Show the points of every area, or the totals alone."""
        if shown is not self._has_areas:
            self._has_areas = shown
            self.fit_columns()

    def show_chosen(self, sheet: str, way_up: WayUp | None) -> None:
        """Mark the row of a sheet, and under it the way to the next rank."""
        at = self._model.standings.league.place_of(sheet)
        with QSignalBlocker(self.verticalHeader()):  # else all is painted once more a turn later
            if 0 <= self._tall < self._model.rowCount():
                self.setRowHeight(self._tall, ROW)
            self.way_up, self._tall = way_up, at if way_up is not None else -1
            if self._tall >= 0:
                self.setRowHeight(self._tall, CHOSEN)
        self.updateGeometries()
        index = self._model.index(at, 0) if at >= 0 else QModelIndex()
        self.selectionModel().setCurrentIndex(index, SELECT_ROW)
        if index.isValid():
            self.scrollTo(index)
        self.viewport().update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_G and event.modifiers() == _CTRL:
            self.scrollTo(self.currentIndex(), self.ScrollHint.PositionAtCenter)
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        super().paintEvent(e)
        if self.way_up is not None and self._tall >= 0:
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_way(painter, self.way_up)
            painter.end()

    def _paint_way(self, painter: QPainter, way_up: WayUp) -> None:
        top = self.rowViewportPosition(self._tall) + ROW - 2
        left = self.columnViewportPosition(1) + PAD
        line = QRectF(left, top, self.viewport().width() - left - PAD, CHOSEN - ROW)
        lead = way_up.lead
        if way_up.has_above:
            triangle(painter, QPointF(left - 14, line.center().y()), "accent", up=True)
        painter.setFont(theme.font("small", 600))
        painter.setPen(QPen(theme.color("accent")))
        painter.drawText(line, LEFT, lead)
        moved = painter.fontMetrics().horizontalAdvance(lead)
        painter.setFont(theme.font("small"))
        painter.setPen(QPen(theme.color("text2")))
        room = line.adjusted(moved + 8, 0, 0, 0)
        elide = Qt.TextElideMode.ElideRight
        words = painter.fontMetrics().elidedText(way_up.more, elide, int(room.width()))
        painter.drawText(room, LEFT, words)

    def _moved(self, current: QModelIndex, previous: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(self._model.standings.sheet_at(current.row()))

    def _rebuild(self) -> None:
        self.setItemDelegate(LeagueDelegate(self._model, self))
        self.viewport().update()


class LeagueDelegate(QStyledItemDelegate):
    """Paints every cell of the league.

    Args:
        model: the league.
        parent: the table.
    """

    def __init__(self, model: LeagueModel, parent: LeagueTable) -> None:
        super().__init__(parent)
        self._model, self._table = model, parent
        self._cells = CellPainter()

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        at, section = index.row(), index.column()
        rect: QRect = option.rect
        whole = QRectF(rect)
        is_chosen = at == self._table.currentIndex().row()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role = "soft" if is_chosen else "surface"
        paint_ground(painter, whole, role, barred=is_chosen and section == 0)
        cell = QRectF(whole.left(), whole.top(), whole.width(), ROW - 1)
        self._cell(painter, cell, (at, section), is_chosen=is_chosen)
        painter.restore()

    def _cell(
        self, painter: QPainter, cell: QRectF, place: tuple[int, int], *, is_chosen: bool
    ) -> None:
        at, section = place
        row, column = self._model.standings.row(at), self._model.columns[section]
        words, cells = self._model.words(at, section), self._cells
        if column is Column.RANK:
            cells.rank(painter, cell, row, words)
        elif column is Column.NAME:
            cells.name(painter, cell, words, bold=is_chosen)
        elif column is Column.AREA:
            found = (row.areas[section - FIRST_AREA], words)
            cells.area(painter, cell, found, self._model.standings.heat)
        elif column is Column.RATING:
            cells.rating(painter, cell, row, words)
        elif column is Column.CHANGE:
            cells.change(painter, cell, row, words)
        else:
            cells.number(painter, cell, words, _look(column, is_full=row.is_full))


class LeagueHeader(Titles):
    """Titles of the league; an area shows its code and its maximum.

    Args:
        model: the league.
        parent: the table.
    """

    def __init__(self, model: LeagueModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    @override
    def paint_title(self, painter: QPainter, cell: QRectF, section: int, words: str) -> None:
        column = self._model.columns[section]
        if column is Column.AREA:
            self._area(painter, cell, words, section - FIRST_AREA)
        else:
            painter.drawText(cell, LEFT if is_left(column) else RIGHT, words)

    def _area(self, painter: QPainter, cell: QRectF, code: str, number: int) -> None:
        standings = self._model.standings
        maximum = standings.maximum_of(standings.areas[number])
        of = "" if maximum is None else f" /{shown(maximum)}"
        cell = cell.adjusted(-PAD, 0, PAD - 4, 0)
        painter.setFont(theme.font("cap"))
        painter.drawText(cell, RIGHT, of)
        room = painter.fontMetrics().horizontalAdvance(of)
        painter.setFont(theme.font("small", 600))
        painter.setPen(theme.color("text"))
        painter.drawText(cell.adjusted(0, 0, -room, 0), RIGHT, code)


def _look(column: Column, *, is_full: bool) -> tuple[str, int, int]:
    """Return colour role, weight and decimal places of a number."""
    if column is Column.MAXIMUM:
        return ("text3", 400, 1) if is_full else ("opentext", 600, 1)
    return ("text", 600 if column is Column.INDEX else 400, 2)
