"""Numbers as people type and read them in Vietnamese: decimal comma, thousands dot."""

import re
from decimal import Decimal
from enum import StrEnum

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.text import nfc
from cchc_desktop.wording import typed as words
from cchc_desktop.wording.numerals import plain, shown

__all__ = ["AmbiguousNumberError", "NumberKind", "parse", "shown", "typed"]

_BLANKS = re.compile("[\\s\u00a0\u2007\u2009\u202f]+")
_MINUS = ("\u2212", "\u2013", "-")
_DIGITS = re.compile(r"[0-9]+")
_VIETNAMESE_GROUPS = re.compile(r"[1-9][0-9]{0,2}(\.[0-9]{3})+")
_ENGLISH_GROUPS = re.compile(r"[1-9][0-9]{0,2}(,[0-9]{3})+")
_SPACED_GROUPS = re.compile(r"[1-9][0-9]{0,2}( [0-9]{3})+")
_MISPLACED_COMMA = re.compile(r"0[0-9]+,")
_MOST_DIGITS = 30


class NumberKind(StrEnum):
    """What a number stands for; it decides how a dot is read."""

    COUNT = "count"  # 94.385 is ninety-four thousand
    POINTS = "points"  # 1.425 is one and a bit, when the maximum says so
    PERCENT = "percent"


class AmbiguousNumberError(CchcError):
    """Two readings are possible; the window asks which one is meant.

    Args:
        text: what was typed.
        readings: the possible values, decimal reading first.
    """

    def __init__(self, text: str, readings: tuple[Decimal, Decimal]) -> None:
        decimal, thousands = (shown(reading) for reading in readings)
        super().__init__(words.two_readings(text, decimal, thousands), words.COMMA_AND_DOT)
        self.readings = readings


def parse(text: str, kind: NumberKind, maximum: Decimal | None = None) -> Decimal:
    """Return the number a person typed.

    Accepted: "8,82", "8.82", "05,", "1.234,5", "1,234.5", "94.385", "94 385", "-0,5", "61,58 %".

    Args:
        text: what was typed or pasted.
        kind: what the number stands for.
        maximum: for points, the largest value that makes sense; a larger reading is impossible.

    Raises:
        AmbiguousNumberError: both readings of a dot are possible.
        CchcError: the text is no number.
    """
    body, negative = _bare(text, kind)
    readings = _readings(body, kind)
    if not readings:
        raise CchcError(words.no_number(text.strip()), words.NUMBERS)
    if len(readings) > 1 and maximum is not None:
        readings = [value for value in readings if value <= maximum] or readings[:1]
    if len(readings) > 1 and readings[0] != readings[1]:
        raise AmbiguousNumberError(text.strip(), (readings[0], readings[1]))
    return -readings[0] if negative else readings[0]


def typed(value: Decimal, kind: NumberKind) -> str:
    """Return a number as a field shows it: it parses back unasked."""
    if kind is NumberKind.COUNT:
        return shown(value).replace("\u2212", "-")
    return plain(value).replace(".", ",")


def _bare(text: str, kind: NumberKind) -> tuple[str, bool]:
    body = _BLANKS.sub(" ", nfc(text)).strip()
    if kind is NumberKind.PERCENT:
        body = body.removesuffix("%").strip()
    negative = body[:1] in _MINUS if body else False
    if negative or body[:1] == "+":
        body = body[1:].strip()
    return (body if len(body) <= _MOST_DIGITS else ""), negative


def _readings(body: str, kind: NumberKind) -> list[Decimal]:
    if _SPACED_GROUPS.fullmatch(body.partition(",")[0]):
        body = body.replace(" ", "")
    if "," in body and "." in body:
        return _both_separators(body)
    if "," in body:
        return _with_comma(body, kind)
    if "." in body:
        return _with_dot(body, kind)
    return [Decimal(body)] if _DIGITS.fullmatch(body) else []


def _both_separators(body: str) -> list[Decimal]:
    if body.rindex(",") > body.rindex("."):
        whole, _, tail = body.rpartition(",")
        groups, mark = _VIETNAMESE_GROUPS, "."
    else:
        whole, _, tail = body.rpartition(".")
        groups, mark = _ENGLISH_GROUPS, ","
    if groups.fullmatch(whole) and (not tail or _DIGITS.fullmatch(tail)):
        return [Decimal(f"{whole.replace(mark, '')}.{tail or 0}")]
    return []


def _with_comma(body: str, kind: NumberKind) -> list[Decimal]:
    if body.count(",") > 1:
        return [Decimal(body.replace(",", ""))] if _ENGLISH_GROUPS.fullmatch(body) else []
    if _MISPLACED_COMMA.fullmatch(body):  # "05," is printed for 0,5
        digits = body[1:-1]
        return [Decimal(f"0.{digits}")] if kind is NumberKind.POINTS else [Decimal(digits)]
    return _decimal(*body.split(","))


def _with_dot(body: str, kind: NumberKind) -> list[Decimal]:
    is_grouped = bool(_VIETNAMESE_GROUPS.fullmatch(body))
    grouped = [Decimal(body.replace(".", ""))] if is_grouped else []
    if kind is NumberKind.COUNT or body.count(".") > 1:
        return grouped
    return _decimal(*body.split(".")) + grouped


def _decimal(whole: str, tail: str) -> list[Decimal]:
    if not (whole or tail) or not _DIGITS.fullmatch(whole + tail):
        return []
    return [Decimal(f"{whole or 0}.{tail or 0}")]
