"""The score tree as an item model: an adapter that looks up and keeps nothing of its own."""

from collections.abc import Collection, Iterable
from typing import Any, overload

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from cchc_desktop.domain.criteria import ROOT
from cchc_desktop.domain.steps import Outline, Structure, steps_between
from cchc_desktop.overriding import override
from cchc_desktop.session import Changed
from ui.marks.columns import SPOKEN, TITLES, Column
from ui.marks.ledger import Ledger
from ui.marks.looks import Look, look_of
from ui.shared.desk import Desk
from ui.shared.model_moves import follow, resetting

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_DISPLAY = Qt.ItemDataRole.DisplayRole
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole
_LAST = Column.SIGN


class ScoreModel(QAbstractItemModel):
    """Criteria with their scores in the sheet and round of the desk.

    Args:
        desk: where the user is.
        parent: the object that owns it.
    """

    scored = Signal(object)  # set of node ids whose rows read differently; "" is the total
    reloaded = Signal()  # another sheet, round or tree

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.ledger = Ledger(desk)
        self._assessment = desk.assessment
        self._sheet = desk.sheet
        self._only: frozenset[str] | None = None
        self._numbers: dict[str, int] = {}
        self._nodes: list[str] = []
        self._looks: dict[str, Look] = {}
        self._depths: dict[str, int] = {}
        self._outline = Outline()
        self._load()
        desk.changed.connect(self._follow)
        desk.place_switched.connect(self._switch)

    @property
    def outline(self) -> Outline:
        """The nodes that are shown."""
        return self._outline

    def show_only(self, nodes: Collection[str] | None) -> None:
        """Show some nodes with what is above them, or all where None."""
        self._only = None if nodes is None else frozenset(nodes)
        follow(self, self, steps_between(self._outline.structure(), self._wanted()))

    def node_of(self, index: Index) -> str:
        """Return the node of an index; ROOT for the invalid one."""
        return self._nodes[index.internalId()] if index.isValid() else ROOT

    def index_of(self, node: str, column: int = 0) -> QModelIndex:
        """Return the index of a node; the invalid one where it is not shown."""
        if node not in self._outline:
            return QModelIndex()
        return self.createIndex(self._outline.place_of(node), column, self._numbers[node])

    def look(self, node: str) -> Look:
        """Return how a row reads; ROOT is the total."""
        found = self._looks.get(node)
        if found is None:
            found = self._looks[node] = look_of(self.ledger, node, self._depths.get(node, 0))
        return found

    @override
    def index(self, row: int, column: int, /, parent: Index = _NOWHERE) -> QModelIndex:
        children = self._outline.children_of(self.node_of(parent))
        if parent.isValid() and parent.column() > 0:
            return QModelIndex()
        if not 0 <= row < len(children) or not 0 <= column <= _LAST:
            return QModelIndex()
        return self.createIndex(row, column, self._numbers[children[row]])

    @overload
    def parent(self, /) -> QObject | None: ...
    @overload
    def parent(self, child: Index, /) -> QModelIndex: ...
    @override
    def parent(self, /, child: Index | None = None) -> QObject | QModelIndex | None:
        if child is None:
            return QObject.parent(self)
        if not child.isValid():
            return QModelIndex()
        return self.index_of(self._outline.parent_of(self.node_of(child)))

    @override
    def rowCount(self, /, parent: Index = _NOWHERE) -> int:
        if parent.isValid() and parent.column() > 0:
            return 0
        return len(self._outline.children_of(self.node_of(parent)))

    @override
    def columnCount(self, /, parent: Index = _NOWHERE) -> int:
        return _LAST + 1

    @override
    def data(self, index: Index, /, role: int = _DISPLAY) -> Any:
        if role not in (_DISPLAY, _SPOKEN):
            return None
        node = self.node_of(index)
        if node not in self.ledger.scores.rows:  # about to be removed
            return None
        look = self.look(node)
        return look.text(index.column()) if role == _DISPLAY else look.spoken_first(index.column())

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, /, role: int = _DISPLAY) -> Any:
        if role == _DISPLAY:
            return TITLES[Column(section)]
        if role == _SPOKEN:
            return SPOKEN[Column(section)]
        return None

    @override
    def flags(self, index: Index, /) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not self._outline.children_of(self.node_of(index)):
            found |= Qt.ItemFlag.ItemNeverHasChildren
        return found

    def _load(self) -> None:
        self._looks.clear()
        self._number()
        self._outline = Outline(self._wanted())

    def _number(self) -> None:
        """Give every node the number that indexes carry; a number is never used twice."""
        for node, depth in self.ledger.tree.walk:
            self._depths[node.id] = depth
            if node.id not in self._numbers:
                self._numbers[node.id] = len(self._nodes)
                self._nodes.append(node.id)

    def _wanted(self) -> Structure:
        tree = self.ledger.tree
        kept: set[str] | None = None
        if self._only is not None:
            kept = {n.id for node in self._only if node in tree for n in tree.path(node)}
        found: dict[str, tuple[str, ...]] = {}
        for parent in (ROOT, *(node.id for node, _ in tree.walk if tree.is_branch(node.id))):
            children = tree.children_of(parent)
            if kept is not None:
                children = tuple(child for child in children if child in kept)
            if children:
                found[parent] = children
        return found

    def _switch(self) -> None:
        """Show another sheet or round; the tree stays where the criteria are the same."""
        self.ledger.reload()
        if self._desk.assessment != self._assessment:
            self._reset()
            return
        self._sheet = self._desk.sheet
        self._looks.clear()
        self._announce(self.ledger.tree.nodes)
        self.reloaded.emit()

    def _reset(self) -> None:
        self._assessment, self._sheet = self._desk.assessment, self._desk.sheet
        self._only = None
        with resetting(self):
            self._load()
        self.reloaded.emit()

    def _follow(self, event: Changed) -> None:
        if self._desk.assessment != self._assessment:
            self.ledger.reload()
            self._reset()
        elif self._desk.sheet != self._sheet:
            self._switch()
        else:
            self._take(event)

    def _take(self, event: Changed) -> None:
        was = self.ledger.tree
        changed = self.ledger.follow(event)
        is_new_tree = self.ledger.tree is not was
        for node in changed:
            self._looks.pop(node, None)
        if is_new_tree:
            self._looks.clear()
            self._number()
            follow(self, self, steps_between(self._outline.structure(), self._wanted()))
        self._announce(changed)
        self.scored.emit(changed)
        if is_new_tree:
            self.reloaded.emit()

    def _announce(self, nodes: Iterable[str]) -> None:
        """Tell views which rows changed, side by side ones together."""
        places: dict[str, list[int]] = {}
        for node in nodes:
            if node in self._outline:
                parent = self._outline.parent_of(node)
                places.setdefault(parent, []).append(self._outline.place_of(node))
        for parent, rows in places.items():
            children = self._outline.children_of(parent)
            for first, last in _runs(sorted(rows)):
                top = self.index_of(children[first])
                self.dataChanged.emit(top, self.index_of(children[last], _LAST))


def _runs(rows: list[int]) -> Iterable[tuple[int, int]]:
    first = last = rows[0]
    for row in rows[1:]:
        if row != last + 1:
            yield first, last
            first = row
        last = row
    yield first, last
