"""A file that is being copied into the dossier, watched from its first byte to its last."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from db import words
from db.connection import SIDECARS

CHUNK = 1024 * 1024
_SIDES = ("", *SIDECARS, ".lock")


class Source:
    """One open file and what it was when it was opened.

    Args:
        path: where it lies.
        file: the file, unbuffered.
    """

    def __init__(self, path: Path, file: BinaryIO) -> None:
        self.name = path.name
        self._path = path
        self._file = file
        self._before = os.fstat(file.fileno())

    @property
    def size(self) -> int:
        """Bytes it had when it was opened."""
        return self._before.st_size

    def read(self) -> bytes:
        """Return the next MiB; less only at the end, nothing behind it.

        Raises:
            CchcError: its disk went away.
        """
        try:
            data = self._file.read(CHUNK)
            while data and len(data) < CHUNK and (more := self._file.read(CHUNK - len(data))):
                data += more
        except OSError as error:
            raise words.source_unreadable(self.name) from error
        return data

    def refuse_changed(self, done: int) -> None:
        """Refuse a file that was written, replaced or taken away meanwhile.

        Args:
            done: bytes that were read.

        Raises:
            CchcError: it is not, at its end, the file that was begun.
        """
        try:
            after = self._path.stat()
        except OSError as error:
            raise words.source_missing(self.name) from error
        is_same = os.path.samestat(after, self._before)
        if not is_same or done != self.size or after.st_mtime_ns != self._before.st_mtime_ns:
            raise words.source_changed(self.name)


def refuse_dossier(path: Path, dossier: Path) -> None:
    """Refuse the open dossier and what lies beside it: closing them would free SQLite's locks.

    Args:
        path: the file that is to be opened.
        dossier: the open dossier, links resolved.

    Raises:
        CchcError: it is one of them, by whatever name.
    """
    for side in _SIDES:
        with suppress(OSError, ValueError):
            if path.samefile(f"{dossier}{side}"):
                raise words.dossier_itself(path.name)


@contextmanager
def opened(path: Path) -> Iterator[Source]:
    """Open a file that is to be copied.

    Raises:
        CchcError: it is missing, empty, a folder or device, or cannot be read.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise words.no_regular_file(path.name)
        file = path.open("rb", buffering=0)
    except FileNotFoundError as error:
        raise words.source_missing(path.name) from error
    except (OSError, ValueError) as error:
        raise words.source_unreadable(path.name) from error
    with file:
        source = Source(path, file)
        if not source.size:
            raise words.source_empty(path.name)
        yield source
