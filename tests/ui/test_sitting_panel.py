"""Phiên họp: the list of sittings, the table of items, the facts, the minutes as a file."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from cchc_desktop.commands.marks import SetPoints
from cchc_desktop.commands.people import AddPeople
from cchc_desktop.commands.units import AddUnits
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.people import Body
from cchc_desktop.domain.people_lines import PersonRow
from cchc_desktop.domain.sittings import Ruling
from cchc_desktop.session import Session
from tests.memory_store import MemoryStore
from tests.rounds_dossier import ASSESSMENT, SHEET, clock, place, rounds_session
from tests.sitting_dossier import SITTING, decide, item_of, noon
from tests.ui.sitting_place import a_stage, sitting_desk
from ui.shared.desk import Desk
from ui.shared.fields import NumberField
from ui.shared.jobs import board
from ui.shared.workplace import WidthClass
from ui.sitting.add_dialogs import AddPeopleDialog, ChooseItemsDialog
from ui.sitting.items_model import Column
from ui.sitting.panel import SittingPanel
from ui.window.score_layout import VIEWS
from ui.window.sheet_findings import SheetFindings

D = Decimal


@pytest.fixture
def desk() -> Desk:
    return sitting_desk()


def panel_on(qtbot: QtBot, desk: Desk) -> SittingPanel:
    found = SittingPanel(desk, VIEWS, "sitting", lambda: a_stage(desk), noon)
    qtbot.addWidget(found)
    found.resize(1278, 560)
    found.show()
    found.activateWindow()
    qtbot.waitUntil(found.isActiveWindow)
    found.view.setFocus()
    return found


def cells(panel: SittingPanel, at: int) -> list[str]:
    return [str(panel.model.index(at, column).data()) for column in Column]


def test_items_show_their_points_proposal_decision_and_state(qtbot: QtBot, desk: Desk) -> None:
    decide(desk.session, "1.2", Ruling.ACCEPTED)
    panel = panel_on(qtbot, desk)
    assert cells(panel, 0) == [
        "1.2", "Mức độ hoàn thành kế hoạch CCHC", "Sở Tài nguyên và MT", "2,5", "1,75", "2,5",
        "–", "2,5", "công nhận tự chấm", "",
    ]  # fmt: skip
    assert cells(panel, 1)[6:9] == ["3,25", "–", "chưa quyết định"]
    assert panel.items.words == "đã quyết định 1 / 6"
    spoken = panel.model.index(1, Column.STATE).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Trạng thái: chưa quyết định"
    across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    assert panel.model.headerData(Column.STATE, across) == "Trạng thái"
    assert panel.model.headerData(Column.STATE, down) is None
    assert panel.view.isColumnHidden(Column.SECOND)
    assert panel.view.isColumnHidden(Column.UNIT)
    entry = panel.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert entry == "Phiên họp 24/02/2023, Thẩm định lần 2, đã quyết 1 trên 6"
    desk.run(SetPoints(place("1.2"), D(1)))
    assert cells(panel, 0)[8] == "đã sửa sau phiên họp"
    assert panel.items.words.endswith(", 1 điểm đã sửa sau")
    tip = panel.model.index(0, Column.STATE).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "Phiên họp quyết 2,5, điểm hiện nay 1,0."
    assert any(each.kind.value == "decision_changed" for each in SheetFindings(desk).all)


def test_an_empty_dossier_offers_the_first_sitting(qtbot: QtBot) -> None:
    session = rounds_session()
    council = (PersonRow("Ngô Văn Ẩn", "Phó Chủ tịch UBND", "Chủ tịch"), PersonRow("B"))
    session.run(AddPeople(ASSESSMENT, Body.COUNCIL, council))
    desk = Desk(session)
    panel = panel_on(qtbot, desk)
    assert panel._pages.currentIndex() == 1
    panel.setFocus()
    assert panel._first.hasFocus()
    panel._first.click()
    made = panel.record
    assert made is not None
    assert (made.held_on, made.round, made.chair) == (
        date(2023, 2, 24), Round.SECOND, "Ngô Văn Ẩn",
    )  # fmt: skip
    assert len(made.attendees) == 2
    assert not panel._project.isEnabled()
    panel.project()
    assert panel.projector is None
    panel.items.undecided.click()
    assert len(panel.model.rows) == 6
    panel.acts.remove_items()
    panel.items.undecided.click()
    assert desk.session.undo_title == "đưa 1 tiêu chí vào phiên họp"
    told: list[CchcError] = []
    desk.failed.connect(lambda error, _retry: told.append(error))
    panel.items.undecided.click()
    assert told[-1].sentence == "Không có tiêu chí nào để đưa thêm vào phiên họp."


def test_without_any_assessment_nothing_is_offered(qtbot: QtBot) -> None:
    panel = panel_on(qtbot, Desk(Session(MemoryStore(), clock)))
    panel.call()
    panel.take_undecided()
    panel.take(("x",))
    panel.choose_items()
    assert panel.record is None


def test_facts_are_taken_as_they_are_typed_and_join_into_steps(qtbot: QtBot, desk: Desk) -> None:
    panel = panel_on(qtbot, desk)
    editor = panel.editor
    editor.day.setText("25/2/2023")
    editor.day.take()
    editor.texts["place"].setText("Phòng họp số 3")
    editor.texts["place"].take()
    editor.note.setPlainText("Kết luận")
    editor.note.take()
    sitting = desk.state.sittings[SITTING]
    assert (sitting.held_on, sitting.place, sitting.note) == (
        date(2023, 2, 25), "Phòng họp số 3", "Kết luận",
    )  # fmt: skip
    assert panel.list.item(0).data(Qt.ItemDataRole.UserRole).name == "Phiên họp 25/02/2023"
    desk.undo()
    assert desk.state.sittings[SITTING].note != "Kết luận"
    editor.day.setText("32/1/2023")
    editor.day.take()
    assert "32/1/2023" in editor.refusal
    assert desk.state.sittings[SITTING].held_on == date(2023, 2, 25)


def test_people_are_ticked_added_and_dropped(qtbot: QtBot, desk: Desk) -> None:
    panel = panel_on(qtbot, desk)
    people = panel.editor.people
    assert people.item(2).checkState() is Qt.CheckState.Unchecked
    people.item(2).setCheckState(Qt.CheckState.Checked)
    assert desk.state.sittings[SITTING].absent == ()
    people.setCurrentRow(1)
    panel.editor._bin.click()
    names = [each.name for each in desk.state.sittings[SITTING].attendees]
    assert names == ["Ngô Văn Ẩn", "Đỗ Minh Ước", "Trần Thị Hoa"]
    told: list[CchcError] = []
    desk.failed.connect(lambda error, _retry: told.append(error))
    panel.editor._council.click()
    assert told[-1].sentence == "Danh sách Hội đồng không có ai để thêm."
    desk.run(AddPeople(ASSESSMENT, Body.COUNCIL, (PersonRow("Vũ Ỷ", "Giám đốc", "Ủy viên"),)))
    panel.editor._council.click()
    assert desk.state.sittings[SITTING].attendees[-1].name == "Vũ Ỷ"
    dialog = AddPeopleDialog(desk, desk.state.sittings[SITTING])
    qtbot.addWidget(dialog)
    dialog.go.click()
    assert dialog.refusal.text().startswith("Chưa có họ tên nào.")
    dialog.lines.setPlainText("12\nHà Văn C; Chuyên viên")
    dialog.go.click()
    assert dialog.refusal.text().startswith("Dòng 1:")
    dialog.lines.setPlainText("Hà Văn C; Chuyên viên")
    dialog.go.click()
    assert desk.state.sittings[SITTING].attendees[-1].post == "Chuyên viên"


def test_the_round_changes_until_something_is_decided(qtbot: QtBot, desk: Desk) -> None:
    panel = panel_on(qtbot, desk)
    combo = panel.editor.round
    combo.setCurrentIndex(combo.findData(Round.PUBLISHED))
    combo.activated.emit(combo.currentIndex())
    assert desk.state.sittings[SITTING].round is Round.PUBLISHED
    assert not panel.view.isColumnHidden(Column.SECOND)
    desk.undo()
    decide(desk.session, "2.1", Ruling.KEPT)
    combo.setCurrentIndex(combo.findData(Round.PUBLISHED))
    combo.activated.emit(combo.currentIndex())
    assert desk.state.sittings[SITTING].round is Round.SECOND
    assert combo.currentData() == Round.SECOND


def test_items_move_go_and_are_decided_by_key(qtbot: QtBot, desk: Desk) -> None:
    panel = panel_on(qtbot, desk)
    panel.view.go(item_of(desk.session, "2.1").id)
    panel.acts.move(-1)
    assert [row.criterion.id for row in panel.model.rows][:2] == ["2.1", "1.2"]
    panel.acts.move(-1)
    panel.acts.move(1)
    assert panel.view.current == item_of(desk.session, "2.1").id
    QTest.keyClick(panel.view, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert item_of(desk.session, "2.1").ruling is Ruling.KEPT
    menu = panel.menu()
    next(each for each in menu.actions() if each.text().startswith("Bỏ quyết định")).trigger()
    assert item_of(desk.session, "2.1").ruling is None
    QTest.keyClick(panel.view, Qt.Key.Key_Delete)
    assert len(panel.model.rows) == 5
    gone = next(each for each in menu.actions() if each.text().startswith("Bỏ phiên họp"))
    gone.trigger()
    assert panel.record is None
    menu.deleteLater()


def test_the_menu_takes_every_unit_and_leads_to_the_sheet(qtbot: QtBot, desk: Desk) -> None:
    desk.run(AddUnits(ASSESSMENT, "", ("Sở Y tế",)))
    panel = panel_on(qtbot, desk)
    menu = panel.menu()
    every = menu.actions()[0]
    assert every.isEnabled()
    every.trigger()
    assert panel.model.has_units
    assert len({row.unit for row in panel.model.rows}) == 2
    assert not panel.view.isColumnHidden(Column.UNIT)
    panel.view.go(panel.model.rows[-1].item.id)
    with qtbot.waitSignal(panel.view_chosen):
        next(a for a in menu.actions() if a.text() == "Đến bảng chấm điểm").trigger()
    assert desk.sheet != SHEET
    menu.deleteLater()


def edit(panel: SittingPanel, column: Column, text: str) -> None:
    delegate = panel.view.itemDelegate()
    index: QModelIndex = panel.model.index(1, column)
    editor = delegate.createEditor(panel.view.viewport(), QStyleOptionViewItem(), index)
    assert isinstance(editor, QLineEdit)
    delegate.setEditorData(editor, index)
    editor.setText(text)
    if isinstance(editor, NumberField):
        editor.textEdited.emit(text)
    delegate.setModelData(editor, panel.model, index)
    editor.deleteLater()


def test_proposal_and_note_are_typed_in_the_table(qtbot: QtBot, desk: Desk) -> None:
    panel = panel_on(qtbot, desk)
    edit(panel, Column.PROPOSED, "3,5")
    assert item_of(desk.session, "2.1").proposed == D("3.5")
    edit(panel, Column.PROPOSED, "9")
    assert item_of(desk.session, "2.1").proposed == D("3.5")
    edit(panel, Column.NOTE, "xem lại")
    assert item_of(desk.session, "2.1").note == "xem lại"


def test_the_note_of_the_current_item_stands_below_the_table(qtbot: QtBot, desk: Desk) -> None:
    panel = panel_on(qtbot, desk)
    panel.view.go(item_of(desk.session, "2.1").id)
    assert desk.criterion == "2.1"
    panel.items.note.setText("ý kiến")
    panel.view.go(item_of(desk.session, "3.2").id)
    assert item_of(desk.session, "2.1").note == "ý kiến"
    assert panel.items.note.text() == ""


def test_criteria_are_chosen_by_hand(qtbot: QtBot, desk: Desk) -> None:
    dialog = ChooseItemsDialog(desk, desk.state.sittings[SITTING])
    qtbot.addWidget(dialog)
    codes = [dialog.list.item(at).text().split()[0] for at in range(dialog.list.count())]
    assert codes == ["1.1", "1.3", "1.5", "3.1", "6.1"]
    dialog.filter.setText("cong khai")
    dialog.filter.textEdited.emit("cong khai")
    hidden = [dialog.list.isRowHidden(at) for at in range(dialog.list.count())]
    assert hidden == [True, True, True, False, True]
    dialog.list.item(3).setCheckState(Qt.CheckState.Checked)
    assert dialog.go.accessibleName() == "Đưa vào 1"
    dialog.list.item(3).setCheckState(Qt.CheckState.Unchecked)
    dialog.go.click()
    assert dialog.refusal.text().startswith("Không có tiêu chí nào")
    dialog.list.item(3).setCheckState(Qt.CheckState.Checked)
    dialog.go.click()
    assert item_of(desk.session, "3.1").proposed == D("2.5")


def test_the_minutes_are_written_beside_the_dossier(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = panel_on(qtbot, desk)
    asked: list[str] = []

    def answer(_parent: object, _title: str, proposed: str, _kinds: str) -> tuple[str, str]:
        asked.append(Path(proposed).name)
        return (str(tmp_path / "bien-ban"), "") if len(asked) > 1 else ("", "")

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    panel.acts.save_minutes()
    assert not board.running
    panel.acts.save_minutes()
    qtbot.waitUntil(lambda: not board.running, timeout=30_000)
    assert asked == ["Bien-ban-phien-hop-2023-02-24.pdf"] * 2
    assert (tmp_path / "bien-ban.pdf").read_bytes().startswith(b"%PDF")


def test_a_narrow_window_shows_table_or_facts(qtbot: QtBot, desk: Desk) -> None:
    panel = panel_on(qtbot, desk)
    panel.set_width_class(WidthClass.NARROW)
    assert panel.editor.isHidden()
    panel._facts.click()
    assert panel.editor.isVisible()
    assert panel.items.isHidden()
    panel.set_width_class(WidthClass.WIDE)
    assert panel.items.isVisible()
    assert not panel.view.isColumnHidden(Column.NOTE)


def test_a_dossier_that_is_only_read_offers_nothing_to_change(qtbot: QtBot) -> None:
    desk = sitting_desk()
    store = desk.session.store
    assert isinstance(store, MemoryStore)
    store.read_only_reason = "chỉ đọc"
    panel = panel_on(qtbot, desk)
    for button in (panel._new, panel.items.undecided, panel.items.choice):
        assert not button.isEnabled()
    assert panel.editor.day.isReadOnly()
    index = panel.model.index(0, Column.NOTE)
    assert not panel.model.flags(index) & Qt.ItemFlag.ItemIsEditable
    assert panel._minutes.isEnabled()


def test_another_sitting_and_another_place_follow(qtbot: QtBot, desk: Desk) -> None:
    panel = panel_on(qtbot, desk)
    panel.call()
    assert panel.sitting != SITTING
    row = next(
        at for at in range(panel.list.count())
        if panel.list.item(at).data(Qt.ItemDataRole.UserRole).id == SITTING
    )  # fmt: skip
    panel.list.setCurrentRow(row)
    assert panel.sitting == SITTING
    panel.hide()
    decide(desk.session, "2.1", Ruling.KEPT)
    assert panel.items.words == "đã quyết định 0 / 6"
    panel.show()
    assert panel.items.words == "đã quyết định 1 / 6"
