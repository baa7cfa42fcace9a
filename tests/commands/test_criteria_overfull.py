"""A change of the set never leaves points above their maximum."""

from decimal import Decimal

import pytest

from cchc_desktop.commands.base import Command
from cchc_desktop.commands.criteria import (
    AddCriterion,
    MoveCriterion,
    RemoveCriterion,
    SetMaximum,
    SetRule,
)
from cchc_desktop.commands.evidence import AttachDocument, Content
from cchc_desktop.commands.marks import ClearMarks, Place, SetLost
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.rules.manual import Manual
from cchc_desktop.session import Session
from tests.db.samples import same
from tests.sample_session import ASSESSMENT, SHEET, fixed_clock, node, sample_session

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


def lose_without_a_maximum(lost: str) -> Session:
    """Return the sample with a loss typed at 1.2 while its maximum is not known."""
    session = sample_session()
    place = Place(SHEET, node("1.2"), Round.FIRST)
    session.run(ClearMarks(SHEET, (node("1.2"),), Round.FIRST))
    session.run(SetRule(node("1.2"), Manual()))
    session.run(SetMaximum(node("1.2"), None))
    session.run(SetLost(place, D(lost)))
    return session


@pytest.mark.parametrize("maximum", [D(1), D("0.3")])
def test_a_loss_becomes_points_once_the_maximum_is_known(maximum: Decimal) -> None:
    session = lose_without_a_maximum("0.3")
    assert session.scores(SHEET, Round.FIRST)[node("1.2")].points is None
    before = session.state
    session.run(SetMaximum(node("1.2"), maximum))
    row = session.scores(SHEET, Round.FIRST)[node("1.2")]
    assert (row.points, row.lost) == (maximum - D("0.3"), D("0.3"))
    assert row.mark is not None
    assert row.mark.lost is None
    session.undo()
    assert same(session.state, before)


def test_a_loss_over_the_maximum_refuses_it() -> None:
    session = lose_without_a_maximum("0.3")
    with pytest.raises(CchcError, match="đang bị trừ 0,3 điểm, quá tối đa mới 0,2") as refusal:
        session.run(SetMaximum(node("1.2"), D("0.2")))
    assert refusal.value.hint


def test_a_loss_of_the_part_not_split_becomes_points_too() -> None:
    session = lose_without_a_maximum("0.3")
    rest = node("1.9")
    session.run(ClearMarks(SHEET, (rest,), Round.FIRST))
    session.run(SetLost(Place(SHEET, rest, Round.FIRST), D("0.1")))
    session.run(RemoveCriterion(node("1.2")))
    row = session.scores(SHEET, Round.FIRST)[rest]
    assert row.maximum is not None
    assert (row.points, row.lost) == (row.maximum - D("0.1"), D("0.1"))


def test_documents_go_down_with_the_first_child_and_never_twice() -> None:
    session = sample_session()
    for key, leaf in (("a", "7.2"), ("b", "7.2"), ("a", "7.3")):
        content = Content(f"{key}.pdf", key * 64, 9)
        session.run(AttachDocument(SHEET, node(leaf), content, fixed_clock(), key))
    before = session.state
    session.run(MoveCriterion(node("7.3"), node("7.2"), takes_documents=True))
    links = session.state.cell(SHEET).links
    assert [link.document for link in links[node("7.3")]] == ["a", "b"]
    assert node("7.2") not in links
    session.undo()
    assert same(session.state, before)
