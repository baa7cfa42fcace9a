"""Desks for tests of the score tree: the sample, and a set with every kind of row."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from decimal import Decimal

from pytestqt.qtbot import QtBot

from cchc_desktop.commands.base import Command
from cchc_desktop.commands.marks import Place
from cchc_desktop.commands.sample import sample_command
from cchc_desktop.domain.changes import ChangeSet, made
from cchc_desktop.domain.criteria import Criterion
from cchc_desktop.domain.ids import order_keys
from cchc_desktop.domain.marks import Mark, Round
from cchc_desktop.domain.rules.levels import Levels, ScoreLevel
from cchc_desktop.domain.rules.ratio import Ratio
from cchc_desktop.domain.rules.survey import Survey
from cchc_desktop.domain.state import State
from cchc_desktop.domain.units import Assessment, AssessmentLevel, Sheet, Unit
from cchc_desktop.session import Session
from tests.memory_store import MemoryStore
from ui.marks.score_tree import ScoreTreePanel
from ui.shared.desk import Desk

SHEET = "s"


@dataclass(frozen=True, slots=True)
class Found:
    """Fill an empty dossier with records."""

    changes: ChangeSet
    title: str = "lập hồ sơ"

    def plan(self, state: State) -> ChangeSet:
        return self.changes


def _clock() -> datetime:
    return datetime(2023, 4, 24, 14, 32, tzinfo=UTC)


def session_of(command: Command, store: MemoryStore | None = None) -> Session:
    session = Session(store or MemoryStore(), _clock)
    session.run(command)
    return session


def sample_desk() -> Desk:
    return Desk(session_of(sample_command()))


def panel_on(qtbot: QtBot, desk: Desk) -> ScoreTreePanel:
    panel = ScoreTreePanel(desk)
    qtbot.addWidget(panel)
    panel.resize(800, 700)
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    return panel


def kinds() -> tuple[Criterion, ...]:
    """One area with every kind of row, and a second one with two plain criteria."""
    levels = Levels(
        (ScoreLevel("m1", "một nửa", Decimal("0.5")), ScoreLevel("m2", "đủ", Decimal(1)))
    )
    bare = Criterion("", "a", "1", "", "", "")
    rows = (
        replace(bare, id="1", parent="", code="1", name="Lĩnh vực một", maximum=Decimal(12)),
        replace(bare, id="1.1", code="1.1", name="Nhập trực tiếp", maximum=Decimal(1)),
        replace(bare, id="1.2", code="1.2", name="Khảo sát", maximum=Decimal(2), rule=Survey()),
        replace(bare, id="1.3", code="1.3", name="Tỷ lệ", maximum=Decimal("1.5"), rule=Ratio()),
        replace(bare, id="1.4", code="1.4", name="Theo mức", maximum=Decimal(1), rule=levels),
        replace(bare, id="1.5", code="1.5", name="Chưa biết điểm tối đa"),
        replace(bare, id="1.6", code="1.6", name="Không áp dụng", maximum=Decimal("0.5")),
        replace(bare, id="2", parent="", code="2", name="Lĩnh vực hai", maximum=Decimal(5)),
        replace(bare, id="2.1", parent="2", code="2.1", name="Một ý", maximum=Decimal(2)),
        replace(bare, id="2.9", parent="2", code="2.9", name="Còn lại", is_balancing=True),
    )
    keys = order_keys(len(rows))
    return tuple(replace(row, order=key) for row, key in zip(rows, keys, strict=True))


def kinds_command(rounds: tuple[Round, ...] = (Round.SELF, Round.FIRST)) -> Found:
    changes = made("assessment", [Assessment("a", "Đợt", 2022, AssessmentLevel.PROVINCE, rounds)])
    changes += made("unit", [Unit("u", "Tỉnh")])
    changes += made("sheet", [Sheet(SHEET, "a", "u", "i")])
    changes += made("criterion", kinds())
    changes += made("mark", [Mark(SHEET, "1.6", Round.SHEET, not_applicable=True)])
    changes += made("mark", [Mark(SHEET, "1.1", Round.SELF, points=Decimal("0.75"))])
    return Found(changes)


def kinds_desk() -> Desk:
    desk = Desk(session_of(kinds_command()))
    desk.switch(SHEET, Round.FIRST)
    return desk


def place(criterion: str) -> Place:
    return Place(SHEET, criterion, Round.FIRST)
