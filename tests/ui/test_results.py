"""The search shows documents with their page and words; what nobody read is read meanwhile."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCompleter
from pytestqt.qtbot import QtBot

from cchc_desktop.clock import now
from cchc_desktop.commands.evidence import AttachDocument, Content, DescribeDocument
from cchc_desktop.commands.sample import sample_command
from cchc_desktop.domain.texts import TextFault
from cchc_desktop.exchange.extraction import contents_of, read_missing
from cchc_desktop.progress import Progress
from cchc_desktop.session import Session
from db import create_dossier, open_dossier
from tests.exchange.office_files import a_docx, a_pdf_of
from tests.sample_session import SHEET, node
from tests.ui import rooms
from tests.ui.rooms import opened
from tests.ui.screens import grab
from ui.evidence.preview import Preview
from ui.evidence.reading import Reading
from ui.main_window import MainWindow
from ui.opened import opener
from ui.places import RESULTS
from ui.results.lines import LINE, Group, Line, Show
from ui.results.page import ResultsPage
from ui.shared.desk import Desk
from ui.shared.doors import Doors
from ui.shared.jobs import board
from ui.window.score_layout import ScoreWorkplace

PAGES = ["Kế hoạch cải cách hành chính năm 2022", "Tăng cường chỉ đạo, điều hành của UBND tỉnh"]
ENTER, CTRL = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    path = tmp_path / "mẫu.cchc"
    session = Session(create_dossier(path), now)
    session.run(sample_command())
    attach(session, a_pdf_of(tmp_path / "KH 12.pdf", PAGES), "1.2", "d1")
    attach(session, a_docx(tmp_path / "Thông báo.docx"), "7.3", "d2")
    session.run(DescribeDocument("d1", "12/KH-UBND", issuer="UBND tỉnh"))
    session.close()
    return path


def attach(session: Session, path: Path, code: str, key: str) -> None:
    staged = session.store.vault.stage(path, Progress())
    content = Content(path.name, staged.sha256, staged.size)
    session.run(AttachDocument(SHEET, node(code), content, now(), document=key))


@pytest.fixture
def window(qtbot: QtBot, dossier: Path, tmp_path: Path) -> Iterator[MainWindow]:
    session = Session(open_dossier(dossier), now)
    read_missing(session, Progress())
    session.close()
    doors = Doors(opener(lambda path: Session(open_dossier(path), now)), str, lambda *_: None)  # type: ignore[arg-type]
    window = MainWindow(doors, tmp_path / "settings.json")
    qtbot.addWidget(window)
    window.resize(1366, 728)
    window.show()
    assert window.open_dossier(dossier)
    yield window
    window.close()


def searched(qtbot: QtBot, window: MainWindow, text: str) -> ResultsPage:
    field = rooms.head_of(opened(window).view).search
    field.setFocus()
    field.clear()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, ENTER, CTRL)
    place = opened(window).view.workplace("score")
    assert isinstance(place, ScoreWorkplace)
    assert place.view == RESULTS
    page = place.made[RESULTS]
    assert isinstance(page, ResultsPage)
    qtbot.waitUntil(lambda: field.text() == text)
    return page


def rows_of(page: ResultsPage) -> list[object]:
    return [page.model.index(row, 0).data(LINE) for row in range(page.model.rowCount())]


def test_words_lead_to_documents_pages_and_criteria(qtbot: QtBot, window: MainWindow) -> None:
    page = searched(qtbot, window, "dieu hanh")
    rows = rows_of(page)
    groups = [row.title for row in rows if isinstance(row, Group)]
    lines = [row for row in rows if isinstance(row, Line)]
    assert groups == ["Tiêu chí", "Tài liệu"]
    assert (lines[-1].title, lines[-1].page, lines[-1].codes) == ("12/KH-UBND", "tr. 2", ("1.2",))
    begin, end = lines[-1].excerpt.spans[0]
    assert lines[-1].excerpt.text[begin:end] == "điều"
    page.list.setCurrentIndex(page.model.index(page.model.rowCount() - 1, 0))
    qtbot.waitUntil(lambda: "Trang 2 / 2" in page._preview.widget.where)  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: not board.running, timeout=15_000)
    grab(window, "results-1366x728")
    QTest.keyClick(page.list, ENTER, CTRL)
    assert opened(window).desk.criterion == node("1.2")
    place = opened(window).view.workplace("score")
    assert isinstance(place, ScoreWorkplace)
    assert place.view == "sheet"


def test_every_row_is_spoken(qtbot: QtBot, window: MainWindow) -> None:
    page = searched(qtbot, window, "dieu hanh")
    said = [
        page.model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(page.model.rowCount())
    ]
    assert said[0] == "Tiêu chí 1"
    assert said[1].startswith("Công tác chỉ đạo, điều hành CCHC, Lĩnh vực, Cấp tỉnh 2022, 1 · ")
    assert said[-1] == "12/KH-UBND, UBND tỉnh, tr. 2, Tăng cường chỉ đạo, điều hành của UBND tỉnh"


def test_every_hit_has_the_icon_of_its_kind(qtbot: QtBot, window: MainWindow) -> None:
    page = searched(qtbot, window, "dieu hanh")
    lines = [row for row in rows_of(page) if isinstance(row, Line)]
    assert [line.icon for line in lines] == ["score", "pdf"]
    assert lines[0].aside == "Lĩnh vực, Cấp tỉnh 2022"
    assert [show.icon for show in page.chips] == ["", "score", "file"]
    page = searched(qtbot, window, "cac tieu chi con lai")
    assert page.line is not None
    assert page.line.aside == "phần chưa tách, Cấp tỉnh 2022"
    page = searched(qtbot, window, "thong bao")
    assert [row.icon for row in rows_of(page) if isinstance(row, Line)] == ["word"]


def test_chips_show_one_kind_and_esc_goes_back(qtbot: QtBot, window: MainWindow) -> None:
    page = searched(qtbot, window, "cai cach")
    assert page.chips[Show.ALL].isChecked()
    page.chips[Show.DOCUMENTS].click()
    assert page.model.rowCount() == 1 + page.model.count(Show.DOCUMENTS)
    page.chips[Show.CRITERIA].click()
    assert all(
        getattr(page.model.index(row, 0).data(Qt.ItemDataRole.UserRole), "title", "") != "Tài liệu"
        for row in range(page.model.rowCount())
    )
    line = page.line
    assert line is not None
    assert page._named.text() == f"{line.codes[0]}  {line.title}"
    assert page._preview.widget.isHidden()
    with qtbot.waitSignal(page.left):
        QTest.keyClick(page.list, Qt.Key.Key_Escape)


def test_the_words_are_marked_in_the_document_and_f3_goes_on(
    qtbot: QtBot, window: MainWindow
) -> None:
    page = searched(qtbot, window, "cai cach")
    page.chips[Show.DOCUMENTS].click()
    preview = page.findChild(Preview)
    assert isinstance(preview, Preview)
    qtbot.waitUntil(lambda: preview.finding._bar.words == "cải cách")
    qtbot.waitUntil(lambda: bool(preview.finding.places), timeout=30_000)
    rest(qtbot, preview)
    first, marked = preview.page, preview.finding.boxes(preview.page)
    assert marked[0]
    assert marked[1]
    QTest.keyClick(page.list, Qt.Key.Key_F3)
    rest(qtbot, preview)
    QTest.keyClick(page.list, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    rest(qtbot, preview)
    assert preview.page == first


def rest(qtbot: QtBot, preview: Preview) -> None:
    qtbot.waitUntil(lambda: not preview.is_busy, timeout=30_000)


def test_esc_goes_back_to_the_view_that_the_search_was_begun_in(
    qtbot: QtBot, window: MainWindow
) -> None:
    place = opened(window).view.workplace("score")
    assert isinstance(place, ScoreWorkplace)
    place.show_view("documents")
    page = searched(qtbot, window, "cai cach")
    popups = [each.popup() for each in window.findChildren(QCompleter)]
    assert popups
    assert not any(popup is not None and popup.isVisible() for popup in popups)
    searched(qtbot, window, "dieu hanh")
    QTest.keyClick(page.list, Qt.Key.Key_Escape)
    assert place.view == "documents"


def test_nothing_found_says_what_to_do(qtbot: QtBot, window: MainWindow) -> None:
    page = searched(qtbot, window, "xyz khong co")
    assert page.list.isHidden()
    assert "Thử ít chữ hơn" in page.nothing.text()
    focus = window.focusWidget()
    assert focus is not None
    assert page.isAncestorOf(focus), "keys lead back from here"
    assert page._side.isHidden(), "there is no page to show"
    assert page.line is None
    page.go()
    page.open()
    grab(window, "results-nothing")
    with qtbot.waitSignal(page.left):
        QTest.keyClick(focus, Qt.Key.Key_Escape)


def test_enter_opens_a_document_read_only(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    def note(url: QUrl) -> bool:
        told.append(url.fileName())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", note)
    page = searched(qtbot, window, "55/TB-VPCP")
    QTest.keyClick(page.list, ENTER)
    qtbot.waitUntil(lambda: told == ["Thông báo.docx"])


def test_what_nobody_read_is_read_in_the_background(qtbot: QtBot, dossier: Path) -> None:
    session = Session(open_dossier(dossier), now)
    desk = Desk(session)
    reading = Reading(desk)
    waiting = contents_of(session.state)
    assert session.store.texts.missing(waiting) == waiting
    qtbot.waitUntil(lambda: not session.store.texts.missing(waiting), timeout=30_000)
    assert set(session.store.texts.faults().values()) == {TextFault.NONE}
    qtbot.waitUntil(lambda: not reading.is_busy, timeout=15_000)
    reading.stop()
    desk.leave()
    session.close()


def test_reading_that_is_stopped_leaves_the_rest(qtbot: QtBot, dossier: Path) -> None:
    session = Session(open_dossier(dossier), now)
    desk = Desk(session)
    reading = Reading(desk)
    qtbot.waitUntil(lambda: bool(board.running), timeout=15_000)
    reading.stop()
    qtbot.waitUntil(lambda: not board.running, timeout=15_000)
    assert all(fault is TextFault.NONE for fault in session.store.texts.faults().values())
    desk.leave()
    session.close()


def test_what_was_mended_is_read_anew(qtbot: QtBot, dossier: Path) -> None:
    session = Session(open_dossier(dossier), now)
    desk = Desk(session)
    reading = Reading(desk)
    texts, waiting = session.store.texts, contents_of(session.state)
    qtbot.waitUntil(lambda: not texts.missing(waiting) and not reading.is_busy, timeout=30_000)
    texts.forget(waiting[:1])
    desk.faults_found.emit()
    qtbot.waitUntil(lambda: not texts.missing(waiting) and not reading.is_busy, timeout=30_000)
    reading.stop()
    desk.leave()
    session.close()
