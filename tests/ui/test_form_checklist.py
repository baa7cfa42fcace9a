"""A checklist on the form and in the tree: ticks by mouse, by digit, undone in one step."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cchc_desktop.commands.criteria import SetRule
from cchc_desktop.domain.rules.checklist import Checklist, ChecklistItem
from tests.sample_session import node
from tests.ui.form_bench import Bench, open_bench
from tests.ui.screens import grab
from ui.marks.score_tree import ScoreTreePanel

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has none
RULE = Checklist(
    (
        ChecklistItem("ke-hoach", "Ban hành kế hoạch trong quý I", Decimal("0.5")),
        ChecklistItem("bao-cao", "Báo cáo đủ bốn quý", Decimal("0.4")),
        ChecklistItem("chi-thi", "Có chỉ thị khắc phục", Decimal("0.3")),
    )
)


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    with open_bench(qtbot) as found:
        found.desk.run(SetRule(node("7.1"), RULE))
        found.desk.choose(node("7.1"))
        yield found


def points(bench: Bench) -> Decimal | None:
    return bench.desk.scores[node("7.1")].points


def test_ticks_add_up_to_the_maximum(bench: Bench) -> None:
    boxes = bench.panel.page.card.checklist.boxes
    assert boxes[0].accessibleName().startswith("1 Ban hành kế hoạch")
    boxes[0].click()
    assert points(bench) == Decimal("0.5")
    boxes[1].click()
    boxes[2].click()
    assert points(bench) == 1
    grab(bench.panel, "form-danh-muc")
    boxes[0].click()
    assert points(bench) == Decimal("0.7")
    bench.desk.undo()
    assert boxes[0].isChecked()


def test_digits_tick_and_enter_goes_on(bench: Bench, qtbot: QtBot) -> None:
    rows = bench.panel.page.card.checklist
    assert rows.focus_first()
    qtbot.keyClick(rows, Qt.Key.Key_2)
    assert points(bench) == Decimal("0.4")
    qtbot.keyClick(rows, Qt.Key.Key_9)
    assert points(bench) == Decimal("0.4")
    with qtbot.waitSignal(rows.finished):
        qtbot.keyClick(rows, Qt.Key.Key_Return)


def test_a_digit_in_the_tree_ticks_too(bench: Bench, qtbot: QtBot) -> None:
    panel = ScoreTreePanel(bench.desk)
    qtbot.addWidget(panel)
    panel.show()
    panel.focus_tree()
    bench.desk.choose(node("7.1"))
    for key, expected in ((Qt.Key.Key_1, "0.5"), (Qt.Key.Key_1, "0"), (Qt.Key.Key_3, "0.3")):
        qtbot.keyClick(panel.focusWidget(), key)
        assert points(bench) == Decimal(expected)
    qtbot.keyClick(panel.focusWidget(), Qt.Key.Key_9)
    assert points(bench) == Decimal("0.3")
