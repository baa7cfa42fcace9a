"""What the table of rounds says of a sheet."""

from tests.ui.score_desk import sample_desk
from ui.rounds.columns import Column
from ui.rounds.ledger import RoundsLedger


def test_a_round_without_a_mark_has_no_total() -> None:
    ledger = RoundsLedger(sample_desk())
    survey = next(row for row in ledger.rows.values() if row.criterion.code == "8.2.1")
    assert ledger.text(survey, Column.PUBLISHED) == "1,28"
    assert ledger.total(Column.PUBLISHED) == "–"
    assert ledger.denominators() == "Lần 1 83,52/100"
