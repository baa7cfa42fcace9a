"""What the cells of the tree of the set say."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from cchc_desktop.domain.audit import marked
from cchc_desktop.domain.criteria import CriteriaTree, Criterion
from cchc_desktop.domain.rules.ratio import Ratio
from cchc_desktop.wording import effects
from cchc_desktop.wording.dossier import method_short
from cchc_desktop.wording.rule_forms import rule_short
from ui.criteria.columns import Column

NOT_SPLIT = "(phần chưa tách)"


def maximum_text(tree: CriteriaTree, node: Criterion) -> str:
    """Return the maximum with its sign, one decimal always written; "?" where it is not known."""
    return effects.maximum_text(tree.effects[node.id].value, tree.maxima[node.id])


def rule_text(tree: CriteriaTree, node: Criterion) -> str:
    """Return how the node is scored, in two or three words."""
    if tree.is_branch(node.id):
        return rule_short("sum", has_base=False)
    if node.is_balancing:
        return "Phần chưa tách"
    has_base = isinstance(node.rule, Ratio) and bool(node.rule.base)
    return rule_short(node.rule.kind, has_base=has_base)


def method_text(tree: CriteriaTree, node: Criterion) -> str:
    """Return how the points come about; a branch says nothing."""
    return "" if tree.is_branch(node.id) else method_short(node.method or "")


def findings_text(tree: CriteriaTree, node: Criterion) -> str:
    """Return what is wrong, refuted or open, one a line."""
    return "\n".join(finding.sentence for finding in marked(tree, node.id))


READERS: Mapping[int, Callable[[CriteriaTree, Criterion], str]] = MappingProxyType(
    {
        Column.CODE: lambda _, node: node.code,
        Column.NAME: lambda _, node: node.name,
        Column.MAXIMUM: maximum_text,
        Column.RULE: rule_text,
        Column.METHOD: method_text,
        Column.MARK: lambda _tree, _node: "",
    }
)
"""Text by column."""
