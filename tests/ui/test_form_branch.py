"""The right side of Chấm điểm on a branch: what its children ask for, the way to its losses."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.form_bench import Bench, node, open_bench


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
