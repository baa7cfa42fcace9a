"""Words of the rules that look at ticked items, last year, a supplier or a formula."""

from collections.abc import Sequence
from decimal import Decimal

from cchc_desktop.wording.numerals import shown, shown_cut


def no_items() -> str:
    """Say that a checklist has no item."""
    return "Danh mục chưa có nội dung nào."


def item_outside(label: str) -> str:
    """Say that an item's points leave 0..maximum."""
    return f"Nội dung “{label}” có điểm ngoài khoảng 0 đến điểm tối đa."


def item_twice() -> str:
    """Say that two items share a name."""
    return "Hai nội dung trùng tên."


def cap_outside() -> str:
    """Say that the cap leaves 0..maximum."""
    return "Mức trần phải lớn hơn 0 và không quá điểm tối đa."


def checklist_rule(count: int) -> str:
    """Say that items give points."""
    return f"Cộng điểm các nội dung đạt trong {count} nội dung"


def item_points(label: str, points: Decimal) -> str:
    """Say what a fulfilled item gives."""
    return f"{label}: {shown(points)}"


def items_sum(points: Sequence[Decimal], total: Decimal) -> str:
    """Write the sum of the fulfilled items."""
    if not points:
        return "chưa nội dung nào đạt = 0"
    return f"{' + '.join(shown(each) for each in points)} = {shown(total)}"


def capped(limit: Decimal) -> str:
    """Say that the value was kept at a limit."""
    return f"giữ ở {shown(limit)}"


def trend_rule() -> str:
    """Say that the figure is held against last year's."""
    return "So với số liệu năm trước: tăng, giữ nguyên hoặc giảm"


def trend_figure() -> str:
    """Name the figure where the set gives no label."""
    return "Số liệu"


def this_year(label: str) -> str:
    """Name this year's figure."""
    return f"{label} năm nay"


def last_year(label: str) -> str:
    """Name last year's figure."""
    return f"{label} năm trước"


_DIRECTIONS = {"rise": "tăng", "same": "giữ nguyên", "fall": "giảm"}


def direction_outside(name: str) -> str:
    """Say that the points of a direction leave 0..maximum."""
    return f"Điểm khi {_DIRECTIONS[name]} nằm ngoài khoảng 0 đến điểm tối đa."


def no_direction() -> str:
    """Say that no direction gives points."""
    return "Chưa có điểm cho trường hợp nào."


def trend_inserted(now: Decimal, before: Decimal) -> str:
    """Write both figures with the sign between them."""
    sign = "=" if now == before else (">" if now > before else "<")
    return f"{shown(now)} {sign} {shown(before)}"


def direction(name: str, points: Decimal) -> str:
    """Say what a direction gives."""
    return f"{_DIRECTIONS[name]}: {shown(points)} điểm"


def supplied_points(supplier: str) -> str:
    """Name supplied points."""
    return f"Điểm do {supplier} cung cấp" if supplier else "Điểm được cung cấp"


def external_rule(supplier: str) -> str:
    """Say where supplied points come from."""
    return f"Lấy điểm do {supplier} cung cấp" if supplier else "Lấy điểm được cung cấp"


def supplied(points: Decimal, source: str) -> str:
    """Say which points were supplied, and by which paper."""
    return f"{shown(points)} điểm" + (f" (nguồn: {source})" if source else " (chưa ghi nguồn)")


def figure_twice() -> str:
    """Say that two figures share a name."""
    return "Hai số liệu trùng tên trong công thức."


def figure_without_label(name: str) -> str:
    """Say that a figure has no label."""
    return f"Số liệu “{name}” chưa có tên tiếng Việt để hiện trên phiếu."


def figure_unused(name: str) -> str:
    """Say that the formula does not use a figure."""
    return f"Công thức không dùng số liệu “{name}”."


def figure_quoted(label: str) -> str:
    """Write the label of a figure where its name stands in a formula."""
    return f"“{label}”"


def formula_rule(text: str) -> str:
    """Write the formula with the signs of arithmetic."""
    return text.replace("*", "×").replace("/", "÷") or "chưa có công thức"


def formula_figure(label: str, value: Decimal) -> str:
    """Write a figure that goes into a formula."""
    return f"{label} = {shown(value)}"


def formula_stops(inserted: str, cause: str) -> str:
    """Write the formula with its figures put in, and why it gives no value."""
    return f"{formula_rule(inserted)}: {cause.rstrip('.')}"


def formula_value(inserted: str, value: Decimal) -> str:
    """Write the formula with its figures put in, and its value."""
    return f"{formula_rule(inserted)} = {shown_cut(value)}"
