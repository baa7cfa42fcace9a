"""Units that are scored: added, renamed, taken away; how they are ranked and rated."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

from cchc_desktop.commands.sittings import items_removed_with
from cchc_desktop.domain.cells import SheetCell
from cchc_desktop.domain.changes import ChangeSet, altered, made, removed
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.ids import new_id, order_between, order_keys
from cchc_desktop.domain.points import HUNDRED, ZERO
from cchc_desktop.domain.ranking import Ties
from cchc_desktop.domain.rating import STEPS, RankSettings, setting_name, to_setting
from cchc_desktop.domain.state import State
from cchc_desktop.domain.succession import predecessors, stand_together, stands_in
from cchc_desktop.domain.tables import CELL_TABLES
from cchc_desktop.domain.text import clean
from cchc_desktop.domain.units import Sheet, Unit, UnitGroup
from cchc_desktop.records import record
from cchc_desktop.wording import ranking as words
from cchc_desktop.wording import units as unit_words


@record
class AddUnits:
    """Add units to an assessment, one sheet each, after those that stand.

    Args:
        assessment: id of the assessment.
        group: name of their group; made where there is none of this name.
        names: their names; empty ones are left out.
    """

    assessment: str
    group: str
    names: tuple[str, ...]

    @property
    def title(self) -> str:
        """The step in words."""
        names = _cleaned(self.names)
        return words.units_added(len(names), names[0] if names else "")

    def plan(self, state: State) -> ChangeSet:
        """Make what is missing of group, units and sheets; a unit of an earlier year is reused."""
        names = _cleaned(self.names)
        if not names or self.assessment not in state.assessments:
            raise CchcError(words.no_names(), words.one_name_a_line())
        changes, group = group_changes(state, self.group)
        year = state.assessments[self.assessment].year
        known = _known(state, group, year)
        sheets = state.sheets_of(self.assessment)
        scored = {sheet.unit for sheet in sheets}
        units: list[Unit] = []
        fresh: list[Sheet] = []
        for name, order in zip(names, sheet_orders(sheets, len(names)), strict=True):
            unit = known.get(same_name(name))
            if unit is None:
                unit = known[same_name(name)] = Unit(new_id(), name, group)
                units.append(unit)
            elif unit.id in scored:
                raise CchcError(words.name_twice(name), words.tell_apart())
            refuse_out_of_year(unit, year)
            scored.add(unit.id)
            fresh.append(Sheet(new_id(), self.assessment, unit.id, order))
        return changes + made("unit", units) + made("sheet", fresh)


@record
class RenameUnit:
    """Give a unit another name, in every year."""

    unit: str
    name: str

    @property
    def title(self) -> str:
        """The step in words."""
        return words.unit_renamed()

    def plan(self, state: State) -> ChangeSet:
        """Change the name."""
        unit = state.units.get(self.unit)
        if unit is None:
            raise CchcError(words.unit_gone(), words.undo_removal())
        name = clean(self.name)
        if not name:
            raise CchcError(words.no_names(), words.one_name_a_line())
        refuse_same_name(state, replace(unit, name=name))
        return altered("unit", unit, {"name": name})


@record
class RemoveUnit:
    """Take a unit out of an assessment, with all that was entered for it there."""

    sheet: str

    @property
    def title(self) -> str:
        """The step in words."""
        return words.unit_removed()

    def plan(self, state: State) -> ChangeSet:
        """Remove entries and sheet, and the unit itself where no other year or unit needs it."""
        sheet = state.sheets.get(self.sheet)
        if sheet is None:
            raise CchcError(words.unit_gone(), words.undo_removal())
        if len(state.sheets_of(sheet.assessment)) == 1:
            raise CchcError(words.last_unit(), words.add_another())
        cell = state.cell(sheet.id)
        changes = ChangeSet()
        for table in CELL_TABLES:
            changes += removed(table, cell.records[table].values())
        changes += items_removed_with(state, (sheet.id,)) + removed("sheet", [sheet])
        if not _is_needed(state, sheet):
            changes += removed("unit", [state.units[sheet.unit]])
        return changes


@record
class SetRankSettings:
    """Set the tie rule of an assessment and the thresholds of its ratings.

    Args:
        assessment: id of the assessment.
        ties: how equal units are counted.
        thresholds: least index of each rating but the last, or all None: nothing is rated.
    """

    assessment: str
    ties: Ties
    thresholds: tuple[Decimal | None, ...] = ()

    @property
    def title(self) -> str:
        """The step in words."""
        return words.settings_changed()

    def plan(self, state: State) -> ChangeSet:
        """Write the setting."""
        least = tuple(value for value in self.thresholds if value is not None)
        if least and len(least) != len(STEPS):
            raise CchcError(words.thresholds_whole(), words.thresholds_hint())
        inside = all(ZERO <= value <= HUNDRED for value in least)
        if not inside or any(high <= low for high, low in pairwise(least)):
            raise CchcError(words.thresholds_falling(), words.thresholds_hint())
        setting = to_setting(self.assessment, RankSettings(self.ties, least))
        stands = state.rows["setting"].get(setting_name(self.assessment))
        if stands is None:
            return made("setting", [setting])
        return altered("setting", stands, {"values": setting.values})


def what_goes_along(cell: SheetCell) -> str:
    """Say what was entered for a unit, as it would go with it; "" where nothing was."""
    counts = (len(cell.records[table]) for table in ("mark", "deduction", "link"))
    return words.goes_along(*counts)


def group_changes(state: State, name: str) -> tuple[ChangeSet, str]:
    """Return the id of the group of a name, and the changes that make it where there is none."""
    wanted = clean(name)
    for group in state.rows["unit_group"].values():
        if same_name(group.name) == same_name(wanted):
            return ChangeSet(), group.id
    group = UnitGroup(new_id(), wanted)
    return made("unit_group", [group]), group.id


def sheet_orders(sheets: Sequence[Sheet], count: int) -> Sequence[str]:
    """Return order keys after those that stand; many at once stay short."""
    last = sheets[-1].order if sheets else ""
    if count == 1:
        return [order_between(last, "")]
    return [last + key for key in order_keys(count)]


def same_name(name: str) -> str:
    """Return a key that two names share where only case and blanks differ."""
    return clean(name).casefold()


def refuse_same_name(state: State, unit: Unit) -> None:
    """Refuse a unit whose name another one of its group has while both stand.

    Raises:
        CchcError: there is such a unit.
    """
    for each in state.units.values():
        is_other = each.id != unit.id and each.group == unit.group
        if is_other and same_name(each.name) == same_name(unit.name) and stand_together(each, unit):
            raise CchcError(words.name_twice(unit.name), words.tell_apart())


def refuse_days(starts_on: date | None, ends_on: date | None) -> None:
    """Refuse days of validity of which the last is before the first.

    Raises:
        CchcError: it is.
    """
    if starts_on and ends_on and ends_on < starts_on:
        raise CchcError(unit_words.ends_before_start(), unit_words.mend_days())


def refuse_out_of_year(unit: Unit, year: int) -> None:
    """Refuse to score a unit in a year in which it does not stand.

    Raises:
        CchcError: it does not.
    """
    if not stands_in(unit, year):
        span = unit_words.validity(unit.starts_on, unit.ends_on)
        sentence = unit_words.not_valid_in(unit.name, year, span)
        raise CchcError(sentence, unit_words.take_successor())


def _is_needed(state: State, sheet: Sheet) -> bool:
    """Return whether the unit of a sheet is scored elsewhere, or went over into others."""
    is_scored = any(s.unit == sheet.unit and s.id != sheet.id for s in state.sheets.values())
    has_heirs = bool(state.units[sheet.unit].successors)
    return is_scored or has_heirs or bool(predecessors(state.units, sheet.unit))


def _known(state: State, group: str, year: int) -> dict[str, Unit]:
    """Return the units of a group by name; those that stand in the year before the others."""
    of_group = [unit for unit in state.units.values() if unit.group == group]
    of_group.sort(key=lambda unit: stands_in(unit, year))
    return {same_name(unit.name): unit for unit in of_group}


def _cleaned(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in map(clean, names) if name)
