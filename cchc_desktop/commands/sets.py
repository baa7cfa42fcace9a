"""Whole criteria sets: import as a new assessment, replace, copy to another year."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import field, replace

from cchc_desktop.commands.appraisal import unassigned_at
from cchc_desktop.commands.people import copied_people
from cchc_desktop.commands.sittings import items_removed_with
from cchc_desktop.domain.carrying import handover, moved_to
from cchc_desktop.domain.changes import ChangeSet, altered, made, removed
from cchc_desktop.domain.criteria import ROOT, Criterion
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.ids import new_id, order_keys
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.set_draft import SetDraft, criteria_from
from cchc_desktop.domain.state import State
from cchc_desktop.domain.succession import heirs_in
from cchc_desktop.domain.text import clean, fold
from cchc_desktop.domain.units import (
    Agency,
    Assessment,
    AssessmentLevel,
    Sheet,
    Unit,
    UnitGroup,
)
from cchc_desktop.records import record
from cchc_desktop.wording import founding
from cchc_desktop.wording import set_files as words

_YEARS = range(2000, 2101)


@record
class ImportSet:
    """Open a new assessment with a set from elsewhere and a sheet for every unit of its level.

    The units are those that the newest assessment of the level scores; where there is none, a
    unit of the level is made.

    Args:
        draft: the set.
        year, level: what is scored; 0 and None take what the set says.
        id: key of the new assessment.
    """

    draft: SetDraft
    year: int = 0
    level: AssessmentLevel | None = None
    id: str = field(default_factory=new_id)

    @property
    def title(self) -> str:
        """The step in words."""
        return words.imported(self.draft.title, self.year or self.draft.year)

    def plan(self, state: State) -> ChangeSet:
        """Make agencies, the assessment, sheets and criteria."""
        year, level = self.year or self.draft.year, self.level or self.draft.level
        if not year:
            raise CchcError(words.year_missing(), words.give_year())
        if level is None:
            raise CchcError(words.level_missing(), words.give_level())
        _check_year(year)
        assessment = Assessment(
            id=self.id,
            title=_free_title(state, founding.assessment_title(level.value, year)),
            year=year,
            level=level,
            rounds=(Round.SELF, Round.FIRST, Round.SECOND, Round.PUBLISHED),
            set_title=clean(self.draft.title),
            legal_basis=clean(self.draft.legal_basis),
            is_reconstructed=self.draft.is_reconstructed,
            may_exceed=self.draft.may_exceed,
        )
        fresh, units = _units_of(state, level, year)
        changes = made("assessment", [assessment]) + fresh
        sheets = made("sheet", _sheets_of(assessment.id, units))
        return changes + sheets + _criteria(state, self.draft, self.id)


@record
class ReplaceSet:
    """Put another set in the place of an assessment's set, while nothing was entered there."""

    assessment: str
    draft: SetDraft

    @property
    def title(self) -> str:
        """The step in words."""
        return words.replaced(self.draft.title)

    def plan(self, state: State) -> ChangeSet:
        """Remove the old nodes, deepest first, and make the new ones."""
        found = _find(state, self.assessment)
        counts = entries_of(state, found.id)
        if counts:
            raise CchcError(
                words.has_entries(found.title, words.entries(counts)), words.keep_entries()
            )
        fields = {
            "set_title": clean(self.draft.title),
            "legal_basis": clean(self.draft.legal_basis),
            "is_reconstructed": self.draft.is_reconstructed,
            "may_exceed": self.draft.may_exceed,
        }
        old = [node for node, _ in state.tree(found.id).walk]
        changes = unassigned_at(state, [node.id for node in old])
        changes += items_removed_with(state, criteria=[node.id for node in old])
        changes += removed("criterion", reversed(old)) + altered("assessment", found, fields)
        return changes + _criteria(state, self.draft, found.id)


@record
class CopyAssessment:
    """Copy a set to another year: criteria, guidance, agencies, last days, units, people.

    No marks go along.

    Args:
        source: id of the assessment whose set is copied.
        year: the new year.
        id: key of the new assessment.
        documents: link the documents that are still in force; their content is not copied.
        tasks: carry the tasks that are not done.
    """

    source: str
    year: int
    id: str = field(default_factory=new_id)
    documents: bool = False
    tasks: bool = False

    @property
    def title(self) -> str:
        """The step in words."""
        return words.copied(self.year)

    def plan(self, state: State) -> ChangeSet:
        """Make the assessment, its sheets and its criteria, all with fresh ids."""
        source = _find(state, self.source)
        _check_year(self.year)
        if self.year == source.year:
            raise CchcError(words.same_year(self.year), words.choose_other_year())
        assessment = Assessment(
            id=self.id,
            title=_free_title(state, _for_year(source, self.year)),
            year=self.year,
            level=source.level,
            rounds=source.rounds,
            set_title=source.set_title.replace(str(source.year), str(self.year)),
            legal_basis=source.legal_basis,
            is_reconstructed=source.is_reconstructed,
            authority=source.authority,
            issuer=source.issuer,
            place=source.place,
            may_exceed=source.may_exceed,
        )
        tree = state.tree(source.id)
        ids = {ROOT: ROOT} | {node.id: new_id() for node, _ in tree.walk}
        nodes = [self._node(node, ids, self.year - source.year) for node, _ in tree.walk]
        old = [sheet.unit for sheet in state.sheets_of(source.id)]
        sheets = _sheets_of(self.id, heirs_in(state.units, old, self.year))
        changes = made("assessment", [assessment]) + made("sheet", sheets)
        return changes + made("criterion", nodes) + self._carried(state, ids, sheets)

    def _node(self, node: Criterion, ids: Mapping[str, str], years: int) -> Criterion:
        due = node.due and moved_to(node.due, years)
        key, parent = ids[node.id], ids[node.parent]
        return replace(node, id=key, assessment=self.id, parent=parent, due=due)

    def _carried(self, state: State, ids: Mapping[str, str], sheets: Iterable[Sheet]) -> ChangeSet:
        """Link documents in force to the new criteria, and open the tasks again."""
        found = handover(state, self.source, self.year)
        links = [
            replace(link, id=new_id(), sheet=sheet.id, criterion=ids[link.criterion])
            for sheet in sheets
            for link in found.links[sheet.unit]
        ]
        tasks = [replace(task, id=new_id(), assessment=self.id) for task in found.tasks]
        changes = copied_people(state, (self.source, self.id), ids, self.year)
        changes += made("link", links) if self.documents else ChangeSet()
        return changes + (made("task", tasks) if self.tasks else ChangeSet())


def entries_of(
    state: State, assessment: str, criteria: Collection[str] | None = None
) -> dict[str, int]:
    """Return how much was entered on an assessment's criteria, by table; {} for nothing.

    Args:
        state: the dossier.
        assessment: whose set.
        criteria: only what stands at these; None for all of the set.
    """
    ids = state.tree(assessment).nodes.keys() if criteria is None else criteria
    counts: Counter[str] = Counter()
    for sheet in state.sheets_of(assessment):
        for table, rows in state.cell(sheet.id).records.items():
            counts[table] += sum(1 for row in rows.values() if row.criterion in ids)
    return {table: count for table, count in counts.items() if count}


def _find(state: State, assessment: str) -> Assessment:
    found = state.assessments.get(assessment)
    if found is None:
        raise CchcError(words.no_assessment(assessment), words.choose_assessment())
    return found


def _check_year(year: int) -> None:
    if year not in _YEARS:
        raise CchcError(founding.year_outside(), founding.year_range())


def _for_year(source: Assessment, year: int) -> str:
    """Return the title of a copy: the source's with its year changed."""
    title = source.title.replace(str(source.year), str(year))
    return title if title != source.title else f"{source.title} {year}"


def _free_title(state: State, title: str) -> str:
    taken = {assessment.title for assessment in state.assessments.values()}
    free, number = title, 1
    while free in taken:
        number += 1
        free = words.numbered(title, number)
    return free


def _units_of(state: State, level: AssessmentLevel, year: int) -> tuple[ChangeSet, tuple[str, ...]]:
    """Return the units of a year that the newest assessment of a level scores, or one made."""
    same = [found for found in state.assessments.values() if found.level is level]
    for assessment in sorted(same, key=lambda found: (-found.year, found.id)):
        old = [sheet.unit for sheet in state.sheets_of(assessment.id)]
        units = heirs_in(state.units, old, year)
        if units:
            return ChangeSet(), units
    group = UnitGroup(new_id(), founding.group_name(level.value))
    unit = Unit(new_id(), words.first_unit(level.value), group.id)
    return made("unit_group", [group]) + made("unit", [unit]), (unit.id,)


def _sheets_of(assessment: str, units: Sequence[str]) -> tuple[Sheet, ...]:
    pairs = zip(units, order_keys(len(units)), strict=True)
    return tuple(Sheet(new_id(), assessment, unit, order) for unit, order in pairs)


def _criteria(state: State, draft: SetDraft, assessment: str) -> ChangeSet:
    """Make the criteria, and the agencies that are not known by name yet."""
    known = {fold(agency.name): agency.id for agency in state.agencies.values()}
    stated = {agency.name: agency for agency in draft.agencies}
    fresh, ids = [], {}
    for name in dict.fromkeys(name for node in draft.criteria for name in node.agencies):
        key = fold(name)
        if key not in known:
            fresh.append(replace(stated.get(name, Agency("", name)), id=new_id()))
            known[key] = fresh[-1].id
        ids[name] = known[key]
    return made("agency", fresh) + made("criterion", criteria_from(draft, assessment, ids))
