"""All that was entered for one sheet, as one immutable cell with look-ups by criterion."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any, TypeVar

from cchc_desktop.domain.changes import Change
from cchc_desktop.domain.errors import readable
from cchc_desktop.domain.evidence import Link
from cchc_desktop.domain.fields import Json, record_from_json
from cchc_desktop.domain.marks import Deduction, Mark, Round
from cchc_desktop.domain.tables import CELL_TABLES, changed_record
from cchc_desktop.domain.units import Published

_Item = TypeVar("_Item", Deduction, Link)
Packed = tuple[str, str, Mapping[str, Json]]  # table, key, fields
Origin = tuple[object, frozenset[str]]  # token of the cell before, criteria touched since
_Move = tuple[str, Any, Any]  # table, record before, record after


class SheetCell:
    """Marks, deductions, links and published results of one sheet.

    Built from packed rows, it decodes them on first use; the state never reads the disk later.
    ``token`` stands for this very cell: a cell made from it by changes keeps the token, and with
    it what was touched, without keeping the cell.
    """

    def __init__(self, packed: Iterable[Packed] = (), origin: Origin | None = None) -> None:
        self._packed = tuple(packed)
        self._origin = origin
        self.token = object()

    @cached_property
    def records(self) -> Mapping[str, Mapping[str, Any]]:
        """Records by table and key.

        Raises:
            CchcError: a record cannot be read.
        """
        found: dict[str, dict[str, Any]] = {table: {} for table in CELL_TABLES}
        with readable():
            for table, key, fields in self._packed:
                found[table][key] = record_from_json(CELL_TABLES[table], fields)
        self._packed = ()
        return found

    def with_changes(self, changes: Iterable[Change]) -> "SheetCell":
        """Return the cell after some changes; what is not touched is shared."""
        copied: dict[str, dict[str, Any]] = {}
        moved: list[_Move] = []
        for change in changes:
            table, key = change.table, change.key
            if table not in copied:
                copied[table] = dict(self.records[table])
            rows = copied[table]
            old = rows.get(key)
            new = changed_record(CELL_TABLES[table], old, change)
            if new is None:
                del rows[key]
            else:
                rows[key] = new
            moved.append((table, old, new))
        named = (record.criterion for _, *pair in moved for record in pair if record is not None)
        after = SheetCell(origin=(self.token, frozenset(named)))
        after.__dict__["records"] = {**self.records, **copied}
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
        for name, table in (("links", "link"), ("published", "published"), ("marks", "mark")):
            if table not in touched and name in self.__dict__:
                after.__dict__[name] = self.__dict__[name]
        if "mark" in touched and "marks" in self.__dict__:
            after.__dict__["marks"] = _moved_marks(self.marks, moved)
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
        return self.marks.get((criterion, in_round))

    @cached_property
    def marks(self) -> Mapping[tuple[str, Round], Mark]:
        """Marks by criterion and round."""
        return {(mark.criterion, mark.round): mark for mark in self.records["mark"].values()}

    @cached_property
    def deductions(self) -> Mapping[tuple[str, Round], tuple[Deduction, ...]]:
        """Deductions by criterion and round, in order."""
        return _grouped(self.records["deduction"].values(), lambda d: (d.criterion, d.round))

    @cached_property
    def links(self) -> Mapping[str, tuple[Link, ...]]:
        """Links to documents by criterion, in order."""
        return _grouped(self.records["link"].values(), lambda link: link.criterion)

    @cached_property
    def published(self) -> Mapping[str, tuple[Published, ...]]:
        """Published results by criterion; "" is the total."""
        found: dict[str, list[Published]] = {}
        for result in self.records["published"].values():
            found.setdefault(result.criterion, []).append(result)
        return {criterion: tuple(results) for criterion, results in found.items()}

    def result_of(self, criterion: str, year: int) -> Published | None:
        """Return the published result of a node in a year, subtotals aside."""
        results = self.published.get(criterion, ())
        return next((r for r in results if not r.is_subtotal and r.year == year), None)


def _moved_marks(
    marks: Mapping[tuple[str, Round], Mark], moved: Iterable[_Move]
) -> Mapping[tuple[str, Round], Mark]:
    """Return the look-up after some changes without going through all marks of a large set."""
    found = dict(marks)
    for table, old, new in moved:
        if table == "mark" and new is not None:
            found[new.criterion, new.round] = new
        elif table == "mark" and old is not None:
            del found[old.criterion, old.round]
    return found


def _grouped(items: Iterable[_Item], group: Any) -> dict[Any, tuple[_Item, ...]]:
    found: dict[Any, list[_Item]] = {}
    for item in items:
        found.setdefault(group(item), []).append(item)
    return {
        key: tuple(sorted(group, key=lambda item: (item.order, item.id)))
        for key, group in found.items()
    }
