"""What the tree shows: scores of one sheet in one round, with the facts derived from them."""

from collections.abc import Iterable
from decimal import Decimal

from cchc_desktop.domain.cells import SheetCell
from cchc_desktop.domain.checks import (
    coverage,
    differs,
    has_evidence,
    lacks_evidence,
    needs_evidence,
)
from cchc_desktop.domain.criteria import ROOT, CriteriaTree
from cchc_desktop.domain.losses import is_lossy
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.scoring import Context, ScoreRow, ScoreSheet, score
from cchc_desktop.session import Changed
from ui.marks.signs import Sign, is_waiting, sign_of
from ui.shared.desk import Desk


class Ledger:
    """The scores that a tree shows, and look-ups beside them; it follows the desk.

    Args:
        desk: where the user is.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.reload()

    def reload(self) -> None:
        """Look at everything anew: another sheet or round."""
        desk = self._desk
        self.tree: CriteriaTree = desk.tree
        self.cell: SheetCell = desk.state.cell(desk.sheet)
        self.scores: ScoreSheet = self._scores()
        self.revalued: frozenset[str] = frozenset()
        self.is_editable = desk.is_editable
        self._signs: dict[str, Sign] = {}
        self._coverage: dict[str, tuple[int, int]] = {}
        self._wrong = self._differing()
        self.earlier_round = self._round_before()
        self.earlier = self._earlier_scores()
        self._count_all()

    def follow(self, event: Changed) -> set[str]:
        """Look at what changed; return the nodes that look different now."""
        before, earlier = self.scores, self.earlier
        old_cell, old_wrong, old_editable = self.cell, self._wrong, self.is_editable
        desk = self._desk
        self.tree, self.cell = desk.tree, desk.state.cell(desk.sheet)
        self.scores, self.is_editable = self._scores(), desk.is_editable
        self.earlier = self._earlier_scores()
        self._wrong = self._differing()
        changed = _moved_rows(before, self.scores)
        self.revalued = frozenset(node for node in changed if _is_revalued(before, self, node))
        if self.earlier is not earlier and earlier is not None and self.earlier is not None:
            changed |= _moved_rows(earlier, self.earlier)
        changed |= {node for node in event.criteria if node in self.tree}
        changed |= {node for node in old_wrong ^ self._wrong if node in self.tree}
        if old_editable is not self.is_editable:
            changed |= set(self.tree.nodes)
        changed |= self._recover(event, old_cell, before)
        for node in changed:
            self._signs.pop(node, None)
        if self.tree is before.tree:
            self._count(changed)
        else:
            self._count_all()
        return changed

    def __getitem__(self, node: str) -> ScoreRow:
        return self.scores.rows[node] if node else self.scores.total

    def is_branch(self, node: str) -> bool:
        """Return whether a node has children."""
        return not node or self.tree.is_branch(node)

    def sign(self, node: str) -> Sign:
        """Return the sign of a node; branches have none."""
        found = self._signs.get(node)
        if found is None:
            found = Sign.NONE
            if not self.is_branch(node):
                found = sign_of(self[node], self.cell, is_wrong=node in self._wrong)
            elif node in self._wrong:
                found = Sign.WRONG
            self._signs[node] = found
        return found

    def evidence(self, node: str) -> tuple[int, int]:
        """Return how many leaves below have evidence, of those that need it."""
        found = self._coverage.get(node)
        if found is None:
            found = self._coverage[node] = coverage(self.scores, self.cell, node)
        return found

    def documents(self, leaf: str) -> int:
        """Return how many documents stand at a leaf."""
        return len(self.cell.links.get(leaf, ()))

    def is_explained(self, leaf: str) -> bool:
        """Return whether a written explanation stands at a leaf."""
        mark = self[leaf].sheet_mark
        return mark is not None and bool(mark.explanation)

    def earlier_points(self, node: str) -> Decimal | None:
        """Return the points of the round before."""
        if self.earlier is None:
            return None
        return self.earlier.rows[node].points if node else self.earlier.total.points

    @property
    def counts(self) -> tuple[int, int, int]:
        """How many leaves lost points, lack evidence, wait for somebody."""
        return len(self._lossy), len(self._missing), len(self._waiting)

    def lossy(self) -> list[str]:
        """Return the leaves with lost points."""
        return [leaf.id for leaf in self.tree.leaves if leaf.id in self._lossy]

    def missing(self) -> list[str]:
        """Return the leaves without evidence."""
        return [leaf.id for leaf in self.tree.leaves if leaf.id in self._missing]

    def waiting(self) -> list[str]:
        """Return the leaves that wait for somebody."""
        return [leaf.id for leaf in self.tree.leaves if leaf.id in self._waiting]

    def wrong(self) -> list[str]:
        """Return the nodes whose points differ from what was published."""
        return [node.id for node, _ in self.tree.walk if node.id in self._wrong]

    def unreasoned(self) -> list[str]:
        """Return the leaves that lost points without any reason."""
        return [
            leaf
            for leaf in self.lossy()
            if not any(deduction.reason for deduction in self[leaf].deductions)
        ]

    def unfinished(self) -> list[str]:
        """Return the leaves that have no points yet."""
        return [leaf.id for leaf in self.tree.leaves if not self[leaf.id].is_complete]

    def _count_all(self) -> None:
        self._lossy: set[str] = set()
        self._missing: set[str] = set()
        self._waiting: set[str] = set()
        self._count(leaf.id for leaf in self.tree.leaves)

    def _count(self, nodes: Iterable[str]) -> None:
        """Count some leaves anew; an edit touches a few of thousands."""
        for node in nodes:
            if self.is_branch(node):
                continue
            row = self[node]
            for holds, group in (
                (is_lossy(row), self._lossy),
                (lacks_evidence(row, self.cell), self._missing),
                (is_waiting(row), self._waiting),
            ):
                if holds:
                    group.add(node)
                else:
                    group.discard(node)

    def _recover(self, event: Changed, old: SheetCell, before: ScoreSheet) -> set[str]:
        """Forget the coverage of branches below which evidence came, went or is needed anew."""
        if self.tree is not before.tree:
            self._coverage.clear()
            return {ROOT, *(n.id for n, _ in self.tree.walk if self.is_branch(n.id))}
        stale: set[str] = set()
        for node in event.criteria:
            if node in self.tree and _is_covered(self[node], self.cell) != _is_covered(
                before[node], old
            ):
                stale |= {step.id for step in self.tree.path(node)} | {ROOT}
        for node in stale:
            self._coverage.pop(node, None)
        return stale

    def _differing(self) -> frozenset[str]:
        assessment = self._desk.state.assessments.get(self._desk.assessment)
        if assessment is None:
            return frozenset()
        year = assessment.year
        return frozenset(
            node
            for node in self.cell.published
            if node in self.tree
            and (result := self.cell.result_of(node, year)) is not None
            and differs(self.scores[node], result)
        )

    def _round_before(self) -> Round | None:
        assessment = self._desk.state.assessments.get(self._desk.assessment)
        rounds = assessment.rounds if assessment is not None else ()
        at = rounds.index(self._desk.round) if self._desk.round in rounds else 0
        return rounds[at - 1] if at else None

    def _scores(self) -> ScoreSheet:
        if not self._desk.sheet:
            return score(CriteriaTree(), SheetCell(), Context(self._desk.round))
        return self._desk.scores

    def _earlier_scores(self) -> ScoreSheet | None:
        if self.earlier_round is None:
            return None
        return self._desk.session.scores(self._desk.sheet, self.earlier_round)


def _is_covered(row: ScoreRow, cell: SheetCell) -> tuple[bool, bool]:
    """Return whether a node needs evidence, and whether it has any."""
    return needs_evidence(row), has_evidence(cell, row.criterion.id)


def _moved_rows(before: ScoreSheet, after: ScoreSheet) -> set[str]:
    """Return the nodes whose row is another; "" stands for the total."""
    old, new = before.rows, after.rows
    found = {
        node
        for node in _reached(before, after)
        if (was := old.get(node)) is not new[node] and was is not None and was != new[node]
    }
    return found | {ROOT} if before.total != after.total else found


def _reached(before: ScoreSheet, after: ScoreSheet) -> Iterable[str]:
    """Return the nodes that can have moved: after an edit the touched ones and those above."""
    tree = after.tree
    touched = after.cell.touched_since(before.cell) if tree is before.tree else None
    if touched is None:
        return after.rows
    return {step.id for node in touched if node in tree for step in tree.path(node)}


def _is_revalued(before: ScoreSheet, after: Ledger, node: str) -> bool:
    old, new = (before.rows[node] if node else before.total), after[node]
    return (old.points, old.lost) != (new.points, new.lost)
