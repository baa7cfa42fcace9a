"""The view of units: groups at the left, the units of one in the middle."""

from pytestqt.qtbot import QtBot

from tests.ui.screens import grab
from tests.ui.units_place import GROUP, units_desk, view_on


def test_groups_and_lists_stand_at_the_left_with_how_many(qtbot: QtBot) -> None:
    _, view = view_on(qtbot, units_desk())
    found = [(each.label, each.count) for each in view.contents.entries]
    assert ("Đơn vị được chấm", None) in found
    assert (GROUP, 17) in found
    assert ("Xã, phường, thị trấn", 12) in found
    assert ("Hội đồng đánh giá", 11) in found
    assert view.units.model.rowCount() == 17
    grab(view.window(), "don-vi-khung")


def test_a_line_of_the_list_leads_to_its_page(qtbot: QtBot) -> None:
    _, view = view_on(qtbot, units_desk())
    view.contents.choose("council")
    assert view.page is not view.units
    view.contents.choose("group:ban")
    assert view.page is view.units
    assert view.units.model.rowCount() == 3
