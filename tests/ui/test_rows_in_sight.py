"""The row that keys reach is in sight, in every long table that keeps still under the mouse."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTreeView
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.errors import CchcError
from tests.ui import rooms
from tests.ui.documents_place import documents_session
from tests.ui.rounds_place import panel_on, rounds_desk
from ui.documents.panel import DocumentsPanel
from ui.marks.score_tree import ScoreTreePanel
from ui.places import documents_view
from ui.shared.desk import Desk

_KEYS = (
    *[Qt.Key.Key_Down] * 25,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_End,
    Qt.Key.Key_Up,
    Qt.Key.Key_Home,
    Qt.Key.Key_PageDown,
)


def stays_in_sight(view: QTreeView) -> bool:
    for key in _KEYS:
        QTest.keyClick(view, key)
        row = view.visualRect(view.currentIndex())
        if not 0 <= row.top() < row.bottom() <= view.viewport().height():
            return False
    return True


def test_in_the_comparison_of_rounds(qtbot: QtBot) -> None:
    panel = panel_on(qtbot, rounds_desk())
    panel.resize(1278, 300)
    assert panel.view.verticalScrollBar().maximum() > 0
    assert stays_in_sight(panel.view)


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_in_the_register_of_documents(qtbot: QtBot) -> None:
    panel = documents_view(Desk(documents_session(scans=40)))
    assert isinstance(panel, DocumentsPanel)
    qtbot.addWidget(panel)
    panel.resize(1278, 420)
    panel.show()
    qtbot.waitUntil(lambda: panel.view.verticalScrollBar().maximum() > 0)
    assert stays_in_sight(panel.view)
    panel.leave()


def test_a_bar_that_comes_covers_no_current_row(qtbot: QtBot, tmp_path: Path) -> None:
    with rooms.shown(qtbot, tmp_path, rooms.sample_session) as window:
        desk = rooms.opened(window).desk
        leaf = desk.tree.by_code("7.3")
        assert leaf is not None
        desk.choose(leaf.id)
        panel = rooms.score_of(window).tree
        assert isinstance(panel, ScoreTreePanel)
        view = panel.view
        window.resize(1366, 640)
        rooms.opened(window).view.show_error(CchcError("Ổ đĩa đã đầy."), lambda: None)
        window.resize(1366, 560)
        QApplication.processEvents()
        row = view.visualRect(view.currentIndex())
        assert 0 <= row.top() < row.bottom() <= view.viewport().height()
