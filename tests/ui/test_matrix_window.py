"""Ma trận in the window: its place among the views, its form and evidence, its screens."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cchc_desktop.commands.marks import Place, SetPoints
from tests.matrix_dossier import FIRST, matrix_session
from tests.memory_store import MemoryStore
from tests.ui import rooms
from tests.ui.screens import grab
from ui.criteria.workplace import CriteriaWorkplace
from ui.evidence.panel import EvidencePanel
from ui.main_window import MainWindow
from ui.marks.form import FormPanel
from ui.matrix.axes import Spot
from ui.matrix.measure import CELL
from ui.matrix.panel import MatrixPanel
from ui.shared import theme
from ui.shared.combos import Combo
from ui.window.rail import RailButton


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with rooms.shown(qtbot, tmp_path, lambda path: matrix_session(20, MemoryStore(path))) as found:
        yield found


def matrix(window: MainWindow) -> MatrixPanel:
    window.menus.actions["matrix"].trigger()
    found = rooms.score_of(window).made["matrix"]
    assert isinstance(found, MatrixPanel)
    return found


def test_the_matrix_is_one_of_the_views(window: MainWindow) -> None:
    panel = matrix(window)
    assert rooms.score_of(window).view == "matrix"
    assert panel.view.hasFocus()
    panel.row.tabs["sheet"].click()
    assert rooms.score_of(window).view == "sheet"
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert rooms.score_of(window).view == "matrix"


def test_the_keys_of_views_hold_in_the_head_bar_too(window: MainWindow) -> None:
    rooms.opened(window).view.head.findChildren(Combo)[-1].setFocus()
    focused = QApplication.focusWidget()
    assert isinstance(focused, Combo)
    QTest.keyClick(focused, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert rooms.score_of(window).view == "matrix"
    rooms.opened(window).view.show_place("criteria")
    button = next(each for each in window.findChildren(RailButton) if each.isVisible())
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    place = rooms.opened(window).view.workplace("criteria")
    assert isinstance(place, CriteriaWorkplace)
    assert (place.views.currentIndex(), rooms.score_of(window).view) == (2, "matrix")


def test_f9_hides_the_form_of_the_view_that_shows(window: MainWindow) -> None:
    panel = matrix(window)
    window.menus.actions["right"].trigger()
    assert panel.side.isHidden()
    assert not rooms.score_of(window).is_right_hidden
    window.menus.actions["right"].trigger()
    assert not panel.side.isHidden()
    rooms.score_of(window).show_view("sheet")
    window.menus.actions["right"].trigger()
    assert rooms.score_of(window).is_right_hidden


def test_the_form_and_the_evidence_are_those_of_the_current_cell(window: MainWindow) -> None:
    panel = matrix(window)
    panel.view.go(Spot("s0006", "3.3"))
    panel.follow_cell()
    form = panel.side.findChild(FormPanel)
    assert form is not None
    assert form.page.facts is not None
    assert form.page.facts.unit == "Sở Công Thương"
    assert panel.side.findChild(EvidencePanel) is not None
    assert [form.tabs.tabText(at) for at in range(form.tabs.count())] == [
        "Chấm", "TLKC 0", "Giải trình", "So vòng",
    ]  # fmt: skip


def picture(window: MainWindow, name: str) -> Path:
    """Write a picture once all that shows is scored."""
    model = matrix(window).model
    model.book.prepare((sheet.id for sheet in model.axes.sheets), 60_000)
    return grab(window, name)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_screens_of_the_matrix(window: MainWindow, name: theme.Name) -> None:
    theme.use(name)
    panel = matrix(window)
    for area in ("1", "2", "4", "5", "6"):
        panel.model.toggle(area)
    panel.view.go(Spot("s0002", "3.1"))
    panel.follow_cell()
    rooms.opened(window).desk.run(SetPoints(Place("s0002", "3.1", FIRST), None))
    rooms.opened(window).desk.undo()
    panel.view.go(Spot("s0004", "3.1"))
    panel.follow_cell()
    QGuiApplication.clipboard().setText("2,5\t2,75\t2,5\n2,5\t2,75\t2,25\n4\t4\t4\n3\t2,5\t2,5")
    panel.keys.paste()
    assert picture(window, f"matrix-1366x696-{name}").exists()
    panel.keys.drop_preview()
    panel.units.choose(1)
    panel.ways.choose(1)
    panel.toggle_filter()
    assert picture(window, f"matrix-units-1366x696-{name}").exists()
    panel.toggle_filter()
    panel.ways.choose(0)
    panel.units.choose(0)
    window.resize(911, 480)
    assert picture(window, f"matrix-911x480-{name}").exists()
    panel.view.go(Spot("s0006", "3.3"))
    panel.open_form()
    assert picture(window, f"matrix-form-911x480-{name}").exists()
    window.resize(1920, 1000)
    assert panel.view.viewport().width() % CELL == 0
    assert picture(window, f"matrix-1920x1000-{name}").exists()


def test_units_never_seen_are_scored_in_slices(qtbot: QtBot, window: MainWindow) -> None:
    panel = matrix(window)
    book, sheets = panel.model.book, [sheet.id for sheet in panel.model.axes.sheets]
    book.forget()
    assert not book.prepare(sheets, 0)
    assert [book.is_ready(sheet) for sheet in sheets[:3]] == [True, False, False]
    panel.view.viewport().update()
    qtbot.waitUntil(lambda: book.is_ready(sheets[5]) and panel.view.is_whole)
    assert book.prepare(sheets[:6], 0)
