"""The league of an assessment's units, from their derived totals."""

from collections.abc import Sequence
from itertools import compress, count
from operator import is_, is_not

from cchc_desktop.domain.cells import SheetCell
from cchc_desktop.domain.criteria import ROOT, CriteriaTree
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.ranking import Contender, contender
from cchc_desktop.domain.scoring import Context, score
from cchc_desktop.domain.units import Sheet
from cchc_desktop.session.session import Session
from cchc_desktop.store import UnitTotal

_Listed = tuple[list[UnitTotal], list[Contender]]
_NodeBook = tuple[tuple[Round, str, CriteriaTree], dict[str, tuple[SheetCell, Contender]]]


class LeagueBook:
    """The units of a dossier as they are ranked; one whose total stands is not made anew.

    Args:
        session: the open dossier.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._kept: dict[Round, _Listed] = {}
        self._node_of: _NodeBook | None = None
        self._seen: tuple[object, ...] = ()
        self._asked: tuple[str, str] | None = None
        self._peers: tuple[Sheet, ...] = ()
        self.has_other_groups = False  # beside the peers last asked for

    def peers(self, sheet: str) -> tuple[Sheet, ...]:
        """Return the sheets that one is ranked among: its assessment's, of units of its group."""
        state = self._session.state
        units, own = state.units, state.sheets[sheet]
        group = units[own.unit].group
        seen = (state.sheets, units)
        asked = (own.assessment, group)
        if self._asked != asked or not all(map(is_, self._seen, seen)):
            everyone = state.sheets_of(own.assessment)
            self._peers = tuple(s for s in everyone if units[s.unit].group == group)
            self.has_other_groups = len(self._peers) < len(everyone)
            self._seen, self._asked = seen, asked
        return self._peers

    def contenders(
        self, sheets: Sequence[Sheet], in_round: Round, node: str = ROOT
    ) -> tuple[Contender, ...]:
        """Return the units of some sheets as they are ranked in a round.

        Args:
            sheets: score sheets of one assessment.
            in_round: the round.
            node: an area or criterion to rank by; ROOT is the total and costs no scoring.
        """
        if node != ROOT:
            return self._by_node(sheets, in_round, node)
        totals = self._session.totals
        stand = [totals[sheet.id][in_round] for sheet in sheets]
        stood, found = self._kept.get(in_round, ([], []))
        if len(stood) != len(stand):  # others are asked for
            stood, found = [], [_by_total(total) for total in stand]
        for at in compress(count(), map(is_not, stood, stand)):
            found[at] = _by_total(stand[at])
        self._kept[in_round] = (stand, found)
        return tuple(found)

    def _by_node(
        self, sheets: Sequence[Sheet], in_round: Round, node: str
    ) -> tuple[Contender, ...]:
        """Score a node and what is below it, where a sheet's entries are not those of last time."""
        state = self._session.state
        tree = state.tree_of_sheet(sheets[0].id) if sheets else CriteriaTree()
        key = (in_round, node, tree)
        if self._node_of is None or self._node_of[0] != key:
            self._node_of = (key, {})
        kept, part = self._node_of[1], tree.subtree(node) if sheets else tree
        found = []
        for sheet in sheets:
            cell = state.cell(sheet.id)
            known = kept.get(sheet.id)
            if known is None or known[0] is not cell:
                row = score(part, cell.only(part.nodes.keys()), Context(in_round))[node]
                known = kept[sheet.id] = (cell, contender(sheet.id, row))
            found.append(known[1])
        return tuple(found)


def _by_total(total: UnitTotal) -> Contender:
    is_whole = total.is_complete and total.points is not None
    return Contender(total.sheet, total.points, total.maximum, is_whole)
