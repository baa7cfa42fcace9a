"""Founding a dossier: the first line of its journal holds the whole creation."""

from collections.abc import Iterable
from dataclasses import field

from cchc_desktop.domain.changes import ChangeSet, Keyed, made
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.ids import new_id, order_keys
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.state import State
from cchc_desktop.domain.succession import stands_in
from cchc_desktop.domain.tables import TABLES
from cchc_desktop.domain.text import clean, name_key
from cchc_desktop.domain.units import Assessment, AssessmentLevel, Sheet, Unit, UnitGroup
from cchc_desktop.records import record
from cchc_desktop.wording import founding as words

_YEARS = range(2000, 2101)


@record
class FoundDossier:
    """Fill an empty dossier with ready records, grouped by table."""

    title: str
    records: tuple[tuple[str, tuple[Keyed, ...]], ...]

    def plan(self, state: State) -> ChangeSet:
        """Make all records, parents first."""
        if state.assessments:
            raise CchcError(words.not_empty(), words.make_new())
        by_table = dict(self.records)
        changes = ChangeSet()
        for table in TABLES:
            changes += made(table, by_table.get(table, ()))
        return changes


@record
class OpenAssessment:
    """Open a year's assessment of one level, with its first unit and an empty criteria set."""

    year: int
    level: AssessmentLevel
    unit: str
    title_text: str = ""
    id: str = field(default_factory=new_id)

    @property
    def title(self) -> str:
        """The step in words."""
        return words.opened(self.year)

    def plan(self, state: State) -> ChangeSet:
        """Make the assessment and a sheet; a group and a unit that stand already are taken."""
        if self.year not in _YEARS:
            raise CchcError(words.year_outside(), words.year_range())
        name = clean(self.unit)
        if not name:
            raise CchcError(words.unit_empty(), words.type_unit())
        group = _group(state, words.group_name(self.level.value))
        unit = _unit(state, Unit(new_id(), name, group.id), self.year)
        assessment = Assessment(
            id=self.id,
            title=clean(self.title_text) or words.assessment_title(self.level.value, self.year),
            year=self.year,
            level=self.level,
            rounds=(Round.SELF, Round.FIRST, Round.SECOND, Round.PUBLISHED),
        )
        (order,) = order_keys(1)
        sheet = Sheet(new_id(), assessment.id, unit.id, order)
        return _all(
            ("assessment", [assessment]),
            ("unit_group", [group] if group.id not in state.rows["unit_group"] else []),
            ("unit", [unit] if unit.id not in state.units else []),
            ("sheet", [sheet]),
        )


def _group(state: State, name: str) -> UnitGroup:
    """Return the group of a name, or a new one."""
    groups: Iterable[UnitGroup] = state.rows["unit_group"].values()
    return next((each for each in groups if each.name == name), UnitGroup(new_id(), name))


def _unit(state: State, new: Unit, year: int) -> Unit:
    """Return the unit of a year that has the name and group of a new one, or the new one."""
    for unit in state.units.values():
        is_same = unit.group == new.group and name_key(unit.name) == name_key(new.name)
        if is_same and stands_in(unit, year):
            return unit
    return new


def _all(*parts: tuple[str, Iterable[Keyed]]) -> ChangeSet:
    changes = ChangeSet()
    for table, records in parts:
        changes += made(table, records)
    return changes
