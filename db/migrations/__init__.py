"""Migrations of the dossier file: MIGRATIONS is the table, oldest first.

A migration is frozen once it is released: it says in its own words what it makes, updates the
``meta`` rows ``schema``, ``min_reader`` (oldest schema whose program can still read the file) and
``program`` (version of the program that brought it), and never rewrites lines of the journal: a
line of its own is appended for it.
"""

import sqlite3
from collections.abc import Callable

from db import journal
from db.light_library import Database, Migrations  # first: how sqlite-utils is loaded
from db.migrations import m0001_first, m0002_council, m0003_evidence, m0004_agencies

Migration = tuple[str, Callable[[Database], None]]

MIGRATIONS: tuple[Migration, ...] = (
    ("m0001_first", m0001_first.apply),
    ("m0002_council", m0002_council.apply),
    ("m0003_evidence", m0003_evidence.apply),
    ("m0004_agencies", m0004_agencies.apply),
)

_SET = "cchc"


class BrokenMigrationError(Exception):
    """A migration left rows that name others that are not there: a bug of the program."""


def pending(database: sqlite3.Connection, steps: tuple[Migration, ...] = MIGRATIONS) -> bool:
    """Return whether a dossier still needs migrations."""
    return bool(_as_set(steps).pending(_wrapped(database)))


def migrate(database: sqlite3.Connection, steps: tuple[Migration, ...] = MIGRATIONS) -> None:
    """Bring a dossier to the newest tables, each step all or nothing.

    Foreign keys rest meanwhile, because SQLite cannot rebuild a table that others name.

    Raises:
        BrokenMigrationError: rows name others that are not there.
        sqlite3.Error: the disk refuses.
    """
    database.execute("PRAGMA foreign_keys = OFF")
    try:
        _as_set(steps).apply(_wrapped(database))
        broken = database.execute("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise BrokenMigrationError(broken[:10])
    finally:
        database.execute("PRAGMA foreign_keys = ON")


def _wrapped(database: sqlite3.Connection) -> Database:
    return Database(database, execute_plugins=False)


def _as_set(steps: tuple[Migration, ...]) -> Migrations:
    found = Migrations(_SET)
    for name, apply in steps:
        found(name=name)(_with_line(apply))
    return found


def _with_line(apply: Callable[[Database], None]) -> Callable[[Database], None]:
    """Return a migration that also appends its line to the journal, in one transaction."""

    def step(database: Database) -> None:
        apply(database)
        journal.append_migration(database.conn)

    return step
