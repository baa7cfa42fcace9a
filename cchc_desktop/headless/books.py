"""Tập TLKC from the command line: one PDF, or one for each area that has documents."""

from pathlib import Path

from cchc_desktop.clock import now
from cchc_desktop.domain.criteria import ROOT
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.evidence_book import Book, book_of
from cchc_desktop.domain.text import clean
from cchc_desktop.exchange.evidence_book import MadeBook, Places, make_book
from cchc_desktop.headless.attach import sheet_of
from cchc_desktop.progress import Progress
from cchc_desktop.reports.evidence_book import book_cover
from cchc_desktop.reports.summary import Stamp
from cchc_desktop.reports.writers import as_pdf
from cchc_desktop.session import Session
from cchc_desktop.wording import evidence_book as words
from cchc_desktop.wording import headless as told

_PDF = ".pdf"


def write_books(
    session: Session, unit: str, code: str, out: Path
) -> tuple[tuple[Book, MadeBook], ...]:
    """Write the documents of a unit's newest sheet.

    Args:
        session: the dossier.
        unit: name of the unit, "" for the only one.
        code: the area or criterion, "" for each area that has documents.
        out: the PDF, where a code is given; else the folder of the PDFs, made where it is not.

    Raises:
        CchcError: there is no such unit or code, nothing is linked there, or it cannot be written.
    """
    sheet = sheet_of(session.state, unit)
    if code:
        node = session.state.tree_of_sheet(sheet).by_code(clean(code))
        if node is None:
            raise CchcError(told.no_criterion(code), told.see_codes())
        if out.suffix.lower() != _PDF:
            raise CchcError(words.not_pdf(out.name), words.name_pdf())
        return (_write(session, book_of(session.state, sheet, node.id), out),)
    if out.suffix.lower() == _PDF:
        raise CchcError(words.which_area(), words.name_area())
    books = _of_areas(session, sheet)
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CchcError(words.no_folder(str(out)), words.other_place()) from error
    return tuple(_write(session, book, out / f"{name}{_PDF}") for name, book in books.items())


def _of_areas(session: Session, sheet: str) -> dict[str, Book]:
    """Return the books of all areas that have documents, by the names of their files."""
    tree, found = session.state.tree_of_sheet(sheet), dict[str, Book]()
    links = session.state.cell(sheet).links
    for area in tree.children_of(ROOT):
        nodes = (area, *(node.id for node in tree.below(area)))
        if any(links.get(node) for node in nodes):
            name = words.file_name(tree[area].code)
            found[name] = book_of(session.state, sheet, area)
    if not found:
        raise CchcError(words.nothing(), words.attach_first())
    return found


def _write(session: Session, book: Book, out: Path) -> tuple[Book, MadeBook]:
    state = session.state
    printed = Stamp(now(), session.store.head), state.last_round(book.sheet)

    def cover(places: Places) -> bytes:
        standing = {key: (place.first, place.fault.value) for key, place in places.items()}
        return as_pdf(book_cover(state, book, standing, printed))[0]

    return book, make_book(session.store.vault, book, cover, out, Progress())
