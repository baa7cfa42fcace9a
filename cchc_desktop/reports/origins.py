"""Where a printed number came from, in words: what it is, its source, how it was worked out."""

from collections.abc import Sequence

from cchc_desktop.domain.criteria import ROOT
from cchc_desktop.domain.explanation import explain, explain_total
from cchc_desktop.domain.points import HUNDRED, share_of
from cchc_desktop.domain.rules.base import Step
from cchc_desktop.domain.scoring import ScoreRow, ScoreSheet
from cchc_desktop.records import record
from cchc_desktop.reports.document import Origin, Quantity
from cchc_desktop.reports.spots import Spot
from cchc_desktop.wording import origins as words
from cchc_desktop.wording import steps
from cchc_desktop.wording.numerals import shown_cut

_RANKS = frozenset({Quantity.RANK, Quantity.SHIFT})
_SPLITTER = " = "


@record
class Source:
    """What the card of a number says.

    Args:
        what: what the number is, "Bị trừ của lĩnh vực 7".
        lines: the card's lines, each a name and its words.
        elsewhere: how many other places print it, in words.
        link: the way to the criterion, in words.
        criterion: id of the criterion, "" for the whole sheet.
    """

    what: str
    lines: tuple[tuple[str, str], ...]
    elsewhere: str
    link: str
    criterion: str


def source_of(scores: ScoreSheet, in_round: str, spot: Spot, others: Sequence[Spot]) -> Source:
    """Return the source of a number of a paper.

    Args:
        scores: the sheet that the paper was made from, in the number's round.
        in_round: the round in words.
        spot: the number.
        others: all numbers of the paper.
    """
    origin, tree = spot.origin, scores.tree
    is_node = origin.criterion != ROOT and origin.criterion in tree
    code = tree[origin.criterion].code if is_node else ""
    of = words.node(tree.level(origin.criterion).value, code) if is_node else ""
    row = scores[origin.criterion] if is_node else scores.total
    lines = (
        (words.TAKEN, _taken(origin, row, in_round)),
        (words.WORKED_OUT, _worked_out(scores, origin, row)),
        (words.PRINTED, words.places(spot.text)),
    )
    named = origin.quantity is Quantity.AMOUNT
    same = [each for each in others if _key(each) == _key(spot)]
    return Source(
        words.named(origin.source, of) if named else words.what(origin.quantity.value, of),
        tuple(line for line in lines if line[1]),
        words.elsewhere(len(same) - 1) if same else "",
        words.go_to(of),
        origin.criterion if is_node else ROOT,
    )


def _key(spot: Spot) -> tuple[str, ...]:
    """Return what two places share that print one number."""
    origin = spot.origin
    source = origin.source if origin.quantity is Quantity.AMOUNT else ""
    return origin.criterion, origin.quantity, origin.round, source, spot.text


def _taken(origin: Origin, row: ScoreRow, in_round: str) -> str:
    if origin.quantity is Quantity.MAXIMUM:
        return words.criteria_set(row.criterion.legal_basis)
    return words.PUBLISHED_RANKS if origin.quantity in _RANKS else words.sheet(in_round)


def _worked_out(scores: ScoreSheet, origin: Origin, row: ScoreRow) -> str:
    match origin.quantity:
        case Quantity.AMOUNT:
            return origin.source if origin.criterion != ROOT else ""
        case Quantity.POINTS:
            return _points(scores, origin)
        case Quantity.LOST:
            return _lost(row)
        case Quantity.SHARE:
            return _share(row)
        case _:
            return ""


def _points(scores: ScoreSheet, origin: Origin) -> str:
    """Return the step that gives the value: the last one with a sum, else the second one."""
    is_total = origin.criterion == ROOT
    found = explain_total(scores) if is_total else explain(scores, origin.criterion)
    sums = [step.text for step in found if _SPLITTER in step.text and _is_sum(step)]
    return sums[-1] if sums else found[min(1, len(found) - 1)].text


def _is_sum(step: Step) -> bool:
    return step.label in {"", steps.INSERTED}


def _lost(row: ScoreRow) -> str:
    if row.maximum is None or row.points is None or row.lost is None:
        return "" if row.lost is None else shown_cut(row.lost)
    if row.maximum - row.points != row.lost:
        return shown_cut(row.lost)
    return words.difference(row.maximum, row.points, row.lost)


def _share(row: ScoreRow) -> str:
    if not row.maximum or row.points is None:
        return ""
    return words.share(row.points, row.maximum, share_of(row.points, row.maximum, HUNDRED))
