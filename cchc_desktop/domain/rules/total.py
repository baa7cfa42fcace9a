"""The sum of the children (tổng): the only rule of a branch."""

from decimal import Decimal
from typing import ClassVar

from cchc_desktop.domain.rules.base import (
    NOT_ENTERED,
    Entry,
    FigureSpec,
    Outcome,
    RuleProblem,
    Step,
)
from cchc_desktop.records import record
from cchc_desktop.wording import steps as words


@record
class Total:
    """The sum of the children; scoring.py adds them up."""

    kind: ClassVar[str] = "sum"

    def figures(self) -> tuple[FigureSpec, ...]:
        """Return no figures."""
        return ()

    def check(self, maximum: Decimal | None) -> tuple[RuleProblem, ...]:
        """Return no faults."""
        return ()

    def score(self, entry: Entry) -> Outcome:
        """Return nothing: a leaf with this rule has no children to add."""
        return NOT_ENTERED

    def explain(self, entry: Entry) -> tuple[Step, ...]:
        """Return the words of the rule."""
        return (Step(words.RULE, words.total_rule()),)
