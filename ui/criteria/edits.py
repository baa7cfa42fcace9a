"""From what a hand does in the tree to a command: where to add, where to move."""

from decimal import Decimal

from cchc_desktop.commands.base import Command
from cchc_desktop.commands.criteria import (
    AddCriterion,
    MoveCriterion,
    RecodeCriterion,
    RenameCriterion,
    SetMaximum,
)
from cchc_desktop.domain.criteria import ROOT, CriteriaTree
from ui.criteria.columns import Column

_NEW_AREA = "Lĩnh vực mới"
_NEW_CRITERION = "Tiêu chí mới"


def edit_command(criterion: str, column: int, value: str | Decimal | None) -> Command:
    """Return the command for a value typed into a cell of the tree."""
    if column == Column.CODE:
        return RecodeCriterion(criterion, str(value))
    if column == Column.NAME:
        return RenameCriterion(criterion, str(value))
    return SetMaximum(criterion, value if isinstance(value, Decimal) else None)


def add_beside(assessment: str, tree: CriteriaTree, criterion: str) -> AddCriterion:
    """Return the command that adds a node after another one, or the first area."""
    if criterion not in tree:
        return AddCriterion(assessment, ROOT, _NEW_AREA)
    parent = tree[criterion].parent
    siblings = tree.children_of(parent)
    place = siblings.index(criterion) + (0 if tree[criterion].is_balancing else 1)
    before = siblings[place] if place < len(siblings) else ""
    name = _NEW_AREA if parent == ROOT else _NEW_CRITERION
    return AddCriterion(assessment, parent, name, before=before)


def add_below(assessment: str, tree: CriteriaTree, criterion: str) -> AddCriterion:
    """Return the command that adds a child at the end, before a part that is not split."""
    before = before_rest(tree, criterion)
    return AddCriterion(assessment, criterion, _NEW_CRITERION, before=before)


def before_rest(tree: CriteriaTree, parent: str) -> str:
    """Return the id of a balancing node that ends the children, or "" where there is none."""
    last = tree.children_of(parent)[-1:]
    return last[0] if last and tree[last[0]].is_balancing else ""


def place_command(
    tree: CriteriaTree, criterion: str, parent: str, row: int
) -> MoveCriterion | None:
    """Return the command that brings a node to a row below a parent; None where it is there.

    Args:
        tree: the criteria set.
        criterion: the node.
        parent: id of its parent to be, or ROOT.
        row: the row it is dropped above, counted with the node itself; -1 drops it on the parent.
    """
    siblings = tree.children_of(parent)
    is_here = tree[criterion].parent == parent
    if row < 0:
        return None if is_here else MoveCriterion(criterion, parent, before_rest(tree, parent))
    own = siblings.index(criterion) if is_here else -2
    if row in (own, own + 1):
        return None
    return MoveCriterion(criterion, parent, siblings[row] if row < len(siblings) else "")


def step_command(tree: CriteriaTree, criterion: str, step: int) -> MoveCriterion | None:
    """Return the command that moves a node among its siblings: -1 up, 1 down."""
    siblings = tree.children_of(tree[criterion].parent)
    place = siblings.index(criterion) + step
    if not 0 <= place < len(siblings):
        return None
    return place_command(tree, criterion, tree[criterion].parent, place + max(0, step))


def inward_command(tree: CriteriaTree, criterion: str) -> MoveCriterion | None:
    """Return the command that puts a node into the sibling above it."""
    siblings = tree.children_of(tree[criterion].parent)
    place = siblings.index(criterion)
    return place_command(tree, criterion, siblings[place - 1], -1) if place else None


def outward_command(tree: CriteriaTree, criterion: str) -> MoveCriterion | None:
    """Return the command that takes a node out of its parent, to the place after it."""
    parent = tree[criterion].parent
    if parent == ROOT:
        return None
    above = tree[parent].parent
    return place_command(tree, criterion, above, tree.children_of(above).index(parent) + 1)


def neighbour(tree: CriteriaTree, criterion: str) -> str:
    """Return where the cursor goes when a node is taken away: next, previous, or parent."""
    siblings = tree.children_of(tree[criterion].parent)
    place = siblings.index(criterion)
    rest = siblings[place + 1 :] or siblings[:place][-1:]
    return rest[0] if rest else tree[criterion].parent
