"""Tiến độ in the window: its tab, its menu entry, the dates that it asks for."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cchc_desktop.clock import now
from tests.track_dossier import founding, track_session
from tests.ui.rooms import doors, opened
from ui.main_window import MainWindow
from ui.rounds import dialogs
from ui.track.panel import TrackPanel
from ui.window.score_layout import ScoreWorkplace


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    found = MainWindow(
        doors(lambda _path: track_session(founding(days=False))), tmp_path / "settings.json"
    )
    qtbot.addWidget(found, before_close_func=lambda w: w.close_dossier())
    found.resize(1366, 728)
    found.show()
    found.open_dossier(tmp_path / "a.cchc")
    return found


def place(window: MainWindow) -> ScoreWorkplace:
    found = opened(window).view.workplace("score")
    assert isinstance(found, ScoreWorkplace)
    return found


def test_the_menu_shows_the_view_and_a_row_leads_back(window: MainWindow, qtbot: QtBot) -> None:
    window.act("track")
    panel = place(window).made["track"]
    assert isinstance(panel, TrackPanel)
    qtbot.waitUntil(lambda: panel.is_whole)
    assert panel.book.today == now().date()
    panel.open_row("lan1")
    assert place(window).view == "sheet"
    assert opened(window).desk.sheet == "lan1"


def test_the_view_asks_for_the_dates(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def look(dialog: dialogs.DaysDialog) -> int:
        asked.append(dialog)
        return 0

    monkeypatch.setattr(dialogs.DaysDialog, "exec", look)
    window.act("track")
    panel = place(window).made["track"]
    assert isinstance(panel, TrackPanel)
    panel.days_button.click()
    assert len(asked) == 1
