"""Tiến độ on units at every stage, for tests of its rows and of the window around it."""

from pytestqt.qtbot import QtBot

from cchc_desktop.session import Session
from tests.track_dossier import clock, track_session
from ui.shared.desk import Desk
from ui.track.panel import TrackPanel
from ui.window.score_layout import VIEWS


def track_desk(session: Session | None = None) -> Desk:
    """Return a desk with a session on it."""
    return Desk(session or track_session())


def panel_on(qtbot: QtBot, desk: Desk) -> TrackPanel:
    """Return the view of a desk, shown and whole."""
    found = TrackPanel(desk, VIEWS, "track", clock)
    qtbot.addWidget(found)
    found.resize(1278, 560)
    found.show()
    qtbot.waitUntil(lambda: found.is_whole)
    return found


def names(panel: TrackPanel) -> list[str]:
    """Return the keys of the rows that show, in order."""
    return list(panel.model.order)
