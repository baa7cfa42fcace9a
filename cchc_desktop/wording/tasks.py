"""Words of repairs: steps, refusals, hints."""

from datetime import date

from cchc_desktop.wording.numerals import shown_date


def done(day: date | None) -> str:
    """Name the marking of a task as done, or its opening again."""
    return "mở lại nhiệm vụ" if day is None else f"ghi nhiệm vụ xong ngày {shown_date(day)}"


def gone() -> str:
    """Say that the task is no longer there."""
    return "Nhiệm vụ này không còn trong hồ sơ."


def undo_removal() -> str:
    """Say how to get it back."""
    return "Hoàn tác bước xóa nếu cần lấy lại."
