"""Codes and copies inside a set: a branch numbered anew, a branch doubled."""

from collections.abc import Iterator, Mapping
from dataclasses import field, replace

from cchc_desktop.commands.criteria import find_criterion, next_code, order_before
from cchc_desktop.commands.overfull import refuse_overfull
from cchc_desktop.domain.changes import ChangeSet, altered, made
from cchc_desktop.domain.criteria import ROOT, CriteriaTree, Criterion
from cchc_desktop.domain.effect_faults import refuse_effect_faults
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.ids import new_id
from cchc_desktop.domain.state import State
from cchc_desktop.records import record
from cchc_desktop.wording import criteria as words


@record
class RenumberCriteria:
    """Number everything below a node anew in its order; the node keeps its own code.

    Args:
        assessment: whose set.
        branch: id of the node, ROOT for the whole set.
    """

    assessment: str
    branch: str = ROOT

    @property
    def title(self) -> str:
        """The step in words."""
        return words.renumbered()

    def plan(self, state: State) -> ChangeSet:
        """Change the codes that are not what their place says."""
        tree = state.tree(self.assessment)
        if self.branch != ROOT and self.branch not in tree:
            raise CchcError(words.criterion_gone(), words.undo_removal())
        fresh = dict(numbered(tree, self.branch))
        kept = {node.code: node for node, _ in tree.walk if node.id not in fresh}
        changes = ChangeSet()
        for key, code in fresh.items():
            if code in kept:
                raise CchcError(words.code_taken(code, kept[code].name), words.renumber_all())
            if tree[key].code != code:
                changes += altered("criterion", tree[key], {"code": code})
        return changes


@record
class DuplicateCriterion:
    """Put a copy of a node with everything below it after the node; no marks go along.

    Args:
        criterion: the node.
        id: key of the copy.
    """

    criterion: str
    id: str = field(default_factory=new_id)

    @property
    def title(self) -> str:
        """The step in words."""
        return words.duplicated()

    def plan(self, state: State) -> ChangeSet:
        """Make the nodes with fresh ids and codes of their own."""
        node = find_criterion(state, self.criterion)
        tree = state.tree(node.assessment)
        if node.is_balancing:
            raise CchcError(words.rest_not_doubled(), words.split_it_off())
        below = tree.below(node.id)
        keys = {node.id: self.id, **{each.id: new_id() for each in below}}
        codes = _codes_of_copy(tree, node)
        siblings = tree.children_of(node.parent)
        after = siblings[siblings.index(node.id) + 1 :][:1]
        order = order_before(tree, node.parent, after[0] if after else "", self.id)
        top = replace(node, id=self.id, order=order, code=codes[node.id])
        copies = [
            replace(each, id=keys[each.id], parent=keys[each.parent], code=codes[each.id])
            for each in below
        ]
        changes = made("criterion", [top, *copies])
        refuse_effect_faults(state.applied(changes).tree(node.assessment), self.id)
        refuse_overfull(state, changes, node.assessment)
        return changes


def numbered(tree: CriteriaTree, branch: str) -> Iterator[tuple[str, str]]:
    """Yield the nodes below a branch with the codes that their places say.

    A part that is not split and stands last keeps its own number where no sibling takes it.
    """
    codes: dict[str, str] = {}
    if branch != ROOT:
        codes[branch] = tree[branch].code
    for node in tree.below(branch):
        if node.id not in codes:
            codes.update(_children(tree, node.parent, codes.get(node.parent, "")))
        yield node.id, codes[node.id]


def _children(tree: CriteriaTree, parent: str, code: str) -> Mapping[str, str]:
    prefix = f"{code}." if code else ""
    children = tree.children_of(parent)
    found = {child: f"{prefix}{number}" for number, child in enumerate(children, 1)}
    last = children[-1]
    own = f"{prefix}{tree[last].code.rpartition('.')[2]}"
    if tree[last].is_balancing and own not in found.values():
        found[last] = own
    return found


def _codes_of_copy(tree: CriteriaTree, node: Criterion) -> dict[str, str]:
    """Return the codes of a copy by the ids of what is copied: as before, under a free one."""
    taken = {each.code for each, _ in tree.walk}
    top = next_code(tree, node.parent)
    found = {node.id: top}
    for each in tree.below(node.id):
        above, own = tree[each.parent].code, each.code
        tail = own.removeprefix(f"{above}.") if own.startswith(f"{above}.") else own
        code = f"{found[each.parent]}.{tail}"
        number = 1
        while code in taken:
            code, number = f"{found[each.parent]}.{number}", number + 1
        taken.add(code)
        found[each.id] = code
    return found
