"""The command line ranks units as the window does."""

from decimal import Decimal

import pytest

from cchc_desktop.commands.criteria import AddCriterion
from cchc_desktop.commands.founding import OpenAssessment
from cchc_desktop.commands.marks import Place, SetPoints
from cchc_desktop.commands.units import AddUnits, SetRankSettings
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.ranking import Ties
from cchc_desktop.domain.units import AssessmentLevel
from cchc_desktop.headless.scores import scores_of
from cchc_desktop.session import Session
from tests.memory_store import MemoryStore
from tests.sample_session import fixed_clock


@pytest.mark.parametrize(("ties", "last"), [(Ties.STANDARD, 4), (Ties.DENSE, 3)])
def test_the_tie_rule_of_the_assessment_is_honoured(ties: Ties, last: int) -> None:
    session = Session(MemoryStore(), fixed_clock)
    opening = OpenAssessment(2022, AssessmentLevel.DISTRICT, "Huyện A")
    session.run(opening)
    session.run(AddUnits(opening.id, "Huyện, thị xã, thành phố", tuple("BCDE")))
    leaf = AddCriterion(opening.id, "", "Lĩnh vực", maximum=Decimal(100))
    session.run(leaf)
    sheets = session.state.sheets_of(opening.id)
    for sheet, points in zip(sheets, (90, 88, 88, 70), strict=False):
        session.run(SetPoints(Place(sheet.id, leaf.id, Round.SELF), Decimal(points)))
    session.run(SetRankSettings(opening.id, ties))
    (found,) = scores_of(session, Round.SELF)["assessments"]
    assert [unit["rank"] for unit in found["units"]] == [1, 2, 2, last, None]
    assert {unit["of"] for unit in found["units"]} == {4, None}


def test_units_in_different_rounds_are_ranked_in_their_own_round_as_the_head_bar_ranks() -> None:
    session = Session(MemoryStore(), fixed_clock)
    opening = OpenAssessment(2022, AssessmentLevel.DISTRICT, "Huyện A")
    session.run(opening)
    session.run(AddUnits(opening.id, "Huyện, thị xã, thành phố", ("B", "C")))
    leaf = AddCriterion(opening.id, "", "Lĩnh vực", maximum=Decimal(100))
    session.run(leaf)
    first, second, third = session.state.sheets_of(opening.id)
    for sheet, points in ((first, 70), (second, 80), (third, 99)):
        session.run(SetPoints(Place(sheet.id, leaf.id, Round.SELF), Decimal(points)))
    for sheet, points in ((first, 60), (second, 50)):
        session.run(SetPoints(Place(sheet.id, leaf.id, Round.FIRST), Decimal(points)))
    (found,) = scores_of(session)["assessments"]
    assert [(u["round"], u["rank"], u["of"]) for u in found["units"]] == [
        ("first", 1, 2), ("first", 2, 2), ("self", 1, 3),
    ]  # fmt: skip
