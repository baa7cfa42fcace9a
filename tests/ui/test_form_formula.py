"""A formula on the form: people read the labels of its figures, never their names."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from cchc_desktop.commands.criteria import SetRule
from cchc_desktop.commands.marks import Place, SetFigure
from cchc_desktop.domain.explanation import as_text, explain
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.rules.checklist import Checklist, ChecklistItem
from cchc_desktop.session.history import history_of
from tests.ui.form_bench import SHEET, Bench, node, open_bench

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has none


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    with open_bench(qtbot) as found:
        yield found


def test_a_formula_asks_by_labels_and_its_journal_tells_them(bench: Bench) -> None:
    leaf = node("1.3")
    bench.go("1.3")
    bench.desk.run(SetFigure(Place(SHEET, leaf, Round.FIRST), "on_time", Decimal(17)))
    shown = [each.text() for each in bench.panel.findChildren(QLabel) if not each.isHidden()]
    assert "Nhiệm vụ xong đúng hạn" in shown
    details = " ".join(history_of(bench.store, bench.desk.state, SHEET, leaf)[0].details)
    assert "Nhiệm vụ xong đúng hạn 16" in details
    assert "Nhiệm vụ xong đúng hạn 17" in details
    told = " ".join((*shown, details, as_text(explain(bench.desk.scores, leaf))))
    assert "on_time" not in told
    assert "assigned" not in told


def test_the_journal_names_the_items_of_a_checklist(bench: Bench) -> None:
    leaf, items = node("1.9"), (ChecklistItem("a", "Kế hoạch", Decimal(1)),)
    bench.desk.run(SetRule(leaf, Checklist(items)))
    bench.desk.run(SetFigure(Place(SHEET, leaf, Round.FIRST), "a", Decimal(1)))
    (details,) = history_of(bench.store, bench.desk.state, SHEET, leaf)[0].details
    assert details == "số liệu: trống → Kế hoạch 1"
