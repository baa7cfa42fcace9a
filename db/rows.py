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
from typing import Any

from cchc_desktop.domain.changes import canonical
from cchc_desktop.domain.fields import Json, is_empty
from cchc_desktop.domain.tables import TABLES

Cell = None | int | str
_MARK_KEY = ("sheet", "criterion", "round")


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


def from_packed(table: str, row: Sequence[Json]) -> dict[str, Json]:
    """Return a record's fields that are not empty from a row whose JSON is JSON already."""
    names, flags = _packed_form(table)
    pairs = zip(names, row, strict=True)
    found: dict[str, Json] = {name: cell for name, cell in pairs if cell is not None}
    for name in flags:
        if name in found:
            found[name] = bool(found[name])
    return found


@cache
def _packed_form(table: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the columns of a table, and which of them are flags."""
    columns = columns_of(table)
    return tuple(columns), tuple(n for n, kind in columns.items() if kind is Column.BOOLEAN)


@cache
def criterion_column(table: str) -> int:
    """Return the place of the criterion among a table's columns."""
    return list(columns_of(table)).index("criterion")
