"""What an assessment hands on to the next year beside its set: documents in force, open tasks."""

from collections.abc import Mapping
from datetime import date

from cchc_desktop.domain.appraisal import people_of
from cchc_desktop.domain.evidence import Document, Link
from cchc_desktop.domain.repairs import open_tasks
from cchc_desktop.domain.state import State
from cchc_desktop.domain.succession import heirs_in
from cchc_desktop.domain.units import Task
from cchc_desktop.records import record


@record
class Handover:
    """What there is to hand on.

    Args:
        links: links to documents that are in force in the new year, by unit and in order.
        documents: the documents they point to, each once.
        tasks: tasks that are not done, in order.
        people: how many of the council's people have not left before the new year.
    """

    links: Mapping[str, tuple[Link, ...]]
    documents: tuple[Document, ...]
    tasks: tuple[Task, ...]
    people: int


def handover(state: State, assessment: str, year: int) -> Handover:
    """Return what an assessment hands on to a year; what a unit had goes to its heirs."""
    links: dict[str, tuple[Link, ...]] = {}
    for sheet in state.sheets_of(assessment):
        in_force = [
            link
            for of_criterion in state.cell(sheet.id).links.values()
            for link in of_criterion
            if link.document in state.documents and state.documents[link.document].is_in_force(year)
        ]
        for heir in heirs_in(state.units, (sheet.unit,), year):
            stands = links.get(heir, ())
            known = {(link.criterion, link.document) for link in stands}
            fresh = (link for link in in_force if (link.criterion, link.document) not in known)
            links[heir] = (*stands, *fresh)
    listed = people_of(state, assessment)
    named = dict.fromkeys(link.document for found in links.values() for link in found)
    return Handover(
        links,
        tuple(state.documents[key] for key in named),
        open_tasks(state, assessment),
        sum(1 for each in listed if not each.has_left(date(year, 1, 1))),
    )


def moved_to(day: date, years: int) -> date:
    """Return the same day some years later; 29/02 becomes 28/02 where the year has none."""
    last_of_february = day.replace(day=28) if (day.month, day.day) == (2, 29) else day
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return last_of_february.replace(year=day.year + years)
