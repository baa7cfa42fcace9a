"""The text of a file, page by page; runs in a child process, where a bad file harms nobody."""

import zipfile
from collections.abc import Callable, Iterator, Mapping
from mmap import ACCESS_READ, mmap
from pathlib import Path
from types import MappingProxyType
from xml.etree.ElementTree import Element, iterparse  # in a child with limits

import docx
import pypdfium2
import python_calamine
from docx.oxml.xmlchemy import BaseOxmlElement
from pypdfium2 import PdfiumError
from pypdfium2.raw import FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY

from cchc_desktop.domain.file_kinds import HEAD, FileKind, kind_of_bytes
from cchc_desktop.domain.text import nfc
from cchc_desktop.domain.texts import ExtractedText, TextFault

MOST_PAGES = 5000
MOST_CHARACTERS = 20_000_000
MOST_UNPACKED = 300 * 1024**2  # bytes of an office file when it is unpacked
_MOST_PARTS = 10_000
_ODF_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BLANKS: Mapping[str, str] = MappingProxyType(
    {f"{_WORD}tab": "\t", f"{_WORD}br": "\n", f"{_WORD}cr": "\n", f"{_WORD}noBreakHyphen": "-"}
)
_NOT_SHOWN = frozenset({  # how it looks, what was taken out, what is said twice for old programs
    f"{_WORD}pPr", f"{_WORD}rPr", f"{_WORD}tblPr", f"{_WORD}trPr", f"{_WORD}del",
    f"{_WORD}moveFrom", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
})  # fmt: skip
_OLE_WORKBOOK = ("Workbook", "Book")
_OLE_OTHERS = ("WordDocument", "PowerPoint Document", "__properties_version1.0")
_OLE_LOCKED = "EncryptedPackage"


class _TooLargeError(Exception):
    """More than anybody reads."""


class _OtherKindError(Exception):
    """A whole file of a kind that is read in its own program alone."""


class _LockedError(Exception):
    """It has a password."""


def text_of(path: Path) -> ExtractedText:
    """Return what can be read of a file, or why nothing can.

    Args:
        path: the file; what it is, is told from its bytes, not from its name.
    """
    try:
        with path.open("rb") as file:
            kind = kind_of_bytes(file.read(HEAD))
        reader = _READERS.get(kind)
        if reader is None:
            return ExtractedText(fault=_FAULTS.get(kind, TextFault.UNKNOWN))
        pages = tuple(_bounded(reader(path)))
    except Exception as error:  # noqa: BLE001  # parsers of foreign files raise whatever they like
        return ExtractedText(fault=_fault_of(error))
    has_text = any(page.strip() for page in pages)
    return ExtractedText(pages, TextFault.NONE if has_text else TextFault.NO_TEXT)


def _bounded(pages: Iterator[str]) -> Iterator[str]:
    left = MOST_CHARACTERS
    for number, page in enumerate(pages):
        left -= len(page)
        if left < 0 or number >= MOST_PAGES:
            raise _TooLargeError
        yield nfc(page)


def _pdf(path: Path) -> Iterator[str]:
    document = pypdfium2.PdfDocument(path)
    try:
        for number in range(len(document)):
            page = document[number]
            words = page.get_textpage()
            yield words.get_text_bounded().replace("\r\n", "\n")
            words.close()
            page.close()
    finally:
        document.close()


def _text(path: Path) -> Iterator[str]:
    yield path.read_bytes()[: MOST_CHARACTERS + 1].decode("utf-8-sig", "replace")


def _zip(path: Path) -> Iterator[str]:
    with zipfile.ZipFile(path) as packed:
        parts = packed.infolist()
        if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
            raise _TooLargeError
        names = {part.filename for part in parts}
    if "word/document.xml" in names:
        return _docx(path)
    if "xl/workbook.xml" in names or "xl/workbook.bin" in names:
        return _sheets(path)
    if "content.xml" in names:
        return _odf(path)
    raise _OtherKindError


def _ole(path: Path) -> Iterator[str]:
    """Yield the sheets of Excel 97; a letter of Word 97 or a mail is whole, but not read here."""
    with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as body:
        names = {
            name
            for name in (*_OLE_WORKBOOK, *_OLE_OTHERS, _OLE_LOCKED)
            if body.find(name.encode("utf-16-le")) >= 0
        }
    if _OLE_LOCKED in names:
        raise _LockedError
    if names.isdisjoint(_OLE_OTHERS):
        return _sheets(path)
    raise _OtherKindError


def _docx(path: Path) -> Iterator[str]:
    """Yield the whole document as one page: where its pages end is the printer's business."""
    yield "\n".join(_lines_of(docx.Document(str(path)).element.body))


def _lines_of(parent: BaseOxmlElement) -> Iterator[str]:
    """Yield paragraphs and rows of tables, those in content controls and insertions too."""
    for part in parent:
        if part.tag == f"{_WORD}p":
            yield "".join(_words_of(part))
        elif part.tag == f"{_WORD}tr":
            yield "\t".join(
                " ".join(filter(None, _lines_of(cell))) for cell in part.iterchildren(f"{_WORD}tc")
            )
        elif part.tag not in _NOT_SHOWN:
            yield from _lines_of(part)


def _words_of(part: BaseOxmlElement) -> Iterator[str]:
    for child in part:
        if child.tag == f"{_WORD}t":
            yield child.text or ""
        elif child.tag in _BLANKS:
            yield _BLANKS[child.tag]
        elif child.tag not in _NOT_SHOWN:
            yield from _words_of(child)


def _sheets(path: Path) -> Iterator[str]:
    book = python_calamine.CalamineWorkbook.from_path(path)
    for name in book.sheet_names:
        rows = book.get_sheet_by_name(name).to_python()
        lines = ("\t".join(map(_cell, row)).rstrip() for row in rows)
        yield "\n".join([name, *(line for line in lines if line)])


def _cell(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.15g}".replace(".", ",")
    return "" if value is None else str(value)


def _odf(path: Path) -> Iterator[str]:
    """Yield the paragraphs of an OpenDocument text."""
    lines = []
    with zipfile.ZipFile(path) as packed, packed.open("content.xml") as body:
        for _, part in iterparse(body):  # noqa: S314  # in a child with limits
            if part.tag in {f"{_ODF_TEXT}p", f"{_ODF_TEXT}h"}:
                lines.append("".join(_words(part)))
                part.clear()
    yield "\n".join(lines)


def _words(part: Element) -> Iterator[str]:
    yield part.text or ""
    for child in part:
        if child.tag in {f"{_ODF_TEXT}s", f"{_ODF_TEXT}tab", f"{_ODF_TEXT}line-break"}:
            yield " "
        yield from _words(child)
        yield child.tail or ""


def _fault_of(error: Exception) -> TextFault:
    if isinstance(error, _TooLargeError | MemoryError):
        return TextFault.TOO_LARGE
    if isinstance(error, _OtherKindError):
        return TextFault.UNKNOWN
    is_locked = isinstance(error, python_calamine.PasswordError | _LockedError) or (
        isinstance(error, PdfiumError) and error.err_code in (FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY)
    )
    return TextFault.LOCKED if is_locked else TextFault.DAMAGED


_READERS: Mapping[FileKind, Callable[[Path], Iterator[str]]] = MappingProxyType(
    {
        FileKind.PDF: _pdf,
        FileKind.ZIP: _zip,
        FileKind.OLE: _ole,
        FileKind.TEXT: _text,
    }
)
_FAULTS: Mapping[FileKind, TextFault] = MappingProxyType(
    {FileKind.IMAGE: TextFault.NO_TEXT, FileKind.PROGRAM: TextFault.PROGRAM}
)
