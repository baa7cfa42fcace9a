"""Words of the card that says where a printed number came from."""

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from cchc_desktop.wording.numerals import shown, shown_cut

TAKEN, WORKED_OUT, PRINTED = "Lấy từ", "Cách tính", "In ra"
TO_SHEET = "Đến bảng chấm điểm"
PUBLISHED_RANKS = "Thứ hạng đã công bố"
_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "points": "Điểm",
        "maximum": "Điểm tối đa",
        "lost": "Bị trừ",
        "share": "Tỷ lệ đạt",
        "rank": "Thứ hạng",
        "shift": "Thay đổi thứ hạng",
    }
)
_LEVELS: Mapping[str, str] = MappingProxyType(
    {"area": "lĩnh vực", "criterion": "tiêu chí", "component": "tiêu chí"}
)


def node(level: str, code: str) -> str:
    """Name a node: "lĩnh vực 7"."""
    return f"{_LEVELS[level]} {code}"


def what(quantity: str, of: str) -> str:
    """Say what a number is: "Bị trừ của lĩnh vực 7"; of the whole sheet without a node."""
    return f"{_NAMES[quantity]} của {of or 'cả bảng'}"


def named(source: str, of: str) -> str:
    """Say what an amount is, by its source: of a node, or of the whole sheet."""
    return f"Khoản ở {of}" if of else source


def sheet(in_round: str) -> str:
    """Name the score sheet of a round."""
    return f"Bảng chấm điểm, {in_round}"


def criteria_set(basis: str) -> str:
    """Name the set, with the paper that it rests on."""
    return f"Bộ tiêu chí, {basis}" if basis else "Bộ tiêu chí"


def difference(maximum: Decimal, points: Decimal, lost: Decimal) -> str:
    """Write out what was lost."""
    return f"{shown(maximum)} − {shown_cut(points)} = {shown_cut(lost)}"


def share(points: Decimal, maximum: Decimal, percent: Decimal) -> str:
    """Write out the share that was reached."""
    return f"{shown_cut(points)} ÷ {shown(maximum)} = {shown_cut(percent)} %"


def places(text: str) -> str:
    """Say with how many decimals a number is printed."""
    decimals = len(text.partition(",")[2])
    return f"{decimals} số lẻ" if decimals else "số nguyên"


def elsewhere(count: int) -> str:
    """Say how many other numbers of the paper come from the same source; "" for none."""
    return f"Còn {count} chỗ khác in số này" if count else ""


def go_to(of: str) -> str:
    """Offer the way to a node; "" is the whole sheet."""
    return f"Đến {of}" if of else TO_SHEET
