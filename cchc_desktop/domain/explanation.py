"""Why a node has its points (vì sao được điểm này), so that a person can redo it."""

from collections.abc import Iterable
from decimal import Decimal

from cchc_desktop.domain.criteria import CriteriaTree, Criterion
from cchc_desktop.domain.points import ZERO, RoundingMode
from cchc_desktop.domain.rules.base import Entry, Gap, Step
from cchc_desktop.domain.scoring import ScoreRow, ScoreSheet
from cchc_desktop.wording import explanation as said
from cchc_desktop.wording import steps as words
from cchc_desktop.wording.gaps import not_applicable, why_no_points
from cchc_desktop.wording.numerals import shown, shown_cut


def explain(sheet: ScoreSheet, node_id: str) -> tuple[Step, ...]:
    """Return the steps that lead to a node's points, result last but for the legal basis."""
    row = sheet[node_id]
    if not row.is_applicable:
        return (Step(words.RESULT, not_applicable()),)
    if sheet.tree.is_branch(node_id):
        return _branch_steps(sheet, row)
    return leaf_steps(sheet.tree, row)


def as_text(steps: Iterable[Step]) -> str:
    """Return the steps as text for the clipboard, one a line."""
    return "\n".join(f"{s.label}: {s.text}" if s.label else f"    {s.text}" for s in steps)


def leaf_steps(tree: CriteriaTree, row: ScoreRow, entry: Entry | None = None) -> tuple[Step, ...]:
    """Return the steps of a leaf; ``entry`` tries other figures than the row was scored from."""
    criterion = row.criterion
    tried = entry or row.entry()
    steps = list(criterion.rule.explain(tried))
    if criterion.is_balancing:
        steps.insert(1, Step(words.MAXIMUM, _derived_maximum(tree, criterion)))
    outcome = criterion.rule.score(tried)
    if outcome.points is None:
        steps.append(Step(words.RESULT, why_no_points(outcome.gap or Gap.NOT_ENTERED)))
    else:
        steps.extend(_rounding_steps(criterion, outcome.points, row.maximum))
        steps.append(Step(words.RESULT, said.result(criterion.rounding.of(outcome.points))))
    if criterion.legal_basis:
        steps.append(Step(words.BASIS, criterion.legal_basis))
    return tuple(steps)


def _rounding_steps(
    criterion: Criterion, points: Decimal, maximum: Decimal | None
) -> Iterable[Step]:
    limits = ""
    if maximum is not None:
        limits = said.AT_MOST if points == maximum else said.below_most(maximum)
        limits = said.AT_LEAST if points == ZERO else limits
    rounding = criterion.rounding
    if rounding.mode is RoundingMode.NONE:
        yield Step(words.ROUNDED, said.unrounded(limits))
        return
    is_cut = rounding.mode is not RoundingMode.HALF_UP
    how = said.rounded(rounding.of(points), rounding.places, limits, is_cut=is_cut)
    yield Step(words.ROUNDED, how)


def _derived_maximum(tree: CriteriaTree, criterion: Criterion) -> str:
    whole, left = tree.maxima.get(criterion.parent), tree.maxima[criterion.id]
    if whole is None or left is None:
        return said.UNKNOWN
    return said.left_to_split(tree[criterion.parent].code, whole, left)


def _branch_steps(sheet: ScoreSheet, row: ScoreRow) -> tuple[Step, ...]:
    children = [sheet[child] for child in sheet.tree.children_of(row.criterion.id)]
    known = [child.points for child in children if child.is_applicable and child.points is not None]
    steps = [Step(words.RULE, words.total_rule())]
    if known and row.points is not None:
        listed = " + ".join(shown(points, 6) for points in known)
        steps.append(Step(words.INSERTED, f"{listed} = {shown_cut(row.points)}"))
        steps.append(Step(words.RESULT, said.result(row.points)))
    missing = sum(1 for child in children if child.is_applicable and not child.is_complete)
    if missing:
        steps.append(Step("", said.children_open(missing)))
    return tuple(steps)
