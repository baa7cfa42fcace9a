"""Points that a change of the set would leave above their maximum."""

from decimal import Decimal

from cchc_desktop.domain.changes import ChangeSet
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


def _entered(mark: Mark, criterion: Criterion) -> Decimal | None:
    ready = mark.figures.get(READY_POINTS) if criterion.is_survey else None
    return ready.value if ready is not None else mark.points
