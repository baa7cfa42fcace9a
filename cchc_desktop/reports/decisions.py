"""What waits for the council's decision, as far as the dossier shows it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TypeVar

from cchc_desktop.domain.criteria import CriteriaTree
from cchc_desktop.domain.losses import Loss, sum_by_method
from cchc_desktop.domain.points import ZERO
from cchc_desktop.domain.scoring import ScoreSheet
from cchc_desktop.domain.units import Task
from cchc_desktop.reports.document import Words
from cchc_desktop.reports.loss_rows import shown_node
from cchc_desktop.reports.texts import points_text
from cchc_desktop.wording import summary as words

Item = tuple[Words, ...]
Demand = tuple[str, str]  # the bold verb, and what follows
_Item = TypeVar("_Item")
_MOST_NODES = 6
_LEAST_SIBLINGS = 3
_FEW_PARTS = 2


def decisions(
    sheet: ScoreSheet, losses: Sequence[Loss], tasks: Sequence[Task], more: Iterable[Demand] = ()
) -> tuple[Item, ...]:
    """Return the numbered items: scoring, agencies, tasks, deadlines, and ``more``."""
    found = [*_scoring(sheet), *_agencies(losses)]
    found.extend(_tasks(sheet.tree, losses, tasks))
    found.extend([*_deadlines(tasks), *more])
    if not found:
        found.append(words.nothing_open())
    return tuple((Words(verb, bold=True), Words(rest)) for verb, rest in found)


def serves(tree: CriteriaTree, task: Task, loss: Loss) -> bool:
    """Return whether a task names a node above the loss and, if known, its agency."""
    codes = {node.code for node in tree.path(loss.criterion.id)}
    if codes.isdisjoint(task.areas):
        return False
    return not loss.agencies or not set(loss.agencies).isdisjoint((*task.owners, *task.partners))


def _scoring(sheet: ScoreSheet) -> Iterator[Demand]:
    missing = sheet.to_score - sheet.scored
    if not sheet.to_score:
        yield words.enter_criteria()
    elif missing:
        yield words.go_on_scoring(missing, sheet.to_score)


def _agencies(losses: Sequence[Loss]) -> Iterator[Demand]:
    sums = sum_by_method(loss for loss in losses if not loss.agencies)
    if sums:
        largest_first = sorted(sums.items(), key=lambda item: -item[1])
        parts = [
            words.points_by_method(points_text(amount), method.value if method else "")
            for method, amount in largest_first
        ]
        yield words.name_agencies(_listed(parts))


def _tasks(tree: CriteriaTree, losses: Sequence[Loss], tasks: Sequence[Task]) -> Iterator[Demand]:
    if losses and not tasks:
        total = sum((loss.amount for loss in losses), ZERO)
        yield words.assign_any_task(points_text(total))
        return
    unserved = [loss for loss in losses if not any(serves(tree, task, loss) for task in tasks)]
    if unserved:
        yield words.assign_tasks(_nodes_text(tree, unserved))


def _deadlines(tasks: Sequence[Task]) -> Iterator[Demand]:
    missing = sum(1 for task in tasks if task.due is None)
    if missing:
        yield words.set_deadlines(missing, len(tasks))


def _nodes_text(tree: CriteriaTree, losses: Sequence[Loss]) -> str:
    by_node = _merged(tree, _grouped(losses, lambda loss: shown_node(tree, loss)))
    order = {node.id: place for place, (node, _) in enumerate(tree.walk)}
    largest = sorted(by_node, key=lambda node: (-_points(by_node[node]), order[node]))
    kept = sorted(largest[:_MOST_NODES], key=lambda node: order[node])
    left = [loss for node in largest[_MOST_NODES:] for loss in by_node[node]]
    listed = ", ".join(
        words.node_points(tree[node].code, points_text(_points(by_node[node]))) for node in kept
    )
    return words.criteria_listed(listed, len(largest) - len(kept), points_text(_points(left)))


def _merged(tree: CriteriaTree, by_node: dict[str, list[Loss]]) -> dict[str, list[Loss]]:
    """Gather three or more siblings under their parent."""
    siblings = _grouped(by_node, lambda node: tree[node].parent)
    found: dict[str, list[Loss]] = {}
    for parent, nodes in siblings.items():
        is_many = len(nodes) >= _LEAST_SIBLINGS and parent in tree
        for node in nodes:
            found.setdefault(parent if is_many else node, []).extend(by_node[node])
    return found


def _grouped(items: Iterable[_Item], key: Callable[[_Item], str]) -> dict[str, list[_Item]]:
    found: dict[str, list[_Item]] = {}
    for item in items:
        found.setdefault(key(item), []).append(item)
    return found


def _points(losses: Iterable[Loss]) -> Decimal:
    return sum((loss.amount for loss in losses), ZERO)


def _listed(parts: Sequence[str]) -> str:
    """Join parts that may have commas of their own."""
    if len(parts) <= _FEW_PARTS:
        return " và ".join(parts)
    return "; ".join(parts)
