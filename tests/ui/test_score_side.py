"""Form and evidence come beside the tree once it has painted, or when they are asked for."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.rooms import sample_session
from ui.places import places
from ui.shared.desk import Desk
from ui.shared.workplace import WidthClass
from ui.window.score_layout import ScoreWorkplace
from ui.window.score_side import SidePlace


def workplace(qtbot: QtBot) -> ScoreWorkplace:
    desk = Desk(sample_session())
    place = places()["score"].make(desk)
    assert isinstance(place, ScoreWorkplace)
    desk.setParent(place)
    qtbot.addWidget(place)
    place.resize(1366, 700)
    place.set_width_class(WidthClass.MEDIUM)
    return place


def test_the_tree_shows_first_and_form_and_evidence_follow_by_themselves(qtbot: QtBot) -> None:
    place = workplace(qtbot)
    assert place.findChild(SidePlace) is not None
    place.show()
    width = place.tree.width()
    qtbot.waitUntil(lambda: place.findChild(SidePlace) is None)
    assert place.form.isVisible()
    assert place.evidence.isVisible()
    assert place.tree.width() == width


def test_what_asks_for_the_form_before_gets_it_at_once(qtbot: QtBot) -> None:
    place = workplace(qtbot)
    place.show()
    place.focus_figure()
    form = place.form
    assert form.isVisible()
    qtbot.waitUntil(lambda: place.findChild(SidePlace) is None)
    assert place.form is form


def test_a_side_that_is_hidden_is_not_made(qtbot: QtBot) -> None:
    place = workplace(qtbot)
    place.restore({}, shown=False)
    place.show()
    qtbot.waitExposed(place)
    QApplication.processEvents()
    assert place.findChild(SidePlace) is not None
    place.toggle_right()
    qtbot.waitUntil(lambda: place.findChild(SidePlace) is None)
    assert place.form.isVisible()
