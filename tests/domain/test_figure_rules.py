"""Checklist, trend, supplied points and formula: points, gaps, faults, explanations."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.marks import Figure, Mark, Round
from cchc_desktop.domain.rules import Rule
from cchc_desktop.domain.rules.base import Entry, Gap
from cchc_desktop.domain.rules.by_formula import ByFormula, FormulaFigure
from cchc_desktop.domain.rules.checklist import Checklist, ChecklistItem
from cchc_desktop.domain.rules.external import External
from cchc_desktop.domain.rules.trend import Trend

D = Decimal
ITEMS = (
    ChecklistItem("a", "Kế hoạch", D("0.5")),
    ChecklistItem("b", "Báo cáo", D("0.3")),
    ChecklistItem("c", "Chỉ thị", D("0.4")),
)
TASKS = (
    FormulaFigure("assigned", "Nhiệm vụ được giao", "nhiệm vụ"),
    FormulaFigure("on_time", "Nhiệm vụ đúng hạn", "nhiệm vụ"),
)
ON_TIME = ByFormula("1 + 0,5 * on_time / assigned", TASKS)


def entry(maximum: str | None = "1", points: str | None = None, **figures: str) -> Entry:
    typed = None if points is None else D(points)
    values = {key: Figure(D(value)) for key, value in figures.items()}
    mark = Mark("s", "c", Round.FIRST, points=typed, figures=values)
    return Entry(None if maximum is None else D(maximum), mark)


@pytest.mark.parametrize(
    ("rule", "given_entry", "points"),
    [
        (Checklist(ITEMS), entry("2", a="1", c="1"), "0.9"),
        (Checklist(ITEMS), entry("2", a="0"), "0"),
        (Checklist(ITEMS), entry("1", a="1", b="1", c="1"), "1"),
        (Checklist(ITEMS, cap=D("0.6")), entry("1", a="1", b="1"), "0.6"),
        (Checklist(ITEMS), entry(None, a="1", b="1"), "0.8"),
        (Trend(D(1), D("0.5"), D(0)), entry(now="5", before="4"), "1"),
        (Trend(D(1), D("0.5"), D(0)), entry(now="4", before="4"), "0.5"),
        (Trend(D(1), D("0.5"), D(0)), entry(now="3,5".replace(",", "."), before="4"), "0"),
        (External("Bộ Thông tin và Truyền thông"), entry(supplied="0.53"), "0.53"),
        (ByFormula("x / 3", (FormulaFigure("x", "X"),)), entry("5", x="6"), "2"),
        (ByFormula("x * 2", (FormulaFigure("x", "X"),)), entry("5", x="6"), "5"),
        (ByFormula("x - 9", (FormulaFigure("x", "X"),)), entry("5", x="6"), "0"),
        (ByFormula("x * 2", (FormulaFigure("x", "X"),)), entry(None, x="6"), "12"),
    ],
)
def test_points_are_those_of_the_set(rule: Rule, given_entry: Entry, points: str) -> None:
    outcome = rule.score(given_entry)
    assert outcome.points == D(points)
    assert outcome.gap is None


def test_the_formula_of_tasks_gives_the_published_points() -> None:
    outcome = ON_TIME.score(entry("1.5", assigned="19", on_time="16"))
    assert outcome.points is not None
    assert abs(Fraction(outcome.points) - (1 + Fraction(16, 38))) < Fraction(1, 10**19)


@given(st.sets(st.sampled_from("abc")), st.decimals("0.1", 2, places=1))
def test_a_checklist_is_a_capped_sum(ticked: set[str], maximum: Decimal) -> None:
    figures = {item.key: ("1" if item.key in ticked else "0") for item in ITEMS}
    total = sum((Fraction(item.points) for item in ITEMS if item.key in ticked), Fraction(0))
    outcome = Checklist(ITEMS).score(entry(str(maximum), **figures))
    assert outcome.points is not None
    assert Fraction(outcome.points) == min(total, Fraction(maximum))


@pytest.mark.parametrize(
    ("rule", "given_entry", "gap"),
    [
        (Checklist(ITEMS), entry(), Gap.NOT_ENTERED),
        (Trend(D(1)), entry(now="5"), Gap.NOT_ENTERED),
        (Trend(D(1)), entry(), Gap.NOT_ENTERED),
        (Trend(D(1)), entry(now="3", before="4"), Gap.RULE_UNKNOWN),
        (External(), entry(), Gap.NOT_ENTERED),
        (ON_TIME, entry(), Gap.NOT_ENTERED),
        (ON_TIME, entry(assigned="19"), Gap.NOT_ENTERED),
        (ON_TIME, entry(assigned="0", on_time="0"), Gap.FORMULA_FAULT),
    ],
)
def test_what_is_not_known_gives_no_points(rule: Rule, given_entry: Entry, gap: Gap) -> None:
    outcome = rule.score(given_entry)
    assert outcome.points is None
    assert outcome.gap is gap


@pytest.mark.parametrize(
    ("rule", "given_entry"),
    [
        (Checklist(ITEMS), entry(points="0.5")),
        (Trend(D(1)), entry(points="0.5")),
        (Trend(D(1)), entry(points="0.5", now="3", before="4")),
        (External(), entry(points="0.5")),
        (ON_TIME, entry(points="0.5")),
        (ON_TIME, entry(points="0.5", assigned="0", on_time="0")),
    ],
)
def test_points_typed_directly_stand_where_the_rule_gives_none(
    rule: Rule, given_entry: Entry
) -> None:
    outcome = rule.score(given_entry)
    assert outcome.points == D("0.5")
    assert outcome.is_typed
    assert "0,5" in " ".join(step.text for step in rule.explain(given_entry))


@pytest.mark.parametrize(
    ("rule", "field"),
    [
        (Checklist(), "items"),
        (Checklist((ChecklistItem("a", "A", D(2)),)), "items"),
        (Checklist((ChecklistItem("a", "A", D(1)), ChecklistItem("a", "B", D(0)))), "items"),
        (Checklist((ChecklistItem("a", "A", D(1)), ChecklistItem("b", "A", D(0)))), "items"),
        (Checklist(ITEMS, cap=D(2)), "cap"),
        (Checklist(ITEMS, cap=D(0)), "cap"),
        (Trend(), "rise"),
        (Trend(rise=D(2)), "rise"),
        (Trend(rise=D(1), fall=D(-1)), "fall"),
        (ByFormula("1 +", TASKS), "formula"),
        (ByFormula("", ()), "formula"),
        (ByFormula("asigned", TASKS), "formula"),
        (ByFormula("assigned", TASKS), "inputs"),
        (ByFormula("x", (FormulaFigure("x"),)), "inputs"),
        (ByFormula("x", (FormulaFigure("x", "A"), FormulaFigure("x", "B"))), "inputs"),
    ],
)
def test_a_faulty_rule_is_told_with_its_parameter(rule: Rule, field: str) -> None:
    problems = rule.check(D(1))
    assert field in {problem.field for problem in problems}
    assert all(problem.sentence.endswith(".") for problem in problems)


@pytest.mark.parametrize(
    "rule", [Checklist(ITEMS, cap=D(1)), Trend(rise=D(1)), External(), ON_TIME]
)
def test_a_sound_rule_has_no_fault(rule: Rule) -> None:
    assert not rule.check(D(1))
    assert not rule.check(None)


def test_a_checklist_asks_for_ticks_and_a_formula_for_its_figures() -> None:
    assert all(spec.is_toggle for spec in Checklist(ITEMS).figures())
    assert [spec.label for spec in ON_TIME.figures()] == [figure.label for figure in TASKS]
    assert [spec.key for spec in Trend(label="Vốn").figures()] == ["now", "before"]
    assert "Bộ" in External("Bộ X").figures()[0].label


@pytest.mark.parametrize(
    ("rule", "given_entry", "said"),
    [
        (Checklist(ITEMS), entry("2", a="1", c="1"), ["Kế hoạch: 0,5", "0,5 + 0,4 = 0,9"]),
        (Checklist(ITEMS), entry("2", a="0"), ["chưa nội dung nào đạt = 0"]),
        (Checklist(ITEMS, D("0.6")), entry(a="1", b="1"), ["0,5 + 0,3 = 0,8", "giữ ở 0,6"]),
        (Checklist(ITEMS), entry(), ["trong 3 nội dung"]),
        (Trend(D(1)), entry(now="5", before="4"), ["5 > 4", "tăng: 1 điểm"]),
        (Trend(D(1)), entry(now="3", before="4"), ["3 < 4", "chưa nêu cách chấm"]),
        (Trend(D(1), D(1)), entry(now="4", before="4"), ["4 = 4", "giữ nguyên: 1 điểm"]),
        (External("Bộ X"), entry(supplied="0.5"), ["do Bộ X cung cấp", "chưa ghi nguồn"]),
        (External(), entry(), ["được cung cấp"]),
        (ON_TIME, entry("1.5", assigned="19", on_time="16"),
         ["0,5 × “Nhiệm vụ đúng hạn” ÷ “Nhiệm vụ được giao”", "| Nhiệm vụ đúng hạn = 16",
          "0,5 × 16 ÷ 19 = 1,421052…"]),
        (ON_TIME, entry("1.2", assigned="19", on_time="16"), ["giữ ở 1,2"]),
        (ON_TIME, entry(assigned="0", on_time="0"), ["1 + 0,5 × 0 ÷ 0: chia cho 0"]),
        (ON_TIME, entry(assigned="19"), ["| Nhiệm vụ được giao = 19"]),
    ],
)  # fmt: skip
def test_an_explanation_can_be_redone_on_a_calculator(
    rule: Rule, given_entry: Entry, said: list[str]
) -> None:
    text = " | ".join(step.text for step in rule.explain(given_entry))
    assert all(words in text for words in said), text


def test_a_source_is_named_beside_supplied_points() -> None:
    mark = Mark("s", "c", Round.FIRST, figures={"supplied": Figure(D("0.5"), "Công văn 1")})
    steps = External("Bộ X").explain(Entry(D(1), mark))
    assert "(nguồn: Công văn 1)" in steps[-1].text
