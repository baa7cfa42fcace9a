"""What the view does: calls sittings, edits and orders them, decides, writes the minutes."""

from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from cchc_desktop.clock import Clock
from cchc_desktop.commands.decisions import DecideItem, ReopenItem
from cchc_desktop.commands.sittings import (
    CallSitting,
    EditSitting,
    MoveItem,
    NoteItem,
    ProposePoints,
    RemoveItems,
    RemoveSitting,
    SittingFacts,
)
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.ids import new_id
from cchc_desktop.domain.marks import ROUNDS, Round
from cchc_desktop.domain.sitting_people import called_people
from cchc_desktop.domain.sittings import Ruling, Sitting
from ui.shared.desk import Desk
from ui.shared.papers import ask_paper
from ui.sitting.items_model import ItemsModel
from ui.sitting.items_view import ItemsView
from ui.sitting.minutes_file import proposed_name, start_minutes

_RULINGS = {1: Ruling.ACCEPTED, 2: Ruling.KEPT}


class SittingActs(QObject):
    """Runs the commands of the view for the sitting that shows.

    Args:
        desk: where they run.
        model: the items of the sitting.
        view: the table of them.
        clock: when a decision is taken.
    """

    refused = Signal()  # what was typed does not stand: show again what does

    def __init__(self, desk: Desk, model: ItemsModel, view: ItemsView, clock: Clock) -> None:
        super().__init__(view)
        self._desk, self._model, self._view, self._clock = desk, model, view, clock
        self._folder: Path | None = None
        self.sitting = ""  # id of the sitting that shows

    @property
    def record(self) -> Sitting | None:
        """The sitting that shows."""
        return self._desk.state.sittings.get(self.sitting)

    def call(self) -> str:
        """Call a sitting for today with the council as it is listed; return its id."""
        desk, today = self._desk, self._clock().date()
        assessment = desk.state.assessments.get(desk.assessment)
        if assessment is None:
            return ""
        people = called_people(desk.state, assessment.id, today)
        place = self.record.place if self.record is not None else ""
        facts = SittingFacts(
            today,
            place=place,
            chair=people.chair,
            secretary=people.secretary,
            attendees=people.attendees,
        )
        key = new_id()
        command = CallSitting(assessment.id, self._round(assessment.rounds), facts, key)
        return key if desk.run(command) else ""

    def edit(self, facts: SittingFacts, in_round: Round, field: str) -> None:
        """Tell other facts; typing in one field is one step."""
        if self.record is not None:
            joins = f"sitting/{self.sitting}/{field}"
            if not self._desk.run(EditSitting(self.sitting, facts, in_round), joins):
                self.refused.emit()

    def remove(self) -> None:
        """Take the sitting away; its marks stay."""
        self._desk.run(RemoveSitting(self.sitting))

    def remove_items(self) -> None:
        """Take the selected criteria off the sitting."""
        items = self._view.selected or tuple(filter(None, (self._view.current,)))
        if items:
            self._desk.run(RemoveItems(items))

    def move(self, by: int) -> None:
        """Move the current criterion up or down."""
        at = self._model.row_of(self._view.current)
        to = at + by
        if at < 0 or not 0 <= to < len(self._model.rows):
            return
        item = self._model.rows[at].item.id
        after = to + 1 if by > 0 else to
        before = self._model.rows[after].item.id if after < len(self._model.rows) else ""
        if self._desk.run(MoveItem(item, before)):
            self._view.go(item)

    def decide(self, number: int) -> None:
        """Decide the current criterion: 1 recognises the self-score, 2 keeps the appraisal."""
        if self._view.current:
            command = DecideItem(self._view.current, _RULINGS[number], self._clock())
            self._desk.run(command)

    def reopen(self) -> None:
        """Take the decision of the current criterion back."""
        if self._view.current:
            self._desk.run(ReopenItem(self._view.current))

    def propose(self, item: str, points: Decimal | None) -> None:
        """Say what the appraisers propose."""
        self._desk.run(ProposePoints(item, points))

    def note(self, item: str, text: str) -> None:
        """Write what the minutes say of a criterion."""
        self._desk.run(NoteItem(item, text))

    def save_minutes(self) -> None:
        """Ask where the minutes go and write them there."""
        sitting = self.record
        if sitting is None:
            return
        folder = self._folder or self._desk.session.store.path.absolute().parent
        path = ask_paper(self._view, "Lưu biên bản", str(folder / proposed_name(sitting)))
        if path is not None:
            self._folder = path.parent
            start_minutes(self._desk, sitting, path, self._clock)

    def say_no_council(self) -> None:
        """Say that the council has nobody who is not named yet."""
        sentence = "Danh sách Hội đồng không có ai để thêm."
        self._desk.report(CchcError(sentence, "Ghi danh sách ở Bộ tiêu chí, Đơn vị và Hội đồng."))

    def _round(self, rounds: tuple[Round, ...]) -> Round:
        """Return the round that is being decided: the desk's, else the last appraisal."""
        if self._desk.round is not Round.SELF and self._desk.round in rounds:
            return self._desk.round
        found = [each for each in ROUNDS if each in rounds and each is not Round.SELF]
        return found[-1] if found else Round.SELF
