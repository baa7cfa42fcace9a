"""What a pasted block would do: every cell with its verdict, counts, words of the strip."""

from collections.abc import Mapping

from cchc_desktop.commands.blocks import BlockCell, Effect, SetBlock, Verdict
from cchc_desktop.domain.marks import Round
from cchc_desktop.records import record
from ui.matrix.axes import Spot

Area = tuple[int, int, int, int]  # first row, first column, last row, last column


@record
class Pasted:
    """One cell of a pasted block.

    Args:
        text: the value as it would show, or the text that is no number.
        effect: what writing it would do.
        sentence: why it would not be written.
        verdict: of the command; None for a text that is no number.
    """

    text: str
    effect: Effect
    sentence: str = ""
    verdict: Verdict | None = None


@record
class Preview:
    """A block that is shown before it is written.

    Args:
        area: where it lies.
        cells: what stands in it, empty cells left out.
        beyond: how many cells would lie outside the matrix.
        source: words for where it comes from and goes to.
    """

    area: Area
    cells: Mapping[Spot, Pasted]
    beyond: int = 0
    source: str = ""

    def count(self, *effects: Effect) -> int:
        """Return how many cells would be affected so."""
        return sum(each.effect in effects for each in self.cells.values())

    def command(self, in_round: Round) -> SetBlock:
        """Return what writes the cells that change."""
        verdicts = (each.verdict for each in self.cells.values())
        cells: tuple[BlockCell, ...] = tuple(
            each.cell for each in verdicts if each is not None and each.effect is Effect.CHANGED
        )
        return SetBlock(in_round, cells)
