"""Sittings of the council in the state machine: called, filled, ordered, decided."""

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st
from hypothesis.stateful import rule

from cchc_desktop.commands import decisions, sittings
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.sittings import Attendee, Ruling
from tests.properties.machine import PLACE, WORDS
from tests.properties.machine_people import PeopleSteps
from tests.sample_session import ASSESSMENT, SHEET, fixed_clock

POINTS = st.none() | st.decimals(0, 12, places=3)


class SittingSteps(PeopleSteps):
    """What a user can do with sittings."""

    @rule(at=PLACE, name=WORDS, in_round=st.sampled_from(Round), is_over=st.booleans())
    def call_sittings(self, at: int, name: str, in_round: Round, *, is_over: bool) -> None:
        facts = sittings.SittingFacts(date(2023, 2, 24), place=name, attendees=(Attendee(name),))
        self.run_it(sittings.CallSitting(ASSESSMENT, in_round, facts))
        key, plain_facts = self.any_row("sitting", at), sittings.SittingFacts(note=name)
        self.run_it(sittings.EditSitting(key, plain_facts, in_round), joins="sitting")
        if is_over and at % 3 == 0:
            self.run_it(sittings.RemoveSitting(key))

    @rule(at=PLACE, leaves=st.booleans(), before=PLACE, points=POINTS, note=WORDS)
    def fill_sittings(
        self, at: int, before: int, points: Decimal | None, note: str, *, leaves: bool
    ) -> None:
        spots = ((SHEET, self.pick(at)), (SHEET, self.pick(before, leaves=leaves)))
        self.run_it(sittings.AddItems(self.any_row("sitting", at), spots))
        item, other = (self.any_row("sitting_item", each) for each in (at, before))
        self.run_it(sittings.MoveItem(item, other if before % 3 else ""))
        self.run_it(sittings.ProposePoints(item, points))
        self.run_it(sittings.NoteItem(item, note))
        if before % 5 == 0:
            self.run_it(sittings.RemoveItems((item, "nowhere")))

    @rule(at=PLACE, ruling=st.sampled_from(Ruling), points=POINTS, note=st.none() | WORDS)
    def decide_items(
        self, at: int, ruling: Ruling, points: Decimal | None, note: str | None
    ) -> None:
        item = self.any_row("sitting_item", at)
        before = self.session.state
        self.run_it(decisions.DecideItem(item, ruling, fixed_clock(), points, note))
        if self.session.state is not before:
            decided = self.session.state.sitting_items[item]
            in_round = self.session.state.sittings[decided.sitting].round
            assert decided.points == self.session.scores(SHEET, in_round)[decided.criterion].points
        if at % 4 == 0:
            self.run_it(decisions.ReopenItem(item))
