"""Scoring a bonus and a penalty: signs, one field, no reason for what is not reached."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cchc_desktop.commands.marks import Place, SetFigure, SetPoints
from cchc_desktop.domain.criteria import ROOT
from cchc_desktop.domain.marks import Figure, Mark, Round
from cchc_desktop.session import Session
from tests.effects_dossier import OTHER, SHEET, effects_session, points
from tests.memory_store import MemoryStore
from tests.ui import rooms
from tests.ui.rounds_place import panel_on
from tests.ui.screens import grab
from ui.charts.area_rows import area_rows
from ui.main_window import MainWindow
from ui.marks.area_strip import AreaCell
from ui.marks.columns import Column
from ui.marks.form_facts import facts_of
from ui.marks.form_page import ScorePage
from ui.marks.ledger import Ledger
from ui.marks.looks import Look, look_of
from ui.marks.score_tree import ScoreTreePanel
from ui.marks.signs import Sign
from ui.marks.total_row import TotalRow
from ui.matrix.axes import Spot
from ui.matrix.book import MatrixBook
from ui.rank.standings import Standings
from ui.rank.workplace import RankWorkplace
from ui.rounds.columns import Column as RoundColumn
from ui.rounds.ledger import RoundsLedger, Show
from ui.shared import theme
from ui.shared.desk import Desk
from ui.shared.jobs import board
from ui.window.figures import round_words

D = Decimal
LATE = Mark(SHEET, "1.3", Round.FIRST, figures={"x": Figure(D(1))})
MARKS = (
    points("1.1", "38"), points("1.2", "20"), points("2.1", "40"), points("9.1", "1.5"), LATE,
    points("1.1", "30", OTHER), points("1.2", "20", OTHER), points("2.1", "40", OTHER),
)  # fmt: skip


@pytest.fixture
def desk() -> Desk:
    return Desk(effects_session(*MARKS))


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> ScorePage:
    found = ScorePage(desk, lambda: False)
    qtbot.addWidget(found)
    return found


def look(desk: Desk, node: str) -> Look:
    return look_of(Ledger(desk), node, 0)


def shown(page: ScorePage, desk: Desk, node: str) -> ScorePage:
    desk.choose(node)
    facts = facts_of(desk)
    assert facts is not None
    page.show_facts(facts)
    return page


def test_rows_carry_signs_and_say_them(desk: Desk) -> None:
    assert (look(desk, "9").maximum, look(desk, "9").points) == ("+3,0", "+1,5")
    assert (look(desk, "1.3").maximum, look(desk, "1.3").points) == ("−2,0", "−0,5")
    said = look(desk, "1.3").spoken(Column.MAXIMUM)
    assert said.endswith("−2,0, điểm trừ thêm, trừ vào tổng")
    assert look(desk, "1.1").spoken(Column.MAXIMUM).endswith("40,0")
    assert look(desk, ROOT).remark == "cộng điểm thưởng 1,5; trừ thêm 0,5; không vượt 100"


def test_what_nobody_claims_asks_for_nothing(desk: Desk) -> None:
    ledger = Ledger(desk)
    assert ledger.sign("9.2") is Sign.NONE
    assert ledger.sign("9.1") is Sign.MISSING
    assert ledger.sign("1.3") is Sign.LOST
    assert "9.2" not in ledger.unfinished()
    assert "1.3" in ledger.unreasoned()
    assert ledger.evidence("9") == (0, 1)


def test_the_evidence_that_a_bonus_needs_follows_its_points(desk: Desk) -> None:
    ledger = Ledger(desk)
    assert ledger.evidence("9") == (0, 1)
    desk.changed.connect(ledger.follow)
    desk.run(SetPoints(Place(SHEET, "9.2", Round.FIRST), D(1)))
    assert ledger.evidence("9") == (0, 2)


def test_a_bonus_has_one_field_and_no_losses(page: ScorePage, desk: Desk) -> None:
    pair = shown(page, desk, "9.1").card.pair
    assert page.losses.isHidden()
    assert pair.words == "Cộng thêm 1,5 điểm, nhiều nhất 2."
    assert not pair.lost.isVisibleTo(pair)
    assert pair.first is pair.points
    pair = shown(page, desk, "9.2").card.pair
    assert pair.words == "Chưa có điểm thưởng, nhiều nhất 2; không bắt buộc nhập."
    pair = shown(page, desk, "1.1").card.pair
    assert pair.lost.isVisibleTo(pair)
    assert not page.losses.isHidden()


def test_a_penalty_lists_its_reasons(page: ScorePage, desk: Desk) -> None:
    shown(page, desk, "1.3")
    assert not page.losses.isHidden()
    assert page.losses.verdict_words == "còn thiếu 0,5"
    assert page.head.state.text == "điểm trừ thêm"
    assert page.card.pair.words.startswith("Trừ thêm 0,5 điểm, nhiều nhất 2.")


def test_the_chart_the_head_and_the_rounds_know_them(desk: Desk) -> None:
    rows = {row.id: row for row in area_rows(desk.state, SHEET, desk.scores)}
    assert (rows["9"].points_shown, rows["9"].maximum_shown) == ("+1,5", "≤ 3,0")
    assert rows["9"].sentence.endswith("Cộng thêm 1,5 điểm, nhiều nhất 3.")
    assert round_words(desk.scores).aside.startswith("cộng điểm thưởng 1,5")
    ledger = RoundsLedger(desk)
    assert ledger.text(ledger.rows["1.3"], RoundColumn.MAXIMUM) == "−2,0"
    assert ledger.text(ledger.rows["9.2"], RoundColumn.DECISION) == "không đề nghị"


def test_a_league_looks_at_the_full_set_without_bonuses(desk: Desk) -> None:
    standings = Standings(desk)
    rows = [standings.row(at) for at in range(2)]
    assert [row.sheet for row in rows] == [SHEET, OTHER]
    assert all(row.is_full for row in rows)
    assert rows[0].areas[2].points == D("1.5")
    assert rows[0].areas[2].percent is None
    assert standings.maximum_of(standings.areas[2]) is None


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    def opened(path: Path) -> Session:
        return effects_session(*MARKS, store=MemoryStore(path))

    found = MainWindow(rooms.doors(opened), tmp_path / "settings.json")
    qtbot.addWidget(found)
    found.show()
    yield found
    found.close()
    board.stop_all()
    QApplication.processEvents()


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(1366, 696), (1920, 1008), (911, 440)])
@pytest.mark.parametrize("code", ["9", "1.3"])
def test_it_is_drawn(
    window: MainWindow, code: str, width: int, height: int, name: theme.Name
) -> None:
    theme.use(name)
    window.resize(width, height)
    window.open_dossier(Path("Thuong.cchc"))
    rooms.opened(window).desk.choose(code)
    assert grab(window, f"score-effects-{code}-{width}-{name}").exists()


def test_rounds_and_ranks_are_drawn(qtbot: QtBot, desk: Desk) -> None:
    desk.run(SetPoints(Place(SHEET, "9.1", Round.SELF), D(2)))
    desk.run(SetFigure(Place(SHEET, "1.3", Round.SELF), "x", D(0)))
    desk.choose("1.3")
    rounds = panel_on(qtbot, desk)
    rounds.chips[Show.ALL].click()
    assert grab(rounds, "rounds-effects").exists()
    ranks = RankWorkplace(desk)
    qtbot.addWidget(ranks)
    ranks.resize(1278, 560)
    ranks.show()
    assert grab(ranks, "ranks-effects").exists()


def test_the_matrix_draws_a_penalty_with_its_minus_and_copies_it_without(desk: Desk) -> None:
    cell = MatrixBook(desk).look(Spot(SHEET, "1.3"))
    assert cell.signed(cell.text) == "−0,5"
    assert cell.said.startswith("−0,5")
    assert cell.plain == "0,5"
    bonus = MatrixBook(desk).look(Spot(SHEET, "9.1"))
    assert bonus.signed(bonus.text) == "+1,5"
    assert bonus.signed("0,0") == "0,0"
    normal = MatrixBook(desk).look(Spot(SHEET, "1.1"))
    assert normal.signed(normal.text) == normal.text


def test_the_strip_of_areas_shows_points_of_a_bonus_not_a_share(qtbot: QtBot, desk: Desk) -> None:
    strip = QWidget()
    qtbot.addWidget(strip)
    cell = AreaCell("9", strip)
    cell.show_row(desk.scores["9"])
    assert cell.accessibleName() == "Lĩnh vực 9: được +1,5"
    cell.show_row(desk.scores["2"])
    assert cell.accessibleName() == "Lĩnh vực 2: được 100 %"


def test_the_total_tells_how_it_comes_about(qtbot: QtBot, desk: Desk) -> None:
    panel = ScoreTreePanel(desk)
    qtbot.addWidget(panel)
    (row,) = panel.findChildren(TotalRow)
    QApplication.sendEvent(row, QHelpEvent(QEvent.Type.ToolTip, QPoint(1, 1), QPoint(1, 1)))
    assert "Thay số: 57,5 + 40 + 1,5 = 99" in row.toolTip()
    assert "cộng điểm thưởng 1,5" in row.accessibleDescription()
