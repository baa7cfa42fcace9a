"""Bonus and penalty criteria: what they add, take, cap, and what nobody has to enter."""

from dataclasses import replace
from decimal import Decimal

import pytest

from cchc_desktop.domain.audit import audit
from cchc_desktop.domain.audit_finding import Verdict
from cchc_desktop.domain.cells import SheetCell
from cchc_desktop.domain.checks import FindingKind, coverage, findings
from cchc_desktop.domain.criteria import CriteriaTree, Criterion
from cchc_desktop.domain.effect_faults import effect_fault, effect_faults
from cchc_desktop.domain.effects import Effect, combined, limited
from cchc_desktop.domain.explanation import as_text, effect_words, explain, explain_total
from cchc_desktop.domain.fields import record_to_json
from cchc_desktop.domain.losses import is_lossy, losses_of, uncounted
from cchc_desktop.domain.marks import Deduction, Figure, Mark, Round
from cchc_desktop.domain.points import Rounding, RoundingMode
from cchc_desktop.domain.ranking import contender, league_of
from cchc_desktop.domain.rounds import Decision, rounds_rows
from cchc_desktop.domain.rules.base import Entry
from cchc_desktop.domain.rules.deduction import DeductionRule
from cchc_desktop.domain.rules.manual import Manual
from cchc_desktop.domain.rules.ratio import Ratio
from cchc_desktop.domain.scoring import Context, ScoreSheet, score
from cchc_desktop.domain.set_checks import Weight, areas_total, findings_of, left_to_share
from cchc_desktop.domain.set_difference import Difference, difference
from cchc_desktop.domain.typed_points import takes_typed
from tests.effects_dossier import LATE, SHEET, effects_tree, points

D = Decimal
FIRST = Context(Round.FIRST)
FULL = (points("1.1", "40"), points("1.2", "20"), points("2.1", "40"))


def cell(*entries: Mark | Deduction) -> SheetCell:
    table = {Mark: "mark", Deduction: "deduction"}
    return SheetCell((table[type(e)], e.key, record_to_json(e)) for e in entries)


def scored(tree: CriteriaTree, *entries: Mark | Deduction) -> ScoreSheet:
    return score(tree, cell(*entries), FIRST)


def late(count: int) -> Mark:
    return Mark(SHEET, "1.3", Round.FIRST, figures={"x": Figure(D(count))})


def with_node(tree: CriteriaTree, code: str, **fields: object) -> CriteriaTree:
    nodes = [replace(n, **fields) if n.id == code else n for n, _ in tree.walk]  # type: ignore[arg-type]
    return CriteriaTree(nodes, may_exceed=tree.may_exceed)


def test_a_bonus_adds_outside_the_denominator() -> None:
    marks = (points("1.1", "30"), points("1.2", "20"), points("2.1", "40"), points("9.1", "1.5"))
    sheet = scored(effects_tree(), *marks)
    assert (sheet.total.points, sheet.total.maximum) == (D("91.5"), D(100))
    assert (sheet.total.scored_maximum, sheet.total.bonus, sheet.total.excess) == (
        D(100),
        D("1.5"),
        D(0),
    )
    assert (sheet["9"].points, sheet["9"].maximum, sheet["9"].lost) == (D("1.5"), D(3), D(0))
    assert sheet.total.lost == 10
    assert effect_words(sheet) == "cộng điểm thưởng 1,5; không vượt 100"


def test_a_penalty_takes_from_its_parent_and_is_lost() -> None:
    sheet = scored(effects_tree(), *FULL, late(3))
    assert (sheet["1.3"].points, sheet["1.3"].lost) == (D("1.5"), D("1.5"))
    assert (sheet["1"].points, sheet["1"].lost, sheet["1"].maximum) == (D("58.5"), D("1.5"), D(60))
    assert sheet.total.points == D("98.5")
    assert [(loss.criterion.id, loss.amount) for loss in losses_of(sheet)] == [("1.3", D("1.5"))]
    (found,) = [f for f in findings(sheet, sheet.cell, 2026) if f.criterion == "1.3"]
    assert found.kind is FindingKind.LOSS_WITHOUT_REASON
    assert scored(effects_tree(), *FULL, late(9))["1.3"].points == 2


def test_bonuses_together_give_no_more_than_the_cap() -> None:
    sheet = scored(effects_tree(may_exceed=True), *FULL, points("9.1", "2"), points("9.2", "2"))
    assert sheet["9"].points == 3
    assert sheet.total.points == 103
    assert "2 + 2 = 4, quá trần nên tính 3" in as_text(explain(sheet, "9"))
    free = with_node(sheet.tree, "9", maximum=None)
    assert score(free, sheet.cell, FIRST)["9"].points == 4


def test_a_total_exceeds_its_maximum_only_where_it_may() -> None:
    held = scored(effects_tree(), *FULL, points("9.1", "2"))
    assert (held.total.points, held.total.excess, held.index) == (D(100), D(2), D(100))
    assert effect_words(held) == "cộng điểm thưởng 2; không vượt 100, bỏ 2"
    assert "102, không vượt điểm tối đa nên tính 100" in as_text(explain_total(held))
    free = scored(effects_tree(may_exceed=True), *FULL, points("9.1", "2"))
    assert (free.total.points, free.total.excess, free.index) == (D(102), D(0), D(102))
    assert effect_words(free) == "cộng điểm thưởng 2"


def test_what_overflows_without_a_bonus_is_not_cut() -> None:
    assert limited(D(104), D(100), D(0)) == 104
    assert limited(D(104), D(100), D(1)) == 103
    assert limited(D(104), None, D(4)) == 104


def test_a_penalty_larger_than_what_there_is_leaves_nothing_under_zero() -> None:
    sheet = scored(effects_tree(), points("1.2", "0.5"), late(4))
    assert sheet["1"].points == 0
    assert sheet["1"].lost == 20
    assert "0,5 − 2 = −1,5, dưới 0 nên tính 0" in as_text(explain(sheet, "1"))
    assert uncounted(sheet) == D("1.5")
    assert combined(D(1), D(1), D(3)) == 0


def test_nobody_has_to_enter_a_bonus_or_a_penalty() -> None:
    sheet = scored(effects_tree(), *FULL)
    assert sheet.total.is_complete
    assert (sheet.scored, sheet.to_score) == (3, 3)
    assert sheet["9.1"].is_unclaimed
    assert sheet["9"].points is None
    assert not findings(sheet, sheet.cell, 2026)[3:]
    assert coverage(sheet, sheet.cell, "9") == (0, 0)
    claimed = scored(effects_tree(), *FULL, points("9.1", "1"), points("9.2", "0"))
    assert (claimed.scored, claimed.to_score) == (5, 5)
    assert coverage(claimed, claimed.cell, "9") == (0, 1)
    kinds = {f.criterion: f.kind for f in findings(claimed, claimed.cell, 2026)}
    assert kinds["9.1"] is FindingKind.EVIDENCE_MISSING
    assert "9.2" not in kinds
    assert not is_lossy(claimed["9.1"])


def test_a_penalty_whose_figures_are_half_entered_is_open() -> None:
    tree = with_node(effects_tree(), "1.3", rule=Ratio())
    half = Mark(SHEET, "1.3", Round.FIRST, figures={"numerator": Figure(D(1))})
    sheet = scored(tree, *FULL, half)
    assert not sheet.total.is_complete
    assert (sheet.scored, sheet.to_score) == (3, 4)


def test_a_bonus_that_does_not_apply_lowers_no_maximum() -> None:
    out = Mark(SHEET, "9.1", Round.SHEET, not_applicable=True)
    sheet = scored(effects_tree(), *FULL, out, points("9.2", "1"))
    assert sheet.total.maximum == 100
    assert sheet["9"].points == 1
    assert sheet["9"].maximum == 3


def test_a_capped_branch_is_capped_after_rounding() -> None:
    up = Rounding(RoundingMode.HALF_UP, 0)
    tree = with_node(effects_tree(may_exceed=True), "9", rounding=up, maximum=D("2.6"))
    assert scored(tree, *FULL, points("9.1", "1.9"), points("9.2", "0.9"))["9"].points == D("2.6")


def test_scoring_again_sees_an_effect_handed_down() -> None:
    tree = effects_tree()
    before = scored(tree, *FULL, points("9.1", "1"))
    after = score(with_node(tree, "9", effect=Effect.PENALTY), before.cell, FIRST, before)
    assert after["9.1"].effect is Effect.PENALTY
    assert after.total.points == 99


def test_explanations_name_effect_and_cap_and_write_the_sum_out() -> None:
    sheet = scored(effects_tree(), *FULL, late(1), points("9.1", "1"))
    assert as_text(explain(sheet, "1")).splitlines() == [
        "Quy tắc: Tổng điểm các tiêu chí con, trừ điểm trừ thêm, không dưới 0",
        "Thay số: 40 + 20 − 0,5 = 59,5",
        "Kết quả: 59,5 điểm",
    ]
    assert as_text(explain(sheet, "9")).splitlines() == [
        "Loại điểm: Điểm thưởng, cộng vào tổng điểm, nhiều nhất 3 điểm",
        "Quy tắc: Điểm thưởng: tổng các tiêu chí con, trần 3 điểm",
        "Thay số: 1 = 1",
        "Kết quả: 1 điểm",
    ]
    first = as_text(explain(sheet, "1.3")).splitlines()[0]
    assert first == "Loại điểm: Điểm trừ thêm, trừ vào tổng của 1, nhiều nhất 2 điểm"
    assert as_text(explain_total(sheet)).splitlines()[1] == (
        "Thay số: 59,5 + 40 + 1 = 100,5, không vượt điểm tối đa nên tính 100"
    )


def test_what_adds_up_leaves_bonuses_and_penalties_out() -> None:
    tree = effects_tree()
    assert areas_total(tree) == 100
    assert left_to_share(tree, "1") == 0
    assert left_to_share(tree, "9") is None
    assert not [found for node, _ in tree.walk for found in findings_of(tree, node.id)]
    assert audit(tree, "1")[0].verdict is Verdict.PROVED
    assert audit(tree, "9")[0].sentence == (
        "Các mục con cộng được 4 điểm, tính nhiều nhất 3 (trần)."
    )
    for cap, said in ((None, "không có trần"), (D(5), "chưa tới trần 5"), (D(4), "đúng trần 4")):
        assert said in audit(with_node(tree, "9", maximum=cap), "9")[0].sentence
    open_ended = with_node(tree, "9.2", maximum=None)
    assert audit(open_ended, "9")[0].verdict is Verdict.UNKNOWN
    assert not findings_of(open_ended, "9.2")
    no_cap = with_node(open_ended, "9", maximum=None)
    assert "không có trần" in audit(no_cap, "9")[0].sentence


def test_a_rest_leaves_bonuses_out_and_is_none_itself() -> None:
    rest = Criterion("2.9", "a", "2", "z", "2.9", "Phần chưa tách", is_balancing=True)
    nodes = [node for node, _ in effects_tree().walk]
    bonus = Criterion("2.2", "a", "2", "y", "2.2", "Thưởng", maximum=D(5), effect=Effect.BONUS)
    tree = with_node(CriteriaTree([*nodes, rest, bonus]), "2.1", maximum=D(30))
    assert tree.maxima["2.9"] == 10
    fault = effect_fault(with_node(tree, "2", effect=Effect.BONUS), "2.9")
    assert fault is not None
    assert "phần chưa tách" in fault.sentence


@pytest.mark.parametrize(
    ("code", "fields", "said"),
    [
        ("9.1", {"effect": Effect.PENALTY}, "không nằm trong mục điểm thưởng được"),
        ("1.3", {"rule": DeductionRule()}, "không dùng cho điểm trừ thêm"),
    ],
)
def test_what_does_not_fit_is_a_fault_in_words(
    code: str, fields: dict[str, object], said: str
) -> None:
    tree = with_node(effects_tree(), code, **fields)
    (fault,) = effect_faults(tree)
    assert said in fault.sentence
    assert findings_of(tree, code)[0].weight is Weight.WRONG
    found = findings(scored(tree, *FULL), cell(*FULL), 2026)
    assert [f.sentence for f in found if f.kind is FindingKind.RULE_FAULT] == [fault.sentence]


def test_rounds_leave_alone_what_nobody_claims_and_turn_a_penalty_round() -> None:
    earlier = Mark(SHEET, "1.3", Round.SELF, figures={"x": Figure(D(0))})
    entered = cell(*FULL, earlier, late(1))
    sheets = {r: score(effects_tree(), entered, Context(r)) for r in (Round.SELF, Round.FIRST)}
    rows = {row.criterion.id: row for row in rounds_rows(sheets, entered, Round.FIRST)}
    assert rows["9.1"].decision is Decision.UNCLAIMED
    assert not rows["9.1"].is_open
    assert rows["1.3"].difference == D("-0.5")
    assert rows["1.3"].effect is Effect.PENALTY


def test_the_difference_of_two_sets_names_a_new_effect() -> None:
    old = effects_tree()
    new = with_node(old, "9", effect=Effect.NORMAL)
    rows = {row.key: row for row in difference(old, new)}
    assert rows["9.1"].found == {Difference.RULE}
    assert rows["9"].effects == (Effect.BONUS, Effect.NORMAL)
    assert not rows["9.1"].is_ruled_anew
    assert not rows["1.1"].found


def test_by_a_penalty_those_lead_that_lose_least() -> None:
    tree = effects_tree()
    some, none = scored(tree, *FULL, late(1)), scored(tree, *FULL)
    league = league_of([contender("a", some["1.3"]), contender("b", none["1.3"])])
    assert [(row.contender.key, row.rank) for row in league.rows] == [("b", 1), ("a", 2)]
    assert league.rows[1].value == D("-0.5")
    bonus = league_of([contender("a", scored(tree, *FULL, points("9.1", "1"))["9"]),
                       contender("b", none["9"])])  # fmt: skip
    assert [row.rank for row in bonus.rows] == [1, 2]


def test_an_index_over_100_ranks_first() -> None:
    free = effects_tree(may_exceed=True)
    best, next_best = scored(free, *FULL, points("9.1", "2")), scored(free, *FULL)
    league = league_of([contender("b", next_best.total), contender("a", best.total)])
    assert [row.contender.key for row in league.rows] == ["a", "b"]
    assert league.rows[0].contender.index == 102


def test_points_typed_over_the_figures_of_a_formula_without_a_limit_would_not_count() -> None:
    entry = Entry(None, late(1))
    assert takes_typed(LATE, entry)
    assert not takes_typed(LATE, entry, is_counted=False)
    assert takes_typed(Manual(), entry, is_counted=False)
