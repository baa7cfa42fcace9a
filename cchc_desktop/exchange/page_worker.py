"""Pages of files as pixels; runs in a child process only, where a bad file harms nobody."""

import ctypes
import math
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import pypdfium2
from pypdfium2 import PdfDocument, PdfiumError, PdfPage, PdfTextPage, raw

from cchc_desktop.domain.file_kinds import HEAD, FileKind, kind_of_bytes
from cchc_desktop.domain.finding import found_in
from cchc_desktop.exchange.page_wire import Fault, FoundPlace, PageAnswer, PageRequest

MOST_PIXELS = 12_000_000  # 48 MB; an A4 page at 300 dpi has 8.7 million
MOST_PLACES = 500
_MOST_CHARACTERS = 200_000  # of a page
_LEAST_POINTS = 1.0
_MOST_POINTS = 200_000.0
_FINE = 100_000  # a page is laid out so many units wide and high to find its shares


class Pages:
    """The PDF that was asked for last stays open.

    Args:
        picture_of: renders pictures.
    """

    def __init__(self, picture_of: Callable[[PageRequest], PageAnswer]) -> None:
        self._readers: Mapping[FileKind, Callable[[PageRequest], PageAnswer]] = {
            FileKind.IMAGE: picture_of,
            FileKind.PROGRAM: _refused,
        }
        self._path = ""
        self._document: PdfDocument | None = None

    def answer(self, request: PageRequest) -> PageAnswer:
        """Return the page as pixels, or why it cannot be shown."""
        try:
            answer = self._readers.get(_kind_of(request.path), self._page_of)
            return answer(request)
        except PdfiumError as error:
            return PageAnswer(_fault_of(error))
        except (OSError, ValueError):
            return PageAnswer(Fault.DAMAGED)
        except MemoryError:
            return PageAnswer(Fault.TOO_LARGE)

    def _page_of(self, request: PageRequest) -> PageAnswer:
        document = self._opened(request.path)
        pages = len(document)
        if pages < 1:
            return PageAnswer(Fault.DAMAGED)
        page = document[max(0, min(request.page, pages - 1))]
        try:
            return _rendered(page, pages, request)
        finally:
            page.close()

    def find(self, request: PageRequest) -> Iterator[Sequence[FoundPlace]]:
        """Yield, page by page, where words stand in a PDF; no more than ``MOST_PLACES``."""
        left = MOST_PLACES
        try:
            document = self._opened(request.path)
            for number in range(min(len(document), request.first or len(document))):
                places = _places(document[number], number, request.words)[:left]
                left -= len(places)
                yield places
                if not left:
                    return
        except (PdfiumError, OSError, ValueError, MemoryError):
            return

    def close(self) -> None:
        """Let go of the file."""
        if self._document is not None:
            self._document.close()
        self._document, self._path = None, ""

    def _opened(self, path: str) -> PdfDocument:
        if self._document is None or path != self._path:
            self.close()
            self._document, self._path = pypdfium2.PdfDocument(path), path
        return self._document


def scale_of(points: tuple[float, float], request: PageRequest) -> float:
    """Return pixels for each point, so that the picture stays within ``MOST_PIXELS``."""
    width, height = points
    wanted = request.scale or max(1, request.width) / width
    return min(wanted, math.sqrt(MOST_PIXELS / (width * height)))


def _kind_of(path: str) -> FileKind:
    with Path(path).open("rb") as file:
        return kind_of_bytes(file.read(HEAD))


def _rendered(page: PdfPage, pages: int, request: PageRequest) -> PageAnswer:
    width, height = page.get_size()
    if not all(_LEAST_POINTS <= edge <= _MOST_POINTS for edge in (width, height)):
        return PageAnswer(Fault.TOO_LARGE, pages)
    scale = scale_of((width, height), request)
    bitmap = page.render(scale=scale, prefer_bgrx=True, fill_color=(255, 255, 255, 255))
    try:
        pixels = bytes(bitmap.buffer)
        return PageAnswer(
            Fault.NONE, pages, bitmap.width, bitmap.height, bitmap.stride, width, pixels
        )
    finally:
        bitmap.close()


def _places(page: PdfPage, number: int, words: str) -> list[FoundPlace]:
    text = page.get_textpage()
    try:
        count = min(text.count_chars(), _MOST_CHARACTERS)
        letters = (raw.FPDFText_GetUnicode(text, place) for place in range(count))
        line = "".join(chr(code) if 0 < code <= sys.maxunicode else " " for code in letters)
        spans = found_in(line, words)
        return [FoundPlace(number, _boxes(page, text, span)) for span in spans]
    finally:
        text.close()
        page.close()


def _boxes(
    page: PdfPage, text: PdfTextPage, span: tuple[int, int]
) -> tuple[tuple[float, float, float, float], ...]:
    """Return the boxes of a span as shares of the page, whatever its turn and its cut."""
    begin, end = span
    found = []
    for at in range(text.count_rects(begin, end - begin)):
        left, bottom, right, top = text.get_rect(at)
        one, two = _share(page, left, top), _share(page, right, bottom)
        found.append(
            (min(one[0], two[0]), min(one[1], two[1]), max(one[0], two[0]), max(one[1], two[1]))
        )
    return tuple(found)


def _share(page: PdfPage, x: float, y: float) -> tuple[float, float]:
    across, down = ctypes.c_int(), ctypes.c_int()
    raw.FPDF_PageToDevice(
        page, 0, 0, _FINE, _FINE, 0, x, y, ctypes.byref(across), ctypes.byref(down)
    )
    return across.value / _FINE, down.value / _FINE


def _refused(_request: PageRequest) -> PageAnswer:
    return PageAnswer(Fault.PROGRAM)


def _fault_of(error: PdfiumError) -> Fault:
    locked = error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
    return Fault.LOCKED if locked else Fault.DAMAGED
