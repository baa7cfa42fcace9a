"""The chosen unit beside the league: index, rank, areas against the mean, the way up."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from cchc_desktop.domain.points import ZERO
from cchc_desktop.domain.scoring import ScoreRow, ScoreSheet
from cchc_desktop.wording.numerals import shown
from ui.rank.profile import ProfileChart, ProfileKey
from ui.rank.standings import LeagueRow, Standings, earlier_words
from ui.rank.table_model import number
from ui.rank.way_up import WayUp
from ui.shared.buttons import primary, tool
from ui.shared.frames import column, fill, frame, hairline, row, upright
from ui.shared.labels import ElidedLabel, label, set_tone
from ui.shared.ranks import rank_sign, rank_tone

WIDTH = 316
_MOST_WAYS = 2


class UnitSide(QFrame):
    """Shows one unit of the league."""

    sheet_asked = Signal()
    step_asked = Signal(int)  # -1 the unit above, +1 below

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panelright")
        self.setFixedWidth(WIDTH)
        self.name = ElidedLabel(role="title", weight=600)
        self.index, self.rank = label("", "fig", 600), label("", "fig", 600)
        self.of, self.change = label("", tone="text3"), label("", "small", 600)
        self.chart = ProfileChart()
        self.earlier = label("", "small", tone="text2", wrap=True)
        self.way = label("", "body", 600, wrap=True)
        self.ways = label("", "small", tone="text2", wrap=True)
        self._card = frame("explanation", margins=(12, 8, 12, 8), gap=4)
        fill(self._card, self.way, self.ways)
        self.open = primary("Mở bảng chấm điểm", self.sheet_asked.emit)
        self._lay_out()

    def show_unit(
        self, standings: Standings, shown_row: LeagueRow, way_up: WayUp | None, scores: ScoreSheet
    ) -> None:
        """Show a unit of the league with the scores of its sheet."""
        rank = shown_row.ranked.rank
        self.name.setText(shown_row.name)
        self.index.setText(number(shown_row.index, 2, 2))
        self.rank.setText("–" if rank is None else str(rank))
        self.of.setText("chưa đủ điểm" if rank is None else f"/ {standings.league.of}")
        change = shown_row.change
        self.change.setVisible(change is not None)
        if change is not None:
            self.change.setText(rank_sign(change))
            set_tone(self.change, rank_tone(change))
        self.earlier.setText(earlier_words(shown_row))
        self.earlier.setVisible(bool(shown_row.earlier))
        self.chart.show_row(standings, shown_row)
        self._card.setVisible(way_up is not None)
        if way_up is not None:
            self.way.setText(way_up.lead)
            self.ways.setText("\n".join(_regained(scores)))
            self.ways.setVisible(bool(self.ways.text()))

    def _lay_out(self) -> None:
        up = tool("chevron-up", "Đơn vị trên", lambda: self.step_asked.emit(-1))
        down = tool("chevron-down", "Đơn vị dưới", lambda: self.step_asked.emit(1))
        index = column(
            label("Chỉ số", "cap", 500, "text3"),
            row(self.index, label("%", tone="text3"), gap=4),
        )
        rank = column(
            label("Hạng", "cap", 500, "text3"), row(self.rank, self.of, 6, self.change, gap=4)
        )
        inner = column(
            row(index, upright(), rank, None, gap=12),
            hairline(),
            row(label("So với bình quân", "small", 600), None, ProfileKey()),
            self.chart,
            self.earlier,
            self._card,
            None,
            gap=8,
        )  # fmt: skip
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inner)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 8, 16, 12)
        box.setSpacing(8)
        head = row(self.name, up, down)
        box.addWidget(head)
        box.addWidget(area, 1)
        box.addWidget(row(self.open, None))


def _regained(scores: ScoreSheet) -> Sequence[str]:
    """Return the criteria with the most points to regain (dư địa tăng điểm)."""
    leaves = [scores.rows[leaf.id] for leaf in scores.tree.leaves]
    found = [(each.lost, each) for each in leaves if _can_be_regained(each) and each.lost]
    found.sort(key=lambda pair: -pair[0])
    return [
        f"+{shown(lost, 2)}  {each.criterion.code} {each.criterion.name}"
        for lost, each in found[:_MOST_WAYS]
    ]


def _can_be_regained(row_: ScoreRow) -> bool:
    is_own = row_.is_applicable and not row_.criterion.is_survey
    return is_own and row_.lost is not None and row_.lost > ZERO
