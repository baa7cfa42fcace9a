from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QListView, QWidget
from pytestqt.qtbot import QtBot

from cchc_desktop.commands.marks import SetPoints
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.marks import Round
from tests.memory_store import MemoryStore
from tests.sample_session import SHEET, place, sample_session
from tests.sitting_dossier import sitting_session
from tests.ui.screens import grab
from ui.reports import preview as workplace_module
from ui.reports.names import proposed_name
from ui.reports.paper import Paper, prepare, print_paper
from ui.reports.preview import ReportWorkplace
from ui.shared import theme
from ui.shared.desk import Desk
from ui.shared.jobs import board
from ui.shared.papers import ask_paper
from ui.shared.workplace import WidthClass

LIMIT = 20_000
Show = Callable[[Desk], ReportWorkplace]


def fixed_clock() -> datetime:
    return datetime(2026, 11, 23, 14, 5, tzinfo=UTC)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(sample_session(MemoryStore(tmp_path / "ho-so.cchc")))


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Show]:
    def made(desk: Desk) -> ReportWorkplace:
        workplace = ReportWorkplace(desk, clock=fixed_clock)
        qtbot.addWidget(workplace)
        workplace.resize(1278, 584)
        workplace.show()
        ready(qtbot, workplace)
        return workplace

    yield made
    board.stop_all()


def ready(qtbot: QtBot, workplace: ReportWorkplace) -> None:
    qtbot.waitUntil(lambda: not workplace.is_busy and not workplace.is_stale, timeout=LIMIT)


def fits(workplace: ReportWorkplace) -> bool:
    view = workplace.pane.view
    return abs(view.paper().width() - view.page_room) <= 1


def coarse(paper: Paper) -> QImage:
    smooth = Qt.TransformationMode.SmoothTransformation
    return paper.image(0, 600).scaled(30, 42, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)


def text_of(workplace: ReportWorkplace, folder: Path) -> str:
    assert workplace.paper is not None
    (folder / "xem.pdf").write_bytes(workplace.paper.content)
    return PdfReader(folder / "xem.pdf").pages[0].extract_text()


def saving_to(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> list[Path]:
    proposed: list[Path] = []

    def ask(parent: object, title: str, proposal: str) -> Path | None:
        proposed.append(Path(proposal))
        return path

    monkeypatch.setattr(workplace_module, "ask_paper", ask)
    return proposed


def test_the_paper_shows_in_light_and_dark_and_follows_a_change(
    qtbot: QtBot, show: Show, desk: Desk, tmp_path: Path
) -> None:
    workplace = show(desk)
    assert workplace.pane.where == "Trang 1 / 1"
    assert workplace.pane.sentence == ""
    assert workplace.side.fact("Vòng chấm") == "Thẩm định lần 1"
    assert workplace.side.fact("Lúc dựng") == "14:05 ngày 23/11/2026"
    qtbot.waitUntil(lambda: fits(workplace), timeout=LIMIT)
    grab(workplace, "report-1278x584")
    theme.use("dark")
    grab(workplace, "report-dark-1278x584")
    assert "83,52" in text_of(workplace, tmp_path)
    desk.run(SetPoints(place("1.9"), Decimal("1.5")))
    ready(qtbot, workplace)
    assert "78,52" in text_of(workplace, tmp_path)
    desk.switch(SHEET, Round.SELF)
    ready(qtbot, workplace)
    assert workplace.side.fact("Vòng chấm") == "Tự chấm"


def test_nothing_is_made_while_nobody_looks(qtbot: QtBot, show: Show, desk: Desk) -> None:
    workplace = show(desk)
    before = workplace.paper
    workplace.hide()
    desk.run(SetPoints(place("1.9"), Decimal(1)))
    desk.run(SetPoints(place("1.9"), Decimal(2)))
    assert workplace.is_stale
    assert not workplace.is_busy
    workplace.refresh()
    assert workplace.paper is before
    workplace.show()
    ready(qtbot, workplace)
    assert workplace.paper is not before


def test_a_paper_of_an_earlier_hour_is_made_anew_when_it_is_looked_at_again(
    qtbot: QtBot, show: Show, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    workplace = show(desk)
    workplace.hide()
    monkeypatch.setattr(workplace, "_clock", lambda: fixed_clock() + timedelta(hours=1))
    workplace.show()
    ready(qtbot, workplace)
    assert workplace.side.fact("Lúc dựng") == "15:05 ngày 23/11/2026"


def test_a_change_while_a_paper_is_made_makes_it_once_more(
    qtbot: QtBot, show: Show, desk: Desk, tmp_path: Path
) -> None:
    workplace = show(desk)
    workplace.refresh()
    assert workplace.is_busy
    desk.run(SetPoints(place("1.9"), Decimal("1.5")))
    workplace.refresh()
    ready(qtbot, workplace)
    assert "78,52" in text_of(workplace, tmp_path)


def test_what_is_saved_is_what_is_seen_and_the_folder_is_remembered(
    show: Show, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workplace = show(desk)
    assert workplace.paper is not None
    (tmp_path / "kết quả").mkdir()
    target = tmp_path / "kết quả" / "a.pdf"
    proposed = saving_to(monkeypatch, target)
    workplace.save()
    workplace.save()
    assert target.read_bytes() == workplace.paper.content
    assert workplace.side.told == "Đã lưu a.pdf."
    name = "Tom-tat-2022-Tinh-Hai-Duong.pdf"
    assert proposed == [tmp_path / name, target.parent / name]


def test_a_file_that_cannot_be_written_is_told(
    qtbot: QtBot, show: Show, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workplace = show(desk)
    saving_to(monkeypatch, tmp_path / "không có" / "a.pdf")
    with qtbot.waitSignal(desk.failed, timeout=LIMIT) as failed:
        workplace.save()
    error = failed.args[0] if failed.args else None
    assert isinstance(error, CchcError)
    assert error.sentence.startswith("Không có thư mục")
    saving_to(monkeypatch, None)
    workplace.save()
    assert workplace.side.told == ""


def test_a_dossier_without_an_assessment_says_so(show: Show) -> None:
    session = sample_session()
    desk = Desk(session)
    desk.sheet = ""
    workplace = show(desk)
    assert workplace.pane.sentence.startswith("Hồ sơ chưa có đợt đánh giá")
    assert not workplace.side.saver.isEnabled()
    workplace.save()
    workplace.print()


def test_the_page_can_be_made_larger_and_smaller(qtbot: QtBot, show: Show, desk: Desk) -> None:
    workplace = show(desk)
    pane = workplace.pane
    assert pane.zoom_text == "vừa bề ngang"
    qtbot.waitUntil(lambda: fits(workplace), timeout=LIMIT)
    pane.set_zoom(100)
    assert pane.view.paper().width() == 794
    pane.step_zoom(1)
    assert pane.zoom_text == "125 %"
    pane.step_zoom(-1)
    assert pane.zoom_text == "100 %"
    pane.go_to(7)
    assert pane.where == "Trang 1 / 1"


def test_the_printed_page_fills_an_a4_sheet(show: Show, desk: Desk, tmp_path: Path) -> None:
    workplace = show(desk)
    assert workplace.paper is not None
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "in.pdf"))
    prepare(printer, "Tóm tắt")
    printer.setResolution(300)
    assert print_paper(workplace.paper, printer)
    page = PdfReader(tmp_path / "in.pdf").pages[0]
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (595, 842)
    printed = Paper((tmp_path / "in.pdf").read_bytes())
    seen, again = coarse(workplace.paper), coarse(printed)
    printed.close()
    assert all(
        abs(seen.pixelColor(x, y).lightness() - again.pixelColor(x, y).lightness()) < 60
        for x in range(seen.width())
        for y in range(seen.height())
    )
    assert seen.pixelColor(2, 2).lightness() > 250


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_refuses_is_told(qtbot: QtBot, show: Show, desk: Desk) -> None:
    workplace = show(desk)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName("/không/có/in.pdf")
    with qtbot.waitSignal(desk.failed, timeout=LIMIT):
        workplace.print_to(printer)


def test_the_print_dialog_is_asked_first(
    show: Show, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workplace = show(desk)

    def accept(dialog: QPrintDialog) -> int:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(tmp_path / "in.pdf"))
        return 1

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    workplace.print()
    assert (tmp_path / "in.pdf").stat().st_size > 1000
    assert workplace.side.told == "Đã gửi đến máy in."


def test_a_small_window_keeps_page_and_actions(qtbot: QtBot, show: Show, desk: Desk) -> None:
    workplace = show(desk)
    workplace.resize(1005, 470)
    workplace.set_width_class(WidthClass.NARROW)
    assert workplace.side.saver.isVisible()
    qtbot.waitUntil(lambda: workplace.pane.width() > 700, timeout=LIMIT)
    qtbot.waitUntil(lambda: fits(workplace), timeout=LIMIT)
    grab(workplace, "report-1005x470")
    workplace.set_width_class(WidthClass.MEDIUM)
    assert workplace.title == "Báo cáo"


def test_the_keyboard_saves(
    qtbot: QtBot, show: Show, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workplace = show(desk)
    workplace.activateWindow()
    workplace.pane.view.setFocus()
    saving_to(monkeypatch, tmp_path / "b.pdf")
    qtbot.keyClick(workplace.pane.view, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil((tmp_path / "b.pdf").exists, timeout=LIMIT)


@pytest.mark.parametrize(
    ("unit", "name"),
    [
        ("Tỉnh Hải Dương", "Tom-tat-2022-Tinh-Hai-Duong.pdf"),
        ("Sở A/B: <c>..\\", "Tom-tat-2022-So-A-B-C.pdf"),
        ("Phường Đông " * 30, "Tom-tat-2022-" + "Phuong-Dong-" * 5 + "Phuong.pdf"),
        ("…", "Tom-tat-2022.pdf"),
    ],
)
def test_the_proposed_name_is_one_that_any_disk_takes(unit: str, name: str) -> None:
    assert proposed_name(2022, unit) == name


def test_a_name_without_suffix_gets_one(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["", "/a/b", "/a/b.PDF"])
    monkeypatch.setattr(
        "ui.shared.papers.QFileDialog.getSaveFileName", lambda *_: (next(answers), "")
    )
    parent = QWidget()
    found = [ask_paper(parent, "Lưu", "x") for _ in range(3)]
    assert found == [None, Path("/a/b.pdf"), Path("/a/b.PDF")]


def test_the_minutes_of_the_newest_sitting_stand_in_the_list(qtbot: QtBot, show: Show) -> None:
    workplace = show(Desk(sitting_session()))
    shown = workplace.focusProxy()
    assert isinstance(shown, QListView)
    shown.setCurrentIndex(shown.model().index(1, 0))
    ready(qtbot, workplace)
    assert workplace.paper is not None
    text = PdfReader(BytesIO(workplace.paper.content)).pages[0].extract_text()
    assert "BIÊN BẢN" in text
    assert workplace._proposed_name() == "Bien-ban-2022-So-Tai-Nguyen-Va-Mt.pdf"
    grab(workplace, "bao-cao-bien-ban")
    workplace.leave()


def test_without_a_sitting_the_minutes_say_where_one_is_called(
    qtbot: QtBot, desk: Desk, show: Show
) -> None:
    workplace = show(desk)
    workplace.choose(1)
    ready(qtbot, workplace)
    assert workplace.pane.sentence.startswith("Hồ sơ chưa có phiên họp nào.")
    assert not workplace.side.saver.isEnabled()
    workplace.choose(0)
    ready(qtbot, workplace)
    assert workplace.paper is not None
    workplace.leave()
