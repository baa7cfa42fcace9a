"""Records to and from JSON values: one codec for disk, journal, undo and merge.

A record is a frozen dataclass. Its empty fields (None, "", False, (), {}) are left out, and a
field that is absent reads back as empty, so a record of ten fields costs what it holds.
"""

import dataclasses
import types
import typing
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
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
    """Return the record that ``record_to_json`` described."""
    form = _form(record_type)
    readers, as_it_is = form.readers, form.as_it_is
    values = {
        name: value if name in as_it_is else readers[name](value)
        for name, value in found.items()
        if name in readers
    }
    return record_type(**{**form.required_empty, **values})


def with_fields(record: _Record, changed: Mapping[str, Json]) -> _Record:
    """Return the record with some fields replaced by their JSON values."""
    form = _form(type(record))
    values = {
        name: form.empty(name) if is_empty(value) else form.readers[name](value)
        for name, value in changed.items()
    }
    return typing.cast("_Record", dataclasses.replace(typing.cast("Any", record), **values))


@record
class _Form:
    """What the codec knows of a record type: readers and empty values by field.

    ``as_it_is`` names the fields whose JSON is their value.
    """

    readers: Mapping[str, _Read]
    hints: Mapping[str, Any]
    required_empty: Mapping[str, Any]
    as_it_is: frozenset[str]

    def empty(self, name: str) -> Any:
        return _empty_of(self.hints[name])


_AS_IT_IS = frozenset({str, bool, int})
_FORMS: dict[type, _Form] = {}


def _form(record_type: type) -> _Form:
    form = _FORMS.get(record_type)
    if form is None:
        hints = typing.get_type_hints(record_type)
        fields = dataclasses.fields(record_type)
        form = _FORMS[record_type] = _Form(
            {field.name: _reader(hints[field.name]) for field in fields},
            hints,
            {field.name: "" for field in fields if _is_required_text(field, hints)},
            frozenset(field.name for field in fields if hints[field.name] in _AS_IT_IS),
        )
    return form


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


def _reader(hint: Any) -> _Read:
    origin = typing.get_origin(hint)
    if origin in {Union, types.UnionType}:
        return _union_reader(typing.get_args(hint))
    if origin is tuple:
        item = _reader(typing.get_args(hint)[0])
        return lambda found: tuple(item(each) for each in found)
    if origin is Mapping:
        entry = _reader(typing.get_args(hint)[1])
        return lambda found: {key: entry(each) for key, each in dict(found).items()}
    return _plain_reader(hint)


def _plain_reader(hint: Any) -> _Read:
    if dataclasses.is_dataclass(hint):
        return lambda found: record_from_json(typing.cast("type[Any]", hint), found)
    if hint in {date, datetime}:
        return typing.cast("_Read", hint.fromisoformat)
    if hint in _AS_IT_IS:
        return lambda found: found
    return typing.cast("_Read", hint)


def _union_reader(options: tuple[Any, ...]) -> _Read:
    kinds = {
        str(option.kind): option
        for option in options
        if isinstance(getattr(option, "kind", None), str)
    }
    if kinds:
        return lambda found: record_from_json(kinds[found["kind"]], found)
    (only,) = (option for option in options if option is not type(None))
    return _reader(only)
