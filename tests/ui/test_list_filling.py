from pathlib import Path

import pytest
import xlsxwriter
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.progress import Progress
from tests.ui.describe_place import HEAD, Describing
from tests.ui.screens import grab
from ui.describe.list_filling import ListFilling, guess_numbers
from ui.shared.jobs import Job, board

NAMES = ["Scan0001.pdf", "QD 876 QD-BNV 10.11.2022.pdf", "Ảnh.jpg"]


def a_list(path: Path) -> Path:
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["TT", "Số, ký hiệu", "Ngày ban hành", "Cơ quan ban hành", "Trích yếu"])
    sheet.write_row(1, 0, [1, "055/TB–VPCP", "24/02/2023", "Văn phòng Chính phủ", "Kết luận"])
    sheet.write_row(2, 0, [2, "876/qđ-bnv", "10/11/2022", "Bộ Nội vụ", "Phê duyệt đề án"])
    sheet.write_row(3, 0, [3, "9/X", "tháng 5", "Bộ Nội vụ", "không ai cần"])
    sheet.write_row(4, 0, [4, "", "10/11/2022", "Bộ Nội vụ", "không có số"])
    book.close()
    return path


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Describing:
    found = Describing(qtbot, tmp_path, [])
    found.ids = [found.add(tmp_path, NAMES[0], HEAD), *(found.add(tmp_path, n) for n in NAMES[1:])]
    return found


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    found = QWidget()
    qtbot.addWidget(found)
    found.resize(1366, 768)
    return found


def read(qtbot: QtBot, filling: ListFilling, path: Path) -> None:
    filling.read(path)
    qtbot.waitUntil(lambda: not filling.is_busy, timeout=30_000)


def test_documents_are_filled_from_a_list_in_one_step(
    qtbot: QtBot, room: Describing, window: QWidget, tmp_path: Path
) -> None:
    filling = ListFilling(room.desk, window)
    read(qtbot, filling, a_list(tmp_path / "Sổ văn bản đi 2022.xlsx"))
    dialog = filling.dialog
    assert dialog is not None
    assert dialog.isVisible()
    assert dialog.told == "Danh sách có 3 văn bản; điền cho 2 tài liệu."
    assert dialog.problems == (
        "1 dòng không có số, ký hiệu được bỏ qua; ngày không đọc được ở dòng 4 (“tháng 5”)."
    )
    window.show()
    grab(dialog, "describe-list")
    shown = [dialog.table.item(at, 0) for at in range(2)]
    assert [item.text() for item in shown if item is not None] == NAMES[:2]
    dialog.go.click()
    assert room.document(0).subject == "Kết luận"
    assert room.document(1).number == "876/qđ-bnv"
    assert room.session.undo_title == "điền mô tả 2 tài liệu"
    room.desk.undo()
    assert room.document(0).subject == room.document(1).number == ""
    qtbot.waitUntil(lambda: filling.dialog is None)


def test_numbers_are_guessed_in_a_process_of_its_own_and_that_can_be_stopped(
    qtbot: QtBot, room: Describing, window: QWidget, tmp_path: Path
) -> None:
    titles: list[str] = []
    jobs: list[Job] = []

    def begin(job: Job) -> None:
        titles.append(job.title)
        jobs.append(job)
        if len(jobs) == 3:
            job.cancel()

    board.started.connect(begin)
    filling = ListFilling(room.desk, window)
    read(qtbot, filling, a_list(tmp_path / "a.xlsx"))
    qtbot.waitUntil(lambda: not board.running, timeout=30_000)
    board.started.disconnect(begin)
    assert titles == ["Đang đọc danh sách a.xlsx", *["Đang đoán số, ký hiệu của tài liệu"] * 2]
    assert filling.dialog is None


def test_a_number_is_guessed_from_the_first_page_and_from_the_name() -> None:
    told: list[tuple[int, int]] = []
    asked = (("a", "Scan0001.pdf", HEAD), ("b", NAMES[1], ""), ("c", "Ảnh.jpg", ""))
    found = guess_numbers(asked, Progress(lambda *step: told.append(step)))
    assert found == {"a": ["55/TB-VPCP"], "b": ["876/QĐ-BNV"], "c": []}
    assert told == [(0, 3)]


def test_a_list_that_fits_nothing_offers_nothing(
    qtbot: QtBot, room: Describing, window: QWidget, tmp_path: Path
) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"))
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["Số ký hiệu", "Trích yếu"])
    sheet.write_row(1, 0, ["1/KH", "Kế hoạch"])
    book.close()
    filling = ListFilling(room.desk, window)
    read(qtbot, filling, tmp_path / "a.xlsx")
    assert filling.dialog is not None
    assert not filling.dialog.go.isEnabled()
    filling.dialog.reject()


def test_a_bad_list_is_refused_in_words(
    qtbot: QtBot, room: Describing, window: QWidget, tmp_path: Path
) -> None:
    told: list[CchcError] = []
    room.desk.failed.connect(lambda error, _retry: told.append(error))
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"MZ not a list")
    filling = ListFilling(room.desk, window)
    read(qtbot, filling, path)
    assert "a.xlsx" in told[0].sentence
    assert filling.dialog is None


def test_a_dossier_to_read_only_asks_for_no_list(
    room: Describing, window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: pytest.fail("asked"))
    told: list[CchcError] = []
    room.desk.failed.connect(lambda error, _retry: told.append(error))
    room.store.read_only_reason = "chỉ đọc"
    ListFilling(room.desk, window).ask()
    assert told
