"""Words of describing documents: guesses, lists, folders by criterion codes."""

from datetime import date

from cchc_desktop.wording.numerals import shown_date

_SOURCES = {"page": "trang 1", "name": "tên tệp", "before": "tệp trước"}


def source_name(source: str) -> str:
    """Name where a guess was read."""
    return _SOURCES[source]


def all_described(count: int) -> str:
    """Name the describing of many documents in one step."""
    return f"điền mô tả {count} tài liệu"


def no_code(code: str) -> str:
    """Refuse a code that no criterion has."""
    return f"Không có tiêu chí nào mang mã “{code}”."


def see_codes() -> str:
    """Point at the codes."""
    return "Xem cột Mã của bảng chấm điểm."


def out_of_year(day: date, year: int) -> str:
    """Say that a day falls behind the year that is scored."""
    return f"Ngày {shown_date(day)} ngoài năm đánh giá {year}: được dùng, cần giải trình."


def left_to_describe(count: int, unread: int) -> str:
    """Say how many files there are, and how many of them are pictures of text."""
    if unread:
        return f"{count} tệp thiếu mô tả, {unread} tệp quét chưa có chữ"
    return f"{count} tệp thiếu mô tả"
