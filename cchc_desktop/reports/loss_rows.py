"""Lost points as rows of a paper: one kind over several areas, or one category, is one row."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from cchc_desktop.domain.criteria import ROOT, CriteriaTree
from cchc_desktop.domain.losses import Loss, sum_by_method
from cchc_desktop.domain.points import ZERO, compared
from cchc_desktop.domain.units import Agency
from cchc_desktop.records import record
from cchc_desktop.reports.areas import PLACES
from cchc_desktop.reports.document import Align, Amount, Column, Origin, Quantity, Row, Table, Words
from cchc_desktop.reports.texts import codes_text, short_name, shortened
from cchc_desktop.wording import summary as words
from cchc_desktop.wording.effects import OVER_CAP

_LONGEST_REASON = 110
_LONGEST_AGENCIES = 64
_LOSS_WIDTHS = (11, 12, 97, 45)


@record
class LossRow:
    """Losses that one row tells: their sum, their nodes in short, why, and who is in charge."""

    amount: Decimal
    codes: str
    reason: str
    agencies: str
    losses: tuple[Loss, ...]

    @property
    def names_agency(self) -> bool:
        """Whether every loss of the row names an agency."""
        return all(loss.agencies for loss in self.losses)


def shown_node(tree: CriteriaTree, loss: Loss) -> str:
    """Return the node a loss is shown under: what is not split stands under its parent."""
    node = loss.criterion
    return node.parent if node.is_balancing and node.parent in tree else node.id


def loss_rows(
    tree: CriteriaTree, losses: Iterable[Loss], agencies: Mapping[str, Agency]
) -> tuple[LossRow, ...]:
    """Return the losses as rows, the largest first, equals in tree order."""
    groups: dict[tuple[str, ...], list[Loss]] = {}
    for loss in losses:
        groups.setdefault(_kind_of(loss), []).append(loss)
    rows = [_row(tree, tuple(group), agencies) for group in groups.values()]
    return tuple(sorted(rows, key=lambda row: -row.amount))


def loss_table(rows: Sequence[LossRow]) -> Table:
    """Return the table of the largest losses."""
    sides = (Align.RIGHT, Align.LEFT, Align.LEFT, Align.LEFT)
    columns = zip(words.LOSS_HEADS, _LOSS_WIDTHS, sides, strict=True)
    return Table(
        tuple(Column(head, width, side) for head, width, side in columns),
        tuple(_cells(row) for row in rows),
    )


def method_table(losses: Sequence[Loss], lost: Decimal | None, uncounted: Decimal = ZERO) -> Table:
    """Return the loss by method, the largest first; what reasons leave open closes the sum.

    Args:
        losses: the losses.
        lost: what was lost in all.
        uncounted: penalties that take nothing, over a cap or where nothing is left.
    """
    sums = sum_by_method(losses)
    listed = sorted(sums.items(), key=lambda item: -item[1])
    rows = [
        _method_row(words.method_name(method.value if method else ""), amount)
        for method, amount in listed
    ]
    if uncounted:
        rows.append(_method_row(OVER_CAP, -uncounted))
    left = (lost or ZERO) - sum(sums.values(), ZERO) + uncounted
    if compared(left) != ZERO:
        rows.append(_method_row(words.NOT_SPLIT if left > ZERO else words.OVERSTATED, left))
    rows.append(
        Row(
            (Words(words.SUM, bold=True), Amount(lost, PLACES, bold=True, origin=_ALL)),
            is_total=True,
        )
    )
    return Table(
        (Column(words.METHOD_HEAD, 44), Column(words.POINTS, 12, Align.RIGHT)), tuple(rows)
    )


_ALL = Origin(ROOT, words.METHOD_HEAD, Quantity.LOST)


def _method_row(name: str, amount: Decimal) -> Row:
    return Row((Words(name), Amount(amount, PLACES, bold=True, origin=Origin(ROOT, name))))


def _kind_of(loss: Loss) -> tuple[str, ...]:
    deduction = loss.deduction
    if deduction is None:
        return ("rest", loss.criterion.id)
    if deduction.category:
        return ("category", deduction.category)
    if deduction.reason and loss.method is not None:
        return ("kind", loss.method.value, deduction.reason)
    return ("one", deduction.id)


def _row(tree: CriteriaTree, losses: tuple[Loss, ...], agencies: Mapping[str, Agency]) -> LossRow:
    nodes = list(dict.fromkeys(shown_node(tree, loss) for loss in losses))
    return LossRow(
        sum((loss.amount for loss in losses), ZERO),
        codes_text(tree, nodes),
        shortened(_reason(losses), _LONGEST_REASON),
        _agencies_text(losses, agencies),
        losses,
    )


def _reason(losses: tuple[Loss, ...]) -> str:
    first = losses[0]
    deduction = first.deduction
    if deduction is not None and deduction.category and len(losses) > 1:
        return words.several_of(deduction.category, len(losses))
    if deduction is not None and deduction.reason:
        about = first.criterion.short_name if len(losses) == 1 else ""
        return f"{about}: {deduction.reason}" if about else deduction.reason
    name = short_name(first.criterion)
    return name if first.criterion.is_survey else words.no_reason(name)


def _agencies_text(losses: tuple[Loss, ...], agencies: Mapping[str, Agency]) -> str:
    ids = list(dict.fromkeys(agency for loss in losses for agency in loss.agencies))
    found = [agencies[agency] for agency in ids if agency in agencies]
    if not found:
        return words.NOT_RECORDED
    if not all(loss.agencies for loss in losses):
        return words.PARTLY_RECORDED
    if len(found) == 1:
        return shortened(found[0].name, _LONGEST_AGENCIES)
    return shortened(", ".join(a.short_name or a.name for a in found), _LONGEST_AGENCIES)


def _cells(row: LossRow) -> Row:
    node = row.losses[0].criterion
    origin = Origin(node.id, row.reason)
    return Row(
        (
            Amount(row.amount, PLACES, bold=True, origin=origin),
            Words(row.codes, origin=origin),
            Words(row.reason, origin=origin),
            Words(row.agencies, italic=not row.names_agency),
        )
    )
