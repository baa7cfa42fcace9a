"""Words of repairs: steps, refusals, hints."""

from datetime import date

from cchc_desktop.wording.numerals import shown_date


def done(day: date | None) -> str:
    """Name the marking of a task as done, or its opening again."""
    return "mở lại nhiệm vụ" if day is None else f"ghi nhiệm vụ xong ngày {shown_date(day)}"


def done_day(day: date) -> str:
    """Say when a task was done."""
    return f"xong {shown_date(day)}"


def gone() -> str:
    """Say that the task is no longer there."""
    return "Nhiệm vụ này không còn trong hồ sơ."


def undo_removal() -> str:
    """Say how to get it back."""
    return "Hoàn tác bước xóa nếu cần lấy lại."


def left(count: int, of: int) -> str:
    """Say how many tasks are open."""
    return f"còn {count} / {of} nhiệm vụ" if count else f"đã xong cả {of} nhiệm vụ"


def late(count: int) -> str:
    """Say how many tasks are open after their last day."""
    return f"{count} nhiệm vụ quá hạn"


def nothing_here() -> tuple[str, str]:
    """Say that an assessment has no tasks, and where they come from."""
    return (
        "Chưa có nhiệm vụ khắc phục nào",
        "Nhiệm vụ chưa xong của năm trước được chuyển sang khi sao chép bộ tiêu chí sang năm mới.",
    )
