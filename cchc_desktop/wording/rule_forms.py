"""Words of the form of a rule: labels of its parameters, names of its choices."""

from collections.abc import Mapping
from types import MappingProxyType

from cchc_desktop.records import record


@record
class FieldWords:
    """What the form says about one parameter.

    Args:
        label: its label.
        unit: unit inside the field, "%".
        hint: what an empty field says or means.
        is_beside: it stands in the row of the parameter before it.
    """

    label: str
    unit: str = ""
    hint: str = ""
    is_beside: bool = False


RULE_FIELDS: Mapping[str, Mapping[str, FieldWords]] = MappingProxyType(
    {
        "manual": {
            "least": FieldWords("Điểm thấp nhất", "điểm"),
            "step": FieldWords("Bước điểm", "điểm", "để trống: nhập số bất kỳ"),
        },
        "levels": {
            "levels": FieldWords("Các mức"),
            "is_complete": FieldWords("Bộ tiêu chí nêu đủ các mức"),
        },
        "ratio": {
            "numerator": FieldWords("b, tử số", hint="Số đạt"),
            "unit": FieldWords("Đơn vị tính", hint="đơn vị", is_beside=True),
            "denominator": FieldWords("a, mẫu số", hint="Tổng số"),
            "base": FieldWords("Mức nền", "điểm", "để trống: không có mức nền"),
            "full_at": FieldWords("Đủ điểm khi từ", "%"),
            "zero_below": FieldWords("0 điểm khi dưới", "%", is_beside=True),
            "between": FieldWords("Giữa hai ngưỡng"),
            "excess": FieldWords("Khi b lớn hơn a"),
        },
        "bands": {
            "over": FieldWords("Xét theo"),
            "label": FieldWords("Tên số liệu", hint="Thứ hạng"),
            "unit": FieldWords("Đơn vị tính", hint="đơn vị", is_beside=True),
            "bands": FieldWords("Các khoảng"),
            "is_complete": FieldWords("Bộ tiêu chí nêu đủ các khoảng"),
        },
        "deduction": {
            "per_fault": FieldWords("Trừ mỗi lỗi", "điểm", "để trống: liệt kê từng khoản"),
            "faults": FieldWords("Tên số lỗi", hint="Số lỗi"),
        },
        "checklist": {
            "items": FieldWords("Danh mục nội dung"),
            "cap": FieldWords("Mức trần", "điểm", "để trống: bằng điểm tối đa"),
        },
        "trend": {
            "label": FieldWords("Tên số liệu", hint="Số liệu"),
            "unit": FieldWords("Đơn vị tính", hint="đơn vị", is_beside=True),
            "rise": FieldWords("Điểm khi tăng", "điểm", "để trống: chưa nêu"),
            "same": FieldWords("Khi giữ nguyên", "điểm", "để trống: chưa nêu"),
            "fall": FieldWords("Điểm khi giảm", "điểm", "để trống: chưa nêu"),
        },
        "external": {"supplier": FieldWords("Cơ quan cung cấp", hint="Bộ, ngành")},
        "formula": {
            "formula": FieldWords("Công thức", hint="so_dat / tong_so * 1,5"),
            "inputs": FieldWords("Số liệu dùng trong công thức"),
        },
        "survey": {},
        "sum": {},
    }
)
"""Parameters of every rule kind, in the order of the form."""

ITEM_FIELDS: Mapping[str, Mapping[str, FieldWords]] = MappingProxyType(
    {
        "levels": {"label": FieldWords("Tên mức"), "points": FieldWords("Điểm")},
        "items": {"label": FieldWords("Nội dung"), "points": FieldWords("Điểm")},
        "inputs": {
            "label": FieldWords("Tên số liệu"),
            "name": FieldWords("Tên trong công thức"),
            "unit": FieldWords("Đơn vị"),
        },
        "bands": {
            "least": FieldWords("Từ"),
            "most": FieldWords("Đến"),
            "points": FieldWords("Điểm"),
        },
    }
)
"""Columns of the tables of levels, items, figures and bands, by the parameter."""

CHOICES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "between": {
            "proportional": "Theo tỷ lệ b ÷ a",
            "linear": "Tăng đều từ 0 đến tối đa",
            "unknown": "Chưa nêu cách chấm",
        },
        "excess": {"refused": "Từ chối, hỏi “Đổi chỗ?”", "capped": "Tính bằng điểm tối đa"},
        "over": {"rank": "Thứ hạng", "value": "Giá trị", "percent": "Tỷ lệ phần trăm"},
    }
)
"""Names of the values that a parameter chooses from."""

RULE_CHOICES: Mapping[str, str] = MappingProxyType(
    {
        "manual": "Nhập điểm trực tiếp",
        "levels": "Theo mức: chọn một trong các mức",
        "checklist": "Theo danh mục: cộng điểm các nội dung đạt",
        "ratio": "Tỷ lệ: b ÷ a × điểm tối đa",
        "bands": "Theo khoảng (bậc thang)",
        "deduction": "Bị trừ: tối đa trừ các khoản",
        "trend": "So với năm trước: tăng, giữ nguyên, giảm",
        "survey": "Khảo sát: điểm công bố hoặc chỉ số",
        "external": "Điểm do bộ, ngành cung cấp",
        "formula": "Công thức trên các số liệu đặt tên",
    }
)
"""Names of the rule kinds of a leaf, as the form offers them."""

_MODES = {
    "none": "Không làm tròn",
    "half_up": "Làm tròn còn {} số lẻ",
    "truncate": "Cắt còn {} số lẻ",
}


def rounding_name(mode: str, places: int) -> str:
    """Name a rounding.

    Args:
        mode: a value of ``domain.points.RoundingMode``.
        places: decimal places that stay.
    """
    return _MODES[mode].format(places)


def new_level(number: int) -> str:
    """Name a level that was just added."""
    return f"Mức {number}"


def new_item(number: int) -> str:
    """Name an item that was just added."""
    return f"Nội dung {number}"


def new_figure(number: int) -> tuple[str, str]:
    """Name a figure that was just added: in the formula, and on the form."""
    return f"so_lieu_{number}", f"Số liệu {number}"


def rule_short(kind: str, *, has_base: bool) -> str:
    """Name a rule in the column of the tree.

    Args:
        kind: a key of ``domain.rules.RULES``.
        has_base: whether a ratio gives points before the share counts.
    """
    if kind == "ratio" and has_base:
        return "Mức nền + tỷ lệ"
    return {
        "manual": "Nhập trực tiếp",
        "levels": "Theo mức",
        "ratio": "Tỷ lệ b ÷ a",
        "bands": "Theo khoảng",
        "deduction": "Bị trừ theo khoản",
        "checklist": "Theo danh mục",
        "trend": "So năm trước",
        "survey": "Khảo sát",
        "external": "Được cung cấp",
        "formula": "Công thức",
        "sum": "Tổng",
    }[kind]
