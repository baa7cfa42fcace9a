"""The cells of a spreadsheet as text; runs in a child process, where a bad file harms nobody."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import python_calamine

MOST_ROWS = 50_000
MOST_COLUMNS = 60
MOST_SHEETS = 12
_MOST_CELL = 4000


def rows_of(path: Path) -> Iterator[list[list[str]]]:
    """Yield the rows of each sheet: xlsx, xls or ods, told from the content."""
    with path.open("rb") as file:  # by its path it would be told from its suffix
        book = python_calamine.CalamineWorkbook.from_filelike(file)
        for name in book.sheet_names[:MOST_SHEETS]:
            rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False, nrows=MOST_ROWS)
            yield [[_text(cell) for cell in row[:MOST_COLUMNS]] for row in rows]


def _text(value: object) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)[:_MOST_CELL]
