"""Hội đồng, Tổ thư ký, Tổ thẩm định: people listed, edited, ordered, copied to another year."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from cchc_desktop.domain.appraisal import assignments_of, people_of
from cchc_desktop.domain.changes import ChangeSet, altered, made, removed
from cchc_desktop.domain.criteria import CriteriaTree
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.ids import new_id, order_between, order_keys
from cchc_desktop.domain.people import Assignment, Body, CouncilMember
from cchc_desktop.domain.people_lines import PersonRow
from cchc_desktop.domain.state import State
from cchc_desktop.domain.text import clean, name_key
from cchc_desktop.records import record
from cchc_desktop.wording import people as words


@record
class AddPeople:
    """Put people at the end of a list; who stands there keeps the place, with new post and role.

    Args:
        assessment: id of the assessment.
        body: the list.
        rows: who; lines without a name are left out.
    """

    assessment: str
    body: Body
    rows: tuple[PersonRow, ...]

    @property
    def title(self) -> str:
        """The step in words."""
        rows = _named(self.rows)
        return words.people_added(len(rows), rows[0].name if rows else "", self.body)

    def plan(self, state: State) -> ChangeSet:
        """Make new rows, alter those of the same name; the list's decision holds for new ones."""
        rows = _named(self.rows)
        if not rows or self.assessment not in state.assessments:
            raise CchcError(words.no_people(), words.how_to_list())
        listed = people_of(state, self.assessment, self.body)
        wanted = {name_key(row.name): row for row in rows}
        changes = ChangeSet()
        for old in listed:
            row = wanted.pop(name_key(old.name), None)
            if row is not None:
                fields = {"post": row.post or old.post, "role": row.role or old.role}
                changes += altered("council_member", old, fields)
        return changes + made("council_member", self._members(wanted.values(), listed))

    def _members(
        self, rows: Iterable[PersonRow], listed: tuple[CouncilMember, ...]
    ) -> Iterable[CouncilMember]:
        found = tuple(rows)
        last = listed[-1] if listed else None
        decision, decided_on = (last.decision, last.decided_on) if last else ("", None)
        orders = _orders(last.order if last else "", len(found))
        return [
            CouncilMember(
                new_id(), self.assessment, order, self.body, row.name, row.post, row.role,
                decision, decided_on,
            )
            for row, order in zip(found, orders, strict=True)
        ]  # fmt: skip


@record
class EditPerson:
    """Give a person other particulars.

    Args:
        member: id of the person's row.
        row: name, post, role.
        decision: number of the decision that names the person.
        decided_on: its date.
        term: first and last day on the list; None where open.
    """

    member: str
    row: PersonRow
    decision: str = ""
    decided_on: date | None = None
    term: tuple[date | None, date | None] = (None, None)

    @property
    def title(self) -> str:
        """The step in words."""
        return words.person_edited(clean(self.row.name))

    def plan(self, state: State) -> ChangeSet:
        """Change what differs."""
        member = _find(state, self.member)
        row = _cleaned(self.row)
        if not row.name:
            raise CchcError(words.no_name(), words.type_name())
        since, until = self.term
        if since is not None and until is not None and until < since:
            raise CchcError(words.term_crossed(), words.mend_dates())
        for other in people_of(state, member.assessment, member.body):
            if other.id != member.id and name_key(other.name) == name_key(row.name):
                raise CchcError(words.name_taken(row.name, member.body), words.tell_apart())
        fields = {
            "name": row.name,
            "post": row.post,
            "role": row.role,
            "decision": clean(self.decision),
            "decided_on": self.decided_on,
            "since": since,
            "until": until,
        }
        return altered("council_member", member, fields)


@record
class MovePerson:
    """Move a person to another place of the list.

    Args:
        member: id of the person's row.
        before: id of the row it comes to stand before, or "" for the end.
    """

    member: str
    before: str = ""

    @property
    def title(self) -> str:
        """The step in words."""
        return words.person_moved()

    def plan(self, state: State) -> ChangeSet:
        """Change the order key of this row."""
        member = _find(state, self.member)
        listed = people_of(state, member.assessment, member.body)
        if self.before == member.id:
            return ChangeSet()
        others = [each for each in listed if each.id != member.id]
        at = next((n for n, each in enumerate(others) if each.id == self.before), len(others))
        if listed.index(member) == at:
            return ChangeSet()
        left = others[at - 1].order if at else ""
        right = others[at].order if at < len(others) else ""
        return altered("council_member", member, {"order": order_between(left, right)})


@record
class RemovePeople:
    """Take people off their lists, with what they were assigned."""

    members: tuple[str, ...]

    @property
    def title(self) -> str:
        """The step in words."""
        return words.people_removed(len(self.members))

    def plan(self, state: State) -> ChangeSet:
        """Remove their assignments, then those that stand."""
        rows = state.rows["council_member"]
        gone = [rows[key] for key in dict.fromkeys(self.members) if key in rows]
        ids = {each.id for each in gone}
        assigned = [each for each in state.rows["assignment"].values() if each.member in ids]
        return removed("assignment", assigned) + removed("council_member", gone)


@record
class SetDecision:
    """Give everybody on a list who still belongs to it the same decision.

    Args:
        assessment: id of the assessment.
        body: the list.
        decision: number of the decision.
        decided_on: its date.
    """

    assessment: str
    body: Body
    decision: str
    decided_on: date | None = None

    @property
    def title(self) -> str:
        """The step in words."""
        return words.decision_set(self.body)

    def plan(self, state: State) -> ChangeSet:
        """Alter number and date of every row; who has left keeps the earlier decision."""
        changes = ChangeSet()
        fields = {"decision": clean(self.decision), "decided_on": self.decided_on}
        for member in people_of(state, self.assessment, self.body):
            if member.until is None:
                changes += altered("council_member", member, fields)
        return changes


@record
class CopyPeople:
    """Copy the lists of another assessment, and who appraises what where codes are the same.

    Args:
        source: id of the assessment that is copied from.
        target: id of the assessment that gets the lists; who stands there stays.
    """

    source: str
    target: str

    @property
    def title(self) -> str:
        """The step in words."""
        return words.people_copied()

    def plan(self, state: State) -> ChangeSet:
        """Make what is missing of people and assignments."""
        if self.source == self.target or self.target not in state.assessments:
            raise CchcError(words.nothing_to_copy(), words.choose_other())
        tree = state.tree(self.target)
        places = {_codes(tree, node.id): node.id for node, _ in tree.walk}
        source = state.tree(self.source)
        nodes = {
            node.id: places[_codes(source, node.id)]
            for node, _ in source.walk
            if _codes(source, node.id) in places
        }
        changes = copied_people(state, (self.source, self.target), nodes)
        if not changes:
            raise CchcError(words.nothing_to_copy(), words.choose_other())
        return changes


def copied_people(
    state: State, way: tuple[str, str], nodes: Mapping[str, str], year: int = 0
) -> ChangeSet:
    """Return the changes that copy people and assignments to another assessment.

    Who left before the target's year is not copied; a person of the same name stays as listed.

    Args:
        state: the dossier.
        way: ids of the assessments copied from and to.
        nodes: ids of the target's criteria by those of the source.
        year: year of the target where it does not stand yet.
    """
    source, target = way
    first = date(year or state.assessments[target].year, 1, 1)
    ids: dict[str, str] = {}
    fresh: list[CouncilMember] = []
    for body in Body:
        stands = people_of(state, target, body)
        known = {name_key(each.name): each.id for each in stands}
        listed = [each for each in people_of(state, source, body) if not each.has_left(first)]
        new = [each for each in listed if name_key(each.name) not in known]
        orders = _orders(stands[-1].order if stands else "", len(new))
        for each, order in zip(new, orders, strict=True):
            fresh.append(replace(each, id=new_id(), assessment=target, order=order))
            known[name_key(each.name)] = fresh[-1].id
        ids |= {each.id: known[name_key(each.name)] for each in listed}
    return made("council_member", fresh) + _assigned(state, source, ids, nodes)


def _assigned(
    state: State, source: str, ids: Mapping[str, str], nodes: Mapping[str, str]
) -> ChangeSet:
    """Copy the assignments to criteria where nobody is assigned yet."""
    taken = {each.criterion for each in state.rows["assignment"].values()}
    fresh = []
    for each in assignments_of(state, source):
        criterion = nodes.get(each.criterion, "")
        member = ids.get(each.member, "")
        if criterion and criterion not in taken and (member or each.agency):
            fresh.append(Assignment(new_id(), criterion, member, each.agency, each.note))
    return made("assignment", fresh)


def _codes(tree: CriteriaTree, node_id: str) -> tuple[str, ...]:
    return tuple(node.code for node in tree.path(node_id))


def _named(rows: tuple[PersonRow, ...]) -> tuple[PersonRow, ...]:
    return tuple(row for row in map(_cleaned, rows) if row.name)


def _cleaned(row: PersonRow) -> PersonRow:
    return PersonRow(clean(row.name), clean(row.post), clean(row.role))


def _orders(last: str, count: int) -> Iterable[str]:
    """Return order keys after the last one; many at once stay short."""
    if count == 1:
        return [order_between(last, "")]
    return [last + key for key in order_keys(count)]


def _find(state: State, member: str) -> CouncilMember:
    found = state.rows["council_member"].get(member)
    if not isinstance(found, CouncilMember):
        raise CchcError(words.person_gone(), words.undo_removal())
    return found
