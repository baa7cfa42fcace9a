"""Adding units by a pasted list, and what a merger shows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.screens import WindowsSeen
from tests.ui.units_place import GROUP, go, page_on, unit_of, units_desk
from ui.units.dialogs import AddUnitsDialog, MergeDialog


def test_a_merged_unit_shows_without_a_window_of_its_own(qtbot: QtBot, qapp: QApplication) -> None:
    page = page_on(qtbot, units_desk())
    seen = WindowsSeen(qapp)
    go(page, "Sở Tài chính")
    seen.stop()
    assert (page.side.info.relatives.isVisible(), seen.names) == (True, [])


def test_selected_units_are_ticked_in_sight_and_want_the_unit_that_takes_over(
    qtbot: QtBot,
) -> None:
    page = page_on(qtbot, units_desk())
    go(page, "Sở Y tế")
    page.bar.merge_asked.emit()
    dialog = page.dialog
    assert isinstance(dialog, MergeDialog)
    first = dialog.sources.item(0)
    assert (first.text(), first.checkState()) == ("Sở Y tế", Qt.CheckState.Checked)
    assert dialog.moves.text() == "Chưa có đơn vị tiếp nhận."


def test_pasted_units_say_what_stands_already(qtbot: QtBot) -> None:
    desk = units_desk()
    page = page_on(qtbot, desk)
    page.bar.add_asked.emit()
    dialog = page.dialog
    assert isinstance(dialog, AddUnitsDialog)
    assert dialog.scored.isChecked()
    dialog.names.setPlainText("Sở Mới\nsở y tế\n\nSở Mới\nSở Khác")
    assert dialog.read.text() == f"2 đơn vị mới vào nhóm {GROUP}; 1 đã có: sở y tế"
    dialog.names.setPlainText("Xã A\tXã, phường, thị trấn\nXã B\tNhóm khác")
    dialog.go.click()
    assert "nhiều nhóm" in dialog.refusal.text()
    dialog.names.setPlainText("Xã A\tXã, phường, thị trấn\nXã B")
    dialog.scored.setChecked(False)
    dialog.go.click()
    assert unit_of(desk, "Xã B").group == unit_of(desk, "Xã số 1").group
    assert unit_of(desk, "Xã A").id not in {s.unit for s in desk.state.sheets.values()}


@pytest.mark.parametrize(
    ("copied", "shown"),
    [
        ("Sở Mới\r\nSở Khác\r\n", "Sở Mới\nSở Khác"),
        ("một chữ chép nhầm", ""),
        ("x" * 300 + "\ny", ""),
    ],
)
def test_the_paste_button_takes_a_copied_list(qtbot: QtBot, copied: str, shown: str) -> None:
    page = page_on(qtbot, units_desk())
    QGuiApplication.clipboard().setText(copied)
    page.bar.paste.click()
    QGuiApplication.clipboard().clear()
    dialog = page.dialog
    assert isinstance(dialog, AddUnitsDialog)
    assert dialog.names.toPlainText() == shown


def test_a_pasted_list_adds_what_is_new_as_it_said(qtbot: QtBot) -> None:
    desk = units_desk()
    page = page_on(qtbot, desk)
    before = len(desk.state.sheets_of(desk.assessment))
    page.bar.add_asked.emit()
    dialog = page.dialog
    assert isinstance(dialog, AddUnitsDialog)
    dialog.names.setPlainText("sở y tế\nSở Mới")
    dialog.go.click()
    assert (dialog.isVisible(), unit_of(desk, "Sở Mới").name) == (False, "Sở Mới")
    assert len(desk.state.sheets_of(desk.assessment)) == before + 1


def test_a_dialog_grows_with_what_it_says(qtbot: QtBot) -> None:
    desk = units_desk()
    page = page_on(qtbot, desk)
    page.bar.add_asked.emit()
    dialog = page.dialog
    assert isinstance(dialog, AddUnitsDialog)
    dialog.names.setPlainText("sở y tế")
    dialog.go.click()
    assert "đã có" in dialog.refusal.text()
    qtbot.waitUntil(lambda: dialog.names.geometry().bottom() < dialog.read.geometry().top())
