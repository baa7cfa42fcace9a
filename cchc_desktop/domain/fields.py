"""Records to and from JSON values: one codec for disk, journal, undo and merge.

A record is a frozen dataclass. Its empty fields (None, "", False, (), {}) are left out, and a
field that is absent reads back as empty, so a record of ten fields costs what it holds.
"""

import dataclasses
import types
import typing
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import partial
from itertools import repeat
from typing import Any, TypeVar, Union

from cchc_desktop.domain.points import plain
from cchc_desktop.domain.text import nfc
from cchc_desktop.records import record

Json = None | bool | int | str | list["Json"] | dict[str, "Json"]
_Record = TypeVar("_Record")
_Read = Callable[[Any], Any]


def to_json(value: object) -> Json:
    """Return a field's value as JSON: text in NFC, decimals as strings, dates as ISO text."""
    if type(value) is str:
        return nfc(value)
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, Enum):
        return str(value.value)
    return _compound(value)


def _compound(value: object) -> Json:
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [to_json(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): to_json(item) for key, item in value.items()}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return record_to_json(value)
    raise TypeError(f"no JSON form for {type(value).__name__}")


def record_to_json(record: Any) -> dict[str, Json]:
    """Return a record's fields that are not empty; a rule also says its kind."""
    kind = getattr(type(record), "kind", None)
    found: dict[str, Json] = {} if kind is None else {"kind": str(kind)}
    for name in _form(type(record)).readers:
        value = to_json(getattr(record, name))
        if not is_empty(value):
            found[name] = value
    return found


def is_empty(value: Json) -> bool:
    """Return whether a JSON value is the empty value that a record leaves out."""
    return value is None or value is False or (isinstance(value, str | list | dict) and not value)


def record_from_json(record_type: type[_Record], found: Mapping[str, Json]) -> _Record:
    """Return the record that ``record_to_json`` described.

    Raises:
        TypeError: it is no mapping, lacks a field that has no empty value, or a value is of
            another type than its field is written in.
    """
    if not isinstance(found, Mapping):
        raise TypeError(f"a {record_type.__name__} is a mapping, not {type(found).__name__}")
    form = _FORMS.get(record_type) or _form(record_type)
    readers, kinds, values = form.readers, form.kinds, form.required_empty.copy()
    for name, value in found.items():
        if name in readers:
            if type(value) is not kinds[name]:
                raise TypeError(f"{name} is no {type(value).__name__}")
            read = readers[name]
            values[name] = value if read is None else read(value)
    return record_type(**values)


def records_from_columns(
    record_type: type[_Record], columns: Mapping[str, Sequence[Json]], count: int
) -> list[_Record]:
    """Return the records whose fields' JSON values lie column by column.

    Args:
        record_type: what they are.
        columns: values by field, empty ones None; a field that is absent is empty in every record.
        count: how many records there are.
    """
    if not count:
        return []
    form = _form(record_type)
    values = (
        form.column(name, columns[name]) if name in columns else repeat(form.absent[name], count)
        for name in form.readers
    )
    return list(map(record_type, *values))


def with_fields(record: _Record, changed: Mapping[str, Json]) -> _Record:
    """Return the record with some fields replaced by their JSON values."""
    form = _form(type(record))
    values = {name: form.value(name, value) for name, value in changed.items()}
    return typing.cast("_Record", dataclasses.replace(typing.cast("Any", record), **values))


@record
class _Form:
    """What the codec knows of a record type: readers and empty values by field.

    Args:
        readers: what reads a field; None where its JSON is its value.
        kinds: the type of a field's JSON.
        hints: types by field.
        required_empty: the fields without a default that may be left out, with their empty value.
        absent: what an absent field reads as, where it may be absent.
        entries: of the fields that are mappings of records: what the records are.
    """

    readers: Mapping[str, _Read | None]
    kinds: Mapping[str, type[Any]]
    hints: Mapping[str, Any]
    required_empty: dict[str, Any]
    absent: Mapping[str, Any]
    entries: Mapping[str, type[Any]]

    def empty(self, name: str) -> Any:
        return _empty_of(self.hints[name])

    def value(self, name: str, value: Json) -> Any:
        if is_empty(value):
            return self.empty(name)
        self.refuse_other(name, (value,))
        read = self.readers[name]
        return value if read is None else read(value)

    def refuse_other(self, name: str, values: Iterable[Json]) -> None:
        if not {type(None), self.kinds[name]}.issuperset(map(type, values)):
            raise TypeError(f"{name} is a {self.kinds[name].__name__}")

    def column(self, name: str, values: Sequence[Json]) -> Sequence[Any]:
        if name in self.entries:
            return _mappings(self.entries[name], values)
        read = self.readers[name]
        if read is _finite:
            return _all_finite(values, self.absent[name] if None in values else None)
        if None not in values:
            return values if read is None else [read(value) for value in values]
        empty = self.absent[name]
        if read is None:
            return [empty if value is None else value for value in values]
        return [empty if value is None else read(value) for value in values]


_AS_IT_IS = frozenset({str, bool, int})
_BEYOND = Decimal("1E+80")  # two such numbers can still be multiplied and printed
_BELOW = -_BEYOND
_FORMS: dict[type, _Form] = {}


def _form(record_type: type) -> _Form:
    form = _FORMS.get(record_type)
    if form is None:
        hints = typing.get_type_hints(record_type)
        fields = dataclasses.fields(record_type)
        required_empty = {field.name: "" for field in fields if _is_required_text(field, hints)}
        form = _FORMS[record_type] = _Form(
            {field.name: _reader(hints[field.name]) for field in fields},
            {field.name: _kind(hints[field.name]) for field in fields},
            hints,
            required_empty,
            {**required_empty, **_defaults(fields)},
            {name: entry for name, hint in hints.items() if (entry := _entry_of(hint))},
        )
    return form


def _defaults(fields: Iterable["dataclasses.Field[Any]"]) -> dict[str, Any]:
    found = {}
    for field in fields:
        if field.default is not dataclasses.MISSING:
            found[field.name] = field.default
        elif field.default_factory is not dataclasses.MISSING:
            found[field.name] = field.default_factory()
    return found


def _mappings(entry: type[Any], values: Sequence[Any]) -> list[dict[str, Any]]:
    """Return mappings of records, all records made in one go."""
    if not {dict, type(None)}.issuperset(map(type, values)):
        raise TypeError(f"no mapping of {entry.__name__}")
    found = [{} if value is None else value for value in values]
    rows, form = [fields for each in found for fields in each.values()], _form(entry)
    names: set[str] = set().union(*map(dict.keys, rows)) & form.readers.keys()
    columns = {name: [fields.get(name) for fields in rows] for name in names}
    for name, column in columns.items():
        form.refuse_other(name, column)
    records = iter(records_from_columns(entry, columns, len(rows)))
    return [dict(zip(each, records, strict=False)) for each in found]


def _entry_of(hint: Any) -> type[Any] | None:
    is_mapping = typing.get_origin(hint) is Mapping
    entry = typing.get_args(hint)[1] if is_mapping else None
    return entry if dataclasses.is_dataclass(entry) and isinstance(entry, type) else None


def _is_required_text(field: "dataclasses.Field[Any]", hints: Mapping[str, Any]) -> bool:
    has_default = not field.default is field.default_factory is dataclasses.MISSING
    return hints[field.name] is str and not has_default


def _empty_of(hint: Any) -> Any:
    if type(None) in typing.get_args(hint):
        return None
    origin = typing.get_origin(hint) or hint
    if origin is tuple:
        return ()
    if issubclass(origin, Enum):
        return origin("")
    return {} if origin is Mapping else hint()


def _reader(hint: Any) -> _Read | None:
    origin = typing.get_origin(hint)
    if origin in {Union, types.UnionType}:
        return _union_reader(typing.get_args(hint))
    if origin is tuple:
        return _tuple_reader(_item_reader(typing.get_args(hint)[0]))
    if origin is Mapping:
        return _mapping_reader(_item_reader(typing.get_args(hint)[1]))
    return _plain_reader(hint)


def _kind(hint: Any) -> type[Any]:
    """Return the type that a field's JSON has."""
    origin = typing.get_origin(hint)
    if origin in {Union, types.UnionType}:
        options = [option for option in typing.get_args(hint) if option is not type(None)]
        return _kind(options[0])
    if origin is tuple:
        return list
    if origin is Mapping or dataclasses.is_dataclass(hint):
        return dict
    return hint if hint in _AS_IT_IS else str


def _exactly(kind: type[Any]) -> _Read:
    """Return what reads an item whose JSON is its value."""

    def read(found: Any) -> Any:
        if type(found) is not kind:
            raise TypeError(f"no {kind.__name__}")
        return found

    return read


def _item_reader(hint: Any) -> _Read:
    return _reader(hint) or _exactly(hint)


def _tuple_reader(item: _Read) -> _Read:
    return lambda found: tuple([item(each) for each in found])


def _mapping_reader(entry: _Read) -> _Read:
    return lambda found: {key: entry(each) for key, each in found.items()}


def _plain_reader(hint: Any) -> _Read | None:
    if dataclasses.is_dataclass(hint):
        return partial(record_from_json, typing.cast("type[Any]", hint))
    if hint in {date, datetime}:
        return typing.cast("_Read", hint.fromisoformat)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {member.value: member for member in hint}.__getitem__
    if hint is Decimal:
        return _finite
    return None if hint in _AS_IT_IS else typing.cast("_Read", hint)


def _finite(found: Any) -> Decimal:
    """Return a number that can be reckoned with; nobody enters others."""
    value = Decimal(found)
    if not _BELOW < value < _BEYOND:
        raise ValueError(found)
    return value


def _all_finite(values: Iterable[Any], empty: Any) -> list[Any]:
    """Return a column of numbers, as ``_finite`` does it for one."""
    found = [empty if value is None else Decimal(value) for value in values]
    if not all(value is empty or _BELOW < value < _BEYOND for value in found):
        raise ValueError(values)
    return found


def _union_reader(options: tuple[Any, ...]) -> _Read | None:
    kinds = {
        str(option.kind): option
        for option in options
        if isinstance(getattr(option, "kind", None), str)
    }
    if kinds:
        return lambda found: record_from_json(kinds[found["kind"]], found)
    (only,) = (option for option in options if option is not type(None))
    return _reader(only)
