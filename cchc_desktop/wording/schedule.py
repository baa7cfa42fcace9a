"""Words of the page “Vòng và hạn”: rounds, dates, how far the units are."""

from datetime import date


def rounds_chosen() -> str:
    """Name the step that sets the rounds."""
    return "chọn vòng chấm"


def no_round() -> str:
    """Refuse an assessment without a round."""
    return "Đợt đánh giá phải có ít nhất một vòng."


def keep_one() -> str:
    """Say what to do about it."""
    return "Giữ lại một vòng, ví dụ Công bố."


def round_used(name: str) -> str:
    """Refuse to take a round away that was scored."""
    return f"Vòng {name} đã có điểm, khoản bị trừ, khóa hoặc phiên họp."


def clear_round() -> str:
    """Say what to do before a round goes."""
    return "Xóa điểm và mở khóa vòng này trước."


def time_left(day: date, today: date) -> str:
    """Say how long it is until a day, or how late it is."""
    left = (day - today).days
    if left == 0:
        return "hôm nay"
    return f"còn {left} ngày" if left > 0 else f"đã qua {-left} ngày"


def overdue(count: int) -> str:
    """Say how many units are late."""
    return f"{count} đơn vị quá hạn"


def counted(done: int, of: int) -> str:
    """Say how many units of all."""
    return f"{done}/{of} đơn vị"


def too_many(count: int) -> str:
    """Say why the statuses of very many units are not counted here."""
    return f"{count} đơn vị: xem tình trạng từng đơn vị ở Chấm điểm."
