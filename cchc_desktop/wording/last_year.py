"""Words of the figure of the year before."""

from decimal import Decimal

from cchc_desktop.wording.numerals import shown


def taken() -> str:
    """Name the taking over of last year's figure."""
    return "lấy số năm trước"


def taken_from(year: int, code: str) -> str:
    """Say where a figure was taken from."""
    return f"lấy từ Chỉ số {year}, tiêu chí {code}"


def stands(year: int, code: str, value: Decimal) -> str:
    """Say which figure the year before has."""
    return f"Chỉ số {year}, tiêu chí {code}: {shown(value)}"


def stands_apart(year: int, code: str, value: Decimal, used: Decimal) -> str:
    """Say that another figure is used than the year before has."""
    return f"{stands(year, code, value)}, đang dùng {shown(used)}"


def differs(code: str, used: Decimal, there: tuple[int, str], value: Decimal) -> str:
    """Say that a trend rests on another figure than the year before has.

    Args:
        code: code of the trend.
        used: the figure it rests on.
        there: the year before, and the code of the criterion in it.
        value: the figure there.
    """
    year, old_code = there
    return (
        f"{code}: số năm trước đang dùng {shown(used)}, Chỉ số {year} (tiêu chí {old_code}) "
        f"ghi {shown(value)}."
    )


def nothing_there(year: int) -> str:
    """Say that the dossier has no figure of the year before."""
    return f"Hồ sơ chưa có số của tiêu chí này trong Chỉ số {year}."


def type_it() -> str:
    """Say to type the figure."""
    return "Nhập số năm trước vào ô."


def no_trend() -> str:
    """Refuse to take over a figure where the rule asks for none."""
    return "Tiêu chí này không so với năm trước."
