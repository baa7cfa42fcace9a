"""Points and losses when a maximum moves: refused above it, losses become points under it."""

from decimal import Decimal

from cchc_desktop.domain.changes import ChangeSet, altered
from cchc_desktop.domain.criteria import Criterion
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.marks import Mark
from cchc_desktop.domain.rules.survey import READY_POINTS
from cchc_desktop.domain.state import State
from cchc_desktop.wording import criteria as words


def refuse_overfull(state: State, changes: ChangeSet, assessment: str) -> None:
    """Refuse a change that leaves typed points or a survey's ready points above their maximum.

    Raises:
        CchcError: names the criterion and the unit.
    """
    after = state.applied(changes)
    tree = after.tree(assessment)
    for sheet in after.sheets_of(assessment):
        for mark in after.cell(sheet.id).marks.values():
            if mark.criterion not in tree:
                continue
            points, limit = _entered(mark, tree[mark.criterion]), tree.maxima[mark.criterion]
            if points is not None and limit is not None and points > limit:
                unit = after.units[sheet.unit].name
                code = tree[mark.criterion].code
                raise CchcError(words.points_over(code, unit, points, limit), words.lower())


def losses_become_points(state: State, changes: ChangeSet, assessment: str) -> ChangeSet:
    """Return the points of losses that were typed while the maximum of a leaf was unknown.

    Raises:
        CchcError: a loss is more than the maximum that is known now.
    """
    after = state.applied(changes)
    before, tree = state.tree(assessment).maxima, after.tree(assessment)
    limits = {
        leaf.id: maximum
        for leaf in tree.leaves
        if (maximum := tree.maxima[leaf.id]) is not None and before.get(leaf.id) is None
    }
    found = ChangeSet()
    if not limits:
        return found
    for sheet in after.sheets_of(assessment):
        for mark in after.cell(sheet.id).marks.values():
            limit = limits.get(mark.criterion)
            if limit is None or mark.lost is None:
                continue
            if mark.lost > limit:
                unit, code = after.units[sheet.unit].name, tree[mark.criterion].code
                raise CchcError(words.lost_over(code, unit, mark.lost, limit), words.lower_loss())
            found += altered("mark", mark, {"points": limit - mark.lost, "lost": None})
    return found


def _entered(mark: Mark, criterion: Criterion) -> Decimal | None:
    ready = mark.figures.get(READY_POINTS) if criterion.is_survey else None
    return ready.value if ready is not None else mark.points
