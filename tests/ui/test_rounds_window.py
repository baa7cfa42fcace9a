"""So vòng in the window: its view, its two dialogs, locks, screens."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cchc_desktop.clock import now
from cchc_desktop.commands.criteria import SetMaximum
from cchc_desktop.commands.marks import SetExplanation, SetPoints
from cchc_desktop.domain.marks import Round
from cchc_desktop.session import Session
from tests.memory_store import MemoryStore
from tests.rounds_dossier import SHEET, place, rounds_session
from tests.ui import rooms
from tests.ui.rounds_place import panel_on, press, rounds_desk
from tests.ui.score_desk import sample_desk
from tests.ui.screens import grab
from ui.main_window import MainWindow
from ui.rounds.dialogs import DaysDialog, LockDialog
from ui.rounds.ledger import Show
from ui.rounds.panel import RoundsPanel
from ui.shared import theme
from ui.shared.desk import Desk
from ui.shared.standing import standing_words
from ui.window.head_bar import HeadBar

D = Decimal
SECOND = Round.SECOND


@pytest.fixture
def desk() -> Desk:
    return rounds_desk()


def test_the_lock_dialog_lists_what_is_missing_and_leads_there(qtbot: QtBot, desk: Desk) -> None:
    desk.run(SetPoints(place("7.1"), D(1)))
    dialog = LockDialog(desk)
    qtbot.addWidget(dialog)
    assert dialog.list.item(0).text() == "7.1: bị trừ 2 điểm, chưa có lý do."
    assert dialog.go.accessibleName() == "Đến tiêu chí"
    dialog.finish()
    assert desk.criterion == "7.1"
    assert desk.state.sheets[SHEET].locked == ()


def test_the_lock_dialog_of_the_last_round_leads_to_a_sum_that_does_not_close(
    qtbot: QtBot, desk: Desk
) -> None:
    desk.run(SetMaximum("6", D(4)))
    dialogs = []
    for each in (SECOND, Round.PUBLISHED):
        desk.switch(SHEET, each)
        dialogs.append(LockDialog(desk))
        qtbot.addWidget(dialogs[-1])
    assert [dialog.list.count() for dialog in dialogs] == [0, 1]
    assert dialogs[1].list.item(0).text().startswith("6: ")
    dialogs[1].finish()
    assert desk.criterion == "6"


def test_the_lock_dialog_locks_a_round_without_gaps(qtbot: QtBot, desk: Desk) -> None:
    dialog = LockDialog(desk)
    qtbot.addWidget(dialog)
    dialog.finish()
    assert desk.state.sheets[SHEET].locked == (SECOND,)
    head = HeadBar(desk)
    qtbot.addWidget(head)
    assert head.combos[2].currentText() == "Lần 2 (đã khóa)"


def test_five_dates_are_asked_for_and_remind(qtbot: QtBot, desk: Desk) -> None:
    dialog = DaysDialog(desk)
    qtbot.addWidget(dialog)
    assert [field.text() for field in dialog.fields][-1] == "05/03/2023"
    dialog.fields[4].setText("32/1/2023")
    dialog.try_days()
    assert "32/1/2023" in dialog.refusal.text()
    dialog.fields[4].setText("10/3/2023")
    dialog.fields[0].setText("")
    dialog.try_days()
    assert dialog.result() == DaysDialog.DialogCode.Accepted
    said = standing_words(desk, date(2023, 2, 24))
    assert said == "Đang thẩm định lần 2   ·   hạn 10/03/2023, còn 14 ngày"
    desk.run(SetExplanation(SHEET, "7.1", "vì"))
    assert standing_words(Desk(Session(MemoryStore(), now))) == ""
    assert standing_words(sample_desk()) == "Đã công bố"


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with rooms.shown(qtbot, tmp_path, lambda path: rounds_session(MemoryStore(path))) as found:
        yield found


def test_alt_and_a_digit_switch_between_the_views(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    place_ = rooms.score_of(window)
    assert place_.view == "sheet"
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert place_.view == "rounds"
    panel = place_.made["rounds"]
    assert isinstance(panel, RoundsPanel)
    assert panel.view.hasFocus()
    panel.row.tabs["rounds"].click()
    assert place_.view == "rounds"
    panel.row.tabs["sheet"].click()
    assert place_.view == "sheet"
    place_.views.tabs["rounds"].click()
    assert place_.view == "rounds"
    QTest.keyClick(panel.view, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert rooms.opened(window).view.current == "score"
    assert place_.view == "rounds"
    window.menus.actions["score"].trigger()
    assert place_.view == "sheet"


def locked(window: MainWindow) -> tuple[Round, ...]:
    return rooms.opened(window).desk.state.sheets[SHEET].locked


def test_a_round_is_locked_and_unlocked_from_the_menu(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock, unlock = window.menus.actions["lock"], window.menus.actions["unlock"]
    desk = rooms.opened(window).desk
    assert (lock.isEnabled(), unlock.isEnabled()) == (True, False)
    monkeypatch.setattr(LockDialog, "exec", lambda self: False)
    lock.trigger()
    assert not locked(window)
    monkeypatch.setattr(LockDialog, "exec", lambda self: True)
    lock.trigger()
    assert locked(window) == (SECOND,)
    qtbot.waitUntil(unlock.isEnabled)
    assert (lock.isEnabled(), unlock.isEnabled()) == (False, True)
    unlock.trigger()
    assert not locked(window)
    qtbot.waitUntil(lock.isEnabled)
    desk.run(SetPoints(place("7.1"), D(1)))
    window.menus.actions["rounds"].trigger()
    lock.trigger()
    assert desk.criterion == "7.1"
    assert rooms.score_of(window).view == "sheet"


def test_the_dates_are_asked_for_from_the_menu(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[DaysDialog] = []

    def ask(self: DaysDialog) -> bool:
        asked.append(self)
        return False

    monkeypatch.setattr(DaysDialog, "exec", ask)
    window.menus.actions["days"].trigger()
    assert len(asked) == 1


def test_ctrl_a_ticks_every_row_that_shows_but_surveys(qtbot: QtBot, desk: Desk) -> None:
    panel = panel_on(qtbot, desk)
    panel.show_only(Show.OPEN)
    press(panel, Qt.Key.Key_A, ctrl=True)
    ledger = panel.model.ledger
    assert panel.model.ticked == {row.criterion.id for row in ledger.open_rows}
    assert panel.strip.isVisible()
    panel.show_only(Show.ALL)
    press(panel, Qt.Key.Key_A, ctrl=True)
    decided_here = {key for key, row in ledger.rows.items() if not row.criterion.is_survey}
    assert panel.model.ticked == decided_here
    assert decided_here < set(panel.model.order)
    press(panel, Qt.Key.Key_Escape)
    assert not panel.model.ticked


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_screens_of_the_rounds(qtbot: QtBot, window: MainWindow, name: theme.Name) -> None:
    theme.use(name)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.menus.actions["rounds"].trigger()
    panel = rooms.score_of(window).made["rounds"]
    assert isinstance(panel, RoundsPanel)
    for code in ("1.2", "3.2", "5.2"):
        panel.view.tick_asked.emit(code)
    panel.view.go("2.1")
    assert grab(window, f"rounds-1366x696-{name}").exists()
    window.menus.actions["score"].trigger()
    assert grab(window, f"rounds-sheet-1366x696-{name}").exists()
    window.resize(1093, 542)
    window.menus.actions["rounds"].trigger()
    assert grab(window, f"rounds-1093x542-{name}").exists()
    window.resize(1366, 696)
    for dialog in (LockDialog(panel._desk), DaysDialog(panel._desk)):
        qtbot.addWidget(dialog)
        dialog.show()
        assert grab(dialog, f"rounds-{type(dialog).__name__}-{name}").exists()


def test_the_head_bar_shows_each_round_over_its_own_denominator(qtbot: QtBot, desk: Desk) -> None:
    head = HeadBar(desk)
    qtbot.addWidget(head)
    head.resize(1366, 56)
    head.show()
    said = [
        figure.text for figure in (*head.earlier.values(), head.this_round) if figure.isVisible()
    ]
    assert said == ["Tự chấm 26,00 / 29,5", "Lần 1 21,00 / 29,5", "Vòng này 8,75 / 11"]
    desk.switch(SHEET, Round.SELF)
    assert not any(figure.isVisible() for figure in head.earlier.values())


def test_an_open_item_of_the_status_bar_leads_to_the_sheet(window: MainWindow) -> None:
    window.menus.actions["rounds"].trigger()
    rooms.opened(window).view.status.went.emit("2.1")
    assert rooms.score_of(window).view == "sheet"
