"""Words of bonus and penalty criteria: what they are called, what they do, what is refused."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from cchc_desktop.wording.numerals import shown, shown_cut

NAMES: Mapping[str, str] = {
    "": "Thường",
    "bonus": "Điểm thưởng",
    "penalty": "Điểm trừ thêm",
}
"""Words of ``domain.effects.Effect``."""
SIGNS: Mapping[str, str] = {"": "", "bonus": "+", "penalty": "\u2212"}
EFFECT = "Loại điểm"
NO_LIMIT = "không giới hạn"
OVER_CAP = "Trừ thêm vượt trần, không tính"
MAY_EXCEED = "Tổng được vượt tối đa"
MAY_EXCEED_TIP = "Chung cho cả bộ: điểm thưởng được đưa tổng của đơn vị vượt điểm tối đa."


def name_of(effect: str) -> str:
    """Name an effect in a sentence."""
    return NAMES[effect][:1].lower() + NAMES[effect][1:]


def signed(effect: str, number: str) -> str:
    """Write a maximum or points with the sign of what they do to the parent's."""
    return f"{SIGNS[effect]}{number}"


def signed_points(effect: str, points: Decimal, places: int | None = None) -> str:
    """Write points of a column, 1,0 like 0,924, with the sign of what they do; 0 has none."""
    number = shown(points, places, 1)
    return number if number == "0,0" else signed(effect, number)


def maximum_text(effect: str, maximum: Decimal | None, least: int = 1) -> str:
    """Write a maximum with its sign; "?" where it is not known, the sign alone without a limit."""
    if maximum is None:
        return SIGNS[effect] or "?"
    return signed(effect, shown(maximum, None, least))


def out_of(effect: str, maximum: Decimal | None) -> str:
    """Write behind points what they are out of; behind a bonus or penalty what it is."""
    top = "" if maximum is None else shown(maximum, None, 1)
    if effect:
        name = {"bonus": "thưởng", "penalty": "trừ thêm"}[effect]
        return f"{name}, ≤ {top}" if top else name
    return f"/ {top}" if top else ""


def spoken_sign(effect: str) -> str:
    """Say what the sign before a maximum means."""
    return {
        "": "",
        "bonus": "điểm thưởng, cộng thêm ngoài điểm tối đa",
        "penalty": "điểm trừ thêm, trừ vào tổng",
    }[effect]


def set_to(effect: str) -> str:
    """Name the step that gives a criterion an effect."""
    return f"đổi loại điểm thành {name_of(effect)}"


def exceeding_set(*, may_exceed: bool) -> str:
    """Name the step that lets totals exceed their maximum, or not."""
    return "cho tổng vượt điểm tối đa" if may_exceed else "giữ tổng không vượt điểm tối đa"


def handed_down(code: str, above: str) -> str:
    """Refuse another effect below a branch that has one."""
    return f"Mục {code} là {name_of(above)} nên mọi mục bên trong cũng là {name_of(above)}."


def follows(code: str) -> str:
    """Say which branch hands its effect down."""
    return f"theo mục {code}"


def beside_parent(effect: str, parent: str) -> str:
    """Say where a maximum stands that is no part of the parent's.

    Args:
        effect: bonus or penalty.
        parent: code of the parent, "" for the whole set.
    """
    whole = f"mục {parent}" if parent else "cả bộ"
    return f"cộng ngoài tối đa của {whole}" if effect == "bonus" else f"trừ vào điểm của {whole}"


def capped_by(code: str, cap: Decimal | None) -> str:
    """Say which cap holds over the criteria of a branch."""
    return f"mục {code} không có trần" if cap is None else f"mục {code} có trần {shown(cap)}"


def areas_beside(count: int) -> str:
    """Say how many areas stand outside the sum."""
    return f"; {count} ngoài tổng" if count else ""


def change_above(code: str) -> str:
    """Say how a node below gets another effect."""
    return f"Đổi loại điểm của mục {code}, hoặc chuyển tiêu chí ra ngoài mục đó."


def mixed(code: str, own: str, above: str) -> str:
    """Refuse a bonus below a penalty, and the other way round."""
    return f"Tiêu chí {code} là {name_of(own)}, không nằm trong mục {name_of(above)} được."


def mend_mixed() -> str:
    """Say how to mend it."""
    return "Đặt điểm thưởng và điểm trừ thêm ở hai mục riêng."


def rest_has_none(code: str) -> str:
    """Refuse a part that is not split as a bonus or a penalty."""
    return f"Tiêu chí {code} là phần chưa tách nên không thể là điểm thưởng hay điểm trừ thêm."


def split_first() -> str:
    """Say what to do about a part that is not split."""
    return "Tách hoặc xóa phần chưa tách trước."


def starts_full(code: str) -> str:
    """Refuse a penalty that starts from its maximum and gets smaller with every fault."""
    return (
        f"Tiêu chí {code} chấm từ điểm tối đa trừ xuống nên không dùng cho điểm trừ thêm: "
        "không có lỗi nào lại bị trừ nhiều nhất."
    )


def other_rule() -> str:
    """Say which rules fit a penalty."""
    return "Chọn nhập trực tiếp, chọn mức, theo từng nội dung hoặc công thức, ví dụ 0,5 * số_lần."


def no_loss() -> str:
    """Refuse a loss typed for a bonus."""
    return "Điểm thưởng không có phần bị trừ."


def type_bonus() -> str:
    """Say to type the points of a bonus."""
    return "Nhập số điểm thưởng được cộng, hoặc để trống."


def leaf_effect(effect: str, maximum: Decimal | None, parent: str) -> str:
    """Say what a leaf does to its parent's points, and its most.

    Args:
        effect: bonus or penalty.
        maximum: the most it gives or takes; None = not limited by itself.
        parent: code of the parent, "" for the whole set.
    """
    where = f"tổng của {parent}" if parent else "tổng điểm"
    does = f"cộng vào {where}" if effect == "bonus" else f"trừ vào {where}"
    most = "không có trần riêng" if maximum is None else f"nhiều nhất {shown(maximum)} điểm"
    return f"{NAMES[effect]}, {does}, {most}"


def points_added(effect: str, points: Decimal | None, maximum: Decimal | None) -> str:
    """Say under a form what a bonus gives or a penalty takes; numbers are bold."""
    most = "" if maximum is None else f", nhiều nhất {shown(maximum)}"
    if points is None:
        what = "điểm thưởng" if effect == "bonus" else "điểm trừ thêm"
        return f"Chưa có {what}{most}; không bắt buộc nhập."
    does = "Cộng thêm" if effect == "bonus" else "Trừ thêm"
    return f"{does} <b>{shown(points, 3)}</b> điểm{most}."


def capped(effect: str, cap: Decimal | None) -> str:
    """Name the effect of a branch with its cap."""
    return f"{name_of(effect)}, " + ("không có trần" if cap is None else f"trần {shown(cap)}")


def branch_rule(effect: str, cap: Decimal | None) -> str:
    """Write the rule of a branch of bonuses or penalties."""
    most = "không có trần" if cap is None else f"trần {shown(cap)} điểm"
    return f"{NAMES[effect]}: tổng các tiêu chí con, {most}"


def mixed_rule(*, has_bonus: bool, has_penalty: bool) -> str:
    """Write the rule of a branch that holds bonuses or penalties."""
    parts = ["Tổng điểm các tiêu chí con"]
    if has_bonus:
        parts.append("cộng điểm thưởng")
    if has_penalty:
        parts.append("trừ điểm trừ thêm, không dưới 0")
    return ", ".join(parts)


def written_sum(terms: Sequence[tuple[str, Decimal]]) -> str:
    """Write a sum: ordinary points first, then what is added, then what is taken."""
    text = ""
    for effect, points in terms:
        mark = "−" if effect == "penalty" else "+"
        text = f"{text} {mark} {shown(points, 6)}" if text else _first(mark, points)
    return text


def _first(mark: str, points: Decimal) -> str:
    return f"{mark} {shown(points, 6)}" if mark == "−" else shown(points, 6)


def above_cap(total: Decimal, cap: Decimal) -> str:
    """Say that a sum lies above the cap."""
    return f"{shown_cut(total)}, quá trần nên tính {shown(cap)}"


def above_total(total: Decimal, points: Decimal) -> str:
    """Say that bonuses would lift a total over its maximum."""
    return f"{shown_cut(total)}, không vượt điểm tối đa nên tính {shown_cut(points)}"


def under_zero(total: Decimal) -> str:
    """Say that a sum lies under 0."""
    return f"{shown_cut(total)}, dưới 0 nên tính 0"


def in_total(
    bonus: Decimal, penalty: Decimal, excess: Decimal, maximum: Decimal | None, *, may_exceed: bool
) -> str:
    """Say in a few words what bonuses and penalties do to a total.

    Args:
        bonus: bonus points that the total holds.
        penalty: penalty points that it holds.
        excess: bonus points that are left out.
        maximum: what counts for the unit.
        may_exceed: whether the total may exceed it.
    """
    parts = []
    if bonus:
        parts.append(f"cộng điểm thưởng {shown(bonus, 3)}")
    if penalty:
        parts.append(f"trừ thêm {shown(penalty, 3)}")
    if bonus and not may_exceed and maximum is not None:
        left_out = f", bỏ {shown(excess, 3)}" if excess else ""
        parts.append(f"không vượt {shown(maximum)}{left_out}")
    return "; ".join(parts)


def with_effect(name: str, effect: str, maximum: Decimal | None) -> str:
    """Write a name with what it is and its most, for a line that shows no maximum."""
    most = "" if maximum is None else f", nhiều nhất {shown(maximum)}"
    is_said = name.casefold() == name_of(effect)
    if is_said:
        return f"{name} ({most[2:]})" if most else name
    return f"{name} ({name_of(effect)}{most})"


def left_out(maximum: Decimal | None) -> str:
    """Name the bonus points that a total leaves out."""
    top = "" if maximum is None else f" {shown(maximum)}"
    return f"Phần vượt{top}, không tính"


def reaches_cap(total: Decimal, cap: Decimal | None) -> str:
    """Say what the children of a branch of bonuses or penalties can give."""
    if cap is None:
        return f"Các mục con cộng nhiều nhất {shown(total)} điểm, không có trần."
    if total > cap:
        return f"Các mục con cộng được {shown(total)} điểm, tính nhiều nhất {shown(cap)} (trần)."
    if total < cap:
        return f"Các mục con cộng được {shown(total)} điểm, chưa tới trần {shown(cap)}."
    return f"Các mục con cộng đúng trần {shown(cap)} điểm."


def cap_alone(cap: Decimal | None) -> str:
    """Say the cap of a branch of which a child has no limit of its own."""
    if cap is None:
        return "Có mục con không giới hạn, không có trần."
    return f"Có mục con không giới hạn, tính nhiều nhất {shown(cap)} điểm (trần)."
