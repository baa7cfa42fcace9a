"""Rounds: taking earlier points, deciding other ones, coding causes, locking, dates."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

from cchc_desktop.commands.marks import Place, check_points, criterion_to_score, mark_changes
from cchc_desktop.domain.changes import ChangeSet, altered, made, removed
from cchc_desktop.domain.coverage import ground_of
from cchc_desktop.domain.criteria import ROOT
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.marks import ROUNDS, Cause, Mark, Round
from cchc_desktop.domain.register import unreadable_of
from cchc_desktop.domain.rounds import DAY_FIELDS, hindrances, publishes
from cchc_desktop.domain.rules.base import Entry
from cchc_desktop.domain.scoring import Context, score
from cchc_desktop.domain.state import State
from cchc_desktop.domain.text import clean
from cchc_desktop.domain.texts import TextFault
from cchc_desktop.domain.units import Assessment, Sheet
from cchc_desktop.records import record
from cchc_desktop.wording import marks as mark_words
from cchc_desktop.wording import rounds as words
from cchc_desktop.wording.dossier import round_name


@record
class TakeRound:
    """Take what an earlier round gave, with its reasons of loss, for several criteria at once.

    Args:
        sheet: id of the sheet.
        criteria: leaves or branches; ROOT means the whole sheet.
        round: the round that decides.
        source: the earlier round: self for "công nhận", first or second for "giữ như".
        again: whether criteria that are scored already are decided anew.
    """

    sheet: str
    criteria: tuple[str, ...]
    round: Round
    source: Round
    again: bool = False

    @property
    def title(self) -> str:
        """The step in words."""
        return words.taken(self.source.value, len(self.criteria))

    def plan(self, state: State) -> ChangeSet:
        """Copy marks and reasons; surveys, what does not apply and empty marks are left out."""
        if self.sheet not in state.sheets:
            raise CchcError(mark_words.sheet_gone(), mark_words.reopen())
        if self.source not in ROUNDS[: ROUNDS.index(self.round)]:
            sentence = words.not_earlier(self.round.value, self.source.value)
            raise CchcError(sentence, words.choose_appraisal())
        changes, has_any = ChangeSet(), False
        for leaf in self._leaves(state):
            gives = _gives(state, Place(self.sheet, leaf, self.source))
            if self._is_left_out(state, leaf) or not gives:
                continue
            has_any = True
            changes += _taken_over(state, Place(self.sheet, leaf, self.round), self.source)
        if not has_any:
            raise CchcError(words.nothing_taken(self.source.value), words.nothing_taken_hint())
        return changes

    def _leaves(self, state: State) -> tuple[str, ...]:
        tree = state.tree_of_sheet(self.sheet)
        found: dict[str, None] = {}
        for node in self.criteria:
            if node != ROOT and node not in tree:
                raise CchcError(mark_words.criterion_gone(), mark_words.undo_removal())
            below = [each.id for each in tree.below(node)] if tree.is_branch(node) else [node]
            found |= dict.fromkeys(each for each in below if not tree.is_branch(each))
        return tuple(found)

    def _is_left_out(self, state: State, leaf: str) -> bool:
        cell = state.cell(self.sheet)
        on_sheet, here = cell.mark(leaf, Round.SHEET), cell.mark(leaf, self.round)
        if state.tree_of_sheet(self.sheet)[leaf].is_survey:
            return True
        if on_sheet is not None and on_sheet.not_applicable:
            return True
        is_scored = here is not None and here.is_scored
        return not self.again and (is_scored or bool(cell.deductions.get((leaf, self.round))))


def _gives(state: State, place: Place) -> bool:
    """Return whether a round gave points: by its mark, or by its listed losses alone."""
    cell, criterion = state.cell(place.sheet), state.criteria[place.criterion]
    mark = cell.mark(criterion.id, place.round)
    if mark is not None and mark.is_scored:
        return True
    maximum = state.tree(criterion.assessment).maxima[criterion.id]
    listed = cell.deductions.get((criterion.id, place.round), ())
    return criterion.rule.score(Entry(maximum, mark, listed)).points is not None


@record
class TakePreviousRound:
    """Take the value of the newest round before that has one, with its reasons of loss."""

    place: Place

    @property
    def title(self) -> str:
        """The step in words."""
        return mark_words.previous_taken()

    def plan(self, state: State) -> ChangeSet:
        """Copy the mark of that round; its reasons too, unless this round has its own."""
        leaf = criterion_to_score(state, self.place).id
        cell = state.cell(self.place.sheet)
        has_own = bool(cell.deductions.get((leaf, self.place.round)))
        for source in reversed(ROUNDS[: ROUNDS.index(self.place.round)]):
            mark = cell.mark(leaf, source)
            if has_own and mark is not None and mark.is_scored:
                return _taken_mark(state, self.place, mark)
            if not has_own and _gives(state, Place(self.place.sheet, leaf, source)):
                return _taken_over(state, self.place, source)
        raise CchcError(mark_words.no_previous(), mark_words.score_here())


def _taken_mark(state: State, place: Place, mark: Mark) -> ChangeSet:
    figures = dict(mark.figures)
    return mark_changes(
        state, place, points=mark.points, lost=mark.lost, choice=mark.choice, figures=figures
    )


def _taken_over(state: State, place: Place, source: Round) -> ChangeSet:
    """Return the changes that copy mark and reasons; a reason's key follows from the first's."""
    cell, leaf = state.cell(place.sheet), place.criterion
    mark = cell.mark(leaf, source) or Mark(place.sheet, leaf, source)
    changes = _taken_mark(state, place, mark)
    old = cell.deductions.get((leaf, place.round), ())
    new = tuple(
        replace(deduction, id=f"{deduction.id}.{place.round.value}", round=place.round)
        for deduction in cell.deductions.get((leaf, source), ())
    )
    return changes if old == new else changes + removed("deduction", old) + made("deduction", new)


@record
class DecidePoints:
    """Decide other points than any earlier round; figures and choice of this round go."""

    place: Place
    points: Decimal

    @property
    def title(self) -> str:
        """The step in words."""
        return words.other_points(self.points)

    def plan(self, state: State) -> ChangeSet:
        """Give the mark its points alone."""
        criterion = criterion_to_score(state, self.place)
        if criterion.is_survey:
            raise CchcError(mark_words.survey_not_scored(), mark_words.enter_survey())
        check_points(self.points, state.tree_of_sheet(self.place.sheet).maxima[criterion.id])
        return mark_changes(state, self.place, points=self.points, lost=None, choice="", figures={})


@record
class SetCause:
    """Code why a round differs from the ones before; None takes it away."""

    place: Place
    cause: Cause | None

    @property
    def title(self) -> str:
        """The step in words."""
        return words.cause_set(self.cause.value if self.cause else "")

    def plan(self, state: State) -> ChangeSet:
        """Give the mark its cause."""
        criterion_to_score(state, self.place)
        return mark_changes(state, self.place, cause=self.cause)


@record
class LockRound:
    """Lock a round of a sheet: nobody changes its marks and reasons any more.

    Args:
        sheet: id of the sheet.
        round: the round.
        unreadable: hashes of contents that are known to be damaged or that nobody can read; the
            session adds those that it knows.
    """

    sheet: str
    round: Round
    unreadable: frozenset[str] = frozenset()

    @property
    def title(self) -> str:
        """The step in words."""
        return words.locked(round_name(self.round.value))

    def knowing(self, faults: Mapping[str, TextFault]) -> "LockRound":
        """Return the same step with more contents that prove nothing."""
        return replace(self, unreadable=self.unreadable | unreadable_of(faults))

    def plan(self, state: State) -> ChangeSet:
        """Write the lock; refuse with a list while reasons or evidence are missing."""
        sheet, assessment = _sheet_with(state, self.sheet, self.round)
        name, cell = round_name(self.round.value), state.cell(self.sheet)
        scores = score(state.tree(assessment.id), cell, Context(self.round))
        if scores.total.points is None:
            raise CchcError(words.nothing_to_lock(name), mark_words.score_here())
        faults = dict.fromkeys(self.unreadable, TextFault.DAMAGED)
        ground, is_last = (
            ground_of(state, assessment.year, faults),
            publishes(assessment, self.round),
        )
        found = hindrances(scores, cell, ground, publishes=is_last)
        if found:
            sentences = tuple(each.sentence for each in found)
            raise CchcError(words.not_ready(name, sentences), words.complete_first())
        locked = tuple(r for r in ROUNDS if r is self.round or r in sheet.locked)
        return altered("sheet", sheet, {"locked": locked})


@record
class UnlockRound:
    """Unlock a round of a sheet; the journal keeps who did it."""

    sheet: str
    round: Round

    @property
    def title(self) -> str:
        """The step in words."""
        return words.unlocked(round_name(self.round.value))

    def plan(self, state: State) -> ChangeSet:
        """Take the lock away."""
        sheet, _ = _sheet_with(state, self.sheet, self.round)
        left = tuple(each for each in sheet.locked if each is not self.round)
        return altered("sheet", sheet, {"locked": left})


@record
class ReturnSheet:
    """Give a locked self-score back to its unit (trả lại); the journal keeps why."""

    sheet: str
    reason: str

    @property
    def title(self) -> str:
        """The step in words, with the reason."""
        return words.returned(clean(self.reason))

    def plan(self, state: State) -> ChangeSet:
        """Take the lock of the self round away; refuse without a reason."""
        sheet, _ = _sheet_with(state, self.sheet, Round.SELF)
        if Round.SELF not in sheet.locked:
            raise CchcError(words.not_handed_in(), words.return_locked_only())
        later = [each for each in sheet.locked if each is not Round.SELF]
        if later:
            name = round_name(later[0].value).lower()
            raise CchcError(words.later_locked(name), words.unlock_later(name))
        if not clean(self.reason):
            raise CchcError(words.no_reason_to_return(), words.write_reason())
        return altered("sheet", sheet, {"locked": ()})


@record
class SetDays:
    """Set the five dates of an assessment, in the order of ``DAY_FIELDS``; None is open."""

    assessment: str
    days: tuple[date | None, ...]

    @property
    def title(self) -> str:
        """The step in words."""
        return words.days_set()

    def plan(self, state: State) -> ChangeSet:
        """Give the assessment its dates; they follow each other."""
        assessment = state.assessments.get(self.assessment)
        if assessment is None:
            raise CchcError(mark_words.sheet_gone(), mark_words.reopen())
        given = dict(zip(DAY_FIELDS, self.days, strict=True))
        known = [(name, day) for name, day in given.items() if day is not None]
        for (earlier, first), (later, second) in pairwise(known):
            if second < first:
                raise CchcError(words.days_crossed(earlier, later), words.days_hint())
        return altered("assessment", assessment, given)


def _sheet_with(state: State, sheet: str, in_round: Round) -> tuple[Sheet, Assessment]:
    found = state.sheets.get(sheet)
    if found is None:
        raise CchcError(mark_words.sheet_gone(), mark_words.reopen())
    assessment = state.assessments[found.assessment]
    if in_round not in assessment.rounds:
        raise CchcError(words.round_unknown(), mark_words.reopen())
    return found, assessment
