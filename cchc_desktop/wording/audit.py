"""Words of the rule audit (kiểm tra quy tắc): what is proved, refuted or open about a rule."""

from collections.abc import Iterable
from decimal import Decimal

from cchc_desktop.wording.numerals import shown, shown_cut

MAXIMUM_UNKNOWN = "chưa biết điểm tối đa"
RULE_FAULTY = "quy tắc còn lỗi"
CASES_OPEN = "bộ tiêu chí chưa nêu hết các trường hợp"
SUPPLIED = "điểm do nơi khác cung cấp, Rà soát báo khi nằm ngoài"
TOO_TANGLED = "công thức quá phức tạp"


def case(figures: Iterable[tuple[str, Decimal]], level: str, typed: Decimal | None) -> str:
    """Name what is entered in a case: figures, a level, or points typed directly."""
    parts = [f"{name} = {shown(value)}" for name, value in figures]
    if level:
        parts.append(f"mức “{level}”")
    if typed is not None:
        parts.append(f"nhập {shown(typed)} điểm")
    return ", ".join(parts)


def ticked(items: Iterable[str]) -> str:
    """Name the items of a checklist that are fulfilled."""
    listed = ", ".join(f"“{item}”" for item in items)
    return f"đạt {listed}" if listed else "không nội dung nào đạt"


def gives(words: str, points: Decimal) -> str:
    """Say what a case gives."""
    return f"{words} được {shown_cut(points)}"


def inside(maximum: Decimal) -> str:
    """Say that points never leave 0..maximum."""
    return f"Điểm luôn trong khoảng 0 đến {shown(maximum)}."


def outside(maximum: Decimal, example: str) -> str:
    """Say that points can leave 0..maximum."""
    return f"Điểm ra ngoài khoảng 0 đến {shown(maximum)}: {example}."


def inside_unknown(why: str) -> str:
    """Say that nothing could be proved about the range."""
    return f"Không chứng minh được điểm trong khoảng 0 đến tối đa: {why}."


def reached(maximum: Decimal, example: str) -> str:
    """Say how the maximum is reached."""
    return f"Đạt được tối đa {shown(maximum)}: {example}."


def never_reached(maximum: Decimal, best: Decimal | None) -> str:
    """Say that the maximum cannot be reached."""
    tail = "" if best is None else f", cao nhất là {shown_cut(best)}"
    return f"Không bao giờ đạt tối đa {shown(maximum)}{tail}."


def reach_unknown(why: str) -> str:
    """Say that nothing could be proved about reaching the maximum."""
    return f"Không chứng minh được có đạt tối đa hay không: {why}."


RATIO_RISES = "b tăng, a giữ nguyên: điểm không giảm."
ITEMS_RISE = "Thêm một nội dung đạt: điểm không giảm."
FAULTS_FALL = "Thêm lỗi: điểm không tăng."
INDEX_RISES = "Chỉ số khảo sát tăng: điểm không giảm."
RANK_RISES = "Thứ hạng tốt hơn: điểm không giảm."
VALUE_RISES = "Số liệu tăng: điểm không giảm."
VALUE_FALLS = "Số liệu tăng: điểm không tăng."
RISING_UNKNOWN = "Không chứng minh được số liệu tốt hơn thì điểm không giảm"


def falls(worse: str, better: str) -> str:
    """Say that a better case gives less.

    Args:
        worse: the worse case with its points.
        better: the better case with its points.
    """
    return f"Số liệu tốt hơn lại ít điểm hơn: {worse}, {better}."


def turns(told: Iterable[str]) -> str:
    """Say that points go up and down while one figure grows, with cases and their points."""
    return f"Số liệu tăng mà điểm lúc tăng lúc giảm: {'; '.join(dict.fromkeys(told))}."


def rising_unknown(why: str) -> str:
    """Say that nothing could be proved about better figures."""
    return f"{RISING_UNKNOWN}: {why}."


def formula_ways(up: Iterable[str], down: Iterable[str]) -> str:
    """Say how the points follow each figure of a formula."""
    parts = [f"{', '.join(names)} tăng: điểm không {what}"
             for names, what in ((tuple(up), "giảm"), (tuple(down), "tăng")) if names]  # fmt: skip
    return f"{'; '.join(parts)}."


def bands_meet() -> str:
    """Say that bands leave no gap and do not overlap."""
    return "Các khoảng nối tiếp, không hở, không chồng."


def bands_overlap(value: Decimal) -> str:
    """Say that a value lies in two bands."""
    return f"Các khoảng chồng nhau: {shown(value)} thuộc hai khoảng."


def bands_gap(value: Decimal) -> str:
    """Say that a value lies in no band."""
    return f"Các khoảng bị hở: {shown(value)} không thuộc khoảng nào."


def bands_unknown(why: str) -> str:
    """Say that nothing could be proved about the bands."""
    return f"Không chứng minh được các khoảng không hở: {why}."


def adds_up(maximum: Decimal) -> str:
    """Say that the children add up."""
    return f"Các mục con cộng đúng {shown(maximum)} điểm."


def adds_up_unknown() -> str:
    """Say that a child's maximum is not known."""
    return "Chưa cộng được các mục con: còn mục chưa biết điểm tối đa."


def labelled() -> str:
    """Say that every figure has a label."""
    return "Số liệu nào cũng có tên hiện khi chấm."


def unlabelled(name: str) -> str:
    """Say which figure has no label."""
    return f"Số liệu “{name}” chưa có tên hiện khi chấm."
