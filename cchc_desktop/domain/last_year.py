"""The year before in the same dossier: figures beside this year's, and those a trend rests on."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from cchc_desktop.domain.checks import Finding, FindingKind
from cchc_desktop.domain.criteria import Criterion
from cchc_desktop.domain.marks import ROUNDS, Figure, Round
from cchc_desktop.domain.points import ZERO
from cchc_desktop.domain.rules.survey import INDEX
from cchc_desktop.domain.rules.trend import BEFORE, NOW, Trend
from cchc_desktop.domain.state import State
from cchc_desktop.domain.text import fold
from cchc_desktop.wording import last_year as words

_LARGE_CHANGE = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class LastFigure:
    """The figure of a criterion in the year before.

    Args:
        year: that year.
        criterion: the criterion there.
        figure: its figure, with source and day.
    """

    year: int
    criterion: Criterion
    figure: Figure

    @property
    def source(self) -> str:
        """Where the figure comes from, in words."""
        return words.taken_from(self.year, self.criterion.code)


def figures_of_last_year(state: State, sheet: str, criterion: str) -> Mapping[str, Decimal]:
    """Return the figures of the same unit and code in the year before, {} where it is not here."""
    code = state.criteria[criterion].code
    for earlier, tree in _earlier_sheets(state, sheet):
        node = state.tree(tree).by_code(code)
        if node is not None:
            figures = _figures(state, earlier, node)
            return {key: figure.value for key, figure in figures.items()}
    return {}


def last_figure(state: State, sheet: str, criterion: str) -> LastFigure | None:
    """Return the figure that a trend is held against: same unit, same code and name.

    A trend of the year before gives the figure it stood for then, a survey its index, another
    rule the one figure it asks for.
    """
    return next(iter(_last_figures(state, sheet, [state.criteria[criterion]]).values()), None)


def last_year_findings(state: State, sheet: str, in_round: Round) -> Iterator[Finding]:
    """Yield the trends that rest on another figure than the year before has by now."""
    if sheet not in state.sheets or not any(_earlier_sheets(state, sheet)):
        return
    marks, used = state.cell(sheet).marks, {}
    for leaf in state.tree_of_sheet(sheet).leaves:
        mark = marks.get((leaf.id, in_round))
        if isinstance(leaf.rule, Trend) and mark is not None and BEFORE in mark.figures:
            used[leaf.id] = mark.figures[BEFORE].value
    trends = [state.criteria[leaf] for leaf in used]
    for leaf_id, last in _last_figures(state, sheet, trends).items():
        if last.figure.value != used[leaf_id]:
            code, there = state.criteria[leaf_id].code, (last.year, last.criterion.code)
            sentence = words.differs(code, used[leaf_id], there, last.figure.value)
            yield Finding(FindingKind.LAST_YEAR_DIFFERS, leaf_id, sentence)


def is_large_change(before: Decimal, now: Decimal) -> bool:
    """Return whether a figure moved by more than half of what it was the year before."""
    return before > ZERO and abs(now - before) > before * _LARGE_CHANGE


def year_before(state: State, sheet: str) -> int:
    """Return the year before the one that a sheet is scored for."""
    return state.assessments[state.sheets[sheet].assessment].year - 1


def _last_figures(
    state: State, sheet: str, criteria: Sequence[Criterion]
) -> Mapping[str, LastFigure]:
    """Return figures of the year before by ids of this year's criteria."""
    found: dict[str, LastFigure] = {}
    if not criteria:
        return found
    year = year_before(state, sheet)
    for earlier, assessment in _earlier_sheets(state, sheet):
        nodes = {(node.code, fold(node.name)): node for node in state.tree(assessment).leaves}
        for criterion in criteria:
            node = nodes.get((criterion.code, fold(criterion.name)))
            figure = None if node is None else _sole_figure(state, earlier, node)
            if node is not None and figure is not None:
                found.setdefault(criterion.id, LastFigure(year, node, figure))
    return found


def _earlier_sheets(state: State, sheet: str) -> Iterator[tuple[str, str]]:
    """Yield sheet and assessment of the same unit in the year before."""
    own = state.sheets[sheet]
    level, year = state.assessments[own.assessment].level, year_before(state, sheet)
    same = {a.id for a in state.assessments.values() if (a.year, a.level) == (year, level)}
    if same:
        for earlier in state.sheets.values():
            if earlier.unit == own.unit and earlier.assessment in same:
                yield earlier.id, earlier.assessment


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
