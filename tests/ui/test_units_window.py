"""The view of units in the whole window, with the people's pages beside the groups."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.screens import grab
from tests.ui.units_place import units_desk
from ui.criteria.workplace import CriteriaWorkplace
from ui.places import bars, places
from ui.units.view import UnitsView
from ui.window.dossier_view import DossierView


def test_people_and_units_stand_in_one_list(qtbot: QtBot) -> None:
    window = DossierView(units_desk(), places(), bars())
    qtbot.addWidget(window)
    window.resize(1366, 696)
    window.show()
    window.show_place("criteria")
    place = window.workplace("criteria")
    assert isinstance(place, CriteriaWorkplace)
    view = place.show_view(2)
    assert isinstance(view, UnitsView)
    labels = [each.label for each in view.contents.entries]
    assert labels.index("Đơn vị được chấm") < labels.index("Người làm việc")
    assert labels.index("Người làm việc") < labels.index("Phân công")
    assert place.head.figures == ("20", "0", "0")
    for _ in range(3):  # what was written makes room for itself
        QApplication.processEvents()
    grab(window, "don-vi-1366x696")
    place.show_view(0)
    assert place.head.figures == ("8", "16", "100")
    place.show_view(2)
    for key in ("council", "parts"):
        view.contents.choose(key)
        assert view.page is not view.units
        grab(window, f"don-vi-{key}")
    window.leave()
    window.close()  # nothing is painted while it goes
