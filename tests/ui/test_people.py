"""Lists of people: added, pasted, edited beside the list, ordered, taken away."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cchc_desktop.commands.people import RemovePeople
from cchc_desktop.commands.sets import CopyAssessment
from cchc_desktop.domain.appraisal import assignments_of, people_of, who_appraises
from cchc_desktop.domain.people import Body
from tests.memory_store import MemoryStore
from tests.sample_session import ASSESSMENT, node
from tests.ui.people_place import hold_sitting, people_desk
from tests.ui.score_desk import kinds_desk, sample_desk
from tests.ui.screens import grab
from ui.people.ask import AddPersonDialog, CopyPeopleDialog, DecisionDialog, PastePeopleDialog
from ui.people.choose_parts import ChooseAppraiserDialog, ChoosePartsDialog
from ui.people.list_page import PeoplePage
from ui.people.pages import pages
from ui.people.particulars import EditPersonDialog
from ui.people.parts_page import PartsPage
from ui.shared import theme
from ui.shared.desk import Desk
from ui.shared.workplace import WidthClass


def page_on(qtbot: QtBot, desk: Desk, body: Body = Body.COUNCIL, width: int = 1074) -> PeoplePage:
    page = PeoplePage(desk, body)
    qtbot.addWidget(page)
    page.resize(width, 544)
    page.show()
    return page


def parts_on(qtbot: QtBot, desk: Desk, width: int = 1074) -> PartsPage:
    page = PartsPage(desk)
    qtbot.addWidget(page)
    page.resize(width, 544)
    page.show()
    return page


def is_empty(page: PeoplePage) -> bool:
    return page.is_empty


def names(desk: Desk, body: Body = Body.COUNCIL) -> list[str]:
    return [each.name for each in people_of(desk.state, ASSESSMENT, body)]


def test_an_empty_list_asks_for_people_and_takes_one(qtbot: QtBot) -> None:
    desk = sample_desk()
    page = page_on(qtbot, desk)
    assert is_empty(page)
    assert not page.side.isVisible()
    page.first.click()
    assert isinstance(page.dialog, AddPersonDialog)
    page.dialog.go.click()
    assert not page.dialog.refusal.isHidden()
    page.dialog.name.setText("Nguyễn Văn A")
    page.dialog.role.setText("Chủ tịch")
    QTest.keyClick(page.dialog.role, Qt.Key.Key_Return)
    assert names(desk) == ["Nguyễn Văn A"]
    assert not is_empty(page)
    assert page.side.isVisible()
    desk.undo()
    assert is_empty(page)


def test_a_pasted_list_is_shown_before_it_is_taken(qtbot: QtBot) -> None:
    QGuiApplication.clipboard().clear()  # a copied table would stand in the dialog already
    desk = people_desk()
    page = page_on(qtbot, desk, Body.SECRETARIES)
    page.first_paste.click()
    dialog = page.dialog
    assert isinstance(dialog, PastePeopleDialog)
    assert not dialog.go.isEnabled()
    dialog.lines.setPlainText("TT\tHọ tên\n1\tHà Thị Ổn\tChuyên viên\n2\tHà Thị Ổn\n3\n4\n5\n")
    assert dialog.read.text() == "Đọc được 1 người"
    assert dialog.preview.rowCount() == 1
    assert "và 1 dòng khác" in dialog.refusal.text()
    dialog.go.click()
    assert names(desk, Body.SECRETARIES) == ["Hà Thị Ổn"]


def test_a_copied_table_is_offered_and_other_words_are_not(qtbot: QtBot) -> None:
    page = page_on(qtbot, people_desk())
    for copied, offered in (("Một đoạn văn\nkhác", ""), ("1\tHà Ổn\tX", "1\tHà Ổn\tX")):
        QGuiApplication.clipboard().setText(copied)
        page.paste.click()
        assert isinstance(page.dialog, PastePeopleDialog)
        assert page.dialog.lines.toPlainText() == offered
        page.dialog.reject()
    QGuiApplication.clipboard().clear()


def test_particulars_are_taken_field_by_field_and_typing_on_is_one_step(qtbot: QtBot) -> None:
    desk = people_desk()
    page = page_on(qtbot, desk)
    page.table.go(page.model.keys[1])
    before = desk.session.undo_title
    shown = page.side.particulars
    assert shown is not None
    for text in ("Giám đốc", "Giám đốc Sở Nội vụ tỉnh"):
        shown.fields.post.setText(text)
        shown.fields.post.take()
    assert page.member is not None
    assert page.member.post == "Giám đốc Sở Nội vụ tỉnh"
    desk.undo()
    assert page.member.post == "Giám đốc Sở Nội vụ"
    assert desk.session.undo_title == before
    shown.fields.until.setText("31/02/2023")
    shown.fields.until.take()
    assert not shown.trouble.isHidden()
    shown.fields.until.setText("1.1.2020")
    shown.fields.since.setText("2/1/2020")
    shown.fields.until.take()
    assert "phải sau ngày bắt đầu" in shown.trouble.text()
    assert page.member.until is None


def test_what_is_typed_belongs_to_the_person_it_was_typed_for(qtbot: QtBot) -> None:
    desk = people_desk()
    page = page_on(qtbot, desk)
    first, second = page.model.keys[:2]
    page.table.go(first)
    shown = page.side.particulars
    assert shown is not None
    shown.fields.post.setText("Chức vụ mới")
    page.table.go(second)
    rows = desk.state.rows["council_member"]
    assert rows[first].post == "Chức vụ mới"
    assert rows[second].post == "Giám đốc Sở Nội vụ"
    assert shown.fields.post.text() == "Giám đốc Sở Nội vụ"


def test_people_move_and_go_by_buttons_and_keys(qtbot: QtBot) -> None:
    desk = people_desk()
    page = page_on(qtbot, desk)
    page.table.go(page.model.keys[1])
    page.up.click()
    assert names(desk)[:2] == ["Trần Thị B.", "Nguyễn Văn A."]
    assert not page.up.isEnabled()
    page.down.click()
    page.down.click()
    assert names(desk)[2] == "Trần Thị B."
    assert page.table.current == page.model.keys[2]
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    assert "Trần Thị B." not in names(desk)
    assert page.member is not None
    while page.model.keys:
        page.remove.click()
    assert is_empty(page)


def test_parts_are_given_and_taken_away_beside_the_person(qtbot: QtBot) -> None:
    desk = people_desk()
    page = page_on(qtbot, desk)
    page.table.go(page.model.keys[0])
    page.side.tabs.setCurrentIndex(1)
    page.side.card.add.click()
    dialog = page.dialog
    assert isinstance(dialog, ChoosePartsDialog)
    assert not dialog.go.isEnabled()
    dialog.search.setText("thu tuc")
    visible = [n for n in range(dialog.parts.count()) if not dialog.parts.item(n).isHidden()]
    dialog.parts.item(visible[0]).setCheckState(Qt.CheckState.Checked)
    dialog.go.click()
    assert page.side.tabs.tabText(1) == "Được phân công 1"
    (mine,) = [x for x in assignments_of(desk.state, ASSESSMENT) if x.member == page.table.current]
    page.side.card.remove_asked.emit(mine.id)
    assert page.side.tabs.tabText(1) == "Được phân công"


def test_two_chairmen_are_told_under_the_list(qtbot: QtBot) -> None:
    desk = people_desk()
    page = page_on(qtbot, desk)
    assert page.foot.findings.text() == ""
    page.table.go(page.model.keys[2])
    assert page.side.particulars is not None
    page.side.particulars.fields.role.setText("Chủ tịch")
    page.side.particulars.take()
    assert page.foot.findings.text() == "Hội đồng có 2 Chủ tịch: Nguyễn Văn A., Lê Văn C.."


def test_a_narrow_page_asks_for_particulars_in_a_dialog(qtbot: QtBot) -> None:
    desk = people_desk()
    page = page_on(qtbot, desk, width=660)
    page.set_width_class(WidthClass.NARROW)
    assert not page.side.isVisible()
    page.table.go(page.model.keys[0])
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert isinstance(page.dialog, EditPersonDialog)
    page.dialog.fields.name.setText("Nguyễn Văn Ẩn")
    page.dialog.go.click()
    assert names(desk)[0] == "Nguyễn Văn Ẩn"
    page.set_width_class(WidthClass.MEDIUM)
    page.dialog = None
    page.side.tabs.setCurrentIndex(1)
    page.ask_particulars()
    assert (page.dialog, page.side.tabs.currentIndex()) == (None, 0)
    assert page.side.particulars is not None
    assert page.window().focusWidget() is page.side.particulars.fields.name


def test_a_decision_is_written_to_the_whole_list(qtbot: QtBot) -> None:
    desk = people_desk()
    page = page_on(qtbot, desk)
    page.decision.click()
    assert isinstance(page.dialog, DecisionDialog)
    assert page.dialog.number.text() == "1301/QĐ-UBND"
    page.dialog.number.setText("77/QĐ-UBND")
    page.dialog.day.setText("5.1.2023")
    QTest.keyClick(page.dialog.day, Qt.Key.Key_Return)
    decisions = {each.decision for each in people_of(desk.state, ASSESSMENT, Body.COUNCIL)}
    assert decisions == {"1301/QĐ-UBND", "77/QĐ-UBND"}  # who has left keeps the old one


def test_who_came_to_the_last_sitting_stands_beside_the_council(qtbot: QtBot) -> None:
    desk = people_desk()
    page = page_on(qtbot, desk)
    assert page.table.isColumnHidden(4)
    hold_sitting(desk)
    assert page.foot.total.text() == "7 người, 5 có mặt phiên 24/02/2023"
    assert page.model.index(2, 4).data() == "vắng"
    assert not page.table.isColumnHidden(4)
    page.side.tabs.setCurrentIndex(2)
    assert page.side.tabs.tabText(2) == "Phiên họp 1"
    assert page.side.sittings.index(0, 0).data() == "24/02/2023"
    page.table.go(page.model.keys[3])
    grab(page, "people-council-sitting")
    assert page_on(qtbot, desk, Body.APPRAISERS).table.isColumnHidden(4)


def test_lists_come_from_another_year(qtbot: QtBot) -> None:
    desk = people_desk()
    assert not page_on(qtbot, desk).more.isEnabled()
    desk.run(CopyAssessment(ASSESSMENT, 2023, "next"))
    for each in people_of(desk.state, "next"):
        desk.run(RemovePeople((each.id,)))
    desk.open_assessment("next")
    page = page_on(qtbot, desk)
    assert is_empty(page)
    page.first_copy.click()
    assert isinstance(page.dialog, CopyPeopleDialog)
    page.dialog.go.click()
    assert len(people_of(desk.state, "next", Body.COUNCIL)) == 6


def test_several_criteria_are_given_at_once_and_the_missing_ones_stay(qtbot: QtBot) -> None:
    desk = people_desk()
    page = parts_on(qtbot, desk)
    assert all(each.isVisible() for each in (page.give, page.take_away, page.missing, page.copy))
    assert page.foot.total.text() == "4/16 tiêu chí đã có người thẩm định"
    page.missing.click()
    assert node("2") not in page.model.keys
    page.table.selectAll()
    page.give.click()
    assert isinstance(page.dialog, ChooseAppraiserDialog)
    assert page.dialog.who.itemText(1) == "Ngô Văn K. (Tổ thẩm định)"
    page.dialog.who.setCurrentIndex(1)
    page.dialog.go.click()
    assert page.foot.total.text() == "Cả 16 tiêu chí đã có người thẩm định"
    assert page.model.keys == ()
    page.missing.click()
    page.table.go(node("7.3"))
    assert page.take_away.isEnabled()
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    assert who_appraises(desk.state, node("7.3")) == ("Ngô Văn K.",)
    assert [page.loads.index(row, 0).data() for row in range(page.loads.rowCount())][:2] == [
        "Ngô Văn K.",
        "Phạm Thị D.",
    ]


def test_without_anybody_to_give_parts_to_the_dialog_says_what_to_do(qtbot: QtBot) -> None:
    desk = kinds_desk()
    dialog = ChooseAppraiserDialog(desk, ("1",))
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.go.isEnabled()
    grab(dialog, "people-dialog-nobody")


def test_nothing_can_be_changed_where_the_dossier_is_read_only(qtbot: QtBot) -> None:
    desk = people_desk()
    assert isinstance(desk.session.store, MemoryStore)
    desk.session.store.read_only_reason = "mở ở máy khác"
    page = page_on(qtbot, desk)
    buttons = (page.add, page.paste, page.decision, page.up, page.down, page.remove, page.more)
    assert not any(button.isEnabled() for button in buttons)
    assert not page.side.card.add.isVisibleTo(page.side)
    parts = parts_on(qtbot, desk)
    parts.table.go(node("7.3"))
    assert not parts.give.isEnabled()
    assert not parts.take_away.isEnabled()


def test_the_pages_say_how_many_stand_in_them(qtbot: QtBot) -> None:
    desk = people_desk()
    assert [page.count(desk) for page in pages().values()] == [7, 0, 2, 2]
    for page in pages().values():
        qtbot.addWidget(page.make(desk))


def test_screens(qtbot: QtBot) -> None:
    for mode in ("light", "dark"):
        theme.use(mode)
        page = page_on(qtbot, people_desk())
        page.table.go(page.model.keys[3])
        grab(page, f"people-council-{mode}")
        page.side.tabs.setCurrentIndex(1)
        grab(page, f"people-council-parts-{mode}")
        parts = parts_on(qtbot, people_desk())
        parts.table.go(parts.model.keys[2])
        grab(parts, f"people-parts-{mode}")
    theme.use("light")
    page = page_on(qtbot, sample_desk())
    grab(page, "people-empty")
    desk = people_desk()
    for narrow, name in (
        (page_on(qtbot, desk, width=663), "people-council-911"),
        (parts_on(qtbot, desk, 663), "people-parts-911"),
    ):
        narrow.set_width_class(WidthClass.NARROW)
        QApplication.processEvents()
        narrow.resize(663, 330)
        grab(narrow, name)
    wide = page_on(qtbot, desk, Body.APPRAISERS, 1628)
    wide.set_width_class(WidthClass.WIDE)
    grab(wide, "people-appraisers-1920")


def test_screens_of_dialogs(qtbot: QtBot) -> None:
    desk = people_desk()
    member = people_of(desk.state, ASSESSMENT)[3]
    criteria = tuple(desk.tree.children_of(""))[:3]
    paste = PastePeopleDialog(desk, Body.SECRETARIES)
    paste.lines.setPlainText("1\tÔng Ngô Văn Khuyến\tChuyên viên\tTổ phó\nBà Hà Thị Ổn\n12\n")
    dialogs = {
        "add": AddPersonDialog(desk, Body.COUNCIL),
        "paste": paste,
        "decision": DecisionDialog(desk, Body.COUNCIL),
        "copy": CopyPeopleDialog(desk),
        "parts": ChoosePartsDialog(desk, member),
        "appraiser": ChooseAppraiserDialog(desk, criteria),
        "edit": EditPersonDialog(desk, member),
    }
    for name, dialog in dialogs.items():
        qtbot.addWidget(dialog)
        dialog.show()
        grab(dialog, f"people-dialog-{name}")
