"""Phiên họp in the window: its place among the views, the way from So vòng, its screens."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.sitting_rows import items_of
from cchc_desktop.domain.sittings import Ruling
from tests.memory_store import MemoryStore
from tests.rounds_dossier import rounds_session
from tests.sitting_dossier import decide, sitting_session
from tests.ui import rooms
from tests.ui.pdfs import a_pdf
from tests.ui.screens import grab
from tests.ui.sitting_place import SHA256, rest
from ui.main_window import MainWindow
from ui.rounds.panel import RoundsPanel
from ui.shared import theme
from ui.sitting.panel import SittingPanel


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    store = MemoryStore(Path("So-nganh-2022.cchc"))
    store.vault.contents[SHA256] = a_pdf(3)
    session = sitting_session(store)
    with rooms.shown(qtbot, tmp_path, lambda _path: session) as found:
        yield found


def sitting(window: MainWindow) -> SittingPanel:
    window.menus.actions["sitting"].trigger()
    found = rooms.score_of(window).made["sitting"]
    assert isinstance(found, SittingPanel)
    return found


def ruling(panel: SittingPanel, at: int) -> Ruling | None:
    return panel.model.rows[at].item.ruling


def test_the_view_has_its_place_and_its_key(window: MainWindow) -> None:
    panel = sitting(window)
    assert rooms.score_of(window).view == "sitting"
    assert panel.row.tabs["sitting"].isChecked()
    panel.row.tabs["rounds"].click()
    assert rooms.score_of(window).view == "rounds"
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    assert rooms.score_of(window).view == "sitting"
    assert panel.view.hasFocus()


def test_ctrl_and_a_digit_decide_in_the_table_and_in_the_projector(
    qtbot: QtBot, window: MainWindow
) -> None:
    panel = sitting(window)
    QTest.keyClick(panel.view, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert ruling(panel, 0) is Ruling.ACCEPTED
    assert rooms.score_of(window).view == "sitting"
    panel.project()
    projector = panel.projector
    assert projector is not None
    projector.activateWindow()
    qtbot.waitUntil(projector.isActiveWindow)
    focused = QApplication.focusWidget()
    assert focused is projector.item.field
    QTest.keyClick(focused, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert projector.item.chosen is Ruling.KEPT
    QTest.keyClick(focused, Qt.Key.Key_Return)
    assert ruling(panel, 1) is Ruling.KEPT
    QTest.keyClick(focused, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert ruling(panel, 1) is None
    rest(qtbot, projector)
    projector.close()
    assert sitting(window).projector is None


def test_closing_the_window_closes_the_projector(qtbot: QtBot, window: MainWindow) -> None:
    panel = sitting(window)
    panel.project()
    projector = panel.projector
    assert projector is not None
    panel.project()
    assert panel.projector is projector
    with qtbot.waitSignal(projector.closed):
        window.close()


def test_so_vong_hands_its_open_criteria_to_a_sitting_in_one_click(
    qtbot: QtBot, tmp_path: Path
) -> None:
    session = rounds_session(MemoryStore(Path("a.cchc")))
    with rooms.shown(qtbot, tmp_path, lambda _path: session) as window:
        window.menus.actions["rounds"].trigger()
        rounds = rooms.score_of(window).made["rounds"]
        assert isinstance(rounds, RoundsPanel)
        menu = rounds.menu()
        words = "Đưa 6 tiêu chí vào phiên họp"
        next(each for each in menu.actions() if each.text() == words).trigger()
        menu.deleteLater()
        assert rooms.score_of(window).view == "sitting"
        (made,) = session.state.sittings
        assert len(items_of(session.state, made)) == 6
        rounds.model.tick(frozenset({"3.1"}))
        rounds.sitting_asked.emit(("3.1",))
        assert len(items_of(session.state, made)) == 7


@pytest.mark.parametrize(("wide", "high"), [(1920, 1008), (1366, 696), (911, 480)])
@pytest.mark.parametrize("name", ["light", "dark"])
def test_screens(window: MainWindow, wide: int, high: int, name: theme.Name) -> None:
    theme.use(name)
    panel = sitting(window)
    decide(rooms.opened(window).desk.session, "1.2", Ruling.ACCEPTED)
    decide(rooms.opened(window).desk.session, "4.1", Ruling.OTHER, "2.125", "Thêm tài liệu")
    window.resize(wide, high)
    panel.view.go(panel.model.rows[1].item.id)
    assert grab(window, f"phien-hop-{wide}x{high}-{name}").exists()
