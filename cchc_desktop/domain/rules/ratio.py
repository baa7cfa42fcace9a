"""A share b / a of the maximum (tỷ lệ), with an optional base and thresholds."""

from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from cchc_desktop.domain.points import HUNDRED, ZERO, compared, settled, share_of
from cchc_desktop.domain.rules.base import (
    NOT_ENTERED,
    Entry,
    FigureSpec,
    Gap,
    Outcome,
    RuleProblem,
    Step,
    counts_things,
    typed_or,
    typed_steps,
)
from cchc_desktop.records import record
from cchc_desktop.wording import steps as words

NUMERATOR = "numerator"
DENOMINATOR = "denominator"


class Between(StrEnum):
    """How the share counts between "zero below" and "full at"."""

    PROPORTIONAL = "proportional"  # (b / a) x maximum
    LINEAR = "linear"  # a straight line from 0 at zero_below to the maximum at full_at
    UNKNOWN = "unknown"  # the set does not say


class Excess(StrEnum):
    """What b > a means."""

    REFUSED = "refused"
    CAPPED = "capped"


@record
class Ratio:
    """Points by a share: base + (b / a) x (maximum - base).

    Args:
        base: points given before the share counts.
        full_at: share in percent from which the maximum is given.
        zero_below: share in percent below which nothing is given.
        between: how it counts between the two.
        excess: what b > a means.
        numerator, denominator: labels of b and a.
        unit: unit of both figures.
    """

    kind: ClassVar[str] = "ratio"
    base: Decimal | None = None
    full_at: Decimal | None = None
    zero_below: Decimal | None = None
    between: Between = Between.PROPORTIONAL
    excess: Excess = Excess.REFUSED
    numerator: str = ""
    denominator: str = ""
    unit: str = ""

    def figures(self) -> tuple[FigureSpec, ...]:
        """Return b, then a."""
        part = self.numerator or words.numerator()
        whole = self.denominator or words.denominator()
        is_whole = counts_things(self.unit)
        return (
            FigureSpec(NUMERATOR, "b", part, self.unit, is_whole=is_whole),
            FigureSpec(DENOMINATOR, "a", whole, self.unit, is_whole=is_whole),
        )

    def check(self, maximum: Decimal | None) -> tuple[RuleProblem, ...]:
        """Return faults of base and thresholds."""
        problems = []
        if self.base is not None and (
            self.base < ZERO or (maximum is not None and self.base > maximum)
        ):
            problems.append(RuleProblem("base", words.base_outside()))
        for name in ("full_at", "zero_below"):
            threshold = getattr(self, name)
            if threshold is not None and not ZERO <= threshold <= HUNDRED:
                problems.append(RuleProblem(name, words.threshold_outside()))
        low, high = self.zero_below or ZERO, self.full_at
        if high is not None and low >= high:
            problems.append(RuleProblem("full_at", words.thresholds_crossed()))
        return tuple(problems)

    def score(self, entry: Entry) -> Outcome:
        """Return the points of the share, or why the figures give none."""
        part, whole = entry.value(NUMERATOR), entry.value(DENOMINATOR)
        if part is None or whole is None:
            return typed_or(Gap.NOT_ENTERED, entry) if not entry.figures else NOT_ENTERED
        if entry.maximum is None:
            return typed_or(Gap.NO_MAXIMUM, entry)
        if whole <= ZERO:
            return typed_or(Gap.WHOLE_IS_ZERO, entry)
        if part > whole and self.excess is Excess.REFUSED:
            return typed_or(Gap.PART_OVER_WHOLE, entry)
        return self._of_share(min(part, whole), whole, entry)

    def _of_share(self, part: Decimal, whole: Decimal, entry: Entry) -> Outcome:
        maximum = entry.maximum or ZERO
        percent = compared(share_of(part, whole, HUNDRED))
        if self.zero_below is not None and percent < self.zero_below:
            return Outcome(ZERO)
        if self.full_at is not None and percent >= self.full_at:
            return Outcome(maximum)
        if self.between is Between.UNKNOWN:
            return typed_or(Gap.RULE_UNKNOWN, entry)
        base = self.base or ZERO
        if self.between is Between.LINEAR:
            low, high = self.zero_below or ZERO, self.full_at or HUNDRED
            rise = HUNDRED * part - low * whole
            return Outcome(base + settled(share_of(rise, whole * (high - low), maximum - base)))
        return Outcome(base + settled(share_of(part, whole, maximum - base)))

    def explain(self, entry: Entry) -> tuple[Step, ...]:
        """Return the formula, the figures put in and the unrounded value."""
        steps = [Step(words.RULE, self._formula())]
        part, whole = entry.value(NUMERATOR), entry.value(DENOMINATOR)
        outcome = self.score(entry)
        if part is None or whole is None or whole <= ZERO or entry.maximum is None:
            return (*steps, *typed_steps(entry, outcome))
        percent = share_of(part, whole, HUNDRED)
        steps.append(Step(words.INSERTED, words.share(part, whole, percent)))
        if outcome.gap is Gap.PART_OVER_WHOLE:
            return tuple(steps)
        percent = min(percent, HUNDRED)
        steps.extend(self._clause(compared(percent)))
        if outcome.points is not None and not outcome.is_typed and self._is_counted(percent):
            steps.append(Step("", self._inserted(entry, outcome.points, percent)))
        return (*steps, *typed_steps(entry, outcome))

    def _formula(self) -> str:
        return (
            words.ratio_rule(self.base)
            if self.between is not Between.LINEAR
            else (words.linear_rule(self.zero_below or ZERO, self.full_at or HUNDRED))
        )

    def _clause(self, percent: Decimal) -> tuple[Step, ...]:
        if self.zero_below is not None and percent < self.zero_below:
            return (Step(words.CLAUSE, words.below_threshold(self.zero_below)),)
        if self.full_at is not None and percent >= self.full_at:
            return (Step(words.CLAUSE, words.from_threshold(self.full_at)),)
        if self.between is Between.UNKNOWN:
            return (Step(words.CLAUSE, words.rule_unknown()),)
        return ()

    def _is_counted(self, percent: Decimal) -> bool:
        return not self._clause(compared(percent))

    def _inserted(self, entry: Entry, points: Decimal, percent: Decimal) -> str:
        part, whole = entry.value(NUMERATOR) or ZERO, entry.value(DENOMINATOR) or ZERO
        rest = (entry.maximum or ZERO) - (self.base or ZERO)
        if self.between is Between.LINEAR:
            ends = self.zero_below or ZERO, self.full_at or HUNDRED
            return words.linear_inserted(self.base, percent, ends, rest, points)
        return words.ratio_inserted(self.base, rest, (min(part, whole), whole), points)
