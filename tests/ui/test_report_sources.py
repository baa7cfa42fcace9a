"""Numbers of the previewed paper: clicked, stepped through, followed to the criterion."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cchc_desktop.commands.marks import SetFigure
from cchc_desktop.domain.marks import Round
from cchc_desktop.reports.document import Quantity
from cchc_desktop.reports.spots import Spot
from tests.memory_store import MemoryStore
from tests.sample_session import fixed_clock, node, place, sample_session
from tests.ui.screens import grab
from ui.reports.preview import ReportWorkplace
from ui.shared import theme
from ui.shared.desk import Desk
from ui.shared.jobs import board

LIMIT = 20_000
Show = Callable[[], ReportWorkplace]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(sample_session(MemoryStore(tmp_path / "ho-so.cchc")))


@pytest.fixture
def show(qtbot: QtBot, desk: Desk) -> Iterator[Show]:
    def made() -> ReportWorkplace:
        workplace = ReportWorkplace(desk, clock=fixed_clock)
        qtbot.addWidget(workplace)
        workplace.resize(1278, 584)
        with qtbot.waitActive(workplace):
            workplace.show()
            workplace.activateWindow()
        ready(qtbot, workplace)
        return workplace

    yield made
    board.stop_all()


def ready(qtbot: QtBot, workplace: ReportWorkplace) -> None:
    qtbot.waitUntil(lambda: not workplace.is_busy and not workplace.is_stale, timeout=LIMIT)


def lost_of(workplace: ReportWorkplace, code: str) -> Spot:
    assert workplace.paper is not None
    wanted = (node(code), Quantity.LOST)
    spots = workplace.paper.spots
    return next(s for s in spots if (s.origin.criterion, s.origin.quantity) == wanted)


def middle(workplace: ReportWorkplace, spot: Spot) -> QPoint:
    return workplace.pane.view.spot_rect(spot).center().toPoint()


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_a_click_on_a_number_opens_the_card_of_its_source(show: Show, mode: theme.Name) -> None:
    theme.use(mode)
    workplace = show()
    view = workplace.pane.view
    spot = lost_of(workplace, "7")
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle(workplace, spot))
    assert view.spot == spot
    assert view.card.isVisible()
    assert view.card.text.splitlines() == [
        "4,20 Bị trừ của lĩnh vực 7",
        "Lấy từ: Bảng chấm điểm, Thẩm định lần 1",
        "Cách tính: 13,5 − 9,303694… = 4,196305…",
        "In ra: 2 số lẻ",
        "Còn 1 chỗ khác in số này",
    ]
    grab(workplace, f"bao-cao-nguon-so-{mode}")
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert not view.card.isVisible()


def test_the_card_leads_to_the_criterion(show: Show, desk: Desk, qtbot: QtBot) -> None:
    workplace = show()
    view = workplace.pane.view
    view.choose(lost_of(workplace, "8.1"))
    assert view.card.link.text() == "Đến tiêu chí 8.1"
    with qtbot.waitSignal(workplace.place_asked) as asked:
        view.card.link.click()
    assert asked.args == ["score"]
    assert desk.criterion == node("8.1")
    assert not view.card.isVisible()


def test_tab_steps_through_the_numbers_and_on_past_the_last(show: Show, qtbot: QtBot) -> None:
    workplace = show()
    view = workplace.pane.view
    assert workplace.paper is not None
    spots = workplace.paper.spots
    view.setFocus()
    for spot in spots[:3]:
        qtbot.keyClick(view, Qt.Key.Key_Tab)
        assert view.spot == spot
    assert view.accessibleDescription().startswith(spots[2].text)
    qtbot.keyClick(view, Qt.Key.Key_Backtab)
    assert view.spot == spots[1]
    view.choose(spots[-1])
    bar = view.verticalScrollBar()
    assert bar.value() > 0
    assert view.viewport().rect().contains(middle(workplace, spots[-1]))
    grab(workplace, "bao-cao-nguon-so-cuoi")
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    assert not view.card.isVisible()
    assert not view.hasFocus()


def test_enter_follows_the_number_and_escape_closes_its_card(
    show: Show, desk: Desk, qtbot: QtBot
) -> None:
    workplace = show()
    view = workplace.pane.view
    view.choose(lost_of(workplace, "5"))
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert not view.card.isVisible()
    view.choose(lost_of(workplace, "5"))
    with qtbot.waitSignal(workplace.place_asked):
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert desk.criterion == node("5")


def test_a_card_goes_with_the_number_that_changed(show: Show, desk: Desk, qtbot: QtBot) -> None:
    workplace = show()
    view = workplace.pane.view
    view.choose(lost_of(workplace, "7"))
    assert desk.run(SetFigure(place("7.3", Round.FIRST), "numerator", Decimal(100_000)))
    ready(qtbot, workplace)
    assert not view.card.isVisible()
