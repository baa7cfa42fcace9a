"""A paper of our own making: PDF bytes, its pages as pictures, its way to a printer."""

import pypdfium2
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from cchc_desktop.progress import Progress
from cchc_desktop.reports.document import Document
from cchc_desktop.reports.spots import Spot
from cchc_desktop.reports.writers import as_pdf

_POINTS_OF_INCH = 72
_MOST_DPI = 600  # a page of 35 million pixels in grey; finer is not seen on paper


def made_pdf(document: Document, progress: Progress) -> tuple[bytes, tuple[Spot, ...]]:
    """Return a document as PDF with its numbers; runs in a process of its own."""
    progress.step(0, 1)
    made = as_pdf(document)
    progress.step(1, 1)
    return made


class Paper:
    """Pages of a PDF that this program made, so it is rendered here and at once.

    Args:
        content: the bytes of the file.
        spots: the numbers on it that lead somewhere.
    """

    def __init__(self, content: bytes, spots: tuple[Spot, ...] = ()) -> None:
        self.content, self.spots = content, spots
        self._pdf = pypdfium2.PdfDocument(content)
        self.pages = len(self._pdf)

    def width(self, page: int) -> float:
        """Return the width of a page in points."""
        return self.size(page)[0]

    def size(self, page: int) -> tuple[float, float]:
        """Return width and height of a page in points."""
        width, height = self._pdf.get_page_size(page)
        return float(width), float(height)

    def image(self, page: int, width: int) -> QImage:
        """Return a page as a picture of so many pixels from left to right."""
        return self._rendered(page, width / self.width(page), in_grey=False)

    def grey_image(self, page: int, dpi: int) -> QImage:
        """Return a page in grey as a printer of so many dots an inch shows it."""
        return self._rendered(page, min(dpi, _MOST_DPI) / _POINTS_OF_INCH, in_grey=True)

    def close(self) -> None:
        """Let go of the pages."""
        self._pdf.close()

    def _rendered(self, page: int, scale: float, *, in_grey: bool) -> QImage:
        sheet = self._pdf[page]
        bitmap = sheet.render(scale=scale, grayscale=in_grey, prefer_bgrx=not in_grey)
        kind = QImage.Format.Format_Grayscale8 if in_grey else QImage.Format.Format_RGB32
        pixels = bytes(bitmap.buffer)
        found = QImage(pixels, bitmap.width, bitmap.height, bitmap.stride, kind).copy()
        bitmap.close()
        sheet.close()
        return found


def prepare(printer: QPrinter, title: str) -> None:
    """Set a printer up for our papers: A4, upright, no margins but the paper's own."""
    printer.setDocName(title)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)


def print_paper(paper: Paper, printer: QPrinter) -> bool:
    """Paint the chosen pages at the printer's resolution; return whether it took them."""
    painter = QPainter()
    if not painter.begin(printer):
        return False
    first = max(1, printer.fromPage()) - 1
    last = min(paper.pages, printer.toPage() or paper.pages)
    for page in range(first, last):
        if page > first:
            printer.newPage()
        image = paper.grey_image(page, printer.resolution())
        painter.drawImage(_sheet(printer, image.size()), image)
    return painter.end()


def _sheet(printer: QPrinter, image: QSize) -> QRect:
    """Return where on the sheet a page goes: all of it, its proportions kept."""
    whole = printer.pageLayout().fullRectPixels(printer.resolution())
    size = image.scaled(whole.size(), Qt.AspectRatioMode.KeepAspectRatio)
    return QRect(whole.topLeft(), size)
