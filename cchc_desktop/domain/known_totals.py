"""Known totals of other provinces: read from pasted lines, ranked with the own total."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.numbers import NumberKind, parse
from cchc_desktop.domain.points import HUNDRED, ZERO, places_of, printed
from cchc_desktop.domain.ranking import Contender, League, Ties, league_of
from cchc_desktop.domain.state import State
from cchc_desktop.domain.text import clean, sort_key
from cchc_desktop.domain.units import KnownTotal
from cchc_desktop.records import record
from cchc_desktop.wording import ranking as words

OWN = "own"
_PLACES = 2
_LEADS = ("tỉnh ", "thành phố ", "tp. ", "tp.", "tp ")
_CELLS = re.compile(r"\t|;|\s{2,}")
_BARE = re.compile(
    r"(?:\d{1,3}[.)]?\s+)?(?P<name>\D.*?)\s+(?P<total>[\d.,]+)(?:\s+(?P<before>\d+))?"
)
_RANK = re.compile(r"\d{1,3}")
_LETTER = re.compile(r"[^\W\d_]")


def known_of(state: State, assessment: str) -> tuple[KnownTotal, ...]:
    """Return the known totals that stand beside an assessment, by name."""
    rows = state.rows["known_total"].values()
    found = [row for row in rows if row.assessment == assessment]
    return tuple(sorted(found, key=lambda row: sort_key(row.name)))


@record
class KnownRow:
    """One line read: a province, its total, its rank of the year before where it is given."""

    name: str
    total: Decimal
    rank_before: int | None = None


@record
class Reading:
    """What was read of pasted lines, and what could not be, in words with the line's number."""

    rows: tuple[KnownRow, ...]
    problems: tuple[str, ...]


def same_province(name: str) -> str:
    """Return a name as provinces are told apart: “Tỉnh Hòa Bình” is “Hòa Bình”."""
    bare = clean(name).casefold()
    for lead in _LEADS:
        if bare.startswith(lead):
            return bare.removeprefix(lead).strip()
    return bare


def read_lines(text: str, own: str = "") -> Reading:
    """Read lines of name, total and perhaps last year's rank; a rank before the name is skipped.

    Args:
        text: what was typed, or pasted from a table.
        own: the own province, whose line is left out.
    """
    rows: list[KnownRow] = []
    problems: list[str] = []
    seen = {same_province(own)} if own else set()
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = _row(line)
        except CchcError as error:
            problems.append(words.line_refused(number, error.sentence))
            continue
        if own and same_province(row.name) == same_province(own):
            continue
        if same_province(row.name) in seen:
            problems.append(words.line_refused(number, words.province_twice(row.name)))
            continue
        seen.add(same_province(row.name))
        rows.append(row)
    return Reading(tuple(rows), tuple(problems))


def own_total(points: Decimal, known: Iterable[KnownTotal]) -> Decimal:
    """Return the own total written with as many decimals as the announced ones."""
    places = max((places_of(each.total) for each in known), default=_PLACES)
    return printed(points, max(places, _PLACES))


def known_league(own: Contender, known: Sequence[KnownTotal], ties: Ties = Ties.STANDARD) -> League:
    """Rank the own total among the announced ones; the own key is ``OWN``."""
    points = None if own.points is None else own_total(own.points, known)
    listed = [Contender(each.id, each.total) for each in known]
    return league_of([Contender(OWN, points, None, own.is_complete), *listed], ties)


def _row(line: str) -> KnownRow:
    cells = [cell for cell in (clean(part) for part in _CELLS.split(line)) if cell]
    while cells and not _LETTER.search(cells[0]):
        cells.pop(0)
    if cells and (len(cells) == 1 or _LETTER.search(cells[1])):
        found = _BARE.fullmatch(clean(line))
        if found is not None:
            cells = [group for group in found.groups() if group]
    if not cells:
        raise CchcError(words.no_province())
    if len(cells) == 1:
        raise CchcError(words.no_total(cells[0]))
    total = parse(cells[1], NumberKind.POINTS, HUNDRED)
    if not ZERO <= total <= HUNDRED:
        raise CchcError(words.total_outside(cells[1]))
    ranks = [int(cell) for cell in cells[2:3] if _RANK.fullmatch(cell)]
    return KnownRow(cells[0], total, ranks[0] if ranks else None)
