"""Words of describing documents: guesses, lists, folders by criterion codes."""

from collections.abc import Sequence
from datetime import date

from cchc_desktop.wording.numerals import shown_date

_MOST_NAMED = 5
_MOST_LETTERS = 20
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


def list_unreadable(name: str) -> str:
    """Refuse a list that cannot be read."""
    return f"Không đọc được danh sách {name}."


def choose_list() -> str:
    """Say which files can be read."""
    return "Chọn tệp xlsx, xls hoặc ods không có mật khẩu."


def list_without_numbers(name: str) -> str:
    """Refuse a list without a column of numbers."""
    return f"Danh sách {name} không có cột Số, ký hiệu."


def list_headings() -> str:
    """Say which headings are known."""
    return (
        "Dòng tiêu đề cần có “Số, ký hiệu” và “Trích yếu”, “Ngày ban hành” hoặc “Cơ quan ban hành”."
    )


def list_told(rows: int, filled: int, full: int, torn: int) -> str:
    """Say what a list gives: rows, documents it fills, those complete, those with several rows."""
    parts = [f"Danh sách có {rows} văn bản; điền cho {filled} tài liệu."]
    if full:
        parts.append(f"{full} tài liệu đã đủ mô tả.")
    if torn:
        parts.append(f"{torn} tài liệu có nhiều dòng trùng số, không điền.")
    return " ".join(parts)


def rival_rows(rows: tuple[int, ...]) -> str:
    """Say which rows of a list have the same number."""
    return f"trùng số ở dòng {', '.join(map(str, rows))}"


def guessing_numbers() -> str:
    """Name the guessing of the numbers of documents."""
    return "Đang đoán số, ký hiệu của tài liệu"


def list_problems(without: int, bad_days: Sequence[tuple[int, str]]) -> str:
    """Say what of a list was left aside: rows without a number, days that nobody can read."""
    parts = [f"{without} dòng không có số, ký hiệu được bỏ qua"] if without else []
    if bad_days:
        shown = ", ".join(
            f"dòng {row} (“{text[:_MOST_LETTERS]}”)" for row, text in bad_days[:_MOST_NAMED]
        )
        more = f" và {len(bad_days) - _MOST_NAMED} dòng khác" if len(bad_days) > _MOST_NAMED else ""
        parts.append(f"ngày không đọc được ở {shown}{more}")
    told = "; ".join(parts)
    return f"{told[:1].upper()}{told[1:]}." if told else ""


def reading_list(name: str) -> str:
    """Name the reading of a list."""
    return f"Đang đọc danh sách {name}"
