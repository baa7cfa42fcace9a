"""The cells that the matrix shows: scored when they first show, kept for a while."""

from collections import OrderedDict
from collections.abc import Iterable, Mapping

from PySide6.QtCore import QElapsedTimer

from cchc_desktop.domain.criteria import ROOT
from cchc_desktop.domain.scoring import ScoreRow, ScoreSheet
from cchc_desktop.domain.units import Sheet
from cchc_desktop.session import Changed
from ui.matrix.axes import Spot
from ui.matrix.cells import CellLook, look_of
from ui.shared.desk import Desk

_MOST_SHEETS = 400  # looks kept of so many units


class MatrixBook:
    """Scores and looks of the desk's round, by unit.

    Args:
        desk: what lies on the desk.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._looks: OrderedDict[str, dict[str, CellLook]] = OrderedDict()
        self._percent = False
        self.fresh: frozenset[Spot] = frozenset()  # what the last step changed

    @property
    def percent(self) -> bool:
        """Whether shares of the maximum show in place of points."""
        return self._percent

    def show_percent(self, *, shown: bool) -> None:
        """Show shares of the maximum, or points."""
        self._percent = shown
        self._looks.clear()

    def forget(self) -> None:
        """Forget everything: another round or assessment."""
        self._looks.clear()
        self.fresh = frozenset()

    def follow(self, event: Changed) -> None:
        """Forget the units that changed; what reads differently now is fresh."""
        self.fresh = frozenset()
        touched = [sheet for sheet in event.sheets if sheet in self._looks]
        if event.after.rows["sheet"] is not event.before.rows["sheet"]:
            touched = list(self._looks)  # locks came or went
        if event.after.trees is not event.before.trees:
            self._looks.clear()
            return
        fresh: set[Spot] = set()
        for sheet in touched:
            old = self._looks.pop(sheet)
            if sheet in event.after.sheets:
                fresh |= self._differing(sheet, old)
        self.fresh = frozenset(fresh)

    def scores(self, sheet: str) -> ScoreSheet:
        """Return the scores of a unit."""
        return self._desk.session.scores(sheet, self._desk.round)

    def is_ready(self, sheet: str) -> bool:
        """Return whether a unit was scored for the matrix already."""
        return sheet in self._looks

    def prepare(self, sheets: Iterable[str], budget: int) -> bool:
        """Score units until some time has passed, one at least; return whether all are ready.

        Args:
            sheets: the units that show.
            budget: milliseconds.
        """
        clock, is_first = QElapsedTimer(), True
        clock.start()
        for sheet in sheets:
            if self.is_ready(sheet):
                continue
            if not is_first and clock.elapsed() >= budget:
                return False
            is_first = False
            self.look(Spot(sheet, ROOT))
        return True

    def row(self, spot: Spot) -> ScoreRow:
        """Return the score of a cell; ROOT is the total."""
        scores = self.scores(spot.sheet)
        return scores.total if spot.node == ROOT else scores[spot.node]

    def look(self, spot: Spot) -> CellLook:
        """Return how a cell reads; ROOT is the total of its unit."""
        kept = self._looks.get(spot.sheet)
        if kept is None:
            kept = self._looks[spot.sheet] = {}
            if len(self._looks) > _MOST_SHEETS:
                self._looks.popitem(last=False)
        found = kept.get(spot.node)
        if found is None:
            found = kept[spot.node] = self._read(spot)
        return found

    def is_locked(self, sheet: Sheet) -> bool:
        """Return whether the round of a unit is locked."""
        return self._desk.round in sheet.locked

    def _read(self, spot: Spot) -> CellLook:
        is_branch = spot.node == ROOT or self._desk.tree.is_branch(spot.node)
        is_locked = self.is_locked(self._desk.state.sheets[spot.sheet])
        row = self.row(spot)
        return look_of(row, is_branch=is_branch, is_locked=is_locked, percent=self._percent)

    def _differing(self, sheet: str, old: Mapping[str, CellLook]) -> set[Spot]:
        tree = self._desk.tree
        found = set()
        for node, look in old.items():
            if node == ROOT or tree.is_branch(node):
                continue
            now = self.look(Spot(sheet, node))
            if (now.exact, now.kind) != (look.exact, look.kind):
                found.add(Spot(sheet, node))
        return found
