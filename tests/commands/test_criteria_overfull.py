"""A change of the set never leaves points above their maximum."""

from decimal import Decimal

import pytest

from cchc_desktop.commands.base import Command
from cchc_desktop.commands.criteria import AddCriterion, MoveCriterion, SetMaximum
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.marks import Round
from tests.sample_session import ASSESSMENT, SHEET, node, sample_session

D = Decimal


@pytest.mark.parametrize(
    "command",
    [
        AddCriterion(ASSESSMENT, node("1"), "Tiêu chí mới", maximum=D(6)),
        MoveCriterion(node("7.3"), node("1")),
        SetMaximum(node("8.2.1"), D("0.1")),
        SetMaximum(node("1.1"), D(3)),
    ],
)
def test_points_above_a_new_maximum_refuse_the_step(command: Command) -> None:
    session = sample_session()
    before = session.state
    with pytest.raises(CchcError, match="quá tối đa mới") as refusal:
        session.run(command)
    assert refusal.value.hint
    assert session.state is before


def test_a_change_that_leaves_room_goes_through() -> None:
    session = sample_session()
    session.run(AddCriterion(ASSESSMENT, node("2"), "Tiêu chí mới", maximum=D("0.5")))
    session.run(MoveCriterion(node("7.3"), node("8.2")))
    assert session.scores(SHEET, Round.FIRST)[node("2.9")].maximum == D("9.5")
