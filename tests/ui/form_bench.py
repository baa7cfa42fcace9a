"""A form panel on the sample dossier, for tests of the right side of Chấm điểm."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cchc_desktop.commands.sample import sample_command
from cchc_desktop.domain.changes import ChangeSet, altered
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.scoring import ScoreRow
from cchc_desktop.domain.state import State
from cchc_desktop.session import Session
from tests.memory_store import MemoryStore
from ui.marks.form import FormPanel
from ui.shared.desk import Desk

SHEET = "hd2022-tinh"
START = datetime(2023, 5, 4, 14, 32, tzinfo=UTC)
ENTER = Qt.Key.Key_Return


@dataclass(frozen=True)
class LockRound:
    """Locks the first round; no window does this yet."""

    title: str = "khóa vòng"

    def plan(self, state: State) -> ChangeSet:
        return altered("sheet", state.sheets[SHEET], {"locked": (Round.FIRST,)})


@dataclass
class Bench:
    """A panel on the sample dossier, with what its tests look at."""

    qtbot: QtBot
    store: MemoryStore
    desk: Desk
    panel: FormPanel

    def go(self, code: str) -> None:
        """Choose a criterion by its code."""
        self.desk.choose(node(code))

    def row(self, code: str) -> ScoreRow:
        """Return the score of a criterion."""
        return self.desk.scores[node(code)]

    def points(self, code: str) -> Decimal | None:
        """Return the points of a criterion."""
        return self.row(code).points

    def type(self, field: QWidget, text: str, key: Qt.Key | None = None) -> None:
        """Type over what stands in a field, then press a key."""
        field.setFocus()
        self.qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        if text:
            self.qtbot.keyClicks(field, text)
        else:
            self.qtbot.keyClick(field, Qt.Key.Key_Delete)
        if key is not None:
            self.qtbot.keyClick(field, key)

    def run(self, command: Any) -> None:
        """Run a command as another part of the window would."""
        assert self.desk.run(command)


def node(code: str) -> str:
    """Return the id of a criterion of the sample."""
    return f"hd2022-{code}"


@contextmanager
def open_bench(qtbot: QtBot) -> Iterator[Bench]:
    """Show a panel on the sample dossier."""
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
