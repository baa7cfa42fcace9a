"""Dialogs of the view: criteria chosen by hand, people typed or pasted."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from cchc_desktop.commands.base import Command
from cchc_desktop.commands.sittings import AddItems, EditSitting, facts_of
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.people_lines import read_people
from cchc_desktop.domain.sitting_people import with_attendees
from cchc_desktop.domain.sitting_rows import Spot, items_of, refusal_at
from cchc_desktop.domain.sittings import Attendee, Sitting
from cchc_desktop.domain.text import fold
from cchc_desktop.overriding import override
from cchc_desktop.wording import people as words
from ui.shared.ask import AskDialog
from ui.shared.combos import Combo
from ui.shared.desk import Desk
from ui.shared.dialogs import list_height
from ui.shared.texts import TextArea, TextField

_HEIGHT = 300
_MOST_PROBLEMS = 3
_CHOOSE = "Khảo sát, tiêu chí không áp dụng và tiêu chí đã khóa không có ở đây."
_PEOPLE = "Mỗi dòng một người: họ tên; chức vụ; vai trò. Dán được từ Excel."


class ChooseItemsDialog(AskDialog):
    """Asks for criteria of the units of the assessment; what cannot be decided is not offered.

    Args:
        desk: the session.
        sitting: the sitting.
        parent: the panel.
    """

    def __init__(self, desk: Desk, sitting: Sitting, parent: QWidget | None = None) -> None:
        super().__init__(desk, ("Chọn tiêu chí cho phiên họp", _CHOOSE, "Đưa vào"), parent)
        self._sitting = sitting
        self._ticked: dict[Spot, None] = {}
        self.unit = Combo("Đơn vị")
        self.filter = TextField("Tìm tiêu chí", "Mã hoặc chữ trong tên")
        self.list = QListWidget()
        self.list.setAccessibleName("Tiêu chí")
        self.list.setFixedHeight(list_height(_HEIGHT, around=250))
        fields = (("Đơn vị", self.unit), ("Tìm", self.filter), ("Tiêu chí", self.list))
        self.add_fields(fields)
        self._show_units()
        self._fill()
        self.unit.activated.connect(self._fill)
        self.filter.textEdited.connect(self._filter)
        self.list.itemChanged.connect(self._tick)
        self.filter.setFocus()

    @override
    def command(self) -> Command:
        return AddItems(self._sitting.id, tuple(self._ticked))

    def _show_units(self) -> None:
        state = self.desk.state
        sheets = state.sheets_of(self._sitting.assessment)
        choices: list[tuple[str, object]] = [
            (state.units[sheet.unit].name, sheet.id) for sheet in sheets
        ]
        keys = [key for _, key in choices]
        self.unit.show_choices(choices, self.desk.sheet if self.desk.sheet in keys else keys[0])

    def _fill(self) -> None:
        state, sheet = self.desk.state, str(self.unit.currentData())
        taken = {(each.sheet, each.criterion) for each in items_of(state, self._sitting.id)}
        with QSignalBlocker(self.list):
            self.list.clear()
            for leaf in state.tree(self._sitting.assessment).leaves:
                spot = (sheet, leaf.id)
                if spot in taken or refusal_at(state, spot, self._sitting.round) is not None:
                    continue
                item = QListWidgetItem(f"{leaf.code}  {leaf.name}")
                item.setData(Qt.ItemDataRole.UserRole, leaf.id)
                is_on = spot in self._ticked
                item.setCheckState(Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked)
                self.list.addItem(item)
        self._filter(self.filter.text())

    def _filter(self, text: str) -> None:
        wanted = fold(text).strip()
        for at in range(self.list.count()):
            item = self.list.item(at)
            item.setHidden(wanted not in fold(item.text()))

    def _tick(self, item: QListWidgetItem) -> None:
        spot = (str(self.unit.currentData()), str(item.data(Qt.ItemDataRole.UserRole)))
        if item.checkState() is Qt.CheckState.Checked:
            self._ticked[spot] = None
        else:
            self._ticked.pop(spot, None)
        self.go.set_text(f"Đưa vào {len(self._ticked)}" if self._ticked else "Đưa vào")


class AddPeopleDialog(AskDialog):
    """Asks for people, one a line.

    Args:
        desk: the session.
        sitting: the sitting they are called to.
        parent: the panel.
    """

    def __init__(self, desk: Desk, sitting: Sitting, parent: QWidget | None = None) -> None:
        super().__init__(desk, ("Thêm người dự họp", _PEOPLE, "Thêm"), parent)
        self._sitting = sitting
        self.lines = TextArea("Người dự họp, mỗi dòng một người")
        self.lines.setFixedHeight(160)
        self.add_fields((("Người dự", self.lines),))
        self.lines.setFocus()

    @override
    def command(self) -> Command:
        reading = read_people(self.lines.toPlainText())
        if reading.problems:
            raise CchcError(" ".join(reading.problems[:_MOST_PROBLEMS]), words.how_to_list())
        if not reading.rows:
            raise CchcError(words.no_people(), words.how_to_list())
        fresh = tuple(Attendee(each.name, each.post, each.role) for each in reading.rows)
        attendees = with_attendees(self._sitting.attendees, fresh)
        return EditSitting(self._sitting.id, replace(facts_of(self._sitting), attendees=attendees))
