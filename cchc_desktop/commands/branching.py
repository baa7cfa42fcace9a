"""A leaf that gets its first child: it becomes a sum and hands on what it may."""

from collections.abc import Collection

from cchc_desktop.commands.sets import entries_of
from cchc_desktop.commands.sittings import items_removed_with
from cchc_desktop.domain.appraisal import assigned_to
from cchc_desktop.domain.changes import ChangeSet, altered, removed
from cchc_desktop.domain.criteria import ROOT, CriteriaTree
from cchc_desktop.domain.evidence import Link
from cchc_desktop.domain.ids import order_between
from cchc_desktop.domain.rules.manual import Manual
from cchc_desktop.domain.sitting_rows import items_at
from cchc_desktop.domain.state import State


def becomes_sum(state: State, tree: CriteriaTree, parent: str, heir: str = "") -> ChangeSet:
    """Return what happens to a leaf that gets its first child: a branch is a sum.

    It gives up its marks and listed losses. Its documents go down to the heir, or stay with it.

    Args:
        state: the dossier.
        tree: the set.
        parent: the node that gets a child; nothing happens to a branch.
        heir: the leaf that takes the documents, "" to leave them.
    """
    if parent == ROOT or tree.is_branch(parent):
        return ChangeSet()
    node = tree[parent]
    changes = ChangeSet()
    for sheet in state.sheets_of(node.assessment):
        for table in ("mark", "deduction"):
            rows = state.cell(sheet.id).records[table].values()
            changes += removed(table, [row for row in rows if row.criterion == parent])
        if heir:
            links = state.cell(sheet.id).links
            changes += _handed_down(links.get(parent, ()), links.get(heir, ()), heir)
    changes += items_removed_with(state, criteria=(parent,))
    return changes + altered(
        "criterion", node, {"rule": Manual(), "is_balancing": False, "maximum": tree.maxima[parent]}
    )


def entered_at(state: State, assessment: str, criteria: Collection[str]) -> dict[str, int]:
    """Return how much stands at some criteria, by table: entries, sittings, who appraises them."""
    counts = entries_of(state, assessment, criteria)
    counts["sitting_item"] = len(items_at(state, criteria=criteria))
    counts["assignment"] = len(assigned_to(state, criteria))
    return {table: count for table, count in counts.items() if count}


def _handed_down(links: tuple[Link, ...], there: tuple[Link, ...], heir: str) -> ChangeSet:
    """Move links behind those of the heir; a document it has already is not linked twice."""
    changes, last = ChangeSet(), there[-1].order if there else ""
    known = {link.document for link in there}
    for link in links:
        if link.document in known:
            changes += removed("link", [link])
            continue
        last = order_between(last, "")
        changes += altered("link", link, {"criterion": heir, "order": last})
    return changes
