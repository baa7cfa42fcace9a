"""Sittings of the council: called, filled with criteria, put in order, noted."""

from collections.abc import Iterable
from dataclasses import field, fields
from datetime import date
from decimal import Decimal

from cchc_desktop.commands.marks import check_points
from cchc_desktop.domain.changes import ChangeSet, altered, made, removed
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.ids import new_id, order_between, order_keys
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.scoring import Context, score
from cchc_desktop.domain.sitting_rows import Spot, items_at, items_of, refusal_at
from cchc_desktop.domain.sittings import Attendee, Sitting, SittingItem
from cchc_desktop.domain.state import State
from cchc_desktop.domain.text import clean, nfc
from cchc_desktop.records import record
from cchc_desktop.wording import marks as mark_words
from cchc_desktop.wording import sittings as words


@record
class SittingFacts:
    """What is told of a sitting: when, where, who; see ``domain.sittings.Sitting``."""

    held_on: date | None = None
    hours: str = ""
    place: str = ""
    number: str = ""
    chair: str = ""
    secretary: str = ""
    attendees: tuple[Attendee, ...] = ()
    note: str = ""


def facts_of(sitting: Sitting) -> SittingFacts:
    """Return what is told of a sitting."""
    return SittingFacts(
        sitting.held_on, sitting.hours, sitting.place, sitting.number, sitting.chair,
        sitting.secretary, sitting.attendees, sitting.note,
    )  # fmt: skip


@record
class CallSitting:
    """Call a sitting that decides one round of an assessment.

    Args:
        assessment: id of the assessment.
        round: the round that its decisions are marks of.
        facts: when, where, who.
        id: key of the sitting.
    """

    assessment: str
    round: Round
    facts: SittingFacts = SittingFacts()
    id: str = field(default_factory=new_id)

    @property
    def title(self) -> str:
        """The step in words."""
        return words.sitting_made()

    def plan(self, state: State) -> ChangeSet:
        """Make the sitting."""
        _check_round(state, self.assessment, self.round)
        facts = _cleaned(self.facts)
        sitting = Sitting(
            self.id, self.assessment, self.round, facts.held_on, facts.hours, facts.place,
            facts.number, facts.chair, facts.secretary, facts.attendees, facts.note,
        )  # fmt: skip
        return made("sitting", [sitting])


@record
class EditSitting:
    """Tell other facts of a sitting; the round stays where something was decided.

    Args:
        sitting: id of the sitting.
        facts: all that is told of it.
        round: the round it decides, None for the one it has.
    """

    sitting: str
    facts: SittingFacts
    round: Round | None = None

    @property
    def title(self) -> str:
        """The step in words."""
        return words.sitting_edited()

    def plan(self, state: State) -> ChangeSet:
        """Change what differs."""
        sitting = find_sitting(state, self.sitting)
        facts = _cleaned(self.facts)
        values: dict[str, object] = {each.name: getattr(facts, each.name) for each in fields(facts)}
        if self.round is not None and self.round is not sitting.round:
            _check_round(state, sitting.assessment, self.round)
            if any(item.is_decided for item in items_of(state, sitting.id)):
                raise CchcError(words.round_kept(), words.make_another())
            values["round"] = self.round
        return altered("sitting", sitting, values)


@record
class RemoveSitting:
    """Take a sitting away with its list; the marks that it decided stay."""

    sitting: str

    @property
    def title(self) -> str:
        """The step in words."""
        return words.sitting_removed()

    def plan(self, state: State) -> ChangeSet:
        """Remove the items, then the sitting."""
        sitting = find_sitting(state, self.sitting)
        return removed("sitting_item", items_of(state, sitting.id)) + removed("sitting", [sitting])


@record
class AddItems:
    """Put criteria of sheets before a sitting, after those that are there.

    Args:
        sitting: id of the sitting.
        spots: sheet and criterion of each; one that is there already is left out.
    """

    sitting: str
    spots: tuple[Spot, ...]

    @property
    def title(self) -> str:
        """The step in words."""
        return words.items_added(len(self.spots))

    def plan(self, state: State) -> ChangeSet:
        """Make the items; points that the round has already are what is proposed."""
        sitting = find_sitting(state, self.sitting)
        items = items_of(state, sitting.id)
        known = {(item.sheet, item.criterion) for item in items}
        fresh = [spot for spot in dict.fromkeys(self.spots) if spot not in known]
        if not fresh:
            raise CchcError(words.nothing_added(), words.nothing_added_hint())
        for spot in fresh:
            _check_spot(state, sitting, spot)
        proposed = _proposals(state, sitting, fresh)
        orders = _orders(items[-1].order if items else "", len(fresh))
        return made(
            "sitting_item",
            [
                SittingItem(new_id(), sitting.id, *spot, order, proposed[spot])
                for spot, order in zip(fresh, orders, strict=True)
            ],
        )


@record
class RemoveItems:
    """Take criteria off a sitting; marks that it decided stay."""

    items: tuple[str, ...]

    @property
    def title(self) -> str:
        """The step in words."""
        return words.items_removed(len(self.items))

    def plan(self, state: State) -> ChangeSet:
        """Remove those that stand."""
        rows = state.sitting_items
        found = [rows[key] for key in dict.fromkeys(self.items) if key in rows]
        if not found:
            raise CchcError(words.item_gone(), words.undo_removal())
        return removed("sitting_item", found)


@record
class MoveItem:
    """Move a criterion to another place of the sitting.

    Args:
        item: id of the item.
        before: id of the item it comes to stand before, or "" for the end.
    """

    item: str
    before: str = ""

    @property
    def title(self) -> str:
        """The step in words."""
        return words.item_moved()

    def plan(self, state: State) -> ChangeSet:
        """Change the order key of this item."""
        item = find_item(state, self.item)
        items = items_of(state, item.sitting)
        others = [each for each in items if each.id != item.id]
        at = next((n for n, each in enumerate(others) if each.id == self.before), len(others))
        if self.before == item.id or items.index(item) == at:
            return ChangeSet()
        left = others[at - 1].order if at else ""
        right = others[at].order if at < len(others) else ""
        return altered("sitting_item", item, {"order": order_between(left, right)})


@record
class ProposePoints:
    """Say which points the appraisers propose to the council; None takes them away."""

    item: str
    points: Decimal | None

    @property
    def title(self) -> str:
        """The step in words."""
        return words.points_proposed(self.points)

    def plan(self, state: State) -> ChangeSet:
        """Give the item its proposal."""
        item = find_item(state, self.item)
        if self.points is not None:
            maximum = state.tree_of_sheet(item.sheet).maxima[item.criterion]
            check_points(self.points, maximum)
        return altered("sitting_item", item, {"proposed": self.points})


@record
class NoteItem:
    """Write what the minutes say of a criterion."""

    item: str
    note: str

    @property
    def title(self) -> str:
        """The step in words."""
        return words.item_noted()

    def plan(self, state: State) -> ChangeSet:
        """Give the item its note."""
        item = find_item(state, self.item)
        return altered("sitting_item", item, {"note": nfc(self.note).strip()})


def find_sitting(state: State, sitting: str) -> Sitting:
    """Return a sitting.

    Raises:
        CchcError: it is gone.
    """
    found = state.sittings.get(sitting)
    if found is None:
        raise CchcError(words.sitting_gone(), words.undo_removal())
    return found


def find_item(state: State, item: str) -> SittingItem:
    """Return an item of a sitting.

    Raises:
        CchcError: it is gone.
    """
    found = state.sitting_items.get(item)
    if found is None:
        raise CchcError(words.item_gone(), words.undo_removal())
    return found


def items_removed_with(
    state: State, sheets: Iterable[str] = (), criteria: Iterable[str] = ()
) -> ChangeSet:
    """Return the changes that take items away whose sheet or criterion goes."""
    return removed("sitting_item", items_at(state, frozenset(sheets), frozenset(criteria)))


def _check_round(state: State, assessment: str, in_round: Round) -> None:
    found = state.assessments.get(assessment)
    if found is None:
        raise CchcError(mark_words.sheet_gone(), mark_words.reopen())
    if in_round is Round.SELF or in_round not in found.rounds:
        raise CchcError(words.self_not_decided(), words.choose_round())


def _check_spot(state: State, sitting: Sitting, spot: Spot) -> None:
    sheet, node = state.sheets.get(spot[0]), state.criteria.get(spot[1])
    if sheet is None:
        raise CchcError(mark_words.sheet_gone(), mark_words.reopen())
    if node is None:
        raise CchcError(mark_words.criterion_gone(), mark_words.undo_removal())
    if {sheet.assessment, node.assessment} != {sitting.assessment}:
        raise CchcError(words.other_assessment(), words.choose_leaf())
    error = refusal_at(state, spot, sitting.round)
    if error is not None:
        raise error


def _proposals(state: State, sitting: Sitting, spots: Iterable[Spot]) -> dict[Spot, Decimal | None]:
    """Return what the round gives already: what the appraisers entered before the sitting."""
    tree, found = state.tree(sitting.assessment), {}
    scored = {}
    for sheet, criterion in spots:
        if sheet not in scored:
            scored[sheet] = score(tree, state.cell(sheet), Context(sitting.round))
        found[sheet, criterion] = scored[sheet][criterion].points
    return found


def _orders(last: str, count: int) -> Iterable[str]:
    """Return order keys after those that stand; many at once stay short."""
    if count == 1:
        return [order_between(last, "")]
    return [last + key for key in order_keys(count)]


def _cleaned(facts: SittingFacts) -> SittingFacts:
    attendees = tuple(
        Attendee(clean(each.name), clean(each.post), clean(each.role), each.is_absent)
        for each in facts.attendees
    )
    if not all(each.name for each in attendees):
        raise CchcError(words.attendee_nameless(), words.type_name())
    return SittingFacts(
        facts.held_on, clean(facts.hours), clean(facts.place), clean(facts.number),
        clean(facts.chair), clean(facts.secretary), attendees, nfc(facts.note).strip(),
    )  # fmt: skip
