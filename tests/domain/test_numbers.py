"""Numbers as people type them: one strict reading, or a question."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.numbers import AmbiguousNumberError, NumberKind, parse, typed
from cchc_desktop.wording.numerals import compared, plain, shown, shown_cut

POINTS, COUNT, PERCENT = NumberKind.POINTS, NumberKind.COUNT, NumberKind.PERCENT


@pytest.mark.parametrize(
    ("text", "kind", "maximum", "value"),
    [
        ("8,82", POINTS, None, "8.82"),
        ("8.82", POINTS, None, "8.82"),
        ("05,", POINTS, None, "0.5"),
        ("05,", COUNT, None, "5"),
        ("5,", POINTS, None, "5"),
        (",5", POINTS, None, "0.5"),
        ("1.234,5", POINTS, None, "1234.5"),
        ("1,234.5", POINTS, None, "1234.5"),
        ("1,234,567", COUNT, None, "1234567"),
        ("94.385", COUNT, None, "94385"),
        ("94 385", COUNT, None, "94385"),
        ("94\u00a0385,5", COUNT, None, "94385.5"),
        ("1.234.567", POINTS, None, "1234567"),
        ("1.425", POINTS, "1.5", "1.425"),
        ("12.976", POINTS, "13", "12.976"),
        ("0.125", POINTS, None, "0.125"),
        ("-0,5", POINTS, None, "-0.5"),
        ("\u22120,5", POINTS, None, "-0.5"),
        ("+7", COUNT, None, "7"),
        ("61,58 %", PERCENT, None, "61.58"),
        (" 15 ", COUNT, None, "15"),
        ("1.000", POINTS, None, "1"),
    ],
)
def test_every_written_form_has_its_one_value(
    text: str, kind: NumberKind, maximum: str | None, value: str
) -> None:
    if text == "1.000":
        with pytest.raises(AmbiguousNumberError):
            parse(text, kind)
        return
    limit = None if maximum is None else Decimal(maximum)
    assert parse(text, kind, limit) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    ["", " ", "abc", "1e5", "1,2,3", "1.23,4.5", "12.34.5", "--5", "5%", ".", ",", "1..2",
     "\u0661\u0662", "NaN", "inf", "0x10", "1_000", "9" * 40, "1.2345,6", "01.234,5"],
)  # fmt: skip
def test_what_is_no_number_is_refused_in_words(text: str) -> None:
    with pytest.raises(CchcError) as refusal:
        parse(text, POINTS)
    assert "không phải là số" in refusal.value.sentence
    assert refusal.value.hint


def test_a_count_never_takes_a_dot_for_decimals() -> None:
    with pytest.raises(CchcError, match="không phải là số"):
        parse("12.34", COUNT)


def test_two_possible_readings_are_asked() -> None:
    with pytest.raises(AmbiguousNumberError) as question:
        parse("1.425", POINTS, Decimal(2000))
    assert question.value.readings == (Decimal("1.425"), Decimal(1425))
    assert "1,425" in question.value.sentence
    assert "1.425" in question.value.sentence


def test_a_reading_above_the_maximum_is_impossible_but_a_lone_one_is_kept() -> None:
    assert parse("1.425", POINTS, Decimal(1)) == Decimal("1.425")


@given(st.decimals(0, 10**9, places=5), st.sampled_from([POINTS, COUNT, PERCENT]))
def test_what_a_field_shows_parses_back_unasked(value: Decimal, kind: NumberKind) -> None:
    assert parse(typed(value, kind), kind) == value


@given(st.decimals(-(10**9), 10**9, places=12))
def test_plain_text_is_exact_and_has_no_exponent(value: Decimal) -> None:
    assert Decimal(plain(value)) == value
    assert "E" not in plain(value).upper()


@pytest.mark.parametrize(
    ("value", "places", "least", "sign", "text"),
    [
        ("83.516747", 2, 0, False, "83,52"),
        ("12.3", 3, 1, False, "12,3"),
        ("12", 2, 2, False, "12,00"),
        ("-0.576", 3, 0, True, "\u22120,576"),
        ("0.25", 2, 0, True, "+0,25"),
        ("153273", None, 0, False, "153.273"),
        ("0.005", 2, 0, False, "0,01"),
        ("-0.001", 2, 0, False, "0"),
    ],
)
def test_numbers_are_shown_the_vietnamese_way(
    value: str, places: int | None, least: int, *, sign: bool, text: str
) -> None:
    assert shown(Decimal(value), places, least, sign=sign) == text


def test_an_unrounded_value_ends_in_an_ellipsis_only_when_cut() -> None:
    assert shown_cut(Decimal("0.92369497563171595780")) == "0,923694…"
    assert shown_cut(Decimal("0.5")) == "0,5"


def test_three_thirds_are_one_where_values_are_compared() -> None:
    third = Decimal(1) / Decimal(3)
    assert compared(third + third + third) == 1
