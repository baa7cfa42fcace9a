"""Why a node has its points (vì sao được điểm này), so that a person can redo it."""

from collections.abc import Iterable
from decimal import Decimal

from cchc_desktop.domain.criteria import CriteriaTree, Criterion, Level
from cchc_desktop.domain.effects import Effect
from cchc_desktop.domain.points import ZERO, RoundingMode
from cchc_desktop.domain.rules.base import Entry, Gap, Step
from cchc_desktop.domain.scoring import ScoreRow, ScoreSheet
from cchc_desktop.wording import effects
from cchc_desktop.wording import explanation as said
from cchc_desktop.wording import steps as words
from cchc_desktop.wording.gaps import not_applicable, why_no_points
from cchc_desktop.wording.numerals import shown_cut

_ORDER = (Effect.NORMAL, Effect.BONUS, Effect.PENALTY)


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
    if not row.is_counted:
        steps.insert(0, _effect_step(tree, row))
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
    is_area = tree.level(criterion.parent) is Level.AREA
    return said.left_to_split(tree[criterion.parent].code, whole, left, is_area=is_area)


def explain_total(sheet: ScoreSheet) -> tuple[Step, ...]:
    """Return the steps that lead from the areas to the total."""
    row = sheet.total
    steps = list(_branch_steps(sheet, row))
    said_of = effect_words(sheet)
    if said_of:
        steps.append(Step(effects.EFFECT, said_of))
    return tuple(steps)


def effect_words(sheet: ScoreSheet) -> str:
    """Return what bonuses and penalties do to the total, "" where there are none."""
    row, may_exceed = sheet.total, sheet.tree.may_exceed
    return effects.in_total(row.bonus, row.penalty, row.excess, row.maximum, may_exceed=may_exceed)


def _effect_step(tree: CriteriaTree, row: ScoreRow) -> Step:
    parent = row.criterion.parent
    code = tree[parent].code if parent in tree else ""
    return Step(effects.EFFECT, effects.leaf_effect(row.effect.value, row.maximum, code))


def _branch_steps(sheet: ScoreSheet, row: ScoreRow) -> tuple[Step, ...]:
    children = [sheet[child] for child in sheet.tree.children_of(row.criterion.id)]
    counted = [child for child in children if child.is_applicable]
    steps = [Step(words.RULE, _branch_rule(row, children))]
    if not row.is_counted:
        steps.insert(0, _effect_step(sheet.tree, row))
    if row.points is not None and any(child.points is not None for child in counted):
        steps.append(Step(words.INSERTED, _written_sum(row, counted)))
        steps.append(Step(words.RESULT, said.result(row.points)))
    missing = sum(1 for child in counted if not child.is_complete)
    if missing:
        steps.append(Step("", said.children_open(missing)))
    return tuple(steps)


def _branch_rule(row: ScoreRow, children: Iterable[ScoreRow]) -> str:
    if not row.is_counted:
        return effects.branch_rule(row.effect.value, row.criterion.maximum)
    found = {child.effect for child in children}
    return effects.mixed_rule(has_bonus=Effect.BONUS in found, has_penalty=Effect.PENALTY in found)


def _written_sum(row: ScoreRow, counted: Iterable[ScoreRow]) -> str:
    """Write the sum out as it is redone on a calculator, with cap and floor."""
    known = [(c.effect, c.points) for c in counted if c.points is not None]
    if not row.is_counted:
        known = [(Effect.NORMAL, points) for _, points in known]
    known.sort(key=lambda term: _ORDER.index(term[0]))
    total = sum((-p if e is Effect.PENALTY else p for e, p in known), ZERO)
    listed = effects.written_sum([(e.value, p) for e, p in known])
    return f"{listed} = {_outcome(row, total)}"


def _outcome(row: ScoreRow, total: Decimal) -> str:
    points = row.points or ZERO
    cap = None if row.is_counted else row.criterion.maximum
    if cap is not None and total > cap:
        return effects.above_cap(total, cap)
    if row.penalty and row.is_counted and total < ZERO:
        return effects.under_zero(total)
    if row.excess and row.maximum is not None:
        return effects.above_total(total, points)
    return shown_cut(points)
