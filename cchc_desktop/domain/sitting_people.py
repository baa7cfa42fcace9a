"""Who is called to a sitting: the council and its secretaries as they are listed on the day."""

from datetime import date

from cchc_desktop.domain.appraisal import people_of
from cchc_desktop.domain.people import Body, CouncilMember
from cchc_desktop.domain.sittings import Attendee
from cchc_desktop.domain.state import State
from cchc_desktop.domain.text import fold, name_key
from cchc_desktop.records import record

_SECRETARY = "thu ky"


@record
class Called:
    """Who chairs a sitting, who writes its minutes, and everybody who is called."""

    chair: str = ""
    secretary: str = ""
    attendees: tuple[Attendee, ...] = ()


def called_people(state: State, assessment: str, day: date) -> Called:
    """Return who is to be called to a sitting of an assessment on a day."""
    council = _listed(state, assessment, Body.COUNCIL, day)
    helpers = _listed(state, assessment, Body.SECRETARIES, day)
    chair = next((each.name for each in council if each.is_chairman), "")
    writers = [each for each in (*council, *helpers) if _SECRETARY in fold(each.role)]
    secretary = next((each.name for each in (*writers, *helpers)), "")
    known: dict[object, Attendee] = {}
    for each in (*council, *helpers):
        known.setdefault(name_key(each.name), Attendee(each.name, each.post, each.role))
    return Called(chair, secretary, tuple(known.values()))


def with_attendees(
    stands: tuple[Attendee, ...], fresh: tuple[Attendee, ...]
) -> tuple[Attendee, ...]:
    """Return a list with others after those that stand; nobody is named twice."""
    known = {name_key(each.name): each for each in stands}
    for each in fresh:
        known.setdefault(name_key(each.name), each)
    return tuple(known.values())


def _listed(state: State, assessment: str, body: Body, day: date) -> tuple[CouncilMember, ...]:
    return tuple(each for each in people_of(state, assessment, body) if not each.has_left(day))
