"""The whole session, driven at random: disk equals memory after every step."""

import dataclasses
import importlib
import inspect
import pkgutil
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import rule

from cchc_desktop import commands
from cchc_desktop.commands import (
    blocks,
    codes,
    criteria,
    criterion_info,
    effects,
    founding,
    known_totals,
    last_year,
    losses,
    marks,
    rounds,
    sets,
    tasks,
    units,
)
from cchc_desktop.domain.criteria import ROOT
from cchc_desktop.domain.effects import Effect
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.known_totals import KnownRow
from cchc_desktop.domain.marks import ROUNDS, Cause, Method, Round
from cchc_desktop.domain.points import Rounding, RoundingMode
from cchc_desktop.domain.ranking import Ties
from cchc_desktop.domain.rules import Rule
from cchc_desktop.domain.set_draft import draft_of
from cchc_desktop.domain.units import AssessmentLevel
from tests.properties.machine import PLACE, WORDS
from tests.properties.machine_documents import DocumentSteps
from tests.properties.machine_sittings import SittingSteps
from tests.properties.machine_units import UnitSteps
from tests.properties.rule_samples import RULES_TO_SET
from tests.sample_session import ASSESSMENT, SHEET, fixed_clock

ROUND = st.sampled_from([Round.FIRST, Round.PUBLISHED])
POINTS = st.none() | st.decimals(0, 12, places=3)
COUNTS = st.none() | st.integers(0, 200_000).map(Decimal)
NAMES = st.lists(st.sampled_from(["Sở Nội vụ", "sở nội vụ", "Sở Y tế", "UBND xã A"]), max_size=3)


class SessionMachine(SittingSteps, UnitSteps, DocumentSteps):
    """Commands, undo, redo and reopening in any order."""

    @rule(at=PLACE, in_round=ROUND, points=POINTS)
    def set_points(self, at: int, in_round: Round, points: Decimal | None) -> None:
        self.run_it(marks.SetPoints(self.place(at, in_round), points))

    @rule(at=PLACE, in_round=ROUND, lost=POINTS)
    def set_lost(self, at: int, in_round: Round, lost: Decimal | None) -> None:
        self.run_it(marks.SetLost(self.place(at, in_round), lost))

    @rule(at=PLACE, in_round=ROUND, which=st.integers(0, 1), value=COUNTS)
    def set_figure(self, at: int, in_round: Round, which: int, value: Decimal | None) -> None:
        place = self.place(at, in_round)
        node = self.session.state.criteria.get(place.criterion)
        figures = node.rule.figures() if node else ()
        key = figures[which % len(figures)].key if figures else "nowhere"
        self.run_it(marks.SetFigure(place, key, value))

    @rule(at=PLACE, in_round=ROUND, unit=st.integers(-2, 40))
    def take_last_year(self, at: int, in_round: Round, unit: int) -> None:
        units = sorted(self.session.state.units)
        chosen = units[unit % len(units)] if unit >= 0 and units else ""
        self.run_it(last_year.TakeLastYear(self.place(at, in_round), chosen))

    @rule(at=PLACE, in_round=ROUND)
    def swap_figures(self, at: int, in_round: Round) -> None:
        self.run_it(marks.SwapFigures(self.place(at, in_round)))

    @rule(at=PLACE, in_round=ROUND, choice=st.sampled_from(["", "muc-1", "muc-2", "a", "z"]))
    def choose_level(self, at: int, in_round: Round, choice: str) -> None:
        self.run_it(marks.ChooseLevel(self.place(at, in_round), choice))

    @rule(at=PLACE, key=st.sampled_from(["points", "index"]), value=POINTS)
    def set_survey_result(self, at: int, key: str, value: Decimal | None) -> None:
        self.run_it(marks.SetSurveyResult(SHEET, self.pick(at), key, value))

    @rule(at=PLACE, flag=st.booleans())
    def set_not_applicable(self, at: int, *, flag: bool) -> None:
        self.run_it(marks.SetNotApplicable(SHEET, self.pick(at), not_applicable=flag))

    @rule(at=PLACE, in_round=ROUND, text=WORDS)
    def set_note(self, at: int, in_round: Round, text: str) -> None:
        self.run_it(marks.SetNote(self.place(at, in_round), text), joins="note")

    @rule(at=PLACE, text=WORDS, flag=st.booleans())
    def set_explanation(self, at: int, text: str, *, flag: bool) -> None:
        self.run_it(marks.SetExplanation(SHEET, self.pick(at), text), joins="explanation")
        self.run_it(marks.RequestExplanation(SHEET, self.pick(at), requested=flag))

    @rule(first=PLACE, second=PLACE, in_round=ROUND)
    def clear_marks(self, first: int, second: int, in_round: Round) -> None:
        chosen = tuple(dict.fromkeys((self.pick(first), self.pick(second))))
        self.run_it(marks.ClearMarks(SHEET, chosen, in_round))

    @rule(first=PLACE, second=PLACE, in_round=ROUND, points=st.decimals(0, 2, places=2))
    def paste_marks(self, first: int, second: int, in_round: Round, points: Decimal) -> None:
        chosen = dict.fromkeys((self.pick(first), self.pick(second)))
        block = tuple((criterion, points) for criterion in chosen)
        self.run_it(marks.PasteMarks(SHEET, in_round, block))

    @rule(at=PLACE, count=st.integers(1, 4), in_round=ROUND, points=POINTS)
    def set_block(self, at: int, count: int, in_round: Round, points: Decimal | None) -> None:
        sheets = [sheet.id for sheet in self.session.state.sheets_of(ASSESSMENT)]
        cells = [
            blocks.BlockCell(sheet, self.pick(at + step), points)
            for sheet in sheets[:2]
            for step in range(count)
        ]
        self.run_it(blocks.SetBlock(in_round, tuple(cells)))

    @rule(at=PLACE)
    def take_previous_round(self, at: int) -> None:
        self.run_it(rounds.TakePreviousRound(self.place(at, Round.PUBLISHED)))

    @rule(at=PLACE, source=st.sampled_from(ROUNDS), leaves=st.booleans(), again=st.booleans())
    def take_round(self, at: int, source: Round, *, leaves: bool, again: bool) -> None:
        chosen = (self.pick(at, leaves=leaves), self.pick(at + 1))
        self.run_it(rounds.TakeRound(SHEET, chosen, Round.PUBLISHED, source, again=again))

    @rule(at=PLACE, in_round=ROUND, points=st.decimals(0, 3, places=2))
    def decide_points(self, at: int, in_round: Round, points: Decimal) -> None:
        self.run_it(rounds.DecidePoints(self.place(at, in_round), points))

    @rule(at=PLACE, in_round=ROUND, cause=st.none() | st.sampled_from(Cause))
    def set_cause(self, at: int, in_round: Round, cause: Cause | None) -> None:
        self.run_it(rounds.SetCause(self.place(at, in_round), cause))

    @rule(in_round=ROUND, is_bad=st.booleans())
    def lock_and_unlock(self, in_round: Round, *, is_bad: bool) -> None:
        documents = self.session.state.documents.values() if is_bad else ()
        damaged = frozenset(each.sha256 for each in documents)
        self.run_it(rounds.LockRound(SHEET, in_round, damaged))
        self.run_it(rounds.UnlockRound(SHEET, in_round))

    @rule(reason=WORDS)
    def return_sheet(self, reason: str) -> None:
        self.run_it(rounds.LockRound(SHEET, Round.SELF))
        self.run_it(rounds.ReturnSheet(SHEET, reason))

    @rule(days=st.lists(st.none() | st.dates(), min_size=5, max_size=5))
    def set_days(self, days: list[date | None]) -> None:
        self.run_it(rounds.SetDays(ASSESSMENT, tuple(days)))

    @rule(at=PLACE, in_round=ROUND, amount=POINTS, text=WORDS, names=NAMES)
    def add_deduction(
        self, at: int, in_round: Round, amount: Decimal | None, text: str, names: list[str]
    ) -> None:
        place = self.place(at, in_round)
        self.run_it(losses.AddDeduction(place, text, amount, tuple(names)))

    @rule(at=PLACE, amount=POINTS, text=WORDS, names=NAMES, method=st.sampled_from(Method))
    def edit_deduction(
        self, at: int, amount: Decimal | None, text: str, names: list[str], method: Method
    ) -> None:
        key, named = self.any_key("deduction", at), tuple(names)
        command = losses.EditDeduction(SHEET, key, amount, text, named, named[:1], method)
        self.run_it(command, joins=key)

    @rule(at=PLACE)
    def remove_deduction(self, at: int) -> None:
        self.run_it(losses.RemoveDeduction(SHEET, self.any_key("deduction", at)))

    @rule(at=PLACE, before=PLACE, name=WORDS, maximum=POINTS, is_area=st.booleans())
    def add_criterion(
        self, at: int, before: int, name: str, maximum: Decimal | None, *, is_area: bool
    ) -> None:
        parent = ROOT if is_area else self.pick(at, leaves=False)
        command = criteria.AddCriterion(
            ASSESSMENT, parent, name, maximum=maximum, before=self.pick(before, leaves=False)
        )
        self.run_it(command)

    @rule(at=PLACE, name=WORDS, code=st.sampled_from(["7.3", "9", "", "x"]), maximum=POINTS)
    def change_criterion(self, at: int, name: str, code: str, maximum: Decimal | None) -> None:
        node = self.pick(at, leaves=False)
        self.run_it(criteria.RenameCriterion(node, name))
        self.run_it(criteria.RecodeCriterion(node, code))
        self.run_it(criteria.SetMaximum(node, maximum))

    @rule(at=PLACE, name=WORDS, method=st.sampled_from(Method), due=st.none() | st.dates())
    def edit_criterion(self, at: int, name: str, method: Method, due: date | None) -> None:
        node = self.pick(at, leaves=False)
        texts = (name,) * 4
        self.run_it(criterion_info.EditCriterion(node, "1", *texts, name, method, (), name, due))

    @rule(at=PLACE, new=st.sampled_from(RULES_TO_SET))
    def set_rule(self, at: int, new: Rule) -> None:
        self.run_it(criteria.SetRule(self.pick(at, leaves=False), new))

    @rule(at=PLACE, effect=st.sampled_from(Effect), may_exceed=st.booleans())
    def set_effect(self, at: int, effect: Effect, *, may_exceed: bool) -> None:
        self.run_it(effects.SetEffect(self.pick(at, leaves=False), effect))
        self.run_it(effects.SetMayExceed(ASSESSMENT, may_exceed))

    @rule(at=PLACE, mode=st.sampled_from(RoundingMode), places=st.integers(0, 3))
    def set_rounding(self, at: int, mode: RoundingMode, places: int) -> None:
        self.run_it(criteria.SetRounding(self.pick(at, leaves=False), Rounding(mode, places)))

    @rule(at=PLACE, parent=PLACE, before=PLACE, is_area=st.booleans())
    def move_criterion(self, at: int, parent: int, before: int, *, is_area: bool) -> None:
        target = ROOT if is_area else self.pick(parent, leaves=False)
        node, sibling = self.pick(at, leaves=False), self.pick(before, leaves=False)
        self.run_it(
            criteria.MoveCriterion(node, target, sibling, takes_documents=is_area != (at % 2 == 0))
        )

    @rule(at=PLACE, is_whole=st.booleans())
    def double_and_number(self, at: int, *, is_whole: bool) -> None:
        self.run_it(codes.DuplicateCriterion(self.pick(at, leaves=False)))
        branch = ROOT if is_whole else self.pick(at, leaves=False)
        self.run_it(codes.RenumberCriteria(ASSESSMENT, branch))

    @rule(at=PLACE)
    def remove_criterion(self, at: int) -> None:
        self.run_it(criteria.RemoveCriterion(self.pick(at)))

    @rule(at=PLACE, name=WORDS, maximum=st.decimals(0, 3, places=1))
    def split_balancing(self, at: int, name: str, maximum: Decimal) -> None:
        self.run_it(criteria.SplitBalancing(self.pick(at), name, maximum))

    @rule(year=st.integers(1999, 2030), name=WORDS)
    def open_assessment(self, year: int, name: str) -> None:
        self.run_it(founding.OpenAssessment(year, AssessmentLevel.COMMUNE, name))
        self.run_it(founding.FoundDossier("x", ()))

    @rule(names=st.lists(WORDS, max_size=3), at=PLACE, name=WORDS)
    def add_and_rename_units(self, names: list[str], at: int, name: str) -> None:
        self.run_it(units.AddUnits(ASSESSMENT, "Tỉnh", tuple(names)))
        keys = sorted(self.session.state.units)
        self.run_it(units.RenameUnit(keys[at % len(keys)], name))

    @rule(at=PLACE)
    def remove_unit(self, at: int) -> None:
        sheets = self.session.state.sheets_of(ASSESSMENT)
        keys = [sheet.id for sheet in sheets if sheet.id != SHEET] or [SHEET]  # the last is refused
        self.run_it(units.RemoveUnit(keys[at % len(keys)]))

    @rule(names=st.lists(WORDS, max_size=3), total=st.decimals(0, 100, places=2), at=PLACE)
    def know_other_provinces(self, names: list[str], total: Decimal, at: int) -> None:
        rows = tuple(KnownRow(name, total, at or None) for name in names)
        self.run_it(known_totals.PasteKnownTotals(ASSESSMENT, rows, fixed_clock().date()))
        keys = sorted(self.session.state.rows["known_total"])
        self.run_it(known_totals.RemoveKnownTotals(tuple(keys[at % 4 :])))

    @rule(ties=st.sampled_from(Ties), least=st.lists(POINTS, max_size=4))
    def set_rank_settings(self, ties: Ties, least: list[Decimal | None]) -> None:
        self.run_it(units.SetRankSettings(ASSESSMENT, ties, tuple(least)))

    @rule(at=PLACE, year=st.sampled_from([2022, 2023, 2030]))
    def move_sets(self, at: int, year: int) -> None:
        keys = sorted(self.session.state.assessments)
        key = keys[at % len(keys)] if keys else "nowhere"
        self.run_it(sets.CopyAssessment(key, year, documents=at % 2 == 0, tasks=at % 3 == 0))
        open_tasks = [*sorted(self.session.state.tasks), "nowhere"]
        self.run_it(tasks.SetTaskDone(open_tasks[at % len(open_tasks)], fixed_clock().date()))
        try:
            draft = draft_of(self.session.state, key)
        except CchcError:
            return
        self.run_it(sets.ImportSet(draft, level=AssessmentLevel.DISTRICT))
        self.run_it(sets.ReplaceSet(keys[-1], draft))


TestSession = pytest.mark.slow(pytest.mark.timeout(600)(SessionMachine.TestCase))
SessionMachine.TestCase.settings = settings(
    max_examples=25, stateful_step_count=35, deadline=None, print_blob=True
)


def test_every_command_is_driven() -> None:
    source = "".join(
        inspect.getsource(each)
        for each in SessionMachine.__mro__
        if each.__module__.startswith("tests.properties")
    )
    for part in pkgutil.iter_modules(commands.__path__):
        module = importlib.import_module(f"cchc_desktop.commands.{part.name}")
        for name, found in inspect.getmembers(module, inspect.isclass):
            if found.__module__ == module.__name__ and dataclasses.is_dataclass(found):
                is_command = hasattr(found, "plan")
                assert not is_command or f"{name}(" in source, name
