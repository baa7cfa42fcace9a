"""What does not fit between effects: a bonus below a penalty, a rest, a rule that starts full."""

from collections.abc import Iterator

from cchc_desktop.domain.criteria import CriteriaTree
from cchc_desktop.domain.effects import Effect
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.rules.deduction import DeductionRule
from cchc_desktop.records import record
from cchc_desktop.wording import effects as words


@record
class EffectFault:
    """One fault: the field it lies in, what is wrong, how it is mended."""

    node: str
    field: str
    sentence: str
    hint: str


def effect_fault(tree: CriteriaTree, node_id: str) -> EffectFault | None:
    """Return why a node cannot have its effect, or None where it can."""
    node, effect = tree[node_id], tree.effects[node_id]
    if effect is Effect.NORMAL:
        return None
    if node.effect not in (Effect.NORMAL, effect):
        sentence = words.mixed(node.code, node.effect.value, effect.value)
        return EffectFault(node_id, "effect", sentence, words.mend_mixed())
    if node.is_balancing:
        sentence = words.rest_has_none(node.code)
        return EffectFault(node_id, "is_balancing", sentence, words.split_first())
    is_leaf = not tree.is_branch(node_id)
    if effect is Effect.PENALTY and is_leaf and isinstance(node.rule, DeductionRule):
        return EffectFault(node_id, "rule", words.starts_full(node.code), words.other_rule())
    return None


def effect_faults(tree: CriteriaTree) -> Iterator[EffectFault]:
    """Yield the faults of a set in its order."""
    for node, _ in tree.walk:
        fault = effect_fault(tree, node.id)
        if fault is not None:
            yield fault


def refuse_effect_faults(tree: CriteriaTree, node_id: str) -> None:
    """Refuse a fault at or below a node.

    Raises:
        CchcError: names the criterion and what to do.
    """
    for node in (tree[node_id], *tree.below(node_id)):
        fault = effect_fault(tree, node.id)
        if fault is not None:
            raise CchcError(fault.sentence, fault.hint)
