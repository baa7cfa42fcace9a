"""The people of a council in the state machine: listed, edited, ordered, assigned, copied."""

from datetime import date

from hypothesis import strategies as st
from hypothesis.stateful import rule

from cchc_desktop.commands import appraisal, people
from cchc_desktop.domain.people import Body
from cchc_desktop.domain.people_lines import PersonRow
from tests.properties.machine import PLACE, WORDS, Machine
from tests.sample_session import ASSESSMENT

DAYS = st.sampled_from([None, date(2022, 3, 20), date(2023, 6, 30)])


class PeopleSteps(Machine):
    """What a user can do with lists and assignments."""

    @rule(names=st.lists(WORDS, max_size=3), body=st.sampled_from(Body), day=DAYS, until=DAYS)
    def list_people(
        self, names: list[str], body: Body, day: date | None, until: date | None
    ) -> None:
        rows = tuple(PersonRow(name, role="Chủ tịch") for name in names)
        self.run_it(people.AddPeople(ASSESSMENT, body, rows))
        self.run_it(people.SetDecision(ASSESSMENT, body, "  12/QĐ-UBND", day))
        key, row = self.any_row("council_member", len(names)), PersonRow("Ổ", " ", "Ủy viên")
        self.run_it(people.EditPerson(key, row, "13/QĐ-UBND", day, (day, until)))

    @rule(at=PLACE, before=PLACE)
    def reorder_people(self, at: int, before: int) -> None:
        rows = [self.any_row("council_member", each) for each in (at, before)]
        self.run_it(people.MovePerson(rows[0], rows[1] if before % 3 else ""))
        if at % 4 == 0:
            self.run_it(people.RemovePeople((rows[0], "nowhere")))

    @rule(at=PLACE, who=PLACE, is_agency=st.booleans(), note=WORDS)
    def assign(self, at: int, who: int, *, is_agency: bool, note: str) -> None:
        by = self.any_row("agency" if is_agency else "council_member", who)
        nodes = (self.pick(at, leaves=False), self.pick(at + who))
        member, agency = ("", by) if is_agency else (by, "")
        self.run_it(appraisal.Assign(nodes, member, agency, note))
        if at % 3 == 0:
            self.run_it(appraisal.Unassign((self.any_row("assignment", at),)))

    @rule(at=PLACE, to=PLACE)
    def copy_people(self, at: int, to: int) -> None:
        self.run_it(
            people.CopyPeople(self.any_row("assessment", at), self.any_row("assessment", to))
        )
