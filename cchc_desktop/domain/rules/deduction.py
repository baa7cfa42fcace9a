"""The maximum less what is deducted (trừ điểm): faults or listed amounts, never below 0."""

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
from cchc_desktop.wording import steps as words

FAULTS = "faults"


@record
class DeductionRule:
    """Maximum - faults x per_fault, or maximum - the listed amounts; the floor is 0.

    Args:
        per_fault: points for one fault; None: amounts are listed one by one.
        faults: label of the number of faults.
    """

    kind: ClassVar[str] = "deduction"
    per_fault: Decimal | None = None
    faults: str = ""

    def figures(self) -> tuple[FigureSpec, ...]:
        """Return the number of faults where faults are counted."""
        if self.per_fault is None:
            return ()
        label = self.faults or words.fault_count()
        return (FigureSpec(FAULTS, "n", label, words.fault_unit(), is_whole=True),)

    def check(self, maximum: Decimal | None) -> tuple[RuleProblem, ...]:
        """Return faults of per_fault."""
        if self.per_fault is not None and (
            self.per_fault <= ZERO or (maximum is not None and self.per_fault > maximum)
        ):
            return (RuleProblem("per_fault", words.per_fault_outside()),)
        return ()

    def deducted(self, entry: Entry) -> Decimal | None:
        """Return the sum that the rule deducts, or None where it is not known."""
        if self.per_fault is not None:
            faults = entry.value(FAULTS)
            return None if faults is None else faults * self.per_fault
        amounts = [deduction.amount for deduction in entry.deductions]
        if not amounts or None in amounts:
            return None
        return sum((amount for amount in amounts if amount is not None), ZERO)

    def score(self, entry: Entry) -> Outcome:
        """Return the maximum less the deductions; points typed directly go before the list."""
        deducted = self.deducted(entry)
        lists_amounts = self.per_fault is None
        if deducted is None or (lists_amounts and entry.typed is not None):
            return typed_or(Gap.NOT_ENTERED, entry)
        if entry.maximum is None:
            return typed_or(Gap.NO_MAXIMUM, entry)
        return Outcome(max(ZERO, entry.maximum - deducted))

    def explain(self, entry: Entry) -> tuple[Step, ...]:
        """Return the maximum, each amount and the floor."""
        steps = [Step(words.RULE, words.deduction_rule(self.per_fault))]
        outcome, deducted = self.score(entry), self.deducted(entry)
        if outcome.is_typed or deducted is None or entry.maximum is None:
            return (*steps, *typed_steps(entry, outcome))
        if self.per_fault is not None:
            faults = entry.value(FAULTS) or ZERO
            text = words.faults_inserted(entry.maximum, faults, self.per_fault)
        else:
            amounts = tuple(item.amount for item in entry.deductions if item.amount is not None)
            text = words.amounts_inserted(entry.maximum, amounts)
        steps.append(Step(words.INSERTED, text))
        if deducted > entry.maximum:
            steps.append(Step(words.LIMITS, words.floor_reached()))
        return tuple(steps)
