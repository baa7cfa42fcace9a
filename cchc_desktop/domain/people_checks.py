"""Rà soát of the people of an assessment: chairmen, ended terms, criteria nobody appraises."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from cchc_desktop.domain.appraisal import assignments_of, people_of
from cchc_desktop.domain.checks import Finding, FindingKind
from cchc_desktop.domain.people import Body, CouncilMember, uncovered
from cchc_desktop.domain.state import State
from cchc_desktop.records import record
from cchc_desktop.wording import people as words


class PeopleKind(StrEnum):
    """What a finding about people is about."""

    TWO_CHAIRMEN = "two_chairmen"
    TERM_ENDED = "term_ended"
    NO_APPRAISER = "no_appraiser"


@record
class PeopleFinding:
    """One thing to look at, with the ids of the people or criteria it is about."""

    kind: PeopleKind
    about: tuple[str, ...]
    sentence: str


def people_findings(state: State, assessment: str, today: date) -> tuple[PeopleFinding, ...]:
    """Return what is to be looked at in the lists and assignments of an assessment.

    Args:
        state: the dossier.
        assessment: id of the assessment.
        today: the day that terms are looked at; an announced result is looked at on its own day.
    """
    announced = state.assessments[assessment].published_on
    day = min(today, announced) if announced else today
    return (
        *_chairmen(state, assessment, day),
        *_ended(state, assessment, day),
        *_without(state, assessment),
    )


def unappraised(state: State, assessment: str) -> tuple[Finding, ...]:
    """Return a finding for each criterion that nobody appraises, once anything is assigned."""
    assignments = assignments_of(state, assessment)
    missing = uncovered(state.tree(assessment), assignments) if assignments else ()
    return tuple(
        Finding(FindingKind.NO_APPRAISER, node.id, words.unappraised(node.code)) for node in missing
    )


def _chairmen(state: State, assessment: str, day: date) -> Iterator[PeopleFinding]:
    council = people_of(state, assessment, Body.COUNCIL)
    found = [each for each in council if each.is_chairman and not each.has_left(day)]
    if len(found) > 1:
        ids, names = (tuple(each.id for each in found), [each.name for each in found])
        yield PeopleFinding(PeopleKind.TWO_CHAIRMEN, ids, words.two_chairmen(names))


def _ended(state: State, assessment: str, day: date) -> Iterator[PeopleFinding]:
    codes: dict[str, list[str]] = {}
    for each in assignments_of(state, assessment):
        if each.member:
            codes.setdefault(each.member, []).append(state.criteria[each.criterion].code)
    for member_id, assigned in codes.items():
        member: CouncilMember = state.rows["council_member"][member_id]
        if member.until is not None and member.has_left(day):
            sentence = words.term_ended(member.name, member.until, assigned)
            yield PeopleFinding(PeopleKind.TERM_ENDED, (member.id,), sentence)


def _without(state: State, assessment: str) -> Iterator[PeopleFinding]:
    assignments = assignments_of(state, assessment)
    if not assignments:
        return
    missing = uncovered(state.tree(assessment), assignments)
    if missing:
        ids = tuple(node.id for node in missing)
        sentence = words.without_appraiser([node.code for node in missing])
        yield PeopleFinding(PeopleKind.NO_APPRAISER, ids, sentence)
