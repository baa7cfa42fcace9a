"""Decisions of the council: they are marks of the sitting's round, and a line of its minutes."""

from datetime import datetime
from decimal import Decimal

from cchc_desktop.commands.marks import ClearMarks, Place
from cchc_desktop.commands.rounds import DecidePoints, TakeRound
from cchc_desktop.commands.sittings import find_item, find_sitting
from cchc_desktop.domain.changes import ChangeSet, altered
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.scoring import Context, score
from cchc_desktop.domain.sitting_rows import refusal_at, sources_of
from cchc_desktop.domain.sittings import Ruling, Sitting, SittingItem
from cchc_desktop.domain.state import State
from cchc_desktop.domain.text import nfc
from cchc_desktop.records import record
from cchc_desktop.wording import sittings as words


@record
class DecideItem:
    """Decide a criterion: the mark of the sitting's round and the item, in one step.

    Args:
        item: id of the item.
        ruling: the self-score is recognised, the newest appraisal before is kept, or other points.
        at: when.
        points: the points of another decision.
        note: what the minutes say of it; None leaves what they say.
    """

    item: str
    ruling: Ruling
    at: datetime
    points: Decimal | None = None
    note: str | None = None

    @property
    def title(self) -> str:
        """The step in words."""
        return words.decided(self.ruling.value, self.points)

    def plan(self, state: State) -> ChangeSet:
        """Do what So vòng would do, and write down that this sitting decided it."""
        item, sitting = _decidable(state, self.item)
        marks = self._marks(state, item, sitting)
        points = _points(state.applied(marks), item, sitting.round)
        fields: dict[str, object] = {
            "ruling": self.ruling,
            "points": points,
            "decided_at": self.at,
        }
        if self.note is not None:
            fields["note"] = nfc(self.note).strip()
        return marks + altered("sitting_item", item, fields)

    def _marks(self, state: State, item: SittingItem, sitting: Sitting) -> ChangeSet:
        if self.ruling is Ruling.OTHER:
            if self.points is None:
                code = state.criteria[item.criterion].code
                raise CchcError(words.points_missing(code), words.type_points())
            place = Place(item.sheet, item.criterion, sitting.round)
            return DecidePoints(place, self.points).plan(state)
        source = self._source(state, item, sitting)
        take = TakeRound(item.sheet, (item.criterion,), sitting.round, source, again=True)
        return take.plan(state)

    def _source(self, state: State, item: SittingItem, sitting: Sitting) -> Round:
        code, before = state.criteria[item.criterion].code, sources_of(state, sitting)
        if self.ruling is Ruling.ACCEPTED:
            if Round.SELF not in before or _points(state, item, Round.SELF) is None:
                raise CchcError(words.no_points(code, Round.SELF.value), words.type_points())
            return Round.SELF
        for source in reversed(before):
            if source is not Round.SELF and _points(state, item, source) is not None:
                return source
        raise CchcError(words.no_round_before(code), words.type_points())


@record
class ReopenItem:
    """Take a decision back: the round has no points for the criterion any more."""

    item: str

    @property
    def title(self) -> str:
        """The step in words."""
        return words.reopened()

    def plan(self, state: State) -> ChangeSet:
        """Empty the mark and the item; reasons and notes stay."""
        item, sitting = _decidable(state, self.item)
        if not item.is_decided:
            code = state.criteria[item.criterion].code
            raise CchcError(words.not_decided(code), words.decide_first())
        marks = ClearMarks(item.sheet, (item.criterion,), sitting.round).plan(state)
        fields = {"ruling": None, "points": None, "decided_at": None}
        return marks + altered("sitting_item", item, fields)


def _decidable(state: State, key: str) -> tuple[SittingItem, Sitting]:
    item = find_item(state, key)
    sitting = find_sitting(state, item.sitting)
    error = refusal_at(state, (item.sheet, item.criterion), sitting.round)
    if error is not None:
        raise error
    return item, sitting


def _points(state: State, item: SittingItem, in_round: Round) -> Decimal | None:
    sheet = score(state.tree_of_sheet(item.sheet), state.cell(item.sheet), Context(in_round))
    return sheet[item.criterion].points
