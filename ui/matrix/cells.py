"""How one cell of the matrix reads: its kind, its number, why it has none."""

from decimal import ROUND_DOWN, Decimal
from enum import Enum

from cchc_desktop.domain.points import HUNDRED, ZERO, compared, share_of
from cchc_desktop.domain.scoring import ScoreRow
from cchc_desktop.records import record
from cchc_desktop.wording.effects import signed as with_sign
from cchc_desktop.wording.numerals import shown

PLACES = 2
DASH = "–"
OUT = "KAD"
_PERCENT_STEP = Decimal("0.1")


class Kind(Enum):
    """What a cell holds; the value says it in words."""

    SUM = "tổng các tiêu chí con"
    TYPED = "tự gõ"
    COMPUTED = "tính từ số liệu"
    MISSING = "chưa chấm"
    NONE = "không có"
    SURVEY = "khảo sát"
    OUT = "không áp dụng"


@record
class CellLook:
    """One cell in words.

    Args:
        kind: what it holds.
        text: the number as shown, "" where there is none.
        exact: the points with all their decimals, "" where there are none.
        is_locked: the round of the unit is locked.
        is_asked: an explanation is asked for and not given.
        slots: decimal places that its column keeps room for.
        effect: what its points do: "", "bonus" or "penalty".
    """

    kind: Kind
    text: str
    exact: str
    is_locked: bool = False
    is_asked: bool = False
    slots: int = PLACES
    effect: str = ""

    def signed(self, number: str) -> str:
        """Return a number with the sign of what it does, as it is drawn; 0 has none."""
        return number if number.strip("0,") == "" else with_sign(self.effect, number)

    @property
    def said(self) -> str:
        """The cell for a screen reader and its tooltip."""
        if self.kind in (Kind.OUT, Kind.NONE):
            return str(self.kind.value)
        more = ", đã khóa" if self.is_locked else ""
        more += ", chờ giải trình" if self.is_asked else ""
        return f"{self.signed(self.exact) or 'chưa có điểm'}, {self.kind.value}{more}"

    @property
    def plain(self) -> str:
        """What the cell says in a table for Excel; without a sign, so that it pastes back."""
        return OUT if self.kind is Kind.OUT else self.text


def look_of(row: ScoreRow, *, is_branch: bool, is_locked: bool, percent: bool) -> CellLook:
    """Return how a cell reads.

    Args:
        row: the score of a criterion of a unit.
        is_branch: whether it is a sum.
        is_locked: whether the round of the unit is locked.
        percent: whether the share of the maximum shows in place of points.
    """
    mark = row.sheet_mark
    is_asked = mark is not None and mark.explanation_requested and not mark.explanation
    exact = "" if row.points is None else shown(row.points)
    text = _share(row) if percent else "" if row.points is None else shown(row.points, PLACES, 1)
    kind = _kind(row, is_branch=is_branch)
    is_leaf = kind is not Kind.SUM
    slots = 1 if percent else PLACES
    effect = row.effect.value
    return CellLook(kind, text, exact, is_locked and is_leaf, is_asked and is_leaf, slots, effect)


def _kind(row: ScoreRow, *, is_branch: bool) -> Kind:
    found = (
        (not row.is_applicable, Kind.OUT),
        (is_branch, Kind.SUM),
        (row.criterion.is_survey, Kind.SURVEY),
        (not row.is_complete, Kind.MISSING),
        (row.points is None, Kind.NONE),  # a bonus or penalty that nobody has entered
        (row.is_typed, Kind.TYPED),
    )
    return next((kind for holds, kind in found if holds), Kind.COMPUTED)


def _share(row: ScoreRow) -> str:
    """Return points in percent of the applicable maximum; never 100 while something is lost."""
    if row.points is None or not row.maximum:
        return ""
    share = compared(share_of(row.points, row.maximum, HUNDRED))
    found = shown(share, 1, 1)
    is_whole = row.lost is not None and compared(row.lost) <= ZERO
    if is_whole or found != shown(HUNDRED, 1, 1):
        return found
    return shown(share.quantize(_PERCENT_STEP, ROUND_DOWN), 1, 1)
