"""Columns of the register: titles, widths by width class."""

from collections.abc import Mapping
from enum import IntEnum

from ui.shared.workplace import WidthClass


class Column(IntEnum):
    """A column, in order."""

    ICON = 0
    NUMBER = 1
    DAY = 2
    ISSUER = 3
    SUBJECT = 4
    USES = 5
    STATE = 6


TITLES: Mapping[Column, str] = {
    Column.ICON: "",
    Column.NUMBER: "Số, ký hiệu",
    Column.DAY: "Ngày",
    Column.ISSUER: "Cơ quan ban hành",
    Column.SUBJECT: "Trích yếu hoặc tên tệp",
    Column.USES: "Dùng cho",
    Column.STATE: "Trạng thái",
}
_WIDTHS: Mapping[WidthClass, tuple[int, ...]] = {
    WidthClass.NARROW: (32, 112, 0, 0, 0, 84, 168),
    WidthClass.MEDIUM: (32, 118, 100, 140, 0, 84, 174),
    WidthClass.WIDE: (32, 148, 104, 220, 0, 120, 220),
}


def width_of(column: Column, width: WidthClass) -> int:
    """Return a column's width in pixels, 0 where it is hidden; the subject takes the rest."""
    return _WIDTHS[width][column]
