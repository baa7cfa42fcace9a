"""Words of lost points."""


def added() -> str:
    """Name the adding of a loss."""
    return "thêm khoản bị trừ"


def edited() -> str:
    """Name the changing of a loss."""
    return "sửa khoản bị trừ"


def removed() -> str:
    """Name the removing of a loss."""
    return "xóa khoản bị trừ"


def amount_negative() -> str:
    """Refuse a negative amount."""
    return "Điểm bị trừ không được nhỏ hơn 0."


def amount_range() -> str:
    """Say what an amount may be."""
    return "Nhập số từ 0, hoặc để trống nếu là toàn bộ phần còn lại."


def gone() -> str:
    """Say that the loss is no longer there."""
    return "Khoản bị trừ này không còn trong hồ sơ."


def undo_removal() -> str:
    """Say how to get it back."""
    return "Hoàn tác bước xóa nếu cần lấy lại."
