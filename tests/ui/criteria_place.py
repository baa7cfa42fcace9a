"""The workplace of the set in tests: shown, typed into, dragged in."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.changes import ChangeSet, made
from cchc_desktop.domain.criteria import Criterion
from tests.ui.score_desk import Found, kinds_command
from ui.criteria.cell_editors import CellEditor
from ui.criteria.workplace import CriteriaWorkplace
from ui.shared.desk import Desk


def shown_place(qtbot: QtBot, desk: Desk) -> CriteriaWorkplace:
    place = CriteriaWorkplace(desk)
    qtbot.addWidget(place)
    place.resize(1278, 640)
    with qtbot.waitActive(place):
        place.show()
        place.activateWindow()
    place.tree.view.setFocus()
    return place


def codes(desk: Desk, parent: str) -> list[str]:
    return [desk.tree[child].code for child in desk.tree.children_of(parent)]


def editor_of(place: CriteriaWorkplace) -> CellEditor:
    found = [each for each in place.findChildren(CellEditor) if not each.is_closing]
    assert len(found) == 1
    return found[0]


def press(widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
    held = modifiers or Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, key, held))
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyRelease, key, held))


def type_over(editor: CellEditor, text: str) -> None:
    editor.selectAll()
    editor.insert(text)
    editor.setModified(True)


def bare_command(rows: list[Criterion]) -> Found:
    kept = [c for c in kinds_command().changes.changes if c.table not in {"criterion", "mark"}]
    return Found(ChangeSet(tuple(kept)) + made("criterion", rows))
