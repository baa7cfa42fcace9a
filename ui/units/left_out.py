"""The tab “Không áp dụng” of one unit: the criteria that do not count for it, and why."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cchc_desktop.commands.base import Command
from cchc_desktop.commands.exemptions import LeaveOut, TakeBackIn
from cchc_desktop.domain.criteria import Criterion
from cchc_desktop.domain.marks import Mark, Round
from cchc_desktop.overriding import override
from ui.shared.ask import AskDialog
from ui.shared.buttons import normal, tool
from ui.shared.desk import Desk
from ui.shared.frames import box_of, clear, fill, frame, hairline, row
from ui.shared.labels import ElidedLabel, label
from ui.shared.pills import Pill
from ui.shared.texts import TextField
from ui.units.ticks import Ticks

_ROW = 44
_WHY = "Tiêu chí không áp dụng không tính vào điểm tối đa của đơn vị; đơn vị xếp hạng theo chỉ số."


class LeaveOutDialog(AskDialog):
    """Asks which criteria do not apply to a unit, and why."""

    def __init__(self, desk: Desk, sheet: str, parent: QWidget | None = None) -> None:
        name = desk.state.units[desk.state.sheets[sheet].unit].name
        super().__init__(desk, (f"Không áp dụng với {name}", _WHY, "Ghi"), parent)
        self._sheet = sheet
        self.ticks = Ticks(desk.tree, self._stands)
        self.reason = TextField("Lý do", "Ví dụ: Thông báo 12/TB-HĐ ngày 05/01/2022")
        self.add_fields((("Tiêu chí", self.ticks), ("Lý do", self.reason)))
        self.ticks.search.setFocus()

    @override
    def command(self) -> Command:
        return LeaveOut(self._sheet, self.ticks.chosen, self.reason.text())

    def _stands(self, node: Criterion) -> str:
        mark = self.desk.state.cell(self._sheet).mark(node.id, Round.SHEET)
        return "không áp dụng" if mark is not None and mark.not_applicable else ""


class LeftOutPage(QWidget):
    """Lists the criteria that do not apply to a unit.

    Args:
        desk: session and assessment.
        parent: the side panel.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._sheet = desk, ""
        self._shown: tuple[object, ...] | None = None
        self.dialog: LeaveOutDialog | None = None
        self.add = normal("Thêm tiêu chí không áp dụng…", self.ask, "plus")
        self.words = label("", "small", tone="text2", wrap=True)
        self._card = frame("card")
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        box_of(self._card).setContentsMargins(1, 1, 1, 1)
        box_of(self._card).addLayout(self._rows)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        for piece in (self.words, self._card, row(self.add, None)):
            box.addWidget(piece)
        box.addStretch(1)

    def show_sheet(self, sheet: str) -> int:
        """Show what does not apply on a sheet; return how many criteria that are."""
        self._sheet = sheet
        can_edit = bool(sheet) and not self._desk.session.store.is_read_only
        marks = self._desk.state.cell(sheet).marks if sheet else {}
        found = [
            (leaf, mark)
            for leaf in self._desk.tree.leaves
            if (mark := marks.get((leaf.id, Round.SHEET))) is not None and mark.not_applicable
        ]
        self.add.setEnabled(can_edit)
        self.words.setText(_WHY if sheet else "Đơn vị không được chấm trong đợt đánh giá này.")
        wanted = (sheet, can_edit, *found)
        if wanted != self._shown:
            self._shown = wanted
            clear(self._rows)
            for number, (leaf, mark) in enumerate(found):
                if number:
                    self._rows.addWidget(hairline())
                self._rows.addWidget(self._row(leaf, mark, can_edit=can_edit))
        self._card.setVisible(bool(found))
        return len(found)

    def ask(self) -> None:
        """Ask which criteria do not apply."""
        self.dialog = LeaveOutDialog(self._desk, self._sheet, self)
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()

    def _row(self, leaf: Criterion, mark: Mark, *, can_edit: bool) -> QWidget:
        line = frame("", vertical=False, margins=(12, 4, 6, 4), gap=10)
        line.setFixedHeight(_ROW)
        texts = frame("", gap=0)
        reason = mark.note or "Chưa ghi lý do"
        tone = "text3" if mark.note else "opentext"
        name = ElidedLabel(leaf.short_name or leaf.name, "body", 500)
        fill(texts, name, ElidedLabel(reason, "small", tone=tone))
        fill(line, Pill(leaf.code))
        box_of(line).addWidget(texts, 1)
        if can_edit:
            back = TakeBackIn(self._sheet, (leaf.id,))
            fill(line, tool("close", f"Áp dụng lại {leaf.code}", lambda: self._desk.run(back)))
        return line
