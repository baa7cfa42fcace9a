"""Small files of every kind, made by the libraries themselves."""

import io
import zipfile
from pathlib import Path

import docx
import xlsxwriter
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from resources import resource

WORDS = "Số: 55/TB-VPCP, hồ sơ trực tuyến toàn trình đạt 61,58 %"
_ODF = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>
<text:h>Báo cáo</text:h><text:p>{}<text:tab/>hết</text:p>
</office:text></office:body></office:document-content>"""


def a_docx(path: Path, words: str = WORDS) -> Path:
    """Write a document of Word: a paragraph and a table."""
    document = docx.Document()
    document.add_paragraph(words)
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Sở Nội vụ", "12"
    document.save(str(path))
    return path


def an_xlsx(path: Path, words: str = WORDS) -> Path:
    """Write a workbook of two sheets."""
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("Thống kê")
    sheet.write_row(0, 0, [words, 94385, 0.5])
    book.add_worksheet("Trống")
    book.close()
    return path


def an_odt(path: Path, words: str = WORDS) -> Path:
    """Write a text of LibreOffice."""
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        packed.writestr("content.xml", _ODF.format(words))
    return path


def a_pdf_of(path: Path, pages: list[str], password: str = "") -> Path:
    """Write a PDF with a line of text on each page."""
    stream = io.BytesIO()
    pdfmetrics.registerFont(TTFont("OfficeFiles", str(resource("fonts/Tinos-Regular.ttf"))))
    canvas = Canvas(stream, encrypt=password or None)
    for words in pages:
        canvas.setFont("OfficeFiles", 12)
        canvas.drawString(40, 700, words)
        canvas.showPage()
    canvas.save()
    path.write_bytes(stream.getvalue())
    return path
