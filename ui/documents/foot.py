"""The foot of the register: how many points stand, in words and as a bar."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cchc_desktop.domain.coverage import Proof, Sums
from cchc_desktop.domain.points import ZERO
from cchc_desktop.wording.numerals import shown
from ui.documents.coverage_bar import CoverageBar
from ui.shared.buttons import ghost
from ui.shared.frames import box_of, column, row, row_frame
from ui.shared.labels import ElidedLabel, label

HEIGHT = 52
_SHORT = (
    (Proof.EXPLAINED, "có giải trình"),
    (Proof.REVIEW, "cần xem lại"),
    (Proof.MISSING, "thiếu"),
)


class CoverageFoot(QWidget):
    """Says what the points of the sheet stand on; leads to the coverage."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._main = label("", "body", 600)
        self._rest = ElidedLabel("", "small", tone="text2")
        self.bar = CoverageBar()
        self.button = ghost("Xem mức phủ", self.asked.emit, "coverage")
        words = row(self._main, self._rest, gap=8)
        box_of(words).setStretch(1, 1)
        frame = row_frame(HEIGHT, (16, 6, 12, 8))
        frame.setProperty("kind", "surfacerow")
        box_of(frame).addWidget(column(words, self.bar, gap=4), 1)
        box_of(frame).addWidget(self.button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(frame)
        self.setFixedHeight(HEIGHT)

    @property
    def words(self) -> str:
        """What it says."""
        return f"{self._main.text()} {self._rest.text()}"

    def show_sums(self, sums: Sums) -> None:
        """Show other points."""
        documents = shown(sums.of(Proof.DOCUMENTS))
        self._main.setText(f"{documents} trên {shown(sums.whole)} điểm có tài liệu")
        pieces = [
            f"{shown(sums.of(proof))} {words}" for proof, words in _SHORT if sums.of(proof) > ZERO
        ]
        if sums.uncounted > ZERO:
            pieces.append(f"{shown(sums.uncounted)} không tính")
        self._rest.setText(" ".join(f"· {piece}" for piece in pieces))
        self.bar.show_sums(sums)
