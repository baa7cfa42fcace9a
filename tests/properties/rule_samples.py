"""One rule of every kind, for tests that set rules at random."""

from collections.abc import Sequence
from decimal import Decimal

from cchc_desktop.domain.rules import Rule
from cchc_desktop.domain.rules.bands import Band, Bands
from cchc_desktop.domain.rules.by_formula import ByFormula, FormulaFigure
from cchc_desktop.domain.rules.checklist import Checklist, ChecklistItem
from cchc_desktop.domain.rules.deduction import DeductionRule
from cchc_desktop.domain.rules.external import External
from cchc_desktop.domain.rules.levels import Levels, ScoreLevel
from cchc_desktop.domain.rules.manual import Manual
from cchc_desktop.domain.rules.ratio import Between, Ratio
from cchc_desktop.domain.rules.survey import Survey
from cchc_desktop.domain.rules.trend import Trend

D = Decimal
RULES_TO_SET: Sequence[Rule] = (
    Manual(),
    Ratio(zero_below=D(50)),
    Ratio(base=D("0.1"), between=Between.LINEAR, full_at=D(90)),
    Bands(bands=(Band(D("0.5"), D(1), D(20)), Band(D(0), D(21), None)), is_complete=True),
    DeductionRule(),
    DeductionRule(per_fault=D("0.1")),
    Levels((ScoreLevel("a", "Mức a", D("0.2")), ScoreLevel("b", "Mức b", D(0)))),
    Survey(),
    Checklist((ChecklistItem("a", "Nội dung a", D("0.2")), ChecklistItem("b", "b", D("0.1")))),
    Trend(rise=D("0.2"), fall=D(0)),
    External("Bộ X"),
    ByFormula("0,1 * x / max(1; y)", (FormulaFigure("x", "X"), FormulaFigure("y", "Y"))),
)
