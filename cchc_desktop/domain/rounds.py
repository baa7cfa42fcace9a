"""Rounds of a sheet: its status, what keeps a round from being locked, how rounds differ."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum

from cchc_desktop.domain.cells import SheetCell
from cchc_desktop.domain.checks import Finding, FindingKind, findings
from cchc_desktop.domain.coverage import Ground, unsound_findings
from cchc_desktop.domain.criteria import Criterion
from cchc_desktop.domain.effects import Effect, added
from cchc_desktop.domain.marks import ROUNDS, Cause, Mark, Round
from cchc_desktop.domain.points import compared
from cchc_desktop.domain.scoring import ScoreSheet, same_points
from cchc_desktop.domain.units import Assessment, Sheet
from cchc_desktop.records import record

DAY_FIELDS = ("opens_on", "self_until", "first_until", "explained_until", "second_until")
"""The five dates of an assessment, in order."""

_HINDERING = frozenset(
    {
        FindingKind.LOSS_WITHOUT_REASON,
        FindingKind.REASONS_NOT_CLOSED,
        FindingKind.EVIDENCE_MISSING,
    }
)


class Status(StrEnum):
    """How far a sheet is."""

    NOT_STARTED = "not_started"
    SELF_SCORING = "self_scoring"
    SELF_LOCKED = "self_locked"
    FIRST = "first"
    EXPLANATION_ASKED = "explanation_asked"
    EXPLAINED = "explained"
    SECOND = "second"
    APPROVED = "approved"
    PUBLISHED = "published"


class Decision(StrEnum):
    """What a round decided of a criterion; the first three are still to be decided."""

    OPEN = "open"
    ASKED = "asked"
    EXPLAINED = "explained"
    ACCEPTED = "accepted"
    KEPT = "kept"
    OTHER = "other"
    SCORED = "scored"
    SURVEY = "survey"
    UNCLAIMED = "unclaimed"  # a bonus or penalty that no round has entered


UNDECIDED = frozenset({Decision.OPEN, Decision.ASKED, Decision.EXPLAINED})

_DUE: Mapping[Status, str] = {
    Status.NOT_STARTED: "self_until",
    Status.SELF_SCORING: "self_until",
    Status.SELF_LOCKED: "first_until",
    Status.FIRST: "first_until",
    Status.EXPLANATION_ASKED: "explained_until",
    Status.EXPLAINED: "second_until",
    Status.SECOND: "second_until",
}


@record
class RoundsRow:
    """One leaf across the rounds.

    Args:
        criterion: the leaf.
        maximum: its maximum; None where unknown.
        points: points by round, only where there are any.
        difference: the newest points less the first ones, a penalty's with the other sign: what
            the total gains; None where there is one round alone.
        decision: what the deciding round says.
        kept: the newest appraisal before the deciding round that has points, or None.
        cause: why the newest round that says it differs.
        differs: whether the rounds up to the deciding one give other points.
        effect: bonus, penalty or neither.
    """

    criterion: Criterion
    maximum: Decimal | None
    points: Mapping[Round, Decimal]
    difference: Decimal | None
    decision: Decision
    kept: Round | None
    cause: Cause | None
    differs: bool
    effect: Effect = Effect.NORMAL

    @property
    def is_open(self) -> bool:
        """Whether the deciding round still has to decide it."""
        return self.decision in UNDECIDED


def status_of(assessment: Assessment, sheet: Sheet, cell: SheetCell) -> Status:
    """Return the status of a sheet, read from its marks, its locks and the publication."""
    last = assessment.rounds[-1] if assessment.rounds else Round.PUBLISHED
    is_announced = cell.result_of("", assessment.year) is not None or last in sheet.locked
    if assessment.published_on is not None and is_announced:
        return Status.PUBLISHED
    return Status.APPROVED if last in sheet.locked else _working(sheet, cell)


def _working(sheet: Sheet, cell: SheetCell) -> Status:
    scored = cell.scored
    if scored[Round.SECOND] or scored[Round.PUBLISHED]:
        return Status.SECOND
    if scored[Round.FIRST]:
        return _explaining(cell)
    if Round.SELF in sheet.locked:
        return Status.SELF_LOCKED
    return Status.SELF_SCORING if scored[Round.SELF] else Status.NOT_STARTED


def _explaining(cell: SheetCell) -> Status:
    if not cell.asked:
        return Status.FIRST
    is_answered = all(mark.explanation for mark in cell.asked.values())
    return Status.EXPLAINED if is_answered else Status.EXPLANATION_ASKED


def next_day(assessment: Assessment, status: Status, today: date) -> tuple[str, date] | None:
    """Return the field and day that a sheet of some status is to be reminded of, or None."""
    if status is Status.NOT_STARTED and assessment.opens_on and today < assessment.opens_on:
        return "opens_on", assessment.opens_on
    field = _DUE.get(status, "")
    day = getattr(assessment, field) if field else None
    return None if day is None else (field, day)


def hindrances(
    scores: ScoreSheet, cell: SheetCell, ground: Ground, *, publishes: bool = False
) -> tuple[Finding, ...]:
    """Return what keeps a round from being locked, in tree order.

    Losses without reason, and points that stand on nothing: neither a readable, unchanged
    document that is in force in the year nor a written explanation. A set whose children do not
    add up is scored, but not published.

    Args:
        scores: the scores of the sheet in the round.
        cell: what was entered for the sheet.
        ground: what documents are judged by.
        publishes: the round is the last of its assessment: its points are announced.
    """
    kinds = _HINDERING | {FindingKind.MAXIMA_DIFFER} if publishes else _HINDERING
    found = [each for each in findings(scores, cell, ground.year) if each.kind in kinds]
    found += unsound_findings(scores, ground)
    order = {node.id: place for place, (node, _) in enumerate(scores.tree.walk)}
    return tuple(sorted(found, key=lambda each: order[each.criterion]))


def publishes(assessment: Assessment, in_round: Round) -> bool:
    """Return whether locking a round announces its points: it is the last one."""
    return in_round in assessment.rounds[-1:]


def earlier_rounds(rounds: tuple[Round, ...], in_round: Round) -> tuple[Round, ...]:
    """Return the rounds of an assessment before a round, in order."""
    before = ROUNDS[: ROUNDS.index(in_round)]
    return tuple(each for each in rounds if each in before)


def rounds_rows(
    sheets: Mapping[Round, ScoreSheet], cell: SheetCell, deciding: Round
) -> tuple[RoundsRow, ...]:
    """Return the applicable leaves of a sheet across its rounds, in tree order.

    Args:
        sheets: scores of the same sheet by round, in the order of the rounds.
        cell: what was entered for the sheet.
        deciding: the round that decides, a key of ``sheets``.
    """
    here = sheets[deciding]
    return tuple(
        rounds_row(sheets, cell, here.tree[leaf.id], deciding)
        for leaf in here.tree.leaves
        if here[leaf.id].is_applicable
    )


def rounds_row(
    sheets: Mapping[Round, ScoreSheet], cell: SheetCell, leaf: Criterion, deciding: Round
) -> RoundsRow:
    """Return one applicable leaf across the rounds, as ``rounds_rows`` does for all."""
    points = {}
    for in_round, scores in sheets.items():
        found = scores[leaf.id].points
        if found is not None:
            points[in_round] = found
    upto = [r for r in sheets if r in points and ROUNDS.index(r) <= ROUNDS.index(deciding)]
    before = [r for r in upto if r not in {Round.SELF, deciding}]
    kept = before[-1] if before else None
    effect = sheets[deciding][leaf.id].effect
    if not points and effect is not Effect.NORMAL:
        decision = Decision.UNCLAIMED
    else:
        decision = _decision(leaf, points, cell.mark(leaf.id, Round.SHEET), (deciding, kept))
    return RoundsRow(
        leaf,
        sheets[deciding][leaf.id].maximum,
        points,
        added(points[upto[-1]] - points[upto[0]], effect) if len(upto) > 1 else None,
        decision,
        kept,
        _cause(cell, leaf.id, deciding),
        len({compared(points[each]) for each in upto}) > 1,
        effect,
    )


def _decision(
    leaf: Criterion,
    points: Mapping[Round, Decimal],
    on_sheet: Mark | None,
    places: tuple[Round, Round | None],
) -> Decision:
    deciding, kept = places
    if leaf.is_survey:
        return Decision.SURVEY
    if deciding not in points:
        return _waiting(on_sheet)
    if deciding is Round.SELF or not (Round.SELF in points or kept):
        return Decision.SCORED
    if same_points(points[deciding], points.get(Round.SELF)):
        return Decision.ACCEPTED
    is_kept = kept is not None and same_points(points[deciding], points[kept])
    return Decision.KEPT if is_kept else Decision.OTHER


def _waiting(on_sheet: Mark | None) -> Decision:
    if on_sheet is not None and on_sheet.explanation:
        return Decision.EXPLAINED
    is_asked = on_sheet is not None and on_sheet.explanation_requested
    return Decision.ASKED if is_asked else Decision.OPEN


def _cause(cell: SheetCell, leaf: str, deciding: Round) -> Cause | None:
    """The cause coded at the newest round up to the deciding one."""
    for in_round in reversed(ROUNDS[: ROUNDS.index(deciding) + 1]):
        mark = cell.mark(leaf, in_round)
        if mark is not None and mark.cause is not None:
            return mark.cause
    return None
