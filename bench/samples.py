"""Samples of a measurement, and a row of the table."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median, quantiles

_NOISY = 1.5  # p95 over the median from which a floor says that the machine is busy


@dataclass(frozen=True, slots=True)
class Samples:
    """Repetitions of one measurement, in milliseconds."""

    values: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle value."""
        return median(self.values)

    @property
    def p95(self) -> float:
        """The value that 95 of 100 stay under; the largest where there are few."""
        if len(self.values) < 20:
            return max(self.values)
        return quantiles(self.values, n=20, method="inclusive")[-1]

    @property
    def is_noisy(self) -> bool:
        """Whether repetitions differ so much that a ratio says little."""
        return self.p95 > _NOISY * self.median


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: what was measured, its floor, and the goal.

    Args:
        name: what a person waits for.
        measured: our samples.
        floor: samples of the bare work, from the same run.
        floor_name: what the bare work is.
        value: the number that the goal speaks of.
        goal: the goal in words, "ratio <= 1.6"; "" where none is set.
        is_met: whether the value keeps the goal.
        note: what else was seen.
    """

    name: str
    measured: Samples
    floor: Samples
    floor_name: str
    value: float
    goal: str = ""
    is_met: bool = True
    note: str = ""


def ratio_row(
    name: str, pair: tuple[Samples, Samples], floor_name: str, most: float | None, note: str = ""
) -> Row:
    """Return a row whose goal is a ratio of medians.

    Args:
        name: what a person waits for.
        pair: our samples and those of the floor.
        floor_name: what the bare work is.
        most: the largest ratio that keeps the goal; None where none is set.
        note: what else was seen.
    """
    measured, floor = pair
    ratio = measured.median / floor.median
    goal = "" if most is None else f"ratio <= {most:g}"
    return Row(name, measured, floor, floor_name, ratio, goal, most is None or ratio <= most, note)


def time_row(name: str, taken: Sequence[float], most: float | None, note: str = "") -> Row:
    """Return a row whose goal is the time that 95 of 100 stay under.

    Args:
        name: what a person waits for.
        taken: how long it took each time.
        most: the longest time that keeps the goal; None where none is set.
        note: what else was seen.
    """
    found = Samples(tuple(taken))
    goal = "" if most is None else f"p95 <= {most:g} ms"
    is_met = most is None or found.p95 <= most
    return Row(name, found, found, "itself", found.p95, goal, is_met, note)


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long one call takes."""
    start = time.perf_counter_ns()
    work()
    return (time.perf_counter_ns() - start) / 1e6
