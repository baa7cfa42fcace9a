"""Who is called to a sitting: the council and its secretaries as listed on the day."""

from datetime import date

from cchc_desktop.commands.people import AddPeople, EditPerson
from cchc_desktop.domain.appraisal import people_of
from cchc_desktop.domain.people import Body
from cchc_desktop.domain.people_lines import PersonRow
from cchc_desktop.domain.sitting_people import called_people, with_attendees
from cchc_desktop.domain.sittings import Attendee
from cchc_desktop.session import Session
from tests.rounds_dossier import ASSESSMENT, rounds_session

DAY = date(2023, 2, 24)


def with_council() -> Session:
    session = rounds_session()
    council = (
        PersonRow("Ngô Văn Ẩn", "Phó Chủ tịch UBND tỉnh", "Chủ tịch Hội đồng"),
        PersonRow("Lê Thị Ổn", "Giám đốc Sở Nội vụ", "Phó Chủ tịch"),
        PersonRow("Đỗ Minh Ước", "Giám đốc Sở Tư pháp", "Ủy viên"),
    )
    session.run(AddPeople(ASSESSMENT, Body.COUNCIL, council))
    helpers = (PersonRow("Lê Thị Ổn", role="Tổ trưởng"), PersonRow("Trần Thị Hoa", "Chuyên viên"))
    session.run(AddPeople(ASSESSMENT, Body.SECRETARIES, helpers))
    session.run(AddPeople(ASSESSMENT, Body.APPRAISERS, (PersonRow("Người Thẩm Định"),)))
    return session


def test_the_council_and_its_secretaries_are_called_once_each() -> None:
    session = with_council()
    found = called_people(session.state, ASSESSMENT, DAY)
    names = [each.name for each in found.attendees]
    assert names == ["Ngô Văn Ẩn", "Lê Thị Ổn", "Đỗ Minh Ước", "Trần Thị Hoa"]
    assert found.attendees[0].role == "Chủ tịch Hội đồng"
    assert (found.chair, found.secretary) == ("Ngô Văn Ẩn", "Lê Thị Ổn")


def test_a_secretary_of_the_council_writes_and_who_has_left_is_not_called() -> None:
    session = with_council()
    council = people_of(session.state, ASSESSMENT, Body.COUNCIL)
    row = PersonRow("Đỗ Minh Ước", "", "Ủy viên, thư ký")
    session.run(EditPerson(council[2].id, row))
    left = PersonRow("Ngô Văn Ẩn", "", "Chủ tịch Hội đồng")
    session.run(EditPerson(council[0].id, left, term=(None, date(2023, 1, 31))))
    found = called_people(session.state, ASSESSMENT, DAY)
    assert (found.chair, found.secretary) == ("", "Đỗ Minh Ước")
    assert "Ngô Văn Ẩn" not in [each.name for each in found.attendees]


def test_without_lists_nobody_is_called() -> None:
    assert called_people(rounds_session().state, ASSESSMENT, DAY).attendees == ()


def test_who_stands_on_the_list_keeps_the_place() -> None:
    stands = (Attendee("Lê Thị Ổn", is_absent=True),)
    found = with_attendees(stands, (Attendee("lê thị ổn", "Giám đốc"), Attendee("B")))
    assert found == (Attendee("Lê Thị Ổn", is_absent=True), Attendee("B"))
