"""The matrix as a table for Excel and back: a block by its place, or by codes and unit names."""

from collections.abc import Iterable, Iterator, Mapping

from cchc_desktop.commands.blocks import BlockCell, Effect, judged
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.numbers import NumberKind, parse
from cchc_desktop.domain.text import clean, fold
from cchc_desktop.wording.numerals import shown
from ui.matrix.axes import Axes, Spot, Way
from ui.matrix.cells import PLACES
from ui.matrix.model import MatrixModel
from ui.matrix.paste import Area, Pasted, Preview
from ui.shared.desk import Desk

MOST_CELLS = 60_000
_LONGEST = 8  # characters of a text that is no number
_TITLES = frozenset(fold(each) for each in ("", "STT", "Mã", "Nội dung", "Đơn vị", "Tối đa"))
_Target = tuple[int, int, str]  # row, column, text
_WRITTEN = (Effect.CHANGED, Effect.SAME)


def copied(model: MatrixModel, area: Area, *, with_heads: bool = False) -> str:
    """Return a block as a table; shares of the maximum where these show.

    Args:
        model: the matrix.
        area: the block.
        with_heads: whether codes, names of criteria and units stand around it.
    """
    axes, book = model.axes, model.book
    lines = [_head(axes, area)] if with_heads else []
    for row in range(area[0], area[2] + 1):
        cells = list(_name(axes, row)) if with_heads else []
        for column in range(area[1], area[3] + 1):
            look = book.look(axes.spot(row, column))
            cells.append(look.plain if book.percent else look.exact or look.plain)
        lines.append(cells)
    return "\n".join("\t".join(line) for line in lines)


def previewed(model: MatrixModel, desk: Desk, text: str, area: Area) -> Preview | None:
    """Return what pasting a table would do; None where it holds nothing.

    Args:
        model: the matrix.
        desk: state and round.
        text: tab-separated lines. With names of units on its edge it is matched by them and by
            codes; else it lies at the first cell of ``area``; one value fills all of it.
        area: the selected block.
    """
    lines = [[clean(cell) for cell in line.split("\t")] for line in text.splitlines()]
    while lines and not any(lines[-1]):
        lines.pop()
    targets = [each for each in _targets(model.axes, lines, area) if each[2]]
    if not targets:
        return None
    axes = model.axes
    inside = [(r, c, t) for r, c, t in targets if 0 <= r < axes.rows and 0 <= c < axes.columns]
    cells: dict[Spot, Pasted] = {}
    for row, column, words in inside:
        spot = axes.spot(row, column)
        cells[spot] = _pasted(desk, spot, words)
    covered = _around(inside) if inside else area
    return Preview(covered, cells, len(targets) - len(inside), _source(axes, covered))


def _pasted(desk: Desk, spot: Spot, words: str) -> Pasted:
    """Judge a cell: what is not typed is passed over before its text is read."""
    state = desk.state
    verdict = judged(state, desk.round, BlockCell(spot.sheet, spot.node, None))
    if verdict.effect not in _WRITTEN:
        return Pasted("", verdict.effect, verdict.sentence, verdict)
    maximum = state.tree_of_sheet(spot.sheet).maxima[spot.node]
    try:
        points = parse(words, NumberKind.POINTS, maximum)
    except CchcError as error:
        return Pasted(words[:_LONGEST], Effect.REFUSED, error.sentence)
    verdict = judged(state, desk.round, BlockCell(spot.sheet, spot.node, points))
    return Pasted(shown(points, PLACES, 1), verdict.effect, verdict.sentence, verdict)


def _targets(axes: Axes, lines: list[list[str]], area: Area) -> Iterator[_Target]:
    keyed = _by_names(axes, lines)
    if keyed is not None:
        yield from keyed
    elif len(lines) == 1 and len(lines[0]) == 1:
        for row in range(area[0], area[2] + 1):
            for column in range(area[1], area[3] + 1):
                yield row, column, lines[0][0]
    else:
        for down, line in enumerate(lines):
            for across, words in enumerate(line):
                yield area[0] + down, area[1] + across, words


def _by_names(axes: Axes, lines: list[list[str]]) -> list[_Target] | None:
    """Match a table by the codes and names on its edge; None where no unit is named there."""
    units = {fold(axes.name_of(sheet)): at for at, sheet in enumerate(axes.sheets)}
    codes = {fold(node.code): at for at, (node, _) in enumerate(axes.nodes)}
    is_flat = axes.way is Way.CRITERIA
    over, before = (units, codes) if is_flat else (codes, units)
    edge: Iterable[str] = lines[0] if is_flat and lines else (line[0] for line in lines)
    if not any(fold(words) in units for words in edge):
        return None
    heads = [fold(words) for words in lines[0]]
    found = []
    for line in lines[1:]:
        row = before.get(fold(line[0]), -1)
        found += [(row, at, words) for at, words in _named(heads, line, over)]
    return found


def _named(heads: list[str], line: list[str], over: Mapping[str, int]) -> Iterator[tuple[int, str]]:
    """Yield the cells of a line with their columns; -1 for a head that nothing here has."""
    for head, words in list(zip(heads, line, strict=False))[1:]:
        if head not in _TITLES:
            yield over.get(head, -1), words


def _around(cells: list[_Target]) -> Area:
    rows, columns = [row for row, _, _ in cells], [column for _, column, _ in cells]
    return min(rows), min(columns), max(rows), max(columns)


def _source(axes: Axes, area: Area) -> str:
    """Say where a block goes: its codes and how many units."""
    is_flat = axes.way is Way.CRITERIA
    first, last = (area[0], area[2]) if is_flat else (area[1], area[3])
    left, right = (area[1], area[3]) if is_flat else (area[0], area[2])
    codes = dict.fromkeys(axes.nodes[at][0].code for at in (first, last))
    return f"từ Excel vào {' – '.join(codes)}, {right - left + 1} đơn vị"


def _head(axes: Axes, area: Area) -> list[str]:
    if axes.way is Way.CRITERIA:
        names = [axes.name_of(axes.sheets[at]) for at in range(area[1], area[3] + 1)]
        return ["Mã", "Nội dung", *names]
    return ["Đơn vị", *(axes.nodes[at][0].code for at in range(area[1], area[3] + 1))]


def _name(axes: Axes, row: int) -> tuple[str, ...]:
    if axes.way is Way.UNITS:
        return (axes.name_of(axes.sheets[row]),)
    node = axes.nodes[row][0]
    return node.code, node.name
