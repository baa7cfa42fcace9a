"""Scoring again after an edit gives what scoring anew gives, and leaves other rows alone."""

import pickle
from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_desktop.commands.base import Command
from cchc_desktop.commands.losses import AddDeduction
from cchc_desktop.commands.marks import ClearMarks, Place, SetNotApplicable, SetPoints
from cchc_desktop.domain.criteria import CriteriaTree
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.rules.manual import Manual
from cchc_desktop.domain.scoring import Context, score, tried
from cchc_desktop.domain.state import State
from tests.sample_session import SHEET, node, place, sample_session

SAMPLE = sample_session().state
LEAVES = [leaf.id for leaf in SAMPLE.tree_of_sheet(SHEET).leaves]
CONTEXT = Context(Round.FIRST)
EDITS = st.lists(
    st.tuples(
        st.sampled_from(LEAVES),
        st.sampled_from(["points", "clear", "leave out", "count again", "loss", "other round"]),
        st.decimals(0, Decimal("0.5"), places=2),
    ),
    max_size=8,
)


def edited(state: State, leaf: str, kind: str, points: Decimal) -> State:
    at = Place(SHEET, leaf, Round.FIRST)
    commands: dict[str, Command] = {
        "points": SetPoints(at, points),
        "clear": ClearMarks(SHEET, (leaf,), Round.FIRST),
        "leave out": SetNotApplicable(SHEET, leaf, not_applicable=True),
        "count again": SetNotApplicable(SHEET, leaf, not_applicable=False),
        "loss": AddDeduction(at, "lý do", points),
        "other round": SetPoints(Place(SHEET, leaf, Round.PUBLISHED), points),
    }
    try:
        return state.applied(commands[kind].plan(state))
    except CchcError:
        return state


@given(EDITS)
@settings(max_examples=60)
def test_scoring_after_edits_equals_scoring_anew(edits: list[tuple[str, str, Decimal]]) -> None:
    state, tree = SAMPLE, SAMPLE.tree_of_sheet(SHEET)
    before = score(tree, state.cell(SHEET), CONTEXT)
    for leaf, kind, points in edits:
        state = edited(state, leaf, kind, points)
        after = score(tree, state.cell(SHEET), CONTEXT, before)
        anew = score(tree, state.cell(SHEET), CONTEXT)
        assert after.rows == anew.rows
        assert after.total == anew.total
        assert (after.scored, after.to_score) == (anew.scored, anew.to_score)
        before = after


@given(EDITS)
@settings(max_examples=30)
def test_look_ups_handed_on_equal_those_made_anew(edits: list[tuple[str, str, Decimal]]) -> None:
    state = SAMPLE
    for leaf, kind, points in edits:
        score(state.tree_of_sheet(SHEET), state.cell(SHEET), CONTEXT)
        state = edited(state, leaf, kind, points)
    cell = state.cell(SHEET)
    assert cell.marks == {(m.criterion, m.round): m for m in cell.records["mark"].values()}
    listed = [d.id for group in cell.deductions.values() for d in group]
    assert sorted(listed) == sorted(cell.records["deduction"])


def test_rows_that_an_edit_does_not_reach_stay_the_same_objects() -> None:
    state, tree = SAMPLE, SAMPLE.tree_of_sheet(SHEET)
    before = score(tree, state.cell(SHEET), CONTEXT)
    leaf = next(leaf for leaf in tree.leaves if leaf.rule.kind == "deduction")
    state = edited(state, leaf.id, "leave out", Decimal(0))
    after = score(tree, state.cell(SHEET), CONTEXT, before)
    reached = {each.id for each in tree.path(leaf.id)}
    assert {key for key, row in after.rows.items() if row is not before.rows[key]} == reached


def test_a_cell_knows_what_was_touched_since_the_cell_before_only() -> None:
    first = SAMPLE
    second = edited(first, place("1.1").criterion, "loss", Decimal("0.1"))
    third = edited(second, node("1.2"), "loss", Decimal("0.1"))
    cells = [state.cell(SHEET) for state in (first, second, third)]
    assert cells[1].touched_since(cells[0]) == frozenset({node("1.1")})
    assert cells[1].touched_since(cells[1]) == frozenset()
    assert cells[2].touched_since(cells[0]) is None
    assert cells[0].touched_since(cells[1]) is None


def test_a_cell_goes_to_another_process_whole() -> None:
    cell = edited(SAMPLE, node("1.1"), "loss", Decimal("0.1")).cell(SHEET)
    assert pickle.loads(pickle.dumps(cell)).records == cell.records  # noqa: S301  # our own bytes


@given(st.sampled_from(LEAVES), st.none() | st.decimals(0, Decimal("0.5"), places=2),
       st.decimals(0, Decimal("0.5"), places=2))  # fmt: skip
def test_points_that_are_tried_add_up_as_if_they_were_written(
    leaf: str, before: Decimal | None, points: Decimal
) -> None:
    tree, at = SAMPLE.tree_of_sheet(SHEET), Place(SHEET, leaf, Round.FIRST)
    manual = replace(tree[leaf], rule=Manual())
    if tree[leaf].is_survey or tree.maxima[leaf] is None:
        return
    tree = CriteriaTree([manual if each.id == leaf else each for each, _ in tree.walk])
    state = SAMPLE.applied(ClearMarks(SHEET, (leaf,), Round.FIRST).plan(SAMPLE))
    cells = [
        state.applied(SetPoints(at, each).plan(state)).cell(SHEET) for each in (before, points)
    ]
    first, written = (score(tree, cell, CONTEXT) for cell in cells)
    found = tried(first, leaf, points)
    assert found.total == written.total
    assert found.scored == written.scored
    assert {key: row.points for key, row in found.rows.items()} == {
        key: row.points for key, row in written.rows.items()
    }
