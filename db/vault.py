"""Content of evidence files in the dossier: chunks of a MiB, found by hash."""

import hashlib
import itertools
import os
import secrets
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from cchc_desktop.domain.changes import WHOLE, ChangeSet
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.integrity import Inspected
from cchc_desktop.progress import CancelledError, Progress
from cchc_desktop.store import Staged
from db import words
from db.backup_places import kept_content
from db.connection import PAGE_SIZE, Mode, connect, shrink, transaction
from db.disk import refuse_without_room
from db.repair import drop, inspected, refuse_other, take_place, unused
from db.source import CHUNK, Source, opened, refuse_dossier
from db.trouble import told
from db.turns import Turns

_CHUNKS_A_COMMIT = 4  # an edit meanwhile takes 12 ms; with 8 it takes 40, copying no faster
_CACHE = f"PRAGMA cache_size = -{2 * _CHUNKS_A_COMMIT * CHUNK // 1024}"
_WHOLE = "whole"
_NAMING = frozenset({"document", "document_file"})
_LOOSE = "loose"  # it is all there, but no record has ever named it


class FileVault:
    """Content of evidence files; every call works on a connection of its own thread.

    Args:
        dossier: path of the dossier.
        mode: how the dossier is open.
    """

    def __init__(self, dossier: Path, mode: Mode) -> None:
        self._dossier = dossier
        self._mode = mode
        self.turns = Turns()
        self._staging = threading.Lock()
        self._is_shut = False

    def stage(self, path: Path, progress: Progress) -> Staged:
        """Copy a file's content into the dossier in small transactions; may run in a thread.

        Raises:
            CchcError: the file is empty, gone, changed while being read, too large, the dossier
                itself; there is no room.
            CancelledError: the user stopped the work; nothing of it stays.
        """
        refuse_dossier(path, self._dossier)
        with opened(path) as source, self._staging, self._connected() as database:
            if self._is_shut:
                raise CancelledError
            refuse_without_room(self._dossier, source.size, source.name)
            progress.step(0, source.size)
            database.execute(_CACHE)
            database.execute("PRAGMA synchronous = NORMAL")  # nobody counts on it before the end
            content = _begin(database, source.size)
            try:
                digest = self._copy(database, content, source, progress)
                return _settle(database, content, digest, source.size)
            except BaseException:
                with suppress(sqlite3.Error):
                    drop(database, content)
                raise

    @property
    def is_staging(self) -> bool:
        """Whether a file is being copied in."""
        return self._staging.locked()

    def shut(self) -> None:
        """Stop what is being staged and wait until it is gone."""
        self._is_shut = True
        with self._staging:
            pass

    def chunks(self, sha256: str) -> Iterator[bytes]:
        """Yield a content's bytes, a MiB at a time.

        Raises:
            CchcError: the content is not there or is damaged.
        """
        with self._connected() as database:
            yield from _chunks(database, sha256)

    def save_copy(self, sha256: str, target: Path) -> None:
        """Write a content to a file: temporary name first, then renamed.

        Raises:
            CchcError: the content is not there, or the place cannot be written.
        """
        if target.resolve() == self._dossier:
            raise words.already_there(target)
        with self._connected() as database:
            copy_content(database, sha256, target)

    def damaged(self, progress: Progress) -> Sequence[str]:
        """Return hashes whose stored bytes do not match."""
        with self._connected() as database:
            rows = database.execute(
                "SELECT sha256, size FROM content WHERE sha256 IS NOT NULL ORDER BY id"
            ).fetchall()
            total, done, found = sum(size for _, size in rows), 0, []
            for sha256, size in rows:
                progress.step(done, total)
                try:
                    for _ in _chunks(database, sha256):
                        pass
                except CchcError:
                    found.append(str(sha256))
                done += size
            progress.step(done, total)
        return found

    def inspect(self, sha256s: Iterable[str], progress: Progress) -> Iterator[Inspected]:
        """Yield what is found of each content, all of its bytes read."""
        wanted = list(dict.fromkeys(sha256s))
        with self._connected() as database:
            for done, sha256 in enumerate(wanted):
                progress.step(done, len(wanted))
                again = partial(progress.step, done, len(wanted))  # may stop in a large file
                yield inspected(database, self._dossier, sha256, again)
            progress.step(len(wanted), len(wanted))

    def repair(self, sha256: str, path: Path | None, progress: Progress) -> None:
        """Put a whole content in the place of a damaged or missing one.

        Raises:
            CchcError: the file has another hash, is not there, or there is no room.
            CancelledError: the user stopped the work; nothing of it stays.
        """
        source_path = path or kept_content(self._dossier, sha256)
        if path is None and not source_path.is_file():
            raise words.no_kept_content()
        refuse_dossier(source_path, self._dossier)
        with opened(source_path) as source, self._staging, self._connected() as database:
            refuse_without_room(self._dossier, source.size, source.name)
            progress.step(0, source.size)
            content = _begin(database, source.size)
            try:
                digest = self._copy(database, content, source, progress)
                refuse_other(source.name, digest, sha256)
                with self.turns.piece():
                    replaced = take_place(database, content, sha256)
            except BaseException:
                with suppress(sqlite3.Error):
                    drop(database, content)
                raise
            with suppress(sqlite3.Error):  # what is damaged may not even be dropped
                for old in replaced:
                    drop(database, old)

    def purge(self, sha256s: Iterable[str], progress: Progress) -> None:
        """Drop contents that no record names any more and make the file smaller.

        Raises:
            CchcError: the file is gone or cannot be written.
        """
        with self._staging, self._connected() as database:
            for content in unused(database, sha256s):
                drop(database, content)
                progress.step(0, 0)
            has_more = True
            while has_more:
                with self.turns.piece():
                    has_more = shrink(database, _CHUNKS_A_COMMIT * CHUNK // PAGE_SIZE)
                progress.step(0, 0)

    @contextmanager
    def _connected(self) -> Iterator[sqlite3.Connection]:
        with told(self._dossier):
            database = connect(self._dossier, self._mode)
            try:
                yield database
            finally:
                database.close()

    def _copy(
        self, database: sqlite3.Connection, content: int, source: Source, progress: Progress
    ) -> str:
        """Copy in transactions of 4 MiB, so that an edit waits for at most one; return the hash."""
        digest, done = hashlib.sha256(), 0
        while piece := _piece(source):
            with self.turns.piece(), transaction(database) as conn:
                conn.executemany(
                    "INSERT INTO chunk VALUES (?, ?, ?)",
                    [(content, n, data) for n, data in enumerate(piece, done // CHUNK)],
                )
            for data in piece:
                digest.update(data)
                done += len(data)
            if self._is_shut:
                raise CancelledError
            if done > source.size:
                break
            progress.step(done, source.size)
        source.refuse_changed(done)
        return digest.hexdigest()


def copy_content(database: sqlite3.Connection, sha256: str, target: Path) -> None:
    """Write a content to a file: temporary name first, then renamed.

    Raises:
        CchcError: the content is not there, or the place cannot be written.
    """
    part = target.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with part.open("xb") as file:
            for data in _chunks(database, sha256):
                file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    except OSError as error:
        raise words.cannot_save(target.name) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _piece(source: Source) -> list[bytes]:
    """Read what one transaction takes, before it begins: a slow stick keeps no edit waiting."""
    return list(itertools.takewhile(len, (source.read() for _ in range(_CHUNKS_A_COMMIT))))


def sweep(database: sqlite3.Connection) -> None:
    """Drop content that was never finished, and what no record ever named.

    The program ended while it was being copied, or an import was stopped before its documents
    were made.
    """
    rows = database.execute("SELECT id FROM content WHERE state <> ?", [_WHOLE]).fetchall()
    for (content,) in rows:
        drop(database, int(content))


def claim(conn: sqlite3.Connection, changes: ChangeSet) -> None:
    """Take contents that records name from now on as theirs; runs in the records' transaction."""
    for change in changes.changes:
        if change.table in _NAMING:
            named = change.new.get("sha256") if isinstance(change.new, dict) else change.new
            if named and (change.field in (WHOLE, "sha256")):
                conn.execute(
                    "UPDATE content SET state = ? WHERE sha256 = ? AND state = ?",
                    (_WHOLE, named, _LOOSE),
                )


def _begin(database: sqlite3.Connection, size: int) -> int:
    with transaction(database) as conn:
        made = conn.execute("INSERT INTO content (size, state) VALUES (?, 'staged')", (size,))
        return int(made.lastrowid or 0)


def _settle(database: sqlite3.Connection, content: int, sha256: str, size: int) -> Staged:
    """Give the content its hash, or drop it where that hash is known; the disk has it then."""
    database.execute("PRAGMA synchronous = FULL")
    with transaction(database) as conn:
        known = conn.execute("SELECT 1 FROM content WHERE sha256 = ?", (sha256,)).fetchone()
        if known is None:
            conn.execute(
                "UPDATE content SET sha256 = ?, state = ? WHERE id = ?", (sha256, _LOOSE, content)
            )
    if known is not None:
        drop(database, content)
    return Staged(sha256, size, known is not None)


def _chunks(database: sqlite3.Connection, sha256: str) -> Iterator[bytes]:
    """Yield chunks, each read on its own so that no long reading keeps the log from shrinking."""
    found = database.execute("SELECT id, size FROM content WHERE sha256 = ?", [sha256]).fetchone()
    if found is None:
        raise words.content_missing()
    content, size = found
    digest = hashlib.sha256()
    for n in range(-(-size // CHUNK)):
        row = database.execute(
            "SELECT data FROM chunk WHERE content = ? AND n = ?", [content, n]
        ).fetchone()
        if row is None:
            raise words.content_damaged()
        digest.update(row[0])
        yield row[0]
    if digest.hexdigest() != sha256:
        raise words.content_damaged()
