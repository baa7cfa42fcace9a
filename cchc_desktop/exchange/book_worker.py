"""Pages of a book: made plain, then stamped and joined; runs in a child process with limits."""

import io
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pypdfium2
from PIL import Image, ImageOps, ImageSequence
from pypdf import PageObject, PdfReader, PdfWriter, Transformation
from pypdfium2 import PdfiumError
from pypdfium2.raw import (
    FLAT_PRINT,
    FPDF_ERR_PASSWORD,
    FPDF_ERR_SECURITY,
    FPDFPage_Flatten,
)
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from cchc_desktop.domain.file_kinds import HEAD, FileKind, kind_of_bytes
from cchc_desktop.domain.texts import TextFault
from cchc_desktop.exchange.picture_worker import FORMATS, MOST_PIXELS
from cchc_desktop.wording import evidence_book as words
from resources import resource

MOST_PAGES = 5000
_BOLD, _REGULAR = "Stamp-Bold", "Stamp"  # of its own: a font registered anew loses its bold
_MARGIN = 12 * mm
_MOST_EDGE = 2200  # pixels of a picture on A4: about 200 a inch
_LEAST_SCALE, _MOST_SCALE = 0.6, 12.0


def answer(question: bytes) -> Iterator[bytes]:
    """Answer a question of ``exchange.book``: how many pages, or what is wrong.

    Before the answer of a joining comes how many documents are joined, again and again.
    """
    asked = json.loads(question)
    try:
        found = _DEEDS[asked.pop("do")](**asked)
        steps = iter((found,)) if isinstance(found, dict) else found
        done = next(steps)
        for step in steps:
            yield json.dumps(done).encode()
            done = step
    except Exception as error:  # noqa: BLE001  # parsers of foreign files raise whatever they like
        bad = error.args[0] if isinstance(error, _BadPartError) else None
        full = isinstance(error, OSError) and error.errno is not None
        done = {"fault": _fault_of(error).value, "bad": bad, "disk": full}
    yield json.dumps(done).encode()


def plain(source: str, target: str) -> dict[str, Any]:
    """Write a document as a PDF without forms, scripts and locks; a picture on A4."""
    with Path(source).open("rb") as file:
        kind = kind_of_bytes(file.read(HEAD))
    if kind is FileKind.PDF:
        return {"pages": _plain_pdf(source, target)}
    if kind is FileKind.IMAGE:
        return {"pages": _picture(source, target)}
    is_program = kind is FileKind.PROGRAM
    return {"fault": (TextFault.PROGRAM if is_program else TextFault.UNKNOWN).value}


def count(path: str) -> dict[str, Any]:
    """Count the pages of a PDF."""
    with Path(path).open("rb") as file:
        return {"pages": len(PdfReader(file).pages)}


def join(
    cover: str, parts: list[dict[str, Any]], outline: list[dict[str, Any]], out: str
) -> Iterator[dict[str, Any]]:
    """Write the book; yield how many parts are joined, at the end its pages.

    Args:
        cover: path of its first pages.
        parts: documents in order: path, stamp, cited pages.
        outline: criteria with their documents: title, items of title and first page, from 0.
        out: path of the book.
    """
    _register_fonts()
    writer = PdfWriter()
    with Path(cover).open("rb") as file:
        for page in PdfReader(file).pages:
            writer.add_page(page)
        writer.add_outline_item(title=words.KIND.capitalize(), page_number=0)
        for number, part in enumerate(parts):
            try:
                _add(writer, part)
            except Exception as error:
                raise _BadPartError(number) from error
            yield {"joined": number + 1}
        for group in outline:
            first = group["items"][0]["page"]
            parent = writer.add_outline_item(title=group["title"], page_number=first)
            for item in group["items"]:
                title, at = item["title"], item["page"]
                writer.add_outline_item(title=title, page_number=at, parent=parent)
        writer.page_mode = "/UseOutlines"
        with Path(out).open("wb") as target:
            writer.write(target)
    yield {"pages": len(writer.pages)}


class _BadPartError(Exception):
    """A document that cannot be joined; its argument is the number of its part."""


def _plain_pdf(source: str, target: str) -> int:
    old = pypdfium2.PdfDocument(source)
    try:
        if len(old) > MOST_PAGES:
            raise MemoryError
        old.init_forms()
        for number in range(len(old)):
            page = old[number]
            FPDFPage_Flatten(page, FLAT_PRINT)  # what is signed and noted stays to be seen
            page.close()
        new = pypdfium2.PdfDocument.new()
        new.import_pages(old)
        new.save(target)
        pages = len(new)
        new.close()
    finally:
        old.close()
    if not pages:
        raise ValueError(source)
    return pages


def _picture(source: str, target: str) -> int:
    canvas, pages = Canvas(target, pagesize=A4), 0
    with Image.open(source, formats=FORMATS) as image:
        for frame in ImageSequence.Iterator(image):
            pages += 1
            if frame.width * frame.height > MOST_PIXELS or pages > MOST_PAGES:
                raise MemoryError
            _draw(canvas, frame)
            if image.format == "GIF":
                break
    canvas.save()
    return pages


def _draw(canvas: Canvas, frame: Image.Image) -> None:
    """Draw a picture as large as A4 takes it, turned where that makes it larger."""
    upright = ImageOps.exif_transpose(frame)
    clear = upright.convert("RGBA")
    shown = Image.new("RGB", clear.size, "white")
    shown.paste(clear, mask=clear.getchannel("A"))
    shown.thumbnail((_MOST_EDGE, _MOST_EDGE))
    body = io.BytesIO()
    shown.save(body, "JPEG", quality=85)
    body.seek(0)
    wide, high = A4 if shown.height >= shown.width else A4[::-1]
    canvas.setPageSize((wide, high))
    room = wide - 2 * _MARGIN, high - 2 * _MARGIN
    scale = min(room[0] / shown.width, room[1] / shown.height)
    size = shown.width * scale, shown.height * scale
    at = (wide - size[0]) / 2, (high - size[1]) / 2
    canvas.drawImage(ImageReader(body), *at, *size)
    canvas.showPage()


def _add(writer: PdfWriter, part: Mapping[str, Any]) -> None:
    """Add the pages of a part, each with its stamp."""
    cited = frozenset(part["cited"])
    with Path(part["path"]).open("rb") as file:
        first = len(writer.pages) + 1
        pages = [writer.add_page(page) for page in PdfReader(file).pages]
        for page in pages:
            _own_contents(page)
            if page.rotation:
                page.transfer_rotation_to_content()
        sizes = [(float(page.cropbox.width), float(page.cropbox.height)) for page in pages]
        stamps = _stamps(part["stamp"], first, sizes, cited)
        for page, over in zip(pages, stamps, strict=True):
            left, bottom = float(page.cropbox.left), float(page.cropbox.bottom)
            page.merge_transformed_page(over, Transformation().translate(left, bottom))


def _own_contents(page: PageObject) -> None:
    """Give a page a content of its own: pages may share theirs, and a stamp would change it."""
    contents = page.get_contents()
    if contents is not None:
        del page["/Contents"]
        page.replace_contents(contents)


def _stamps(
    text: str, first: int, sizes: list[tuple[float, float]], cited: frozenset[int]
) -> list[PageObject]:
    """Return a page to lay over each page of a document."""
    body = io.BytesIO()
    canvas = Canvas(body, initialFontName=_REGULAR)
    for number, size in enumerate(sizes, 1):
        canvas.setPageSize(size)
        scale = max(_LEAST_SCALE, min(min(size) / A4[0], _MOST_SCALE))
        _draw_stamp(canvas, size, scale, (text, words.page(first + number - 1)))
        if number in cited:
            _draw_mark(canvas, size, scale)
        canvas.showPage()
    canvas.save()
    return list(PdfReader(body).pages)


def _draw_stamp(
    canvas: Canvas, size: tuple[float, float], scale: float, lines: tuple[str, str]
) -> None:
    """Draw number and page in a box at the top right."""
    big, small, pad = 11 * scale, 8 * scale, 4 * scale
    wide = max(
        pdfmetrics.stringWidth(lines[0], _BOLD, big),
        pdfmetrics.stringWidth(lines[1], _REGULAR, small),
    )
    high = big + small + 2.5 * pad
    right, top = size[0] - 5 * mm * scale, size[1] - 4 * mm * scale
    left, bottom = right - wide - 2 * pad, top - high
    canvas.setFillColorRGB(1, 1, 1)
    canvas.setStrokeColorRGB(0.1, 0.2, 0.55)
    canvas.setLineWidth(0.8 * scale)
    canvas.rect(left, bottom, right - left, high, fill=1)
    canvas.setFillColorRGB(0.1, 0.2, 0.55)
    canvas.setFont(_BOLD, big)
    canvas.drawCentredString((left + right) / 2, top - pad - 0.8 * big, lines[0])
    canvas.setFont(_REGULAR, small)
    canvas.drawCentredString((left + right) / 2, bottom + pad, lines[1])


def _draw_mark(canvas: Canvas, size: tuple[float, float], scale: float) -> None:
    """Draw a bar in the left margin, with words along it."""
    left, inset = 4 * mm * scale, 15 * mm * scale
    canvas.setFillColorRGB(0.85, 0.35, 0.05)
    canvas.rect(left, inset, 1.6 * mm * scale, size[1] - 2 * inset, stroke=0, fill=1)
    canvas.saveState()
    canvas.translate(left + 2.4 * mm * scale, size[1] / 2)
    canvas.rotate(-90)
    canvas.setFont(_BOLD, 8 * scale)
    canvas.drawCentredString(0, 0, words.CITED)
    canvas.restoreState()


def _register_fonts() -> None:
    for name, file in ((_REGULAR, "Tinos-Regular"), (_BOLD, "Tinos-Bold")):
        pdfmetrics.registerFont(TTFont(name, str(resource(f"fonts/{file}.ttf"))))


def _fault_of(error: Exception) -> TextFault:
    if isinstance(error, MemoryError) or isinstance(error.__cause__, MemoryError):
        return TextFault.TOO_LARGE
    is_locked = isinstance(error, PdfiumError) and error.err_code in (
        FPDF_ERR_PASSWORD,
        FPDF_ERR_SECURITY,
    )
    return TextFault.LOCKED if is_locked else TextFault.DAMAGED


_DEEDS: Mapping[str, Callable[..., dict[str, Any] | Iterator[dict[str, Any]]]] = MappingProxyType(
    {"plain": plain, "count": count, "join": join}
)
