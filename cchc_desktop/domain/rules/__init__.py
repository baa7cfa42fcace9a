"""Rule kinds, one module a kind: RULES is the table that all readers look at."""

from collections.abc import Mapping
from types import MappingProxyType

from cchc_desktop.domain.rules.bands import Bands
from cchc_desktop.domain.rules.deduction import DeductionRule
from cchc_desktop.domain.rules.levels import Levels
from cchc_desktop.domain.rules.manual import Manual
from cchc_desktop.domain.rules.ratio import Ratio
from cchc_desktop.domain.rules.survey import Survey
from cchc_desktop.domain.rules.total import Total

Rule = Manual | Levels | Ratio | Bands | DeductionRule | Survey | Total

RULES: Mapping[str, type[Rule]] = MappingProxyType(
    {
        Manual.kind: Manual,
        Levels.kind: Levels,
        Ratio.kind: Ratio,
        Bands.kind: Bands,
        DeductionRule.kind: DeductionRule,
        Survey.kind: Survey,
        Total.kind: Total,
    }
)
