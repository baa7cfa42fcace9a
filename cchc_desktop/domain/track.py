"""How far every unit of an assessment is: its phase, what is missing in it, until when."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum

from cchc_desktop.domain.agencies import in_charge
from cchc_desktop.domain.appraisal import assignments_of
from cchc_desktop.domain.cells import SheetCell
from cchc_desktop.domain.criteria import CriteriaTree
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.people import Assignment, uncovered
from cchc_desktop.domain.rounds import DAY_FIELDS, Status, status_of
from cchc_desktop.domain.scoring import Context, score
from cchc_desktop.domain.state import State
from cchc_desktop.domain.units import Assessment, Sheet
from cchc_desktop.records import record

SELF, FIRST, EXPLAINING, SECOND, OVER = range(5)
"""The four phases between the five dates, and what comes after them."""

_PHASES: Mapping[Status, int] = {
    Status.NOT_STARTED: SELF,
    Status.SELF_SCORING: SELF,
    Status.SELF_LOCKED: FIRST,
    Status.FIRST: FIRST,
    Status.EXPLANATION_ASKED: EXPLAINING,
    Status.EXPLAINED: SECOND,
    Status.SECOND: SECOND,
    Status.APPROVED: OVER,
    Status.PUBLISHED: OVER,
}
_ROUNDS = (Round.SELF, Round.FIRST, Round.FIRST, Round.SECOND, Round.PUBLISHED)
_SELF_STATUSES = frozenset({Status.NOT_STARTED, Status.SELF_SCORING})


class Step(StrEnum):
    """What is to be done next."""

    START_SELF = "start_self"
    GO_ON_SELF = "go_on_self"
    SUBMIT = "submit"
    APPOINT = "appoint"
    START_FIRST = "start_first"
    APPRAISE = "appraise"
    CLOSE_FIRST = "close_first"
    ANSWER = "answer"
    START_SECOND = "start_second"
    APPROVE = "approve"
    PUBLISH = "publish"
    NOTHING = "nothing"


OF_THE_UNIT = frozenset({Step.START_SELF, Step.GO_ON_SELF, Step.SUBMIT, Step.ANSWER})
"""Steps that wait for the unit; the others wait for the council."""


class Fill(StrEnum):
    """How a phase of a track looks."""

    DONE = "done"
    CURRENT = "current"
    LATE = "late"
    FUTURE = "future"


@record
class Course:
    """What the rows of one assessment share.

    Args:
        assessment: the assessment, with its five dates.
        tree: its criteria.
        leaves: ids of the criteria that people score, in order; surveys are none of them.
        dues: own last days of such criteria, or of the nearest node above that has one.
        is_appointed: every criterion has an appraiser.
        assignments: who appraises what, as it stood.
    """

    assessment: Assessment
    tree: CriteriaTree
    leaves: tuple[str, ...]
    dues: Mapping[str, date]
    is_appointed: bool
    assignments: Mapping[str, Assignment]


@record
class TrackRow:
    """How far one unit is, or one agency in charge with its part of the only sheet.

    Args:
        sheet: the sheet.
        agency: id of the agency whose part it is, "" for the whole sheet.
        status: how far it is.
        phase: the phase it stands in.
        round: the round to open it in.
        scored, to_score: criteria that have points in that round, of those that want some.
        done, of: how much of the phase is done.
        missing: ids of the criteria that the phase still waits for, in order.
        due: last day, the earliest own day of a missing criterion counted; None where unknown.
        step: what is to be done next.
    """

    sheet: Sheet
    agency: str
    status: Status
    phase: int
    round: Round
    scored: int
    to_score: int
    done: int
    of: int
    missing: tuple[str, ...]
    due: date | None
    step: Step

    @property
    def key(self) -> str:
        """What tells it from the other rows."""
        return self.agency or self.sheet.id

    def late(self, today: date) -> int:
        """Return by how many days it is late, 0 where it is not."""
        return max(0, (today - self.due).days) if self.due is not None else 0

    def fill(self, phase: int, today: date) -> Fill:
        """Return how a phase of its track looks."""
        if phase < self.phase:
            return Fill.DONE
        if phase > self.phase:
            return Fill.FUTURE
        return Fill.LATE if self.late(today) else Fill.CURRENT


def course_of(state: State, assessment: str) -> Course:
    """Return what the rows of an assessment share."""
    tree = state.tree(assessment)
    leaves = tuple(leaf.id for leaf in tree.leaves if not leaf.is_survey)
    is_appointed = not uncovered(tree, assignments_of(state, assessment))
    given: Mapping[str, Assignment] = state.rows["assignment"]
    found = state.assessments[assessment]
    return Course(found, tree, leaves, _dues(tree, leaves), is_appointed, given)


def same_course(course: Course, state: State) -> bool:
    """Return whether what the rows share still stands; a look at a few objects."""
    assessment = course.assessment.id
    return (
        state.assessments.get(assessment) is course.assessment
        and state.tree(assessment) is course.tree
        and state.rows["assignment"] is course.assignments
    )


def track_row(course: Course, sheet: Sheet, cell: SheetCell, agency: str = "") -> TrackRow:
    """Return how far a sheet is, or the part of it that an agency has in charge.

    Args:
        course: what the rows of the assessment share.
        sheet: the sheet.
        cell: what was entered for it.
        agency: id of the agency, "" for the whole sheet.
    """
    status = status_of(course.assessment, sheet, cell)
    phase, leaves = _phase(status, sheet), _leaves(course, agency)
    in_round = _round_of(phase, course.assessment.rounds, cell)
    scores = score(course.tree, cell, Context(in_round))
    rows = [scores[leaf] for leaf in leaves]
    rows = [row for row in rows if row.is_applicable and not row.is_unclaimed]
    missing = tuple(row.criterion.id for row in rows if not row.is_complete)
    scored, to_score = len(rows) - len(missing), len(rows)
    done, of = scored, to_score
    if phase == EXPLAINING:
        asked, missing = _asked(leaves, cell)
        done, of = asked - len(missing), asked
    elif phase == OVER:
        missing = ()
    if agency and status in _SELF_STATUSES:
        status = Status.SELF_SCORING if scored else Status.NOT_STARTED
    is_part_done = bool(agency) and not missing
    step = Step.NOTHING if is_part_done else _step(course, status, phase, is_whole=not missing)
    due = None if is_part_done else _due(course, phase, missing)
    return TrackRow(
        sheet, agency, status, phase, in_round, scored, to_score, done, of, missing, due, step
    )


def agencies_of(course: Course) -> tuple[str, ...]:
    """Return ids of the agencies that have criteria to score in charge, in order of the set."""
    tree = course.tree
    return tuple(dict.fromkeys(each for leaf in course.leaves for each in in_charge(tree, leaf)))


def keys_of(course: Course, sheets: Iterable[Sheet]) -> tuple[tuple[Sheet, str], ...]:
    """Return sheet and agency of every row: the units, or the agencies of an only sheet."""
    found = tuple(sheets)
    if len(found) == 1 and (agencies := agencies_of(course)):
        return tuple((found[0], agency) for agency in agencies)
    return tuple((sheet, "") for sheet in found)


def track_rows(state: State, assessment: str) -> tuple[TrackRow, ...]:
    """Return the rows of an assessment, in order of its sheets."""
    course = course_of(state, assessment)
    keys = keys_of(course, state.sheets_of(assessment))
    return tuple(track_row(course, sheet, state.cell(sheet.id), who) for sheet, who in keys)


def days_of(assessment: Assessment) -> tuple[date | None, ...]:
    """Return the five dates of an assessment."""
    return tuple(getattr(assessment, field) for field in DAY_FIELDS)


def has_days(assessment: Assessment) -> bool:
    """Return whether any of the five dates is set."""
    return any(day is not None for day in days_of(assessment))


def before_opening(assessment: Assessment, today: date) -> bool:
    """Return whether self-scoring has not opened yet."""
    return assessment.opens_on is not None and today < assessment.opens_on


def last_past(assessment: Assessment, today: date) -> tuple[str, date] | None:
    """Return field and day of the last date that is over, the opening aside; None without."""
    named = zip(DAY_FIELDS[1:], days_of(assessment)[1:], strict=True)
    found = [(field, day) for field, day in named if day is not None and day < today]
    return max(found, key=lambda each: each[1]) if found else None


def next_ahead(assessment: Assessment, today: date) -> tuple[str, date] | None:
    """Return field and day of the next date that is not over; None without."""
    named = zip(DAY_FIELDS, days_of(assessment), strict=True)
    found = [(field, day) for field, day in named if day is not None and day >= today]
    return min(found, key=lambda each: each[1]) if found else None


def _phase(status: Status, sheet: Sheet) -> int:
    """The phase of a status; a first appraisal that is locked waits for the second."""
    if status is Status.FIRST and Round.FIRST in sheet.locked:
        return SECOND
    return _PHASES[status]


def _round_of(phase: int, rounds: tuple[Round, ...], cell: SheetCell) -> Round:
    """The round of a phase, or the next one that the assessment has; at the end the last scored."""
    order = list(Round)
    if phase == OVER:
        filled = [each for each in rounds if cell.scored[each]]
        return next(iter((*reversed(filled), *reversed(rounds))), Round.FIRST)
    wanted = order.index(_ROUNDS[phase])
    later = [each for each in rounds if order.index(each) >= wanted]
    return next(iter((*later, *reversed(rounds))), Round.FIRST)


def _leaves(course: Course, agency: str) -> tuple[str, ...]:
    if not agency:
        return course.leaves
    return tuple(leaf for leaf in course.leaves if agency in in_charge(course.tree, leaf))


def _asked(leaves: tuple[str, ...], cell: SheetCell) -> tuple[int, tuple[str, ...]]:
    """How many criteria were asked about, and which of them have no answer."""
    answers: dict[str, bool] = {}
    for (leaf, _), mark in cell.asked.items():
        answers[leaf] = answers.get(leaf, True) and bool(mark.explanation)
    asked = [leaf for leaf in leaves if leaf in answers]
    return len(asked), tuple(leaf for leaf in asked if not answers[leaf])


def _due(course: Course, phase: int, missing: tuple[str, ...]) -> date | None:
    if phase == OVER:
        return None
    day = days_of(course.assessment)[phase + 1]
    own = [course.dues[leaf] for leaf in missing if leaf in course.dues] if phase == SELF else []
    return min((each for each in (day, *own) if each is not None), default=None)


def _step(course: Course, status: Status, phase: int, *, is_whole: bool) -> Step:
    if status is Status.SELF_LOCKED:
        return Step.START_FIRST if course.is_appointed else Step.APPOINT
    if status is Status.SELF_SCORING and is_whole:
        return Step.SUBMIT
    if status in {Status.FIRST, Status.SECOND} and phase == _PHASES[status] and is_whole:
        return Step.CLOSE_FIRST if phase == FIRST else Step.APPROVE
    if status is Status.FIRST and phase == SECOND:
        return Step.START_SECOND
    return _STEPS[status]


_STEPS: Mapping[Status, Step] = {
    Status.NOT_STARTED: Step.START_SELF,
    Status.SELF_SCORING: Step.GO_ON_SELF,
    Status.FIRST: Step.APPRAISE,
    Status.EXPLANATION_ASKED: Step.ANSWER,
    Status.EXPLAINED: Step.START_SECOND,
    Status.SECOND: Step.APPRAISE,
    Status.APPROVED: Step.PUBLISH,
    Status.PUBLISHED: Step.NOTHING,
}


def _dues(tree: CriteriaTree, leaves: Iterable[str]) -> Mapping[str, date]:
    found: dict[str, date] = {}
    for leaf in leaves:
        own = next((node.due for node in reversed(tree.path(leaf)) if node.due is not None), None)
        if own is not None:
            found[leaf] = own
    return found
