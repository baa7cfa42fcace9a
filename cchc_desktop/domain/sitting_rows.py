"""What a sitting has before it: its items with their points in every round, and their state."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from decimal import Decimal
from operator import is_

from cchc_desktop.domain.checks import Finding, FindingKind
from cchc_desktop.domain.criteria import Criterion
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.rounds import RoundsRow, earlier_rounds, rounds_row, rounds_rows
from cchc_desktop.domain.scoring import ScoreSheet, same_points
from cchc_desktop.domain.sittings import Sitting, SittingItem
from cchc_desktop.domain.state import State
from cchc_desktop.domain.units import Sheet
from cchc_desktop.records import record
from cchc_desktop.wording import sittings as words
from cchc_desktop.wording.dossier import round_locked, round_locked_hint, round_name

Scores = Callable[[str, Round], ScoreSheet]
Spot = tuple[str, str]  # sheet, criterion
_Grounds = tuple[object, ...]


@record
class ItemRow:
    """One item of a sitting as it stands now.

    Args:
        item: the item.
        sheet: its sheet.
        unit: name of the unit.
        criterion: the criterion.
        row: the criterion across the rounds; None where it does not apply to the unit.
        points: what the round of the sitting gives now.
        refusal: why it cannot be decided, "" where it can.
    """

    item: SittingItem
    sheet: Sheet
    unit: str
    criterion: Criterion
    row: RoundsRow | None
    points: Decimal | None
    refusal: str = ""

    @property
    def is_changed(self) -> bool:
        """Whether the mark is no longer what the sitting decided."""
        return self.item.is_decided and not same_points(self.item.points, self.points)


def sittings_of(state: State, assessment: str) -> tuple[Sitting, ...]:
    """Return the sittings of an assessment, the newest first; those without a day lead."""
    found = [each for each in state.sittings.values() if each.assessment == assessment]
    return tuple(sorted(found, key=_newness, reverse=True))


def items_of(state: State, sitting: str) -> tuple[SittingItem, ...]:
    """Return the items of a sitting, in order."""
    found = [each for each in state.sitting_items.values() if each.sitting == sitting]
    return tuple(sorted(found, key=lambda each: (each.order, each.id)))


def items_at(
    state: State, sheets: Collection[str] = (), criteria: Collection[str] = ()
) -> tuple[SittingItem, ...]:
    """Return the items of some sheets or some criteria, which go where these go."""
    rows = state.sitting_items.values()
    return tuple(each for each in rows if each.sheet in sheets or each.criterion in criteria)


def item_rows(state: State, sitting: Sitting, scores: Scores) -> tuple[ItemRow, ...]:
    """Return the items of a sitting with their points in every round.

    Args:
        state: the dossier.
        sitting: the sitting.
        scores: gives the score sheet of a sheet in a round.
    """
    return ItemBook().rows(state, sitting, scores)


class ItemBook:
    """The rows of a sitting; one is read anew only where what it was read from changed."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[_Grounds, _Grounds, ItemRow]] = {}

    def rows(self, state: State, sitting: Sitting, scores: Scores) -> tuple[ItemRow, ...]:
        """Return the rows as ``item_rows`` does; those that stand are the same objects."""
        rounds = state.assessments[sitting.assessment].rounds
        sheets: dict[str, tuple[_Grounds, Mapping[Round, ScoreSheet]]] = {}
        found = {}
        for item in items_of(state, sitting.id):
            if item.sheet not in sheets:
                of_rounds = {each: scores(item.sheet, each) for each in rounds}
                sheets[item.sheet] = _of_sheet(state, sitting, item.sheet, of_rounds), of_rounds
            found[item.id] = self._kept_or_read(state, sitting, item, sheets[item.sheet])
        self._kept = found
        return tuple(row for _, _, row in found.values())

    def _kept_or_read(
        self,
        state: State,
        sitting: Sitting,
        item: SittingItem,
        read: tuple[_Grounds, Mapping[Round, ScoreSheet]],
    ) -> tuple[_Grounds, _Grounds, ItemRow]:
        ground, sheets = read
        kept = self._kept.get(item.id)
        if kept is not None and kept[2].item is item and all(map(is_, kept[0], ground)):
            return kept
        own = _of_item(state, sitting, item, sheets)
        if kept is not None and all(map(is_, kept[1], own)):
            return ground, own, kept[2]
        return ground, own, _row(state, sitting, item, sheets)


def refusal_at(state: State, spot: Spot, in_round: Round) -> CchcError | None:
    """Return why a criterion of a sheet cannot be decided in a round, None where it can."""
    sheet, node = state.sheets[spot[0]], state.criteria[spot[1]]
    if state.tree(node.assessment).is_branch(node.id):
        return CchcError(words.has_children(node.code), words.choose_leaf())
    if node.is_survey:
        return CchcError(words.is_survey(node.code), words.survey_hint())
    mark = state.cell(sheet.id).mark(node.id, Round.SHEET)
    if mark is not None and mark.not_applicable:
        return CchcError(words.not_applicable(node.code), words.applicable_hint())
    if in_round in sheet.locked:
        unit = state.units[sheet.unit].name
        return CchcError(round_locked(round_name(in_round.value), unit), round_locked_hint())
    return None


def undecided(
    state: State, scores: Scores, sheets: Iterable[str], in_round: Round
) -> tuple[Spot, ...]:
    """Return what a round still has to decide, as So vòng lists it; locked sheets are left out."""
    found: list[Spot] = []
    for sheet in sheets:
        record = state.sheets[sheet]
        rounds = state.assessments[record.assessment].rounds
        if in_round in record.locked:
            continue
        across = rounds_rows({r: scores(sheet, r) for r in rounds}, state.cell(sheet), in_round)
        found += [(sheet, row.criterion.id) for row in across if row.is_open]
    return tuple(found)


def sources_of(state: State, sitting: Sitting) -> tuple[Round, ...]:
    """Return the rounds before that of a sitting, in order."""
    return earlier_rounds(state.assessments[sitting.assessment].rounds, sitting.round)


def sitting_findings(state: State, sheet: str, scores: Scores) -> Iterator[Finding]:
    """Yield the criteria of a sheet whose mark is no longer what the last sitting decided."""
    latest: dict[tuple[str, Round], SittingItem] = {}
    for item in items_at(state, (sheet,)):
        if item.decided_at is None:
            continue
        key = (item.criterion, state.sittings[item.sitting].round)
        known = latest.get(key)
        if known is None or known.decided_at is None or known.decided_at < item.decided_at:
            latest[key] = item
    for (criterion, in_round), item in latest.items():
        now = scores(sheet, in_round)[criterion].points
        if not same_points(item.points, now):
            day = state.sittings[item.sitting].held_on
            sentence = words.decision_changed(state.criteria[criterion].code, day, item.points, now)
            yield Finding(FindingKind.DECISION_CHANGED, criterion, sentence)


def _of_sheet(
    state: State, sitting: Sitting, sheet: str, sheets: Mapping[Round, ScoreSheet]
) -> _Grounds:
    """Return the objects that all rows of a sheet are read from, always as many."""
    record, tree = state.sheets[sheet], state.tree(sitting.assessment)
    every = (sheets.get(each) for each in Round)
    return (sitting.round, record, state.units[record.unit], tree, state.cell(sheet), *every)


def _of_item(
    state: State, sitting: Sitting, item: SittingItem, sheets: Mapping[Round, ScoreSheet]
) -> _Grounds:
    """Return the objects that the row of an item is read from, always as many."""
    sheet, leaf, cell = state.sheets[item.sheet], item.criterion, state.cell(item.sheet)
    marks = (cell.mark(leaf, each) for each in Round)
    rows = (sheets[each][leaf] if each in sheets else None for each in Round)
    tree = state.tree(sitting.assessment)
    return (sitting.round, item, sheet, state.units[sheet.unit], tree, *marks, *rows)


def _row(
    state: State,
    sitting: Sitting,
    item: SittingItem,
    sheets: Mapping[Round, ScoreSheet],
) -> ItemRow:
    sheet, leaf = state.sheets[item.sheet], state.criteria[item.criterion]
    here = sheets[sitting.round][leaf.id]
    cell = state.cell(sheet.id)
    across = rounds_row(sheets, cell, leaf, sitting.round) if here.is_applicable else None
    error = refusal_at(state, (sheet.id, leaf.id), sitting.round)
    why = "" if error is None else error.words
    unit = state.units[sheet.unit].name
    return ItemRow(item, sheet, unit, leaf, across, here.points, why)


def _newness(sitting: Sitting) -> tuple[bool, str, str]:
    day = sitting.held_on
    return day is None, day.isoformat() if day is not None else "", sitting.id
