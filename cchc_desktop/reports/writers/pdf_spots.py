"""A canvas that remembers where numbers with an origin were drawn."""

from typing import Any

from reportlab.pdfgen.canvas import Canvas

from cchc_desktop.reports.document import Origin
from cchc_desktop.reports.spots import Spot

_AIR = 2.0  # points around the digits
_DEPTH = 0.25  # of the size, below the baseline


class SpotCanvas(Canvas):
    """A canvas with the list of spots that were drawn on it.

    Args:
        spots: the list that is filled.
    """

    def __init__(self, spots: list[Spot], *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self._found = spots

    def remember(self, box: tuple[float, float, float, float], text: str, origin: Origin) -> None:
        """Remember a number by its left edge, baseline, width and size where the pen is now."""
        left, baseline, width, size = box
        x, y = self.absolutePosition(left, baseline - size * _DEPTH)
        top = self._pagesize[1] - y - size
        place = (x - _AIR, top - _AIR, width + 2 * _AIR, size + 2 * _AIR)
        self._found.append(Spot(self.getPageNumber() - 1, place, text, origin))


def remember(
    canvas: Canvas, box: tuple[float, float, float, float], text: str, origin: Origin | None
) -> None:
    """Remember a number on a canvas that keeps them; one without an origin leads nowhere."""
    if origin is not None and isinstance(canvas, SpotCanvas):
        canvas.remember(box, text, origin)
