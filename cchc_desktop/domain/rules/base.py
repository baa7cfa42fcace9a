"""What every rule kind has: figures it asks for, check(), score(), explain()."""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar, Protocol

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.marks import Deduction, Figure, Mark
from cchc_desktop.domain.numbers import NumberKind
from cchc_desktop.domain.text import fold
from cchc_desktop.records import record
from cchc_desktop.wording import marks as mark_words
from cchc_desktop.wording import steps as words

_MEASURES = frozenset(
    {
        "%", "diem", "dong", "nghin", "trieu", "ty", "ti", "vnd", "usd", "ha", "km", "km2", "m",
        "m2", "m3", "tan", "ta", "kg", "lit", "gio", "phut", "ngay", "thang", "kwh", "mw",
    }
)  # fmt: skip


class Gap(StrEnum):
    """Why a rule gives no points."""

    NOT_ENTERED = "not_entered"
    RULE_UNKNOWN = "rule_unknown"  # the set does not say how this case is scored
    PART_OVER_WHOLE = "part_over_whole"  # b > a
    WHOLE_IS_ZERO = "whole_is_zero"  # a = 0
    NO_MAXIMUM = "no_maximum"
    FORMULA_FAULT = "formula_fault"  # division by zero, a result too large


@record
class FigureSpec:
    """A figure that a rule asks for: key, letter ("" for none) and label, unit, how it is read.

    A toggle is 1 or 0: an item of a checklist. What counts things takes whole numbers only.
    """

    key: str
    letter: str
    label: str
    unit: str = ""
    kind: NumberKind = NumberKind.COUNT
    is_toggle: bool = False
    is_whole: bool = False

    def refuse_part(self, value: Decimal) -> None:
        """Refuse a part of a thing where things are counted.

        Raises:
            CchcError: with the reason.
        """
        if self.is_whole and value != value.to_integral_value():
            raise CchcError(mark_words.figure_not_whole(self.label, value), mark_words.whole_only())


@record
class Entry:
    """All that a rule may look at: the criterion's maximum, the mark and the listed losses."""

    maximum: Decimal | None
    mark: Mark | None = None
    deductions: tuple[Deduction, ...] = ()

    @property
    def figures(self) -> Mapping[str, Figure]:
        """Figures entered, by key."""
        return self.mark.figures if self.mark else {}

    @property
    def typed(self) -> Decimal | None:
        """Points typed directly."""
        return self.mark.points if self.mark else None

    def value(self, key: str) -> Decimal | None:
        """Return the value of one figure, or None where it was not entered."""
        figure = self.figures.get(key)
        return figure.value if figure else None


@record
class Outcome:
    """What a rule gives: points before rounding, or the reason why there are none."""

    points: Decimal | None
    gap: Gap | None = None
    is_typed: bool = False


@record
class Step:
    """One line of an explanation: a label (may be empty) and its text."""

    label: str
    text: str


@record
class RuleProblem:
    """A fault of a rule's own parameters, with the parameter's name.

    Args:
        field: name of the parameter.
        sentence: what is wrong.
        is_warning: the rule may stand all the same.
    """

    field: str
    sentence: str
    is_warning: bool = False


NOT_ENTERED = Outcome(None, Gap.NOT_ENTERED)


def typed_or(gap: Gap, entry: Entry) -> Outcome:
    """Return the points typed directly where the rule has none of its own, else the gap."""
    if entry.typed is not None:
        return Outcome(entry.typed, is_typed=True)
    return Outcome(None, gap)


def typed_steps(entry: Entry, outcome: Outcome) -> tuple[Step, ...]:
    """Return the step that names points typed directly, where they stand."""
    if entry.typed is None or not outcome.is_typed:
        return ()
    return (Step(words.INSERTED, words.typed_points(entry.typed)),)


def counts_things(unit: str) -> bool:
    """Return whether a unit names things, not money, area, time or a share."""
    words = fold(unit).replace("/", " ").split()
    return bool(words) and not _MEASURES & set(words)


class RuleKind(Protocol):
    """The shape of a rule kind; its dataclass fields are its parameters."""

    kind: ClassVar[str]

    def figures(self) -> tuple[FigureSpec, ...]:
        """Return the figures it asks for, in the order of the form."""
        ...

    def check(self, maximum: Decimal | None) -> tuple[RuleProblem, ...]:
        """Return what is wrong with its parameters for a criterion of this maximum."""
        ...

    def score(self, entry: Entry) -> Outcome:
        """Return the points, or why there are none."""
        ...

    def explain(self, entry: Entry) -> tuple[Step, ...]:
        """Return the steps by which a person can redo the points on a calculator."""
        ...
