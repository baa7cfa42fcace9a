"""Sizes of the projector: as designed for 1920x1080, smaller with the screen, never under 20 px."""

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from ui.shared.fonts import FAMILY

LEAST = 20
UNIT, TITLE, CONTENT, FIGURE, DECISION, TEXT = 30, 40, 26, 52, 60, 20
_WIDE, _HIGH, _MOST = 1920, 1080, 2.0
_SMALL = 0.8


class Scale:
    """Fonts of the widgets of one window, by the pixels they have at 1920x1080."""

    def __init__(self) -> None:
        self._factor = 1.0
        self._is_fitted = False
        self._known: list[tuple[QWidget, int, int]] = []

    @property
    def is_small(self) -> bool:
        """Whether long captions have no room."""
        return self._factor < _SMALL

    def px(self, size: int) -> int:
        """Return how many pixels a font of some size has now."""
        return max(LEAST, round(size * self._factor))

    def room(self, pixels: int) -> int:
        """Return how many pixels a space of some size has now."""
        return round(pixels * self._factor)

    def font(self, size: int, weight: int = 400) -> QFont:
        """Return the font of a size."""
        found = QFont(FAMILY)
        found.setPixelSize(self.px(size))
        found.setWeight(QFont.Weight(weight))
        found.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return found

    def add(self, widget: QWidget, size: int, weight: int = 400) -> None:
        """Keep the font of a widget at a size."""
        self._known.append((widget, size, weight))
        widget.setFont(self.font(size, weight))

    def fit(self, wide: int, high: int) -> bool:
        """Take the size of the window; return whether fonts changed."""
        factor = min(wide / _WIDE, high / _HIGH, _MOST)
        if factor == self._factor and self._is_fitted:
            return False
        self._factor, self._is_fitted = factor, True
        for widget, size, weight in self._known:
            widget.setFont(self.font(size, weight))
        return True
