"""The card of So vòng in an assessment of few rounds."""

from pytestqt.qtbot import QtBot

from tests.ui.rounds_place import panel_on
from tests.ui.score_desk import sample_desk


def test_a_round_that_the_assessment_does_not_have_takes_no_place_in_the_card(qtbot: QtBot) -> None:
    panel = panel_on(qtbot, sample_desk())
    shown = [key for key, part in panel.card.parts.items() if not part.isHidden()]
    assert set(shown) <= {each.value for each in panel.model.ledger.rounds}
    assert "self" not in shown
