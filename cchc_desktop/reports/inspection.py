"""Biên bản kiểm tra hồ sơ: what was read again, what is damaged, where it is used."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from cchc_desktop.domain.integrity import (
    Condition,
    ContentUse,
    Inspected,
    codes_of,
    content_uses,
    left_without,
)
from cchc_desktop.domain.state import State
from cchc_desktop.records import record
from cchc_desktop.reports.document import (
    Block,
    Column,
    Document,
    Heading,
    Lines,
    Note,
    Paragraph,
    Row,
    Signatures,
    Table,
    Words,
)
from cchc_desktop.reports.head import official_head
from cchc_desktop.reports.summary import Stamp, chain_code
from cchc_desktop.wording import integrity as words
from cchc_desktop.wording import summary as summary_words

_MOST_PAGES, _MOST_WHOLE = 400, 1000
_WRONG_WIDTHS, _WHOLE_WIDTHS = (18, 45, 22, 54, 26), (65, 30, 70)


@record
class Inspection:
    """What an inspection of the dossier found.

    Args:
        began_at: when it began.
        found: what was found of each content, by its hash.
        faults: of structure, journal and totals; None where they were not looked at.
        worker: who did it, "" for nobody named.
    """

    began_at: datetime
    found: Mapping[str, Inspected]
    faults: tuple[str, ...] | None = None
    worker: str = ""


def inspection_minutes(
    state: State, assessment_id: str, inspection: Inspection, stamp: Stamp
) -> Document:
    """Return the minutes of an inspection.

    Args:
        state: the dossier.
        assessment_id: whose council issues the paper.
        inspection: what was found.
        stamp: when the paper is made of which journal.
    """
    assessment = state.assessments[assessment_id]
    subject = words.minutes_subject(assessment.year)
    return Document(
        title=f"{words.MINUTES_KIND}: {subject}",
        author=" ".join(assessment.issuer) or assessment.title,
        printed_at=stamp.printed_at,
        head=official_head(assessment),
        kind=words.MINUTES_KIND,
        subject=subject,
        foot=(words.made_at(stamp.printed_at), _chain(stamp)),
        bodies=(tuple(_body(state, inspection, stamp)),),
        most_pages=_MOST_PAGES,
    )


def _chain(stamp: Stamp) -> str:
    return summary_words.chain_code(chain_code(stamp.chain_head))


def _body(state: State, inspection: Inspection, stamp: Stamp) -> Iterator[Block]:
    uses, found = content_uses(state), inspection.found
    by_condition: dict[Condition, list[ContentUse]] = {each: [] for each in Condition}
    for use in uses:
        if use.sha256 in found:
            by_condition[found[use.sha256].condition].append(use)
    counts = {condition.value: len(each) for condition, each in by_condition.items()}
    yield Paragraph((Words(words.inspected_at(inspection.began_at, len(uses))),))
    unseen = len(uses) - sum(counts.values())
    yield Lines(words.inspected_counts(counts, unseen, len(left_without(uses, found))))
    yield Heading(words.FILE_HEAD)
    yield Lines(words.file_lines(inspection.faults, _chain(stamp)))
    wrong = [*by_condition[Condition.DAMAGED], *by_condition[Condition.MISSING]]
    if wrong:
        yield Heading(words.WRONG_HEAD)
        rows = tuple(_wrong_row(state, use, found[use.sha256]) for use in wrong)
        yield Table(_columns(words.WRONG_COLUMNS, _WRONG_WIDTHS), rows)
    yield from _whole(state, by_condition[Condition.WHOLE])
    yield Signatures((words.WITNESS, ""), (words.INSPECTOR, inspection.worker))


def _whole(state: State, uses: Sequence[ContentUse]) -> Iterator[Block]:
    if not uses:
        return
    yield Heading(words.WHOLE_HEAD)
    rows = tuple(
        Row((Words(_name(use)), Words(_codes(state, use)), Words(use.sha256)))
        for use in uses[:_MOST_WHOLE]
    )
    yield Table(_columns(words.WHOLE_COLUMNS, _WHOLE_WIDTHS), rows)
    if len(uses) > _MOST_WHOLE:
        yield Note((Words(words.more_whole(len(uses) - _MOST_WHOLE), italic=True),))


def _wrong_row(state: State, use: ContentUse, seen: Inspected) -> Row:
    cells = (
        words.condition(seen.condition.value),
        _name(use),
        _codes(state, use),
        words.hashes(seen.sha256, seen.found),
        words.mending(has_backup=seen.has_backup),
    )
    return Row(tuple(Words(cell) for cell in cells))


def _name(use: ContentUse) -> str:
    title = use.document.title
    return use.name if title == use.name else f"{title}: {use.name}"


def _codes(state: State, use: ContentUse) -> str:
    return ", ".join(codes_of(state, use.links)) or words.NO_CRITERION


def _columns(heads: Sequence[str], widths: Sequence[int]) -> tuple[Column, ...]:
    return tuple(Column(head, width) for head, width in zip(heads, widths, strict=True))
