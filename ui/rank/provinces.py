"""What the table of provinces shows: the own total among the announced ones."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from cchc_desktop.domain.known_totals import OWN, known_league, known_of
from cchc_desktop.domain.ranking import (
    Contender,
    Gap,
    League,
    contender,
    gap_above,
    gap_below,
    published_standing,
)
from cchc_desktop.domain.rating import rank_settings
from cchc_desktop.domain.scoring import ScoreSheet
from cchc_desktop.domain.units import KnownTotal
from cchc_desktop.records import record
from cchc_desktop.wording.numerals import shown_date
from ui.shared.desk import Desk

OWN_SOURCE = "hồ sơ này"
TYPED = "typed"
_TYPED_NAME, _TYPED_SOURCE = "Với giá trị đang gõ", "chưa ghi"
_GROUPS = ((Decimal(90), "A"), (Decimal(80), "B"), (Decimal(70), "C"))  # of the Ministry


@record
class ProvinceRow:
    """One province.

    Args:
        key: id of its known total, or ``OWN``.
        name: the province.
        rank: its rank; None for the own one while its points are not complete.
        is_tied: whether others share the rank.
        total: its points, the own ones written as the others.
        group: A, B or C of the Ministry, "" below.
        before: its rank of the year before.
        change: ranks won (+) or lost, where the number of provinces is the same.
        apart: its points less the own ones.
        source: where the total comes from.
    """

    key: str
    name: str
    rank: int | None
    is_tied: bool
    total: Decimal | None
    group: str
    before: int | None
    change: int | None
    apart: Decimal | None
    source: str

    @property
    def is_own(self) -> bool:
        """Whether it is the province of the sheet."""
        return self.key == OWN

    @property
    def is_typed(self) -> bool:
        """Whether it is the province of the sheet with points that are being typed."""
        return self.key == TYPED


@record
class Trial:
    """The own province with points that are being typed.

    Args:
        row: how it would stand.
        passed: keys of the provinces that it would pass, the highest first.
    """

    row: ProvinceRow
    passed: tuple[str, ...]


class Provinces:
    """The desk's unit among the provinces whose totals are known.

    Args:
        desk: where session, sheet and round come from.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.trial: Trial | None = None
        self.refresh()

    def attempt(self, scores: ScoreSheet | None) -> None:
        """Stand the own province beside itself with other scores; None takes them away."""
        self.trial = None
        if scores is None:
            return
        ties = rank_settings(self._desk.state.rows["setting"], self._desk.assessment).ties
        league = known_league(contender(OWN, scores.total), self.known, ties)
        at = league.place_of(OWN)
        row = replace(self._of(league, at, {}), key=TYPED, name=_TYPED_NAME, source=_TYPED_SOURCE)
        self.trial = Trial(row, self._passed(league, at))

    def _passed(self, league: League, at: int) -> tuple[str, ...]:
        """Return who stands level with the own province or above it, and below it then."""
        points, own = league.rows[at].contender.points, self._own_points
        if own is None or points is None or self.own.rank is None:
            return ()
        totals = {row.key: row.total for row in self.rows if not row.is_own}
        return tuple(
            key for key, total in totals.items() if total is not None and own <= total < points
        )

    def refresh(self) -> None:
        """Rank anew."""
        desk = self._desk
        self.known = known_of(desk.state, desk.assessment)
        by_id = {each.id: each for each in self.known}
        own = Contender(OWN, None, None, is_complete=False)
        if desk.sheet:
            own = contender(OWN, desk.scores.total)
            unit = desk.state.units[desk.state.sheets[desk.sheet].unit]
            self.own_name = unit.name
        else:
            self.own_name = ""
        ties = rank_settings(desk.state.rows["setting"], desk.assessment).ties
        self.league = known_league(own, self.known, ties)
        self._own_points = self.league.rows[self.league.place_of(OWN)].contender.points
        self.rows = tuple(self._of(self.league, at, by_id) for at in range(len(self.league.rows)))

    @property
    def year_before(self) -> str:
        """The year before the one that is ranked, "" where nothing is."""
        found = self._desk.state.assessments.get(self._desk.assessment)
        return "" if found is None else str(found.year - 1)

    @property
    def own(self) -> ProvinceRow:
        """The row of the own province."""
        return self.rows[self.league.place_of(OWN)]

    @property
    def above(self) -> Gap | None:
        """What the own province lacks to reach the next rank."""
        return gap_above(self.league, OWN)

    @property
    def below(self) -> Gap | None:
        """What the own province lies above the next lower rank."""
        return gap_below(self.league, OWN)

    def name_of(self, gap: Gap) -> str:
        """Return the name of a neighbour."""
        return self.rows[self.league.place_of(gap.neighbour.contender.key)].name

    def _of(self, league: League, at: int, by_id: Mapping[str, KnownTotal]) -> ProvinceRow:
        ranked = league.rows[at]
        key, total = ranked.contender.key, ranked.contender.points
        known = by_id.get(key)
        before = self._own_before() if known is None else known.rank_before
        change = None if before is None or ranked.rank is None else before - ranked.rank
        own = self._own_points
        apart = None if total is None or own is None else total - own
        source = OWN_SOURCE
        if known is not None:
            day = known.entered_on
            source = f"ghi {shown_date(day)}" if day is not None else ""
        name = self.own_name if known is None else known.name
        return ProvinceRow(
            key, name, ranked.rank, ranked.is_tied, total, _group(total), before, change, apart,
            source,
        )  # fmt: skip

    def _own_before(self) -> int | None:
        """The own rank of the year before, where it counted as many provinces."""
        desk = self._desk
        if not desk.sheet:
            return None
        year = desk.state.assessments[desk.assessment].year
        found = published_standing(desk.cell, "", year - 1)
        return found.rank if found is not None and found.of == self.league.of else None


def _group(total: Decimal | None) -> str:
    return next((name for least, name in _GROUPS if total is not None and total >= least), "")
