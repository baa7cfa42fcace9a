"""The book of units: their names, groups and validity, in every year of the dossier."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from cchc_desktop.commands.sittings import items_removed_with
from cchc_desktop.commands.units import (
    group_changes,
    refuse_days,
    refuse_out_of_year,
    refuse_same_name,
    same_name,
    sheet_orders,
    what_goes_along,
)
from cchc_desktop.domain.changes import ChangeSet, altered, made, removed
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.ids import new_id
from cchc_desktop.domain.state import State
from cchc_desktop.domain.succession import predecessors, successors
from cchc_desktop.domain.text import clean
from cchc_desktop.domain.units import Sheet, Unit, UnitGroup
from cchc_desktop.records import record
from cchc_desktop.wording import ranking as old_words
from cchc_desktop.wording import units as words


@record
class EditUnit:
    """Give a unit all its fields: names, group (by name) and days of validity."""

    unit: str
    name: str
    group: str
    short_name: str = ""
    starts_on: date | None = None
    ends_on: date | None = None

    @property
    def title(self) -> str:
        """The step in words."""
        return words.edited()

    def plan(self, state: State) -> ChangeSet:
        """Change what differs; the group is made where there is none of this name."""
        unit = unit_of(state, self.unit)
        name = clean(self.name)
        if not name:
            raise CchcError(old_words.no_names(), old_words.one_name_a_line())
        if not clean(self.group):
            raise CchcError(words.group_missing(), words.choose_group())
        refuse_days(self.starts_on, self.ends_on)
        changes, group = group_changes(state, self.group)
        fields = {
            "name": name,
            "group": group,
            "short_name": clean(self.short_name),
            "starts_on": self.starts_on,
            "ends_on": self.ends_on,
        }
        changed = replace(unit, name=name, group=group,
                          starts_on=self.starts_on, ends_on=self.ends_on)  # fmt: skip
        refuse_same_name(state, changed)
        return changes + altered("unit", unit, fields)


@record
class RecordUnits:
    """Write units into the book of the dossier without scoring them.

    Args:
        group: name of their group; made where there is none of this name.
        names: their names; empty ones are left out.
    """

    group: str
    names: tuple[str, ...]

    @property
    def title(self) -> str:
        """The step in words."""
        names = [name for name in map(clean, self.names) if name]
        return old_words.units_added(len(names), names[0] if names else "")

    def plan(self, state: State) -> ChangeSet:
        """Make the units; a name that stands in the group already is refused."""
        names = [name for name in map(clean, self.names) if name]
        if not names:
            raise CchcError(old_words.no_names(), old_words.one_name_a_line())
        if not clean(self.group):
            raise CchcError(words.group_missing(), words.choose_group())
        changes, group = group_changes(state, self.group)
        fresh: dict[str, Unit] = {}
        for name in names:
            if same_name(name) in fresh:
                raise CchcError(old_words.name_twice(name), old_words.tell_apart())
            unit = fresh[same_name(name)] = Unit(new_id(), name, group)
            refuse_same_name(state, unit)
        return changes + made("unit", fresh.values())


@record
class EnterUnits:
    """Bring units of the dossier into an assessment, one sheet each."""

    assessment: str
    units: tuple[str, ...]

    @property
    def title(self) -> str:
        """The step in words."""
        return words.entered(len(self.units))

    def plan(self, state: State) -> ChangeSet:
        """Make the sheets, after those that stand; a unit out of its validity is refused."""
        if self.assessment not in state.assessments:
            raise CchcError(old_words.no_names(), words.choose_others())
        sheets = state.sheets_of(self.assessment)
        scored = {sheet.unit for sheet in sheets}
        wanted = [unit for unit in dict.fromkeys(self.units) if unit not in scored]
        if not wanted:
            raise CchcError(words.all_entered(), words.choose_others())
        year = state.assessments[self.assessment].year
        for unit in wanted:
            refuse_out_of_year(unit_of(state, unit), year)
        orders = sheet_orders(sheets, len(wanted))
        pairs = zip(wanted, orders, strict=True)
        return made("sheet", [Sheet(new_id(), self.assessment, u, order) for u, order in pairs])


@record
class DropUnits:
    """Take units out of the dossier, with their empty sheets; nothing scored is lost."""

    units: tuple[str, ...]

    @property
    def title(self) -> str:
        """The step in words."""
        return words.dropped(len(self.units))

    def plan(self, state: State) -> ChangeSet:
        """Remove sheets and units; what hangs on a unit refuses the step in words."""
        if not self.units:
            raise CchcError(old_words.no_names(), words.choose_others())
        changes = ChangeSet()
        for unit in dict.fromkeys(self.units):
            found = unit_of(state, unit)
            _refuse_relatives(state, found, self.units)
            sheets = tuple(_empty_sheets(state, found))
            changes += items_removed_with(state, [sheet.id for sheet in sheets])
            changes += removed("sheet", sheets)
        gone = {change.key for change in changes.in_table("sheet")}
        for assessment in state.assessments.values():
            scored = {sheet.id for sheet in state.sheets_of(assessment.id)}
            if scored and scored <= gone:
                raise CchcError(words.only_unit(assessment.title), old_words.add_another())
        return changes + removed("unit", [state.units[unit] for unit in dict.fromkeys(self.units)])


@record
class RenameGroup:
    """Give a group of units another name."""

    group: str
    name: str

    @property
    def title(self) -> str:
        """The step in words."""
        return words.group_renamed()

    def plan(self, state: State) -> ChangeSet:
        """Change the name."""
        group = _group_of(state, self.group)
        name = clean(self.name)
        if not name:
            raise CchcError(words.group_missing(), words.choose_group())
        others = (each for each in state.rows["unit_group"].values() if each.id != group.id)
        if any(same_name(each.name) == same_name(name) for each in others):
            raise CchcError(words.group_twice(name), words.choose_group())
        return altered("unit_group", group, {"name": name})


@record
class RemoveGroup:
    """Take away a group that no unit is in."""

    group: str

    @property
    def title(self) -> str:
        """The step in words."""
        return words.group_removed()

    def plan(self, state: State) -> ChangeSet:
        """Remove the group."""
        group = _group_of(state, self.group)
        count = sum(1 for unit in state.units.values() if unit.group == group.id)
        if count:
            raise CchcError(words.group_used(group.name, count), words.empty_group_first())
        return removed("unit_group", [group])


def unit_of(state: State, unit: str) -> Unit:
    """Return a unit.

    Raises:
        CchcError: it is no longer there.
    """
    found = state.units.get(unit)
    if found is None:
        raise CchcError(old_words.unit_gone(), old_words.undo_removal())
    return found


def _group_of(state: State, group: str) -> UnitGroup:
    found = state.rows["unit_group"].get(group)
    if not isinstance(found, UnitGroup):
        raise CchcError(words.group_gone(), words.choose_group())
    return found


def _empty_sheets(state: State, unit: Unit) -> Iterator[Sheet]:
    """Yield the sheets of a unit, deepest refusal first: a sheet with entries.

    Raises:
        CchcError: something was entered on one of them.
    """
    for sheet in state.sheets.values():
        if sheet.unit != unit.id:
            continue
        along = what_goes_along(state.cell(sheet.id))
        if along:
            title = state.assessments[sheet.assessment].title
            raise CchcError(words.has_entries(unit.name, title, along), words.end_instead())
        yield sheet


def _refuse_relatives(state: State, unit: Unit, going: tuple[str, ...]) -> None:
    relatives = (*successors(state.units, unit.id), *predecessors(state.units, unit.id))
    for other in relatives:
        if other.id not in going:
            sentence = words.has_relatives(unit.name, other.name)
            raise CchcError(sentence, words.unlink_first())
