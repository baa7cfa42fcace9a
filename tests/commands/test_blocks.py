"""A block of points over several units: judged cell by cell, one step or nothing."""

from dataclasses import replace
from decimal import Decimal

import pytest

from cchc_desktop.commands.blocks import BlockCell, BlockError, Effect, SetBlock, judged
from cchc_desktop.commands.marks import Place, SetFigure, SetNotApplicable, SetPoints
from cchc_desktop.domain.changes import ChangeSet, made
from cchc_desktop.domain.criteria import Criterion
from cchc_desktop.domain.marks import Figure, Mark, Round
from cchc_desktop.domain.rules.ratio import Ratio
from cchc_desktop.domain.rules.survey import Survey
from cchc_desktop.domain.state import State
from cchc_desktop.domain.typed_points import Standing, standing_of
from cchc_desktop.domain.units import Assessment, AssessmentLevel, Sheet, Unit

D = Decimal
FIRST = Round.FIRST


def state() -> State:
    """Two units: the second one's round is locked; plain, ratio, survey and what does not apply."""
    bare = Criterion("", "a", "1", "", "", "")
    nodes = [
        replace(bare, id="1", parent="", order="a", code="1", name="Lĩnh vực"),
        replace(bare, id="p", order="b", code="1.1", name="Nhập", maximum=D("2.5")),
        replace(bare, id="r", order="c", code="1.2", name="Tỷ lệ", maximum=D(1), rule=Ratio()),
        replace(bare, id="e", order="c1", code="1.6", name="Tỷ lệ", maximum=D(1), rule=Ratio()),
        replace(bare, id="k", order="d", code="1.3", name="Khảo sát", maximum=D(1), rule=Survey()),
        replace(bare, id="o", order="e", code="1.4", name="Không áp dụng", maximum=D(1)),
        replace(bare, id="l", order="g", code="1.7", name="Chỉ biết bị trừ"),
        replace(bare, id="u", order="f", code="1.5", name="Chưa biết tối đa"),
    ]
    changes = made(
        "assessment", [Assessment("a", "Đợt", 2022, AssessmentLevel.DEPARTMENT, (FIRST,))]
    )
    changes += made("unit", [Unit("x", "Sở Xây dựng"), Unit("y", "Sở Y tế")])
    changes += made("sheet", [Sheet("sx", "a", "x", "a"), Sheet("sy", "a", "y", "b", (FIRST,))])
    changes += made("criterion", nodes)
    changes += made("mark", [Mark("sx", "o", Round.SHEET, not_applicable=True)])
    figures = {"denominator": Figure(D(4)), "numerator": Figure(D(2))}
    changes += made("mark", [Mark("sx", "l", FIRST, lost=D(1))])
    changes += made("mark", [Mark("sx", "p", FIRST, points=D(2))])
    changes += made("mark", [Mark("sx", "r", FIRST, figures=figures)])
    return State().applied(changes)


@pytest.mark.parametrize(
    ("sheet", "criterion", "points", "effect"),
    [
        ("sx", "p", "1.5", Effect.CHANGED),
        ("sx", "p", "2.0", Effect.SAME),
        ("sx", "p", None, Effect.CHANGED),
        ("sx", "p", "2.75", Effect.REFUSED),
        ("sx", "p", "-1", Effect.REFUSED),
        ("sx", "u", "9", Effect.CHANGED),
        ("sx", "u", None, Effect.SAME),
        ("sx", "l", None, Effect.CHANGED),
        ("sx", "1", "1", Effect.COMPUTED),
        ("sx", "r", "0.5", Effect.COMPUTED),
        ("sx", "e", "0.5", Effect.CHANGED),
        ("sx", "k", "0.5", Effect.SURVEY),
        ("sx", "o", "0.5", Effect.OUT),
        ("sy", "p", "1", Effect.LOCKED),
        ("sx", "gone", "1", Effect.REFUSED),
        ("gone", "p", "1", Effect.REFUSED),
    ],
)
def test_a_cell_is_judged_by_what_writing_it_would_do(
    sheet: str, criterion: str, points: str | None, effect: Effect
) -> None:
    cell = BlockCell(sheet, criterion, None if points is None else D(points))
    verdict = judged(state(), FIRST, cell)
    assert verdict.effect is effect
    assert bool(verdict.sentence) is (effect not in (Effect.CHANGED, Effect.SAME))


def test_a_ratio_lets_points_be_typed_until_its_figures_give_some() -> None:
    before = state()
    place, after = Place("sx", "r", FIRST), before
    for key in ("numerator", "denominator"):
        after = after.applied(SetFigure(place, key, None).plan(after))
    assert standing_of(before, "sx", "r", FIRST) is Standing.COMPUTED
    assert standing_of(after, "sx", "r", FIRST) is Standing.OPEN


def test_a_block_is_written_in_one_step_and_equal_cells_are_left_out() -> None:
    before = state()
    cells = (BlockCell("sx", "p", D(1)), BlockCell("sx", "u", D(4)))
    command = SetBlock(FIRST, cells)
    after = before.applied(command.plan(before))
    assert command.title == "dán điểm 2 ô"
    assert [after.cell("sx").mark(each, FIRST).points for each in ("p", "u")] == [D(1), D(4)]  # type: ignore[union-attr]
    assert command.plan(after) == ChangeSet()


def test_of_a_cell_named_twice_the_last_stands() -> None:
    before = state()
    cells = (BlockCell("sx", "p", D(9)), BlockCell("sx", "p", D(1)))
    plan = SetBlock(FIRST, cells).plan(before)
    assert plan == SetPoints(Place("sx", "p", FIRST), D(1)).plan(before)


def test_clearing_a_block_takes_points_away() -> None:
    before = state()
    command = SetBlock(FIRST, (BlockCell("sx", "p", None), BlockCell("sx", "u", None)))
    after = before.applied(command.plan(before))
    assert command.title == "xóa điểm 2 ô"
    assert after.cell("sx").mark("p", FIRST) is None
    assert SetBlock(FIRST, (BlockCell("sx", "p", None),)).title == "xóa điểm"


def test_every_bad_cell_of_a_block_is_named_with_its_address() -> None:
    cells = (
        BlockCell("sx", "p", D("2.75")),
        BlockCell("sy", "p", D(1)),
        BlockCell("sx", "k", D(1)),
        BlockCell("sx", "u", D(1)),
        BlockCell("gone", "nowhere", D(1)),
    )
    with pytest.raises(BlockError) as caught:
        SetBlock(FIRST, cells).plan(state())
    assert caught.value.problems == (
        "Sở Xây dựng, 1.1: Điểm 2,75 vượt tối đa 2,5.",
        "Sở Y tế, 1.1: Vòng chấm của đơn vị này đã khóa.",
        "Sở Xây dựng, 1.3: Tiêu chí khảo sát không chấm trực tiếp.",
        "gone, nowhere: Tiêu chí hoặc đơn vị này không còn trong hồ sơ.",
    )
    assert [each.effect for each in caught.value.verdicts] == [
        Effect.REFUSED, Effect.LOCKED, Effect.SURVEY, Effect.REFUSED,
    ]  # fmt: skip
    assert caught.value.sentence.startswith("4 ô không nhận điểm: Sở Xây dựng, 1.1:")


def test_a_long_list_of_bad_cells_is_counted() -> None:
    before = state()
    cells = tuple(BlockCell(f"g{n}", "p", D(1)) for n in range(7))
    with pytest.raises(BlockError, match="và 2 ô khác"):
        SetBlock(FIRST, cells).plan(before)


def test_a_criterion_that_does_not_apply_any_more_is_refused() -> None:
    before = state()
    out = before.applied(SetNotApplicable("sx", "p", not_applicable=True).plan(before))
    assert standing_of(out, "sx", "p", FIRST) is Standing.OUT
