"""Agencies in charge (cơ quan tham mưu): the list of them, and which criteria each has."""

from collections.abc import Container, Iterable
from dataclasses import replace
from datetime import date

from cchc_desktop.commands.losses import agency_changes
from cchc_desktop.commands.units import refuse_days
from cchc_desktop.domain.agencies import in_charge, is_in_force, named_in, swapped, uses_of
from cchc_desktop.domain.appraisal import assigned_to
from cchc_desktop.domain.changes import ChangeSet, altered, made, removed
from cchc_desktop.domain.criteria import CriteriaTree, Criterion
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.ids import new_id
from cchc_desktop.domain.people import Assignment
from cchc_desktop.domain.state import State
from cchc_desktop.domain.text import clean, name_key
from cchc_desktop.domain.units import Agency
from cchc_desktop.records import record
from cchc_desktop.wording import agencies as words


@record
class AddAgencies:
    """Add agencies by name; those that are there already are left out."""

    names: tuple[str, ...]

    @property
    def title(self) -> str:
        """The step in words."""
        names = [name for name in map(clean, self.names) if name]
        return words.added(len(names), names[0] if names else "")

    def plan(self, state: State) -> ChangeSet:
        """Make the missing ones."""
        names = tuple(name for name in map(clean, self.names) if name)
        if not names:
            raise CchcError(words.no_names(), words.one_name_a_line())
        changes, _ = agency_changes(state, names)
        if not changes:
            raise CchcError(words.name_twice(names[0]), words.merge_instead())
        return changes


@record
class EditAgency:
    """Give an agency its names and days of validity."""

    agency: str
    name: str
    short_name: str = ""
    starts_on: date | None = None
    ends_on: date | None = None

    @property
    def title(self) -> str:
        """The step in words."""
        return words.edited()

    def plan(self, state: State) -> ChangeSet:
        """Change the names everywhere; a name that another agency has is refused."""
        agency = agency_of(state, self.agency)
        name = clean(self.name)
        if not name:
            raise CchcError(words.no_names(), words.one_name_a_line())
        others = (each for each in state.agencies.values() if each.id != agency.id)
        if any(name_key(each.name) == name_key(name) for each in others):
            raise CchcError(words.name_twice(name), words.merge_instead())
        refuse_days(self.starts_on, self.ends_on)
        fields = {
            "name": name,
            "short_name": clean(self.short_name),
            "starts_on": self.starts_on,
            "ends_on": self.ends_on,
        }
        return altered("agency", agency, fields)


@record
class MergeAgencies:
    """Let one agency stand wherever others do, and take those away: one body, several spellings."""

    sources: tuple[str, ...]
    target: str

    @property
    def title(self) -> str:
        """The step in words."""
        return words.merged_step()

    def plan(self, state: State) -> ChangeSet:
        """Change criteria, losses and tasks of all years, then remove the others."""
        target = agency_of(state, self.target)
        sources = [agency_of(state, each) for each in dict.fromkeys(self.sources)]
        if not sources or target in sources:
            raise CchcError(words.same_agency(), words.choose_two())
        changes, after = ChangeSet(), state
        for source in sources:
            step = _replaced(after, source.id, target.id)
            changes, after = changes + step, after.applied(step)
        return changes + removed("agency", sources)


@record
class RemoveAgency:
    """Take away an agency that nothing names."""

    agency: str

    @property
    def title(self) -> str:
        """The step in words."""
        return words.removed()

    def plan(self, state: State) -> ChangeSet:
        """Remove it; what names it refuses the step in words."""
        agency = agency_of(state, self.agency)
        uses = uses_of(state, agency.id)
        if uses:
            counts = (uses.criteria, uses.losses, uses.tasks, uses.appraisals)
            sentence = words.used(agency.name, counts)
            raise CchcError(sentence, words.merge_or_release())
        return removed("agency", [agency])


@record
class AssignCriteria:
    """Put an agency in charge of areas and criteria.

    Args:
        agency: id of the agency.
        criteria: nodes of one set; a branch means every criterion below it.
        beside: the agencies in charge stay; else the agency is alone in charge.
    """

    agency: str
    criteria: tuple[str, ...]
    beside: bool = False

    @property
    def title(self) -> str:
        """The step in words."""
        return words.assigned(len(self.criteria))

    def plan(self, state: State) -> ChangeSet:
        """Write the agency at every criterion to score; one that does not stand is refused."""
        agency = agency_of(state, self.agency)
        changes = ChangeSet()
        for tree, leaf in _leaves(state, self.criteria):
            refuse_ended(state, (agency.id,), leaf.assessment)
            stands = in_charge(tree, leaf.id) if self.beside else ()
            new = tuple(dict.fromkeys((*stands, agency.id)))
            changes += altered("criterion", leaf, {"agencies": new})
        return changes


@record
class ReleaseCriteria:
    """Take areas and criteria from an agency; other agencies in charge stay."""

    agency: str
    criteria: tuple[str, ...]

    @property
    def title(self) -> str:
        """The step in words."""
        return words.released()

    def plan(self, state: State) -> ChangeSet:
        """Take the agency from the criteria; what a branch hands down goes to the others there."""
        agency = agency_of(state, self.agency)
        chosen = [(tree, leaf) for tree, leaf in _leaves(state, self.criteria)
                  if agency.id in in_charge(tree, leaf.id)]  # fmt: skip
        changes, going = ChangeSet(), {leaf.id for _, leaf in chosen}
        opened: dict[str, Criterion] = {}
        for tree, leaf in chosen:
            opened |= {n.id: n for n in tree.path(leaf.id) if agency.id in n.agencies}
            new = tuple(each for each in in_charge(tree, leaf.id) if each != agency.id)
            changes += altered("criterion", leaf, {"agencies": new})
        for node in opened.values():
            if node.id in going:
                continue
            changes += self._opened(state, node, going)
        return changes

    def _opened(self, state: State, node: Criterion, going: set[str]) -> ChangeSet:
        """Take the agency from a branch, and write it at the criteria below that keep it."""
        tree = state.tree(node.assessment)
        kept = [leaf for leaf in tree.below(node.id)
                if not tree.is_branch(leaf.id) and leaf.id not in going and not leaf.agencies
                and in_charge(tree, leaf.id) is node.agencies]  # fmt: skip
        changes = altered("criterion", node, {"agencies": ()})
        for leaf in kept:
            changes += altered("criterion", leaf, {"agencies": node.agencies})
        return changes


def agency_of(state: State, agency: str) -> Agency:
    """Return an agency.

    Raises:
        CchcError: it is no longer there.
    """
    found = state.agencies.get(agency)
    if found is None:
        raise CchcError(words.gone(), words.undo_removal())
    return found


def refuse_ended(state: State, agencies: Iterable[str], assessment: str) -> None:
    """Refuse to give a part of a set to an agency that does not stand in its year.

    Raises:
        CchcError: one of them does not stand.
    """
    year = state.assessments[assessment].year
    for each in agencies:
        agency = state.agencies.get(each)
        if agency is not None and not is_in_force(agency, year):
            raise CchcError(words.not_in_force(agency.name, year), words.mend_validity())


def reassigned(state: State, old: str, new: tuple[str, ...], within: Container[str]) -> ChangeSet:
    """Return the changes that let other agencies appraise what one does.

    Args:
        state: the dossier.
        old: id of the agency that stops.
        new: ids of those that take over.
        within: ids of the assessments; others keep who appraised.
    """
    rows: Iterable[Assignment] = state.rows["assignment"].values()
    changes = ChangeSet()
    for row in rows:
        if row.agency != old or state.criteria[row.criterion].assessment not in within:
            continue
        there = {each.agency for each in assigned_to(state, (row.criterion,))}
        missing = [agency for agency in new if agency not in there]
        if not missing:
            changes += removed("assignment", [row])
            continue
        changes += altered("assignment", row, {"agency": missing[0]})
        others = [replace(row, id=new_id(), agency=agency) for agency in missing[1:]]
        changes += made("assignment", others)
    return changes


def _leaves(state: State, criteria: Iterable[str]) -> list[tuple[CriteriaTree, Criterion]]:
    found: dict[str, tuple[CriteriaTree, Criterion]] = {}
    for each in criteria:
        node = state.criteria.get(each)
        if node is None:
            continue
        tree = state.tree(node.assessment)
        for leaf in tree.below(each) if tree.is_branch(each) else (node,):
            if not tree.is_branch(leaf.id):
                found[leaf.id] = (tree, leaf)
    if not found:
        raise CchcError(words.nothing_chosen(), words.choose_criteria())
    return list(found.values())


def _replaced(state: State, old: str, new: str) -> ChangeSet:
    changes = ChangeSet()
    for table, row, fields in named_in(state, old):
        values = {name: swapped(getattr(row, name), old, (new,)) for name in fields}
        changes += altered(table, row, values)
    return changes + reassigned(state, old, (new,), state.assessments)
