"""Bombs, lies and giants: each is told as what it is, and the next file is read as ever."""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from cchc_desktop.domain.file_kinds import FileKind, is_runnable, kind_of_bytes
from cchc_desktop.domain.texts import TextFault
from cchc_desktop.exchange.page_child import PageChild
from cchc_desktop.exchange.page_wire import Fault, PageRequest
from cchc_desktop.exchange.text_child import TextChild
from cchc_desktop.exchange.text_worker import MOST_PAGES
from tests.exchange.office_files import a_docx, an_xlsx
from tests.pictures import a_picture, a_vast_picture
from tests.ui.pdfs import a_pdf

MIB = 1024 * 1024


@pytest.fixture
def texts() -> Iterator[TextChild]:
    found = TextChild(20.0)
    yield found
    found.stop()


@pytest.fixture
def pages() -> Iterator[PageChild]:
    found = PageChild(10.0)
    yield found
    found.stop()


def many_pages(count: int, content: bytes = b"") -> bytes:
    """Return a PDF of very many pages that share one content."""
    kids = " ".join(f"{number} 0 R" for number in range(4, 4 + count))
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {count}/Kids[{kids}]>>".encode(),
        content or b"<</Length 0>>stream\nendstream",
    ]
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 3 0 R>>"
    body, places = bytearray(b"%PDF-1.4\n"), []
    for number, part in enumerate((*parts, *[page] * count), start=1):
        places.append(len(body))
        body += b"%d 0 obj" % number + part + b"endobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(body)
    size = len(places) + 1
    body += b"xref\n0 %d\n0000000000 65535 f \n" % size + table
    body += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, start)
    return bytes(body)


def pdf_bomb() -> bytes:
    """Return a PDF of a few kilobytes whose page unpacks to a quarter of a gigabyte."""
    press = zlib.compressobj(9)
    once = b"".join(press.compress(b" " * MIB) for _ in range(256)) + press.flush()
    twice = zlib.compress(once, 9)
    head = b"<</Length %d/Filter[/FlateDecode/FlateDecode]>>stream\n" % len(twice)
    return many_pages(1, head + twice + b"\nendstream")


def lying_bomb(path: Path, name: str) -> bytes:
    """Return an archive whose part says that it is small and is not."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr(name, b"<a>" + bytes(64 * MIB))
    body = path.read_bytes()
    real = struct.pack("<I", 64 * MIB + 3)
    assert real in body
    return body.replace(real, struct.pack("<I", 100))


def test_five_thousand_pages_show_and_read(
    texts: TextChild, pages: PageChild, tmp_path: Path
) -> None:
    path = tmp_path / "a"
    path.write_bytes(many_pages(5000))
    last = pages.ask(PageRequest(str(path), 4999, 60))
    assert (last.fault, last.pages) == (Fault.NONE, 5000)
    found = texts.ask(path)
    assert (found.fault, len(found.pages)) == (TextFault.NO_TEXT, MOST_PAGES)
    path.write_bytes(many_pages(MOST_PAGES + 1))
    assert texts.ask(path).fault is TextFault.TOO_LARGE


def test_a_pdf_bomb_ends_in_time_and_the_next_file_is_read(
    texts: TextChild, pages: PageChild, tmp_path: Path
) -> None:
    bomb, good = tmp_path / "bomb", tmp_path / "good"
    bomb.write_bytes(pdf_bomb())
    good.write_bytes(a_pdf(2))
    assert bomb.stat().st_size < MIB
    pages.ask(PageRequest(str(bomb), 0, 200))
    texts.ask(bomb)
    assert pages.ask(PageRequest(str(good), 0, 200)).fault is Fault.NONE
    assert texts.ask(good).fault is TextFault.NONE


@pytest.mark.parametrize("name", ["word/document.xml", "xl/workbook.xml", "content.xml"])
def test_an_archive_that_lies_of_its_size_is_no_text(
    texts: TextChild, tmp_path: Path, name: str
) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(lying_bomb(tmp_path / "zip", name))
    assert texts.ask(path).fault in (TextFault.DAMAGED, TextFault.TOO_LARGE)
    assert texts.ask(a_docx(tmp_path / "good")).fault is TextFault.NONE


@pytest.mark.parametrize("keep", [0.0, 0.3, 0.9])
def test_what_is_cut_off_is_damaged(
    texts: TextChild, pages: PageChild, tmp_path: Path, keep: float
) -> None:
    path = tmp_path / "a"
    for whole in (a_docx(path).read_bytes(), an_xlsx(path).read_bytes()):
        path.write_bytes(whole[: round(len(whole) * keep)])
        assert not texts.ask(path).pages
    for whole in (a_pdf(3), a_picture(size=(300, 200))):
        path.write_bytes(whole[: round(len(whole) * keep)])
        assert pages.ask(PageRequest(str(path), 0, 90)).fault is not Fault.NONE or keep


def test_a_vast_picture_is_refused_in_the_child(pages: PageChild, tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(a_vast_picture(40_000))
    number = pages.ask(PageRequest(str(path), 0, 300)), pages.number
    assert number[0].fault is Fault.TOO_LARGE
    path.write_bytes(a_picture())
    assert pages.ask(PageRequest(str(path), 0, 300)).fault is Fault.NONE
    assert pages.number == number[1]


@pytest.mark.parametrize(
    ("name", "head", "runs"),
    [
        ("bao-cao.pdf", b"MZ\x90\x00", True),
        ("bao-cao.pdf", b"#!/bin/sh\n", True),
        ("bao-cao.pdf.exe", b"%PDF-1.4", True),
        ("bao-cao.BAT ", b"echo", True),
        ("bao-cao.lnk", b"L\x00\x00\x00", True),
        ("bao-cao.pdf", b"%PDF-1.4", False),
        ("bao-cao", b"", False),
    ],
)
def test_what_would_run_when_it_is_opened_is_known(name: str, head: bytes, *, runs: bool) -> None:
    assert is_runnable(name, head) is runs


def test_content_tells_the_kind_whatever_the_name() -> None:
    assert kind_of_bytes(a_pdf()[:1024]) is FileKind.PDF
    assert kind_of_bytes(b"junk before %PDF-1.7") is FileKind.PDF
    assert kind_of_bytes(a_picture("WEBP")[:1024]) is FileKind.IMAGE
