"""The pages of people inside the window, at every width."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cchc_desktop.commands.appraisal import Unassign
from cchc_desktop.commands.people import AddPeople
from cchc_desktop.domain.appraisal import assignments_of
from cchc_desktop.domain.people import Body
from tests.sample_session import ASSESSMENT
from tests.ui import rooms
from tests.ui.people_place import COUNCIL, fill_people
from tests.ui.screens import grab
from ui.criteria.workplace import CriteriaWorkplace
from ui.main_window import MainWindow
from ui.opened import OpenDossier
from ui.people.list_page import PeoplePage
from ui.shared import theme
from ui.shared.jobs import board
from ui.units.view import UnitsView

VIEW = 2  # Đơn vị và Hội đồng


@pytest.fixture
def dossier(qtbot: QtBot, tmp_path: Path) -> Iterator[OpenDossier]:
    window = MainWindow(rooms.doors(), tmp_path / "settings.json")
    qtbot.addWidget(window)
    window.resize(1366, 728)
    window.show()
    assert window.open_dossier(tmp_path / "Hai-Duong-2022.cchc")
    assert isinstance(window.opened, OpenDossier)
    fill_people(window.opened.desk)
    yield window.opened
    window.close()
    board.stop_all()
    QApplication.processEvents()


def show(dossier: OpenDossier, key: str) -> UnitsView:
    dossier.view.show_place("criteria")
    place = dossier.view.workplace("criteria")
    assert isinstance(place, CriteriaWorkplace)
    view = place.show_view(VIEW)
    assert isinstance(view, UnitsView)
    view.contents.choose(key)
    return view


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_screens_in_the_window(dossier: OpenDossier, mode: theme.Name) -> None:
    theme.use(mode)
    window = dossier.view.window()
    for width, height in ((1366, 728), (1920, 1040), (911, 480)):
        window.resize(width, height)
        for key in ("council", "parts"):
            view = show(dossier, key)
            QApplication.processEvents()
            page = view.page
            if isinstance(page, PeoplePage):
                page.table.go(page.model.keys[3])
                page.side.tabs.setCurrentIndex(1)
            assert grab(window, f"people-window-{key}-{width}-{mode}").exists()


def test_the_list_at_the_left_counts_people_as_they_come(dossier: OpenDossier) -> None:
    view = show(dossier, "secretaries")
    assert isinstance(view.page, PeoplePage)
    assert view.page.is_empty
    dossier.desk.run(AddPeople(ASSESSMENT, Body.SECRETARIES, COUNCIL[:2]))
    counts = {entry.key: entry.count for entry in view.contents.entries}
    assert counts["secretaries"] == 2
    assert counts["council"] == 7
    assert len(view.page.model.keys) == 2


def test_what_is_typed_is_taken_before_the_dossier_closes(dossier: OpenDossier) -> None:
    page = show(dossier, "council").page
    assert isinstance(page, PeoplePage)
    assert page.side.particulars is not None
    page.side.particulars.fields.post.setText("Chức vụ gõ dở")
    key = page.table.current
    dossier.leave()
    assert dossier.desk.state.rows["council_member"][key].post == "Chức vụ gõ dở"


def test_the_status_bar_counts_criteria_that_nobody_appraises(
    qtbot: QtBot, dossier: OpenDossier
) -> None:
    status = rooms.status_of(dossier.view)
    qtbot.waitUntil(lambda: "12 chưa có người thẩm định" in status.open_words)
    assert status.found[-1].sentence.endswith("chưa có người thẩm định.")
    dossier.view.window().resize(911, 480)
    qtbot.waitUntil(lambda: "12 chưa có người thẩm định" not in status.open_words)
    dossier.view.window().resize(1366, 728)
    desk = dossier.desk
    parts = assignments_of(desk.state, ASSESSMENT)
    desk.run(Unassign(tuple(each.id for each in parts)))
    qtbot.waitUntil(lambda: not any("thẩm định" in each for each in status.open_words))
