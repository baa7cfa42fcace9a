"""Who came to which sitting: the lists of people beside the names in the minutes."""

from cchc_desktop.domain.people import CouncilMember
from cchc_desktop.domain.sitting_rows import sittings_of
from cchc_desktop.domain.sittings import Sitting
from cchc_desktop.domain.state import State
from cchc_desktop.domain.text import name_key
from cchc_desktop.records import record


@record
class Attendance:
    """A sitting that a person was called to, and whether the person came."""

    sitting: Sitting
    came: bool


def attendance_of(state: State, member: CouncilMember) -> tuple[Attendance, ...]:
    """Return the sittings of the assessment that a person was called to, the newest first."""
    key = name_key(member.name)
    return tuple(
        Attendance(sitting, not each.is_absent)
        for sitting in sittings_of(state, member.assessment)
        for each in sitting.attendees
        if name_key(each.name) == key
    )


def last_sitting(state: State, assessment: str) -> Sitting | None:
    """Return the newest sitting that has both a day and people called to it."""
    found = sittings_of(state, assessment)
    return next((each for each in found if each.held_on and each.attendees), None)
