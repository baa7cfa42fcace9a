"""The records that the journal tells of, against the records that stand in the tables."""

import json
import sqlite3
from collections.abc import Iterator

from cchc_desktop.domain.changes import WHOLE
from cchc_desktop.domain.fields import Json
from cchc_desktop.domain.tables import TABLES
from db import words
from db.rows import from_row
from db.statements import select_sql

_Records = dict[str, dict[str, Json]]


def faults(database: sqlite3.Connection) -> Iterator[str]:
    """Say in which tables records were changed by another way than the journal's."""
    for table in TABLES:
        told = _told(database, table)
        differing = sum(
            1
            for key, fields in _standing(database, table)
            if fields is None or told.pop(key, None) != fields
        ) + len(told)
        if differing:
            yield words.fault_records(table, differing)


def _told(database: sqlite3.Connection, table: str) -> _Records:
    """Return the records of a table as all lines of the journal together leave them."""
    found: _Records = {}
    rows = database.execute(
        'SELECT key, field, new FROM journal_change WHERE "table" = ? ORDER BY line, n', [table]
    )
    for key, field, text in rows:
        try:
            new = None if text is None else json.loads(text)
        except ValueError:
            continue  # the chain of hashes tells of it
        if field != WHOLE:
            found.setdefault(key, {})[field] = new
        elif isinstance(new, dict):
            found[key] = new
        else:
            found.pop(key, None)
    return {key: _bare(fields) for key, fields in found.items()}


def _bare(fields: dict[str, Json]) -> dict[str, Json]:
    return {name: value for name, value in fields.items() if value is not None}


def _standing(
    database: sqlite3.Connection, table: str
) -> Iterator[tuple[str, dict[str, Json] | None]]:
    """Yield the records of a table by key; None for one that cannot be read."""
    for row in database.execute(select_sql(table)):
        try:
            yield row[-1], from_row(table, row[:-1])
        except ValueError:
            yield row[-1], None
