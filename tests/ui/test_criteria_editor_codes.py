"""Nhân đôi and Đánh lại mã in the editor of the set: offered where they are needed."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.criteria import ROOT
from tests.sample_session import node, sample_session
from tests.ui.criteria_place import codes, place_shower
from tests.ui.screens import grab
from ui.criteria.workplace import CriteriaWorkplace
from ui.shared.desk import Desk

Show = Callable[[Desk], CriteriaWorkplace]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    return place_shower(qtbot)


@pytest.fixture
def desk() -> Desk:
    found = Desk(sample_session())
    found.choose(node("7.3"))
    return found


def test_a_criterion_moved_elsewhere_is_offered_a_new_code(
    show: Show, desk: Desk, qtbot: QtBot
) -> None:
    place = show(desk)
    pane, alt = place.tree, Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(pane.view, Qt.Key.Key_Left, alt)
    assert pane.question.text == "7.3 đã chuyển ra cấp lĩnh vực nhưng còn mang mã cũ."
    assert pane.view.hasFocus()
    grab(place, "criteria-offer-code")
    pane.question.agree()
    assert codes(desk, ROOT) == [str(number) for number in range(1, 10)]
    assert pane.toolbar.hint.startswith("Đã đổi ")
    desk.undo()
    assert codes(desk, ROOT)[7] == "7.3"


def test_the_offer_goes_when_the_criterion_is_back(show: Show, desk: Desk, qtbot: QtBot) -> None:
    pane, alt = show(desk).tree, Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(pane.view, Qt.Key.Key_Left, alt)
    assert pane.question.text
    qtbot.keyClick(pane.view, Qt.Key.Key_Right, alt)
    assert not pane.question.text
    qtbot.keyClick(pane.view, Qt.Key.Key_Up, alt)
    assert not pane.question.text  # among its siblings it keeps a code of theirs


def test_the_menu_numbers_the_branch_of_the_row_or_the_whole_set(show: Show, desk: Desk) -> None:
    pane = show(desk).tree
    act = pane.actions_by_name["renumber"]
    assert act.text() == "Đánh lại mã trong 7"
    act.trigger()
    assert pane.toolbar.hint == "Mã đã theo đúng thứ tự."
    pane.files.actions["renumber"].trigger()
    assert pane.toolbar.hint == "Mã đã theo đúng thứ tự."


def test_a_branch_is_doubled_and_the_copy_is_chosen(show: Show, desk: Desk) -> None:
    pane = show(desk).tree
    desk.choose(node("8"))
    pane.actions_by_name["duplicate"].trigger()
    assert codes(desk, ROOT)[-1] == "9"
    assert desk.tree[desk.criterion].code == "9"
    assert pane.view.chosen == desk.criterion
    rest = next(each for each, _ in desk.tree.walk if each.is_balancing)
    desk.choose(rest.id)
    assert not pane.actions_by_name["duplicate"].isEnabled()
