"""One agency beside the list: its names, and the criteria it has in charge."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from cchc_desktop.commands.agencies import EditAgency, ReleaseCriteria
from cchc_desktop.domain.agencies import part_of, scored_of_part
from cchc_desktop.domain.criteria import Criterion
from cchc_desktop.domain.dates import parse_date
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.units import Agency
from cchc_desktop.wording.agencies import scored
from cchc_desktop.wording.numerals import shown, shown_date
from cchc_desktop.wording.units import NO_END, SINCE_EVER
from ui.shared.buttons import normal, primary, tool
from ui.shared.desk import Desk
from ui.shared.frames import box_of, clear, column, fill, frame, hairline, row, scrolled
from ui.shared.labels import ElidedLabel, label, say_or_hide
from ui.shared.pages import captioned
from ui.shared.pills import Pill
from ui.shared.texts import TextField
from ui.units.agency_dialogs import AssignDialog

WIDTH = 388
_ROW, _DAY = 38, 100


class AgencySide(QFrame):
    """Shows one agency.

    Args:
        desk: session, assessment and sheet.
        parent: the page.
    """

    part_asked = Signal(str)  # open only its criteria in Chấm điểm

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._agency = desk, ""
        self._shown: tuple[object, ...] | None = None
        self.dialog: AssignDialog | None = None
        self.setProperty("kind", "panelright")
        self.setFixedWidth(WIDTH)
        self.title = label("", "title", 600, wrap=True)
        self.name, self.short = TextField("Tên đầy đủ"), TextField("Tên ngắn")
        self.starts = TextField("Hiệu lực từ", SINCE_EVER)
        self.ends = TextField("Hiệu lực đến", NO_END)
        for day in (self.starts, self.ends):
            day.setFixedWidth(_DAY)
        self.trouble = label("", "small", tone="losttext", wrap=True)
        self.trouble.hide()
        self.progress = label("", "small", tone="text2")
        self.assign = tool("plus", "Giao tiêu chí…", self.ask_criteria)
        self.open = primary("Mở trong Chấm điểm", self._open_part)
        self.give = normal("Giao tiêu chí…", self.ask_criteria, "plus")
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._lay_out()
        for field in self._texts:
            field.taken.connect(self._take)

    @property
    def _texts(self) -> tuple[TextField, ...]:
        return self.name, self.short, self.starts, self.ends

    def take_all(self) -> None:
        """Take what is typed and not taken yet."""
        for field in self._texts:
            field.take()

    def show_agency(self, agency: Agency | None) -> None:
        """Show an agency; None shows nothing."""
        self._work.setVisible(agency is not None)
        if agency is None:
            return
        if agency.id != self._agency:
            self.take_all()
            self._agency = agency.id
            self._tell("")
        can_edit = not self._desk.session.store.is_read_only
        days = (shown_date(day) if day else "" for day in (agency.starts_on, agency.ends_on))
        for field, text in zip(self._texts, (agency.name, agency.short_name, *days), strict=True):
            field.setReadOnly(not can_edit)
            if self.trouble.isHidden() or not field.hasFocus():
                field.set_text(text)
        self.title.setText(agency.name)
        part = part_of(self._desk.tree, agency.id)
        self.open.setEnabled(bool(part))
        for button in (self.assign, self.give):
            button.setEnabled(can_edit and len(self._desk.tree) > 0)
        found = (
            scored_of_part(self._desk.scores, agency.id) if part and self._desk.sheet else (0, 0)
        )
        self.progress.setText(scored(*found) if found[1] else "")
        wanted = (agency.id, can_edit, *part)
        if wanted != self._shown:
            self._shown = wanted
            self._show_part(part, can_edit=can_edit)

    def ask_criteria(self) -> None:
        """Ask which criteria the agency gets."""
        self.dialog = AssignDialog(self._desk, self._agency, self)
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()

    def _show_part(self, part: tuple[Criterion, ...], *, can_edit: bool) -> None:
        clear(self._rows)
        for leaf in part:
            self._rows.addWidget(hairline())
            self._rows.addWidget(self._row(leaf, can_edit=can_edit))
        if not part:
            empty = label("Chưa được giao tiêu chí nào.", "small", tone="text3")
            empty.setContentsMargins(12, 8, 12, 10)
            self._rows.addWidget(hairline())
            self._rows.addWidget(empty)

    def _row(self, leaf: Criterion, *, can_edit: bool) -> QWidget:
        line = frame("", vertical=False, margins=(12, 4, 6, 4), gap=10)
        line.setFixedHeight(_ROW)
        maximum = self._desk.tree.maxima[leaf.id]
        fill(line, Pill(leaf.code))
        box_of(line).addWidget(ElidedLabel(leaf.short_name or leaf.name), 1)
        fill(line, label("?" if maximum is None else shown(maximum), "small", 500, "text3"))
        if can_edit:
            command = ReleaseCriteria(self._agency, (leaf.id,))
            away = partial(self._desk.run, command)
            fill(line, tool("close", f"Thôi giao {leaf.code}", away))
        return line

    def _take(self) -> None:
        if self._agency not in self._desk.state.agencies:
            return
        try:
            days = (parse_date(self.starts.text()), parse_date(self.ends.text()))
        except CchcError as error:
            self._tell(error.words)
            return
        command = EditAgency(self._agency, self.name.text(), self.short.text(), *days)
        refused = self._desk.refusal(command)
        self._tell("" if refused is None else refused.words)
        if refused is None:
            self._desk.run(command, f"agency {self._agency}")

    def _tell(self, reason: str) -> None:
        say_or_hide(self.trouble, reason)

    def _open_part(self) -> None:
        self.part_asked.emit(self._agency)

    def _lay_out(self) -> None:
        days = row(self.starts, 8, label("đến", "small", tone="text3"), 8, self.ends, None)
        fields = (("Tên đầy đủ", self.name), ("Tên ngắn", self.short), ("Hiệu lực", days))
        self._work = QWidget()
        work = QVBoxLayout(self._work)
        work.setContentsMargins(16, 12, 16, 10)
        work.setSpacing(12)
        work.addWidget(self.title)
        work.addLayout(captioned(84, fields))
        work.addWidget(self.trouble)
        work.addWidget(self._part_card(), 1)
        work.addWidget(row(None, self.give, 8, self.open))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._work, 1)
        box.addStretch(0)

    def _part_card(self) -> QScrollArea:
        card = frame("card", margins=(1, 1, 1, 1))
        head = frame("", vertical=False, margins=(12, 0, 6, 0), gap=8)
        head.setFixedHeight(34)
        fill(head, label("Tiêu chí được giao", "body", 600), None, self.progress, self.assign)
        fill(card, head)
        box_of(card).addLayout(self._rows)
        return scrolled(column(card, None))
