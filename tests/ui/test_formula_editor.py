"""The field of a formula: what it points at, what it offers, and what keeps counting."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cchc_desktop.commands.criteria import SetRule
from cchc_desktop.domain.audit_finding import Verdict
from cchc_desktop.domain.rules.by_formula import ByFormula, FormulaFigure
from tests.memory_store import MemoryStore
from tests.sample_session import node, sample_session
from tests.ui.criteria_place import (
    form,
    page_shower,
    place_shower,
    press,
    rule_of,
    table,
    type_number,
    type_words,
)
from tests.ui.screens import grab
from ui.criteria.formula_editor import FormulaEditor
from ui.criteria.formula_field import FormulaField
from ui.criteria.rule_page import RulePage
from ui.shared import theme
from ui.shared.desk import Desk
from ui.shared.texts import TextField

Show = Callable[[str], RulePage]
GOOD = "1 + 0,5 * on_time / assigned"
FAULTY = "1 + 0,5 * on_tine / assigned"
RULE = ByFormula(
    GOOD,
    (
        FormulaFigure("on_time", "Nhiệm vụ đúng hạn", "nhiệm vụ"),
        FormulaFigure("assigned", "Nhiệm vụ được giao", "nhiệm vụ"),
    ),
)
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
def desk(store: MemoryStore) -> Desk:
    session = sample_session(store)
    session.run(SetRule(node("1.3"), RULE))
    return Desk(session)


@pytest.fixture
def show(qtbot: QtBot, desk: Desk) -> Show:
    return page_shower(qtbot, desk)


def editor(page: RulePage) -> FormulaEditor:
    found = form(page).editors["formula"].widget
    assert isinstance(found, FormulaEditor)
    return found


def field(page: RulePage) -> FormulaField:
    return editor(page).field


def retype(page: RulePage, text: str) -> None:
    field(page).selectAll()
    field(page).insertPlainText(text)


def formula_of(desk: Desk) -> str:
    rule = rule_of(desk, "1.3")
    assert isinstance(rule, ByFormula)
    return rule.formula


def test_a_formula_is_taken_with_enter_as_one_step(show: Show, desk: Desk) -> None:
    page = show("1.3")
    retype(page, "on_time / assigned")
    press(field(page), Qt.Key.Key_Return)
    assert formula_of(desk) == "on_time / assigned"
    desk.undo()
    assert formula_of(desk) == GOOD
    assert field(page).formula == GOOD


def test_a_fault_is_pointed_at_and_a_repair_offered(show: Show, desk: Desk) -> None:
    page = show("1.3")
    retype(page, FAULTY)
    assert editor(page).told.startswith("Ký tự 11: không có số liệu tên “on_tine”")
    assert editor(page).offered == "Đổi thành on_time (Alt+Enter)"
    (wavy,) = field(page).extraSelections()
    assert wavy.cursor.selectedText() == "on_tine"
    assert field(page).property("bad") == "1"
    press(field(page), Qt.Key.Key_Return, ALT)
    assert field(page).formula == GOOD
    assert not field(page).extraSelections()
    assert editor(page).offered == ""
    assert "so sánh" in editor(page).told


def test_while_faulty_the_old_formula_keeps_counting(show: Show, desk: Desk) -> None:
    page = show("1.3")
    retype(page, FAULTY)
    press(field(page), Qt.Key.Key_Return)
    assert formula_of(desk) == GOOD
    assert page.trial.runs == f"theo công thức đang chấm: {GOOD}"
    assert form(page).problems_at("formula") == ""
    assert {finding.verdict for finding in page.audit.findings} == {Verdict.PROVED}
    retype(page, "2 * on_time / assigned")
    assert page.trial.runs == ""


@pytest.mark.parametrize(
    ("typed", "offered", "mended"),
    [
        ("min(on_time, assigned)", "Đổi thành ; (Alt+Enter)", "min(on_time; assigned)"),
        ("(on_time / assigned", "Thêm ) (Alt+Enter)", "(on_time / assigned)"),
        ("mim(on_time; assigned)", "Đổi thành min (Alt+Enter)", "min(on_time; assigned)"),
        ("on_time ^ assigned", "", "on_time ^ assigned"),
    ],
)
def test_every_repair_makes_one_change(show: Show, typed: str, offered: str, mended: str) -> None:
    page = show("1.3")
    retype(page, typed)
    assert editor(page).offered == offered
    field(page).take_repair()
    assert field(page).formula == mended
    assert (field(page).fault is None) == bool(offered)


def test_the_trial_puts_figures_in(show: Show) -> None:
    page = show("1.3")
    retype(page, "on_time - 2 * assigned")
    type_number(page.trial.fields["on_time"], "16", take=False)
    type_number(page.trial.fields["assigned"], "19", take=False)
    assert page.trial.inserted == "Thay số: 16 - 2 * 19"
    assert page.trial.result == "0"


def test_ctrl_space_lists_the_names_that_fit(show: Show) -> None:
    page = show("1.3")
    retype(page, "1 + on")
    menu = field(page).names_menu()
    words = [action.text() for action in menu.actions() if action.text()]
    assert words == [
        "on_time\tNhiệm vụ đúng hạn",
        *(f"{n}( ; )" for n in ("if", "min", "max", "round")),
    ]
    menu.actions()[0].trigger()
    assert field(page).formula == "1 + on_time"
    menu.close()
    retype(page, "1 + ")
    all_names = field(page).names_menu()
    assert len(all_names.actions()) == 2 + 1 + 4
    all_names.actions()[-1].trigger()
    assert field(page).formula == "1 + round("
    all_names.close()


def test_ctrl_space_opens_the_list(qtbot: QtBot, show: Show) -> None:
    page = show("1.3")
    press(field(page), Qt.Key.Key_Space, CTRL)
    found = field(page).findChild(type(field(page).names_menu()))
    assert found is not None
    qtbot.waitUntil(found.isVisible)
    found.close()


def test_names_keep_their_colour_behind_a_wrong_character(show: Show) -> None:
    page = show("1.3")
    retype(page, "min(on_time, assigned) ^^")
    looks = field(page).document().firstBlock().layout().formats()
    accent = {
        field(page).formula[look.start : look.start + look.length]
        for look in looks
        if look.format.foreground().color() == theme.color("accent")
    }
    assert accent == {"on_time", "assigned"}


def test_f8_goes_to_the_fault(show: Show) -> None:
    page = show("1.3")
    retype(page, FAULTY)
    press(field(page), Qt.Key.Key_F8)
    assert field(page).textCursor().position() == 10
    press(field(page), Qt.Key.Key_Left)
    assert field(page).textCursor().position() == 9


def test_a_figure_that_is_renamed_changes_what_is_known(show: Show) -> None:
    page = show("1.3")
    name = table(page, "inputs").editors[0]["name"].widget
    assert isinstance(name, TextField)
    type_words(name, "dung_han")
    assert "không có số liệu tên “on_time”" in editor(page).told
    retype(page, "dung_han / assigned")
    assert field(page).fault is None


def test_a_faulty_formula_is_not_the_rule_and_shows_again_with_its_criterion(
    show: Show, desk: Desk
) -> None:
    desk.run(SetRule(node("7.3"), replace(RULE, formula="on_time / assigned * 2")))
    page = show("1.3")
    retype(page, FAULTY)
    desk.choose(node("7.3"))
    assert field(page).formula == "on_time / assigned * 2"
    desk.choose(node("1.3"))
    assert field(page).formula == FAULTY
    rule = desk.tree[node("1.3")].rule
    assert isinstance(rule, ByFormula)
    assert rule.formula == GOOD


def test_a_read_only_formula_offers_nothing(show: Show, store: MemoryStore) -> None:
    store.read_only_reason = "Máy khác đang mở."
    page = show("1.3")
    field(page).setPlainText(FAULTY)
    field(page).take_repair()
    press(field(page), Qt.Key.Key_Space, CTRL)
    assert field(page).formula == FAULTY
    assert editor(page).offered == ""


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_formula_is_drawn(qtbot: QtBot, desk: Desk, name: theme.Name) -> None:
    theme.use(name)
    place = place_shower(qtbot)(desk)
    desk.choose(node("1.3"))
    page = place.side.rule
    retype(page, FAULTY)
    for key, typed in (("on_time", "16"), ("assigned", "19")):
        type_number(page.trial.fields[key], typed, take=False)
    assert page.trial.result == "1,421052…"
    QApplication.processEvents()
    grab(place, f"bo-tieu-chi-cong-thuc-{name}")
    theme.use("light")


def test_the_field_is_entered_by_mouse_and_by_tab(qtbot: QtBot, show: Show) -> None:
    page = show("1.3")
    window = page.window()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    page.card.maximum.setFocus()
    qtbot.mouseClick(field(page).viewport(), Qt.MouseButton.LeftButton)
    assert field(page).hasFocus()
    page.card.maximum.setFocus()
    qtbot.keyClick(page.card.maximum, Qt.Key.Key_Tab)
    assert field(page).hasFocus()
    qtbot.keyClick(field(page), Qt.Key.Key_Tab)
    assert isinstance(QApplication.focusWidget(), TextField)


def test_a_formula_with_an_unused_figure_is_stored_and_warned_of(show: Show, desk: Desk) -> None:
    page = show("1.3")
    retype(page, "on_time / 10")
    press(field(page), Qt.Key.Key_Return)
    stored = rule_of(desk, "1.3")
    assert isinstance(stored, ByFormula)
    assert stored.formula == "on_time / 10"
    assert form(page).problems_at("inputs") == "Công thức không dùng số liệu “Nhiệm vụ được giao”."
    said = {each.sentence: each.verdict for each in page.audit.findings}
    assert said["Công thức không dùng số liệu “Nhiệm vụ được giao”."] is Verdict.UNKNOWN
    retype(page, GOOD)
    press(field(page), Qt.Key.Key_Return)
    assert form(page).problems_at("inputs") == ""


def test_a_division_by_a_typed_zero_is_pointed_at_and_not_stored(show: Show, desk: Desk) -> None:
    page = show("1.3")
    retype(page, "on_time / 0 + assigned")
    press(field(page), Qt.Key.Key_Return)
    assert editor(page).told == "Ký tự 9: chia cho 0."
    fault = field(page).fault
    assert fault is not None
    assert fault.at == 9
    assert rule_of(desk, "1.3") == RULE
