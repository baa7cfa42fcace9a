"""Rule kinds, one module a kind: RULES is the table that all readers look at."""

from collections.abc import Mapping
from types import MappingProxyType

from cchc_desktop.domain.rules.bands import Bands
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

Rule = (
    Manual
    | Levels
    | Checklist
    | Ratio
    | Bands
    | DeductionRule
    | Trend
    | Survey
    | External
    | ByFormula
    | Total
)

RULES: Mapping[str, type[Rule]] = MappingProxyType(
    {
        Manual.kind: Manual,
        Levels.kind: Levels,
        Checklist.kind: Checklist,
        Ratio.kind: Ratio,
        Bands.kind: Bands,
        DeductionRule.kind: DeductionRule,
        Trend.kind: Trend,
        Survey.kind: Survey,
        External.kind: External,
        ByFormula.kind: ByFormula,
        Total.kind: Total,
    }
)
