"""The view of units: groups at the left, the units of one in the middle, one at the right."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cchc_desktop.commands.exemptions import LeaveOut
from cchc_desktop.commands.mergers import MergeUnits
from cchc_desktop.commands.unit_book import EditUnit, RecordUnits
from cchc_desktop.domain.marks import Round
from tests.memory_store import MemoryStore
from tests.ui.screens import grab
from tests.ui.units_place import DAY, GROUP, go, page_on, unit_of, units_desk, view_on
from ui.shared import theme
from ui.shared.labels import ElidedLabel
from ui.shared.workplace import WidthClass
from ui.units.dialogs import (
    EnterUnitsDialog,
    MergeDialog,
    RenameGroupDialog,
    SplitDialog,
)
from ui.units.left_out import LeaveOutDialog
from ui.units.page import UnitsPage
from ui.units.side import INFO, LEFT_OUT, UnitDialog
from ui.units.table_model import Column


def cells(page: UnitsPage, column: Column) -> list[str]:
    model = page.model
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def type_into(field: object, text: str) -> None:
    field.setText(text)  # type: ignore[attr-defined]  # a line edit
    field.take()  # type: ignore[attr-defined]


def test_groups_and_lists_stand_at_the_left_with_how_many(qtbot: QtBot) -> None:
    _, view = view_on(qtbot, units_desk())
    found = [(each.label, each.count) for each in view.contents.entries]
    assert ("Đơn vị được chấm", None) in found
    assert (GROUP, 17) in found
    assert ("Xã, phường, thị trấn", 12) in found
    assert ("Hội đồng đánh giá", 11) in found
    assert view.units.model.rowCount() == 17


def test_a_line_of_the_list_leads_to_its_page(qtbot: QtBot) -> None:
    _, view = view_on(qtbot, units_desk())
    view.contents.choose("council")
    assert view.page is not view.units
    view.contents.choose("group:ban")
    assert view.page is view.units
    assert view.units.model.rowCount() == 3
    assert view.units.title == "Ban, ngành"


def test_the_table_says_validity_and_what_does_not_apply(qtbot: QtBot) -> None:
    page = page_on(qtbot, units_desk())
    assert "đến 28/02/2025" in cells(page, Column.VALIDITY)
    assert cells(page, Column.LEFT_OUT)[7] == "1"
    assert cells(page, Column.SHORT)[1] == "Nội vụ"
    at = page.model.index(4, Column.RELATED)
    assert at.data(Qt.ItemDataRole.ToolTipRole) == "Nhận từ Sở Kế hoạch và Đầu tư"


def test_units_are_found_without_accents(qtbot: QtBot) -> None:
    page = page_on(qtbot, units_desk())
    page.bar.search.setText("dau tu")
    assert cells(page, Column.NAME) == ["Sở Kế hoạch và Đầu tư"]
    assert page.count.text() == "1 / 17 đơn vị"
    assert page.side.name.text() == "Sở Kế hoạch và Đầu tư"
    page.bar.search.setText("zz")
    assert page.unit is None
    page.bar.search.clear()
    assert page.model.rowCount() == 17


def test_a_field_of_a_unit_is_one_step(qtbot: QtBot) -> None:
    desk = units_desk()
    page = page_on(qtbot, desk)
    go(page, "Sở Y tế")
    type_into(page.side.info.short, "Y tế")
    type_into(page.side.info.ends, "28/02/2025")
    unit = unit_of(desk, "Sở Y tế")
    assert (unit.short_name, unit.ends_on) == ("Y tế", date(2025, 2, 28))
    assert "28/02/2025" in cells(page, Column.VALIDITY)[page.model.place_of(unit.id)]
    desk.undo()
    assert unit_of(desk, "Sở Y tế").ends_on is None
    assert page.side.info.ends.text() == ""


def test_what_cannot_be_taken_is_said_beside_the_field(qtbot: QtBot) -> None:
    desk = units_desk()
    page = page_on(qtbot, desk)
    go(page, "Sở Y tế")
    info = page.side.info
    type_into(info.ends, "hôm qua")
    assert info.trouble.text()
    type_into(info.ends, "")
    type_into(info.name, "Sở Nội vụ")
    assert "đã có đơn vị" in info.trouble.text()
    assert unit_of(desk, "Sở Y tế").short_name == ""
    type_into(info.name, "Sở Y tế tỉnh")
    assert info.trouble.isHidden()
    assert page.side.name.text() == "Sở Y tế tỉnh"


def test_both_units_of_one_name_say_so(qtbot: QtBot) -> None:
    desk = units_desk()
    desk.run(RecordUnits("Khác", ("Sở Y tế",)))
    page = page_on(qtbot, desk)
    go(page, "Sở Y tế")
    assert "hai đơn vị" in page.side.info.finding.text()
    assert not page.side.info.note.isHidden()
    assert "hai đơn vị" in page.findings.text()
    go(page, "Sở Nội vụ")
    assert page.side.info.note.isHidden()


def test_a_unit_moves_to_another_group(qtbot: QtBot) -> None:
    desk = units_desk()
    page = page_on(qtbot, desk)
    go(page, "Sở Y tế")
    info = page.side.info
    info.group.setCurrentIndex(info.group.findData("ban"))
    info.group.activated.emit(info.group.currentIndex())
    assert unit_of(desk, "Sở Y tế").group == "ban"
    assert page.model.rowCount() == 16


def test_relatives_are_said_never_added_and_can_be_unlinked(qtbot: QtBot) -> None:
    desk = units_desk()
    page = page_on(qtbot, desk)
    go(page, "Sở Tài chính")
    assert not page.side.info.relatives.isHidden()
    page.side.info.unit_asked.emit(unit_of(desk, "Sở Kế hoạch và Đầu tư").id)
    assert page.side.name.text() == "Sở Kế hoạch và Đầu tư"
    assert not page.side.info.merge.isEnabled()
    ids = [unit_of(desk, n).id for n in ("Sở Kế hoạch và Đầu tư", "Sở Tài chính")]
    page.side.info.relatives.unlink_asked.emit(*ids)
    assert unit_of(desk, "Sở Kế hoạch và Đầu tư").ends_on is None
    assert page.side.info.relatives.isHidden()


def test_merging_says_what_is_handed_on_and_is_one_step(qtbot: QtBot) -> None:
    desk = units_desk()
    page = page_on(qtbot, desk)
    go(page, "Sở Y tế")
    page.side.info.merge_asked.emit()
    dialog = page.dialog
    assert isinstance(dialog, MergeDialog)
    assert dialog.moves.text() == "Chưa chọn đơn vị nào để gộp."
    dialog.sources.tick(unit_of(desk, "Sở Công Thương").id)
    dialog.on.setText("01/03/2025")
    assert dialog.moves.text() == "không có gì phải chuyển"
    grab(dialog, "don-vi-gop")
    dialog.go.click()
    assert unit_of(desk, "Sở Công Thương").successors == (unit_of(desk, "Sở Y tế").id,)
    desk.undo()
    assert unit_of(desk, "Sở Công Thương").successors == ()


def test_a_relative_in_another_group_is_gone_to_with_its_line(qtbot: QtBot) -> None:
    desk = units_desk()
    tax, health = unit_of(desk, "Cục Thuế tỉnh"), unit_of(desk, "Sở Y tế")
    desk.run(MergeUnits((tax.id,), date(2021, 1, 1), health.id))
    _, view = view_on(qtbot, desk)
    view.show_page("group:so")
    view.units.side.info.unit_asked.emit(tax.id)
    assert view.contents.current == "ended"
    assert view.units.side.name.text() == "Cục Thuế tỉnh"
    view.units.side.info.unit_asked.emit(health.id)
    assert view.contents.current == "group:so"


def test_splitting_makes_the_parts(qtbot: QtBot) -> None:
    desk = units_desk()
    page = page_on(qtbot, desk)
    go(page, "Sở Y tế")
    page.bar.split_asked.emit()
    dialog = page.dialog
    assert isinstance(dialog, SplitDialog)
    dialog.names.setPlainText("Sở Một\nSở Hai")
    dialog.on.setText("")
    dialog.go.click()
    assert "ngày tách" in dialog.refusal.text()
    dialog.on.setText("01/03/2025")
    dialog.go.click()
    assert unit_of(desk, "Sở Một").starts_on == DAY


def test_only_units_of_the_year_are_offered_to_an_assessment(qtbot: QtBot) -> None:
    desk = units_desk()
    early = unit_of(desk, "Xã số 1")
    group = desk.state.rows["unit_group"][early.group].name
    desk.run(EditUnit(early.id, early.name, group, "", date(2023, 1, 1)))
    page = page_on(qtbot, desk)
    page.show_group(early.group)
    page.refresh()
    assert set(cells(page, Column.LEFT_OUT)) == {"ngoài đợt"}
    page.bar.enter_asked.emit()
    dialog = page.dialog
    assert isinstance(dialog, EnterUnitsDialog)
    assert dialog.choices.count() == 11
    dialog.choices.tick(unit_of(desk, "Xã số 2").id)
    dialog.go.click()
    assert cells(page, Column.LEFT_OUT).count("–") == 1


def test_what_does_not_apply_is_listed_with_its_reason(qtbot: QtBot) -> None:
    desk = units_desk()
    page = page_on(qtbot, desk)
    go(page, "Sở Y tế")
    page.side.tabs.setCurrentIndex(LEFT_OUT)
    page.side.left_out.ask()
    dialog = page.side.left_out.dialog
    assert isinstance(dialog, LeaveOutDialog)
    dialog.ticks.search.setText("tieu chi 6")
    dialog.ticks.tick("6.1")
    dialog.ticks.tick("6.2")
    dialog.reason.setText("Thông báo 12/TB-HĐ")
    dialog.go.click()
    sheet = page.model.sheet_of(unit_of(desk, "Sở Y tế").id)
    mark = desk.state.cell(sheet).mark("6.1", Round.SHEET)
    assert mark is not None
    assert mark.note == "Thông báo 12/TB-HĐ"
    assert page.side.tabs.tabText(LEFT_OUT) == "Không áp dụng (2)"
    told = {each.text() for each in page.side.left_out.findChildren(ElidedLabel)}
    assert "Thông báo 12/TB-HĐ" in told
    assert "Chưa ghi lý do" not in told
    grab(page.window(), "don-vi-khong-ap-dung")


def test_a_scored_unit_is_not_dropped_and_an_empty_group_goes(qtbot: QtBot) -> None:
    desk = units_desk()
    page = page_on(qtbot, desk)
    said: list[str] = []
    desk.failed.connect(lambda error, _retry: said.append(error.sentence))
    go(page, "Sở Y tế")
    page.bar.drop_asked.emit()
    assert "kết quả chấm" in said[-1]
    page.show_group(unit_of(desk, "Xã số 1").group)
    page.refresh()
    page.table.selectAll()
    page.bar.drop_asked.emit()
    assert page.model.rowCount() == 0
    assert page.first.isVisible()
    assert page.side.isHidden()
    grab(page.window(), "don-vi-nhom-trong")
    page.bar.group_asked.emit()
    dialog = page.dialog
    assert isinstance(dialog, RenameGroupDialog)
    dialog.name.setText("Xã")
    dialog.go.click()
    page.bar.group_dropped.emit()
    assert "Xã" not in {each.name for each in desk.state.rows["unit_group"].values()}


def test_the_view_of_units_in_three_sizes_and_two_themes(qtbot: QtBot) -> None:
    desk = units_desk()
    desk.run(LeaveOut("s0001", ("6", "7.1"), "Không có chức năng"))
    page = page_on(qtbot, desk)
    go(page, "Sở Tài chính")
    page.side.tabs.setCurrentIndex(INFO)
    place = page.window()
    for width, height in ((1278, 640), (1832, 980)):
        place.resize(width, height)
        grab(place, f"don-vi-{width}")
    page.bar.search.setFocus()
    theme.use("dark")
    QApplication.processEvents()
    grab(place, "don-vi-toi")
    theme.use("light")
    place.resize(823, 440)
    page.set_width_class(WidthClass.NARROW)
    grab(place, "don-vi-hep")
    assert page.side.isHidden()
    page.table.opened.emit()
    dialog = page.dialog
    assert isinstance(dialog, UnitDialog)
    type_into(dialog.side.info.short, "TC")
    assert unit_of(desk, "Sở Tài chính").short_name == "TC"
    grab(dialog, "don-vi-hop-thoai")
    dialog.accept()
    page.set_width_class(WidthClass.MEDIUM)
    page.table.opened.emit()
    assert place.focusWidget() is page.side.info.name


def test_units_of_other_groups_can_be_merged_too(qtbot: QtBot) -> None:
    desk = units_desk()
    page = page_on(qtbot, desk)
    go(page, "Sở Y tế")
    page.ask_merge()
    dialog = page.dialog
    assert isinstance(dialog, MergeDialog)
    assert dialog.sources.ticked == (unit_of(desk, "Sở Y tế").id,)
    names = [dialog.target.itemText(n) for n in range(dialog.target.count())]
    assert "Cục Thuế tỉnh (Ban, ngành)" in names
    assert "Sở Kế hoạch và Đầu tư" not in names  # merged away already
    dialog.name.setText("Sở Y tế và Bảo hiểm xã hội")
    dialog.sources.tick(unit_of(desk, "Bảo hiểm xã hội tỉnh").id)
    dialog.on.setText("01/03/2025")
    dialog.go.click()
    new = unit_of(desk, "Sở Y tế và Bảo hiểm xã hội")
    assert unit_of(desk, "Bảo hiểm xã hội tỉnh").successors == (new.id,)


def test_nothing_can_be_changed_where_the_file_is_read_only(qtbot: QtBot) -> None:
    desk = units_desk()
    store = desk.session.store
    assert isinstance(store, MemoryStore)
    store.read_only_reason = "Tệp đang mở ở máy khác."
    page = page_on(qtbot, desk)
    go(page, "Sở Tài chính")
    buttons = (page.bar.add, page.bar.merge, page.bar.drop, page.bar.paste, page.bar.more)
    assert not any(button.isEnabled() for button in buttons)
    assert page.side.info.name.isReadOnly()
    assert not page.side.info.group.isEnabled()
    assert not page.side.info.merge.isEnabled()
    assert not page.side.left_out.add.isEnabled()
    store.read_only_reason = ""
