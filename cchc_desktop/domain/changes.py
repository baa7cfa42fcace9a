"""One list of changes with five readers: undo, journal, disk, screen, merge."""

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.fields import Json, is_empty, record_to_json, to_json
from cchc_desktop.domain.text import nfc
from cchc_desktop.records import record

WHOLE = "*"  # the field of a change that makes or takes away a whole record


class Keyed(Protocol):
    """A record with a key; all fields are JSON values after ``record_to_json``."""

    @property
    def key(self) -> str:
        """The record's key in its table."""
        ...


@record
class Change:
    """One field of one record: its value before and after, as JSON.

    ``field`` WHOLE makes (old None) or takes away (new None) the record; its value is then the
    dictionary of its fields that are not empty.
    """

    table: str
    key: str
    field: str
    old: Json
    new: Json

    def inverted(self) -> "Change":
        """Return the change that takes this one back."""
        return Change(self.table, self.key, self.field, self.new, self.old)


@record
class ChangeSet:
    """Changes that stand or fall together, in order."""

    changes: tuple[Change, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.changes)

    def __add__(self, other: "ChangeSet") -> "ChangeSet":
        return ChangeSet(self.changes + other.changes)

    def inverted(self) -> "ChangeSet":
        """Return the changes that take these back, last first."""
        return ChangeSet(tuple(change.inverted() for change in reversed(self.changes)))

    def in_table(self, table: str) -> tuple[Change, ...]:
        """Return the changes of one table."""
        return tuple(change for change in self.changes if change.table == table)

    @property
    def digest(self) -> str:
        """SHA-256 of the canonical JSON of all changes."""
        rows = [[c.table, c.key, c.field, c.old, c.new] for c in self.changes]
        return hashlib.sha256(canonical(rows)).hexdigest()


def canonical(value: Any) -> bytes:
    """Return canonical JSON: NFC, sorted keys, no spaces, UTF-8."""
    text = _dumped(value)
    if not unicodedata.is_normalized("NFC", text):
        text = _dumped(_in_nfc(value))
    return text.encode()


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _in_nfc(value: Any) -> Any:
    """Return a value with every text of it in NFC: as a whole, an accent would join an escape."""
    if isinstance(value, str):
        return nfc(value)
    if isinstance(value, list | tuple):
        return [_in_nfc(item) for item in value]
    if isinstance(value, dict):
        return {nfc(key): _in_nfc(item) for key, item in value.items()}
    return value


def made(table: str, records: Iterable[Keyed]) -> ChangeSet:
    """Return the changes that make new records."""
    return ChangeSet(
        tuple(
            Change(table, record.key, WHOLE, None, dict(record_to_json(record)))
            for record in records
        )
    )


def removed(table: str, records: Iterable[Keyed]) -> ChangeSet:
    """Return the changes that take records away."""
    return ChangeSet(tuple(change.inverted() for change in made(table, records).changes))


def altered(table: str, record: Keyed, fields: Mapping[str, object]) -> ChangeSet:
    """Return the changes that give some fields of a record new values; equal ones are left out."""
    found = []
    for name, value in fields.items():
        old, new = _bare(to_json(getattr(record, name))), _bare(to_json(value))
        if old != new:
            found.append(Change(table, record.key, name, old, new))
    return ChangeSet(tuple(found))


def _bare(value: Json) -> Json:
    return None if is_empty(value) else value


def conflict() -> CchcError:
    """Return the error of a change whose old value no longer stands."""
    return CchcError(
        "Nội dung này đã được sửa lại sau đó nên không hoàn tác được bước này.",
        "Hoàn tác các bước mới hơn trước.",
    )
