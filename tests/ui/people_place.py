"""A desk with a council, its secretaries and appraisers, and parts given to some of them."""

from datetime import date

from cchc_desktop.commands.appraisal import Assign
from cchc_desktop.commands.people import AddPeople, EditPerson, SetDecision
from cchc_desktop.commands.sittings import CallSitting, SittingFacts
from cchc_desktop.domain.appraisal import people_of
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.people import Body
from cchc_desktop.domain.people_lines import PersonRow
from cchc_desktop.domain.sittings import Attendee
from tests.sample_session import ASSESSMENT, node
from tests.ui.score_desk import sample_desk
from ui.shared.desk import Desk

COUNCIL = (
    PersonRow("Nguyễn Văn A.", "Phó Chủ tịch UBND tỉnh", "Chủ tịch"),
    PersonRow("Trần Thị B.", "Giám đốc Sở Nội vụ", "Phó Chủ tịch"),
    PersonRow("Lê Văn C.", "Chánh Văn phòng UBND tỉnh", "Ủy viên"),
    PersonRow("Phạm Thị D.", "Giám đốc Sở Tư pháp", "Ủy viên"),
    PersonRow("Đỗ Văn Đ.", "Giám đốc Sở Tài chính", "Ủy viên"),
    PersonRow("Vũ Thị Ẩn", "Giám đốc Sở Thông tin và Truyền thông", "Ủy viên"),
    PersonRow("Phan Văn M.", "Trưởng phòng Cải cách hành chính", "Ủy viên, thư ký"),
)
TEAM = (PersonRow("Phạm Thị D.", "Giám đốc Sở Tư pháp", "Tổ trưởng"), PersonRow("Ngô Văn K."))


def people_desk() -> Desk:
    """Return a desk on the sample with seven of a council, two appraisers and three parts."""
    desk = sample_desk()
    fill_people(desk)
    return desk


def hold_sitting(desk: Desk) -> None:
    """Hold a sitting on 24/02/2023 to which the council came but for two."""
    called = tuple(
        Attendee(each.name, each.post, each.role, each.name in {"Lê Văn C.", "Đỗ Văn Đ."})
        for each in COUNCIL
    )
    facts = SittingFacts(date(2023, 2, 24), place="Phòng họp số 2", attendees=called)
    desk.run(CallSitting(ASSESSMENT, Round.FIRST, facts))


def fill_people(desk: Desk) -> None:
    """Put people and parts on a desk with the sample."""
    desk.run(AddPeople(ASSESSMENT, Body.COUNCIL, COUNCIL))
    desk.run(AddPeople(ASSESSMENT, Body.APPRAISERS, TEAM))
    desk.run(SetDecision(ASSESSMENT, Body.COUNCIL, "1301/QĐ-UBND", date(2022, 3, 20)))
    appraiser = people_of(desk.state, ASSESSMENT, Body.APPRAISERS)[0].id
    desk.run(Assign((node("2"), node("1.1")), appraiser))
    desk.run(Assign((node("7.3"),), appraiser, note="thay Văn phòng UBND tỉnh từ 10/02"))
    desk.run(Assign((node("6"),), agency=min(desk.state.agencies)))
    fifth = people_of(desk.state, ASSESSMENT, Body.COUNCIL)[4]
    row = PersonRow(fifth.name, fifth.post, fifth.role)
    term = (date(2022, 3, 20), date(2022, 12, 31))
    desk.run(EditPerson(fifth.id, row, fifth.decision, fifth.decided_on, term))
