"""The start screen: the newest dossier is one Enter away, and nothing is cut off in any width."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from cchc_desktop import settings
from cchc_desktop.settings import Recent, Settings
from tests.ui import rooms
from tests.ui.screens import grab
from ui.main_window import MainWindow
from ui.shared import theme
from ui.window.head_bar import HeadBar


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    path = tmp_path / "settings.json"
    names = ("Hai-Duong-2022.cchc", "So-nganh-2022.cchc")
    for name in names:
        (tmp_path / name).touch()
    recent = tuple(Recent(str(tmp_path / name), "", "Cấp tỉnh 2022", "83,52") for name in names)
    settings.save(path, Settings(recent=recent))
    found = MainWindow(rooms.doors(), path)
    qtbot.addWidget(found)
    found.resize(911, 480)
    found.show()
    found.activateWindow()
    qtbot.waitUntil(found.isActiveWindow)
    yield found
    found.close()


def test_enter_opens_the_newest_dossier(qtbot: QtBot, window: MainWindow) -> None:
    first = window.start.rows[0]
    qtbot.waitUntil(first.hasFocus)
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert rooms.opened(window).path == Path(first.path)
    window.close_dossier()
    qtbot.waitUntil(window.start.rows[0].hasFocus)


@pytest.mark.parametrize("wide", [911, 1366])
def test_the_recent_dossiers_have_room_in_every_width(window: MainWindow, wide: int) -> None:
    window.resize(wide, 480)
    grab(window, f"dau-{wide}-light")
    (scroll,) = window.start.findChildren(QScrollArea)
    assert scroll.horizontalScrollBar().maximum() == 0
    row = window.start.rows[0]
    right = row.mapTo(window, QPoint(row.width(), 0)).x()
    assert right <= window.width() - 24
    assert row.width() <= 592


def test_a_dossier_opened_in_a_narrow_window_has_figures_of_its_size(window: MainWindow) -> None:
    assert window.open_dossier(Path(window.start.rows[0].path))
    QApplication.processEvents()
    head = rooms.opened(window).view.head
    assert isinstance(head, HeadBar)
    assert head.this_round._value.font().pointSizeF() == theme.POINTS["title"]
    window.resize(1366, 696)
    QApplication.processEvents()
    assert head.this_round._value.font().pointSizeF() == theme.POINTS["fig"]
