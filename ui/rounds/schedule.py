"""The page “Vòng và hạn”: rounds and dates of an assessment, and how far its units are."""

from collections import Counter
from datetime import date
from functools import partial

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.clock import now
from cchc_desktop.commands.rounds import SetDays
from cchc_desktop.commands.schedule import ChooseRounds
from cchc_desktop.domain.dates import parse_date
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.marks import ROUNDS, Round
from cchc_desktop.domain.rounds import DAY_FIELDS, Status, next_day, status_of
from cchc_desktop.domain.units import Assessment
from cchc_desktop.overriding import override
from cchc_desktop.wording import schedule as words
from cchc_desktop.wording.dossier import round_name
from cchc_desktop.wording.numerals import shown_date
from cchc_desktop.wording.rounds import DAYS, status_name
from ui.shared.desk import Desk
from ui.shared.frames import fill, frame, hairline, scrolled
from ui.shared.labels import label, say_or_hide, set_tone
from ui.shared.texts import TextField
from ui.shared.workplace import WidthClass

_WIDTH, _DAY, _CAPTIONS = 720, 132, 200
_MOST_UNITS = 400
_NEAR = 14  # days before which a date asks for attention


class SchedulePage(QWidget):
    """Dates and rounds are taken as they are typed and ticked; each is one step.

    Args:
        desk: session and assessment.
        today: the day from which is counted; None for the day of the clock.
        parent: the workplace.
    """

    def __init__(
        self, desk: Desk, today: date | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._today = desk, today
        self.title = label("", "title", 600)
        self.fields = [TextField(DAYS[name], "ngày/tháng/năm") for name in DAY_FIELDS]
        self.left = [label("", "small", tone="text2") for _ in DAY_FIELDS]
        self.trouble = label("", "small", tone="losttext", wrap=True)
        self.trouble.hide()
        self.rounds = {each: QCheckBox(round_name(each.value)) for each in ROUNDS}
        self.scored = {each: label("", "small", tone="text2") for each in ROUNDS}
        self.locked = {each: label("", "small", tone="text2") for each in ROUNDS}
        self.statuses = {each: label("", "body", 600) for each in Status}
        self.late = label("", "small", 600, "opentext", wrap=True)
        self._status_rows: dict[Status, QLabel] = {}
        self._lay_out()
        for field in self.fields:
            field.taken.connect(self._take_days)
        for each, box in self.rounds.items():
            box.clicked.connect(partial(self._choose, each))

    def refresh(self) -> None:
        """Show the assessment as it stands, while it shows."""
        assessment = self._desk.state.assessments.get(self._desk.assessment)
        if assessment is None or not self.isVisible():
            return
        can_edit = not self._desk.session.store.is_read_only
        self.title.setText(assessment.title)
        self._show_days(assessment, can_edit=can_edit)
        self._show_rounds(assessment, can_edit=can_edit)
        self._show_statuses(assessment)

    def set_width_class(self, width: WidthClass) -> None:
        """Nothing moves: the page is one column."""

    def leave(self) -> None:
        """Take what is typed."""
        for field in self.fields:
            field.take()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    @property
    def _day(self) -> date:
        return self._today or now().date()

    def _show_days(self, assessment: Assessment, *, can_edit: bool) -> None:
        for name, field, left in zip(DAY_FIELDS, self.fields, self.left, strict=True):
            day = getattr(assessment, name)
            field.setReadOnly(not can_edit)
            if self.trouble.isHidden():
                field.set_text(shown_date(day) if day else "")
            left.setText(words.time_left(day, self._day) if day else "")
            is_near = day is not None and 0 <= (day - self._day).days <= _NEAR
            set_tone(left, "opentext" if is_near else "text2")

    def _show_rounds(self, assessment: Assessment, *, can_edit: bool) -> None:
        sheets = self._desk.state.sheets_of(assessment.id)
        totals = self._desk.session.totals
        for each in ROUNDS:
            is_used = each in assessment.rounds
            self.rounds[each].setChecked(is_used)
            self.rounds[each].setEnabled(can_edit)
            found = [totals[sheet.id].get(each) for sheet in sheets] if is_used else []
            scored = sum(1 for total in found if total is not None and total.points is not None)
            locked = sum(1 for sheet in sheets if each in sheet.locked)
            of = len(sheets)
            self.scored[each].setText(words.counted(scored, of) if is_used else "không dùng")
            self.locked[each].setText(words.counted(locked, of) if locked else "–")

    def _show_statuses(self, assessment: Assessment) -> None:
        sheets = self._desk.state.sheets_of(assessment.id)
        counts: Counter[Status] = Counter()
        late = 0
        if len(sheets) <= _MOST_UNITS:
            for sheet in sheets:
                status = status_of(assessment, sheet, self._desk.state.cell(sheet.id))
                counts[status] += 1
                due = next_day(assessment, status, self._day)
                late += due is not None and due[0] != DAY_FIELDS[0] and due[1] < self._day
        for status, count in self.statuses.items():
            count.setText(str(counts[status]))
            count.setVisible(bool(counts[status]))
            self._status_rows[status].setVisible(bool(counts[status]))
        is_many = len(sheets) > _MOST_UNITS
        said = words.too_many(len(sheets)) if is_many else words.overdue(late) if late else ""
        say_or_hide(self.late, said)

    def _take_days(self) -> None:
        try:
            days = tuple(parse_date(field.text()) for field in self.fields)
        except CchcError as error:
            self._tell(error.words)
            return
        command = SetDays(self._desk.assessment, days)
        refused = self._desk.refusal(command)
        self._tell("" if refused is None else refused.words)
        if refused is None:
            self._desk.run(command, "days")

    def _choose(self, in_round: Round) -> None:
        rounds = tuple(each for each, box in self.rounds.items() if box.isChecked())
        command = ChooseRounds(self._desk.assessment, rounds)
        if not self._desk.run(command):
            self.rounds[in_round].setChecked(not self.rounds[in_round].isChecked())

    def _tell(self, reason: str) -> None:
        say_or_hide(self.trouble, reason)

    def _lay_out(self) -> None:
        hint = "Chương trình nhắc mốc gần nhất ở đầu bảng chấm. Để trống mốc chưa định."
        inner = frame("", margins=(24, 16, 24, 16), gap=12)
        note = label(hint, "small", tone="text3")
        fill(
            inner,
            self.title,
            _card("Các mốc thời gian", self._days_grid(), note, self.trouble),
            _card("Các vòng", self._rounds_grid()),
            _card("Bảng chấm của các đơn vị", self._status_grid(), self.late),
            None,
        )
        inner.setMaximumWidth(_WIDTH)
        area = scrolled(inner)
        ground = frame("panel")
        fill(ground, area)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(ground)
        self.setFocusProxy(self.fields[0])

    def _days_grid(self) -> QGridLayout:
        found = _grid()
        for line, (name, field, left) in enumerate(
            zip(DAY_FIELDS, self.fields, self.left, strict=True)
        ):
            field.setFixedWidth(_DAY)
            for place, piece in enumerate((label(DAYS[name], tone="text2"), field, left)):
                found.addWidget(piece, line, place)
        return found

    def _rounds_grid(self) -> QGridLayout:
        found = _grid()
        for place, text in enumerate(("Vòng", "Đã có điểm", "Đã khóa")):
            found.addWidget(label(text, "cap", 500, "text3"), 0, place)
        for line, each in enumerate(ROUNDS, 1):
            row = (self.rounds[each], self.scored[each], self.locked[each])
            for place, piece in enumerate(row):
                found.addWidget(piece, line, place)
        return found

    def _status_grid(self) -> QGridLayout:
        found = _grid()
        for line, (status, count) in enumerate(self.statuses.items()):
            self._status_rows[status] = label(status_name(status.value), tone="text2")
            found.addWidget(self._status_rows[status], line, 0)
            found.addWidget(count, line, 1)
        return found


def _grid() -> QGridLayout:
    found = QGridLayout()
    found.setHorizontalSpacing(16)
    found.setVerticalSpacing(6)
    found.setColumnMinimumWidth(0, _CAPTIONS)
    found.setColumnMinimumWidth(1, _DAY)
    found.setColumnStretch(2, 1)
    return found


def _card(title: str, grid: QGridLayout, *more: QWidget) -> QFrame:
    found = frame("card")
    head = frame("", vertical=False, margins=(16, 8, 16, 8))
    fill(head, label(title, "body", 600), None)
    inside = QWidget()
    box = QVBoxLayout(inside)
    box.setContentsMargins(16, 10, 16, 12)
    box.setSpacing(8)
    box.addLayout(grid)
    for piece in more:
        box.addWidget(piece)
    fill(found, head, hairline(), inside)
    return found
