"""What was entered for one unit: marks by criterion and round, losses with reason and agency."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import final

from cchc_desktop.records import record, swift_record


class Round(StrEnum):
    """Rounds of scoring, in order; SHEET holds what belongs to the sheet and to every round.

    Survey values, "không áp dụng" and the written explanation stand in SHEET.
    """

    SELF = "self"
    FIRST = "first"
    SECOND = "second"
    PUBLISHED = "published"
    SHEET = "sheet"


ROUNDS = (Round.SELF, Round.FIRST, Round.SECOND, Round.PUBLISHED)


class Method(StrEnum):
    """How the points of a criterion come about (QĐ 876/QĐ-BNV names four ways)."""

    APPRAISAL = "appraisal"
    OFFICIALS_SURVEY = "officials_survey"
    CITIZENS_SURVEY = "citizens_survey"
    SOCIO_ECONOMIC = "socio_economic"


class Cause(StrEnum):
    """Why a later round gives other points than an earlier one."""

    NO_EVIDENCE = "no_evidence"
    EXPIRED = "expired"
    WRONG_FORM = "wrong_form"
    WRONG_FORMULA = "wrong_formula"
    LATE_DATA = "late_data"


@record
class Figure:
    """A figure put into a rule: its value, where it comes from and the day it stands for."""

    value: Decimal
    source: str = ""
    as_of: date | None = None


@final
@swift_record
class Mark:
    """What a person entered for one criterion of one sheet in one round.

    Args:
        sheet: id of the sheet.
        criterion: id of the criterion.
        round: the round, or SHEET for what counts in every round.
        points: points typed directly; they stand where the rule gives none of its own.
        lost: points lost, typed where the maximum is unknown.
        choice: key of the chosen level.
        figures: figures by the keys that the rule asks for.
        not_applicable: the criterion leaves the denominator of this unit.
        note: a note of the appraiser.
        explanation: the unit's written explanation (giải trình).
        explanation_requested: the appraiser asked for one.
        cause: why the round differs from the ones before.
    """

    sheet: str
    criterion: str
    round: Round
    points: Decimal | None = None
    lost: Decimal | None = None
    choice: str = ""
    figures: Mapping[str, Figure] = field(default_factory=dict)
    not_applicable: bool = False
    note: str = ""
    explanation: str = ""
    explanation_requested: bool = False
    cause: Cause | None = None

    @property
    def key(self) -> str:
        """The mark's key in its table."""
        return mark_key(self.sheet, self.criterion, self.round)

    @property
    def is_scored(self) -> bool:
        """Whether anything that can give points was entered."""
        return bool(self.figures or self.choice) or not (self.points is self.lost is None)


def mark_key(sheet: str, criterion: str, in_round: Round) -> str:
    """Return the key of the mark of one criterion of one sheet in one round."""
    return f"{sheet}/{criterion}/{in_round.value}"


@record
class Deduction:
    """Points lost with a reason; ``amount`` None means the whole loss that is left.

    Args:
        id: its key.
        sheet: id of the sheet.
        criterion: id of the criterion.
        round: the round it explains.
        order: order key among the deductions of one criterion.
        amount: points lost, or None.
        reason: why, in a few words.
        agencies: ids of the agencies in charge (cơ quan tham mưu), equal among themselves.
        at_fault: ids of the bodies that caused the loss (đơn vị để xảy ra).
        method: how the loss was found, where a criterion mixes methods.
        category: what the loss belongs to, for subtotals.
    """

    id: str
    sheet: str
    criterion: str
    round: Round
    order: str
    amount: Decimal | None = None
    reason: str = ""
    agencies: tuple[str, ...] = ()
    at_fault: tuple[str, ...] = ()
    method: Method | None = None
    category: str = ""

    @property
    def key(self) -> str:
        """The deduction's key in its table."""
        return self.id
