"""Records to and from rows: one column a field, an empty field is NULL.

Points are TEXT decimals and dates ISO TEXT, as in the JSON of ``domain.fields``; tuples,
mappings and rules are JSON text with sorted keys.
"""

import dataclasses
import json
import typing
from collections.abc import Mapping, Sequence
from enum import Enum
from functools import cache
from types import MappingProxyType
from typing import Any

from cchc_desktop.domain.changes import canonical
from cchc_desktop.domain.fields import Json, is_empty
from cchc_desktop.domain.tables import TABLES

Cell = None | int | str
_MARK_KEY = ("sheet", "criterion", "round")
_RARE: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"mark": ("lost", "not_applicable", "note", "explanation", "explanation_requested", "cause")}
)


class Column(Enum):
    """What a column holds."""

    TEXT = "TEXT"
    INTEGER = "INTEGER"
    BOOLEAN = "BOOLEAN"
    JSON = "JSON"


@cache
def columns_of(table: str) -> Mapping[str, Column]:
    """Return the columns of a table by name, in the order of the record's fields."""
    record_type = TABLES[table]
    hints = typing.get_type_hints(record_type)
    return {field.name: _column_of(hints[field.name]) for field in dataclasses.fields(record_type)}


def _column_of(hint: Any) -> Column:
    options = [option for option in typing.get_args(hint) if option is not type(None)]
    if typing.get_origin(hint) in {tuple, Mapping} or dataclasses.is_dataclass(hint):
        return Column.JSON
    if options:
        kinds = {_column_of(option) for option in options}
        return Column.JSON if len(kinds) > 1 else kinds.pop()
    return {bool: Column.BOOLEAN, int: Column.INTEGER}.get(hint, Column.TEXT)


def key_columns(table: str) -> tuple[str, ...]:
    """Return the columns that a record's key is made of."""
    if table == "mark":
        return _MARK_KEY
    return ("name",) if table == "setting" else ("id",)


def key_to_cells(table: str, key: str) -> Sequence[str]:
    """Return the values of the key columns."""
    return key.split("/") if table == "mark" else (key,)


def to_cell(column: Column, value: Json) -> Cell:
    """Return what stands in a row for one field's JSON value."""
    if is_empty(value):
        return None
    if column is Column.JSON:
        return canonical(value).decode()
    if column is Column.TEXT:
        return str(value)
    return int(typing.cast("int", value))


def from_cell(column: Column, cell: Cell) -> Json:
    """Return one field's JSON value from what stands in a row."""
    if column is Column.JSON and cell is not None:
        return typing.cast("Json", json.loads(typing.cast("str", cell)))
    return bool(cell) if column is Column.BOOLEAN and cell is not None else cell


def to_row(table: str, fields: Mapping[str, Json]) -> tuple[Cell, ...]:
    """Return a record's row, in the order of ``columns_of``."""
    return tuple(to_cell(column, fields.get(name)) for name, column in columns_of(table).items())


def from_row(table: str, row: Sequence[Cell]) -> dict[str, Json]:
    """Return a record's fields that are not empty."""
    return {
        name: from_cell(column, cell)
        for (name, column), cell in zip(columns_of(table).items(), row, strict=True)
        if cell is not None
    }


@cache
def packed_columns(table: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the columns that are packed one by one, and those packed as one.

    The sheet itself is in neither; together go those that are empty in most rows.
    """
    rare = _RARE.get(table, ())
    return tuple(name for name in columns_of(table) if name not in {"sheet", *rare}), rare


def from_packed(
    table: str, sheet: str, lists: Sequence[Sequence[Any] | None]
) -> dict[str, Sequence[Json]]:
    """Return columns by name from their packed lists; one that is empty may be left out.

    Args:
        table: the table.
        sheet: id of the sheet that they were packed for.
        lists: values of each column; at the end, where some are packed as one, those that are not
            all empty, or None.
    """
    single, rare = packed_columns(table)
    found: dict[str, Sequence[Json]] = {"sheet": [sheet] * len(lists[0] or ())}
    found |= {name: list(cells or ()) for name, cells in zip(single, lists, strict=False)}
    if rare and (together := lists[-1]) is not None:
        for at, name in enumerate(rare):
            found[name] = [None if cells is None else cells[at] for cells in together]
    for name, kind in columns_of(table).items():
        if kind is Column.BOOLEAN and name in found:
            found[name] = [None if cell is None else bool(cell) for cell in found[name]]
    return found


def packed_keys(table: str, columns: Mapping[str, Sequence[Json]]) -> Sequence[str]:
    """Return the keys of the rows that stand in columns."""
    names = key_columns(table)
    parts = [typing.cast("Sequence[str]", columns[name]) for name in names]
    return list(map("/".join, zip(*parts, strict=True))) if len(parts) > 1 else parts[0]
