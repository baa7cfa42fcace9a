"""What the disk under a dossier can take."""

import ctypes
import shutil
import sys
from contextlib import suppress
from pathlib import Path

from db import words

_MIB = 1024 * 1024
_MOST_FAT32 = 4 * 1024 * _MIB - 1
_LOG_ROOM = 24 * _MIB  # what the write-ahead log holds beside the file while it grows
_PAGE_ROOM = 50  # one part in so many is the file's own bookkeeping
_MOUNTS = Path("/proc/self/mounts")


def refuse_without_room(dossier: Path, size: int, name: str) -> None:
    """Refuse a document that the disk under the dossier cannot take.

    Raises:
        CchcError: the disk has no room, or the dossier would outgrow FAT32.
        OSError: the dossier's folder cannot be looked at.
    """
    grown = size + size // _PAGE_ROOM + _MIB // 4
    if file_system(dossier) == "fat32" and dossier.stat().st_size + grown > _MOST_FAT32:
        raise words.past_fat32(name)
    needed = grown + min(size, _LOG_ROOM)
    free = shutil.disk_usage(dossier.parent).free
    if free < needed:
        raise words.no_room(name, needed, free)


def file_system(path: Path) -> str:
    """Return the kind of file system in lower case, "fat32" for all FAT; "" where unknown."""
    if sys.platform == "win32":  # pragma: no cover - looked at on Windows
        name = ctypes.create_unicode_buffer(64)
        ctypes.windll.kernel32.GetVolumeInformationW(
            path.anchor, None, 0, None, None, None, name, len(name)
        )
        kind = name.value
    else:
        with suppress(OSError):
            return kind_of(mounted(path, _MOUNTS.read_text("utf-8", "replace")))
        kind = ""
    return kind_of(kind)


def mounted(path: Path, mounts: str) -> str:
    """Return the kind of file system of a path by the system's table of mounts."""
    best, kind = "", ""
    for line in mounts.splitlines():
        _, raw, found, *_ = line.split()
        place = raw.replace("\\040", " ")
        if len(place) >= len(best) and path.is_relative_to(place):
            best, kind = place, found
    return kind


def kind_of(name: str) -> str:
    """Return one name for all kinds of FAT."""
    lower = name.lower()
    return "fat32" if lower in {"vfat", "msdos", "fat", "fat16", "fat32"} else lower
