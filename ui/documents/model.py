"""The register as an item model: nothing is kept for a row but the key of its document."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from cchc_desktop.domain.register import Entry
from cchc_desktop.overriding import override
from ui.documents.columns import TITLES, Column
from ui.documents.ledger import Ledger, Show
from ui.shared.desk import Desk
from ui.shared.model_moves import swap_rows

Index = QModelIndex | QPersistentModelIndex
_SPOKEN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
_NOWHERE = QModelIndex()


class RegisterModel(QAbstractTableModel):
    """Adapts a ledger; rows that stay where they are keep their selection.

    Args:
        desk: what lies on the desk.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.ledger = Ledger(desk)
        self.show = Show.ALL
        self.order: tuple[Column, bool] | None = None
        self.keys: tuple[str, ...] = ()
        self._rows: dict[str, int] = {}
        self.is_moving = False

    def refresh(self) -> bool:
        """Look at the dossier again; return whether anything may be another one."""
        is_other = self.ledger.look()
        if is_other:
            self._take()
        return is_other

    def show_only(self, show: Show) -> None:
        """Show some documents alone."""
        self.show = show
        self._take()

    def sort_by(self, column: Column) -> None:
        """Sort by a column; again by the same one falls, a third time as they came."""
        before = self.order
        self.order = (column, False)
        if before == (column, False):
            self.order = (column, True)
        elif before == (column, True):
            self.order = None
        self._take()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)

    def entry_at(self, row: int) -> Entry | None:
        """Return the entry of a row; None outside."""
        if not 0 <= row < len(self.keys):
            return None
        return self.ledger.entries.get(self.keys[row])

    def index_of(self, key: str) -> QModelIndex:
        """Return the index of a document; an invalid one where it does not show."""
        row = self._rows.get(key)
        return QModelIndex() if row is None else self.index(row, 0)

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.keys)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in _SPOKEN:
            return None
        entry = self.entry_at(index.row())
        if entry is None:
            return None
        column = Column(index.column())
        text = self.ledger.text(entry, column)
        if role == Qt.ItemDataRole.AccessibleTextRole and TITLES[column]:
            return f"{TITLES[column]}: {text}"
        return text

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        is_title = orientation is Qt.Orientation.Horizontal and role in _SPOKEN
        return TITLES[Column(section)] if is_title else None

    def _take(self) -> None:
        """Replace what lies between the common beginning and the common end."""
        new = self.ledger.keys(self.show, self.order)
        self.is_moving = True
        swap_rows(self, (self.keys, new), str, self._set)
        self.is_moving = False
        if new:
            self.dataChanged.emit(self.index(0, 0), self.index(len(new) - 1, len(Column) - 1))

    def _set(self, keys: tuple[str, ...]) -> None:
        self.keys = keys
        self._rows = {key: row for row, key in enumerate(keys)}
