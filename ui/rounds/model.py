"""The table of rounds as an item model: lines of criteria and heads of groups."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from cchc_desktop.overriding import override
from ui.rounds.columns import TITLES, Column
from ui.rounds.ledger import Line, RoundsLedger, Show
from ui.shared.desk import Desk
from ui.shared.model_moves import swap_rows

Index = QModelIndex | QPersistentModelIndex
_SPOKEN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class RoundsModel(QAbstractTableModel):
    """Adapts a ledger; rows that stay where they are keep their selection.

    Args:
        desk: what lies on the desk.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.show = Show.ALL
        self.ledger = RoundsLedger(desk)
        self._put(self.ledger.lines(self.show))
        self.ticked: frozenset[str] = frozenset()
        self.is_moving = False

    @property
    def order(self) -> tuple[str, ...]:
        """Ids of the criteria that show, in their order."""
        return tuple(line.key for line in self.lines if line.row is not None)

    def refresh(self) -> None:
        """Look at the desk again; only the lines that moved come and go."""
        self.ledger = RoundsLedger(self._desk)
        self.ticked &= frozenset(self.ledger.rows)
        self._take(self.ledger.lines(self.show))

    def show_only(self, show: Show) -> None:
        """Show some rows alone."""
        self.show = show
        self._take(self.ledger.lines(show))

    def tick(self, nodes: frozenset[str]) -> None:
        """Tick these criteria and no others; a survey is never decided here."""
        self.ticked = frozenset(
            node
            for node in nodes
            if node in self.ledger.rows and not self.ledger.rows[node].criterion.is_survey
        )
        self._repaint()

    def line_at(self, index: Index) -> Line | None:
        """Return the line of an index, or None."""
        return self.lines[index.row()] if index.isValid() else None

    def index_of(self, node: str, column: int = 0) -> QModelIndex:
        """Return the index of a criterion's cell; an invalid one where it does not show."""
        row = self._rows.get(node)
        return QModelIndex() if row is None else self.index(row, column)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.lines)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(Column)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        line = self.line_at(index)
        if line is None:
            return Qt.ItemFlag.NoItemFlags
        if line.row is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in _SPOKEN:
            return None
        line = self.line_at(index)
        if line is None:
            return None
        column = Column(index.column())
        if line.row is None:
            words = f"{line.title} {line.count}. {line.sentence}"
            return words if column is Column.NAME else ""
        if column is Column.TICK:
            return "đã chọn" if line.key in self.ticked else ""
        text = self.ledger.text(line.row, column)
        spoken = role == Qt.ItemDataRole.AccessibleTextRole and column > Column.NAME
        return f"{TITLES[column]}: {text or 'không'}" if spoken else text

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        is_title = orientation is Qt.Orientation.Horizontal and role in _SPOKEN
        return TITLES[Column(section)] if is_title else None

    def _take(self, lines: tuple[Line, ...]) -> None:
        """Replace what lies between the common beginning and the common end."""
        self.is_moving = True
        swap_rows(self, (self.lines, lines), lambda line: line.key, self._put)
        self._put(lines)
        self.is_moving = False
        self._repaint()

    def _put(self, lines: tuple[Line, ...]) -> None:
        self.lines = lines
        self._rows = {line.key: n for n, line in enumerate(lines) if line.row is not None}

    def _repaint(self) -> None:
        if self.lines:
            last = self.index(len(self.lines) - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
