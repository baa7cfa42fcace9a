"""The rows of Tiến độ: worked out when they first show, kept until their sheet changes."""

import time
from datetime import date

from cchc_desktop.clock import Clock
from cchc_desktop.domain.cells import SheetCell
from cchc_desktop.domain.track import (
    OF_THE_UNIT,
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
from cchc_desktop.wording import track as words
from ui.shared.desk import Desk


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

    @property
    def has_agencies(self) -> bool:
        """Whether rows are agencies in charge of an only sheet."""
        return any(agency for _, agency in self._places.values())

    @property
    def is_whole(self) -> bool:
        """Whether every row is worked out."""
        return not self._waiting

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
            self._waiting = []
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
        self._waiting = [key for key in reversed(self.keys) if not self._stands(key)]

    def prepare(self, seconds: float) -> tuple[int, int]:
        """Work out rows that wait, for about so long; return how many are done, and of how many."""
        end = time.monotonic() + seconds
        while self._waiting:
            self.row(self._waiting.pop())
            if time.monotonic() >= end:
                break
        total = len(self.keys)
        return total - len(self._waiting), total

    def row(self, key: str) -> TrackRow:
        """Return a row, worked out now where it does not stand."""
        if not self._stands(key):
            if self.course is None:
                raise KeyError(key)
            sheet, agency = self._places[key]
            cell = self._desk.state.cell(sheet.id)
            self._kept[key] = _Kept(sheet, cell, track_row(self.course, sheet, cell, agency))
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
