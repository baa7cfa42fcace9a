"""The mean of the ranked units, pinned under the league in the same columns."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.ranking import mean
from cchc_desktop.overriding import override
from ui.rank.columns import FIRST_AREA, Column
from ui.rank.row_paint import CellPainter
from ui.rank.table_model import LeagueModel, number
from ui.rank.table_view import LeagueTable
from ui.shared import theme
from ui.shared.rows import RULE, TOTAL, paint_foot


class MeanRow(QWidget):
    """Means over the units that are ranked.

    Args:
        model: the league.
        table: the table whose columns it shares.
        parent: the workplace.
    """

    def __init__(
        self, model: LeagueModel, table: LeagueTable, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model, self._table = model, table
        self._cells = CellPainter()
        self.setFixedHeight(TOTAL + RULE)
        table.horizontalHeader().geometriesChanged.connect(self.update)
        table.horizontalScrollBar().valueChanged.connect(self.update)
        theme.switch.switched.connect(self._rebuild)

    def refresh(self) -> None:
        """Show the means as they stand."""
        self.setAccessibleName(self.words(1))
        self.update()

    def words(self, section: int) -> str:
        """Return what a cell says."""
        standings = self._model.standings
        column = self._model.columns[section]
        if column is Column.NAME:
            return f"Bình quân {standings.league.of} đơn vị"
        if column is Column.AREA and standings.means:
            area = standings.means[section - FIRST_AREA]
            return number(area.percent, 1) if self._model.is_percent else number(area.points, 2, 1)
        if column is Column.TOTAL and standings.indexes:
            return number(mean(each.points for each in standings.ranked), 2, 2)
        if column is Column.INDEX:
            return number(mean(standings.compared), 2, 2)
        return ""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_foot(painter, self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for section in range(len(self._model.columns)):
            if self._table.isColumnHidden(section):
                continue
            left = self._table.columnViewportPosition(section)
            cell = QRectF(left, RULE, self._table.columnWidth(section), TOTAL - 1)
            self._cell(painter, cell, section)
        painter.end()

    def _cell(self, painter: QPainter, cell: QRectF, section: int) -> None:
        words, column = self.words(section), self._model.columns[section]
        if column is Column.NAME:
            self._cells.name(painter, cell, words, bold=True)
        elif column is Column.AREA:
            self._cells.mean(painter, cell, words)
        elif words:
            self._cells.number(painter, cell, words, ("text", 600, 2))

    def _rebuild(self) -> None:
        self._cells = CellPainter()
        self.update()
