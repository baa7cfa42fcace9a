"""The one-page summary of a score sheet for the council's meeting."""

from collections.abc import Iterator
from datetime import datetime

from cchc_desktop.domain.criteria import ROOT
from cchc_desktop.domain.explanation import effect_words
from cchc_desktop.domain.losses import Loss, losses_of, uncounted
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.points import ZERO
from cchc_desktop.domain.ranking import published_standing
from cchc_desktop.domain.repairs import tasks_of
from cchc_desktop.domain.scoring import Context, ScoreSheet, score
from cchc_desktop.domain.state import State
from cchc_desktop.domain.units import Assessment, Unit
from cchc_desktop.records import record
from cchc_desktop.reports.areas import Line, area_chart, area_lines, area_table, drift
from cchc_desktop.reports.decisions import Item, decisions
from cchc_desktop.reports.differences import differences
from cchc_desktop.reports.document import (
    Beside,
    Block,
    Document,
    Heading,
    Note,
    Numbered,
    Table,
    Words,
)
from cchc_desktop.reports.head import official_head
from cchc_desktop.reports.headline import headline
from cchc_desktop.reports.loss_rows import LossRow, loss_rows, loss_table, method_table
from cchc_desktop.reports.signing import signed
from cchc_desktop.reports.texts import codes_text, points_text, shortened
from cchc_desktop.wording import summary as words
from cchc_desktop.wording.dossier import round_name
from cchc_desktop.wording.numerals import shown_date, shown_time

_MOST_LOSSES = 12
_FEW_LOSSES = 3
_MOST_LINES = 40
_FEW_LINES = (30, 26, 22, 20, 18, 16, 14, 12, 10, 8)
_CHART_WIDTH = 109
_LONGEST_UNIT = 90
_CODE_DIGITS = 12


@record
class Stamp:
    """When a paper is printed, and the hash of the last line of the journal then."""

    printed_at: datetime
    chain_head: str


@record
class _Extent:
    """How much one body of the summary says."""

    losses: int = _MOST_LOSSES
    lines: int = _MOST_LINES
    has_legend: bool = True
    has_chart: bool = True


@record
class _Facts:
    """All that the bodies are made from."""

    state: State
    sheet: ScoreSheet
    assessment: Assessment
    unit: Unit
    sheet_id: str
    losses: tuple[Loss, ...]
    rows: tuple[LossRow, ...]
    lines: tuple[Line, ...]
    decisions: tuple[Item, ...]


def summary(state: State, sheet_id: str, in_round: Round, stamp: Stamp) -> Document:
    """Return the summary of one sheet in one round; everything comes from the dossier."""
    facts = _facts(state, sheet_id, in_round)
    issuer, unit, year = facts.assessment.issuer, facts.unit.name, facts.assessment.year
    return Document(
        title=words.title(unit, year),
        author=" ".join(issuer) or unit,
        printed_at=stamp.printed_at,
        head=official_head(facts.assessment),
        kind=words.kind(year),
        subject=words.subject(shortened(unit, _LONGEST_UNIT)),
        foot=foot_of(stamp, in_round),
        bodies=tuple(_bodies(facts)),
    )


def chain_code(chain_head: str) -> str:
    """Return the first 12 digits of a journal hash in groups of four, "" where there is none."""
    digits = chain_head[:_CODE_DIGITS].upper()
    return "-".join(digits[at : at + 4] for at in range(0, len(digits), 4))


def foot_of(stamp: Stamp, in_round: Round) -> tuple[str, str]:
    """Return the foot of a paper: when it was printed of which round, and the journal's trace."""
    moment = stamp.printed_at
    printed_at = words.printed(shown_date(moment), shown_time(moment), round_name(in_round).lower())
    return printed_at, words.chain_code(chain_code(stamp.chain_head))


def _facts(state: State, sheet_id: str, in_round: Round) -> _Facts:
    sheet_record = state.sheets[sheet_id]
    assessment = state.assessments[sheet_record.assessment]
    cell, tree = state.cell(sheet_id), state.tree(assessment.id)
    sheet = score(tree, cell, Context(in_round))
    losses = losses_of(sheet)
    return _Facts(
        state=state,
        sheet=sheet,
        assessment=assessment,
        unit=state.units[sheet_record.unit],
        sheet_id=sheet_id,
        losses=losses,
        rows=loss_rows(tree, losses, state.agencies),
        lines=area_lines(sheet, cell, assessment.year),
        decisions=decisions(
            sheet,
            losses,
            tasks_of(state, assessment.id),
            differences(sheet, cell, assessment.year),
        ),
    )


def _extents(known: int) -> Iterator[_Extent]:
    """Yield ever shorter extents: fewer losses, no legend, no chart, fewer areas."""
    most = min(_MOST_LOSSES, known)
    least = min(_FEW_LOSSES, known)
    for count in range(most, least - 1, -1):
        yield _Extent(count)
    yield _Extent(least, has_legend=False)
    yield _Extent(least, has_chart=False)
    yield _Extent(0, has_chart=False)
    for lines in _FEW_LINES:
        yield _Extent(0, lines, has_chart=False)


def _bodies(facts: _Facts) -> Iterator[tuple[Block, ...]]:
    """Yield each body with the signature, then without: no content gives way to it."""
    end = signed(facts.state, facts.assessment.id)
    for extent in _extents(len(facts.rows)):
        body = _body(facts, extent)
        if end:
            yield (*body, *end)
        yield body


def _body(facts: _Facts, extent: _Extent) -> tuple[Block, ...]:
    year = facts.assessment.year
    cell = facts.state.cell(facts.sheet_id)
    group = facts.state.rows["unit_group"].get(facts.unit.group)
    rank = published_standing(cell, ROOT, year)
    areas = area_table(facts.lines, facts.sheet.total, rank, year, extent.lines)
    return (
        headline(facts.sheet, cell, facts.assessment, group.name if group else ""),
        areas,
        *_middle(facts, extent, areas),
        *_losses(facts, extent.losses),
        Heading(words.DECISIONS),
        Numbered(facts.decisions),
    )


def _middle(facts: _Facts, extent: _Extent, areas: Table) -> tuple[Block, ...]:
    sheet = facts.sheet
    methods = method_table(facts.losses, sheet.total.lost, uncounted(sheet))
    note = Note(tuple(_notes(facts, areas, methods)))
    right: tuple[Block, ...] = (methods, note) if facts.losses else (note,)
    if not extent.has_chart:
        return right
    chart = area_chart(facts.lines, with_legend=extent.has_legend)
    left: Block = chart or Note((Words(words.NO_CHART, italic=True),))
    return (Beside((left,), right, _CHART_WIDTH),)


def _notes(facts: _Facts, areas: Table, methods: Table) -> Iterator[Words]:
    tree = facts.sheet.tree
    ranked = any(line.rank is not None for line in facts.lines)
    yield Words(words.shifts_are(facts.assessment.year - 1) if ranked else words.NO_RANKS)
    without = [line.row.criterion.id for line in facts.lines if line.has_parts]
    if without:
        yield Words(words.without_rank(codes_text(tree, without)))
    yield Words(words.PERCENT_IS)
    effects = effect_words(facts.sheet)
    if effects:
        yield Words(f"{effects[:1].upper()}{effects[1:]}.")
    unfinished = [
        line.row.criterion.id
        for line in facts.lines
        if not line.is_part and not line.row.is_complete
    ]
    if unfinished:
        yield Words(words.incomplete_areas(codes_text(tree, unfinished)))
    apart = max(drift(areas), drift(methods))
    if apart:
        yield Words(words.rounded_apart(points_text(apart)))


def _losses(facts: _Facts, most: int) -> tuple[Block, ...]:
    kept = facts.rows[:most]
    if not kept:
        return ()
    amount = sum((row.amount for row in kept), ZERO)
    total = facts.sheet.total.lost or ZERO
    head = words.largest_losses(len(kept), len(facts.rows), points_text(amount), points_text(total))
    return Heading(head), loss_table(kept)
