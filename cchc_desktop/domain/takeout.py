"""The register of documents as it leaves a dossier and comes into one: drafts without storage."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from cchc_desktop.domain.evidence import Document, DocumentFile, Link
from cchc_desktop.domain.state import State
from cchc_desktop.domain.text import clean, code_key, name_key, sort_key
from cchc_desktop.domain.units import Sheet
from cchc_desktop.records import record

_ID = re.compile(r"[0-9A-Za-z_.-]{1,64}")
_ORDER = re.compile(r"[0-9a-z]{0,200}[1-9a-z]")


@record
class LinkDraft:
    """A link by what people call its two ends; the ids help where the dossier knows them.

    Args:
        code, name: the criterion.
        year, assessment: year and title of the assessment.
        unit: name of the unit that is scored.
        page, section, excerpt: the place in the document.
        id, sheet, criterion, order: of the record that it was.
    """

    code: str
    name: str = ""
    year: int = 0
    assessment: str = ""
    unit: str = ""
    page: str = ""
    section: str = ""
    excerpt: str = ""
    id: str = ""
    sheet: str = ""
    criterion: str = ""
    order: str = ""

    @property
    def rank(self) -> tuple[object, ...]:
        """A key that puts links in the order of an index: newest year, unit, code."""
        unit = (sort_key(self.unit), self.sheet)
        return -self.year, self.assessment, unit, code_key(self.code), self.order, self.id


@record
class FileDraft:
    """A further file of a document; ``path`` says where its content lies, "" for nowhere."""

    path: str
    name: str
    sha256: str
    size: Decimal
    added_at: datetime
    note: str = ""
    id: str = ""
    order: str = ""


@record
class DocumentDraft:
    """A document with all that the register knows of it; fields as in ``Document``."""

    path: str
    name: str
    sha256: str
    size: Decimal
    added_at: datetime
    number: str = ""
    issued_on: date | None = None
    issuer: str = ""
    subject: str = ""
    note: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    type_name: str = ""
    id: str = ""
    files: tuple[FileDraft, ...] = ()
    links: tuple[LinkDraft, ...] = ()

    @property
    def contents(self) -> tuple["DocumentDraft | FileDraft", ...]:
        """What has a content: the document itself, then its further files."""
        return self, *self.files

    @property
    def title(self) -> str:
        """What a list shows first: the number, else the file name."""
        return self.number or self.name


@record
class RegisterDraft:
    """A register, or a part of it.

    Args:
        title: what it is the register of.
        documents: the documents in the order of their first criterion.
    """

    title: str
    documents: tuple[DocumentDraft, ...] = ()

    @property
    def rows(self) -> tuple[tuple[LinkDraft | None, DocumentDraft], ...]:
        """Document and criterion, in the order of an index; those without a criterion last."""
        linked = [(link, each) for each in self.documents for link in each.links]
        linked.sort(key=lambda row: row[0].rank)
        return (*linked, *((None, each) for each in self.documents if not each.links))


@record
class Scope:
    """Which part of the register: all of it, or what a sheet, or a node of it, uses.

    Args:
        sheet: id of a sheet, "" for all of the dossier.
        criterion: id of a node of its set: it and what stands below; "" for all.
    """

    sheet: str = ""
    criterion: str = ""


def register_of(state: State, scope: Scope, title: str) -> RegisterDraft:
    """Return the register, or a part of it, without places of files; the bin is left out."""
    links: dict[str, list[LinkDraft]] = {}
    for sheet in _sheets(state, scope):
        for link in _links(state, sheet, scope.criterion):
            links.setdefault(link.document, []).append(_link_draft(state, sheet, link))
    known = [document for document in state.documents.values() if not document.is_binned]
    if scope.sheet:
        known = [document for document in known if document.id in links]
    places = {document: place for place, document in enumerate(links)}
    known.sort(key=lambda each: (places.get(each.id, len(places)), each.added_at, each.id))
    files: dict[str, list[DocumentFile]] = {}
    for file in state.rows["document_file"].values():
        files.setdefault(file.document, []).append(file)
    return RegisterDraft(
        title,
        tuple(
            _document_draft(each, files.get(each.id, ()), links.get(each.id, ())) for each in known
        ),
    )


def place_of(state: State, link: LinkDraft) -> tuple[str, str] | None:
    """Return the sheet and the criterion that a link means here; None where there is none."""
    sheet = state.sheets.get(link.sheet)
    tree = state.tree(sheet.assessment) if sheet is not None else state.tree("")
    if sheet is not None and link.criterion in tree and tree[link.criterion].code == link.code:
        return sheet.id, link.criterion
    for alike in _alike(state, link):
        leaves = state.tree(alike.assessment).leaves
        same = next((node for node in leaves if node.code == clean(link.code)), None)
        if same is not None:
            return alike.id, same.id
    return None


def sound_id(key: str) -> str:
    """Return an id that storage takes as it is, else ""."""
    return key if _ID.fullmatch(key) else ""


def sound_order(order: str) -> str:
    """Return an order key that others can be put between, else ""."""
    return order if _ORDER.fullmatch(order) else ""


def described(draft: DocumentDraft) -> Mapping[str, Any]:
    """Return the fields that describe a document."""
    own = {field.name for field in fields(Document)}
    left_out = {"id", "name", "sha256", "size", "added_at", "binned_at"}
    names = [each.name for each in fields(draft) if each.name in own - left_out]
    return {name: getattr(draft, name) for name in names}


def _sheets(state: State, scope: Scope) -> Iterator[Sheet]:
    if scope.sheet:
        yield state.sheets[scope.sheet]
        return
    for assessment in sorted(state.assessments.values(), key=lambda each: (-each.year, each.id)):
        yield from state.sheets_of(assessment.id)


def _links(state: State, sheet: Sheet, top: str) -> Iterator[Link]:
    """Yield the links of a sheet in the order of its criteria."""
    tree, links = state.tree(sheet.assessment), state.cell(sheet.id).links
    nodes = (tree[top], *tree.below(top)) if top else [node for node, _ in tree.walk]
    for node in nodes if links else ():
        yield from links.get(node.id, ())


def _link_draft(state: State, sheet: Sheet, link: Link) -> LinkDraft:
    assessment, node = state.assessments[sheet.assessment], state.criteria[link.criterion]
    return LinkDraft(
        code=node.code,
        name=node.name,
        year=assessment.year,
        assessment=assessment.title,
        unit=state.units[sheet.unit].name,
        page=link.page,
        section=link.section,
        excerpt=link.excerpt,
        id=link.id,
        sheet=sheet.id,
        criterion=node.id,
        order=link.order,
    )


def _document_draft(
    document: Document, files: Iterable[DocumentFile], links: Iterable[LinkDraft]
) -> DocumentDraft:
    own = {field.name for field in fields(DocumentDraft)}
    values = {
        field.name: getattr(document, field.name) for field in fields(document) if field.name in own
    }
    further = tuple(_file_draft(each) for each in sorted(files, key=lambda f: (f.order, f.id)))
    size = Decimal(document.size)
    return DocumentDraft(**values | {"path": "", "size": size}, files=further, links=tuple(links))


def _file_draft(file: DocumentFile) -> FileDraft:
    size = Decimal(file.size)
    return FileDraft(
        "", file.name, file.sha256, size, file.added_at, file.note, file.id, file.order
    )


def _alike(state: State, link: LinkDraft) -> list[Sheet]:
    """Return the sheets of the unit and the year that a link names, its assessment's first."""
    unit = name_key(link.unit)
    found = [
        sheet
        for sheet in state.sheets.values()
        if state.assessments[sheet.assessment].year == link.year
        and name_key(state.units[sheet.unit].name) == unit
    ]
    title = clean(link.assessment)
    return sorted(found, key=lambda each: state.assessments[each.assessment].title != title)
