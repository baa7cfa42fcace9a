"""Sittings of the council (phiên họp): who met when, which criteria it decides and how."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from cchc_desktop.domain.marks import Round
from cchc_desktop.records import record


class Ruling(StrEnum):
    """How the council decided a criterion."""

    ACCEPTED = "accepted"
    KEPT = "kept"
    OTHER = "other"


@record
class Attendee:
    """Somebody who was called to a sitting, as the minutes name the person.

    Args:
        name: họ tên.
        post: the post held elsewhere, "Giám đốc Sở Nội vụ".
        role: the role in the council, "Phó Chủ tịch".
        is_absent: whether the person did not come.
    """

    name: str
    post: str = ""
    role: str = ""
    is_absent: bool = False


@record
class Sitting:
    """One sitting of the council.

    Args:
        id: its key.
        assessment: id of the assessment it decides about.
        round: the round that its decisions are marks of.
        held_on: the day.
        hours: from when to when, "từ 8 giờ đến 11 giờ 30".
        place: where.
        number: số, ký hiệu of the minutes.
        chair: who chairs.
        secretary: who writes the minutes.
        attendees: who was called, in order; those who did not come are marked.
        note: what else the minutes say.
    """

    id: str
    assessment: str
    round: Round
    held_on: date | None = None
    hours: str = ""
    place: str = ""
    number: str = ""
    chair: str = ""
    secretary: str = ""
    attendees: tuple[Attendee, ...] = ()
    note: str = ""

    @property
    def key(self) -> str:
        """The sitting's key in its table."""
        return self.id

    @property
    def present(self) -> tuple[Attendee, ...]:
        """Those who came."""
        return tuple(each for each in self.attendees if not each.is_absent)

    @property
    def absent(self) -> tuple[Attendee, ...]:
        """Those who did not come."""
        return tuple(each for each in self.attendees if each.is_absent)


@record
class SittingItem:
    """A criterion of a sheet that a sitting decides; the points that count stand in its mark.

    Args:
        id: its key.
        sitting: id of the sitting.
        sheet: id of the sheet.
        criterion: id of the criterion.
        order: order key within the sitting.
        proposed: points that the appraisers propose, or None.
        ruling: how it was decided; None while it is not.
        points: the points decided, as the minutes print them.
        note: what the minutes say of it.
        decided_at: when it was decided.
    """

    id: str
    sitting: str
    sheet: str
    criterion: str
    order: str
    proposed: Decimal | None = None
    ruling: Ruling | None = None
    points: Decimal | None = None
    note: str = ""
    decided_at: datetime | None = None

    @property
    def key(self) -> str:
        """The item's key in its table."""
        return self.id

    @property
    def is_decided(self) -> bool:
        """Whether the sitting has decided it."""
        return self.ruling is not None
