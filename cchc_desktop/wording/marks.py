"""Words of scoring: steps, refusals, hints."""

from decimal import Decimal

from cchc_desktop.wording.numerals import shown


def points_set(points: Decimal | None) -> str:
    """Name the typing of points."""
    return "xóa điểm" if points is None else f"nhập điểm {shown(points)}"


def lost_set(lost: Decimal | None) -> str:
    """Name the typing of lost points."""
    return "xóa điểm bị trừ" if lost is None else f"nhập điểm bị trừ {shown(lost)}"


def figure_set(value: Decimal | None) -> str:
    """Name the typing of a figure."""
    return "xóa số liệu" if value is None else f"nhập số liệu {shown(value)}"


def figures_swapped() -> str:
    """Name the exchange of b and a."""
    return "đổi chỗ hai số liệu"


def level_chosen() -> str:
    """Name the choice of a level."""
    return "chọn mức"


def survey_set() -> str:
    """Name the entering of a survey result."""
    return "nhập kết quả khảo sát"


def not_applicable_set(*, not_applicable: bool) -> str:
    """Name the taking out of a criterion, or its return."""
    return "đánh dấu không áp dụng" if not_applicable else "bỏ đánh dấu không áp dụng"


def note_set() -> str:
    """Name the writing of a note."""
    return "sửa ghi chú"


def explanation_set() -> str:
    """Name the writing of an explanation."""
    return "sửa giải trình"


def explanation_requested(*, requested: bool) -> str:
    """Name the asking for an explanation."""
    return "yêu cầu giải trình" if requested else "bỏ yêu cầu giải trình"


def marks_cleared(count: int) -> str:
    """Name the clearing of marks."""
    return f"xóa điểm {count} tiêu chí" if count > 1 else "xóa điểm"


def points_pasted(count: int) -> str:
    """Name the pasting of points."""
    return f"dán điểm {count} tiêu chí"


def previous_taken() -> str:
    """Name the taking of the previous round's value."""
    return "lấy điểm vòng trước"


def points_negative(points: Decimal) -> str:
    """Refuse negative points."""
    return f"Điểm {shown(points)} nhỏ hơn 0."


def points_over(points: Decimal, maximum: Decimal) -> str:
    """Refuse points over the maximum."""
    return f"Điểm {shown(points)} vượt tối đa {shown(maximum)}."


def points_range(maximum: Decimal | None) -> str:
    """Say what points may be."""
    return "Nhập số từ 0." if maximum is None else f"Nhập số từ 0 đến {shown(maximum)}."


def too_many_places(most: int) -> str:
    """Refuse more decimals than anybody means."""
    return f"Điểm có quá {most} chữ số sau dấu phẩy."


def figure_unknown() -> str:
    """Refuse a figure that the rule does not ask for."""
    return "Quy tắc của tiêu chí này không dùng số liệu đó."


def figure_negative() -> str:
    """Refuse a negative figure."""
    return "Số liệu không được nhỏ hơn 0."


def figure_range() -> str:
    """Say what a figure may be."""
    return "Nhập số từ 0 trở lên."


def figure_not_whole(label: str, value: Decimal) -> str:
    """Refuse a part of a thing that is counted."""
    return f"“{label}” là số đếm, không nhận {shown(value)}."


def whole_only() -> str:
    """Say how a count is typed."""
    return "Nhập số nguyên; dấu chấm ngăn hàng nghìn, ví dụ 94.385."


def level_unknown() -> str:
    """Refuse a level that the rule does not name."""
    return "Mức này không có trong quy tắc của tiêu chí."


def look_at_rule() -> str:
    """Point at the rule."""
    return "Xem lại quy tắc trong Bộ tiêu chí."


def nothing_to_swap() -> str:
    """Refuse an exchange without two figures."""
    return "Chưa có đủ hai số liệu để đổi chỗ."


def sheet_gone() -> str:
    """Say that the sheet is no longer there."""
    return "Bảng chấm điểm này không còn trong hồ sơ."


def reopen() -> str:
    """Say to choose again."""
    return "Chọn lại đơn vị ở đầu cửa sổ."


def criterion_gone() -> str:
    """Say that the criterion is no longer there."""
    return "Tiêu chí này không còn trong bộ tiêu chí."


def undo_removal() -> str:
    """Say how to get it back."""
    return "Hoàn tác bước xóa nếu cần lấy lại."


def branch_is_a_sum() -> str:
    """Say that a branch is a sum."""
    return "Điểm của mục này là tổng các tiêu chí con."


def score_children() -> str:
    """Say to score the children."""
    return "Hãy chấm các tiêu chí con."


def survey_not_scored() -> str:
    """Say that a survey criterion is not scored by hand."""
    return "Tiêu chí khảo sát không chấm trực tiếp."


def enter_survey() -> str:
    """Say to enter the survey's result."""
    return "Dùng “Nhập kết quả khảo sát” ở khung bên phải."


def no_previous() -> str:
    """Say that no earlier round has a value."""
    return "Vòng trước chưa có điểm của tiêu chí này."


def score_here() -> str:
    """Say to score here."""
    return "Hãy nhập điểm trực tiếp."
