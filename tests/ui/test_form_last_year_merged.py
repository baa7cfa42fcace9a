"""A trend of a merged unit: each unit before the merger offers its figure, none are added."""

from datetime import date
from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from cchc_desktop.commands.criteria import SetRule
from cchc_desktop.commands.last_year import TakeLastYear
from cchc_desktop.commands.marks import Place, SetFigure
from cchc_desktop.commands.mergers import MergeUnits
from cchc_desktop.commands.sets import CopyAssessment
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.last_year import last_figures
from cchc_desktop.domain.marks import Figure
from cchc_desktop.domain.rules.trend import BEFORE, NOW, Trend
from tests.ui.league import league_desk
from tests.ui.screens import grab
from tests.ui.units_place import unit_of
from ui.marks.form import FormPanel
from ui.marks.form_last_year import LastYearLine
from ui.shared.desk import Desk
from ui.window.sheet_findings import SheetFindings

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has none
D = Decimal
TREND = Trend(rise=D(1), same=D("0.5"), fall=D(0), label="Số thủ tục", unit="thủ tục")
OLD, NEW = "Sở Kế hoạch và Đầu tư", "Sở Tài chính"
FROM_OLD = f"lấy từ Chỉ số 2022, tiêu chí 1.1, {OLD}"


def sheet_of(desk: Desk, name: str, assessment: str) -> str:
    unit = unit_of(desk, name).id
    return next(s.id for s in desk.state.sheets_of(assessment) if s.unit == unit)


@pytest.fixture
def desk() -> Desk:
    """Return the departments of 2023, two of which became one; 1.1 is a trend in both years."""
    found = league_desk()
    leaf = next(each for each in found.state.tree("so").leaves if not each.is_survey)
    found.run(SetRule(leaf.id, TREND))
    last_round = found.state.assessments["so"].rounds[-1]
    for name, value in ((OLD, 7), (NEW, 5)):
        place = Place(sheet_of(found, name, "so"), leaf.id, last_round)
        found.run(SetFigure(place, NOW, D(value)))
    found.run(MergeUnits((unit_of(found, OLD).id,), date(2023, 1, 1), unit_of(found, NEW).id))
    copying = CopyAssessment("so", 2023)
    found.run(copying)
    found.open_assessment(copying.id)
    found.switch(sheet_of(found, NEW, copying.id), found.round)
    node = found.tree.by_code(leaf.code)
    assert node is not None
    found.choose(node.id)
    return found


@pytest.fixture
def line(qtbot: QtBot, desk: Desk) -> LastYearLine:
    panel = FormPanel(desk)
    qtbot.addWidget(panel)
    panel.resize(540, 700)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel.page.card.last_year


def used(desk: Desk) -> Figure | None:
    mark = desk.cell.mark(desk.criterion, desk.round)
    return mark.figures.get(BEFORE) if mark is not None else None


def test_each_unit_before_the_merger_has_its_own_figure(desk: Desk) -> None:
    found = last_figures(desk.state, desk.sheet, desk.criterion)
    assert [(each.name, each.figure.value) for each in found] == [("", D(5)), (OLD, D(7))]


def test_the_line_names_them_and_the_button_asks_whose_is_taken(
    desk: Desk, line: LastYearLine
) -> None:
    code = desk.tree[desk.criterion].code
    told = f"Chỉ số 2022, tiêu chí {code}, từng đơn vị riêng, không cộng: {NEW} 5; {OLD} 7"
    assert line.words.text() == told
    assert not line.button.isHidden()
    menu = line.menu()
    assert [act.text() for act in menu.actions()] == [f"{NEW}: 5", f"{OLD}: 7"]
    menu.actions()[1].trigger()
    taken = used(desk)
    assert taken is not None
    assert (taken.value, taken.source) == (D(7), FROM_OLD.replace("1.1", code))
    assert not line.button.isHidden()  # another one may still be chosen
    line.menu().actions()[0].trigger()
    assert used(desk) == Figure(D(5), f"lấy từ Chỉ số 2022, tiêu chí {code}", None)
    desk.undo()
    assert used(desk) == taken


def test_a_taken_figure_is_held_against_the_unit_it_came_from(desk: Desk) -> None:
    old = unit_of(desk, OLD).id
    desk.run(TakeLastYear(Place(desk.sheet, desk.criterion, desk.round), old))
    assert not [each for each in SheetFindings(desk).all if each.kind == "last_year_differs"]
    there = desk.state.tree("so").by_code(desk.tree[desk.criterion].code)
    assert there is not None
    last_round = desk.state.assessments["so"].rounds[-1]
    desk.session.run(SetFigure(Place(sheet_of(desk, OLD, "so"), there.id, last_round), NOW, D(8)))
    (told,) = [each for each in SheetFindings(desk).all if each.kind == "last_year_differs"]
    assert f"{OLD}) ghi 8." in told.sentence


def test_a_figure_typed_for_a_merged_unit_is_held_against_none(
    desk: Desk, line: LastYearLine
) -> None:
    place = Place(desk.sheet, desk.criterion, desk.round)
    desk.run(SetFigure(place, BEFORE, D(12)))
    assert not [each for each in SheetFindings(desk).all if each.kind == "last_year_differs"]
    assert "không cộng" in line.words.text()


def test_a_unit_that_was_not_merged_has_only_its_own(desk: Desk) -> None:
    place = Place(sheet_of(desk, "Sở Y tế", desk.assessment), desk.criterion, desk.round)
    with pytest.raises(CchcError, match="chưa có số"):
        desk.session.run(TakeLastYear(place, unit_of(desk, OLD).id))


def test_the_line_is_drawn(line: LastYearLine) -> None:
    assert grab(line.window(), "cham-so-nam-truoc-gop").exists()
