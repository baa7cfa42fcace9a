"""The documents to describe, one after the other: where one is, what is done."""

from collections.abc import Sequence

from cchc_desktop.domain.evidence import Document
from cchc_desktop.domain.register import missing_fields
from cchc_desktop.domain.state import State
from cchc_desktop.domain.text import code_key


def lacking(state: State) -> tuple[str, ...]:
    """Return the documents that lack some of their description, as they came, names in order."""
    found = [each for each in state.documents.values() if not each.is_binned]
    found = [each for each in found if missing_fields(each)]
    found.sort(key=lambda each: (each.added_at.date(), code_key(each.name), each.id))
    return tuple(each.id for each in found)


class Queue:
    """Goes through documents; those that are gone meanwhile are passed over.

    Args:
        keys: ids of the documents, in order.
        first: the document to begin with, "" for the first one.
    """

    def __init__(self, keys: Sequence[str], first: str = "") -> None:
        self.keys = tuple(keys)
        self.at = self.keys.index(first) if first in self.keys else 0
        self.saved: set[str] = set()

    @property
    def key(self) -> str:
        """The document that is described now, "" where none is left."""
        return self.keys[self.at] if 0 <= self.at < len(self.keys) else ""

    def go(self, step: int, state: State) -> bool:
        """Go on or back to a document that counts; return whether there was one.

        Going on past the last one leaves the queue without a document.
        """
        at = self.at + step
        while 0 <= at < len(self.keys):
            if is_there(state, self.keys[at]):
                self.at = at
                return True
            at += 1 if step > 0 else -1
        if step > 0:
            self.at = len(self.keys)
        return False

    def done(self, state: State) -> int:
        """Return how many are described, or were saved as they are."""
        return sum(1 for key in self.keys if self.is_done(state, key))

    def is_done(self, state: State, key: str) -> bool:
        """Return whether a document needs no look any more."""
        document = state.documents.get(key)
        is_gone = document is None or document.is_binned
        return is_gone or key in self.saved or not missing_fields(document_of(state, key))

    def undone(self, state: State) -> tuple[str, ...]:
        """Return the documents that are not done."""
        return tuple(key for key in self.keys if not self.is_done(state, key))


def is_there(state: State, key: str) -> bool:
    """Return whether a document counts."""
    document = state.documents.get(key)
    return document is not None and not document.is_binned


def document_of(state: State, key: str) -> Document:
    """Return a document of the state."""
    return state.documents[key]
