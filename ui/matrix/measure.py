"""Widths of the matrix: the frozen part takes what whole columns of units leave."""

from cchc_desktop.records import record

ROW = 26
CELL = 66
HEAD = 40
CODE, FX, MAXIMUM = 56, 26, 50
LEAST_NAME = 200
LEAST_NAME_NARROW = 150
_MOST_NAME = 520  # the eye finds the numbers of a few units near their names


@record
class Frozen:
    """Left edges and widths of the frozen columns.

    Args:
        name: width of the name.
    """

    name: int

    @property
    def width(self) -> int:
        """Width of the frozen part."""
        return CODE + self.name + FX + MAXIMUM

    @property
    def fx_left(self) -> int:
        """Left edge of the sign of a computed row."""
        return CODE + self.name

    @property
    def maximum_left(self) -> int:
        """Left edge of the maximum."""
        return CODE + self.name + FX


def frozen_in(room: int, columns: int, *, narrow: bool) -> Frozen:
    """Return the frozen part in some room, so that only whole columns show beside it.

    Args:
        room: pixels for the frozen part and the columns.
        columns: how many columns there are.
        narrow: whether the name may be narrower, in a small window.
    """
    least = LEAST_NAME_NARROW if narrow else LEAST_NAME
    others = CODE + FX + MAXIMUM
    shown = max(1, min(columns, (room - others - least) // CELL))
    return Frozen(max(least, min(_MOST_NAME, room - others - shown * CELL)))
