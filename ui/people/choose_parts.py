"""Dialogs of assignments: which parts a person gets, or who gets the parts that are chosen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from cchc_desktop.commands.appraisal import Assign
from cchc_desktop.commands.base import Command
from cchc_desktop.domain.appraisal import assignments_of, people_of, who
from cchc_desktop.domain.criteria import Criterion
from cchc_desktop.domain.people import Body, CouncilMember, appraised_by
from cchc_desktop.domain.text import fold, sort_key
from cchc_desktop.overriding import override
from cchc_desktop.wording.people import body_name
from ui.shared import theme
from ui.shared.ask import AskDialog
from ui.shared.combos import Combo
from ui.shared.desk import Desk
from ui.shared.dialogs import list_height
from ui.shared.labels import label
from ui.shared.texts import TextField

_STEP = "    "
_NOTE = "Ví dụ: thay Văn phòng UBND tỉnh từ 10/02"


class ChoosePartsDialog(AskDialog):
    """Asks which areas and criteria a person appraises."""

    def __init__(self, desk: Desk, member: CouncilMember, parent: QWidget | None = None) -> None:
        sentence = "Giao một lĩnh vực là giao mọi tiêu chí trong đó, trừ tiêu chí đã giao riêng."
        super().__init__(desk, (f"Giao thẩm định cho {member.name}", sentence, "Giao"), parent)
        self._member = member.id
        self.search = TextField("Tìm", "mã hoặc tên tiêu chí")
        self.parts = QListWidget()
        self.parts.setAccessibleName("Lĩnh vực, tiêu chí")
        self.parts.setFont(theme.font("body"))
        self.parts.setFixedHeight(list_height(260, around=240))
        self.parts.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.parts.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.note = TextField("Ghi chú", _NOTE)
        by = appraised_by(desk.tree, assignments_of(desk.state, desk.assessment))
        for node, depth in desk.tree.walk:
            names = dict.fromkeys(who(desk.state, each) for each in by[node.id])
            self.parts.addItem(_item(node, depth, ", ".join(names)))
        self.add_fields((("Tìm", self.search), ("Phần", self.parts), ("Ghi chú", self.note)))
        self.search.textChanged.connect(self._filter)
        self.parts.itemChanged.connect(self._check)
        self.search.setFocus()
        self._check()

    @property
    def chosen(self) -> tuple[str, ...]:
        """Ids of the parts that are ticked."""
        items = [self.parts.item(n) for n in range(self.parts.count())]
        ticked = [each for each in items if each.checkState() is Qt.CheckState.Checked]
        return tuple(str(each.data(Qt.ItemDataRole.UserRole)) for each in ticked)

    @override
    def command(self) -> Command:
        return Assign(self.chosen, self._member, note=self.note.text())

    def _filter(self, text: str) -> None:
        wanted = fold(text.strip())
        for number in range(self.parts.count()):
            item = self.parts.item(number)
            item.setHidden(wanted not in fold(item.text()))

    def _check(self) -> None:
        self.go.setEnabled(bool(self.chosen))


class ChooseAppraiserDialog(AskDialog):
    """Asks who appraises the chosen parts."""

    def __init__(
        self, desk: Desk, criteria: tuple[str, ...], parent: QWidget | None = None
    ) -> None:
        codes = [desk.tree[each].code for each in criteria]
        sentence = f"Phần được giao: {', '.join(codes[:12])}{'…' if len(codes) > 12 else ''}."
        super().__init__(desk, ("Giao thẩm định", sentence, "Giao"), parent)
        self._criteria = criteria
        self.who = Combo("Người thẩm định")
        choices = appraiser_choices(desk)
        self.who.show_choices(choices, choices[0][1] if choices else None)
        self.note = TextField("Ghi chú", _NOTE)
        self.add_fields((("Người thẩm định", self.who), ("Ghi chú", self.note)))
        self.go.setEnabled(bool(choices))
        if not choices:
            hint = "Chưa có ai để giao: thêm người vào Tổ thẩm định, hoặc cơ quan tham mưu."
            self.add_fields((("", label(hint, "small", tone="opentext", wrap=True)),))

    @override
    def command(self) -> Command:
        kind, key = str(self.who.currentData()).split("/", 1)
        member, agency = (key, "") if kind == "member" else ("", key)
        return Assign(self._criteria, member, agency, self.note.text())


def appraiser_choices(desk: Desk) -> list[tuple[str, object]]:
    """Return whom parts can be given to: appraisers first, then the others, then agencies."""
    people = people_of(desk.state, desk.assessment)
    first = [each for each in people if each.body is Body.APPRAISERS]
    others = [each for each in people if each.body is not Body.APPRAISERS]
    found: list[tuple[str, object]] = [
        (f"{each.name} ({body_name(each.body.value)})", f"member/{each.id}")
        for each in (*first, *others)
    ]
    agencies = sorted(desk.state.agencies.values(), key=lambda each: sort_key(each.name))
    return found + [(f"{each.name} (cơ quan)", f"agency/{each.id}") for each in agencies]


def _item(node: Criterion, depth: int, names: str) -> QListWidgetItem:
    words = f"{_STEP * depth}{node.code}  {node.short_name or node.name}"
    item = QListWidgetItem(f"{words}  · {names}" if names else words)
    item.setData(Qt.ItemDataRole.UserRole, node.id)
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(Qt.CheckState.Unchecked)
    if not depth:
        item.setFont(theme.font("body", 600))
    return item
