"""Words of blocks of points: steps, refusals, what a paste would do."""

from collections.abc import Mapping, Sequence

_MOST_NAMED = 5


def block_set(count: int) -> str:
    """Name the writing of a block."""
    return f"dán điểm {count} ô"


def block_cleared(count: int) -> str:
    """Name the clearing of a block."""
    return f"xóa điểm {count} ô" if count > 1 else "xóa điểm"


WHY: Mapping[str, str] = {
    "gone": "Tiêu chí hoặc đơn vị này không còn trong hồ sơ.",
    "branch": "Điểm của mục này là tổng các tiêu chí con.",
    "survey": "Tiêu chí khảo sát không chấm trực tiếp.",
    "out": "Tiêu chí này không áp dụng cho đơn vị.",
    "locked": "Vòng chấm của đơn vị này đã khóa.",
    "computed": "Điểm này tính từ số liệu hoặc theo mức đã chọn.",
}
"""Why points are not typed, by the values of ``domain.typed_points.Standing``."""


def address(unit: str, code: str) -> str:
    """Name a cell."""
    return f"{unit}, {code}"


def block_refused(problems: Sequence[str]) -> str:
    """Refuse a block.

    Args:
        problems: one sentence a cell, with its address.
    """
    rest = len(problems) - _MOST_NAMED
    more = (f"và {rest} ô khác.",) if rest > 0 else ()
    named = " ".join((*problems[:_MOST_NAMED], *more))
    return f"{len(problems)} ô không nhận điểm: {named}"


def nothing_written() -> str:
    """Say that nothing was written."""
    return "Chưa ghi ô nào. Sửa các ô này rồi dán lại."
