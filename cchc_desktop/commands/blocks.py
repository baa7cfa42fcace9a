"""A block of points over several units and criteria: judged cell by cell, one step or nothing."""

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum

from cchc_desktop.commands.marks import Place, SetPoints, check_points
from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.rules.base import Entry
from cchc_desktop.domain.scoring import same_points
from cchc_desktop.domain.state import State
from cchc_desktop.domain.typed_points import Standing, standing_of
from cchc_desktop.records import record
from cchc_desktop.wording import blocks as words


@record
class BlockCell:
    """Points meant for one criterion of one sheet; None takes them away."""

    sheet: str
    criterion: str
    points: Decimal | None


class Effect(StrEnum):
    """What writing a cell would do."""

    CHANGED = "changed"
    SAME = "same"
    REFUSED = "refused"  # outside 0..maximum, or the place is gone
    COMPUTED = "computed"  # figures, a level or children give the points
    LOCKED = "locked"
    SURVEY = "survey"
    OUT = "out"  # does not apply


_EFFECTS = {
    Standing.GONE: Effect.REFUSED,
    Standing.BRANCH: Effect.COMPUTED,
    Standing.SURVEY: Effect.SURVEY,
    Standing.OUT: Effect.OUT,
    Standing.LOCKED: Effect.LOCKED,
    Standing.COMPUTED: Effect.COMPUTED,
}


@record
class Verdict:
    """What writing a cell would do, and why it would not be written."""

    cell: BlockCell
    effect: Effect
    sentence: str = ""


class BlockError(CchcError):
    """A block with cells that cannot be written; none was.

    Args:
        verdicts: these cells.
        problems: a sentence for each, with the address of the cell.
    """

    def __init__(self, verdicts: tuple[Verdict, ...], problems: tuple[str, ...]) -> None:
        super().__init__(words.block_refused(problems), words.nothing_written())
        self.verdicts = verdicts
        self.problems = problems


def judged(state: State, in_round: Round, cell: BlockCell) -> Verdict:
    """Return what writing a cell would do; nothing is changed.

    Args:
        state: the dossier.
        in_round: the round.
        cell: place and points.
    """
    standing = standing_of(state, cell.sheet, cell.criterion, in_round)
    if standing is not Standing.OPEN:
        return Verdict(cell, _EFFECTS[standing], words.WHY[standing.value])
    if cell.points is not None:
        try:
            check_points(cell.points, state.tree_of_sheet(cell.sheet).maxima[cell.criterion])
        except CchcError as error:
            return Verdict(cell, Effect.REFUSED, error.sentence)
    return Verdict(cell, Effect.SAME if _stands(state, in_round, cell) else Effect.CHANGED)


def address_of(state: State, cell: BlockCell) -> str:
    """Return unit and code of a cell, as a person finds it."""
    sheet, node = state.sheets.get(cell.sheet), state.criteria.get(cell.criterion)
    unit = state.units[sheet.unit].name if sheet is not None else cell.sheet
    return words.address(unit, node.code if node is not None else cell.criterion)


@record
class SetBlock:
    """Write a block of points, or take them away: one undo step."""

    round: Round
    cells: tuple[BlockCell, ...]

    @property
    def title(self) -> str:
        """The step in words."""
        is_clearing = all(cell.points is None for cell in self.cells)
        named = words.block_cleared if is_clearing else words.block_set
        return named(len(self.cells))

    def plan(self, state: State) -> ChangeSet:
        """Write every cell, or refuse them all and name each bad one; of one named twice the last.

        Raises:
            BlockError: cells that cannot be written.
        """
        verdicts = [judged(state, self.round, cell) for cell in _once(self.cells)]
        bad = tuple(each for each in verdicts if each.effect not in (Effect.CHANGED, Effect.SAME))
        if bad:
            named = (f"{address_of(state, each.cell)}: {each.sentence}" for each in bad)
            raise BlockError(bad, tuple(named))
        changes: list[ChangeSet] = []
        for cell in (each.cell for each in verdicts if each.effect is Effect.CHANGED):
            place = Place(cell.sheet, cell.criterion, self.round)
            changes.append(SetPoints(place, cell.points).plan(state))
        return ChangeSet(tuple(change for found in changes for change in found.changes))


def _once(cells: Iterable[BlockCell]) -> Iterable[BlockCell]:
    return {(cell.sheet, cell.criterion): cell for cell in cells}.values()


def _stands(state: State, in_round: Round, cell: BlockCell) -> bool:
    tree, entered = state.tree_of_sheet(cell.sheet), state.cell(cell.sheet)
    mark = entered.mark(cell.criterion, in_round)
    if cell.points is None:
        return mark is None or mark.points is mark.lost is None
    listed = entered.deductions.get((cell.criterion, in_round), ())
    entry = Entry(tree.maxima[cell.criterion], mark, listed)
    return same_points(tree[cell.criterion].rule.score(entry).points, cell.points)
