"""So vòng: the table of rounds, its keys, its strip, its card."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from cchc_desktop.clock import now
from cchc_desktop.commands.criteria import RecodeCriterion
from cchc_desktop.commands.marks import SetPoints
from cchc_desktop.commands.rounds import LockRound
from cchc_desktop.domain.criteria import ROOT
from cchc_desktop.domain.marks import Cause, Round
from cchc_desktop.session import Session
from cchc_desktop.session.history import history_of
from tests.memory_store import MemoryStore
from tests.rounds_dossier import SHEET, place, rounds_session
from tests.ui.rounds_place import panel_on, press, rounds_desk
from tests.ui.score_desk import sample_desk
from ui.rounds.columns import Column
from ui.rounds.ledger import RoundsLedger, Show
from ui.rounds.panel import RoundsPanel
from ui.shared.desk import Desk
from ui.shared.workplace import WidthClass

D = Decimal
SECOND = Round.SECOND


@pytest.fixture
def desk() -> Desk:
    return rounds_desk()


@pytest.fixture
def panel(qtbot: QtBot, desk: Desk) -> RoundsPanel:
    return panel_on(qtbot, desk)


def points(desk: Desk, code: str) -> Decimal | None:
    return desk.session.scores(SHEET, SECOND)[code].points


def text(panel: RoundsPanel, code: str, column: Column) -> object:
    return panel.model.data(panel.model.index_of(code, column))


def test_undecided_criteria_stand_first_and_every_group_says_why(panel: RoundsPanel) -> None:
    heads = [line for line in panel.model.lines if line.row is None]
    assert [(head.title, head.count) for head in heads] == [
        ("Chưa quyết", 6),
        ("Đã quyết, có lệch", 3),
        ("Không lệch", 2),
        ("Khảo sát", 1),
    ]
    assert heads[0].sentence == (
        "lần 1 lệch −3,75 điểm so với tự chấm; 3 tiêu chí đơn vị đã giải trình"
    )
    assert panel.model.order[:6] == ("1.2", "2.1", "3.2", "4.1", "5.2", "7.1")


def test_a_row_shows_each_round_difference_cause_and_decision(panel: RoundsPanel) -> None:
    assert [text(panel, "2.1", column) for column in Column] == [
        "", "2.1", "Tham mưu văn bản QPPL đúng tiến độ", "4,0", "3,5", "2,75", "–", "–",
        "−0,75", "sai cách tính", "đã giải trình",
    ]  # fmt: skip
    assert text(panel, "6.1", Column.DECISION) == "điểm khác"
    assert text(panel, "1.5", Column.DECISION) == "giữ như lần 1"
    assert panel.model.ledger.total(Column.SECOND) == "8,75"
    assert panel.model.ledger.total(Column.DECISION) == "còn 6"
    assert "Lần 2 8,75/11" in panel.total.toolTip()


def test_chips_filter_what_still_needs_a_decision(panel: RoundsPanel) -> None:
    panel.chips[Show.OPEN].click()
    assert panel.model.order == ("1.2", "2.1", "3.2", "4.1", "5.2", "7.1")
    panel.chips[Show.DIFFERENT].click()
    assert len(panel.model.order) == 9
    assert not panel.chips[Show.OPEN].isChecked()
    panel.card.show_row(None, panel.model.ledger)
    assert panel.card._empty.isVisible()


def test_a_filter_stays_while_one_criterion_after_the_other_is_decided(
    panel: RoundsPanel, desk: Desk
) -> None:
    panel.chips[Show.OPEN].click()
    for left in (("1.2", "3.2", "4.1", "5.2", "7.1"), ("1.2", "4.1", "5.2", "7.1")):
        press(panel, Qt.Key.Key_1, ctrl=True)
        assert panel.model.order == left
        assert panel.view.current == desk.criterion
    panel.decisions.take_below(ROOT, Round.SELF)
    assert len(panel.model.lines) == 0
    panel.chips[Show.ALL].click()
    desk.choose("1.9")
    panel.chips[Show.DIFFERENT].click()
    assert desk.criterion == panel.view.current == panel.model.order[0]


def test_a_criterion_chosen_elsewhere_shows_even_where_a_filter_hides_it(
    panel: RoundsPanel, desk: Desk
) -> None:
    panel.chips[Show.OPEN].click()
    desk.choose("1.1")
    assert panel.view.current == "1.1"
    assert panel.chips[Show.ALL].isChecked()
    desk.choose("1")
    assert not panel.card._body.isVisible()


def test_ctrl_1_recognises_the_self_score_and_goes_on(panel: RoundsPanel, desk: Desk) -> None:
    press(panel, Qt.Key.Key_1, ctrl=True)
    assert points(desk, "2.1") == D("3.5")
    assert desk.criterion == "3.2"
    press(panel, Qt.Key.Key_2, ctrl=True)
    assert points(desk, "3.2") == D("1.5")
    assert desk.criterion == "4.1"
    assert text(panel, "2.1", Column.DECISION) == "công nhận"


def test_a_digit_types_other_points_and_enter_goes_to_the_next_undecided(
    panel: RoundsPanel, desk: Desk
) -> None:
    press(panel, Qt.Key.Key_3)
    assert panel.card.field.hasFocus()
    QTest.keyClicks(panel.card.field, ",25")
    QTest.keyClick(panel.card.field, Qt.Key.Key_Return)
    assert points(desk, "2.1") == D("3.25")
    assert desk.criterion == "3.2"
    assert panel.view.hasFocus()
    assert desk.session.undo_title == "quyết định điểm khác 3,25"
    press(panel, Qt.Key.Key_Return)
    assert desk.criterion == "4.1"


def test_enter_on_what_stands_changes_nothing(panel: RoundsPanel, desk: Desk) -> None:
    desk.choose("6.1")
    head = desk.session.store.head
    press(panel, Qt.Key.Key_F2)
    QTest.keyClick(panel.card.field, Qt.Key.Key_Return)
    assert desk.session.store.head == head
    assert desk.criterion == "1.2"


def test_points_over_the_maximum_stay_in_the_field_with_the_reason(
    panel: RoundsPanel, desk: Desk
) -> None:
    press(panel, Qt.Key.Key_9)
    QTest.keyClick(panel.card.field, Qt.Key.Key_Return)
    assert points(desk, "2.1") is None
    assert desk.criterion == "2.1"
    assert "ngoài khoảng 0 đến 4" in panel.card._reason.text()
    panel.leave()
    QTest.keyClick(panel.card.field, Qt.Key.Key_Escape)
    assert not panel.card._reason.isVisible()
    panel.leave()


def test_an_emptied_field_takes_the_decision_back(panel: RoundsPanel, desk: Desk) -> None:
    desk.choose("6.1")
    press(panel, Qt.Key.Key_F2)
    panel.card.field.clear()
    panel.card.field.textEdited.emit("")
    QTest.keyClick(panel.card.field, Qt.Key.Key_Return)
    assert points(desk, "6.1") is None


def test_space_ticks_and_the_strip_says_what_a_bulk_decision_does(
    panel: RoundsPanel, desk: Desk
) -> None:
    for code in ("1.2", "3.2", "5.2"):
        panel.view.go(code)
        press(panel, Qt.Key.Key_Space)
    assert panel.strip.words == (
        "Đã chọn 3 tiêu chí công nhận điểm tự chấm: lần 2 8,75 → 16,5, còn 3 chưa quyết"
    )
    panel.strip.buttons[Round.FIRST].click()
    assert [points(desk, code) for code in ("1.2", "3.2", "5.2")] == [D("1.75"), D("1.5"), D("2.5")]
    assert not panel.strip.isVisible()
    assert desk.session.undo_title == "giữ như lần 1: 3 tiêu chí"
    desk.undo()
    assert points(desk, "1.2") is None


def test_escape_takes_the_ticks_away_and_a_survey_takes_none(panel: RoundsPanel) -> None:
    panel.view.tick_asked.emit("1.9")
    assert not panel.model.ticked
    panel.view.tick_asked.emit("1.2")
    assert text(panel, "1.2", Column.TICK) == "đã chọn"
    press(panel, Qt.Key.Key_Escape)
    assert not panel.model.ticked


def test_a_click_on_the_box_ticks(panel: RoundsPanel) -> None:
    rect = panel.view.visualRect(panel.model.index_of("4.1", Column.TICK))
    QTest.mouseClick(
        panel.view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center() + QPoint(1, 1)
    )
    assert panel.model.ticked == {"4.1"}
    head = panel.view.visualRect(panel.model.index(0, 0)).center()
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=head)
    assert panel.model.ticked == {"4.1"}


def test_the_menu_decides_a_branch_or_everything_in_one_step(
    panel: RoundsPanel, desk: Desk
) -> None:
    menu = panel.menu()
    words = [action.text() for action in menu.actions() if action.text()]
    assert words == [
        "Công nhận điểm tự chấm: lĩnh vực 2",
        "Công nhận điểm tự chấm: mọi tiêu chí chưa quyết",
        "Giữ như lần 1: lĩnh vực 2",
        "Giữ như lần 1: mọi tiêu chí chưa quyết",
        "Đưa 6 tiêu chí vào phiên họp",
        "Chọn mọi tiêu chí chưa quyết",
    ]
    menu.actions()[0].trigger()
    assert points(desk, "2.1") == D("3.5")
    menu.actions()[-1].trigger()
    assert len(panel.model.ticked) == 5
    panel.decisions.take_below(ROOT, Round.FIRST)
    assert not panel.model.ledger.open_rows
    assert panel.model.ledger.total(Column.DECISION) == "đã quyết đủ"
    panel.decisions.go_next()
    menu.deleteLater()


def test_the_card_says_points_note_who_and_when(panel: RoundsPanel) -> None:
    parts = panel.card.parts
    assert parts["self"].text == (
        "Tự chấm Trần Thị Hoa, 24/02/2023 3,5 Đúng tiến độ 14 trên 16 văn bản"
    )
    assert parts["first"].text.startswith("Lần 1 Trần Thị Hoa, 24/02/2023 2,75 Hai văn bản")
    assert parts["explained"].text.startswith("Giải trình Trần Thị Hoa, 24/02/2023 Ba văn bản")
    assert not parts["second"].isVisible()
    assert panel.card._document.text() == "212/UBND-NC   06/12/2022"
    assert panel.card._page.text() == "tr. 1"
    assert panel.card.buttons[Round.SELF].accessibleName() == "Công nhận 3,5 (tự chấm)"
    assert panel.card.buttons[Round.FIRST].accessibleName() == "Giữ 2,75 (như lần 1)"


def test_a_cause_is_coded_in_the_card(panel: RoundsPanel, desk: Desk) -> None:
    cause = panel.card.cause
    assert cause.currentText() == "Sai cách tính"
    cause.setCurrentIndex(cause.findData(Cause.LATE_DATA.value))
    cause.activated.emit(cause.currentIndex())
    assert text(panel, "2.1", Column.CAUSE) == "số liệu nộp muộn"
    cause.setCurrentIndex(0)
    cause.activated.emit(0)
    assert text(panel, "2.1", Column.CAUSE) == "sai cách tính"
    assert desk.cell.mark("2.1", SECOND) is None


def test_a_locked_round_shows_but_takes_nothing(qtbot: QtBot) -> None:
    session = rounds_session()
    session.run(LockRound(SHEET, SECOND))
    desk = Desk(session)
    desk.choose("2.1")
    panel = panel_on(qtbot, desk)
    assert panel.card.field.isReadOnly()
    assert not panel.card.buttons[Round.SELF].isEnabled()
    press(panel, Qt.Key.Key_3)
    assert panel.view.hasFocus()
    with qtbot.waitSignal(desk.failed):
        press(panel, Qt.Key.Key_1, ctrl=True)
    assert points(desk, "2.1") is None
    assert "không sửa được" in panel.card._hint.text()
    desk.choose("1.9")
    assert "khảo sát" in panel.card._hint.text()


def test_in_the_self_scoring_round_there_is_nothing_earlier_to_take(
    panel: RoundsPanel, desk: Desk
) -> None:
    desk.switch(SHEET, Round.SELF)
    assert not panel.card.buttons[Round.SELF].isVisible()
    press(panel, Qt.Key.Key_1, ctrl=True)
    panel.view.tick_asked.emit("2.1")
    assert panel.strip.words == "Đã chọn 1 tiêu chí"
    desk.switch(SHEET, Round.PUBLISHED)
    assert panel.card.buttons[Round.SECOND].isVisible()
    assert panel.strip.words.endswith("còn 10 chưa quyết")
    panel.view.tick_asked.emit("2.1")
    panel.view.tick_asked.emit("1.9")
    assert not panel.model.ticked


def test_the_strip_says_why_nothing_can_be_taken(panel: RoundsPanel, desk: Desk) -> None:
    desk.run(SetPoints(place("2.1", Round.SELF), None))
    panel.view.tick_asked.emit("2.1")
    assert "Không có tiêu chí nào lấy được điểm tự chấm." in panel.strip.words


def test_a_narrow_window_keeps_the_names_and_the_rounds_that_decide(
    panel: RoundsPanel, desk: Desk
) -> None:
    panel.resize(700, 320)
    panel.set_width_class(WidthClass.NARROW)
    hidden = {column for column in Column if panel.view.isColumnHidden(column)}
    assert {Column.CAUSE, Column.MAXIMUM, Column.DECISION} <= hidden
    assert not {Column.NAME, Column.SELF, Column.FIRST, Column.SECOND} & hidden
    desk.switch(desk.sheet, Round.PUBLISHED)
    hidden = {column for column in Column if panel.view.isColumnHidden(column)}
    assert Column.FIRST in hidden
    assert not {Column.SELF, Column.SECOND, Column.PUBLISHED} & hidden
    assert panel.view.columnWidth(Column.NAME) >= 90
    panel.set_width_class(WidthClass.MEDIUM)
    assert not panel.view.isColumnHidden(Column.FIRST)


def test_the_longest_code_shows_whole(panel: RoundsPanel, desk: Desk) -> None:
    short = panel.view.columnWidth(Column.CODE)
    desk.run(RecodeCriterion("2.1", "18.10.12.5"))
    wide = panel.view.columnWidth(Column.CODE)
    assert wide > short
    metrics = panel.view.fontMetrics()
    assert wide >= metrics.horizontalAdvance("18.10.12.5") + 16
    panel.set_width_class(WidthClass.NARROW)
    assert panel.view.columnWidth(Column.CODE) == wide


def test_rounds_that_an_assessment_lacks_have_no_column(qtbot: QtBot) -> None:
    panel = panel_on(qtbot, sample_desk())
    assert panel.view.isColumnHidden(Column.SELF)
    assert panel.view.isColumnHidden(Column.SECOND)
    assert {line.title for line in panel.model.lines if line.row is None} == {
        "Không lệch",
        "Khảo sát",
    }


def test_an_empty_dossier_has_an_empty_table(qtbot: QtBot) -> None:
    panel = panel_on(qtbot, Desk(Session(MemoryStore(), now)))
    assert panel.model.rowCount() == 0
    assert panel.card._empty.isVisible()
    press(panel, Qt.Key.Key_Space)
    press(panel, Qt.Key.Key_1, ctrl=True)
    panel.card.stepped.emit(1)
    assert panel.model.ledger.total(Column.MAXIMUM) == ""
    assert panel.view.hint(panel.model.index(0, 0)) == ""


def test_arrows_of_the_card_step_through_the_order(panel: RoundsPanel, desk: Desk) -> None:
    panel.card.stepped.emit(-1)
    assert desk.criterion == "1.2"
    panel.card.stepped.emit(-1)
    assert desk.criterion == "1.2"
    panel.card.stepped.emit(1)
    assert desk.criterion == "2.1"


def test_cells_speak_and_cut_names_show_whole(panel: RoundsPanel) -> None:
    index = panel.model.index_of("2.1", Column.FIRST)
    spoken = panel.model.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Lần 1: 2,75"
    assert panel.model.data(index, Qt.ItemDataRole.FontRole) is None
    head = panel.model.index(0, Column.NAME)
    assert str(panel.model.data(head)).startswith("Chưa quyết 6. lần 1 lệch")
    panel.view.setColumnWidth(Column.CODE, 1000)
    name = panel.model.index_of("3.2", Column.NAME)
    assert panel.view.hint(name) == "Rà soát, đơn giản hóa thủ tục hành chính"
    assert panel.view.hint(panel.model.index_of("3.2", Column.CODE)) == ""


def test_a_hidden_panel_waits_with_its_work_until_it_shows(panel: RoundsPanel, desk: Desk) -> None:
    panel.hide()
    desk.run(SetPoints(place("2.1"), D(1)))
    desk.choose("3.2")
    assert text(panel, "2.1", Column.SECOND) == "–"
    panel.show()
    assert text(panel, "2.1", Column.SECOND) == "1,0"
    assert panel.view.current == "3.2"


def test_the_history_of_a_criterion_names_the_cause(panel: RoundsPanel, desk: Desk) -> None:
    panel.card.coded.emit(Cause.LATE_DATA)
    entry = history_of(desk.session.store, desk.state, SHEET, "2.1")[0]
    assert entry.title == "Nguyên nhân lệch: số liệu nộp muộn"
    assert entry.details == ("nguyên nhân lệch: trống → số liệu nộp muộn",)


def test_rows_come_and_go_as_the_model_announces_them(panel: RoundsPanel, desk: Desk) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(panel.model, mode, panel)
    for code in ("7.1", "1.2", "4.1", "6.1", "2.1"):
        desk.choose(code)
        for number in (1, 2):
            panel.decisions.take_by_key(number)
            assert panel.model.lines == RoundsLedger(desk).lines(Show.ALL)
            assert panel.view.current == desk.criterion
    for show in (Show.OPEN, Show.DIFFERENT, Show.ALL):
        panel.show_only(show)
        assert panel.model.lines == RoundsLedger(desk).lines(show)
    while desk.session.undo_title != "lập hồ sơ":
        desk.undo()
        assert panel.model.lines == RoundsLedger(desk).lines(Show.ALL)
    tester.deleteLater()
