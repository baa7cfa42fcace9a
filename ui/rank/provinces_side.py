"""The own province beside the table: total, rank, way up, ladder of points."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from cchc_desktop.wording.numerals import shown
from ui.rank.ladder import Ladder
from ui.rank.provinces import ProvinceRow, Provinces
from ui.rank.side import WIDTH
from ui.rank.what_if import WhatIf
from ui.shared.buttons import normal, primary
from ui.shared.desk import Desk
from ui.shared.frames import box_of, column, hairline, row, upright
from ui.shared.labels import ElidedLabel, label, set_tone
from ui.shared.ranks import rank_sign, rank_tone

_AROUND, _AROUND_TRIAL = 4, 2  # provinces of the ladder above and below


class ProvinceSide(QFrame):
    """Shows where the own province stands, and where with points that are tried out.

    Args:
        desk: session, sheet and round.
        parent: the view.
    """

    sheet_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panelright")
        self.setFixedWidth(WIDTH)
        self.name = ElidedLabel(role="title", weight=600)
        self.total, self.rank = label("", "fig", 600), label("", "fig", 600)
        self.of, self.change = label("", tone="text3"), label("", "small", 600)
        self.way = label("", tone="text2", wrap=True)
        self.ladder = Ladder()
        self.what_if = WhatIf(desk)
        self.dropping = normal("Bỏ điểm thử", self.what_if.drop)
        total = column(label("Tổng điểm", "cap", 500, "text3"), self.total)
        rank = column(
            label("Hạng", "cap", 500, "text3"), row(self.rank, self.of, 6, self.change, gap=4)
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 8, 16, 12)
        box.setSpacing(8)
        self._standing = row(total, upright(), rank, None, gap=12)
        inner = column(
            self._standing,
            self.way,
            hairline(),
            label("Thử điểm một tiêu chí", "small", 600),
            self.what_if,
            hairline(),
            label("Thang điểm quanh đơn vị", "small", 600),
            gap=8,
        )
        box_of(inner).addWidget(self.ladder, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inner)
        box.addWidget(self.name)
        box.addWidget(area, 1)
        go = primary("Mở bảng chấm điểm", self.sheet_asked.emit)
        box.addWidget(row(go, self.dropping, None, gap=8))

    def show_provinces(self, provinces: Provinces) -> None:
        """Show the own province among the others."""
        own, trial = provinces.own, provinces.trial
        self.name.setText("Nếu lấy giá trị đang gõ" if trial else own.name)
        self._standing.setVisible(trial is None)
        self.dropping.setVisible(trial is not None)
        self.what_if.show_trial(provinces)
        self.total.setText("–" if own.total is None else shown(own.total, None, 2))
        self.rank.setText("–" if own.rank is None else str(own.rank))
        self.of.setText("chưa đủ điểm" if own.rank is None else f"/ {provinces.league.of}")
        self.change.setVisible(own.change is not None)
        if own.change is not None:
            self.change.setText(rank_sign(own.change))
            set_tone(self.change, rank_tone(own.change))
        self.way.setText(way_words(provinces))
        self.way.setVisible(bool(self.way.text()) and trial is None)
        self.ladder.show_rows(_around(provinces))


def _around(provinces: Provinces) -> list[ProvinceRow]:
    """Return who stands around the own province, and around the place that is tried out."""
    rows, trial = list(provinces.rows), provinces.trial
    reach = _AROUND
    if trial is not None and trial.row.rank is not None and trial.row.total is not None:
        new = trial.row.total
        higher = sum(1 for each in rows if each.total is not None and each.total > new)
        rows.insert(higher, trial.row)
        reach = _AROUND_TRIAL
    ranked = [each for each in rows if each.rank is not None]
    mine = [at for at, each in enumerate(ranked) if each.is_own or each.is_typed]
    return [
        each for at, each in enumerate(ranked) if any(abs(at - place) <= reach for place in mine)
    ]


def way_words(provinces: Provinces) -> str:
    """Say what the own province lacks to the next rank, and what it lies above the one below."""
    above, below = provinces.above, provinces.below
    parts = []
    if above is not None:
        rank, points = above.neighbour.rank, shown(above.points, 2, 2)
        parts.append(f"Còn {points} điểm để lên hạng {rank} ({provinces.name_of(above)}).")
    if below is not None:
        rank, points = below.neighbour.rank, shown(below.points, 2, 2)
        parts.append(f"Trên hạng {rank} ({provinces.name_of(below)}): {points} điểm.")
    return " ".join(parts)
