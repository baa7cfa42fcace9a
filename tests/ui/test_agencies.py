"""The page of agencies in charge: listed, merged, put in charge, their part opened."""

from datetime import date

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.agencies import part_of
from tests.sample_session import ASSESSMENT, node
from tests.ui.league import league_desk
from tests.ui.score_desk import sample_desk
from tests.ui.screens import grab
from ui.places import bars, places
from ui.shared.desk import Desk
from ui.shared.workplace import WidthClass
from ui.units.agencies_page import AgenciesPage
from ui.units.agency_dialogs import AddAgenciesDialog, AssignDialog, MergeAgenciesDialog
from ui.units.view import UnitsView
from ui.window.dossier_view import DossierView

OFFICE = "van-phong-ubnd-tinh"


def page_on(qtbot: QtBot, desk: Desk) -> tuple[DossierView, AgenciesPage]:
    window = DossierView(desk, places(), bars())
    qtbot.addWidget(window)
    window.resize(1366, 696)
    window.show()
    window.show_place("criteria")
    place = window.workplace("criteria")
    view = place.show_view(2)  # type: ignore[union-attr]  # the workplace of sets
    assert isinstance(view, UnitsView)
    view.contents.choose("agencies")
    page = view.page
    assert isinstance(page, AgenciesPage)
    return window, page


def codes(desk: Desk, agency: str) -> list[str]:
    return [leaf.code for leaf in part_of(desk.state.tree(ASSESSMENT), agency)]


def test_the_list_says_what_each_has_in_charge_and_what_nobody_has(qtbot: QtBot) -> None:
    desk = sample_desk()
    window, page = page_on(qtbot, desk)
    page.table.go(OFFICE)
    line = page.model.line_at(page.table.currentIndex().row())
    assert line is not None
    assert [cell.text for cell in line.cells] == ["Văn phòng UBND tỉnh", "", "2", "2/2"]
    assert page.missing.text() == "2 tiêu chí chưa giao cơ quan: 8.1.2, 8.1.3"
    assert page.count.text() == "10 cơ quan"
    grab(window, "co-quan-tham-muu")
    page.search.setText("so tai")
    assert page.count.text() == "1 / 10 cơ quan"
    page.set_width_class(WidthClass.NARROW)
    assert page.side.isHidden()
    window.leave()
    window.close()  # nothing is painted while it goes


def test_without_agencies_the_page_says_what_they_are_for(qtbot: QtBot) -> None:
    desk = league_desk()
    window, page = page_on(qtbot, desk)
    assert not page.table.isVisible()
    page.first.click()
    dialog = page.dialog
    assert isinstance(dialog, AddAgenciesDialog)
    dialog.names.setPlainText("Sở Nội vụ")
    dialog.go.click()
    assert page.table.isVisible()
    page.table.opened.emit(page.table.current)
    assert window.focusWidget() is page.side.name
    page.set_width_class(WidthClass.NARROW)
    page.table.opened.emit(page.table.current)
    assert isinstance(page.side.dialog, AssignDialog)
    page.side.dialog.reject()
    window.leave()
    window.close()  # nothing is painted while it goes


def test_criteria_are_given_and_taken_beside_the_list(qtbot: QtBot) -> None:
    desk = sample_desk()
    window, page = page_on(qtbot, desk)
    page.table.go("so-noi-vu")
    page.side.ask_criteria()
    dialog = page.side.dialog
    assert isinstance(dialog, AssignDialog)
    dialog.ticks.tick(node("7"))
    grab(dialog, "co-quan-giao")
    dialog.go.click()
    assert codes(desk, "so-noi-vu") == ["7.1", "7.2", "7.3", "7.9"]
    assert page.side.progress.text().startswith("đã chấm 4/4")
    desk.undo()
    assert codes(desk, "so-noi-vu") == []
    window.leave()
    window.close()  # nothing is painted while it goes


def test_the_part_of_an_agency_opens_in_the_scores(qtbot: QtBot) -> None:
    desk = sample_desk()
    window, page = page_on(qtbot, desk)
    page.table.go(OFFICE)
    page.side.open.click()
    assert window.current == "score"
    tree = window.workplace("score").tree  # type: ignore[union-attr]  # the workplace of scores
    assert not tree.part_bar.isHidden()
    grab(window, "co-quan-cham-diem")
    window.leave()
    window.close()  # nothing is painted while it goes


def test_agencies_are_added_renamed_merged_and_removed(qtbot: QtBot) -> None:
    desk = sample_desk()
    window, page = page_on(qtbot, desk)
    page.add.click()
    adding = page.dialog
    assert isinstance(adding, AddAgenciesDialog)
    adding.names.setPlainText("VP UBND tỉnh\nSở Nội vụ")
    adding.go.click()
    new = list(desk.state.agencies)[-1]
    page.table.go(new)
    page.side.short.setText("VP")
    page.side.short.take()
    page.side.name.setText("sở nội vụ")
    page.side.name.take()
    assert "Đã có cơ quan" in page.side.trouble.text()
    assert desk.state.agencies[new].short_name == "VP"
    page.merge.click()
    merging = page.dialog
    assert isinstance(merging, MergeAgenciesDialog)
    merging.target.setCurrentIndex(merging.target.findData(OFFICE))
    merging.go.click()
    assert new not in desk.state.agencies
    page.table.go(OFFICE)
    said: list[str] = []
    desk.failed.connect(lambda error, _retry: said.append(error.sentence))
    page.drop.click()
    assert "còn đứng tên" in said[0]
    window.leave()
    window.close()  # nothing is painted while it goes


def test_days_of_validity_are_typed_and_an_ended_agency_is_told(qtbot: QtBot) -> None:
    desk = sample_desk()
    window, page = page_on(qtbot, desk)
    page.table.go(OFFICE)
    page.side.ends.setText("31/13/2021")
    page.side.take_all()
    assert not page.side.trouble.isHidden()
    page.side.ends.setText("31/12/2021")
    page.side.take_all()
    assert page.side.trouble.isHidden()
    assert desk.state.agencies[OFFICE].ends_on == date(2021, 12, 31)
    assert "thôi hiệu lực mà còn được giao: Văn phòng UBND tỉnh" in page.missing.text()
    grab(window, "co-quan-tham-muu-thoi-hieu-luc")
    desk.undo()
    assert "thôi hiệu lực" not in page.missing.text()
    window.leave()
    window.close()  # nothing is painted while it goes


@pytest.mark.parametrize(
    ("copied", "shown"),
    [("Sở Mới\r\nSở Khác\r\n", "Sở Mới\nSở Khác"), ("một chữ chép nhầm", "")],
)
def test_the_paste_button_takes_a_copied_list(qtbot: QtBot, copied: str, shown: str) -> None:
    desk = sample_desk()
    window, page = page_on(qtbot, desk)
    QGuiApplication.clipboard().setText(copied)
    page.paste.click()
    QGuiApplication.clipboard().clear()
    dialog = page.dialog
    assert isinstance(dialog, AddAgenciesDialog)
    assert dialog.names.toPlainText() == shown
    before = len(desk.state.agencies)
    dialog.go.click()
    assert len(desk.state.agencies) == before + len(shown.splitlines())
    window.leave()
    window.close()
