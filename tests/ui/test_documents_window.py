"""The register in the window: its view, its menu entry, its screens."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui import rooms
from tests.ui.documents_place import documents_session
from tests.ui.screens import grab
from ui.describe.list_filling import ListFilling
from ui.describe.workplace import DescribeWorkplace
from ui.documents.coverage_panel import CoveragePanel
from ui.documents.ledger import Show
from ui.documents.panel import DocumentsPanel
from ui.evidence.preview import Preview
from ui.main_window import MainWindow
from ui.shared import theme


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with rooms.shown(qtbot, tmp_path, documents_session) as found:
        yield found


def register(window: MainWindow) -> DocumentsPanel:
    window.menus.actions["documents"].trigger()
    found = rooms.score_of(window).made["documents"]
    assert isinstance(found, DocumentsPanel)
    return found


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_screens_of_the_register(qtbot: QtBot, window: MainWindow, name: theme.Name) -> None:
    theme.use(name)
    panel = register(window)
    preview = panel.parts.preview
    assert isinstance(preview, Preview)
    for wide, high in ((1366, 696), (1920, 1008), (911, 480)):
        window.resize(wide, high)
        panel.view.go("d2")
        qtbot.waitUntil(lambda: bool(preview.where), timeout=30_000)
        assert grab(window, f"documents-{wide}x{high}-{name}").exists()


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_screens_of_the_coverage(qtbot: QtBot, window: MainWindow, name: theme.Name) -> None:
    theme.use(name)
    window.menus.actions["coverage"].trigger()
    panel = rooms.score_of(window).made["coverage"]
    assert isinstance(panel, CoveragePanel)
    for wide, high in ((1366, 696), (1920, 1008), (911, 480)):
        window.resize(wide, high)
        assert grab(window, f"coverage-{wide}x{high}-{name}").exists()


def test_documents_are_described_one_after_the_other_and_the_register_is_back(
    window: MainWindow,
) -> None:
    panel = register(window)
    lacking = tuple(rooms.opened(window).desk.state.documents)[:2]
    panel.describing_asked.emit(lacking)
    view = rooms.opened(window).view
    place = view.workplace("describe")
    assert isinstance(place, DescribeWorkplace)
    assert place.isVisible()
    assert place.queue.keys == lacking
    place.stop()
    assert panel.isVisible()


def test_the_menu_asks_for_a_list_of_documents(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    def answer(*given: object) -> tuple[str, str]:
        asked.append(given)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)
    for _ in range(2):
        window.menus.actions["list"].trigger()
    assert len(asked) == 2
    assert len(rooms.opened(window).view.findChildren(ListFilling)) == 1


def test_the_menu_asks_for_a_folder_of_codes(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    def answer(*given: object) -> str:
        asked.append(given)
        return ""

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", answer)
    for _ in range(2):
        window.menus.actions["spread"].trigger()
    assert len(asked) == 2


def test_filters_whose_chips_have_no_room_stand_in_a_menu(qtbot: QtBot, window: MainWindow) -> None:
    panel = register(window)
    assert panel.filters().isEmpty()
    window.resize(911, 480)
    qtbot.waitUntil(lambda: len(panel.filters().actions()) == 4)
    words = [action.text() for action in panel.filters().actions()]
    assert words == ["Ngoài năm (1)", "Chưa gắn (8)", "Trùng (0)", "Hỏng (1)"]
    panel.filters().actions()[1].trigger()
    assert panel.model.show is Show.UNLINKED
    assert panel.chips[Show.UNLINKED].isVisible(), "the filter that is on keeps its chip"
