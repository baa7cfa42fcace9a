"""Lists of a council and its assignments: made, edited, ordered, copied; each step undone whole."""

from dataclasses import replace
from datetime import date

import pytest

from cchc_desktop.commands.appraisal import Assign, Unassign
from cchc_desktop.commands.base import Command
from cchc_desktop.commands.criteria import RemoveCriterion
from cchc_desktop.commands.founding import OpenAssessment
from cchc_desktop.commands.people import (
    AddPeople,
    CopyPeople,
    EditPerson,
    MovePerson,
    RemovePeople,
    SetDecision,
)
from cchc_desktop.commands.sets import CopyAssessment, ReplaceSet
from cchc_desktop.domain.appraisal import assignments_of, people_of, who_appraises
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.people import Body, CouncilMember
from cchc_desktop.domain.people_lines import PersonRow
from cchc_desktop.domain.set_draft import draft_of
from cchc_desktop.domain.units import AssessmentLevel
from cchc_desktop.session import Session
from cchc_desktop.session.history import history_of
from tests.sample_session import ASSESSMENT, SHEET, node, sample_session

THREE = (
    PersonRow(" Nguyễn Văn  A ", "Phó Chủ tịch UBND tỉnh", "Chủ tịch"),
    PersonRow("Trần Thị B", "Giám đốc Sở Nội vụ", "Phó Chủ tịch"),
    PersonRow("Lê Văn C", role="Ủy viên"),
    PersonRow("  "),
)


@pytest.fixture
def session() -> Session:
    session = sample_session()
    session.run(AddPeople(ASSESSMENT, Body.COUNCIL, THREE))
    return session


def council(session: Session, assessment: str = ASSESSMENT) -> tuple[CouncilMember, ...]:
    return people_of(session.state, assessment, Body.COUNCIL)


def names(session: Session, assessment: str = ASSESSMENT) -> list[str]:
    return [each.name for each in council(session, assessment)]


def test_a_pasted_list_is_one_step_and_keeps_its_order(session: Session) -> None:
    assert names(session) == ["Nguyễn Văn A", "Trần Thị B", "Lê Văn C"]
    assert session.undo_title == "ghi 3 người vào Hội đồng đánh giá"
    session.undo()
    assert names(session) == []
    session.redo()
    assert len(names(session)) == 3


def test_pasting_again_mends_posts_and_roles_and_adds_who_is_new(session: Session) -> None:
    before = council(session)
    rows = (PersonRow("lê văn c", "Chánh Văn phòng"), PersonRow("Phạm D"), PersonRow("Phạm D", "X"))
    session.run(AddPeople(ASSESSMENT, Body.COUNCIL, rows))
    after = council(session)
    assert after[2] == replace(before[2], post="Chánh Văn phòng")
    assert [(each.name, each.post) for each in after[3:]] == [("Phạm D", "X")]
    session.run(AddPeople(ASSESSMENT, Body.APPRAISERS, rows[:1]))  # another list is its own
    assert len(council(session)) == 4


def test_a_decision_holds_for_the_list_and_for_who_is_added_later(session: Session) -> None:
    first = council(session)[0]
    row = PersonRow(first.name, first.post, first.role)
    session.run(EditPerson(first.id, row, "1/QĐ", None, (None, date(2022, 9, 1))))
    session.run(SetDecision(ASSESSMENT, Body.COUNCIL, " 1301/QĐ-UBND ", date(2022, 3, 20)))
    session.run(AddPeople(ASSESSMENT, Body.COUNCIL, (PersonRow("Mới"),)))
    decisions = [each.decision for each in council(session)]
    assert decisions == ["1/QĐ", "1301/QĐ-UBND", "1301/QĐ-UBND", "1301/QĐ-UBND"]
    assert council(session)[-1].decided_on == date(2022, 3, 20)


def test_people_move_within_their_list(session: Session) -> None:
    a, b, c = (each.id for each in council(session))
    session.run(MovePerson(c, a))
    assert names(session) == ["Lê Văn C", "Nguyễn Văn A", "Trần Thị B"]
    session.run(MovePerson(a))
    assert names(session) == ["Lê Văn C", "Trần Thị B", "Nguyễn Văn A"]
    assert not session.run(MovePerson(a))
    assert not session.run(MovePerson(b, b))
    assert not session.run(MovePerson(c, b))
    session.undo()
    assert names(session)[1] == "Nguyễn Văn A"


@pytest.mark.parametrize(
    "command",
    [
        AddPeople(ASSESSMENT, Body.COUNCIL, (PersonRow(" "),)),
        AddPeople("nowhere", Body.COUNCIL, THREE),
        EditPerson("nowhere", THREE[0]),
        MovePerson("nowhere"),
        Assign((node("7"),), "nowhere"),
        Assign((node("7"),)),
        Assign(("nowhere",), agency="snv"),
        Assign((node("7"), "nowhere"), agency="snv"),
        Assign((), agency="snv"),
        CopyPeople(ASSESSMENT, ASSESSMENT),
        CopyPeople(ASSESSMENT, "nowhere"),
    ],
)
def test_what_is_not_there_is_refused_in_words(session: Session, command: Command) -> None:
    before = session.state
    with pytest.raises(CchcError) as refused:
        session.run(command)
    assert refused.value.hint
    assert session.state is before


def test_an_edit_without_a_name_with_a_taken_one_or_with_crossed_days_is_refused(
    session: Session,
) -> None:
    first = council(session)[0].id
    bad = (
        EditPerson(first, PersonRow(" ")),
        EditPerson(first, PersonRow("trần thị B")),
        EditPerson(first, THREE[0], term=(date(2023, 1, 2), date(2023, 1, 1))),
    )
    for command in bad:
        with pytest.raises(CchcError):
            session.run(command)
    session.run(EditPerson(first, PersonRow("Nguyễn Văn Ẩn"), "2/QĐ"))
    assert names(session)[0] == "Nguyễn Văn Ẩn"


def test_removed_people_take_their_assignments_along_and_come_back_with_them(
    session: Session,
) -> None:
    a, b, _ = (each.id for each in council(session))
    session.run(Assign((node("7"), node("1.1")), a, note="từ 10/02"))
    session.run(Assign((node("7"),), b))
    before = session.state.rows["assignment"]
    session.run(RemovePeople((a, "nowhere", a)))
    assert names(session) == ["Trần Thị B", "Lê Văn C"]
    assert [each.member for each in assignments_of(session.state, ASSESSMENT)] == [b]
    session.undo()
    assert session.state.rows["assignment"] == before


def test_an_assignment_is_made_once_noted_and_taken_away(session: Session) -> None:
    a = council(session)[0].id
    session.run(Assign((node("7"), node("7")), a))
    assert not session.run(Assign((node("7"),), a))
    session.run(Assign((node("7"),), a, note="thay B"))
    (only,) = assignments_of(session.state, ASSESSMENT)
    assert only.note == "thay B"
    session.run(Unassign((only.id, "nowhere")))
    assert not assignments_of(session.state, ASSESSMENT)


def test_a_criterion_that_goes_takes_its_assignments_along(session: Session) -> None:
    a = council(session)[0].id
    session.run(Assign((node("7"), node("7.3"), node("1")), a))
    session.run(RemoveCriterion(node("7")))
    assert [each.criterion for each in assignments_of(session.state, ASSESSMENT)] == [node("1")]
    session.undo()
    assert len(assignments_of(session.state, ASSESSMENT)) == 3


def test_a_set_that_is_replaced_frees_its_appraisers() -> None:
    session = sample_session()
    opening = OpenAssessment(2024, AssessmentLevel.PROVINCE, "Tỉnh")
    session.run(opening)
    session.run(ReplaceSet(opening.id, draft_of(session.state, ASSESSMENT)))
    session.run(AddPeople(opening.id, Body.APPRAISERS, THREE))
    member = people_of(session.state, opening.id)[0].id
    session.run(Assign((session.state.tree(opening.id).children_of("")[0],), member))
    session.run(ReplaceSet(opening.id, draft_of(session.state, ASSESSMENT)))
    assert not session.state.rows["assignment"]


def test_a_copied_set_carries_lists_and_assignments_but_not_who_left(session: Session) -> None:
    a, b, c = council(session)
    session.run(Assign((node("7.3"),), a.id, note="n"))
    session.run(Assign((node("2"),), b.id))
    session.run(EditPerson(b.id, PersonRow(b.name), term=(None, date(2022, 12, 31))))
    session.run(Assign((node("1"),), agency=min(session.state.agencies)))
    copy = CopyAssessment(ASSESSMENT, 2023)
    session.run(copy)
    assert names(session, copy.id) == [a.name, c.name]
    tree = session.state.tree(copy.id)
    copied = [(tree[x.criterion].code, x.note) for x in assignments_of(session.state, copy.id)]
    assert copied == [("1", ""), ("7.3", "n")]
    assert len(assignments_of(session.state, ASSESSMENT)) == 3


def test_lists_are_copied_to_a_year_that_stands_where_codes_are_the_same(session: Session) -> None:
    a, _, c = council(session)
    copy = CopyAssessment(ASSESSMENT, 2023)
    session.run(copy)
    session.run(RemovePeople((council(session, copy.id)[0].id,)))
    session.run(Assign((node("7.3"),), a.id))
    session.run(Assign((node("7"),), c.id))
    session.run(CopyPeople(ASSESSMENT, copy.id))
    assert names(session, copy.id) == ["Trần Thị B", "Lê Văn C", "Nguyễn Văn A"]
    tree = session.state.tree(copy.id)
    by_code = {code: found.id for code in ("7", "7.3") if (found := tree.by_code(code))}
    assert who_appraises(session.state, by_code["7.3"]) == ("Nguyễn Văn A",)
    assert who_appraises(session.state, by_code["7"]) == ("Lê Văn C",)
    with pytest.raises(CchcError, match="không có ai"):
        session.run(CopyPeople(ASSESSMENT, copy.id))


def test_two_assessments_share_no_appraiser(session: Session) -> None:
    copy = CopyAssessment(ASSESSMENT, 2023)
    session.run(copy)
    foreign = session.state.tree(copy.id).children_of("")[0]
    for nodes in ((foreign,), (node("1"), foreign)):
        with pytest.raises(CchcError):
            session.run(Assign(nodes, council(session)[0].id))


def test_the_journal_of_a_criterion_tells_who_came_to_appraise_it(session: Session) -> None:
    a = council(session)[0].id
    session.run(Assign((node("7.3"),), a))
    (only,) = assignments_of(session.state, ASSESSMENT)
    session.run(Assign((node("7.3"),), a, note="thay B"))
    session.run(Unassign((only.id,)))
    entries = history_of(session.store, session.state, SHEET, node("7.3"))
    told = [text for entry in entries for text in entry.details]
    assert told[:3] == [
        "bỏ người thẩm định Nguyễn Văn A",
        "ghi chú: trống → thay B",
        "thêm người thẩm định Nguyễn Văn A",
    ]
