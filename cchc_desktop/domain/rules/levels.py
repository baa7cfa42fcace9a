"""One of several named levels is chosen (chọn mức)."""

from decimal import Decimal
from typing import ClassVar

from cchc_desktop.domain.points import ZERO
from cchc_desktop.domain.rules.base import (
    Entry,
    FigureSpec,
    Gap,
    Outcome,
    RuleProblem,
    Step,
    typed_or,
)
from cchc_desktop.records import record
from cchc_desktop.wording import steps as words


@record
class ScoreLevel:
    """One level: a stable key, what the set calls it, and its points."""

    key: str
    label: str
    points: Decimal


@record
class Levels:
    """Choose one named level; ``is_complete`` says whether the set names them all."""

    kind: ClassVar[str] = "levels"
    levels: tuple[ScoreLevel, ...] = ()
    is_complete: bool = False

    def figures(self) -> tuple[FigureSpec, ...]:
        """Return no figures: a level is chosen."""
        return ()

    def check(self, maximum: Decimal | None) -> tuple[RuleProblem, ...]:
        """Return faults: no level, points outside 0..maximum, a key or name twice."""
        if not self.levels:
            return (RuleProblem("levels", words.no_levels()),)
        problems = [
            RuleProblem("levels", words.level_outside(level.label))
            for level in self.levels
            if level.points < ZERO or (maximum is not None and level.points > maximum)
        ]
        names = [level.label for level in self.levels]
        keys = [level.key for level in self.levels]
        if len(set(names)) < len(names) or len(set(keys)) < len(keys):
            problems.append(RuleProblem("levels", words.level_twice()))
        return tuple(problems)

    def chosen(self, entry: Entry) -> ScoreLevel | None:
        """Return the chosen level, if it is one of the known ones."""
        key = entry.mark.choice if entry.mark else ""
        return next((level for level in self.levels if level.key == key), None)

    def score(self, entry: Entry) -> Outcome:
        """Return the points of the chosen level; other cases stay open in an incomplete set."""
        level = self.chosen(entry)
        if level is not None:
            return Outcome(level.points)
        chose_unknown = entry.mark is not None and bool(entry.mark.choice)
        return typed_or(Gap.RULE_UNKNOWN if chose_unknown else Gap.NOT_ENTERED, entry)

    def explain(self, entry: Entry) -> tuple[Step, ...]:
        """Return the level and its points."""
        steps = [Step(words.RULE, words.levels_rule(len(self.levels)))]
        level = self.chosen(entry)
        if level is not None:
            steps.append(Step(words.INSERTED, words.level_points(level.label, level.points)))
        elif entry.typed is not None:
            steps.append(Step(words.INSERTED, words.typed_points(entry.typed)))
        return tuple(steps)
