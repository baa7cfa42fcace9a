"""The league of an assessment's units, from their derived totals."""

from collections.abc import Sequence

from cchc_desktop.domain.criteria import ROOT
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.ranking import Contender, contender
from cchc_desktop.domain.units import Sheet
from cchc_desktop.session.session import Session


def contenders(
    session: Session, sheets: Sequence[Sheet], in_round: Round, node: str = ROOT
) -> tuple[Contender, ...]:
    """Return the units of some sheets as they are ranked in a round.

    Args:
        session: the open dossier.
        sheets: score sheets of one assessment.
        in_round: the round.
        node: an area or criterion to rank by; ROOT is the total and costs no scoring.
    """
    if node != ROOT:
        return tuple(
            contender(sheet.id, session.scores(sheet.id, in_round)[node]) for sheet in sheets
        )
    return tuple(_by_total(session, sheet.id, in_round) for sheet in sheets)


def _by_total(session: Session, sheet: str, in_round: Round) -> Contender:
    total = session.totals.get((sheet, in_round))
    if total is None:
        return contender(sheet, session.scores(sheet, in_round).total)
    is_whole = total.is_complete and total.points is not None
    return Contender(sheet, total.points, total.maximum, is_whole)
