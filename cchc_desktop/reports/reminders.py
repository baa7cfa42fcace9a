"""Reminders: one letter a late unit, agency or appraisal, on one paper or as text."""

from collections.abc import Iterable, Iterator
from datetime import date

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.state import State
from cchc_desktop.domain.track import (
    OF_THE_UNIT,
    SELF,
    Course,
    TrackRow,
    course_of,
    track_rows,
)
from cchc_desktop.records import record
from cchc_desktop.reports.document import Block, Document, Lines, NextPaper, Paragraph, Words
from cchc_desktop.reports.head import official_head
from cchc_desktop.reports.signing import signed
from cchc_desktop.reports.summary import Stamp, chain_code
from cchc_desktop.reports.texts import short_name
from cchc_desktop.wording import reminders as words
from cchc_desktop.wording import summary as summary_words
from cchc_desktop.wording.minutes import dated

_MOST_PAGES_EACH = 8


@record
class Letter:
    """A reminder: whom it goes to, its sentences, what is missing, what is asked for."""

    to: str
    sentences: tuple[str, ...]
    missing: tuple[str, ...]
    asked: str

    @property
    def text(self) -> str:
        """The whole letter as plain text, for a message."""
        listed = tuple(f"- {line}" for line in self.missing)
        return "\n".join((self.to, *self.sentences, *listed, self.asked))


def reminders(state: State, sheet_id: str, _round: Round, stamp: Stamp) -> Document:
    """Return the letters to all who are late in the assessment of a sheet.

    Raises:
        CchcError: nobody is late.
    """
    assessment = state.sheets[sheet_id].assessment
    rows = track_rows(state, assessment)
    return reminders_of(state, course_of(state, assessment), rows, stamp)


def reminders_of(state: State, course: Course, rows: Iterable[TrackRow], stamp: Stamp) -> Document:
    """Return the letters to those of some rows that are late, each on a page of its own.

    Raises:
        CchcError: none of them is late.
    """
    today, assessment = stamp.printed_at.date(), course.assessment
    letters = [letter(state, course, row, today) for row in rows if row.late(today)]
    if not letters:
        raise CchcError(words.NOBODY, words.NOBODY_HINT)
    trace = summary_words.chain_code(chain_code(stamp.chain_head))
    head = official_head(assessment, dated=dated(assessment.place, today))
    subject = words.subject(assessment.year)
    end = signed(state, assessment.id)
    body: list[Block] = []
    for each in letters:
        if body:
            body.append(NextPaper(head, words.KIND, subject))
        body += [*_blocks(each), *end]
    return Document(
        title=words.title(assessment.year),
        author=" ".join(assessment.issuer) or assessment.title,
        printed_at=stamp.printed_at,
        head=head,
        kind=words.KIND,
        subject=subject,
        foot=(words.printed(stamp.printed_at), trace),
        bodies=(tuple(body),),
        most_pages=_MOST_PAGES_EACH * len(letters),
    )


def letter(state: State, course: Course, row: TrackRow, today: date) -> Letter:
    """Return the reminder of one row; what the council owes is asked of its appraisers."""
    unit = state.units[row.sheet.unit].name
    agency = state.agencies[row.agency].name if row.agency else ""
    to = (agency or unit) if row.step in OF_THE_UNIT else ""
    return Letter(
        words.addressed(to),
        tuple(_sentences(course, row, (unit, agency), today)),
        tuple(_missing(course, row)),
        words.asked(row.phase),
    )


def _sentences(course: Course, row: TrackRow, names: tuple[str, str], today: date) -> Iterator[str]:
    unit, agency = names
    if agency:
        yield words.part_is_late(row.phase, agency, unit, today)
    else:
        yield words.what_is_late(row.phase, unit, course.assessment.title, today)
    if row.due is not None:
        yield words.until(row.due, row.late(today))
    yield words.how_far(row.phase, row.done, row.of)
    yield words.still_missing(row.phase, len(row.missing))


def _missing(course: Course, row: TrackRow) -> Iterator[str]:
    for leaf in row.missing:
        node = course.tree[leaf]
        own = course.dues.get(leaf) if row.phase == SELF else None
        yield words.listed(node.code, short_name(node), own)


def _blocks(found: Letter) -> Iterator[Block]:
    yield Paragraph((Words(found.to, bold=True),))
    for sentence in found.sentences:
        yield Paragraph((Words(sentence),))
    if found.missing:
        yield Lines(found.missing)
    yield Paragraph((Words(found.asked),))
