"""Scores of a tree: sums, denominators, unknown parts, reuse of rows."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.cells import SheetCell
from cchc_desktop.domain.criteria import ROOT, CriteriaTree, Criterion, Level
from cchc_desktop.domain.explanation import as_text, explain
from cchc_desktop.domain.fields import record_to_json
from cchc_desktop.domain.ids import order_keys
from cchc_desktop.domain.losses import loss_report, losses_of
from cchc_desktop.domain.marks import Deduction, Figure, Mark, Round
from cchc_desktop.domain.points import Rounding, RoundingMode
from cchc_desktop.domain.ranking import ranks
from cchc_desktop.domain.rules.base import Gap
from cchc_desktop.domain.rules.deduction import DeductionRule
from cchc_desktop.domain.rules.ratio import Ratio
from cchc_desktop.domain.rules.survey import Survey
from cchc_desktop.domain.scoring import Context, ScoreSheet, same_points, score

D = Decimal
FIRST = Context(Round.FIRST)


def leaf(code: str, maximum: str | None = "1", **fields: object) -> Criterion:
    parent = code.rpartition(".")[0]
    base = Criterion(code, "a", parent, code, code, f"Tiêu chí {code}")
    stated = None if maximum is None else D(maximum)
    return replace(base, maximum=stated, **fields)  # type: ignore[arg-type]


def mark(code: str, **fields: object) -> Mark:
    base = Mark("s", code, Round.FIRST)
    return replace(base, **fields)  # type: ignore[arg-type]


def cell(*entries: Mark | Deduction) -> SheetCell:
    table = {Mark: "mark", Deduction: "deduction"}
    return SheetCell((table[type(e)], e.key, record_to_json(e)) for e in entries)


def scored(tree: CriteriaTree, *entries: Mark | Deduction) -> ScoreSheet:
    return score(tree, cell(*entries), FIRST)


def test_a_branch_is_the_sum_of_its_children() -> None:
    tree = CriteriaTree([leaf("1", "3"), leaf("1.1"), leaf("1.2", "2")])
    sheet = scored(tree, mark("1.1", points=D("0.5")), mark("1.2", points=D("1.25")))
    assert sheet["1"].points == D("1.75")
    assert sheet["1"].lost == D("1.25")
    assert sheet.total.points == D("1.75")
    assert sheet.index is not None
    assert sheet.index.quantize(D("0.0001")) == D("58.3333")


def test_a_partly_known_branch_gives_the_known_part_and_says_so() -> None:
    tree = CriteriaTree([leaf("1", "3"), leaf("1.1"), leaf("1.2", "2")])
    sheet = scored(tree, mark("1.1", points=D("0.5")))
    assert sheet["1"].points == D("0.5")
    assert not sheet["1"].is_complete
    assert sheet["1"].lost == D("0.5")
    assert sheet["1"].scored_maximum == 1
    assert sheet.index is None
    assert (sheet.scored, sheet.to_score) == (1, 2)
    assert "còn 1 tiêu chí con" in as_text(explain(sheet, "1"))


def test_nothing_entered_gives_nothing() -> None:
    sheet = scored(CriteriaTree([leaf("1", "3"), leaf("1.1", "3")]))
    assert sheet["1"].points is None
    assert sheet["1"].lost is None
    assert sheet["1.1"].gap is Gap.NOT_ENTERED
    assert sheet.total.maximum == 3


def test_an_empty_set_scores_to_nothing() -> None:
    sheet = scored(CriteriaTree())
    assert sheet.total.points is None
    assert sheet.total.maximum is None
    assert sheet.index is None


def test_what_does_not_apply_leaves_the_denominator() -> None:
    tree = CriteriaTree([leaf("1", "3"), leaf("1.1"), leaf("1.2", "2")])
    out = Mark("s", "1.1", Round.SHEET, not_applicable=True)
    sheet = scored(tree, out, mark("1.2", points=D(1)))
    assert sheet["1"].maximum == 2
    assert sheet["1"].is_complete
    assert sheet.index == 50
    assert not sheet["1.1"].is_applicable
    assert sheet["1.1"].points is None
    assert "không áp dụng" in as_text(explain(sheet, "1.1"))
    assert sheet.to_score == 1


def test_a_rest_that_does_not_apply_leaves_the_denominator_too() -> None:
    tree = CriteriaTree([leaf("1", "9.5"), leaf("1.1", "3"), leaf("1.9", None, is_balancing=True)])
    out = Mark("s", "1.9", Round.SHEET, not_applicable=True)
    sheet = scored(tree, out, mark("1.1", points=D(3)))
    assert sheet["1"].maximum == 3
    assert sheet.index == 100


def test_what_no_child_can_give_is_not_lost() -> None:
    tree = CriteriaTree([leaf("1", "10"), leaf("1.1", "4"), leaf("1.2", "3")])
    sheet = scored(tree, mark("1.1", points=D("3.5")), mark("1.2", points=D(3)))
    assert sheet["1"].lost == D("0.5")
    assert sheet.total.lost == D("0.5")
    assert sheet.total.scored_maximum == 7


def test_a_branch_that_rounds_down_loses_the_rest() -> None:
    rounding = Rounding(RoundingMode.TRUNCATE, 1)
    tree = CriteriaTree([leaf("1", "1", rounding=rounding), leaf("1.1")])
    sheet = scored(tree, mark("1.1", points=D("0.77")))
    assert (sheet["1"].points, sheet["1"].lost) == (D("0.7"), D("0.30"))


def test_a_leaf_that_was_a_branch_is_scored_anew() -> None:
    area = leaf("1", "1")
    before = scored(CriteriaTree([area, leaf("1.1")]), mark("1.1", points=D(1)))
    after = score(CriteriaTree([area]), cell(), FIRST, before)
    assert after["1"].points is None


def test_a_branch_of_which_nothing_applies_does_not_apply() -> None:
    tree = CriteriaTree([leaf("1", "1"), leaf("1.1"), leaf("2", "2")])
    out = Mark("s", "1.1", Round.SHEET, not_applicable=True)
    sheet = scored(tree, out, mark("2", points=D(2)))
    assert not sheet["1"].is_applicable
    assert sheet.total.maximum == 2
    assert sheet.index == 100


def test_a_survey_counts_in_every_round() -> None:
    tree = CriteriaTree([leaf("1", "10", rule=Survey())])
    value = Mark("s", "1", Round.SHEET, figures={"index": Figure(D(84))})
    for in_round in (Round.SELF, Round.FIRST, Round.PUBLISHED):
        assert score(tree, cell(value), Context(in_round))["1"].points == D("8.4")


def test_an_unknown_maximum_is_entered_by_what_was_lost() -> None:
    tree = CriteriaTree([leaf("1", "10"), leaf("1.1", None), leaf("1.2", "3.5")])
    sheet = scored(tree, mark("1.1", lost=D("0.4")), mark("1.2", points=D(3)))
    assert sheet["1.1"].maximum is None
    assert sheet["1.1"].points is None
    assert sheet["1.1"].lost == D("0.4")
    assert sheet["1"].maximum == 10
    assert sheet["1"].unsplit == D("6.5")
    assert sheet["1"].lost == D("0.9")
    assert not sheet["1"].is_complete


def test_what_does_not_apply_is_no_part_of_what_is_not_split() -> None:
    tree = CriteriaTree([leaf("1", "12"), leaf("1.1", None), leaf("1.2", "5"), leaf("1.3", "0.5")])
    out = Mark("s", "1.3", Round.SHEET, not_applicable=True)
    sheet = scored(tree, out)
    assert sheet["1"].maximum == D("11.5")
    assert sheet["1"].unsplit == D("6.5")


def test_a_balancing_node_takes_what_its_siblings_leave() -> None:
    tree = CriteriaTree([leaf("1", "9.5"), leaf("1.1", "3"), leaf("1.9", None, is_balancing=True)])
    assert tree.maxima["1.9"] == D("6.5")
    sheet = scored(tree, mark("1.9", points=D(6)))
    assert sheet["1.9"].lost == D("0.5")
    assert "9,5 của lĩnh vực 1 − 3 đã tách = 6,5" in as_text(explain(sheet, "1.9"))
    deep = CriteriaTree(
        [
            leaf("1", "9"),
            leaf("1.1", "5"),
            leaf("1.1.1", "2"),
            leaf("1.1.9", None, is_balancing=True),
        ]
    )
    sheet = scored(deep, mark("1.1.9", points=D(3)))
    assert "5 của 1.1 − 2 đã tách = 3" in as_text(explain(sheet, "1.1.9"))


@pytest.mark.parametrize(
    "nodes",
    [
        [leaf("1", "9"), leaf("1.1", None), leaf("1.9", None, is_balancing=True)],
        [leaf("1", None), leaf("1.1", "3"), leaf("1.9", None, is_balancing=True)],
        [leaf("1", "9"), leaf("1.8", None, is_balancing=True),
         leaf("1.9", None, is_balancing=True)],
    ],
)  # fmt: skip
def test_a_rest_that_cannot_be_known_stays_unknown(nodes: list[Criterion]) -> None:
    tree = CriteriaTree(nodes)
    assert tree.maxima["1.9"] is None
    assert "chưa" in as_text(explain(scored(tree), "1.9"))


def test_a_rest_below_nothing_is_nothing() -> None:
    tree = CriteriaTree([leaf("1", "2"), leaf("1.1", "3"), leaf("1.9", None, is_balancing=True)])
    assert tree.maxima["1.9"] == 0


@pytest.mark.parametrize(
    ("mode", "places", "value"),
    [(RoundingMode.HALF_UP, 3, "0.467"), (RoundingMode.TRUNCATE, 3, "0.466"),
     (RoundingMode.NONE, 0, "0.46666666666666666667")],
)  # fmt: skip
def test_a_node_rounds_as_the_set_says(mode: RoundingMode, places: int, value: str) -> None:
    tree = CriteriaTree([leaf("1", "1", rule=Ratio(), rounding=Rounding(mode, places))])
    figures = {"numerator": Figure(D(7)), "denominator": Figure(D(15))}
    sheet = scored(tree, mark("1", figures=figures))
    assert sheet["1"].points == D(value)
    if places:
        assert f"còn {places} số lẻ" in as_text(explain(sheet, "1"))


def test_thirds_add_up_to_one_where_they_are_compared() -> None:
    tree = CriteriaTree([leaf("1", "1"), *(leaf(f"1.{n}", "1", rule=Ratio()) for n in "123")])
    third = {"numerator": Figure(D(1)), "denominator": Figure(D(3))}
    sheet = scored(tree, *(mark(f"1.{n}", figures=third) for n in "123"))
    assert same_points(sheet["1"].points, D(1))
    assert not same_points(sheet["1"].points, None)
    assert same_points(None, None)


@given(st.lists(st.tuples(st.integers(0, 300), st.integers(1, 7)), min_size=1, max_size=40))
def test_reused_rows_give_the_same_as_a_fresh_score(edits: list[tuple[int, int]]) -> None:
    nodes = [leaf(str(n), "10") for n in range(1, 4)]
    nodes += [leaf(f"{n}.{m}", "300") for n in range(1, 4) for m in range(1, 4)]
    tree = CriteriaTree(nodes)
    marks: dict[str, Mark] = {}
    before: ScoreSheet | None = None
    for points, at in edits:
        code = f"{at % 3 + 1}.{at % 2 + 1}"
        marks[code] = mark(code, points=D(points))
        entered = cell(*marks.values())
        before = score(tree, entered, FIRST, before)
        fresh = score(tree, entered, FIRST)
        assert before.total.points == fresh.total.points
        assert {k: r.points for k, r in before.rows.items()} == {
            k: r.points for k, r in fresh.rows.items()
        }


def test_a_row_that_nothing_touched_is_the_same_object() -> None:
    tree = CriteriaTree([leaf("1", "2"), leaf("1.1"), leaf("1.2")])
    entered = cell(mark("1.1", points=D(1)), mark("1.2", points=D(1)))
    before = score(tree, entered, FIRST)
    after = score(tree, entered, FIRST, before)
    assert after["1.1"] is before["1.1"]
    fewer = CriteriaTree([leaf("1", "2"), leaf("1.1", "0.5"), tree["1.2"]])
    changed = score(fewer, entered, FIRST, before)
    assert changed["1.1"] is not before["1.1"]
    assert changed["1.2"] is before["1.2"]


def loss(order: str, amount: str | None, reason: str = "lý do") -> Deduction:
    value = None if amount is None else D(amount)
    return Deduction(order, "s", "1", Round.FIRST, order, value, reason)


@pytest.mark.parametrize(
    ("points", "listed", "amounts", "unexplained", "overrun"),
    [
        ("9", [], [], "1", "0"),
        ("9", [loss("a", "0.4")], ["0.4"], "0.6", "0"),
        ("9", [loss("a", "0.4"), loss("b", None)], ["0.4", "0.6"], "0", "0"),
        ("9", [loss("a", None), loss("b", None)], ["1", "0"], "0", "0"),
        ("9", [loss("a", "1.5")], ["1.5"], "0", "0.5"),
        ("9", [loss("a", "1.5"), loss("b", None)], ["1.5", "0"], "0", "0.5"),
        ("10", [loss("a", None)], ["0"], "0", "0"),
    ],
)
def test_reasons_are_held_against_the_loss(
    points: str, listed: list[Deduction], amounts: list[str], unexplained: str, overrun: str
) -> None:
    tree = CriteriaTree([leaf("1", "10", rule=DeductionRule())])
    row = scored(tree, mark("1", points=D(points)), *listed)["1"]
    report = loss_report(row)
    assert [part.amount for part in report.parts] == [D(amount) for amount in amounts]
    assert (report.unexplained, report.overrun) == (D(unexplained), D(overrun))
    assert report.is_closed == (D(unexplained) == 0 == D(overrun))


def test_losses_name_what_has_no_reason_too() -> None:
    tree = CriteriaTree([leaf("1", "10"), leaf("2", "1", agencies=("x",)), leaf("3", "1")])
    sheet = scored(
        tree,
        mark("1", points=D(9)),
        loss("a", "0.4"),
        mark("2", points=D("0.5")),
        mark("3", points=D(1)),
    )
    found = losses_of(sheet)
    assert [(each.criterion.id, each.amount) for each in found] == [
        ("1", D("0.4")), ("1", D("0.6")), ("2", D("0.5")),
    ]  # fmt: skip
    assert found[2].agencies == ("x",)
    assert found[1].method is None


def test_nodes_are_called_by_their_depth() -> None:
    tree = CriteriaTree([leaf("1"), leaf("1.1"), leaf("1.1.1"), leaf("1.1.1.1")])
    levels = [tree.level(code) for code in ("1", "1.1", "1.1.1", "1.1.1.1")]
    assert levels == [Level.AREA, Level.CRITERION, Level.COMPONENT, Level.COMPONENT]
    assert tree.area_of("1.1.1").id == "1"
    assert [node.id for node in tree.below("1.1")] == ["1.1.1", "1.1.1.1"]
    assert tree.by_code("9") is None
    assert "1.1" in tree
    assert len(tree) == 4
    assert tree.children_of(ROOT) == ("1",)


def test_ties_share_a_rank_and_the_next_one_skips() -> None:
    values = {"a": D(2), "b": D("1.0"), "c": D(1), "d": D("0.5")}
    assert ranks(values) == {"a": 1, "b": 2, "c": 2, "d": 4}


def test_children_stand_in_the_order_of_their_keys() -> None:
    keys = order_keys(3)
    nodes = [replace(leaf(code), order=key) for code, key in zip("312", keys, strict=True)]
    assert [node.id for node, _ in CriteriaTree(nodes).walk] == ["3", "1", "2"]


def test_a_part_not_split_that_became_an_area_is_explained_as_not_known() -> None:
    area = Criterion("a", "x", ROOT, "i", "1", "Phần chưa tách", is_balancing=True)
    sheet = score(CriteriaTree([area]), SheetCell(), Context(Round.FIRST))
    assert "chưa biết" in as_text(explain(sheet, "a"))
