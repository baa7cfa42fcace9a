"""Tiến độ of every commune of the country: first shown, all worked out, and an edit in it."""

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from bench.country import make_country
from bench.dossiers import make_sample, open_session
from bench.samples import Row, Samples, milliseconds
from cchc_desktop.commands.marks import Place, SetPoints
from ui.app import make_app
from ui.main_window import MainWindow
from ui.opened import OpenDossier, opener
from ui.shared.doors import Doors
from ui.track.panel import TrackPanel
from ui.window.score_layout import ScoreWorkplace

_EDITS = 20
_MOST_FIRST_MS, _MOST_EDIT_MS = 200.0, 30.0


def rows(folder: Path) -> Iterator[Row]:
    """Yield rows: the view first shown, until every row is worked out, an edit while it shows.

    Args:
        folder: where temporary files may lie.
    """
    app = QApplication.instance() or make_app(["bench"], folder / "settings.json")
    if not isinstance(app, QApplication):
        raise TypeError("the window needs a QApplication")
    path = folder / "country.cchc"
    make_country(path)
    window = MainWindow(
        Doors(opener(open_session), make_sample, lambda *_: None), folder / "settings.json"
    )
    window.resize(1366, 728)
    window.show()
    window.open_dossier(path)
    place, opened = _place(window)
    while opened.desk.session.stale:
        opened.desk.session.recalculate()
    app.processEvents()
    first = milliseconds(partial(_shown, app, place))
    yield _row("Tiến độ of 3,321 units first shown", [first], _MOST_FIRST_MS)
    panel = place.made["track"]
    if not isinstance(panel, TrackPanel):
        raise TypeError("the view did not open")
    whole = milliseconds(partial(_worked_out, app, panel))
    yield _row("until all of them are counted", [whole], None)
    yield _row("an edit while it shows", list(_edited(app, opened)), _MOST_EDIT_MS)
    window.close()
    window.deleteLater()
    app.processEvents()


def _place(window: MainWindow) -> tuple[ScoreWorkplace, OpenDossier]:
    opened = window.opened
    if isinstance(opened, OpenDossier):
        place = opened.view.workplace("score")
        if isinstance(place, ScoreWorkplace):
            return place, opened
    raise TypeError("the dossier did not open")


def _shown(app: QApplication, place: ScoreWorkplace) -> None:
    place.show_view("track")
    app.processEvents()


def _worked_out(app: QApplication, panel: TrackPanel) -> None:
    while not panel.is_whole:
        app.processEvents()


def _edited(app: QApplication, opened: OpenDossier) -> Iterator[float]:
    desk = opened.desk
    leaf = next(each for each in desk.tree.leaves if each.rule.kind == "manual")
    sheets = desk.state.sheets_of(desk.assessment)

    def edit(number: int) -> None:
        place = Place(sheets[number * 37].id, leaf.id, desk.round)
        desk.run(SetPoints(place, Decimal(number % 3) / 100))
        app.processEvents()

    for number in range(_EDITS):
        yield milliseconds(partial(edit, number))


def _row(name: str, taken: list[float], most: float | None) -> Row:
    found = Samples(tuple(taken))
    goal = "" if most is None else f"p95 <= {most:g} ms"
    return Row(name, found, found, "itself", found.p95, goal, most is None or found.p95 <= most)
