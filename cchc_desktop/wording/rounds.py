"""Words of the rounds: status of a sheet, locks, days, causes, decisions."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from cchc_desktop.wording.numerals import shown, shown_date

DAYS: Mapping[str, str] = {
    "opens_on": "Mở tự chấm",
    "self_until": "Hạn tự chấm",
    "first_until": "Hạn thẩm định lần 1",
    "explained_until": "Hạn giải trình",
    "second_until": "Hạn thẩm định lần 2",
}
"""What each of the five dates of an assessment is called, by its field."""

CAUSES: Mapping[str, str] = {
    "no_evidence": "thiếu TLKC",
    "expired": "tài liệu ngoài năm",
    "wrong_form": "sai mẫu",
    "wrong_formula": "sai cách tính",
    "late_data": "số liệu nộp muộn",
}
"""Words of ``domain.marks.Cause``."""


def status_name(status: str) -> str:
    """Name the status of a sheet.

    Args:
        status: a value of ``domain.rounds.Status``.
    """
    return {
        "not_started": "Chưa tự chấm",
        "self_scoring": "Đang tự chấm",
        "self_locked": "Đã chốt tự chấm",
        "first": "Đang thẩm định lần 1",
        "explanation_asked": "Yêu cầu giải trình",
        "explained": "Đã giải trình",
        "second": "Đang thẩm định lần 2",
        "approved": "Đã phê duyệt",
        "published": "Đã công bố",
    }[status]


def round_short(in_round: str) -> str:
    """Name a round in one or two words.

    Args:
        in_round: a value of ``domain.marks.Round``.
    """
    return {
        "self": "Tự chấm",
        "first": "Lần 1",
        "second": "Lần 2",
        "published": "Công bố",
    }[in_round]


def reminder(field: str, day: date, today: date) -> str:
    """Remind of a day: how long it is until then, or how late it is."""
    left = (day - today).days
    what = f"{DAYS[field]}: {shown_date(day)}"
    if left == 0:
        return f"{what}, hôm nay"
    return f"{what}, còn {left} ngày" if left > 0 else f"{what}, quá hạn {-left} ngày"


def standing(status: str, field: str, day: date, today: date) -> str:
    """Say the status of a sheet and its next day; what the status says is not said twice.

    Args:
        status: a value of ``domain.rounds.Status``.
        field: the field of the date.
        day: the date.
        today: the day from which is counted.
    """
    name, said = status_name(status), reminder(field, day, today)
    phase = DAYS[field].removeprefix("Hạn ")
    if phase in name.lower():
        said = said.replace(f"Hạn {phase}:", "hạn", 1)
    return f"{name}   ·   {said}"


def taken_from(in_round: str) -> str:
    """Name the taking of an earlier round's points."""
    if in_round == "self":
        return "Công nhận điểm tự chấm"
    return f"Giữ như {round_short(in_round).lower()}"


def taken(in_round: str, count: int) -> str:
    """Name the step that takes an earlier round's points for some criteria."""
    what = taken_from(in_round)
    step = what[:1].lower() + what[1:]
    return f"{step}: {count} tiêu chí" if count > 1 else step


def nothing_taken(in_round: str) -> str:
    """Say that no criterion has points to take."""
    return f"Không có tiêu chí nào lấy được điểm {round_short(in_round).lower()}."


def nothing_taken_hint() -> str:
    """Say which criteria are left out."""
    return "Bỏ qua khảo sát, không áp dụng, tiêu chí đã chấm và tiêu chí chưa có điểm vòng trước."


def not_earlier(in_round: str, source: str) -> str:
    """Refuse to take points from a round that is not before."""
    return f"Vòng {round_short(source)} không đứng trước vòng {round_short(in_round)}."


def choose_appraisal() -> str:
    """Say to choose a round of appraisal."""
    return "Chọn vòng thẩm định ở đầu cửa sổ."


def other_points(points: Decimal) -> str:
    """Name the deciding of other points."""
    return f"quyết định điểm khác {shown(points)}"


def cause_set(cause: str) -> str:
    """Name the coding of a cause."""
    return f"nguyên nhân lệch: {CAUSES[cause]}" if cause else "bỏ nguyên nhân lệch"


def locked(name: str) -> str:
    """Name the locking of a round."""
    return f"khóa vòng {name}"


def unlocked(name: str) -> str:
    """Name the unlocking of a round."""
    return f"mở khóa vòng {name}"


def returned(reason: str) -> str:
    """Name the giving back of a self-score to its unit."""
    return f"trả lại đơn vị tự chấm: {reason}" if reason else "trả lại đơn vị tự chấm"


def not_handed_in() -> str:
    """Refuse to give back what the unit still has."""
    return "Đơn vị chưa chốt tự chấm nên không có gì để trả lại."


def return_locked_only() -> str:
    """Say when a sheet can be given back."""
    return "Chỉ trả lại bảng đã chốt tự chấm."


def later_locked(name: str) -> str:
    """Refuse to give back a self-score that a locked round rests on."""
    return f"Vòng {name} đã khóa nên không trả lại được bảng tự chấm."


def unlock_later(name: str) -> str:
    """Say what to unlock first."""
    return f"Mở khóa vòng {name} trước."


def no_reason_to_return() -> str:
    """Refuse to give back without saying why."""
    return "Chưa ghi lý do trả lại."


def write_reason() -> str:
    """Say what becomes of the reason."""
    return "Ghi lý do; lý do nằm trong nhật ký."


def round_unknown() -> str:
    """Refuse a round that the assessment does not have."""
    return "Đợt đánh giá này không có vòng đó."


def nothing_to_lock(name: str) -> str:
    """Refuse to lock a round without points."""
    return f"Vòng {name} chưa có điểm nào nên chưa khóa được."


def not_ready(name: str, sentences: tuple[str, ...]) -> str:
    """Refuse to lock a round, with the list of what is missing."""
    listed = " ".join(sentences)
    return f"Chưa khóa được vòng {name}, còn {len(sentences)} chỗ thiếu: {listed}"


def complete_first() -> str:
    """Say what locking asks for."""
    return "Ghi đủ lý do bị trừ và tài liệu kiểm chứng hoặc giải trình, rồi khóa lại."


def days_set() -> str:
    """Name the setting of the five dates."""
    return "đặt các mốc thời gian"


def days_crossed(earlier: str, later: str) -> str:
    """Refuse dates that do not follow each other.

    Args:
        earlier: field of the date that should come first.
        later: field of the date that should follow.
    """
    return f"{DAYS[later]} đứng trước {DAYS[earlier][:1].lower()}{DAYS[earlier][1:]}."


def days_hint() -> str:
    """Say how the dates follow each other."""
    return "Các mốc phải theo thứ tự thời gian; để trống mốc chưa định."


def decision_name(decision: str, kept: str) -> str:
    """Name what was decided of a criterion.

    Args:
        decision: a value of ``domain.rounds.Decision``.
        kept: the round whose points a kept decision keeps.
    """
    return {
        "open": "chưa quyết",
        "asked": "chờ giải trình",
        "explained": "đã giải trình",
        "accepted": "công nhận",
        "kept": f"giữ như {round_short(kept).lower()}" if kept else "giữ nguyên",
        "other": "điểm khác",
        "scored": "đã chấm",
        "survey": "khảo sát",
        "unclaimed": "không đề nghị",
    }[decision]
