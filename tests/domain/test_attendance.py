"""Names in the minutes are people of the lists: who came to which sitting."""

from datetime import date

from cchc_desktop.commands.people import AddPeople
from cchc_desktop.commands.sittings import CallSitting, SittingFacts
from cchc_desktop.domain.appraisal import people_of
from cchc_desktop.domain.attendance import attendance_of, last_sitting
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.people import Body
from cchc_desktop.domain.people_lines import PersonRow
from cchc_desktop.domain.sittings import Attendee
from tests.sample_session import ASSESSMENT, sample_session


def test_who_came_is_told_by_name_the_newest_sitting_first() -> None:
    session = sample_session()
    rows = (PersonRow("Ngô Ẩn", role="Chủ tịch"), PersonRow("Trần B"))
    session.run(AddPeople(ASSESSMENT, Body.COUNCIL, rows))
    first, second = people_of(session.state, ASSESSMENT)
    assert last_sitting(session.state, ASSESSMENT) is None
    for day, absent in ((date(2023, 2, 24), True), (date(2023, 3, 1), False)):
        called = (Attendee("ngô ẩn", is_absent=absent),)
        session.run(CallSitting(ASSESSMENT, Round.FIRST, SittingFacts(day, attendees=called)))
    session.run(CallSitting(ASSESSMENT, Round.FIRST, SittingFacts(date(2023, 4, 1))))
    found = attendance_of(session.state, first)
    assert [(each.sitting.held_on, each.came) for each in found] == [
        (date(2023, 3, 1), True),
        (date(2023, 2, 24), False),
    ]
    assert attendance_of(session.state, second) == ()
    newest = last_sitting(session.state, ASSESSMENT)
    assert newest is not None
    assert newest.held_on == date(2023, 3, 1)
