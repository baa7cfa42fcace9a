"""Exact points: Decimals of 34 digits, rounded only where a node or a print asks."""

from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal
from enum import StrEnum

from cchc_desktop.records import record
from cchc_desktop.wording.numerals import compared, plain, printed

__all__ = [
    "HUNDRED",
    "ZERO",
    "Rounding",
    "RoundingMode",
    "compared",
    "places_of",
    "plain",
    "printed",
    "settled",
    "share_of",
    "truncated",
]

ZERO = Decimal(0)
HUNDRED = Decimal(100)
_CONTEXT = Context(prec=34, rounding=ROUND_HALF_EVEN)
_ROUNDING = Context(prec=200)  # a quantize refuses what is longer
_LEAF_PLACES = 20
_LEAF_STEP = Decimal(1).scaleb(-_LEAF_PLACES)


class RoundingMode(StrEnum):
    """How a node rounds its points."""

    NONE = "none"
    HALF_UP = "half_up"
    TRUNCATE = "truncate"


@record
class Rounding:
    """Rounding that a criteria set prescribes for one node: mode and decimal places."""

    mode: RoundingMode = RoundingMode.NONE
    places: int = 0

    def of(self, value: Decimal) -> Decimal:
        """Return the value rounded as this node prescribes, looked at with 12 places."""
        if self.mode is RoundingMode.NONE:
            return value
        how = ROUND_HALF_UP if self.mode is RoundingMode.HALF_UP else ROUND_DOWN
        return compared(value).quantize(Decimal(1).scaleb(-self.places), how, _ROUNDING)


def share_of(part: Decimal, whole: Decimal, amount: Decimal) -> Decimal:
    """Return part / whole x amount, multiplied before it is divided; whole is not zero."""
    return _CONTEXT.divide(_CONTEXT.multiply(part, amount), whole)


def settled(value: Decimal) -> Decimal:
    """Return a leaf's points as they stand for good: 20 places, half-even."""
    return value.quantize(_LEAF_STEP, ROUND_HALF_EVEN, _CONTEXT) if _is_long(value) else value


def truncated(value: Decimal, places: int) -> Decimal:
    """Return the value cut to ``places`` decimals, as some printed reports do."""
    return compared(value).quantize(Decimal(1).scaleb(-places), ROUND_DOWN, _ROUNDING)


def places_of(value: Decimal) -> int:
    """Return how many decimal places the value was written with."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _is_long(value: Decimal) -> bool:
    exponent = value.as_tuple().exponent
    return isinstance(exponent, int) and exponent < -_LEAF_PLACES
