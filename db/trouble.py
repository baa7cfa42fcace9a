"""Trouble with disk and file, told as CchcError; everything else stays a bug."""

import errno
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

from cchc_desktop.domain.errors import CchcError
from db import words

_PRIMARY = 0xFF
_OF_WRECKS = (  # said without a code of their own
    "Could not decode to UTF-8",
    "unsupported file format",
    "invalid fts5 file format",
)
_OF_STEP: Mapping[int, Callable[[], CchcError]] = MappingProxyType(
    {
        sqlite3.SQLITE_FULL: words.disk_full,
        sqlite3.SQLITE_IOERR: words.disk_failed,
        sqlite3.SQLITE_READONLY: words.write_refused,
        sqlite3.SQLITE_PERM: words.write_refused,
        sqlite3.SQLITE_BUSY: words.busy,
        sqlite3.SQLITE_LOCKED: words.busy,
    }
)
_OF_FILE: Mapping[int, Callable[[Path], CchcError]] = MappingProxyType(
    {
        sqlite3.SQLITE_CANTOPEN: words.cannot_open,
        sqlite3.SQLITE_CORRUPT: words.damaged_dossier,
        sqlite3.SQLITE_NOTADB: words.no_dossier,
    }
)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Raise what SQLite and the system report about the dossier's file as CchcError.

    Raises:
        CchcError: the disk is full or failing, the file is damaged, busy or cannot be written.
    """
    try:
        yield
    except sqlite3.Error as error:
        code = primary_code(error)
        if code in _OF_STEP:
            fault = _OF_STEP[code]()
            raise fault from error
        if code in _OF_FILE:
            raise _OF_FILE[code](path) from error
        if any(words in str(error) for words in _OF_WRECKS):
            raise words.damaged_dossier(path) from error
        raise
    except UnicodeDecodeError as error:  # the driver reads SQLite's complaint, which names a wreck
        raise words.damaged_dossier(path) from error
    except OSError as error:
        raise (words.disk_full() if is_full(error) else words.disk_failed()) from error


def primary_code(error: sqlite3.Error) -> int:
    """Return SQLite's result code without its extension; 0 where the driver itself complains."""
    return int(getattr(error, "sqlite_errorcode", 0)) & _PRIMARY


def is_full(error: OSError) -> bool:
    """Return whether the system has no room left for the file."""
    return error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
