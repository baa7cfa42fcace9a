"""What does not apply to a unit: several criteria at once, with the reason."""

from collections.abc import Iterator

from cchc_desktop.commands.marks import Place, criterion_to_score, mark_changes
from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.state import State
from cchc_desktop.domain.text import clean
from cchc_desktop.records import record
from cchc_desktop.wording import agencies as agency_words
from cchc_desktop.wording import marks as words


@record
class LeaveOut:
    """Take criteria out of a unit's denominator, and write why.

    Args:
        sheet: id of the unit's sheet.
        criteria: ids of the criteria; a branch means every criterion below it.
        reason: why, as the council decided.
    """

    sheet: str
    criteria: tuple[str, ...]
    reason: str = ""

    @property
    def title(self) -> str:
        """The step in words."""
        return words.not_applicable_set(not_applicable=True)

    def plan(self, state: State) -> ChangeSet:
        """Mark the sheet; it holds in every round."""
        fields = {"not_applicable": True, "note": clean(self.reason)}
        changes = ChangeSet()
        for place in _places(state, self.sheet, self.criteria):
            changes += mark_changes(state, place, **fields)
        return changes


@record
class TakeBackIn:
    """Let criteria count for a unit again; the reason goes."""

    sheet: str
    criteria: tuple[str, ...]

    @property
    def title(self) -> str:
        """The step in words."""
        return words.not_applicable_set(not_applicable=False)

    def plan(self, state: State) -> ChangeSet:
        """Take the mark and its reason back."""
        changes = ChangeSet()
        for place in _places(state, self.sheet, self.criteria):
            mark = state.cell(self.sheet).mark(place.criterion, Round.SHEET)
            if mark is not None and mark.not_applicable:
                changes += mark_changes(state, place, not_applicable=False, note="")
        return changes


def _places(state: State, sheet: str, criteria: tuple[str, ...]) -> Iterator[Place]:
    """Yield the places of the leaves at or below some nodes, each once.

    Raises:
        CchcError: nothing was chosen, or it is gone.
    """
    if not criteria:
        raise CchcError(agency_words.nothing_chosen(), agency_words.choose_criteria())
    seen: set[str] = set()
    for each in criteria:
        tree = state.tree_of_sheet(sheet) if sheet in state.sheets else None
        is_branch = tree is not None and tree.is_branch(each)
        below = [n.id for n in tree.below(each)] if tree is not None and is_branch else [each]
        for leaf in below:
            if leaf in seen or (tree is not None and tree.is_branch(leaf)):
                continue
            seen.add(leaf)
            place = Place(sheet, leaf, Round.SHEET)
            criterion_to_score(state, place)
            yield place
