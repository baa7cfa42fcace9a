"""Rà soát: what is missing, what does not add up, what was printed otherwise."""

from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum

from cchc_desktop.domain.cells import SheetCell
from cchc_desktop.domain.criteria import CriteriaTree, Criterion
from cchc_desktop.domain.effect_faults import effect_fault
from cchc_desktop.domain.effects import Effect
from cchc_desktop.domain.losses import Loss, is_lossy, loss_report, losses_of
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.points import ZERO, compared, places_of, printed, truncated
from cchc_desktop.domain.rules.base import Gap
from cchc_desktop.domain.scoring import ScoreRow, ScoreSheet
from cchc_desktop.domain.units import Published
from cchc_desktop.records import record
from cchc_desktop.wording import checks as words
from cchc_desktop.wording.gaps import why_no_points

_REFUSED = frozenset({Gap.PART_OVER_WHOLE, Gap.WHOLE_IS_ZERO, Gap.FORMULA_FAULT, Gap.RULE_UNKNOWN})


class FindingKind(StrEnum):
    """What a finding is about; the window groups by it."""

    LOSS_WITHOUT_REASON = "loss_without_reason"
    REASONS_NOT_CLOSED = "reasons_not_closed"
    EVIDENCE_MISSING = "evidence_missing"
    EVIDENCE_OUT_OF_YEAR = "evidence_out_of_year"
    EVIDENCE_UNREADABLE = "evidence_unreadable"
    EXPLANATION_ASKED = "explanation_asked"
    FIGURES_DIFFER = "figures_differ"
    SUBTOTAL_DIFFERS = "subtotal_differs"
    FIGURES_REFUSED = "figures_refused"
    POINTS_OUTSIDE = "points_outside"
    RULE_FAULT = "rule_fault"
    MAXIMA_DIFFER = "maxima_differ"
    NO_APPRAISER = "no_appraiser"
    DECISION_CHANGED = "decision_changed"
    LAST_YEAR_DIFFERS = "last_year_differs"


@record
class Finding:
    """One thing to look at, with the criterion it stands at and one sentence."""

    kind: FindingKind
    criterion: str
    sentence: str


def findings(sheet: ScoreSheet, cell: SheetCell, year: int) -> tuple[Finding, ...]:
    """Return all findings of a sheet in tree order.

    Args:
        sheet: the scores.
        cell: what was entered.
        year: year of the assessment; published results of other years are not compared.
    """
    return tuple(
        finding
        for criterion, _ in sheet.tree.walk
        for finding in findings_at(sheet, cell, criterion, year)
    )


def findings_at(
    sheet: ScoreSheet, cell: SheetCell, criterion: Criterion, year: int
) -> Iterator[Finding]:
    """Yield the findings that stand at one node."""
    yield from _of_set(sheet.tree, criterion)
    if sheet[criterion.id].is_applicable:
        if not sheet.tree.is_branch(criterion.id):
            yield from _of_leaf(sheet[criterion.id], cell)
        yield from _of_published(sheet, cell, criterion, year)


def needs_evidence(row: ScoreRow) -> bool:
    """Return whether a leaf needs evidence: not a survey's, not the part that is not split.

    A bonus needs it where points are claimed; a penalty needs a reason alone.
    """
    if not row.is_applicable or row.criterion.is_balancing or row.criterion.is_survey:
        return False
    return row.is_counted or compared(row.bonus) > ZERO


def has_evidence(cell: SheetCell, criterion: str) -> bool:
    """Return whether documents or a written explanation stand at a criterion."""
    if cell.links.get(criterion):
        return True
    mark = cell.mark(criterion, Round.SHEET)
    return mark is not None and bool(mark.explanation)


def lacks_evidence(row: ScoreRow, cell: SheetCell) -> bool:
    """Return whether a scored leaf has neither documents nor an explanation."""
    is_scored = row.points is not None or row.lost is not None
    return is_scored and needs_evidence(row) and not has_evidence(cell, row.criterion.id)


def is_refused(row: ScoreRow) -> bool:
    """Return whether the figures of a leaf are such that its rule gives no points."""
    return row.gap in _REFUSED


def coverage(sheet: ScoreSheet, cell: SheetCell, node_id: str) -> tuple[int, int]:
    """Return how many leaves at or below a node have evidence, of those that need it."""
    tree = sheet.tree
    nodes = tree.below(node_id) if tree.is_branch(node_id) or not node_id else (tree[node_id],)
    leaves = [node.id for node in nodes if not tree.is_branch(node.id)]
    needed = [leaf for leaf in leaves if needs_evidence(sheet[leaf])]
    return sum(1 for leaf in needed if has_evidence(cell, leaf)), len(needed)


def _of_set(tree: CriteriaTree, criterion: Criterion) -> Iterator[Finding]:
    fault = effect_fault(tree, criterion.id)
    if fault is not None:
        yield Finding(FindingKind.RULE_FAULT, criterion.id, fault.sentence)
    if not tree.is_branch(criterion.id):
        for problem in criterion.rule.check(tree.maxima[criterion.id]):
            sentence = words.rule_fault(criterion.code, problem.sentence)
            yield Finding(FindingKind.RULE_FAULT, criterion.id, sentence)
        return
    if tree.effects[criterion.id] is not Effect.NORMAL:
        return
    maxima = [tree.maxima[child] for child in tree.alike(criterion.id)]
    known = [maximum for maximum in maxima if maximum is not None]
    total = sum(known, ZERO)
    stated = criterion.maximum
    if stated is None or (total <= stated and len(known) < len(maxima)):
        return
    if total != stated:
        sentence = words.maxima_differ(criterion.code, total, stated)
        yield Finding(FindingKind.MAXIMA_DIFFER, criterion.id, sentence)


def _of_leaf(row: ScoreRow, cell: SheetCell) -> Iterator[Finding]:
    criterion = row.criterion
    yield from _of_points(row)
    if is_lossy(row):
        yield from _of_loss(row)
    mark = cell.mark(criterion.id, Round.SHEET)
    if mark is not None and mark.explanation_requested and not mark.explanation:
        sentence = words.explanation_asked(criterion.code)
        yield Finding(FindingKind.EXPLANATION_ASKED, criterion.id, sentence)
    if lacks_evidence(row, cell):
        sentence = words.evidence_missing(criterion.code)
        yield Finding(FindingKind.EVIDENCE_MISSING, criterion.id, sentence)


def _of_points(row: ScoreRow) -> Iterator[Finding]:
    criterion = row.criterion
    if row.gap is not None and is_refused(row):
        sentence = words.figures_refused(criterion.code, why_no_points(row.gap.value))
        yield Finding(FindingKind.FIGURES_REFUSED, criterion.id, sentence)
    if row.points is not None and (
        row.points < ZERO or (row.maximum is not None and row.points > row.maximum)
    ):
        sentence = words.points_outside(criterion.code, row.points, row.maximum)
        yield Finding(FindingKind.POINTS_OUTSIDE, criterion.id, sentence)


def _of_loss(row: ScoreRow) -> Iterator[Finding]:
    criterion, report = row.criterion, loss_report(row)
    reasons = [part for part in report.parts if part.deduction and part.deduction.reason]
    if not reasons:
        sentence = words.loss_without_reason(criterion.code, row.lost or ZERO)
        yield Finding(FindingKind.LOSS_WITHOUT_REASON, criterion.id, sentence)
    elif not report.is_closed:
        listed = (row.lost or ZERO) - report.unexplained + report.overrun
        sentence = words.reasons_not_closed(criterion.code, listed, row.lost or ZERO)
        yield Finding(FindingKind.REASONS_NOT_CLOSED, criterion.id, sentence)


def _of_published(
    sheet: ScoreSheet, cell: SheetCell, criterion: Criterion, year: int
) -> Iterator[Finding]:
    row = sheet[criterion.id]
    for result in cell.published.get(criterion.id, ()):
        if result.year != year:
            continue
        if result.is_subtotal:
            yield from _of_subtotal(sheet, cell, result)
        else:
            yield from _of_printed(criterion, result, row)


def _of_printed(criterion: Criterion, result: Published, row: ScoreRow) -> Iterator[Finding]:
    if not row.is_complete or row.points is None or row.lost is None:
        return
    if has_other_lost(row, result):
        sentence = words.lost_differs(criterion.code, Decimal(result.lost), row.lost)
        yield Finding(FindingKind.FIGURES_DIFFER, criterion.id, sentence)
    elif _has_other_points(row, result):
        sentence = words.score_differs(criterion.code, Decimal(result.score), row.points)
        yield Finding(FindingKind.FIGURES_DIFFER, criterion.id, sentence)


def differs(row: ScoreRow, result: Published) -> bool:
    """Return whether a printed result has other figures than a row that is complete."""
    is_known = row.is_complete and row.points is not None and row.lost is not None
    return is_known and (has_other_lost(row, result) or _has_other_points(row, result))


def has_other_lost(row: ScoreRow, result: Published) -> bool:
    """Return whether the printed loss is not the row's."""
    return _is_other(row.lost, result.lost)


def _has_other_points(row: ScoreRow, result: Published) -> bool:
    return _is_other(row.points, result.score)


def _is_other(exact: Decimal | None, figure: str) -> bool:
    return exact is not None and bool(figure) and not prints_as(exact, Decimal(figure))


def prints_as(exact: Decimal, figure: Decimal) -> bool:
    """Return whether a printed figure is the exact value, rounded half-up or truncated."""
    places = places_of(figure)
    return figure in {printed(exact, places), truncated(exact, places)}


def _of_subtotal(sheet: ScoreSheet, cell: SheetCell, result: Published) -> Iterator[Finding]:
    """Compare a printed heading with the items printed under it, rounding allowed for."""
    below = {node.id for node in sheet.tree.below(result.criterion)}
    losses = [loss for loss in losses_of(sheet) if _counts(loss, below, result)]
    if not losses or not result.lost:
        return
    heading = Decimal(result.lost)
    listed, slack = ZERO, _half_unit(heading)
    for loss in losses:
        figure = _printed_loss(loss, cell, result.year)
        listed += loss.amount if figure is None else figure
        slack += ZERO if figure is None else _half_unit(figure)
    exact = sum((loss.amount for loss in losses), ZERO)
    if abs(listed - heading) > slack:
        area = sheet.tree[result.criterion]
        sentence = words.subtotal_differs((area.code, result.label), listed, heading, exact)
        yield Finding(FindingKind.SUBTOTAL_DIFFERS, area.id, sentence)


def _counts(loss: Loss, below: set[str], result: Published) -> bool:
    if loss.criterion.id not in below:
        return False
    if result.category:
        return loss.deduction is not None and loss.deduction.category == result.category
    return not result.method or (loss.method is not None and loss.method.value == result.method)


def _printed_loss(loss: Loss, cell: SheetCell, year: int) -> Decimal | None:
    """The loss as printed, where it is a leaf's whole loss; listed amounts are exact."""
    result = cell.result_of(loss.criterion.id, year)
    is_whole_loss = loss.deduction is None or loss.deduction.amount is None
    has_print = result is not None and bool(result.lost) and is_whole_loss
    return Decimal(result.lost) if has_print and result is not None else None


def _half_unit(figure: Decimal) -> Decimal:
    return Decimal(5).scaleb(-places_of(figure) - 1)
