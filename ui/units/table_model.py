"""The units of a group as a table model."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.succession import predecessors, successors
from cchc_desktop.domain.units import Unit
from cchc_desktop.overriding import override
from cchc_desktop.wording.units import validity
from ui.shared.desk import Desk

_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
DASH, OUTSIDE = "–", "ngoài đợt"


class Column(IntEnum):
    """Columns of the table, in order."""

    NAME = 0
    SHORT = 1
    VALIDITY = 2
    LEFT_OUT = 3
    RELATED = 4


TITLES = ("Đơn vị", "Tên ngắn", "Hiệu lực", "Không áp dụng", "")


class UnitModel(QAbstractTableModel):
    """Adapter of the units of a group.

    Args:
        desk: the desk.
        parent: the table's owner.
    """

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.units: tuple[Unit, ...] = ()
        self._sheets: dict[str, str] = {}
        self._heirs: frozenset[str] = frozenset()

    def show(self, units: Sequence[Unit]) -> None:
        """Show units; where the same ones stay, only their cells change."""
        same = [unit.id for unit in units] == [unit.id for unit in self.units]
        if not same:
            self.beginResetModel()
        self.units = tuple(units)
        sheets = self._desk.state.sheets_of(self._desk.assessment)
        self._sheets = {sheet.unit: sheet.id for sheet in sheets}
        every = self._desk.state.units.values()
        self._heirs = frozenset(heir for unit in every for heir in unit.successors)
        if not same:
            self.endResetModel()
        elif self.units:
            last = self.index(len(self.units) - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def place_of(self, unit: str) -> int:
        """Return the row of a unit, -1 where it is not shown."""
        return next((at for at, each in enumerate(self.units) if each.id == unit), -1)

    def sheet_of(self, unit: str) -> str:
        """Return the sheet of a unit in the desk's assessment, "" where it has none."""
        return self._sheets.get(unit, "")

    def left_out(self, unit: str) -> int:
        """Return how many criteria do not apply to a unit."""
        cell = self._desk.state.cell(self.sheet_of(unit))
        return sum(1 for (_, r), m in cell.marks.items() if r is Round.SHEET and m.not_applicable)

    def is_related(self, unit: Unit) -> bool:
        """Return whether a unit was merged, split, or took over."""
        return bool(unit.successors) or unit.id in self._heirs

    @override
    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.units)

    @override
    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(Column)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        unit, column = self.units[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(unit, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(unit, column)
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return TITLES[section]
        return None

    def _words(self, unit: Unit, column: Column) -> str:
        if column is Column.VALIDITY:
            return validity(unit.starts_on, unit.ends_on)
        if column is Column.LEFT_OUT:
            is_scored = bool(self.sheet_of(unit.id))
            return str(self.left_out(unit.id) or DASH) if is_scored else OUTSIDE
        return {Column.NAME: unit.name, Column.SHORT: unit.short_name}.get(column, "")

    def _tip(self, unit: Unit, column: Column) -> str | None:
        if column is Column.LEFT_OUT and not self.sheet_of(unit.id):
            return "Đơn vị không được chấm trong đợt đánh giá này."
        if column is not Column.RELATED:
            return unit.name if column is Column.NAME else None
        units = self._desk.state.units
        lines = [f"Nhận từ {each.name}" for each in predecessors(units, unit.id)]
        lines += [f"Chuyển sang {each.name}" for each in successors(units, unit.id)]
        return "\n".join(lines) or None
