"""The set's editor on small screens: 1366x768 at 150 % leaves 911 pixels."""

import pytest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from cchc_desktop.commands.criteria import SetRule
from cchc_desktop.domain.rules.by_formula import ByFormula, FormulaFigure
from tests.sample_session import node, sample_session
from ui.criteria.workplace import CriteriaWorkplace
from ui.shared.desk import Desk
from ui.shared.workplace import WidthClass

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has none


@pytest.mark.parametrize("width", [867, 1049])
@pytest.mark.parametrize("code", ["7.3", "1.2", "1.3", "8.1.2"])
def test_the_rule_form_is_never_cut_off(qtbot: QtBot, width: int, code: str) -> None:
    desk = Desk(sample_session())
    place = CriteriaWorkplace(desk)
    qtbot.addWidget(place)
    place.set_width_class(WidthClass.NARROW)
    desk.choose(node(code))
    place.resize(width, 420)
    place.show()
    assert place.width() == width
    area = next(a for a in place.side.findChildren(QScrollArea) if a.isVisible())
    page = area.widget()
    assert page is not None
    assert page.width() <= area.viewport().width()


def test_the_tools_have_room_beside_the_form(qtbot: QtBot) -> None:
    place = CriteriaWorkplace(Desk(sample_session()))
    qtbot.addWidget(place)
    place.set_width_class(WidthClass.NARROW)
    place.resize(867, 420)
    place.show()
    tools = place.tree.toolbar
    assert tools.minimumSizeHint().width() <= tools.width()
    place.set_width_class(WidthClass.MEDIUM)


def test_a_formula_of_many_figures_is_never_cut_off(qtbot: QtBot) -> None:
    desk = Desk(sample_session())
    names = [f"so_lieu_{n}" for n in range(6)]
    inputs = tuple(FormulaFigure(name, f"Số liệu {name}") for name in names)
    desk.run(SetRule(node("1.3"), ByFormula(" + ".join(names), inputs)))
    place = CriteriaWorkplace(desk)
    qtbot.addWidget(place)
    desk.choose(node("1.3"))
    place.resize(1278, 660)
    place.show()
    area = next(a for a in place.side.findChildren(QScrollArea) if a.isVisible())
    page = area.widget()
    assert page is not None
    assert page.width() <= area.viewport().width()
