"""Words of the figure of the year before."""

from collections.abc import Sequence
from decimal import Decimal

from cchc_desktop.wording.numerals import shown


def taken() -> str:
    """Name the taking over of last year's figure."""
    return "lấy số năm trước"


def taken_from(year: int, code: str, unit: str = "") -> str:
    """Say where a figure was taken from, and of which unit where that was another one."""
    return f"lấy từ Chỉ số {year}, tiêu chí {code}{f', {unit}' if unit else ''}"


def each_apart(year: int, code: str, values: Sequence[tuple[str, Decimal]]) -> str:
    """Say what the units before a merger had, each for itself."""
    listed = "; ".join(f"{name} {shown(value)}" for name, value in values)
    return f"Chỉ số {year}, tiêu chí {code}, từng đơn vị riêng, không cộng: {listed}"


def take_of(name: str, value: Decimal) -> str:
    """Offer the figure of one of several units."""
    return f"{name}: {shown(value)}"


def stands(year: int, code: str, value: Decimal) -> str:
    """Say which figure the year before has."""
    return f"Chỉ số {year}, tiêu chí {code}: {shown(value)}"


def stands_apart(year: int, code: str, value: Decimal, used: Decimal) -> str:
    """Say that another figure is used than the year before has."""
    return f"{stands(year, code, value)}, đang dùng {shown(used)}"


def differs(
    code: str, used: Decimal, there: tuple[int, str], value: Decimal, unit: str = ""
) -> str:
    """Say that a trend rests on another figure than the year before has.

    Args:
        code: code of the trend.
        used: the figure it rests on.
        there: the year before, and the code of the criterion in it.
        value: the figure there.
        unit: the unit that had it, where that was another one.
    """
    year, old_code = there
    whose = f", {unit}" if unit else ""
    return (
        f"{code}: số năm trước đang dùng {shown(used)}, Chỉ số {year} (tiêu chí {old_code}{whose}) "
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
