"""A window that only reads shows one moment, whatever a writer beside it commits meanwhile."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest

import db.store
from cchc_desktop.clock import now
from cchc_desktop.commands.criteria import RenameCriterion
from cchc_desktop.commands.marks import Place, SetPoints
from cchc_desktop.commands.sample import sample_command
from cchc_desktop.commands.sets import CopyAssessment
from cchc_desktop.domain.cells import Packed
from cchc_desktop.domain.marks import Round
from cchc_desktop.session import Session
from db import create_dossier, open_dossier
from tests.db.processes import command, started
from tests.sample_session import ASSESSMENT, SHEET, node

D = Decimal


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Session]:
    """The sample and a second year, with points in both."""
    session = Session(create_dossier(tmp_path / "hai năm.cchc"), now)
    session.run(sample_command())
    session.run(CopyAssessment(ASSESSMENT, 2023))
    session.run(SetPoints(place_in(session), D("0.25")))
    yield session
    session.close()


def place_in(session: Session) -> Place:
    """Return a leaf of the newer year."""
    (sheet,) = (each.id for each in session.state.sheets.values() if each.id != SHEET)
    return Place(sheet, session.state.tree_of_sheet(sheet).leaves[0].id, Round.FIRST)


def test_what_is_read_late_is_of_the_moment_of_opening(writer: Session) -> None:
    place = place_in(writer)
    reader = Session(open_dossier(writer.store.path), now)
    seen = reader.store.head
    before = reader.store.lines(3)
    writer.run(SetPoints(place, D("0.4")))
    writer.run(RenameCriterion(node("1.1"), "Tên mới"))
    assert reader.scores(place.sheet, Round.FIRST).total.points == D("0.25")
    assert reader.totals[place.sheet][Round.FIRST].points == D("0.25")
    assert reader.state.criteria[node("1.1")].name != "Tên mới"
    assert (reader.store.head, reader.store.lines(3)) == (seen, before)
    reader.close()


def test_the_moment_is_one_even_while_it_is_read(
    writer: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, packed = place_in(writer), db.store._packed

    def disturbed(database: sqlite3.Connection) -> Iterator[Packed]:
        yield from packed(database)
        writer.run(SetPoints(place, D("0.4")))

    monkeypatch.setattr(db.store, "_packed", disturbed)
    head = writer.store.head
    store = open_dossier(writer.store.path)
    state = store.load()
    monkeypatch.undo()
    assert writer.store.head != head
    assert store.head == head
    mark = state.cell(place.sheet).mark(place.criterion, Round.FIRST)
    assert mark is not None
    assert mark.points == D("0.25")
    assert store.has_moved_on()
    store.close()


def test_a_reader_notices_that_the_file_moved_on_and_reads_it_anew(writer: Session) -> None:
    reader = open_dossier(writer.store.path)
    reader.load()
    assert not reader.has_moved_on()
    writer.run(SetPoints(place_in(writer), D("0.4")))
    assert reader.has_moved_on()
    assert not writer.store.has_moved_on(), "only the session itself writes"
    reader.load()
    assert not reader.has_moved_on()
    assert reader.head == writer.store.head
    reader.close()


def test_another_process_that_writes_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "x.cchc"
    Session(create_dossier(path), now).close()
    child = started(command("work", path, tmp_path / "a.bin", "1"))
    assert child.stdout is not None
    for _ in ("open", "commit"):
        child.stdout.readline()
    reader = open_dossier(path)
    reader.load()
    head = reader.head
    while not reader.has_moved_on():
        child.stdout.readline()
    assert reader.is_read_only
    assert reader.head == head
    assert reader.lines(1)[0].hash == head
    child.kill()
    child.communicate()
    reader.load()
    assert reader.head != head
    assert not reader.has_moved_on()
    reader.close()


def test_totals_that_cannot_be_read_keep_no_reader_out(writer: Session) -> None:
    with closing(sqlite3.connect(writer.store.path)) as file, file:
        file.execute("UPDATE unit_total SET areas = '['")
    reader = open_dossier(writer.store.path)
    assert reader.load().sheets
    reader.close()
