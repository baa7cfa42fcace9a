"""What the table of rounds shows: rows in groups, totals, and how each cell reads."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from enum import Enum

from cchc_desktop.domain.marks import ROUNDS, Round
from cchc_desktop.domain.points import ZERO, compared
from cchc_desktop.domain.rounds import Decision, RoundsRow, earlier_rounds, rounds_rows
from cchc_desktop.domain.scoring import ScoreRow
from cchc_desktop.records import record
from cchc_desktop.wording.effects import maximum_text, signed_points
from cchc_desktop.wording.numerals import shown
from cchc_desktop.wording.rounds import CAUSES, decision_name, round_short
from ui.rounds.columns import ROUND_OF, Column
from ui.shared.desk import Desk

PLACES = 3
DASH = "–"


class Show(Enum):
    """Which rows show; the value is the chip's word."""

    OPEN = "Chưa quyết"
    DIFFERENT = "Có lệch"
    ALL = "Tất cả"


@record
class Line:
    """One line of the table: a criterion, or the head of a group (``row`` None)."""

    key: str
    row: RoundsRow | None = None
    title: str = ""
    count: int = 0
    sentence: str = ""
    is_open: bool = False


class RoundsLedger:
    """The sheet of a desk across its rounds, as the table shows it.

    Args:
        desk: what lies on the desk.
    """

    def __init__(self, desk: Desk) -> None:
        self.assessment = desk.state.assessments.get(desk.assessment)
        self.rounds = self.assessment.rounds if self.assessment is not None else ()
        self.deciding = desk.round
        self._scored = desk.cell.scored
        self.is_editable = desk.is_editable
        self.sheets = {each: desk.session.scores(desk.sheet, each) for each in self.rounds}
        has_rows = self.deciding in self.sheets
        rows = rounds_rows(self.sheets, desk.cell, self.deciding) if has_rows else ()
        self.rows: Mapping[str, RoundsRow] = {row.criterion.id: row for row in rows}
        self._texts: dict[tuple[str, Column], str] = {}

    @property
    def sources(self) -> tuple[Round, ...]:
        """The rounds that a decision can take: the self-score, then the newest appraisal."""
        before = earlier_rounds(self.rounds, self.deciding)
        kept = tuple(each for each in before if each is not Round.SELF)[-1:]
        return tuple(each for each in before if each is Round.SELF) + kept

    @property
    def near(self) -> tuple[Round, ...]:
        """The rounds that a narrow window shows: the deciding one and those it can take."""
        shown = {*self.sources, self.deciding}
        return tuple(each for each in self.rounds if each in shown)

    @property
    def open_rows(self) -> tuple[RoundsRow, ...]:
        """Rows that the deciding round still has to decide."""
        return tuple(row for row in self.rows.values() if row.is_open)

    def count(self, show: Show) -> int:
        """Return how many rows a chip finds."""
        return sum(1 for row in self.rows.values() if _is_shown(row, show))

    def lines(self, show: Show) -> tuple[Line, ...]:
        """Return the lines in groups: undecided first, then with and without difference."""
        rows = [row for row in self.rows.values() if _is_shown(row, show)]
        found: list[Line] = []
        for head, members in self._groups(rows):
            if members:
                found.append(Line(head[0], None, head[1], len(members), head[2], head[0] == "open"))
                found += [Line(row.criterion.id, row) for row in members]
        return tuple(found)

    def text(self, row: RoundsRow, column: Column) -> str:
        """Return what a cell of a criterion says, worked out once."""
        key = (row.criterion.id, column)
        if key not in self._texts:
            self._texts[key] = self._text(row, column)
        return self._texts[key]

    def _text(self, row: RoundsRow, column: Column) -> str:
        if column in ROUND_OF:
            points = row.points.get(ROUND_OF[column])
            return DASH if points is None else signed_points(row.effect.value, points, PLACES)
        says = _TEXTS.get(column)
        return "" if says is None else says(row)

    def total(self, column: Column) -> str:
        """Return what a cell of the total row says."""
        if column in ROUND_OF:
            total = self._total(ROUND_OF[column])
            return DASH if total is None or total.points is None else shown(total.points, 2, 1)
        if column is Column.MAXIMUM:
            here = self._total(self.deciding)
            return "" if here is None or here.maximum is None else shown(here.maximum, None, 1)
        if column is Column.DECISION:
            left = len(self.open_rows)
            return f"còn {left}" if left else "đã quyết đủ"
        return f"Cộng {len(self.rows)} tiêu chí" if column is Column.NAME else ""

    def denominators(self) -> str:
        """Say each round's points over the maximum of what is scored in it."""
        parts = []
        for each in self.rounds:
            total = self._total(each)
            if total is not None and total.points is not None:
                of = shown(total.scored_maximum)
                parts.append(f"{round_short(each.value)} {shown(total.points, 2)}/{of}")
        return "   ·   ".join(parts)

    def next_open(self, order: Iterable[str], node: str) -> str:
        """Return the next undecided criterion after a node, from the top again; "" if none."""
        keys = [key for key in order if key in self.rows]
        at = keys.index(node) + 1 if node in keys else 0
        return next((key for key in keys[at:] + keys[:at] if self._waits(key, node)), "")

    def _waits(self, key: str, node: str) -> bool:
        return key != node and self.rows[key].is_open

    def _total(self, in_round: Round) -> ScoreRow | None:
        """Return a round's total; None before its first mark: surveys alone are no round."""
        is_begun = in_round is self.deciding or self._scored[in_round] > 0
        return self.sheets[in_round].total if is_begun and in_round in self.sheets else None

    def _groups(
        self, rows: list[RoundsRow]
    ) -> tuple[tuple[tuple[str, str, str], list[RoundsRow]], ...]:
        waiting = [row for row in rows if row.is_open]
        surveys = [row for row in rows if row.decision is Decision.SURVEY]
        decided = [row for row in rows if not (row.is_open or row.decision is Decision.SURVEY)]
        later = "sửa được đến khi khóa vòng" if self.is_editable else "vòng này không sửa được"
        return (
            (("open", "Chưa quyết", _open_sentence(waiting)), waiting),
            (("decided", "Đã quyết, có lệch", later), [r for r in decided if r.differs]),
            (
                ("same", "Không lệch", "các vòng cho điểm bằng nhau"),
                [r for r in decided if not r.differs],
            ),
            (("survey", "Khảo sát", "điểm tính chung cho mọi vòng"), surveys),
        )


def _maximum(row: RoundsRow) -> str:
    return maximum_text(row.effect.value, row.maximum)


def _difference(row: RoundsRow) -> str:
    if row.difference is None:
        return ""
    if not compared(row.difference):
        return "0"
    return shown(row.difference, PLACES, 1, sign=True)


def _cause(row: RoundsRow) -> str:
    return "" if row.cause is None else CAUSES[row.cause.value]


def _decision(row: RoundsRow) -> str:
    return decision_name(row.decision.value, row.kept.value if row.kept else "")


_TEXTS: Mapping[Column, Callable[[RoundsRow], str]] = {
    Column.CODE: lambda row: row.criterion.code,
    Column.NAME: lambda row: row.criterion.name,
    Column.MAXIMUM: _maximum,
    Column.DIFFERENCE: _difference,
    Column.CAUSE: _cause,
    Column.DECISION: _decision,
}


def _is_shown(row: RoundsRow, show: Show) -> bool:
    if show is Show.OPEN:
        return row.is_open
    return show is Show.ALL or row.differs


def _open_sentence(rows: list[RoundsRow]) -> str:
    """Say by how much the earlier rounds differ, and how many were explained."""
    parts = []
    apart = sum((row.difference for row in rows if row.difference is not None), ZERO)
    kept = {row.kept for row in rows if row.kept is not None}
    if compared(apart) and kept:
        name = round_short(max(kept, key=ROUNDS.index).value).lower()
        parts.append(f"{name} lệch {_signed(apart)} điểm so với tự chấm")
    explained = sum(1 for row in rows if row.decision is Decision.EXPLAINED)
    if explained:
        parts.append(f"{explained} tiêu chí đơn vị đã giải trình")
    return "; ".join(parts)


def _signed(value: Decimal) -> str:
    return shown(value, PLACES, sign=True)
