"""What a criterion starts with when it is given another rule kind."""

from decimal import Decimal

from cchc_desktop.domain.points import ZERO
from cchc_desktop.domain.rules import RULES, Rule
from cchc_desktop.domain.rules.bands import Band, Bands
from cchc_desktop.domain.rules.by_formula import ByFormula, FormulaFigure
from cchc_desktop.domain.rules.checklist import Checklist, ChecklistItem
from cchc_desktop.domain.rules.levels import Levels, ScoreLevel
from cchc_desktop.domain.rules.trend import Trend
from cchc_desktop.wording.rule_forms import new_figure, new_item, new_level

_FIRST_RANK = Decimal(1)


def starting_rule(kind: str, maximum: Decimal | None) -> Rule:
    """Return the rule that a criterion starts with; it has no faults of its own.

    Args:
        kind: a key of ``RULES``.
        maximum: the criterion's maximum.
    """
    top = maximum if maximum is not None else ZERO
    if kind == Levels.kind:
        return Levels((new_score_level((), top), ScoreLevel("muc-2", new_level(2), ZERO)))
    if kind == Bands.kind:
        return Bands(bands=(Band(top, _FIRST_RANK, _FIRST_RANK),))
    if kind == Checklist.kind:
        return Checklist((new_checklist_item((), top),))
    return _of_figures(kind, top)


def _of_figures(kind: str, top: Decimal) -> Rule:
    if kind == Trend.kind:
        return Trend(rise=top, fall=ZERO)
    if kind == ByFormula.kind:
        figure = new_formula_figure(())
        return ByFormula(figure.name, (figure,))
    return RULES[kind]()


def new_score_level(levels: tuple[ScoreLevel, ...], points: Decimal = ZERO) -> ScoreLevel:
    """Return a level to add, its key and name not used by the others."""
    keys, names = {level.key for level in levels}, {level.label for level in levels}
    number = len(levels) + 1
    while f"muc-{number}" in keys or new_level(number) in names:
        number += 1
    return ScoreLevel(f"muc-{number}", new_level(number), points)


def new_checklist_item(items: tuple[ChecklistItem, ...], points: Decimal = ZERO) -> ChecklistItem:
    """Return an item to add, its key and name not used by the others."""
    keys, names = {item.key for item in items}, {item.label for item in items}
    number = len(items) + 1
    while f"muc-{number}" in keys or new_item(number) in names:
        number += 1
    return ChecklistItem(f"muc-{number}", new_item(number), points)


def new_formula_figure(figures: tuple[FormulaFigure, ...]) -> FormulaFigure:
    """Return a figure to add, its name not used by the others."""
    names = {figure.name for figure in figures}
    number = len(figures) + 1
    while new_figure(number)[0] in names:
        number += 1
    return FormulaFigure(*new_figure(number))


def new_band(bands: tuple[Band, ...]) -> Band:
    """Return a band to add after the others: from where the last one ends."""
    last = bands[-1] if bands else None
    if last is None or last.most is None:
        return Band(ZERO)
    start = last.most + _FIRST_RANK
    return Band(ZERO, start, start)
