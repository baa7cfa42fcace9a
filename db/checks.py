"""Faults of the file itself, said in Vietnamese."""

import sqlite3
from collections.abc import Iterator, Sequence

from sqlite_utils import Database

from db import journal, words
from db.trouble import primary_code


def faults(database: Database) -> Sequence[str]:
    """Return faults of structure, references, journal chain and missing content."""
    found: list[str] = []
    for check in (_structure, _references, journal.faults, _contents):
        try:
            found += check(database)
        except sqlite3.DatabaseError as error:
            if primary_code(error) != sqlite3.SQLITE_CORRUPT:
                raise
            found.append(words.fault_structure())
    return list(dict.fromkeys(found))


def damaged_tables(database: Database) -> bool:
    """Return whether a table other than ``chunk`` is damaged; chunks are checked by hash."""
    tables = database.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'chunk'"
    ).fetchall()
    return any(
        database.execute(f'PRAGMA quick_check("{table}")').fetchall() != [("ok",)]
        for (table,) in tables
    )


def _structure(database: Database) -> Iterator[str]:
    if database.execute("PRAGMA quick_check").fetchall() != [("ok",)]:
        yield words.fault_structure()


def _references(database: Database) -> Iterator[str]:
    broken = {(row[0], row[2]) for row in database.execute("PRAGMA foreign_key_check").fetchall()}
    for table, parent in sorted(broken):
        yield words.fault_reference(table, parent)


def _contents(database: Database) -> Iterator[str]:
    rows = database.execute(
        "SELECT name FROM document WHERE sha256 NOT IN"
        " (SELECT sha256 FROM content WHERE state = 'whole') ORDER BY rowid"
    ).fetchall()
    for (name,) in rows:
        yield words.fault_content(name)
