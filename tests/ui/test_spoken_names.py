"""Whatever takes the keyboard in a view of the window has a name that is spoken."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui import rooms
from ui.criteria.workplace import CriteriaWorkplace
from ui.main_window import MainWindow
from ui.units.view import UnitsView
from ui.window.score_layout import VIEWS, ScoreWorkplace

PLACES = ("rank", "report", "criteria")


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with rooms.shown(qtbot, tmp_path, rooms.sample_session) as found:
        yield found


def nameless(window: QWidget) -> list[str]:
    """Return the classes of the visible widgets that Tab reaches and that say no name."""
    return [
        " < ".join(chain(each))
        for each in window.findChildren(QWidget)
        if each.isVisible()
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.focusProxy() is None
        and not spoken(each)
    ]


def chain(widget: QWidget | None) -> Iterator[str]:
    for _ in range(4):
        if widget is not None:
            yield type(widget).__name__
            widget = widget.parentWidget()


def spoken(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


@pytest.mark.parametrize("key", [key for key, _ in VIEWS])
def test_every_view_of_the_scores(qtbot: QtBot, window: MainWindow, key: str) -> None:
    place = rooms.opened(window).view.workplace("score")
    assert isinstance(place, ScoreWorkplace)
    assert place.form is not None  # made now
    place.show_view(key)
    qtbot.waitUntil(lambda: place.view == key)
    QApplication.processEvents()
    assert nameless(window) == []


@pytest.mark.parametrize("key", PLACES)
def test_every_workplace(window: MainWindow, key: str) -> None:
    rooms.opened(window).view.show_place(key)
    QApplication.processEvents()
    assert nameless(window) == []


@pytest.mark.parametrize("view", range(4))
def test_every_view_of_the_sets(window: MainWindow, view: int) -> None:
    rooms.opened(window).view.show_place("criteria")
    place = rooms.opened(window).view.workplace("criteria")
    assert isinstance(place, CriteriaWorkplace)
    place.show_view(view)
    QApplication.processEvents()
    assert nameless(window) == []


def test_every_page_of_units_and_people(window: MainWindow) -> None:
    rooms.opened(window).view.show_place("criteria")
    place = rooms.opened(window).view.workplace("criteria")
    assert isinstance(place, CriteriaWorkplace)
    view = place.show_view(2)
    assert isinstance(view, UnitsView)
    for key in view._pages:
        view.show_page(key)
        QApplication.processEvents()
        assert nameless(window) == []
