"""A workbook of Excel 97 (BIFF8 in an OLE2 file), written byte by byte: no library writes them."""

import struct
from collections.abc import Sequence

_SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_LEAST = 4096  # bytes of a stream that stands in sectors of its own
_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
Cell = str | int | float


def an_xls(rows: Sequence[Sequence[Cell]], sheet: str = "Văn bản") -> bytes:
    """Return a workbook of one sheet with words and numbers."""
    return an_ole("Workbook", _book(rows, sheet))


def _record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _begin(kind: int) -> bytes:
    return _record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0x0DBB, 0x07CC, 0, 6))


def _book(rows: Sequence[Sequence[Cell]], sheet: str) -> bytes:
    words = list(dict.fromkeys(cell for row in rows for cell in row if isinstance(cell, str)))
    strings = b"".join(struct.pack("<HB", len(w), 1) + w.encode("utf-16-le") for w in words)
    table = _record(0x00FC, struct.pack("<II", len(words), len(words)) + strings)
    head = _begin(0x0005) + _record(0x0042, struct.pack("<H", 1200))
    name = struct.pack("<BB", len(sheet), 1) + sheet.encode("utf-16-le")
    bound = 4 + 6 + len(name)
    end = _record(0x000A, b"")
    at = len(head) + bound + len(table) + len(end)
    head += _record(0x0085, struct.pack("<IH", at, 0) + name) + table + end
    return head + _sheet(rows, words) + end


def _sheet(rows: Sequence[Sequence[Cell]], words: Sequence[str]) -> bytes:
    wide = max(map(len, rows))
    found = _begin(0x0010) + _record(0x0200, struct.pack("<IIHHH", 0, len(rows), 0, wide, 0))
    for down, row in enumerate(rows):
        for across, cell in enumerate(row):
            if isinstance(cell, str):
                body = struct.pack("<HHHI", down, across, 0, words.index(cell))
                found += _record(0x00FD, body)
            else:
                found += _record(0x0203, struct.pack("<HHHd", down, across, 0, cell))
    return found


def an_ole(name: str, stream: bytes) -> bytes:
    """Return an OLE2 file: the table of sectors, the directory, one stream."""
    size = max(len(stream), _LEAST)
    count = -(-size // _SECTOR)
    sectors = [_FAT, _END, *range(3, count + 2), _END]
    table = sectors + [_FREE] * (_SECTOR // 4 - len(sectors))
    directory = _entry("Root Entry", 5, (_FREE, 1), (_END, 0)) + _entry(
        name, 2, (_FREE, _FREE), (2, size)
    )
    head = _MAGIC + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, _LEAST, _END, 0, _END, 0)
    head += struct.pack("<109I", 0, *[_FREE] * 108)
    body = struct.pack(f"<{_SECTOR // 4}I", *table)
    return head + body + directory.ljust(_SECTOR, b"\0") + stream.ljust(count * _SECTOR, b"\0")


def _entry(name: str, kind: int, family: tuple[int, int], place: tuple[int, int]) -> bytes:
    """Return an entry of the directory: siblings and child, first sector and bytes."""
    words = name.encode("utf-16-le")
    sibling, child = family
    return (
        words.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(words) + 2, kind, 1, sibling, sibling, child)
        + bytes(36)
        + struct.pack("<IQ", *place)
    )
