"""Words of the reminders that late units are sent."""

from datetime import date, datetime

from cchc_desktop.wording.numerals import shown_date, shown_time

KIND = "GIẤY NHẮC"
NOBODY = "Không có đơn vị nào quá hạn nên không có giấy nhắc."
NOBODY_HINT = "Xem hạn của từng đơn vị ở Chấm điểm, Tiến độ."
_PARTS = ("tự chấm", "thẩm định lần 1", "giải trình", "thẩm định lần 2")
_VERBS = ("chấm", "chấm", "trả lời", "chấm")


def title(year: int) -> str:
    """Return the title of the file."""
    return f"Giấy nhắc chấm điểm cải cách hành chính năm {year}"


def subject(year: int) -> str:
    """Say what a letter is about."""
    return f"Về việc chấm điểm cải cách hành chính năm {year}"


def printed(moment: datetime) -> str:
    """Say when the letters were printed."""
    return f"In lúc {shown_time(moment)} ngày {shown_date(moment)}"


def addressed(name: str) -> str:
    """Say whom a letter goes to; "" is the council's own appraisers."""
    return f"Kính gửi: {name or 'Tổ thẩm định'}"


def what_is_late(phase: int, name: str, assessment: str, today: date) -> str:
    """Say what is not done yet.

    Args:
        phase: 0 to 3, as in ``domain.track``.
        name: the unit.
        assessment: title of the assessment.
        today: the day of the letter.
    """
    part = _PARTS[phase]
    return f"Đến ngày {shown_date(today)}, phần {part} của {name} ({assessment}) chưa xong."


def part_is_late(phase: int, agency: str, unit: str, today: date) -> str:
    """Say that an agency's part of the only sheet is not done yet."""
    day = shown_date(today)
    return f"Đến ngày {day}, phần {_PARTS[phase]} do {agency} tham mưu ({unit}) chưa xong."


def until(due: date, late: int) -> str:
    """Say the last day and how long it is over."""
    return f"Hạn: {shown_date(due)}, đã quá {late} ngày."


def how_far(phase: int, done: int, of: int) -> str:
    """Say how much is done."""
    return f"Đã {_VERBS[phase]} {done}/{of} tiêu chí."


def still_missing(phase: int, count: int) -> str:
    """Lead to the list of what is missing; say what is to be done where nothing is."""
    if not count:
        return _CLOSED[phase]
    return f"Còn {count} tiêu chí chưa {_VERBS[phase]}:"


_CLOSED = (
    "Mọi tiêu chí đã có điểm nhưng bảng chưa chốt tự chấm.",
    "Mọi tiêu chí đã có điểm nhưng chưa chốt lần 1.",
    "Mọi tiêu chí đã trả lời.",
    "Mọi tiêu chí đã có điểm nhưng chưa phê duyệt.",
)


def listed(code: str, name: str, due: date | None) -> str:
    """Name a missing criterion, with its own last day."""
    line = f"{code} {name}".strip()
    return line if due is None else f"{line} (hạn {shown_date(due)})"


def asked(phase: int) -> str:
    """Say what is asked for."""
    return (
        "Đề nghị hoàn thành, kèm tài liệu kiểm chứng, rồi chốt tự chấm.",
        "Đề nghị chấm xong và ghi lý do bị trừ của từng tiêu chí.",
        "Đề nghị gửi giải trình kèm tài liệu kiểm chứng.",
        "Đề nghị chấm xong để trình Hội đồng.",
    )[phase]
