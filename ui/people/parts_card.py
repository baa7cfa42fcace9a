"""The card of the parts that somebody appraises: code, name, note, a button to take each away."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from cchc_desktop.domain.criteria import CriteriaTree
from cchc_desktop.domain.people import Assignment
from ui.shared.buttons import tool
from ui.shared.frames import box_of, clear, fill, frame, hairline
from ui.shared.labels import ElidedLabel, label
from ui.shared.pills import Pill

_ROW = 44
_HEAD = 34


class PartsCard(QFrame):
    """Lists assignments; what is done with them is told by its signals."""

    add_asked = Signal()
    remove_asked = Signal(str)  # id of the assignment

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.add = tool("plus", "Giao thêm phần thẩm định", self.add_asked.emit)
        head = QWidget()
        head.setFixedHeight(_HEAD)
        line = QHBoxLayout(head)
        line.setContentsMargins(12, 0, 6, 0)
        line.addWidget(label("Phần được giao thẩm định", "body", 600), 1)
        line.addWidget(self.add)
        self._rows = QWidget()
        self._box = QVBoxLayout(self._rows)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._shown: tuple[object, ...] = ()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        outer.addWidget(head)
        outer.addWidget(self._rows)

    def show_parts(
        self, tree: CriteriaTree, parts: Sequence[Assignment], *, can_edit: bool
    ) -> None:
        """Show assignments in the order of the set."""
        self.add.setVisible(can_edit)
        lines = [_words(tree, each) for each in parts]
        wanted = (*zip((each.id for each in parts), lines, strict=True), can_edit)
        if wanted == self._shown:
            return
        self._shown = wanted
        clear(self._box)
        for part, (code, name, more) in zip(parts, lines, strict=True):
            self._box.addWidget(hairline())
            self._box.addWidget(self._row(part.id, (code, name, more), can_edit=can_edit))
        if not parts:
            self._box.addWidget(hairline())
            words = "Chưa được giao phần nào."
            empty = label(words, "small", tone="text3")
            empty.setContentsMargins(12, 8, 12, 10)
            self._box.addWidget(empty)

    def _row(self, part: str, words: tuple[str, str, str], *, can_edit: bool) -> QWidget:
        code, name, more = words
        row = frame("", vertical=False, margins=(12, 4, 6, 4), gap=10)
        row.setFixedHeight(_ROW)
        texts = frame("", gap=0)
        fill(texts, ElidedLabel(name, "body", 500), ElidedLabel(more, "small", tone="text3"))
        fill(row, Pill(code))
        box_of(row).addWidget(texts, 1)
        if can_edit:
            remove = tool("close", f"Bỏ giao {code}", lambda: self.remove_asked.emit(part))
            fill(row, remove)
            box_of(row).setAlignment(remove, Qt.AlignmentFlag.AlignVCenter)
        return row


def _words(tree: CriteriaTree, part: Assignment) -> tuple[str, str, str]:
    node = tree[part.criterion]
    below = sum(1 for each in tree.below(node.id) if not tree.is_branch(each.id))
    what = f"{'cả lĩnh vực' if not node.parent else 'cả nhóm'}, {below} tiêu chí"
    parts = (what if below else "một tiêu chí", part.note)
    more = " · ".join(each for each in parts if each)
    return node.code, node.short_name or node.name, more
