"""What a file is, told from its first bytes: a name may lie."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class FileKind(StrEnum):
    """Kinds of files that evidence comes in."""

    PDF = "pdf"
    ZIP = "zip"  # docx, xlsx, ods, odt, or an archive: the inside tells
    OLE = "ole"  # xls, doc
    IMAGE = "image"
    TEXT = "text"
    PROGRAM = "program"
    UNKNOWN = "unknown"


HEAD = 1024
"""How many first bytes ``kind_of_bytes`` wants to see."""

_STARTS: Mapping[FileKind, tuple[bytes, ...]] = MappingProxyType(
    {
        FileKind.PROGRAM: (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe"),
        FileKind.ZIP: (b"PK\x03\x04", b"PK\x05\x06"),
        FileKind.OLE: (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",),
        FileKind.IMAGE: (
            b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*",
        ),
    }
)  # fmt: skip


_RUNNABLE = frozenset({
    "bat", "cmd", "com", "cpl", "desktop", "exe", "hta", "jar", "js", "jse", "lnk", "msi", "pif",
    "ps1", "reg", "scr", "sh", "url", "vbe", "vbs", "wsf", "wsh",
})  # fmt: skip


def is_runnable(name: str, head: bytes) -> bool:
    """Return whether opening a file would run it: a program or a script, whatever it is called.

    Args:
        name: its name.
        head: its first bytes.
    """
    suffix = name.rpartition(".")[2].lower().strip()
    return suffix in _RUNNABLE or kind_of_bytes(head) is FileKind.PROGRAM


def kind_of_bytes(head: bytes) -> FileKind:
    """Return the kind of a file from its first bytes.

    Args:
        head: the first ``HEAD`` bytes, fewer where the file is shorter.
    """
    for kind, starts in _STARTS.items():
        if head.startswith(starts):
            return kind
    if b"%PDF-" in head:  # readers allow some bytes before it
        return FileKind.PDF
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return FileKind.IMAGE
    return FileKind.TEXT if _is_text(head) else FileKind.UNKNOWN


def _is_text(head: bytes) -> bool:
    if not head or b"\x00" in head:
        return False
    try:
        head.decode()
    except UnicodeDecodeError as error:
        return error.start > len(head) - 4  # the last character is cut
    return True
