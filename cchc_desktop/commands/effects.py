"""Bonus and penalty criteria: what a criterion is, and whether a total may exceed its maximum."""

from cchc_desktop.commands.overfull import refuse_overfull
from cchc_desktop.domain.changes import ChangeSet, altered
from cchc_desktop.domain.effect_faults import refuse_effect_faults
from cchc_desktop.domain.effects import Effect
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.state import State
from cchc_desktop.records import record
from cchc_desktop.wording import criteria as set_words
from cchc_desktop.wording import effects as words


@record
class SetEffect:
    """Make a criterion a bonus, a penalty, or an ordinary one; what stands below it follows."""

    criterion: str
    effect: Effect

    @property
    def title(self) -> str:
        """The step in words."""
        return words.set_to(self.effect.value)

    def plan(self, state: State) -> ChangeSet:
        """Change the effect; the points that stand are counted anew."""
        node = state.criteria.get(self.criterion)
        if node is None:
            raise CchcError(set_words.criterion_gone(), set_words.undo_removal())
        tree = state.tree(node.assessment)
        above = tree.effects[node.parent]
        if above is not Effect.NORMAL and self.effect is not above:
            code = next(n.code for n in tree.path(node.id) if n.effect is above)
            raise CchcError(words.handed_down(code, above.value), words.change_above(code))
        if above is not Effect.NORMAL:
            return ChangeSet()
        changes = altered("criterion", node, {"effect": self.effect})
        refuse_effect_faults(state.applied(changes).tree(node.assessment), node.id)
        refuse_overfull(state, changes, node.assessment)
        return changes


@record
class SetMayExceed:
    """Let bonuses lift the totals of an assessment over their maximum, or not."""

    assessment: str
    may_exceed: bool

    @property
    def title(self) -> str:
        """The step in words."""
        return words.exceeding_set(may_exceed=self.may_exceed)

    def plan(self, state: State) -> ChangeSet:
        """Change the assessment; every total of it is counted anew."""
        found = state.assessments.get(self.assessment)
        if found is None:
            raise CchcError(set_words.set_gone(), set_words.reopen())
        return altered("assessment", found, {"may_exceed": self.may_exceed})
