"""How numbers and dates are written: decimal comma, thousands dot, dd/mm/yyyy."""

from datetime import date, datetime
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal

_CONTEXT = Context(prec=200, rounding=ROUND_HALF_EVEN)  # a quantize refuses what is longer
_COMPARED_STEP = Decimal(1).scaleb(-12)
_MOST_PLACES = 20


def compared(value: Decimal) -> Decimal:
    """Return the value that ranks, ties, thresholds and rounding look at: 12 places."""
    return value.quantize(_COMPARED_STEP, ROUND_HALF_EVEN, _CONTEXT)


def printed(value: Decimal, places: int) -> Decimal:
    """Return the value rounded half-up for print, looked at with 12 places."""
    return compared(value).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _CONTEXT)


def plain(value: Decimal) -> str:
    """Return a decimal as text without exponent or trailing zeros, at most 20 places."""
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -_MOST_PLACES:
        value = value.quantize(Decimal(1).scaleb(-_MOST_PLACES), ROUND_HALF_EVEN, _CONTEXT)
    text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def shown(value: Decimal, places: int | None = None, least: int = 0, *, sign: bool = False) -> str:
    """Return a number as the screen shows it: 1.234,5 with a real minus sign.

    Args:
        value: the number.
        places: most decimal places, rounded half-up; None shows all that the value has.
        least: decimal places that are always written.
        sign: whether a plus sign is written too.
    """
    rounded = value if places is None else printed(value, places)
    whole, _, tail = plain(abs(rounded)).partition(".")
    tail = tail.ljust(least, "0")
    grouped = f"{int(whole):,}".replace(",", ".")
    mark = "\u2212" if rounded < 0 else ("+" if sign else "")
    return f"{mark}{grouped},{tail}" if tail else f"{mark}{grouped}"


def shown_cut(value: Decimal, places: int = 6) -> str:
    """Return an unrounded value: all its decimals, or the first ``places`` and an ellipsis."""
    exact = compared(value)
    cut = exact.quantize(Decimal(1).scaleb(-places), "ROUND_DOWN", _CONTEXT)
    return f"{shown(cut, None, places)}…" if cut != exact else shown(exact)


def shown_date(day: date) -> str:
    """Return a day as dd/mm/yyyy."""
    return f"{day:%d/%m/%Y}"


def shown_time(moment: datetime) -> str:
    """Return a moment as HH:MM."""
    return f"{moment:%H:%M}"
