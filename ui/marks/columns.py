"""Columns of the score tree: titles, widths by width class."""

from collections.abc import Mapping
from enum import IntEnum

from ui.shared.workplace import WidthClass


class Column(IntEnum):
    """A column of the tree, in order."""

    CODE = 0
    NAME = 1
    MAXIMUM = 2
    EARLIER = 3  # the round before
    POINTS = 4
    SHIFT = 5  # against the round before
    LOST = 6
    EVIDENCE = 7
    SIGN = 8


TITLES: Mapping[Column, str] = {
    Column.CODE: "Mã",
    Column.NAME: "Nội dung",
    Column.MAXIMUM: "Tối đa",
    Column.EARLIER: "Lần trước",
    Column.POINTS: "Điểm",
    Column.SHIFT: "Lệch",
    Column.LOST: "Bị trừ",
    Column.EVIDENCE: "TLKC",
    Column.SIGN: "",
}
SPOKEN: Mapping[Column, str] = {
    **TITLES,
    Column.EVIDENCE: "Tài liệu kiểm chứng",
    Column.SIGN: "Dấu hiệu",
}
ENTERED = (Column.POINTS, Column.LOST)
_RIGHT = (Column.MAXIMUM, Column.EARLIER, Column.POINTS, Column.SHIFT, Column.LOST)
_WIDTHS: Mapping[WidthClass, tuple[int, ...]] = {
    WidthClass.WIDE: (56, 0, 56, 76, 72, 68, 112, 48, 32),
    WidthClass.MEDIUM: (52, 0, 52, 72, 64, 0, 64, 48, 28),
    WidthClass.NARROW: (52, 0, 52, 0, 64, 0, 60, 44, 24),
}


def is_number(column: int) -> bool:
    """Return whether a column is aligned right."""
    return column in _RIGHT


def width_of(column: Column, width: WidthClass, *, has_earlier: bool) -> int:
    """Return a column's width in pixels, 0 where it is hidden; the name takes the rest."""
    if column in (Column.EARLIER, Column.SHIFT) and not has_earlier:
        return 0
    return _WIDTHS[width][column]
