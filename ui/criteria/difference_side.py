"""The right side of the difference: one criterion in both years, field by field."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from cchc_desktop.domain.criteria import CriteriaTree, Criterion
from cchc_desktop.domain.fields import to_json
from cchc_desktop.domain.set_difference import DifferenceRow
from cchc_desktop.wording.dossier import method_short
from cchc_desktop.wording.effects import EFFECT, NAMES, maximum_text
from cchc_desktop.wording.numerals import shown_date
from cchc_desktop.wording.rule_forms import CHOICES, RULE_FIELDS
from ui.criteria.cells import rule_text
from ui.criteria.difference_model import Sets
from ui.shared.desk import Desk
from ui.shared.frames import box_of, fill, frame, row
from ui.shared.labels import label
from ui.shared.pills import Pill

_NONE = "–"
_TOP = Qt.AlignmentFlag.AlignTop
_IN_HEAD = {"Mã", "Tên"}
Line = tuple[str, str, str]


class DifferenceSide(QWidget):
    """Head and card of the chosen row.

    Args:
        desk: the open dossier, for the names of agencies.
        parent: the view.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.lines: tuple[Line, ...] = ()
        self._code = Pill("")
        self._code.set_role("body")
        self._name = label("", "h3", 600, wrap=True)
        self._card = frame("card", margins=(12, 8, 12, 8))
        self._grid = QWidget()
        self.note = label("", "small", tone="text2", wrap=True)
        fill(self._card, self._grid)
        head = row(self._code, gap=8)
        box_of(head).addWidget(self._name, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 12, 16, 12)
        box.setSpacing(12)
        for piece in (head, self._card, self.note):
            box.addWidget(piece)
        box.addStretch(1)

    def show_row(self, sets: Sets, chosen: DifferenceRow) -> None:
        """Show a node of both sets."""
        self._code.set_text(chosen.node.code)
        self._name.setText(chosen.node.name)
        fields = [
            dict(self._fields(tree, node)) if node is not None else {}
            for tree, node in zip(sets.trees, (chosen.old, chosen.new), strict=True)
        ]
        names = dict.fromkeys((*fields[0], *fields[1]))
        lines = [(n, fields[0].get(n, _NONE), fields[1].get(n, _NONE)) for n in names]
        self.lines = tuple(each for each in lines if each[0] not in _IN_HEAD or each[1] != each[2])
        self._rebuild(sets.years)
        old, new = sets.years
        self.note.setText(
            f"Bỏ {chosen.node.code} ở {new} không xóa điểm của {old}." if not chosen.new else ""
        )

    def _fields(self, tree: CriteriaTree, node: Criterion) -> Iterator[tuple[str, str]]:
        maximum, effect = tree.maxima[node.id], tree.effects[node.id].value
        yield "Mã", node.code
        yield "Tên", node.name
        yield "Tối đa", maximum_text(effect, maximum)
        if effect:
            yield EFFECT, NAMES[effect]
        yield "Cách chấm", rule_text(tree, node)
        if not tree.is_branch(node.id):
            yield from _parameters(node)
            yield "Phương thức", method_short(node.method or "")
        agencies = self._desk.state.agencies
        yield "Cơ quan", ", ".join(agencies[key].name for key in node.agencies) or _NONE
        yield "Căn cứ", node.legal_basis or _NONE
        yield "Hướng dẫn", node.guidance or _NONE
        if node.evidence_required:
            yield "Tài liệu phải có", node.evidence_required
        if node.due is not None:
            yield "Hạn nộp", shown_date(node.due)

    def _rebuild(self, years: tuple[str, str]) -> None:
        fresh = QWidget()
        grid = QGridLayout(fresh)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for column, year in enumerate(years, start=1):
            grid.addWidget(label(year, "small", 600), 0, column)
            grid.setColumnStretch(column, 1)
        for place, (name, old, new) in enumerate(self.lines, start=1):
            is_changed = old != new
            grid.addWidget(label(name, "small", tone="text2"), place, 0, _TOP)
            grid.addWidget(label(old, "small", tone="text2", wrap=True), place, 1, _TOP)
            weight, tone = (600, "accent") if is_changed else (400, "text2")
            grid.addWidget(label(new, "small", weight, tone, wrap=True), place, 2, _TOP)
        box = box_of(self._card)
        box.replaceWidget(self._grid, fresh)
        self._grid.hide()
        self._grid.deleteLater()
        self._grid = fresh


def _parameters(node: Criterion) -> Iterator[tuple[str, str]]:
    """Yield the plain parameters of a rule that are set; tables by how many rows they have."""
    for name, field in RULE_FIELDS[node.rule.kind].items():
        value = to_json(getattr(node.rule, name))
        if isinstance(value, list):
            yield field.label, f"{len(value)} dòng"
        elif isinstance(value, str) and value:
            words = CHOICES.get(name, {}).get(value, value)
            unit = f" {field.unit}" if field.unit else ""
            yield field.label, f"{words.replace('.', ',')}{unit}" if unit else words
