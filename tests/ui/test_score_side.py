"""Form and evidence come beside the tree once it has painted, or when they are asked for."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.rooms import sample_session
from ui.places import bars, places
from ui.shared.desk import Desk
from ui.window.dossier_view import DossierView
from ui.window.score_layout import ScoreWorkplace
from ui.window.score_side import SidePlace


@pytest.fixture
def place(qtbot: QtBot) -> Iterator[ScoreWorkplace]:
    view = DossierView(Desk(sample_session()), places(), bars())
    qtbot.addWidget(view)
    view.resize(1366, 700)
    place = view.workplace("score")
    assert isinstance(place, ScoreWorkplace)
    yield place
    view.leave()


def test_the_tree_shows_first_and_form_and_evidence_follow_by_themselves(
    qtbot: QtBot, place: ScoreWorkplace
) -> None:
    assert place.findChild(SidePlace) is not None
    place.window().show()
    qtbot.waitUntil(lambda: place.findChild(SidePlace) is None)
    assert place.form.isVisible()
    assert place.evidence.isVisible()


def test_what_asks_for_the_form_before_gets_it_at_once(qtbot: QtBot, place: ScoreWorkplace) -> None:
    place.window().show()
    place.focus_figure()
    form = place.form
    assert form.isVisible()
    qtbot.waitUntil(lambda: place.findChild(SidePlace) is None)
    assert place.form is form


def test_a_side_that_is_hidden_is_not_made(qtbot: QtBot, place: ScoreWorkplace) -> None:
    place.restore({}, shown=False)
    place.window().show()
    qtbot.waitExposed(place.window())
    QApplication.processEvents()
    assert place.findChild(SidePlace) is not None
    place.toggle_right()
    qtbot.waitUntil(lambda: place.findChild(SidePlace) is None)
    assert place.form.isVisible()
