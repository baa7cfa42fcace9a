"""Rà soát of units: validity against the years, names, mergers and splits."""

from collections.abc import Iterator
from enum import StrEnum

from cchc_desktop.domain.state import State
from cchc_desktop.domain.succession import leads_to, stand_together, stands_in
from cchc_desktop.domain.text import name_key
from cchc_desktop.domain.units import Unit
from cchc_desktop.records import record
from cchc_desktop.wording import units as words


class UnitFindingKind(StrEnum):
    """What a finding of a unit is about."""

    NOT_VALID = "not_valid"
    SAME_NAME = "same_name"
    CIRCLE = "circle"
    LOST_SUCCESSOR = "lost_successor"
    DAYS = "days"


@record
class UnitFinding:
    """One thing to look at, with the unit it stands at, one sentence, and who else is meant."""

    kind: UnitFindingKind
    unit: str
    sentence: str
    others: tuple[str, ...] = ()


def unit_findings(state: State) -> tuple[UnitFinding, ...]:
    """Return what is wrong with the units of a dossier."""
    found = [*_of_names(state), *_of_sheets(state)]
    for unit in state.units.values():
        found += _of_unit(state, unit)
    return tuple(found)


def _of_unit(state: State, unit: Unit) -> Iterator[UnitFinding]:
    if unit.starts_on and unit.ends_on and unit.ends_on < unit.starts_on:
        yield UnitFinding(UnitFindingKind.DAYS, unit.id, words.finding_days(unit.name))
    if not unit.successors:
        return
    if any(each not in state.units for each in unit.successors):
        sentence = words.finding_lost_successor(unit.name)
        yield UnitFinding(UnitFindingKind.LOST_SUCCESSOR, unit.id, sentence)
    if leads_to(state.units, unit.id, unit.id):
        yield UnitFinding(UnitFindingKind.CIRCLE, unit.id, words.finding_circle(unit.name))


def _of_names(state: State) -> Iterator[UnitFinding]:
    by_name: dict[object, list[Unit]] = {}
    for unit in state.units.values():
        by_name.setdefault(name_key(unit.name), []).append(unit)
    for same in by_name.values():
        first, *others = same
        for at, unit in enumerate(others, 1):
            twins = tuple(each.id for each in same[:at] if stand_together(unit, each))
            if twins:
                sentence = words.finding_same_name(first.name)
                yield UnitFinding(UnitFindingKind.SAME_NAME, unit.id, sentence, twins)


def _of_sheets(state: State) -> Iterator[UnitFinding]:
    for sheet in state.sheets.values():
        unit, assessment = state.units.get(sheet.unit), state.assessments[sheet.assessment]
        if unit is not None and not stands_in(unit, assessment.year):
            span = words.validity(unit.starts_on, unit.ends_on)
            sentence = words.finding_not_valid(unit.name, assessment.title, span)
            yield UnitFinding(UnitFindingKind.NOT_VALID, unit.id, sentence)
