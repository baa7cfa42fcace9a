"""The matrix as an item model: an adapter over axes and book that keeps nothing of its own."""

from collections.abc import Set as AbstractSet

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from cchc_desktop.overriding import override
from cchc_desktop.session import Changed
from ui.matrix.axes import Axes, Spot, UnitFilter, Way, visible
from ui.matrix.book import MatrixBook
from ui.shared.desk import Desk
from ui.shared.model_moves import inserting, removing, resetting

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_FEW = 4  # changed units that are painted one by one
_DISPLAY = Qt.ItemDataRole.DisplayRole
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole
_HINT = Qt.ItemDataRole.ToolTipRole


class MatrixModel(QAbstractTableModel):
    """Points of criteria and units, those of a cell only once it is asked for.

    Args:
        desk: what lies on the desk.
        parent: the object that owns it.
    """

    reshaped = Signal()  # other rows or columns
    reread = Signal(object)  # units whose cells read differently, None for all of them

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.axes = Axes(desk)
        self.book = MatrixBook(desk)

    def refresh(self) -> None:
        """Another assessment, round or filter: everything may be different."""
        with resetting(self):
            self.book.forget()
            self.axes.reload()
        self.reshaped.emit()

    def follow(self, event: Changed) -> None:
        """Take a change: cells read anew; rows and columns only where criteria or units moved."""
        before, after = event.before, event.after
        stale = {spot.sheet for spot in self.book.fresh}
        self.book.follow(event)
        has_moved = before.trees is not after.trees or before.sheets is not after.sheets
        if has_moved or before.units is not after.units:
            fresh = self.book.fresh
            with resetting(self):
                self.axes.reload()
            self.book.fresh = fresh
            self.reshaped.emit()
            self.announce()
        elif len(event.sheets) > _FEW:
            self.announce()
        else:
            self._announce_few(stale | event.sheets)

    def announce(self) -> None:
        """Say that any cell may read differently."""
        if self.axes.rows and self.axes.columns:
            last = self.index(self.axes.rows - 1, self.axes.columns - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        self.reread.emit(None)

    def turn(self, way: Way) -> None:
        """Make criteria or units the rows."""
        if way is not self.axes.way:
            with resetting(self):
                self.axes.way = way
            self.reshaped.emit()

    def show_only(self, chosen: UnitFilter) -> None:
        """Show some units alone."""
        if chosen != self.axes.filter:
            with resetting(self):
                self.axes.filter = chosen
                self.axes.reload()
            self.reshaped.emit()

    def show_percent(self, *, shown: bool) -> None:
        """Show shares of the maximum, or points."""
        self.book.show_percent(shown=shown)
        self.announce()

    def toggle(self, node: str) -> None:
        """Fold or unfold a branch; the rows of the others keep their selection."""
        folded = self.axes.collapsed
        self._fold(folded - {node} if node in folded else folded | {node})

    def fold_all(self, *, folded: bool) -> None:
        """Fold or unfold every branch."""
        tree = self.axes.tree
        branches = (node.id for node, _ in tree.walk if tree.is_branch(node.id))
        self._fold(frozenset(branches) if folded else frozenset())

    def reveal(self, node: str) -> None:
        """Unfold what hides a criterion."""
        above = {step.id for step in self.axes.tree.path(node)[:-1]}
        if above & self.axes.collapsed:
            self._fold(self.axes.collapsed - above)

    def spot_at(self, index: Index) -> Spot | None:
        """Return what an index stands for."""
        return self.axes.spot(index.row(), index.column()) if index.isValid() else None

    def index_of(self, spot: Spot) -> QModelIndex:
        """Return the index of a cell; the invalid one where it does not show."""
        place = self.axes.place_of(spot)
        return QModelIndex() if place is None else self.index(*place)

    @override
    def rowCount(self, /, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else self.axes.rows

    @override
    def columnCount(self, /, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else self.axes.columns

    @override
    def data(self, index: Index, /, role: int = _DISPLAY) -> object:
        if role not in (_DISPLAY, _SPOKEN, _HINT):
            return None
        spot = self.spot_at(index)
        if spot is None:
            return None
        look = self.book.look(spot)
        return look.plain if role == _DISPLAY else f"{self.address(spot)}: {look.said}"

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, /, role: int = _DISPLAY
    ) -> object:
        if role not in (_DISPLAY, _SPOKEN, _HINT):
            return None
        is_unit = (orientation is Qt.Orientation.Horizontal) == (self.axes.way is Way.CRITERIA)
        if is_unit:
            return self.axes.name_of(self.axes.sheets[section])
        node, _ = self.axes.nodes[section]
        return f"{node.code} {node.name}".strip()

    def address(self, spot: Spot) -> str:
        """Return unit and code of a cell."""
        state = self._desk.state
        unit = state.units[state.sheets[spot.sheet].unit].name
        return f"{unit}, {self.axes.tree[spot.node].code}"

    def _announce_few(self, sheets: AbstractSet[str]) -> None:
        """Say which units read differently; the rest of the screen stays as it is painted."""
        for spot in self.book.fresh:
            index = self.index_of(spot)
            if index.isValid():
                self.dataChanged.emit(index, index)
        self.reread.emit(sheets)

    def _fold(self, collapsed: frozenset[str]) -> None:
        """Take rows away or bring them in between the common beginning and end."""
        if self.axes.way is Way.UNITS:
            with resetting(self):
                self._take(collapsed)
            self.reshaped.emit()
            return
        old = [node.id for node, _ in self.axes.nodes]
        new = [node.id for node, _ in visible(self.axes.tree, collapsed)]
        first = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), -1)
        first = min(len(old), len(new)) if first < 0 else first
        tail = _common_end(old[first:], new[first:])
        self._swap(collapsed, first, (len(old) - tail, len(new) - tail))
        self.reshaped.emit()

    def _swap(self, collapsed: frozenset[str], first: int, ends: tuple[int, int]) -> None:
        before, after = ends
        if before > first and after > first:
            with resetting(self):
                self._take(collapsed)
        elif before > first:
            with removing(self, QModelIndex(), first, before - 1):
                self._take(collapsed)
        elif after > first:
            with inserting(self, QModelIndex(), first, after - 1):
                self._take(collapsed)
        else:
            self._take(collapsed)

    def _take(self, collapsed: frozenset[str]) -> None:
        self.axes.collapsed = collapsed
        self.axes.reload()


def _common_end(old: list[str], new: list[str]) -> int:
    count = 0
    for left, right in zip(reversed(old), reversed(new), strict=False):
        if left != right:
            break
        count += 1
    return count
