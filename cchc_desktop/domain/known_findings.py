"""Findings of a sheet that is being edited: looked for again only where something changed."""

from cchc_desktop.domain.cells import SheetCell
from cchc_desktop.domain.checks import Finding, findings_at
from cchc_desktop.domain.criteria import CriteriaTree
from cchc_desktop.domain.evidence import Link
from cchc_desktop.domain.scoring import ScoreRow, ScoreSheet
from cchc_desktop.domain.units import Published

_Seen = tuple[ScoreRow, tuple[Link, ...], tuple[Published, ...]]


class KnownFindings:
    """Keeps each node's findings together with what they were made from.

    A node whose row, documents and published results are the same keeps its findings, so that
    an edit in a set of thousands costs one look at each node.
    """

    def __init__(self) -> None:
        self._tree: CriteriaTree | None = None
        self._year = 0
        self._kept: dict[str, tuple[_Seen, tuple[Finding, ...]]] = {}

    def of(self, sheet: ScoreSheet, cell: SheetCell, year: int) -> tuple[Finding, ...]:
        """Return all findings of a sheet in tree order, as ``checks.findings`` does.

        Args:
            sheet: the scores.
            cell: what was entered.
            year: year of the assessment; published results of other years are not compared.
        """
        if sheet.tree is not self._tree or year != self._year:
            self._tree, self._year, self._kept = sheet.tree, year, {}
        found: list[Finding] = []
        rows, links, published = sheet.rows, cell.links, cell.published
        for criterion, _ in sheet.tree.walk:
            node = criterion.id
            row, documents, results = rows[node], links.get(node, ()), published.get(node, ())
            known = self._kept.get(node)
            if known is None or not _is_same(known[0], row, documents, results):
                at_node = tuple(findings_at(sheet, cell, criterion, year))
                known = self._kept[node] = ((row, documents, results), at_node)
            found.extend(known[1])
        return tuple(found)


def _is_same(
    seen: _Seen, row: ScoreRow, documents: tuple[Link, ...], results: tuple[Published, ...]
) -> bool:
    """Return whether a node's findings still stand; a subtotal looks at other nodes too."""
    return (
        seen[0] is row
        and seen[1] == documents
        and seen[2] == results
        and not any(result.is_subtotal for result in results)
    )
