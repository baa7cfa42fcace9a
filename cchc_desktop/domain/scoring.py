"""Scores of a sheet in a round: every node's points, maximum and loss, exactly."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from cchc_desktop.domain.cells import SheetCell
from cchc_desktop.domain.criteria import ROOT, CriteriaTree, Criterion
from cchc_desktop.domain.marks import Deduction, Mark, Round
from cchc_desktop.domain.points import HUNDRED, ZERO, compared, settled, share_of
from cchc_desktop.domain.rules.base import Entry, Gap


@dataclass(frozen=True, slots=True)
class Context:
    """What scoring looks at beside tree and marks: the round."""

    round: Round


@dataclass(frozen=True, slots=True)
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

    def entry(self) -> Entry:
        """Return what the rule looks at."""
        mark = self.sheet_mark if self.criterion.is_survey else self.mark
        return Entry(self.maximum, mark, self.deductions)


@dataclass(frozen=True, slots=True)
class ScoreSheet:
    """All rows of one sheet in one round, by criterion id, and the total over the areas.

    ``tree`` and ``cell`` are what it was scored from.
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
        """Points in percent of the applicable maximum (chỉ số); None while not complete."""
        total = self.total
        if total.points is None or not total.maximum or not total.is_complete:
            return None
        return settled(share_of(total.points, total.maximum, HUNDRED))


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
    maxima = tree.maxima
    rows: dict[str, ScoreRow] = {}
    leaf_row = _LeafRows(cell, context.round, before)
    for criterion, _ in reversed(tree.walk):
        node_id, maximum = criterion.id, maxima[criterion.id]
        if tree.is_branch(node_id):
            rows[node_id] = _branch(criterion, maxima, _rows_below(tree, node_id, rows))
        else:
            rows[node_id] = leaf_row.of(criterion, maximum)
    total = _branch(_TOTAL, maxima, _rows_below(tree, ROOT, rows))
    countable = [rows[leaf.id] for leaf in tree.leaves if rows[leaf.id].is_applicable]
    scored = sum(1 for row in countable if row.is_complete)
    return ScoreSheet(tree, cell, rows, total, scored, len(countable))


def _rescored(
    before: ScoreSheet, cell: SheetCell, context: Context, touched: frozenset[str]
) -> ScoreSheet:
    """Score the touched leaves and the branches above them; every other row stands."""
    tree, maxima = before.tree, before.tree.maxima
    leaf_row, rows = _LeafRows(cell, context.round, before), dict(before.rows)
    scored, to_score = before.scored, before.to_score
    above: dict[str, int] = {}
    for leaf in touched:
        if leaf not in tree or tree.is_branch(leaf):
            continue
        old, new = rows[leaf], leaf_row.of(tree[leaf], maxima[leaf])
        if new is old:
            continue
        rows[leaf] = new
        scored += _is_scored(new) - _is_scored(old)
        to_score += new.is_applicable - old.is_applicable
        above |= {node.id: depth for depth, node in enumerate(tree.path(leaf)[:-1])}
    for node_id in sorted(above, key=lambda node_id: -above[node_id]):
        found = _branch(tree[node_id], maxima, _rows_below(tree, node_id, rows))
        rows[node_id] = rows[node_id] if rows[node_id] == found else found
    total = _branch(_TOTAL, maxima, _rows_below(tree, ROOT, rows))
    return ScoreSheet(tree, cell, rows, total, scored, to_score)


def _is_scored(row: ScoreRow) -> bool:
    return row.is_applicable and row.is_complete


class _LeafRows:
    """Rows of leaves, taken over from an earlier sheet where nothing they look at changed."""

    def __init__(self, cell: SheetCell, in_round: Round, before: ScoreSheet | None) -> None:
        self._marks = cell.marks
        self._deductions = cell.deductions
        self._round = in_round
        self._old: Mapping[str, ScoreRow] = before.rows if before is not None else {}
        self._was_branch = before.tree.is_branch if before is not None else None

    def of(self, criterion: Criterion, maximum: Decimal | None) -> ScoreRow:
        mark = self._marks.get((criterion.id, self._round))
        sheet_mark = self._marks.get((criterion.id, Round.SHEET))
        listed = self._deductions.get((criterion.id, self._round), ())
        row = self._old.get(criterion.id)
        if (
            row is not None
            and row.criterion is criterion
            and row.mark is mark
            and row.sheet_mark is sheet_mark
            and row.deductions is listed
            and not (self._was_branch and self._was_branch(criterion.id))
            and (row.maximum == maximum or not row.is_applicable)
        ):
            return row
        return _leaf(criterion, maximum, (mark, sheet_mark), listed)


def _rows_below(tree: CriteriaTree, node_id: str, rows: Mapping[str, ScoreRow]) -> list[ScoreRow]:
    return [rows[child] for child in tree.children_of(node_id)]


def _leaf(
    criterion: Criterion,
    maximum: Decimal | None,
    marks: tuple[Mark | None, Mark | None],
    deductions: tuple[Deduction, ...],
) -> ScoreRow:
    mark, sheet_mark = marks
    if sheet_mark is not None and sheet_mark.not_applicable:
        return ScoreRow(
            criterion, ZERO, None, None, is_applicable=False, is_complete=True,
            mark=mark, sheet_mark=sheet_mark, deductions=deductions,
        )  # fmt: skip
    entry = Entry(maximum, sheet_mark if criterion.is_survey else mark, deductions)
    outcome = criterion.rule.score(entry)
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


def _branch(
    criterion: Criterion, maxima: Mapping[str, Decimal | None], children: list[ScoreRow]
) -> ScoreRow:
    stated = maxima.get(criterion.id)
    counted = [row for row in children if row.is_applicable]
    known = [row.points for row in counted if row.points is not None]
    losses = [row.lost for row in counted if row.lost is not None]
    complete = all(row.is_complete for row in counted)
    total = sum(known, ZERO)
    points = criterion.rounding.of(total) if known else None
    rounded_off = ZERO if points is None else total - points
    maximum = _branch_maximum(stated, maxima, children)
    return ScoreRow(
        criterion,
        maximum,
        points,
        sum(losses, rounded_off) if losses else None,  # what no child can give is not lost
        is_applicable=bool(counted) or not children,
        is_complete=complete,
        scored_maximum=sum((row.scored_maximum for row in counted), ZERO),
        unsplit=_unsplit(maximum, children),
    )


def _branch_maximum(
    stated: Decimal | None, maxima: Mapping[str, Decimal | None], children: list[ScoreRow]
) -> Decimal | None:
    """The stated maximum less what does not apply, else the sum of the children."""
    if stated is not None:
        return stated - sum((_left_out(maxima, row) for row in children), ZERO)
    counted = [row.maximum for row in children if row.is_applicable]
    known = [maximum for maximum in counted if maximum is not None]
    return sum(known, ZERO) if len(known) == len(counted) and known else None


def _left_out(maxima: Mapping[str, Decimal | None], row: ScoreRow) -> Decimal:
    whole = maxima[row.criterion.id]
    return ZERO if whole is None or row.maximum is None else whole - row.maximum


def _unsplit(maximum: Decimal | None, children: list[ScoreRow]) -> Decimal:
    """What the children with a known maximum leave of the branch's applicable maximum."""
    known = [row.maximum for row in children if row.maximum is not None]
    if maximum is None or len(known) == len(children):
        return ZERO
    return maximum - sum(known, ZERO)


def same_points(left: Decimal | None, right: Decimal | None) -> bool:
    """Return whether two points are equal as ranks and thresholds look at them (12 places)."""
    if left is None or right is None:
        return left is right
    return compared(left) == compared(right)
