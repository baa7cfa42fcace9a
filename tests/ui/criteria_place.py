"""The workplace of the set in tests: shown, typed into, dragged in."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.changes import ChangeSet, made
from cchc_desktop.domain.criteria import Criterion
from cchc_desktop.domain.rules import Rule
from tests.sample_session import node
from tests.ui.score_desk import Found, kinds_command
from ui.criteria.cell_editors import CellEditor
from ui.criteria.item_table import ItemTable
from ui.criteria.rule_page import RulePage
from ui.criteria.rule_parameters import RuleParameters
from ui.criteria.workplace import CriteriaWorkplace
from ui.shared.combos import Combo
from ui.shared.desk import Desk
from ui.shared.fields import NumberField
from ui.shared.texts import TextField


def page_shower(qtbot: QtBot, desk: Desk) -> Callable[[str], RulePage]:
    pages = []

    def build(code: str) -> RulePage:
        page = RulePage(desk)
        pages.append(page)
        qtbot.addWidget(page)
        page.resize(540, 560)
        desk.changed.connect(page.refresh)
        desk.criterion_chosen.connect(page.refresh)
        desk.choose(node(code))
        page.refresh()
        page.show()
        return page

    return build


def place_shower(qtbot: QtBot) -> Callable[[Desk], CriteriaWorkplace]:
    kept = []

    def build(desk: Desk) -> CriteriaWorkplace:
        kept.append(shown_place(qtbot, desk))
        return kept[-1]

    return build


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


def rule_of(desk: Desk, code: str) -> Rule:
    return desk.tree[node(code)].rule


def form(page: RulePage) -> RuleParameters:
    assert page.card.parameters is not None
    return page.card.parameters


def number(page: RulePage, name: str) -> NumberField:
    field = form(page).editors[name].widget
    assert isinstance(field, NumberField)
    return field


def words(page: RulePage, name: str) -> TextField:
    field = form(page).editors[name].widget
    assert isinstance(field, TextField)
    return field


def table(page: RulePage, name: str) -> ItemTable:
    found = form(page).editors[name].widget
    assert isinstance(found, ItemTable)
    return found


def type_number(field: NumberField, text: str, *, take: bool = True) -> None:
    field.setText(text)
    field.textEdited.emit(text)
    if take:
        field.take()


def type_words(field: TextField, text: str) -> None:
    field.setText(text)
    field.textEdited.emit(text)
    field.take()


def pick(combo: Combo, value: object) -> None:
    places = [combo.itemData(place) for place in range(combo.count())]
    combo.setCurrentIndex(places.index(value))
    combo.activated.emit(combo.currentIndex())
