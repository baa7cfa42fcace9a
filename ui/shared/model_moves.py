"""Structure changes of item models, inside context managers that always close."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Protocol, TypeVar

from PySide6.QtCore import QAbstractItemModel, QModelIndex

from cchc_desktop.domain.steps import Inserted, Outline, Removed, Step

_RowT = TypeVar("_RowT")


class OutlineModel(Protocol):
    """An item model whose rows are the nodes of an outline."""

    @property
    def outline(self) -> Outline:
        """The nodes as they are shown."""
        ...

    def index_of(self, node: str, column: int = 0) -> QModelIndex:
        """Return the index of a node; ROOT gives the invalid one."""
        ...


@contextmanager
def inserting(
    model: QAbstractItemModel, parent: QModelIndex, first: int, last: int
) -> Iterator[None]:
    """Announce rows that come in."""
    model.beginInsertRows(parent, first, last)
    try:
        yield
    finally:
        model.endInsertRows()


@contextmanager
def removing(
    model: QAbstractItemModel, parent: QModelIndex, first: int, last: int
) -> Iterator[None]:
    """Announce rows that go."""
    model.beginRemoveRows(parent, first, last)
    try:
        yield
    finally:
        model.endRemoveRows()


@contextmanager
def moving(
    model: QAbstractItemModel, source: QModelIndex, first: int, target: QModelIndex, to: int
) -> Iterator[None]:
    """Announce one row that moves before row ``to`` of another or the same parent."""
    if not model.beginMoveRows(source, first, first, target, to):
        raise ValueError(f"a row cannot move from {first} to {to}")
    try:
        yield
    finally:
        model.endMoveRows()


@contextmanager
def resetting(model: QAbstractItemModel) -> Iterator[None]:
    """Announce that everything is different: another file or assessment."""
    model.beginResetModel()
    try:
        yield
    finally:
        model.endResetModel()


def follow(model: QAbstractItemModel, shown: OutlineModel, steps: Iterable[Step]) -> None:
    """Take a model through steps; ``shown`` is the same object, seen as an outline."""
    for step in steps:
        if isinstance(step, Inserted):
            last = step.first + len(step.nodes) - 1
            with inserting(model, shown.index_of(step.parent), step.first, last):
                shown.outline.apply(step)
        elif isinstance(step, Removed):
            last = step.first + step.count - 1
            with removing(model, shown.index_of(step.parent), step.first, last):
                shown.outline.apply(step)
        else:
            source, target = shown.index_of(step.parent), shown.index_of(step.to_parent)
            with moving(model, source, step.first, target, step.to):
                shown.outline.apply(step)


def swap_rows(
    model: QAbstractItemModel,
    rows: tuple[tuple[_RowT, ...], tuple[_RowT, ...]],
    key: Callable[[_RowT], str],
    put: Callable[[tuple[_RowT, ...]], None],
) -> None:
    """Announce what lies between the common beginning and the common end of two lists.

    Args:
        model: a table.
        rows: those that stand, and those that shall.
        key: tells a row from others.
        put: keeps rows in the model.
    """
    old, new = [[key(row) for row in each] for each in rows]
    most = min(len(old), len(new))
    first = next((n for n in range(most) if old[n] != new[n]), most)
    room = range(1, most - first + 1)
    tail = next((n - 1 for n in room if old[-n] != new[-n]), most - first)
    if len(old) - tail > first:
        with removing(model, QModelIndex(), first, len(old) - tail - 1):
            put(rows[0][:first] + rows[0][len(old) - tail :])
    if len(new) - tail > first:
        with inserting(model, QModelIndex(), first, len(new) - tail - 1):
            put(rows[1])
