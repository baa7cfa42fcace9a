"""Words of the checks of a criteria set: sums that do not fit, rules that stay open."""

from decimal import Decimal

from cchc_desktop.wording.numerals import shown


def children_left(code: str, maximum: Decimal, left: Decimal) -> str:
    """Say that children leave a part of the maximum."""
    return f"Các mục con của {code} cộng còn thiếu {shown(left)} so với {shown(maximum)} điểm."


def children_over(code: str, maximum: Decimal, over: Decimal) -> str:
    """Say that children exceed the maximum."""
    return f"Các mục con của {code} cộng vượt {shown(over)} so với {shown(maximum)} điểm."


def cases_open() -> str:
    """Say that the rule does not state every case."""
    return "Quy tắc chưa nêu hết các trường hợp."


def maximum_unknown() -> str:
    """Say that the maximum is not known."""
    return "Chưa biết điểm tối đa."


def shared_out(code: str, maximum: Decimal, left: Decimal | None) -> str:
    """Say in a few words how far a parent's maximum is shared out.

    Args:
        code: code of the parent.
        maximum: its maximum.
        left: what its children leave; negative where they exceed it, None where not known.
    """
    head = f"{code}: {shown(maximum)}"
    if left is None:
        return f"{head}, còn mục chưa biết điểm tối đa"
    if left == 0:
        return f"{head} đã chia hết"
    return f"{head}, còn {shown(left)}" if left > 0 else f"{head}, vượt {shown(-left)}"


def areas_sum(areas: int, total: Decimal | None, whole: Decimal) -> str:
    """Write the foot of the tree: the areas against the whole set.

    Args:
        areas: how many areas there are.
        total: sum of their maxima, None where one is not known.
        whole: points of the whole set.
    """
    head = f"Cộng {areas} lĩnh vực"
    if total is None:
        return f"{head}, còn lĩnh vực chưa có điểm tối đa"
    if total == whole:
        return f"{head}, khớp {shown(whole)} điểm của bộ"
    if total < whole:
        return f"{head}, còn thiếu {shown(whole - total)} để đủ {shown(whole)} điểm"
    return f"{head}, vượt {shown(total - whole)} so với {shown(whole)} điểm"
