"""Which units stand when, and which took over from which."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from cchc_desktop.domain.units import Unit

_DAY = timedelta(days=1)


def stands_on(unit: Unit, day: date) -> bool:
    """Return whether a unit stands on a day."""
    has_begun = unit.starts_on is None or unit.starts_on <= day
    return has_begun and (unit.ends_on is None or day <= unit.ends_on)


def stands_in(unit: Unit, year: int) -> bool:
    """Return whether a unit stands on at least one day of a year."""
    return overlap((unit.starts_on, unit.ends_on), (date(year, 1, 1), date(year, 12, 31)))


def overlap(one: tuple[date | None, date | None], other: tuple[date | None, date | None]) -> bool:
    """Return whether two spans of days, open where None, share a day."""
    (start, end), (other_start, other_end) = one, other
    begins_late = start is not None and other_end is not None and start > other_end
    ends_early = end is not None and other_start is not None and end < other_start
    return not (begins_late or ends_early)


def stand_together(one: Unit, other: Unit) -> bool:
    """Return whether two units stand on a common day."""
    return overlap((one.starts_on, one.ends_on), (other.starts_on, other.ends_on))


def day_before(day: date) -> date:
    """Return the last day of the old order, where the new one begins on ``day``."""
    return day - _DAY


def day_after(day: date) -> date:
    """Return the first day of the new order, where the old one ends on ``day``."""
    return day + _DAY


def predecessors(units: Mapping[str, Unit], unit: str) -> tuple[Unit, ...]:
    """Return the units that a unit took over from, by the day they ended and by name."""
    found = [each for each in units.values() if unit in each.successors]
    return tuple(sorted(found, key=lambda each: (each.ends_on or date.max, each.name)))


def successors(units: Mapping[str, Unit], unit: str) -> tuple[Unit, ...]:
    """Return the units that took over from a unit."""
    return tuple(units[each] for each in units[unit].successors if each in units)


def ancestors_in(units: Mapping[str, Unit], unit: str, year: int) -> tuple[Unit, ...]:
    """Return the units of a year that a unit goes back to, itself left out.

    A predecessor that did not stand in the year yet is followed further back.
    """
    found: dict[str, Unit] = {}
    seen, waiting = {unit}, [unit]
    while waiting:
        for each in predecessors(units, waiting.pop(0)):
            if each.id in seen:
                continue
            seen.add(each.id)
            if stands_in(each, year):
                found[each.id] = each
            else:
                waiting.append(each.id)
    return tuple(found.values())


def heirs_in(units: Mapping[str, Unit], wanted: Iterable[str], year: int) -> tuple[str, ...]:
    """Return the units of a year that stand for some units: themselves, or who took over.

    Who took over within the year counts. Each comes once; a unit that ended before the year
    without an heir is left out.
    """
    found: dict[str, None] = {}
    for first in wanted:
        seen, waiting = {first}, [first]
        while waiting:
            unit = units.get(waiting.pop(0))
            if unit is None:
                continue
            is_handed_on = bool(unit.successors) and not stands_on(unit, date(year, 12, 31))
            if stands_in(unit, year) and not is_handed_on:
                found[unit.id] = None
                continue
            waiting += [each for each in unit.successors if each not in seen]
            seen.update(unit.successors)
    return tuple(found)


def leads_to(units: Mapping[str, Unit], start: str, target: str) -> bool:
    """Return whether a unit goes over into another one, at once or by steps."""
    seen, waiting = set[str](), [start]
    while waiting:
        unit = units.get(waiting.pop())
        if unit is None or unit.id in seen:
            continue
        seen.add(unit.id)
        if target in unit.successors:
            return True
        waiting += unit.successors
    return False
