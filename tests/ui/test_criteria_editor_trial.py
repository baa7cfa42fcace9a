"""Trying a rule: figures of the marks, other figures, nothing kept."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from cchc_desktop.commands.criteria import AddCriterion, SetRule
from cchc_desktop.domain.rules.deduction import DeductionRule
from cchc_desktop.domain.rules.manual import Manual
from cchc_desktop.domain.rules.ratio import Ratio
from tests.memory_store import MemoryStore
from tests.sample_session import ASSESSMENT, node, sample_session
from tests.ui.criteria_place import number, page_shower, pick, type_number
from ui.criteria.rule_page import RulePage
from ui.shared.desk import Desk

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


def test_the_trial_begins_with_the_marks_that_stand(show: Show) -> None:
    trial = show("7.3").trial
    assert [field.text() for field in trial.fields.values()] == ["94.385", "153.273"]
    assert (trial.result, trial.verdict) == ("0,923694…", "bằng điểm đang chấm")


def test_the_trial_shows_other_figures_and_keeps_nothing(show: Show, desk: Desk) -> None:
    trial = show("7.3").trial
    type_number(trial.fields["numerator"], "153.273", take=False)
    assert (trial.result, trial.verdict) == ("1,5", "khác điểm đang chấm")
    type_number(trial.fields["numerator"], "200.000", take=False)
    assert trial.result == "b lớn hơn a: hai số bị đổi chỗ?"
    assert trial.verdict == ""
    assert desk.scores[node("7.3")].points != D("1.5")


def test_the_trial_follows_the_rule_while_it_is_typed(show: Show) -> None:
    page = show("7.3")
    type_number(number(page, "base"), "1", take=False)
    assert page.trial.result == "1,307898…"


@pytest.mark.parametrize(
    ("code", "result"),
    [("1.1", "0,4"), ("1.2", "0,5"), ("1.3", "1,421052…"), ("8.1.2", "1"), ("8.2.1", "1,28")],
)
def test_every_kind_can_be_tried(show: Show, code: str, result: str) -> None:
    trial = show(code).trial
    assert not trial.isHidden()
    assert trial.verdict == "bằng điểm đang chấm"
    assert trial.result == result


def test_another_level_can_be_tried(show: Show) -> None:
    trial = show("1.2").trial
    assert trial.choice is not None
    pick(trial.choice, "muc-2")
    assert (trial.result, trial.verdict) == ("1", "khác điểm đang chấm")


def test_typed_points_need_no_trial(show: Show, desk: Desk) -> None:
    desk.run(SetRule(node("7.3"), Manual()))
    assert show("7.3").trial.isHidden()
    desk.run(SetRule(node("7.3"), DeductionRule()))
    assert show("7.1").trial.fields


def test_a_criterion_without_marks_can_be_tried(show: Show, desk: Desk) -> None:
    desk.run(AddCriterion(ASSESSMENT, node("7"), "x", maximum=D(1), id=node("x")))
    desk.run(SetRule(node("x"), Ratio()))
    trial = show("x").trial
    assert trial.result == "chưa nhập"
    type_number(trial.fields["numerator"], "1", take=False)
    type_number(trial.fields["denominator"], "4", take=False)
    assert (trial.result, trial.verdict) == ("0,25", "")
