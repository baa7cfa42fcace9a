"""The rule form of the set: built from the rule's fields, refused in place."""

from collections.abc import Callable
from dataclasses import fields, replace
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox
from pytestqt.qtbot import QtBot

from cchc_desktop.commands.criteria import SetRule
from cchc_desktop.domain.new_rules import starting_rule
from cchc_desktop.domain.numbers import NumberKind
from cchc_desktop.domain.points import Rounding, RoundingMode
from cchc_desktop.domain.rules import RULES
from cchc_desktop.domain.rules.bands import Band, BandInput, Bands
from cchc_desktop.domain.rules.levels import Levels, ScoreLevel
from cchc_desktop.domain.rules.manual import Manual
from cchc_desktop.domain.rules.ratio import Between, Ratio
from tests.memory_store import MemoryStore
from tests.sample_session import node, sample_session
from tests.ui.criteria_place import (
    form,
    number,
    page_shower,
    pick,
    rule_of,
    table,
    type_number,
    type_words,
    words,
)
from tests.ui.screens import WindowsSeen, grab
from ui.criteria.rule_page import RulePage
from ui.shared.combos import Combo
from ui.shared.desk import Desk
from ui.shared.fields import NumberField
from ui.shared.texts import TextField

D = Decimal
Show = Callable[[str], RulePage]


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
def desk(store: MemoryStore) -> Desk:
    return Desk(sample_session(store))


@pytest.fixture
def show(qtbot: QtBot, desk: Desk) -> Show:
    return page_shower(qtbot, desk)


@pytest.mark.parametrize("kind", [kind for kind in RULES if kind != "sum"])
def test_every_kind_of_rule_has_a_form_with_all_its_parameters(
    show: Show, desk: Desk, kind: str
) -> None:
    page = show("7.3")
    pick(page.card.kind, kind)
    assert rule_of(desk, "7.3") == starting_rule(kind, D("1.5"))
    assert set(form(page).editors) == {field.name for field in fields(RULES[kind])}
    grab(page, f"bo-tieu-chi-quy-tac-{kind}")


def test_a_kind_can_be_taken_back(show: Show, desk: Desk) -> None:
    page = show("7.3")
    before = rule_of(desk, "7.3")
    pick(page.card.kind, "levels")
    desk.undo()
    assert rule_of(desk, "7.3") == before
    assert set(form(page).editors) >= {"numerator", "full_at"}
    assert page.card.kind.currentData() == "ratio"


def test_a_number_is_taken_with_its_comma(show: Show, desk: Desk) -> None:
    page = show("7.3")
    type_number(number(page, "full_at"), "92,5")
    assert rule_of(desk, "7.3") == Ratio(
        full_at=D("92.5"),
        numerator="Hồ sơ giải quyết trực tuyến toàn trình",
        denominator="Tổng số hồ sơ giải quyết",
        unit="hồ sơ",
    )
    type_number(number(page, "full_at"), "")
    assert getattr(rule_of(desk, "7.3"), "full_at", 0) is None


def test_words_typed_one_after_the_other_are_one_step(show: Show, desk: Desk) -> None:
    page = show("7.3")
    before = rule_of(desk, "7.3")
    for text in ("H", "Hồ", "Hồ sơ"):
        type_words(words(page, "numerator"), text)
    assert getattr(rule_of(desk, "7.3"), "numerator", "") == "Hồ sơ"
    desk.undo()
    assert rule_of(desk, "7.3") == before
    assert words(page, "numerator").text() == "Hồ sơ giải quyết trực tuyến toàn trình"


def test_a_choice_is_taken_at_once(show: Show, desk: Desk) -> None:
    page = show("7.3")
    combo = form(page).editors["between"].widget
    assert isinstance(combo, Combo)
    pick(combo, "linear")
    rule = rule_of(desk, "7.3")
    assert isinstance(rule, Ratio)
    assert rule.between is Between.LINEAR


def test_a_yes_or_no_is_taken_at_once(show: Show, desk: Desk) -> None:
    box = form(show("1.2")).editors["is_complete"].widget
    assert isinstance(box, QCheckBox)
    box.click()
    assert getattr(rule_of(desk, "1.2"), "is_complete", False) is True


def test_a_fault_shows_beside_its_field_while_typing(show: Show, desk: Desk) -> None:
    page = show("7.3")
    before = rule_of(desk, "7.3")
    type_number(number(page, "base"), "2", take=False)
    assert "Mức nền nằm ngoài" in form(page).problems_at("base")
    number(page, "base").take()
    assert rule_of(desk, "7.3") == before
    assert "Mức nền nằm ngoài" in form(page).problems_at("base")
    type_number(number(page, "base"), "1")
    assert form(page).problems_at("base") == ""
    assert getattr(rule_of(desk, "7.3"), "base", None) == D(1)


def test_a_fault_mended_in_another_field_takes_both(show: Show, desk: Desk) -> None:
    page = show("7.3")
    type_number(number(page, "full_at"), "50")
    type_number(number(page, "zero_below"), "70")
    assert getattr(rule_of(desk, "7.3"), "zero_below", 0) is None
    type_number(number(page, "full_at"), "90")
    rule = rule_of(desk, "7.3")
    assert isinstance(rule, Ratio)
    assert (rule.full_at, rule.zero_below) == (D(90), D(70))


def test_a_least_that_is_emptied_is_zero(show: Show, desk: Desk) -> None:
    desk.run(SetRule(node("7.3"), Manual(D("0.5"), D("0.25"))))
    page = show("7.3")
    type_number(number(page, "least"), "")
    assert rule_of(desk, "7.3") == Manual(D(0), D("0.25"))


def test_levels_are_edited_as_a_table(show: Show, desk: Desk) -> None:
    page = show("1.2")
    levels = table(page, "levels")
    levels.add()
    assert len(levels.editors) == 3
    points = levels.editors[2]["points"].widget
    label = levels.editors[2]["label"].widget
    assert isinstance(points, NumberField)
    assert isinstance(label, TextField)
    type_number(points, "0,75")
    type_words(label, "2 cuộc")
    levels.shift(2, -1)
    levels.shift(0, -1)
    rule = rule_of(desk, "1.2")
    assert isinstance(rule, Levels)
    assert rule.levels[1] == ScoreLevel("muc-3", "2 cuộc", D("0.75"))
    levels.remove(1)
    rule = rule_of(desk, "1.2")
    assert isinstance(rule, Levels)
    assert [level.key for level in rule.levels] == ["muc-1", "muc-2"]


def test_typing_in_one_row_is_one_step_and_moving_rows_is_another(show: Show, desk: Desk) -> None:
    page = show("1.2")
    before = rule_of(desk, "1.2")
    label = table(page, "levels").editors[0]["label"].widget
    assert isinstance(label, TextField)
    type_words(label, "1")
    type_words(label, "1 cuộc")
    table(page, "levels").shift(0, 1)
    desk.undo()
    assert table(page, "levels").items[0].label == "1 cuộc"
    desk.undo()
    assert rule_of(desk, "1.2") == before


def test_a_table_that_has_a_fault_keeps_its_rows_and_says_why(show: Show, desk: Desk) -> None:
    page = show("1.2")
    points = table(page, "levels").editors[0]["points"].widget
    assert isinstance(points, NumberField)
    type_number(points, "5")
    assert "ngoài khoảng 0 đến điểm tối đa" in form(page).problems_at("levels")
    rule = rule_of(desk, "1.2")
    assert isinstance(rule, Levels)
    assert rule.levels[0].points == D("0.5")
    assert table(page, "levels").items[0].points == D(5)


def test_bands_read_their_ends_as_what_they_are_laid_over(show: Show, desk: Desk) -> None:
    page = show("8.1.2")
    bands = table(page, "bands")
    bands.add()
    most = bands.editors[1]["most"].widget
    assert isinstance(most, NumberField)
    type_number(most, "63")
    rule = rule_of(desk, "8.1.2")
    assert isinstance(rule, Bands)
    assert rule.bands[1] == Band(D(0), D(21), D(63))
    over = form(page).editors["over"].widget
    assert isinstance(over, Combo)
    pick(over, "percent")
    least = table(page, "bands").editors[0]["least"].widget
    assert isinstance(least, NumberField)
    type_number(least, "20.5", take=False)
    assert not least.reason
    changed = rule_of(desk, "8.1.2")
    assert isinstance(changed, Bands)
    assert changed.over is BandInput.PERCENT
    assert NumberKind.PERCENT.value == "percent"


def test_the_maximum_says_how_far_its_parent_is_shared_out(show: Show, desk: Desk) -> None:
    page = show("8.2.1")
    assert page.card.share == "Mục 8.2: 10 đã chia hết"
    type_number(page.card.maximum, "1,4")
    assert page.card.share == "Mục 8.2: 10, còn 0,1"
    desk.choose(node("7"))
    assert page.card.share == "Cả bộ: 100 đã chia hết"


def test_a_refused_maximum_stays_with_its_reason(show: Show, desk: Desk) -> None:
    page = show("7.3")
    type_number(page.card.maximum, "-1")
    assert "nhỏ hơn 0" in page.card.share
    assert desk.tree[node("7.3")].maximum == D("1.5")
    page.card.maximum.restore()
    assert page.card.share == "Lĩnh vực 7: 13,5 đã chia hết"


def test_a_rounding_is_chosen_from_a_list(show: Show, desk: Desk) -> None:
    page = show("7.3")
    pick(page.card.rounding, Rounding(RoundingMode.TRUNCATE, 2))
    assert desk.scores[node("7.3")].points == D("0.92")


def test_what_is_typed_in_a_row_belongs_to_that_row(show: Show, desk: Desk) -> None:
    levels = table(show("1.2"), "levels")
    levels.add()
    points = levels.editors[2]["points"].widget
    assert isinstance(points, NumberField)
    type_number(points, "0,25", take=False)
    levels.remove(0)
    rule = rule_of(desk, "1.2")
    assert isinstance(rule, Levels)
    assert [level.points for level in rule.levels] == [D(1), D("0.25")]


def test_a_form_that_goes_takes_nothing_with_it(show: Show, desk: Desk) -> None:
    page = show("7.3")
    pick(page.card.kind, "manual")
    pick(page.card.kind, "ratio")
    field = words(page, "numerator")
    field.setText("dở dang")
    field.textEdited.emit("dở dang")
    desk.undo()
    assert rule_of(desk, "7.3") == Manual()


def test_the_note_counts_the_units_that_are_scored_anew(show: Show) -> None:
    assert show("7.3").note == "Đổi quy tắc sẽ tính lại 1 đơn vị. Hoàn tác bằng Ctrl+Z."


def test_a_branch_shows_its_sum_and_no_rule(show: Show) -> None:
    page = show("7")
    assert page.card.parameters is None
    assert page.card.kind.isHidden()
    assert (page.sum.sum_text, page.sum.verdict) == (
        "1 + 1 + 1,5 + 10 = 13,5",
        "7: 13,5 đã chia hết",
    )
    assert page.trial.isHidden()


def test_the_rest_shows_a_derived_maximum_and_can_be_split(show: Show, desk: Desk) -> None:
    page = show("7.9")
    assert page.card.maximum.isReadOnly()
    assert page.card.maximum.text() == "10"
    page.split.button.click()
    page.split.name.setText("Cổng dịch vụ công")
    type_number(page.split.maximum, "11")
    page.split.split()
    assert "không nằm trong phần chưa tách 10" in page.split.trouble
    type_number(page.split.maximum, "2,5", take=False)
    page.split.split()
    assert desk.tree[desk.criterion].name == "Cổng dịch vụ công"
    assert desk.tree.maxima[node("7.9")] == D("7.5")


def test_what_is_typed_is_taken_before_another_criterion_shows(show: Show, desk: Desk) -> None:
    page = show("7.3")
    field = words(page, "unit")
    field.setText("bộ")
    field.textEdited.emit("bộ")
    type_number(page.card.maximum, "1,25", take=False)
    desk.choose(node("7.1"))
    assert getattr(rule_of(desk, "7.3"), "unit", "") == "bộ"
    assert desk.tree[node("7.3")].maximum == D("1.25")
    assert getattr(rule_of(desk, "7.1"), "unit", "") == "ứng dụng"


def test_a_read_only_set_looks_flat(show: Show, store: MemoryStore) -> None:
    store.read_only_reason = "Máy KẾ TOÁN đang mở."
    page = show("7.3")
    assert number(page, "full_at").isReadOnly()
    assert number(page, "full_at").property("flat") == "1"
    assert not page.card.kind.isEnabled()
    assert not page.card.rounding.isEnabled()
    assert page.card.maximum.isReadOnly()
    levels = show("1.2")
    assert table(levels, "levels").editors[0]["points"].widget.property("flat") == "1"


def test_a_faulty_rule_that_is_left_is_told_and_shows_again(show: Show, desk: Desk) -> None:
    page = show("8.1.2")
    before = rule_of(desk, "8.1.2")
    assert isinstance(before, Bands)
    faulty = replace(before, bands=(replace(before.bands[0], least=D(70), most=D(5)),))
    left: list[str] = []
    page.card.left.connect(left.append)
    table(page, "bands").taken.emit(faulty.bands)
    desk.choose(node("1.3"))
    desk.choose(node("8.1.2"))
    assert (form(page).rule, rule_of(desk, "8.1.2"), left) == (faulty, before, ["8.1.2"])
    assert form(page).problems_at("bands")


def test_a_rule_with_a_table_shows_without_a_window_of_its_own(
    show: Show, desk: Desk, qapp: QApplication
) -> None:
    seen = WindowsSeen(qapp)
    page = show("1.3")
    seen.names.clear()
    desk.run(SetRule(node("1.3"), starting_rule("checklist", D("1.5"))))
    page.refresh()
    seen.stop()
    assert table(page, "items").editors
    assert seen.names == []
