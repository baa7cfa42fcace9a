"""Lost points and their reasons: what is explained, what is left, by method and agency."""

from collections.abc import Iterable
from decimal import Decimal

from cchc_desktop.domain.criteria import Criterion
from cchc_desktop.domain.effects import Effect
from cchc_desktop.domain.marks import Deduction, Method
from cchc_desktop.domain.points import ZERO, compared, printed
from cchc_desktop.domain.scoring import ScoreRow, ScoreSheet
from cchc_desktop.records import record


@record
class Loss:
    """One part of a leaf's loss: its amount, and the deduction that explains it, if any."""

    criterion: Criterion
    amount: Decimal
    deduction: Deduction | None

    @property
    def method(self) -> Method | None:
        """How the loss was found: the deduction's own method, else the criterion's."""
        if self.deduction is not None and self.deduction.method is not None:
            return self.deduction.method
        return self.criterion.method

    @property
    def agencies(self) -> tuple[str, ...]:
        """Agencies in charge: the deduction's own, else the criterion's."""
        if self.deduction is not None and self.deduction.agencies:
            return self.deduction.agencies
        return self.criterion.agencies


@record
class LossReport:
    """A leaf's loss against its reasons.

    Args:
        lost: the leaf's loss; None where it has no points.
        parts: the listed reasons with their amounts; an amount left open takes what is left.
        unexplained: loss without a reason (0 or more).
        overrun: reasons that exceed the loss (0 or more).
    """

    lost: Decimal | None
    parts: tuple[Loss, ...]
    unexplained: Decimal
    overrun: Decimal

    @property
    def is_closed(self) -> bool:
        """Whether the reasons add up to the loss, to the 3 places in which they are written."""
        return printed(self.unexplained, 3) == ZERO == printed(self.overrun, 3)


def is_lossy(row: ScoreRow) -> bool:
    """Return whether points are lost, as far as anybody counts."""
    return row.lost is not None and compared(row.lost) > ZERO


def loss_report(row: ScoreRow) -> LossReport:
    """Return how a leaf's loss is explained; the first open amount takes the whole rest."""
    fixed = sum((d.amount for d in row.deductions if d.amount is not None), ZERO)
    left = (row.lost or ZERO) - fixed
    parts = []
    has_open = False
    for deduction in row.deductions:
        amount = deduction.amount
        if amount is None:
            amount = max(ZERO, left) if not has_open else ZERO
            has_open = True
        parts.append(Loss(row.criterion, amount, deduction))
    rest = ZERO if has_open and left > ZERO else left
    return LossReport(row.lost, tuple(parts), max(ZERO, rest), max(ZERO, -rest))


def losses_of(sheet: ScoreSheet) -> tuple[Loss, ...]:
    """Return all losses of a sheet in tree order, unexplained rests without a deduction."""
    found: list[Loss] = []
    for leaf in sheet.tree.leaves:
        row = sheet[leaf.id]
        if not row.is_applicable or row.lost is None or compared(row.lost) == ZERO:
            continue
        report = loss_report(row)
        found.extend(part for part in report.parts if part.amount > ZERO)
        if report.unexplained > ZERO:
            found.append(Loss(leaf, report.unexplained, None))
    return tuple(found)


def uncounted(sheet: ScoreSheet) -> Decimal:
    """Return the penalty points that take nothing: over a cap, or where nothing is left."""
    tree, found = sheet.tree, ZERO
    for row in (sheet.total, *sheet.rows.values()):
        children = [sheet[child] for child in tree.children_of(row.criterion.id)]
        taken = sum((c.penalty for c in children if c.effect is Effect.PENALTY), ZERO)
        if row.effect is Effect.PENALTY and children:
            found += taken - row.penalty
        elif row.is_counted and taken:
            added = sum(
                (c.points or ZERO for c in children if c.effect is not Effect.PENALTY), ZERO
            )
            found += max(ZERO, taken - added)
    return found


def sum_by_method(losses: Iterable[Loss]) -> dict[Method | None, Decimal]:
    """Return the loss by method; None gathers what names no method."""
    found: dict[Method | None, Decimal] = {}
    for loss in losses:
        found[loss.method] = found.get(loss.method, ZERO) + loss.amount
    return found
