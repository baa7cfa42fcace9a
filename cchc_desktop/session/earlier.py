"""What the units that a merged unit goes back to had the year before: each for itself."""

from decimal import Decimal

from cchc_desktop.domain.points import HUNDRED, share_of
from cchc_desktop.domain.ranking import Standing, league_of, published_standing
from cchc_desktop.domain.rating import rank_settings
from cchc_desktop.domain.state import State
from cchc_desktop.domain.succession import ancestors_in, stands_in
from cchc_desktop.domain.units import Sheet, Unit
from cchc_desktop.records import record
from cchc_desktop.session.league import LeagueBook
from cchc_desktop.session.session import Session


@record
class Earlier:
    """The result of one unit in the year before.

    Args:
        name: the unit.
        year: the year.
        rank, of: its rank, or None where it was not ranked.
        index: its points in percent of what counts for it; None where not complete.
    """

    name: str
    year: int
    rank: int | None = None
    of: int | None = None
    index: Decimal | None = None


def earlier_of(session: Session, sheet: str) -> tuple[Earlier, ...]:
    """Return the results of the year before of a unit that took over from others.

    The unit itself comes first, where it stood then; a unit that was never merged or split
    gives nothing here. Nothing is added up.
    """
    state = session.state
    own = state.sheets[sheet]
    year = state.assessments[own.assessment].year - 1
    ancestors = ancestors_in(state.units, own.unit, year)
    if not ancestors:
        return ()
    unit = state.units[own.unit]
    stood = (unit,) if stands_in(unit, year) else ()
    return tuple(_result(session, own, each, year) for each in (*stood, *ancestors))


def _result(session: Session, own: Sheet, unit: Unit, year: int) -> Earlier:
    state = session.state
    found = _sheet_of(state, own, unit, year)
    if found is None:
        before = published_standing(state.cell(own.id), "", year) if unit.id == own.unit else None
        rank, of = (before.rank, before.of) if before is not None else (None, None)
        return Earlier(unit.name, year, rank, of)
    standing = _standing(session, found, year)
    total = session.totals[found.id][state.last_round(found.id)]
    index = None
    if total.is_complete and total.points is not None and total.maximum:
        index = share_of(total.points, total.maximum, HUNDRED)
    rank, of = (standing.rank, standing.of) if standing is not None else (None, None)
    return Earlier(unit.name, year, rank, of, index)


def _sheet_of(state: State, own: Sheet, unit: Unit, year: int) -> Sheet | None:
    """Return the sheet of a unit in the assessment of a year, of the level of another sheet."""
    level = state.assessments[own.assessment].level
    for sheet in state.sheets.values():
        there = state.assessments[sheet.assessment]
        if sheet.unit == unit.id and there.year == year and there.level is level:
            return sheet
    return None


def _standing(session: Session, sheet: Sheet, year: int) -> Standing | None:
    """Return the rank of a sheet as announced, else among the units of its group."""
    state = session.state
    announced = published_standing(state.cell(sheet.id), "", year)
    if announced is not None:
        return announced
    book = LeagueBook(session)
    ties = rank_settings(state.rows["setting"], sheet.assessment).ties
    found = book.contenders(book.peers(sheet.id), state.last_round(sheet.id))
    league = league_of(found, ties)
    ranked = next((row for row in league.rows if row.contender.key == sheet.id), None)
    if ranked is None or ranked.rank is None:
        return None
    return Standing(ranked.rank, league.of, None, "computed")
