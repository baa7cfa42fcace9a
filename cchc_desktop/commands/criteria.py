"""Editing the criteria set: add, rename, maximum, rule, move, remove, split."""

from dataclasses import field
from decimal import Decimal

from cchc_desktop.commands.appraisal import unassigned_at
from cchc_desktop.commands.branching import becomes_sum
from cchc_desktop.commands.overfull import losses_become_points, refuse_overfull
from cchc_desktop.commands.sittings import items_removed_with
from cchc_desktop.domain.changes import ChangeSet, altered, made, removed
from cchc_desktop.domain.criteria import ROOT, CriteriaTree, Criterion
from cchc_desktop.domain.effect_faults import refuse_effect_faults
from cchc_desktop.domain.effects import Effect
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.ids import new_id, order_between
from cchc_desktop.domain.points import ZERO, Rounding
from cchc_desktop.domain.rules import Rule
from cchc_desktop.domain.rules.total import Total
from cchc_desktop.domain.set_draft import MOST_DEPTH
from cchc_desktop.domain.state import State
from cchc_desktop.domain.text import clean
from cchc_desktop.records import record
from cchc_desktop.wording import criteria as words


@record
class AddCriterion:
    """Add a node under a parent, before a sibling or last.

    Args:
        assessment: whose set.
        parent: id of the parent, ROOT for an area.
        name, code, maximum: what it starts with.
        before: id of the sibling it stands before, or "" for the end.
        takes_documents: a parent that was a leaf hands its documents down.
    """

    assessment: str
    parent: str
    name: str
    code: str = ""
    maximum: Decimal | None = None
    before: str = ""
    id: str = field(default_factory=new_id)
    takes_documents: bool = False

    @property
    def title(self) -> str:
        """The step in words."""
        return words.added(clean(self.name))

    def plan(self, state: State) -> ChangeSet:
        """Make the node; a parent that was a leaf becomes a sum."""
        tree = state.tree(self.assessment)
        if self.assessment not in state.assessments:
            raise CchcError(words.set_gone(), words.reopen())
        if self.parent != ROOT and self.parent not in tree:
            raise CchcError(words.criterion_gone(), words.undo_removal())
        if self.parent != ROOT and len(tree.path(self.parent)) >= MOST_DEPTH:
            raise CchcError(words.too_deep(MOST_DEPTH), words.move_up())
        check_name(self.name)
        _check_maximum(self.maximum)
        _refuse_taken(tree, clean(self.code), self.id)
        node = Criterion(
            id=self.id,
            assessment=self.assessment,
            parent=self.parent,
            order=order_before(tree, self.parent, self.before, self.id),
            code=clean(self.code) or next_code(tree, self.parent),
            name=clean(self.name),
            maximum=self.maximum,
        )
        heir = self.id if self.takes_documents else ""
        changes = made("criterion", [node]) + becomes_sum(state, tree, self.parent, heir)
        if _has_rest(tree, self.parent):
            refuse_overfull(state, changes, self.assessment)
        return changes


@record
class RenameCriterion:
    """Give a node another name."""

    criterion: str
    name: str

    @property
    def title(self) -> str:
        """The step in words."""
        return words.renamed(clean(self.name))

    def plan(self, state: State) -> ChangeSet:
        """Change the name."""
        check_name(self.name)
        return altered(
            "criterion", find_criterion(state, self.criterion), {"name": clean(self.name)}
        )


@record
class RecodeCriterion:
    """Give a node another code."""

    criterion: str
    code: str

    @property
    def title(self) -> str:
        """The step in words."""
        return words.recoded(clean(self.code))

    def plan(self, state: State) -> ChangeSet:
        """Change the code; two nodes of one set never share one."""
        node = find_criterion(state, self.criterion)
        check_code(state, node, self.code)
        return altered("criterion", node, {"code": clean(self.code)})


@record
class SetMaximum:
    """Set the maximum of a node; None = not known."""

    criterion: str
    maximum: Decimal | None

    @property
    def title(self) -> str:
        """The step in words."""
        return words.maximum_set(self.maximum)

    def plan(self, state: State) -> ChangeSet:
        """Change the maximum; typed points above it refuse the step, typed losses become points."""
        node = find_criterion(state, self.criterion)
        if node.is_balancing:
            raise CchcError(words.maximum_derived(), words.change_siblings())
        _check_maximum(self.maximum)
        changes = altered("criterion", node, {"maximum": self.maximum})
        refuse_overfull(state, changes, node.assessment)
        return changes + losses_become_points(state, changes, node.assessment)


@record
class SetRule:
    """Give a leaf another rule or other parameters."""

    criterion: str
    rule: Rule

    @property
    def title(self) -> str:
        """The step in words."""
        return words.rule_set()

    def plan(self, state: State) -> ChangeSet:
        """Change the rule; marks stay and are scored anew."""
        node = find_criterion(state, self.criterion)
        tree = state.tree(node.assessment)
        if tree.is_branch(node.id):
            raise CchcError(words.branch_is_a_sum(), words.set_rules_below())
        if isinstance(self.rule, Total):
            raise CchcError(words.sum_needs_children(), words.add_children())
        problems = [p for p in self.rule.check(tree.maxima[node.id]) if not p.is_warning]
        if problems:
            raise CchcError(problems[0].sentence, words.mend_rule())
        changes = altered("criterion", node, {"rule": self.rule})
        if tree.effects[node.id] is not Effect.NORMAL:
            refuse_effect_faults(state.applied(changes).tree(node.assessment), node.id)
        return changes


@record
class SetRounding:
    """Set how a node rounds its points."""

    criterion: str
    rounding: Rounding

    @property
    def title(self) -> str:
        """The step in words."""
        return words.rounding_set()

    def plan(self, state: State) -> ChangeSet:
        """Change the rounding."""
        return altered(
            "criterion", find_criterion(state, self.criterion), {"rounding": self.rounding}
        )


@record
class MoveCriterion:
    """Move a node with everything below it: under a parent, before a sibling or last.

    Args:
        criterion: the node.
        parent: id of the parent to be, ROOT for an area.
        before: id of the sibling it stands before, or "" for the end.
        takes_documents: a parent that was a leaf hands its documents down to the node's first leaf.
    """

    criterion: str
    parent: str
    before: str = ""
    takes_documents: bool = False

    @property
    def title(self) -> str:
        """The step in words."""
        return words.moved()

    def plan(self, state: State) -> ChangeSet:
        """Change parent and order; a node never goes below itself."""
        node = find_criterion(state, self.criterion)
        tree = state.tree(node.assessment)
        if self.parent != ROOT and self.parent not in tree:
            raise CchcError(words.criterion_gone(), words.undo_removal())
        above = {each.id for each in tree.path(self.parent)}
        if node.id in above:
            raise CchcError(words.move_into_itself(), words.choose_other_place())
        height = max((len(tree.path(n.id)) for n in tree.below(node.id)), default=0)
        height = max(1, height - len(tree.path(node.id)) + 1)
        if len(above) + height > MOST_DEPTH:
            raise CchcError(words.too_deep(MOST_DEPTH), words.move_up())
        if self._stays(tree, node):
            return ChangeSet()
        order = order_before(tree, self.parent, self.before, node.id)
        leaves = (each.id for each in tree.below(node.id) if not tree.is_branch(each.id))
        heir = next(leaves, node.id) if self.takes_documents else ""
        changes = becomes_sum(state, tree, self.parent, heir)
        changes += altered("criterion", node, {"parent": self.parent, "order": order})
        refuse_effect_faults(state.applied(changes).tree(node.assessment), node.id)
        if _has_rest(tree, node.parent) or _has_rest(tree, self.parent):
            refuse_overfull(state, changes, node.assessment)
        return changes + losses_become_points(state, changes, node.assessment)

    def _stays(self, tree: CriteriaTree, node: Criterion) -> bool:
        """Return whether the node stands there already."""
        if node.parent != self.parent:
            return False
        siblings = tree.children_of(self.parent)
        following = siblings[siblings.index(node.id) + 1 :]
        is_last = not following and self.before not in siblings
        return is_last or self.before in (node.id, *following[:1])


@record
class RemoveCriterion:
    """Remove a node with everything below it and all that was entered there."""

    criterion: str

    @property
    def title(self) -> str:
        """The step in words."""
        return words.removed()

    def plan(self, state: State) -> ChangeSet:
        """Remove entries of all sheets, then nodes, deepest first; documents stay."""
        node = find_criterion(state, self.criterion)
        tree = state.tree(node.assessment)
        nodes = (node, *tree.below(node.id))
        ids = {each.id for each in nodes}
        changes = ChangeSet()
        for sheet in state.sheets_of(node.assessment):
            for table, rows in state.cell(sheet.id).records.items():
                gone = [record for record in rows.values() if record.criterion in ids]
                changes += removed(table, gone)
        changes += items_removed_with(state, criteria=ids)
        changes += unassigned_at(state, ids)
        changes += removed("criterion", reversed(nodes))
        return changes + losses_become_points(state, changes, node.assessment)


@record
class SplitBalancing:
    """Split a criterion off a balancing node: it takes its points from the part not split."""

    balancing: str
    name: str
    maximum: Decimal
    code: str = ""
    id: str = field(default_factory=new_id)

    @property
    def title(self) -> str:
        """The step in words."""
        return words.split(clean(self.name))

    def plan(self, state: State) -> ChangeSet:
        """Add a sibling before the balancing node; the rest stays derived."""
        node = find_criterion(state, self.balancing)
        tree = state.tree(node.assessment)
        left = tree.maxima[node.id]
        if not node.is_balancing or left is None:
            raise CchcError(words.not_balancing(), words.add_children())
        if not ZERO < self.maximum <= left:
            raise CchcError(words.split_over(self.maximum, left), words.split_range(left))
        add = AddCriterion(
            node.assessment, node.parent, self.name, self.code, self.maximum, node.id, self.id
        )
        changes = add.plan(state)
        refuse_overfull(state, changes, node.assessment)
        return changes


def next_code(tree: CriteriaTree, parent: str) -> str:
    """Return the next free code below a parent: 7.4 after 7.3; a balancing .9 is skipped."""
    prefix = f"{tree[parent].code}." if parent != ROOT else ""
    taken = {node.code for node, _ in tree.walk}
    number = 1
    while f"{prefix}{number}" in taken:
        number += 1
    return f"{prefix}{number}"


def _has_rest(tree: CriteriaTree, parent: str) -> bool:
    """Return whether a derived maximum hangs on what stands under a parent."""
    return any(tree[child].is_balancing for child in tree.children_of(parent))


def find_criterion(state: State, criterion: str) -> Criterion:
    """Return a node of any set.

    Raises:
        CchcError: it is gone.
    """
    found = state.criteria.get(criterion)
    if found is None:
        raise CchcError(words.criterion_gone(), words.undo_removal())
    return found


def check_name(name: str) -> None:
    """Refuse an empty name.

    Raises:
        CchcError: with the reason.
    """
    if not clean(name):
        raise CchcError(words.name_empty(), words.type_name())


def check_code(state: State, node: Criterion, typed: str) -> None:
    """Refuse an empty code, and one that another node of the set has.

    Raises:
        CchcError: with the reason.
    """
    code = clean(typed)
    if code == node.code:
        return
    if not code:
        raise CchcError(words.code_empty(), words.type_code())
    _refuse_taken(state.tree(node.assessment), code, node.id)


def _refuse_taken(tree: CriteriaTree, code: str, own: str) -> None:
    other = tree.by_code(code) if code else None
    if other is not None and other.id != own:
        raise CchcError(words.code_taken(code, other.name), words.type_code())


def _check_maximum(maximum: Decimal | None) -> None:
    if maximum is not None and maximum < ZERO:
        raise CchcError(words.maximum_negative(), words.maximum_range())


def order_before(tree: CriteriaTree, parent: str, before: str, moved: str) -> str:
    """Return the order key of a node before a sibling, or at the end of a parent's children."""
    siblings = [tree[child] for child in tree.children_of(parent) if child != moved]
    ids = [sibling.id for sibling in siblings]
    place = ids.index(before) if before in ids else len(ids)
    left = siblings[place - 1].order if place > 0 else ""
    right = siblings[place].order if place < len(siblings) else ""
    return order_between(left, right)
