"""A sitting of the council with 283 items: a decision repaints its own row alone."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from bench.country import make_country
from bench.dossiers import make_sample, open_session
from bench.samples import Row, Samples, milliseconds
from cchc_desktop.clock import now
from cchc_desktop.commands.decisions import DecideItem
from cchc_desktop.commands.sittings import AddItems, CallSitting, SittingFacts
from cchc_desktop.domain.points import ZERO
from cchc_desktop.domain.sittings import Ruling
from ui.app import make_app
from ui.main_window import MainWindow
from ui.opened import OpenDossier, opener
from ui.shared.desk import Desk
from ui.shared.doors import Doors
from ui.sitting.panel import SittingPanel
from ui.window.score_layout import ScoreWorkplace

_ITEMS, _DECISIONS, _WARM, _SHEETS = 283, 60, 5, 3
_MOST_MS = 16.0
_SITTING = "bench"


def rows(folder: Path) -> Iterator[Row]:
    """Yield the row of a decision.

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
    desk, panel = _sitting(window, app)
    taken = [
        milliseconds(partial(_decide, app, desk, row.item.id))
        for row in panel.model.rows[: _WARM + _DECISIONS]
    ]
    found = Samples(tuple(taken[_WARM:]))
    is_met = found.p95 <= _MOST_MS
    goal = f"p95 <= {_MOST_MS:g} ms"
    name = f"a decision in a sitting of {_ITEMS} items"
    yield Row(name, found, found, "itself", found.p95, goal, is_met)
    window.close()
    window.deleteLater()
    app.processEvents()


def _sitting(window: MainWindow, app: QApplication) -> tuple[Desk, SittingPanel]:
    """Call a sitting on three units, and show it."""
    opened = window.opened
    place = opened.view.workplace("score") if isinstance(opened, OpenDossier) else None
    if not isinstance(opened, OpenDossier) or not isinstance(place, ScoreWorkplace):
        raise TypeError("the dossier did not open")
    desk = opened.desk
    while desk.session.stale:
        desk.session.recalculate()
    desk.run(CallSitting(desk.assessment, desk.round, SittingFacts(), _SITTING))
    sheets = desk.state.sheets_of(desk.assessment)[:_SHEETS]
    spots = [(sheet.id, leaf.id) for sheet in sheets for leaf in desk.tree.leaves]
    desk.run(AddItems(_SITTING, tuple(spots[:_ITEMS])))
    place.show_view("sitting")
    app.processEvents()
    panel = place.made["sitting"]
    if not isinstance(panel, SittingPanel) or len(panel.model.rows) != _ITEMS:
        raise TypeError("the sitting did not open")
    return desk, panel


def _decide(app: QApplication, desk: Desk, item: str) -> None:
    desk.run(DecideItem(item, Ruling.OTHER, now(), ZERO))
    app.processEvents()
