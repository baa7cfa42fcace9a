"""Biên bản phiên họp: who met, what the council decided of each criterion, the totals."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from cchc_desktop.domain.effects import Effect, added
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.points import ZERO, places_of
from cchc_desktop.domain.scoring import Context, ScoreSheet, score
from cchc_desktop.domain.sitting_rows import (
    ItemRow,
    Scores,
    item_rows,
    sittings_of,
    sources_of,
)
from cchc_desktop.domain.sittings import Attendee, Sitting
from cchc_desktop.domain.state import State
from cchc_desktop.domain.units import Assessment
from cchc_desktop.records import record
from cchc_desktop.reports.document import (
    Align,
    Amount,
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Lines,
    Origin,
    Paragraph,
    Quantity,
    Row,
    Signatures,
    Table,
    Words,
)
from cchc_desktop.reports.head import official_head
from cchc_desktop.reports.summary import Stamp, foot_of
from cchc_desktop.reports.texts import points_text
from cchc_desktop.wording import minutes as words
from cchc_desktop.wording import sittings as sitting_words
from cchc_desktop.wording.dossier import round_name
from cchc_desktop.wording.effects import with_effect
from cchc_desktop.wording.numerals import shown
from cchc_desktop.wording.rounds import round_short

_MOST_PAGES = 400
_MOST_PLACES = 3
_CODE, _MAXIMUM, _POINTS, _DECIDED, _WHOLE = 13, 15, 16, 20, 165
_NAME_SHARE = 0.5


@record
class _Facts:
    """All that the minutes are made from."""

    sitting: Sitting
    assessment: Assessment
    rows: tuple[ItemRow, ...]
    before: tuple[Round, ...]
    scores: Scores


def minutes(state: State, sheet_id: str, _round: Round, stamp: Stamp) -> Document:
    """Return the minutes of the newest sitting about the assessment of a sheet.

    Raises:
        CchcError: there is no sitting.
    """
    found = sittings_of(state, state.sheets[sheet_id].assessment)
    if not found:
        raise CchcError(sitting_words.no_sitting(), sitting_words.make_sitting())
    return minutes_of(state, found[0], stamp)


def minutes_of(state: State, sitting: Sitting, stamp: Stamp) -> Document:
    """Return the minutes of a sitting; everything comes from the dossier."""
    assessment = state.assessments[sitting.assessment]
    scores = _scores(state)
    facts = _Facts(
        sitting,
        assessment,
        item_rows(state, sitting, scores),
        sources_of(state, sitting),
        scores,
    )
    return Document(
        title=words.title(sitting.held_on),
        author=" ".join(assessment.issuer) or assessment.title,
        printed_at=stamp.printed_at,
        head=official_head(
            assessment,
            words.number(sitting.number),
            words.dated(assessment.place, sitting.held_on),
        ),
        kind=words.KIND,
        subject=words.subject(assessment.year),
        foot=foot_of(stamp, sitting.round),
        bodies=((*_ended(tuple(_body(facts))), _signatures(sitting)),),
        most_pages=_MOST_PAGES,
    )


def _scores(state: State) -> Scores:
    known: dict[tuple[str, Round], ScoreSheet] = {}

    def found(sheet: str, in_round: Round) -> ScoreSheet:
        key = (sheet, in_round)
        if key not in known:
            known[key] = score(state.tree_of_sheet(sheet), state.cell(sheet), Context(in_round))
        return known[key]

    return found


def _body(facts: _Facts) -> Iterator[Block]:
    sitting = facts.sitting
    yield Heading(words.WHEN_HEAD, is_large=True)
    yield _text(words.when(sitting.held_on, sitting.hours, sitting.place))
    yield Heading(words.WHO_HEAD, is_large=True)
    yield _text(words.chaired(sitting.chair, sitting.secretary))
    yield _text(words.present_head(len(sitting.present)))
    yield from _people(sitting.present)
    yield _text(words.absent_head(len(sitting.absent)))
    yield from _people(sitting.absent)
    yield Heading(words.WHAT_HEAD, is_large=True)
    yield from _decisions(facts)
    if sitting.note:
        yield Heading(words.NOTE_HEAD, is_large=True)
        yield from (_text(line) for line in sitting.note.splitlines() if line.strip())


def _ended(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Put the mark that ends an official paper behind its last words."""
    last = blocks[-1]
    if isinstance(last, Lines):
        items = (*last.items[:-1], words.ended(last.items[-1]))
        return (*blocks[:-1], Lines(items))
    if isinstance(last, Paragraph):
        return (*blocks[:-1], _text(words.ended(last.runs[-1].text)))
    return blocks


def _signatures(sitting: Sitting) -> Signatures:
    return Signatures((words.SECRETARY, sitting.secretary), (words.CHAIR, sitting.chair))


def _people(attendees: Sequence[Attendee]) -> Iterator[Block]:
    if attendees:
        yield Lines(tuple(words.person(each.name, each.post, each.role) for each in attendees))


def _decisions(facts: _Facts) -> Iterator[Block]:
    if not facts.rows:
        yield _text(words.NOTHING)
        return
    units = list(dict.fromkeys(row.sheet.id for row in facts.rows))
    decided = sum(1 for row in facts.rows if row.item.is_decided)
    name = round_name(facts.sitting.round.value)
    yield _text(words.considered(name, (len(facts.rows), len(units), decided)))
    for sheet in units:
        yield from _unit(facts, tuple(row for row in facts.rows if row.sheet.id == sheet))


def _unit(facts: _Facts, rows: tuple[ItemRow, ...]) -> Iterator[Block]:
    decided = tuple(row for row in rows if row.item.is_decided)
    unit, name = rows[0].unit, round_name(facts.sitting.round.value)
    if decided:
        yield Heading(unit, is_large=True)
        yield _table(facts, decided)
        total = facts.scores(rows[0].sheet.id, facts.sitting.round).total
        if total.points is not None:
            maximum = shown(total.scored_maximum)
            yield _text(words.total_after(unit, name, points_text(total.points), maximum))
    left = tuple(row for row in rows if not row.item.is_decided)
    if left:
        yield _text(words.still_open(unit) + ":")
        yield Lines(tuple(_open_line(row) for row in left))


def _open_line(row: ItemRow) -> str:
    line = f"{row.criterion.code} {row.criterion.name}"
    return f"{line}: {row.item.note}" if row.item.note else line


def _table(facts: _Facts, rows: Sequence[ItemRow]) -> Table:
    values = [row.item.points for row in rows] + [
        _points(row, each) for row in rows for each in facts.before
    ]
    known = [value for value in values if value is not None]
    places = max(1, min(_MOST_PLACES, max(map(places_of, known), default=1)))
    body = [_line(facts, row, places) for row in rows]
    return Table(_columns(facts.before), (*body, _sum(facts, rows, places)))


def _columns(before: Sequence[Round]) -> tuple[Column, ...]:
    code, name, maximum, decided, how = words.HEADS
    rest = _WHOLE - _CODE - _MAXIMUM - _DECIDED - _POINTS * len(before)
    wide = int(rest * _NAME_SHARE)
    return (
        Column(code, _CODE),
        Column(name, wide),
        Column(maximum, _MAXIMUM, Align.RIGHT),
        *(Column(round_short(each.value), _POINTS, Align.RIGHT) for each in before),
        Column(decided, _DECIDED, Align.RIGHT),
        Column(how, rest - wide),
    )


def _line(facts: _Facts, row: ItemRow, places: int) -> Row:
    maximum = _maximum(row)
    origin = Origin(row.criterion.id, words.HEADS[3])
    points = replace(origin, quantity=Quantity.POINTS)
    cells: tuple[Cell, ...] = (
        Words(row.criterion.code),
        Words(_name(row)),
        Amount(
            maximum,
            1 if maximum is None else max(1, places_of(maximum)),
            origin=replace(origin, quantity=Quantity.MAXIMUM),
        ),
        *(
            Amount(_points(row, each), places, origin=replace(points, round=each.value))
            for each in facts.before
        ),
        Amount(_given(row), places, bold=True, origin=origin),
        Words(_how(row)),
    )
    return Row(cells)


def _how(row: ItemRow) -> str:
    item = row.item
    kept = row.row.kept if row.row is not None else None
    ruling = item.ruling.value if item.ruling is not None else ""
    name = sitting_words.ruling_name(
        ruling, kept.value if kept else "", is_proposed=item.points == item.proposed
    )
    parts = [name, item.note.rstrip(".")]
    if row.is_changed:
        now = "–" if row.points is None else shown(row.points, _MOST_PLACES)
        parts.append(words.changed_since(now))
    return "; ".join(part for part in parts if part)


def _sum(facts: _Facts, rows: Sequence[ItemRow], places: int) -> Row:
    maximum = _added([_maximum(row) for row in rows if _effect(row) is Effect.NORMAL])
    sums = [_added([_points(row, each) for row in rows]) for each in facts.before]
    cells: tuple[Cell, ...] = (
        Words(""),
        Words(words.sum_of(len(rows)), bold=True),
        Amount(maximum, 1 if maximum is None else max(1, places_of(maximum)), bold=True),
        *(Amount(each, places, bold=True) for each in sums),
        Amount(_added([_given(row) for row in rows]), places, bold=True),
        Words(""),
    )
    return Row(cells, is_total=True)


def _added(values: Sequence[Decimal | None]) -> Decimal | None:
    """Return the sum, None where one of them is not known."""
    known = [value for value in values if value is not None]
    return sum(known, ZERO) if len(known) == len(values) else None


def _points(row: ItemRow, in_round: Round) -> Decimal | None:
    return None if row.row is None else added(row.row.points.get(in_round), row.row.effect)


def _given(row: ItemRow) -> Decimal | None:
    return added(row.item.points, _effect(row))


def _effect(row: ItemRow) -> Effect:
    return Effect.NORMAL if row.row is None else row.row.effect


def _maximum(row: ItemRow) -> Decimal | None:
    """The maximum as it is summed up; a bonus or penalty has none here."""
    is_counted = row.row is not None and row.row.effect is Effect.NORMAL
    return row.row.maximum if is_counted and row.row is not None else None


def _name(row: ItemRow) -> str:
    name, found = row.criterion.name, row.row
    if found is None or found.effect is Effect.NORMAL:
        return name
    return with_effect(name, found.effect.value, found.maximum)


def _text(text: str) -> Paragraph:
    return Paragraph((Words(text),))
