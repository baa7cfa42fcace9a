"""What the set asks for is said where the documents and the points are entered."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cchc_desktop import settings
from cchc_desktop.commands.criterion_info import EditCriterion
from cchc_desktop.domain.criteria import Criterion
from tests.memory_store import MemoryStore
from tests.ui import rooms
from tests.ui.evidence_room import LEAF, Room
from tests.ui.screens import grab
from ui.main_window import MainWindow
from ui.marks.form_head import FormHead
from ui.shared import theme
from ui.shared.desk import Desk
from ui.shared.jobs import board
from ui.window.score_layout import ScoreWorkplace

REQUIRED = "Báo cáo số hồ sơ trực tuyến của từng sở, huyện; biểu 05 kèm Công văn 55/TB-VPCP"


def ask(desk: Desk, node: Criterion) -> None:
    command = EditCriterion(
        node.id, node.code, node.name, node.short_name, evidence_required=REQUIRED,
        due=date(2022, 12, 31), method=node.method,
    )  # fmt: skip
    assert desk.run(command)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    settings.save(tmp_path / "settings.json", settings.Settings())
    found = MainWindow(rooms.doors(), tmp_path / "settings.json")
    qtbot.addWidget(found)
    found.show()
    yield found
    found.close()
    board.stop_all()
    QApplication.processEvents()


def test_the_empty_panel_says_which_documents_the_set_asks_for(qtbot: QtBot) -> None:
    room = Room(qtbot, MemoryStore())
    assert "Cần có" not in room.panel.empty.words
    ask(room.desk, room.desk.tree[LEAF])
    assert room.panel.empty.words.endswith(f"Cần có: {REQUIRED}")
    room.panel.cancel_all()


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(1920, 1008), (1366, 696), (911, 440)])
def test_the_head_of_the_form_says_the_last_day(
    window: MainWindow, width: int, height: int, name: theme.Name
) -> None:
    theme.use(name)
    window.resize(width, height)
    window.open_dossier(Path("Hai-Duong-2022.cchc"))
    desk = rooms.opened(window).desk
    desk.choose(LEAF)
    ask(desk, desk.tree[LEAF])
    place = rooms.opened(window).view.workplace("score")
    assert isinstance(place, ScoreWorkplace)
    (head,) = place.form.findChildren(FormHead)
    assert head.meta.text().endswith("hạn 31/12/2022")
    assert not head.meta.isHidden()
    assert grab(window, f"required-{width}x{height}-{name}").exists()
