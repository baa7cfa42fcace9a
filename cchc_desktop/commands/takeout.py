"""A register that was taken out comes in: documents, further files and links in one step."""

from collections.abc import Iterable

from cchc_desktop.domain.changes import ChangeSet, altered, made
from cchc_desktop.domain.evidence import Document, DocumentFile, Link, safe_name
from cchc_desktop.domain.ids import new_id, order_between
from cchc_desktop.domain.state import State
from cchc_desktop.domain.takeout import (
    DocumentDraft,
    LinkDraft,
    RegisterDraft,
    described,
    place_of,
    sound_id,
    sound_order,
)
from cchc_desktop.records import record
from cchc_desktop.wording import takeout as words


@record
class ImportRegister:
    """Take in documents whose contents stand in the vault, with their files and links.

    Content that a document has already makes none: it is linked, and what was not written about
    it is filled in. Links to criteria that are not here are left out.
    """

    draft: RegisterDraft

    @property
    def title(self) -> str:
        """The step in words."""
        return words.imported(len(self.draft.documents))

    def plan(self, state: State) -> ChangeSet:
        """Make what is not here yet."""
        return _Plan(state).changes(self.draft.documents)


class _Plan:
    """What is here, and what was planned so far."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._files = state.rows["document_file"]
        known = sorted(state.documents.values(), key=lambda each: not each.is_binned)  # last wins
        of_files = ((file.sha256, file.document) for file in self._files.values())
        self._by_content = {sha256: state.documents[key] for sha256, key in of_files}
        self._by_content |= {document.sha256: document for document in known}
        self._taken = {*state.documents, *self._files, *(link.id for link in state.links())}
        self._linked = {(link.sheet, link.criterion, link.document) for link in state.links()}
        self._last: dict[tuple[str, str], str] = {}

    def changes(self, drafts: Iterable[DocumentDraft]) -> ChangeSet:
        """Return all changes: documents first, then what names them."""
        documents, filled, files, links = [], ChangeSet(), list[DocumentFile](), list[Link]()
        for draft in drafts:
            known = self._known(draft)
            if known is None:
                document = self._made(draft)
                documents.append(document)
            else:
                document = known
                filled += _filled(known, draft)
            files += self._further(document, draft)
            links += self._links(document, draft.links)
        made_first = made("document", documents) + filled
        return made_first + made("document_file", files) + made("link", links)

    def _known(self, draft: DocumentDraft) -> Document | None:
        same = self._state.documents.get(draft.id)
        if same is not None and same.sha256 == draft.sha256:
            return same
        return self._by_content.get(draft.sha256)

    def _made(self, draft: DocumentDraft) -> Document:
        return Document(
            id=self._id(draft.id),
            name=safe_name(draft.name),
            sha256=draft.sha256,
            size=int(draft.size),
            added_at=draft.added_at,
            **described(draft),
        )

    def _further(self, document: Document, draft: DocumentDraft) -> list[DocumentFile]:
        there = self._state.files_of(document.id)
        contents = {document.sha256, *(file.sha256 for file in there)}
        last, found = there[-1].order if there else "", list[DocumentFile]()
        for file in draft.files:
            if file.sha256 in contents:
                continue
            contents.add(file.sha256)
            kept = "" if there else sound_order(file.order)
            order = kept or order_between(last, "")
            last = max(last, order)
            found.append(
                DocumentFile(
                    self._id(file.id),
                    document.id,
                    order,
                    safe_name(file.name),
                    file.sha256,
                    int(file.size),
                    file.added_at,
                    file.note,
                )
            )
        return found

    def _links(self, document: Document, drafts: Iterable[LinkDraft]) -> list[Link]:
        found = []
        for draft in drafts:
            place = place_of(self._state, draft)
            if place is None or (*place, document.id) in self._linked:
                continue
            self._linked.add((*place, document.id))
            order = self._order(place, draft.order)
            found.append(
                Link(
                    self._id(draft.id),
                    *place,
                    document.id,
                    order,
                    draft.page,
                    draft.section,
                    draft.excerpt,
                )
            )
        return found

    def _order(self, place: tuple[str, str], wanted: str) -> str:
        """Return the order that a link had where nothing stands there, else one behind all."""
        there = self._state.cell(place[0]).links.get(place[1], ())
        if not there and sound_order(wanted):
            self._last[place] = max(wanted, self._last.get(place, ""))
            return wanted
        last = self._last.get(place) or (there[-1].order if there else "")
        self._last[place] = order_between(last, "")
        return self._last[place]

    def _id(self, wanted: str) -> str:
        key = sound_id(wanted)
        if not key or key in self._taken:
            key = new_id()
        self._taken.add(key)
        return key


def _filled(known: Document, draft: DocumentDraft) -> ChangeSet:
    """Return the changes that write what was not written, and take it out of the bin."""
    fields = {name: value for name, value in described(draft).items() if not getattr(known, name)}
    if {"valid_from", "valid_until", "issued_on"} - set(fields):
        fields = {name: value for name, value in fields.items() if not name.startswith("valid_")}
    return altered("document", known, fields | {"binned_at": None})
