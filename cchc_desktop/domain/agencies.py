"""Agencies in charge (cơ quan tham mưu): their part of a criteria set, and what names them."""

from collections.abc import Iterator
from datetime import date

from cchc_desktop.domain.changes import Keyed
from cchc_desktop.domain.criteria import CriteriaTree, Criterion
from cchc_desktop.domain.scoring import ScoreSheet
from cchc_desktop.domain.state import State
from cchc_desktop.domain.succession import overlap
from cchc_desktop.domain.units import Agency
from cchc_desktop.records import record


@record
class Uses:
    """How often an agency is named.

    Args:
        criteria: criteria it has in charge.
        losses: losses that name it, in charge or at fault.
        tasks: repairs it owns or helps with.
        appraisals: areas and criteria it appraises.
    """

    criteria: int = 0
    losses: int = 0
    tasks: int = 0
    appraisals: int = 0

    def __bool__(self) -> bool:
        return bool(self.criteria or self.losses or self.tasks or self.appraisals)


def is_in_force(agency: Agency, year: int) -> bool:
    """Return whether an agency stands on at least one day of a year."""
    return overlap((agency.starts_on, agency.ends_on), (date(year, 1, 1), date(year, 12, 31)))


def ended_in_charge(state: State, assessment: str) -> tuple[Agency, ...]:
    """Return the agencies that have criteria of a set in charge and do not stand in its year."""
    year, tree = state.assessments[assessment].year, state.tree(assessment)
    named = dict.fromkeys(each for leaf in tree.leaves for each in in_charge(tree, leaf.id))
    found = (state.agencies[each] for each in named if each in state.agencies)
    return tuple(agency for agency in found if not is_in_force(agency, year))


def in_charge(tree: CriteriaTree, criterion: str) -> tuple[str, ...]:
    """Return the agencies in charge of a node: its own, else those of the nearest node above."""
    for node in reversed(tree.path(criterion)):
        if node.agencies:
            return node.agencies
    return ()


def part_of(tree: CriteriaTree, agency: str) -> tuple[Criterion, ...]:
    """Return the criteria to score that an agency has in charge, in order."""
    return tuple(leaf for leaf in tree.leaves if agency in in_charge(tree, leaf.id))


def without_agency(tree: CriteriaTree) -> tuple[Criterion, ...]:
    """Return the criteria to score that no agency has in charge; surveys and rests left out."""
    return tuple(
        leaf
        for leaf in tree.leaves
        if not (leaf.is_survey or leaf.is_balancing or in_charge(tree, leaf.id))
    )


def scored_of_part(scores: ScoreSheet, agency: str) -> tuple[int, int]:
    """Return how many criteria of an agency's part have points, of those that apply."""
    rows = [scores[leaf.id] for leaf in part_of(scores.tree, agency)]
    rows = [row for row in rows if row.is_applicable]
    return sum(1 for row in rows if row.is_complete), len(rows)


def uses_of(state: State, agency: str) -> Uses:
    """Return how often an agency is named in the dossier."""
    losses = sum(
        1
        for cell in state.cells.values()
        for loss in cell.records["deduction"].values()
        if agency in (*loss.agencies, *loss.at_fault)
    )
    tasks = sum(1 for t in state.tasks.values() if agency in (*t.owners, *t.partners))
    criteria = sum(1 for node in state.criteria.values() if agency in node.agencies)
    appraisals = sum(1 for each in state.rows["assignment"].values() if each.agency == agency)
    return Uses(criteria, losses, tasks, appraisals)


def swapped(ids: tuple[str, ...], old: str, new: tuple[str, ...]) -> tuple[str, ...]:
    """Return ids with one of them replaced by others, each once."""
    found: dict[str, None] = {}
    for each in ids:
        found.update(dict.fromkeys(new if each == old else (each,)))
    return tuple(found)


def named_in(state: State, agency: str) -> Iterator[tuple[str, Keyed, tuple[str, ...]]]:
    """Yield table, record and the lists in it that name an agency."""
    for node in state.criteria.values():
        if agency in node.agencies:
            yield "criterion", node, ("agencies",)
    for cell in state.cells.values():
        for loss in cell.records["deduction"].values():
            fields = tuple(n for n in ("agencies", "at_fault") if agency in getattr(loss, n))
            if fields:
                yield "deduction", loss, fields
    for task in state.tasks.values():
        fields = tuple(n for n in ("owners", "partners") if agency in getattr(task, n))
        if fields:
            yield "task", task, fields
