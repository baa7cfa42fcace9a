"""All that was entered for one sheet, as one immutable cell with look-ups by criterion."""

import json
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import Any, Protocol, TypeVar, cast
from weakref import ref

from cchc_desktop.domain.changes import Change, canonical
from cchc_desktop.domain.errors import readable
from cchc_desktop.domain.evidence import Link
from cchc_desktop.domain.fields import Json, record_from_json, record_to_json
from cchc_desktop.domain.marks import Deduction, Mark, Round
from cchc_desktop.domain.tables import CELL_TABLES, changed_record
from cchc_desktop.domain.units import Published
from cchc_desktop.overriding import override

_Item = TypeVar("_Item", Deduction, Link)
Row = tuple[str, Mapping[str, Json]]  # key, fields
Packed = tuple[str, str, Mapping[str, Json]]  # table, key, fields
Origin = tuple[object, frozenset[str]]  # token of the cell before, criteria touched since
_Move = tuple[str, Any, Any]  # table, record before, record after
_INDEXES = ("marks", "by_round", "asked", "deductions", "links", "published")
_MADE_ANEW = {"links": "link", "published": "published", "marks": "mark", "by_round": "mark"}
MOST_DECODED = 200


class Source(Protocol):
    """Where a cell's packed rows are."""

    def rows(self, table: str, criteria: AbstractSet[str] | None = None) -> Iterable[Row]:
        """Return the rows of one table, of some criteria alone where they are given.

        Raises:
            CchcError: they cannot be read.
        """
        ...

    def records(self, table: str) -> Mapping[str, Any]:
        """Return the records of one table by key.

        Raises:
            CchcError, ArithmeticError, LookupError, TypeError, ValueError: they cannot be read.
        """
        ...


class PackedRows:
    """Rows that were handed over.

    Args:
        packed: rows of any tables.
    """

    def __init__(self, packed: Iterable[Packed] = ()) -> None:
        self._rows: dict[str, list[Row]] = {}
        for table, key, fields in packed:
            self._rows.setdefault(table, []).append((key, fields))

    def rows(self, table: str, criteria: AbstractSet[str] | None = None) -> Iterable[Row]:
        """Return the rows of one table, of some criteria alone where they are given."""
        rows = self._rows.get(table, [])
        return rows if criteria is None else _of_criteria(rows, criteria)

    def records(self, table: str) -> Mapping[str, Any]:
        """Return the records of one table by key."""
        return _records(table, self._rows.get(table, []))


_NOTHING = PackedRows()


class Decoded:
    """Lets the oldest cells forget their decoded rows when too many are decoded.

    Args:
        most: how many cells stay decoded.
    """

    def __init__(self, most: int = MOST_DECODED) -> None:
        self._most = most
        self._cells: deque[ref[SheetCell]] = deque()

    def note(self, cell: "SheetCell") -> None:
        """Remember that a cell decoded rows."""
        self._cells.append(ref(cell))
        if len(self._cells) > self._most:
            oldest = self._cells.popleft()()
            if oldest is not None:
                oldest.forget()


class SheetCell:
    """Marks, deductions, links and published results of one sheet.

    Built from packed rows, it decodes those of a table on first use and may forget them again.
    ``token`` stands for this very cell: a cell made from it by changes keeps the token, and with
    it what was touched, without keeping the cell.

    Args:
        source: its packed rows, or where they are.
        decoded: what bounds how many cells stay decoded; None for no bound.
        origin: the cell it was made from by changes.
    """

    def __init__(
        self,
        source: Source | Iterable[Packed] = _NOTHING,
        decoded: Decoded | None = None,
        origin: Origin | None = None,
    ) -> None:
        self._source = cast("Source", source) if hasattr(source, "rows") else PackedRows(source)
        self._decoded = decoded
        self._origin = origin
        self._tables: dict[str, Mapping[str, Any]] = {}
        self._own: dict[str, bytes | None] = {}  # of changed tables: packed, None while decoded
        self.token = object()

    @override
    def __reduce__(self) -> tuple[object, ...]:
        rows = [(t, key, dict(fields)) for t in CELL_TABLES for key, fields in self._packed(t)]
        return type(self), (rows,)

    @property
    def records(self) -> Mapping[str, Mapping[str, Any]]:
        """Records by table and key.

        Raises:
            CchcError: a record cannot be read.
        """
        return _Records(self)

    def is_decoded(self, table: str) -> bool:
        """Return whether a look at a table costs nothing."""
        return table in self._tables

    def table(self, table: str) -> Mapping[str, Any]:
        """Return the records of one table by key.

        Raises:
            CchcError: a record cannot be read.
        """
        found = self._tables.get(table)
        if found is None:
            with readable():
                if table in self._own:
                    found = _records(table, self._packed(table))
                else:
                    found = self._source.records(table)
            self._note()
            self._tables[table] = found
        return found

    def read(self) -> None:
        """Read all tables: whoever looks afterwards meets nothing that cannot be read.

        Raises:
            CchcError: a record cannot be read.
        """
        for table in CELL_TABLES:
            self.table(table)

    def forget(self) -> None:
        """Keep packed rows alone; whoever looks decodes them anew."""
        for table, packed in self._own.items():
            if packed is None:
                self._own[table] = canonical(
                    [[key, record_to_json(record)] for key, record in self._tables[table].items()]
                )
        self._tables = {}
        for name in _INDEXES:
            self.__dict__.pop(name, None)

    def unkept(self) -> "SheetCell":
        """Return the same rows for one look: what is decoded goes with the cell that is returned.

        The cell itself where something of it is decoded.
        """
        if self._tables:
            return self
        found = SheetCell(self._source)
        found._own = self._own
        return found

    def only(self, criteria: AbstractSet[str]) -> "SheetCell":
        """Return what was entered for some criteria alone, and decode nothing else."""
        return SheetCell((t, *row) for t in CELL_TABLES for row in self._packed(t, criteria))

    def _packed(self, table: str, criteria: AbstractSet[str] | None = None) -> Iterable[Row]:
        if table not in self._own:
            return self._source.rows(table, criteria)
        packed = self._own[table]
        if packed is None:
            records = self._tables[table].items()
            rows: list[Row] = [(key, record_to_json(each)) for key, each in records]
        else:
            rows = json.loads(packed)
        return rows if criteria is None else _of_criteria(rows, criteria)

    def _note(self) -> None:
        if self._decoded is not None and not self._tables:
            self._decoded.note(self)

    def with_changes(self, changes: Iterable[Change]) -> "SheetCell":
        """Return the cell after some changes; what is not touched is shared."""
        copied: dict[str, dict[str, Any]] = {}
        moved: list[_Move] = []
        for change in changes:
            table, key = change.table, change.key
            if table not in copied:
                copied[table] = dict(self.table(table))
            rows = copied[table]
            old = rows.get(key)
            new = changed_record(CELL_TABLES[table], old, change)
            if new is None:
                del rows[key]
            else:
                rows[key] = new
            moved.append((table, old, new))
        named = (record.criterion for _, *pair in moved for record in pair if record is not None)
        after = SheetCell(self._source, self._decoded, (self.token, frozenset(named)))
        after._note()
        after._tables = {**self._tables, **copied}
        after._own = {**self._own, **dict.fromkeys(copied)}
        self._share_indexes(after, moved)
        return after

    def touched_since(self, before: "SheetCell") -> frozenset[str] | None:
        """Return the criteria whose entries may be others than in a cell; None where unknown."""
        if before is self:
            return frozenset()
        if self._origin is None or self._origin[0] is not before.token:
            return None
        return self._origin[1]

    def _share_indexes(self, after: "SheetCell", moved: Iterable[_Move]) -> None:
        """Hand on look-ups whose rows did not change; keep equal groups the same objects."""
        touched = {table for table, _, _ in moved}
        for name, table in _MADE_ANEW.items():
            if table not in touched and name in self.__dict__:
                after.__dict__[name] = self.__dict__[name]
        if "mark" in touched and "by_round" in self.__dict__:
            after.__dict__["by_round"] = _moved_marks(self.by_round, moved)
        if "scored" in self.__dict__:
            came = _scored(new for table, _, new in moved if table == "mark")
            went = _scored(old for table, old, _ in moved if table == "mark")
            after.__dict__["scored"] = self.scored + came - went
        if "asked" in self.__dict__:
            after.__dict__["asked"] = _moved_asked(self.asked, moved)
        if "deductions" in self.__dict__:
            before = self.deductions
            after.__dict__["deductions"] = (
                before
                if "deduction" not in touched
                else {
                    key: before[key] if before.get(key) == group else group
                    for key, group in after.deductions.items()
                }
            )

    def mark(self, criterion: str, in_round: Round) -> Mark | None:
        """Return the mark of one criterion in one round."""
        return self.in_round(in_round).get(criterion)

    def in_round(self, in_round: Round) -> Mapping[str, Mark]:
        """Return the marks of one round by criterion."""
        return self.by_round.get(in_round, {})

    @cached_property
    def by_round(self) -> Mapping[Round, Mapping[str, Mark]]:
        """Marks by round and criterion: all that scoring asks for."""
        found: dict[Round, dict[str, Mark]] = {}
        for mark in self.table("mark").values():
            if mark.round in found:
                found[mark.round][mark.criterion] = mark
            else:
                found[mark.round] = {mark.criterion: mark}
        return found

    @cached_property
    def marks(self) -> Mapping[tuple[str, Round], Mark]:
        """Marks by criterion and round."""
        return {(mark.criterion, mark.round): mark for mark in self.table("mark").values()}

    @cached_property
    def scored(self) -> Counter[Round]:
        """How many marks of each round have anything that can give points."""
        return _scored(self.table("mark").values())

    @cached_property
    def asked(self) -> Mapping[tuple[str, Round], Mark]:
        """Marks with a request for an explanation, by criterion and round."""
        marks = self.table("mark").values()
        return {(m.criterion, m.round): m for m in marks if m.explanation_requested}

    @cached_property
    def deductions(self) -> Mapping[tuple[str, Round], tuple[Deduction, ...]]:
        """Deductions by criterion and round, in order."""
        return _grouped(self.table("deduction").values(), lambda d: (d.criterion, d.round))

    @cached_property
    def links(self) -> Mapping[str, tuple[Link, ...]]:
        """Links to documents by criterion, in order."""
        return _grouped(self.table("link").values(), lambda link: link.criterion)

    @cached_property
    def published(self) -> Mapping[str, tuple[Published, ...]]:
        """Published results by criterion; "" is the total."""
        found: dict[str, list[Published]] = {}
        for result in self.table("published").values():
            found.setdefault(result.criterion, []).append(result)
        return {criterion: tuple(results) for criterion, results in found.items()}

    def result_of(self, criterion: str, year: int) -> Published | None:
        """Return the published result of a node in a year, subtotals aside."""
        results = self.published.get(criterion, ())
        return next((r for r in results if not r.is_subtotal and r.year == year), None)


def _records(table: str, rows: Iterable[Row]) -> dict[str, Any]:
    record_type = CELL_TABLES[table]
    return {key: record_from_json(record_type, fields) for key, fields in rows}


def _of_criteria(rows: Iterable[Row], criteria: AbstractSet[str]) -> list[Row]:
    return [row for row in rows if row[1].get("criterion", "") in criteria]


class _Records(Mapping[str, Mapping[str, Any]]):
    """Tables of a cell, each decoded when it is looked at."""

    def __init__(self, cell: SheetCell) -> None:
        self._cell = cell

    @override
    def __getitem__(self, table: str) -> Mapping[str, Any]:
        return self._cell.table(table)

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(CELL_TABLES)

    @override
    def __len__(self) -> int:
        return len(CELL_TABLES)


def _moved_marks(
    by_round: Mapping[Round, Mapping[str, Mark]], moved: Iterable[_Move]
) -> Mapping[Round, Mapping[str, Mark]]:
    """Return the look-up after some changes without going through all marks of a large set."""
    copied: dict[Round, dict[str, Mark]] = {}
    for table, old, new in moved:
        if table != "mark" or old is new:
            continue
        mark = old if new is None else new
        if mark.round not in copied:
            copied[mark.round] = dict(by_round.get(mark.round, {}))
        if new is None:
            del copied[mark.round][mark.criterion]
        else:
            copied[mark.round][mark.criterion] = mark
    return {**by_round, **copied}


def _scored(marks: Iterable[Mark | None]) -> Counter[Round]:
    """Count by round the marks that can give points; one that is not there counts nothing."""
    return Counter(mark.round for mark in marks if mark is not None and mark.is_scored)


def _moved_asked(
    asked: Mapping[tuple[str, Round], Mark], moved: Iterable[_Move]
) -> Mapping[tuple[str, Round], Mark]:
    """Return the requests for an explanation after some changes."""
    found = dict(asked)
    for table, old, new in moved:
        if table != "mark":
            continue
        if old is not None:
            found.pop((old.criterion, old.round), None)
        if new is not None and new.explanation_requested:
            found[new.criterion, new.round] = new
    return found


def _grouped(items: Iterable[_Item], group: Any) -> dict[Any, tuple[_Item, ...]]:
    found: dict[Any, list[_Item]] = {}
    for item in items:
        found.setdefault(group(item), []).append(item)
    return {
        key: tuple(sorted(group, key=lambda item: (item.order, item.id)))
        for key, group in found.items()
    }
