"""The rows of two years' sets that show: areas always, what stays only when asked for."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import field
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.criteria import CriteriaTree, Criterion
from cchc_desktop.domain.set_difference import Difference, DifferenceRow
from cchc_desktop.overriding import override
from cchc_desktop.records import record
from cchc_desktop.wording import set_difference as words
from cchc_desktop.wording.effects import maximum_text
from ui.criteria.cells import rule_text
from ui.shared.model_moves import resetting

Kind = Difference | None  # None: it stays as it is
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_NONE = "–"
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
ROW_ROLE = Qt.ItemDataRole.UserRole


class Column(IntEnum):
    """Columns of the table."""

    OLD_CODE = 0
    NEW_CODE = 1
    NAME = 2
    OLD_MAXIMUM = 3
    NEW_MAXIMUM = 4
    CHANGE = 5
    WHAT = 6


NUMBERS = frozenset({Column.OLD_MAXIMUM, Column.NEW_MAXIMUM, Column.CHANGE})


@record
class Sets:
    """Two sets beside each other.

    Args:
        years: what heads the columns of each.
        trees: the sets.
        rows: their nodes.
        scored: how many units have marks at a node of the old set, by id.
    """

    years: tuple[str, str] = ("", "")
    trees: tuple[CriteriaTree, CriteriaTree] = (CriteriaTree(), CriteriaTree())
    rows: tuple[DifferenceRow, ...] = ()
    scored: Mapping[str, int] = field(default_factory=dict)

    def what(self, row: DifferenceRow) -> str:
        """Say in which ways a node differs."""
        if row.old is None or row.new is None:
            return words.added() if row.old is None else words.gone(self._units(row.old))
        said = []
        if row.effects[0] is not row.effects[1]:
            said.append(words.effect(row.effects[0].value, row.effects[1].value))
        if row.is_ruled_anew:
            said.append(words.rule(self._rule(0, row.old), self._rule(1, row.new)))
        if Difference.MAXIMUM in row.found and not row.is_branch:
            said.append(words.maximum(row.change))
        if Difference.OTHER in row.found:
            said.append(words.others(row.others))
        return words.joined(said)

    def _units(self, node: Criterion) -> int:
        return self.scored.get(node.id, 0)

    def _rule(self, which: int, node: Criterion) -> str:
        return rule_text(self.trees[which], node)


class DifferenceModel(QAbstractTableModel):
    """The rows that show, flat; an area opens to all of its nodes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sets = Sets()
        self.shown: list[DifferenceRow] = []
        self._wanted: Collection[Kind] = ()
        self._opened: set[str] = set()
        self._kept: dict[str, int] = {}

    def show(self, sets: Sets, wanted: Collection[Kind]) -> None:
        """Show two sets, and of what stays or differs only the wanted kinds."""
        with resetting(self):
            self.sets, self._wanted = sets, wanted
            self._opened &= {row.key for row in sets.rows}
            self._fill()

    def turn(self, at: int) -> None:
        """Open an area to all of its nodes, or close it again."""
        row = self.shown[at]
        if row.depth == 0:
            with resetting(self):
                self._opened ^= {row.key}
                self._fill()

    def is_open(self, row: DifferenceRow) -> bool:
        """Whether an area shows any of its nodes."""
        place = self.shown.index(row)
        return place + 1 < len(self.shown) and self.shown[place + 1].depth > row.depth

    def place_of(self, key: str) -> int:
        """Return the place of a row that shows, else -1."""
        return next((n for n, row in enumerate(self.shown) if row.key == key), -1)

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.shown)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.shown[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, Column(index.column()))
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            said = self._text(row, Column.WHAT)
            return f"{row.node.name}. {said}" if said else row.node.name
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section in NUMBERS:
            return _RIGHT
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        old, new = self.sets.years
        return (old, new, "Nội dung", f"Tối đa\n{old}", f"Tối đa\n{new}", "Đổi", "Khác gì")[section]

    def _text(self, row: DifferenceRow, column: Column) -> str:
        match column:
            case Column.OLD_CODE | Column.NEW_CODE:
                node = (row.old, row.new)[column]
                return node.code if node is not None else _NONE
            case Column.NAME:
                return row.node.name
            case Column.OLD_MAXIMUM | Column.NEW_MAXIMUM:
                which = column - Column.OLD_MAXIMUM
                value, node = row.maxima[which], (row.old, row.new)[which]
                unknown = "?" if node is not None else _NONE
                effect = row.effects[which].value
                return unknown if value is None else maximum_text(effect, value)
            case Column.CHANGE:
                return words.change(row.change)
            case Column.WHAT:
                return self.sets.what(row) or self._kept_words(row)

    def _kept_words(self, row: DifferenceRow) -> str:
        kept = self._kept.get(row.key, 0)
        return words.kept(kept) if kept and not self.is_open(row) else ""

    def _fill(self) -> None:
        self.shown, self._kept = [], {}
        for area in _areas(self.sets.rows):
            is_open = area[0].key in self._opened
            self.shown += [area[0], *(area[1:] if is_open else self._differing(area[1:]))]
            if not any(row.found for row in area[1:]):
                self._kept[area[0].key] = sum(1 for row in area if not row.is_branch)

    def _differing(self, rows: Sequence[DifferenceRow]) -> list[DifferenceRow]:
        """Return the rows of wanted kinds with the branches above them."""
        kept: list[DifferenceRow] = []
        depth = 0
        for row in reversed(rows):
            is_above = row.depth < depth
            if is_above or (not row.is_branch and self._is_wanted(row)):
                kept.append(row)
                depth = row.depth
        return kept[::-1]

    def _is_wanted(self, row: DifferenceRow) -> bool:
        return any(kind in self._wanted for kind in row.found or {None})


def _areas(rows: Sequence[DifferenceRow]) -> list[list[DifferenceRow]]:
    found: list[list[DifferenceRow]] = []
    for row in rows:
        if row.depth == 0:
            found.append([])
        found[-1].append(row)
    return found
