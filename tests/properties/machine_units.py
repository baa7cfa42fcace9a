"""Units and agencies in the state machine: recorded, merged, split, put in charge."""

from datetime import date

from hypothesis import strategies as st
from hypothesis.stateful import rule

from cchc_desktop.commands import agencies, exemptions, mergers, schedule, unit_book
from cchc_desktop.domain.marks import ROUNDS, Round
from tests.properties.machine import PLACE, WORDS, Machine
from tests.sample_session import ASSESSMENT, SHEET

NAMES = st.sampled_from(["Sở A", "sở a", "Sở Y tế", "Sở Kế hoạch và Đầu tư", " ", "Ổ ẨỂỖ"])
DAYS = st.sampled_from([date(2021, 1, 1), date(2022, 6, 30), date(2023, 3, 1)])
GROUPS = st.sampled_from(["Tỉnh, thành phố", "Sở, ban, ngành", " "])


class UnitSteps(Machine):
    """What a user can do with the book of units and with agencies in charge."""

    def any_units(self, first: int, second: int) -> tuple[str, ...]:
        return self.any_row("unit", first), self.any_row("unit", second)

    @rule(names=st.lists(NAMES, max_size=3), group=GROUPS, at=PLACE, days=st.tuples(DAYS, DAYS))
    def record_units(self, names: list[str], group: str, at: int, days: tuple[date, date]) -> None:
        self.run_it(unit_book.RecordUnits(group, tuple(names)))
        self.run_it(unit_book.EnterUnits(ASSESSMENT, self.any_units(at, at + 1)))
        if names:
            key = self.any_row("unit", at + 2)
            self.run_it(unit_book.EditUnit(key, names[0], group, names[-1], *sorted(days)))

    @rule(at=PLACE, name=NAMES)
    def tidy_units(self, at: int, name: str) -> None:
        self.run_it(unit_book.RenameGroup(self.any_row("unit_group", at), name))
        self.run_it(unit_book.RemoveGroup(self.any_row("unit_group", at + 1)))
        self.run_it(unit_book.DropUnits((self.any_row("unit", at),)))

    @rule(first=PLACE, second=PLACE, on=DAYS, name=NAMES, is_new=st.booleans())
    def merge_units(self, first: int, second: int, on: date, name: str, *, is_new: bool) -> None:
        source, target = self.any_units(first, second)
        into = ("", name) if is_new else (target, "")
        self.run_it(mergers.MergeUnits((source,), on, *into))

    @rule(at=PLACE, on=DAYS, names=st.lists(NAMES, max_size=3))
    def split_unit(self, at: int, on: date, names: list[str]) -> None:
        self.run_it(mergers.SplitUnit(self.any_row("unit", at), tuple(names), on))
        for unit in list(self.session.state.units.values())[: at % 3]:
            for heir in unit.successors[:1]:
                self.run_it(mergers.UnlinkUnits(unit.id, heir))

    @rule(names=st.lists(NAMES, max_size=3), at=PLACE, name=WORDS, other=PLACE)
    def list_agencies(self, names: list[str], at: int, name: str, other: int) -> None:
        self.run_it(agencies.AddAgencies(tuple(names)))
        ends_on = date(2021, 6, 30) if other % 3 else None
        self.run_it(agencies.EditAgency(self.any_row("agency", at), name, name, None, ends_on))
        self.run_it(agencies.RemoveAgency(self.any_row("agency", other)))
        merged, into = self.any_row("agency", at), self.any_row("agency", other)
        if at % 2:
            self.run_it(agencies.MergeAgencies((merged,), into))

    @rule(at=PLACE, who=PLACE, beside=st.booleans())
    def put_in_charge(self, at: int, who: int, *, beside: bool) -> None:
        nodes = (self.pick(at, leaves=False), self.pick(at + who))
        agency = self.any_row("agency", who)
        self.run_it(agencies.AssignCriteria(agency, nodes, beside=beside))
        self.run_it(agencies.ReleaseCriteria(agency, nodes[:1]))

    @rule(at=PLACE, reason=WORDS, back=st.booleans())
    def leave_out(self, at: int, reason: str, *, back: bool) -> None:
        nodes = (self.pick(at, leaves=False), self.pick(at + 7))
        self.run_it(exemptions.LeaveOut(SHEET, nodes, reason))
        if back:
            self.run_it(exemptions.TakeBackIn(SHEET, nodes[:1]))

    @rule(chosen=st.sets(st.sampled_from(ROUNDS)))
    def choose_rounds(self, chosen: set[Round]) -> None:
        self.run_it(schedule.ChooseRounds(ASSESSMENT, tuple(chosen)))
