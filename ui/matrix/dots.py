"""The chosen criterion over all units that show: one dot a unit, the current one ringed."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from cchc_desktop.overriding import override
from cchc_desktop.wording.numerals import shown
from ui.shared import theme
from ui.shared.labels import label

_DOT, _STEP = 3.0, 7.0
_PLOT = 64
_SIDE = 10
_MOST_TICKS = 6


class DotPlot(QWidget):
    """Dots over a scale from 0 to the maximum; equal points stand on each other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points: Sequence[float] = ()
        self._own: float | None = None
        self._maximum = Decimal(1)
        self.setFixedHeight(_PLOT + 16)

    def show_points(self, points: Sequence[Decimal], own: Decimal | None, maximum: Decimal) -> None:
        """Show points of all units and of the current one."""
        whole = maximum or Decimal(1)
        self._points = sorted(float(each / whole) for each in points)
        self._own = None if own is None else float(own / whole)
        self._maximum = maximum
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, wide = _SIDE, self.width() - 2 * _SIDE
        painter.fillRect(QRectF(left, _PLOT, wide, 1), theme.color("inputline"))
        self._ticks(painter, left, wide)
        heights: dict[int, int] = {}
        is_own_shown = False
        painter.setPen(Qt.PenStyle.NoPen)
        for share in self._points:
            place = round(share * wide / _STEP)
            level = heights.get(place, 0)
            heights[place] = level + 1
            spot = QPointF(left + place * _STEP, _PLOT - 5 - level * _STEP)
            is_own = not is_own_shown and share == self._own
            is_own_shown = is_own_shown or is_own
            self._dot(painter, spot, is_own=is_own)
        painter.end()

    def _dot(self, painter: QPainter, spot: QPointF, *, is_own: bool) -> None:
        if spot.y() < _DOT:
            return
        if is_own:
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.setBrush(theme.color("surface"))
            painter.drawEllipse(spot, _DOT + 2, _DOT + 2)
            painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent" if is_own else "got"))
        painter.drawEllipse(spot, _DOT - 0.5, _DOT - 0.5)

    def _ticks(self, painter: QPainter, left: float, wide: float) -> None:
        whole = int(self._maximum)
        step = max(1, -(-whole // _MOST_TICKS))
        values = [Decimal(each) for each in range(0, whole + 1, step)]
        painter.setFont(theme.font("cap"))
        painter.setPen(theme.color("text3"))
        for value in values if whole else (Decimal(0), self._maximum):
            middle = left + wide * float(value / self._maximum) if self._maximum else left
            room = QRectF(middle - 20, _PLOT + 1, 40, 15)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, shown(value))


class DotCard(QFrame):
    """The plot with its title."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "explanation")
        self._title = label("", "small", 600)
        self.plot = DotPlot()
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 4, 8, 2)
        box.setSpacing(0)
        box.addWidget(self._title)
        box.addWidget(self.plot)

    def show_points(self, points: Sequence[Decimal], own: Decimal | None, maximum: Decimal) -> None:
        """Show a criterion over the units."""
        self._title.setText(f"Tiêu chí này ở {len(points)} đơn vị đã có điểm")
        said = "chưa có điểm" if own is None else shown(own)
        self.plot.setAccessibleName(f"Điểm từ 0 đến {shown(maximum)}; đơn vị đang chọn {said}")
        self.plot.show_points(points, own, maximum)
