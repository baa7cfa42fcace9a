"""Words of the minutes of a sitting (biên bản phiên họp)."""

from datetime import date

from cchc_desktop.wording.numerals import shown_date

KIND = "BIÊN BẢN"
WHEN_HEAD = "1. Thời gian, địa điểm"
WHO_HEAD = "2. Thành phần"
WHAT_HEAD = "3. Nội dung"
NOTE_HEAD = "4. Kết luận, ghi chú"
CHAIR, SECRETARY = "CHỦ TRÌ", "THƯ KÝ"
UNKNOWN = "(chưa ghi)"
HEADS = ("Mã", "Nội dung", "Tối đa", "Quyết định", "Cách quyết định, ghi chú")
NOTHING = "Phiên họp chưa có tiêu chí nào để quyết định."


def subject(year: int) -> str:
    """Say what the minutes are about."""
    return f"Phiên họp Hội đồng đánh giá, xác định Chỉ số cải cách hành chính năm {year}"


def title(day: date | None) -> str:
    """Name the minutes as a file property."""
    return "Biên bản phiên họp" + (f" ngày {shown_date(day)}" if day is not None else "")


def dated(place: str, day: date | None) -> str:
    """Say place and day as official papers do; what is not known stays open."""
    where = f"{place}, " if place else ""
    if day is None:
        return f"{where}ngày      tháng      năm"
    month = f"{day.month:02}" if day.month in (1, 2) else str(day.month)
    when = f"ngày {day.day:02} tháng {month} năm {day.year}"
    return f"{where}{when}" if place else when[:1].upper() + when[1:]


def number(said: str) -> str:
    """Say the number of the minutes; an open one leaves room to write it."""
    return f"Số: {said or '      /BB-HĐ'}"


def when(day: date | None, hours: str, place: str) -> str:
    """Say when and where the sitting was held."""
    held_on = f"Ngày {shown_date(day) if day is not None else UNKNOWN}"
    parts = (held_on, hours, f"tại {place or UNKNOWN}")
    return f"{', '.join(part for part in parts if part)}."


def chaired(chair: str, secretary: str) -> str:
    """Say who chaired and who wrote."""
    return f"Chủ trì: {chair or UNKNOWN}. Thư ký: {secretary or UNKNOWN}."


def present_head(count: int) -> str:
    """Head the list of those who came."""
    return f"Có mặt ({count}):" if count else "Có mặt: chưa ghi."


def absent_head(count: int) -> str:
    """Head the list of those who did not come."""
    return f"Vắng mặt ({count}):" if count else "Vắng mặt: không."


def person(name: str, post: str, role: str) -> str:
    """Name a person with post and role."""
    return ", ".join(each for each in (name, post, role) if each)


def considered(round_name: str, counts: tuple[int, int, int]) -> str:
    """Say what the council looked at.

    Args:
        round_name: the round that is decided.
        counts: criteria, units, and how many criteria were decided.
    """
    items, units, decided = counts
    left = items - decided
    rest = f", chưa quyết định {left}" if left else ""
    scope = f"{items} tiêu chí của {units} đơn vị" if units > 1 else f"{items} tiêu chí"
    return (
        f"Hội đồng xem xét {scope} ở vòng {round_name.lower()}; đã quyết định {decided}{rest}. "
        "Điểm quyết định được ghi vào bảng chấm điểm."
    )


def sum_of(count: int) -> str:
    """Head the total row."""
    return f"Cộng {count} tiêu chí đã quyết định"


def total_after(unit: str, round_name: str, points: str, maximum: str) -> str:
    """Say what the round gives a unit now."""
    return (
        f"Điểm {round_name.lower()} của {unit} khi lập biên bản: {points} trên {maximum} "
        "điểm tối đa của các tiêu chí đã có điểm ở vòng này."
    )


def still_open(unit: str) -> str:
    """Head the list of what was not decided."""
    return f"{unit}: chưa quyết định"


def changed_since(now: str) -> str:
    """Say that the mark is another one now."""
    return f"điểm đã sửa sau phiên họp, hiện nay {now}"


def ended(text: str) -> str:
    """Put the mark behind the last words of a paper."""
    return f"{text.rstrip(' .;,')}./."
