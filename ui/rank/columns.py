"""The columns of the league: rank, unit, its areas, total, maximum, index, rating, change."""

from enum import Enum


class Column(Enum):
    """What a column shows; the value is its width in pixels, the name's takes the rest."""

    RANK = 52
    NAME = 220
    AREA = 46
    TOTAL = 58
    MAXIMUM = 51
    INDEX = 62
    RATING = 78
    CHANGE = 44


TITLES = {
    Column.RANK: "Hạng",
    Column.NAME: "Đơn vị",
    Column.AREA: "",
    Column.TOTAL: "Tổng",
    Column.MAXIMUM: "Tối đa",
    Column.INDEX: "Chỉ số",
    Column.RATING: "Xếp loại",
    Column.CHANGE: "Bậc",
}
_LEAD = (Column.RANK, Column.NAME)
_TAIL = (Column.TOTAL, Column.MAXIMUM, Column.INDEX, Column.RATING, Column.CHANGE)
FIRST_AREA = len(_LEAD)


def columns_of(areas: int) -> tuple[Column, ...]:
    """Return the columns of a set with so many areas."""
    return (*_LEAD, *(Column.AREA,) * areas, *_TAIL)
