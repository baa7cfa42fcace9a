"""Losses, explanations and history of a criterion: written in place, one step each."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.losses import loss_report
from cchc_desktop.domain.marks import Method, Round
from tests.ui.form_bench import ENTER, SHEET, Bench, node, open_bench
from tests.ui.screens import grab
from ui.marks.losses_card import verdict
from ui.marks.losses_names import split_names

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has none


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    with open_bench(qtbot) as found:
        yield found


def test_reasons_that_add_up_are_said_in_green(bench: Bench) -> None:
    bench.go("7.3")
    losses = bench.panel.page.losses
    assert losses.verdict_words == "lý do cộng đủ 0,576"
    assert losses.rows[0].reason.text() == "94.385 trong 153.273 hồ sơ"
    assert losses.rows[0].agencies.text() == "Cơ quan tham mưu: Sở Thông tin và Truyền thông"


def test_a_reason_typed_with_pauses_is_one_step(bench: Bench) -> None:
    bench.go("7.3")
    bench.panel.focus_reason()
    editor = bench.panel.page.losses.editor
    assert editor.reason.hasFocus()
    bench.type(editor.reason, "ho so")
    bench.qtbot.waitUntil(lambda: _reason(bench, "7.3") == "ho so")
    bench.qtbot.keyClicks(editor.reason, " giay ")
    bench.qtbot.waitUntil(lambda: _reason(bench, "7.3") == "ho so giay")
    assert editor.reason.text() == "ho so giay "
    assert len(bench.store.written) == 3
    bench.desk.undo()
    assert _reason(bench, "7.3") == "94.385 trong 153.273 hồ sơ"
    assert editor.reason.text() == "94.385 trong 153.273 hồ sơ"


def test_tab_after_the_reason_goes_to_the_agencies_not_to_the_bin(bench: Bench) -> None:
    bench.go("7.3")
    bench.panel.focus_reason()
    editor = bench.panel.page.losses.editor
    bench.qtbot.keyClick(editor.reason, Qt.Key.Key_Tab)
    assert editor.agencies.hasFocus()


def test_a_new_row_is_written_when_something_is_typed(bench: Bench) -> None:
    bench.go("8.2.1")
    losses = bench.panel.page.losses
    assert losses.verdict_words == "còn thiếu 0,22"
    lines = len(bench.store.written)
    bench.panel.focus_reason()
    assert len(bench.store.written) == lines
    bench.type(losses.editor.reason, "phieu khao sat", ENTER)
    assert losses.verdict_words == "lý do cộng đủ 0,22"
    assert not losses.is_editing
    assert losses.rows[0].hasFocus()
    bench.desk.undo()
    assert loss_report(bench.row("8.2.1")).parts == ()


def test_a_new_row_that_stays_empty_leaves_nothing(bench: Bench) -> None:
    bench.go("8.2.1")
    losses = bench.panel.page.losses
    lines = len(bench.store.written)
    losses.plus.click()
    bench.qtbot.keyClick(losses.editor.reason, Qt.Key.Key_Escape)
    assert not losses.is_editing
    assert len(bench.store.written) == lines


def test_listed_amounts_are_what_the_points_come_from(bench: Bench) -> None:
    bench.go("4.9")
    losses = bench.panel.page.losses
    losses.open(0)
    bench.type(losses.editor.amount, "0,5", ENTER)
    assert bench.points("4.9") == Decimal("9.26")
    assert losses.editor.reason.hasFocus()
    bench.panel.page.add_button.click()
    assert losses.editor.amount.hasFocus()
    bench.type(losses.editor.reason, "moi")
    losses.take()
    assert bench.points("4.9") == Decimal("9.26")
    bench.type(losses.editor.amount, "0,26", ENTER)
    assert bench.points("4.9") == Decimal(9)


def test_a_row_is_removed_and_comes_back_by_undo(bench: Bench) -> None:
    bench.go("4.9")
    losses = bench.panel.page.losses
    losses.open(1)
    losses.editor.trash.click()
    assert len(loss_report(bench.row("4.9")).parts) == 1
    assert not losses.is_editing
    bench.desk.undo()
    assert [row.isVisible() for row in losses.rows] == [True, True]


def test_agencies_are_typed_by_name_or_picked(bench: Bench) -> None:
    bench.go("7.3")
    losses = bench.panel.page.losses
    losses.open(0)
    losses.editor.agencies.setText("Sở Nội vụ; Sở Tư pháp")
    losses.editor.agencies.take()
    assert losses.editor.draft.agencies == ("Sở Nội vụ", "Sở Tư pháp")
    losses.editor.pick(losses.editor.at_fault, "Sở Y tế")
    assert losses.editor.draft.at_fault == ("Sở Y tế",)
    losses.editor.pick(losses.editor.at_fault, "Sở Y tế")
    assert losses.editor.at_fault.text() == ""


def test_a_method_can_be_chosen_for_one_loss(bench: Bench) -> None:
    bench.go("8.1.1")
    losses = bench.panel.page.losses
    losses.open(0)
    grab(bench.panel, "form-loss-open")
    losses.editor.method.setCurrentIndex(2)
    losses.editor.method.activated.emit(2)
    assert losses.editor.draft.method is Method.OFFICIALS_SURVEY
    bench.qtbot.keyClick(losses.editor.agencies, Qt.Key.Key_Escape)
    assert losses.rows[0].method.text == "khảo sát"


def test_a_refused_write_keeps_the_reason(bench: Bench) -> None:
    bench.go("7.3")
    bench.panel.focus_reason()
    editor = bench.panel.page.losses.editor
    bench.store.refusal = CchcError("Đĩa đầy.")
    bench.type(editor.reason, "dia day")
    editor.reason.take()
    bench.store.refusal = None
    bench.type(editor.amount, "0,5", ENTER)
    assert editor.reason.text() == "dia day"
    assert editor.amount.value == Decimal("0.5")


def test_reasons_that_overrun_or_say_nothing_are_told(bench: Bench) -> None:
    bench.go("4.9")
    losses = bench.panel.page.losses
    bench.type(bench.panel.page.card.pair.points, "9,5", ENTER)
    assert losses.verdict_words == "lý do vượt 0,44"
    bench.desk.undo()
    losses.open(0)
    bench.type(losses.editor.reason, "")
    losses.take()
    assert losses.verdict_words == "1 khoản chưa ghi lý do"
    assert verdict(loss_report(bench.row("1.9"))).words == ""


def test_names_with_commas_stay_one_agency() -> None:
    known = ("Sở Lao động, Thương binh và Xã hội",)
    text = "Sở Lao động, thương binh và xã hội, Sở Y tế"
    assert split_names(text, known) == ("Sở Lao động, thương binh và xã hội", "Sở Y tế")
    assert split_names("a; b, c;; a") == ("a", "b, c")


def test_an_explanation_and_a_note_are_written_in_their_tab(bench: Bench) -> None:
    bench.go("7.3")
    tab = bench.panel.explanation
    bench.panel.show_tab(tab)
    grab(bench.panel, "form-tab-explanation")
    assert tab.explanation.hasFocus()
    bench.qtbot.keyClicks(tab.explanation, "giai trinh")
    tab.note.setFocus()
    bench.qtbot.keyClicks(tab.note, "xem lai")
    tab.asked.click()
    bench.go("7.1")
    assert (tab.explanation.toPlainText(), tab.note.toPlainText()) == ("", "")
    assert not tab.asked.isChecked()
    cell = bench.desk.state.cell(SHEET)
    sheet_mark = cell.mark(node("7.3"), Round.SHEET)
    mark = cell.mark(node("7.3"), Round.FIRST)
    assert sheet_mark is not None
    assert mark is not None
    assert (sheet_mark.explanation, sheet_mark.explanation_requested) == ("giai trinh", True)
    assert mark.note == "xem lai"
    bench.go("7")
    assert not tab.explanation.isVisible()


def test_rounds_stand_beside_what_was_printed(bench: Bench) -> None:
    bench.go("7.3")
    bench.panel.tabs.setCurrentIndex(2)
    grab(bench.panel, "form-tab-rounds")
    assert bench.panel.rounds.texts[0][:3] == ("Thẩm định lần 1", "0,924", "0,576")
    assert bench.panel.rounds.texts[1][:3] == ("Công bố", "–", "–")
    assert bench.panel.rounds.texts[2][:3] == ("Báo cáo in", "–", "0,676")
    bench.go("7")
    assert bench.panel.rounds.texts[2] == ("Báo cáo in", "9,304", "4,196", "hạng 55/63")


def test_the_history_names_what_changed_in_plain_words(bench: Bench) -> None:
    bench.go("7.3")
    bench.type(bench.panel.page.card.figures.fields[0], "90000", ENTER)
    bench.panel.focus_reason()
    bench.type(bench.panel.page.losses.editor.reason, "ho so giay", ENTER)
    bench.go("7.1")
    bench.type(bench.panel.page.card.figures.fields[0], "9", ENTER)
    bench.go("7.3")
    bench.panel.tabs.setCurrentIndex(3)
    grab(bench.panel, "form-tab-history")
    assert bench.panel.history.texts == (
        "Sửa khoản bị trừ",
        "Nhập số liệu 90.000",
        "Tạo hồ sơ mẫu Hải Dương 2022",
    )
    details = bench.panel.history.details
    assert details[0] == "lý do: 94.385 trong 153.273 hồ sơ → ho so giay"
    assert details[1] == "số liệu: a 153.273; b 94.385 → a 153.273; b 90.000"


def _reason(bench: Bench, code: str) -> str:
    (part, *_) = loss_report(bench.row(code)).parts
    return part.deduction.reason if part.deduction else ""
