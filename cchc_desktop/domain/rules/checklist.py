"""Points for each item that is fulfilled (theo danh mục), up to a cap."""

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
    typed_steps,
)
from cchc_desktop.records import record
from cchc_desktop.wording import figure_steps as more
from cchc_desktop.wording import steps as words


@record
class ChecklistItem:
    """One item: a stable key, what the set calls it, and its points."""

    key: str
    label: str
    points: Decimal


@record
class Checklist:
    """Sum of the points of the fulfilled items, at most ``cap`` (None: the maximum)."""

    kind: ClassVar[str] = "checklist"
    items: tuple[ChecklistItem, ...] = ()
    cap: Decimal | None = None

    def figures(self) -> tuple[FigureSpec, ...]:
        """Return one figure an item: 1 fulfilled, 0 not."""
        return tuple(
            FigureSpec(item.key, str(number), item.label, is_toggle=True)
            for number, item in enumerate(self.items, 1)
        )

    def check(self, maximum: Decimal | None) -> tuple[RuleProblem, ...]:
        """Return faults: no item, points outside, a key or name twice, a cap outside."""
        if not self.items:
            return (RuleProblem("items", more.no_items()),)
        problems = [
            RuleProblem("items", more.item_outside(item.label))
            for item in self.items
            if item.points < ZERO or (maximum is not None and item.points > maximum)
        ]
        keys = {item.key for item in self.items}
        labels = {item.label for item in self.items}
        if min(len(keys), len(labels)) < len(self.items):
            problems.append(RuleProblem("items", more.item_twice()))
        if self.cap is not None and (
            self.cap <= ZERO or (maximum is not None and self.cap > maximum)
        ):
            problems.append(RuleProblem("cap", more.cap_outside()))
        return tuple(problems)

    def fulfilled(self, entry: Entry) -> tuple[ChecklistItem, ...]:
        """Return the items that are ticked."""
        return tuple(item for item in self.items if entry.value(item.key))

    def score(self, entry: Entry) -> Outcome:
        """Return the sum up to the cap; nothing ticked or unticked yet is not entered."""
        if not any(item.key in entry.figures for item in self.items):
            return typed_or(Gap.NOT_ENTERED, entry)
        return Outcome(self._capped(self._sum(entry), entry))

    def explain(self, entry: Entry) -> tuple[Step, ...]:
        """Return the ticked items, their sum and the cap."""
        steps = [Step(words.RULE, more.checklist_rule(len(self.items)))]
        outcome = self.score(entry)
        if outcome.points is None or outcome.is_typed:
            return (*steps, *typed_steps(entry, outcome))
        ticked = [(item.label, item.points) for item in self.fulfilled(entry)]
        total = self._sum(entry)
        steps += [Step("", more.item_points(*item)) for item in ticked]
        steps.append(Step(words.INSERTED, more.items_sum([p for _, p in ticked], total)))
        if outcome.points < total:
            steps.append(Step(words.LIMITS, more.capped(outcome.points)))
        return tuple(steps)

    def _sum(self, entry: Entry) -> Decimal:
        return sum((item.points for item in self.fulfilled(entry)), ZERO)

    def _capped(self, total: Decimal, entry: Entry) -> Decimal:
        limits = [limit for limit in (self.cap, entry.maximum) if limit is not None]
        return min([total, *limits])
