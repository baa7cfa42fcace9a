"""Tiến độ: rows in order, filters, sorting, opening, reminders, going back, empty states."""

from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cchc_desktop.commands.marks import Place, SetPoints
from cchc_desktop.commands.rounds import SetDays
from cchc_desktop.domain.changes import made
from cchc_desktop.domain.marks import Mark, Round
from cchc_desktop.domain.units import Sheet, Unit
from cchc_desktop.session import Session
from tests.memory_store import MemoryStore
from tests.rounds_dossier import Founding
from tests.track_dossier import (
    ASSESSMENT,
    LEAVES,
    ROUNDS,
    TODAY,
    UNITS,
    assessment,
    clock,
    criteria,
    founding,
    province_session,
    scored,
    track_session,
)
from tests.ui.track_place import names, panel_on, track_desk
from ui.shared.desk import Desk
from ui.shared.workplace import WidthClass
from ui.track.axis import Axis
from ui.track.book import LATE, TrackBook
from ui.track.columns import NARROW, Column
from ui.track.dates import date_labels
from ui.track.panel import TrackPanel
from ui.track.remind import RemindDialog, ReturnDialog
from ui.window.score_layout import VIEWS


@pytest.fixture
def desk() -> Desk:
    return track_desk()


@pytest.fixture
def panel(qtbot: QtBot, desk: Desk) -> TrackPanel:
    return panel_on(qtbot, desk)


def cell(panel: TrackPanel, key: str, column: Column) -> str:
    return panel.model.words(key, column)


def test_who_is_late_leads_and_the_rest_follows_the_way(panel: TrackPanel) -> None:
    assert names(panel) == ["moi", "tu", "chot", "lan1", "hoi", "dap", "lan2", "duyet"]
    assert panel.row.words == (
        "Hôm nay 13/02  ·  Quá hạn lần 1: 4/8, trễ 3 ngày  ·  Hạn tới 20/02, còn 7 ngày"
    )


def test_a_row_says_how_far_until_when_and_what_next(panel: TrackPanel) -> None:
    columns = (Column.NAME, Column.STATUS, Column.SCORED, Column.DUE, Column.NEXT, Column.LATE)
    assert [cell(panel, "lan1", column) for column in columns] == [
        "Sở Xây dựng",
        "đang thẩm định lần 1",
        "1 / 4",
        "10/02",
        "chấm 3 tiêu chí còn lại",
        "trễ 3 ngày",
    ]
    assert cell(panel, "moi", Column.NEXT) == "gửi nhắc, trễ 34 ngày"
    assert cell(panel, "duyet", Column.DUE) == "–"


def test_before_opening_a_unit_waits(qtbot: QtBot) -> None:
    session = track_session()
    days = (date(2023, 3, 1), None, None, None, None)
    session.run(SetDays(ASSESSMENT, days))
    assert cell(panel_on(qtbot, track_desk(session)), "moi", Column.NEXT) == "chờ mở ngày 01/03"


def test_chips_count_and_show_one_status_alone(panel: TrackPanel) -> None:
    chips = panel.bar.chips
    assert chips[""].accessibleName() == "Tất cả 8"
    assert chips[LATE].accessibleName() == "Trễ hạn 4"
    assert not chips["published"].isVisible()
    chips[LATE].click()
    assert names(panel) == ["moi", "tu", "chot", "lan1"]
    chips["explained"].click()
    assert names(panel) == ["dap"]
    panel.bar.clear()
    assert len(names(panel)) == len(UNITS)


def test_words_of_the_name_filter_without_accents(panel: TrackPanel, qtbot: QtBot) -> None:
    panel.bar.text.setText("so noi")
    qtbot.waitUntil(lambda: names(panel) == ["hoi"])


def test_a_click_on_a_title_sorts_then_turns_then_goes_back(panel: TrackPanel) -> None:
    by_name = ["duyet", "moi", "dap", "hoi", "chot", "lan1", "tu", "lan2"]
    panel.model.sort_by(Column.NAME)
    assert names(panel) == by_name
    panel.model.sort_by(Column.NAME)
    assert names(panel) == by_name[::-1]
    panel.model.sort_by(Column.NAME)
    assert names(panel)[0] == "moi"


@pytest.mark.parametrize(
    ("column", "first"),
    [
        (Column.STATUS, "moi"),
        (Column.SCORED, "moi"),
        (Column.DUE, "moi"),
        (Column.NEXT, "moi"),
        (Column.LATE, "moi"),
    ],
)
def test_every_title_sorts(panel: TrackPanel, column: Column, first: str) -> None:
    panel.model.sort_by(column)
    assert names(panel)[0] == first
    panel.model.sort_by(column)
    assert names(panel)[0] != first


def test_the_axis_title_does_not_sort(panel: TrackPanel) -> None:
    header = panel.table.horizontalHeader()
    header.sectionClicked.emit(2)
    assert panel.model.sorted_by is None
    header.sectionClicked.emit(0)
    assert panel.model.sorted_by == (Column.NAME, False)


def test_enter_opens_the_sheet_in_the_fitting_round(
    panel: TrackPanel, desk: Desk, qtbot: QtBot
) -> None:
    panel.table.go("hoi")
    with qtbot.waitSignal(panel.view_chosen) as shown:
        QTest.keyClick(panel.table, Qt.Key.Key_Return)
    assert shown.args == ["sheet"]
    desk = panel._desk  # where it went
    assert (desk.sheet, desk.round) == ("hoi", Round.FIRST)


def test_a_double_click_opens_the_sheet_too(panel: TrackPanel, qtbot: QtBot) -> None:
    index = panel.model.index(panel.model.place_of("lan2"), 0)
    with qtbot.waitSignal(panel.view_chosen):
        panel.table.doubleClicked.emit(index)


def test_an_edit_works_out_one_row_alone(panel: TrackPanel, desk: Desk) -> None:
    book = panel.book
    before = {key: book.row(key) for key in book.keys}
    session = panel._desk.session  # an edit from elsewhere
    session.run(SetPoints(Place("lan2", "2.2", Round.SECOND), None))
    session.run(Founding(made("mark", [_mark("lan1")])))
    after = {key: book.row(key) for key in book.keys}
    assert [key for key in book.keys if after[key] is not before[key]] == ["lan1"]
    assert cell(panel, "lan1", Column.SCORED) == "2 / 4"


def test_a_hidden_view_looks_when_it_shows(panel: TrackPanel, desk: Desk) -> None:
    panel.hide()
    session = panel._desk.session  # an edit from elsewhere
    session.run(Founding(made("mark", [_mark("lan1")])))
    assert not panel.is_whole
    panel.show()
    assert cell(panel, "lan1", Column.SCORED) == "2 / 4"


def test_many_units_are_worked_out_in_slices(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.track.panel._AT_ONCE", 0.0)
    panel = TrackPanel(Desk(track_session()), VIEWS, "track", clock)
    qtbot.addWidget(panel)
    panel.show()
    assert not panel.is_whole
    assert names(panel) == [key for key, _ in UNITS]  # in order of the sheets, for now
    panel.hide()
    panel.show()  # begins anew
    qtbot.waitUntil(lambda: panel.is_whole and panel.reminder.isVisible())
    assert panel.bar.count.text() == ""
    assert panel.bar.chips[LATE].accessibleName() == "Trễ hạn 4"


def test_the_button_shows_the_reminder_of_each(panel: TrackPanel) -> None:
    assert panel.reminder.accessibleName() == "Nhắc 4 đơn vị…"
    panel.reminder.click()
    dialog = panel.dialog
    assert isinstance(dialog, RemindDialog)
    assert dialog.text.toPlainText().startswith("Kính gửi: Sở Công Thương")
    dialog.names.setCurrentIndex(dialog.names.model().index(1, 0))
    dialog.copier.click()
    assert QGuiApplication.clipboard().text().startswith("Kính gửi: Sở Y tế")
    dialog.reject()


def test_the_letters_are_saved_as_one_pdf(
    panel: TrackPanel, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "nhac.pdf"
    monkeypatch.setattr("ui.track.panel.ask_paper", lambda *_: path)
    panel.ask_reminders()
    assert isinstance(panel.dialog, RemindDialog)
    panel.dialog.saver.click()
    qtbot.waitUntil(lambda: panel.row.words == "Đã lưu nhac.pdf.", timeout=20_000)
    assert path.read_bytes().startswith(b"%PDF")


def test_copying_a_row_copies_its_reminder(panel: TrackPanel) -> None:
    QGuiApplication.clipboard().setText("cũ")
    panel.table.go("duyet")
    QTest.keyClick(panel.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "cũ"  # nobody to remind
    panel.table.go("lan1")
    QTest.keyClick(panel.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().startswith("Kính gửi: Tổ thẩm định")
    assert panel.row.words == "Đã chép giấy nhắc của Sở Xây dựng."


def test_the_menu_of_a_row_offers_what_goes(panel: TrackPanel) -> None:
    enabled = {
        key: [action.isEnabled() for action in panel.menu(key).actions()]
        for key in ("moi", "chot", "dap")
    }
    assert enabled == {
        "moi": [True, True, False],
        "chot": [True, True, True],
        "dap": [True, False, True],
    }


def test_a_sheet_goes_back_with_its_reason(panel: TrackPanel, qtbot: QtBot) -> None:
    panel.ask_return("chot")
    dialog = panel.dialog
    assert isinstance(dialog, ReturnDialog)
    dialog.go.click()
    assert "Chưa ghi lý do trả lại." in dialog.refusal.text()
    dialog.reason.setText("Thiếu tài liệu")
    dialog.go.click()
    assert cell(panel, "chot", Column.STATUS) == "đang tự chấm"


def test_without_dates_the_way_to_set_them_shows(qtbot: QtBot) -> None:
    desk = track_desk(track_session(founding(days=False)))
    panel = panel_on(qtbot, desk)
    assert panel.strip.isVisible()
    assert not panel.reminder.isVisible()
    with qtbot.waitSignal(panel.days_asked):
        panel.days_button.click()
    assert panel.row.words == "Hôm nay 13/02"
    panel._desk.run(SetDays(ASSESSMENT, (None, TODAY, None, None, None)))
    assert not panel.strip.isVisible()


def test_where_all_is_over_no_dates_are_asked_for(qtbot: QtBot) -> None:
    over = (
        made("assessment", [assessment(opens_on=None)])
        + made("unit", [Unit("u", "Cục Thuế tỉnh")])
        + made("sheet", [Sheet("s", ASSESSMENT, "u", "a", ROUNDS)])
        + made("criterion", criteria())
        + made("mark", scored("s", Round.FIRST, *LEAVES))
    )
    session = track_session(over)
    panel = panel_on(qtbot, track_desk(session))
    assert not panel.strip.isVisible()


def test_agencies_of_an_only_sheet_are_rows(qtbot: QtBot) -> None:
    desk = track_desk(province_session())
    panel = panel_on(qtbot, desk)
    assert names(panel) == ["noi-vu", "tu-phap"]
    assert panel.reminder.accessibleName() == "Nhắc 1 cơ quan…"
    assert cell(panel, "noi-vu", Column.SCORED) == "1 / 2"
    header = panel.model.headerData(0, Qt.Orientation.Horizontal)
    assert header == "Cơ quan tham mưu"
    assert panel.row.words.endswith("·  1 tiêu chí chưa có cơ quan tham mưu")
    panel.open_row("noi-vu")
    desk = panel._desk  # where it went
    assert (desk.sheet, desk.round, desk.part) == ("s", Round.SELF, "noi-vu")


def test_without_units_or_assessment_the_view_says_so(qtbot: QtBot) -> None:
    panel = TrackPanel(Desk(Session(MemoryStore(), clock)), VIEWS, "track", clock)
    qtbot.addWidget(panel)
    panel.show()
    assert panel.is_empty
    assert panel.nothing.text() == "Hồ sơ chưa có đợt đánh giá nào."
    panel.ask_reminders()
    assert panel.dialog is None
    assert panel.save_letters(Path("x.pdf")) is None


def test_a_narrow_window_leaves_columns_out_and_keeps_the_track(panel: TrackPanel) -> None:
    panel.table.go("lan1")
    panel.set_width_class(WidthClass.NARROW)
    assert panel.model.columns == NARROW
    panel.resize(700, 330)
    assert panel.bar.choice.isVisible()
    assert panel.bar.chips[LATE].isVisible()
    assert not panel.bar.chips["first"].isVisible()
    panel.bar.choice.activated.emit(panel.bar.choice.currentIndex())


def test_a_row_is_spoken_as_a_whole(panel: TrackPanel) -> None:
    index = panel.model.index(panel.model.place_of("lan1"), 0)
    spoken = panel.model.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == (
        "Sở Xây dựng; đang thẩm định lần 1; hạn 10/02/2023, trễ 3 ngày; chấm 3 tiêu chí còn lại"
    )
    track = panel.model.index(index.row(), 2)
    assert panel.model.data(track, Qt.ItemDataRole.ToolTipRole) == spoken


def test_the_axis_follows_the_dates_and_keeps_room_for_short_phases() -> None:
    axis = Axis(assessment())
    assert axis.stops[0] == 0
    assert axis.stops[4] == pytest.approx(1)
    widths = [b - a for a, b in zip(axis.stops, axis.stops[1:], strict=False)]
    assert widths[0] > widths[1] > widths[3] > widths[2] > 0.17
    at = axis.at(TODAY)
    assert at is not None
    assert axis.stops[2] < at < axis.stops[3]
    assert axis.at(date(2022, 1, 1)) is None


@pytest.mark.parametrize("width", [40, 120, 190, 300, 520, 900])
def test_no_date_of_the_axis_is_painted_over_another(width: int) -> None:
    uneven = replace(assessment(), self_until=date(2023, 1, 3), first_until=date(2023, 1, 20))
    cell = QRectF(7, 0, width, 44)
    labels = date_labels(Axis(uneven), cell, lambda words, day: 7.0 * max(len(words), len(day)))
    rooms = [label.room for label in labels]
    assert all(a.right() < b.left() for a, b in pairwise(rooms))
    assert all(cell.contains(room) for room in rooms)
    assert len(labels) == 5 or width < 300
    assert all(label.words for label in labels) or width < 900


def test_dates_that_are_not_set_leave_equal_stops() -> None:
    bare = Axis(replace(assessment(), opens_on=None, first_until=None))
    assert bare.at(date(2023, 1, 20)) is None
    none = Axis(assessment(opens_on=None))
    assert none.stops == pytest.approx([0, 0.25, 0.5, 0.75, 1])
    one_day = dict.fromkeys(("opens_on", "self_until", "first_until"), TODAY)
    assert Axis(assessment(**one_day)).at(TODAY) is not None


def test_a_book_knows_only_rows_of_its_assessment() -> None:
    book = TrackBook(Desk(Session(MemoryStore(), clock)), clock)
    with pytest.raises(KeyError):
        book.row("nowhere")


def _mark(sheet: str) -> Mark:
    (found,) = scored(sheet, Round.FIRST, "1.2")
    return found
