"""Points by bands of a rank or a value (theo khoảng)."""

from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from typing import ClassVar

from cchc_desktop.domain.numbers import NumberKind
from cchc_desktop.domain.points import ZERO
from cchc_desktop.domain.rules.base import (
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


class BandInput(StrEnum):
    """What the bands are laid over."""

    RANK = "rank"  # whole numbers, both ends belong to the band
    VALUE = "value"  # from the lower end to just below the upper end; the last band is closed
    PERCENT = "percent"  # like a value, in percent


@record
class Band:
    """One band: from ``least`` to ``most`` (None: without end) gives ``points``."""

    points: Decimal
    least: Decimal | None = None
    most: Decimal | None = None


@record
class Bands:
    """Bands, rising or falling; ``is_complete`` says whether the set names every case."""

    kind: ClassVar[str] = "bands"
    over: BandInput = BandInput.RANK
    bands: tuple[Band, ...] = ()
    is_complete: bool = False
    label: str = ""
    unit: str = ""

    def figures(self) -> tuple[FigureSpec, ...]:
        """Return the one figure, and for a rank "of how many"."""
        kind = NumberKind.PERCENT if self.over is BandInput.PERCENT else NumberKind.COUNT
        label, is_rank = self.label or words.band_label(self.over), self._is_rank()
        is_whole = is_rank or (kind is NumberKind.COUNT and counts_things(self.unit))
        first = FigureSpec(self.over.value, "x", label, self.unit, kind, is_whole=is_whole)
        of = FigureSpec("of", "n", words.of_how_many(), is_whole=True)
        return (first, of) if is_rank else (first,)

    def check(self, maximum: Decimal | None) -> tuple[RuleProblem, ...]:
        """Return faults: points outside, ends crossed, overlaps, and gaps of a complete set."""
        if not self.bands:
            return (RuleProblem("bands", words.no_bands()),)
        problems = [
            RuleProblem("bands", words.band_outside(self._name(band)))
            for band in self.bands
            if band.points < ZERO or (maximum is not None and band.points > maximum)
        ]
        problems += [
            RuleProblem("bands", words.band_crossed(self._name(band)))
            for band in self.bands
            if band.least is not None and band.most is not None and band.least > band.most
        ]
        for before, after in pairwise(self.rising):
            problems += self._join(before, after)
        return tuple(problems)

    def _join(self, before: Band, after: Band) -> list[RuleProblem]:
        start = None if before.most is None else before.most + (1 if self._is_rank() else 0)
        if start is None or after.least is None or after.least < start:
            names = self._name(before), self._name(after)
            return [RuleProblem("bands", words.bands_overlap(*names))]
        if after.least > start and self.is_complete:
            names = self._name(before), self._name(after)
            return [RuleProblem("bands", words.bands_gap(*names))]
        return []

    def band_of(self, value: Decimal) -> Band | None:
        """Return the band that holds the value."""
        highest = self.rising[-1] if self.bands else None
        for band in self.bands:
            above = band.least is None or value >= band.least
            is_closed = self._is_rank() or band.least == band.most or band is highest
            below = band.most is None or value < band.most or (value == band.most and is_closed)
            if above and below:
                return band
        return None

    def score(self, entry: Entry) -> Outcome:
        """Return the points of the band; outside all bands the case is unknown."""
        value = entry.value(self.over.value)
        if value is None:
            return typed_or(Gap.NOT_ENTERED, entry)
        band = self.band_of(value)
        return typed_or(Gap.RULE_UNKNOWN, entry) if band is None else Outcome(band.points)

    def explain(self, entry: Entry) -> tuple[Step, ...]:
        """Return the value, its band and the points."""
        steps = [Step(words.RULE, words.bands_rule(self.over))]
        value = entry.value(self.over.value)
        if value is not None:
            steps.append(
                Step(words.INSERTED, words.band_value(self.over, value, entry.value("of")))
            )
            band = self.band_of(value)
            text = (
                words.rule_unknown()
                if band is None
                else words.band_points(self._name(band), band.points)
            )
            steps.append(Step(words.CLAUSE, text))
        return (*steps, *typed_steps(entry, self.score(entry)))

    @property
    def rising(self) -> tuple[Band, ...]:
        """The bands from the lowest end up, in whatever order the set names them."""
        return tuple(sorted(self.bands, key=_lowest_first))

    def _is_rank(self) -> bool:
        return self.over is BandInput.RANK

    def _name(self, band: Band) -> str:
        return words.band_name(self.over, band.least, band.most)


def _lowest_first(band: Band) -> tuple[bool, Decimal, bool, Decimal]:
    least, most = band.least, band.most
    return least is not None, least or ZERO, most is None, most or ZERO
