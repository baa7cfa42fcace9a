"""The right of the view: when and where a sitting is held, who is there, what is noted."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QScrollArea, QWidget

from cchc_desktop.commands.sittings import SittingFacts, facts_of
from cchc_desktop.domain.dates import parse_date
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.sittings import Attendee, Sitting
from cchc_desktop.wording.dossier import round_name
from cchc_desktop.wording.minutes import person
from cchc_desktop.wording.numerals import shown_date
from ui.shared.buttons import ghost, tool
from ui.shared.combos import Combo
from ui.shared.frames import box_of, column, frame, row
from ui.shared.labels import label
from ui.shared.texts import TextArea, TextField

WIDTH = 348
_LIST_HEIGHT = 116


class SittingEditor(QScrollArea):
    """Shows the facts of a sitting and says which of them a person changes.

    Args:
        parent: the panel.
    """

    edited = Signal(object, object, str)  # SittingFacts, Round, which field
    council_asked = Signal()  # take the people of the council
    people_asked = Signal()  # type others

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts = SittingFacts()
        self._round = Round.SECOND
        self.day = TextField("Ngày họp", "ngày/tháng/năm")
        self.round = Combo("Vòng quyết định")
        self.texts = {
            "hours": TextField("Thời gian", "từ 8 giờ đến 11 giờ 30"),
            "place": TextField("Địa điểm"),
            "number": TextField("Số biên bản", "05/BB-HĐ"),
            "chair": TextField("Chủ trì"),
            "secretary": TextField("Thư ký"),
        }
        self.people = QListWidget()
        self.note = TextArea("Kết luận, ghi chú", "Ghi vào cuối biên bản")
        self._build()
        self._wire()

    @property
    def refusal(self) -> str:
        """Why the day cannot be read."""
        return self._refusal.text()

    def show_sitting(
        self, sitting: Sitting, rounds: tuple[Round, ...], *, is_editable: bool
    ) -> None:
        """Show a sitting.

        Args:
            sitting: the sitting.
            rounds: the rounds of the assessment that a sitting can decide.
            is_editable: whether the dossier can be written.
        """
        facts = facts_of(sitting)
        self._facts, self._round = facts, sitting.round
        self.day.set_text(shown_date(facts.held_on) if facts.held_on is not None else "")
        choices: list[tuple[str, object]] = [(round_name(each.value), each) for each in rounds]
        self.round.show_choices(choices, sitting.round)
        for name, field in self.texts.items():
            field.set_text(getattr(facts, name))
        self.note.set_text(facts.note)
        self._show_people(facts.attendees)
        self._refusal.hide()
        for field in (self.day, *self.texts.values()):
            field.setReadOnly(not is_editable)
        self.note.setReadOnly(not is_editable)
        for button in (self.round, self.people, self._council, self._others, self._bin):
            button.setEnabled(is_editable)

    def add_people(self, attendees: tuple[Attendee, ...], chair: str, secretary: str) -> None:
        """Show a list of people at once, and who chairs and writes where nobody is named."""
        facts = replace(
            self._facts,
            attendees=attendees,
            chair=self._facts.chair or chair,
            secretary=self._facts.secretary or secretary,
        )
        self._tell(facts, "attendees")

    def set_wide(self, *, is_wide: bool) -> None:
        """Take the whole width, or the width of the right side."""
        self.setMinimumWidth(WIDTH)
        self.setMaximumWidth(16_777_215 if is_wide else WIDTH)

    def take(self) -> None:
        """Take what is being typed."""
        for field in (self.day, *self.texts.values()):
            field.take()
        self.note.take()

    def _show_people(self, attendees: tuple[Attendee, ...]) -> None:
        with QSignalBlocker(self.people):
            kept = self.people.currentRow()
            self.people.clear()
            for each in attendees:
                words = person(each.name, each.post, each.role)
                item = QListWidgetItem(words)
                item.setToolTip(words)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                is_here = not each.is_absent
                state = Qt.CheckState.Checked if is_here else Qt.CheckState.Unchecked
                item.setCheckState(state)
                self.people.addItem(item)
            self.people.setCurrentRow(min(kept, len(attendees) - 1))
        here = sum(1 for each in attendees if not each.is_absent)
        words = f"có mặt {here} / {len(attendees)}" if attendees else "chưa ghi ai"
        self._count.setText(words)

    def _build(self) -> None:
        self.setProperty("kind", "panelright")
        self.set_wide(is_wide=False)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._refusal = label("", "small", tone="losttext", wrap=True)
        self._refusal.hide()
        self.note.setFixedHeight(60)
        self.day.setFixedWidth(104)
        whole = frame("panel", margins=(16, 12, 16, 12), gap=8)
        box = box_of(whole)
        head = label("Thông tin phiên họp", "h3", 600)
        day = row(self.day, self.round, gap=8)
        box_of(day).setStretch(1, 1)
        for piece in (head, _named("Ngày họp, vòng quyết định", day), self._refusal):
            box.addWidget(piece)
        when = (_captioned(self.texts["hours"]), _captioned(self.texts["number"]))
        box.addWidget(_pair(*when, share=(5, 3)))
        box.addWidget(_captioned(self.texts["place"]))
        box.addWidget(_pair(_captioned(self.texts["chair"]), _captioned(self.texts["secretary"])))
        box.addWidget(self._people_part())
        box.addWidget(_named("Kết luận, ghi chú", self.note))
        box.addStretch(1)
        self.setWidget(whole)

    def _people_part(self) -> QWidget:
        self._count = label("", "small", tone="text3")
        self._council = ghost("Lấy từ Hội đồng", self.council_asked.emit, "people")
        self._others = ghost("Thêm người…", self.people_asked.emit, "plus")
        self._bin = tool("trash", "Bỏ người đang chọn", self._drop)
        self.people.setAccessibleName("Thành phần dự họp, đánh dấu người có mặt")
        self.people.setFixedHeight(_LIST_HEIGHT)
        self.people.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.people.setTextElideMode(Qt.TextElideMode.ElideRight)
        caption = row(label("Thành phần", "small", 500, "text3"), None, self._count)
        tools = row(self._council, self._others, None, self._bin)
        return column(caption, self.people, tools, gap=2)

    def _wire(self) -> None:
        self.day.taken.connect(self._day_taken)
        self.round.activated.connect(self._round_taken)
        for name, field in self.texts.items():
            field.taken.connect(lambda text, name=name: self._text_taken(name, text))
        self.note.taken.connect(lambda text: self._text_taken("note", text))
        self.people.itemChanged.connect(self._ticked)

    def _tell(self, facts: SittingFacts, field: str) -> None:
        self._facts = facts
        self.edited.emit(facts, self._round, field)

    def _day_taken(self, text: str) -> None:
        day: date | None
        try:
            day = parse_date(text)
        except CchcError as error:
            self._refusal.setText(error.words)
            self._refusal.show()
            return
        self._refusal.hide()
        self._tell(replace(self._facts, held_on=day), "held_on")

    def _round_taken(self) -> None:
        self._round = Round(self.round.currentData())
        self._tell(self._facts, "round")

    def _text_taken(self, name: str, text: str) -> None:
        self._tell(replace(self._facts, **{name: text}), name)  # type: ignore[arg-type]  # a text field

    def _ticked(self, item: QListWidgetItem) -> None:
        at = self.people.row(item)
        attendees = list(self._facts.attendees)
        is_absent = item.checkState() is not Qt.CheckState.Checked
        attendees[at] = replace(attendees[at], is_absent=is_absent)
        self._tell(replace(self._facts, attendees=tuple(attendees)), "attendees")

    def _drop(self) -> None:
        at = self.people.currentRow()
        if at >= 0:
            attendees = self._facts.attendees
            left = attendees[:at] + attendees[at + 1 :]
            self._tell(replace(self._facts, attendees=left), "attendees")


def _captioned(field: TextField) -> QWidget:
    return _named(field.accessibleName(), field)


def _named(words: str, field: QWidget) -> QWidget:
    caption = label(words, "small", 500, "text3")
    caption.setBuddy(field)
    return column(caption, field, gap=2)


def _pair(left: QWidget, right: QWidget, share: tuple[int, int] = (1, 1)) -> QWidget:
    found = row(left, right, gap=8)
    for at, part in enumerate(share):
        box_of(found).setStretch(at, part)
    return found
