"""Findings kept from edit to edit are the findings made anew."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_desktop.commands.base import Command
from cchc_desktop.commands.criteria import RemoveCriterion
from cchc_desktop.commands.losses import AddDeduction
from cchc_desktop.commands.marks import Place, RequestExplanation, SetNotApplicable, SetPoints
from cchc_desktop.domain.checks import findings
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.known_findings import KnownFindings
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.scoring import Context, ScoreSheet, score
from cchc_desktop.domain.state import State
from tests.sample_session import SHEET, sample_session

SAMPLE = sample_session().state
LEAVES = [leaf.id for leaf in SAMPLE.tree_of_sheet(SHEET).leaves]
KINDS = ("points", "loss", "ask", "leave out", "remove")


def commands(leaf: str, points: Decimal) -> dict[str, Command]:
    at = Place(SHEET, leaf, Round.FIRST)
    return {
        "points": SetPoints(at, points),
        "loss": AddDeduction(at, "lý do", points),
        "ask": RequestExplanation(SHEET, leaf, requested=True),
        "leave out": SetNotApplicable(SHEET, leaf, not_applicable=True),
        "remove": RemoveCriterion(leaf),
    }


def scored(state: State, before: ScoreSheet | None = None) -> ScoreSheet:
    return score(state.tree_of_sheet(SHEET), state.cell(SHEET), Context(Round.FIRST), before)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(LEAVES),
            st.sampled_from(KINDS),
            st.decimals(0, Decimal("0.5"), places=2),
        ),
        max_size=6,
    )
)
@settings(max_examples=40)
def test_findings_kept_from_edit_to_edit_equal_findings_made_anew(
    edits: list[tuple[str, str, Decimal]],
) -> None:
    known, state = KnownFindings(), SAMPLE
    sheet = scored(state)
    for leaf, kind, points in edits:
        try:
            state = state.applied(commands(leaf, points)[kind].plan(state))
        except CchcError:
            continue
        sheet = scored(state, sheet)
        cell = state.cell(SHEET)
        assert known.of(sheet, cell, 2022) == findings(sheet, cell, 2022)


def test_another_year_is_looked_at_anew() -> None:
    known, sheet, cell = KnownFindings(), scored(SAMPLE), SAMPLE.cell(SHEET)
    assert known.of(sheet, cell, 2022) != known.of(sheet, cell, 2021)
    assert known.of(sheet, cell, 2021) == findings(sheet, cell, 2021)
