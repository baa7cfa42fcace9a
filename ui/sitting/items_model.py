"""The items of a sitting as a table model: points of each round, proposal, decision, note."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.sitting_rows import ItemBook, ItemRow, sources_of
from cchc_desktop.overriding import override
from cchc_desktop.wording.effects import signed_points
from cchc_desktop.wording.rounds import round_short
from ui.shared.desk import Desk
from ui.shared.model_moves import swap_rows
from ui.sitting.facts import PLACES, ruling_words

DASH = "–"
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_SPOKEN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class Column(IntEnum):
    """A column, in order."""

    CODE = 0
    NAME = 1
    UNIT = 2
    SELF = 3
    FIRST = 4
    SECOND = 5
    PROPOSED = 6
    POINTS = 7
    STATE = 8
    NOTE = 9


ROUND_OF: Mapping[Column, Round] = {
    Column.SELF: Round.SELF,
    Column.FIRST: Round.FIRST,
    Column.SECOND: Round.SECOND,
}
NUMBERS = frozenset({*ROUND_OF, Column.PROPOSED, Column.POINTS})
_TITLES: Mapping[Column, str] = {
    Column.CODE: "Mã",
    Column.NAME: "Nội dung",
    Column.UNIT: "Đơn vị",
    Column.PROPOSED: "Đề nghị",
    Column.POINTS: "Quyết định",
    Column.STATE: "Trạng thái",
    Column.NOTE: "Ghi chú vào biên bản",
}


class ItemsModel(QAbstractTableModel):
    """Adapts the items of one sitting; rows that stay keep their selection.

    Args:
        desk: the session.
    """

    proposed = Signal(str, object)  # id of the item, Decimal | None
    noted = Signal(str, str)  # id of the item, the note

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._book = ItemBook()
        self.rows: tuple[ItemRow, ...] = ()
        self.before: tuple[Round, ...] = ()
        self.has_units = False

    def refresh(self, sitting: str) -> None:
        """Show the items of a sitting as they stand; "" shows none."""
        found = self._desk.state.sittings.get(sitting)
        rows: tuple[ItemRow, ...] = ()
        if found is not None:
            rows = self._book.rows(self._desk.state, found, self._desk.session.scores)
            self.before = sources_of(self._desk.state, found)
        self.has_units = len({row.sheet.id for row in rows}) > 1
        self._take(rows)

    def row_of(self, item: str) -> int:
        """Return the row of an item, -1 where it is not here."""
        return next((n for n, row in enumerate(self.rows) if row.item.id == item), -1)

    def text(self, row: ItemRow, column: Column) -> str:
        """Return what a cell says."""
        if column in ROUND_OF:
            points = row.row.points if row.row is not None else {}
            return _number(points.get(ROUND_OF[column]), row)
        return _WORDS[column](row)

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        found = super().flags(index)
        can_edit = index.column() in (Column.PROPOSED, Column.NOTE)
        is_open = can_edit and not self._desk.session.store.is_read_only
        return found | Qt.ItemFlag.ItemIsEditable if is_open else found

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self.rows):
            return None
        row, column = self.rows[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.EditRole:
            return row.item.proposed if column is Column.PROPOSED else row.item.note
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tip(row, column) or None
        if role not in _SPOKEN:
            return None
        text = self.text(row, column)
        is_spoken = role == Qt.ItemDataRole.AccessibleTextRole and column > Column.NAME
        return f"{self.title(column)}: {text or 'không'}" if is_spoken else text

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        item = self.rows[index.row()].item.id
        if index.column() == Column.PROPOSED:
            self.proposed.emit(item, value)
        else:
            self.noted.emit(item, str(value))
        return True

    def title(self, column: Column) -> str:
        """Return the title of a column."""
        return round_short(ROUND_OF[column].value) if column in ROUND_OF else _TITLES[column]

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        is_title = orientation is Qt.Orientation.Horizontal and role in _SPOKEN
        return self.title(Column(section)) if is_title else None

    def _take(self, rows: tuple[ItemRow, ...]) -> None:
        """Replace what lies between the common beginning and the common end."""
        stood = {id(row) for row in self.rows}
        swap_rows(self, (self.rows, rows), lambda row: row.item.id, self._put)
        self._put(rows)
        for at, row in enumerate(rows):
            if id(row) not in stood:
                self.dataChanged.emit(self.index(at, 0), self.index(at, len(Column) - 1))

    def _put(self, rows: tuple[ItemRow, ...]) -> None:
        self.rows = rows


def _number(points: Decimal | None, row: ItemRow) -> str:
    effect = row.row.effect.value if row.row is not None else ""
    return DASH if points is None else signed_points(effect, points, PLACES)


def _state(row: ItemRow) -> str:
    if row.item.is_decided:
        return "đã sửa sau phiên họp" if row.is_changed else ruling_words(row)
    return "không quyết định được" if row.refusal else "chưa quyết định"


def _tip(row: ItemRow, column: Column) -> str:
    if column is Column.STATE and row.is_changed:
        then, now = _number(row.item.points, row), _number(row.points, row)
        return f"Phiên họp quyết {then}, điểm hiện nay {now}."
    if column is Column.STATE:
        return row.refusal
    return {Column.NAME: row.criterion.name, Column.UNIT: row.unit}.get(column, row.item.note)


_WORDS: Mapping[Column, Callable[[ItemRow], str]] = {
    Column.CODE: lambda row: row.criterion.code,
    Column.NAME: lambda row: row.criterion.name,
    Column.UNIT: lambda row: row.unit,
    Column.PROPOSED: lambda row: _number(row.item.proposed, row),
    Column.POINTS: lambda row: _number(row.item.points, row),
    Column.STATE: _state,
    Column.NOTE: lambda row: " ".join(row.item.note.split()),
}
