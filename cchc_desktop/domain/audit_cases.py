"""Entries at which a rule's points are highest, lowest or jump: what an audit looks at."""

from collections.abc import Mapping, Sequence
from decimal import Decimal, DecimalException
from itertools import product

from cchc_desktop.domain.criteria import Criterion
from cchc_desktop.domain.formula import (
    Call,
    FormulaError,
    Negation,
    Number,
    Operation,
    Part,
    parse_formula,
)
from cchc_desktop.domain.formula_ranges import divisors
from cchc_desktop.domain.marks import Figure, Mark, Round
from cchc_desktop.domain.points import HUNDRED, ZERO, compared, places_of, settled
from cchc_desktop.domain.rules import Rule
from cchc_desktop.domain.rules.bands import BandInput, Bands
from cchc_desktop.domain.rules.base import Entry
from cchc_desktop.domain.rules.by_formula import ByFormula
from cchc_desktop.domain.rules.checklist import Checklist
from cchc_desktop.domain.rules.deduction import FAULTS, DeductionRule
from cchc_desktop.domain.rules.levels import Levels
from cchc_desktop.domain.rules.manual import Manual
from cchc_desktop.domain.rules.ratio import DENOMINATOR, NUMERATOR, Ratio
from cchc_desktop.domain.rules.survey import READY_POINTS, Survey
from cchc_desktop.domain.rules.trend import BEFORE, NOW, Trend
from cchc_desktop.records import record
from cchc_desktop.wording import audit as words

_ONE, _TWO = Decimal(1), Decimal(2)
_JUST = Decimal("0.0001")  # just below a threshold
_TRIED = tuple(map(Decimal, (0, 1, 2, 3, 5, 10, 19, 50, 90, 100, 1000)))
_MOST_COMBINATIONS = 400
_MOST_PLACES = 12
_PART_BUDGET = 40_000  # parts worked out for one formula


@record
class Subject:
    """A leaf that is audited: the node and its maximum."""

    criterion: Criterion
    maximum: Decimal | None

    @property
    def rule(self) -> Rule:
        """Its rule."""
        return self.criterion.rule

    def entry(
        self,
        figures: Mapping[str, Decimal] | None = None,
        choice: str = "",
        typed: Decimal | None = None,
    ) -> Entry:
        """Return an entry as a form would make it."""
        found = {key: Figure(value) for key, value in (figures or {}).items()}
        mark = Mark("", self.criterion.id, Round.FIRST, typed, choice=choice, figures=found)
        return Entry(self.maximum, mark)

    def points(self, entry: Entry) -> Decimal | None:
        """Return the points of an entry as the score has them, looked at with 12 places."""
        points = self.rule.score(entry).points
        return None if points is None else compared(self.rounded(settled(points)))

    def rounded(self, points: Decimal) -> Decimal:
        """Return points rounded as the node prescribes."""
        return self.criterion.rounding.of(points)


def cases(subject: Subject) -> tuple[Entry, ...]:
    """Return the entries where the points of a rule turn, jump or end."""
    rule = subject.rule
    match rule:
        case Levels():
            return tuple(subject.entry(choice=level.key) for level in rule.levels)
        case Checklist():
            return _checklist_cases(subject, rule)
        case DeductionRule():
            return _deduction_cases(subject, rule)
        case Manual() if subject.maximum is not None:
            return (subject.entry(typed=subject.maximum), subject.entry(typed=ZERO))
        case _:
            return tuple(subject.entry(figures) for figures in _figures(subject))


def _figures(subject: Subject) -> Sequence[Mapping[str, Decimal]]:
    rule = subject.rule
    found: Sequence[Mapping[str, Decimal]] = ()
    match rule:
        case Ratio():
            found = _shares(rule)
        case Bands():
            found = _band_values(rule)
        case ByFormula():
            found = _formula_figures(rule)
        case Trend():
            found = [{NOW: now, BEFORE: _ONE} for now in (ZERO, _ONE, _TWO)]
        case Survey() if subject.maximum is not None:
            found = [{READY_POINTS: subject.maximum}, {READY_POINTS: ZERO}]
        case _:
            pass
    return found


def _checklist_cases(subject: Subject, rule: Checklist) -> tuple[Entry, ...]:
    """Return: nothing ticked, all good items, all bad ones, each item alone."""
    none = {item.key: ZERO for item in rule.items}
    good = {item.key: _ONE for item in rule.items if item.points > ZERO}
    bad = {item.key: _ONE for item in rule.items if item.points < ZERO}
    alone = [{item.key: _ONE} for item in rule.items] if bad else []
    return tuple(subject.entry({**none, **ticked}) for ticked in ({}, good, bad, *alone))


def _deduction_cases(subject: Subject, rule: DeductionRule) -> tuple[Entry, ...]:
    """Return fewer and fewer faults, down to none; amounts listed one by one: points typed."""
    if rule.per_fault is not None:
        return tuple(subject.entry({FAULTS: Decimal(count)}) for count in (1000, 2, 1, 0))
    return () if subject.maximum is None else (subject.entry(typed=subject.maximum),)


def _shares(rule: Ratio) -> list[Mapping[str, Decimal]]:
    """Return shares in rising order: both ends, each threshold and just below it."""
    shares = {ZERO, HUNDRED}
    for threshold in (rule.zero_below, rule.full_at):
        if threshold is not None:
            shares |= {threshold, threshold - _JUST}
    inside = sorted(share for share in shares if ZERO <= share <= HUNDRED)
    return [{NUMERATOR: share, DENOMINATOR: HUNDRED} for share in inside]


def _band_values(rule: Bands) -> list[Mapping[str, Decimal]]:
    """Return one value of every band and its ends, in rising order."""
    values: set[Decimal] = set()
    for band in rule.bands:
        least, most = band.least, band.most
        start = least if least is not None else (ZERO if most is None else most - _ONE)
        values.add(start)
        if most is not None:
            values |= {most} if rule.over is BandInput.RANK else {most, (start + most) / 2}
    return [{rule.over.value: value} for value in sorted(values)]


def _formula_figures(rule: ByFormula) -> list[Mapping[str, Decimal]]:
    """Return figures to try a formula with: small ones, round ones, those it names."""
    names = [each.name for each in rule.inputs]
    try:
        tree = parse_formula(rule.formula, names).tree
    except FormulaError:
        return []
    numbers = [value for value in numbers_of(tree) if value > ZERO and _is_typed(value)]
    below = [number - _ONE for number in numbers[:4] if number > _ONE]
    pool = list(dict.fromkeys([*_TRIED, *below, *numbers[:4]]))
    most = min(_MOST_COMBINATIONS, _PART_BUDGET // (1 + len(rule.formula)))
    while len(pool) > 1 and len(pool) ** len(names) > most:
        del pool[len(pool) // 2]
    zero_free = divisors(tree)
    tried = (dict(zip(names, values, strict=True)) for values in product(pool, repeat=len(names)))
    return [each for each in tried if all(each[name] != ZERO for name in zero_free)]


def _is_typed(value: Decimal) -> bool:
    return places_of(value) <= _MOST_PLACES and value.adjusted() < _MOST_PLACES


def numbers_of(part: Part) -> tuple[Decimal, ...]:
    """Return the numbers that stand in a formula."""
    match part:
        case Number(value):
            return (value,)
        case Operation(left=left, right=right):
            return numbers_of(left) + numbers_of(right)
        case Negation(inner):
            return numbers_of(inner)
        case Call(arguments=arguments):
            return tuple(value for each in arguments for value in numbers_of(each))
        case _:
            return ()


def safe_points(subject: Subject, entry: Entry) -> Decimal | None:
    """Return the points of an entry, None where numbers are too large to look at."""
    try:
        return subject.points(entry)
    except DecimalException:
        return None


def case_words(subject: Subject, entry: Entry) -> str:
    """Return what an entry says and what it gives."""
    rule = subject.rule
    if isinstance(rule, Checklist):
        said = words.ticked(item.label for item in rule.fulfilled(entry))
    else:
        level = rule.chosen(entry) if isinstance(rule, Levels) else None
        values = [(spec, entry.value(spec.key)) for spec in rule.figures()]
        figures = [(spec.letter or spec.label, v) for spec, v in values if v is not None]
        said = words.case(figures, level.label if level is not None else "", entry.typed)
    points = safe_points(subject, entry)
    return said if points is None else words.gives(said, points)
