"""Assessments, the units scored in them, agencies in charge, and the people who score."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from cchc_desktop.domain.marks import Round
from cchc_desktop.records import record


class AssessmentLevel(StrEnum):
    """Which kind of unit an assessment scores."""

    PROVINCE = "province"
    DEPARTMENT = "department"
    DISTRICT = "district"
    COMMUNE = "commune"


@record
class Assessment:
    """One year's scoring of one level (đợt đánh giá) with its own criteria set.

    Args:
        id: its key.
        title: what the council calls it, "Cấp tỉnh 2022".
        year: the year that is scored.
        level: which kind of unit it scores.
        rounds: the rounds it is scored in, in order.
        set_title: name of its criteria set.
        legal_basis: the decision that sets it.
        is_reconstructed: the set was put together from a report, not from the official annex.
        authority: who announces the result.
        published_on: the day the result was announced.
        issuer: lines of the head of a paper: the superior body, then the council.
        place: place name of the head of a paper.
        published_units: how many units the published ranks are counted among.
        opens_on: the day self-scoring opens.
        self_until, first_until, explained_until, second_until: last days of self-scoring, first
            appraisal, explanations and second appraisal.
        may_exceed: bonuses may lift a total over its maximum.
    """

    id: str
    title: str
    year: int
    level: AssessmentLevel
    rounds: tuple[Round, ...] = ()
    set_title: str = ""
    legal_basis: str = ""
    is_reconstructed: bool = False
    authority: str = ""
    published_on: date | None = None
    issuer: tuple[str, ...] = ()
    place: str = ""
    published_units: int = 0
    opens_on: date | None = None
    self_until: date | None = None
    first_until: date | None = None
    explained_until: date | None = None
    second_until: date | None = None
    may_exceed: bool = False

    @property
    def key(self) -> str:
        """The assessment's key in its table."""
        return self.id


@record
class UnitGroup:
    """A kind of unit that is ranked together: tỉnh, sở ban ngành, huyện, xã."""

    id: str
    name: str

    @property
    def key(self) -> str:
        """The group's key in its table."""
        return self.id


@record
class Unit:
    """A unit that is scored (đơn vị được đánh giá).

    Args:
        id: its key.
        name: its full name.
        group: id of its group.
        short_name: a name for narrow columns; may be empty.
        starts_on: the first day it stands; None = since ever.
        ends_on: the last day it stands; None = without end.
        successors: ids of the units that took over from it.
    """

    id: str
    name: str
    group: str = ""
    short_name: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    successors: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The unit's key in its table."""
        return self.id


@record
class Sheet:
    """The score sheet of one unit in one assessment; locked rounds cannot be changed."""

    id: str
    assessment: str
    unit: str
    order: str
    locked: tuple[Round, ...] = ()

    @property
    def key(self) -> str:
        """The sheet's key in its table."""
        return self.id


@record
class Agency:
    """An agency in charge of criteria (cơ quan tham mưu), or a body that caused a loss.

    Args:
        id: its key.
        name: its full name.
        short_name: a name for narrow columns; may be empty.
        starts_on: the first day it stands; None = since ever.
        ends_on: the last day it stands; None = without end.
    """

    id: str
    name: str
    short_name: str = ""
    starts_on: date | None = None
    ends_on: date | None = None

    @property
    def key(self) -> str:
        """The agency's key in its table."""
        return self.id


@record
class Member:
    """A person who works in the dossier: the actor of the journal."""

    id: str
    name: str
    role: str = ""

    @property
    def key(self) -> str:
        """The member's key in its table."""
        return self.id


@record
class Published:
    """A result as it was printed, kept beside the marks for reconciliation.

    Args:
        id: its key.
        sheet: id of the sheet.
        criterion: id of the node, or "" for the total.
        year: the year of the result.
        label: what the printed heading calls it, for a subtotal.
        method: the subtotal counts only losses of this method.
        category: the subtotal counts only losses of this category.
        score, maximum, lost: points as printed, or "".
        rank, of, rank_change: rank as printed; change against the year before, + is better.
    """

    id: str
    sheet: str
    criterion: str = ""
    year: int = 0
    label: str = ""
    method: str = ""
    category: str = ""
    score: str = ""
    maximum: str = ""
    lost: str = ""
    rank: int | None = None
    of: int | None = None
    rank_change: int | None = None

    def __post_init__(self) -> None:
        """Refuse points that are no numbers.

        Raises:
            ValueError, ArithmeticError: one is none.
        """
        for figure in (self.score, self.maximum, self.lost):
            if figure and not Decimal(figure).is_finite():
                raise ValueError(figure)

    @property
    def key(self) -> str:
        """The result's key in its table."""
        return self.id

    @property
    def is_subtotal(self) -> bool:
        """Whether it is the heading of some losses, not the result of a node."""
        return bool(self.label)


@record
class Task:
    """A repair assigned after publication (nhiệm vụ khắc phục).

    Args:
        id: its key.
        assessment: id of the assessment whose losses it repairs.
        order: order key.
        what: what is to be done.
        owners: ids of the agencies it is assigned to.
        partners: ids of the agencies that help.
        basis: documents it rests on.
        areas: codes of the areas it serves.
        due: last day, or None.
        due_text: the deadline as printed.
        done_on: the day it was done, or None while it is open.
    """

    id: str
    assessment: str
    order: str
    what: str
    owners: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    due: date | None = None
    due_text: str = ""
    done_on: date | None = None

    @property
    def key(self) -> str:
        """The task's key in its table."""
        return self.id


@record
class KnownTotal:
    """The announced total of another province, typed or pasted, to rank the own one among.

    Args:
        id: its key.
        assessment: id of the assessment it stands beside.
        name: the province.
        total: its points as announced.
        rank_before: its rank of the year before.
        entered_on: the day it was entered.
    """

    id: str
    assessment: str
    name: str
    total: Decimal
    rank_before: int | None = None
    entered_on: date | None = None

    @property
    def key(self) -> str:
        """The total's key in its table."""
        return self.id


@record
class Setting:
    """A setting of the dossier."""

    name: str
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """The setting's key in its table."""
        return self.name
