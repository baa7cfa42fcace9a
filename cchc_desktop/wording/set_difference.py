"""Words of the difference between the sets of two years."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from cchc_desktop.wording.effects import name_of
from cchc_desktop.wording.numerals import shown

KINDS = {
    "added": "Thêm",
    "maximum": "Đổi tối đa",
    "rule": "Đổi cách chấm",
    "other": "Đổi khác",
    "gone": "Bỏ",
    "": "Giữ nguyên",
}
"""Names of the filters, by a value of ``domain.set_difference.Difference``; "" stays."""

_OTHERS = {
    "code": "mã",
    "name": "tên",
    "place": "chỗ",
    "evidence": "tài liệu phải có",
    "due": "hạn",
}


def added() -> str:
    """Say that a node is new."""
    return "thêm mới"


def gone(units: int) -> str:
    """Say that a node is gone, and how many units were scored there."""
    return f"bỏ, {units} đơn vị đã có điểm" if units else "bỏ"


def maximum(change: Decimal | None) -> str:
    """Say which way a maximum went."""
    if change is None:
        return "đổi tối đa"
    return "tối đa tăng" if change > 0 else "tối đa giảm"


def rule(old: str, new: str) -> str:
    """Say from which rule to which; a rule of one kind has other parameters."""
    small = [words[:1].lower() + words[1:] for words in (old, new)]
    return f"đổi tham số {small[1]}" if old == new else f"{small[0]} → {small[1]}"


def effect(old: str, new: str) -> str:
    """Say from which effect to which.

    Args:
        old: a value of ``domain.effects.Effect``.
        new: another one.
    """
    return f"{name_of(old)} → {name_of(new)}"


def others(found: Iterable[str]) -> str:
    """Say which of code, name, place, required evidence, last day or texts differ."""
    named = ", ".join(_OTHERS[each] for each in found)
    return f"đổi {named}" if named else "đổi hướng dẫn, căn cứ, cơ quan"


def kept(count: int) -> str:
    """Say that all of an area stays."""
    return f"giữ nguyên {count} tiêu chí"


def joined(parts: Sequence[str]) -> str:
    """Join what differs."""
    return "; ".join(parts)


def change(value: Decimal | None) -> str:
    """Write how much a maximum changes."""
    return "?" if value is None else shown(value, None, 1, sign=True) if value else "0"


def total(
    areas: int, criteria: tuple[int, int], points: tuple[Decimal | None, Decimal | None]
) -> str:
    """Write the foot: areas, then criteria and points before and after."""
    before, after = ("?" if value is None else shown(value, None, 1) for value in points)
    counted = f"{criteria[0]} → {criteria[1]} tiêu chí"
    return f"Cộng {areas} lĩnh vực, {counted}, {before} → {after} điểm"


def fits(value: Decimal | None, whole: Decimal) -> str:
    """Say whether the new set gives all points."""
    if value is None:
        return "còn lĩnh vực chưa có điểm tối đa"
    if value == whole:
        return f"khớp {shown(whole)} điểm"
    left = abs(whole - value)
    return f"còn thiếu {shown(left)} điểm" if value < whole else f"vượt {shown(left)} điểm"
