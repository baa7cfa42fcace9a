"""Checks of a criteria set by itself: do the maxima add up, are the rules whole."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from cchc_desktop.domain.criteria import ROOT, CriteriaTree, Criterion
from cchc_desktop.domain.points import HUNDRED, ZERO
from cchc_desktop.domain.rules.bands import Bands
from cchc_desktop.domain.rules.levels import Levels
from cchc_desktop.domain.rules.ratio import Between, Ratio
from cchc_desktop.wording import set_checks as words

WHOLE_SET = HUNDRED  # every set of QĐ 876/QĐ-BNV and of the provinces gives 100 points


class Weight(StrEnum):
    """How much a finding asks for: an open question, or a fault."""

    OPEN = "open"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class SetFinding:
    """One thing about a node that a person should look at."""

    weight: Weight
    sentence: str


def children_total(tree: CriteriaTree, parent: str) -> Decimal | None:
    """Return the sum of the children's maxima; None where one is not known.

    Args:
        tree: the criteria set.
        parent: id of a branch, or ROOT for the areas.
    """
    total = ZERO
    for child in tree.children_of(parent):
        maximum = tree.maxima[child]
        if maximum is None:
            return None
        total += maximum
    return total


def left_to_share(tree: CriteriaTree, branch: str) -> Decimal | None:
    """Return what the children leave of a branch's maximum; negative where they exceed it."""
    maximum = tree.maxima[branch]
    if maximum is None:
        return None
    if any(tree[child].is_balancing for child in tree.children_of(branch)):
        return min(ZERO, maximum - _stated_total(tree, branch))
    total = children_total(tree, branch)
    return None if total is None else maximum - total


def findings_of(tree: CriteriaTree, node_id: str) -> tuple[SetFinding, ...]:
    """Return what is open or wrong about a node, faults first."""
    node = tree[node_id]
    if tree.is_branch(node_id):
        return _branch_findings(tree, node)
    maximum = tree.maxima[node_id]
    found = [SetFinding(Weight.WRONG, p.sentence) for p in node.rule.check(maximum)]
    if maximum is None:
        found.append(SetFinding(Weight.OPEN, words.maximum_unknown()))
    if leaves_cases_open(node):
        found.append(SetFinding(Weight.OPEN, words.cases_open()))
    return tuple(found)


def leaves_cases_open(node: Criterion) -> bool:
    """Return whether the node's rule says nothing about some cases."""
    rule = node.rule
    if isinstance(rule, Levels | Bands):
        return not rule.is_complete
    return isinstance(rule, Ratio) and rule.between is Between.UNKNOWN


def areas_total(tree: CriteriaTree) -> Decimal | None:
    """Return the sum of the areas' maxima; None where one is not known."""
    return children_total(tree, ROOT)


def _stated_total(tree: CriteriaTree, branch: str) -> Decimal:
    known = (
        tree.maxima[child] for child in tree.children_of(branch) if not tree[child].is_balancing
    )
    return sum((maximum for maximum in known if maximum is not None), ZERO)


def _branch_findings(tree: CriteriaTree, node: Criterion) -> tuple[SetFinding, ...]:
    left, maximum = left_to_share(tree, node.id), tree.maxima[node.id]
    if not left or maximum is None:
        return ()
    say = words.children_left if left > ZERO else words.children_over
    return (SetFinding(Weight.WRONG, say(node.code, maximum, abs(left))),)
