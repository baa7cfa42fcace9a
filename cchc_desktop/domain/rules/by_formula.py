"""Points by the user's own formula over named figures (công thức)."""

from decimal import Decimal
from functools import lru_cache
from typing import ClassVar

from cchc_desktop.domain.formula import Formula, FormulaError, inserted, parse_formula, put_in
from cchc_desktop.domain.numbers import NumberKind
from cchc_desktop.domain.points import ZERO
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

_compiled = lru_cache(maxsize=512)(parse_formula)


@record
class FormulaFigure:
    """A figure of a formula: its name there, its label on the form, unit and kind."""

    name: str
    label: str = ""
    unit: str = ""
    kind: NumberKind = NumberKind.COUNT

    @property
    def shown(self) -> str:
        """What people read: the label, the name where the set gives none."""
        return self.label.strip() or self.name


@record
class ByFormula:
    """A formula over named figures; its value is kept inside 0..maximum."""

    kind: ClassVar[str] = "formula"
    formula: str = ""
    inputs: tuple[FormulaFigure, ...] = ()

    def figures(self) -> tuple[FigureSpec, ...]:
        """Return the named figures."""
        return tuple(
            FigureSpec(
                each.name,
                "",
                each.shown,
                each.unit,
                each.kind,
                is_whole=each.kind is NumberKind.COUNT and counts_things(each.unit),
            )
            for each in self.inputs
        )

    def check(self, maximum: Decimal | None) -> tuple[RuleProblem, ...]:
        """Return faults: the formula cannot be read, a figure without label, twice or unused."""
        names = [each.name for each in self.inputs]
        problems = []
        if len(set(names)) < len(names):
            problems.append(RuleProblem("inputs", more.figure_twice()))
        problems += [
            RuleProblem("inputs", more.figure_without_label(each.name))
            for each in self.inputs
            if not each.label
        ]
        try:
            used = self._parsed().names
        except FormulaError as fault:
            return (*problems, RuleProblem("formula", fault.sentence))
        problems += [
            RuleProblem("inputs", more.figure_unused(each.shown), is_warning=True)
            for each in self.inputs
            if each.name not in used
        ]
        return tuple(problems)

    def score(self, entry: Entry) -> Outcome:
        """Return the formula's value inside 0..maximum, or why there is none."""
        if not entry.figures:
            return typed_or(Gap.NOT_ENTERED, entry)
        values = self._values(entry)
        if len(values) < len(self.inputs):
            return NOT_ENTERED
        try:
            value = self._parsed().value(values)
        except FormulaError:
            return typed_or(Gap.FORMULA_FAULT, entry)
        return Outcome(self._limited(value, entry.maximum))

    def explain(self, entry: Entry) -> tuple[Step, ...]:
        """Return the formula, the figures put in, the value and its limits."""
        labels = {each.name: each.shown for each in self.inputs}
        quoted = {name: more.figure_quoted(label) for name, label in labels.items()}
        steps = [Step(words.RULE, put_in(more.formula_rule(self.formula), quoted))]
        outcome, values = self.score(entry), self._values(entry)
        steps += [Step("", more.formula_figure(labels[n], v)) for n, v in values.items()]
        if len(values) == len(self.inputs) and values:
            steps += self._result(entry, values)
        return (*steps, *typed_steps(entry, outcome))

    def _result(self, entry: Entry, values: dict[str, Decimal]) -> list[Step]:
        try:
            value = self._parsed().value(values)
        except FormulaError as fault:
            said = more.formula_stops(inserted(self.formula, values), fault.cause)
            return [Step(words.INSERTED, said)]
        steps = [Step(words.INSERTED, more.formula_value(inserted(self.formula, values), value))]
        limited = self._limited(value, entry.maximum)
        if limited != value:
            steps.append(Step(words.LIMITS, more.capped(limited)))
        return steps

    def _parsed(self) -> Formula:
        return _compiled(self.formula, tuple(each.name for each in self.inputs))

    def _values(self, entry: Entry) -> dict[str, Decimal]:
        found = {each.name: entry.value(each.name) for each in self.inputs}
        return {name: value for name, value in found.items() if value is not None}

    def _limited(self, value: Decimal, maximum: Decimal | None) -> Decimal:
        value = max(ZERO, value)
        return value if maximum is None else min(maximum, value)
