"""Kiểm tra hồ sơ: the worst first, with where it is used; mended by the same bytes alone."""

from decimal import Decimal
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from cchc_desktop.commands.documents import BinDocuments
from cchc_desktop.commands.marks import Place as MarkPlace
from cchc_desktop.commands.marks import SetPoints
from tests.sample_session import fixed_clock
from tests.ui.evidence_room import SHEET
from tests.ui.integrity_place import LEAVES, NAMES, Place
from tests.ui.screens import grab
from ui.integrity.findings import Show
from ui.rounds.dialogs import LockDialog
from ui.shared import theme
from ui.shared.bin_dialog import BinDialog
from ui.shared.desk import Desk
from ui.shared.list_table import TALL_ROW
from ui.shared.rows import ROW
from ui.shared.workplace import WidthClass


@pytest.fixture
def place(qtbot: QtBot, tmp_path: Path) -> Place:
    return Place(qtbot, tmp_path)


def harm(place: Place) -> None:
    contents = place.vault.contents
    place.vault.kept[place.hashes["IMG_2041.jpg"]] = contents[place.hashes["IMG_2041.jpg"]]
    contents[place.hashes["IMG_2041.jpg"]] = b"changed"
    del contents[place.hashes["Scan0044.pdf"]]


def test_what_is_wrong_comes_first_with_its_criteria(place: Place) -> None:
    harm(place)
    place.inspect()
    rows = place.rows()
    assert rows[0] == "Cần xử lý | 3 tệp, 16,5 điểm ở 2 tiêu chí mất chỗ dựa"
    assert rows[1].startswith("hỏng | IMG_2041.jpg | 7.3 | ")
    assert rows[1].endswith("| có trong bản lưu")
    assert rows[2].startswith("mất | Scan0044.pdf | 5.9 | ")
    assert rows[2].endswith(", không thấy | cần tệp gốc")
    assert rows[3] == "chưa gắn | Doi-thoai-doanh-nghiep.pdf | – | khớp | gắn hoặc bỏ vào thùng"
    assert rows[4:] == ["Nguyên vẹn | 1 tệp, mã băm khớp", "khớp | 876-QD-BNV.pdf | 1.3 | khớp"]
    assert place.panel.side.chain.text().startswith("Cấu trúc tệp, chuỗi nhật ký và các tổng đều")
    place.go("IMG_2041.jpg")
    assert "Dùng cho" not in place.panel.side.words
    assert "7.3 " in place.panel.side.words
    assert "7 byte" in place.panel.side.words
    said = place.panel.side._said.text()
    assert said.endswith("Điểm giữ nguyên, nhưng 1,5 điểm không còn tài liệu đọc được.")
    assert "Có bản nguyên vẹn trong thư mục sao lưu" in place.panel.side.words


def test_what_the_check_finds_damaged_holds_for_the_lock_and_the_next_opening(
    place: Place,
) -> None:
    harm(place)
    leaf, damaged = LEAVES[2], place.hashes["IMG_2041.jpg"]
    place.desk.run(SetPoints(MarkPlace(SHEET, leaf, place.desk.round), Decimal(0)))
    assert not named(place.desk, leaf)
    with place.qtbot.waitSignal(place.desk.faults_found):
        place.inspect()
    assert "IMG_2041.jpg hỏng hoặc không đọc được" in named(place.desk, leaf)
    assert "IMG_2041.jpg hỏng hoặc không đọc được" in named(Desk(place.session), leaf)
    place.go("IMG_2041.jpg")
    place.panel.side.take.click()
    place.rest()
    assert damaged not in place.desk.content_faults
    assert not named(Desk(place.session), leaf)


def named(desk: Desk, criterion: str) -> str:
    dialog = LockDialog(desk)
    sentences = [each.sentence for each in dialog.found if each.criterion == criterion]
    dialog.deleteLater()
    return " ".join(sentence for sentence in sentences if "hỏng" in sentence)


def test_a_row_says_below_the_name_what_is_wrong(place: Place) -> None:
    harm(place)
    place.inspect()
    lines = [place.panel.model.line_at(row) for row in range(6)]
    under = [line.cells[1].under for line in lines if line is not None]
    assert under[1:4] == [
        "khác 1.181 byte so với lúc thêm vào",
        "trong danh mục, không còn trong hồ sơ",
        "không tiêu chí nào dùng",
    ]
    heights = [place.panel.table.rowHeight(row) for row in range(6)]
    assert heights == [ROW, TALL_ROW, TALL_ROW, TALL_ROW, ROW, ROW]
    spoken = place.panel.model.index(1, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "IMG_2041.jpg, khác 1.181 byte so với lúc thêm vào"


@pytest.mark.parametrize("name", ["kiểm tra.pdf", "kiểm tra.txt", "kiểm tra"])
def test_the_minutes_of_the_check_are_saved(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    assert place.panel.save.isHidden()
    harm(place)
    place.inspect()
    answer = (str(tmp_path / name), "Văn bản (*.txt)" if "." not in name else "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: answer)
    place.panel.save.click()
    place.rest()
    path = tmp_path / (name if "." in name else f"{name}.txt")
    if path.suffix == ".pdf":
        words = " ".join(PdfReader(path).pages[0].extract_text().split())
    else:
        words = path.read_text("utf-8-sig")
    for said in ("BIÊN BẢN KIỂM TRA HỒ SƠ", "1 tệp hỏng", "IMG_2041.jpg", "Scan0044.pdf"):
        assert said in words
    assert place.panel.row._words.text() == f"Đã lưu {path.name}."


def test_the_minutes_that_cannot_be_written_are_told(place: Place, tmp_path: Path) -> None:
    place.panel.write_minutes(tmp_path / "a.pdf")
    assert not place.told, "there is nothing to tell before the first look"
    place.inspect()
    place.panel.write_minutes(tmp_path / "không có" / "a.pdf")
    place.rest()
    assert "Không có thư mục" in place.told[0].sentence


def test_the_worst_that_was_found_shows_beside_the_list(place: Place) -> None:
    place.inspect()
    assert place.panel.table.current == place.panel.model.keys[1]
    assert place.panel.row.width() == place.panel.width()


def test_a_chip_shows_one_kind_alone(place: Place) -> None:
    harm(place)
    place.inspect()
    place.panel.chips[Show.MISSING].click()
    assert [row.split(" | ")[0] for row in place.rows()] == ["Cần xử lý", "mất"]


def test_a_backup_mends_one_or_all(place: Place) -> None:
    harm(place)
    place.vault.kept[place.hashes["Scan0044.pdf"]] = NAMES[1].encode() * 99
    place.inspect()
    place.go("IMG_2041.jpg")
    place.panel.side.take.click()
    place.rest()
    assert place.panel.findings.counts()[Show.DAMAGED] == 0
    assert not place.panel.mend.isHidden()
    place.panel.mend.click()
    place.rest()
    assert place.panel.findings.counts()[Show.MISSING] == 0
    assert place.panel.mend.isHidden()


def dropped(place: Place, *paths: Path) -> bool:
    """Drop files on the right side; return whether the page takes them."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), copy, mime, left, none)
    enter.ignore()
    QApplication.sendEvent(place.panel.side, enter)
    if enter.isAccepted():
        drop = QDropEvent(QPoint(5, 5), copy, mime, left, none)
        QApplication.sendEvent(place.panel.side, drop)
        place.rest()
    return enter.isAccepted()


def test_only_the_original_that_is_dropped_mends(place: Place, tmp_path: Path) -> None:
    assert not dropped(place, tmp_path / "Scan0044.pdf"), "before the look nothing is wanted"
    harm(place)
    place.inspect()
    assert dropped(place, tmp_path / "876-QD-BNV.pdf")
    assert place.told[0].sentence.startswith("876-QD-BNV.pdf không phải tệp gốc")
    assert not dropped(place, tmp_path / "a.cchc"), "a dossier is for the window to open"
    assert dropped(place, tmp_path / "Scan0044.pdf")
    assert len(place.told) == 1
    assert place.panel.findings.counts()[Show.MISSING] == 0
    assert place.panel.row._words.text() == "Đã lấy lại 1 tệp, còn 1 tệp cần tệp gốc."


def test_all_files_and_folders_that_are_dropped_find_their_places(
    place: Place, tmp_path: Path
) -> None:
    folder = tmp_path / "USB" / "2022"
    folder.mkdir(parents=True)
    (folder / "đổi tên.jpg").write_bytes(b"IMG_2041.jpg" * 99)
    (folder / "khác.pdf").write_bytes(b"x" * len(b"Scan0044.pdf" * 99))
    harm(place)
    place.inspect()
    assert dropped(place, *(tmp_path / name for name in NAMES[:2]), tmp_path / "USB")
    counts = place.panel.findings.counts()
    assert counts[Show.DAMAGED] == counts[Show.MISSING] == 0
    assert not place.told
    assert place.panel.row._words.text() == "Đã lấy lại 2 tệp."
    assert not dropped(place, tmp_path / "Scan0044.pdf"), "there is nothing left to mend"


def test_originals_are_chosen_many_at_once(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    harm(place)
    place.inspect()
    names = [str(tmp_path / name) for name in NAMES]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (names, ""))
    place.panel.side.choose.click()
    place.rest()
    assert place.panel.row._words.text() == "Đã lấy lại 2 tệp."
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([], ""))
    place.panel.side.choose.click()
    assert not place.panel.is_busy


def test_many_files_without_an_original_are_told_once(place: Place, tmp_path: Path) -> None:
    harm(place)
    place.inspect()
    assert dropped(place, tmp_path / NAMES[0], tmp_path / NAMES[3])
    (told,) = place.told
    assert told.sentence.startswith("Không tệp nào trong 2 mục vừa thả là tệp gốc")


def test_before_the_first_look_the_page_says_what_it_does(place: Place) -> None:
    assert "đọc lại toàn bộ tài liệu" in place.panel._empty.text()
    assert place.panel.table.isHidden()
    assert place.panel.side.words == ""


def test_what_the_bin_holds_is_brought_back_or_purged(place: Place) -> None:
    gone, kept = place.document("Scan0044.pdf"), place.document("IMG_2041.jpg")
    place.desk.run(BinDocuments((gone, kept), fixed_clock()))
    place.rest()
    assert place.panel.opener.accessibleName() == "Thùng rác (2)"
    place.panel.open_bin()
    dialog = place.panel.bin
    assert isinstance(dialog, BinDialog)
    grab(dialog, "integrity-bin")
    assert dialog.table.go(kept)
    dialog.restore.click()
    assert dialog.model.keys == (gone,)
    assert dialog.table.go(gone)
    dialog.purge.click()
    assert dialog.asking is not None
    grab(dialog.asking, "integrity-purge")
    dialog.asking.accept()
    place.rest()
    assert gone not in place.session.state.documents
    assert place.hashes["Scan0044.pdf"] not in place.vault.contents
    assert place.session.undo_title == ""
    dialog.close()


def test_the_page_is_looked_at(place: Place) -> None:
    harm(place)
    place.inspect()
    place.go("IMG_2041.jpg")
    grab(place.panel, "integrity-1366")
    theme.use("dark")
    grab(place.panel, "integrity-dark")
    theme.use("light")
    place.panel.set_width_class(WidthClass.NARROW)
    place.panel.resize(823, 340)
    grab(place.panel, "integrity-narrow")
