"""Views of a dossier without criteria or documents say what to do, where the cursor begins."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.reports.dossiers import empty_session
from tests.ui import rooms
from ui.documents.coverage_panel import CoveragePanel
from ui.documents.panel import DocumentsPanel
from ui.main_window import MainWindow
from ui.rank.workplace import RankWorkplace


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with rooms.shown(qtbot, tmp_path, lambda _path: empty_session()) as found:
        yield found


def test_an_empty_register_begins_at_its_button(window: MainWindow) -> None:
    window.menus.actions["documents"].trigger()
    panel = rooms.score_of(window).made["documents"]
    assert isinstance(panel, DocumentsPanel)
    panel.setFocus()
    assert QApplication.focusWidget() is panel.empty.button


def test_the_coverage_of_no_criteria_praises_nothing(window: MainWindow) -> None:
    window.menus.actions["coverage"].trigger()
    panel = rooms.score_of(window).made["coverage"]
    assert isinstance(panel, CoveragePanel)
    assert panel.table.isHidden()
    assert panel.focusProxy() is panel.unsplit
    said = panel.side.words
    assert said == "Chưa có tiêu chí. Thêm tiêu chí trong Bộ tiêu chí."


def test_the_league_says_why_no_unit_can_be_added_yet(window: MainWindow) -> None:
    window.menus.actions["rank"].trigger()
    place = rooms.opened(window).view.workplace("rank")
    assert isinstance(place, RankWorkplace)
    assert not place.units.first_button.isEnabled()
    assert place.units.hint.startswith("Chưa có tiêu chí.")
