"""Where an exported register lies: a folder or a zip file, neither of which is trusted."""

import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Protocol

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.evidence import safe_name
from cchc_desktop.domain.text import nfc
from cchc_desktop.exchange.takeout_paths import REGISTER
from cchc_desktop.wording import takeout as words

PIECE = 1024 * 1024
_MOST_PARTS = 200_000
_MOST_PACKED = 200  # times smaller than what it unpacks to: more is a bomb
_SMALL = 50 * PIECE
_LONGEST_PATH = 1000
_ENCRYPTED = 0x1
_SYMLINK = stat.S_IFLNK


class RefusedError(Exception):
    """A file of the register cannot be taken; its argument says why, in Vietnamese."""


class Source(Protocol):
    """Files by the paths that a register gives them."""

    def pieces(self, path: str) -> Iterator[bytes]:
        """Yield the bytes of a file, at most a MiB at a time.

        Raises:
            RefusedError: it is not there, lies elsewhere, or cannot be read.
        """
        ...


class _Folder:
    """A folder; nothing outside of it is looked at, no link is followed."""

    def __init__(self, root: Path) -> None:
        self._root = root.resolve()

    def pieces(self, path: str) -> Iterator[bytes]:
        """Yield the bytes of a file."""
        found = self._found(path)
        try:
            with found.open("rb") as file:
                while piece := file.read(PIECE):
                    yield piece
        except OSError as error:
            raise RefusedError(words.file_unreadable(path)) from error

    def _found(self, path: str) -> Path:
        at = self._root
        for part in _parts(path):
            at = _entry(at, part)
            if at.is_symlink():
                raise RefusedError(words.bad_path(path))
        try:
            resolved = at.resolve(strict=True)
        except OSError as error:
            raise RefusedError(words.file_missing(path)) from error
        if not resolved.is_relative_to(self._root):
            raise RefusedError(words.bad_path(path))
        if not resolved.is_file():
            raise RefusedError(words.file_missing(path))
        return resolved


class _Archive:
    """A zip file; members are found by name, never unpacked to a path of their own."""

    def __init__(self, packed: zipfile.ZipFile, top: str) -> None:
        self._packed, self._top = packed, top
        self._members: dict[str, list[zipfile.ZipInfo]] = {}
        for info in packed.infolist():
            self._members.setdefault(_member_name(info.filename), []).append(info)

    def pieces(self, path: str) -> Iterator[bytes]:
        """Yield the bytes of a member, no more than it says it has."""
        info = self._found(path)
        left = info.file_size
        try:
            with self._packed.open(info) as member:
                while left > 0 and (piece := member.read(min(PIECE, left))):
                    left -= len(piece)
                    yield piece
        except _ZIP_ERRORS as error:
            raise RefusedError(words.file_unreadable(path)) from error

    def _found(self, path: str) -> zipfile.ZipInfo:
        name = f"{self._top}{'/'.join(_parts(path))}"
        found = self._members.get(name, [])
        if not found:
            raise RefusedError(words.file_missing(path))
        (info, *others) = found
        is_link = stat.S_IFMT(info.external_attr >> 16) == _SYMLINK
        if others or is_link or info.flag_bits & _ENCRYPTED:
            raise RefusedError(words.file_unreadable(path))
        if info.file_size > _SMALL and info.file_size > _MOST_PACKED * max(info.compress_size, 1):
            raise RefusedError(words.file_bomb(path))
        return info


_ZIP_ERRORS = (  # what zipfile raises where a file is damaged or packed in an odd way
    OSError,
    EOFError,
    RuntimeError,
    ValueError,
    zipfile.BadZipFile,
    zlib.error,
)


@contextmanager
def source_at(place: Path) -> Iterator[Source]:
    """Open a folder or a zip file that holds a register.

    Raises:
        CchcError: there is none, or it cannot be read.
    """
    if place.is_dir():
        yield _Folder(_folder_with_register(place))
        return
    if not place.is_file():
        raise CchcError(words.unreadable(place.name), words.choose_exported())
    try:
        packed = zipfile.ZipFile(place)
    except _ZIP_ERRORS as error:
        raise CchcError(words.damaged_zip(place.name), words.copy_again()) from error
    with packed:
        names = [_member_name(name) for name in packed.namelist()]
        if len(names) > _MOST_PARTS:
            raise CchcError(words.too_many_parts(_MOST_PARTS), words.choose_exported())
        yield _Archive(packed, _top_of(names, place))


def small_file(source: Source, path: str, most: int) -> bytes:
    """Return the bytes of a file, one more than ``most`` where it has more.

    Raises:
        RefusedError: it is not there or cannot be read.
    """
    body = bytearray()
    for piece in source.pieces(path):
        body += piece
        if len(body) > most:
            return bytes(body[: most + 1])
    return bytes(body)


def _parts(path: str) -> tuple[str, ...]:
    """Return the parts of a path that stays where it begins.

    Raises:
        RefusedError: it is absolute, goes up, or means something else on another system.
    """
    parts = PurePosixPath(path).parts
    is_odd = any(_is_odd(part) for part in parts)
    if not parts or is_odd or len(path) > _LONGEST_PATH:
        raise RefusedError(words.bad_path(path[:100]))
    return parts


def _is_odd(part: str) -> bool:
    """Return whether a part goes up, is absolute, or names a device on Windows."""
    is_outside = part in {"..", "/", "//"} or bool(set(part) & set("\\:\0"))
    return is_outside or safe_name(part)[0] == "_" != part[0]


def _member_name(name: str) -> str:
    """Return the path of a member; older programs of Windows write it with backslashes."""
    return nfc(name).replace("\\", "/")


def _entry(folder: Path, name: str) -> Path:
    """Return an entry of a folder, whichever way its accents are written there."""
    exact = folder / name
    try:
        if exact.exists() or name.isascii():
            return exact
        return next((each for each in folder.iterdir() if nfc(each.name) == name), exact)
    except OSError:
        return exact


def _folder_with_register(place: Path) -> Path:
    """Return the folder that holds the register: the place, or the only one in it that does."""
    try:
        if (place / REGISTER).is_file():
            return place
        inside = [each for each in place.iterdir() if (each / REGISTER).is_file()]
    except OSError as error:
        raise CchcError(words.unreadable(place.name), words.choose_exported()) from error
    if len(inside) != 1 or inside[0].is_symlink():
        raise CchcError(words.no_register(place.name), words.choose_exported())
    return inside[0]


def _top_of(names: list[str], place: Path) -> str:
    """Return the folder of an archive that holds the register, "" for its top."""
    if REGISTER in names:
        return ""
    tops = [name[: -len(REGISTER)] for name in names if name.endswith(f"/{REGISTER}")]
    tops = [top for top in tops if top.count("/") == 1]
    if len(tops) != 1:
        raise CchcError(words.no_register(place.name), words.choose_exported())
    return tops[0]
