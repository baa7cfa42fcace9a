"""Points against last year's figure (so năm trước): rise, same, fall."""

from decimal import Decimal
from typing import ClassVar

from cchc_desktop.domain.points import ZERO, compared
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
from cchc_desktop.wording import figure_steps as more
from cchc_desktop.wording import steps as words

NOW = "now"
BEFORE = "before"


@record
class Trend:
    """Points by the direction of a figure against last year's.

    Args:
        rise, same, fall: points of each direction; None: the set does not say.
        label: what the figure is.
        unit: its unit.
    """

    kind: ClassVar[str] = "trend"
    rise: Decimal | None = None
    same: Decimal | None = None
    fall: Decimal | None = None
    label: str = ""
    unit: str = ""

    def figures(self) -> tuple[FigureSpec, ...]:
        """Return this year's figure, then last year's."""
        label = self.label or more.trend_figure()
        is_whole = counts_things(self.unit)
        return (
            FigureSpec(NOW, "x", more.this_year(label), self.unit, is_whole=is_whole),
            FigureSpec(BEFORE, "y", more.last_year(label), self.unit, is_whole=is_whole),
        )

    def check(self, maximum: Decimal | None) -> tuple[RuleProblem, ...]:
        """Return faults: points outside 0..maximum, no direction that gives points."""
        problems = [
            RuleProblem(name, more.direction_outside(name))
            for name in ("rise", "same", "fall")
            if (points := getattr(self, name)) is not None
            and (points < ZERO or (maximum is not None and points > maximum))
        ]
        if self.rise is self.same is self.fall is None:
            problems.append(RuleProblem("rise", more.no_direction()))
        return tuple(problems)

    def direction(self, entry: Entry) -> str:
        """Return "rise", "same" or "fall", compared at 12 places; "" where not entered."""
        now, before = entry.value(NOW), entry.value(BEFORE)
        if now is None or before is None:
            return ""
        if compared(now) == compared(before):
            return "same"
        return "rise" if now > before else "fall"

    def score(self, entry: Entry) -> Outcome:
        """Return the points of the direction, or why there are none."""
        direction = self.direction(entry)
        if not direction:
            return NOT_ENTERED if entry.figures else typed_or(Gap.NOT_ENTERED, entry)
        points: Decimal | None = getattr(self, direction)
        return typed_or(Gap.RULE_UNKNOWN, entry) if points is None else Outcome(points)

    def explain(self, entry: Entry) -> tuple[Step, ...]:
        """Return both figures, the direction and its points."""
        steps = [Step(words.RULE, more.trend_rule())]
        direction, outcome = self.direction(entry), self.score(entry)
        now, before = entry.value(NOW), entry.value(BEFORE)
        if direction and now is not None and before is not None:
            steps.append(Step(words.INSERTED, more.trend_inserted(now, before)))
            points: Decimal | None = getattr(self, direction)
            clause = words.rule_unknown() if points is None else more.direction(direction, points)
            steps.append(Step(words.CLAUSE, clause))
        return (*steps, *typed_steps(entry, outcome))
