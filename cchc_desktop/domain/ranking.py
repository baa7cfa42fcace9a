"""Ranks: published where they are stored, else computed within a group."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, Context, Decimal
from enum import StrEnum
from functools import cached_property

from cchc_desktop.domain.cells import SheetCell
from cchc_desktop.domain.effects import added
from cchc_desktop.domain.points import HUNDRED, ZERO, compared, settled, share_of
from cchc_desktop.domain.scoring import ScoreRow
from cchc_desktop.records import record


@record
class Standing:
    """A rank of so many units, with its change (+ is better) and where it comes from.

    Args:
        rank: the rank.
        of: among how many; None where that is not said.
        change: against the year before; None where not known, or among another number of units.
        source: PUBLISHED or COMPUTED.
        last: how it stood in the year before, where that was published.
    """

    rank: int
    of: int | None
    change: int | None
    source: str
    last: "Standing | None" = None

    @property
    def before(self) -> int | None:
        """The rank of the year before, where the change is known."""
        return None if self.change is None else self.rank + self.change

    @property
    def has_same_units(self) -> bool:
        """Whether the year before counted as many units, as far as is known."""
        return self.last is None or self.last.of == self.of


PUBLISHED = "published"
COMPUTED = "computed"
_STEP = Decimal("0.01")
_CEILING = Context(prec=200, rounding=ROUND_CEILING)


class Ties(StrEnum):
    """How equal units are counted: the next rank skips (1-2-2-4) or not (1-2-2-3)."""

    STANDARD = "standard"
    DENSE = "dense"


@dataclass(frozen=True)
class Contender:
    """A unit that is ranked, with its points of a total, an area or a criterion.

    Args:
        key: by which it is found again.
        points: its points; None where nothing is known.
        maximum: what counts for it; None where unknown.
        is_complete: whether nothing is missing; it is ranked only then.
    """

    key: str
    points: Decimal | None
    maximum: Decimal | None = None
    is_complete: bool = True

    @cached_property
    def index(self) -> Decimal | None:
        """Points in percent of the applicable maximum (chỉ số)."""
        if self.points is None or not self.maximum:
            return None
        return settled(share_of(self.points, self.maximum, HUNDRED))

    @cached_property
    def looked_at(self) -> tuple[Decimal | None, Decimal | None]:
        """Points and index as ranks look at them: at 12 places, None where it is not ranked."""
        if not self.is_complete or self.points is None:
            return None, None
        index = self.index
        return compared(self.points), None if index is None else compared(index)


@record
class Ranked:
    """One contender in a league: its rank (None: unranked), and what it was ranked by."""

    contender: Contender
    value: Decimal | None
    rank: int | None
    is_tied: bool = False


@dataclass(frozen=True)
class League:
    """Contenders by falling value, those without complete points last and unranked.

    Args:
        rows: all contenders.
        of: how many are ranked.
        is_by_index: ranked by index, because it was asked or maxima differ.
    """

    rows: tuple[Ranked, ...]
    of: int
    is_by_index: bool

    def place_of(self, key: str) -> int:
        """Return where a contender stands in ``rows``, or -1."""
        return self._places.get(key, -1)

    @property
    def odd_maxima(self) -> int:
        """How many of those ranked have a smaller maximum than the others."""
        found = [row.contender.maximum for row in self.rows if row.rank is not None]
        known = [each for each in found if each is not None]
        most = max(known, default=None)
        return sum(1 for each in known if each != most)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {row.contender.key: n for n, row in enumerate(self.rows)}


@record
class Gap:
    """What lies between a unit and a neighbour: whole points of the unit itself."""

    points: Decimal
    neighbour: Ranked


def contender(key: str, row: ScoreRow) -> Contender:
    """Return a unit as it is ranked by a row of its score sheet.

    By a penalty those lead that lose least; who claims no bonus and has no penalty stands with 0.
    """
    points = ZERO if row.is_unclaimed else added(row.points, row.effect)
    return Contender(key, points, row.maximum, row.is_complete and points is not None)


def published_standing(
    cell: SheetCell, criterion: str, year: int, units: int = 0
) -> Standing | None:
    """Return the published rank of a node ("" the total) in a year.

    A change that is not printed comes from the year before.

    Args:
        cell: what was entered for the sheet.
        criterion: the node.
        year: the year.
        units: among how many units it counts where the result does not say so.
    """
    found = _printed(cell, criterion, year, units)
    last = _printed(cell, criterion, year - 1)
    if found is None or last is None:
        return found
    found = replace(found, last=last)
    change = last.rank - found.rank if found.change is None else found.change
    return replace(found, change=change if found.has_same_units else None)


def _printed(cell: SheetCell, criterion: str, year: int, units: int = 0) -> Standing | None:
    result = cell.result_of(criterion, year)
    if result is None or result.rank is None:
        return None
    return Standing(result.rank, result.of or units or None, result.rank_change, PUBLISHED)


def ranks(values: Mapping[str, Decimal], ties: Ties = Ties.STANDARD) -> dict[str, int]:
    """Return the ranks by falling value; the values are looked at as they are."""
    falling: Sequence[Decimal] = sorted(values.values(), reverse=True)
    first: dict[Decimal, int] = {}
    for place, value in enumerate(falling, 1):
        first.setdefault(value, len(first) + 1 if ties is Ties.DENSE else place)
    return {key: first[value] for key, value in values.items()}


def differ(contenders: Iterable[Contender]) -> bool:
    """Return whether the maxima of those that can be ranked differ."""
    first: Decimal | None = None
    for each in contenders:
        maximum = each.maximum
        if maximum is None or each.points is None or not each.is_complete:
            continue
        if first is None:
            first = maximum
        elif maximum != first:
            return True
    return False


def league_of(
    contenders: Iterable[Contender], ties: Ties = Ties.STANDARD, *, by_index: bool = False
) -> League:
    """Rank contenders by points, or by index where asked or where any maximum differs."""
    listed = tuple(contenders)
    by_index = by_index or differ(listed)
    found = {each.key: each.looked_at[by_index] for each in listed}
    placed = ranks({key: value for key, value in found.items() if value is not None}, ties)
    shared = Counter(placed.values())
    first, last = [], []
    for each in listed:
        if each.key in placed:
            rank = placed[each.key]
            value = each.index if by_index else each.points
            first.append(Ranked(each, value, rank, shared[rank] > 1))
        else:
            last.append(Ranked(each, None, None))
    first.sort(key=lambda row: row.rank or 0)  # equal ones keep the order they came in
    return League((*first, *last), len(first), by_index)


def standing_among(
    contenders: Sequence[Contender], key: str, ties: Ties = Ties.STANDARD
) -> Standing | None:
    """Return one unit's rank as ``league_of`` gives it, by one look at every unit.

    None where the unit is not ranked, or alone.
    """
    by_index = differ(contenders)
    found = {each.key: each.looked_at[by_index] for each in contenders}
    own = found.get(key)
    values = [value for value in found.values() if value is not None]
    if own is None or len(values) == 1:
        return None
    better = [value for value in values if value > own]
    rank = 1 + len(set(better) if ties is Ties.DENSE else better)
    return Standing(rank, len(values), None, COMPUTED)


def gap_above(league: League, key: str) -> Gap | None:
    """Return the points a unit lacks to reach the next rank, rounded up to 0,01."""
    at = league.place_of(key)
    own = league.rows[at] if at >= 0 else None
    if own is None or own.rank is None:
        return None
    above = [row for row in league.rows[:at] if row.rank != own.rank]
    return Gap(_up(_own_points(league, own, above[-1], own)), above[-1]) if above else None


def gap_below(league: League, key: str) -> Gap | None:
    """Return how many points a unit lies above the next lower rank."""
    at = league.place_of(key)
    own = league.rows[at] if at >= 0 else None
    if own is None or own.rank is None:
        return None
    below = (row for row in league.rows[at:] if row.rank is not None and row.rank != own.rank)
    lower = next(below, None)
    return None if lower is None else Gap(_own_points(league, own, own, lower), lower)


def mean(values: Iterable[Decimal | None]) -> Decimal | None:
    """Return the mean of the values that are known."""
    known = [value for value in values if value is not None]
    return share_of(sum(known, ZERO), Decimal(len(known)), Decimal(1)) if known else None


def _own_points(league: League, own: Ranked, high: Ranked, low: Ranked) -> Decimal:
    """Return the gap between two values, as points of a unit's own maximum."""
    gap = compared((high.value or ZERO) - (low.value or ZERO))
    if not league.is_by_index or own.contender.maximum is None:
        return gap
    return compared(share_of(gap, HUNDRED, own.contender.maximum))


def _up(value: Decimal) -> Decimal:
    return value.quantize(_STEP, context=_CEILING)
