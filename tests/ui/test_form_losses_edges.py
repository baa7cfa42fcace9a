"""The right side of Chấm điểm: rarer cases of the losses."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cchc_desktop.commands.marks import Place, SetFigure
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.marks import Round
from tests.ui.form_bench import ENTER, SHEET, Bench, node, open_bench
from tests.ui.screens import grab
from ui.marks.losses_row import LossRow

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has none
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    with open_bench(qtbot) as found:
        yield found


def test_a_loss_row_opens_by_key_and_by_mouse(bench: Bench) -> None:
    bench.go("4.9")
    losses = bench.panel.page.losses
    losses.rows[0].setFocus()
    grab(bench.panel, "form-loss-focus")
    bench.qtbot.keyClick(losses.rows[0], Qt.Key.Key_X)
    assert not losses.is_editing
    bench.qtbot.keyClick(losses.rows[0], Qt.Key.Key_F2)
    assert losses.editor.draft.amount == Decimal("0.7")
    bench.qtbot.mouseClick(losses.rows[1], LEFT)
    assert losses.editor.draft.amount == Decimal("0.74")
    assert losses.rows[0].isVisible()
    assert isinstance(losses.rows[0], LossRow)


def test_known_agencies_are_offered(bench: Bench) -> None:
    bench.go("4.9")
    losses = bench.panel.page.losses
    losses.open(0)
    editor = losses.editor
    editor._ask(editor.at_fault, editor.trash)
    names = {action.text(): action.isChecked() for action in editor.menu.actions()}
    assert names["Sở Y tế"]
    assert not names["Sở Thông tin và Truyền thông"]
    editor.pick(editor.at_fault, "Sở Thông tin và Truyền thông")
    editor.menu.hide()
    assert len(editor.draft.at_fault) == 4


def test_a_loss_over_the_maximum_is_refused_in_its_row(bench: Bench) -> None:
    bench.go("4.9")
    losses = bench.panel.page.losses
    losses.open(0)
    bench.type(losses.editor.amount, "20", ENTER)
    assert losses.editor.trouble.isVisible()
    bench.qtbot.keyClick(losses.editor.reason, ENTER)
    assert losses.editor.isVisible()
    bench.go("7.3")
    assert not losses.is_editing
    losses.open(0)
    assert losses.editor.amount.text() == ""


def test_a_refused_new_loss_is_written_by_the_next_try(bench: Bench) -> None:
    bench.go("8.2.1")
    losses = bench.panel.page.losses
    losses.add()
    bench.store.refusal = CchcError("Đĩa đầy.")
    bench.type(losses.editor.amount, "0,1", ENTER)
    assert losses.editor.amount.text() == "0,1"
    bench.store.refusal = None
    bench.qtbot.keyClick(losses.editor.amount, ENTER)
    assert losses.verdict_words == "còn thiếu 0,12"
    losses.editor.pick(losses.editor.at_fault, "Sở Y tế")
    assert losses.rows[0].at_fault.text() == "Đơn vị để xảy ra: Sở Y tế"


def test_a_body_at_fault_can_come_first(bench: Bench) -> None:
    bench.go("8.2.1")
    losses = bench.panel.page.losses
    losses.add()
    losses.editor.pick(losses.editor.at_fault, "Sở Y tế")
    assert losses.rows[0].at_fault.text() == "Đơn vị để xảy ra: Sở Y tế"
    bench.desk.undo()
    assert not losses.is_editing


def test_refused_words_stay_in_their_tab(bench: Bench) -> None:
    bench.go("7.3")
    bench.panel.tabs.setCurrentIndex(1)
    tab = bench.panel.explanation
    bench.store.refusal = CchcError("Đĩa đầy.")
    for area in (tab.explanation, tab.note):
        area.setFocus()
        bench.qtbot.keyClicks(area, "loi")
        area.take()
    tab.asked.click()
    assert not tab.asked.isChecked()
    bench.store.refusal = None
    bench.run(SetFigure(Place(SHEET, node("7.1"), Round.FIRST), "numerator", Decimal(9)))
    assert (tab.explanation.toPlainText(), tab.note.toPlainText()) == ("loi", "loi")
