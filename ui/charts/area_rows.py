"""What the area chart shows, as values: points, loss and rank of every area."""

from collections.abc import Sequence
from decimal import Decimal

from cchc_desktop.domain.criteria import ROOT
from cchc_desktop.domain.effects import Effect
from cchc_desktop.domain.points import ZERO
from cchc_desktop.domain.ranking import published_standing
from cchc_desktop.domain.scoring import ScoreSheet
from cchc_desktop.domain.state import State
from cchc_desktop.records import record
from cchc_desktop.wording.effects import NAMES, points_added, signed_points
from cchc_desktop.wording.numerals import shown

_MINUS = "\u2212"
_NOTHING = "–"
_HEADS = ("Mã", "Lĩnh vực", "Điểm", "Tối đa", "Bị trừ", "Hạng")


@record
class AreaRow:
    """One area: points, maximum and loss where they are known, published rank."""

    id: str
    code: str
    name: str
    points: Decimal | None = None
    maximum: Decimal | None = None
    lost: Decimal | None = None
    rank: int | None = None
    of: int | None = None
    is_applicable: bool = True
    effect: str = ""

    @property
    def got(self) -> Decimal:
        """The length of the bar of points; what a penalty takes is lost alone."""
        return ZERO if self.effect == Effect.PENALTY or self.points is None else self.points

    @property
    def longest(self) -> Decimal:
        """The longest that its bars can get: the maximum, or what bonuses lift over it."""
        return max(self.maximum or ZERO, self.got + (self.lost or ZERO))

    @property
    def points_shown(self) -> str:
        """The points as the chart writes them."""
        return _NOTHING if self.points is None else signed_points(self.effect, self.points, 3)

    @property
    def maximum_shown(self) -> str:
        """The maximum as the chart writes it, "?" where unknown."""
        if self.effect:
            return "" if self.maximum is None else f"≤ {shown(self.maximum, 2, 1)}"
        return "/ ?" if self.maximum is None else f"/ {shown(self.maximum, 2, 1)}"

    @property
    def lost_shown(self) -> str:
        """The loss with its minus sign; "0" where nothing is lost."""
        if self.lost is None:
            return _NOTHING
        return f"{_MINUS}{shown(self.lost, 3, 1)}" if self.lost > ZERO else "0"

    @property
    def rank_shown(self) -> str:
        """The rank among the units, or a dash."""
        if self.rank is None:
            return _NOTHING
        return f"{self.rank}/{self.of}" if self.of else str(self.rank)

    @property
    def sentence(self) -> str:
        """All numbers in words, for tooltip and screen readers."""
        head = f"{self.code} {self.name}"
        if not self.is_applicable:
            return f"{head}\nKhông áp dụng"
        if self.effect:
            said = points_added(self.effect, self.points, self.maximum)
            return f"{head}\n{NAMES[self.effect]}\n{said}".replace("<b>", "").replace("</b>", "")
        if self.points is None or self.maximum is None:
            return f"{head}\nChưa có điểm"
        lines = [head, f"Được {shown(self.points, 3)} trên {shown(self.maximum, 2)} điểm"]
        if self.lost is not None and self.lost > ZERO:
            lines.append(f"Bị trừ {shown(self.lost, 3)}")
        if self.rank is not None:
            lines.append(f"Hạng {self.rank_shown}")
        return "\n".join(lines)


def area_rows(state: State, sheet: str, scores: ScoreSheet) -> tuple[AreaRow, ...]:
    """Return the areas of a sheet in order, with the rank published for the sheet's year."""
    found = state.sheets.get(sheet)
    assessment = state.assessments.get(found.assessment) if found is not None else None
    year = assessment.year if assessment is not None else 0
    units = assessment.published_units if assessment is not None else 0
    cell = state.cell(sheet)
    rows = []
    for area in scores.tree.children_of(ROOT):
        score, node = scores[area], scores.tree[area]
        standing = published_standing(cell, area, year, units)
        rows.append(
            AreaRow(
                area,
                node.code,
                node.name,
                score.points,
                score.maximum,
                score.lost,
                None if standing is None else standing.rank,
                None if standing is None else standing.of,
                score.is_applicable,
                score.effect.value,
            )
        )
    return tuple(rows)


def as_table(rows: Sequence[AreaRow]) -> str:
    """Return the rows as text that a spreadsheet takes as a table."""
    lines = ["\t".join(_HEADS)]
    for row in rows:
        numbers = (row.points, row.maximum, row.lost)
        cells = ["" if number is None else shown(number) for number in numbers]
        rank = row.rank_shown if row.rank is not None else ""
        lines.append("\t".join((row.code, row.name, *cells, rank)))
    return "\n".join(lines) + "\n"
