"""Points from a survey (khảo sát): ready points as announced, or an index in percent."""

from decimal import Decimal
from typing import ClassVar

from cchc_desktop.domain.numbers import NumberKind
from cchc_desktop.domain.points import HUNDRED, ZERO, settled, share_of
from cchc_desktop.domain.rules.base import (
    NOT_ENTERED,
    Entry,
    FigureSpec,
    Gap,
    Outcome,
    RuleProblem,
    Step,
)
from cchc_desktop.records import record
from cchc_desktop.wording import steps as words

READY_POINTS = "points"
INDEX = "index"


@record
class Survey:
    """Maximum x index %, or the points as announced; what was entered is the source."""

    kind: ClassVar[str] = "survey"

    def figures(self) -> tuple[FigureSpec, ...]:
        """Return the two ways of entering the result."""
        return (
            FigureSpec(READY_POINTS, "", words.ready_points(), kind=NumberKind.POINTS),
            FigureSpec(INDEX, "", words.survey_index(), "%", NumberKind.PERCENT),
        )

    def check(self, maximum: Decimal | None) -> tuple[RuleProblem, ...]:
        """Return no faults: there is nothing to set."""
        return ()

    def score(self, entry: Entry) -> Outcome:
        """Return the announced points, else maximum x index."""
        points, index = entry.value(READY_POINTS), entry.value(INDEX)
        if points is not None:
            return Outcome(points)
        if index is None:
            return NOT_ENTERED
        if entry.maximum is None:
            return Outcome(None, Gap.NO_MAXIMUM)
        return Outcome(settled(share_of(index, HUNDRED, entry.maximum)))

    def index_of(self, entry: Entry) -> Decimal | None:
        """Return the index in percent, entered or derived from the announced points."""
        points, index = entry.value(READY_POINTS), entry.value(INDEX)
        if points is None or not entry.maximum:
            return index
        return share_of(points, entry.maximum, HUNDRED)

    def explain(self, entry: Entry) -> tuple[Step, ...]:
        """Return the source, and the derived index beside announced points."""
        points, index = entry.value(READY_POINTS), entry.value(INDEX)
        maximum = entry.maximum or ZERO
        if points is not None:
            steps = [Step(words.RULE, words.announced_points())]
            derived = self.index_of(entry)
            if derived is not None:
                steps.append(Step(words.INSERTED, words.derived_index(points, maximum, derived)))
            return tuple(steps)
        steps = [Step(words.RULE, words.survey_rule())]
        if index is not None:
            steps.append(Step(words.INSERTED, words.index_inserted(index, maximum)))
        return tuple(steps)
