"""A switch of two or three words, one of which is on."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from cchc_desktop.overriding import override
from ui.shared import theme

HEIGHT = 26
_PAD = 10


class Segments(QWidget):
    """Words beside each other; the arrow keys change which one is on.

    Args:
        name: what is switched, for a screen reader.
        words: the choices.
        parent: the widget it lies in.
    """

    chosen = Signal(int)

    def __init__(self, name: str, words: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._words, self._at = name, tuple(words), 0
        metrics = QFontMetrics(theme.font("small", 500))
        self._widths = [metrics.horizontalAdvance(each) + 2 * _PAD for each in words]
        self.setFixedSize(self.sizeHint())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._say()

    @property
    def at(self) -> int:
        """Which word is on."""
        return self._at

    def choose(self, at: int) -> None:
        """Turn a word on, and tell."""
        at = max(0, min(at, len(self._words) - 1))
        if at != self._at:
            self._at = at
            self._say()
            self.update()
            self.chosen.emit(at)

    @override
    def sizeHint(self) -> QSize:
        return QSize(sum(self._widths), HEIGHT)

    @override
    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        left = 0
        for at, wide in enumerate(self._widths):
            left += wide
            if event.position().x() < left:
                self.choose(at)
                return

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self.choose(self._at + by)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(theme.color("line2"), 1))
        painter.setBrush(theme.color("surface"))
        painter.drawRoundedRect(whole, 4, 4)
        left = 0
        for at, (words, wide) in enumerate(zip(self._words, self._widths, strict=True)):
            box = QRectF(left, 0, wide, HEIGHT)
            is_on = at == self._at
            if is_on:
                is_focused = self.hasFocus()
                edge, width = ("accent", 2.0) if is_focused else ("softline", 1.0)
                painter.setPen(QPen(theme.color(edge), width))
                painter.setBrush(theme.color("soft"))
                half = width / 2
                painter.drawRoundedRect(box.adjusted(half, half, -half, -half), 4, 4)
            painter.setFont(theme.font("small", 500 if is_on else 400))
            painter.setPen(theme.color("accent" if is_on else "text2"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
            left += wide
        painter.end()

    def _say(self) -> None:
        self.setAccessibleName(f"{self._name}: {self._words[self._at]}")
