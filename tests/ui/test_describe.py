from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from cchc_desktop.commands.documents import BinDocuments
from cchc_desktop.commands.evidence import DescribeDocument
from tests.ui.describe_place import HEAD, MOMENT, Describing
from tests.ui.pdfs import a_pdf
from tests.ui.screens import grab
from ui.describe.chips import GuessChip

ENTER, DOWN, CTRL = Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier
NAMES = ["Scan0001.pdf", "Scan0002.pdf", "Scan0010.pdf"]


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Describing:
    found = Describing(qtbot, tmp_path, NAMES)
    found.open()
    return found


@pytest.fixture
def notice(qtbot: QtBot, tmp_path: Path) -> Describing:
    found = Describing(qtbot, tmp_path, ["55_TB-VPCP_24022023.pdf"], HEAD)
    found.ids.append(found.add(tmp_path, "Scan0002.pdf"))
    found.open()
    return found


def shown(room: Describing) -> str:
    return room.place.document.name if room.place.document is not None else ""


def test_the_queue_holds_what_lacks_a_description_in_natural_order(room: Describing) -> None:
    assert [room.session.state.documents[key].name for key in room.place.queue.keys] == NAMES
    assert (room.place.head.count, room.place.head.files) == ("0 / 3", "3 tệp thiếu mô tả")


def test_the_best_guess_stands_in_the_field_and_nothing_is_written(notice: Describing) -> None:
    assert notice.texts() == {
        "number": "55/TB-VPCP",
        "issued_on": "24/02/2023",
        "issuer": "Văn phòng Chính phủ",
        "subject": "Kết luận về cải cách hành chính",
    }
    assert notice.document(0).number == ""
    assert [chip.isChecked() for chip in notice.place.fields.fields["number"].chips] == [True]


def test_enter_saves_with_the_kind_and_shows_the_next_file(notice: Describing) -> None:
    notice.press(ENTER)
    saved = notice.document(0)
    assert (saved.number, saved.issued_on) == ("55/TB-VPCP", date(2023, 2, 24))
    assert (saved.issuer, saved.type_name) == ("Văn phòng Chính phủ", "Thông báo")
    assert (shown(notice), notice.place.head.count) == ("Scan0002.pdf", "1 / 2")
    assert notice.session.undo_title == "sửa mô tả tài liệu"


def test_a_file_that_is_skipped_keeps_what_it_has(notice: Describing) -> None:
    notice.place.side.skip_asked.emit()
    assert (notice.document(0).number, shown(notice)) == ("", "Scan0002.pdf")


def test_going_back_saves_what_was_typed_but_no_guess(notice: Describing) -> None:
    notice.place.skip()
    notice.press(Qt.Key.Key_PageUp)
    assert shown(notice) == "55_TB-VPCP_24022023.pdf"
    notice.press(Qt.Key.Key_PageDown)
    assert notice.document(0).number == ""
    notice.type_into("subject", "Thông báo kết luận")
    notice.press(Qt.Key.Key_PageUp)
    assert (notice.document(1).subject, shown(notice)) == ("Thông báo kết luận", NAMES_OF_NOTICE)


def test_pages_turn_from_a_button_of_the_side_too(room: Describing) -> None:
    room.press(ENTER)
    room.place.fields.fields["subject"].line.setFocus()
    room.press(Qt.Key.Key_Tab)
    assert isinstance(room.focus(), QAbstractButton)
    room.press(Qt.Key.Key_PageUp)
    assert shown(room) == NAMES[0]


def test_undoing_a_description_takes_its_tick_away(notice: Describing) -> None:
    notice.press(ENTER)
    assert notice.place.head.count == "1 / 2"
    notice.desk.undo()
    assert notice.place.head.count == "0 / 2"


NAMES_OF_NOTICE = "55_TB-VPCP_24022023.pdf"


def test_ctrl_d_takes_the_value_of_the_file_before(room: Describing) -> None:
    room.type_into("issuer", "Bộ Nội vụ")
    room.press(ENTER)
    assert shown(room) == NAMES[1]
    room.place.fields.fields["issuer"].line.setFocus()
    room.press(Qt.Key.Key_D, held=CTRL)
    assert room.texts()["issuer"] == "Bộ Nội vụ"
    room.press(ENTER)
    assert room.document(1).issuer == "Bộ Nội vụ"


def test_down_then_enter_takes_a_guess_and_the_cursor_is_back(notice: Describing) -> None:
    notice.type_into("number", "khác")
    notice.press(DOWN)
    assert isinstance(notice.focus(), GuessChip)
    notice.press(ENTER)
    assert notice.texts()["number"] == "55/TB-VPCP"
    assert notice.focus() is notice.place.fields.fields["number"].line
    notice.press(DOWN, Qt.Key.Key_Escape)
    assert notice.focus() is notice.place.fields.fields["number"].line


def test_arrows_go_through_guesses(notice: Describing) -> None:
    notice.press(ENTER)
    field = notice.place.fields.fields["number"]
    field.line.setFocus()
    assert [chip.guess.text for chip in field.chips] == ["55/TB-VPCP"]
    notice.press(DOWN, Qt.Key.Key_Right, Qt.Key.Key_Left)
    assert notice.focus() is field.line


def test_a_day_that_is_none_keeps_the_file_and_says_why(room: Describing) -> None:
    room.type_into("number", "1/BC")
    room.type_into("issued_on", "31/02/2023")
    room.press(ENTER)
    assert shown(room) == NAMES[0]
    assert room.focus() is room.place.fields.fields["issued_on"].line
    room.press(Qt.Key.Key_PageDown)
    assert shown(room) == NAMES[0]
    room.place.leave()
    assert (room.document(0).number, room.document(0).issued_on) == ("1/BC", None)


def test_note_and_validity_of_a_document_stay(room: Describing) -> None:
    command = DescribeDocument(room.ids[0], note="bản sao", valid_until=date(2030, 1, 1))
    room.desk.run(command)
    room.type_into("number", "1/BC-SNV")
    room.press(ENTER)
    saved = room.document(0)
    assert (saved.note, saved.valid_until, saved.number) == (
        "bản sao",
        date(2030, 1, 1),
        "1/BC-SNV",
    )


def test_a_day_out_of_the_year_is_said_where_the_document_is_used(notice: Describing) -> None:
    assert notice.place.side.note == ""
    notice.link(notice.ids[0])
    assert "ngoài năm đánh giá 2022" in notice.place.side.note
    assert notice.place.side.codes == ("7.3",)
    notice.type_into("issued_on", "24/02/2022")
    assert notice.place.side.note == ""
    notice.place.side.explanation_asked.emit()
    assert (notice.desk.criterion, notice.asked) == ("hd2022-7.3", ["score"])


def test_ctrl_g_links_a_criterion_by_its_code(room: Describing) -> None:
    room.place.link()
    dialog = room.place.findChild(room.link_dialog)
    assert dialog is not None
    dialog.code.setText("99")
    dialog.go.click()
    assert "99" in dialog.refusal.text()
    dialog.code.setText("7.3.")
    dialog.go.click()
    assert room.place.side.codes == ("7.3",)


def test_the_strip_goes_to_a_file(room: Describing) -> None:
    strip = room.place.strip
    strip.resize(96 * 3, strip.height())
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(96 * 2 + 40, 40))
    assert shown(room) == NAMES[2]
    assert strip.place_at(QPoint(-5, 40)) == -1


def test_the_strip_shows_small_first_pages_once_they_are_made(qtbot: QtBot, tmp_path: Path) -> None:
    room = Describing(qtbot, tmp_path, ["Scan0001.txt"])
    for pages in (1, 2):
        room.add(tmp_path, f"Scan000{pages + 1}.pdf", body=a_pdf(pages))
    room.place.resize(1000, 620)
    room.open()
    strip = room.place.strip
    room.rest()
    images = [strip._cell(place).image for place in range(3)]
    assert [image is not None for image in images] == [False, True, True]
    grab(room.place, "describe-strip")


def test_past_the_last_file_it_says_what_is_left(room: Describing) -> None:
    for name in NAMES:
        assert shown(room) == name
        room.place.skip()
    assert room.place.is_finished
    room.place.begin(room.place.queue.undone(room.session.state))
    assert shown(room) == NAMES[0]


def test_a_file_saved_without_all_fields_is_done_for_now(room: Describing) -> None:
    room.type_into("subject", "Ảnh chụp hội nghị")
    room.press(ENTER)
    assert room.place.head.count == "1 / 3"
    room.place.begin()
    assert room.place.head.count == "0 / 3"


def test_stopping_saves_what_was_typed_and_leads_back(room: Describing) -> None:
    room.type_into("number", "1/BC-SNV")
    room.place.setFocus()
    room.place.stop()
    assert (room.document(0).number, room.asked) == ("1/BC-SNV", ["score"])


def test_escape_stops(room: Describing) -> None:
    room.press(Qt.Key.Key_Escape)
    assert room.asked == ["score"]


def test_f6_goes_between_fields_and_page(qtbot: QtBot, tmp_path: Path) -> None:
    room = Describing(qtbot, tmp_path, [])
    room.add(tmp_path, "a.pdf", body=a_pdf())
    room.open()
    room.press(Qt.Key.Key_F6)
    assert room.focus() is room.preview.view
    room.press(Qt.Key.Key_F6)
    assert room.focus() is room.place.fields.fields["number"].line


def test_undo_shows_in_the_fields(room: Describing) -> None:
    room.desk.run(DescribeDocument(room.ids[0], "9/BC"))
    assert room.texts()["number"] == "9/BC"
    room.desk.undo()
    assert room.texts()["number"] == ""


def test_a_document_put_into_the_bin_is_passed_over(room: Describing) -> None:
    room.desk.run(BinDocuments((room.ids[0], room.ids[1]), MOMENT))
    assert shown(room) == NAMES[2]


def test_a_dossier_to_read_only_is_looked_through(qtbot: QtBot, tmp_path: Path) -> None:
    room = Describing(qtbot, tmp_path, NAMES)
    room.store.read_only_reason = "chỉ đọc"
    room.open()
    room.press(ENTER)
    assert shown(room) == NAMES[1]
    assert room.place.fields.fields["number"].line.isReadOnly()


def test_nothing_to_describe_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    room = Describing(qtbot, tmp_path, [])
    room.open()
    assert room.place.is_finished


def test_a_text_nobody_has_read_is_read_and_offered(qtbot: QtBot, tmp_path: Path) -> None:
    room = Describing(qtbot, tmp_path, ["Scan0001.pdf"])
    document = room.add(tmp_path, "Scan0000.pdf", body=a_pdf())
    del room.store.texts.kept[room.session.state.documents[document].sha256]
    room.open()
    assert shown(room) == "Scan0000.pdf"
    qtbot.waitUntil(lambda: len(room.store.texts.kept) == 2, timeout=30_000)
