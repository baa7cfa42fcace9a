"""The row that chooses which rows show: words of the name, a chip for every status."""

from collections.abc import Mapping

from PySide6.QtCore import QElapsedTimer, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from cchc_desktop.domain.rounds import Status
from cchc_desktop.overriding import override
from cchc_desktop.wording.track import status_words
from ui.shared import theme
from ui.shared.combos import Combo
from ui.shared.labels import label
from ui.shared.pills import Chip
from ui.track.book import LATE
from ui.track.model import Wanted

_HEIGHT, _GAP, _SEARCH = 40, 8, 160
_REST = 120  # milliseconds without a key
_TELL = 250  # milliseconds between two words about the counting
_WORDS: Mapping[str, str] = {
    "": "Tất cả",
    **{status.value: status_words(status.value) for status in Status},
    LATE: "Trễ hạn",
}


class TrackBar(QFrame):
    """Search and chips; where these find no room, a box with the same choices and who is late."""

    changed = Signal(object)  # Wanted

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "surfacerow")
        self.setFixedHeight(_HEIGHT)
        self.setMinimumWidth(1)  # chips give way to a box; they never widen the window
        self._show = ""
        self._counts: Mapping[str, int] = {}
        self.text = QLineEdit()
        self.text.setFont(theme.font("body"))
        self.text.setAccessibleName("Tìm đơn vị")
        self.text.setPlaceholderText("Tìm đơn vị")
        self.text.setClearButtonEnabled(True)
        self.text.setFixedWidth(_SEARCH)
        self.chips = {
            show: Chip(words, *(("sai", "losttext") if show == LATE else ()))
            for show, words in _WORDS.items()
        }
        self.choice = Combo("Tình trạng")
        self.choice.setFixedWidth(240)
        self.count = label("", "small", tone="text3")
        self._told = QElapsedTimer()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._lay_out()
        self._connect()

    @property
    def wanted(self) -> Wanted:
        """Which rows are asked for."""
        return Wanted(self._show, self.text.text())

    def show_counts(self, counts: Mapping[str, int], progress: tuple[int, int]) -> None:
        """Show how many rows each filter finds.

        Args:
            counts: by status; "" is all.
            progress: how many rows are worked out, and of how many.
        """
        done, total = progress
        self._counts = counts
        for show, chip in self.chips.items():
            is_known = done >= total or not show
            chip.set_count(counts.get(show, 0) if is_known else None)
            chip.setChecked(show == self._show)
        self.count.setText("" if done >= total else f"đang đếm {done} / {total}")
        choices = [(self._choice_words(show), show) for show in self._offered()]
        self.choice.show_choices(choices, self._show)
        self._fit()

    def show_progress(self, done: int, total: int) -> None:
        """Say how many rows are worked out, a few times a second."""
        if not self._told.isValid() or self._told.elapsed() > _TELL:
            self._told.start()
            self.count.setText(f"đang đếm {done} / {total}")
            self._fit()

    def choose(self, show: str) -> None:
        """Show the rows of one filter alone."""
        self._show = show
        for each, chip in self.chips.items():
            chip.setChecked(each == show)
        self.choice.choose(show)
        self._fit()
        self._tell()

    def clear(self) -> None:
        """Show every row again."""
        self.text.clear()
        self.choose("")

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _offered(self) -> list[str]:
        return [s for s in self.chips if not s or s == self._show or self._counts.get(s, 0)]

    def _choice_words(self, show: str) -> str:
        count = self._counts.get(show, 0)
        return f"{_WORDS[show]}  {count}"

    def _fit(self) -> None:
        offered = self._offered()
        wide = sum(self.chips[show].width() + _GAP for show in offered)
        has_room = wide <= self.width() - _SEARCH - 4 * _GAP - self.count.sizeHint().width()
        for show, chip in self.chips.items():
            chip.setVisible(show in offered and (has_room or show == LATE))
        self.choice.setVisible(not has_room)

    def _tell(self) -> None:
        self._rest.stop()
        self.changed.emit(self.wanted)

    def _connect(self) -> None:
        self._rest.timeout.connect(self._tell)
        self.text.textChanged.connect(self._rest.start)
        self.choice.activated.connect(lambda: self.choose(str(self.choice.currentData())))
        for show, chip in self.chips.items():
            chip.clicked.connect(lambda _checked, show=show: self.choose(show))

    def _lay_out(self) -> None:
        box = QHBoxLayout(self)
        box.setContentsMargins(12, 0, 12, 0)
        box.setSpacing(_GAP)
        for piece in (self.text, self.choice, *self.chips.values()):
            box.addWidget(piece)
        box.addStretch(1)
        box.addWidget(self.count)
