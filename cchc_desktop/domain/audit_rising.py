"""Does a better figure never give less? Proved by the rule's shape, refuted by trying."""

from collections.abc import Mapping, Sequence
from decimal import Decimal, DecimalException
from itertools import pairwise
from types import MappingProxyType

from cchc_desktop.domain.audit_cases import Subject, case_words, cases, safe_points
from cchc_desktop.domain.audit_finding import AuditFinding, Claim, Verdict
from cchc_desktop.domain.formula import FormulaError, parse_formula
from cchc_desktop.domain.formula_ranges import Way, shape_of
from cchc_desktop.domain.points import ZERO
from cchc_desktop.domain.rules import Rule
from cchc_desktop.domain.rules.bands import BandInput, Bands
from cchc_desktop.domain.rules.base import Entry
from cchc_desktop.domain.rules.by_formula import ByFormula
from cchc_desktop.domain.rules.checklist import Checklist
from cchc_desktop.domain.rules.deduction import DeductionRule
from cchc_desktop.domain.rules.ratio import Ratio
from cchc_desktop.domain.rules.survey import Survey
from cchc_desktop.domain.rules.trend import Trend
from cchc_desktop.wording import audit as words

_SURE: Mapping[type[Rule], str] = MappingProxyType(
    {
        Ratio: words.RATIO_RISES,
        Checklist: words.ITEMS_RISE,
        DeductionRule: words.FAULTS_FALL,
        Survey: words.INDEX_RISES,
    }
)
"""Rules that rise by their shape as soon as their parameters have no fault."""

_Scored = tuple[Entry, Decimal]


def rising(subject: Subject) -> AuditFinding | None:
    """Return whether a better figure never gives less; None where a rule claims no such thing.

    A rule over a value, a trend and a formula do not say which way is the better one: they
    claim that the points follow each figure one way only.
    """
    rule = subject.rule
    if isinstance(rule, DeductionRule) and rule.per_fault is None:
        return None
    if type(rule) in _SURE:
        return _by_shape(subject)
    match rule:
        case Bands() | Trend():
            return _by_steps(subject)
        case ByFormula():
            return _by_formula(subject, rule)
        case _:
            return None


def _by_shape(subject: Subject) -> AuditFinding:
    if subject.maximum is None:
        return _unknown(subject, words.MAXIMUM_UNKNOWN)
    if not subject.rule.check(subject.maximum):
        return _proved(subject, _SURE[type(subject.rule)])
    scored = _scored(subject, cases(subject))
    if isinstance(subject.rule, Checklist):
        steps = [(scored[0], other) for other in scored[3:]]
    else:
        steps = list(pairwise(scored))
    return _fall(subject, steps) or _unknown(subject, words.RULE_FAULTY)


def _by_steps(subject: Subject) -> AuditFinding:
    """Audit a rule whose points change in steps: its cases stand in rising order."""
    rule = subject.rule
    scored = _scored(subject, cases(subject))
    is_rank = isinstance(rule, Bands) and rule.over is BandInput.RANK
    steps = list(pairwise(scored))
    if is_rank:
        found = _fall(subject, [(worse, better) for better, worse in steps])
    else:
        found = _turn(subject, steps)
    if found is not None:
        return found
    if rule.check(subject.maximum):
        return _unknown(subject, words.RULE_FAULTY)
    if is_rank:
        return _proved(subject, words.RANK_RISES)
    falls = any(left[1] > right[1] for left, right in steps)
    return _proved(subject, words.VALUE_FALLS if falls else words.VALUE_RISES)


def _by_formula(subject: Subject, rule: ByFormula) -> AuditFinding:
    names = tuple(each.name for each in rule.inputs)
    try:
        tree = parse_formula(rule.formula, names).tree
        ways = {name: shape_of(tree, names, name).way for name in names}
    except (FormulaError, DecimalException):
        return _unknown(subject, words.RULE_FAULTY)
    open_names = [name for name in names if ways[name] is Way.UNKNOWN]
    if not open_names:
        moved = {way: [i.shown for i in rule.inputs if ways[i.name] is way] for way in Way}
        return _proved(subject, words.formula_ways(moved[Way.UP], moved[Way.DOWN]))
    entries = _scored(subject, cases(subject))
    for name in open_names:
        found = _turn(subject, _steps_along(name, entries))
        if found is not None:
            return found
    return _unknown(subject, words.TOO_TANGLED)


def _steps_along(name: str, scored: Sequence[_Scored]) -> list[tuple[_Scored, _Scored]]:
    """Return pairs of entries that differ in one figure alone, the smaller first."""
    lines: dict[tuple[tuple[str, Decimal], ...], list[_Scored]] = {}
    for entry, points in scored:
        rest = tuple((key, each.value) for key, each in entry.figures.items() if key != name)
        lines.setdefault(rest, []).append((entry, points))
    found = []
    for line in lines.values():
        line.sort(key=lambda each: each[0].value(name) or ZERO)
        found += list(pairwise(line))
    return found


def _scored(subject: Subject, entries: Sequence[Entry]) -> list[_Scored]:
    found = ((entry, safe_points(subject, entry)) for entry in entries)
    return [(entry, points) for entry, points in found if points is not None]


def _fall(subject: Subject, steps: Sequence[tuple[_Scored, _Scored]]) -> AuditFinding | None:
    """Return the first step from a worse to a better entry that loses points."""
    for worse, better in steps:
        if worse[1] > better[1]:
            pair = worse[0], better[0]
            sentence = words.falls(*(case_words(subject, each) for each in pair))
            return _found(subject, Verdict.REFUTED, sentence, pair)
    return None


def _turn(subject: Subject, steps: Sequence[tuple[_Scored, _Scored]]) -> AuditFinding | None:
    """Return a step up and a step down along the same figure."""
    up = next((step for step in steps if step[0][1] < step[1][1]), None)
    down = next((step for step in steps if step[0][1] > step[1][1]), None)
    if up is None or down is None:
        return None
    example = (up[0][0], up[1][0], down[0][0], down[1][0])
    sentence = words.turns(case_words(subject, entry) for entry in example)
    return _found(subject, Verdict.REFUTED, sentence, example)


def _proved(subject: Subject, sentence: str) -> AuditFinding:
    return _found(subject, Verdict.PROVED, sentence)


def _unknown(subject: Subject, why: str) -> AuditFinding:
    return _found(subject, Verdict.UNKNOWN, words.rising_unknown(why))


def _found(
    subject: Subject, verdict: Verdict, sentence: str, example: tuple[Entry, ...] = ()
) -> AuditFinding:
    return AuditFinding(subject.criterion.id, Claim.RISING, verdict, sentence, example)
