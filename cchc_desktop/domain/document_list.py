"""A list of documents that an office's e-document system exported: columns, rows, matching."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from cchc_desktop.domain.dates import parse_date
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.evidence import Document
from cchc_desktop.domain.text import clean, fold
from cchc_desktop.records import record

_HEAD_ROWS = 40
_FIELDS = ("number", "issued_on", "issuer", "subject", "type_name")
_HEADINGS: Mapping[str, str] = {
    "number": r"so(?: va)? ky hieu(?: van ban| vb)?|so kh|so hieu(?: van ban)?|so van ban|so vb"
              r"|so va ky hieu|ky hieu van ban|so ky hieu goc",
    "figure": r"so|so di|so phat hanh",
    "sign": r"ky hieu",
    "issued_on": r"ngay ban hanh|ngay(?: thang)? van ban|ngay vb|ngay ky|ngay phat hanh|ngay thang"
                 r"|ngay thang nam(?: van ban)?|ngay",
    "issuer": r"co quan ban hanh|noi ban hanh|don vi ban hanh|tac gia(?: van ban)?|co quan"
              r"|don vi soan thao|noi gui|co quan gui|don vi phat hanh|don vi gui",
    "subject": r"(?:ten loai va )?trich yeu(?: noi dung)?(?: van ban| cua van ban)?|noi dung"
               r"|noi dung trich yeu|ten van ban|tieu de",
    "type_name": r"loai van ban|ten loai(?: van ban)?|hinh thuc van ban|loai vb|the loai|loai",
}  # fmt: skip
_FILLED: Mapping[str, str] = {
    "number": "số, ký hiệu", "issued_on": "ngày", "issuer": "cơ quan",
    "subject": "trích yếu", "type_name": "tên loại",
}  # fmt: skip
Rows = Sequence[Sequence[str]]


@record
class ListedDocument:
    """One row of the list.

    Args:
        row: its number in the file, from 1.
        number, issuer, subject, type_name: as the row has them.
        issued_on: None where the row has no day that can be read.
        bad_day: what stands in place of a day.
    """

    row: int
    number: str
    issued_on: date | None = None
    issuer: str = ""
    subject: str = ""
    type_name: str = ""
    bad_day: str = ""


@record
class DocumentList:
    """A list that was read.

    Args:
        rows: those with a number.
        columns: the fields that its headings name.
        without_number: how many rows have none.
    """

    rows: tuple[ListedDocument, ...] = ()
    columns: tuple[str, ...] = ()
    without_number: int = 0


@record
class Match:
    """A document and what the list has for it.

    Args:
        document: as it stands.
        filled: as it would stand; the same where nothing is to be filled.
        row: row of the list, 0 where none or more than one has its number.
        rivals: rows that all have its number.
    """

    document: Document
    filled: Document
    row: int = 0
    rivals: tuple[int, ...] = ()

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that are filled, in words."""
        changed = (f for f in _FIELDS if getattr(self.document, f) != getattr(self.filled, f))
        return tuple(_FILLED[field] for field in changed)


def number_key(number: str) -> str:
    """Return what is equal for one số/ký hiệu in any writing: "055 / tb–vpcp", "55/TB-VPCP"."""
    text = re.sub(r"[–—_]", "-", fold(clean(number)))
    text = re.sub(r"^(so|s)\s*[:.]", "", text)
    return re.sub(r"^0+(?=\d)", "", re.sub(r"\s+", "", text).strip(".,;"))


def read_list(rows: Rows) -> DocumentList:
    """Return the documents of a sheet; columns are recognised by their headings.

    Args:
        rows: the cells as text, from the first row of the sheet.
    """
    head, columns = _heading(rows)
    if not columns:
        return DocumentList()
    found, without = [], 0
    for at, row in enumerate(rows[head + 1 :], start=head + 2):
        cells = {name: clean(row[column]) for name, column in columns.items() if column < len(row)}
        listed = _listed(at, cells)
        if listed is not None:
            found.append(listed)
        elif any(cells.values()):
            without += 1
    return DocumentList(tuple(found), tuple(f for f in _FIELDS if f in columns), without)


def matched(
    listed: DocumentList, documents: Iterable[Document], guessed: Mapping[str, Sequence[str]]
) -> tuple[Match, ...]:
    """Return the documents whose number stands in the list, with what it fills; order stays.

    Only what is empty is filled. Of several rows with one number, day and issuer decide.

    Args:
        listed: the list.
        documents: the register.
        guessed: numbers that documents without one may have, by document.
    """
    book: dict[str, list[ListedDocument]] = {}
    for row in listed.rows:
        book.setdefault(number_key(row.number), []).append(row)
    found = []
    for document in documents:
        numbers = [document.number] if document.number else guessed.get(document.id, ())
        keys = (number_key(number) for number in numbers)
        rows = next((book[key] for key in keys if key in book), [])
        if rows:
            found.append(_match(document, rows))
    return tuple(found)


def _match(document: Document, rows: Sequence[ListedDocument]) -> Match:
    fitting = [row for row in rows if _fits(document, row)]
    same = {replace(row, row=0) for row in fitting}
    if len(same) != 1:
        return Match(document, document, rivals=tuple(row.row for row in rows))
    row = fitting[0]
    values = {f: getattr(document, f) or getattr(row, f) for f in _FIELDS}
    return Match(document, replace(document, **values), row.row)


def _fits(document: Document, row: ListedDocument) -> bool:
    """Return whether nothing that a document says of itself speaks against a row."""
    is_day = not (document.issued_on and row.issued_on) or document.issued_on == row.issued_on
    own, listed = fold(document.issuer), fold(row.issuer)
    return is_day and (not (own and listed) or own in listed or listed in own)


def _heading(rows: Rows) -> tuple[int, dict[str, int]]:
    """Return the row of headings that names most fields, and its columns; {} for none."""
    best: tuple[int, dict[str, int]] = (0, {})
    for at, row in enumerate(rows[:_HEAD_ROWS]):
        columns = _columns(row)
        if len(columns) > len(best[1]):
            best = (at, columns)
    has_number = "number" in best[1] or {"figure", "sign"} <= best[1].keys()
    return best if has_number and len(best[1]) > 1 else (0, {})


def _columns(row: Sequence[str]) -> dict[str, int]:
    """Return the column of each field, the surest heading of a row."""
    found: dict[str, tuple[int, int]] = {}
    for column, cell in enumerate(row):
        words = " ".join(re.findall(r"[a-z0-9]+", fold(clean(cell))))
        for field, shape in _HEADINGS.items():
            surest = len(words) if re.fullmatch(shape, words) else 0
            if surest > found.get(field, (0, 0))[0]:
                found[field] = (surest, column)
    return {field: column for field, (_, column) in found.items()}


def _listed(at: int, cells: Mapping[str, str]) -> ListedDocument | None:
    number = cells.get("number", "")
    figure, sign = cells.get("figure", ""), cells.get("sign", "")
    if not number and figure and sign:
        number = f"{figure}/{sign.lstrip('/')}"
    if not any(char.isdecimal() for char in number):
        return None
    text = cells.get("issued_on", "")
    day, bad = _day(text), ""
    if day is None:
        bad = text
    return ListedDocument(
        at, number, day, cells.get("issuer", ""), cells.get("subject", ""),
        cells.get("type_name", ""), bad,
    )  # fmt: skip


def _day(text: str) -> date | None:
    iso = re.match(r"(\d{4})-(\d\d)-(\d\d)(?:[T ].*)?$", text)
    try:
        return date(*map(int, iso.groups())) if iso else parse_date(text.partition(" ")[0])
    except (ValueError, CchcError):
        return None
