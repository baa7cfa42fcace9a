"""The dialog for a new dossier hands over what a dossier can be made of."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cchc_desktop.clock import now
from cchc_desktop.commands.founding import OpenAssessment
from cchc_desktop.domain.units import AssessmentLevel
from cchc_desktop.session import Session
from tests.memory_store import MemoryStore
from ui.start.new_dossier import NewDossierDialog


@pytest.fixture
def dialog(qtbot: QtBot) -> NewDossierDialog:
    found = NewDossierDialog()
    qtbot.addWidget(found)
    found.show()
    return found


@pytest.mark.parametrize("place", range(len(AssessmentLevel)))
def test_what_the_dialog_hands_over_makes_a_dossier(dialog: NewDossierDialog, place: int) -> None:
    dialog.level.setCurrentIndex(place)
    dialog.unit.setText("  Tỉnh   Thử ")

    new = dialog.choice()
    session = Session(MemoryStore(), now)
    session.run(OpenAssessment(new.year, AssessmentLevel(new.level), new.unit))

    (assessment,) = session.state.assessments.values()
    assert assessment.level is list(AssessmentLevel)[place]
    assert [unit.name for unit in session.state.units.values()] == ["Tỉnh Thử"]


def test_enter_in_the_unit_goes_on_once_there_is_a_name(
    qtbot: QtBot, dialog: NewDossierDialog
) -> None:
    qtbot.keyClick(dialog.unit, Qt.Key.Key_Return)
    assert dialog.isVisible()

    qtbot.keyClicks(dialog.unit, "Xa Nam Trung")
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.unit, Qt.Key.Key_Return)
