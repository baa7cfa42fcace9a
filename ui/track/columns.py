"""The columns of Tiến độ: unit, status, track, scored, due, next step, late."""

from enum import Enum


class Column(Enum):
    """What a column shows; the value is its width in pixels, the name's takes the rest."""

    NAME = 200
    STATUS = 156
    TRACK = 520
    SCORED = 76
    DUE = 84
    NEXT = 184
    LATE = 32


TITLES = {
    Column.NAME: "Đơn vị",
    Column.STATUS: "Tình trạng",
    Column.TRACK: "",
    Column.SCORED: "Đã chấm",
    Column.DUE: "Hạn tới",
    Column.NEXT: "Việc tiếp theo",
    Column.LATE: "",
}
ALL = tuple(Column)
NARROW = (Column.NAME, Column.STATUS, Column.TRACK, Column.DUE, Column.NEXT)
NARROW_TRACK = 224
SORTABLE = frozenset(ALL) - {Column.TRACK}
