"""Scoring one criterion: points, figures, levels, survey results, notes."""

from dataclasses import field, replace
from datetime import date
from decimal import Decimal

from cchc_desktop.domain.changes import ChangeSet, altered, made, removed
from cchc_desktop.domain.criteria import Criterion
from cchc_desktop.domain.effects import Effect
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.marks import Figure, Mark, Round
from cchc_desktop.domain.points import ZERO, places_of
from cchc_desktop.domain.rules.levels import Levels
from cchc_desktop.domain.rules.survey import INDEX, READY_POINTS
from cchc_desktop.domain.state import State
from cchc_desktop.domain.text import clean, nfc
from cchc_desktop.records import record
from cchc_desktop.wording import marks as words
from cchc_desktop.wording.effects import no_loss, type_bonus

_MOST_PLACES = 12


@record
class Place:
    """Where a mark stands: sheet, criterion, round."""

    sheet: str
    criterion: str
    round: Round


def mark_changes(state: State, place: Place, **fields: object) -> ChangeSet:
    """Return the changes that give a mark some fields; an emptied mark is taken away."""
    old = state.cell(place.sheet).mark(place.criterion, place.round)
    before = old or Mark(place.sheet, place.criterion, place.round)
    after = replace(before, **fields)  # type: ignore[arg-type]  # the callers name real fields
    empty = Mark(place.sheet, place.criterion, place.round)
    if old is None:
        return made("mark", [after]) if after != empty else ChangeSet()
    return removed("mark", [old]) if after == empty else altered("mark", old, fields)


def criterion_to_score(state: State, place: Place) -> Criterion:
    """Return the criterion of a place.

    Raises:
        CchcError: the sheet or criterion is gone, or it is a branch.
    """
    if place.sheet not in state.sheets:
        raise CchcError(words.sheet_gone(), words.reopen())
    tree = state.tree_of_sheet(place.sheet)
    if place.criterion not in tree:
        raise CchcError(words.criterion_gone(), words.undo_removal())
    if tree.is_branch(place.criterion):
        raise CchcError(words.branch_is_a_sum(), words.score_children())
    return tree[place.criterion]


def check_points(points: Decimal, maximum: Decimal | None) -> None:
    """Refuse points outside 0..maximum, and more places than anybody can mean.

    Raises:
        CchcError: with the reason.
    """
    if points < ZERO:
        raise CchcError(words.points_negative(points), words.points_range(maximum))
    if maximum is not None and points > maximum:
        raise CchcError(words.points_over(points, maximum), words.points_range(maximum))
    if places_of(points) > _MOST_PLACES:
        raise CchcError(words.too_many_places(_MOST_PLACES), words.points_range(maximum))


@record
class SetPoints:
    """Type points directly; None takes them away."""

    place: Place
    points: Decimal | None

    @property
    def title(self) -> str:
        """The step in words."""
        return words.points_set(self.points)

    def plan(self, state: State) -> ChangeSet:
        """Give the mark its points; a loss typed before goes."""
        criterion = criterion_to_score(state, self.place)
        if criterion.is_survey:
            raise CchcError(words.survey_not_scored(), words.enter_survey())
        maximum = state.tree_of_sheet(self.place.sheet).maxima[criterion.id]
        if self.points is not None:
            check_points(self.points, maximum)
        return mark_changes(state, self.place, points=self.points, lost=None)


@record
class SetLost:
    """Type the points lost; the points follow where the maximum is known.

    What a penalty takes is both: its points and its loss.
    """

    place: Place
    lost: Decimal | None

    @property
    def title(self) -> str:
        """The step in words."""
        return words.lost_set(self.lost)

    def plan(self, state: State) -> ChangeSet:
        """Give the mark maximum - lost, or the loss alone where no maximum is known."""
        criterion = criterion_to_score(state, self.place)
        if criterion.is_survey:
            raise CchcError(words.survey_not_scored(), words.enter_survey())
        tree = state.tree_of_sheet(self.place.sheet)
        maximum, effect = tree.maxima[criterion.id], tree.effects[criterion.id]
        if effect is Effect.BONUS:
            raise CchcError(no_loss(), type_bonus())
        if self.lost is not None:
            check_points(self.lost, maximum)
        if effect is Effect.PENALTY:
            return mark_changes(state, self.place, points=self.lost, lost=None)
        if maximum is None:
            return mark_changes(state, self.place, lost=self.lost)
        points = None if self.lost is None else maximum - self.lost
        return mark_changes(state, self.place, points=points, lost=None)


@record
class SetFigure:
    """Put a figure into a rule; value None takes it away."""

    place: Place
    figure: str
    value: Decimal | None
    source: str = ""
    as_of: date | None = None

    @property
    def title(self) -> str:
        """The step in words."""
        return words.figure_set(self.value)

    def plan(self, state: State) -> ChangeSet:
        """Give the mark the figure."""
        criterion = criterion_to_score(state, self.place)
        known = {spec.key: spec for spec in criterion.rule.figures()}
        if self.figure not in known:
            raise CchcError(words.figure_unknown(), words.look_at_rule())
        if self.value is not None and self.value < ZERO:
            raise CchcError(words.figure_negative(), words.figure_range())
        if self.value is not None:
            known[self.figure].refuse_part(self.value)
        mark = state.cell(self.place.sheet).mark(self.place.criterion, self.place.round)
        figures = dict(mark.figures) if mark else {}
        figures.pop(self.figure, None)
        if self.value is not None:
            figures[self.figure] = Figure(self.value, clean(self.source), self.as_of)
        return mark_changes(state, self.place, figures=dict(sorted(figures.items())))


@record
class SwapFigures:
    """Exchange b and a, which were typed the wrong way round."""

    place: Place

    @property
    def title(self) -> str:
        """The step in words."""
        return words.figures_swapped()

    def plan(self, state: State) -> ChangeSet:
        """Exchange the two figures of a share."""
        criterion = criterion_to_score(state, self.place)
        keys = [spec.key for spec in criterion.rule.figures()]
        mark = state.cell(self.place.sheet).mark(self.place.criterion, self.place.round)
        if mark is None or sorted(mark.figures) != sorted(keys) or len(keys) != len(("b", "a")):
            raise CchcError(words.nothing_to_swap(), words.look_at_rule())
        first, second = keys
        swapped = {first: mark.figures[second], second: mark.figures[first]}
        return mark_changes(state, self.place, figures=dict(sorted(swapped.items())))


@record
class ChooseLevel:
    """Choose a named level by its key; "" takes the choice away."""

    place: Place
    choice: str

    @property
    def title(self) -> str:
        """The step in words."""
        return words.level_chosen()

    def plan(self, state: State) -> ChangeSet:
        """Give the mark the choice; points typed before go."""
        rule = criterion_to_score(state, self.place).rule
        keys = {level.key for level in rule.levels} if isinstance(rule, Levels) else set()
        if self.choice and self.choice not in keys:
            raise CchcError(words.level_unknown(), words.look_at_rule())
        return mark_changes(state, self.place, choice=self.choice, points=None)


@record
class SetSurveyResult:
    """Enter a survey's result: ready points, or an index in percent; the other one goes."""

    sheet: str
    criterion: str
    key: str
    value: Decimal | None
    source: str = ""

    @property
    def title(self) -> str:
        """The step in words."""
        return words.survey_set()

    def plan(self, state: State) -> ChangeSet:
        """Give the sheet the result; it counts in every round."""
        place = Place(self.sheet, self.criterion, Round.SHEET)
        criterion = criterion_to_score(state, place)
        if not criterion.is_survey or self.key not in {READY_POINTS, INDEX}:
            raise CchcError(words.figure_unknown(), words.look_at_rule())
        maximum = state.tree_of_sheet(self.sheet).maxima[criterion.id]
        figures = {}
        if self.value is not None:
            check_points(self.value, maximum if self.key == READY_POINTS else Decimal(100))
            figures[self.key] = Figure(self.value, clean(self.source))
        return mark_changes(state, place, figures=figures)


@record
class SetNotApplicable:
    """Take a criterion out of a unit's denominator, or back into it."""

    sheet: str
    criterion: str
    not_applicable: bool

    @property
    def title(self) -> str:
        """The step in words."""
        return words.not_applicable_set(not_applicable=self.not_applicable)

    def plan(self, state: State) -> ChangeSet:
        """Mark the sheet; it holds in every round."""
        place = Place(self.sheet, self.criterion, Round.SHEET)
        criterion_to_score(state, place)
        return mark_changes(state, place, not_applicable=self.not_applicable)


@record
class SetNote:
    """Write the appraiser's note of a criterion in a round."""

    place: Place
    note: str

    @property
    def title(self) -> str:
        """The step in words."""
        return words.note_set()

    def plan(self, state: State) -> ChangeSet:
        """Give the mark its note."""
        criterion_to_score(state, self.place)
        return mark_changes(state, self.place, note=nfc(self.note).strip())


@record
class SetExplanation:
    """Write the unit's explanation (giải trình) of a criterion."""

    sheet: str
    criterion: str
    explanation: str

    @property
    def title(self) -> str:
        """The step in words."""
        return words.explanation_set()

    def plan(self, state: State) -> ChangeSet:
        """Give the sheet the explanation; it holds in every round."""
        place = Place(self.sheet, self.criterion, Round.SHEET)
        criterion_to_score(state, place)
        return mark_changes(state, place, explanation=nfc(self.explanation).strip())


@record
class RequestExplanation:
    """Ask the unit for an explanation, or take the question back."""

    sheet: str
    criterion: str
    requested: bool

    @property
    def title(self) -> str:
        """The step in words."""
        return words.explanation_requested(requested=self.requested)

    def plan(self, state: State) -> ChangeSet:
        """Mark the sheet as asked."""
        place = Place(self.sheet, self.criterion, Round.SHEET)
        criterion_to_score(state, place)
        return mark_changes(state, place, explanation_requested=self.requested)


@record
class ClearMarks:
    """Take away what was scored for some criteria in a round; notes and reasons stay."""

    sheet: str
    criteria: tuple[str, ...]
    round: Round

    @property
    def title(self) -> str:
        """The step in words."""
        return words.marks_cleared(len(self.criteria))

    def plan(self, state: State) -> ChangeSet:
        """Empty points, figures and choice; survey values too."""
        changes = ChangeSet()
        for criterion_id in dict.fromkeys(self.criteria):
            place = Place(self.sheet, criterion_id, self.round)
            criterion = criterion_to_score(state, place)
            at = Place(self.sheet, criterion_id, Round.SHEET) if criterion.is_survey else place
            if state.cell(self.sheet).mark(criterion_id, at.round) is not None:
                changes += mark_changes(state, at, points=None, lost=None, choice="", figures={})
        return changes


@record
class PasteMarks:
    """Points of several criteria at once, as pasted from Excel: one undo step."""

    sheet: str
    round: Round
    points: tuple[tuple[str, Decimal], ...] = field(default=())

    @property
    def title(self) -> str:
        """The step in words."""
        return words.points_pasted(len(self.points))

    def plan(self, state: State) -> ChangeSet:
        """Give each criterion its points, or refuse them all; of one named twice the last."""
        changes = ChangeSet()
        for criterion, points in dict(self.points).items():
            place = Place(self.sheet, criterion, self.round)
            changes += SetPoints(place, points).plan(state)
        return changes
