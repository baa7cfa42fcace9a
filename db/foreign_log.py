"""A log that another file of the same name left beside a dossier."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from db import journal, words
from db.connection import Mode, connect
from db.trouble import primary_code

_DAMAGE = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR})
_LAST = "SELECT hash FROM journal_line ORDER BY n DESC LIMIT 1"


def refuse_foreign_log(place: Path, look: Callable[[sqlite3.Connection], object]) -> None:
    """Refuse a log that another file left, before SQLite lays it over this one for good.

    The program ended while it wrote, and the file was replaced by hand since. Nothing is written
    here: both connections only read. The log of the file itself begins where the file ends, so
    together they hold the last step that the file alone has.

    Args:
        place: the dossier, with a log beside it.
        look: raises where what stands behind a connection is damaged.

    Raises:
        CchcError: the file is whole without its log and does not fit to it, or may not be read.
    """
    head = _head_without_log(place)
    if head and not _holds(place, head, look):
        raise words.foreign_log(place)


def _head_without_log(place: Path) -> str:
    """Return the last step of the file alone, "" where it was being written into."""
    try:
        with closing(connect(place, Mode.FROZEN)) as alone:
            head = journal.head_of(alone)
            return head if alone.execute(_LAST).fetchone() == (head,) else ""
    except (sqlite3.Error, TypeError, UnicodeDecodeError):
        return ""


def _holds(place: Path, head: str, look: Callable[[sqlite3.Connection], object]) -> bool:
    try:
        with closing(connect(place, Mode.READ)) as both:
            look(both)
            return journal.holds(both, head)
    except words.DamagedError:
        return False
    except sqlite3.DatabaseError as error:
        if primary_code(error) not in _DAMAGE:
            raise
        return False
