"""Who appraises what: inherited below, unless somebody is given there; what is to be looked at."""

from datetime import date

import pytest

from cchc_desktop.commands.appraisal import Assign
from cchc_desktop.commands.people import AddPeople, EditPerson
from cchc_desktop.domain.appraisal import (
    Appraiser,
    appraiser_of,
    appraisers_of,
    assignments_of,
    chairman_of,
    coverage_of,
    named,
    part_of,
    people_of,
    who_appraises,
)
from cchc_desktop.domain.checks import Finding, FindingKind
from cchc_desktop.domain.people import Body, uncovered
from cchc_desktop.domain.people_checks import PeopleKind, people_findings, unappraised
from cchc_desktop.domain.people_lines import PersonRow
from cchc_desktop.session import Session
from tests.sample_session import ASSESSMENT, node, sample_session

TODAY = date(2023, 2, 1)


@pytest.fixture
def session() -> Session:
    return sample_session()


def listed(session: Session, body: Body, *rows: tuple[str, str]) -> tuple[str, ...]:
    """Put people on a list; return the ids of the list's rows in order."""
    people = tuple(PersonRow(name, "", role) for name, role in rows)
    session.run(AddPeople(ASSESSMENT, body, people))
    return tuple(each.id for each in people_of(session.state, ASSESSMENT, body))


def agency(session: Session) -> str:
    return min(session.state.agencies)


def kinds(session: Session, today: date = TODAY) -> list[PeopleKind]:
    return [each.kind for each in people_findings(session.state, ASSESSMENT, today)]


def test_what_lies_below_is_appraised_by_those_above_unless_given_there(session: Session) -> None:
    first, second = listed(session, Body.APPRAISERS, ("An", ""), ("Bình", ""))
    session.run(Assign((node("7"),), first))
    session.run(Assign((node("7.3"),), second))
    state = session.state
    below = list(state.tree(ASSESSMENT).children_of(node("7")))
    assert len(below) > 1
    assert {who_appraises(state, each) for each in below if each != node("7.3")} == {("An",)}
    assert who_appraises(state, node("7.3")) == ("Bình",)
    assert who_appraises(state, node("1")) == ()
    mine = part_of(state, ASSESSMENT, named(state, ASSESSMENT, "bình"))
    assert mine == {node("7.3")}
    rest = part_of(state, ASSESSMENT, named(state, ASSESSMENT, "An"))
    leaves = {leaf.id for leaf in state.tree(ASSESSMENT).leaves}
    assert rest == {each.id for each in state.tree(ASSESSMENT).below(node("7"))} & leaves - mine


def test_a_person_on_two_lists_is_one_appraiser_and_an_agency_is_one_too(session: Session) -> None:
    (council,) = listed(session, Body.COUNCIL, ("Phạm Thị D", "Ủy viên"))
    (team,) = listed(session, Body.APPRAISERS, ("Phạm Thị D", ""))
    session.run(Assign((node("2"),), council))
    session.run(Assign((node("3"),), team))
    session.run(Assign((node("3"),), agency=agency(session)))
    person, unit = appraisers_of(session.state, ASSESSMENT)
    assert person.members == {council, team}
    assert unit.agency == agency(session)
    assert len(who_appraises(session.state, node("3"))) == 2
    both = part_of(session.state, ASSESSMENT, person)
    assert part_of(session.state, ASSESSMENT, unit) < both


def test_coverage_counts_leaves_but_those_of_surveys(session: Session) -> None:
    tree = session.state.tree(ASSESSMENT)
    wanting = [leaf for leaf in tree.leaves if not leaf.is_survey]
    assert coverage_of(session.state, ASSESSMENT) == (0, len(wanting))
    areas = tuple(tree.children_of(""))
    session.run(Assign(areas, agency=agency(session)))
    assert coverage_of(session.state, ASSESSMENT) == (len(wanting), len(wanting))
    assert not uncovered(tree, assignments_of(session.state, ASSESSMENT))
    assert kinds(session) == []


def test_a_criterion_without_an_appraiser_is_found_once_any_are_assigned(session: Session) -> None:
    assert kinds(session) == []
    session.run(Assign((node("7"),), agency=agency(session)))
    (found,) = people_findings(session.state, ASSESSMENT, TODAY)
    assert found.kind is PeopleKind.NO_APPRAISER
    assert found.sentence.startswith(f"{len(found.about)} tiêu chí chưa có người thẩm định: ")
    assert "mục khác" in found.sentence


def test_each_criterion_without_an_appraiser_is_a_finding_of_its_own(session: Session) -> None:
    assert unappraised(session.state, ASSESSMENT) == ()
    session.run(Assign((node("7"),), agency=agency(session)))
    found = unappraised(session.state, ASSESSMENT)
    assert found[0] == Finding(
        FindingKind.NO_APPRAISER, node("1.1"), "1.1 chưa có người thẩm định."
    )
    assert node("7.3") not in {each.criterion for each in found}


def test_a_row_of_a_list_stands_for_the_person(session: Session) -> None:
    (council,) = listed(session, Body.COUNCIL, ("An", ""))
    (team,) = listed(session, Body.APPRAISERS, ("AN", ""))
    row = session.state.rows["council_member"][council]
    assert appraiser_of(session.state, row) == Appraiser("An", frozenset({council, team}))


def test_two_chairmen_are_found_and_a_deputy_is_none(session: Session) -> None:
    rows = (("A", "Chủ tịch Hội đồng"), ("B", "Phó Chủ tịch"), ("C", "CHỦ TỊCH"))
    first, _, _ = listed(session, Body.COUNCIL, *rows)
    listed(session, Body.SECRETARIES, ("E", "Chủ tịch"))
    (found,) = people_findings(session.state, ASSESSMENT, TODAY)
    assert found.sentence == "Hội đồng có 2 Chủ tịch: A, C."
    assert chairman_of(session.state, ASSESSMENT) is None
    row = PersonRow("A", "", "Chủ tịch Hội đồng")
    session.run(EditPerson(first, row, term=(None, date(2023, 1, 31))))
    assert kinds(session) == []
    chairman = chairman_of(session.state, ASSESSMENT)
    assert chairman is not None
    assert chairman.name == "C"


def test_an_assignment_outlasting_a_term_is_found_on_the_day_it_matters(session: Session) -> None:
    (member,) = listed(session, Body.APPRAISERS, ("An", ""))
    session.run(Assign(tuple(session.state.tree(ASSESSMENT).children_of("")), member))
    session.run(EditPerson(member, PersonRow("An"), term=(None, date(2023, 1, 31))))
    (found,) = people_findings(session.state, ASSESSMENT, TODAY)
    assert found.kind is PeopleKind.TERM_ENDED
    assert "An đã thôi tham gia từ 31/01/2023 nhưng còn được phân công 1, 2, 3" in found.sentence
    assert kinds(session, date(2023, 1, 31)) == []
    session.run(EditPerson(member, PersonRow("An"), term=(None, date(2023, 12, 31))))
    announced = session.state.assessments[ASSESSMENT].published_on
    assert announced is not None  # terms that ended after the result was announced are no fault
    assert kinds(session, date(2026, 1, 1)) == []
