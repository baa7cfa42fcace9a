"""How an assessment is ranked and rated: the tie rule and the thresholds of the ratings."""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum

from cchc_desktop.domain.points import compared, plain
from cchc_desktop.domain.ranking import Ties
from cchc_desktop.domain.units import Setting
from cchc_desktop.records import record


class Rating(StrEnum):
    """Ratings of a unit (xếp loại), best first."""

    EXCELLENT = "excellent"
    GOOD = "good"
    FAIR = "fair"
    AVERAGE = "average"
    WEAK = "weak"


STEPS = (Rating.EXCELLENT, Rating.GOOD, Rating.FAIR, Rating.AVERAGE)
"""The ratings that have a threshold; what lies below all of them is weak."""

_TIES = "ties"


@record
class RankSettings:
    """Settings of one assessment.

    Args:
        ties: how equal units are counted.
        thresholds: the least index of each of ``STEPS``, falling; empty until the council's own
            decision is entered, and nothing is rated before.
    """

    ties: Ties = Ties.STANDARD
    thresholds: tuple[Decimal, ...] = ()

    def rating(self, index: Decimal | None) -> Rating | None:
        """Return the rating of an index, looked at with 12 places."""
        if index is None or not self.thresholds:
            return None
        looked_at = compared(index)
        for rating, least in zip(STEPS, self.thresholds, strict=True):
            if looked_at >= least:
                return rating
        return Rating.WEAK


def setting_name(assessment: str) -> str:
    """Return the name under which the settings of an assessment are kept."""
    return f"rank/{assessment}"


def to_setting(assessment: str, settings: RankSettings) -> Setting:
    """Return the settings as a record of the dossier."""
    values = {_TIES: settings.ties.value}
    if settings.thresholds:
        found = zip(STEPS, settings.thresholds, strict=True)
        values |= {rating.value: plain(least) for rating, least in found}
    return Setting(setting_name(assessment), values)


def rank_settings(settings: Mapping[str, Setting], assessment: str) -> RankSettings:
    """Return the settings of an assessment; the usual ones where nothing was set."""
    found = settings.get(setting_name(assessment))
    if found is None:
        return RankSettings()
    least = [found.values[rating.value] for rating in STEPS if rating.value in found.values]
    thresholds = tuple(Decimal(value) for value in least) if len(least) == len(STEPS) else ()
    return RankSettings(Ties(found.values.get(_TIES, Ties.STANDARD)), thresholds)
