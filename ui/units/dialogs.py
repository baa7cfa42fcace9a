"""Dialogs of units: add, paste, bring into the assessment, merge, split, rename a group."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QCompleter, QListWidget, QListWidgetItem, QWidget

from cchc_desktop.clock import now
from cchc_desktop.commands.base import Command
from cchc_desktop.commands.mergers import MergeUnits, SplitUnit, handed_on
from cchc_desktop.commands.unit_book import EnterUnits, RecordUnits, RenameGroup
from cchc_desktop.commands.units import AddUnits, same_name
from cchc_desktop.domain.dates import parse_date
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.succession import stands_in
from cchc_desktop.domain.text import clean, fold, sort_key
from cchc_desktop.domain.units import Unit
from cchc_desktop.overriding import override
from cchc_desktop.wording import units as words
from cchc_desktop.wording.numerals import shown_date
from ui.shared import theme
from ui.shared.ask import AskDialog
from ui.shared.combos import Combo
from ui.shared.desk import Desk
from ui.shared.labels import label, set_tone
from ui.shared.texts import TextArea, TextField
from ui.units.groups import ENDED, group_name_of, year_of

_KEY = Qt.ItemDataRole.UserRole
_NEW = ""
_LIST_HEIGHT = 200
_NAMES_HEIGHT = 150  # with a refusal below it the dialog is not higher than a low screen


class AddUnitsDialog(AskDialog):
    """Asks for units, one name a line or pasted, and says which stand already."""

    def __init__(self, desk: Desk, group: str, parent: QWidget | None = None) -> None:
        sentence = "Gõ hoặc dán từ Excel, mỗi dòng một tên; cột thứ hai là nhóm nếu có."
        super().__init__(desk, ("Thêm đơn vị", sentence, "Thêm"), parent)
        self.names = TextArea("Tên đơn vị, mỗi dòng một tên", "Mỗi dòng một đơn vị")
        self.names.setFixedHeight(_NAMES_HEIGHT)
        self.group = TextField("Nhóm", "Ví dụ: Sở, ban, ngành")
        self.group.set_text("" if group == ENDED else group_name_of(desk.state, group))
        groups = [each.name for each in desk.state.rows["unit_group"].values()]
        self.group.setCompleter(QCompleter(groups, self.group))
        title = desk.state.assessments[desk.assessment].title if desk.assessment else ""
        self.scored = QCheckBox(f"Chấm trong đợt {title}")
        scored = {desk.state.units[s.unit].group for s in desk.state.sheets_of(desk.assessment)}
        self.scored.setChecked(group in scored)
        self.scored.setEnabled(bool(desk.assessment))
        self.read = label("", "small", 500, "text2", wrap=True)
        fields = (("Nhóm", self.group), ("Đơn vị", self.names), ("", self.read))
        self.add_fields((*fields, ("", self.scored)))
        self.names.textChanged.connect(self._preview)
        self.group.textChanged.connect(self._preview)
        self.names.setFocus()
        self._preview()

    @override
    def command(self) -> Command:
        if len(self._named) > 1:
            raise CchcError(words.several_groups(self._named), words.one_group_a_time())
        fresh, _ = self._read_lines()
        if self.scored.isChecked():
            return AddUnits(self.desk.assessment, self._group, self._unscored or self._typed)
        return RecordUnits(self._group, fresh)

    @property
    def _unscored(self) -> tuple[str, ...]:
        """The names that are not scored in the assessment: new ones, and units of other years."""
        state = self.desk.state
        units = [state.units[sheet.unit] for sheet in state.sheets_of(self.desk.assessment)]
        wanted = same_name(self._group)
        scored = {
            same_name(unit.name)
            for unit in units
            if same_name(state.rows["unit_group"][unit.group].name) == wanted
        }
        return tuple(name for name in self._typed if same_name(name) not in scored)

    @property
    def _typed(self) -> tuple[str, ...]:
        lines = (line.split("\t")[0] for line in self.names.toPlainText().splitlines())
        return tuple(dict.fromkeys(name for name in map(clean, lines) if name))

    @property
    def _group(self) -> str:
        """The group that the pasted lines name, else the field's."""
        return self._named[0] if self._named else self.group.text()

    @property
    def _named(self) -> tuple[str, ...]:
        """The groups in the second column of the pasted lines."""
        cells = (line.split("\t")[1:2] for line in self.names.toPlainText().splitlines())
        found = {same_name(cell[0]): clean(cell[0]) for cell in cells if cell and clean(cell[0])}
        return tuple(found.values())

    def _read_lines(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the names that are new in the group, and those that stand there."""
        state, wanted = self.desk.state, same_name(self._group)
        groups = {g.id for g in state.rows["unit_group"].values() if same_name(g.name) == wanted}
        known = {same_name(unit.name) for unit in state.units.values() if unit.group in groups}
        typed = self._typed
        return (
            tuple(name for name in typed if same_name(name) not in known),
            tuple(name for name in typed if same_name(name) in known),
        )

    def _preview(self) -> None:
        fresh, known = self._read_lines()
        said = [f"{len(fresh)} đơn vị mới vào nhóm {self._group}"] if fresh else []
        if known:
            said.append(f"{len(known)} đã có: {', '.join(known[:4])}{'…' if known[4:] else ''}")
        self.read.setText("; ".join(said))
        set_tone(self.read, "opentext" if known else "text2")


class EnterUnitsDialog(AskDialog):
    """Asks which units of the dossier come into the assessment; only those valid that year."""

    def __init__(self, desk: Desk, group: str, parent: QWidget | None = None) -> None:
        year = year_of(desk)
        sentence = f"Chỉ liệt kê đơn vị còn hiệu lực trong năm {year} và chưa có trong đợt."
        super().__init__(desk, ("Đưa vào đợt đánh giá", sentence, "Đưa vào"), parent)
        scored = {sheet.unit for sheet in desk.state.sheets_of(desk.assessment)}
        units = sorted(desk.state.units.values(), key=lambda unit: sort_key(unit.name))
        offered = [
            unit
            for unit in units
            if stands_in(unit, year) and unit.id not in scored and group in (unit.group, ENDED)
        ]
        self.choices = _UnitList("Đơn vị", offered, [unit.name for unit in offered])
        self.add_fields((("Đơn vị", self.choices),))
        self.go.setEnabled(self.choices.count() > 0)

    @override
    def command(self) -> Command:
        return EnterUnits(self.desk.assessment, self.choices.ticked)


class MergeDialog(AskDialog):
    """Asks which units are merged into which, from which day; says what is handed on."""

    def __init__(
        self, desk: Desk, sources: tuple[str, ...], target: str = "", parent: QWidget | None = None
    ) -> None:
        sentence = "Nhiệm vụ, phân công và tài liệu chuyển sang đơn vị tiếp nhận trong một bước."
        super().__init__(desk, ("Gộp đơn vị", sentence, "Gộp"), parent)
        units = desk.state.units
        group = units[(*sources, target)[0]].group
        standing = [unit for unit in units.values() if not unit.successors]
        standing.sort(key=lambda u: (u.id not in sources, u.group != group, sort_key(u.name)))
        names = [
            unit.name if unit.group == group else f"{unit.name} ({self._group(unit)})"
            for unit in standing
        ]
        self.sources = _UnitList("Đơn vị được gộp", standing, names, ticked=sources)
        self.sources.setFixedHeight(130)
        self.target = Combo("Đơn vị tiếp nhận")
        choices: list[tuple[str, object]] = [("Đơn vị mới, tên ở dưới", _NEW)]
        choices += [(name, unit.id) for name, unit in zip(names, standing, strict=True)]
        self.target.show_choices(choices, target)
        self.name = TextField("Tên đơn vị mới", "Tên đơn vị sau khi gộp")
        self.on = TextField("Từ ngày", "ngày/tháng/năm")
        self.on.set_text(shown_date(now().date().replace(day=1)))
        self.moves = label("", "small", 500, "text2", wrap=True)
        self.add_fields((
            ("Gộp các đơn vị", self.sources), ("Vào đơn vị", self.target),
            ("Tên mới", self.name), ("Từ ngày", self.on), ("Chuyển sang", self.moves),
        ))  # fmt: skip
        for told in (self.sources.itemChanged, self.target.activated,
                     self.name.textChanged, self.on.textChanged):  # fmt: skip
            told.connect(self._preview)
        self.sources.setFocus()
        self._preview()

    @override
    def command(self) -> Command:
        day = parse_date(self.on.text())
        if day is None:
            raise CchcError("Chưa có ngày gộp.", "Gõ ngày bắt đầu, ví dụ 01/03/2025.")
        target = str(self.target.currentData() or "")
        name = "" if target else self.name.text()
        return MergeUnits(self.sources.ticked, day, target, name)

    def _group(self, unit: Unit) -> str:
        return group_name_of(self.desk.state, unit.group)

    def _preview(self) -> None:
        self.name.setEnabled(not self.target.currentData())
        self.moves.setText(_handed(self))


class SplitDialog(AskDialog):
    """Asks into which units a unit is split, from which day."""

    def __init__(self, desk: Desk, unit: str, parent: QWidget | None = None) -> None:
        name = desk.state.units[unit].name
        sentence = "Mỗi đơn vị sau khi tách nhận tài liệu, phân công và nhiệm vụ của đơn vị cũ."
        super().__init__(desk, (f"Tách {name}", sentence, "Tách"), parent)
        self._unit = unit
        self.names = TextArea("Đơn vị sau khi tách", "Mỗi dòng một đơn vị")
        self.names.setFixedHeight(110)
        self.on = TextField("Từ ngày", "ngày/tháng/năm")
        self.on.set_text(shown_date(now().date().replace(day=1)))
        self.moves = label("hiện ra khi đã gõ tên đơn vị", "small", 500, "text2", wrap=True)
        fields = (("Thành các đơn vị", self.names), ("Từ ngày", self.on))
        self.add_fields((*fields, ("Chuyển sang", self.moves)))
        self.names.textChanged.connect(self._preview)
        self.on.textChanged.connect(self._preview)
        self.names.setFocus()

    @override
    def command(self) -> Command:
        day = parse_date(self.on.text())
        if day is None:
            raise CchcError("Chưa có ngày tách.", "Gõ ngày bắt đầu, ví dụ 01/03/2025.")
        return SplitUnit(self._unit, tuple(self.names.toPlainText().splitlines()), day)

    def _preview(self) -> None:
        self.moves.setText(_handed(self))


class RenameGroupDialog(AskDialog):
    """Asks for another name of a group."""

    def __init__(self, desk: Desk, group: str, parent: QWidget | None = None) -> None:
        sentence = "Tên mới hiện ở mọi năm."
        super().__init__(desk, ("Đổi tên nhóm", sentence, "Đổi tên"), parent)
        self._group = group
        self.name = TextField("Tên nhóm")
        self.name.set_text(group_name_of(desk.state, group))
        self.add_fields((("Nhóm", self.name),))
        self.name.selectAll()
        self.name.setFocus()

    @override
    def command(self) -> Command:
        return RenameGroup(self._group, self.name.text())


class _UnitList(QListWidget):
    """Units to tick, by name; typing letters finds one, accents or not."""

    def __init__(
        self, name: str, units: list[Unit], names: list[str], ticked: tuple[str, ...] = ()
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFont(theme.font("body"))
        self.setFixedHeight(_LIST_HEIGHT)
        for unit, words_ in zip(units, names, strict=True):
            item = QListWidgetItem(words_)
            item.setData(_KEY, unit.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            on = unit.id in ticked
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            self.addItem(item)

    @property
    def ticked(self) -> tuple[str, ...]:
        """Ids of the units that are ticked."""
        items = [self.item(n) for n in range(self.count())]
        on = [item for item in items if item.checkState() is Qt.CheckState.Checked]
        return tuple(str(item.data(_KEY)) for item in on)

    def tick(self, unit: str) -> None:
        """Tick a unit."""
        for number in range(self.count()):
            if self.item(number).data(_KEY) == unit:
                self.item(number).setCheckState(Qt.CheckState.Checked)

    @override
    def keyboardSearch(self, search: str) -> None:
        for number in range(self.count()):
            if fold(self.item(number).text()).startswith(fold(search)):
                self.setCurrentRow(number)
                return


def _handed(dialog: AskDialog) -> str:
    """Say what the command of a dialog would hand on, or why it cannot be done yet."""
    try:
        moves = handed_on(dialog.command().plan(dialog.desk.state))
    except CchcError as error:
        return error.sentence
    return ", ".join(moves) or words.nothing_handed_on()
