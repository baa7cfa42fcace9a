"""The right side of Chấm điểm on a branch: what its children ask for, the way to its losses."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from cchc_desktop.commands.marks import SetPoints
from tests.ui.form_bench import Bench, node, open_bench
from tests.ui.score_desk import kinds_desk, place
from ui.marks.form import FormPanel


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    with open_bench(qtbot) as found:
        yield found


def test_a_branch_leads_to_what_was_lost_below_it(bench: Bench) -> None:
    bench.go("7")
    branch = bench.panel.page.branch
    assert branch.losses.text().strip() == "Xem các tiêu chí bị trừ (4)"
    with bench.qtbot.waitSignal(bench.panel.losses_asked) as asked:
        branch.losses.click()
    assert asked.args == [node("7")]
    signs = [row.accessibleDescription() for row in branch.table.rows if row.isVisible()]
    assert signs[0].startswith("thiếu tài liệu kiểm chứng")
    assert signs[2].startswith("số liệu không cho điểm được")
    bench.go("8")
    assert {row.accessibleDescription() for row in branch.table.rows if row.isVisible()} == {""}


def test_where_nothing_is_scored_the_branch_begins_at_its_first_criterion(qtbot: QtBot) -> None:
    desk = kinds_desk()
    panel = FormPanel(desk)
    qtbot.addWidget(panel)
    panel.show()
    desk.choose("1")
    button = panel.page.branch.button
    assert button.text().strip() == "Bắt đầu chấm 1.1"
    button.click()
    assert desk.criterion == "1.1"
    desk.run(SetPoints(place("1.1"), Decimal("0.5")))
    desk.choose("1")
    assert button.text().strip() == "Đến tiêu chí 1.1"


def test_a_narrow_form_says_the_whole_round(bench: Bench) -> None:
    bench.go("4.9")
    band = bench.panel.page.card
    assert band._maximum.text() == "10,5 (suy ra)"
    bench.panel.resize(400, 600)  # as narrow as the window ever makes it
    bench.qtbot.waitUntil(lambda: band._maximum.text() == "10,5")
    wide = band._unit.fontMetrics().horizontalAdvance("Tỉnh Hải Dương   ·   Thẩm định lần 1")
    bench.qtbot.waitUntil(lambda: band._unit.width() >= wide)
