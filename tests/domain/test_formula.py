"""The formula language: what it gives, what it refuses, and where."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.formula import FormulaError, inserted, parse_formula, repaired, wrong_part

D = Decimal
FIGURES = {"assigned": D(19), "on_time": D(16), "số_đạt": D(3)}


def value(text: str) -> Decimal:
    return parse_formula(text, tuple(FIGURES)).value(FIGURES)


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("1 + 0,5 * on_time / assigned", "1.421052631578947368421052631578947"),
        ("1 + 2 * 3", "7"),
        ("(1 + 2) * 3", "9"),
        ("10 - 4 - 3", "3"),
        ("8 / 4 / 2", "1"),
        ("-2 * -3", "6"),
        ("--2", "2"),
        ("+5", "5"),
        ("2 × 3 ÷ 4 − 1", "0.5"),
        ("if(on_time >= assigned; 1,5; 0.5)", "0.5"),
        ("if(1 = 1; 2; 1 / (assigned - 19))", "2"),
        ("if(1/3*3 = 1; 7; 8)", "7"),
        ("MIN(3; 2; on_time)", "2"),
        ("max(0; 1 - 2)", "0"),
        ("round(2,345; 2)", "2.35"),
        ("round(2,5)", "3"),
        ("1 <> 2", "1"),
        ("2 < 1", "0"),
        ("2 <= 2", "1"),
        ("số_đạt > 2", "1"),
    ],
)
def test_a_formula_gives_what_a_calculator_gives(text: str, result: str) -> None:
    assert value(text) == D(result)


@pytest.mark.parametrize(
    ("text", "at", "word"),
    [
        ("", 1, "chưa có công thức"),
        ("  ", 1, "chưa có công thức"),
        ("1 +", 4, "chưa hết"),
        ("1 2", 3, "không đứng được"),
        ("(1 + 2", 7, "thiếu dấu “)”"),
        ("1 + )", 5, "không đứng được"),
        ("asigned * 2", 1, "gần nhất là “assigned”"),
        ("xyz", 1, "không có số liệu tên “xyz”"),
        ("__import__('os')", 1, "không có hàm"),
        ("on_time.real", 8, "không dùng được dấu “.”"),
        ("9**9**9", 3, "không đứng được"),
        ("2 ^ 3", 3, "không dùng được dấu"),
        ("'a'", 1, "không dùng được dấu"),
        ("sin(1)", 1, "không có hàm"),
        ("if(1; 2)", 1, "đúng 3 phần"),
        ("min()", 5, "không đứng được"),
        ("round(1; 2; 3)", 1, "từ 1 đến 2 phần"),
        ("round(1; 13)", 1, "từ 0 đến 12"),
        ("round(1; 0,5)", 1, "từ 0 đến 12"),
        ("1 / (assigned - 19)", 3, "chia cho 0"),
        ("1 / 0", 3, "chia cho 0"),
        ("on_time ÷ -(0,00) + 1", 9, "chia cho 0"),
        ("if(assigned > 0; on_time / assigned; on_time / 0)", 46, "chia cho 0"),
        ("1 < 2 < 3", 7, "không đứng được"),
        ("min(1, 2)", 6, "không dùng được dấu “,”"),
        ("(" * 10_000 + "1" + ")" * 10_000, 2001, "dài quá"),
        ("(" * 900 + "1" + ")" * 900, 41, "lồng nhau quá 40"),
        ("1" + "+1" * 900, 1001, "quá 500 thành phần"),
    ],
)
def test_a_fault_points_at_its_character(text: str, at: int, word: str) -> None:
    with pytest.raises(FormulaError, match="Ký tự") as fault:
        value(text)
    assert word in fault.value.sentence
    assert fault.value.at == at
    assert fault.value.hint


def test_a_division_by_a_written_zero_is_refused_before_it_is_ever_worked_out() -> None:
    with pytest.raises(FormulaError) as fault:
        parse_formula("on_time / 0")
    assert (fault.value.at, wrong_part("on_time / 0", fault.value)) == (9, "/")


@pytest.mark.parametrize(
    ("text", "wrong", "mended"),
    [
        ("1 + on_tine", "on_tine", "1 + on_time"),
        ("mim(1; 2)", "mim", "min(1; 2)"),
        ("min(1, 2)", ",", "min(1; 2)"),
        ("(1 + 2", "", "(1 + 2)"),
        ("(1 + 2 3", "3", "(1 + 2 )3"),
        ("2 ^ 3", "^", "2  3"),
        ("1 +", "", "1 +"),
    ],
)
def test_a_repair_stands_where_the_fault_was(text: str, wrong: str, mended: str) -> None:
    with pytest.raises(FormulaError) as caught:
        parse_formula(text, ("on_time",))
    assert wrong_part(text, caught.value) == wrong
    if caught.value.repair:
        assert repaired(text, caught.value) == mended


def fault_of(text: str) -> FormulaError | None:
    try:
        parse_formula(text, ("max_x",))
    except FormulaError as fault:
        return fault
    return None


@given(st.text("1;,()minafx +-*/", max_size=20))
def test_a_repair_never_throws_typing_away(text: str) -> None:
    fault = fault_of(text)
    if fault is not None:
        mended, wrong = repaired(text, fault), wrong_part(text, fault)
        assert text[fault.at - 1 :].startswith(wrong)
        assert len(mended) >= len(text) - len(wrong)
        assert mended.startswith(text[: fault.at - 1])


def test_figures_are_put_in_for_their_names() -> None:
    figures = {"a": D("19"), "b": D("-0.5")}
    assert inserted("1 + 0,5 × b / (a + ab)", figures) == "1 + 0,5 × (−0,5) / (19 + ab)"


def test_a_figure_that_is_missing_is_named() -> None:
    with pytest.raises(FormulaError, match="chưa nhập số liệu “on_time”"):
        parse_formula("1 + on_time").value({})


def test_a_result_that_is_too_large_is_refused() -> None:
    figures = {"x": D("1e900000")}
    with pytest.raises(FormulaError, match="quá lớn"):
        parse_formula("x * x").value(figures)


def test_names_are_told_once_in_order() -> None:
    assert parse_formula("b + a * b").names == ("b", "a")


EXPRESSION = st.recursive(
    st.integers(1, 99).map(lambda n: (str(n), Fraction(n))),
    lambda inner: st.tuples(inner, st.sampled_from("+-*"), inner).map(
        lambda parts: (
            f"({parts[0][0]} {parts[1]} {parts[2][0]})",
            {
                "+": parts[0][1] + parts[2][1],
                "-": parts[0][1] - parts[2][1],
                "*": parts[0][1] * parts[2][1],
            }[parts[1]],
        )
    ),
    max_leaves=8,
)


@given(EXPRESSION)
def test_arithmetic_is_that_of_fractions(expression: tuple[str, Fraction]) -> None:
    text, oracle = expression
    assert Fraction(parse_formula(text).value({})) == oracle


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        at = 1 + 0 * int(parse_formula(text).value({}).is_finite())
    except FormulaError as fault:
        at = fault.at
    assert 1 <= at <= len(text) + 1


@pytest.mark.parametrize(("typed", "meant"), [("nếu", "if"), ("NEU", "if"), ("tron", "round")])
def test_a_function_named_in_vietnamese_is_offered_by_its_own_name(typed: str, meant: str) -> None:
    with pytest.raises(FormulaError) as caught:
        parse_formula(f"{typed}(1; 2)", ())
    assert caught.value.repair == meant
