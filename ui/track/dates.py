"""Where the five dates stand in the head of the axis: none is painted over another."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt

from cchc_desktop.domain.rounds import DAY_FIELDS
from cchc_desktop.domain.track import OVER
from cchc_desktop.wording.track import AXIS, short_day
from ui.track.axis import PAD, Axis

_APART = 8  # pixels between two dates
_EDGE = 24  # a date so near an end of the axis is aligned with that end
Measure = Callable[[str, str], float]  # how wide words over a day are


class DateLabel(NamedTuple):
    """A date of the axis.

    Args:
        x: where the date stands.
        room: where its words are written, as wide as they are.
        side: how they lie in it.
        words: what the date is, "" where there is no room for it.
        day: the date itself.
    """

    x: float
    room: QRectF
    side: Qt.AlignmentFlag
    words: str
    day: str


def date_labels(axis: Axis, cell: QRectF, measure: Measure) -> list[DateLabel]:
    """Return the dates that have room, both ends first; then their words where they have it."""
    whole = cell.adjusted(PAD, 0, -PAD, 0)
    found: dict[int, DateLabel] = {}
    for is_named in (False, True):
        for at in (0, OVER, *range(1, OVER)):
            day = axis.days[at]
            if day is None or (is_named and at not in found):
                continue
            x = whole.left() + axis.stops[at] * whole.width()
            words = AXIS[DAY_FIELDS[at]] if is_named else ""
            label = _placed(cell, x, words, (short_day(day), measure))
            others = [each.room for number, each in found.items() if number != at]
            if cell.contains(label.room) and not any(_meet(label.room, room) for room in others):
                found[at] = label
    return [found[at] for at in sorted(found)]


def _placed(cell: QRectF, x: float, words: str, day: tuple[str, Measure]) -> DateLabel:
    said, measure = day
    width = measure(words, said)
    left, side = x - width / 2, Qt.AlignmentFlag.AlignHCenter
    if x - cell.left() - PAD < _EDGE:
        left, side = cell.left(), Qt.AlignmentFlag.AlignLeft
    elif cell.right() - PAD - x < _EDGE:
        left, side = cell.right() - width, Qt.AlignmentFlag.AlignRight
    return DateLabel(x, QRectF(left, cell.top(), width, cell.height()), side, words, said)


def _meet(one: QRectF, other: QRectF) -> bool:
    return one.left() < other.right() + _APART and other.left() < one.right() + _APART
