"""The rule audit against rules worked out anew in fractions: no proof is ever contradicted."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.audit import audit
from cchc_desktop.domain.audit_finding import AuditFinding, Claim, Verdict
from cchc_desktop.domain.criteria import CriteriaTree, Criterion
from cchc_desktop.domain.points import Rounding, RoundingMode
from cchc_desktop.domain.rules import Rule
from cchc_desktop.domain.rules.bands import Band, BandInput, Bands
from cchc_desktop.domain.rules.base import Entry
from cchc_desktop.domain.rules.by_formula import ByFormula, FormulaFigure
from cchc_desktop.domain.rules.checklist import Checklist, ChecklistItem
from cchc_desktop.domain.rules.deduction import DeductionRule
from cchc_desktop.domain.rules.levels import Levels, ScoreLevel
from cchc_desktop.domain.rules.ratio import Between, Ratio
from cchc_desktop.domain.rules.trend import Trend

D, F = Decimal, Fraction
NEAR = F(1, 10**10)
Figures = dict[str, Fraction]
Points = Callable[[Figures], Fraction | None]

POINTS = st.integers(-2, 8).map(lambda n: D(n) / 4)
MAYBE = st.none() | POINTS
ROUNDINGS = st.sampled_from(
    (Rounding(), Rounding(RoundingMode.HALF_UP, 1), Rounding(RoundingMode.TRUNCATE, 1))
)


@dataclass(frozen=True)
class Case:
    """A rule, the oracle for its points, and figures at random, the better ones told apart."""

    rule: Rule
    maximum: Decimal
    rounding: Rounding
    points: Points
    drawn: Callable[[random.Random], Figures]
    better: Callable[[random.Random, Figures], Figures] | None = None

    def scored(self, figures: Figures) -> Fraction | None:
        points = self.points(figures)
        return None if points is None else rounded(points, self.rounding)

    def found(self, claim: Claim) -> AuditFinding | None:
        node = Criterion("1", "a", "", "i", "1", "Một", maximum=self.maximum, rule=self.rule,
                         rounding=self.rounding)  # fmt: skip
        return next((f for f in audit(CriteriaTree((node,)), "1") if f.claim is claim), None)


def rounded(points: Fraction, rounding: Rounding) -> Fraction:
    if rounding.mode is RoundingMode.NONE:
        return points
    scaled = abs(points) * 10**rounding.places
    whole = floor(scaled + F(1, 2)) if rounding.mode is RoundingMode.HALF_UP else floor(scaled)
    return F(whole, 10**rounding.places) * (1 if points >= 0 else -1)


def said(entry: Entry) -> Figures:
    found = {key: F(figure.value) for key, figure in entry.figures.items()}
    if entry.mark is not None and entry.mark.choice:
        found[entry.mark.choice] = F(1)
    return found


def ratio_points(rule: Ratio, maximum: Fraction) -> Points:
    def points(figures: Figures) -> Fraction | None:
        percent = 100 * figures["numerator"] / figures["denominator"]
        low, full = rule.zero_below, rule.full_at
        if low is not None and percent < F(low):
            return F(0)
        if full is not None and percent >= F(full):
            return maximum
        base = F(rule.base or 0)
        if rule.between is Between.UNKNOWN:
            return None
        start, end = (F(low or 0), F(full or 100)) if rule.between is Between.LINEAR else (0, 100)
        return base + (percent - start) / (end - start) * (maximum - base) if end > start else None

    return points


@st.composite
def ratios(draw: st.DrawFn) -> Case:
    threshold = st.none() | st.integers(0, 10).map(lambda n: D(10 * n))
    rule = Ratio(draw(MAYBE), draw(threshold), draw(threshold), draw(st.sampled_from(Between)))
    maximum = draw(POINTS.filter(lambda n: n > 0))

    def drawn(chance: random.Random) -> Figures:
        whole = chance.choice((1, 10, 100, 137))
        return {"numerator": F(chance.randint(0, whole)), "denominator": F(whole)}

    def better(chance: random.Random, figures: Figures) -> Figures:
        part, whole = int(figures["numerator"]), int(figures["denominator"])
        return {**figures, "numerator": F(chance.randint(part, whole))}

    points = ratio_points(rule, F(maximum))
    return Case(rule, maximum, draw(ROUNDINGS), points, drawn, better)


@st.composite
def checklists(draw: st.DrawFn) -> Case:
    given_points = draw(st.lists(POINTS, min_size=1, max_size=4))
    items = tuple(ChecklistItem(f"i{n}", f"Mục {n}", p) for n, p in enumerate(given_points))
    rule, maximum = Checklist(items, draw(MAYBE)), draw(POINTS.filter(lambda n: n > 0))

    def points(figures: Figures) -> Fraction:
        total = sum((F(i.points) for i in items if figures.get(i.key)), F(0))
        return min([total, F(maximum), *([] if rule.cap is None else [F(rule.cap)])])

    def drawn(chance: random.Random) -> Figures:
        return {item.key: F(chance.randint(0, 1)) for item in items}

    def better(chance: random.Random, figures: Figures) -> Figures:
        return {**figures, chance.choice(items).key: F(1)}

    return Case(rule, maximum, draw(ROUNDINGS), points, drawn, better)


@st.composite
def bands(draw: st.DrawFn) -> Case:
    over = draw(st.sampled_from(BandInput))
    ends = sorted(draw(st.lists(st.integers(0, 12), min_size=2, max_size=8)))
    pairs = list(zip(ends[::2], ends[1::2], strict=False))
    rows = tuple(Band(draw(POINTS), D(least), D(most)) for least, most in pairs)
    rule = Bands(over, rows, is_complete=draw(st.booleans()))
    maximum = draw(POINTS.filter(lambda n: n > 0))

    def points(figures: Figures) -> Fraction | None:
        value = figures[over.value]
        for row in rows:
            least, most = F(row.least or 0), F(row.most or 0)
            closed = over is BandInput.RANK or least == most or row is rows[-1]
            if least <= value < most or (closed and value == most):
                return F(row.points)
        return None

    def drawn(chance: random.Random) -> Figures:
        share = 1 if over is BandInput.RANK else 2
        return {over.value: F(chance.randint(0, 13 * share), share)}

    def better(chance: random.Random, figures: Figures) -> Figures:
        return {over.value: F(chance.randint(0, int(figures[over.value])))}

    is_rank = over is BandInput.RANK
    return Case(rule, maximum, draw(ROUNDINGS), points, drawn, better if is_rank else None)


@st.composite
def small_rules(draw: st.DrawFn) -> Case:
    """Levels, trends and counted faults."""
    maximum = draw(POINTS.filter(lambda n: n > 0))
    rounding = draw(ROUNDINGS)
    match draw(st.sampled_from(("levels", "trend", "deduction"))):
        case "levels":
            given_points = draw(st.lists(POINTS, min_size=1, max_size=4))
            levels = tuple(ScoreLevel(f"k{n}", f"M{n}", p) for n, p in enumerate(given_points))
            rule: Rule = Levels(levels, is_complete=draw(st.booleans()))
            by_key = {level.key: F(level.points) for level in levels}
            return Case(rule, maximum, rounding, lambda f: by_key[next(iter(f))],
                        lambda chance: {chance.choice(list(by_key)): F(1)})  # fmt: skip
        case "trend":
            directions = draw(MAYBE), draw(MAYBE), draw(MAYBE)
            rise, same, fall = (None if each is None else F(each) for each in directions)
            return Case(Trend(*directions), maximum, rounding,
                        lambda f: fall if f["now"] < f["before"] else
                        (rise if f["now"] > f["before"] else same),
                        lambda chance: {"now": F(chance.randint(0, 3)), "before": F(1)},
                        )  # fmt: skip
        case _:
            per_fault = draw(POINTS)
            return Case(DeductionRule(per_fault), maximum, rounding,
                        lambda f: max(F(0), F(maximum) - f["faults"] * F(per_fault)),
                        lambda chance: {"faults": F(chance.randint(0, 6))},
                        lambda chance, f: {"faults": F(chance.randint(0, int(f["faults"])))},
                        )  # fmt: skip


@given(ratios() | checklists() | bands() | small_rules(), st.randoms(use_true_random=False))
def test_no_verdict_is_contradicted(case: Case, chance: random.Random) -> None:
    inside, reach = case.found(Claim.INSIDE), case.found(Claim.REACHABLE)
    rising = case.found(Claim.RISING)
    assert inside is not None
    assert reach is not None
    maximum = F(case.maximum)
    for _ in range(30):
        figures = case.drawn(chance)
        points = case.scored(figures)
        if points is None:
            continue
        if inside.verdict is Verdict.PROVED:
            assert -NEAR <= points <= maximum + NEAR
        if reach.verdict is Verdict.REFUTED:
            assert points < maximum
        if rising is not None and rising.verdict is Verdict.PROVED and case.better is not None:
            more = case.scored(case.better(chance, figures))
            assert more is None or more >= points - NEAR


@given(ratios() | checklists() | bands() | small_rules())
def test_every_example_is_real(case: Case) -> None:
    inside, reach = case.found(Claim.INSIDE), case.found(Claim.REACHABLE)
    assert inside is not None
    assert reach is not None
    if inside.verdict is Verdict.REFUTED:
        (points,) = scored_examples(case, inside)
        assert not 0 <= points <= F(case.maximum)
    if reach.verdict is Verdict.PROVED:
        (points,) = scored_examples(case, reach)
        assert points >= F(case.maximum) - NEAR
    rising = case.found(Claim.RISING)
    if rising is not None and rising.verdict is Verdict.REFUTED:
        assert_falls_or_turns(scored_examples(case, rising))


def scored_examples(case: Case, finding: AuditFinding) -> list[Fraction]:
    found = [case.scored(said(entry)) for entry in finding.example]
    assert None not in found
    return [points for points in found if points is not None]


def assert_falls_or_turns(points: list[Fraction]) -> None:
    if len(points) == 2:
        assert points[0] > points[1]
    else:
        assert points[0] < points[1]
        assert points[2] > points[3]


@given(bands())
def test_bands_are_told_apart_and_joined_as_they_are(case: Case) -> None:
    found, rule = case.found(Claim.BANDS), case.rule
    assert found is not None
    assert isinstance(rule, Bands)
    step = F(1) if rule.over is BandInput.RANK else F(1, 4)
    value, last = F(rule.bands[0].least or 0), F(rule.bands[-1].most or 0)
    while found.verdict is Verdict.PROVED and value < last:
        assert case.points({rule.over.value: value}) is not None
        value += step
    if found.verdict is Verdict.REFUTED:
        (entry,) = found.example
        value = said(entry)[rule.over.value]
        holding = [row for row in rule.bands if F(row.least or 0) <= value <= F(row.most or 0)]
        is_shared = len(holding) > 1
        assert is_shared or case.points({rule.over.value: value}) is None


Expression = tuple[str, Callable[[Figures], Fraction | None]]


def lifted(
    sign: str, act: Callable[[Fraction, Fraction], Fraction], left: Expression, right: Expression
) -> Expression:
    def value(figures: Figures) -> Fraction | None:
        a, b = left[1](figures), right[1](figures)
        if a is None or b is None or (sign == "/" and b == 0):
            return None
        return act(a, b)

    text = f"{sign}({left[0]}; {right[0]})" if sign.isalpha() else f"({left[0]} {sign} {right[0]})"
    return text, value


def chosen(condition: Expression, then: Expression, otherwise: Expression) -> Expression:
    def value(figures: Figures) -> Fraction | None:
        asked = condition[1](figures)
        return None if asked is None else (then if asked else otherwise)[1](figures)

    return f"if({condition[0]}; {then[0]}; {otherwise[0]})", value


def whole(inner: Expression) -> Expression:
    def value(figures: Figures) -> Fraction | None:
        found = inner[1](figures)
        return None if found is None else rounded(found, Rounding(RoundingMode.HALF_UP, 0))

    return f"round({inner[0]})", value


SIGNS: dict[str, Callable[[Fraction, Fraction], Fraction]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
    "min": min,
    "max": max,
    "<": lambda a, b: F(a < b),
    ">=": lambda a, b: F(a >= b),
    "=": lambda a, b: F(a == b),
    "<>": lambda a, b: F(a != b),
    ">": lambda a, b: F(a > b),
    "<=": lambda a, b: F(a <= b),
}
NUMBERS = st.integers(0, 6).map(lambda n: (str(n), lambda _: F(n)))
NAMES = st.sampled_from(("x", "y")).map(lambda name: (name, lambda figures: figures[name]))


def _joined(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    both = st.builds(
        lambda sign, a, b: lifted(sign, SIGNS[sign], a, b),
        st.sampled_from(list(SIGNS)),
        inner,
        inner,
    )
    shares = st.builds(lambda a, b: lifted("/", SIGNS["/"], a, b), NAMES | inner, inner)
    choices = st.builds(chosen, both, inner, inner)
    return both | shares | choices | st.builds(whole, inner)


FORMULAS = st.recursive(NUMBERS | NAMES, _joined, max_leaves=7)
GRID = [F(n, 2) for n in range(15)]


def formula_case(expression: Expression) -> Case:
    figures = (FormulaFigure("x", "Số x"), FormulaFigure("y", "Số y"))

    def points(values: Figures) -> Fraction | None:
        value = expression[1](values)
        return None if value is None else min(max(value, F(0)), F(2))

    rule = ByFormula(f"{expression[0]} + 0 * x + 0 * y", figures)
    return Case(rule, D(2), Rounding(), points, lambda _: {})


@pytest.mark.parametrize(
    "formula", ["1/0 - x/0", "x/0 - 1/0", "1/0 - x/0 + y", "(1/0) * (x/0) - y/0"]
)
def test_a_formula_that_never_has_a_value_is_audited_in_words(formula: str) -> None:
    case = formula_case((formula, lambda _: None))
    reach = case.found(Claim.REACHABLE)
    assert reach is not None
    assert reach.verdict is not Verdict.PROVED


@given(FORMULAS)
def test_what_is_proved_of_a_formula_holds_for_all_figures(expression: Expression) -> None:
    case = formula_case(expression)
    rising, reach = case.found(Claim.RISING), case.found(Claim.REACHABLE)
    assert rising is not None
    assert reach is not None
    by_zero = "/" in case_text(case)
    values = [value for value in GRID if value or not by_zero]
    if reach.verdict is Verdict.REFUTED:
        every = [case.points({"x": x, "y": y}) for x in values for y in values]
        assert all(points is None or points < 2 for points in every)
    if reach.verdict is Verdict.PROVED:
        assert scored_examples(case, reach)[0] >= 2 - NEAR
    if rising.verdict is Verdict.REFUTED:
        assert_falls_or_turns(scored_examples(case, rising))
    elif rising.verdict is Verdict.PROVED:
        for growing, other in (("x", "y"), ("y", "x")):
            for fixed in values:
                line = [case.points({growing: value, other: fixed}) for value in values]
                known = [points for points in line if points is not None]
                assert known in (sorted(known), sorted(known, reverse=True)), case_text(case)


def case_text(case: Case) -> str:
    assert isinstance(case.rule, ByFormula)
    return case.rule.formula


@pytest.mark.parametrize(
    ("formula", "verdict"),
    [
        ("1 + 0,5 * on_time / assigned", Verdict.PROVED),
        ("if(assigned = 0; 0; on_time / assigned)", Verdict.PROVED),
        ("if(on_time >= 90; 1,5; on_time / 100 * 1,5 + 0 * assigned)", Verdict.PROVED),
        ("if(on_time >= 90; 1; on_time / 100 * 1,5 + 0 * assigned)", Verdict.REFUTED),
        ("min(1,5; max(0; on_time - assigned))", Verdict.PROVED),
        ("round(on_time / 3; 1) - assigned", Verdict.PROVED),
        ("on_time * (5 - on_time) + 0 * assigned", Verdict.REFUTED),
        ("on_time / (on_time + assigned)", Verdict.UNKNOWN),
        ("-(2 - on_time) * (0 - 1) + assigned", Verdict.PROVED),
        ("on_time / (0 - 2) + -(3 / assigned)", Verdict.PROVED),
        ("on_time / (2 - assigned)", Verdict.REFUTED),
        ("round(on_time; assigned)", Verdict.UNKNOWN),
        ("if(5 > on_time; on_time; 5) + if(on_time - 9; 2; 2) + assigned", Verdict.UNKNOWN),
        ("if(3 <> 3; on_time * (3 - on_time); on_time) + assigned", Verdict.PROVED),
        ("if(max(1; on_time) >= 1; on_time; 0) / assigned", Verdict.PROVED),
        ("if(on_time < 4; on_time; if(on_time < 2; 0; 9)) + assigned", Verdict.PROVED),
        ("on_time / (assigned * 2) * (1 > 0)", Verdict.PROVED),
    ],
)
def test_formulas_of_real_sets_are_told_apart(formula: str, verdict: Verdict) -> None:
    figures = (FormulaFigure("on_time", "Đúng hạn"), FormulaFigure("assigned", "Được giao"))
    case = Case(ByFormula(formula, figures), D("1.5"), Rounding(), lambda _: None, lambda _: {})
    found = case.found(Claim.RISING)
    assert found is not None
    assert found.verdict is verdict, found.sentence
