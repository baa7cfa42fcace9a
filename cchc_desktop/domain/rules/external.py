"""Points supplied by a ministry, entered with their source (điểm do bộ, ngành cung cấp)."""

from decimal import Decimal
from typing import ClassVar

from cchc_desktop.domain.numbers import NumberKind
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
from cchc_desktop.wording import figure_steps as more
from cchc_desktop.wording import steps as words

SUPPLIED = "supplied"


@record
class External:
    """Points as supplied; ``supplier`` names who supplies them."""

    kind: ClassVar[str] = "external"
    supplier: str = ""

    def figures(self) -> tuple[FigureSpec, ...]:
        """Return the supplied points."""
        label = more.supplied_points(self.supplier)
        return (FigureSpec(SUPPLIED, "", label, kind=NumberKind.POINTS),)

    def check(self, maximum: Decimal | None) -> tuple[RuleProblem, ...]:
        """Return no faults: nobody has to be named before the points are there."""
        return ()

    def score(self, entry: Entry) -> Outcome:
        """Return the supplied points."""
        points = entry.value(SUPPLIED)
        return typed_or(Gap.NOT_ENTERED, entry) if points is None else Outcome(points)

    def explain(self, entry: Entry) -> tuple[Step, ...]:
        """Return the points with their source."""
        steps = [Step(words.RULE, more.external_rule(self.supplier))]
        figure = entry.figures.get(SUPPLIED)
        if figure is not None:
            steps.append(Step(words.INSERTED, more.supplied(figure.value, figure.source)))
        elif entry.typed is not None:
            steps.append(Step(words.INSERTED, words.typed_points(entry.typed)))
        return tuple(steps)
