"""The first pages of a tập TLKC: which documents it holds, where, and which stand beside it."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from cchc_desktop.domain.evidence_book import Book, BookEntry
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.state import State
from cchc_desktop.reports.document import (
    Block,
    Column,
    Document,
    Heading,
    Paragraph,
    Row,
    Table,
    Words,
)
from cchc_desktop.reports.head import official_head
from cchc_desktop.reports.summary import Stamp, foot_of
from cchc_desktop.wording import evidence_book as words
from cchc_desktop.wording.numerals import shown_date

_MOST_PAGES = 400
_WIDTHS = (24, 91, 26, 24)
Standing = tuple[int, str]
"""The first page of a content in the book, 0 for none, and why it is not in it."""


def book_cover(
    state: State, book: Book, places: Mapping[str, Standing], printed: tuple[Stamp, Round]
) -> Document:
    """Return the cover of a book.

    Args:
        state: the dossier.
        book: what it holds.
        places: where each content stands, by its hash.
        printed: when it is made of which journal, and the round it is made in.
    """
    sheet, node = state.sheets[book.sheet], state.criteria[book.area]
    assessment, unit = state.assessments[sheet.assessment], state.units[sheet.unit].name
    subject = words.subject(words.area(node.code, node.name), unit, assessment.year)
    return Document(
        title=f"{words.KIND}: {subject}",
        author=" ".join(assessment.issuer) or assessment.title,
        printed_at=printed[0].printed_at,
        head=official_head(assessment),
        kind=words.KIND,
        subject=subject,
        foot=foot_of(*printed),
        bodies=(tuple(_body(book, places)),),
        most_pages=_MOST_PAGES,
    )


def _body(book: Book, places: Mapping[str, Standing]) -> Iterator[Block]:
    inside = sum(1 for first, _ in places.values() if first)
    yield Paragraph((Words(words.counted(len(places), inside, len(places) - inside)),))
    for (code, name), entries in groupby(book.entries, key=lambda each: (each.code, each.name)):
        yield Heading(words.area(code, name))
        yield _table(list(entries), places)


def _table(entries: Sequence[BookEntry], places: Mapping[str, Standing]) -> Table:
    columns = zip(words.HEADS, _WIDTHS, strict=True)
    rows = (_row(entry, places[entry.sha256]) for entry in entries)
    return Table(tuple(Column(head, width) for head, width in columns), tuple(rows))


def _row(entry: BookEntry, standing: Standing) -> Row:
    page = _page(standing)
    if entry.file is not None:
        return Row((Words(entry.stamp), Words(entry.title), Words(""), page))
    document = entry.document
    day = shown_date(document.issued_on) if document.issued_on else ""
    number = ", ".join(part for part in (document.number, day) if part)
    what = "; ".join(part for part in (number, document.issuer, document.subject) if part)
    is_named = what and standing[0]
    text = what if is_named else ": ".join(part for part in (what, document.name) if part)
    return Row((Words(entry.stamp), Words(text), Words(entry.cited), page))


def _page(standing: Standing) -> Words:
    first, fault = standing
    return Words(str(first), bold=True) if first else Words(words.apart(fault), italic=True)
