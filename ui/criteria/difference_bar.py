"""Above the difference: which two years, and which differences show."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QWidget

from cchc_desktop.domain.set_difference import Difference
from cchc_desktop.overriding import override
from cchc_desktop.wording import set_difference as words
from ui.criteria.difference_model import Kind
from ui.criteria.difference_table import SIGNS
from ui.shared.combos import Combo
from ui.shared.frames import box_of, row
from ui.shared.labels import label
from ui.shared.pills import Chip

_ORDER: tuple[Kind, ...] = (
    Difference.ADDED, Difference.MAXIMUM, Difference.RULE, Difference.OTHER, Difference.GONE, None,
)  # fmt: skip
_LINE = 36
_EDGES, _GAP, _CHIP_GAP = 20, 6, 4
_COMBO = 135


class DifferenceBar(QFrame):
    """Two years and the filters: in one line, or in two where there is no room."""

    changed = Signal()  # another year or filter

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "surfacerow")
        self.old, self.new = Combo("Năm trước"), Combo("Năm sau")
        self.chips: Mapping[Kind, Chip] = {kind: _chip(kind) for kind in _ORDER}
        for combo in (self.old, self.new):
            combo.setFixedWidth(_COMBO)
            combo.activated.connect(self.changed)
        for chip in self.chips.values():
            chip.clicked.connect(self.changed)
        self._years = row(self.old, label("→", tone="text2"), self.new, None, gap=2)
        chips = list(self.chips.values())
        self._halves = (row(*chips[:3], None, gap=4), row(*chips[3:], None, gap=4))
        self._filters = row(self._halves[0], self._halves[1], gap=4)
        box_of(self._filters).setStretch(1, 1)
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(12, 2, 8, 2)
        self._box.addWidget(self._years)
        self._box.addWidget(self._filters, 1)

    @property
    def wanted(self) -> frozenset[Kind]:
        """The kinds whose filter is on."""
        return frozenset(kind for kind, chip in self.chips.items() if chip.isChecked())

    def show_counts(self, found: Mapping[Kind, int]) -> None:
        """Say how many criteria each filter finds."""
        for kind, chip in self.chips.items():
            chip.set_count(found.get(kind, 0))
        self._fold()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        halves = [part.minimumSizeHint().width() for part in self._halves]
        years, filters = self._years.minimumSizeHint().width(), sum(halves) + _CHIP_GAP
        self.setMinimumWidth(max(years, *halves) + _EDGES)
        fits = self.width() >= years + filters + _EDGES + _GAP
        in_one = fits or self.width() >= filters + _EDGES
        ways = QBoxLayout.Direction
        self._box.setDirection(ways.LeftToRight if fits else ways.TopToBottom)
        self._box.setSpacing(_GAP if fits else 0)
        chips = box_of(self._filters)
        chips.setDirection(ways.LeftToRight if in_one else ways.TopToBottom)
        chips.setSpacing(_CHIP_GAP if in_one else 0)
        lines = 1 if fits else 2 if in_one else 3
        self.setFixedHeight(lines * _LINE + 4)


def _chip(kind: Kind) -> Chip:
    icon_name, tone = SIGNS[kind] if kind is not None else ("du", "text2")
    found = Chip(words.KINDS[kind.value if kind is not None else ""], icon_name, tone)
    found.setChecked(kind is not None)
    return found
