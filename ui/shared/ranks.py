"""A published rank in words: how it moved, in which tone, and how it stood the year before."""

from cchc_desktop.domain.ranking import Standing
from cchc_desktop.wording.dossier import rank_change


def rank_sign(change: int) -> str:
    """Return how a rank moved, with its sign."""
    return f"{'▲' if change > 0 else '▼' if change < 0 else '='} {rank_change(change)}"


def rank_tone(change: int | None) -> str:
    """Return the tone of a change: won, lost, neither."""
    if not change:
        return "text2"
    return "oktext" if change > 0 else "losttext"


def of_units(rank: int, of: int | None) -> str:
    """Return a rank with the number of units, where that is known."""
    return f"{rank}/{of}" if of else str(rank)


def last_rank(standing: Standing, year: int) -> str:
    """Return the rank of the year before, and that another number of units counted then."""
    last = standing.last
    if last is None:
        return ""
    words = f"{year}: {of_units(last.rank, last.of)}"
    return words if standing.has_same_units else f"{words}, số đơn vị đã đổi"
