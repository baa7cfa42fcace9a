"""The journal on disk: lines, their changes field by field, and the head."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import datetime

from cchc_desktop.domain.changes import Change, ChangeSet, canonical
from cchc_desktop.domain.fields import Json
from cchc_desktop.domain.journal import JournalLine
from cchc_desktop.store import Trail
from db import words

_INSERT = """
    INSERT INTO journal_line
        (hash, parents, actor, session, at, command, title, schema, changes_hash)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_SELECT = """
    SELECT hash, parents, actor, session, at, command, title, schema, changes_hash
    FROM journal_line
"""


class ForkedError(Exception):
    """A line does not follow the journal's last one: a bug of the program."""


def head_of(database: sqlite3.Connection) -> str:
    """Return the hash of the last line, "" before the first."""
    (head,) = database.execute("SELECT value FROM meta WHERE name = 'head'").fetchone()
    return str(head)


def append(conn: sqlite3.Connection, line: JournalLine, changes: ChangeSet) -> str:
    """Write a line with its changes behind the head; return its hash, the new head.

    Raises:
        ForkedError: the line does not follow the head that stands on disk.
    """
    line_hash = line.hash
    before = line.parents[0] if line.parents else ""
    moved = conn.execute(
        "UPDATE meta SET value = ? WHERE name = 'head' AND value = ?", (line_hash, before)
    )
    if moved.rowcount != 1:
        raise ForkedError(before)
    row = (
        line_hash, _text(list(line.parents)), line.actor, line.session, line.at.isoformat(),
        line.command, line.title, line.schema, line.changes_hash,
    )  # fmt: skip
    written = conn.execute(_INSERT, row)
    conn.executemany(
        "INSERT INTO journal_change VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (written.lastrowid, n, c.table, c.key, c.field, _text(c.old), _text(c.new))
            for n, c in enumerate(changes.changes)
        ),
    )
    return line_hash


def append_migration(conn: sqlite3.Connection) -> None:
    """Append the line of a migration, which every copy of the dossier gets alike.

    A new dossier has no line yet and gets none; nor has one whose last line cannot be read.
    """
    last = conn.execute(_SELECT + "ORDER BY n DESC LIMIT 1").fetchone()
    before = None if last is None else _line_or_none(last)
    if before is not None:
        meta = dict(conn.execute("SELECT name, value FROM meta").fetchall())
        line = JournalLine(
            (str(meta["head"]),), "", "", before.at, "Migrate", words.migrated(meta["program"]),
            int(meta["schema"]), ChangeSet().digest,
        )  # fmt: skip
        append(conn, line, ChangeSet())


def changes_of(database: sqlite3.Connection, line_hash: str) -> ChangeSet:
    """Return the changes of a line.

    Raises:
        KeyError: there is no such line.
    """
    found = database.execute("SELECT n FROM journal_line WHERE hash = ?", [line_hash]).fetchone()
    if found is None:
        raise KeyError(line_hash)
    rows = database.execute(
        'SELECT "table", key, field, old, new FROM journal_change WHERE line = ? ORDER BY n',
        [found[0]],
    ).fetchall()
    return ChangeSet(
        tuple(
            Change(table, key, field, _value(old), _value(new))
            for table, key, field, old, new in rows
        )
    )


def newest_lines(database: sqlite3.Connection, most: int, head: str) -> Sequence[JournalLine]:
    """Return the newest lines up to one, newest first; a line always stands behind its parents."""
    upto = "WHERE n <= coalesce((SELECT n FROM journal_line WHERE hash = ?), n) "
    rows = database.execute(f"{_SELECT}{upto}ORDER BY n DESC LIMIT ?", [head, most])
    return [_line(row) for row in rows]


def trail_of(database: sqlite3.Connection) -> Trail:
    """Return where the journal begins, where it ends and how many lines it has."""
    first = database.execute("SELECT hash FROM journal_line ORDER BY n LIMIT 1").fetchone()
    (length,) = database.execute("SELECT count(*) FROM journal_line").fetchone()
    return Trail(str(first[0]) if first else "", head_of(database), int(length))


def holds(database: sqlite3.Connection, line_hash: str) -> bool:
    """Return whether a line stands in the journal."""
    found = database.execute("SELECT 1 FROM journal_line WHERE hash = ?", [line_hash])
    return found.fetchone() is not None


def faults(database: sqlite3.Connection) -> Iterator[str]:
    """Say where the chain is broken: every hash is computed anew."""
    known: set[str] = set()
    last = ""
    rows = database.execute(_SELECT + "ORDER BY n").fetchall()
    for row in rows:
        last, title, line = str(row[0]), str(row[6]), _line_or_none(row)
        if line is None or line.hash != last:
            yield words.fault_line(title)
        if _digest(database, last) != row[-1]:
            yield words.fault_changes(title)
        if line is not None and not known.issuperset(line.parents):
            yield words.fault_parent(title)
        known.add(last)
    if head_of(database) != last:
        yield words.fault_head()


def _line_or_none(row: Sequence[str]) -> JournalLine | None:
    try:
        return _line(row)
    except (TypeError, ValueError):
        return None


def _digest(database: sqlite3.Connection, line_hash: str) -> str:
    """Return the digest of a line's changes, "" where they cannot be read."""
    try:
        return changes_of(database, line_hash).digest
    except (KeyError, ValueError):  # a damaged index does not find a line that is there
        return ""


def _line(row: Sequence[str]) -> JournalLine:
    _, parents, actor, session, at, command, title, schema, changes_hash = row
    return JournalLine(
        tuple(json.loads(parents)), actor, session, datetime.fromisoformat(at), command, title,
        int(schema), changes_hash,
    )  # fmt: skip


def _text(value: Json) -> str | None:
    return None if value is None else canonical(value).decode()


def _value(text: str | None) -> Json:
    found: Json = None if text is None else json.loads(text)
    return found
