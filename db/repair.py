"""Contents as they are found on disk: inspected, put in place of damaged ones, dropped."""

import hashlib
import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path

from cchc_desktop.domain.integrity import Inspected
from db import words
from db.backup_places import kept_content
from db.connection import transaction
from db.trouble import primary_code

_PIECE = 4  # chunks of a transaction that drops
_DROP_CHUNKS = """
    DELETE FROM chunk
    WHERE rowid IN (SELECT rowid FROM chunk WHERE content = ? ORDER BY n DESC LIMIT ?)
"""
_NAMED = """
    SELECT 1 FROM document WHERE sha256 = ? UNION ALL SELECT 1 FROM document_file WHERE sha256 = ?
"""


def inspected(
    database: sqlite3.Connection, dossier: Path, sha256: str, told: Callable[[], object]
) -> Inspected:
    """Return what is found of a content, all of its chunks read.

    Args:
        database: the dossier.
        dossier: its path, for the backup folder.
        sha256: the hash it was entered with.
        told: called after each chunk; may raise to stop.
    """
    digest, size = hashlib.sha256(), 0
    try:
        row = database.execute("SELECT id FROM content WHERE sha256 = ?", [sha256]).fetchone()
        numbers = [] if row is None else _chunk_numbers(database, int(row[0]))
        for n in numbers:
            (data,) = database.execute(
                "SELECT data FROM chunk WHERE content = ? AND n = ?", [row[0], n]
            ).fetchone()
            digest.update(data)
            size += len(data)
            told()
        found = digest.hexdigest() if numbers else ""
    except sqlite3.DatabaseError as error:
        if primary_code(error) != sqlite3.SQLITE_CORRUPT:
            raise
        found, size = "", max(1, size)
    has_backup = found != sha256 and _is_kept(kept_content(dossier, sha256), sha256)
    return Inspected(sha256, found, size, has_backup)


def _chunk_numbers(database: sqlite3.Connection, content: int) -> list[int]:
    rows = database.execute("SELECT n FROM chunk WHERE content = ? ORDER BY n", [content])
    return [int(n) for (n,) in rows.fetchall()]


def _is_kept(path: Path, sha256: str) -> bool:
    """Return whether a file is whole: a backup on a dying disk is none."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == sha256
    except OSError:
        return False


def refuse_other(name: str, digest: str, sha256: str) -> None:
    """Refuse a file that is not the one that was entered.

    Raises:
        CchcError: its hash is another one.
    """
    if digest != sha256:
        raise words.other_content(name)


def take_place(database: sqlite3.Connection, content: int, sha256: str) -> list[int]:
    """Give a hash to another content, in one transaction; return those that had it before."""
    with transaction(database) as conn:
        rows = conn.execute("SELECT id FROM content WHERE sha256 = ?", (sha256,)).fetchall()
        conn.execute(
            "UPDATE content SET sha256 = NULL, state = 'replaced' WHERE sha256 = ?", (sha256,)
        )
        conn.execute(
            "UPDATE content SET sha256 = ?, state = 'whole' WHERE id = ?", (sha256, content)
        )
    return [int(old) for (old,) in rows]


def unused(database: sqlite3.Connection, sha256s: Iterable[str]) -> list[int]:
    """Return those contents that no document and no further file names."""
    found = []
    for sha256 in sha256s:
        if database.execute(_NAMED, (sha256, sha256)).fetchone() is None:
            rows = database.execute("SELECT id FROM content WHERE sha256 = ?", (sha256,))
            found += [int(content) for (content,) in rows.fetchall()]
    return found


def drop(database: sqlite3.Connection, content: int) -> None:
    """Take a content away with its chunks, in transactions as small as those that made it."""
    left = True
    while left:
        with transaction(database) as conn:
            gone = conn.execute(_DROP_CHUNKS, (content, _PIECE)).rowcount
            left = gone == _PIECE
            if not left:
                conn.execute("DELETE FROM content WHERE id = ?", (content,))
