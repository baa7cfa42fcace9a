"""What was entered in one assessment, left on disk until somebody looks at it.

SQLite packs the rows of a sheet into one text of JSON, column by column: a third of the time and
a fifth of the memory that the rows themselves would take. Nothing but the session that holds these
shelves writes the file, and it looks at a sheet before it changes it: what is read late is what
stood there at opening. Where somebody else may write, the texts are fetched at opening.
"""

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from cchc_desktop.domain.cells import Row
from cchc_desktop.domain.errors import CchcError, readable
from cchc_desktop.domain.fields import Json, records_from_columns
from cchc_desktop.domain.tables import CELL_TABLES
from db.rows import from_packed, packed_keys
from db.statements import packed_sql
from db.trouble import told


class Shelf:
    """Packed rows of all sheets of one assessment; a table is read when it is first wanted.

    Args:
        path: the dossier, for what goes wrong.
        database: its connection.
        assessment: id of the assessment.
    """

    def __init__(self, path: Path, database: sqlite3.Connection, assessment: str) -> None:
        self._path, self._database, self._assessment = path, database, assessment
        self._texts: dict[str, Mapping[str, str]] = {}

    def fetch(self) -> None:
        """Fetch the texts of all tables now; what cannot be read is told to who looks at it."""
        for table in CELL_TABLES:
            with suppress(CchcError):
                self.text(table, "")

    def text(self, table: str, sheet: str) -> str:
        """Return the rows of one sheet, packed; "" where there are none.

        Raises:
            CchcError: the file is gone or damaged.
        """
        texts = self._texts.get(table)
        if texts is None:
            query = packed_sql(table), [self._assessment]
            with told(self._path), readable(), closing(self._database.execute(*query)) as rows:
                texts = self._texts[table] = {sheet: text for sheet, text in rows if text}
        return texts.get(sheet, "")


class SheetRows:
    """Where the packed rows of one sheet are.

    Args:
        shelf: the shelf of its assessment.
        sheet: id of the sheet.
    """

    __slots__ = ("_sheet", "_shelf")

    def __init__(self, shelf: Shelf, sheet: str) -> None:
        self._shelf, self._sheet = shelf, sheet

    def rows(self, table: str, criteria: AbstractSet[str] | None = None) -> Iterator[Row]:
        """Yield key and fields of each row of one table, of some criteria where they are given.

        Raises:
            CchcError: they cannot be read.
        """
        columns = self._columns(table)
        if not columns:
            return
        wanted = columns.get("criterion", columns["sheet"]) if criteria is not None else ()
        for at, key in enumerate(packed_keys(table, columns)):
            if criteria is None or (wanted[at] or "") in criteria:
                cells = [(name, values[at]) for name, values in columns.items()]
                yield key, {name: cell for name, cell in cells if cell is not None}

    def records(self, table: str) -> Mapping[str, Any]:
        """Return the records of one table by key.

        Raises:
            CchcError, ArithmeticError, LookupError, TypeError, ValueError: they cannot be read.
        """
        columns = self._columns(table)
        if not columns:
            return {}
        keys = packed_keys(table, columns)
        records = records_from_columns(CELL_TABLES[table], columns, len(keys))
        return dict(zip(keys, records, strict=True))

    def _columns(self, table: str) -> Mapping[str, Sequence[Json]]:
        text = self._shelf.text(table, self._sheet)
        return from_packed(table, self._sheet, json.loads(text)) if text else {}
