"""Why there are no points, in words."""

from cchc_desktop.wording.steps import rule_unknown


def not_applicable() -> str:
    """Say that the criterion does not count for this unit."""
    return "không áp dụng, không tính vào điểm tối đa của đơn vị"


def why_no_points(gap: str) -> str:
    """Say why a rule gives no points and what to do.

    Args:
        gap: a value of ``domain.rules.base.Gap``.
    """
    return {
        "not_entered": "chưa nhập",
        "rule_unknown": rule_unknown(),
        "part_over_whole": "b lớn hơn a: hai số bị đổi chỗ?",
        "whole_is_zero": "a bằng 0: đánh dấu không áp dụng, hoặc nhập điểm trực tiếp",
        "formula_fault": "công thức không tính được với các số liệu này",
        "no_maximum": "chưa biết điểm tối đa: nhập số điểm bị trừ",
    }[gap]
