"""So vòng on a department's sheet, for tests of its table and of the window around it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.rounds_dossier import rounds_session
from ui.rounds.panel import RoundsPanel
from ui.shared.desk import Desk
from ui.window.score_layout import VIEWS


def rounds_desk() -> Desk:
    found = Desk(rounds_session())
    found.choose("2.1")
    return found


def panel_on(qtbot: QtBot, desk: Desk) -> RoundsPanel:
    found = RoundsPanel(desk, VIEWS, "rounds")
    qtbot.addWidget(found)
    found.resize(1278, 560)
    found.show()
    found.activateWindow()
    qtbot.waitUntil(found.isActiveWindow)
    found.view.setFocus()
    return found


def press(panel: RoundsPanel, key: Qt.Key, *, ctrl: bool = False) -> None:
    held = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(panel.view, key, held)
