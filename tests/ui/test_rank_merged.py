"""A merged unit shows what each unit before it had, never a sum."""

from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cchc_desktop.commands.mergers import MergeUnits
from cchc_desktop.commands.sets import CopyAssessment
from cchc_desktop.domain.changes import ChangeSet, made
from cchc_desktop.domain.state import State
from cchc_desktop.domain.units import Published
from cchc_desktop.session.earlier import earlier_of
from tests.ui.league import league_desk
from tests.ui.screens import grab
from tests.ui.units_place import unit_of
from ui.rank.columns import Column
from ui.rank.workplace import RankWorkplace
from ui.shared.desk import Desk

OLD, NEW = "Sở Kế hoạch và Đầu tư", "Sở Tài chính"


def next_year() -> Desk:
    """Return the departments of 2023, two of which became one at New Year."""
    desk = league_desk()
    desk.run(MergeUnits((unit_of(desk, OLD).id,), date(2023, 1, 1), unit_of(desk, NEW).id))
    copying = CopyAssessment("so", 2023)
    desk.run(copying)
    desk.open_assessment(copying.id)
    return desk


def sheet_of(desk: Desk, name: str) -> str:
    unit = unit_of(desk, name).id
    return next(s.id for s in desk.state.sheets_of(desk.assessment) if s.unit == unit)


def test_each_unit_before_a_merger_is_said_for_itself() -> None:
    desk = next_year()
    found = earlier_of(desk.session, sheet_of(desk, NEW))
    assert [each.name for each in found] == [NEW, OLD]
    assert [(each.rank, each.of) for each in found] == [(5, 16), (9, 16)]
    assert all(each.index is not None and each.index < Decimal(100) for each in found)
    assert earlier_of(desk.session, sheet_of(desk, "Sở Y tế")) == ()


def test_a_unit_without_last_years_sheet_has_no_figures() -> None:
    desk = league_desk()
    desk.run(MergeUnits((unit_of(desk, OLD).id,), date(2022, 6, 1), unit_of(desk, NEW).id))
    found = earlier_of(desk.session, sheet_of(desk, NEW))
    assert [(each.name, each.index) for each in found] == [(NEW, None), (OLD, None)]
    assert found[0].rank is not None  # the rank of 2021 as announced
    assert found[1].rank is None


def test_the_league_says_merged_and_lists_the_units_before(qtbot: QtBot) -> None:
    desk = next_year()
    place = RankWorkplace(desk)
    qtbot.addWidget(place)
    place.resize(1278, 600)
    place.show()
    model, sheet = place.units.model, sheet_of(desk, NEW)
    row = place.units.standings.league.place_of(sheet)
    index = model.index(row, model.columns.index(Column.CHANGE))
    assert index.data() == "gộp"
    told = str(index.data(Qt.ItemDataRole.ToolTipRole))
    assert told.splitlines()[0] == "Năm 2022, từng đơn vị riêng, không cộng:"
    assert told.splitlines()[1].startswith("Sở Tài chính: hạng 5/16, chỉ số ")
    assert OLD in told.splitlines()[2]
    desk.switch(sheet, desk.round)
    assert place.units.side.earlier.text() == told
    grab(place, "xep-hang-gop")
    desk.switch(sheet_of(desk, "Sở Y tế"), desk.round)
    assert place.units.side.earlier.isHidden()


def test_announced_ranks_come_before_counted_ones_and_gaps_stay_gaps() -> None:
    desk = league_desk()
    old, new = unit_of(desk, OLD), unit_of(desk, NEW)
    merger = MergeUnits((old.id, unit_of(desk, "Sở Y tế").id), date(2023, 1, 1), new.id)
    desk.run(merger)
    copying = CopyAssessment("so", 2023)
    desk.run(copying)
    announced = Published("p2022", sheet_at(desk, "so", old.id), year=2022, rank=3, of=63)
    desk.session.run(_Announce(announced))
    desk.open_assessment(copying.id)
    found = {each.name: each for each in earlier_of(desk.session, sheet_of(desk, NEW))}
    assert (found[OLD].rank, found[OLD].of) == (3, 63)
    assert found["Sở Y tế"].rank is None  # a criterion without points
    assert found["Sở Y tế"].index is None


class _Announce:
    """Writes a result as it was announced."""

    title = "công bố"

    def __init__(self, result: Published) -> None:
        self.result = result

    def plan(self, state: State) -> ChangeSet:
        return made("published", [self.result])


def sheet_at(desk: Desk, assessment: str, unit: str) -> str:
    return next(s.id for s in desk.state.sheets_of(assessment) if s.unit == unit)
