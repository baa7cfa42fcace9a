"""The way of every unit: status, phase, what is missing, until when, how late."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from cchc_desktop.commands.marks import Place, SetNotApplicable, SetPoints
from cchc_desktop.commands.rounds import SetDays
from cchc_desktop.domain import track
from cchc_desktop.domain.changes import made
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.people import Assignment, Body, CouncilMember
from cchc_desktop.domain.rounds import Status
from cchc_desktop.domain.state import State
from cchc_desktop.domain.track import Fill, Step, TrackRow, track_rows
from cchc_desktop.domain.units import Published
from tests.rounds_dossier import Founding
from tests.track_dossier import (
    ASSESSMENT,
    DAYS,
    ROUNDS,
    TODAY,
    asked,
    assessment,
    criteria,
    founding,
    province_session,
    scored,
    track_session,
)


def rows(state: State) -> dict[str, TrackRow]:
    return {row.key: row for row in track_rows(state, ASSESSMENT)}


@pytest.fixture(scope="module")
def found() -> dict[str, TrackRow]:
    return rows(track_session().state)


WAY = {
    "moi": (Status.NOT_STARTED, 0, (0, 4), 34, Step.START_SELF),
    "tu": (Status.SELF_SCORING, 0, (3, 4), 34, Step.GO_ON_SELF),
    "chot": (Status.SELF_LOCKED, 1, (0, 4), 3, Step.APPOINT),
    "lan1": (Status.FIRST, 1, (1, 4), 3, Step.APPRAISE),
    "hoi": (Status.EXPLANATION_ASKED, 2, (1, 2), 0, Step.ANSWER),
    "dap": (Status.EXPLAINED, 3, (0, 4), 0, Step.START_SECOND),
    "lan2": (Status.SECOND, 3, (3, 4), 0, Step.APPRAISE),
    "duyet": (Status.APPROVED, 4, (4, 4), 0, Step.PUBLISH),
}


@pytest.mark.parametrize("key", WAY)
def test_every_status_stands_in_its_phase_with_its_next_step(
    found: dict[str, TrackRow], key: str
) -> None:
    row = found[key]
    stands = (row.status, row.phase, (row.done, row.of), row.late(TODAY), row.step)
    assert stands == WAY[key]


def test_a_row_opens_in_the_round_of_its_phase(found: dict[str, TrackRow]) -> None:
    in_rounds = [found[key].round for key in ("moi", "chot", "hoi", "dap", "duyet")]
    first = Round.FIRST
    assert in_rounds == [Round.SELF, first, first, Round.SECOND, Round.PUBLISHED]


def test_missing_are_the_criteria_without_points_and_no_survey(
    found: dict[str, TrackRow],
) -> None:
    assert found["tu"].missing == ("2.2",)
    assert found["lan1"].missing == ("1.2", "2.1", "2.2")
    assert found["hoi"].missing == ("1.1",)  # the other one is answered
    assert found["duyet"].missing == ()


def test_points_of_the_first_round_stay_beside_questions(found: dict[str, TrackRow]) -> None:
    assert (found["hoi"].scored, found["hoi"].to_score) == (4, 4)


def test_a_phase_is_late_the_day_after_its_date_not_on_it(found: dict[str, TrackRow]) -> None:
    last = DAYS["first_until"]
    assert found["lan1"].late(last) == 0
    assert found["lan1"].late(last + timedelta(days=1)) == 1


def test_phases_before_are_done_and_after_are_ahead(found: dict[str, TrackRow]) -> None:
    fills = [found["lan1"].fill(phase, TODAY) for phase in range(4)]
    assert fills == [Fill.DONE, Fill.LATE, Fill.FUTURE, Fill.FUTURE]
    assert found["hoi"].fill(2, TODAY) is Fill.CURRENT
    assert {found["duyet"].fill(phase, TODAY) for phase in range(4)} == {Fill.DONE}


def test_without_dates_nobody_is_late() -> None:
    without = rows(track_session(founding(days=False)).state)
    assert {row.due for row in without.values()} == {None}
    assert not any(row.late(TODAY) for row in without.values())
    assert not track.has_days(assessment(opens_on=None))
    assert track.has_days(assessment(second_until=TODAY))


def test_before_opening_nobody_is_late() -> None:
    early = date(2022, 12, 1)
    session = track_session()
    assert track.before_opening(session.state.assessments[ASSESSMENT], early)
    assert not track.before_opening(session.state.assessments[ASSESSMENT], DAYS["opens_on"])
    assert not any(row.late(early) for row in rows(session.state).values())


def test_the_own_day_of_a_missing_criterion_counts_where_it_is_earlier() -> None:
    nodes = criteria(c22=date(2023, 1, 3), c11=date(2022, 12, 20))
    found = rows(track_session(founding(nodes=nodes)).state)
    assert found["moi"].due == date(2022, 12, 20)
    assert found["tu"].due == date(2023, 1, 3)  # 1.1 has its points
    assert found["lan1"].due == DAYS["first_until"]  # the unit has handed in


def test_an_own_day_stands_for_all_below_and_never_moves_the_deadline_back() -> None:
    found = rows(track_session(founding(nodes=criteria(c2=date(2023, 1, 2)))).state)
    assert found["tu"].due == date(2023, 1, 2)
    later = rows(track_session(founding(nodes=criteria(c2=date(2023, 6, 1)))).state)
    assert later["tu"].due == DAYS["self_until"]


def test_a_full_round_waits_to_be_closed() -> None:
    session = track_session()
    for code in ("1.2", "2.1", "2.2"):
        session.run(Founding(made("mark", scored("lan1", Round.FIRST, code))))
    session.run(Founding(made("mark", scored("tu", Round.SELF, "2.2"))))
    session.run(Founding(made("mark", scored("lan2", Round.SECOND, "2.2"))))
    found = rows(session.state)
    assert [found[key].step for key in ("tu", "lan1", "lan2")] == [
        Step.SUBMIT,
        Step.CLOSE_FIRST,
        Step.APPROVE,
    ]


def test_a_first_appraisal_that_is_locked_waits_for_the_second() -> None:
    session = track_session()
    sheet = session.state.sheets["lan1"]
    locked = replace(sheet, locked=(Round.SELF, Round.FIRST))
    course = track.course_of(session.state, ASSESSMENT)
    row = track.track_row(course, locked, session.state.cell("lan1"))
    assert (row.phase, row.step, row.due) == (3, Step.START_SECOND, DAYS["second_until"])


def test_what_does_not_apply_is_not_missing() -> None:
    session = track_session()
    session.run(SetNotApplicable("tu", "2.2", not_applicable=True))
    assert (rows(session.state)["tu"].to_score, rows(session.state)["tu"].missing) == (3, ())


def test_two_questions_about_a_criterion_are_one_and_want_both_answers() -> None:
    session = track_session()
    again = replace(asked("hoi", "1.2"), round=Round.SECOND)
    session.run(Founding(made("mark", [again])))
    row = rows(session.state)["hoi"]
    assert (row.done, row.of, row.missing) == (0, 2, ("1.1", "1.2"))


def test_with_an_appraiser_for_all_the_first_round_begins() -> None:
    session = track_session()
    person = CouncilMember("p", ASSESSMENT, "a", Body.APPRAISERS, "Trần Văn A")
    given = [Assignment(f"g{code}", code, "p") for code in ("1", "2")]
    before = track.course_of(session.state, ASSESSMENT)
    session.run(Founding(made("council_member", [person]) + made("assignment", given)))
    assert not track.same_course(before, session.state)
    assert rows(session.state)["chot"].step is Step.START_FIRST


def test_published_is_the_end() -> None:
    session = track_session()
    result = Published("r", "duyet", year=2022, score="4", maximum="8")
    session.run(Founding(made("published", [result])))
    course = track.course_of(session.state, ASSESSMENT)
    announced = replace(course, assessment=replace(course.assessment, published_on=TODAY))
    sheet = session.state.sheets["duyet"]
    row = track.track_row(announced, sheet, session.state.cell("duyet"))
    assert (row.status, row.step, row.due) == (Status.PUBLISHED, Step.NOTHING, None)


def test_at_the_end_the_last_round_with_points_counts() -> None:
    session = track_session()
    course = track.course_of(session.state, ASSESSMENT)
    announced = replace(course, assessment=replace(course.assessment, published_on=TODAY))
    sheet = replace(session.state.sheets["dap"], locked=ROUNDS)
    row = track.track_row(announced, sheet, session.state.cell("dap"))
    assert (row.status, row.round, row.scored) == (Status.PUBLISHED, Round.FIRST, 4)


def test_a_missing_round_gives_way_to_the_next_one() -> None:
    session = track_session()
    course = track.course_of(session.state, ASSESSMENT)
    short = replace(course.assessment, rounds=(Round.FIRST, Round.PUBLISHED))
    none = replace(course.assessment, rounds=())
    state = session.state
    for of, rounds in ((short, (Round.FIRST, Round.PUBLISHED)), (none, (Round.FIRST,) * 2)):
        bare = replace(course, assessment=of)
        found = [track.track_row(bare, state.sheets[key], state.cell(key)) for key in ("tu", "dap")]
        assert tuple(row.round for row in found) == rounds


def test_what_rows_share_stands_until_days_or_criteria_change() -> None:
    session = track_session()
    course = track.course_of(session.state, ASSESSMENT)
    session.run(SetPoints(track_place("tu", "2.2"), None))
    assert track.same_course(course, session.state)
    session.run(SetDays(ASSESSMENT, (None,) * 5))
    assert not track.same_course(course, session.state)


def test_the_last_date_over_and_the_next_one_ahead() -> None:
    of = assessment()
    assert track.last_past(of, TODAY) == ("first_until", DAYS["first_until"])
    assert track.next_ahead(of, TODAY) == ("explained_until", DAYS["explained_until"])
    assert track.last_past(of, DAYS["self_until"]) is None  # the last day itself is in time
    assert track.next_ahead(of, date(2024, 1, 1)) is None


def test_agencies_of_an_only_sheet_have_a_row_for_their_part() -> None:
    found = rows(province_session().state)
    assert list(found) == ["noi-vu", "tu-phap"]
    interior, justice = found["noi-vu"], found["tu-phap"]
    assert (interior.scored, interior.to_score, interior.missing) == (1, 2, ("1.1",))
    assert (interior.due, interior.late(TODAY)) == (date(2023, 1, 5), 39)
    assert (interior.status, interior.step) == (Status.SELF_SCORING, Step.GO_ON_SELF)
    assert (justice.scored, justice.to_score, justice.missing) == (1, 1, ())
    assert (justice.due, justice.step) == (None, Step.NOTHING)


def test_an_agency_that_has_scored_nothing_has_not_started() -> None:
    session = province_session()
    session.run(SetPoints(track_place("s", "1.2"), None))
    assert rows(session.state)["noi-vu"].status is Status.NOT_STARTED


def track_place(sheet: str, code: str) -> Place:
    return Place(sheet, code, Round.SELF)
