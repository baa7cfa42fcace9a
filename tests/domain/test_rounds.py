"""Rounds: status of a sheet, rows across the rounds, days, what hinders a lock."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from cchc_desktop.commands.marks import (
    ClearMarks,
    RequestExplanation,
    SetExplanation,
    SetPoints,
)
from cchc_desktop.commands.rounds import SetCause
from cchc_desktop.domain.cells import SheetCell
from cchc_desktop.domain.checks import FindingKind
from cchc_desktop.domain.coverage import Ground
from cchc_desktop.domain.fields import record_to_json
from cchc_desktop.domain.marks import Cause, Mark, Round
from cchc_desktop.domain.rounds import (
    Decision,
    RoundsRow,
    Status,
    earlier_rounds,
    hindrances,
    next_day,
    rounds_rows,
    status_of,
)
from cchc_desktop.domain.units import Assessment, AssessmentLevel, Published, Sheet
from cchc_desktop.session import Session
from cchc_desktop.wording import rounds as words
from tests.rounds_dossier import ASSESSMENT, ROUNDS, ROWS, SHEET, place, rounds_session

D = Decimal
BARE = Assessment("a", "Đợt", 2022, AssessmentLevel.DEPARTMENT, ROUNDS)


def rows(session: Session, deciding: Round = Round.SECOND) -> dict[str, RoundsRow]:
    sheets = {each: session.scores(SHEET, each) for each in ROUNDS}
    found = rounds_rows(sheets, session.state.cell(SHEET), deciding)
    return {row.criterion.code: row for row in found}


def cell(*entries: Mark | Published) -> SheetCell:
    tables = {Mark: "mark", Published: "published"}
    return SheetCell((tables[type(e)], e.key, record_to_json(e)) for e in entries)


def mark(in_round: Round, **fields: object) -> Mark:
    return replace(Mark("s", "c", in_round), **fields)  # type: ignore[arg-type]


SELF, FIRST, SECOND = (mark(each, points=D(1)) for each in ROUNDS[:3])
ASKED = mark(Round.SHEET, explanation_requested=True)


@pytest.mark.parametrize(
    ("locked", "entries", "status"),
    [
        ((), (), Status.NOT_STARTED),
        ((), (mark(Round.SELF, note="x"),), Status.NOT_STARTED),
        ((), (SELF,), Status.SELF_SCORING),
        ((Round.SELF,), (SELF,), Status.SELF_LOCKED),
        ((Round.SELF,), (SELF, FIRST), Status.FIRST),
        ((Round.SELF,), (SELF, FIRST, ASKED), Status.EXPLANATION_ASKED),
        ((Round.SELF,), (SELF, FIRST, replace(ASKED, explanation="vì")), Status.EXPLAINED),
        ((Round.FIRST,), (SELF, FIRST, ASKED, SECOND), Status.SECOND),
        ((Round.PUBLISHED,), (SELF, FIRST, SECOND), Status.APPROVED),
    ],
)
def test_the_status_of_a_sheet_is_read_from_marks_and_locks(
    locked: tuple[Round, ...], entries: tuple[Mark, ...], status: Status
) -> None:
    assert status_of(BARE, Sheet("s", "a", "u", "i", locked), cell(*entries)) is status
    assert words.status_name(status.value)


def test_a_sheet_is_published_once_the_day_is_known_and_its_result_stands() -> None:
    told = replace(BARE, published_on=date(2023, 4, 19))
    sheet = Sheet("s", "a", "u", "i")
    assert status_of(told, sheet, cell(SELF)) is Status.SELF_SCORING
    printed = Published("p", "s", year=2022, score="80")
    assert status_of(told, sheet, cell(SELF, printed)) is Status.PUBLISHED
    locked = replace(sheet, locked=(Round.PUBLISHED,))
    assert status_of(told, locked, cell(SELF)) is Status.PUBLISHED
    without = replace(BARE, rounds=())
    assert status_of(without, sheet, cell()) is Status.NOT_STARTED


def test_every_leaf_that_applies_is_one_row_and_says_what_is_undecided() -> None:
    found = rows(rounds_session())
    assert list(found) == [row[0] for row in ROWS if row[0] != "2.2"]
    undecided = [code for code, row in found.items() if row.is_open]
    assert undecided == ["1.2", "2.1", "3.2", "4.1", "5.2", "7.1"]
    assert {code: row.decision for code, row in found.items() if not row.is_open} == {
        "1.1": Decision.ACCEPTED,
        "1.3": Decision.ACCEPTED,
        "1.5": Decision.KEPT,
        "1.9": Decision.SURVEY,
        "3.1": Decision.ACCEPTED,
        "6.1": Decision.OTHER,
    }


def test_the_difference_is_the_newest_points_less_the_first() -> None:
    found = rows(rounds_session())
    assert found["2.1"].difference == D("-0.75")
    assert found["6.1"].difference == D("-0.5")
    assert found["3.1"].difference == 0
    assert found["3.1"].differs
    assert not found["1.1"].differs
    assert found["1.9"].difference is None
    assert not found["1.9"].differs
    first = rows(rounds_session(), Round.FIRST)
    assert (first["3.1"].difference, first["3.1"].kept) == (D("-0.25"), None)
    assert first["3.1"].decision is Decision.OTHER
    assert rows(rounds_session(), Round.SELF)["3.1"].decision is Decision.SCORED


def test_an_explanation_that_was_asked_for_shows_as_asked_until_it_is_given() -> None:
    session = rounds_session()
    assert rows(session)["2.1"].decision is Decision.EXPLAINED
    session.run(RequestExplanation(SHEET, "7.1", requested=True))
    assert rows(session)["7.1"].decision is Decision.ASKED
    session.run(SetExplanation(SHEET, "7.1", "Đã gửi bổ sung"))
    assert rows(session)["7.1"].decision is Decision.EXPLAINED
    assert rows(session)["5.2"].decision is Decision.OPEN


def test_a_round_without_one_before_is_simply_scored() -> None:
    session = rounds_session()
    session.run(ClearMarks(SHEET, ("1.1",), Round.SELF))
    assert rows(session, Round.FIRST)["1.1"].decision is Decision.SCORED
    session.run(SetPoints(place("1.1"), D(1)))
    assert rows(session)["1.1"].decision is Decision.OTHER


def test_the_newest_round_that_names_a_cause_counts() -> None:
    session = rounds_session()
    assert rows(session)["2.1"].cause is Cause.WRONG_FORMULA
    session.run(SetCause(place("2.1"), Cause.LATE_DATA))
    assert rows(session)["2.1"].cause is Cause.LATE_DATA
    assert rows(session, Round.FIRST)["2.1"].cause is Cause.WRONG_FORMULA
    assert rows(session)["1.1"].cause is None


def test_a_lock_is_hindered_by_losses_without_reason_and_by_missing_evidence() -> None:
    session = rounds_session()
    state = session.state
    assert not hindrances(session.scores(SHEET, Round.SECOND), state.cell(SHEET), Ground({}, 2022))
    session.run(SetPoints(place("1.2"), D(1)))
    scores = session.scores(SHEET, Round.SECOND)
    (found,) = hindrances(scores, session.state.cell(SHEET), Ground({}, 2022))
    assert (found.kind, found.criterion) == (FindingKind.LOSS_WITHOUT_REASON, "1.2")


@pytest.mark.parametrize(
    ("status", "today", "said"),
    [
        (Status.NOT_STARTED, date(2023, 1, 1), "Mở tự chấm: 03/01/2023, còn 2 ngày"),
        (Status.NOT_STARTED, date(2023, 1, 15), "Hạn tự chấm: 15/01/2023, hôm nay"),
        (Status.FIRST, date(2023, 2, 8), "Hạn thẩm định lần 1: 05/02/2023, quá hạn 3 ngày"),
        (Status.EXPLANATION_ASKED, date(2023, 2, 8), "Hạn giải trình: 15/02/2023, còn 7 ngày"),
        (Status.SECOND, date(2023, 2, 24), "Hạn thẩm định lần 2: 05/03/2023, còn 9 ngày"),
        (Status.APPROVED, date(2023, 2, 24), None),
    ],
)
def test_the_next_day_is_said_in_words(status: Status, today: date, said: str | None) -> None:
    assessment = rounds_session().state.assessments[ASSESSMENT]
    found = next_day(assessment, status, today)
    assert (None if found is None else words.reminder(*found, today)) == said
    assert next_day(BARE, status, today) is None


def test_what_the_status_says_is_not_said_twice() -> None:
    day, today = date(2023, 2, 5), date(2023, 2, 1)
    assert words.standing("first", "first_until", day, today) == (
        "Đang thẩm định lần 1   ·   hạn 05/02/2023, còn 4 ngày"
    )
    assert words.standing("self_locked", "first_until", day, today) == (
        "Đã chốt tự chấm   ·   Hạn thẩm định lần 1: 05/02/2023, còn 4 ngày"
    )


def test_rounds_before_a_round_are_those_of_the_assessment() -> None:
    assert earlier_rounds(ROUNDS, Round.SECOND) == (Round.SELF, Round.FIRST)
    assert earlier_rounds((Round.FIRST, Round.PUBLISHED), Round.PUBLISHED) == (Round.FIRST,)
