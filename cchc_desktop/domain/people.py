"""The council, its secretaries and appraisers, and who appraises which part of a set."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum

from cchc_desktop.domain.criteria import ROOT, CriteriaTree, Criterion
from cchc_desktop.domain.text import fold
from cchc_desktop.records import record

_CHAIRMAN = "chu tich"


class Body(StrEnum):
    """A body that works on an assessment."""

    COUNCIL = "council"
    SECRETARIES = "secretaries"
    APPRAISERS = "appraisers"


@record
class CouncilMember:
    """A person on one of the three lists of an assessment.

    Args:
        id: its key.
        assessment: id of the assessment.
        order: order key within the list.
        body: the list: Hội đồng, Tổ thư ký giúp việc, Tổ thẩm định.
        name: họ tên.
        post: the post held elsewhere, "Giám đốc Sở Nội vụ".
        role: the role in the body, "Phó Chủ tịch".
        decision: number of the decision that names the person.
        decided_on: its date.
        since: first day on the list, or None.
        until: last day on the list; None while it lasts.
    """

    id: str
    assessment: str
    order: str
    body: Body
    name: str
    post: str = ""
    role: str = ""
    decision: str = ""
    decided_on: date | None = None
    since: date | None = None
    until: date | None = None

    @property
    def key(self) -> str:
        """The member's key in its table."""
        return self.id

    @property
    def is_chairman(self) -> bool:
        """Whether the person chairs the council; a deputy does not."""
        return self.body is Body.COUNCIL and fold(self.role).startswith(_CHAIRMAN)

    def has_left(self, day: date) -> bool:
        """Return whether the person's time on the list was over on a day."""
        return self.until is not None and self.until < day


@record
class Assignment:
    """A part of a set that a person or an agency appraises.

    Args:
        id: its key.
        criterion: id of the area or criterion; what lies below belongs to it too, unless
            somebody is assigned there.
        member: id of the person, or "".
        agency: id of the agency, or "".
        note: "thay Văn phòng UBND tỉnh từ 10/02".
    """

    id: str
    criterion: str
    member: str = ""
    agency: str = ""
    note: str = ""

    @property
    def key(self) -> str:
        """The assignment's key in its table."""
        return self.id

    @property
    def by(self) -> tuple[str, str]:
        """Who appraises: the ids of the person and of the agency, one of them ""."""
        return self.member, self.agency


def appraised_by(
    tree: CriteriaTree, assignments: Iterable[Assignment]
) -> Mapping[str, tuple[Assignment, ...]]:
    """Return who appraises each node: those assigned there, else those of its parent."""
    given: dict[str, list[Assignment]] = {}
    for assignment in assignments:
        given.setdefault(assignment.criterion, []).append(assignment)
    found: dict[str, tuple[Assignment, ...]] = {ROOT: ()}
    for node, _ in tree.walk:
        found[node.id] = tuple(given.get(node.id, ())) or found[node.parent]
    del found[ROOT]
    return found


def wants_appraiser(node: Criterion) -> bool:
    """Return whether somebody must appraise a leaf: a survey's points come ready."""
    return not node.is_survey


def uncovered(tree: CriteriaTree, assignments: Iterable[Assignment]) -> tuple[Criterion, ...]:
    """Return the leaves that nobody appraises, in order."""
    by = appraised_by(tree, assignments)
    return tuple(leaf for leaf in tree.leaves if wants_appraiser(leaf) and not by[leaf.id])
