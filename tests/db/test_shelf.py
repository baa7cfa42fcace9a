"""What was entered in an assessment stays on disk until somebody looks at it."""

import sqlite3
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest

from cchc_desktop.clock import now
from cchc_desktop.commands.marks import Place, SetPoints
from cchc_desktop.commands.sample import sample_command
from cchc_desktop.commands.sets import CopyAssessment
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.marks import Round
from cchc_desktop.session import Session
from db import DossierStore, create_dossier, open_dossier
from tests.sample_session import ASSESSMENT, SHEET, node

D = Decimal


@pytest.fixture
def two_years(tmp_path: Path) -> Path:
    """The sample and its set copied to 2023, with points in both."""
    path = tmp_path / "hai năm.cchc"
    session = Session(create_dossier(path), now)
    session.run(sample_command())
    session.run(CopyAssessment(ASSESSMENT, 2023))
    sheet = newer(session)
    leaf = session.state.tree_of_sheet(sheet).leaves[0].id
    session.run(SetPoints(Place(sheet, leaf, Round.FIRST), D("0.25")))
    session.close()
    return path


def newer(session: Session) -> str:
    (sheet,) = (each.id for each in session.state.sheets.values() if each.id != SHEET)
    return sheet


def reads(store: DossierStore) -> list[str]:
    """Return a list that fills with the assessments whose rows are read."""
    found: list[str] = []

    def note(statement: str) -> None:
        if "json_group_array" in statement:
            found.append(statement.rpartition("assessment = ")[2].strip("'"))

    store._database.set_trace_callback(note)
    return found


def test_opening_reads_no_marks_and_a_look_those_of_one_assessment(two_years: Path) -> None:
    store = open_dossier(two_years)
    found = reads(store)
    session = Session(store, now)
    sheet = newer(session)
    assert found == []
    assert session.scores(sheet, Round.FIRST).total.points == D("0.25")
    assert set(found) == {session.state.sheets[sheet].assessment}
    assert session.scores(SHEET, Round.FIRST).total.points is not None
    assert set(found) == {session.state.sheets[sheet].assessment, ASSESSMENT}
    assert len(found) == len(set(found)) * 2  # marks and deductions, each once
    session.close()


def test_a_state_that_is_looked_at_late_shows_what_stood_at_its_time(two_years: Path) -> None:
    session = Session(open_dossier(two_years), now)
    early = session.state
    session.run(SetPoints(Place(SHEET, node("1.9"), Round.FIRST), D("5.75")))
    mark = early.cell(SHEET).mark(node("1.9"), Round.FIRST)
    later = session.state.cell(SHEET).mark(node("1.9"), Round.FIRST)
    assert mark is None or mark.points != D("5.75")
    assert later is not None
    assert later.points == D("5.75")
    session.close()


def test_undo_reaches_a_sheet_that_nobody_looked_at(two_years: Path) -> None:
    session = Session(open_dossier(two_years), now)
    deduction = next(iter(session.state.cell(SHEET).table("deduction")))
    session.close()
    session = Session(open_dossier(two_years), now)
    assert session.state.sheet_with("deduction", deduction) == SHEET
    assert session.state.sheet_with("deduction", "không có") == ""
    session.close()


def test_rows_that_somebody_broke_are_told_when_they_are_looked_at(two_years: Path) -> None:
    with closing(sqlite3.connect(two_years)) as file, file:
        file.execute("UPDATE mark SET figures = '{' WHERE sheet = ?", [SHEET])
    session = Session(open_dossier(two_years), now)
    assert session.scores(newer(session), Round.FIRST).total.points == D("0.25")
    with pytest.raises(CchcError, match="không đọc được"):
        session.scores(SHEET, Round.FIRST)
    session.close()
