"""Connections to a dossier's file, and its transactions."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum
from pathlib import Path
from urllib.parse import quote

APPLICATION_ID = 0x43434843  # "CCHC"
PAGE_SIZE = 16384
INCREMENTAL = 2
_WAIT_SECONDS = 30
_MOST_WAL = 32 * 1024 * 1024
SIDECARS = ("-wal", "-shm", "-journal")


class Mode(StrEnum):
    """How a file is opened: written, read beside a writer, or read where nothing can be written."""

    WRITE = "mode=rw"
    READ = "mode=ro"
    FROZEN = "mode=ro&immutable=1"


def connect(path: Path, mode: Mode) -> sqlite3.Connection:
    """Return a connection to a file that is there; every statement commits by itself.

    Raises:
        sqlite3.Error: the file cannot be opened.
        UnicodeDecodeError: it is damaged, and so are the words that would say where.
    """
    database = sqlite3.connect(
        _address(path, mode), uri=True, isolation_level=None, timeout=_WAIT_SECONDS
    )
    try:
        database.execute("PRAGMA foreign_keys = ON")
        database.execute("PRAGMA synchronous = FULL")
        database.execute("PRAGMA temp_store = MEMORY")
        database.execute("PRAGMA secure_delete = OFF")  # zeros would pass through the log too
    except (sqlite3.Error, UnicodeDecodeError):
        database.close()
        raise
    return database


def _address(path: Path, mode: Mode) -> str:
    place = path.as_posix()
    lead = "" if place.startswith("/") else "/"
    return f"file://{lead}{quote(os.fsencode(place))}?{mode.value}"


def lay_out(database: sqlite3.Connection) -> None:
    """Give an empty file its page size, vacuum mode and mark, before its first table."""
    database.execute(f"PRAGMA page_size = {PAGE_SIZE}")
    database.execute(f"PRAGMA auto_vacuum = {INCREMENTAL}")
    database.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def start_wal(database: sqlite3.Connection) -> None:
    """Write through a log, one fsync a commit; the log is cut to its limit at a checkpoint.

    Edits leave checkpoints to moments of rest, so that no edit waits for one.
    """
    database.execute("PRAGMA journal_mode = WAL").fetchall()
    database.execute(f"PRAGMA journal_size_limit = {_MOST_WAL}").fetchall()
    database.execute("PRAGMA wal_autocheckpoint = 0").fetchall()


def number(database: sqlite3.Connection, sql: str) -> int:
    """Return the one number that a statement gives."""
    (found,) = database.execute(sql).fetchone()
    return int(found)


@contextmanager
def transaction(database: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """Write all or nothing, from the first statement the only writer.

    sqlite-utils' ``atomic`` begins as a reader, which a second connection's commit can refuse.
    """
    database.execute("BEGIN IMMEDIATE")
    try:
        yield database
        database.execute("COMMIT")
    except BaseException:
        if database.in_transaction:
            database.execute("ROLLBACK")
        raise


@contextmanager
def one_moment(database: sqlite3.Connection) -> Iterator[None]:
    """Read everything as it stands at one moment, whatever others commit meanwhile."""
    database.execute("BEGIN")
    try:
        yield
    finally:
        if database.in_transaction:
            database.execute("ROLLBACK")


def checkpoint(database: sqlite3.Connection) -> bool:
    """Put all commits into the file itself; return whether it is whole without its log.

    It does not wait for a writer, so that the window never does.
    """
    database.execute("PRAGMA busy_timeout = 0").fetchall()
    try:
        is_busy, _, _ = database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    finally:
        database.execute(f"PRAGMA busy_timeout = {_WAIT_SECONDS * 1000}").fetchall()
    return not is_busy


def give_back_pages(database: sqlite3.Connection) -> None:
    """Cut free pages off the file; fetching the pragma's rows would free only a few."""
    if number(database, "PRAGMA freelist_count"):
        database.executescript("PRAGMA incremental_vacuum")


def shrink(database: sqlite3.Connection, pages: int) -> bool:
    """Cut some free pages off the file; return whether there are more."""
    before = number(database, "PRAGMA freelist_count")
    if before:
        database.executescript(f"PRAGMA incremental_vacuum({pages})")
    return 0 < number(database, "PRAGMA freelist_count") < before


def become_single(database: sqlite3.Connection) -> None:
    """Leave the log, so that the file can be read from a read-only folder.

    Where somebody else still reads, the log stays, empty: nothing is lost by it.
    """
    checkpoint(database)
    database.execute("PRAGMA busy_timeout = 0").fetchall()
    with suppress(sqlite3.OperationalError):
        database.execute("PRAGMA journal_mode = DELETE").fetchall()


def remove_files(path: Path) -> None:
    """Take a file away that was made just now, with all that lies beside it."""
    for name in (path.name, *(f"{path.name}{tail}" for tail in SIDECARS)):
        with suppress(OSError):
            path.with_name(name).unlink()
