"""Faults of the file itself, said in Vietnamese."""

from collections.abc import Iterator, Sequence

from sqlite_utils import Database

from db import journal, words


def faults(database: Database) -> Sequence[str]:
    """Return faults of structure, references, journal chain and missing content."""
    return [
        *_structure(database),
        *_references(database),
        *journal.faults(database),
        *_contents(database),
    ]


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
    for (line,) in database.execute("PRAGMA quick_check").fetchall():
        if line != "ok":
            yield words.fault_structure(line)


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
