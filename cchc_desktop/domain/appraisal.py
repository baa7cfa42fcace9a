"""Who works on an assessment: its lists, its appraisers and the part of each."""

from collections.abc import Iterable

from cchc_desktop.domain.people import Assignment, Body, CouncilMember, appraised_by, uncovered
from cchc_desktop.domain.state import State
from cchc_desktop.domain.text import name_key, sort_key
from cchc_desktop.records import record


@record
class Appraiser:
    """A person or an agency that appraises; one person may stand on several lists.

    Args:
        name: the person's or the agency's name.
        members: ids of the person's rows; empty for an agency.
        agency: id of the agency, or "".
    """

    name: str
    members: frozenset[str] = frozenset()
    agency: str = ""

    def has(self, assignment: Assignment) -> bool:
        """Return whether an assignment is this one's."""
        if assignment.member:
            return assignment.member in self.members
        return bool(self.agency) and assignment.agency == self.agency


def people_of(state: State, assessment: str, body: Body | None = None) -> tuple[CouncilMember, ...]:
    """Return the people of an assessment, list after list, each in its order.

    Args:
        state: the dossier.
        assessment: id of the assessment.
        body: only this list; None for all three.
    """
    bodies = list(Body)
    rows: Iterable[CouncilMember] = state.rows["council_member"].values()
    found = [r for r in rows if r.assessment == assessment and body in {None, r.body}]
    return tuple(sorted(found, key=lambda r: (bodies.index(r.body), r.order, r.id)))


def chairman_of(state: State, assessment: str) -> CouncilMember | None:
    """Return who chairs the council to this day; None where none or more than one is known."""
    listed = [p for p in people_of(state, assessment, Body.COUNCIL) if p.is_chairman]
    found = [p for p in listed if p.until is None] or listed
    return found[0] if len(found) == 1 else None


def assignments_of(state: State, assessment: str) -> tuple[Assignment, ...]:
    """Return the assignments of an assessment, in the order of its set."""
    by_node: dict[str, list[Assignment]] = {}
    rows: Iterable[Assignment] = state.rows["assignment"].values()
    for assignment in rows:
        by_node.setdefault(assignment.criterion, []).append(assignment)
    if not by_node:
        return ()
    walk = state.tree(assessment).walk
    return tuple(
        found for node, _ in walk for found in sorted(by_node.get(node.id, ()), key=lambda a: a.id)
    )


def assigned_to(state: State, criteria: Iterable[str]) -> tuple[Assignment, ...]:
    """Return the assignments that stand at some criteria themselves."""
    wanted = frozenset(criteria)
    rows: Iterable[Assignment] = state.rows["assignment"].values()
    return tuple(row for row in rows if row.criterion in wanted)


def appraiser_of(state: State, member: CouncilMember) -> Appraiser:
    """Return a person as an appraiser: all rows of that name in the assessment."""
    return named(state, member.assessment, member.name)


def named(state: State, assessment: str, name: str) -> Appraiser:
    """Return the person of a name as an appraiser; without rows where nobody has it."""
    key = name_key(name)
    rows = [p for p in people_of(state, assessment) if name_key(p.name) == key]
    return Appraiser(name, frozenset(row.id for row in rows))


def appraisers_of(state: State, assessment: str) -> tuple[Appraiser, ...]:
    """Return all who have a part of the set: people first, then agencies, by name."""
    given = {assignment.by for assignment in assignments_of(state, assessment)}
    rows: dict[object, list[CouncilMember]] = {}
    for person in people_of(state, assessment):
        rows.setdefault(name_key(person.name), []).append(person)
    people = [
        Appraiser(each[0].name, frozenset(row.id for row in each))
        for each in rows.values()
        if any((row.id, "") in given for row in each)
    ]
    agencies = [
        Appraiser(state.agencies[agency].name, agency=agency)
        for _, agency in given
        if agency in state.agencies
    ]
    return (*_by_name(people), *_by_name(agencies))


def part_of(state: State, assessment: str, appraiser: Appraiser) -> frozenset[str]:
    """Return the ids of the leaves that somebody appraises."""
    tree = state.tree(assessment)
    by = appraised_by(tree, assignments_of(state, assessment))
    return frozenset(leaf.id for leaf in tree.leaves if any(map(appraiser.has, by[leaf.id])))


def who_appraises(state: State, criterion: str) -> tuple[str, ...]:
    """Return the names of those who appraise a node, assigned there or above it."""
    node = state.criteria[criterion]
    given = {found.id: found for found in state.tree(node.assessment).path(criterion)}
    here = assigned_to(state, given)
    for node_id in reversed(given):
        names = [who(state, each) for each in here if each.criterion == node_id]
        if names:
            return tuple(dict.fromkeys(names))
    return ()


def who(state: State, assignment: Assignment) -> str:
    """Return the name of the person or agency of an assignment."""
    member = state.rows["council_member"].get(assignment.member)
    agency = state.agencies.get(assignment.agency)
    return str(member.name) if member else agency.name if agency else ""


def coverage_of(state: State, assessment: str) -> tuple[int, int]:
    """Return how many leaves have an appraiser, of those that want one."""
    tree = state.tree(assessment)
    wanting = len(uncovered(tree, ()))
    return wanting - len(uncovered(tree, assignments_of(state, assessment))), wanting


def _by_name(appraisers: Iterable[Appraiser]) -> tuple[Appraiser, ...]:
    return tuple(sorted(appraisers, key=lambda each: sort_key(each.name)))
