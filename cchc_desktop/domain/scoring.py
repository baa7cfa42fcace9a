"""Scores of a sheet in a round: every node's points, maximum and loss, exactly."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from operator import attrgetter
from typing import final

from cchc_desktop.domain.cells import SheetCell
from cchc_desktop.domain.criteria import ROOT, CriteriaTree, Criterion
from cchc_desktop.domain.effects import Effect, capped, combined, limited
from cchc_desktop.domain.marks import Deduction, Mark, Round
from cchc_desktop.domain.points import HUNDRED, ZERO, compared, settled, share_of
from cchc_desktop.domain.rules.base import Entry, Gap
from cchc_desktop.domain.rules.survey import Survey
from cchc_desktop.records import record, swift_record


@record
class Context:
    """What scoring looks at beside tree and marks: the round."""

    round: Round


@final
@swift_record
class ScoreRow:
    """One node's score.

    Args:
        criterion: the node.
        maximum: points that count for this unit; None where unknown.
        points: points; None where nothing is known, the known part where not complete.
        lost: points lost; None where nothing is known.
        is_applicable: whether the node counts for this unit.
        is_complete: whether every applicable leaf below has points.
        scored_maximum: maximum of the leaves that have points in this round.
        unsplit: the part of a stated maximum that no child with a known maximum covers.
        gap: why a leaf has no points.
        is_typed: a leaf's points were typed, not computed.
        mark, sheet_mark, deductions: what the leaf was scored from.
        effect: what its points do to its parent's, its own or handed down.
        bonus, penalty: points of bonuses and penalties that its points hold.
        excess: bonus points that a total leaves out, not to exceed its maximum.
    """

    criterion: Criterion
    maximum: Decimal | None
    points: Decimal | None
    lost: Decimal | None
    is_applicable: bool = True
    is_complete: bool = False
    scored_maximum: Decimal = ZERO
    unsplit: Decimal = ZERO
    gap: Gap | None = None
    is_typed: bool = False
    mark: Mark | None = None
    sheet_mark: Mark | None = None
    deductions: tuple[Deduction, ...] = ()
    effect: Effect = Effect.NORMAL
    bonus: Decimal = ZERO
    penalty: Decimal = ZERO
    excess: Decimal = ZERO

    @property
    def is_counted(self) -> bool:
        """Whether its maximum stands in the denominator."""
        return self.effect is Effect.NORMAL

    @property
    def is_unclaimed(self) -> bool:
        """Whether it is a bonus or penalty that nobody has entered: nothing is missing."""
        return (
            self.is_applicable
            and not self.is_counted
            and self.points is None
            and (self.is_complete)
        )

    def entry(self) -> Entry:
        """Return what the rule looks at."""
        mark = self.sheet_mark if self.criterion.is_survey else self.mark
        return Entry(self.maximum, mark, self.deductions)


@record
class ScoreSheet:
    """All rows of one sheet in one round, by criterion id, and the total over the areas.

    ``tree`` and ``cell`` are what it was scored from. A bonus or penalty that nobody has entered
    is no part of ``to_score``.
    """

    tree: CriteriaTree
    cell: SheetCell
    rows: Mapping[str, ScoreRow]
    total: ScoreRow
    scored: int
    to_score: int

    def __getitem__(self, criterion: str) -> ScoreRow:
        return self.rows[criterion]

    @property
    def index(self) -> Decimal | None:
        """Points in percent of the applicable maximum (chỉ số); None while not complete.

        It exceeds 100 only where bonuses may lift a total over its maximum.
        """
        total = self.total
        if total.points is None or not total.maximum or not total.is_complete:
            return None
        return settled(share_of(total.points, total.maximum, HUNDRED))


_IS_COMPLETE, _SCORED_MAXIMUM = attrgetter("is_complete"), attrgetter("scored_maximum")
_POINTS = attrgetter("points")
_TOTAL = Criterion(id=ROOT, assessment="", parent=ROOT, order="", code="", name="")


def score(
    tree: CriteriaTree, cell: SheetCell, context: Context, before: ScoreSheet | None = None
) -> ScoreSheet:
    """Return the score sheet; pure.

    A leaf whose criterion, maximum, marks and deductions are the same objects as in ``before``
    reuses its row. Where the tree is the same and the cell knows what was touched since, only
    those leaves and the branches above them are looked at.

    Args:
        tree: the criteria.
        cell: what was entered for the sheet.
        context: the round.
        before: an earlier score sheet of the same sheet and round.
    """
    if before is not None and before.tree is tree:
        touched = cell.touched_since(before.cell)
        if touched is not None:
            return _rescored(before, cell, context, touched)
    leaf_row = _LeafRows(cell, context.round, before).of
    rows = {node.criterion.id: leaf_row(*node) for node in tree.scored_leaves}
    to_score = [row for row in rows.values() if _is_to_score(row)]
    scored = sum([row.is_complete for row in to_score])
    for branch in tree.scored_branches:
        rows[branch.id] = _branch(tree, branch, rows)
    return ScoreSheet(tree, cell, rows, _total(tree, rows), scored, len(to_score))


def _rescored(
    before: ScoreSheet, cell: SheetCell, context: Context, touched: frozenset[str]
) -> ScoreSheet:
    """Score the touched leaves and the branches above them; every other row stands."""
    tree, maxima = before.tree, before.tree.maxima
    leaf_row = _LeafRows(cell, context.round, before)
    leaves = [leaf for leaf in touched if leaf in tree and not tree.is_branch(leaf)]
    rows = [leaf_row.of(tree[leaf], maxima[leaf], tree.effects[leaf]) for leaf in leaves]
    return _with_rows(before, cell, rows)


def tried(before: ScoreSheet, leaf: str, points: Decimal) -> ScoreSheet:
    """Return the scores as they would be if an applicable leaf had these points."""
    row = before[leaf]
    maximum = row.maximum
    new = replace(
        row, points=points, lost=row.lost if maximum is None else maximum - points,
        is_complete=True, scored_maximum=maximum or ZERO, gap=None, is_typed=True,
    )  # fmt: skip
    if row.effect is not Effect.NORMAL:
        new = _with_effect(new, row.effect)
    return _with_rows(before, before.cell, [new])


def _with_rows(before: ScoreSheet, cell: SheetCell, leaves: Iterable[ScoreRow]) -> ScoreSheet:
    """Put in rows of leaves and add up the branches above them; every other row stands."""
    tree = before.tree
    moved: dict[str, ScoreRow] = {}
    scored, to_score = before.scored, before.to_score
    above: dict[str, int] = {}
    for new in leaves:
        leaf = new.criterion.id
        old = before.rows[leaf]
        if new is old:
            continue
        moved[leaf] = new
        scored += _is_scored(new) - _is_scored(old)
        to_score += _is_to_score(new) - _is_to_score(old)
        above |= {node.id: depth for depth, node in enumerate(tree.path(leaf)[:-1])}
    if not moved:  # as in every round but the one that is marked
        return replace(before, cell=cell)
    rows = {**before.rows, **moved}
    for node_id in sorted(above, key=lambda node_id: -above[node_id]):
        found = _branch(tree, tree[node_id], rows)
        rows[node_id] = rows[node_id] if rows[node_id] == found else found
    return ScoreSheet(tree, cell, rows, _total(tree, rows), scored, to_score)


def _is_to_score(row: ScoreRow) -> bool:
    return row.is_applicable and (row.points is not None or not row.is_unclaimed)


def _is_scored(row: ScoreRow) -> bool:
    return row.is_complete and _is_to_score(row)


class _LeafRows:
    """Rows of leaves, taken over from an earlier sheet where nothing they look at changed."""

    def __init__(self, cell: SheetCell, in_round: Round, before: ScoreSheet | None) -> None:
        self._marks, self._shared = cell.in_round(in_round), cell.in_round(Round.SHEET)
        self._deductions = cell.deductions
        self._round = in_round
        self._old: Mapping[str, ScoreRow] = before.rows if before is not None else {}
        self._was_branch = before.tree.is_branch if before is not None else None

    def of(self, criterion: Criterion, maximum: Decimal | None, effect: Effect) -> ScoreRow:
        node_id = criterion.id
        mark, sheet_mark = self._marks.get(node_id), self._shared.get(node_id)
        listed = self._deductions.get((node_id, self._round), ()) if self._deductions else ()
        row = self._old.get(node_id)
        if (
            row is not None
            and row.criterion is criterion
            and row.mark is mark
            and row.sheet_mark is sheet_mark
            and row.deductions is listed
            and row.effect is effect
            and not (self._was_branch and self._was_branch(criterion.id))
            and (row.maximum == maximum or not row.is_applicable)
        ):
            return row
        row = _leaf(criterion, maximum, mark, sheet_mark, listed)
        return row if effect is Effect.NORMAL else _with_effect(row, effect)


def _leaf(
    criterion: Criterion,
    maximum: Decimal | None,
    mark: Mark | None,
    sheet_mark: Mark | None,
    deductions: tuple[Deduction, ...],
) -> ScoreRow:
    if sheet_mark is not None and sheet_mark.not_applicable:
        return ScoreRow(
            criterion, ZERO, None, None, is_applicable=False, is_complete=True,
            mark=mark, sheet_mark=sheet_mark, deductions=deductions,
        )  # fmt: skip
    rule = criterion.rule
    outcome = rule.score(
        Entry(maximum, sheet_mark if rule.kind == Survey.kind else mark, deductions)
    )
    points = None if outcome.points is None else criterion.rounding.of(settled(outcome.points))
    lost = None if points is None or maximum is None else maximum - points
    if maximum is None and mark is not None and mark.lost is not None:
        lost = mark.lost
    return ScoreRow(
        criterion,
        maximum,
        points,
        lost,
        is_complete=points is not None,
        scored_maximum=ZERO if points is None or maximum is None else maximum,
        gap=outcome.gap,
        is_typed=outcome.is_typed,
        mark=mark,
        sheet_mark=sheet_mark,
        deductions=deductions,
    )


def _with_effect(row: ScoreRow, effect: Effect) -> ScoreRow:
    """A bonus that is not reached is no loss, what a penalty takes is; nobody has to enter one."""
    is_bonus, points = effect is Effect.BONUS, row.points
    return replace(
        row,
        effect=effect,
        lost=ZERO if is_bonus and points is not None else points,
        is_complete=row.is_complete or _is_untouched(row),
        scored_maximum=ZERO,
        bonus=points or ZERO if is_bonus else ZERO,
        penalty=ZERO if is_bonus else points or ZERO,
    )


def _is_untouched(row: ScoreRow) -> bool:
    mark = row.entry().mark
    has_any = mark is not None and bool(mark.figures or mark.choice)
    return row.gap is Gap.NOT_ENTERED and not has_any


def _branch(tree: CriteriaTree, criterion: Criterion, rows: Mapping[str, ScoreRow]) -> ScoreRow:
    children = [rows[child] for child in tree.children_of(criterion.id)]
    effect = tree.effects[criterion.id]
    if effect is not Effect.NORMAL:
        return _effect_branch(criterion, effect, tree.maxima[criterion.id], children)
    counted = [row for row in children if row.is_applicable]
    known = [row for row in counted if row.points is not None]
    losses = [row.lost for row in counted if row.lost is not None]
    has_effects = tree.has_effects
    total, bonus, penalty = _sums(known) if has_effects else (_sum_of(known), ZERO, ZERO)
    points = criterion.rounding.of(combined(total, bonus, penalty)) if known else None
    rounded_off = ZERO if points is None else total + bonus - penalty - points
    normal = [row for row in children if row.is_counted] if has_effects else children
    maximum = _branch_maximum(tree.maxima.get(criterion.id), tree.maxima, normal)
    return ScoreRow(
        criterion,
        maximum,
        points,
        sum(losses, rounded_off) if losses else None,  # what no child can give is not lost
        is_applicable=bool(counted) or not children,
        is_complete=all(map(_IS_COMPLETE, counted)),
        scored_maximum=sum(map(_SCORED_MAXIMUM, counted), ZERO),
        unsplit=_unsplit(maximum, normal),
        bonus=sum((row.bonus for row in known), ZERO) if has_effects else ZERO,
        penalty=sum((row.penalty for row in known), ZERO) if has_effects else ZERO,
    )


def _sums(known: list[ScoreRow]) -> tuple[Decimal, Decimal, Decimal]:
    """The sums of ordinary points, of bonuses and of penalties."""
    by = [[row for row in known if row.effect is effect] for effect in Effect]
    return _sum_of(by[0]), _sum_of(by[1]), _sum_of(by[2])


def _sum_of(known: list[ScoreRow]) -> Decimal:
    """The sum of rows that have points."""
    return sum(map(_POINTS, known), ZERO)


def _effect_branch(
    criterion: Criterion, effect: Effect, maximum: Decimal | None, children: list[ScoreRow]
) -> ScoreRow:
    """Bonuses or penalties together, at most the cap, which children that are out do not lower."""
    counted = [row for row in children if row.is_applicable]
    known = [row for row in counted if row.points is not None]
    total = criterion.rounding.of(_sum_of(known))
    row = ScoreRow(
        criterion,
        maximum,
        capped(total, criterion.maximum) if known else None,
        None,
        is_applicable=bool(counted) or not children,
        is_complete=all(map(_IS_COMPLETE, counted)),
    )
    return _with_effect(row, effect)


def _total(tree: CriteriaTree, rows: Mapping[str, ScoreRow]) -> ScoreRow:
    """The total over the areas; bonuses lift it over its maximum only where they may."""
    whole = _branch(tree, _TOTAL, rows)
    if whole.points is None or not whole.bonus or tree.may_exceed:
        return whole
    points = limited(whole.points, whole.maximum, whole.bonus)
    return replace(whole, points=points, excess=whole.points - points)


def _branch_maximum(
    stated: Decimal | None, maxima: Mapping[str, Decimal | None], children: list[ScoreRow]
) -> Decimal | None:
    """The stated maximum less what does not apply, else the sum of the children."""
    if stated is not None:
        other = [row for row in children if row.maximum is not maxima[row.criterion.id]]
        return stated - sum([_left_out(maxima, row) for row in other], ZERO) if other else stated
    counted = [row.maximum for row in children if row.is_applicable]
    known = [maximum for maximum in counted if maximum is not None]
    return sum(known, ZERO) if len(known) == len(counted) and known else None


def _left_out(maxima: Mapping[str, Decimal | None], row: ScoreRow) -> Decimal:
    whole = maxima[row.criterion.id]
    return ZERO if whole is None or row.maximum is None else whole - row.maximum


def _unsplit(maximum: Decimal | None, children: list[ScoreRow]) -> Decimal:
    """What the children with a known maximum leave of the branch's applicable maximum."""
    if maximum is None:
        return ZERO
    known = [row.maximum for row in children if row.maximum is not None]
    if len(known) == len(children):
        return ZERO
    return maximum - sum(known, ZERO)


def same_points(left: Decimal | None, right: Decimal | None) -> bool:
    """Return whether two points are equal as ranks and thresholds look at them (12 places)."""
    if left is None or right is None:
        return left is right
    return compared(left) == compared(right)
