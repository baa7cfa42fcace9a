"""Dialogs of agencies: add some, merge two spellings of one, put one in charge."""

from PySide6.QtWidgets import QCheckBox, QWidget

from cchc_desktop.commands.agencies import AddAgencies, AssignCriteria, MergeAgencies
from cchc_desktop.commands.base import Command
from cchc_desktop.domain.agencies import in_charge
from cchc_desktop.domain.criteria import Criterion
from cchc_desktop.domain.text import sort_key
from cchc_desktop.overriding import override
from ui.shared.ask import AskDialog
from ui.shared.combos import Combo
from ui.shared.desk import Desk
from ui.shared.texts import TextArea
from ui.units.ticks import Ticks


class AddAgenciesDialog(AskDialog):
    """Asks for agencies, one name a line or pasted; those that stand are left out."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        sentence = "Gõ hoặc dán, mỗi dòng một cơ quan; tên đã có thì bỏ qua."
        super().__init__(desk, ("Thêm cơ quan tham mưu", sentence, "Thêm"), parent)
        self.names = TextArea("Tên cơ quan, mỗi dòng một tên", "Mỗi dòng một cơ quan")
        self.names.setFixedHeight(180)
        self.add_fields((("Cơ quan", self.names),))
        self.names.setFocus()

    @override
    def command(self) -> Command:
        return AddAgencies(tuple(self.names.toPlainText().splitlines()))


class MergeAgenciesDialog(AskDialog):
    """Asks which agency another one really is."""

    def __init__(self, desk: Desk, chosen: tuple[str, ...], parent: QWidget | None = None) -> None:
        sentence = "Hai cách viết của một cơ quan: tiêu chí, khoản bị trừ, nhiệm vụ dồn về một tên."
        super().__init__(desk, ("Gộp cơ quan", sentence, "Gộp"), parent)
        agencies = sorted(desk.state.agencies.values(), key=lambda each: sort_key(each.name))
        choices: list[tuple[str, object]] = [(each.name, each.id) for each in agencies]
        self.source, self.target = Combo("Cơ quan được gộp"), Combo("Cơ quan còn lại")
        keys = [each.id for each in agencies]
        first = chosen[0] if chosen else None
        second = next((each for each in (*chosen[1:], *keys) if each != first), None)
        self.source.show_choices(choices, first)
        self.target.show_choices(choices, second)
        self.add_fields((("Gộp cơ quan", self.source), ("Vào cơ quan", self.target)))

    @override
    def command(self) -> Command:
        keys = (self.source.currentData(), self.target.currentData())
        return MergeAgencies((str(keys[0]),), str(keys[1]))


class AssignDialog(AskDialog):
    """Asks which areas and criteria an agency has in charge."""

    def __init__(self, desk: Desk, agency: str, parent: QWidget | None = None) -> None:
        name = desk.state.agencies[agency].name
        sentence = "Giao một lĩnh vực là giao mọi tiêu chí trong đó."
        super().__init__(desk, (f"Giao tiêu chí cho {name}", sentence, "Giao"), parent)
        self._agency = agency
        self.ticks = Ticks(desk.tree, self._stands)
        self.beside = QCheckBox("Giữ cả cơ quan đang tham mưu")
        self.add_fields((("Tiêu chí", self.ticks), ("", self.beside)))
        self.ticks.search.setFocus()

    @override
    def command(self) -> Command:
        return AssignCriteria(self._agency, self.ticks.chosen, beside=self.beside.isChecked())

    def _stands(self, node: Criterion) -> str:
        agencies = self.desk.state.agencies
        names = [agencies[each] for each in in_charge(self.desk.tree, node.id) if each in agencies]
        return ", ".join(each.short_name or each.name for each in names)
