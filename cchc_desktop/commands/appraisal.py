"""Who appraises which part of the set: assigned and taken away."""

from collections.abc import Iterable

from cchc_desktop.commands.agencies import refuse_ended
from cchc_desktop.domain.appraisal import assigned_to
from cchc_desktop.domain.changes import ChangeSet, altered, made, removed
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.ids import new_id
from cchc_desktop.domain.people import Assignment
from cchc_desktop.domain.state import State
from cchc_desktop.domain.text import clean
from cchc_desktop.records import record
from cchc_desktop.wording import people as words


@record
class Assign:
    """Let a person or an agency appraise areas or criteria, beside those assigned there.

    Args:
        criteria: ids of the areas and criteria.
        member: id of the person's row, or "".
        agency: id of the agency, or "".
        note: a note to each.
    """

    criteria: tuple[str, ...]
    member: str = ""
    agency: str = ""
    note: str = ""

    @property
    def title(self) -> str:
        """The step in words."""
        return words.assigned(len(self.criteria))

    def plan(self, state: State) -> ChangeSet:
        """Make an assignment where there is none; where there is one, its note."""
        self._check(state)
        stands = {(a.criterion, a.by): a for a in assigned_to(state, self.criteria)}
        changes = ChangeSet()
        fresh = []
        for criterion in dict.fromkeys(self.criteria):
            old = stands.get((criterion, (self.member, self.agency)))
            if old is None:
                note = clean(self.note)
                fresh.append(Assignment(new_id(), criterion, self.member, self.agency, note))
            else:
                changes += altered("assignment", old, {"note": clean(self.note) or old.note})
        return changes + made("assignment", fresh)

    def _check(self, state: State) -> None:
        """Refuse what is not there, both or neither of person and agency, and two assessments."""
        member = state.rows["council_member"].get(self.member)
        is_somebody = member is not None if self.member else self.agency in state.agencies
        is_one = bool(self.member) != bool(self.agency)
        known = [state.criteria[key] for key in self.criteria if key in state.criteria]
        of = {each.assessment for each in known} | ({member.assessment} if member else set())
        is_whole = bool(known) and len(known) == len(self.criteria) and len(of) == 1
        if not (is_somebody and is_one and is_whole):
            raise CchcError(words.no_such_part(), words.choose_part())
        refuse_ended(state, (self.agency,), of.pop())


@record
class Unassign:
    """Take assignments away."""

    assignments: tuple[str, ...]

    @property
    def title(self) -> str:
        """The step in words."""
        return words.unassigned(len(self.assignments))

    def plan(self, state: State) -> ChangeSet:
        """Remove those that stand."""
        rows = state.rows["assignment"]
        return removed(
            "assignment", [rows[k] for k in dict.fromkeys(self.assignments) if k in rows]
        )


def unassigned_at(state: State, criteria: Iterable[str]) -> ChangeSet:
    """Return the changes that free some criteria, as they go themselves."""
    return removed("assignment", assigned_to(state, criteria))
