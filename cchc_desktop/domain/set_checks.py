"""Checks of a criteria set by itself: do the maxima add up, are the rules whole."""

from decimal import Decimal
from enum import StrEnum

from cchc_desktop.domain.criteria import ROOT, CriteriaTree, Criterion
from cchc_desktop.domain.effect_faults import effect_fault
from cchc_desktop.domain.effects import Effect
from cchc_desktop.domain.points import HUNDRED, ZERO
from cchc_desktop.domain.rules.bands import Bands
from cchc_desktop.domain.rules.deduction import DeductionRule
from cchc_desktop.domain.rules.levels import Levels
from cchc_desktop.domain.rules.ratio import Between, Ratio
from cchc_desktop.domain.rules.survey import Survey
from cchc_desktop.records import record
from cchc_desktop.wording import set_checks as words

WHOLE_SET = HUNDRED  # every set of QĐ 876/QĐ-BNV and of the provinces gives 100 points


class Weight(StrEnum):
    """How much a finding asks for: an open question, or a fault."""

    OPEN = "open"
    WRONG = "wrong"


@record
class SetFinding:
    """One thing about a node that a person should look at."""

    weight: Weight
    sentence: str


def children_total(tree: CriteriaTree, parent: str) -> Decimal | None:
    """Return the sum of the children's maxima; None where one is not known.

    Bonuses and penalties are left out of a parent that is none itself.

    Args:
        tree: the criteria set.
        parent: id of a branch, or ROOT for the areas.
    """
    total = ZERO
    for child in tree.alike(parent):
        maximum = tree.maxima[child]
        if maximum is None:
            return None
        total += maximum
    return total


def left_to_share(tree: CriteriaTree, branch: str) -> Decimal | None:
    """Return what the children leave of a branch's maximum; negative where they exceed it.

    None where that is not known, and for a branch of bonuses or penalties: its cap is not shared.
    """
    maximum = tree.maxima[branch]
    if maximum is None or tree.effects[branch] is not Effect.NORMAL:
        return None
    if any(tree[child].is_balancing for child in tree.children_of(branch)):
        return min(ZERO, maximum - _stated_total(tree, branch))
    total = children_total(tree, branch)
    return None if total is None else maximum - total


def findings_of(tree: CriteriaTree, node_id: str) -> tuple[SetFinding, ...]:
    """Return what is open or wrong about a node, faults first."""
    node, fault = tree[node_id], effect_fault(tree, node_id)
    found = [] if fault is None else [SetFinding(Weight.WRONG, fault.sentence)]
    if tree.is_branch(node_id):
        return (*found, *_branch_findings(tree, node))
    maximum = tree.maxima[node_id]
    problems = node.rule.check(maximum)
    found += [SetFinding(Weight.WRONG, p.sentence) for p in problems if not p.is_warning]
    if maximum is None and not _may_lack_maximum(tree, node):
        found.append(SetFinding(Weight.OPEN, words.maximum_unknown()))
    if leaves_cases_open(node):
        found.append(SetFinding(Weight.OPEN, words.cases_open()))
    found += [SetFinding(Weight.OPEN, p.sentence) for p in problems if p.is_warning]
    return tuple(found)


def _may_lack_maximum(tree: CriteriaTree, node: Criterion) -> bool:
    """Return whether a bonus or penalty is scored without a limit of its own."""
    is_limited = isinstance(node.rule, Ratio | Survey | DeductionRule)
    return tree.effects[node.id] is not Effect.NORMAL and not is_limited


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
    known = (tree.maxima[child] for child in tree.alike(branch) if not tree[child].is_balancing)
    return sum((maximum for maximum in known if maximum is not None), ZERO)


def _branch_findings(tree: CriteriaTree, node: Criterion) -> tuple[SetFinding, ...]:
    left, maximum = left_to_share(tree, node.id), tree.maxima[node.id]
    if not left or maximum is None:
        return ()
    say = words.children_left if left > ZERO else words.children_over
    return (SetFinding(Weight.WRONG, say(node.code, maximum, abs(left))),)
