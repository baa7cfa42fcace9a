"""Points typed directly (nhập điểm trực tiếp)."""

from decimal import Decimal
from typing import ClassVar

from cchc_desktop.domain.points import ZERO
from cchc_desktop.domain.rules.base import (
    Entry,
    FigureSpec,
    Gap,
    Outcome,
    RuleProblem,
    Step,
    typed_or,
)
from cchc_desktop.records import record
from cchc_desktop.wording import steps as words


@record
class Manual:
    """Points typed directly, at least ``least``, in steps of ``step`` where one is set."""

    kind: ClassVar[str] = "manual"
    least: Decimal = ZERO
    step: Decimal | None = None

    def figures(self) -> tuple[FigureSpec, ...]:
        """Return no figures: the points themselves are typed."""
        return ()

    def check(self, maximum: Decimal | None) -> tuple[RuleProblem, ...]:
        """Return faults of least and step."""
        problems = []
        if maximum is not None and self.least > maximum:
            problems.append(RuleProblem("least", words.least_over_maximum()))
        if self.step is not None and self.step <= ZERO:
            problems.append(RuleProblem("step", words.step_not_positive()))
        return tuple(problems)

    def score(self, entry: Entry) -> Outcome:
        """Return the typed points."""
        return typed_or(Gap.NOT_ENTERED, entry)

    def explain(self, entry: Entry) -> tuple[Step, ...]:
        """Return what was typed."""
        steps = [Step(words.RULE, words.manual_rule())]
        if entry.typed is not None:
            steps.append(Step(words.INSERTED, words.typed_points(entry.typed)))
        return tuple(steps)
