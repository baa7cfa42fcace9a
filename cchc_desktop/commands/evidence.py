"""Evidence: attach, describe, rename, detach."""

from dataclasses import field
from datetime import date, datetime

from cchc_desktop.commands.marks import Place, criterion_to_score
from cchc_desktop.domain.changes import ChangeSet, altered, made, removed
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.evidence import Document, Link, safe_name
from cchc_desktop.domain.ids import new_id, order_between
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.state import State
from cchc_desktop.domain.text import clean
from cchc_desktop.records import record
from cchc_desktop.wording import evidence as words


@record
class Content:
    """Content that the vault holds: name of the file it came from, hash, size in bytes."""

    name: str
    sha256: str
    size: int


@record
class AttachDocument:
    """Link content that stands in the vault to a criterion.

    A document with the same content is linked, not stored twice.
    """

    sheet: str
    criterion: str
    content: Content
    added_at: datetime
    document: str = field(default_factory=new_id)
    link: str = field(default_factory=new_id)

    @property
    def title(self) -> str:
        """The step in words."""
        return words.attached(safe_name(self.content.name))

    def plan(self, state: State) -> ChangeSet:
        """Make the document where the content is new, and the link."""
        criterion_to_score(state, Place(self.sheet, self.criterion, Round.SHEET))
        known = next((d for d in state.documents.values() if d.sha256 == self.content.sha256), None)
        if known is not None:
            back = altered("document", known, {"binned_at": None})
            link = LinkDocument(self.sheet, self.criterion, known.id, self.link)
            return back + link.plan(state.applied(back))
        document = Document(
            id=self.document,
            name=safe_name(self.content.name),
            sha256=self.content.sha256,
            size=self.content.size,
            added_at=self.added_at,
        )
        after = made("document", [document])
        link = LinkDocument(self.sheet, self.criterion, document.id, self.link)
        return after + link.plan(state.applied(after))


def is_attached(state: State, sheet: str, criterion: str, sha256: str) -> bool:
    """Return whether a content is linked to a criterion already."""
    links = state.cell(sheet).links.get(criterion, ())
    documents = (state.documents.get(link.document) for link in links)
    return any(found is not None and found.sha256 == sha256 for found in documents)


@record
class LinkDocument:
    """Link a document of the dossier to one more criterion."""

    sheet: str
    criterion: str
    document: str
    id: str = field(default_factory=new_id)

    @property
    def title(self) -> str:
        """The step in words."""
        return words.linked()

    def plan(self, state: State) -> ChangeSet:
        """Make the link, unless it stands already."""
        criterion_to_score(state, Place(self.sheet, self.criterion, Round.SHEET))
        find_document(state, self.document)
        links = state.cell(self.sheet).links.get(self.criterion, ())
        if any(link.document == self.document for link in links):
            raise CchcError(words.linked_already(), words.see_list())
        order = order_between(links[-1].order if links else "", "")
        link = Link(self.id, self.sheet, self.criterion, self.document, order)
        return made("link", [link])


@record
class DescribeDocument:
    """Write a document's number, dates, issuer, subject and note."""

    document: str
    number: str = ""
    issued_on: date | None = None
    issuer: str = ""
    subject: str = ""
    note: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    type_name: str = ""

    @property
    def title(self) -> str:
        """The step in words."""
        return words.described()

    def plan(self, state: State) -> ChangeSet:
        """Give the document all these fields; its days are in order."""
        begins = self.valid_from or self.issued_on
        if begins is not None and self.valid_until is not None and self.valid_until < begins:
            raise CchcError(words.ends_before(begins, self.valid_until), words.mend_days())
        fields = {
            "number": clean(self.number),
            "issued_on": self.issued_on,
            "issuer": clean(self.issuer),
            "subject": clean(self.subject),
            "note": clean(self.note),
            "valid_from": self.valid_from,
            "valid_until": self.valid_until,
            "type_name": clean(self.type_name),
        }
        return altered("document", find_document(state, self.document), fields)


@record
class RenameDocument:
    """Give a document another file name; its suffix stays."""

    document: str
    name: str

    @property
    def title(self) -> str:
        """The step in words."""
        return words.renamed()

    def plan(self, state: State) -> ChangeSet:
        """Give the document a safe name."""
        document = find_document(state, self.document)
        if not clean(self.name):
            raise CchcError(words.name_empty(), words.type_name())
        _, dot, suffix = document.name.rpartition(".")
        name = safe_name(self.name)
        if dot and not name.lower().endswith(f".{suffix.lower()}"):
            name = safe_name(f"{name}.{suffix}")
        return altered("document", document, {"name": name})


@record
class CitePage:
    """Say which page, section and words of a document prove the criterion."""

    sheet: str
    link: str
    page: str
    section: str = ""
    excerpt: str = ""

    @property
    def title(self) -> str:
        """The step in words."""
        return words.page_cited()

    def plan(self, state: State) -> ChangeSet:
        """Give the link its place in the document."""
        place = {"page": self.page, "section": self.section, "excerpt": self.excerpt}
        fields = {name: clean(text) for name, text in place.items()}
        return altered("link", _link(state, self.sheet, self.link), fields)


@record
class DetachDocument:
    """Take a document from a criterion; it stays in the register, linked to fewer criteria."""

    sheet: str
    link: str

    @property
    def title(self) -> str:
        """The step in words."""
        return words.detached()

    def plan(self, state: State) -> ChangeSet:
        """Remove the link."""
        return removed("link", [_link(state, self.sheet, self.link)])


def find_document(state: State, document: str) -> Document:
    """Return a document that counts.

    Raises:
        CchcError: it is not there, or lies in the bin.
    """
    found = state.documents.get(document)
    if found is None or found.is_binned:
        raise CchcError(words.gone(), words.undo_removal())
    return found


def _link(state: State, sheet: str, link: str) -> Link:
    found = state.cell(sheet).records["link"].get(link)
    if not isinstance(found, Link):
        raise CchcError(words.gone(), words.undo_removal())
    return found
