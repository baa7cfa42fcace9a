"""The league as a table model: what is spoken and read; the delegate paints."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cchc_desktop.overriding import override
from cchc_desktop.wording.dossier import rank_change
from cchc_desktop.wording.numerals import shown
from cchc_desktop.wording.ranking import MERGED, OTHER_MAXIMA, rating_name
from ui.rank.columns import FIRST_AREA, TITLES, Column, columns_of
from ui.rank.standings import LeagueRow, Standings, earlier_words

_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
NOT_WHOLE = "chưa đủ"
_DASH = "–"


class LeagueModel(QAbstractTableModel):
    """Adapter of the standings.

    Args:
        standings: the league.
        parent: the table.
    """

    def __init__(self, standings: Standings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.standings = standings
        self.is_percent = False
        self.columns = columns_of(len(standings.areas))

    def refresh(self) -> None:
        """Rank anew and show it, keeping the selection on its unit where units are the same."""
        self.layoutAboutToBeChanged.emit()
        old = [index for index in self.persistentIndexList() if index.isValid()]
        sheets = [self.standings.sheet_at(index.row()) for index in old]
        areas = len(self.standings.areas)
        self.standings.refresh()
        self.columns = columns_of(len(self.standings.areas))
        for index, sheet in zip(old, sheets, strict=True):
            at = self.standings.league.place_of(sheet)
            stays = at >= 0 and areas == len(self.standings.areas)
            new = self.createIndex(at, index.column()) if stays else QModelIndex()
            self.changePersistentIndex(index, new)
        self.layoutChanged.emit()

    @override
    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.standings)

    @override
    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(index.row(), index.column())
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return self._tip(index.row(), index.column())
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        is_area = self.columns[section] is Column.AREA
        if role == Qt.ItemDataRole.ToolTipRole and is_area:
            area = self.standings.areas[section - FIRST_AREA]
            return f"{area.code}. {area.name}"
        if role == Qt.ItemDataRole.DisplayRole:
            return self._title(section)
        return None

    def words(self, at: int, section: int) -> str:
        """Return what a cell says."""
        row, column = self.standings.row(at), self.columns[section]
        if column is Column.AREA:
            area = row.areas[section - FIRST_AREA]
            return number(area.percent, 1) if self.is_percent else number(area.points, 2, 1)
        if column is Column.INDEX and self.standings.criterion is not None:
            return number(row.ranked.contender.points, 2, 1)
        return _WORDS[column](row)

    def _title(self, section: int) -> str:
        column, criterion = self.columns[section], self.standings.criterion
        if column is Column.AREA:
            return self.standings.areas[section - FIRST_AREA].code
        if column is Column.INDEX and criterion is not None:
            return criterion.code
        return TITLES[column]

    def _tip(self, at: int, section: int) -> str | None:
        row, column = self.standings.row(at), self.columns[section]
        if column is Column.CHANGE:
            return rank_change(row.change) if row.change is not None else earlier_words(row)
        if column is Column.NAME:
            return row.name
        if column is Column.MAXIMUM and not row.is_full and row.maximum is not None:
            return OTHER_MAXIMA
        if column is Column.RATING and row.ranked.rank is None:
            return "Chưa đủ điểm của mọi tiêu chí nên chưa xếp hạng."
        return None


def number(value: Decimal | None, places: int = 2, least: int = 0) -> str:
    """Return a number of the league, or a dash."""
    return _DASH if value is None else shown(value, places, least)


def _rating(row: LeagueRow) -> str:
    if row.ranked.rank is None:
        return NOT_WHOLE
    return "" if row.rating is None else rating_name(row.rating.value)


def _change(row: LeagueRow) -> str:
    if row.change is None:
        return MERGED if row.earlier else ""
    return "=" if row.change == 0 else str(abs(row.change))


_WORDS: Mapping[Column, Callable[[LeagueRow], str]] = {
    Column.RANK: lambda row: _DASH if row.ranked.rank is None else str(row.ranked.rank),
    Column.NAME: lambda row: row.name,
    Column.TOTAL: lambda row: number(row.points, 2, 2),
    Column.MAXIMUM: lambda row: number(row.maximum, 2, 1),
    Column.INDEX: lambda row: number(row.index, 2, 2),
    Column.RATING: _rating,
    Column.CHANGE: _change,
}
