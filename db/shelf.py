"""What was entered in one assessment, left on disk until somebody looks at it.

SQLite packs the rows of a sheet into one text of JSON: a third of the time and of the memory that
the rows themselves would take. Nothing but the session that holds these shelves writes the file,
and it looks at a sheet before it changes it: what is read late is what stood there at opening.
"""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path

from cchc_desktop.domain.cells import Row
from cchc_desktop.domain.errors import readable
from db.rows import criterion_column, from_packed, key_columns
from db.statements import packed_sql
from db.trouble import told

_NONE = "[]"


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

    def text(self, table: str, sheet: str) -> str:
        """Return the rows of one sheet, packed.

        Raises:
            CchcError: the file is gone or damaged.
        """
        texts = self._texts.get(table)
        if texts is None:
            with told(self._path), readable():
                rows = self._database.execute(packed_sql(table), [self._assessment])
                texts = self._texts[table] = dict(rows.fetchall())
        return texts.get(sheet, _NONE)


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
        at, of_key = criterion_column(table), len(key_columns(table))
        for row in json.loads(self._shelf.text(table, self._sheet)):
            if criteria is None or (row[at] or "") in criteria:
                yield "/".join(row[:of_key]), from_packed(table, row)
