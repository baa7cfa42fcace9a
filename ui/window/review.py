"""Rà soát: everything that is to be looked at on a sheet, one line each, one click to its place."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from cchc_desktop.domain.checks import Finding
from cchc_desktop.domain.criteria import CriteriaTree
from ui.shared.buttons import normal, primary
from ui.shared.dialogs import room_of_dialogs
from ui.shared.frames import row
from ui.shared.labels import label
from ui.shared.list_table import Cell, Head, Line, ListModel, ListTable

_HEADS = (Head("Mã", 72), Head("Điều cần xem"))
_WIDE, _HIGH = 720, 460


class ReviewDialog(QDialog):
    """A list that stays longer than a menu could be.

    Args:
        found: the findings, in the order of the tree.
        tree: the criteria they stand at.
        parent: the window.
    """

    went = Signal(str)  # a criterion was chosen

    def __init__(
        self, found: Sequence[Finding], tree: CriteriaTree, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Rà soát")
        self.resize(_WIDE, min(_HIGH, room_of_dialogs()))
        self._places = {str(number): finding.criterion for number, finding in enumerate(found)}
        model = ListModel(_HEADS, self)
        self.table = ListTable(model, "Rà soát", parent=self)
        model.show([_line(str(number), each, tree) for number, each in enumerate(found)])
        self.table.opened.connect(self._go)
        to_it = primary("Đến tiêu chí", lambda: self._go(self.table.current))
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 16)
        box.setSpacing(12)
        box.addWidget(label(f"Rà soát: {len(found)} điều cần xem", "title", 600))
        box.addWidget(self.table, 1)
        box.addWidget(row(None, normal("Đóng", self.reject), 8, to_it))
        self.table.go("0")
        self.table.setFocus()

    def _go(self, key: str) -> None:
        self.accept()
        self.went.emit(self._places.get(key, ""))


def _line(key: str, finding: Finding, tree: CriteriaTree) -> Line:
    code = tree[finding.criterion].code if finding.criterion in tree else ""
    words = finding.sentence
    spoken = words if not code or words.startswith(code) else f"{code}. {words}"
    return Line(key, (Cell(code, "text2"), Cell(words)), spoken=spoken)
