"""Tiến độ as a table model: which rows show, in which order, and what their cells say."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cchc_desktop.domain.rounds import Status
from cchc_desktop.domain.text import fold, sort_key
from cchc_desktop.domain.track import Step, TrackRow
from cchc_desktop.overriding import override
from cchc_desktop.records import record
from cchc_desktop.wording import track as words
from ui.track.book import LATE, TrackBook
from ui.track.columns import ALL, TITLES, Column

_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_PLACES = {status: at for at, status in enumerate(Status)}
_STEPS = list(Step)
_DASH = "–"


@record
class Wanted:
    """Which rows show.

    Args:
        show: a status, ``LATE``, or "" for all.
        text: words of the name.
    """

    show: str = ""
    text: str = ""

    @property
    def is_on(self) -> bool:
        """Whether it leaves anything out."""
        return bool(self.show or self.text.strip())


class TrackModel(QAbstractTableModel):
    """Adapter of the book.

    Args:
        book: the rows.
        parent: the table.
    """

    def __init__(self, book: TrackBook, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.book = book
        self.columns: tuple[Column, ...] = ALL
        self.order: list[str] = []
        self.wanted = Wanted()
        self.sorted_by: tuple[Column, bool] | None = None  # column, descending

    def refresh(self) -> None:
        """Show the rows of the book, keeping the selection on its unit.

        Until every row is worked out they stand in order of the sheets, filtered by name alone.
        """
        self.layoutAboutToBeChanged.emit()
        old = [index for index in self.persistentIndexList() if index.isValid()]
        keys = [self.order[i.row()] if i.row() < len(self.order) else "" for i in old]
        self.order = self._arranged()
        at = {key: row for row, key in enumerate(self.order)}
        for index, key in zip(old, keys, strict=True):
            new = self.createIndex(at[key], index.column()) if key in at else QModelIndex()
            self.changePersistentIndex(index, new)
        self.layoutChanged.emit()

    def show_only(self, wanted: Wanted) -> None:
        """Show some rows alone."""
        self.wanted = wanted
        self.refresh()

    def sort_by(self, column: Column) -> None:
        """Sort by a column, then the other way round, then as at first: who is late leads."""
        known = self.sorted_by
        if known is None or known[0] is not column:
            self.sorted_by = (column, False)
        else:
            self.sorted_by = None if known[1] else (column, True)
        self.refresh()

    def show_columns(self, columns: tuple[Column, ...]) -> None:
        """Show other columns."""
        if columns != self.columns:
            self.beginResetModel()
            self.columns = columns
            self.endResetModel()

    def follow(self, moved: Sequence[tuple[TrackRow, TrackRow]]) -> None:
        """Show the rows that a change reached; the order is made anew only where it may differ."""
        if any(self._place(before) != self._place(after) for before, after in moved):
            self.refresh()
            return
        for _, row in moved:
            at = self.place_of(row.key)
            if at >= 0:
                self.dataChanged.emit(self.index(at, 0), self.index(at, len(self.columns) - 1))

    def _place(self, row: TrackRow) -> tuple[object, ...]:
        """Return what decides whether and where a row stands."""
        if not self.book.is_whole:
            return ()
        place: tuple[object, ...] = (_late_first(row, self.book), self._is_wanted(row))
        if self.sorted_by is None or self.sorted_by[0] not in _VALUES:
            return place
        return (*place, _VALUES[self.sorted_by[0]](row, self.book))

    def key_at(self, row: int) -> str:
        """Return the key of a row, "" where there is none."""
        return self.order[row] if 0 <= row < len(self.order) else ""

    def place_of(self, key: str) -> int:
        """Return where a row stands, -1 where it does not show."""
        return self.order.index(key) if key in self.order else -1

    @override
    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.order)

    @override
    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(self.order[index.row()], self.columns[index.column()])
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(self.order[index.row()], self.columns[index.column()])
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return self.spoken(self.order[index.row()])
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        is_title = orientation is Qt.Orientation.Horizontal and section < len(self.columns)
        if not is_title or role != Qt.ItemDataRole.DisplayRole:
            return None
        column = self.columns[section]
        if column is Column.NAME and self.book.has_agencies:
            return "Cơ quan tham mưu"
        return TITLES[column]

    def words(self, key: str, column: Column) -> str:
        """Return what a cell says."""
        if column is Column.NAME:
            return self.book.name(key)
        row = self.book.row(key)
        if column is Column.NEXT:
            return self.book.next_step(row)
        if column is Column.LATE:
            late = row.late(self.book.today)
            return words.late_by(late) if late else ""
        return _WORDS[column](row)

    def spoken(self, key: str) -> str:
        """Return a whole row in words."""
        row = self.book.row(key)
        late, step = row.late(self.book.today), self.book.next_step(row)
        return words.spoken(self.book.name(key), row.status.value, step, row.due, late)

    def _tip(self, key: str, column: Column) -> str | None:
        if column is Column.NAME:
            return self.book.name(key)
        return self.spoken(key) if column in {Column.TRACK, Column.LATE} else None

    def _arranged(self) -> list[str]:
        book = self.book
        text = fold(self.wanted.text).split()
        keys = list(book.keys)
        if text:
            keys = [key for key in keys if _has_all(fold(book.name(key)), text)]
        if not book.is_whole:
            return keys
        if self.wanted.show:
            keys = [key for key in keys if self._is_wanted(book.known(key))]
        keys.sort(key=lambda key: _late_first(book.known(key), book))
        if self.sorted_by is not None:
            column, is_descending = self.sorted_by
            value = _VALUES.get(column)
            if value is None:
                keys.sort(key=lambda key: sort_key(book.name(key)), reverse=is_descending)
            else:
                keys.sort(key=lambda key: value(book.known(key), book), reverse=is_descending)
        return keys

    def _is_wanted(self, row: TrackRow) -> bool:
        show = self.wanted.show
        if not show:
            return True
        return row.late(self.book.today) > 0 if show == LATE else row.status.value == show


def _has_all(name: str, text: list[str]) -> bool:
    return all(word in name for word in text)


def _late_first(row: TrackRow, book: TrackBook) -> tuple[bool, int]:
    return row.due is None or row.due >= book.today, _PLACES[row.status]


def _by_status(row: TrackRow, _book: TrackBook) -> int:
    return _PLACES[row.status]


def _by_scored(row: TrackRow, _book: TrackBook) -> tuple[int, int]:
    return (row.scored * 10_000 // row.to_score if row.to_score else 0), row.scored


def _by_due(row: TrackRow, _book: TrackBook) -> tuple[bool, int]:
    return row.due is None, row.due.toordinal() if row.due is not None else 0


def _by_step(row: TrackRow, _book: TrackBook) -> tuple[int, int]:
    return _STEPS.index(row.step), len(row.missing)


def _by_late(row: TrackRow, book: TrackBook) -> int:
    return -row.late(book.today)


_VALUES: Mapping[Column, Callable[[TrackRow, TrackBook], Any]] = {
    Column.STATUS: _by_status,
    Column.SCORED: _by_scored,
    Column.DUE: _by_due,
    Column.NEXT: _by_step,
    Column.LATE: _by_late,
}
"""What each column but the name is sorted by."""


def _status(row: TrackRow) -> str:
    return words.status_words(row.status.value)


def _scored(row: TrackRow) -> str:
    return f"{row.scored} / {row.to_score}"


def _due(row: TrackRow) -> str:
    return _DASH if row.due is None else words.short_day(row.due)


def _nothing(_row: TrackRow) -> str:
    return ""


_WORDS: Mapping[Column, Callable[[TrackRow], str]] = {
    Column.STATUS: _status,
    Column.TRACK: _nothing,
    Column.SCORED: _scored,
    Column.DUE: _due,
}
