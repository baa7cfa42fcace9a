"""Structure changes of item models, inside context managers that always close."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Protocol

from PySide6.QtCore import QAbstractItemModel, QModelIndex

from cchc_desktop.domain.steps import Inserted, Outline, Removed, Step


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
