"""Every screen is rendered to build/screens for a person to look at; nothing is compared."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cchc_desktop import settings
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.settings import Recent
from tests.ui import job_work, rooms
from tests.ui.screens import grab
from ui.main_window import MainWindow
from ui.shared import theme
from ui.shared.crash import CrashDialog
from ui.shared.jobs import board, run_in_thread
from ui.start.new_dossier import NewDossierDialog
from ui.window.help import HelpDialog
from ui.window.score_layout import ScoreWorkplace

SIZES = ((1920, 1008), (1366, 696), (1093, 542), (1093, 500))


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    path = tmp_path / "settings.json"
    recent = (
        Recent(str(tmp_path / "mat.cchc"), "2026-11-02T16:05:00+07:00", "Cấp huyện 2022"),
        Recent(str(path), "2026-11-18T08:00:00+07:00", "Sở, ban, ngành 2022", "chưa đủ điểm"),
    )
    settings.save(path, settings.Settings(recent=recent))
    found = MainWindow(rooms.doors(), path)
    qtbot.addWidget(found)
    found.show()
    yield found
    found.close()
    board.stop_all()
    QApplication.processEvents()


def open_criterion(window: MainWindow, code: str) -> None:
    window.open_dossier(Path("Hai-Duong-2022.cchc"))
    desk = rooms.opened(window).desk
    node = desk.tree.by_code(code)
    assert node is not None
    desk.choose(node.id)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_scoring(
    qtbot: QtBot, window: MainWindow, width: int, height: int, name: theme.Name
) -> None:
    theme.use(name)
    window.resize(width, height)
    open_criterion(window, "7.3")
    status = rooms.status_of(rooms.opened(window).view)
    qtbot.waitUntil(lambda: len(status.open_words) > 0)
    assert grab(window, f"window-{width}x{height}-{name}").exists()


def test_the_filter_row_shares_the_line_of_the_head_bar_in_a_low_window(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.resize(1093, 500)
    open_criterion(window, "7.3")
    view = rooms.opened(window).view
    head, lent = view.head, view.workplace("score")
    assert isinstance(lent, ScoreWorkplace)
    row = lent.lend_row(low=True)
    assert row is not None
    assert head.isAncestorOf(row)
    window.resize(1093, 600)
    assert not head.isAncestorOf(row)
    assert row.isVisible()


@pytest.mark.parametrize("name", ["light", "dark"])
def test_start(qtbot: QtBot, window: MainWindow, name: theme.Name) -> None:
    theme.use(name)
    window.resize(1366, 696)
    qtbot.waitUntil(lambda: "Không mở được" in window.start.rows[0].line)
    assert grab(window, f"start-{name}").exists()


def test_error_bar_and_job_strip(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(1366, 696)
    open_criterion(window, "7.3")
    view = rooms.opened(window).view
    error = CchcError("Không ghi được vào hồ sơ: ổ đĩa đã đầy.", "Hãy giải phóng ổ đĩa.")
    error.__cause__ = OSError(28, "No space left on device")
    view.show_error(error, lambda: None)
    strip = view.job_strip
    run_in_thread("Đang đọc tài liệu kiểm chứng", job_work.go_on_for_ever)
    qtbot.waitUntil(lambda: not strip.isHidden())
    assert grab(window, "window-error-and-job").exists()


def test_dialogs(qtbot: QtBot) -> None:
    details = "14:32:07  KeyError\n  ui/marks/form.py:141  take\nCCHC Desktop 0.1.0"
    for name, dialog in (
        ("crash", CrashDialog(details, "Hồ sơ giữ nguyên trạng thái đúng gần nhất.")),
        ("new", NewDossierDialog()),
        ("help", HelpDialog("0.1.0")),
    ):
        qtbot.addWidget(dialog)
        dialog.show()
        assert grab(dialog, f"dialog-{name}").exists()
