"""Backups: every table in one reading, each content once by its hash."""

import sqlite3
from datetime import datetime
from pathlib import Path

from db import words
from db.backup_places import CONTENT, backup_folder
from db.connection import APPLICATION_ID, INCREMENTAL, PAGE_SIZE, remove_files, transaction
from db.statements import copy_sql
from db.trouble import primary_code
from db.vault import copy_content

_INDEX = "page_search"
_LEFT_OUT = frozenset({"chunk", "extracted", "extracted_page", _INDEX})  # contents, what they give


def back_up(database: sqlite3.Connection, dossier: Path, moment: datetime) -> Path:
    """Copy a dossier into its backup folder; return the copy's path.

    Tables other than ``chunk`` and the texts go into a dossier of their own; a content that the
    folder already has is not copied again.

    Raises:
        CchcError: the folder cannot be written, or the disk is full.
        sqlite3.Error: the dossier cannot be read.
    """
    folder = backup_folder(dossier)
    target = folder / f"{dossier.stem} {moment:%Y-%m-%d %H-%M-%S}.cchc"
    part = target.with_suffix(".part")
    try:
        (folder / CONTENT).mkdir(parents=True, exist_ok=True)
        remove_files(part)
        _copy_tables(database, part)
        _copy_contents(database, folder / CONTENT)
        part.replace(target)
    except OSError as error:
        raise words.no_backup(dossier) from error
    finally:
        remove_files(part)
    return target


def _copy_contents(database: sqlite3.Connection, folder: Path) -> None:
    rows = database.execute("SELECT sha256 FROM content WHERE sha256 IS NOT NULL").fetchall()
    for (sha256,) in rows:
        kept = folder / str(sha256)
        if not kept.exists():
            _copy_where_whole(database, str(sha256), kept)


def _copy_where_whole(database: sqlite3.Connection, sha256: str, kept: Path) -> None:
    """Copy a content; one that is damaged already keeps the others from no backup."""
    try:
        copy_content(database, sha256, kept)
    except words.BadContentError:
        return
    except sqlite3.DatabaseError as error:
        if primary_code(error) != sqlite3.SQLITE_CORRUPT:
            raise


def _copy_tables(database: sqlite3.Connection, target: Path) -> None:
    """Copy definitions and rows in one transaction, as the dossier stands at one moment."""
    database.execute("ATTACH ? AS backup", [str(target)])
    try:
        database.execute(f"PRAGMA backup.page_size = {PAGE_SIZE}")
        database.execute(f"PRAGMA backup.auto_vacuum = {INCREMENTAL}")
        database.execute(f"PRAGMA backup.application_id = {APPLICATION_ID}")
        with transaction(database) as conn:
            _copy_rows(conn)
    finally:
        database.execute("DETACH backup")


def _copy_rows(conn: sqlite3.Connection) -> None:
    made = conn.execute(
        "SELECT type, name, sql FROM main.sqlite_master WHERE sql IS NOT NULL"
        " AND name NOT LIKE 'sqlite_%' ORDER BY type = 'index', rowid"
    ).fetchall()
    for kind, name, sql in made:
        if name.startswith(f"{_INDEX}_"):
            continue  # the virtual table makes its own
        conn.execute(_in_backup(kind, str(sql)))
        if kind == "table" and name not in _LEFT_OUT:
            conn.execute(copy_sql(name))


def _in_backup(kind: str, sql: str) -> str:
    """Return the definition with the backup's name before the table's or index's own."""
    head, _, tail = sql.partition(f"{kind.upper()} ")
    return f"{head}{kind.upper()} backup.{tail.lstrip()}"
