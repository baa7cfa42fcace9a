"""Throwing documents of the bin away for good: a step that nobody can take back."""

from cchc_desktop.domain.changes import ChangeSet, removed
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.state import State
from cchc_desktop.records import record
from cchc_desktop.wording import evidence as evidence_words
from cchc_desktop.wording import integrity as words


@record
class PurgeDocuments:
    """Remove documents of the bin with their files; whoever runs it drops their contents then.

    Args:
        documents: ids of documents in the bin.
    """

    documents: tuple[str, ...]

    @property
    def title(self) -> str:
        """The step in words."""
        return words.purged(len(self.documents))

    @property
    def is_final(self) -> bool:
        """Contents go with the records: undo would bring back names without bytes."""
        return True

    def plan(self, state: State) -> ChangeSet:
        """Remove files and documents."""
        found = [state.documents.get(key) for key in dict.fromkeys(self.documents)]
        documents = [document for document in found if document is not None]
        if len(documents) < len(found):
            raise CchcError(evidence_words.gone(), evidence_words.undo_removal())
        if not documents:
            raise CchcError(words.purge_nothing(), "")
        for document in documents:
            if not document.is_binned:
                raise CchcError(words.not_binned(document.name), words.bin_first())
        files = [file for document in documents for file in state.files_of(document.id)]
        return removed("document_file", files) + removed("document", documents)
