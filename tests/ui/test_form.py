"""The right side of Chấm điểm: every kind of criterion, committed, refused, undone."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cchc_desktop.commands.sample import sample_command
from cchc_desktop.session import Session
from tests.memory_store import MemoryStore
from tests.ui.screens import grab
from ui.marks.form import FormPanel
from ui.shared import theme
from ui.shared.desk import Desk
from ui.shared.workplace import WidthClass

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has none

SHEET = "hd2022-tinh"
START = datetime(2023, 5, 4, 14, 32, tzinfo=UTC)


@dataclass
class Bench:
    """A panel on the sample dossier, with what its tests look at."""

    qtbot: QtBot
    store: MemoryStore
    desk: Desk
    panel: FormPanel

    def go(self, code: str) -> None:
        self.desk.choose(f"hd2022-{code}")

    def row(self, code: str) -> Any:
        return self.desk.scores[f"hd2022-{code}"]

    def type(self, field: Any, text: str, key: Qt.Key | None = None) -> None:
        field.setFocus()
        field.selectAll()
        if text:
            self.qtbot.keyClicks(field, text)
        else:
            self.qtbot.keyClick(field, Qt.Key.Key_Delete)
        if key is not None:
            self.qtbot.keyClick(field, key)


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    store = MemoryStore()
    session = Session(store, lambda: START)
    session.run(sample_command())
    desk = Desk(session)
    panel = FormPanel(desk)
    qtbot.addWidget(panel)
    panel.resize(540, 900)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.activateWindow()
    yield Bench(qtbot, store, desk, panel)
    desk.leave()


WIDTHS = {
    "wide": (WidthClass.WIDE, 513, 860),
    "medium": (WidthClass.MEDIUM, 574, 700),
    "narrow": (WidthClass.NARROW, 440, 760),
    "tight": (WidthClass.NARROW, 340, 900),
}
KINDS = ("7.3", "1.2", "1.9", "8.1.2", "8.1.3", "8.2.1", "7", "4.9", "1.1", "8.1")


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("width", list(WIDTHS))
def test_every_kind_can_be_looked_at(bench: Bench, width: str, name: Any) -> None:
    theme.use(name)
    kind, wide, high = WIDTHS[width]
    bench.panel.resize(wide, high)
    bench.panel.set_width_class(kind)
    for code in KINDS:
        bench.go(code)
        bench.panel.focus_first_figure()
        path = grab(bench.panel, f"form-{code}-{width}-{name}")
        assert path.exists()
