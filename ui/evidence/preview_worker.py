"""Pages of PDF files as pixels; runs in the child process only, where a bad file harms nobody."""

import math

import pypdfium2
from pypdfium2 import PdfDocument, PdfiumError, PdfPage
from pypdfium2.raw import FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY

from ui.evidence.preview_wire import Fault, PageAnswer, PageRequest

MOST_PIXELS = 12_000_000  # 48 MB; an A4 page at 300 dpi has 8.7 million
_LEAST_POINTS = 1.0
_MOST_POINTS = 200_000.0


class Pages:
    """The file that was asked for last stays open."""

    def __init__(self) -> None:
        self._path = ""
        self._document: PdfDocument | None = None

    def answer(self, request: PageRequest) -> PageAnswer:
        """Return the page as pixels, or why it cannot be shown."""
        try:
            document = self._opened(request.path)
            pages = len(document)
            if pages < 1:
                return PageAnswer(Fault.DAMAGED)
            page = document[max(0, min(request.page, pages - 1))]
            try:
                return _rendered(page, pages, request)
            finally:
                page.close()
        except PdfiumError as error:
            return PageAnswer(_fault_of(error))
        except (OSError, ValueError):
            return PageAnswer(Fault.DAMAGED)
        except MemoryError:
            return PageAnswer(Fault.HUGE)

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


def _rendered(page: PdfPage, pages: int, request: PageRequest) -> PageAnswer:
    width, height = page.get_size()
    if not all(_LEAST_POINTS <= edge <= _MOST_POINTS for edge in (width, height)):
        return PageAnswer(Fault.HUGE, pages)
    scale = scale_of((width, height), request)
    bitmap = page.render(scale=scale, prefer_bgrx=True, fill_color=(255, 255, 255, 255))
    try:
        pixels = bytes(bitmap.buffer)
        return PageAnswer(
            Fault.NONE, pages, bitmap.width, bitmap.height, bitmap.stride, width, pixels
        )
    finally:
        bitmap.close()


def _fault_of(error: PdfiumError) -> Fault:
    locked = error.err_code in (FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY)
    return Fault.LOCKED if locked else Fault.DAMAGED
