"""The axis of the tracks: where the five dates and today stand."""

from datetime import date

from cchc_desktop.domain.track import OVER, days_of
from cchc_desktop.domain.units import Assessment

_EQUAL = 0.7  # of the axis is shared equally, so that a short phase keeps room for its words
PAD, GAP = 8, 4


class Axis:
    """Places on the tracks, as shares of their width from 0 to 1.

    Phases are drawn between equal stops where a date is not set.

    Args:
        assessment: the assessment with its five dates.
    """

    def __init__(self, assessment: Assessment) -> None:
        self.days = days_of(assessment)
        widths = [_EQUAL / OVER] * OVER
        lengths = [self._length(phase) for phase in range(OVER)]
        known = [length for length in lengths if length is not None]
        mean = sum(known) / len(known) if known else 1
        filled = [mean if length is None else length for length in lengths]
        whole = sum(filled) or 1
        for phase, length in enumerate(filled):
            share = length / whole if sum(filled) else 1 / OVER
            widths[phase] += (1 - _EQUAL) * share
        self.stops = [sum(widths[:phase]) for phase in range(OVER + 1)]

    def at(self, today: date) -> float | None:
        """Return where a day stands; None outside the axis or between unknown dates."""
        for phase in range(OVER):
            start, end = self.days[phase], self.days[phase + 1]
            if start is None or end is None or not start <= today <= end:
                continue
            length = (end - start).days
            share = (today - start).days / length if length else 1.0
            return self.stops[phase] + share * (self.stops[phase + 1] - self.stops[phase])
        return None

    def _length(self, phase: int) -> int | None:
        start, end = self.days[phase], self.days[phase + 1]
        return None if start is None or end is None else max(0, (end - start).days)
