"""Printed figures that the marks do not give: what the council has to agree on."""

from collections.abc import Iterator
from decimal import Decimal

from cchc_desktop.domain.cells import SheetCell
from cchc_desktop.domain.checks import FindingKind, findings, has_other_lost
from cchc_desktop.domain.points import ZERO
from cchc_desktop.domain.rules.ratio import DENOMINATOR, NUMERATOR, Ratio
from cchc_desktop.domain.scoring import ScoreRow, ScoreSheet
from cchc_desktop.domain.units import Published
from cchc_desktop.wording import summary as words
from cchc_desktop.wording.numerals import shown

_MOST_DIFFERENCES = 2
_PLACES = 3


def differences(sheet: ScoreSheet, cell: SheetCell, year: int) -> Iterator[tuple[str, str]]:
    """Yield at most one item: a verb and the nodes whose printed figure is another."""
    found = [
        (sheet[finding.criterion], result)
        for finding in findings(sheet, cell, year)
        if finding.kind is FindingKind.FIGURES_DIFFER
        and (result := cell.result_of(finding.criterion, year)) is not None
    ]
    if not found:
        return
    told = "; ".join(_told(row, result) for row, result in found[:_MOST_DIFFERENCES])
    yield words.agree_on_figures(told, max(0, len(found) - _MOST_DIFFERENCES))


def _told(row: ScoreRow, result: Published) -> str:
    code, basis = row.criterion.code, _basis(row)
    lost, points = row.lost or ZERO, row.points or ZERO
    if has_other_lost(row, result):
        stated = shown(Decimal(result.lost))
        return words.lost_differs(code, stated, shown(lost, _PLACES), basis)
    return words.points_differ(code, shown(Decimal(result.score)), shown(points, _PLACES), basis)


def _basis(row: ScoreRow) -> str:
    """Return the two figures of a share, "" for other rules."""
    mark, rule = row.mark, row.criterion.rule
    if mark is None or not isinstance(rule, Ratio):
        return ""
    part, whole = mark.figures.get(NUMERATOR), mark.figures.get(DENOMINATOR)
    if part is None or whole is None:
        return ""
    return f"{shown(part.value)}/{shown(whole.value)} {rule.unit}".rstrip()
