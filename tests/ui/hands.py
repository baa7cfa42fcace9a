"""A hand on the score tree: the keys that a person presses in it."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.score_desk import kinds_desk
from ui.marks.columns import Column
from ui.marks.score_tree import ScoreTreePanel
from ui.shared.desk import Desk

ENTER, CTRL = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier


class Hands:
    """A panel, and the keys that a person presses in it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.desk: Desk = kinds_desk()
        self.panel = ScoreTreePanel(self.desk)
        qtbot.addWidget(self.panel)
        self.panel.resize(900, 600)
        self.panel.show()
        self.panel.activateWindow()
        qtbot.waitUntil(self.panel.isActiveWindow)
        self.panel.view.expandAll()

    def editor_is_open(self) -> bool:
        return self.panel.keys.entry.is_open

    def column(self) -> Column:
        return self.panel.view.column

    @property
    def said(self) -> str:
        return self.panel.keys.entry.note.text

    def go(self, node: str) -> None:
        self.panel.view.go(node)
        self.panel.view.setFocus()

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
        for key in keys:
            target = self.panel.keys.entry.editor if self.editor_is_open() else self.panel.view
            QTest.keyClick(target, key, held)

    def type(self, text: str) -> None:
        for char in text:
            target = self.panel.keys.entry.editor if self.editor_is_open() else self.panel.view
            QTest.keyClick(target, Qt.Key(ord(char)))

    def points(self, node: str) -> Decimal | None:
        return self.desk.scores[node].points
