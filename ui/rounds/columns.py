"""Columns of the table of rounds: titles, widths by width class."""

from collections.abc import Mapping
from enum import IntEnum

from cchc_desktop.domain.marks import Round
from ui.shared.workplace import WidthClass


class Column(IntEnum):
    """A column, in order."""

    TICK = 0
    CODE = 1
    NAME = 2
    MAXIMUM = 3
    SELF = 4
    FIRST = 5
    SECOND = 6
    PUBLISHED = 7
    DIFFERENCE = 8
    CAUSE = 9
    DECISION = 10


TITLES: Mapping[Column, str] = {
    Column.TICK: "",
    Column.CODE: "Mã",
    Column.NAME: "Nội dung",
    Column.MAXIMUM: "Tối đa",
    Column.SELF: "Tự chấm",
    Column.FIRST: "Lần 1",
    Column.SECOND: "Lần 2",
    Column.PUBLISHED: "Công bố",
    Column.DIFFERENCE: "Lệch",
    Column.CAUSE: "Nguyên nhân",
    Column.DECISION: "Quyết định",
}
ROUND_OF: Mapping[Column, Round] = {
    Column.SELF: Round.SELF,
    Column.FIRST: Round.FIRST,
    Column.SECOND: Round.SECOND,
    Column.PUBLISHED: Round.PUBLISHED,
}
NUMBERS = frozenset({Column.MAXIMUM, *ROUND_OF, Column.DIFFERENCE})
_WIDTHS = (34, 44, 0, 52, 66, 58, 66, 64, 70, 146, 112)
_NOT_NARROW = frozenset({Column.MAXIMUM, Column.CAUSE, Column.DECISION})  # the card says them


def width_of(column: Column, width: WidthClass, rounds: tuple[Round, ...]) -> int:
    """Return a column's width in pixels, 0 where it is hidden; the name takes the rest.

    Args:
        column: the column.
        width: how wide the window is.
        rounds: the rounds that show; the others have no column.
    """
    is_missing = column in ROUND_OF and ROUND_OF[column] not in rounds
    if is_missing or (width is WidthClass.NARROW and column in _NOT_NARROW):
        return 0
    return _WIDTHS[column]
