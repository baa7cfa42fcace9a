"""The league of every commune of the country: ranked after an edit, and shown with it."""

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from bench.dossiers import make_units, open_session
from bench.samples import Row, Samples, milliseconds, time_row
from bench.windows import app_of, opened, settled
from cchc_desktop.commands.marks import Place, SetPoints
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.points import compared
from cchc_desktop.domain.ranking import league_of, standing_among
from cchc_desktop.session import Session
from cchc_desktop.session.league import LeagueBook
from ui.opened import OpenDossier
from ui.shared.desk import Desk

_UNITS = 3321
_EDITS, _WARM = 40, 5
_MOST_MS = 16.0
_MOST_SWITCH_MS = 50.0


def rows(folder: Path) -> Iterator[Row]:
    """Yield rows: one rank, the whole league, an edit with its rank, another unit in the league.

    Args:
        folder: where temporary files may lie.
    """
    app_of(folder)
    path = folder / "units.cchc"
    make_units(path, _UNITS)
    session = open_session(path)
    yield from _ranked(session)
    session.close()
    with opened(folder, path) as (_, found):
        yield _edited(found.desk)
        yield _switched(found)


def _ranked(session: Session) -> Iterator[Row]:
    """Rank after each edit, as the head bar and the league do."""
    book, one, league, bare = LeagueBook(session), [], [], []
    assessment = next(iter(session.state.assessments))
    sheets = session.state.sheets_of(assessment)
    for number in range(_WARM + _EDITS):
        sheet = sheets[number * 7 % _UNITS].id
        session.run(_command(session, sheet, number))
        one.append(milliseconds(partial(_standing, book, sheet)))
        units = book.contenders(sheets, Round.FIRST)
        league.append(milliseconds(partial(league_of, units)))
        points = [compared(each.points or Decimal(0)) for each in units]
        bare.append(milliseconds(partial(sorted, points, reverse=True)))
    floor = Samples(tuple(bare[_WARM:]))
    for name, taken in (("one unit's rank", one), ("the whole league", league)):
        found = Samples(tuple(taken[_WARM:]))
        ratio = found.median / floor.median
        yield Row(f"{name} among {_UNITS} units", found, floor, "sorting bare totals", ratio)


def _standing(book: LeagueBook, sheet: str) -> object:
    return standing_among(book.contenders(book.peers(sheet), Round.FIRST), sheet)


def _command(session: Session, sheet: str, number: int) -> SetPoints:
    leaf = session.state.tree_of_sheet(sheet).leaves[number % 5]
    return SetPoints(Place(sheet, leaf.id, Round.FIRST), Decimal(number + 1) / 1000)


def _edited(desk: Desk) -> Row:
    taken = []
    for number in range(_WARM + _EDITS):
        command = _command(desk.session, desk.sheet, number)
        QApplication.processEvents()
        taken.append(settled(partial(desk.run, command)))
    name, note = f"one edit to repaint among {_UNITS} units", "the rank in the head bar follows"
    return time_row(name, taken[_WARM:], _MOST_MS, note)


def _switched(found: OpenDossier) -> Row:
    """Go from unit to unit, far apart, while the league shows."""
    found.view.show_place("rank")
    desk, taken = found.desk, []
    sheets = desk.state.sheets_of(desk.assessment)
    for number in range(1, _WARM + _EDITS + 1):
        sheet = sheets[number * 131 % _UNITS].id
        QApplication.processEvents()
        taken.append(settled(partial(_switch, desk, sheet)))
    name = f"another of {_UNITS} units chosen in the league"
    return time_row(name, taken[_WARM:], _MOST_SWITCH_MS)


def _switch(desk: Desk, sheet: str) -> bool:
    desk.switch(sheet, desk.round)
    return desk.sheet == sheet
