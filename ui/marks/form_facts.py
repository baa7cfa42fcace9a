"""What the form shows of the chosen criterion: facts of the desk, without widgets."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from cchc_desktop.commands.marks import Place
from cchc_desktop.domain.criteria import CriteriaTree, Criterion
from cchc_desktop.domain.effects import Effect
from cchc_desktop.domain.marks import Figure, Mark
from cchc_desktop.domain.points import ZERO, settled
from cchc_desktop.domain.rules.base import Entry, Gap
from cchc_desktop.domain.rules.deduction import DeductionRule
from cchc_desktop.domain.rules.levels import Levels
from cchc_desktop.domain.rules.manual import Manual
from cchc_desktop.domain.scoring import ScoreRow
from cchc_desktop.records import record
from cchc_desktop.wording.dossier import round_name
from ui.shared.desk import Desk

OPEN_GAPS = frozenset({Gap.RULE_UNKNOWN, Gap.WHOLE_IS_ZERO, Gap.NO_MAXIMUM})


@record
class Facts:
    """One criterion of one sheet in one round, as the form shows it.

    Args:
        place: sheet, criterion and round; commands go there.
        criterion: the node.
        row: its score.
        tree: the criteria tree.
        unit: name of the unit that is scored.
        closed: why nothing can be typed, "" where it can.
    """

    place: Place
    criterion: Criterion
    row: ScoreRow
    tree: CriteriaTree
    unit: str
    closed: str = ""

    @property
    def is_branch(self) -> bool:
        """Whether the node is a sum of children."""
        return self.tree.is_branch(self.criterion.id)

    @property
    def is_editable(self) -> bool:
        """Whether this sheet and round may be changed."""
        return not self.closed

    @property
    def lists_amounts(self) -> bool:
        """Whether the listed losses are what the points come from."""
        rule = self.criterion.rule
        return isinstance(rule, DeductionRule) and rule.per_fault is None


@record
class Look:
    """Points and loss as the two fields show them.

    Args:
        points, lost: exact values; None where unknown.
        is_open: whether a person types them; else they are computed.
        gap: why the rule itself gives none.
    """

    points: Decimal | None
    lost: Decimal | None
    is_open: bool
    gap: Gap | None


def facts_of(desk: Desk) -> Facts | None:
    """Return the facts of the chosen criterion, None where there is none."""
    sheet = desk.state.sheets.get(desk.sheet)
    tree = desk.tree
    if sheet is None or desk.criterion not in tree:
        return None
    return Facts(
        Place(desk.sheet, desk.criterion, desk.round),
        tree[desk.criterion],
        desk.scores[desk.criterion],
        tree,
        desk.state.units[sheet.unit].name,
        _closed(desk),
    )


def look_of(facts: Facts, tried: Entry | None = None) -> Look:
    """Return what the two fields show; ``tried`` puts in figures that are being typed."""
    row, criterion = facts.row, facts.criterion
    entry = tried or row.entry()
    outcome = criterion.rule.score(entry)
    points = None if outcome.points is None else criterion.rounding.of(settled(outcome.points))
    lost, mark = _lost(row, points), entry.mark
    is_open_ended = row.maximum is None and row.is_counted
    if is_open_ended and mark is not None and mark.lost is not None:
        lost = mark.lost
    gap = criterion.rule.score(replace(entry, mark=_untyped(mark))).gap
    is_open = not criterion.is_survey and (
        outcome.is_typed or _takes_points(facts, mark) or gap in OPEN_GAPS or is_open_ended
    )
    return Look(points, lost, is_open and facts.is_editable, gap)


def _lost(row: ScoreRow, points: Decimal | None) -> Decimal | None:
    """What is lost with some points: nothing of a bonus, all that a penalty takes."""
    if not row.is_counted:
        return points if row.effect is Effect.PENALTY or points is None else ZERO
    return None if points is None or row.maximum is None else row.maximum - points


def tried_entry(facts: Facts, values: Mapping[str, Decimal | None]) -> Entry:
    """Return the entry of a leaf with figures that are being typed.

    Args:
        facts: the criterion.
        values: every figure of the form by key; None for an empty one.
    """
    entry = facts.row.entry()
    place = facts.place
    mark = entry.mark or Mark(place.sheet, place.criterion, place.round)
    figures = {key: Figure(value) for key, value in values.items() if value is not None}
    return replace(entry, mark=replace(mark, figures=figures))


def _closed(desk: Desk) -> str:
    if desk.is_editable:
        return ""
    if desk.session.store.is_read_only:
        return f"Chỉ xem. {desk.session.store.read_only_reason}".strip()
    return f"Vòng {round_name(desk.round)} đã khóa, chỉ xem."


def _takes_points(facts: Facts, mark: Mark | None) -> bool:
    """Points are typed by rule: directly, beside listed losses, or where no level fits."""
    rule = facts.criterion.rule
    if isinstance(rule, Levels):
        return not rule.is_complete and not (mark and mark.choice)
    return isinstance(rule, Manual) or facts.lists_amounts


def _untyped(mark: Mark | None) -> Mark | None:
    return None if mark is None else replace(mark, points=None)
