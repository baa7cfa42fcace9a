"""The rows of Tiến độ: worked out when they first show, kept until their sheet changes."""

import time
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from cchc_desktop.clock import Clock
from cchc_desktop.domain.cells import SheetCell
from cchc_desktop.domain.tables import CELL_TABLES
from cchc_desktop.domain.track import (
    OF_THE_UNIT,
    OVER,
    SELF,
    Course,
    Step,
    TrackRow,
    before_opening,
    course_of,
    keys_of,
    same_course,
    track_row,
)
from cchc_desktop.domain.units import Sheet
from cchc_desktop.records import record
from cchc_desktop.session import Changed
from cchc_desktop.wording import track as words
from ui.shared.desk import Desk

LATE = "late"
"""The filter of who is late; the others are statuses, "" is all."""


@record
class _Kept:
    """A row, and the objects it was worked out from."""

    sheet: Sheet
    cell: SheetCell
    row: TrackRow


class TrackBook:
    """Rows of the desk's assessment by their keys.

    Args:
        desk: what lies on the desk.
        clock: what day it is.
    """

    def __init__(self, desk: Desk, clock: Clock) -> None:
        self._desk, self._clock = desk, clock
        self.course: Course | None = None
        self.today: date = clock().date()
        self.keys: tuple[str, ...] = ()
        self._places: dict[str, tuple[Sheet, str]] = {}
        self._kept: dict[str, _Kept] = {}
        self._waiting: list[str] = []
        self._counts: Counter[str] = Counter()  # of the rows that are worked out
        self._under_way = 0
        self.has_agencies = False  # rows are agencies in charge of an only sheet

    @property
    def is_whole(self) -> bool:
        """Whether every row is worked out."""
        return not self._waiting

    @property
    def done(self) -> int:
        """How many rows are worked out."""
        return len(self.keys) - len(self._waiting)

    @property
    def late(self) -> int:
        """How many of the rows that are worked out are late."""
        return self._counts[LATE]

    @property
    def is_under_way(self) -> bool:
        """Whether any of the rows that are worked out is not at its end."""
        return self._under_way > 0

    def counts(self) -> Counter[str]:
        """Return how many rows each filter finds, of those worked out; "" is all."""
        return Counter({**self._counts, "": len(self.keys)})

    @property
    def rows(self) -> list[TrackRow]:
        """The rows that are worked out, in order of the sheets."""
        return [self._kept[key].row for key in self.keys if key in self._kept]

    def refresh(self) -> None:
        """Look at the state anew; rows whose sheet and cell are the same objects stay."""
        state, assessment = self._desk.state, self._desk.assessment
        self.today = self._clock().date()
        if not assessment:
            self.course, self.keys, self._places, self._kept = None, (), {}, {}
            self._waiting, self._counts, self.has_agencies = [], Counter(), False
            self._under_way = 0
            return
        course = self.course
        if course is None or course.assessment.id != assessment or not same_course(course, state):
            course = self.course = course_of(state, assessment)
            self._kept = {}
        self._places = {
            agency or sheet.id: (sheet, agency)
            for sheet, agency in keys_of(course, state.sheets_of(assessment))
        }
        self.keys = tuple(self._places)
        self.has_agencies = any(agency for _, agency in self._places.values())
        self._waiting = [key for key in reversed(self.keys) if not self._stands(key)]
        self._kept = {key: self._kept[key] for key in self.keys if self._stands(key)}
        self._counts, self._under_way = Counter(), 0
        for kept in self._kept.values():
            self._count(kept.row, 1)

    def follow(self, event: Changed) -> list[tuple[TrackRow, TrackRow]] | None:
        """Work out anew the rows that a change of marks reaches, and nothing else.

        Returns:
            rows before and after; None where the change asks for a look at everything.
        """
        after, course = event.after, self.course
        if course is None or self._desk.assessment != course.assessment.id:
            return None
        if any(change.table not in CELL_TABLES for change in event.changes.changes):
            return None
        if not same_course(course, after) or self._clock().date() != self.today:
            return None
        moved = []
        for key in self._keys_of(event.sheets):
            before = self._kept.get(key)
            if before is not None:  # one that waits is worked out when its turn comes
                moved.append((before.row, self.row(key)))
        return moved

    def _keys_of(self, sheets: Iterable[str]) -> Iterator[str]:
        if self.has_agencies:
            yield from (key for key in self.keys if self._places[key][0].id in sheets)
        else:
            yield from (sheet for sheet in sheets if sheet in self._places)

    def _count(self, row: TrackRow, by: int) -> None:
        self._counts[row.status.value] += by
        self._under_way += by * (row.phase != OVER)
        if row.late(self.today):
            self._counts[LATE] += by

    def prepare(self, seconds: float) -> tuple[int, int]:
        """Work out rows that wait, for about so long; return how many are done, and of how many."""
        end = time.monotonic() + seconds
        while self._waiting:
            self.row(self._waiting.pop())
            if time.monotonic() >= end:
                break
        return self.done, len(self.keys)

    def row(self, key: str) -> TrackRow:
        """Return a row, worked out now where it does not stand."""
        if not self._stands(key):
            if self.course is None:
                raise KeyError(key)
            sheet, agency = self._places[key]
            cell = self._desk.state.cell(sheet.id)
            before = self._kept.get(key)
            if before is not None:
                self._count(before.row, -1)
            row = track_row(self.course, sheet, cell.unkept(), agency)  # a look, nothing stays
            kept = _Kept(sheet, cell, row)
            self._kept[key] = kept
            self._count(kept.row, 1)
        return self._kept[key].row

    def known(self, key: str) -> TrackRow:
        """Return a row that is worked out; the book is whole."""
        return self._kept[key].row

    def name(self, key: str) -> str:
        """Return the name of a unit or an agency; nothing has to be worked out for it."""
        sheet, agency = self._places[key]
        state = self._desk.state
        return state.agencies[agency].name if agency else state.units[sheet.unit].name

    def late_rows(self) -> list[TrackRow]:
        """Return the rows that are late, of those that are worked out."""
        return [row for row in self.rows if row.late(self.today)]

    def next_step(self, row: TrackRow) -> str:
        """Say what is to be done next."""
        opens_on = self.course.assessment.opens_on if self.course is not None else None
        is_early = row.phase == SELF and row.step is Step.START_SELF
        if (
            is_early
            and self.course is not None
            and opens_on is not None
            and before_opening(self.course.assessment, self.today)
        ):
            return words.waits_for_opening(opens_on)
        of_the_unit = row.step in OF_THE_UNIT
        late = row.late(self.today)
        return words.next_step(row.step.value, len(row.missing), late, of_the_unit=of_the_unit)

    def _stands(self, key: str) -> bool:
        kept = self._kept.get(key)
        if kept is None:
            return False
        sheet, _ = self._places[key]
        return kept.sheet is sheet and kept.cell is self._desk.state.cell(sheet.id)
