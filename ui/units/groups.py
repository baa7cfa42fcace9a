"""The groups of units as the list shows them, and which units stand in each."""

from collections.abc import Iterator

from cchc_desktop.domain.state import State
from cchc_desktop.domain.text import sort_key
from cchc_desktop.domain.units import AssessmentLevel, Unit
from cchc_desktop.wording.founding import group_name
from ui.shared.desk import Desk

ENDED = "ended"
NO_GROUP = ""
_PREFIX = "group:"
_USUAL = tuple(group_name(level.value) for level in AssessmentLevel)


def group_key(group: str) -> str:
    """Return the key of a group's line."""
    return ENDED if group == ENDED else _PREFIX + group


def group_of_key(key: str) -> str:
    """Return the group of a line."""
    return key.removeprefix(_PREFIX)


def group_name_of(state: State, group: str) -> str:
    """Return the name of a group."""
    if group == ENDED:
        return "Đã hết hiệu lực"
    found = state.rows["unit_group"].get(group)
    return found.name if found is not None else "Chưa xếp nhóm"


def has_ended(unit: Unit, year: int) -> bool:
    """Return whether a unit ended before a year."""
    return unit.ends_on is not None and unit.ends_on.year < year


def year_of(desk: Desk) -> int:
    """Return the year of the desk's assessment, 0 where there is none."""
    found = desk.state.assessments.get(desk.assessment)
    return found.year if found is not None else 0


def units_of(desk: Desk, group: str) -> tuple[Unit, ...]:
    """Return the units of a group by the order of their sheets, then by name."""
    year = year_of(desk)
    units = desk.state.units.values()
    if group == ENDED:
        found = [unit for unit in units if has_ended(unit, year)]
    else:
        found = [unit for unit in units if unit.group == group and not has_ended(unit, year)]
    places = {sheet.unit: n for n, sheet in enumerate(desk.state.sheets_of(desk.assessment))}
    last = len(places)
    return tuple(sorted(found, key=lambda u: (places.get(u.id, last), sort_key(u.name), u.id)))


def group_counts(desk: Desk) -> Iterator[tuple[str, str, int]]:
    """Yield key, name and number of units of each group, the usual ones first."""
    year, counts, ended = year_of(desk), dict[str, int](), 0
    for unit in desk.state.units.values():
        if has_ended(unit, year):
            ended += 1
        else:
            counts[unit.group] = counts.get(unit.group, 0) + 1
    groups = [(key, group_name_of(desk.state, key)) for key in desk.state.rows["unit_group"]]
    if counts.get(NO_GROUP):
        groups.append((NO_GROUP, group_name_of(desk.state, NO_GROUP)))
    for key, name in sorted(groups, key=_place):
        yield key, name, counts.get(key, 0)
    if ended:
        yield ENDED, group_name_of(desk.state, ENDED), ended


def _place(group: tuple[str, str]) -> tuple[int, object]:
    name = group[1]
    return (_USUAL.index(name) if name in _USUAL else len(_USUAL), sort_key(name))
