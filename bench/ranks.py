"""The league of every commune of the country: ranked after an edit, and shown with it."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from bench.dossiers import make_sample, make_units, open_session
from bench.samples import Row, Samples, milliseconds
from cchc_desktop.commands.marks import Place, SetPoints
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.points import compared
from cchc_desktop.domain.ranking import league_of, standing_among
from cchc_desktop.session import Session
from cchc_desktop.session.league import LeagueBook
from ui.app import make_app
from ui.main_window import MainWindow
from ui.opened import OpenDossier, opener
from ui.shared.desk import Desk
from ui.shared.doors import Doors

_UNITS = 3321
_EDITS, _WARM = 40, 5
_MOST_MS = 16.0
_MOST_SWITCH_MS = 50.0


def rows(folder: Path) -> Iterator[Row]:
    """Yield rows: one rank, the whole league, an edit with its rank, another unit in the league.

    Args:
        folder: where temporary files may lie.
    """
    app = QApplication.instance() or make_app(["bench"], folder / "settings.json")
    if not isinstance(app, QApplication):
        raise TypeError("the window needs a QApplication")
    path = folder / "units.cchc"
    make_units(path, _UNITS)
    session = open_session(path)
    yield from _ranked(session)
    session.close()
    window, desk = _opened(path, folder / "settings.json")
    yield _edited(app, desk)
    yield _switched(app, window, desk)
    window.close()
    window.deleteLater()
    app.processEvents()


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


def _opened(path: Path, settings: Path) -> tuple[MainWindow, Desk]:
    window = MainWindow(Doors(opener(open_session), make_sample, lambda *_: None), settings)
    window.resize(1366, 728)
    window.show()
    window.open_dossier(path)
    if not isinstance(window.opened, OpenDossier):
        raise TypeError("the dossier did not open")
    return window, window.opened.desk


def _edited(app: QApplication, desk: Desk) -> Row:
    taken = []
    for number in range(_WARM + _EDITS):
        command = _command(desk.session, desk.sheet, number)
        app.processEvents()
        taken.append(milliseconds(partial(_edit, app, partial(desk.run, command))))
    edits = Samples(tuple(taken[_WARM:]))
    return Row(
        f"one edit to repaint among {_UNITS} units", edits, edits, "itself", edits.p95,
        f"p95 <= {_MOST_MS:g} ms", edits.p95 <= _MOST_MS, "the rank in the head bar follows",
    )  # fmt: skip


def _switched(app: QApplication, window: MainWindow, desk: Desk) -> Row:
    """Go from unit to unit, far apart, while the league shows."""
    if isinstance(window.opened, OpenDossier):
        window.opened.view.show_place("rank")
    sheets = desk.state.sheets_of(desk.assessment)
    taken = []
    for number in range(1, _WARM + _EDITS + 1):
        sheet = sheets[number * 131 % _UNITS].id
        app.processEvents()
        taken.append(milliseconds(partial(_edit, app, partial(_switch, desk, sheet))))
    found = Samples(tuple(taken[_WARM:]))
    return Row(
        f"another of {_UNITS} units chosen in the league", found, found, "itself", found.p95,
        f"p95 <= {_MOST_SWITCH_MS:g} ms", found.p95 <= _MOST_SWITCH_MS,
    )  # fmt: skip


def _switch(desk: Desk, sheet: str) -> bool:
    desk.switch(sheet, desk.round)
    return desk.sheet == sheet


def _edit(app: QApplication, run: Callable[[], bool]) -> None:
    """Run a command and let the event loop turn until what it asked for is painted."""
    if not run():
        raise RuntimeError("the edit was refused")
    turns: list[int] = []
    QTimer.singleShot(0, lambda: turns.append(1))
    while not turns:
        app.processEvents()
    app.processEvents()
