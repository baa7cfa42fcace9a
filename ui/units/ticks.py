"""A list of areas and criteria to tick, with a search over it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from cchc_desktop.domain.criteria import CriteriaTree, Criterion
from cchc_desktop.domain.text import fold
from ui.shared import theme
from ui.shared.dialogs import list_height
from ui.shared.texts import TextField

_STEP = "    "
_KEY = Qt.ItemDataRole.UserRole


class Ticks(QWidget):
    """Lists the nodes of a set; ticking a branch means all below it.

    Args:
        tree: the set.
        more: what stands behind a node's name, "" for nothing.
        parent: the dialog.
    """

    changed = Signal()

    def __init__(
        self, tree: CriteriaTree, more: Callable[[Criterion], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.search = TextField("Tìm tiêu chí", "mã hoặc tên tiêu chí")
        self.list = QListWidget()
        self.list.setAccessibleName("Lĩnh vực, tiêu chí")
        self.list.setFont(theme.font("body"))
        self.list.setFixedHeight(list_height(250, around=248))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        for node, depth in tree.walk:
            self.list.addItem(_item(node, depth, more(node)))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.search)
        box.addWidget(self.list)
        self.search.textChanged.connect(self._filter)
        self.list.itemChanged.connect(self.changed)

    @property
    def chosen(self) -> tuple[str, ...]:
        """Ids of the nodes that are ticked."""
        items = [self.list.item(n) for n in range(self.list.count())]
        ticked = [each for each in items if each.checkState() is Qt.CheckState.Checked]
        return tuple(str(each.data(_KEY)) for each in ticked)

    def tick(self, node: str) -> None:
        """Tick a node."""
        for number in range(self.list.count()):
            if self.list.item(number).data(_KEY) == node:
                self.list.item(number).setCheckState(Qt.CheckState.Checked)

    def _filter(self, text: str) -> None:
        wanted = fold(text).split()
        for number in range(self.list.count()):
            item = self.list.item(number)
            place = fold(item.text())
            item.setHidden(not all(word in place for word in wanted))


def _item(node: Criterion, depth: int, more: str) -> QListWidgetItem:
    words = f"{_STEP * depth}{node.code}  {node.short_name or node.name}"
    item = QListWidgetItem(f"{words}  · {more}" if more else words)
    item.setData(_KEY, node.id)
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(Qt.CheckState.Unchecked)
    item.setFont(theme.font("body", 400 if depth else 600))
    return item
