"""Mức phủ tài liệu: which points stand on documents, and what each criterion still lacks."""

from collections.abc import Iterator

from cchc_desktop.domain.coverage import Coverage, LeafProof, counts_unsplit, coverage_of, ground_of
from cchc_desktop.domain.criteria import ROOT
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.points import places_of
from cchc_desktop.domain.register import Faults
from cchc_desktop.domain.scoring import Context, score
from cchc_desktop.domain.state import State
from cchc_desktop.reports.document import (
    Align,
    Amount,
    Block,
    Column,
    Document,
    Heading,
    Note,
    Origin,
    Paragraph,
    Row,
    Table,
    Words,
)
from cchc_desktop.reports.head import official_head
from cchc_desktop.reports.summary import Stamp, foot_of
from cchc_desktop.wording import coverage as words

_MOST_PAGES = 400
_MOST_PLACES = 3
_NAME, _AMOUNT = 85, 20
_CODE, _CRITERION, _POINTS, _REASON = 14, 62, 16, 73


def coverage(state: State, sheet_id: str, in_round: Round, stamp: Stamp) -> Document:
    """Return the coverage of a sheet, as far as the dossier's own records tell it."""
    return coverage_list(state, (sheet_id, in_round), stamp, {})


def coverage_list(state: State, place: tuple[str, Round], stamp: Stamp, faults: Faults) -> Document:
    """Return the coverage of a sheet.

    Args:
        state: the dossier.
        place: id of the sheet, and the round that is scored.
        stamp: when it is printed.
        faults: why contents gave no text, by hash.
    """
    sheet_id, in_round = place
    assessment = state.assessments[state.sheets[sheet_id].assessment]
    counts = counts_unsplit(state.rows["setting"], assessment.id)
    scores = score(state.tree(assessment.id), state.cell(sheet_id), Context(in_round))
    ground = ground_of(state, assessment.year, faults, splits_none=counts)
    found = coverage_of(scores, ground)
    unit = state.units[state.sheets[sheet_id].unit].name
    return Document(
        title=words.TITLE,
        author=" ".join(assessment.issuer) or assessment.title,
        printed_at=stamp.printed_at,
        head=official_head(assessment),
        kind=words.KIND,
        subject=words.subject(assessment.year, unit),
        foot=foot_of(stamp, in_round),
        bodies=(tuple(_body(found, assessment.year, counts=counts)),),
        most_pages=_MOST_PAGES,
    )


def reason_of(leaf: LeafProof, year: int) -> str:
    """Say what a leaf lacks."""
    flaws = [(each.title, each.flaw.value) for each in leaf.flaws]
    return words.reason(flaws, year, is_asked=leaf.is_asked)


def _body(found: Coverage, year: int, *, counts: bool) -> Iterator[Block]:
    total, places = found.total, _places(found)
    yield Paragraph((Words(words.stands_on(total.standing, total.in_question)),))
    yield Heading(words.AREA_HEAD)
    yield _areas(found, places)
    yield Note((Words(words.UNSPLIT_WHOLE if counts else words.UNSPLIT_NEVER, italic=True),))
    leaves = found.open_leaves
    if not leaves:
        yield Paragraph((Words(words.NOTHING_TO_DO),))
        return
    yield Heading(words.NEED_HEAD)
    yield Table(_columns(words.NEED_COLUMNS, (_CODE, _CRITERION, _POINTS, _REASON), {2}), tuple(
        Row((
            Words(leaf.criterion.code),
            Words(leaf.criterion.name),
            Amount(leaf.points, places, origin=Origin(leaf.criterion.id, words.TITLE)),
            Words(reason_of(leaf, year)),
        ))
        for leaf in leaves
    ))  # fmt: skip


def _areas(found: Coverage, places: int) -> Table:
    rows = []
    for area, sums in (*found.areas, (None, found.total)):
        name = words.WHOLE if area is None else f"{area.code}. {area.name}"
        key = ROOT if area is None else area.id
        amounts = (sums.standing, sums.needed, sums.uncounted, sums.whole)
        is_total = area is None
        cells = [Amount(each, places, is_total, Origin(key, words.TITLE)) for each in amounts]
        rows.append(Row((Words(name, bold=is_total), *cells), is_total=is_total))
    widths = (_NAME, _AMOUNT, _AMOUNT, _AMOUNT, _AMOUNT)
    return Table(_columns(words.COLUMNS, widths, {1, 2, 3, 4}), tuple(rows))


def _places(found: Coverage) -> int:
    """Return as many decimals as the points have."""
    return min(_MOST_PLACES, max((places_of(leaf.points) for leaf in found.leaves), default=0))


def _columns(
    heads: tuple[str, ...], widths: tuple[int, ...], right: set[int]
) -> tuple[Column, ...]:
    return tuple(
        Column(head, width, Align.RIGHT if number in right else Align.LEFT)
        for number, (head, width) in enumerate(zip(heads, widths, strict=True))
    )
