"""From the tree that is shown to the tree that should be: remove, insert, move."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

from cchc_desktop.domain.criteria import ROOT
from cchc_desktop.records import record

Structure = Mapping[str, Sequence[str]]  # children by parent, in order; ROOT has the top ones


@record
class Inserted:
    """New nodes side by side; nodes below them come in later steps."""

    parent: str
    first: int
    nodes: tuple[str, ...]


@record
class Removed:
    """Nodes side by side that go, with all that is below them."""

    parent: str
    first: int
    count: int


@record
class Moved:
    """A node that goes before what stands at ``to`` while the node still has its old place."""

    node: str
    parent: str
    first: int
    to_parent: str
    to: int


Step = Inserted | Removed | Moved


class Outline:
    """A tree of ids that steps change: children, parents and places by look-up.

    Args:
        structure: children by parent, in order.
    """

    def __init__(self, structure: Structure | None = None) -> None:
        self._children: dict[str, list[str]] = {}
        self._parents: dict[str, str] = {}
        self._places: dict[str, int] = {}
        for parent, children in (structure or {}).items():
            self._children[parent] = list(children)
            self._number(parent, 0)

    def __contains__(self, node: str) -> bool:
        return node in self._parents

    def __len__(self) -> int:
        return len(self._parents)

    def children_of(self, parent: str) -> Sequence[str]:
        """Return the children of a node in order; ROOT gives the top ones."""
        return self._children.get(parent, ())

    def parent_of(self, node: str) -> str:
        """Return the parent, ROOT for a top one."""
        return self._parents[node]

    def place_of(self, node: str) -> int:
        """Return the place among its siblings, from 0."""
        return self._places[node]

    def walk(self) -> Iterator[str]:
        """Yield all nodes in order, parents before children."""
        stack = list(reversed(self.children_of(ROOT)))
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(self.children_of(node)))

    def structure(self) -> dict[str, tuple[str, ...]]:
        """Return children by parent; nodes without children are left out."""
        return {parent: tuple(nodes) for parent, nodes in self._children.items() if nodes}

    def apply(self, step: Step) -> None:
        """Take one step."""
        if isinstance(step, Inserted):
            row = self._children.setdefault(step.parent, [])
            row[step.first : step.first] = step.nodes
            self._number(step.parent, step.first)
        elif isinstance(step, Removed):
            row = self._children[step.parent]
            for node in row[step.first : step.first + step.count]:
                self._forget(node)
            del row[step.first : step.first + step.count]
            self._number(step.parent, step.first)
        else:
            self._move(step)

    def _move(self, step: Moved) -> None:
        self._children[step.parent].pop(step.first)
        is_same = step.parent == step.to_parent
        to = step.to - 1 if is_same and step.to > step.first else step.to
        self._children.setdefault(step.to_parent, []).insert(to, step.node)
        self._number(step.parent, 0)
        self._number(step.to_parent, 0)

    def _number(self, parent: str, first: int) -> None:
        row = self._children[parent]
        for place in range(first, len(row)):
            self._parents[row[place]] = parent
            self._places[row[place]] = place

    def _forget(self, node: str) -> None:
        for child in self._children.pop(node, ()):
            self._forget(child)
        del self._parents[node], self._places[node]


def steps_between(shown: Structure, new: Structure) -> tuple[Step, ...]:
    """Return the steps that turn one tree into another.

    Nodes that only change their place move, and as few of them as possible, so that what hangs
    on a node (selection, expansion) stays with it.

    Args:
        shown: the tree as it is.
        new: the tree as it should be.
    """
    outline = Outline(shown)
    steps: list[Step] = []
    alive = {node for children in new.values() for node in children}
    stack = [ROOT]
    while stack:
        parent = stack.pop()
        for step in _steps_of(outline, parent, new.get(parent, ()), alive):
            outline.apply(step)
            steps.append(step)
        stack.extend(reversed(new.get(parent, ())))
    for step in list(_removals(outline, alive)):
        outline.apply(step)
        steps.append(step)
    return tuple(steps)


def _steps_of(
    outline: Outline, parent: str, wanted: Sequence[str], alive: set[str]
) -> Iterator[Step]:
    """Yield the steps that put a parent's wanted children in order; each is applied at once."""
    stays = _longest_in_order(outline.children_of(parent), wanted)
    at = number = 0
    while number < len(wanted):
        node, row = wanted[number], outline.children_of(parent)
        if at < len(row) and row[at] == node:
            at, number = at + 1, number + 1
        elif at < len(row) and (row[at] not in alive or row[at] not in stays):
            at += 1
        elif node in outline:
            old, place = outline.parent_of(node), outline.place_of(node)
            yield Moved(node, old, place, parent, at)
            number += 1
            at += 0 if old == parent and place < at else 1
        else:
            fresh = _run_of_new(outline, wanted, number)
            yield Inserted(parent, at, fresh)
            at, number = at + len(fresh), number + len(fresh)


def _run_of_new(outline: Outline, wanted: Sequence[str], first: int) -> tuple[str, ...]:
    last = first
    while last < len(wanted) and wanted[last] not in outline:
        last += 1
    return tuple(wanted[first:last])


def _longest_in_order(row: Sequence[str], wanted: Iterable[str]) -> set[str]:
    """Return the most children that can stay where they are (longest rising subsequence)."""
    places = {node: place for place, node in enumerate(row)}
    kept = [node for node in wanted if node in places]
    tails: list[int] = []
    ends: list[str] = []
    before: dict[str, str] = {}
    for node in kept:
        spot = bisect_left(tails, places[node])
        tails[spot : spot + 1] = [places[node]]
        ends[spot : spot + 1] = [node]
        if spot:
            before[node] = ends[spot - 1]
    found = set()
    node = ends[-1] if ends else ""
    while node:
        found.add(node)
        node = before.get(node, "")
    return found


def _removals(outline: Outline, alive: set[str]) -> Iterator[Removed]:
    """Yield removals of what is left over, the last run of each parent first."""
    stack = [ROOT]
    while stack:
        parent = stack.pop()
        row = outline.children_of(parent)
        stack.extend(node for node in row if node in alive)
        last = len(row)
        while last:
            first = last
            while first and row[first - 1] not in alive:
                first -= 1
            if first < last:
                yield Removed(parent, first, last - first)
            last = first if first < last else last - 1
