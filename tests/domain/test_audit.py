"""The rule audit in words: what it says of a set, and where it says that it does not know."""

from dataclasses import replace
from decimal import Decimal

import pytest

from cchc_desktop.domain.audit import audit, audit_leaf, marked, refuted
from cchc_desktop.domain.audit_finding import Claim, Verdict
from cchc_desktop.domain.criteria import ROOT, CriteriaTree, Criterion
from cchc_desktop.domain.points import Rounding, RoundingMode
from cchc_desktop.domain.rules import Rule
from cchc_desktop.domain.rules.bands import Band, BandInput, Bands
from cchc_desktop.domain.rules.by_formula import ByFormula, FormulaFigure
from cchc_desktop.domain.rules.checklist import Checklist, ChecklistItem
from cchc_desktop.domain.rules.deduction import DeductionRule
from cchc_desktop.domain.rules.external import External
from cchc_desktop.domain.rules.levels import Levels, ScoreLevel
from cchc_desktop.domain.rules.manual import Manual
from cchc_desktop.domain.rules.ratio import Between, Ratio
from cchc_desktop.domain.rules.survey import Survey
from cchc_desktop.domain.rules.trend import Trend
from cchc_desktop.domain.set_checks import Weight
from tests.sample_session import ASSESSMENT, sample_session

D = Decimal
WHOLE = Criterion("1", "a", ROOT, "i", "1", "Lĩnh vực", maximum=D(3))
LEAF = Criterion("1.1", "a", "1", "i", "1.1", "Một", maximum=D(1))
OK, NO, OPEN = Verdict.PROVED, Verdict.REFUTED, Verdict.UNKNOWN
X = FormulaFigure("x", "Số x")


def told(rule: Rule, claim: Claim, maximum: str | None = "1") -> tuple[Verdict, str]:
    most = None if maximum is None else D(maximum)
    findings = audit_leaf(replace(LEAF, rule=rule, maximum=most), most)
    (found,) = [each for each in findings if each.claim is claim]
    return found.verdict, found.sentence


def test_nothing_in_the_sample_is_refuted() -> None:
    tree = sample_session().state.tree(ASSESSMENT)
    assert not list(refuted(tree))
    claims = {finding.claim for node, _ in tree.walk for finding in audit(tree, node.id)}
    assert claims == set(Claim) - {Claim.USED}


@pytest.mark.parametrize(
    ("rule", "maximum", "verdict", "said"),
    [
        (Ratio(), "1", OK, "Điểm luôn trong khoảng 0 đến 1."),
        (Ratio(), None, OPEN, "chưa biết điểm tối đa"),
        (Manual(), "1", OK, "0 đến 1"),
        (Survey(), "1", OK, "0 đến 1"),
        (External(), "1", OPEN, "điểm do nơi khác cung cấp"),
        (Levels((ScoreLevel("k", "Tốt", D(2)),)), "1", NO, "mức “Tốt” được 2."),
        (Levels(), "1", OPEN, "quy tắc còn lỗi"),
        (Levels((ScoreLevel("k", "K", D("1e300")),)), "1", OPEN, "quy tắc còn lỗi"),
        (Ratio(base=D(-1)), "1", NO, "b = 0, a = 100 được −1."),
        (Trend(rise=D(2)), "1", NO, "x = 2, y = 1 được 2."),
        (DeductionRule(D(-1)), "1", NO, "n = 1.000 được 1.001."),
        (Checklist((ChecklistItem("a", "A", D(-1)),)), "1", NO, "đạt “A” được −1."),
        (ByFormula("x * 9", (X,)), "1", OK, "0 đến 1"),
        (ByFormula("x *", (X,)), "1", OPEN, "quy tắc còn lỗi"),
    ],
)
def test_points_inside_the_range(
    rule: Rule, maximum: str | None, verdict: Verdict, said: str
) -> None:
    found = told(rule, Claim.INSIDE, maximum)
    assert found[0] is verdict
    assert said in found[1]


@pytest.mark.parametrize(
    ("rule", "maximum", "verdict", "said"),
    [
        (Ratio(), "1", OK, "Đạt được tối đa 1: b = 100, a = 100 được 1."),
        (Ratio(), None, OPEN, "chưa biết điểm tối đa"),
        (Ratio(between=Between.UNKNOWN), "1", OPEN, "chưa nêu hết các trường hợp"),
        (External(), "1", OPEN, "do nơi khác cung cấp"),
        (DeductionRule(), "1", OK, "nhập 1 điểm"),
        (Checklist((ChecklistItem("a", "A", D("0.4")),)), "1", NO, "cao nhất là 0,4."),
        (Levels((ScoreLevel("k", "K", D("0.5")),), is_complete=True), "1", NO, "nhất là 0,5."),
        (Trend(D("0.5"), D("0.2"), D(0)), "1", NO, "Không bao giờ đạt tối đa 1"),
        (Trend(D("0.5")), "1", OPEN, "chưa nêu hết"),
        (ByFormula("min(0,5; x)", (X,)), "1", NO, "cao nhất là 0,5."),
        (ByFormula("x / (x + 1)", (X,)), "1", OPEN, "công thức quá phức tạp"),
        (ByFormula("x +", (X,)), "1", OPEN, "công thức"),
        (ByFormula(f"x * {'9' * 60}", (X,)), "1", OK, "x = 1"),
    ],
)
def test_the_maximum_is_reachable(
    rule: Rule, maximum: str | None, verdict: Verdict, said: str
) -> None:
    found = told(rule, Claim.REACHABLE, maximum)
    assert found[0] is verdict
    assert said in found[1]


def test_a_rounding_can_lift_points_over_the_maximum_or_keep_them_below() -> None:
    up = replace(LEAF, rule=Ratio(), rounding=Rounding(RoundingMode.HALF_UP, 1))
    (inside, *_) = audit_leaf(up, D("0.25"))
    assert inside.verdict is NO
    assert "được 0,3" in inside.sentence
    cut = replace(LEAF, rule=Ratio(), rounding=Rounding(RoundingMode.TRUNCATE, 1))
    (_, reach, *_) = audit_leaf(cut, D("0.25"))
    assert reach.verdict is NO
    assert reach.sentence == "Không bao giờ đạt tối đa 0,25, cao nhất là 0,2."


@pytest.mark.parametrize(
    ("rule", "maximum", "verdict", "said"),
    [
        (Ratio(), "1", OK, "b tăng, a giữ nguyên"),
        (Ratio(), None, OPEN, "chưa biết điểm tối đa"),
        (Ratio(base=D(2)), "1", NO, "ít điểm hơn: b = 0, a = 100 được 2, b = 100, a = 100 được 1."),
        (Ratio(full_at=D(50), zero_below=D(60)), "1", OPEN, "quy tắc còn lỗi"),
        (Survey(), "1", OK, "Chỉ số khảo sát tăng"),
        (Checklist((ChecklistItem("a", "A", D(1)),)), "1", OK, "Thêm một nội dung đạt"),
        (Checklist((ChecklistItem("a", "A", D(1)), ChecklistItem("b", "B", D(-1)))), "1", NO,
         "không nội dung nào đạt được 0, đạt “B” được −1."),
        (DeductionRule(D("0.1")), "1", OK, "Thêm lỗi: điểm không tăng."),
        (DeductionRule(D(-1)), "1", NO, "ít điểm hơn"),
        (Trend(D(1), D("0.5"), D(0)), "1", OK, "Số liệu tăng: điểm không giảm."),
        (Trend(D(0), D("0.5"), D(1)), "1", OK, "Số liệu tăng: điểm không tăng."),
        (Trend(D(0), D(1), D(0)), "1", NO, "lúc tăng lúc giảm"),
        (Bands(bands=(Band(D(1), D(1), D(2)), Band(D(0), D(3), D(4)))), "1", OK, "Thứ hạng"),
        (Bands(bands=(Band(D(0), D(1), D(2)), Band(D(1), D(3), D(4)))), "1", NO,
         "ít điểm hơn: x = 3 được 1, x = 2 được 0."),
        (Bands(BandInput.VALUE, (Band(D(0), None, D(2)), Band(D(1), D(2)))), "1", OK, "tăng"),
        (Bands(), "1", OPEN, "quy tắc còn lỗi"),
        (ByFormula("x +", (X,)), "1", OPEN, "quy tắc còn lỗi"),
        (ByFormula("0 - x", (X,)), "1", OK, "x tăng: điểm không tăng."),
        (ByFormula(f"round({'9' * 300} + x)", (X,)), "1", OPEN, "quy tắc còn lỗi"),
    ],
)  # fmt: skip
def test_a_better_figure_never_gives_less(
    rule: Rule, maximum: str | None, verdict: Verdict, said: str
) -> None:
    found = told(rule, Claim.RISING, maximum)
    assert found[0] is verdict, found[1]
    assert said in found[1]


@pytest.mark.parametrize("rule", [Manual(), External(), Levels(), DeductionRule()])
def test_some_rules_know_no_better_figure(rule: Rule) -> None:
    findings = audit_leaf(replace(LEAF, rule=rule), D(1))
    assert Claim.RISING not in {finding.claim for finding in findings}


@pytest.mark.parametrize(
    ("over", "ends", "is_complete", "verdict", "said"),
    [
        ("rank", ((1, 5), (6, 63)), True, OK, "nối tiếp"),
        ("rank", ((1, 5), (5, 63)), True, NO, "5 thuộc hai khoảng"),
        ("rank", ((1, 5), (7, 63)), True, NO, "6 không thuộc khoảng nào"),
        ("rank", ((1, 5), (7, 63)), False, OPEN, "chưa nêu hết"),
        ("rank", ((2, 5), (6, 63)), True, NO, "1 không thuộc khoảng nào"),
        ("value", ((None, 5), (5, None)), True, OK, "nối tiếp"),
        ("percent", ((90, None), (50, 90), (None, 50)), True, OK, "nối tiếp"),
        ("value", ((None, 5), (None, 7)), True, NO, "4 thuộc hai khoảng"),
        ("value", ((None, None), (None, None)), True, NO, "0 thuộc hai khoảng"),
        ("value", ((0, 0), (1, 5)), True, NO, "0,5 không thuộc khoảng nào"),
        ("value", ((5, 0),), True, OPEN, "quy tắc còn lỗi"),
        ("percent", ((0, 50), (50, 90)), True, NO, "100 không thuộc khoảng nào"),
        ("percent", ((10, 50), (50, None)), True, NO, "0 không thuộc khoảng nào"),
        ("percent", ((0, 50), (50, None)), True, OK, "nối tiếp"),
    ],
)
def test_bands_leave_no_gap_and_do_not_overlap(
    *,
    over: str,
    ends: tuple[tuple[int | None, int | None], ...],
    is_complete: bool,
    verdict: Verdict,
    said: str,
) -> None:
    rows = tuple(
        Band(D(0), None if least is None else D(least), None if most is None else D(most))
        for least, most in ends
    )
    found = told(Bands(BandInput(over), rows, is_complete=is_complete), Claim.BANDS)
    assert found[0] is verdict
    assert said in found[1]


def test_every_figure_has_a_label() -> None:
    assert told(Ratio(), Claim.LABELLED)[0] is OK
    bare = ByFormula("x", (FormulaFigure("x"),))
    assert told(bare, Claim.LABELLED) == (NO, "Số liệu “x” chưa có tên hiện khi chấm.")


def test_a_figure_that_the_formula_does_not_use_is_warned_of() -> None:
    other = FormulaFigure("y", "Số khác")
    assert told(ByFormula("x", (X, other)), Claim.USED) == (
        OPEN,
        "Công thức không dùng số liệu “Số khác”.",
    )
    node = replace(LEAF, rule=ByFormula("x", (X,)))
    assert Claim.USED not in {each.claim for each in audit_leaf(node, D(1))}


@pytest.mark.parametrize(
    ("part", "verdict", "said"),
    [
        (D(3), OK, "cộng đúng 3 điểm"),
        (D(2), NO, "cộng còn thiếu 1 so với 3 điểm"),
        (D(4), NO, "cộng vượt 1 so với 3 điểm"),
        (None, OPEN, "còn mục chưa biết điểm tối đa"),
    ],
)
def test_children_add_up_to_their_parent(part: Decimal | None, verdict: Verdict, said: str) -> None:
    (found,) = audit(CriteriaTree((WHOLE, replace(LEAF, maximum=part))), "1")
    assert found.verdict is verdict
    assert said in found.sentence


def test_a_node_is_marked_for_what_is_refuted_but_told_once() -> None:
    cut = replace(LEAF, maximum=D("0.25"), rounding=Rounding(RoundingMode.TRUNCATE, 1))
    tree = CriteriaTree((WHOLE, cut))
    (found,) = marked(tree, "1.1")
    assert found.weight is Weight.WRONG
    assert "Không bao giờ đạt" in found.sentence
    assert len(marked(tree, "1")) == 1
    faulty = CriteriaTree((WHOLE, replace(LEAF, rule=Ratio(base=D(2)))))
    assert len(marked(faulty, "1.1")) == 1


def test_many_figures_are_tried_within_bounds() -> None:
    figures = tuple(FormulaFigure(f"x{n}", f"Số {n}") for n in range(20))
    text = " + ".join(figure.name for figure in figures)
    assert told(ByFormula(text, figures), Claim.REACHABLE)[0] is OPEN


def test_a_formula_is_told_with_the_labels_of_its_figures_never_their_names() -> None:
    figures = (FormulaFigure("on_time", "Đúng hạn"), FormulaFigure("assigned", "Được giao"))
    for formula in (
        "on_time / assigned",
        "9 * on_time / assigned",
        "on_time * (5 - on_time) + 0 * assigned",
        "on_time + assigned - assigned * assigned",
        "assigned",
        "max(0; on_time - assigned)",
    ):
        node = replace(LEAF, rule=ByFormula(formula, figures))
        said = " ".join(finding.sentence for finding in audit_leaf(node, D("1.5")))
        said += " ".join(problem.sentence for problem in node.rule.check(D("1.5")))
        assert "Đúng hạn" in said, formula
        assert "on_time" not in said, formula
        assert "assigned" not in said, formula
