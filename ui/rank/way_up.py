"""What lies between the chosen unit and its neighbours, in words."""

from cchc_desktop.domain.ranking import Gap, League, gap_above, gap_below
from cchc_desktop.records import record
from cchc_desktop.wording.numerals import shown
from ui.rank.standings import Standings


@record
class WayUp:
    """The line under the chosen row: the way up in bold, then the rest."""

    lead: str
    more: str
    has_above: bool


def way_up(standings: Standings, sheet: str) -> WayUp | None:
    """Return the way of a ranked unit to the next rank; None for one that is not ranked."""
    league = standings.league
    at = league.place_of(sheet)
    if at < 0 or league.rows[at].rank is None or league.of == 1:
        return None
    above, below = gap_above(league, sheet), gap_below(league, sheet)
    lead = "Đang đứng đầu" if above is None else _lead(above)
    parts = [] if above is None else [f"({_neighbour(standings, above)}, {_value(league, above)})"]
    if below is not None:
        name = _neighbour(standings, below)
        parts.append(f"trên hạng {below.neighbour.rank}, {name}: {shown(below.points, 2)} điểm")
    return WayUp(lead, "  ·  ".join(parts), above is not None)


def _lead(above: Gap) -> str:
    return f"Còn {shown(above.points, 2, 2)} điểm để lên hạng {above.neighbour.rank}"


def _neighbour(standings: Standings, gap: Gap) -> str:
    at = standings.league.place_of(gap.neighbour.contender.key)
    return standings.row(at).name


def _value(league: League, gap: Gap) -> str:
    words = "chỉ số" if league.is_by_index else "điểm"
    value = gap.neighbour.value
    return words if value is None else f"{words} {shown(value, 2, 2)}"
