"""The score tree as a flat table: one line a criterion, read from left to right, top to bottom."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cchc_desktop.domain.criteria import ROOT
from cchc_desktop.overriding import override
from ui.marks.columns import Column
from ui.marks.looks import Look
from ui.marks.score_model import ScoreModel
from ui.marks.signs import Sign
from ui.shared.buttons import ghost
from ui.shared.desk import Desk
from ui.shared.frames import box_of, flush, row_frame
from ui.shared.labels import label
from ui.shared.list_table import Cell, Head, Line, ListModel, ListTable
from ui.shared.timers import later
from ui.shared.workplace import WidthClass

TOTAL = "="  # key of the last line
_LEVELS = ("Lĩnh vực", "Tiêu chí", "Tiêu chí thành phần")
_HEADS = (
    Head("Mã", 64),
    Head("Cấp", 144),
    Head("Nội dung"),
    Head("Tối đa", 64, "right"),
    Head("Điểm", 104, "right"),
    Head("Bị trừ", 72, "right"),
    Head("TLKC", 60, "right"),
    Head("Trạng thái", 300),
)
_LEVEL, _STATE = 1, len(_HEADS) - 1
_NUMBERS = (Column.MAXIMUM, Column.POINTS, Column.LOST, Column.EVIDENCE)


class _Table(ListTable):
    """The table: Enter goes to the criterion's line of the sheet, Esc back to the sheet."""

    left = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class FlatPage(QWidget):
    """Shows every criterion of the sheet without branches that open and close.

    Args:
        desk: where the user is.
        scores: what the tree shows.
        parent: the workplace.
    """

    left = Signal()  # back to the sheet
    went = Signal(str)  # to this criterion in the sheet

    def __init__(self, desk: Desk, scores: ScoreModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._scores = desk, scores
        self.model = ListModel(_HEADS, self)
        self.table = _Table(self.model, "Bảng chấm điểm dạng phẳng", parent=self)
        self._title = label("Bảng phẳng", "body", 600)
        self._note = label("", "small", tone="text2")
        self._late = later(self, 0, self._show_lines)
        self._build()
        self.table.opened.connect(self._go)
        self.table.left.connect(self.left)
        scores.scored.connect(self._scored)
        scores.reloaded.connect(self._scored)

    def set_width_class(self, width: WidthClass) -> None:
        """Leave out, in a narrow window, what the code says as well."""
        is_narrow = width is WidthClass.NARROW
        self.table.setColumnHidden(_LEVEL, is_narrow)
        self.table.setColumnWidth(_STATE, 200 if is_narrow else _HEADS[_STATE].width)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_lines()
        if not self.table.go(self._desk.criterion):
            self.table.go(next(iter(self.model.keys), ""))

    def _build(self) -> None:
        head = row_frame(40, (16, 0, 16, 0))
        box_of(head).setSpacing(8)
        box_of(head).addWidget(self._title)
        box_of(head).addWidget(self._note)
        box_of(head).addStretch(1)
        box_of(head).addWidget(ghost("Về bảng chấm điểm", self.left.emit, "chevron-left"))
        box = flush(QVBoxLayout(self))
        box.addWidget(head)
        box.addWidget(self.table, 1)
        self.setFocusProxy(self.table)

    def _scored(self) -> None:
        if self.isVisible():
            self._late.start()

    def _show_lines(self) -> None:
        tree = self._scores.ledger.tree
        looks = [self._scores.look(node.id) for node, _ in tree.walk]
        total = self._scores.look(ROOT)
        self.model.show([*map(self._line, looks), self._line(total)] if looks else [])
        count = f"{len(looks)} dòng, Enter đến tiêu chí" if looks else "Chưa có tiêu chí."
        self._note.setText(count)

    def _line(self, look: Look) -> Line:
        level = _LEVELS[min(look.depth, len(_LEVELS) - 1)] if look.node else "Tổng"
        numbers = [look.text(column) for column in _NUMBERS]
        state = self._state(look)
        is_heavy = look.is_branch or not look.node
        weight = 600 if is_heavy and not look.depth else 500 if is_heavy else 400
        evidence_tone = look.evidence_role if look.evidence_role != "off" else "text3"
        cells = (
            Cell(look.code, "text2", weight),
            Cell(level, "text3"),
            Cell(look.text(Column.NAME), weight=weight),
            Cell(numbers[0], "text2"),
            Cell(numbers[1], weight=weight),
            Cell(numbers[2], "losttext" if look.share else "text2"),
            Cell(numbers[3], evidence_tone),
            Cell(state, "text2"),
        )
        said = [f"{level} {look.code} {look.text(Column.NAME)}".replace("  ", " ")]
        said += [look.spoken(column) for column in _NUMBERS]
        ground = min(look.depth, 1) if is_heavy else 2
        return Line(look.node or TOTAL, cells, ground, ". ".join([*said, state]))

    def _state(self, look: Look) -> str:
        """Return what stands out at a line, in words."""
        ledger = self._scores.ledger
        row = ledger[look.node]
        found = [look.text(Column.SIGN)] if look.sign is not Sign.NONE else []
        if not row.is_applicable:
            found.append("không áp dụng")
        elif not row.is_complete:
            found.append("chưa đủ điểm" if look.is_branch else "chưa có điểm")
        if look.remark:
            found.append(look.remark)
        if look.is_balancing:
            found.append("phần chưa tách")
        if not ledger.is_editable and not look.is_branch:
            found.append("chỉ xem")
        return ", ".join(found) or ("đã chấm đủ" if look.is_branch else "đã chấm")

    def _go(self, key: str) -> None:
        if key and key != TOTAL:
            self.went.emit(key)
