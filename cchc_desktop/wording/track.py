"""Words of Tiến độ: what is to be done next, how late, the columns and the figures."""

from collections.abc import Mapping
from datetime import date

from cchc_desktop.wording.numerals import shown_date
from cchc_desktop.wording.rounds import status_name

AXIS: Mapping[str, str] = {
    "opens_on": "Mở",
    "self_until": "Hết tự chấm",
    "first_until": "Hết lần 1",
    "explained_until": "Hết giải trình",
    "second_until": "Hết lần 2",
}
"""What stands over each of the five dates of the axis."""

PASSED: Mapping[str, str] = {
    "self_until": "Quá hạn tự chấm",
    "first_until": "Quá hạn lần 1",
    "explained_until": "Quá hạn giải trình",
    "second_until": "Quá hạn lần 2",
}
"""Caption of those who are late, by the last date that is over."""

_STEPS: Mapping[str, str] = {
    "start_self": "đơn vị bắt đầu tự chấm",
    "submit": "đơn vị chốt tự chấm",
    "appoint": "giao người chấm",
    "start_first": "bắt đầu lần 1",
    "close_first": "chốt lần 1",
    "start_second": "bắt đầu lần 2",
    "approve": "phê duyệt kết quả",
    "publish": "công bố kết quả",
    "nothing": "đã xong",
}


def next_step(step: str, missing: int, late: int, *, of_the_unit: bool) -> str:
    """Say what is to be done next.

    Args:
        step: a value of ``domain.track.Step``.
        missing: how many criteria are missing.
        late: by how many days it is late.
        of_the_unit: whether the unit, not the council, has to act.
    """
    if of_the_unit and late:
        return f"gửi nhắc, trễ {late} ngày"
    counted = {
        "go_on_self": f"đơn vị chấm {missing} tiêu chí còn lại",
        "appraise": f"chấm {missing} tiêu chí còn lại",
        "answer": f"đơn vị trả lời {missing} tiêu chí",
    }
    return counted[step] if step in counted else _STEPS[step]


def waits_for_opening(day: date) -> str:
    """Say that self-scoring has not opened."""
    return f"chờ mở ngày {short_day(day)}"


def status_words(status: str) -> str:
    """Name a status in the middle of a line.

    Args:
        status: a value of ``domain.rounds.Status``.
    """
    name = status_name(status)
    return name[:1].lower() + name[1:]


def short_day(day: date) -> str:
    """Return day and month, "10/02"."""
    return f"{day:%d/%m}"


def late_by(days: int) -> str:
    """Say by how many days something is late."""
    return f"trễ {days} ngày"


def left_until(days: int) -> str:
    """Say how many days are left."""
    return f"còn {days} ngày" if days else "hôm nay"


def without_agency(count: int) -> str:
    """Say how many criteria no agency has in charge."""
    return f"{count} tiêu chí chưa có cơ quan tham mưu"


def remind(count: int, *, agencies: bool) -> str:
    """Name the writing of reminders."""
    return f"Nhắc {count} {who(agencies=agencies)}…"


def who(*, agencies: bool) -> str:
    """Name what a row is."""
    return "cơ quan" if agencies else "đơn vị"


def spoken(name: str, status: str, step: str, due: date | None, late: int) -> str:
    """Say a whole row for a screen reader."""
    parts = [name, status_words(status)]
    if due is not None:
        parts.append(f"hạn {shown_date(due)}" + (f", {late_by(late)}" if late else ""))
    return "; ".join((*parts, step))
