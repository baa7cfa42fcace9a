"""What differs between the criteria sets of two years, node by node."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from enum import StrEnum

from cchc_desktop.domain.criteria import ROOT, CriteriaTree, Criterion
from cchc_desktop.domain.effects import Effect
from cchc_desktop.domain.text import fold
from cchc_desktop.records import record

_TEXTS = ("short_name", "chart_name", "legal_basis", "guidance", "note", "method", "rounding")
_NO_NODE = "-"  # no id: ids are letters and digits
_Key = Callable[[Criterion], object]


class Difference(StrEnum):
    """In which way a node differs."""

    ADDED = "added"
    GONE = "gone"
    MAXIMUM = "maximum"
    RULE = "rule"  # or bonus, penalty, neither
    OTHER = "other"  # see Other; else texts, agencies


class Other(StrEnum):
    """What OTHER stands for where it can be named."""

    CODE = "code"
    NAME = "name"
    PLACE = "place"
    EVIDENCE = "evidence"
    DUE = "due"


@record
class DifferenceRow:
    """One node in both sets.

    Args:
        old, new: the node; None where a set has none.
        depth: how deep it lies, 0 for an area.
        is_branch: it has children in one of the sets.
        maxima: its maximum in the old and in the new set.
        found: in which ways it differs; empty for one that stays as it is.
        others: what OTHER stands for, beside texts.
        effects: bonus, penalty or neither, in the old and in the new set.
    """

    old: Criterion | None
    new: Criterion | None
    depth: int
    is_branch: bool
    maxima: tuple[Decimal | None, Decimal | None]
    found: frozenset[Difference]
    others: tuple[Other, ...] = ()
    effects: tuple[Effect, Effect] = (Effect.NORMAL, Effect.NORMAL)

    @property
    def key(self) -> str:
        """Id of the node, in the new set where it is there."""
        return self.node.id

    @property
    def node(self) -> Criterion:
        """The node, as the new set has it where it is there."""
        found = self.new or self.old
        if found is None:
            raise ValueError("a row holds a node")
        return found

    @property
    def is_ruled_anew(self) -> bool:
        """Whether a node of both sets is scored by another rule or other parameters."""
        both = self.old is not None and self.new is not None and not self.is_branch
        return both and _ruled(self.old) != _ruled(self.new)

    @property
    def change(self) -> Decimal | None:
        """How much the maximum changes; a node that is not there counts 0; None = not known."""
        values = [
            Decimal(0) if node is None else maximum
            for node, maximum in zip((self.old, self.new), self.maxima, strict=True)
        ]
        if values[0] is None or values[1] is None:
            return None
        return values[1] - values[0]


def difference(old: CriteriaTree, new: CriteriaTree) -> tuple[DifferenceRow, ...]:
    """Return all nodes of two sets in the order of the new one, gone ones where they stood.

    Nodes are the same by code and name, then by a name that both sets have once, then by code.
    """
    pairs = _pairs(old, new)
    return tuple(_Rows(old, new, pairs).below(ROOT, ROOT, 0))


class _Rows:
    """Both sets and which nodes are the same."""

    def __init__(self, old: CriteriaTree, new: CriteriaTree, pairs: Mapping[str, str]) -> None:
        self._old, self._new, self._pairs = old, new, pairs
        self._backwards = {before: after for after, before in pairs.items()}

    def below(self, old: str, new: str, depth: int) -> Iterator[DifferenceRow]:
        """Yield the rows below a node of both sets."""
        gone = [key for key in self._old.children_of(old) if key not in self._backwards]
        for key in self._new.children_of(new):
            before = self._pairs.get(key, "")
            while gone and before and self._stood_before(gone[0], before):
                yield from self._gone(gone.pop(0), depth)
            yield self._row(before, key, depth)
            yield from self.below(before or _NO_NODE, key, depth + 1)
        for key in gone:
            yield from self._gone(key, depth)

    def _stood_before(self, gone: str, kept: str) -> bool:
        siblings = self._old.children_of(self._old[gone].parent)
        return kept in siblings and siblings.index(gone) < siblings.index(kept)

    def _gone(self, key: str, depth: int) -> Iterator[DifferenceRow]:
        yield self._row(key, "", depth)
        for child in self._old.children_of(key):
            if child not in self._backwards:
                yield from self._gone(child, depth + 1)

    def _row(self, before: str, after: str, depth: int) -> DifferenceRow:
        old = self._old[before] if before else None
        new = self._new[after] if after else None
        maxima = (
            self._old.maxima[before] if before else None,
            self._new.maxima[after] if after else None,
        )
        is_branch = bool(
            (before and self._old.is_branch(before)) or (after and self._new.is_branch(after))
        )
        effects = (
            self._old.effects[before] if before else Effect.NORMAL,
            self._new.effects[after] if after else Effect.NORMAL,
        )
        if old is None or new is None:
            sole = Difference.ADDED if old is None else Difference.GONE
            return DifferenceRow(old, new, depth, is_branch, maxima, frozenset({sole}), (), effects)
        others = self._others(old, new)
        found = {
            Difference.MAXIMUM: maxima[0] != maxima[1],
            Difference.RULE: (not is_branch and _ruled(old) != _ruled(new))
            or effects[0] is not effects[1],
            Difference.OTHER: bool(others) or _texts(old) != _texts(new),
        }
        kinds = frozenset(kind for kind, is_so in found.items() if is_so)
        return DifferenceRow(old, new, depth, is_branch, maxima, kinds, others, effects)

    def _others(self, old: Criterion, new: Criterion) -> tuple[Other, ...]:
        found = {
            Other.CODE: old.code != new.code,
            Other.NAME: old.name != new.name,
            Other.PLACE: self._pairs.get(new.parent, ROOT) != old.parent,
            Other.EVIDENCE: old.evidence_required != new.evidence_required,
            Other.DUE: _last_day(old) != _last_day(new),
        }
        return tuple(other for other, is_so in found.items() if is_so)


def counts(rows: Iterable[DifferenceRow]) -> Mapping[Difference | None, int]:
    """Return how many criteria differ in each way; None counts the ones that stay."""
    found: Counter[Difference | None] = Counter()
    for row in rows:
        if not row.is_branch:
            found.update(row.found or {None})
    return found


def _ruled(node: Criterion | None) -> tuple[object, ...]:
    return () if node is None else (node.rule, node.is_balancing)


def _texts(node: Criterion) -> tuple[object, ...]:
    return (*(getattr(node, name) for name in _TEXTS), node.agencies)


def _last_day(node: Criterion) -> tuple[int, int] | None:
    """Return a last day as two years compare it: a copied set carries it to the new year."""
    return None if node.due is None else (node.due.month, node.due.day)


def _pairs(old: CriteriaTree, new: CriteriaTree) -> dict[str, str]:
    """Return the old node of every new node that has one."""
    pairs: dict[str, str] = {}
    keys: tuple[_Key, ...] = (
        lambda node: (node.code, fold(node.name)),
        lambda node: fold(node.name),
        lambda node: node.code,
    )
    for key in keys:
        taken = set(pairs.values())
        before = _once((node for node, _ in old.walk if node.id not in taken), key)
        after = _once((node for node, _ in new.walk if node.id not in pairs), key)
        pairs |= {after[value]: before[value] for value in after.keys() & before.keys()}
    return pairs


def _once(nodes: Iterable[Criterion], key: _Key) -> dict[object, str]:
    """Return ids by key, without keys that several nodes share."""
    found: dict[object, list[str]] = {}
    for node in nodes:
        found.setdefault(key(node), []).append(node.id)
    return {value: ids[0] for value, ids in found.items() if len(ids) == 1}
