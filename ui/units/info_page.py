"""The tab “Thông tin” of one unit: its names, group, days, relatives, and what is wrong."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cchc_desktop.commands.mergers import UnlinkUnits
from cchc_desktop.commands.unit_book import EditUnit
from cchc_desktop.domain.dates import parse_date
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.units import Unit
from cchc_desktop.wording.numerals import shown_date
from cchc_desktop.wording.units import NO_END, SINCE_EVER
from ui.shared.buttons import normal
from ui.shared.combos import Combo
from ui.shared.desk import Desk
from ui.shared.frames import box_of, fill, frame, row
from ui.shared.icons import IconLabel
from ui.shared.labels import label, say_or_hide
from ui.shared.pages import captioned
from ui.shared.texts import TextField
from ui.units.findings import UnitFindings
from ui.units.groups import group_name_of
from ui.units.relatives import RelativesCard

_CAPTIONS = 84
_SHORT, _DAY = 128, 100


class InfoPage(QWidget):
    """Fields of a unit: each is taken when typing rests or the field is left.

    Args:
        desk: where the edits run.
        parent: the side panel.
    """

    merge_asked = Signal()
    unit_asked = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._unit = desk, ""
        self.findings = UnitFindings(desk)
        self.name = TextField("Tên đầy đủ")
        self.short = TextField("Tên ngắn")
        self.group = Combo("Nhóm")
        self.starts = TextField("Hiệu lực từ", SINCE_EVER)
        self.ends = TextField("Hiệu lực đến", NO_END)
        self.trouble = label("", "small", tone="losttext", wrap=True)
        self.trouble.hide()
        self.relatives = RelativesCard(desk)
        self.note = frame("note", vertical=False, margins=(12, 8, 12, 8), gap=8)
        self.finding = label("", "small", wrap=True)
        self.merge = normal("Gộp đơn vị khác vào đây…", self.merge_asked.emit, "merge")
        self._lay_out()
        for field in self._texts:
            field.taken.connect(self._take)
        self.group.activated.connect(self._take)
        self.relatives.unit_asked.connect(self.unit_asked)
        self.relatives.unlink_asked.connect(lambda *pair: desk.run(UnlinkUnits(*pair)))

    @property
    def _texts(self) -> tuple[TextField, ...]:
        return self.name, self.short, self.starts, self.ends

    def take_all(self) -> None:
        """Take what is typed and not taken yet."""
        for field in self._texts:
            field.take()

    def show_unit(self, unit: Unit) -> None:
        """Show a unit as it stands; what is still being typed belongs to the one before."""
        if unit.id != self._unit:
            self.take_all()
            self._unit = unit.id
            self._tell("")
        can_edit = not self._desk.session.store.is_read_only
        days = (unit.starts_on, unit.ends_on)
        shown = (unit.name, unit.short_name, *(shown_date(day) if day else "" for day in days))
        for field, text in zip(self._texts, shown, strict=True):
            field.setReadOnly(not can_edit)
            if self.trouble.isHidden() or not field.hasFocus():
                field.set_text(text)
        state = self._desk.state
        groups = {*state.rows["unit_group"], unit.group}
        choices = sorted((group_name_of(state, key), key) for key in groups)
        self.group.show_choices(choices, unit.group)
        self.group.setEnabled(can_edit)
        self.merge.setEnabled(can_edit and not unit.successors)
        self.relatives.show_unit(unit, can_edit=can_edit)
        found = self.findings.of(unit.id)
        self.finding.setText("\n".join(found))
        self.note.setVisible(bool(found))

    def _take(self) -> None:
        if self._unit not in self._desk.state.units:
            return
        try:
            days = (parse_date(self.starts.text()), parse_date(self.ends.text()))
        except CchcError as error:
            self._tell(error.words)
            return
        group = group_name_of(self._desk.state, str(self.group.currentData() or ""))
        command = EditUnit(self._unit, self.name.text(), group, self.short.text(), *days)
        refused = self._desk.refusal(command)
        self._tell("" if refused is None else refused.words)
        if refused is None:
            self._desk.run(command, f"unit {self._unit}")

    def _tell(self, reason: str) -> None:
        say_or_hide(self.trouble, reason)

    def _lay_out(self) -> None:
        self.short.setFixedWidth(_SHORT)
        self.starts.setFixedWidth(_DAY)
        self.ends.setFixedWidth(_DAY)
        head = label("đầu cột ma trận", "small", tone="text3")
        to = label("đến", "small", tone="text3")
        fields = (
            ("Tên đầy đủ", self.name),
            ("Tên ngắn", row(self.short, 8, head, None)),
            ("Nhóm", self.group),
            ("Hiệu lực", row(self.starts, 8, to, 8, self.ends, None)),
        )
        fill(self.note, IconLabel("warn", "open"))
        box_of(self.note).addWidget(self.finding, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addLayout(captioned(_CAPTIONS, fields))
        for piece in (self.trouble, self.relatives, self.note):
            box.addWidget(piece)
        box.addStretch(1)
        box.addWidget(row(None, self.merge))
