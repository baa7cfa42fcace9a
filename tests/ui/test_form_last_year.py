"""The form of a trend: last year's figure is one press away, and says where it comes from."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cchc_desktop.commands.criteria import SetRule
from cchc_desktop.commands.marks import Place, SetFigure
from cchc_desktop.commands.sets import CopyAssessment
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.rules.trend import BEFORE, NOW, Trend
from tests.sample_session import ASSESSMENT
from tests.ui.form_bench import ENTER, SHEET, Bench, LockRound, node, open_bench
from tests.ui.screens import grab
from ui.marks.form_last_year import LastYearLine
from ui.shared import theme
from ui.shared.workplace import WidthClass
from ui.window.sheet_findings import SheetFindings

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has none
D = Decimal
TREND = Trend(rise=D("1"), same=D("0.5"), fall=D(0), label="Tỷ lệ hài lòng", unit="%")


def enter_2022(bench: Bench, value: str) -> None:
    bench.run(SetFigure(Place(SHEET, node("7.1"), Round.FIRST), NOW, D(value)))


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    with open_bench(qtbot) as found:
        found.run(SetRule(node("7.1"), TREND))
        copy = CopyAssessment(ASSESSMENT, 2023)
        found.run(copy)
        found.desk.open_assessment(copy.id)
        leaf = found.desk.tree.by_code("7.1")
        assert leaf is not None
        found.desk.choose(leaf.id)
        yield found


def line_of(bench: Bench) -> LastYearLine:
    return bench.panel.page.card.last_year


def press(bench: Bench) -> None:
    bench.qtbot.mouseClick(line_of(bench).button, Qt.MouseButton.LeftButton)


def test_the_button_takes_the_figure_and_the_line_says_its_source(bench: Bench) -> None:
    line = line_of(bench)
    assert line.words.text() == "Hồ sơ chưa có số của tiêu chí này trong Chỉ số 2022."
    assert line.button.isHidden()
    enter_2022(bench, "80.5")
    assert line.words.text() == "Chỉ số 2022, tiêu chí 7.1: 80,5"
    press(bench)
    assert [f.text() for f in bench.panel.page.card.figures.fields] == ["", "80,5"]
    assert line.words.text() == "Lấy từ Chỉ số 2022, tiêu chí 7.1"
    assert line.button.isHidden()
    bench.desk.undo()
    assert not line.button.isHidden()


def test_a_figure_that_differs_by_now_is_told_and_taken_again(bench: Bench) -> None:
    enter_2022(bench, "80.5")
    press(bench)
    enter_2022(bench, "82")
    line = line_of(bench)
    assert line.words.text() == "Chỉ số 2022, tiêu chí 7.1: 82, đang dùng 80,5"
    assert line.words.property("tone") == "opentext"
    assert len([f for f in SheetFindings(bench.desk).all if f.kind == "last_year_differs"]) == 1
    press(bench)
    assert not [f for f in SheetFindings(bench.desk).all if f.kind == "last_year_differs"]


def test_a_figure_typed_over_is_no_longer_from_there(bench: Bench) -> None:
    enter_2022(bench, "80.5")
    press(bench)
    bench.type(bench.panel.page.card.figures.fields[1], "79", ENTER)
    mark = bench.desk.cell.mark(bench.desk.criterion, bench.desk.round)
    assert mark is not None
    assert mark.figures[BEFORE].source == ""
    assert not line_of(bench).button.isHidden()


def test_only_a_trend_has_the_line_and_a_locked_round_no_button(bench: Bench) -> None:
    enter_2022(bench, "80.5")
    sheet = bench.desk.state.sheets_of(ASSESSMENT)[0].id
    bench.desk.switch(sheet, Round.FIRST)
    assert not line_of(bench).isHidden()
    bench.run(LockRound())
    assert line_of(bench).button.isHidden()
    bench.go("7.3")
    assert line_of(bench).isHidden()


@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_line_can_be_looked_at(bench: Bench, look: theme.Name) -> None:
    theme.use(look)
    enter_2022(bench, "80.5")
    grab(bench.panel, f"cham-so-nam-truoc-{look}")
    bench.panel.set_width_class(WidthClass.MEDIUM)
    grab(bench.panel, f"cham-so-nam-truoc-vua-{look}")
    bench.panel.resize(392, 700)
    bench.panel.set_width_class(WidthClass.NARROW)
    assert grab(bench.panel, f"cham-so-nam-truoc-hep-{look}").exists()
