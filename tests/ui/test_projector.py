"""The projector: every key, one item at a time, large letters, always light."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from cchc_desktop.commands.marks import SetNotApplicable
from cchc_desktop.commands.rounds import LockRound
from cchc_desktop.commands.sittings import CallSitting, RemoveItems, RemoveSitting
from cchc_desktop.domain.changes import made, removed
from cchc_desktop.domain.evidence import Document, Link
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.sittings import Ruling
from tests.memory_store import MemoryStore
from tests.rounds_dossier import ASSESSMENT, SHEET, Founding, clock
from tests.sitting_dossier import SITTING, decide, item_of, noon
from tests.ui.screens import grab
from tests.ui.sitting_place import SHA256, a_stage, press, projector_on, rest, sitting_desk
from ui.evidence.stage_preview import StagePreview
from ui.shared import theme
from ui.shared.desk import Desk
from ui.sitting.projector import Projector

D = Decimal
KEY = Qt.Key


@pytest.fixture
def desk() -> Desk:
    found = sitting_desk()
    decide(found.session, "1.2", Ruling.ACCEPTED)
    return found


def code(projector: Projector) -> str:
    assert projector.current is not None
    return projector.current.criterion.code


def points(desk: Desk, criterion: str) -> Decimal | None:
    return desk.session.scores(SHEET, Round.SECOND)[criterion].points


def test_it_opens_at_the_first_criterion_that_is_not_decided(qtbot: QtBot, desk: Desk) -> None:
    shown = projector_on(qtbot, desk)
    assert code(shown) == "2.1"
    assert shown.heading == (
        "Sở Tài nguyên và MT   Phiên họp Hội đồng 24/02/2023   ·   Thẩm định lần 2   1 / 6"
    )
    assert shown.item.boxes[0].text == "Tự chấm 3,5 / 4,0 Đúng tiến độ 14 trên 16 văn bản"
    assert shown.item.boxes[1].text.startswith("Thẩm định lần 1 2,75 Hai văn bản")
    assert shown.item.proposal.text == "Tổ thẩm định đề nghị 3,25"
    assert shown.page.words == "212/UBND-NC, 06/12/2022   trang 1 / 3   tài liệu 1 / 1"
    assert shown.keys.following == "Tiếp: 3.2 Rà soát, đơn giản hóa thủ tục hành chính"
    words = [option.text() for option in shown.item.options.values()]
    assert words == ["Công nhận tự chấm 3,5", "Giữ như lần 1: 2,75", "Theo đề nghị 3,25"]
    shown.close()


@pytest.mark.parametrize(
    ("key", "ruling", "expected"),
    [
        (KEY.Key_1, Ruling.ACCEPTED, "3.5"),
        (KEY.Key_2, Ruling.KEPT, "2.75"),
        (KEY.Key_3, Ruling.OTHER, "3.25"),
    ],
)
def test_ctrl_and_a_digit_choose_and_enter_decides_and_goes_on(
    qtbot: QtBot, desk: Desk, key: Qt.Key, ruling: Ruling, expected: str
) -> None:
    shown = projector_on(qtbot, desk)
    press(shown, key, ctrl=True)
    assert shown.item.chosen is ruling
    assert shown.item.points == D(expected)
    assert points(desk, "2.1") is None
    press(shown, KEY.Key_Return)
    assert points(desk, "2.1") == D(expected)
    assert item_of(desk.session, "2.1").ruling is ruling
    assert code(shown) == "3.2"
    assert shown.item.field.hasFocus()
    shown.close()


def test_typed_points_are_another_decision_and_too_many_are_refused(
    qtbot: QtBot, desk: Desk
) -> None:
    shown = projector_on(qtbot, desk)
    press(shown, KEY.Key_1, ctrl=True)
    for key in (KEY.Key_4, KEY.Key_Comma, KEY.Key_5):
        press(shown, key)
    assert shown.item.chosen is Ruling.OTHER
    press(shown, KEY.Key_Return)
    assert shown.item.message.startswith("4,5 nằm ngoài khoảng 0 đến 4")
    assert code(shown) == "2.1"
    press(shown, KEY.Key_Escape)
    assert shown.isVisible()
    press(shown, KEY.Key_3)
    press(shown, KEY.Key_Return)
    assert points(desk, "2.1") == D(3)
    shown.close()


def test_enter_without_a_choice_says_what_to_do(qtbot: QtBot, desk: Desk) -> None:
    shown = projector_on(qtbot, desk)
    press(shown, KEY.Key_Return)
    assert shown.item.message == "Chọn 1, 2, 3 hoặc gõ điểm rồi nhấn Enter."
    press(shown, KEY.Key_PageDown)
    press(shown, KEY.Key_3, ctrl=True)
    press(shown, KEY.Key_Return)
    assert shown.item.message == "Chọn 1, 2, 3 hoặc gõ điểm rồi nhấn Enter."
    shown.close()


def test_a_decision_and_its_note_are_one_step_that_ctrl_z_takes_back(
    qtbot: QtBot, desk: Desk
) -> None:
    shown = projector_on(qtbot, desk)
    before = desk.state
    press(shown, KEY.Key_F2)
    assert shown.item.note.hasFocus()
    shown.item.note.insertPlainText("Chấp nhận hai văn bản")
    press(shown, KEY.Key_F2)
    press(shown, KEY.Key_Escape)
    assert shown.item.field.hasFocus()
    assert desk.state is before
    press(shown, KEY.Key_3, ctrl=True)
    press(shown, KEY.Key_Return)
    assert item_of(desk.session, "2.1").note == "Chấp nhận hai văn bản"
    press(shown, KEY.Key_Z, ctrl=True)
    assert desk.state.sitting_items == before.sitting_items
    assert points(desk, "2.1") is None
    press(shown, KEY.Key_Y, ctrl=True)
    assert points(desk, "2.1") == D("3.25")
    shown.close()


def test_ctrl_z_and_ctrl_y_show_the_item_that_they_change(qtbot: QtBot, desk: Desk) -> None:
    shown = projector_on(qtbot, desk)
    press(shown, KEY.Key_1, ctrl=True)
    press(shown, KEY.Key_Return)
    seen = [code(shown)]
    press(shown, KEY.Key_Z, ctrl=True)
    seen.append(code(shown))
    press(shown, KEY.Key_PageDown)
    press(shown, KEY.Key_PageDown)
    press(shown, KEY.Key_Y, ctrl=True)
    assert [*seen, code(shown)] == ["3.2", "2.1", "2.1"]
    assert points(desk, "2.1") == D("3.5")
    shown.close()


@pytest.mark.parametrize("way", ["typed", "chosen"])
def test_a_decision_that_is_not_written_holds_its_item(qtbot: QtBot, desk: Desk, way: str) -> None:
    shown = projector_on(qtbot, desk)
    if way == "typed":
        QTest.keyClicks(shown.item.field, "3,1")
    else:
        press(shown, KEY.Key_1, ctrl=True)
    press(shown, KEY.Key_PageDown)
    assert (code(shown), shown.item.message) == (
        "2.1",
        "Quyết định đang chọn chưa ghi. Enter: ghi; Esc: bỏ.",
    )
    press(shown, KEY.Key_Escape)
    assert (shown.isVisible(), shown.item.chosen, shown.item.message) == (True, None, "")
    press(shown, KEY.Key_PageDown)
    assert code(shown) == "3.2"
    shown.close()


def test_a_note_without_decision_is_kept_when_the_item_is_left(qtbot: QtBot, desk: Desk) -> None:
    shown = projector_on(qtbot, desk)
    press(shown, KEY.Key_F2)
    shown.item.note.insertPlainText("hỏi lại đơn vị")
    press(shown, KEY.Key_PageDown)
    assert code(shown) == "3.2"
    assert item_of(desk.session, "2.1").note == "hỏi lại đơn vị"
    press(shown, KEY.Key_PageUp)
    assert shown.item.note.toPlainText() == "hỏi lại đơn vị"
    press(shown, KEY.Key_F2)
    shown.item.note.insertPlainText(" ")
    shown.close()
    assert item_of(desk.session, "2.1").note == "hỏi lại đơn vị"


def test_page_keys_step_and_stop_at_both_ends(qtbot: QtBot, desk: Desk) -> None:
    shown = projector_on(qtbot, desk)
    for _ in range(9):
        press(shown, KEY.Key_PageDown)
    assert code(shown) == "7.1"
    assert shown.keys.following == ""
    for _ in range(9):
        press(shown, KEY.Key_PageUp)
    assert code(shown) == "1.2"
    assert shown.item.chosen is Ruling.ACCEPTED
    assert shown.item.points == D("2.5")
    shown.close()


def test_ctrl_page_keys_turn_documents_and_ctrl_arrows_pages(qtbot: QtBot, desk: Desk) -> None:
    more = Document("e", "ảnh.bin", "cd" * 32, 3, clock(), "45/SNV")
    link = Link("m2.1", SHEET, "2.1", "e", "k", "2")
    desk.session.run(Founding(made("document", [more]) + made("link", [link])))
    shown = projector_on(qtbot, desk)
    assert shown.page.words.endswith("tài liệu 1 / 2")
    press(shown, KEY.Key_PageDown, ctrl=True)
    assert shown.page.words == "45/SNV   tài liệu 2 / 2"
    press(shown, KEY.Key_PageDown, ctrl=True)
    rest(qtbot, shown)
    assert shown.page.words == "212/UBND-NC, 06/12/2022   trang 1 / 3   tài liệu 1 / 2"
    press(shown, KEY.Key_PageUp, ctrl=True)
    assert shown.page.words.startswith("45/SNV")
    press(shown, KEY.Key_PageUp, ctrl=True)
    for _ in range(12):
        press(shown, KEY.Key_Down, ctrl=True)
        rest(qtbot, shown)
    assert "trang 3 / 3" in shown.page.words
    for _ in range(12):
        press(shown, KEY.Key_Up, ctrl=True)
        rest(qtbot, shown)
    assert "trang 1 / 3" in shown.page.words
    shown.close()


def test_without_documents_it_says_so(qtbot: QtBot, desk: Desk) -> None:
    desk.session.run(Founding(removed("link", desk.cell.links["2.1"])))
    shown = projector_on(qtbot, desk)
    assert shown.page.words == "Tiêu chí này chưa có tài liệu kiểm chứng."
    press(shown, KEY.Key_PageDown, ctrl=True)
    shown.close()


def test_ctrl_b_blackens_the_screen_and_keys_wait(qtbot: QtBot, desk: Desk) -> None:
    shown = projector_on(qtbot, desk)
    press(shown, KEY.Key_B, ctrl=True)
    assert shown.black.isVisible()
    assert shown.black.geometry() == shown.rect()
    press(shown, KEY.Key_PageDown)
    press(shown, KEY.Key_1, ctrl=True)
    assert code(shown) == "2.1"
    assert shown.item.chosen is None
    press(shown, KEY.Key_Escape)
    assert not shown.black.isVisible()
    assert shown.isVisible()
    press(shown, KEY.Key_B, ctrl=True)
    press(shown, KEY.Key_B, ctrl=True)
    assert shown.item.field.hasFocus()
    with qtbot.waitSignal(shown.closed):
        press(shown, KEY.Key_Escape)


def test_locked_and_not_applicable_items_are_refused_in_words(qtbot: QtBot, desk: Desk) -> None:
    shown = projector_on(qtbot, desk)
    desk.run(SetNotApplicable(SHEET, "2.1", not_applicable=True))
    assert shown.item.message.startswith("2.1 không áp dụng cho đơn vị này.")
    press(shown, KEY.Key_1, ctrl=True)
    press(shown, KEY.Key_Return)
    assert shown.item.chosen is None
    desk.undo()
    desk.run(LockRound(SHEET, Round.SECOND))
    assert shown.item.message.startswith("Vòng Thẩm định lần 2 của Sở Tài nguyên và MT đã khóa")
    assert not any(option.isEnabled() for option in shown.item.options.values())
    shown.close()


def test_it_says_when_everything_is_decided_and_follows_what_goes(qtbot: QtBot, desk: Desk) -> None:
    for each in ("3.2", "4.1", "5.2", "7.1"):
        decide(desk.session, each, Ruling.KEPT)
    shown = projector_on(qtbot, desk)
    press(shown, KEY.Key_2, ctrl=True)
    press(shown, KEY.Key_Return)
    assert shown.item.message == "Đã quyết định hết các tiêu chí của phiên họp."
    assert code(shown) == "2.1"
    desk.run(RemoveItems((item_of(desk.session, "2.1").id,)))
    assert code(shown) == "3.2"
    with qtbot.waitSignal(shown.closed):
        desk.run(RemoveSitting(SITTING))


def test_a_sitting_without_items_closes_again(qtbot: QtBot, desk: Desk) -> None:
    desk.run(CallSitting(ASSESSMENT, Round.SECOND, id="moi"))
    shown = Projector(desk, "moi", lambda: a_stage(desk), noon)
    assert not shown.isVisible()
    shown.step(1)
    shown.write()
    shown.close()


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768), (3840, 2160)])
def test_nothing_is_smaller_than_20_pixels_and_margins_are_48(
    qtbot: QtBot, desk: Desk, size: tuple[int, int]
) -> None:
    shown = projector_on(qtbot, desk, size)
    for kind in (QLabel, QLineEdit, QPlainTextEdit):
        for widget in shown.findChildren(kind):
            if widget.isVisible() and _has_words(widget):
                assert widget.fontInfo().pixelSize() >= 20, widget
    placeholder = shown.item.note.document().defaultFont()
    assert placeholder.pixelSize() >= 20
    assert shown.item.mapTo(shown, shown.item.rect().topLeft()).x() == 48
    assert shown.size().width() == size[0]
    press(shown, KEY.Key_3, ctrl=True)
    rest(qtbot, shown)
    assert grab(shown, f"trinh-chieu-{size[0]}x{size[1]}").exists()
    shown.close()


def test_the_choices_grow_with_the_window(qtbot: QtBot, desk: Desk) -> None:
    shown = projector_on(qtbot, desk, (800, 600))
    shown.resize(1920, 1080)
    options = shown.item.options.values()
    qtbot.waitUntil(lambda: {each.height() for each in options} == {46})
    shown.close()


def test_text_is_read_from_afar_and_a_damaged_file_offers_nothing_to_press(
    qtbot: QtBot, desk: Desk
) -> None:
    assert isinstance(desk.session.store, MemoryStore)
    desk.session.store.vault.contents[SHA256] = b"%PDF-1.4 broken"
    shown = projector_on(qtbot, desk)
    stage = shown.stage.widget
    assert isinstance(stage, StagePreview)
    assert "hỏng" in stage.sentence
    assert not [each for each in stage.findChildren(QAbstractButton) if each.isVisible()]
    assert stage.text.fontInfo().pixelSize() >= 20
    shown.close()


def _has_words(widget: QWidget) -> bool:
    text = getattr(widget, "text", None) or getattr(widget, "toPlainText", None)
    return bool(text is not None and text())


def test_it_is_light_while_the_program_is_dark(qtbot: QtBot, desk: Desk) -> None:
    theme.use("dark")
    shown = projector_on(qtbot, desk)
    assert theme.current() == "light"
    theme.use("dark")
    assert theme.current() == "light"
    shown.close()
    assert theme.current() == "dark"


def test_it_fills_a_screen(qtbot: QtBot, desk: Desk) -> None:
    beside = QWidget()
    qtbot.addWidget(beside)
    beside.show()
    shown = Projector(desk, SITTING, lambda: a_stage(desk), noon)
    shown.open_on(beside)
    assert shown.isFullScreen()
    rest(qtbot, shown)
    QTest.keyClick(QApplication.focusWidget() or shown, KEY.Key_Escape)
