"""Opening and making dossiers: every step in the one order that loses nothing."""

import contextlib
import errno
import os
import sqlite3
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from cchc_desktop import clock as clocks
from cchc_desktop.clock import Clock
from cchc_desktop.domain.journal import SCHEMA
from cchc_desktop.wording import dossier as dossier_words
from db import words
from db.backup import back_up
from db.checks import damaged_tables, lacks_columns
from db.connection import APPLICATION_ID, Mode, connect, lay_out, number, remove_files, start_wal
from db.foreign_log import refuse_foreign_log
from db.lock import HeldError, Lock, take_lock
from db.store import DossierStore, Way
from db.trouble import is_full, primary_code, told
from db.vault import sweep

Steps = tuple[tuple[str, Callable[[Any], None]], ...]
"""Migrations: name and what it does."""
_Means = tuple[Clock, Steps | None]

_NO_WRITING = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def open_dossier(
    path: Path, *, clock: Clock = clocks.now, steps: Steps | None = None
) -> DossierStore:
    """Open a dossier; read-only, with the reason, where it cannot be written.

    Args:
        path: the dossier.
        clock: where the time in the lock and in backups comes from.
        steps: migrations that this program knows, where they are not ``MIGRATIONS``.

    Raises:
        CchcError: there is no dossier there, it is damaged, or of a newer program.
    """
    place = path.resolve()
    _refuse_no_file(place)
    way, means = _way(place, clock), (clock, steps)
    with told(place):
        try:
            return _open_as(place, way, means)
        except sqlite3.OperationalError as error:
            if way.lock is None or primary_code(error) != sqlite3.SQLITE_FULL:
                raise
            if _has_log(place):
                raise words.no_room_to_open(place) from error
            return _open_as(place, Way(Mode.FROZEN, None, dossier_words.DISK_FULL), means)


def _open_as(place: Path, way: Way, means: _Means) -> DossierStore:
    with _released_on_error(way.lock):
        with _damage_told(place):
            if way.lock is not None and _has_log(place):
                refuse_foreign_log(place, partial(_looked_at, place, steps=means[1]))
            database = connect(place, way.mode)
        try:
            return _opened(place, database, way, means)
        except BaseException:
            database.close()
            raise


def create_dossier(path: Path, *, clock: Clock = clocks.now) -> DossierStore:
    """Make an empty dossier and open it; nothing is left where that fails.

    Raises:
        CchcError: there is a file already, or none can be made there.
    """
    try:
        place = path.resolve()
        lock = take_lock(place, clock)
    except (HeldError, FileExistsError) as error:
        raise words.already_there(path) from error
    except (OSError, ValueError) as error:
        raise _no_place(path, error) from error
    with _released_on_error(lock):
        try:
            os.close(os.open(place, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o666))
        except FileExistsError as error:
            raise words.already_there(place) from error
        except OSError as error:
            raise _no_place(place, error) from error
        return _made(place, lock)


def _made(place: Path, lock: Lock) -> DossierStore:
    with _removed_on_error(place), told(place):
        database = connect(place, Mode.WRITE)
        try:
            lay_out(database)
            start_wal(database)
            _migrate(database)
            return DossierStore(place, database, Way(Mode.WRITE, lock))
        except BaseException:
            database.close()
            raise


def _refuse_no_file(place: Path) -> None:
    try:
        size = place.stat().st_size
    except (FileNotFoundError, NotADirectoryError) as error:
        raise words.missing(place) from error
    except (OSError, ValueError) as error:
        raise words.cannot_open(place) from error
    if place.is_dir():
        raise words.is_folder(place)
    if not size:
        raise words.empty_dossier(place)
    if not os.access(place, os.R_OK):
        raise words.cannot_open(place)


def _way(place: Path, clock: Clock) -> Way:
    try:
        lock = take_lock(place, clock)
    except HeldError as held:
        return Way(Mode.READ, None, held.sentence)
    except OSError as error:
        if error.errno not in _NO_WRITING:
            raise words.cannot_open(place) from error
        return Way(_mode_without_lock(place), None, dossier_words.FOLDER_READ_ONLY)
    if not os.access(place, os.W_OK):
        lock.release()
        return Way(Mode.READ, None, dossier_words.FILE_READ_ONLY)
    return Way(Mode.WRITE, lock)


def _mode_without_lock(place: Path) -> Mode:
    """Return how to read where no log can be made; a log that is there still counts."""
    if _has_log(place):
        if not place.with_name(f"{place.name}-shm").exists():
            raise words.unfinished_wal(place)
        return Mode.READ
    return Mode.FROZEN


def _opened(place: Path, database: sqlite3.Connection, way: Way, means: _Means) -> DossierStore:
    """Look before writing: mark, version, structure; then backup, migrations, sweep."""
    clock, steps = means
    with _damage_told(place):
        reason, is_old = _looked_at(place, database, steps)
    if way.lock is None:
        if is_old:
            raise words.old_read_only(place, way.reason)
        return DossierStore(place, database, way)
    if reason:
        way.lock.release()
        return DossierStore(place, database, Way(Mode.READ, None, reason))
    if is_old:
        back_up(database, place, clock())
        _migrate(database, steps)
    start_wal(database)
    _sweep_where_there_is_room(database)
    return DossierStore(place, database, way)


def _looked_at(place: Path, database: sqlite3.Connection, steps: Steps | None) -> tuple[str, bool]:
    """Return why a newer dossier is read-only, and whether migrations wait.

    Raises:
        CchcError: it is no dossier, damaged, or of a newer program.
    """
    if number(database, "PRAGMA application_id") != APPLICATION_ID:
        raise words.no_dossier(place)
    reason = _newer_reason(place, database)
    is_damaged = _is_cut_off(place, database) or damaged_tables(database)
    is_old = _is_old(database, steps)
    if is_damaged or (lacks_columns(database) and not is_old):
        raise words.damaged_dossier(place)
    return reason, is_old


@contextlib.contextmanager
def _damage_told(place: Path) -> Iterator[None]:
    """Tell as damage what SQLite cannot make sense of before anything was written."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if primary_code(error) != sqlite3.SQLITE_ERROR:
            raise
        raise words.damaged_dossier(place) from error


def _is_old(database: sqlite3.Connection, steps: Steps | None) -> bool:
    """Return whether migrations wait; of our own the schema tells, without sqlite-utils."""
    if steps is None:
        return number(database, "SELECT value FROM meta WHERE name = 'schema'") < SCHEMA
    from db.migrations import pending

    return pending(database, steps)


def _migrate(database: sqlite3.Connection, steps: Steps | None = None) -> None:
    from db.migrations import MIGRATIONS, migrate

    migrate(database, MIGRATIONS if steps is None else steps)


def _sweep_where_there_is_room(database: sqlite3.Connection) -> None:
    """Drop unfinished content; on a full disk it waits for the next opening."""
    try:
        sweep(database)
    except sqlite3.OperationalError as error:
        if primary_code(error) != sqlite3.SQLITE_FULL:
            raise


def _has_log(place: Path) -> bool:
    wal = place.with_name(f"{place.name}-wal")
    return wal.exists() and wal.stat().st_size > 0


def _is_cut_off(place: Path, database: sqlite3.Connection) -> bool:
    """Return whether the last page is cut; SQLite itself sees only whole pages that miss."""
    pages = number(database, "PRAGMA page_count")
    whole = pages * number(database, "PRAGMA page_size")
    return not _has_log(place) and place.stat().st_size < whole


def _newer_reason(place: Path, database: sqlite3.Connection) -> str:
    """Return why a newer dossier is read-only, "" where it is not newer.

    Raises:
        CchcError: this program is too old to read it.
    """
    try:
        meta = dict(database.execute("SELECT name, value FROM meta").fetchall())
        schema, oldest, _ = int(meta["schema"]), int(meta["min_reader"]), meta["head"]
    except (sqlite3.OperationalError, KeyError, ValueError) as error:
        raise words.damaged_dossier(place) from error
    if oldest > SCHEMA:
        raise words.newer(str(meta.get("program", "")))
    return dossier_words.NEWER_READ_ONLY if schema > SCHEMA else ""


def _no_place(path: Path, error: Exception) -> Exception:
    is_disk_full = isinstance(error, OSError) and is_full(error)
    return words.disk_full() if is_disk_full else words.cannot_create(path)


@contextlib.contextmanager
def _released_on_error(lock: Lock | None) -> Iterator[None]:
    try:
        yield
    except BaseException:
        if lock is not None:
            lock.release()
        raise


@contextlib.contextmanager
def _removed_on_error(place: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        remove_files(place)
        raise
