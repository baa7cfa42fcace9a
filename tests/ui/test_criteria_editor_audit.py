"""The card “Kiểm tra quy tắc”: signs beside sentences, live while a rule is typed."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from cchc_desktop.commands.criteria import SetRounding, SetRule
from cchc_desktop.domain.audit_finding import Verdict
from cchc_desktop.domain.points import Rounding, RoundingMode
from cchc_desktop.domain.rules.trend import Trend
from tests.sample_session import node, sample_session
from tests.ui.criteria_place import number, page_shower, place_shower, type_number
from tests.ui.screens import grab
from ui.criteria.columns import Column, Role
from ui.criteria.rule_page import RulePage
from ui.shared.desk import Desk

D = Decimal
Show = Callable[[str], RulePage]


@pytest.fixture
def desk() -> Desk:
    return Desk(sample_session())


@pytest.fixture
def show(qtbot: QtBot, desk: Desk) -> Show:
    return page_shower(qtbot, desk)


def lines(page: RulePage) -> list[str]:
    return [each.text() for each in page.audit._lines.findChildren(QLabel)]


def test_a_rule_is_audited_beside_its_trial(show: Show) -> None:
    page = show("1.3")
    assert (
        "Nhiệm vụ xong đúng hạn tăng: điểm không giảm; Nhiệm vụ được giao tăng: điểm không tăng."
        in lines(page)
    )
    assert {finding.verdict for finding in page.audit.findings} == {Verdict.PROVED}
    open_page = show("8.1.3")
    assert Verdict.UNKNOWN in {finding.verdict for finding in open_page.audit.findings}


def test_the_audit_follows_the_rule_while_it_is_typed(show: Show) -> None:
    page = show("7.3")
    type_number(number(page, "base"), "-1", take=False)
    refuted = [f.sentence for f in page.audit.findings if f.verdict is Verdict.REFUTED]
    assert refuted == ["Điểm ra ngoài khoảng 0 đến 1,5: b = 0, a = 100 được −1."]
    assert refuted[0] in lines(page)


def test_a_branch_and_the_rest_are_audited_too(show: Show, desk: Desk) -> None:
    page = show("7")
    assert lines(page) == ["Các mục con cộng đúng 13,5 điểm."]
    desk.choose(node("7.9"))
    assert "Điểm luôn trong khoảng 0 đến 10." in lines(page)


def test_what_is_refuted_is_marked_in_the_tree(qtbot: QtBot, desk: Desk) -> None:
    place = place_shower(qtbot)(desk)
    desk.run(SetRule(node("7.3"), Trend(rise=D(0), same=D("1.5"), fall=D(0))))
    desk.run(SetRounding(node("7.2"), Rounding(RoundingMode.TRUNCATE, 1)))
    desk.choose(node("7.3"))
    model = place.tree.view.model()
    index = place.tree.view.currentIndex().siblingAtColumn(Column.MARK)
    assert model.data(index, Role.WEIGHT) == "wrong"
    assert "lúc tăng lúc giảm" in model.data(index, 3)
    grab(place, "bo-tieu-chi-kiem-tra-quy-tac")
