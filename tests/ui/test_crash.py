import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.errors import CchcError
from ui.shared import crash
from ui.shared.crash import CrashDialog, details_of


@pytest.fixture
def hook() -> Iterator[None]:
    before = sys.excepthook
    crash.install("0.1.0", lambda: "Hồ sơ giữ nguyên.")
    yield
    sys.excepthook = before


def bug() -> KeyError:
    marks: dict[str, int] = {}
    try:
        marks["7.3 Sở Nội vụ"]
    except KeyError as error:
        return error
    raise AssertionError


def test_details_name_places_but_hold_no_data() -> None:
    details = details_of(bug(), "0.1.0")
    assert "KeyError" in details
    assert "test_crash.py" in details
    assert "Sở Nội vụ" not in details
    assert "/home" not in details
    assert "CCHC Desktop 0.1.0" in details


def test_the_dialog_copies_its_details(qtbot: QtBot) -> None:
    dialog = CrashDialog("KeyError", "Hồ sơ giữ nguyên.")
    qtbot.addWidget(dialog)
    names = {b.accessibleName() for b in dialog.findChildren(QAbstractButton)}
    assert names >= {"Sao chép chi tiết", "Đóng chương trình", "Làm việc tiếp"}
    dialog.copy()
    assert QGuiApplication.clipboard().text() == "KeyError"


@pytest.mark.usefixtures("hook")
@pytest.mark.logs
def test_after_a_bug_the_work_goes_on(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    seen: list[bool] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, CrashDialog)
        seen.append(dialog.wants_close)
        dialog.reject()

    QTimer.singleShot(0, answer)
    error = bug()
    sys.excepthook(KeyError, error, error.__traceback__)
    assert seen == [False]
    assert "bug" in caplog.text


@pytest.mark.usefixtures("hook")
@pytest.mark.logs
def test_a_bug_of_a_dialog_that_goes_is_told_above_its_window(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    passing = QDialog(window)
    with qtbot.waitActive(passing, timeout=15_000):
        window.show()
        passing.show()
        passing.activateWindow()
    told: list[QWidget | None] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, CrashDialog)
        told.append(dialog.parentWidget())
        dialog.reject()

    passing.deleteLater()
    QTimer.singleShot(0, answer)
    error = bug()
    sys.excepthook(KeyError, error, error.__traceback__)
    assert told == [window]


@pytest.mark.usefixtures("hook")
@pytest.mark.logs
def test_what_a_person_can_mend_is_told_without_the_dialog(qtbot: QtBot) -> None:
    told: list[CchcError] = []
    crash.install("0.1.0", str, told.append)
    error = CchcError("Dữ liệu trong hồ sơ có chỗ không đọc được.")
    sys.excepthook(CchcError, error, None)
    assert told == [error]
    assert QApplication.activeModalWidget() is None
