"""The matrix on departments, with the form beside it, and the keys that a person presses."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.matrix_dossier import FIRST, matrix_session
from ui.matrix.axes import Spot
from ui.matrix.panel import MatrixPanel
from ui.matrix.view import MatrixView
from ui.places import matrix_view
from ui.shared.desk import Desk

CTRL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ENTER = Qt.Key.Key_Return


def matrix_desk(count: int = 20) -> Desk:
    desk = Desk(matrix_session(count))
    desk.switch("s0001", FIRST)
    desk.choose("3.1")
    return desk


class MatrixHands:
    """A panel, and the keys that a person presses in it."""

    def __init__(self, qtbot: QtBot, desk: Desk | None = None) -> None:
        self.desk = desk or matrix_desk()
        self.asked: list[str] = []
        panel = matrix_view(self.desk, self.asked.append)
        assert isinstance(panel, MatrixPanel)
        self.panel = panel
        qtbot.addWidget(panel)
        panel.resize(1278, 640)
        panel.show()
        panel.activateWindow()
        qtbot.waitUntil(panel.isActiveWindow)
        self.view.setFocus()

    @property
    def view(self) -> MatrixView:
        return self.panel.view

    @property
    def said(self) -> str:
        return self.panel.keys.entry.note.text

    @property
    def spot(self) -> tuple[str, str]:
        spot = self.view.spot
        assert spot is not None
        return spot.sheet, spot.node

    def go(self, sheet: str, node: str) -> None:
        assert self.view.go(Spot(sheet, node))
        self.view.setFocus()

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
        entry = self.panel.keys.entry
        for key in keys:
            QTest.keyClick(entry.editor if entry.is_open else self.view, key, held)

    def type(self, text: str) -> None:
        for char in text:
            self.press(Qt.Key(ord(char)))

    def paste(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.press(Qt.Key.Key_V, held=CTRL)

    def points(self, sheet: str, node: str) -> Decimal | None:
        return self.desk.session.scores(sheet, FIRST)[node].points
