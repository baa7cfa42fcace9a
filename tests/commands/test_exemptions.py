"""Criteria that do not apply to a unit leave its denominator, with the reason."""

import pytest

from cchc_desktop.commands.exemptions import LeaveOut, TakeBackIn
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.marks import Round
from tests.sample_session import SHEET, node, sample_session


def test_a_branch_is_left_out_with_its_reason_in_one_step() -> None:
    session = sample_session()
    before = session.scores(SHEET, Round.FIRST).total.maximum
    session.run(LeaveOut(SHEET, (node("7"), node("7.1")), " Chưa  có hệ thống "))
    marks = session.state.cell(SHEET).marks
    of_area = [m for (c, r), m in marks.items() if r is Round.SHEET and m.not_applicable]
    assert len(of_area) == 4
    assert {mark.note for mark in of_area} == {"Chưa có hệ thống"}
    after = session.scores(SHEET, Round.FIRST).total.maximum
    assert before is not None
    assert after is not None
    assert before - after == session.state.criteria[node("7")].maximum
    session.run(TakeBackIn(SHEET, (node("7"),)))
    assert session.scores(SHEET, Round.FIRST).total.maximum == before
    session.undo()
    session.undo()
    assert session.state.cell(SHEET).marks == sample_session().state.cell(SHEET).marks


def test_what_is_not_there_is_refused() -> None:
    session = sample_session()
    for command in (LeaveOut(SHEET, ()), LeaveOut("x", (node("7"),)), LeaveOut(SHEET, ("x",))):
        with pytest.raises(CchcError):
            session.run(command)
    assert not session.run(TakeBackIn(SHEET, (node("7.1"),)))
