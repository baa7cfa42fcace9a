"""The criteria set as a Qt model: an adapter over the tree that the desk shows."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from cchc_desktop.commands.criteria import MoveCriterion
from cchc_desktop.domain.audit import marked
from cchc_desktop.domain.changes import WHOLE
from cchc_desktop.domain.criteria import ROOT, CriteriaTree, Criterion
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.set_checks import Weight
from cchc_desktop.domain.steps import Outline, Structure, steps_between
from cchc_desktop.overriding import override
from cchc_desktop.session import Changed
from cchc_desktop.wording.effects import spoken_sign
from ui.criteria.cells import READERS, findings_text
from ui.criteria.columns import EDITABLE, HEADINGS, Column, Role
from ui.criteria.edits import edit_command, place_command
from ui.shared.desk import Desk
from ui.shared.model_moves import follow, resetting

Index = QModelIndex | QPersistentModelIndex
MIME = "application/x-cchc-criterion"
_NOWHERE = QModelIndex()
_SHAPE = (WHOLE, "parent", "order")
_NO_FLAGS = Qt.ItemFlag.NoItemFlags
_DROPPED_ON = Qt.ItemFlag.ItemIsDropEnabled
_SHOWN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_MOVED = _SHOWN | Qt.ItemFlag.ItemIsDragEnabled | _DROPPED_ON
_EDITED = _MOVED | Qt.ItemFlag.ItemIsEditable
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


class CriteriaModel(QAbstractItemModel):
    """Rows are the criteria of the desk's set; it follows every change step by step."""

    refused = Signal(object)  # CchcError: a drop that cannot be
    move_asked = Signal(object)  # MoveCriterion: what a drop means

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tree = desk.tree
        self.outline = Outline(_structure_of(self._tree))
        self._handles: dict[str, int] = {}
        self._ids: dict[int, str] = {}
        self._readers: dict[int, Callable[[Criterion, int], Any]] = {
            Qt.ItemDataRole.DisplayRole: self._text,
            Qt.ItemDataRole.EditRole: self._edited,
            Qt.ItemDataRole.ToolTipRole: self._tip,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
            Role.ID: lambda node, _: node.id,
            Role.DEPTH: lambda node, _: len(self._tree.path(node.id)) - 1,
            Role.IS_BRANCH: lambda node, _: self._tree.is_branch(node.id),
            Role.IS_BALANCING: lambda node, _: node.is_balancing,
            Role.WEIGHT: lambda node, _: self._weight(node),
        }

    def index_of(self, node: str, column: int = 0) -> QModelIndex:
        """Return the index of a node; ROOT and unknown ones give an invalid one."""
        if node not in self.outline:
            return QModelIndex()
        return self.createIndex(self.outline.place_of(node), column, self._handle(node))

    def id_at(self, index: Index) -> str:
        """Return the id of the node at an index, ROOT for an invalid one."""
        return self._ids.get(index.internalId(), ROOT) if index.isValid() else ROOT

    def reload(self) -> None:
        """Show another set."""
        with resetting(self):
            self._tree = self._desk.tree
            self.outline = Outline(_structure_of(self._tree))
            self._handles.clear()
            self._ids.clear()

    def follow(self, event: Changed) -> None:
        """Show what a change did to the set, with the fewest signals."""
        changes = event.changes.in_table("criterion")
        if not changes:
            return
        self._tree = self._desk.tree
        if any(change.field in _SHAPE for change in changes):
            shown, wanted = self.outline.structure(), _structure_of(self._tree)
            follow(self, self, steps_between(shown, wanted))
        touched = {change.key for change in changes if change.key in self._tree}
        for change in changes:
            if change.field == "effect" and change.key in self._tree:
                touched |= {node.id for node in self._tree.below(change.key)}
        for node_id in touched | self._around(touched):
            self.dataChanged.emit(
                self.index_of(node_id, Column.CODE), self.index_of(node_id, Column.MARK)
            )

    @override
    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        children = self.outline.children_of(self.id_at(parent))
        if parent.column() > 0 or not (0 <= row < len(children) and 0 <= column < len(HEADINGS)):
            return QModelIndex()
        return self.createIndex(row, column, self._handle(children[row]))

    @override
    def parent(self, child: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]  # Qt overloads it
        node_id = self.id_at(child)
        if node_id not in self.outline:
            return QModelIndex()
        return self.index_of(self.outline.parent_of(node_id))

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        if parent.column() > 0:
            return 0
        return len(self.outline.children_of(self.id_at(parent)))

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return len(HEADINGS)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        reader = self._readers.get(role)
        node = self._tree.nodes.get(self.id_at(index)) if reader is not None else None
        return None if reader is None or node is None else reader(node, index.column())

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(HEADINGS):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = _RIGHT if section == Column.MAXIMUM else _LEFT
            return side | Qt.AlignmentFlag.AlignVCenter
        return HEADINGS[section] if role == Qt.ItemDataRole.DisplayRole else None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        is_read_only = self._desk.session.store.is_read_only
        if not index.isValid():
            return _NO_FLAGS if is_read_only else _DROPPED_ON
        if is_read_only:
            return _SHOWN
        return _EDITED if self._is_editable(index) else _MOVED

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not self._is_editable(index):
            return False
        return self._desk.run(edit_command(self.id_at(index), index.column(), value))

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    @override
    def mimeTypes(self) -> list[str]:
        return [MIME]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        found = QMimeData()
        ids = {self.id_at(index) for index in indexes if index.isValid()}
        if len(ids) == 1:
            found.setData(MIME, self._stamp(ids.pop()).encode())
        return found

    @override
    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        try:
            return self._dropped(data, row, parent) is not None
        except CchcError as error:
            self.refused.emit(error)
            return False

    @override
    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        try:
            command = self._dropped(data, row, parent)
        except CchcError as error:
            self.refused.emit(error)
            return False
        if command is not None:
            self.move_asked.emit(command)
        return command is not None

    def _dropped(self, data: QMimeData, row: int, parent: Index) -> MoveCriterion | None:
        node_id = self._carried(data)
        if node_id not in self._tree:
            return None
        command = place_command(self._tree, node_id, self.id_at(parent), row)
        if command is not None:
            command.plan(self._desk.state)
        return command

    def _stamp(self, node_id: str) -> str:
        return f"{id(self)} {node_id}"

    def _carried(self, data: QMimeData) -> str:
        owner, _, node_id = bytes(data.data(MIME).data()).decode().partition(" ")
        return node_id if owner == str(id(self)) else ""

    def _around(self, touched: set[str]) -> set[str]:
        """Return what shows a sum or a rest that the touched nodes can move."""
        found: set[str] = set()
        for node_id in touched:
            above = [node.id for node in self._tree.path(node_id)[:-1]]
            found.update(above)
            for parent in (*above, node_id):
                found.update(self._rests_below(parent))
        return found - touched

    def _rests_below(self, parent: str) -> set[str]:
        return {child for child in self._tree.children_of(parent) if self._tree[child].is_balancing}

    def _handle(self, node_id: str) -> int:
        handle = self._handles.get(node_id)
        if handle is None:
            handle = self._handles[node_id] = len(self._handles) + 1
            self._ids[handle] = node_id
        return handle

    def _is_editable(self, index: Index) -> bool:
        node = self._tree.nodes.get(self.id_at(index))
        if node is None or index.column() not in EDITABLE:
            return False
        return not (node.is_balancing and index.column() == Column.MAXIMUM)

    def _text(self, node: Criterion, column: int) -> str:
        return READERS[column](self._tree, node)

    def _edited(self, node: Criterion, column: int) -> str | Decimal | None:
        return node.maximum if column == Column.MAXIMUM else self._text(node, column)

    def _tip(self, node: Criterion, column: int) -> str | None:
        if column == Column.MARK:
            return findings_text(self._tree, node) or None
        if column == Column.MAXIMUM:
            return spoken_sign(self._tree.effects[node.id].value) or None
        return node.name if column == Column.NAME else None

    def _spoken(self, node: Criterion, column: int) -> str:
        if column == Column.MARK:
            return findings_text(self._tree, node)
        said = f"{HEADINGS[column]}: {self._text(node, column)}"
        effect = self._tree.effects[node.id].value
        return f"{said}, {spoken_sign(effect)}" if effect and column == Column.MAXIMUM else said

    def _weight(self, node: Criterion) -> Weight | None:
        findings = marked(self._tree, node.id)
        return findings[0].weight if findings else None


def _structure_of(tree: CriteriaTree) -> Structure:
    branches = (node.id for node, _ in tree.walk if tree.is_branch(node.id))
    return {parent: tree.children_of(parent) for parent in (ROOT, *branches)}
