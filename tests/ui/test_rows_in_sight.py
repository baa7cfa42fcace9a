"""The row that keys reach is in sight, in every long table that keeps still under the mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeView
from pytestqt.qtbot import QtBot

from tests.ui.documents_place import documents_session
from tests.ui.rounds_place import panel_on, rounds_desk
from ui.documents.panel import DocumentsPanel
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
