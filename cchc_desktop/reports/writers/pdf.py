"""Documents as PDF files, by reportlab."""

from collections.abc import Iterator
from functools import partial
from io import BytesIO
from itertools import zip_longest
from pathlib import Path
from threading import Lock

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    PageBreak,
    PageTemplate,
    Spacer,
)
from reportlab.platypus import Paragraph as PdfParagraph
from reportlab.platypus import Table as PdfTable

from cchc_desktop.reports.document import (
    BarChart,
    Beside,
    Block,
    Document,
    Figures,
    Heading,
    Lines,
    NextPaper,
    Note,
    Numbered,
    Paragraph,
    Signatures,
    Signed,
    Table,
    Text,
    Words,
)
from cchc_desktop.reports.spots import Spot
from cchc_desktop.reports.writers import pdf_style as style
from cchc_desktop.reports.writers.files import write_whole
from cchc_desktop.reports.writers.pdf_chart import ChartPiece
from cchc_desktop.reports.writers.pdf_flowables import (
    FiguresPiece,
    HeadPiece,
    SignaturesPiece,
    SignedPiece,
    TitlePiece,
)
from cchc_desktop.reports.writers.pdf_spots import SpotCanvas
from cchc_desktop.reports.writers.pdf_tables import table_piece

_WIDTH = A4[0] - style.LEFT - style.RIGHT
_HEIGHT = A4[1] - style.TOP - style.BOTTOM
_BEFORE_BESIDE = 4
_FOOT_RULE, _FOOT_TEXT = 14.5 * mm, 10.6 * mm
_NUMBER_DROP = 13 * mm
_ONE_AT_A_TIME = Lock()  # reportlab keeps what it measures in its modules, for one thread


class DoesNotFitError(ValueError):
    """Even the shortest body of a document needs more pages than it may take."""


def write_pdf(document: Document, path: Path) -> None:
    """Write a document to a PDF file, whole or not at all.

    Raises:
        CchcError: the file cannot be written.
    """
    write_whole(path, pdf_bytes(document))


def pdf_bytes(document: Document) -> bytes:
    """Return a document as PDF; the same document gives the same bytes.

    Raises:
        DoesNotFitError: no body fits.
    """
    return pdf_with_spots(document)[0]


def pdf_with_spots(document: Document) -> tuple[bytes, tuple[Spot, ...]]:
    """Return a document as PDF, and where its numbers stand that have an origin.

    The first of its bodies is taken that needs no more pages than it may.

    Raises:
        DoesNotFitError: no body fits.
    """
    with _ONE_AT_A_TIME:
        style.register_fonts()
        for body in document.bodies:
            if _height(document, body) > document.most_pages * _HEIGHT:
                continue
            content, pages, spots = _built(document, body)
            if pages <= document.most_pages:
                return content, spots
    raise DoesNotFitError(document.title)


def _height(document: Document, body: tuple[Block, ...]) -> float:
    """Return how high a body is at least: cheaper than building it to see that it is too long."""
    total = before = 0.0
    for piece in _story(document, body):
        gap = max(0.0, piece.getSpaceBefore() - before) if total else 0.0
        before = piece.getSpaceAfter()
        total += gap + piece.wrap(_WIDTH, _HEIGHT)[1] + before
    return total - before


def _built(document: Document, body: tuple[Block, ...]) -> tuple[bytes, int, tuple[Spot, ...]]:
    target, spots = BytesIO(), list[Spot]()
    frame = Frame(
        style.LEFT,
        style.BOTTOM,
        _WIDTH,
        _HEIGHT,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )

    def begin_page(canvas: Canvas, _: BaseDocTemplate) -> None:
        _draw_foot(canvas, document)
        _draw_number(canvas)

    template = BaseDocTemplate(
        target,
        pagesize=A4,
        pageTemplates=[PageTemplate("portrait", [frame], onPage=begin_page, pagesize=A4)],
        title=document.title,
        author=document.author,
        lang=document.language,
        displayDocTitle=1,
        initialFontName=style.REGULAR,
        invariant=1,
    )
    template.build(list(_story(document, body)), canvasmaker=partial(SpotCanvas, spots))
    return target.getvalue(), template.page, tuple(spots)


def _draw_foot(canvas: Canvas, document: Document) -> None:
    moment = f"{document.printed_at:%Y%m%d%H%M%S}"
    canvas.setDateFormatter(lambda *_: f"D:{moment}")
    right = A4[0] - style.RIGHT
    canvas.setStrokeColor(style.HAIRLINE_GREY)
    canvas.setLineWidth(0.25)
    canvas.line(style.LEFT, _FOOT_RULE, right, _FOOT_RULE)
    canvas.setFillColor(style.BLACK)
    canvas.setFont(style.REGULAR, 9)
    canvas.drawString(style.LEFT, _FOOT_TEXT, document.foot[0])
    canvas.drawRightString(right, _FOOT_TEXT, document.foot[1])


def _draw_number(canvas: Canvas) -> None:
    """Draw the page's number in the middle of the top margin, from the second page on."""
    if canvas.getPageNumber() > 1:
        canvas.setFillColor(style.BLACK)
        canvas.setFont(style.REGULAR, 13)
        canvas.drawCentredString(A4[0] / 2, A4[1] - _NUMBER_DROP, str(canvas.getPageNumber()))


def _story(document: Document, body: tuple[Block, ...]) -> Iterator[Flowable]:
    yield HeadPiece(document.head)
    yield TitlePiece(document.kind, document.subject, _WIDTH)
    for block, following in zip_longest(body, body[1:]):
        pieces = list(_pieces(block))
        if isinstance(following, Signatures | Signed):
            pieces[-1].keepWithNext = 1  # nobody signs a page without words
        yield from pieces


def _pieces(block: Block) -> Iterator[Flowable]:
    match block:
        case Figures():
            yield FiguresPiece(block)
        case Table():
            yield table_piece(block)
        case Beside():
            yield Spacer(0, _BEFORE_BESIDE)
            yield _beside(block)
        case BarChart():
            yield ChartPiece(block)
        case Signatures():
            yield SignaturesPiece(block)
        case Signed():
            yield SignedPiece(block)
        case NextPaper():
            yield PageBreak()
            yield HeadPiece(block.head)
            yield TitlePiece(block.kind, block.subject, _WIDTH)
        case _:
            yield from _texts(block)


def _texts(block: Text) -> Iterator[Flowable]:
    match block:
        case Heading():
            look = (
                style.paragraph_style(13, 16) if block.is_large else style.paragraph_style(12, 15)
            )
            look.spaceBefore, look.spaceAfter, look.keepWithNext = 7, 2, 1
            yield PdfParagraph(style.markup((Words(block.text, bold=True),)), look)
        case Note():
            look = style.paragraph_style(9, 11.5)
            look.spaceBefore = 6
            yield PdfParagraph(_note_markup(block), look)
        case Numbered():
            look = style.paragraph_style(11, 13.5)
            look.spaceAfter = 1
            for number, runs in enumerate(block.items, 1):
                yield PdfParagraph(f"{number}. {style.markup(runs)}", look)
        case Paragraph():
            yield PdfParagraph(style.markup(block.runs), style.text_style())
        case Lines():
            look = style.line_style()
            for line in block.items:
                yield PdfParagraph(f"- {style.markup((Words(line),))}", look)


def _note_markup(block: Note) -> str:
    return " ".join(style.markup((run,)) for run in block.runs)


def _beside(block: Beside) -> PdfTable:
    left = [piece for part in block.left for piece in _pieces(part)]
    right = [piece for part in block.right for piece in _pieces(part)]
    width = block.width * mm
    piece = PdfTable([[left, right]], colWidths=[width, _WIDTH - width], hAlign="LEFT")
    piece.setStyle(
        [
            ("FONT", (0, 0), (-1, -1), style.REGULAR, style.TABLE_SIZE),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 0),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
        ]
    )
    return piece
