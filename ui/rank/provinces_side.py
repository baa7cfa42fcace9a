"""The own province beside the table: total, rank, way up, ladder of points."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from cchc_desktop.domain.known_totals import OWN
from cchc_desktop.wording.dossier import rank_change
from cchc_desktop.wording.numerals import shown
from ui.rank.ladder import Ladder
from ui.rank.provinces import Provinces
from ui.rank.side import WIDTH
from ui.shared.buttons import primary
from ui.shared.frames import column, hairline, row, upright
from ui.shared.labels import ElidedLabel, label, set_tone

_AROUND = 4  # provinces of the ladder above and below


class ProvinceSide(QFrame):
    """Shows where the own province stands."""

    sheet_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panelright")
        self.setFixedWidth(WIDTH)
        self.name = ElidedLabel(role="title", weight=600)
        self.total, self.rank = label("", "fig", 600), label("", "fig", 600)
        self.of, self.change = label("", tone="text3"), label("", "small", 600)
        self.way = label("", tone="text2", wrap=True)
        self.ladder = Ladder()
        total = column(label("Tổng điểm", "cap", 500, "text3"), self.total)
        rank = column(
            label("Hạng", "cap", 500, "text3"), row(self.rank, self.of, 6, self.change, gap=4)
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 8, 16, 12)
        box.setSpacing(8)
        for piece in (
            self.name,
            row(total, upright(), rank, None, gap=12),
            self.way,
            hairline(),
            label("Thang điểm quanh đơn vị", "small", 600),
        ):
            box.addWidget(piece)
        box.addWidget(self.ladder, 1)
        box.addWidget(row(primary("Mở bảng chấm điểm", self.sheet_asked.emit), None))

    def show_provinces(self, provinces: Provinces) -> None:
        """Show the own province among the others."""
        own = provinces.own
        self.name.setText(own.name)
        self.total.setText("–" if own.total is None else shown(own.total, None, 2))
        self.rank.setText("–" if own.rank is None else str(own.rank))
        self.of.setText("chưa đủ điểm" if own.rank is None else f"/ {provinces.league.of}")
        self.change.setVisible(own.change is not None)
        if own.change is not None:
            change = own.change
            sign = "▲" if change > 0 else "▼" if change < 0 else "="
            self.change.setText(f"{sign} {rank_change(change)}")
            set_tone(self.change, "oktext" if change > 0 else "losttext" if change else "text2")
        self.way.setText(way_words(provinces))
        self.way.setVisible(bool(self.way.text()))
        at = provinces.league.place_of(OWN)
        around = provinces.rows[max(0, at - _AROUND) : at + _AROUND + 1]
        ranked = [each for each in around if each.rank is not None]
        self.ladder.show_rows(ranked if own.rank is not None else ())


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
