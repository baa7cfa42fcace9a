"""Rà soát lists everything that is to be looked at, however much, and leads to its place."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.checks import Finding, FindingKind
from tests.ui import rooms
from tests.ui.screens import grab
from ui.main_window import MainWindow
from ui.window.review import ReviewDialog
from ui.window.status_bar import StatusBar


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    found = MainWindow(rooms.doors(), tmp_path / "settings.json")
    qtbot.addWidget(found)
    found.resize(1366, 728)
    found.show()
    assert found.open_dossier(tmp_path / "Hai-Duong-2022.cchc")
    yield found
    found.close()


def test_more_findings_than_a_menu_holds_stand_in_a_list(window: MainWindow) -> None:
    view = rooms.opened(window).view
    leaves = view.desk.tree.leaves
    many = [
        Finding(FindingKind.LOSS_WITHOUT_REASON, leaf.id, f"{leaf.code} bị trừ 0,1 chưa có lý do.")
        for leaf in (*leaves, *leaves)
    ]
    status = view.status
    assert isinstance(status, StatusBar)
    status._rest.stop()
    status.found = (*many, Finding(FindingKind.NO_APPRAISER, "", "Chưa có người thẩm định."))
    window.menus.actions["review"].trigger()
    (dialog,) = view.findChildren(ReviewDialog)
    assert dialog.table.model().rowCount() == len(many) + 1
    grab(dialog, "ra-soat-light")
    QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert view.desk.criterion == leaves[1].id
    assert not dialog.isVisible()
