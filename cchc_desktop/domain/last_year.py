"""The year before in the same dossier: figures beside this year's, and those a trend rests on."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from cchc_desktop.domain.cells import SheetCell
from cchc_desktop.domain.checks import Finding, FindingKind
from cchc_desktop.domain.criteria import Criterion
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.marks import ROUNDS, Figure, Round
from cchc_desktop.domain.points import ZERO
from cchc_desktop.domain.rules.survey import INDEX
from cchc_desktop.domain.rules.trend import BEFORE, NOW, Trend
from cchc_desktop.domain.state import State
from cchc_desktop.domain.succession import ancestors_in
from cchc_desktop.domain.text import fold
from cchc_desktop.records import record
from cchc_desktop.wording import last_year as words

_LARGE_CHANGE = Decimal("0.5")


@record
class LastFigure:
    """The figure of a criterion in the year before.

    Args:
        year: that year.
        criterion: the criterion there.
        figure: its figure, with source and day.
        unit: id of the unit that had it, where this one took over from it; "" for the unit itself.
        name: name of that unit.
    """

    year: int
    criterion: Criterion
    figure: Figure
    unit: str = ""
    name: str = ""

    @property
    def source(self) -> str:
        """Where the figure comes from, in words."""
        return words.taken_from(self.year, self.criterion.code, self.name)


def figures_of_last_year(state: State, sheet: str, criterion: str) -> Mapping[str, Decimal]:
    """Return the figures of the same unit and code in the year before, {} where it is not here."""
    code = state.criteria[criterion].code
    for earlier, tree in _earlier_sheets(state, sheet, state.sheets[sheet].unit):
        node = state.tree(tree).by_code(code)
        if node is not None:
            figures = _figures(state, earlier, node)
            return {key: figure.value for key, figure in figures.items()}
    return {}


def last_figures(state: State, sheet: str, criterion: str) -> tuple[LastFigure, ...]:
    """Return the figures that a trend may be held against: the unit's own comes first.

    The criterion is the same by code and name. A trend of the year before gives the figure it
    stood for then, a survey its index, another rule the one figure it asks for. A unit that took
    over from others has theirs too, each for itself; nothing is added up.
    """
    return _last_figures(state, sheet, [state.criteria[criterion]]).get(criterion, ())


def last_year_findings(state: State, sheet: str, in_round: Round) -> Iterator[Finding]:
    """Yield the trends that rest on another figure than the year before has by now."""
    if sheet not in state.sheets or not _assessments_before(state, sheet):
        return
    marks, used = state.cell(sheet).in_round(in_round), {}
    for leaf in state.tree_of_sheet(sheet).leaves:
        mark = marks.get(leaf.id)
        if isinstance(leaf.rule, Trend) and mark is not None and BEFORE in mark.figures:
            used[leaf.id] = mark.figures[BEFORE]
    trends = [state.criteria[leaf] for leaf in used]
    for leaf_id, found in _last_figures(state, sheet, trends).items():
        last = meant(found, used[leaf_id])
        if last is not None and last.figure.value != used[leaf_id].value:
            code, there = state.criteria[leaf_id].code, (last.year, last.criterion.code)
            sentence = words.differs(code, used[leaf_id].value, there, last.figure.value, last.name)
            yield Finding(FindingKind.LAST_YEAR_DIFFERS, leaf_id, sentence)


def meant(found: Sequence[LastFigure], used: Figure | None) -> LastFigure | None:
    """Return the figure of the year before that the one in use is held against.

    That is the one it was taken from, else the only one. A figure that was typed for a merged
    unit is held against none: several stand there, and nobody adds them up.
    """
    taken = [last for last in found if used is not None and last.source == used.source]
    return next(iter(taken or (found if len(found) == 1 else ())), None)


def is_large_change(before: Decimal, now: Decimal) -> bool:
    """Return whether a figure moved by more than half of what it was the year before."""
    return before > ZERO and abs(now - before) > before * _LARGE_CHANGE


def year_before(state: State, sheet: str) -> int:
    """Return the year before the one that a sheet is scored for."""
    return state.assessments[state.sheets[sheet].assessment].year - 1


def _last_figures(
    state: State, sheet: str, criteria: Sequence[Criterion]
) -> Mapping[str, tuple[LastFigure, ...]]:
    """Return figures of the year before by ids of this year's criteria."""
    found: dict[str, tuple[LastFigure, ...]] = {}
    if not criteria or not _assessments_before(state, sheet):
        return found
    year, own = year_before(state, sheet), state.sheets[sheet].unit
    units = [(own, "", "")]
    units += [(each.id, each.id, each.name) for each in ancestors_in(state.units, own, year)]
    for unit, key, name in units:
        for node, criterion, figure in _of_unit(state, sheet, unit, criteria):
            known = found.get(criterion.id, ())
            if all(last.unit != key for last in known):
                found[criterion.id] = (*known, LastFigure(year, node, figure, key, name))
    return found


def _of_unit(
    state: State, sheet: str, unit: str, criteria: Sequence[Criterion]
) -> Iterator[tuple[Criterion, Criterion, Figure]]:
    """Yield the criterion there, the one here and the figure that a unit had the year before."""
    for earlier, assessment in _earlier_sheets(state, sheet, unit):
        nodes = {(node.code, fold(node.name)): node for node in state.tree(assessment).leaves}
        for criterion in criteria:
            node = nodes.get((criterion.code, fold(criterion.name)))
            figure = None if node is None else _sole_figure(state, earlier, node)
            if node is not None and figure is not None:
                yield node, criterion, figure


def _earlier_sheets(state: State, sheet: str, unit: str) -> Iterator[tuple[str, str]]:
    """Yield sheet and assessment of a unit in the year before the one of a sheet.

    One that cannot be read is passed over: this year's is scored all the same.
    """
    same = _assessments_before(state, sheet)
    if same:
        for earlier in state.sheets.values():
            is_his = earlier.unit == unit and earlier.assessment in same
            if is_his and _can_read(state.cell(earlier.id)):
                yield earlier.id, earlier.assessment


def _can_read(cell: SheetCell) -> bool:
    try:
        cell.table("mark")
    except CchcError:
        return False
    return True


def _assessments_before(state: State, sheet: str) -> frozenset[str]:
    """Return the assessments of the year before, of the level of a sheet."""
    level = state.assessments[state.sheets[sheet].assessment].level
    year = year_before(state, sheet)
    every = state.assessments.values()
    return frozenset(a.id for a in every if (a.year, a.level) == (year, level))


def _figures(state: State, sheet: str, node: Criterion) -> Mapping[str, Figure]:
    """Return the figures of the last round that has some; a survey's belong to the sheet."""
    cell = state.cell(sheet)
    for in_round in (Round.SHEET,) if node.is_survey else reversed(ROUNDS):
        mark = cell.mark(node.id, in_round)
        if mark is not None and mark.figures:
            return mark.figures
    return {}


def _sole_figure(state: State, sheet: str, node: Criterion) -> Figure | None:
    figures = _figures(state, sheet, node)
    if isinstance(node.rule, Trend):
        return figures.get(NOW)
    if node.is_survey:
        return figures.get(INDEX)
    asked = node.rule.figures()
    return figures.get(asked[0].key) if len(asked) == 1 else None
