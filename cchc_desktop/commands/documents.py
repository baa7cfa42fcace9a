"""The register of documents: documents without a criterion, further files, the bin."""

from collections.abc import Iterable
from dataclasses import field
from datetime import datetime

from cchc_desktop.commands.evidence import Content, find_document
from cchc_desktop.domain.changes import ChangeSet, altered, made, removed
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.evidence import Document, DocumentFile, safe_name
from cchc_desktop.domain.ids import new_id, order_between
from cchc_desktop.domain.state import State
from cchc_desktop.domain.text import clean
from cchc_desktop.records import record
from cchc_desktop.wording import evidence as words


@record
class RegisterDocument:
    """Enter content that stands in the vault as a document that no criterion uses yet.

    Content that a document has already makes none; one in the bin comes back.
    """

    content: Content
    added_at: datetime
    id: str = field(default_factory=new_id)

    @property
    def title(self) -> str:
        """The step in words."""
        return words.attached(safe_name(self.content.name))

    def plan(self, state: State) -> ChangeSet:
        """Make the document."""
        known = next((d for d in state.documents.values() if d.sha256 == self.content.sha256), None)
        if known is not None:
            return altered("document", known, {"binned_at": None})
        name = safe_name(self.content.name)
        content = self.content
        document = Document(self.id, name, content.sha256, content.size, self.added_at)
        return made("document", [document])


@record
class AddFile:
    """Give a document one more file: an annex, or the version before.

    Args:
        document: id of the document.
        content: what stands in the vault.
        added_at: when.
        note: what the file is.
        is_newer: the content becomes the document's file, and what it had a further one.
    """

    document: str
    content: Content
    added_at: datetime
    note: str = ""
    is_newer: bool = False
    id: str = field(default_factory=new_id)

    @property
    def title(self) -> str:
        """The step in words."""
        return words.file_added(safe_name(self.content.name))

    def plan(self, state: State) -> ChangeSet:
        """Make the further file; swap it with the document's own where it is newer."""
        document = find_document(state, self.document)
        files = state.files_of(document.id)
        content = self.content
        if content.sha256 in {document.sha256, *(each.sha256 for each in files)}:
            raise CchcError(words.file_there(), words.see_files())
        order = order_between(files[-1].order if files else "", "")
        name, note = safe_name(content.name), clean(self.note)
        if not self.is_newer:
            file = DocumentFile(
                self.id, document.id, order, name, content.sha256, content.size, self.added_at, note
            )
            return made("document_file", [file])
        before = DocumentFile(
            self.id, document.id, order, document.name, document.sha256, document.size,
            document.added_at, note or words.version_before(),
        )  # fmt: skip
        fields = {"name": name, "sha256": content.sha256, "size": content.size}
        newer = altered("document", document, {**fields, "added_at": self.added_at})
        return newer + made("document_file", [before])


@record
class RemoveFile:
    """Take a further file from its document; the bytes stay until the bin is purged."""

    file: str

    @property
    def title(self) -> str:
        """The step in words."""
        return words.file_removed()

    def plan(self, state: State) -> ChangeSet:
        """Remove the file's record."""
        found = state.rows["document_file"].get(self.file)
        if found is None:
            raise CchcError(words.gone(), words.undo_removal())
        return removed("document_file", [found])


@record
class BinDocuments:
    """Put documents into the bin: they leave their criteria and count no more."""

    documents: tuple[str, ...]
    at: datetime

    @property
    def title(self) -> str:
        """The step in words."""
        return words.binned(len(self.documents))

    def plan(self, state: State) -> ChangeSet:
        """Remove the links, mark the documents."""
        found = [find_document(state, key) for key in dict.fromkeys(self.documents)]
        keys = {document.id for document in found}
        changes = removed("link", [link for link in state.links() if link.document in keys])
        return changes + _marked(found, self.at)


@record
class RestoreDocuments:
    """Take documents out of the bin; they are linked anew by whoever needs them."""

    documents: tuple[str, ...]

    @property
    def title(self) -> str:
        """The step in words."""
        return words.restored(len(self.documents))

    def plan(self, state: State) -> ChangeSet:
        """Take the marks away."""
        found = [state.documents.get(key) for key in dict.fromkeys(self.documents)]
        if None in found:
            raise CchcError(words.gone(), words.undo_removal())
        return _marked([document for document in found if document is not None], None)


def _marked(documents: Iterable[Document], at: datetime | None) -> ChangeSet:
    changes = ChangeSet()
    for document in documents:
        changes += altered("document", document, {"binned_at": at})
    return changes
