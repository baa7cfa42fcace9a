"""A criteria set by itself, outside any assessment: what files hold and copies start from."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from cchc_desktop.domain.criteria import ROOT, CriteriaTree, Criterion
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.ids import new_id, order_keys
from cchc_desktop.domain.rules.manual import Manual
from cchc_desktop.domain.state import State
from cchc_desktop.domain.units import Agency, AssessmentLevel
from cchc_desktop.records import record
from cchc_desktop.wording import set_files as words

MOST_DEPTH = 12
MOST_CRITERIA = 10_000  # the largest known set has 95 components


@record
class SetDraft:
    """A criteria set without ids: criteria name each other by code, agencies by name.

    Args:
        title: name of the set.
        year: the year it was made for; 0 = not said.
        level: which kind of unit it scores; None = not said.
        legal_basis: the decision that sets it.
        is_reconstructed: it was put together from a report, not from the official annex.
        agencies: agencies in charge, id and name alike.
        criteria: all nodes; id is the code, parent the parent's code, siblings in order.
        may_exceed: bonuses may lift a total over its maximum.
    """

    title: str = ""
    year: int = 0
    level: AssessmentLevel | None = None
    legal_basis: str = ""
    is_reconstructed: bool = False
    agencies: tuple[Agency, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    may_exceed: bool = False

    @property
    def tree(self) -> CriteriaTree:
        """The set as a tree; ids are codes."""
        return CriteriaTree(_ordered(self.criteria))


def draft_of(state: State, assessment: str) -> SetDraft:
    """Return the criteria set of an assessment by itself.

    Raises:
        CchcError: there is no such assessment, or two criteria share a code.
    """
    found = state.assessments.get(assessment)
    if found is None:
        raise CchcError(words.no_assessment(assessment), words.choose_assessment())
    nodes = _by_code(state, assessment)
    used = {name for node in nodes for name in node.agencies}
    agencies = [
        replace(agency, id=agency.name) for agency in state.agencies.values() if agency.name in used
    ]
    return SetDraft(
        title=found.set_title,
        year=found.year,
        level=found.level,
        legal_basis=found.legal_basis,
        is_reconstructed=found.is_reconstructed,
        may_exceed=found.may_exceed,
        agencies=tuple(sorted(agencies, key=lambda agency: agency.name)),
        criteria=nodes,
    )


def criteria_from(
    draft: SetDraft, assessment: str, agencies: Mapping[str, str]
) -> tuple[Criterion, ...]:
    """Return a draft's criteria for an assessment, with fresh ids, parents first.

    Args:
        draft: the set.
        assessment: id of the assessment they belong to.
        agencies: ids of the agencies by their names in the draft.
    """
    tree = draft.tree
    ids = {ROOT: ROOT} | {node.id: new_id() for node, _ in tree.walk}
    return tuple(
        replace(
            node,
            id=ids[node.id],
            assessment=assessment,
            parent=ids[node.parent],
            rule=Manual() if tree.is_branch(node.id) and node.rule.kind == "sum" else node.rule,
            agencies=tuple(dict.fromkeys(agencies[name] for name in node.agencies)),
        )
        for node, _ in tree.walk
    )


def _by_code(state: State, assessment: str) -> tuple[Criterion, ...]:
    """Return the criteria of an assessment, named by their codes, in order."""
    tree = state.tree(assessment)
    codes, seen = {ROOT: ROOT}, {ROOT}
    for node, _ in tree.walk:
        if node.code in seen:
            raise CchcError(words.code_twice(node.code), words.recode_first())
        codes[node.id] = node.code
        seen.add(node.code)
    names = {key: agency.name for key, agency in state.agencies.items()}
    return tuple(
        replace(
            node,
            id=node.code,
            assessment="",
            order="",
            parent=codes[node.parent],
            agencies=tuple(names[key] for key in node.agencies if key in names),
        )
        for node, _ in tree.walk
    )


def _ordered(criteria: tuple[Criterion, ...]) -> Iterator[Criterion]:
    """Yield the criteria with order keys, siblings as they follow each other."""
    sizes: dict[str, int] = {}
    for node in criteria:
        sizes[node.parent] = sizes.get(node.parent, 0) + 1
    keys = {parent: iter(order_keys(size)) for parent, size in sizes.items()}
    for node in criteria:
        yield replace(node, order=next(keys[node.parent]))
