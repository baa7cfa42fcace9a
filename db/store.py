"""One open dossier: the state on disk, written one transaction a step."""

import json
import os
import sqlite3
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, nullcontext, suppress
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from cchc_desktop.domain.cells import Decoded, Packed, SheetCell
from cchc_desktop.domain.changes import WHOLE, Change, ChangeSet, canonical
from cchc_desktop.domain.errors import CchcError, readable
from cchc_desktop.domain.fields import to_json
from cchc_desktop.domain.journal import JournalLine
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.points import plain
from cchc_desktop.domain.state import State, state_of
from cchc_desktop.domain.tables import PLAIN_TABLES
from cchc_desktop.garbage import nothing_collected
from cchc_desktop.records import record
from cchc_desktop.store import Trail, UnitTotal
from cchc_desktop.wording.dossier import read_only, read_only_hint
from db import checks, journal, words
from db.connection import (
    Mode,
    become_single,
    checkpoint,
    connect,
    give_back_pages,
    one_moment,
    remove_files,
    transaction,
)
from db.lock import Lock
from db.rows import columns_of, from_row, key_to_cells, to_cell, to_row
from db.shelf import SheetRows, Shelf
from db.statements import delete_sql, insert_sql, select_sql, update_sql
from db.texts import StoredTexts
from db.trouble import primary_code, told
from db.vault import FileVault, claim


@record
class Way:
    """How a file may be opened: with its lock where this process may write, else why not."""

    mode: Mode
    lock: Lock | None
    reason: str = ""


class DossierStore:
    """One open dossier; belongs to the thread that opened it, its vault to any.

    Args:
        path: where the file is, links resolved.
        database: its connection.
        way: how it may be opened.
    """

    def __init__(self, path: Path, database: sqlite3.Connection, way: Way) -> None:
        self.path = path
        self.is_read_only = way.lock is None
        self.read_only_reason = way.reason
        self.vault = FileVault(path, way.mode)
        self.texts = StoredTexts(path, database, self._writing)
        self._database = database
        self._lock, self._mode = way.lock, way.mode
        self._identity = path.stat()
        self._is_closed = False
        self._newest: JournalLine | None = None  # asked for by several bars after every step
        self._totals: Sequence[UnitTotal] | None = None  # where somebody else may write
        with told(path), readable():
            self._head = journal.head_of(database)

    @property
    def head(self) -> str:
        """Hash of the journal's last line, "" before the first."""
        return self._head

    def load(self) -> State:
        """Return the state on disk.

        What is only read may be written by somebody else: all of it is fetched now, as it stands
        at one moment, and journal and totals stay those of that moment.

        Raises:
            CchcError: a record cannot be read, or names one that is not there.
        """
        moment = one_moment(self._database) if self.is_read_only else nullcontext()
        with told(self.path), nothing_collected(), readable(), moment:
            with closing(_packed(self._database)) as packed:
                state = state_of(packed)
            shelves = {key: Shelf(self.path, self._database, key) for key in state.assessments}
            state = replace(state, cells=_cells(state, shelves))
            _refuse_broken(state)
            if self.is_read_only:
                self._keep_moment(shelves.values())
        return state

    def has_moved_on(self) -> bool:
        """Return whether somebody else wrote since all was read; False where only we write.

        Raises:
            CchcError: the file is gone or cannot be read any more.
        """
        if not self.is_read_only:
            return False
        with told(self.path), closing(connect(self.path, self._mode)) as database:
            return journal.head_of(database) != self._head

    def write(self, changes: ChangeSet, line: JournalLine, totals: Sequence[UnitTotal]) -> None:
        """Write changes, journal line, head and totals in one transaction, or nothing.

        Raises:
            CchcError: the disk is full, the file is gone or cannot be written.
        """
        with self._writing() as conn:
            for change in changes.changes:
                _write_change(conn, change)
            claim(conn, changes)
            head = journal.append(conn, line, changes)
            _write_totals(conn, totals)
        self._head, self._newest = head, line

    def settle(self, totals: Sequence[UnitTotal]) -> None:
        """Write totals that were worked out anew, in one transaction.

        Raises:
            CchcError: the disk is full, the file is gone or cannot be written.
        """
        with self._writing() as conn:
            _write_totals(conn, totals)

    def changes_of(self, line_hash: str) -> ChangeSet:
        """Return the changes of a journal line.

        Raises:
            KeyError: there is no such line.
            CchcError: it cannot be read.
        """
        with told(self.path):
            if not journal.holds(self._database, line_hash):
                raise KeyError(line_hash)
            with readable():
                return journal.changes_of(self._database, line_hash)

    def lines(self, most: int) -> Sequence[JournalLine]:
        """Return the newest lines, newest first.

        Raises:
            CchcError: one cannot be read.
        """
        if most == 1 and self._newest is not None:
            return [self._newest]
        with told(self.path), readable():
            return journal.newest_lines(self._database, most, self._head)

    def trail(self) -> Trail:
        """Return how far this copy of the dossier has come."""
        with told(self.path):
            return journal.trail_of(self._database)

    def holds(self, line_hash: str) -> bool:
        """Return whether a line stands in the journal."""
        with told(self.path):
            return journal.holds(self._database, line_hash)

    def totals(self) -> Sequence[UnitTotal]:
        """Return the derived totals as they stand on disk, or stood when all was read.

        Those that cannot be read are left out: they are worked out from the points.
        """
        if self._totals is not None:
            return self._totals
        with told(self.path):
            rows = self._database.execute(
                "SELECT sheet, round, points, maximum, is_complete, areas, is_stale FROM unit_total"
            ).fetchall()
        found = map(_total_from, rows)
        return [total for total in found if total is not None]

    def faults(self) -> Sequence[str]:
        """Return faults of the file itself, in Vietnamese: integrity, keys, journal chain.

        It reads on a connection of its own, so it may run in a thread.
        """
        with told(self.path), closing(connect(self.path, self._mode)) as database:
            return checks.faults(database)

    def rest(self) -> bool:
        """Put every commit into the file itself, so that a plain copy of it is whole.

        Call it a second after the last commit and when the window loses the focus; it never
        waits.

        Returns:
            Whether the file is whole; where it is not, somebody writes or reads just now: call
            it again later.
        """
        if self.is_read_only:
            return True
        if self.vault.is_staging:
            return False
        with told(self.path):
            return checkpoint(self._database)

    def close(self) -> None:
        """Close the file; it is then one single file. A second time does nothing.

        Raises:
            CchcError: the disk refuses; committed steps stand in the log beside the file.
        """
        if self._is_closed:
            return
        self._is_closed = True
        self.vault.shut()
        try:
            if not self.is_read_only and self.path.exists():
                self._fold_log()
        finally:
            self._database.close()
            if self._lock is not None:
                self._lock.release()

    def discard(self) -> None:
        """Close the file and take it away: it was made just now and its first step failed."""
        self._is_closed = True
        self.vault.shut()
        self._database.close()
        remove_files(self.path)
        if self._lock is not None:
            self._lock.release()

    def _keep_moment(self, shelves: Iterable[Shelf]) -> None:
        self._totals = None
        for shelf in shelves:
            shelf.fetch()
        self._head = journal.head_of(self._database)
        with suppress(CchcError):  # whoever asks for them meets it again
            self._totals = self.totals()

    def _fold_log(self) -> None:
        with told(self.path):
            try:
                give_back_pages(self._database)
                become_single(self._database)
            except sqlite3.OperationalError as error:
                if primary_code(error) == sqlite3.SQLITE_FULL:
                    raise words.left_in_log(self.path) from error
                raise

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """Write all or nothing, when nothing stands against it."""
        if self.is_read_only:
            reason = self.read_only_reason
            raise CchcError(read_only(reason), read_only_hint(reason))
        self._refuse_gone()
        with told(self.path), self.vault.turns.edit(), transaction(self._database) as conn:
            yield conn

    def _refuse_gone(self) -> None:
        """Refuse to write into a file that was taken away: the commit would be lost with it."""
        try:
            is_same = os.path.samestat(self.path.stat(), self._identity)
        except OSError:
            is_same = False
        if not is_same:
            raise words.file_gone(self.path)


_TOTAL = """
    INSERT INTO unit_total (sheet, round, points, maximum, is_complete, areas, is_stale)
    VALUES (?, ?, ?, ?, ?, ?, ?)
"""


def _packed(database: sqlite3.Connection) -> Generator[Packed, None, None]:
    """Yield the records of the plain tables in the order they were made in."""
    for table in PLAIN_TABLES:
        with closing(database.execute(select_sql(table))) as rows:
            for row in rows:
                yield table, row[-1], from_row(table, row[:-1])


def _cells(state: State, shelves: Mapping[str, Shelf]) -> dict[str, SheetCell]:
    """Return a cell a sheet, whose rows stay on disk until its assessment is looked at."""
    decoded = Decoded()
    return {
        sheet.id: SheetCell(SheetRows(shelves[sheet.assessment], sheet.id), decoded)
        for sheet in state.sheets.values()
    }


def _refuse_broken(state: State) -> None:
    """Refuse records that every screen looks up and that are not there.

    Raises:
        LookupError: a sheet's unit or assessment, a linked document or a criterion's parent.
    """
    for sheet in state.sheets.values():
        _ = state.units[sheet.unit], state.assessments[sheet.assessment]
    for assessment, tree in state.trees.items():
        if len(tree.walk) != len(tree):
            raise LookupError(assessment)


def _write_change(conn: sqlite3.Connection, change: Change) -> None:
    """Write one change as it stands: a row made, taken away, or one column of it."""
    table, key = change.table, key_to_cells(change.table, change.key)
    if change.field != WHOLE:
        cell = to_cell(columns_of(table)[change.field], change.new)
        written = conn.execute(update_sql(table, change.field), (cell, *key))
    elif isinstance(change.new, dict):
        written = conn.execute(insert_sql(table), to_row(table, change.new))
    else:
        written = conn.execute(delete_sql(table), key)
    if written.rowcount != 1:
        raise LookupError(f"{table} {change.key}: no such record on disk")


def _write_totals(conn: sqlite3.Connection, totals: Sequence[UnitTotal]) -> None:
    """Write all rounds of the sheets that the totals name; other rounds of them are forgotten."""
    sheets = {total.sheet for total in totals}
    conn.executemany("DELETE FROM unit_total WHERE sheet = ?", [(sheet,) for sheet in sheets])
    conn.executemany(_TOTAL, [_total_row(total) for total in totals])


def _total_row(total: UnitTotal) -> tuple[str | int | None, ...]:
    return (
        total.sheet, total.round.value, _points(total.points), _points(total.maximum),
        int(total.is_complete), canonical(to_json(total.areas)).decode(), int(total.is_stale),
    )  # fmt: skip


def _total_from(row: Sequence[str]) -> UnitTotal | None:
    sheet, in_round, points, maximum, is_complete, areas, is_stale = row
    try:
        found = tuple((area, _decimal(value)) for area, value in json.loads(areas))
        return UnitTotal(
            sheet, Round(in_round), _decimal(points), _decimal(maximum), bool(is_complete), found,
            bool(is_stale),
        )  # fmt: skip
    except (ArithmeticError, TypeError, ValueError):
        return None


def _points(value: Decimal | None) -> str | None:
    return None if value is None else plain(value)


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
