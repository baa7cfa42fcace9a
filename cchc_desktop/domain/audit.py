"""The rule audit: for every criterion what is proved, refuted or open, in words.

Figures are not negative, as the commands keep them; points are looked at with 12 places, after
the node's rounding. A refuted claim comes with entries that anybody can score again.
"""

from collections.abc import Iterator
from decimal import Decimal, DecimalException
from functools import lru_cache
from itertools import pairwise

from cchc_desktop.domain.audit_cases import Subject, case_words, cases, safe_points
from cchc_desktop.domain.audit_finding import AuditFinding, Claim, Verdict
from cchc_desktop.domain.audit_rising import rising
from cchc_desktop.domain.criteria import CriteriaTree, Criterion
from cchc_desktop.domain.effects import Effect
from cchc_desktop.domain.formula import FormulaError, parse_formula
from cchc_desktop.domain.formula_ranges import shape_of
from cchc_desktop.domain.points import HUNDRED, ZERO, compared
from cchc_desktop.domain.rules.bands import Band, BandInput, Bands
from cchc_desktop.domain.rules.by_formula import ByFormula
from cchc_desktop.domain.rules.checklist import Checklist
from cchc_desktop.domain.rules.deduction import DeductionRule
from cchc_desktop.domain.rules.external import External
from cchc_desktop.domain.rules.levels import Levels
from cchc_desktop.domain.rules.manual import Manual
from cchc_desktop.domain.rules.ratio import Ratio
from cchc_desktop.domain.rules.survey import Survey
from cchc_desktop.domain.rules.total import Total
from cchc_desktop.domain.rules.trend import Trend
from cchc_desktop.domain.set_checks import (
    SetFinding,
    Weight,
    children_total,
    findings_of,
    left_to_share,
)
from cchc_desktop.wording import audit as words
from cchc_desktop.wording import effects as effect_words
from cchc_desktop.wording import set_checks as set_words

_FIRST_RANK = Decimal(1)
_KEEP_INSIDE = (
    Bands, ByFormula, Checklist, DeductionRule, Levels, Manual, Ratio, Survey, Total, Trend,
)  # fmt: skip
"""Rules that keep 0..maximum by their shape or by what the commands refuse."""


def audit(tree: CriteriaTree, node_id: str) -> tuple[AuditFinding, ...]:
    """Return what is proved, refuted or open about one node."""
    if tree.is_branch(node_id):
        return _of_branch(tree, tree[node_id])
    return audit_leaf(tree[node_id], tree.maxima[node_id])


@lru_cache(maxsize=4096)
def audit_leaf(node: Criterion, maximum: Decimal | None) -> tuple[AuditFinding, ...]:
    """Return what is proved, refuted or open about a leaf with its rule.

    Args:
        node: the leaf.
        maximum: its maximum, stated or derived.
    """
    subject = Subject(node, maximum)
    found = [_inside(subject), _reachable(subject), rising(subject)]
    if isinstance(node.rule, Bands):
        found.append(_bands(subject, node.rule))
    found += [_labelled(subject), _used(subject)]
    return tuple(finding for finding in found if finding is not None)


def refuted(tree: CriteriaTree) -> Iterator[AuditFinding]:
    """Yield what is refuted, in tree order."""
    for node, _ in tree.walk:
        yield from (f for f in audit(tree, node.id) if f.verdict is Verdict.REFUTED)


def marked(tree: CriteriaTree, node_id: str) -> tuple[SetFinding, ...]:
    """Return what a node is marked for: faults and what is refuted, then what is open."""
    found = findings_of(tree, node_id)
    if any(finding.weight is Weight.WRONG for finding in found):
        return found
    wrong = [f for f in audit(tree, node_id) if f.verdict is Verdict.REFUTED]
    return (*(SetFinding(Weight.WRONG, each.sentence) for each in wrong), *found)


def _of_cap(tree: CriteriaTree, node: Criterion) -> tuple[AuditFinding, ...]:
    """Say what bonuses or penalties reach together; a cap is met from either side."""
    total = children_total(tree, node.id)
    said = effect_words.cap_alone(node.maximum)
    if total is not None:
        said = effect_words.reaches_cap(total, node.maximum)
    verdict = Verdict.UNKNOWN if total is None else Verdict.PROVED
    return (AuditFinding(node.id, Claim.ADDS_UP, verdict, said),)


def _of_branch(tree: CriteriaTree, node: Criterion) -> tuple[AuditFinding, ...]:
    if tree.effects[node.id] is not Effect.NORMAL:
        return _of_cap(tree, node)
    left, maximum = left_to_share(tree, node.id), tree.maxima[node.id]
    if left is None or maximum is None:
        verdict, sentence = Verdict.UNKNOWN, words.adds_up_unknown()
    elif left == ZERO:
        verdict, sentence = Verdict.PROVED, words.adds_up(maximum)
    else:
        say = set_words.children_left if left > ZERO else set_words.children_over
        verdict, sentence = Verdict.REFUTED, say(node.code, maximum, abs(left))
    return (AuditFinding(node.id, Claim.ADDS_UP, verdict, sentence),)


def _inside(subject: Subject) -> AuditFinding:
    maximum = subject.maximum
    if maximum is None:
        return _found(subject, Claim.INSIDE, words.inside_unknown(words.MAXIMUM_UNKNOWN))
    for entry in cases(subject):
        points = safe_points(subject, entry)
        if points is not None and not ZERO <= points <= compared(maximum):
            said = words.outside(maximum, case_words(subject, entry))
            return AuditFinding(subject.criterion.id, Claim.INSIDE, Verdict.REFUTED, said, (entry,))
    if not isinstance(subject.rule, _KEEP_INSIDE):
        return _found(subject, Claim.INSIDE, words.inside_unknown(words.SUPPLIED))
    if not _is_sound(subject) or subject.rounded(maximum) > maximum:
        return _found(subject, Claim.INSIDE, words.inside_unknown(words.RULE_FAULTY))
    return _found(subject, Claim.INSIDE, words.inside(maximum), Verdict.PROVED)


def _reachable(subject: Subject) -> AuditFinding:
    maximum = subject.maximum
    if maximum is None:
        return _found(subject, Claim.REACHABLE, words.reach_unknown(words.MAXIMUM_UNKNOWN))
    best: Decimal | None = None
    for entry in cases(subject):
        points = safe_points(subject, entry)
        if points is not None and points >= compared(maximum):
            said = words.reached(maximum, case_words(subject, entry))
            return AuditFinding(
                subject.criterion.id, Claim.REACHABLE, Verdict.PROVED, said, (entry,)
            )
        best = points if best is None or points is None else max(best, points)
    is_cut = subject.rounded(maximum) < maximum and not isinstance(subject.rule, External)
    if is_cut or (_is_sound(subject) and _knows_all(subject, maximum)):
        said = words.never_reached(maximum, best)
        return _found(subject, Claim.REACHABLE, said, Verdict.REFUTED)
    why = words.CASES_OPEN
    if isinstance(subject.rule, ByFormula):
        why = words.TOO_TANGLED
    elif isinstance(subject.rule, External):
        why = words.SUPPLIED
    return _found(subject, Claim.REACHABLE, words.reach_unknown(why))


def _is_sound(subject: Subject) -> bool:
    """Return whether the rule keeps 0..maximum by its shape: its parameters have no fault."""
    problems = subject.rule.check(subject.maximum)
    if isinstance(subject.rule, ByFormula):  # a formula's value is kept inside
        return not any(problem.field == "formula" for problem in problems)
    return not problems


def _knows_all(subject: Subject, maximum: Decimal) -> bool:
    """Return whether the tried cases hold the highest points that the rule can give."""
    rule = subject.rule
    match rule:
        case Levels() | Bands():
            return rule.is_complete
        case Checklist():
            return True
        case Trend():
            return None not in {rule.rise, rule.same, rule.fall}
        case ByFormula():
            return _highest(rule) < maximum
        case _:
            return False


def _highest(rule: ByFormula) -> Decimal:
    names = tuple(each.name for each in rule.inputs)
    try:
        return compared(shape_of(parse_formula(rule.formula, names).tree, names, "").span.high)
    except (FormulaError, DecimalException):
        return Decimal("Infinity")


def _bands(subject: Subject, rule: Bands) -> AuditFinding:
    is_rank = rule.over is BandInput.RANK
    step = _FIRST_RANK if is_rank else ZERO
    for band in rule.bands:
        if band.least is not None and band.most is not None and band.least > band.most:
            return _found(subject, Claim.BANDS, words.bands_unknown(words.RULE_FAULTY))
    for before, after in pairwise(rule.rising):
        shared = _shared(before, after, step)
        if shared is not None:
            return _refuted_band(subject, rule, words.bands_overlap(shared), shared)
    if not rule.is_complete or not rule.bands:
        return _found(subject, Claim.BANDS, words.bands_unknown(words.CASES_OPEN))
    hole = _hole(rule, step)
    if hole is not None:
        return _refuted_band(subject, rule, words.bands_gap(hole), hole)
    return _found(subject, Claim.BANDS, words.bands_meet(), Verdict.PROVED)


def _shared(before: Band, after: Band, step: Decimal) -> Decimal | None:
    """Return a value that lies in two bands that follow each other."""
    start = None if before.most is None else before.most + step
    if start is not None and after.least is not None and after.least >= start:
        return None
    lows = [low for low in (before.least, after.least) if low is not None]
    highs = [high for high in (before.most, after.most) if high is not None]
    if lows:
        return max(lows)
    return min(highs) - _FIRST_RANK if highs else ZERO


def _hole(rule: Bands, step: Decimal) -> Decimal | None:
    """Return a value that lies in no band of a complete rule."""
    first, last = rule.rising[0], rule.rising[-1]
    joins = [
        (before.most + step, after.least)
        for before, after in pairwise(rule.rising)
        if before.most is not None and after.least is not None
    ]
    for start, least in joins:
        between = (start, start if step else (start + least) / 2)
        if least > start:
            return next((each for each in between if rule.band_of(each) is None), None)
    lowest = {BandInput.RANK: _FIRST_RANK, BandInput.PERCENT: ZERO}.get(rule.over)
    if lowest is not None and first.least is not None and first.least > lowest:
        return lowest
    is_open = rule.over is BandInput.PERCENT and last.most is not None
    return HUNDRED if is_open and rule.band_of(HUNDRED) is None else None


def _refuted_band(subject: Subject, rule: Bands, sentence: str, value: Decimal) -> AuditFinding:
    example = subject.entry({rule.over.value: value})
    node = subject.criterion.id
    return AuditFinding(node, Claim.BANDS, Verdict.REFUTED, sentence, (example,))


def _labelled(subject: Subject) -> AuditFinding | None:
    specs = subject.rule.figures()
    if not specs:
        return None
    bare = [spec.key for spec in specs if not spec.label.strip()]
    if isinstance(subject.rule, ByFormula):
        bare = [each.name for each in subject.rule.inputs if not each.label.strip()]
    if bare:
        return _found(subject, Claim.LABELLED, words.unlabelled(bare[0]), Verdict.REFUTED)
    return _found(subject, Claim.LABELLED, words.labelled(), Verdict.PROVED)


def _used(subject: Subject) -> AuditFinding | None:
    """Warn of a figure that is asked for and counts for nothing."""
    problems = subject.rule.check(subject.maximum)
    said = " ".join(problem.sentence for problem in problems if problem.is_warning)
    return _found(subject, Claim.USED, said) if said else None


def _found(
    subject: Subject, claim: Claim, sentence: str, verdict: Verdict = Verdict.UNKNOWN
) -> AuditFinding:
    return AuditFinding(subject.criterion.id, claim, verdict, sentence)
