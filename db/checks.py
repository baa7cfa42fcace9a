"""Faults of the file itself, said in Vietnamese."""

import sqlite3
from collections.abc import Iterator, Sequence

from cchc_desktop.domain.tables import TABLES
from db import journal, replay, words
from db.rows import columns_of
from db.trouble import primary_code

_OTHERS = {
    "unit_total": {"sheet", "round", "points", "maximum", "is_complete", "areas", "is_stale"},
    "journal_line": {"n", "hash", "parents", "title", "changes_hash"},
    "journal_change": {"line", "n", "table", "key", "field", "old", "new"},
    "extracted": {"sha256", "pages", "fault"},
    "extracted_page": {"id", "sha256", "page", "text"},
    "page_search": {"folded"},
    "content": {"id", "sha256", "size", "state"},
    "chunk": {"content", "n", "data"},
}


def faults(database: sqlite3.Connection) -> Sequence[str]:
    """Return faults of structure, references, journal chain and missing content."""
    found: list[str] = []
    for check in (_structure, _references, journal.faults, replay.faults, _contents):
        try:
            found += check(database)
        except sqlite3.DatabaseError as error:
            if primary_code(error) != sqlite3.SQLITE_CORRUPT:
                raise
            found.append(words.fault_structure())
    return list(dict.fromkeys(found))


def damaged_tables(database: sqlite3.Connection) -> bool:
    """Return whether a table other than ``chunk`` is damaged; chunks are checked by hash."""
    tables = database.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'chunk'"
    ).fetchall()
    return any(
        database.execute(f'PRAGMA quick_check("{table}")').fetchall() != [("ok",)]
        for (table,) in tables
    )


def lacks_columns(database: sqlite3.Connection) -> bool:
    """Return whether a table or a column is missing: SQLite would read its name as a text."""
    wanted = {table: set(columns_of(table)) for table in TABLES} | _OTHERS
    return any(
        not columns <= {row[1] for row in database.execute(f'PRAGMA table_info("{table}")')}
        for table, columns in wanted.items()
    )


def _structure(database: sqlite3.Connection) -> Iterator[str]:
    if database.execute("PRAGMA quick_check").fetchall() != [("ok",)]:
        yield words.fault_structure()


def _references(database: sqlite3.Connection) -> Iterator[str]:
    try:
        rows = database.execute("PRAGMA foreign_key_check").fetchall()
    except sqlite3.OperationalError:  # a definition is damaged: a key that it names is none
        yield words.fault_structure()
        return
    broken = {(row[0], row[2]) for row in rows}
    for table, parent in sorted(broken):
        yield words.fault_reference(table, parent)


def _contents(database: sqlite3.Connection) -> Iterator[str]:
    rows = database.execute(
        "SELECT name FROM document WHERE sha256 NOT IN"
        " (SELECT sha256 FROM content WHERE state = 'whole') ORDER BY rowid"
    ).fetchall()
    for (name,) in rows:
        yield words.fault_content(name)
