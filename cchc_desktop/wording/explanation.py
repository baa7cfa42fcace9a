"""Words of the explanation: rounding, limits, the part that is not split, what is missing."""

from decimal import Decimal

from cchc_desktop.wording.numerals import shown

UNKNOWN = "chưa biết"
AT_MOST = "; đạt trần"
AT_LEAST = "; chạm sàn 0"


def below_most(maximum: Decimal) -> str:
    """Say that points are under their maximum."""
    return f"; chưa chạm trần {shown(maximum)}"


def unrounded(limits: str) -> str:
    """Say that points are not rounded.

    Args:
        limits: AT_MOST, AT_LEAST, ``below_most`` or "".
    """
    return f"không{limits}"


def rounded(points: Decimal, places: int, limits: str, *, is_cut: bool) -> str:
    """Say how points are rounded or cut.

    Args:
        points: the points after it.
        places: how many places stay.
        limits: as for ``unrounded``.
        is_cut: cut, not rounded.
    """
    way = "cắt bớt" if is_cut else "làm tròn"
    return f"{way} còn {places} số lẻ: {shown(points, None, places)}{limits}"


def result(points: Decimal) -> str:
    """Say the points that come out."""
    return f"{shown(points, 3)} điểm"


def left_to_split(parent: str, whole: Decimal, left: Decimal, *, is_area: bool) -> str:
    """Say how the maximum of the part that is not split comes about.

    Args:
        parent: code of the node it is a part of.
        whole: maximum of that node.
        left: what is left of it.
        is_area: whether that node is an area.
    """
    name = f"lĩnh vực {parent}" if is_area else parent
    return f"{shown(whole)} của {name} − {shown(whole - left)} đã tách = {shown(left)}"


def children_open(count: int) -> str:
    """Say how many children lack points."""
    return f"còn {count} tiêu chí con chưa đủ điểm"
