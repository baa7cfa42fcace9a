"""The index of a register as a workbook: one row a document and criterion, links to the files."""

from collections.abc import Callable
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from cchc_desktop.domain.takeout import DocumentDraft, LinkDraft, RegisterDraft
from cchc_desktop.wording import takeout as words

_WIDTHS = (7, 24, 8, 42, 38, 18, 13, 24, 48, 14, 9, 14, 40, 13, 13, 24)
_FILE_WIDTHS = (30, 60, 30)
_MOST_LINKS = 65_000  # a sheet takes 65.530
_MOST_TEXT = 32_000  # a cell takes 32.767
_LINK = 4
_HEAD_ROW = 2
_LINKS_OF = "xl/worksheets/_rels/"
_A4 = 9


def index_xlsx(draft: RegisterDraft) -> bytes:
    """Return the index as the bytes of a workbook, its links relative to where it lies."""
    import xlsxwriter

    body = BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    book = xlsxwriter.Workbook(body, options)
    sheet = _Sheet(book, words.INDEX_TITLE[:31], words.HEADS, _WIDTHS)
    rows = draft.rows
    sheet.title(draft.title, words.counted(len(draft.documents), len(rows)))
    for link, document in rows:
        sheet.add(_cells(link, document), {_LINK: document.path})
    sheet.finish()
    files = [(document, file) for document in draft.documents for file in document.files]
    if files:
        further = _Sheet(book, words.FILES_SHEET, words.FILE_HEADS, _FILE_WIDTHS)
        further.title(words.FILES_SHEET, "")
        for document, file in files:
            further.add((document.title, file.name, file.note), {1: file.path})
        further.finish()
    book.close()
    return _with_slashes(body)


def _with_slashes(body: BytesIO) -> bytes:
    """Return a workbook whose links go the way of every system, not of Windows alone."""
    found = BytesIO()
    with ZipFile(body) as old, ZipFile(found, "w", ZIP_DEFLATED) as new:
        for info in old.infolist():
            part = old.read(info)
            if info.filename.startswith(_LINKS_OF):
                part = part.replace(b"\\", b"/")
            new.writestr(info, part, ZIP_DEFLATED)
    return found.getvalue()


def _cells(link: LinkDraft | None, document: DocumentDraft) -> tuple[Any, ...]:
    at = link or LinkDraft("", words.UNLINKED)
    name = document.name if document.path else f"{document.name} ({words.DAMAGED})"
    return (
        at.year or "", at.unit, at.code, at.name, name, document.number, document.issued_on,
        document.issuer, document.subject, document.type_name, at.page, at.section, at.excerpt,
        document.valid_from, document.valid_until, document.note,
    )  # fmt: skip


class _Sheet:
    """A sheet with a title, a head that stays, a filter, and a print on A4 across."""

    def __init__(
        self, book: Any, name: str, heads: tuple[str, ...], widths: tuple[int, ...]
    ) -> None:
        self._sheet, self._heads = book.add_worksheet(name), heads
        font = {"font_name": "Times New Roman", "font_size": 11}
        cell = {**font, "valign": "top", "text_wrap": True, "border": 4, "border_color": "#999999"}
        self._bold = book.add_format({**font, "bold": True, "font_size": 14})
        self._plain = book.add_format(font)
        self._cell = book.add_format(cell)
        self._day = book.add_format({**cell, "num_format": "dd/mm/yyyy", "align": "left"})
        self._url = book.add_format({**cell, "font_color": "#0B57D0", "underline": 1})
        head = book.add_format({**cell, "bold": True, "bg_color": "#E8EDF5", "valign": "vcenter"})
        for column, width in enumerate(widths):
            self._sheet.set_column(column, column, width)
        self._sheet.write_row(_HEAD_ROW, 0, heads, head)
        self._row, self._links = _HEAD_ROW, 0

    def title(self, title: str, count: str) -> None:
        """Write the lines above the table."""
        self._sheet.write_string(0, 0, title, self._bold)
        self._sheet.write_string(1, 0, count, self._plain)

    def add(self, cells: tuple[Any, ...], paths: dict[int, str]) -> None:
        """Write a row; cells with a path are links to the file there."""
        self._row += 1
        for column, value in enumerate(cells):
            path = paths.get(column, "")
            if path and self._links < _MOST_LINKS:
                self._links += 1
                url = f"external:{path}"
                self._sheet.write_url(self._row, column, url, self._url, str(value)[:_MOST_TEXT])
            else:
                self._writer(value)(self._row, column, value)

    def finish(self) -> None:
        """Set what people see first and how it prints."""
        sheet, last = self._sheet, len(self._heads) - 1
        sheet.freeze_panes(_HEAD_ROW + 1, 0)
        sheet.autofilter(_HEAD_ROW, 0, max(self._row, _HEAD_ROW + 1), last)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.set_margins(0.5, 0.5, 0.6, 0.6)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(_HEAD_ROW)
        sheet.set_footer("&C&P / &N")

    def _writer(self, value: Any) -> Callable[[int, int, Any], object]:
        if value is None or value == "":
            return lambda row, column, _: self._sheet.write_blank(row, column, None, self._cell)
        if isinstance(value, int):
            return lambda row, column, found: self._sheet.write_number(
                row, column, found, self._cell
            )
        if isinstance(value, str):
            return lambda row, column, found: self._sheet.write_string(
                row, column, found[:_MOST_TEXT], self._cell
            )
        return lambda row, column, found: self._sheet.write_datetime(row, column, found, self._day)
