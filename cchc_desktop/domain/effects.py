"""Bonus and penalty criteria (điểm thưởng, điểm trừ thêm): the arithmetic of a branch.

Small pure functions over Decimals, so that every way of adding a set up gives the same.
"""

from decimal import Decimal
from enum import StrEnum

from cchc_desktop.domain.points import ZERO


class Effect(StrEnum):
    """What the points of a criterion do to the points of its parent.

    A bonus adds to them and a penalty takes from them, both outside the denominator.
    """

    NORMAL = ""
    BONUS = "bonus"
    PENALTY = "penalty"


def inherited(own: Effect, above: Effect) -> Effect:
    """Return what a node does: a branch with an effect hands it down to all below it."""
    return above if above is not Effect.NORMAL else own


def added(points: Decimal | None, effect: Effect) -> Decimal | None:
    """Return what points do to the parent's, with their sign; None where there are none."""
    return -points if points is not None and effect is Effect.PENALTY else points


def combined(normal: Decimal, bonus: Decimal, penalty: Decimal) -> Decimal:
    """Return the points of a normal branch: bonuses added, penalties taken, never under 0."""
    left = normal + bonus - penalty
    return max(ZERO, left) if penalty else left


def capped(total: Decimal, cap: Decimal | None) -> Decimal:
    """Return the points of a branch with an effect: its children's sum, at most its cap."""
    return max(ZERO, total if cap is None else min(total, cap))


def limited(points: Decimal, maximum: Decimal | None, bonus: Decimal) -> Decimal:
    """Return a total that bonuses do not lift over its maximum.

    Args:
        points: the total with all bonuses.
        maximum: what counts for the unit; None = not known, nothing is cut.
        bonus: bonuses in the total; no more than these is cut, and nothing under 0.
    """
    if maximum is None or not bonus or points <= maximum:
        return points
    return max(maximum, points - bonus, min(points, ZERO))
