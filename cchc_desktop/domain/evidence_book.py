"""Tập TLKC: the documents of one area of one sheet, numbered by criterion, in one book."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.evidence import Document, DocumentFile, Link
from cchc_desktop.domain.state import State
from cchc_desktop.records import record
from cchc_desktop.wording import evidence_book as words

_PAGES = re.compile(r"(\d{1,5})(?:\s*[-–—]\s*(\d{1,5}))?")
_MOST_PAGES = 5000


@record
class BookEntry:
    """One file of a document under one criterion.

    Args:
        code, name: the criterion.
        number: number of the document under it, from 1.
        document: the document.
        link: what ties them.
        part: 0 for the document's own file, from 1 for its further files.
        file: the further file, None for its own.
    """

    code: str
    name: str
    number: int
    document: Document
    link: Link
    part: int = 0
    file: DocumentFile | None = None

    @property
    def stamp(self) -> str:
        """The number as it is stamped: 7.3-02, a further file of it 7.3-02/1."""
        return f"{self.code}-{self.number:02d}" + (f"/{self.part}" if self.part else "")

    @property
    def sha256(self) -> str:
        """Hash of the content."""
        return self.document.sha256 if self.file is None else self.file.sha256

    @property
    def title(self) -> str:
        """What a bookmark calls it."""
        if self.file is None:
            return self.document.title
        return words.further(self.file.note, self.file.name)

    @property
    def cited(self) -> str:
        """The pages that the link names; they are those of the document's own file."""
        return self.link.page if self.file is None else ""


@record
class Book:
    """A book of documents.

    Args:
        sheet: id of the sheet.
        area: id of the node whose documents it holds.
        entries: in the order of the criteria; a document comes under each that it proves.
    """

    sheet: str
    area: str
    entries: tuple[BookEntry, ...]

    @property
    def contents(self) -> dict[str, tuple[BookEntry, ...]]:
        """Entries by the hash of their content: each stands in the book once."""
        found: dict[str, list[BookEntry]] = {}
        for entry in self.entries:
            found.setdefault(entry.sha256, []).append(entry)
        return {sha256: tuple(entries) for sha256, entries in found.items()}


def book_of(state: State, sheet: str, area: str) -> Book:
    """Return the book of a node of a sheet's set; annexes stand behind their document.

    Raises:
        CchcError: no document is linked there.
    """
    tree, links = state.tree_of_sheet(sheet), state.cell(sheet).links
    annexes: dict[str, list[DocumentFile]] = {}
    for file in state.rows["document_file"].values():
        if not file.is_before:
            annexes.setdefault(file.document, []).append(file)
    entries = tuple(
        each
        for node in (tree[area], *tree.below(area))
        for number, link in enumerate(links.get(node.id, ()), 1)
        for each in _entries(
            BookEntry(node.code, node.name, number, state.documents[link.document], link),
            annexes.get(link.document, ()),
        )
    )
    if not entries:
        raise CchcError(words.empty(tree[area].code), words.attach_first())
    return Book(sheet, area, entries)


def _entries(own: BookEntry, files: Sequence[DocumentFile]) -> Iterator[BookEntry]:
    yield own
    in_order = sorted(files, key=lambda each: (each.order, each.id))
    for part, file in enumerate(in_order, 1):
        yield replace(own, part=part, file=file)


def cited_pages(text: str) -> frozenset[int]:
    """Return the pages that a link names: "3-5, 8" is 3, 4, 5 and 8."""
    found: set[int] = set()
    for first, last in _PAGES.findall(text):
        begin, end = int(first), int(last or first)
        found.update(range(begin, min(end, begin + _MOST_PAGES) + 1))
    return frozenset(found)
