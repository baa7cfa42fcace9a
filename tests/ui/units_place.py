"""The view “Đơn vị và Hội đồng” on made-up departments, for its tests."""

from datetime import date

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from cchc_desktop.commands.mergers import MergeUnits
from cchc_desktop.commands.unit_book import EditUnit, RecordUnits
from cchc_desktop.domain.units import Unit
from tests.ui.league import league_desk
from ui.criteria.workplace import CriteriaWorkplace
from ui.shared.book import PEOPLE, BookPage
from ui.shared.desk import Desk
from ui.units.page import UnitsPage
from ui.units.view import UnitsView

GROUP = "Sở và tương đương"
DAY = date(2025, 3, 1)


def units_desk(count: int = 20) -> Desk:
    """Return twenty departments, three of which are merged away, and some communes."""
    desk = league_desk(count)
    desk.run(RecordUnits("Xã, phường, thị trấn", tuple(f"Xã số {n}" for n in range(1, 13))))
    for short, name in (("Nội vụ", "Sở Nội vụ"), ("TT và TT", "Sở Thông tin và Truyền thông")):
        unit = unit_of(desk, name)
        desk.run(EditUnit(unit.id, unit.name, GROUP, short))
    for old, new in (
        ("Sở Kế hoạch và Đầu tư", "Sở Tài chính"),
        ("Sở Giao thông vận tải", "Sở Xây dựng"),
        ("Sở Thông tin và Truyền thông", "Sở Khoa học và Công nghệ"),
    ):
        desk.run(MergeUnits((unit_of(desk, old).id,), DAY, unit_of(desk, new).id))
    return desk


def unit_of(desk: Desk, name: str) -> Unit:
    return next(unit for unit in desk.state.units.values() if unit.name == name)


def plain_page() -> BookPage:
    """Return a page of another subject."""

    def make(desk: Desk) -> QWidget:
        return QLabel("Người làm việc")

    return BookPage(PEOPLE, "Hội đồng đánh giá", lambda desk: 11, make)


def view_on(qtbot: QtBot, desk: Desk) -> tuple[CriteriaWorkplace, UnitsView]:
    place = CriteriaWorkplace(
        desk, (("Đơn vị và Hội đồng", lambda d: UnitsView(d, {"council": plain_page()})),)
    )
    qtbot.addWidget(place)
    place.resize(1278, 600)
    place.show()
    view = place.show_view(2)
    assert isinstance(view, UnitsView)
    return place, view


def page_on(qtbot: QtBot, desk: Desk) -> UnitsPage:
    """Return the page of the departments, shown in the workplace."""
    place, view = view_on(qtbot, desk)
    place.activateWindow()
    qtbot.waitUntil(place.isActiveWindow)
    view.show_page("group:so")
    return view.units


def go(page: UnitsPage, name: str) -> None:
    """Choose a unit of the page by its name."""
    page.table.go(next(unit.id for unit in page.model.units if unit.name == name))
