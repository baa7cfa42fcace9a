"""JSON values to records: every value that does not fit is collected with its path."""

import dataclasses
import re
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import MISSING
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any, Union

from cchc_desktop.domain.text import nfc
from cchc_desktop.exchange.json_text import Written
from cchc_desktop.exchange.problems import Path, Problem
from cchc_desktop.records import record
from cchc_desktop.wording import set_files as words

FAULTY: Any = object()
"""Stands for a value that does not fit; the reason is among the problems."""

_NUMBER = re.compile(r"-?[0-9]{1,30}(\.[0-9]{1,30})?")
_WHOLE = re.compile(r"-?[0-9]{1,9}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@record
class Fields:
    """Which fields a record has in a file.

    Args:
        types: types by name.
        required: the ones that must be there.
        empty: values of the ones that an absent field leaves empty.
    """

    types: Mapping[str, Any]
    required: frozenset[str] = frozenset()
    empty: Mapping[str, Any] = dataclasses.field(default_factory=dict)


def fields_of(record_type: type, *, without: frozenset[str] = frozenset()) -> Fields:
    """Return the fields of a record type, but for some that a file does not hold."""
    hints = typing.get_type_hints(record_type)
    found = [each for each in dataclasses.fields(record_type) if each.name not in without]
    stated = [each for each in found if not each.default is each.default_factory is MISSING]
    lacking = {each.name for each in found} - {each.name for each in stated}
    texts = {name for name in lacking if hints[name] is str}
    return Fields(
        {each.name: hints[each.name] for each in found},
        frozenset(lacking - texts),
        dict.fromkeys(sorted(texts), ""),
    )


class TypedReader:
    """Reads values by their types and collects what is wrong."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def fault(self, path: Path, sentence: str) -> Any:
        """Collect a problem; return FAULTY."""
        self.problems.append(Problem(path, sentence))
        return FAULTY

    def fields(self, fields: Fields, value: Any, path: Path) -> dict[str, Any] | None:
        """Return the fields of an object by name; None where it is none or one is missing."""
        if not isinstance(value, dict):
            self.fault(path, words.wants("object"))
            return None
        for name in value:
            if name not in fields.types:
                self.fault((*path, name), words.unknown_field(", ".join(fields.types)))
        lacking = [name for name in fields.types if name in fields.required - set(value)]
        for name in lacking:
            self.fault((*path, name), words.missing(name))
        found = {
            name: self.read(hint, value[name], (*path, name))
            for name, hint in fields.types.items()
            if name in value
        }
        is_whole = not lacking and all(each is not FAULTY for each in found.values())
        return found if is_whole else None

    def read(self, hint: Any, value: Any, path: Path) -> Any:
        """Return a value as its type wants it, or FAULTY."""
        origin = typing.get_origin(hint)
        if origin in {Union, types.UnionType}:
            return self._one_of(typing.get_args(hint), value, path)
        if origin is tuple:
            return self._items(typing.get_args(hint)[0], value, path)
        if dataclasses.is_dataclass(hint):
            return self._record(typing.cast("type", hint), value, path)
        if issubclass(hint, Enum):
            return self._choice(hint, value, path)
        return self._plain(hint, value, path)

    def _one_of(self, options: tuple[Any, ...], value: Any, path: Path) -> Any:
        if type(None) not in options:
            return self._kind(options, value, path)
        (only,) = (option for option in options if option is not type(None))
        return None if value is None else self.read(only, value, path)

    def _kind(self, options: tuple[Any, ...], value: Any, path: Path) -> Any:
        """Read one of several records, told apart by their kind."""
        kinds = {str(option.kind): option for option in options}
        if not isinstance(value, dict):
            return self.fault(path, words.wants("object"))
        if "kind" not in value:
            return self.fault((*path, "kind"), words.missing("kind"))
        kind = self._plain(str, value["kind"], (*path, "kind"))
        if kind is FAULTY or kind not in kinds:
            known = ", ".join(kinds)
            return (
                kind if kind is FAULTY else self.fault((*path, "kind"), words.one_of(kind, known))
            )
        rest = {name: each for name, each in value.items() if name != "kind"}
        return self._record(kinds[kind], rest, path)

    def _items(self, hint: Any, value: Any, path: Path) -> Any:
        if not isinstance(value, list):
            return self.fault(path, words.wants("list"))
        found = tuple(self.read(hint, each, (*path, place)) for place, each in enumerate(value))
        return FAULTY if any(each is FAULTY for each in found) else found

    def _record(self, record_type: type, value: Any, path: Path) -> Any:
        fields = _fields(record_type)
        found = self.fields(fields, value, path)
        return FAULTY if found is None else record_type(**{**fields.empty, **found})

    def _choice(self, choices: type[Enum], value: Any, path: Path) -> Any:
        text = self._plain(str, value, path)
        if text is FAULTY:
            return FAULTY
        known = [str(choice.value) for choice in choices]
        return (
            choices(text)
            if text in known
            else self.fault(path, words.one_of(text, ", ".join(filter(None, known))))
        )

    def _plain(self, hint: type, value: Any, path: Path) -> Any:
        kind, read = _PLAIN[hint]
        found = read(value)
        if found is FAULTY:
            return self.fault(path, words.wants(kind))
        if isinstance(found, str) and not _is_whole_text(found):
            return self.fault(path, words.broken_text())
        return nfc(found) if isinstance(found, str) else found


_FIELDS: dict[type, Fields] = {}


def _fields(record_type: type) -> Fields:
    if record_type not in _FIELDS:
        _FIELDS[record_type] = fields_of(record_type)
    return _FIELDS[record_type]


def _is_whole_text(text: str) -> bool:
    return text.isascii() or not any("\ud800" <= char <= "\udfff" for char in text)


def _text(value: Any) -> Any:
    return value if type(value) is str else FAULTY


def _whole(value: Any) -> Any:
    return int(value) if type(value) is Written and _WHOLE.fullmatch(value) else FAULTY


def _flag(value: Any) -> Any:
    return value if isinstance(value, bool) else FAULTY


def _number(value: Any) -> Any:
    return Decimal(value) if isinstance(value, str) and _NUMBER.fullmatch(value) else FAULTY


def _day(value: Any) -> Any:
    if type(value) is not str or not _DAY.fullmatch(value):
        return FAULTY
    try:
        return date.fromisoformat(value)
    except ValueError:
        return FAULTY


def _moment(value: Any) -> Any:
    """Return a moment; one without its zone is none."""
    try:
        found = datetime.fromisoformat(value) if type(value) is str else None
    except ValueError:
        return FAULTY
    return found if found is not None and found.tzinfo is not None else FAULTY


_PLAIN: Mapping[type, tuple[str, Callable[[Any], Any]]] = types.MappingProxyType(
    {
        str: ("text", _text),
        int: ("whole", _whole),
        bool: ("flag", _flag),
        Decimal: ("number", _number),
        date: ("day", _day),
        datetime: ("moment", _moment),
    }
)
