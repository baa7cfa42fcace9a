"""Pictures of Tiến độ for a person to look at."""

import pytest
from pytestqt.qtbot import QtBot

from tests.track_dossier import clock, founding, province_session, track_session
from tests.ui.screens import grab
from ui.shared import theme
from ui.shared.desk import Desk
from ui.shared.workplace import WidthClass
from ui.track.columns import Column
from ui.track.panel import TrackPanel
from ui.window.score_layout import VIEWS

SIZES = {
    "1366x768": (1278, 560, WidthClass.MEDIUM),
    "1920x1080": (1832, 880, WidthClass.WIDE),
    "911x480": (823, 330, WidthClass.NARROW),
}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["light", "dark"])
def test_pictures_of_units_on_their_way(qtbot: QtBot, size: str, name: theme.Name) -> None:
    theme.use(name)
    wide, high, width = SIZES[size]
    panel = TrackPanel(Desk(track_session()), VIEWS, "track", clock)
    qtbot.addWidget(panel)
    panel.set_width_class(width)
    panel.resize(wide, high)
    panel.show()
    qtbot.waitUntil(lambda: panel.is_whole)
    panel.table.go("lan1")
    assert grab(panel, f"tien-do-{size}-{name}").exists()
    theme.use("light")


@pytest.mark.parametrize(("wide", "track"), [(1130, 388), (1278, 520), (1832, 520)])
def test_the_track_gives_way_to_the_names(qtbot: QtBot, wide: int, track: int) -> None:
    panel = TrackPanel(Desk(track_session()), VIEWS, "track", clock)
    qtbot.addWidget(panel)
    panel.show()
    panel.resize(wide, 560)
    qtbot.waitUntil(lambda: panel.is_whole)
    head = panel.table.horizontalHeader()
    columns = panel.model.columns
    assert head.sectionSize(columns.index(Column.NAME)) >= Column.NAME.value
    assert head.sectionSize(columns.index(Column.TRACK)) == track


@pytest.mark.parametrize("what", ["agencies", "no-days"])
def test_pictures_of_agencies_and_of_no_dates(qtbot: QtBot, what: str) -> None:
    session = province_session() if what == "agencies" else track_session(founding(days=False))
    panel = TrackPanel(Desk(session), VIEWS, "track", clock)
    qtbot.addWidget(panel)
    panel.resize(1278, 560)
    panel.show()
    qtbot.waitUntil(lambda: panel.is_whole)
    assert grab(panel, f"tien-do-{what}").exists()


def test_a_picture_of_the_reminders(qtbot: QtBot) -> None:
    panel = TrackPanel(Desk(track_session()), VIEWS, "track", clock)
    qtbot.addWidget(panel)
    panel.show()
    panel.ask_reminders()
    assert panel.dialog is not None
    assert grab(panel.dialog, "giay-nhac").exists()
    panel.dialog.reject()
