"""What the league shows: units in rank order, each row worked out when it is looked at."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from cchc_desktop.domain.criteria import ROOT, Criterion
from cchc_desktop.domain.effects import Effect, added
from cchc_desktop.domain.points import HUNDRED, ZERO, share_of
from cchc_desktop.domain.ranking import (
    Contender,
    League,
    Ranked,
    league_of,
    mean,
    published_standing,
)
from cchc_desktop.domain.rating import RankSettings, Rating, rank_settings
from cchc_desktop.domain.units import Sheet
from cchc_desktop.records import record
from cchc_desktop.session.earlier import Earlier, earlier_of
from cchc_desktop.session.league import LeagueBook
from cchc_desktop.store import UnitTotal
from cchc_desktop.wording.ranking import earlier_head, earlier_line
from ui.shared.desk import Desk

BY_TOTAL, BY_INDEX = "total", "index"
_NATIONAL = (Decimal(90), Decimal(80), Decimal(70))  # groups A, B, C of the Ministry


@record
class AreaShare:
    """Points of one area, out of what counts for the unit there.

    A bonus or penalty has no maximum here: its share says nothing of how well a unit does.
    """

    points: Decimal | None
    maximum: Decimal | None

    @property
    def percent(self) -> Decimal | None:
        """The share in percent; None where it is not known."""
        if self.points is None or not self.maximum:
            return None
        return share_of(self.points, self.maximum, HUNDRED)


@record
class LeagueRow:
    """One unit as the league shows it.

    Args:
        sheet: id of its sheet.
        name: its name.
        ranked: its rank, and the value it was ranked by.
        points, maximum: its total and what counts for it.
        index: points in percent of the maximum; None while not complete.
        rating: its rating, where thresholds are set.
        change: ranks won (+) or lost since the year before; None where not known.
        areas: its areas, in order.
        is_full: everything of the set counts for it.
        earlier: results of the year before of the units that it goes back to, each for itself.
    """

    sheet: str
    name: str
    ranked: Ranked
    points: Decimal | None
    maximum: Decimal | None
    index: Decimal | None
    rating: Rating | None
    change: int | None
    areas: tuple[AreaShare, ...]
    is_full: bool
    earlier: tuple[Earlier, ...] = ()


class Standings:
    """The league of the desk's assessment and round.

    Args:
        desk: where session, assessment and round come from.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._book = LeagueBook(desk.session)
        self._shares: dict[str, tuple[UnitTotal, tuple[AreaShare, ...]]] = {}
        self.by = BY_TOTAL
        self.group = ""
        self.refresh()

    def refresh(self) -> None:
        """Rank everything anew from the derived totals."""
        desk = self._desk
        self._rows: dict[str, LeagueRow] = {}
        self._means: tuple[AreaShare, ...] | None = None
        self.settings: RankSettings = rank_settings(desk.state.rows["setting"], desk.assessment)
        all_sheets = desk.state.sheets_of(desk.assessment)
        self.groups = self._counted(all_sheets)
        if self.group not in self.groups:
            self.group = ""
        self.count_all = len(all_sheets)
        units = desk.state.units.values()
        self._heirs = frozenset(heir for unit in units for heir in unit.successors)
        self.areas = tuple(desk.tree[node] for node in desk.tree.children_of(ROOT))
        if self.by not in (BY_TOTAL, BY_INDEX) and self.by not in desk.tree:
            self.by = BY_TOTAL
        node = ROOT if self.by in (BY_TOTAL, BY_INDEX) else self.by
        sheets = [sheet for sheet in all_sheets if self.group in ("", self._group_of(sheet))]
        found = self._book.contenders(sheets, desk.round, node) if self.areas else ()
        self.league: League = league_of(found, self.settings.ties, by_index=self.by == BY_INDEX)
        self._full = _sum(desk.tree.maxima[area] for area in desk.tree.alike(ROOT))

    def __len__(self) -> int:
        return len(self.league.rows)

    @property
    def criterion(self) -> Criterion | None:
        """The criterion that units are ranked by, where it is no area and not the total."""
        areas = {area.id for area in self.areas}
        return None if self.by in areas else self._desk.tree.nodes.get(self.by)

    @property
    def heat(self) -> tuple[Decimal, ...]:
        """Shares under which an area is tinted: the council's thresholds, else the Ministry's."""
        return self.settings.thresholds[:3] or _NATIONAL

    def name_of_group(self, group: str) -> str:
        """Return a group's name."""
        found = self._desk.state.rows["unit_group"].get(group)
        return found.name if found is not None else "Chưa xếp nhóm"

    def maximum_of(self, area: Criterion) -> Decimal | None:
        """Return an area's maximum in the set; None for bonuses and penalties."""
        is_counted = self._desk.tree.effects[area.id] is Effect.NORMAL
        return self._desk.tree.maxima[area.id] if is_counted else None

    def sheet_at(self, at: int) -> str:
        """Return the sheet in a place of the league."""
        return self.league.rows[at].contender.key

    def row(self, at: int) -> LeagueRow:
        """Return the unit in a place of the league."""
        ranked = self.league.rows[at]
        key = ranked.contender.key
        if key not in self._rows:
            self._rows[key] = self._made(ranked)
        return self._rows[key]

    @property
    def means(self) -> tuple[AreaShare, ...]:
        """The areas of the mean unit: points, out of the mean of what counts."""
        if self._means is None:
            rows = [self._areas(each.key) for each in self.ranked]
            columns = zip(*rows, strict=True)
            self._means = tuple(
                AreaShare(mean(c.points for c in column), mean(c.maximum for c in column))
                for column in columns
            )
        return self._means

    @property
    def indexes(self) -> tuple[Decimal, ...]:
        """The index of every unit that is ranked by its total."""
        if self.by not in (BY_TOTAL, BY_INDEX):
            return ()
        return tuple(each.index for each in self.ranked if each.index is not None)

    @property
    def ranked(self) -> tuple[Contender, ...]:
        """The units that are ranked."""
        return tuple(row.contender for row in self.league.rows[: self.league.of])

    @property
    def compared(self) -> tuple[Decimal | None, ...]:
        """What stands in the column beside the totals: the index, or a criterion's points."""
        if self.criterion is not None:
            return tuple(each.points for each in self.ranked)
        if self.by in (BY_TOTAL, BY_INDEX):
            return tuple(each.index for each in self.ranked)
        return tuple(self.row(at).index for at in range(self.league.of))

    def _made(self, ranked: Ranked) -> LeagueRow:
        desk, key = self._desk, ranked.contender.key
        total = desk.session.totals[key][desk.round]
        index = None
        if total.is_complete:
            index = AreaShare(total.points, total.maximum).percent
        unit = desk.state.units[desk.state.sheets[key].unit]
        earlier = earlier_of(desk.session, key) if unit.id in self._heirs else ()
        return LeagueRow(
            key, unit.name, ranked, total.points, total.maximum, index,
            self.settings.rating(index), None if earlier else self._change(ranked),
            self._areas(key), total.maximum == self._full, earlier,
        )  # fmt: skip

    def _areas(self, key: str) -> tuple[AreaShare, ...]:
        desk = self._desk
        total = desk.session.totals[key][desk.round]
        known = self._shares.get(key)
        if known is not None and known[0] is total:
            return known[1]
        points, maxima = dict(total.areas), desk.tree.maxima
        if total.maximum != self._full:
            scored = desk.session.scores(key, desk.round)
            maxima = {area.id: scored[area.id].maximum for area in self.areas}
        effects = desk.tree.effects
        areas = tuple(
            AreaShare(
                added(points.get(a.id), effects[a.id]),
                maxima[a.id] if effects[a.id] is Effect.NORMAL else None,
            )
            for a in self.areas
        )
        self._shares[key] = (total, areas)
        return areas

    def _change(self, ranked: Ranked) -> int | None:
        """Ranks won since the year before, where it counted as many units."""
        desk = self._desk
        if ranked.rank is None or self.by not in (BY_TOTAL, BY_INDEX):
            return None
        year = desk.state.assessments[desk.assessment].year
        before = published_standing(desk.state.cell(ranked.contender.key), "", year - 1)
        if before is None or before.of != self.league.of:
            return None
        return before.rank - ranked.rank

    def _counted(self, sheets: tuple[Sheet, ...]) -> Mapping[str, int]:
        found: dict[str, int] = {}
        for sheet in sheets:
            group = self._group_of(sheet)
            found[group] = found.get(group, 0) + 1
        return found

    def _group_of(self, sheet: Sheet) -> str:
        return self._desk.state.units[sheet.unit].group


def earlier_words(row: LeagueRow) -> str:
    """Say what the units that a merged unit goes back to had the year before; "" for none."""
    if not row.earlier:
        return ""
    lines = [earlier_line(each.name, (each.rank, each.of), each.index) for each in row.earlier]
    return "\n".join([earlier_head(row.earlier[0].year), *lines])


def choices_of(nodes: Iterable[Criterion]) -> list[tuple[str, object]]:
    """Return what units can be ranked by: total, index, each area or criterion, once."""
    found: list[tuple[str, object]] = [("Tổng điểm", BY_TOTAL), ("Chỉ số", BY_INDEX)]
    by_id = {node.id: node for node in nodes}
    return found + [(f"{node.code} {node.name}", node.id) for node in by_id.values()]


def _sum(values: Iterable[Decimal | None]) -> Decimal:
    return sum((value for value in values if value is not None), ZERO)
