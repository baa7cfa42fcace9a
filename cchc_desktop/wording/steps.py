"""Words of an explanation: the rule, its clause, the figures put in, the result."""

from collections.abc import Sequence
from decimal import Decimal

from cchc_desktop.wording.numerals import shown, shown_cut

RULE = "Quy tắc"
CLAUSE = "Trường hợp"
MAXIMUM = "Tối đa"
INSERTED = "Thay số"
ROUNDED = "Làm tròn"
LIMITS = "Trần, sàn"
RESULT = "Kết quả"
BASIS = "Căn cứ"


def manual_rule() -> str:
    """Say that points are typed."""
    return "Nhập điểm trực tiếp"


def typed_points(points: Decimal) -> str:
    """Say which points were typed."""
    return f"Điểm nhập trực tiếp: {shown(points)}"


def least_over_maximum() -> str:
    """Say that the least points exceed the maximum."""
    return "Điểm thấp nhất lớn hơn điểm tối đa."


def step_not_positive() -> str:
    """Say that a step must be positive."""
    return "Bước điểm phải lớn hơn 0."


def levels_rule(count: int) -> str:
    """Say that one of several levels is chosen."""
    return f"Chọn một trong {count} mức"


def no_levels() -> str:
    """Say that no level is set."""
    return "Chưa có mức nào."


def level_outside(label: str) -> str:
    """Say that a level's points leave 0..maximum."""
    return f"Mức “{label}” có điểm ngoài khoảng 0 đến điểm tối đa."


def level_twice() -> str:
    """Say that two levels share a name."""
    return "Hai mức trùng tên."


def level_points(label: str, points: Decimal) -> str:
    """Say what the chosen level gives."""
    return f"“{label}” được {shown(points)} điểm"


def numerator() -> str:
    """Name b where the set gives no label."""
    return "Số đạt"


def denominator() -> str:
    """Name a where the set gives no label."""
    return "Tổng số"


def base_outside() -> str:
    """Say that the base leaves 0..maximum."""
    return "Mức nền nằm ngoài khoảng 0 đến điểm tối đa."


def threshold_outside() -> str:
    """Say that a threshold leaves 0..100 %."""
    return "Ngưỡng phải từ 0 đến 100 %."


def thresholds_crossed() -> str:
    """Say that zero_below is not under full_at."""
    return "Ngưỡng 0 điểm phải nhỏ hơn ngưỡng đủ điểm."


def ratio_rule(base: Decimal | None) -> str:
    """Write the formula of a ratio."""
    if base:
        return f"Mức nền {shown(base)} + b ÷ a × phần còn lại"
    return "Tỷ lệ: b ÷ a × điểm tối đa"


def linear_rule(low: Decimal, high: Decimal) -> str:
    """Write the rule of a straight line between two thresholds."""
    return f"Tăng đều từ 0 điểm ở {shown(low)} % đến tối đa ở {shown(high)} %"


def share(part: Decimal, whole: Decimal, percent: Decimal) -> str:
    """Write b ÷ a = p %."""
    return f"{shown(part)} ÷ {shown(whole)} = {shown(percent, 2)} %"


def below_threshold(threshold: Decimal) -> str:
    """Say that the share is under the threshold."""
    return f"dưới {shown(threshold)} %: 0 điểm"


def from_threshold(threshold: Decimal) -> str:
    """Say that the share reaches the threshold."""
    return f"từ {shown(threshold)} %: đủ điểm tối đa"


def rule_unknown() -> str:
    """Say that the set does not state this case."""
    return (
        "Bộ tiêu chí chưa nêu cách chấm cho trường hợp này: "
        "nhập điểm trực tiếp hoặc bổ sung quy tắc"
    )


def ratio_inserted(
    base: Decimal | None, rest: Decimal, pair: tuple[Decimal, Decimal], points: Decimal
) -> str:
    """Write base + rest × b ÷ a = points."""
    product = f"{shown(rest)} × {shown(pair[0])} ÷ {shown(pair[1])}"
    if base:
        product = f"{shown(base)} + {product}"
    return f"{product} = {shown_cut(points)}"


def linear_inserted(
    base: Decimal | None,
    percent: Decimal,
    ends: tuple[Decimal, Decimal],
    rest: Decimal,
    points: Decimal,
) -> str:
    """Write the straight line with its figures, so that a pocket calculator gives the points."""
    low, high = ends
    top = f"({shown_cut(percent)} − {shown(low)}) ÷ ({shown(high)} − {shown(low)})"
    product = f"{top} × {shown(rest)}"
    if base:
        product = f"{shown(base)} + {product}"
    return f"{product} = {shown_cut(points)}"


def bands_rule(over: str) -> str:
    """Say what the bands are laid over."""
    names = {"rank": "thứ hạng", "value": "giá trị", "percent": "tỷ lệ"}
    return f"Theo khoảng của {names[over]}"


def band_label(over: str) -> str:
    """Name the figure where the set gives no label."""
    return {"rank": "Thứ hạng", "value": "Giá trị", "percent": "Tỷ lệ"}[over]


def of_how_many() -> str:
    """Name the number of ranked units."""
    return "Trong tổng số"


def no_bands() -> str:
    """Say that no band is set."""
    return "Chưa có khoảng nào."


def band_outside(name: str) -> str:
    """Say that a band's points leave 0..maximum."""
    return f"Khoảng {name} có điểm ngoài khoảng 0 đến điểm tối đa."


def band_crossed(name: str) -> str:
    """Say that a band ends before it begins."""
    return f"Khoảng {name} có đầu lớn hơn cuối."


def bands_overlap(before: str, after: str) -> str:
    """Say that two bands overlap."""
    return f"Khoảng {before} và {after} chồng nhau."


def bands_gap(before: str, after: str) -> str:
    """Say that two bands leave a gap."""
    return f"Giữa khoảng {before} và {after} còn chỗ trống."


def band_name(over: str, least: Decimal | None, most: Decimal | None) -> str:
    """Name a band by its ends."""
    unit = " %" if over == "percent" else ""
    if least is not None and least == most:
        return f"{shown(least)}{unit}"
    if least is None:
        return f"đến {shown(most)}{unit}" if most is not None else "mọi giá trị"
    if most is None:
        return f"từ {shown(least)}{unit}"
    joint = "đến" if over == "rank" else "đến dưới"
    return f"từ {shown(least)} {joint} {shown(most)}{unit}"


def band_value(over: str, value: Decimal, of: Decimal | None) -> str:
    """Write the value that is looked up."""
    if over == "rank":
        return f"hạng {shown(value)}" + (f" trong {shown(of)}" if of is not None else "")
    return shown(value) + (" %" if over == "percent" else "")


def band_points(name: str, points: Decimal) -> str:
    """Say what the band gives."""
    return f"{name}: {shown(points)} điểm"


def fault_count() -> str:
    """Name the number of faults."""
    return "Số lỗi"


def fault_unit() -> str:
    """Name the unit of faults."""
    return "lỗi"


def per_fault_outside() -> str:
    """Say that the points a fault leave 0..maximum."""
    return "Điểm trừ mỗi lỗi phải lớn hơn 0 và không quá điểm tối đa."


def deduction_rule(per_fault: Decimal | None) -> str:
    """Write the rule of deductions."""
    if per_fault is not None:
        return f"Tối đa trừ {shown(per_fault)} điểm mỗi lỗi, không dưới 0"
    return "Tối đa trừ các khoản bị trừ, không dưới 0"


def faults_inserted(maximum: Decimal, faults: Decimal, per_fault: Decimal) -> str:
    """Write maximum − faults × points."""
    result = max(Decimal(0), maximum - faults * per_fault)
    return f"{shown(maximum)} − {shown(faults)} × {shown(per_fault)} = {shown_cut(result)}"


def amounts_inserted(maximum: Decimal, amounts: Sequence[Decimal]) -> str:
    """Write maximum − (sum of amounts)."""
    listed = " + ".join(shown(amount) for amount in amounts)
    result = max(Decimal(0), maximum - sum(amounts, Decimal(0)))
    body = f"({listed})" if len(amounts) > 1 else listed
    return f"{shown(maximum)} − {body} = {shown_cut(result)}"


def floor_reached() -> str:
    """Say that the floor was reached."""
    return "chạm sàn 0"


def ready_points() -> str:
    """Name announced points."""
    return "Điểm đã công bố"


def survey_index() -> str:
    """Name the survey index."""
    return "Chỉ số khảo sát"


def announced_points() -> str:
    """Say that the points are as announced."""
    return "Điểm khảo sát lấy theo kết quả công bố"


def derived_index(points: Decimal, maximum: Decimal, index: Decimal) -> str:
    """Write the index that announced points amount to."""
    return f"{shown(points)} ÷ {shown(maximum)} = {shown(index, 2)} % (suy ra)"


def survey_rule() -> str:
    """Write the rule of a survey."""
    return "Điểm tối đa × chỉ số khảo sát"


def index_inserted(index: Decimal, maximum: Decimal) -> str:
    """Write maximum × index."""
    points = maximum * index / 100
    return f"{shown(maximum)} × {shown(index)} % = {shown_cut(points)}"


def total_rule() -> str:
    """Write the rule of a branch."""
    return "Tổng điểm các tiêu chí con"
