"""How one row of the tree reads: every text of it, ready to be painted or spoken."""

from decimal import Decimal
from enum import Enum

from cchc_desktop.domain.checks import needs_evidence
from cchc_desktop.domain.criteria import ROOT
from cchc_desktop.domain.effects import added
from cchc_desktop.domain.explanation import effect_words
from cchc_desktop.domain.points import ZERO, compared
from cchc_desktop.domain.scoring import ScoreRow
from cchc_desktop.records import record
from cchc_desktop.wording.effects import maximum_text, signed_points, spoken_sign
from cchc_desktop.wording.numerals import shown
from ui.marks.columns import ENTERED, SPOKEN, Column
from ui.marks.ledger import Ledger
from ui.marks.signs import Sign, sign_words

PLACES = 3
DASH = "–"
UNSPLIT = "(phần chưa tách)"
NOT_APPLICABLE = "không áp dụng"
NOT_SCORED_HERE = "không tự chấm"


class Cell(Enum):
    """What stands in the points cell."""

    NUMBER = 0
    EMPTY = 1
    SURVEY = 2  # a survey's points
    SURVEY_EMPTY = 3
    OUT = 4  # not applicable


@record
class Look:
    """One row in words.

    Args:
        node: id of the node, "" for the total.
        code, name: as the set has them.
        depth: 0 for areas.
        is_branch, is_balancing, is_computed: kinds of rows.
        remark: words right of the name, such as the part of a maximum that is not split.
        maximum: "?" where it is not known; bonuses and penalties have their sign.
        earlier: points of the round before.
        cell: what stands in the points cell.
        points, shift, lost: numbers as shown, "" where there is none.
        is_down: the points went down against the round before.
        share: lost share of the maximum, 0..1; None paints no bar.
        evidence: count of documents, "GT", or "12/14".
        evidence_role: its colour role.
        sign: what the row asks for.
        effect: what a bonus or penalty does, in words.
    """

    node: str
    code: str
    name: str
    depth: int
    is_branch: bool
    is_balancing: bool
    is_computed: bool
    remark: str
    maximum: str
    earlier: str
    cell: Cell
    points: str
    shift: str
    is_down: bool
    lost: str
    share: float | None
    evidence: str
    evidence_role: str
    sign: Sign
    effect: str = ""

    def text(self, column: int) -> str:
        """Return what a cell says."""
        match column:
            case Column.POINTS:
                return self.points_text()
            case Column.NAME:
                return f"{UNSPLIT} {self.name}" if self.is_balancing else self.name
            case Column.SIGN:
                return sign_words(self.sign)
            case _:
                return self._plain(column)

    def points_text(self) -> str:
        """Return the points, or why there are none."""
        if self.cell is Cell.OUT:
            return NOT_APPLICABLE
        return self.points or (NOT_SCORED_HERE if self.cell is Cell.SURVEY_EMPTY else DASH)

    def spoken(self, column: int) -> str:
        """Return a cell for a screen reader: what it is, then what it says."""
        if column in (Column.CODE, Column.NAME):
            return self.text(column)
        said = f"{SPOKEN[Column(column)]}: {self.text(column) or 'không'}"
        return f"{said}, {self.effect}" if self.effect and column == Column.MAXIMUM else said

    def spoken_first(self, column: int) -> str:
        """Return a cell that can be typed into, with whose it is: the cursor stands only there."""
        said = self.spoken(column)
        return f"{self.code} {self.text(Column.NAME)}. {said}" if column in ENTERED else said

    def _plain(self, column: int) -> str:
        return {
            Column.CODE: self.code,
            Column.MAXIMUM: self.maximum,
            Column.EARLIER: self.earlier or DASH,
            Column.SHIFT: self.shift,
            Column.LOST: self.lost or DASH,
            Column.EVIDENCE: self.evidence,
        }.get(Column(column), "")


def look_of(ledger: Ledger, node: str, depth: int) -> Look:
    """Return how a node's row reads; "" is the total."""
    row = ledger[node]
    criterion = row.criterion
    is_branch = ledger.is_branch(node)
    earlier = ledger.earlier_points(node)
    shift = None if earlier is None or row.points is None else row.points - earlier
    shift = added(shift, row.effect)
    effect = row.effect.value
    evidence, role = _evidence(ledger, row, is_branch=is_branch)
    return Look(
        node=node,
        code=criterion.code,
        name=criterion.name if node else f"Cộng {len(ledger.tree.children_of(ROOT))} lĩnh vực",
        depth=depth,
        is_branch=is_branch,
        is_balancing=criterion.is_balancing,
        is_computed=bool(node) and not is_branch and row.points is not None and not row.is_typed,
        remark=_remark(ledger, row),
        maximum=_maximum(ledger, row),
        earlier="" if earlier is None else signed_points(effect, earlier, PLACES),
        cell=_cell(row, is_branch=is_branch),
        points="" if row.points is None else signed_points(effect, row.points, PLACES),
        shift="" if not shift or not compared(shift) else shown(shift, PLACES, 1, sign=True),
        is_down=shift is not None and shift < ZERO,
        lost="" if row.lost is None else lost_text(row.lost),
        share=_share(row) if node else None,
        evidence=evidence,
        evidence_role=role,
        sign=ledger.sign(node),
        effect=spoken_sign(effect),
    )


def _maximum(ledger: Ledger, row: ScoreRow) -> str:
    """Return the maximum; what does not apply keeps showing the one of the set."""
    maximum = row.maximum if row.is_applicable else ledger.tree.maxima[row.criterion.id]
    return maximum_text(row.effect.value, maximum)


def _remark(ledger: Ledger, row: ScoreRow) -> str:
    if not row.criterion.id:
        return effect_words(ledger.scores)
    return f"chưa tách {shown(row.unsplit)}" if row.unsplit > ZERO else ""


def _cell(row: ScoreRow, *, is_branch: bool) -> Cell:
    if not row.is_applicable:
        return Cell.OUT
    if not is_branch and row.criterion.is_survey:
        return Cell.SURVEY_EMPTY if row.points is None else Cell.SURVEY
    return Cell.EMPTY if row.points is None else Cell.NUMBER


def lost_text(lost: Decimal) -> str:
    """Write lost points of a column: 4,0 like 0,576, and a plain 0."""
    return shown(lost, PLACES, 1) if compared(lost) else "0"


def _share(row: ScoreRow) -> float | None:
    if row.lost is None or compared(row.lost) <= ZERO:
        return None
    if not row.maximum:
        return 1.0
    return float(min(Decimal(1), row.lost / row.maximum))


def _evidence(ledger: Ledger, row: ScoreRow, *, is_branch: bool) -> tuple[str, str]:
    node = row.criterion.id
    if is_branch:
        have, needed = ledger.evidence(node)
        if not needed:
            return DASH, "off"
        return f"{have}/{needed}", "oktext" if have == needed else "opentext"
    count = ledger.documents(node)
    if count:
        return str(count), "text2"
    if ledger.is_explained(node):
        return "GT", "text2"
    return ("0", "opentext") if needs_evidence(row) else (DASH, "off")
