"""Small PDF files, good and bad, for tests."""

from io import BytesIO

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas


def a_pdf(pages: int = 3, *, lock: str = "", size: tuple[float, float] = (595, 842)) -> bytes:
    """Return a PDF whose pages say their number."""
    body = BytesIO()
    cipher = StandardEncryption(lock) if lock else None
    canvas = Canvas(body, pagesize=size, encrypt=cipher, invariant=1)
    for number in range(1, pages + 1):
        canvas.drawString(72, size[1] / 2, f"page {number}")
        canvas.rect(100, 100, 50 * number, 50, fill=1)
        canvas.showPage()
    canvas.save()
    return body.getvalue()


def a_vast_pdf() -> bytes:
    """Return a PDF with one page of ten million points."""
    return a_pdf(1).replace(b"595 842", b"9999999 9999999")
