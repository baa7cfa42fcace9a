"""Words of the formula language."""

from decimal import Decimal

from cchc_desktop.wording.numerals import shown

LANGUAGE = "+ − × ÷ ( )   so sánh   if   min   max   round  ·  ngăn cách bằng dấu chấm phẩy"


def figure_put_in(value: Decimal) -> str:
    """Write a figure where its name stood."""
    return f"({shown(value)})" if value < 0 else shown(value)


def take_repair(repair: str) -> str:
    """Offer a repair as the words of a button."""
    return f"Đổi thành {repair} (Alt+Enter)"


def put_repair(sign: str) -> str:
    """Offer a sign to put in as the words of a button."""
    return f"Thêm {sign} (Alt+Enter)"


def at_character(at: int, sentence: str) -> str:
    """Say where something is wrong, counted from 1."""
    return f"Ký tự {at}: {sentence}"


def hint(repair: str) -> str:
    """Offer a repair, or name what may be used."""
    if repair:
        return f"Có phải là “{repair}”?"
    return "Dùng tên số liệu, + - * / ( ), so sánh, if, min, max, round; ngăn cách bằng dấu “;”."


def empty() -> str:
    """Say that there is no formula."""
    return "chưa có công thức."


def too_long(most: int) -> str:
    """Refuse a formula that is too long."""
    return f"công thức dài quá {most} ký tự."


def too_deep(most: int) -> str:
    """Refuse too many brackets inside each other."""
    return f"ngoặc lồng nhau quá {most} lớp."


def too_many_parts(most: int) -> str:
    """Refuse too many parts."""
    return f"công thức có quá {most} thành phần."


def too_large() -> str:
    """Say that the result is too large."""
    return "kết quả quá lớn, không tính được."


def unknown_sign(sign: str) -> str:
    """Refuse a sign that the language does not have."""
    return f"không dùng được dấu “{sign}”."


def not_expected(text: str) -> str:
    """Refuse something that does not belong there."""
    return f"“{text}” không đứng được ở đây."


def sign_missing(sign: str) -> str:
    """Say which sign is missing."""
    return f"thiếu dấu “{sign}”."


def ends_early() -> str:
    """Say that the formula ends too early."""
    return "công thức chưa hết, còn thiếu một số hoặc một tên."


def unknown_name(name: str, nearest: str) -> str:
    """Refuse a name that no figure has."""
    if nearest:
        return f"không có số liệu tên “{name}”, gần nhất là “{nearest}”."
    return f"không có số liệu tên “{name}”."


def unknown_function(name: str) -> str:
    """Refuse a function that the language does not have."""
    return f"không có hàm “{name}”."


def wrong_count(function: str, least: int, most: int) -> str:
    """Say how many arguments a function takes."""
    if least == most:
        return f"hàm {function} cần đúng {least} phần, ngăn cách bằng dấu “;”."
    return f"hàm {function} cần từ {least} đến {most} phần, ngăn cách bằng dấu “;”."


def wrong_places(most: int) -> str:
    """Say how many places a number may be rounded to."""
    return f"số chữ số làm tròn phải là số nguyên từ 0 đến {most}."


def division_by_zero() -> str:
    """Refuse a division by zero."""
    return "chia cho 0."


def figure_missing(name: str) -> str:
    """Say which figure was not entered."""
    return f"chưa nhập số liệu “{name}”."
