"""Every rule kind against the set's words, and against an oracle in fractions."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.marks import Deduction, Figure, Mark, Round
from cchc_desktop.domain.rules import RULES, Rule
from cchc_desktop.domain.rules.bands import Band, BandInput, Bands
from cchc_desktop.domain.rules.base import Entry, Gap, RuleKind
from cchc_desktop.domain.rules.deduction import DeductionRule
from cchc_desktop.domain.rules.levels import Levels, ScoreLevel
from cchc_desktop.domain.rules.manual import Manual
from cchc_desktop.domain.rules.ratio import Between, Excess, Ratio
from cchc_desktop.domain.rules.survey import Survey
from cchc_desktop.domain.rules.total import Total

D = Decimal
EXACT = Fraction(1, 10**19)


def entry(
    maximum: str | None = "1",
    *,
    points: str | None = None,
    choice: str = "",
    amounts: tuple[str | None, ...] = (),
    **figures: str,
) -> Entry:
    mark = Mark(
        "s",
        "c",
        Round.FIRST,
        points=None if points is None else D(points),
        choice=choice,
        figures={key: Figure(D(value)) for key, value in figures.items()},
    )
    listed = tuple(
        Deduction(str(n), "s", "c", Round.FIRST, str(n), None if amount is None else D(amount))
        for n, amount in enumerate(amounts)
    )
    return Entry(None if maximum is None else D(maximum), mark, listed)


def share(part: str, whole: str, maximum: str | None = "1", points: str | None = None) -> Entry:
    return entry(maximum, points=points, numerator=part, denominator=whole)


def announced(maximum: str | None) -> Entry:
    mark = Mark("s", "c", Round.SHEET, figures={"points": Figure(D("1.2"))})
    return Entry(None if maximum is None else D(maximum), mark)


@pytest.mark.parametrize("rule_type", RULES.values())
def test_every_kind_has_the_four_things(rule_type: type[Rule]) -> None:
    rule: RuleKind = rule_type()
    assert RULES[rule.kind] is rule_type
    assert isinstance(rule.figures(), tuple)
    assert isinstance(rule.check(D(1)), tuple)
    assert rule.score(Entry(D(1))).points is None
    assert rule.explain(Entry(D(1)))[0].text


@pytest.mark.parametrize(
    ("rule", "given_entry", "points"),
    [
        (Ratio(), share("8", "30"), Fraction(8, 30)),
        (Ratio(), share("8", "15"), Fraction(8, 15)),
        (Ratio(), share("94385", "153273", "1.5"), Fraction(94385 * 3, 153273 * 2)),
        (Ratio(base=D(1)), share("16", "19", "1.5"), 1 + Fraction(16, 38)),
        (Ratio(zero_below=D(70), between=Between.UNKNOWN), share("9", "16", "2"), 0),
        (Ratio(zero_below=D(70)), share("7", "10", "2"), Fraction(14, 10)),
        (Ratio(full_at=D(90)), share("9", "10", "2"), 2),
        (Ratio(full_at=D(90)), share("89", "100", "2"), Fraction(178, 100)),
        (Ratio(full_at=D(90), zero_below=D(50), between=Between.LINEAR), share("7", "10", "2"), 1),
        (Ratio(between=Between.LINEAR), share("1", "4", "2"), Fraction(1, 2)),
        (Ratio(excess=Excess.CAPPED), share("11", "10", "2"), 2),
        (Bands(bands=(Band(D(1), D(20), D(20)),)), entry("1.5", rank="20", of="63"), 1),
        (DeductionRule(per_fault=D("0.1")), entry("0.5", faults="1"), Fraction(4, 10)),
        (DeductionRule(per_fault=D("0.1")), entry("0.5", faults="9"), 0),
        (DeductionRule(), entry("10.5", amounts=("0.7", "0.74")), Fraction(906, 100)),
        (DeductionRule(), entry("1", amounts=("0.7", "0.74")), 0),
        (DeductionRule(), entry("10", points="9", amounts=("0.7",)), 9),
        (Survey(), entry("1.5", points="1", index="85"), Fraction(1275, 1000)),
        (Manual(), entry("1", points="0.25"), Fraction(1, 4)),
    ],
)
def test_points_are_those_of_the_set(rule: Rule, given_entry: Entry, points: Fraction) -> None:
    outcome = rule.score(given_entry)
    assert outcome.points is not None
    assert abs(Fraction(outcome.points) - points) < EXACT
    assert outcome.gap is None


def test_announced_points_go_before_the_index() -> None:
    mark = Mark(
        "s", "c", Round.SHEET, figures={"points": Figure(D("1.28")), "index": Figure(D(10))}
    )
    announced = Entry(D("1.5"), mark)
    assert Survey().score(announced).points == D("1.28")
    index = Survey().index_of(announced)
    assert index is not None
    assert abs(Fraction(index) - Fraction(256, 3)) < EXACT


@pytest.mark.parametrize(
    ("rule", "given_entry", "gap"),
    [
        (Ratio(), entry(numerator="8"), Gap.NOT_ENTERED),
        (Ratio(), entry(), Gap.NOT_ENTERED),
        (Ratio(), share("8", "0"), Gap.WHOLE_IS_ZERO),
        (Ratio(), share("9", "8"), Gap.PART_OVER_WHOLE),
        (Ratio(), share("1", "8", None), Gap.NO_MAXIMUM),
        (Ratio(zero_below=D(70), between=Between.UNKNOWN), share("8", "10"), Gap.RULE_UNKNOWN),
        (Bands(bands=(Band(D(1), D(20), D(20)),)), entry(rank="21"), Gap.RULE_UNKNOWN),
        (Bands(), entry(), Gap.NOT_ENTERED),
        (Levels((ScoreLevel("a", "A", D(1)),)), entry(choice="b"), Gap.RULE_UNKNOWN),
        (Levels((ScoreLevel("a", "A", D(1)),)), entry(), Gap.NOT_ENTERED),
        (DeductionRule(), entry(amounts=(None, "0.1")), Gap.NOT_ENTERED),
        (DeductionRule(per_fault=D(1)), entry(None, faults="1"), Gap.NO_MAXIMUM),
        (DeductionRule(), entry(), Gap.NOT_ENTERED),
        (Survey(), entry(), Gap.NOT_ENTERED),
        (Survey(), entry(None, index="80"), Gap.NO_MAXIMUM),
        (Manual(), entry(), Gap.NOT_ENTERED),
        (Total(), entry(points="1"), Gap.NOT_ENTERED),
    ],
)
def test_outside_what_is_known_there_are_no_points(
    rule: Rule, given_entry: Entry, gap: Gap
) -> None:
    outcome = rule.score(given_entry)
    assert outcome.points is None
    assert outcome.gap is gap


@pytest.mark.parametrize(
    ("rule", "given_entry"),
    [
        (Ratio(zero_below=D(70), between=Between.UNKNOWN), share("8", "10", points="0.5")),
        (Ratio(), share("9", "8", points="0.5")),
        (Bands(bands=(Band(D(1), D(20), D(20)),)), entry(rank="21", points="0.5")),
        (Levels((ScoreLevel("a", "A", D(1)),)), entry(choice="b", points="0.5")),
        (Levels((ScoreLevel("a", "A", D(1)),)), entry(points="0.5")),
        (DeductionRule(), entry(points="0.5")),
        (Manual(), entry(points="0.5")),
    ],
)
def test_points_typed_directly_stand_where_the_rule_gives_none(
    rule: Rule, given_entry: Entry
) -> None:
    outcome = rule.score(given_entry)
    assert outcome.points == D("0.5")
    assert outcome.is_typed
    assert "0,5" in " ".join(step.text for step in rule.explain(given_entry))


def test_a_rule_goes_before_points_typed_directly() -> None:
    assert Ratio().score(share("1", "2", points="0.9")).points == D("0.5")
    level = Levels((ScoreLevel("a", "A", D(1)),))
    assert level.score(entry(choice="a", points="0.2")).points == 1


@given(
    st.integers(0, 10**6),
    st.integers(1, 10**6),
    st.decimals("0.1", 20, places=2),
    st.decimals(0, 1, places=2),
)
def test_a_share_is_exact_to_19_places(
    part: int, whole: int, maximum: Decimal, base: Decimal
) -> None:
    base = min(base, maximum)
    outcome = Ratio(base=base, excess=Excess.CAPPED).score(
        Entry(maximum, share(str(part), str(whole)).mark)
    )
    oracle = Fraction(base) + Fraction(min(part, whole), whole) * (
        Fraction(maximum) - Fraction(base)
    )
    assert outcome.points is not None
    assert abs(Fraction(outcome.points) - oracle) < EXACT
    assert 0 <= outcome.points <= maximum


@given(st.integers(0, 100), st.integers(0, 100))
def test_more_of_a_good_figure_never_gives_less(first: int, second: int) -> None:
    rules = [
        Ratio(),
        Ratio(full_at=D(90), zero_below=D(40)),
        Ratio(full_at=D(90), zero_below=D(40), between=Between.LINEAR),
    ]
    low, high = sorted((first, second))
    for rule in rules:
        less, more = (rule.score(share(str(n), "100", "2")).points for n in (low, high))
        assert less is not None
        assert more is not None
        assert less <= more


FAULTY: list[tuple[Rule, str]] = [
    (Manual(least=D(2)), "least"),
    (Manual(step=D(0)), "step"),
    (Levels(), "levels"),
    (Levels((ScoreLevel("a", "A", D(2)),)), "levels"),
    (Levels((ScoreLevel("a", "A", D(1)), ScoreLevel("b", "A", D(0)))), "levels"),
    (Levels((ScoreLevel("a", "A", D(1)), ScoreLevel("a", "B", D(0)))), "levels"),
    (Ratio(base=D(2)), "base"),
    (Ratio(base=D(-1)), "base"),
    (Ratio(full_at=D(101)), "full_at"),
    (Ratio(zero_below=D(-1)), "zero_below"),
    (Ratio(full_at=D(50), zero_below=D(50)), "full_at"),
    (Bands(), "bands"),
    (Bands(bands=(Band(D(2), D(1), D(2)),)), "bands"),
    (Bands(bands=(Band(D(1), D(5), D(2)),)), "bands"),
    (Bands(bands=(Band(D(1), D(1), D(5)), Band(D(0), D(5), D(9)))), "bands"),
    (Bands(bands=(Band(D(1), D(1), None), Band(D(0), D(5), D(9)))), "bands"),
    (Bands(bands=(Band(D(1), D(1), D(3)), Band(D(0), D(5), None)), is_complete=True), "bands"),
    (DeductionRule(per_fault=D(0)), "per_fault"),
    (DeductionRule(per_fault=D(2)), "per_fault"),
]


@pytest.mark.parametrize(("rule", "field"), FAULTY)
def test_a_faulty_rule_is_told_with_its_parameter(rule: Rule, field: str) -> None:
    problems = rule.check(D(1))
    assert field in {problem.field for problem in problems}
    assert all(problem.sentence.endswith(".") for problem in problems)


@pytest.mark.parametrize(
    "rule",
    [
        Manual(step=D("0.5")),
        Levels((ScoreLevel("a", "A", D(1)), ScoreLevel("b", "B", D(0)))),
        Ratio(base=D("0.5"), full_at=D(90), zero_below=D(50)),
        Bands(bands=(Band(D(1), None, D(3)), Band(D(0), D(4), None)), is_complete=True),
        Bands(BandInput.VALUE, (Band(D(0), None, D(3)), Band(D(1), D(3), None)), is_complete=True),
        Bands(bands=(Band(D(1), D(1), D(3)), Band(D(0), D(9), None))),
        DeductionRule(per_fault=D("0.1")),
        Survey(),
        Total(),
    ],
)
def test_a_sound_rule_has_no_fault(rule: Rule) -> None:
    assert not rule.check(D(1))
    assert not [problem for problem in rule.check(None) if problem.field != "least"]


@pytest.mark.parametrize(
    ("over", "value", "points"),
    [
        (BandInput.RANK, "3", 1), (BandInput.RANK, "4", 0), (BandInput.VALUE, "3", 0),
        (BandInput.VALUE, "2.99", 1), (BandInput.PERCENT, "100", 0),
    ],
)  # fmt: skip
def test_a_rank_belongs_to_both_ends_and_a_value_to_the_lower(
    over: BandInput, value: str, points: int
) -> None:
    start = D(4) if over is BandInput.RANK else D(3)
    rule = Bands(over, (Band(D(1), None, D(3)), Band(D(0), start, None)), is_complete=True)
    mark = Mark("s", "c", Round.FIRST, figures={over.value: Figure(D(value))})
    assert rule.score(Entry(None, mark)).points == points
    assert rule.figures()[0].key == over.value


FALLING = (Band(D(10), D(90), D(100)), Band(D(5), D(50), D(90)), Band(D(0), None, D(50)))


@pytest.mark.parametrize("bands", [FALLING, FALLING[::-1]])
def test_bands_may_be_named_from_the_highest_down(bands: tuple[Band, ...]) -> None:
    rule = Bands(BandInput.PERCENT, bands, is_complete=True)
    assert not rule.check(D(10))
    found = [
        rule.score(Entry(D(10), Mark("s", "c", Round.FIRST, figures={"percent": Figure(D(v))})))
        for v in ("100", "90", "89.99", "50", "49.99")
    ]
    assert [outcome.points for outcome in found] == [10, 10, 5, 5, 0]


def test_falling_bands_that_overlap_or_leave_a_gap_are_told() -> None:
    over = BandInput.PERCENT
    overlap = Bands(over, (Band(D(10), D(80)), Band(D(5), D(50), D(90))))
    assert [p.field for p in overlap.check(D(10))] == ["bands"]
    gap = Bands(over, (Band(D(10), D(95)), Band(D(5), None, D(90))), is_complete=True)
    assert [p.field for p in gap.check(D(10))] == ["bands"]


@pytest.mark.parametrize(
    ("rule", "given_entry", "words"),
    [
        (Ratio(), share("94385", "153273", "1.5"), ["94.385 ÷ 153.273 = 61,58 %", "0,923694…"]),
        (Ratio(), share("50", "30"), ["50 ÷ 30 = 166,67 %"]),
        (Ratio(excess=Excess.CAPPED), share("50", "30"), ["166,67 %", "1 × 30 ÷ 30 = 1"]),
        (Ratio(base=D(1)), share("16", "19", "1.5"), ["1 + 0,5 × 16 ÷ 19 = 1,421052…"]),
        (Ratio(zero_below=D(70)), share("9", "16"), ["dưới 70 %: 0 điểm"]),
        (Ratio(full_at=D(70)), share("9", "10"), ["từ 70 %: đủ điểm"]),
        (Ratio(between=Between.UNKNOWN), share("9", "10"), ["chưa nêu cách chấm"]),
        (Ratio(between=Between.LINEAR, zero_below=D(50)), share("3", "4"),
         ["(75 − 50) ÷ (100 − 50) × 1 = 0,5"]),
        (Ratio(between=Between.LINEAR, zero_below=D(50), full_at=D(95)),
         share("81456", "153273", "10"), ["(53,144389… − 50) ÷ (95 − 50) × 10 = 0,698753…"]),
        (Ratio(D(1), between=Between.LINEAR), share("3", "4", "3"),
         ["1 + (75 − 0) ÷ (100 − 0) × 2 = 2,5"]),
        (Bands(bands=(Band(D(1), D(20), D(20)),)), entry(rank="20", of="63"),
         ["hạng 20 trong 63", "20: 1 điểm"]),
        (Bands(bands=(Band(D(1), D(20), D(20)),)), entry(rank="21"), ["chưa nêu cách chấm"]),
        (DeductionRule(per_fault=D("0.1")), entry("0.5", faults="1"), ["0,5 − 1 × 0,1 = 0,4"]),
        (DeductionRule(), entry("10.5", amounts=("0.7", "0.74")), ["10,5 − (0,7 + 0,74) = 9,06"]),
        (DeductionRule(), entry("1", amounts=("2",)), ["1 − 2 = 0", "chạm sàn 0"]),
        (Survey(), entry("1.5", index="85"), ["1,5 × 85 % = 1,275"]),
        (Survey(), announced("1.5"), ["1,2 ÷ 1,5 = 80 % (suy ra)"]),
        (Survey(), announced(None), ["công bố"]),
        (Levels((ScoreLevel("a", "Mức một", D(1)),)), entry(choice="a"),
         ["“Mức một” được 1 điểm"]),
    ],
)  # fmt: skip
def test_an_explanation_can_be_redone_on_a_calculator(
    rule: Rule, given_entry: Entry, words: list[str]
) -> None:
    text = " | ".join(step.text for step in rule.explain(given_entry))
    assert all(word in text for word in words), text


@pytest.mark.parametrize(
    ("band", "name"),
    [(Band(D(1)), "mọi giá trị"), (Band(D(1), None, D(3)), "đến 3"), (Band(D(1), D(3)), "từ 3"),
     (Band(D(1), D(3), D(5)), "từ 3 đến dưới 5 %")],
)  # fmt: skip
def test_a_band_is_named_by_its_ends(band: Band, name: str) -> None:
    rule = Bands(BandInput.PERCENT, (band,))
    value = band.least if band.least is not None else D(2)
    text = rule.explain(entry(percent=str(value)))[-1].text
    assert name.removesuffix(" %") in text
