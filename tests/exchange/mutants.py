"""Files of every kind, harmed a little: the same ones for the same seed."""

import io
import random
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from tests.exchange.office_files import a_docx, a_pdf_of, an_odt, an_xlsx
from tests.exchange.old_excel import an_xls
from tests.pictures import a_picture
from tests.ui.pdfs import a_pdf

_NUMBERS = (b"0", b"-1", b"65535", b"4294967295", b"99999999999999999999")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(range(256)) * 16


def good_files(folder: Path) -> Mapping[str, bytes]:
    """Return a small whole file of every kind."""
    files = {
        "pdf": a_pdf(2),
        "pdf-words": a_pdf_of(folder / "pdf", ["một", "hai"]).read_bytes(),
        "docx": a_docx(folder / "docx").read_bytes(),
        "xlsx": an_xlsx(folder / "xlsx").read_bytes(),
        "odt": an_odt(folder / "odt").read_bytes(),
        "xls": an_xls([["Số, ký hiệu", "Trích yếu"], ["55/TB-VPCP", "Kết luận"], ["9/X", 94385]]),
        "ole": _OLE,
        "txt": "Số: 55/TB-VPCP, ngày 24 tháng 02 năm 2023".encode(),
    }
    kinds = ("PNG", "JPEG", "GIF", "BMP", "WEBP", "TIFF")
    return files | {kind.lower(): a_picture(kind, (60, 40)) for kind in kinds}


def mutants(body: bytes, count: int, seed: int) -> Iterator[bytes]:
    """Yield harmed copies of a file.

    Args:
        body: the whole file.
        count: how many.
        seed: of the harm.
    """
    chance = random.Random(seed)  # noqa: S311  # a seed makes the same files every time
    parts = _unpacked(body)
    for _ in range(count):
        if parts and chance.random() < 0.6:
            yield _repacked(parts, chance)
        else:
            yield _harmed(body, chance)


def _harmed(body: bytes, chance: random.Random) -> bytes:
    found = bytearray(body)
    for _ in range(chance.randrange(1, 5)):
        chance.choice(_HARMS)(found, chance)
    return bytes(found)


def _flip(found: bytearray, chance: random.Random) -> None:
    for _ in range(chance.randrange(1, 30)):
        if found:
            found[chance.randrange(len(found))] = chance.randrange(256)


def _cut(found: bytearray, chance: random.Random) -> None:
    if chance.random() < 0.5:
        del found[chance.randrange(len(found) + 1) :]


def _double(found: bytearray, chance: random.Random) -> None:
    at, size = chance.randrange(len(found) + 1), chance.randrange(1, 200)
    found[at:at] = found[at : at + size] * chance.randrange(1, 20)


def _number(found: bytearray, chance: random.Random) -> None:
    """Put a number where one stands: lengths and offsets of a PDF, sizes of a table."""
    places = [at for at, byte in enumerate(found) if 48 <= byte <= 57]
    if places:
        at = chance.choice(places)
        found[at : at + 1] = chance.choice(_NUMBERS)


_HARMS: tuple[Callable[[bytearray, random.Random], None], ...] = (
    _flip, _flip, _cut, _double, _number,
)  # fmt: skip


def _unpacked(body: bytes) -> dict[str, bytes]:
    if not zipfile.is_zipfile(io.BytesIO(body)):
        return {}
    with zipfile.ZipFile(io.BytesIO(body)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def _repacked(parts: Mapping[str, bytes], chance: random.Random) -> bytes:
    """Harm what is inside, so that the archive itself stays whole."""
    harmed = chance.choice(tuple(parts))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, body in parts.items():
            packed.writestr(name, _harmed(body, chance) if name == harmed else body)
    return stream.getvalue()
