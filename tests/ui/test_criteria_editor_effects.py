"""The set's editor makes a criterion a bonus or a penalty, and says what that means."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.criteria import CriteriaTree
from cchc_desktop.domain.effects import Effect
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.set_difference import difference
from tests.effects_dossier import SHEET, effects_session, effects_tree, points
from tests.ui.screens import grab
from ui.criteria.columns import Column
from ui.criteria.difference_model import Sets
from ui.criteria.effect_line import EffectLine
from ui.criteria.tree_model import CriteriaModel
from ui.criteria.workplace import CriteriaWorkplace
from ui.shared.desk import Desk
from ui.shared.workplace import WidthClass

FULL = (points("1.1", "40"), points("1.2", "20"), points("2.1", "40"), points("9.1", "2"))


@pytest.fixture
def desk() -> Desk:
    return Desk(effects_session(*FULL))


@pytest.fixture
def place(qtbot: QtBot, desk: Desk) -> CriteriaWorkplace:
    found = CriteriaWorkplace(desk)
    qtbot.addWidget(found)
    found.resize(1278, 640)
    found.show()
    return found


def choose(line: EffectLine, effect: Effect) -> None:
    line.choice.setCurrentIndex(line.choice.findData(effect.value))
    line.choice.activated.emit(line.choice.currentIndex())


def model_of(place: CriteriaWorkplace) -> CriteriaModel:
    model = place.tree.view.model()
    assert isinstance(model, CriteriaModel)
    return model


def cell(place: CriteriaWorkplace, node: str, column: Column, role: int) -> str:
    model = model_of(place)
    return str(model.data(model.index_of(node, column), role) or "")


def test_an_effect_is_chosen_live_and_taken_back(place: CriteriaWorkplace, desk: Desk) -> None:
    desk.choose("2.1")
    line = place.side.rule.card.effect
    choose(line, Effect.BONUS)
    assert desk.tree.effects["2.1"] == "bonus"
    assert place.side.rule.card.share == "cộng ngoài tối đa của mục 2"
    shown = cell(place, "2.1", Column.MAXIMUM, Qt.ItemDataRole.DisplayRole)
    assert shown == "+40,0"
    desk.undo()
    assert desk.tree.effects["2.1"] == ""
    assert line.choice.currentText() == "Thường"


def test_what_is_handed_down_is_named_and_not_chosen(place: CriteriaWorkplace, desk: Desk) -> None:
    desk.choose("9.1")
    line = place.side.rule.card.effect
    assert (line.choice.currentText(), line.choice.isEnabled()) == ("Điểm thưởng", False)
    assert line.source == "theo mục 9"
    assert place.side.rule.card.share == "mục 9 có trần 3"
    desk.choose("9")
    assert line.source == ""
    assert place.side.rule.sum.sum_text == "2 + 2 = 4"
    assert "tính nhiều nhất 3 (trần)" in place.side.rule.sum.verdict


def test_a_refused_effect_does_not_stay(place: CriteriaWorkplace, desk: Desk) -> None:
    told: list[object] = []
    desk.failed.connect(lambda error, _: told.append(error))
    desk.choose("1")
    line = place.side.rule.card.effect
    choose(line, Effect.BONUS)
    assert len(told) == 1
    assert line.choice.currentText() == "Thường"


def test_a_rule_that_does_not_fit_a_penalty_does_not_stay(
    place: CriteriaWorkplace, desk: Desk
) -> None:
    desk.choose("1.3")
    kind = place.side.rule.card.kind
    kind.setCurrentIndex(kind.findData("deduction"))
    kind.activated.emit(kind.currentIndex())
    assert kind.currentData() == "formula"
    assert desk.tree["1.3"].rule.kind == "formula"


def test_a_total_may_exceed_by_a_tick_below_a_bonus(place: CriteriaWorkplace, desk: Desk) -> None:
    desk.choose("2.1")
    line = place.side.rule.card.effect
    assert line.may_exceed.isHidden()
    desk.choose("9")
    assert not line.may_exceed.isHidden()
    line.may_exceed.click()
    assert desk.session.scores(SHEET, Round.FIRST).total.points == 102
    desk.undo()
    assert not line.may_exceed.isChecked()


def test_signs_are_said_in_words_and_follow_a_branch(place: CriteriaWorkplace, desk: Desk) -> None:
    said = cell(place, "9.1", Column.MAXIMUM, Qt.ItemDataRole.AccessibleTextRole)
    assert said.endswith("+2,0, điểm thưởng, cộng thêm ngoài điểm tối đa")
    tip = cell(place, "1.3", Column.MAXIMUM, Qt.ItemDataRole.ToolTipRole)
    assert tip == "điểm trừ thêm, trừ vào tổng"
    changed: list[str] = []
    model = model_of(place)
    model.dataChanged.connect(lambda first, _last: changed.append(model.id_at(first)))
    desk.choose("9")
    choose(place.side.rule.card.effect, Effect.PENALTY)
    assert {"9", "9.1", "9.2"} <= set(changed)
    assert place.tree.foot.text.endswith("; 1 ngoài tổng")
    assert place.tree.foot.fits


@pytest.mark.qt_log_ignore("propagateSizeHints")
@pytest.mark.parametrize("code", ["9", "9.1", "1.3"])
def test_the_form_of_a_bonus_is_never_cut_off(
    place: CriteriaWorkplace, desk: Desk, code: str
) -> None:
    place.set_width_class(WidthClass.NARROW)
    desk.choose(code)
    place.resize(867, 420)
    QApplication.processEvents()
    area = next(a for a in place.side.findChildren(QScrollArea) if a.isVisible())
    page = area.widget()
    assert page is not None
    assert page.width() <= area.viewport().width()


@pytest.mark.parametrize("code", ["9", "9.1", "1.3"])
def test_it_is_drawn(place: CriteriaWorkplace, desk: Desk, code: str) -> None:
    desk.choose(code)
    place.tree.view.expandAll()
    QApplication.processEvents()
    grab(place, f"set-effects-{code}")


def test_the_difference_of_two_years_says_what_became_of_a_bonus() -> None:
    old = effects_tree()
    nodes = [replace(n, effect=Effect.NORMAL) if n.id == "9" else n for n, _ in old.walk]
    sets = Sets(("2025", "2026"), (old, CriteriaTree(nodes)))
    found = {row.key: sets.what(row) for row in difference(*sets.trees)}
    assert found["9"] == found["9.1"] == "điểm thưởng → thường"
    assert found["1.3"] == ""
