"""Backups: every table in one reading, each content once by its hash."""

from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from db.connection import APPLICATION_ID, PAGE_SIZE, transaction
from db.statements import copy_sql
from db.vault import copy_content

_FOLDER = "sao-luu"
_CONTENT = "noi-dung"


def backup_folder(dossier: Path) -> Path:
    """Return the folder beside a dossier that holds its backups."""
    return dossier.with_name(f"{dossier.stem}-{_FOLDER}")


def back_up(database: Database, dossier: Path, moment: datetime) -> Path:
    """Copy a dossier into its backup folder; return the copy's path.

    Tables other than ``chunk`` go into a dossier of their own; a content that the folder already
    has is not copied again.

    Raises:
        OSError: the folder cannot be written.
        sqlite3.Error: the disk is full or fails.
    """
    folder = backup_folder(dossier)
    (folder / _CONTENT).mkdir(parents=True, exist_ok=True)
    target = folder / f"{dossier.stem} {moment:%Y-%m-%d %H-%M-%S}.cchc"
    part = target.with_suffix(".part")
    part.unlink(missing_ok=True)
    database.execute("ATTACH ? AS backup", [str(part)])
    try:
        database.execute(f"PRAGMA backup.page_size = {PAGE_SIZE}")
        database.execute(f"PRAGMA backup.application_id = {APPLICATION_ID}")
        _copy_tables(database)
    finally:
        database.execute("DETACH backup")
    for (sha256,) in database.execute(
        "SELECT sha256 FROM content WHERE state = 'whole'"
    ).fetchall():
        kept = folder / _CONTENT / str(sha256)
        if not kept.exists():
            copy_content(database, str(sha256), kept)
    part.replace(target)
    return target


def _copy_tables(database: Database) -> None:
    """Copy definitions and rows in one transaction, as the dossier stands at one moment."""
    with transaction(database) as conn:
        made = conn.execute(
            "SELECT type, name, sql FROM main.sqlite_master WHERE sql IS NOT NULL"
            " AND name NOT LIKE 'sqlite_stat%' ORDER BY type = 'index', rowid"
        ).fetchall()
        for kind, name, sql in made:
            conn.execute(_in_backup(kind, str(sql)))
            if kind == "table" and name != "chunk":
                conn.execute(copy_sql(name))


def _in_backup(kind: str, sql: str) -> str:
    """Return the definition with the backup's name before the table's or index's own."""
    head, _, tail = sql.partition(f"{kind.upper()} ")
    return f"{head}{kind.upper()} backup.{tail.lstrip()}"
