"""The areas of a sheet as lines of a paper: points, ranks, changes, bars, rounding."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from cchc_desktop.domain.cells import SheetCell
from cchc_desktop.domain.criteria import ROOT
from cchc_desktop.domain.effects import Effect, added
from cchc_desktop.domain.points import HUNDRED, ZERO, printed, share_of
from cchc_desktop.domain.ranking import Standing, published_standing
from cchc_desktop.domain.scoring import ScoreRow, ScoreSheet
from cchc_desktop.records import record
from cchc_desktop.reports.document import (
    Align,
    Amount,
    Bar,
    BarChart,
    Column,
    Origin,
    Quantity,
    Row,
    Shift,
    Table,
    Words,
)
from cchc_desktop.reports.texts import short_name, shortened
from cchc_desktop.wording import summary as words
from cchc_desktop.wording.effects import left_out, with_effect

PLACES = 2
_PERCENT_PLACES = 1
_WIDTHS = (10, 68, 15, 15, 15, 13, 12, 17)
_PART_INDENT = 1
_CHART_NAME = 24


@record
class Line:
    """An area, or a part of an area that has no rank of its own."""

    row: ScoreRow
    rank: Standing | None
    is_part: bool = False
    has_parts: bool = False


def area_lines(sheet: ScoreSheet, cell: SheetCell, year: int) -> tuple[Line, ...]:
    """Return the areas in order; parts follow where they have the ranks that the area lacks."""
    lines: list[Line] = []
    for area in sheet.tree.children_of(ROOT):
        rank = published_standing(cell, area, year)
        children = sheet.tree.children_of(area)
        below = [(child, published_standing(cell, child, year)) for child in children]
        has_parts = rank is None and any(found is not None for _, found in below)
        lines.append(Line(sheet[area], rank, has_parts=has_parts))
        if has_parts:
            lines.extend(Line(sheet[child], found, is_part=True) for child, found in below)
    return tuple(lines)


def area_table(
    lines: Sequence[Line], total: ScoreRow, total_rank: Standing | None, year: int, most: int
) -> Table:
    """Return the table of areas with at most ``most`` lines and a closing total.

    Bonuses and penalties have no maximum here and penalties stand with their sign, so that
    every column adds up; bonus points that the total leaves out are a line of their own.
    """
    kept = list(lines) if len(lines) <= most else [ln for ln in lines if not ln.is_part][:most]
    rows = [_row(line) for line in kept]
    shown = {line.row.criterion.id for line in kept}
    left = [ln.row for ln in lines if not ln.is_part and ln.row.criterion.id not in shown]
    if left:
        rows.append(_rest(left))
    if total.excess:
        rows.append(_excess(total))
    rows.append(_total(total, total_rank))
    sides = [Align.LEFT] * 2 + [Align.RIGHT] * 6
    heads = words.area_heads(year - 1)
    return Table(
        tuple(Column(*parts) for parts in zip(heads, _WIDTHS, sides, strict=True)), tuple(rows)
    )


def area_chart(lines: Sequence[Line], *, with_legend: bool) -> BarChart | None:
    """Return the bars of all scored areas, the largest loss first; None without points."""
    bars = [_bar(line) for line in lines if not line.has_parts and _has_bar(line.row)]
    if not bars:
        return None
    bars.sort(key=lambda bar: -bar.lost)
    legend = words.LEGEND if with_legend else ()
    return BarChart(tuple(bars), PLACES, words.POINTS, legend)


def drift(table: Table, total: int = -1) -> Decimal:
    """Return by how much printed rows and the printed total differ at most.

    Looks at each column of amounts with ``PLACES`` decimals, parts aside, and at maximum less
    points against loss in each row that has all three.
    """
    found = ZERO
    rows = [row for row in table.rows[:total] if not row.is_part]
    for column, last in enumerate(table.rows[total].cells):
        listed = [row.cells[column] for row in rows]
        if isinstance(last, Amount) and last.places == PLACES and last.value is not None:
            values = [_printed(cell.value) for cell in listed if isinstance(cell, Amount)]
            found = max(found, abs(sum(values, ZERO) - _printed(last.value)))
    return max([found, *(_row_drift(row) for row in table.rows)])


def _printed(value: Decimal | None) -> Decimal:
    return ZERO if value is None else printed(value, PLACES)


def _row_drift(row: Row) -> Decimal:
    values = [c.value for c in row.cells if isinstance(c, Amount) and c.places == PLACES]
    match [value for value in values if value is not None]:
        case [maximum, points, lost] if maximum - points == lost:
            return abs(_printed(maximum) - _printed(points) - _printed(lost))
        case _:
            return ZERO


def _row(line: Line) -> Row:
    row, node = line.row, line.row.criterion
    origin = Origin(node.id, short_name(node))
    indent = _PART_INDENT if line.is_part else 0
    return Row(
        (
            Words(node.code, origin=origin),
            Words(_name(row), indent=indent, origin=origin),
            *_amounts(row, origin, bold=False),
            *_ranks(line.rank, origin, bold=False),
        ),
        is_part=line.is_part,
    )


def _total(row: ScoreRow, rank: Standing | None) -> Row:
    origin = Origin(ROOT, words.TOTAL)
    return Row(
        (
            Words(""),
            Words(words.TOTAL, bold=True, origin=origin),
            *_amounts(row, origin, bold=True),
            *_ranks(rank, origin, bold=True),
        ),
        is_total=True,
    )


def _ranks(rank: Standing | None, origin: Origin, *, bold: bool) -> tuple[Amount, Shift]:
    return (
        Amount(_rank(rank), 0, bold, replace(origin, quantity=Quantity.RANK)),
        Shift(_change(rank), bold, replace(origin, quantity=Quantity.SHIFT)),
    )


_REST = Origin(ROOT, words.REST_OF_AREAS)


def _rest(rows: Sequence[ScoreRow]) -> Row:
    """Return one row for the areas that find no room."""
    sums = [
        _sum([_counted_maximum(row) for row in rows]),
        _sum([added(row.points, row.effect) for row in rows]),
        _sum([row.lost for row in rows]),
    ]
    return Row(
        (
            Words("…"),
            Words(words.REST_OF_AREAS, italic=True),
            *(Amount(value, PLACES, origin=_REST) for value in sums),
            Amount(None, _PERCENT_PLACES),
            Amount(None, 0),
            Shift(None),
        )
    )


def _sum(values: list[Decimal | None]) -> Decimal | None:
    known = [value for value in values if value is not None]
    return sum(known, ZERO) if known else None


def _amounts(row: ScoreRow, origin: Origin, *, bold: bool) -> tuple[Amount, ...]:
    percent, maximum = None, _counted_maximum(row)
    if row.is_complete and row.points is not None and maximum:
        percent = share_of(row.points, maximum, HUNDRED)
    of = {each: replace(origin, quantity=each) for each in Quantity}
    return (
        Amount(maximum, PLACES, bold, of[Quantity.MAXIMUM]),
        Amount(added(row.points, row.effect), PLACES, bold, of[Quantity.POINTS]),
        Amount(row.lost, PLACES, bold=True, origin=of[Quantity.LOST]),
        Amount(percent, _PERCENT_PLACES, bold, of[Quantity.SHARE]),
    )


def _counted_maximum(row: ScoreRow) -> Decimal | None:
    return row.maximum if row.is_applicable and row.is_counted else None


def _name(row: ScoreRow) -> str:
    name = short_name(row.criterion)
    if row.is_counted:
        return name
    return with_effect(name, row.effect.value, row.maximum)


def _excess(total: ScoreRow) -> Row:
    """Return the bonus points that a total leaves out, not to exceed its maximum."""
    origin = Origin(ROOT, left_out(total.maximum))
    cells = [Amount(None, PLACES), Amount(-total.excess, PLACES, origin=origin)]
    cells += [Amount(None, PLACES), Amount(None, _PERCENT_PLACES), Amount(None, 0)]
    return Row((Words(""), Words(origin.source, italic=True), *cells, Shift(None)))


def _change(standing: Standing | None) -> int | None:
    return None if standing is None else standing.change


def _rank(standing: Standing | None) -> Decimal | None:
    return None if standing is None else Decimal(standing.rank)


def _has_bar(row: ScoreRow) -> bool:
    return row.points is not None and row.points >= ZERO and row.lost is not None


def _bar(line: Line) -> Bar:
    row, node = line.row, line.row.criterion
    name = node.chart_name or shortened(short_name(node), _CHART_NAME)
    lost = max(ZERO, row.lost or ZERO)
    got = ZERO if row.effect is Effect.PENALTY else row.points or ZERO
    return Bar(node.code, name, got, lost, Origin(node.id, short_name(node)))
