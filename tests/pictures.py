"""Pictures for tests, good and bad."""

import io
import struct
import zlib

from PIL import Image


def a_picture(kind: str = "PNG", size: tuple[int, int] = (80, 60), *, turn: int = 1) -> bytes:
    """Return a picture with a dark left half; ``turn`` is its orientation as cameras write it."""
    image = Image.new("RGB", size, "#D55E00")
    image.paste("#1B4F91", (0, 0, size[0] // 2, size[1]))
    exif = Image.Exif()
    exif[0x0112] = turn
    body = io.BytesIO()
    image.save(body, kind, **({"exif": exif} if turn != 1 else {}))
    return body.getvalue()


def a_vast_picture(edge: int = 40_000) -> bytes:
    """Return the head of a PNG of so many pixels each way, and a little of its body."""
    size = struct.pack(">II", edge, edge)
    head = b"IHDR" + size + bytes([8, 2, 0, 0, 0])
    parts = (head, b"IDAT" + zlib.compress(bytes(2000)), b"IEND")
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(part) - 4) + part + struct.pack(">I", zlib.crc32(part))
        for part in parts
    )
