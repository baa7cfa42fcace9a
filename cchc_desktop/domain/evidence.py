"""Evidence (tài liệu kiểm chứng): documents and their links to criteria."""

import re
from datetime import date, datetime

from cchc_desktop.domain.text import nfc
from cchc_desktop.records import record
from cchc_desktop.wording.evidence import version_before

_FORBIDDEN = re.compile('[\x00-\x1f\x7f<>:"/\\\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|con(in|out)\$|com[0-9¹²³]|lpt[0-9¹²³]) *(\..*)?")
_PAGE = re.compile(r"(?<!\d)[0-9]{1,5}(?!\d)")
_MOST_NAME = 120
_MOST_BYTES = 240  # Linux takes 255 of one name; a draft beside it needs a few
_MOST_SUFFIX = 10


@record
class Document:
    """One document of the dossier; its content stands in the vault under its hash.

    Args:
        id: its key.
        name: file name, NFC, safe on Windows.
        sha256: hash of the content, 64 hex digits.
        size: bytes.
        added_at: when it was added.
        number: số/ký hiệu.
        issued_on: ngày ban hành.
        issuer: cơ quan ban hành.
        subject: trích yếu.
        note: a note.
        valid_from, valid_until: first and last day it is in force; None = open.
        type_name: tên loại: Quyết định, Kế hoạch, Báo cáo...
        binned_at: when it was put into the bin; None = it counts.
    """

    id: str
    name: str
    sha256: str
    size: int
    added_at: datetime
    number: str = ""
    issued_on: date | None = None
    issuer: str = ""
    subject: str = ""
    note: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    type_name: str = ""
    binned_at: datetime | None = None

    @property
    def key(self) -> str:
        """The document's key in its table."""
        return self.id

    @property
    def is_binned(self) -> bool:
        """Whether it lies in the bin until it is restored or purged."""
        return self.binned_at is not None

    @property
    def title(self) -> str:
        """What a list shows first: the number, else the file name."""
        return self.number or self.name

    def is_in_force(self, year: int) -> bool:
        """Return whether it is in force on a day of a year; it is from its issue, if not later."""
        begins = self.valid_from or self.issued_on
        has_begun = begins is None or begins.year <= year
        return has_begun and (self.valid_until is None or self.valid_until.year >= year)


@record
class DocumentFile:
    """A further file of a document: an annex, or what stood there before a better scan.

    Args:
        id: its key.
        document: id of the document.
        order: order key among the document's files.
        name: file name, NFC, safe on Windows.
        sha256: hash of the content, 64 hex digits.
        size: bytes.
        added_at: when it was added.
        note: what it is, "phụ lục", "bản trước".
    """

    id: str
    document: str
    order: str
    name: str
    sha256: str
    size: int
    added_at: datetime
    note: str = ""

    @property
    def key(self) -> str:
        """The file's key in its table."""
        return self.id

    @property
    def is_before(self) -> bool:
        """Whether it is what stood there before a newer file: nothing leans on it any more."""
        return self.note == version_before()


@record
class Link:
    """A document that proves a criterion of a sheet, with the place in it that does.

    Args:
        id: its key.
        sheet: id of the sheet.
        criterion: id of the criterion.
        document: id of the document.
        order: order key among the links of one criterion.
        page: page or pages, as people write them: "3-5".
        section: mục, điều, khoản.
        excerpt: the words that prove it.
    """

    id: str
    sheet: str
    criterion: str
    document: str
    order: str
    page: str = ""
    section: str = ""
    excerpt: str = ""

    @property
    def key(self) -> str:
        """The link's key in its table."""
        return self.id

    @property
    def page_index(self) -> int:
        """The first page that it cites, from 0; 0 too where it names none."""
        first = _PAGE.search(self.page)
        return max(0, int(first.group()) - 1) if first is not None else 0


def safe_name(name: str) -> str:
    """Return a file name that Windows and Linux accept, in NFC and at most 120 characters.

    Path parts (``..``, drive, folders), reserved names (CON, LPT1), control and direction
    marks are taken out; the suffix is kept.
    """
    readable = name.encode("utf-8", "replace").decode()  # a Linux name may hold broken bytes
    last = nfc(readable).replace("\\", "/").rsplit("/", 1)[-1]
    last = _FORBIDDEN.sub("_", last).strip(" .")
    if not last:
        return "tai-lieu"
    if _RESERVED.fullmatch(last):
        last = f"_{last}"
    _, dot, suffix = last.rpartition(".")
    tail = f".{suffix}" if dot and 0 < len(suffix) <= _MOST_SUFFIX else ""
    return f"{_cut(last.removesuffix(tail), tail)}{tail}"


def _cut(stem: str, tail: str) -> str:
    """Return as much of a stem as fits before its suffix, in characters and in bytes."""
    bytes_left = _MOST_BYTES - len(tail.encode())
    fitting = stem[: _MOST_NAME - len(tail)].encode()[:bytes_left].decode("utf-8", "ignore")
    return fitting.rstrip(" .") or "tai-lieu"
