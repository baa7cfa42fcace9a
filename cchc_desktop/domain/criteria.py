"""The criteria set as a tree of any depth: areas, criteria, components."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from cchc_desktop.domain.effects import Effect, inherited
from cchc_desktop.domain.marks import Method
from cchc_desktop.domain.points import ZERO, Rounding
from cchc_desktop.domain.rules import Rule
from cchc_desktop.domain.rules.manual import Manual
from cchc_desktop.records import record

ROOT = ""
_NO_ROUNDING = Rounding()


class Level(StrEnum):
    """What a node is called, by its depth."""

    AREA = "area"
    CRITERION = "criterion"
    COMPONENT = "component"


@record
class Criterion:
    """One node of a criteria set.

    Args:
        id: its key; stable over renames and moves.
        assessment: id of the assessment whose set it belongs to.
        parent: id of the parent, or "" for an area.
        order: order key among its siblings.
        code: what the set calls it, "7.3".
        name: its full name.
        short_name: a name for one-page reports; may be empty.
        chart_name: a name of two or three words for charts; may be empty.
        maximum: points it can give; None = unknown, or derived where ``is_balancing``.
        is_balancing: holds the part of its parent that is not split (phần chưa tách).
        method: how its points come about; None where methods are mixed or unknown.
        rule: how it is scored; branches always add up their children.
        rounding: rounding the set prescribes for this node.
        agencies: ids of the agencies in charge (cơ quan tham mưu).
        legal_basis: the decision and article it comes from.
        guidance: how the set says it is scored.
        note: a note of the editor; says where a rule is a reconstruction.
        is_reconstructed: rule or maximum was read off a report, not off the official set.
        evidence_required: which documents prove it.
        due: last day for its evidence and report, or None.
        effect: bonus or penalty; what stands below one is the same (``CriteriaTree.effects``).
            The maximum of a branch with an effect is its cap; None = no cap.
    """

    id: str
    assessment: str
    parent: str
    order: str
    code: str
    name: str
    short_name: str = ""
    chart_name: str = ""
    maximum: Decimal | None = None
    is_balancing: bool = False
    method: Method | None = None
    rule: Rule = field(default_factory=Manual)
    rounding: Rounding = _NO_ROUNDING
    agencies: tuple[str, ...] = ()
    legal_basis: str = ""
    guidance: str = ""
    note: str = ""
    is_reconstructed: bool = False
    evidence_required: str = ""
    due: date | None = None
    effect: Effect = Effect.NORMAL

    @property
    def key(self) -> str:
        """The criterion's key in its table."""
        return self.id

    @property
    def is_survey(self) -> bool:
        """Whether a survey gives its points, so that no unit scores it itself."""
        return self.rule.kind == "survey"


class ScoredLeaf(NamedTuple):
    """A leaf as scoring looks at it: with its maximum, stated or derived, and its effect."""

    criterion: Criterion
    maximum: Decimal | None
    effect: Effect


class CriteriaTree:
    """An immutable tree of criteria; look-ups by id, walks in order.

    Args:
        criteria: the nodes.
        may_exceed: whether bonuses may lift a total over its maximum.
    """

    def __init__(self, criteria: Iterable[Criterion] = (), *, may_exceed: bool = False) -> None:
        self.may_exceed = may_exceed
        self.nodes: Mapping[str, Criterion] = {node.id: node for node in criteria}
        children: dict[str, list[Criterion]] = {}
        for node in self.nodes.values():
            children.setdefault(node.parent, []).append(node)
        self._children: Mapping[str, tuple[str, ...]] = {
            parent: tuple(n.id for n in sorted(nodes, key=lambda n: (n.order, n.id)))
            for parent, nodes in children.items()
        }

    def __len__(self) -> int:
        return len(self.nodes)

    def __getitem__(self, node_id: str) -> Criterion:
        return self.nodes[node_id]

    def __contains__(self, node_id: str) -> bool:
        return node_id in self.nodes

    def children_of(self, node_id: str) -> tuple[str, ...]:
        """Return the children's ids in order; ROOT gives the areas."""
        return self._children.get(node_id, ())

    def is_branch(self, node_id: str) -> bool:
        """Return whether the node has children."""
        return node_id in self._children

    @cached_property
    def walk(self) -> tuple[tuple[Criterion, int], ...]:
        """All nodes with their depth, parents before children, in order."""
        return tuple(self._walk(ROOT, 0))

    def _walk(self, parent: str, depth: int) -> Iterator[tuple[Criterion, int]]:
        stack = [(child, depth) for child in reversed(self.children_of(parent))]
        while stack:
            node_id, level = stack.pop()
            yield self.nodes[node_id], level
            stack.extend((child, level + 1) for child in reversed(self.children_of(node_id)))

    def below(self, node_id: str) -> tuple[Criterion, ...]:
        """Return the node's descendants in order, without the node itself."""
        return tuple(node for node, _ in self._walk(node_id, 0))

    def subtree(self, node_id: str) -> "CriteriaTree":
        """Return a node with all below it as a tree of its own, what it derives written out.

        Its effect is, handed down or not; its maximum too, but a cap that is not set stays open.
        """
        node, effect = self.nodes[node_id], self.effects[node_id]
        has_cap = effect is not Effect.NORMAL and self.is_branch(node_id)
        maximum = node.maximum if has_cap else self.maxima[node_id]
        top = replace(node, parent=ROOT, maximum=maximum, is_balancing=False, effect=effect)
        return CriteriaTree((top, *self.below(node_id)), may_exceed=self.may_exceed)

    @cached_property
    def leaves(self) -> tuple[Criterion, ...]:
        """All nodes without children, in order."""
        return tuple(node for node, _ in self.walk if not self.is_branch(node.id))

    @cached_property
    def scored_leaves(self) -> tuple[ScoredLeaf, ...]:
        """The leaves with what they give at most and what their points do, in order."""
        maxima, effects = self.maxima, self.effects
        return tuple(ScoredLeaf(leaf, maxima[leaf.id], effects[leaf.id]) for leaf in self.leaves)

    @cached_property
    def scored_branches(self) -> tuple[Criterion, ...]:
        """All nodes with children, each after those below it."""
        return tuple(node for node, _ in reversed(self.walk) if self.is_branch(node.id))

    def path(self, node_id: str) -> tuple[Criterion, ...]:
        """Return the chain of nodes from the area down to the node itself."""
        chain = []
        while node_id != ROOT:
            chain.append(self.nodes[node_id])
            node_id = self.nodes[node_id].parent
        return tuple(reversed(chain))

    def area_of(self, node_id: str) -> Criterion:
        """Return the area that the node belongs to."""
        return self.path(node_id)[0]

    def level(self, node_id: str) -> Level:
        """Return what the node is called: area, criterion or component."""
        depth = len(self.path(node_id))
        return (Level.AREA, Level.CRITERION, Level.COMPONENT)[min(depth, 3) - 1]

    def by_code(self, code: str) -> Criterion | None:
        """Return the first node with this code."""
        return next((node for node, _ in self.walk if node.code == code), None)

    @cached_property
    def effects(self) -> Mapping[str, Effect]:
        """What every node does to its parent's points, its own or handed down."""
        found = {ROOT: Effect.NORMAL}
        for node, _ in self.walk:
            found[node.id] = inherited(node.effect, found[node.parent])
        return found

    @cached_property
    def has_effects(self) -> bool:
        """Whether any node is a bonus or a penalty; most sets have none."""
        return any(effect is not Effect.NORMAL for effect in self.effects.values())

    def alike(self, parent: str) -> Iterator[str]:
        """Yield the children whose maxima make up their parent's; ROOT gives areas."""
        effects = self.effects
        whole = effects[parent]
        return (child for child in self.children_of(parent) if effects[child] is whole)

    @cached_property
    def maxima(self) -> Mapping[str, Decimal | None]:
        """The maximum of every node: stated, derived (balancing node), summed, or None.

        Bonuses and penalties are no part of their parent's; a branch of them has its cap here.
        """
        found: dict[str, Decimal | None] = {}
        for node, _ in reversed(self.walk):
            found[node.id] = self._stated(node, found)
        for parent, _ in self.walk:
            self._derive_balancing(parent, found)
        return found

    def _stated(self, node: Criterion, found: Mapping[str, Decimal | None]) -> Decimal | None:
        if node.maximum is not None or not self.is_branch(node.id):
            return None if node.is_balancing else node.maximum
        return _sum_or_none(found[child] for child in self.alike(node.id))

    def _derive_balancing(self, parent: Criterion, found: dict[str, Decimal | None]) -> None:
        children = tuple(self.alike(parent.id))
        balancing = [child for child in children if self.nodes[child].is_balancing]
        if len(balancing) != 1 or parent.maximum is None:
            return
        others = _sum_or_none(found[child] for child in children if child != balancing[0])
        left = None if others is None else parent.maximum - others
        found[balancing[0]] = left if left is None or left >= ZERO else ZERO


def _sum_or_none(values: Iterable[Decimal | None]) -> Decimal | None:
    total = ZERO
    for value in values:
        if value is None:
            return None
        total += value
    return total
