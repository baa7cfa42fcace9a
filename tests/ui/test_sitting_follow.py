"""A decision in a sitting reads and repaints its own row alone, and all rows stay right."""

from dataclasses import replace
from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from cchc_desktop.commands.base import Command
from cchc_desktop.commands.criteria import RecodeCriterion
from cchc_desktop.commands.decisions import DecideItem
from cchc_desktop.commands.marks import Place, SetNotApplicable, SetPoints
from cchc_desktop.commands.sittings import EditSitting, NoteItem, ProposePoints
from cchc_desktop.commands.units import RenameUnit
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.sitting_rows import ItemBook, item_rows, items_of
from cchc_desktop.domain.sittings import Ruling
from cchc_desktop.session import Session
from tests.rounds_dossier import SHEET
from tests.sitting_dossier import FACTS, SITTING, item_of, noon, sitting_session
from tests.ui.sitting_place import sitting_desk
from ui.sitting.items_model import ItemsModel

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has none
D = Decimal


def steps(session: Session) -> tuple[Command, ...]:
    others = [each for each in items_of(session.state, SITTING) if each.criterion != "2.1"]
    first, second, third = item_of(session, "2.1").id, others[0].id, others[1].criterion
    unit = session.state.sheets[SHEET].unit
    return (
        DecideItem(first, Ruling.OTHER, noon(), D("0.5")),
        ProposePoints(second, D(1)),
        SetPoints(Place(SHEET, others[0].criterion, Round.FIRST), D("0.25")),
        NoteItem(second, "ghi chú"),
        SetNotApplicable(SHEET, third, not_applicable=True),
        RenameUnit(unit, "Sở khác"),
        EditSitting(SITTING, replace(FACTS, note="khác"), Round.SECOND),
        RecodeCriterion(third, "9.9"),
    )


def test_rows_that_are_kept_are_those_that_would_be_read_anew() -> None:
    session, book = sitting_session(), ItemBook()
    for step in (None, *steps(session)):
        if step is not None:
            session.run(step)
        sitting = session.state.sittings[SITTING]
        anew = item_rows(session.state, sitting, session.scores)
        assert book.rows(session.state, sitting, session.scores) == anew
    for _ in range(8):
        session.undo()
        sitting = session.state.sittings[SITTING]
        anew = item_rows(session.state, sitting, session.scores)
        assert book.rows(session.state, sitting, session.scores) == anew


def test_a_decision_tells_of_its_own_row_alone(qtbot: QtBot) -> None:
    desk = sitting_desk()
    model = ItemsModel(desk)
    model.refresh(SITTING)
    told: list[int] = []
    model.dataChanged.connect(lambda top, _bottom: told.append(top.row()))
    rows, item = model.rows, item_of(desk.session, "2.1")
    desk.session.run(DecideItem(item.id, Ruling.OTHER, noon(), D("0.5")))
    model.refresh(SITTING)
    assert told == [model.row_of(item.id)]
    pairs = zip(rows, model.rows, strict=True)
    assert [old.item.id for old, new in pairs if old is not new] == [item.id]
    desk.leave()
