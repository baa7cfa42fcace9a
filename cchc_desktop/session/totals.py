"""The derived totals of all sheets: those that stand, and those that wait to be worked out."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.scoring import ScoreSheet
from cchc_desktop.domain.state import State
from cchc_desktop.store import UnitTotal


def total_of(key: tuple[str, Round], sheet: ScoreSheet) -> UnitTotal:
    """Return the derived total of a score sheet, as it stands on disk."""
    total = sheet.total
    areas = tuple((area, sheet[area].points) for area in sheet.tree.children_of(""))
    return UnitTotal(key[0], key[1], total.points, total.maximum, total.is_complete, areas)


def _blank(sheet: str, in_round: Round) -> UnitTotal:
    """Return the total of a sheet that nobody has worked out yet."""
    return UnitTotal(sheet, in_round, None, None, is_complete=False, is_stale=True)


class TotalBook:
    """Totals by sheet and round, as they stand on disk.

    Args:
        totals: the totals on disk.
        state: the state that they stand for; what misses there waits to be worked out.
    """

    def __init__(self, totals: Iterable[UnitTotal], state: State) -> None:
        self.by_sheet: dict[str, dict[Round, UnitTotal]] = {}
        self.stale: dict[str, None] = {}  # sheets, in the order they wait
        for total in totals:
            self.by_sheet.setdefault(total.sheet, {})[total.round] = total
            if total.is_stale:
                self.stale[total.sheet] = None
        for sheet in state.sheets.values():
            stands = self.by_sheet.setdefault(sheet.id, {})
            for in_round in state.assessments[sheet.assessment].rounds:
                if in_round not in stands:
                    stands[in_round] = _blank(sheet.id, in_round)
                    self.stale[sheet.id] = None

    def waiting(self, state: State, sheets: Iterable[str]) -> list[UnitTotal]:
        """Return the totals of sheets as they stand, marked stale; unknown where there are none.

        Args:
            state: the state that they will be worked out from.
            sheets: ids of sheets; one that is gone is left out.
        """
        found = []
        for sheet in sheets:
            if sheet not in state.sheets:
                continue
            stands = self.by_sheet.get(sheet, {})
            for in_round in state.assessments[state.sheets[sheet].assessment].rounds:
                stood = stands.get(in_round)
                found.append(replace(stood, is_stale=True) if stood else _blank(sheet, in_round))
        return found

    def take(self, totals: Iterable[UnitTotal]) -> None:
        """Take new totals of sheets; all rounds of each are among them."""
        totals = tuple(totals)
        for sheet in {total.sheet for total in totals}:
            self.by_sheet[sheet] = {}
            self.stale.pop(sheet, None)
        for total in totals:
            self.by_sheet[total.sheet][total.round] = total
            if total.is_stale:
                self.stale[total.sheet] = None

    def drop_gone(self, sheets: Mapping[str, object]) -> None:
        """Forget what is not among the sheets that stand."""
        for sheet in [sheet for sheet in self.by_sheet if sheet not in sheets]:
            del self.by_sheet[sheet]
            self.stale.pop(sheet, None)
