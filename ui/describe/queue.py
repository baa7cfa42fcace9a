"""The documents to describe, one after the other: where one is, what is done."""

from collections.abc import Mapping, Sequence

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
        self._saved: dict[str, Document] = {}  # as they stood when they were saved
        self._done: set[str] = set()
        self._seen: dict[str, Document | None] = {}
        self._documents: Mapping[str, Document] | None = None

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

    def save(self, key: str, state: State) -> None:
        """Take a document as done, whatever it still lacks, until the step is undone."""
        self._saved[key] = state.documents[key]
        self._seen.pop(key, None)
        self._documents = None

    def done(self, state: State) -> int:
        """Return how many are described, or were saved as they are."""
        self._look(state)
        return len(self._done)

    def is_done(self, state: State, key: str) -> bool:
        """Return whether a document needs no look any more."""
        self._look(state)
        return key in self._done

    def undone(self, state: State) -> tuple[str, ...]:
        """Return the documents that are not done."""
        self._look(state)
        return tuple(key for key in self.keys if key not in self._done)

    def was_saved(self, state: State, key: str) -> bool:
        """Return whether a document stands as it was saved here."""
        return key in self._saved and self._saved[key] == state.documents.get(key)

    def _look(self, state: State) -> None:
        """Look again at the documents that changed since the last look."""
        documents = state.documents
        if documents is self._documents:
            return
        self._documents = documents
        for key in self.keys:
            document = documents.get(key)
            if key in self._seen and self._seen[key] is document:
                continue
            self._seen[key] = document
            is_gone = document is None or document.is_binned
            if is_gone or self.was_saved(state, key) or not missing_fields(documents[key]):
                self._done.add(key)
            else:
                self._done.discard(key)


def is_there(state: State, key: str) -> bool:
    """Return whether a document counts."""
    document = state.documents.get(key)
    return document is not None and not document.is_binned
