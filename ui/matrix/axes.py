"""What the matrix shows along its two sides: visible criteria, filtered units, their order."""

from collections.abc import Mapping
from enum import Enum
from operator import is_

from cchc_desktop.domain.criteria import CriteriaTree, Criterion
from cchc_desktop.domain.state import State
from cchc_desktop.domain.text import fold
from cchc_desktop.domain.units import Sheet
from cchc_desktop.records import record
from ui.shared.desk import Desk

_MOST_LOOKED_AT = 250  # units that are scored to see which have gaps
Nodes = tuple[tuple[Criterion, int], ...]


class Way(Enum):
    """What the rows are."""

    CRITERIA = "tiêu chí"
    UNITS = "đơn vị"


@record
class Spot:
    """One cell: a sheet and a criterion."""

    sheet: str
    node: str


@record
class UnitFilter:
    """Which units show.

    Args:
        text: words that stand in their names, with or without accents.
        group: id of a group, "" for all.
        only_missing: whether only units show that have no points somewhere.
    """

    text: str = ""
    group: str = ""
    only_missing: bool = False

    @property
    def is_on(self) -> bool:
        """Whether any unit may be hidden."""
        return bool(self.text.strip() or self.group or self.only_missing)


class Axes:
    """Visible criteria and units of the desk's assessment and round.

    Args:
        desk: what lies on the desk.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.way = Way.CRITERIA
        self.collapsed: frozenset[str] = frozenset()
        self.filter = UnitFilter()
        self._seen: tuple[object, ...] = ()
        self._all: tuple[Sheet, ...] = ()
        self._folded: Mapping[str, str] = {}
        self._gaps: dict[str, tuple[object, object, bool]] = {}
        self._place: tuple[object, ...] = ()
        self._are_many = False
        self.reload()

    @property
    def tree(self) -> CriteriaTree:
        """The criteria tree."""
        return self._desk.tree

    @property
    def everyone(self) -> tuple[Sheet, ...]:
        """The sheets of the assessment, hidden ones too."""
        return self._all

    @property
    def nodes(self) -> Nodes:
        """The visible criteria with their depth, in order."""
        return self._nodes

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """The sheets that show, in order."""
        return self._sheets

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return len(self._nodes if self.way is Way.CRITERIA else self._sheets)

    @property
    def columns(self) -> int:
        """How many columns there are beside the frozen ones."""
        return len(self._sheets if self.way is Way.CRITERIA else self._nodes)

    def reload(self) -> None:
        """Look at the desk again: another assessment, set, filter or folding."""
        self._read_units()
        if self._place != (self._desk.assessment, self._desk.round):
            self._place = (self._desk.assessment, self._desk.round)
            self._gaps.clear()
        self._are_many = len(self._all) > _MOST_LOOKED_AT
        self._nodes = visible(self.tree, self.collapsed)
        self._node_places = {node.id: at for at, (node, _) in enumerate(self._nodes)}
        words = fold(self.filter.text).split()
        self._sheets = tuple(sheet for sheet in self._all if self._shows(sheet, words))
        self._sheet_places = {sheet.id: at for at, sheet in enumerate(self._sheets)}

    def spot(self, row: int, column: int) -> Spot:
        """Return what a cell stands for."""
        node_at, sheet_at = (row, column) if self.way is Way.CRITERIA else (column, row)
        return Spot(self._sheets[sheet_at].id, self._nodes[node_at][0].id)

    def place_of(self, spot: Spot) -> tuple[int, int] | None:
        """Return row and column of a cell; None where it does not show."""
        node_at, sheet_at = self._node_places.get(spot.node), self._sheet_places.get(spot.sheet)
        if node_at is None or sheet_at is None:
            return None
        return (node_at, sheet_at) if self.way is Way.CRITERIA else (sheet_at, node_at)

    def at(self, sheet: str) -> int | None:
        """Return the place of a unit among those that show."""
        return self._sheet_places.get(sheet)

    def name_of(self, sheet: Sheet) -> str:
        """Return the full name of a unit."""
        return self._desk.state.units[sheet.unit].name

    def short_name_of(self, sheet: Sheet) -> str:
        """Return the name of a unit for narrow columns, "" where it has none."""
        return self._desk.state.units[sheet.unit].short_name

    def groups(self) -> Mapping[str, str]:
        """Return the groups that the units of the assessment are of, names by id."""
        state = self._desk.state
        names = {group.id: group.name for group in state.rows["unit_group"].values()}
        ids = dict.fromkeys(state.units[sheet.unit].group for sheet in self._all)
        return {each: names.get(each, "Chưa có nhóm") for each in ids}

    def is_complete(self, sheet: str) -> bool:
        """Return whether a unit has all its points, from its derived total."""
        found = self._desk.session.totals.get(sheet, {}).get(self._desk.round)
        return found is not None and found.is_complete and not found.is_stale

    def lacks_points(self, sheet: str) -> bool:
        """Return whether a unit has cells that wait for a person, surveys aside.

        Where very many units are not complete, those that wait for a survey alone are named too.
        """
        if self.is_complete(sheet) or self._are_many:
            return not self.is_complete(sheet)
        cell = self._desk.state.cell(sheet)
        known = self._gaps.get(sheet)
        if known is None or known[0] is not cell or known[1] is not self.tree:
            known = self._gaps[sheet] = (cell, self.tree, self._has_gap(sheet))
        return known[2]

    def count_missing(self) -> int | None:
        """Return how many units lack points; None where there are too many to look at."""
        if self._are_many:
            return None
        return sum(self.lacks_points(sheet.id) for sheet in self._all)

    def _has_gap(self, sheet: str) -> bool:
        scores = self._desk.session.scores(sheet, self._desk.round)
        leaves = (scores[leaf.id] for leaf in self.tree.leaves if not leaf.is_survey)
        return any(row.is_applicable and not row.is_complete for row in leaves)

    def _read_units(self) -> None:
        desk = self._desk
        state: State = desk.state
        seen = (state.sheets, state.units, desk.assessment)
        if not self._seen or not all(map(is_, self._seen, seen)):
            self._seen = seen
            self._all = state.sheets_of(desk.assessment) if desk.assessment else ()
            self._folded = {sheet.id: fold(self.name_of(sheet)) for sheet in self._all}

    def _shows(self, sheet: Sheet, words: list[str]) -> bool:
        chosen = self.filter
        if chosen.group and self._desk.state.units[sheet.unit].group != chosen.group:
            return False
        if not all(word in self._folded[sheet.id] for word in words):
            return False
        return not chosen.only_missing or self.lacks_points(sheet.id)


def visible(tree: CriteriaTree, collapsed: frozenset[str]) -> Nodes:
    """Return the criteria that no folded branch hides, with their depth."""
    hidden = set(collapsed & set(tree.nodes))
    found = []
    for node, depth in tree.walk:
        if node.parent in hidden:
            hidden.add(node.id)
        else:
            found.append((node, depth))
    return tuple(found)
