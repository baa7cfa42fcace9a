"""What a page of people was drawn from: the same objects mean that nothing moved."""

from operator import is_

from ui.shared.desk import Desk

_TABLES = ("council_member", "assignment", "agency", "assessment", "sitting")


def people_seen(desk: Desk) -> tuple[object, ...]:
    """Return all that the pages of people show; a mark changes none of it."""
    rows = desk.state.rows
    return (desk.assessment, desk.tree, *(rows[table] for table in _TABLES))


def is_seen(before: tuple[object, ...], desk: Desk) -> bool:
    """Return whether a page was drawn from what stands now."""
    now = people_seen(desk)
    return len(before) == len(now) and before[0] == now[0] and all(map(is_, before[1:], now[1:]))
