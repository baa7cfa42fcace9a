"""The areas of a sheet, each with a bar of what its points stand on, and their sum."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.coverage import Coverage, Sums
from cchc_desktop.domain.criteria import Criterion
from cchc_desktop.domain.points import ZERO
from cchc_desktop.overriding import override
from cchc_desktop.wording.numerals import shown
from ui.documents.coverage_bar import HEIGHT as BAR
from ui.documents.coverage_bar import paint_bar, said
from ui.shared import theme
from ui.shared.numerals import draw_number

HEAD, ROW, LEAST_ROW = 28, 36, 30
_CODE = 40.0
_STANDING, _OF, _NEEDED, _UNCOUNTED = 76.0, 56.0, 84.0, 84.0
_NARROW = 640  # pixels; below, numbers stand nearer to each other
_LEAST_BAR = 150  # pixels that the words over the bars need
_PLACES = 3
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_DASH = "–"
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class CoverageTable(QWidget):
    """One row an area on one scale of points, the total below.

    Args:
        parent: the widget it lies in.
    """

    chosen = Signal(str)  # id of an area, "" for all

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._coverage = Coverage()
        self._area = ""
        self._row_height = float(ROW)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Mức phủ theo lĩnh vực")
        theme.switch.switched.connect(self.update)

    @property
    def area(self) -> str:
        """The area that is chosen, "" for all."""
        return self._area

    @property
    def areas(self) -> Sequence[tuple[Criterion, Sums]]:
        """The areas that show."""
        return self._coverage.areas

    def show_coverage(self, found: Coverage) -> None:
        """Show other sums; an area that is gone is no longer chosen."""
        self._coverage = found
        if self._area not in {area.id for area, _ in found.areas}:
            self._area = ""
        self._fit()
        lines = [f"{area.code} {area.name}: {said(sums)}" for area, sums in found.areas]
        self.setAccessibleDescription("\n".join(lines))
        self.updateGeometry()
        self.update()

    def set_low(self, *, is_low: bool) -> None:
        """Make rows lower in a small window."""
        self._row_height = float(LEAST_ROW if is_low else ROW)
        self._fit()

    def choose(self, area: str) -> None:
        """Choose an area; the chosen one again chooses all."""
        self._area = "" if area == self._area else area
        self.update()
        self.chosen.emit(self._area)

    @override
    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        place = int((event.position().y() - HEAD) // self._row_height)
        if 0 <= place < len(self.areas):
            self.choose(self.areas[place][0].id)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or not self.areas:
            super().keyPressEvent(event)
            return
        keys = [area.id for area, _ in self.areas]
        at = keys.index(self._area) + step if self._area in keys else 0
        key = keys[min(max(0, at), len(keys) - 1)]
        if key != self._area:
            self.choose(key)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.color("surface"))
        self._paint_head(painter)
        top, high = float(HEAD), self._row_height
        for area, sums in self.areas:
            row = QRectF(0, top, self.width(), high)
            self._paint_area(painter, row, area, sums)
            top += high
        if self.areas:
            self._paint_total(painter, QRectF(0, top, self.width(), high))
        if self.hasFocus():
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()

    def _fit(self) -> None:
        self.setFixedHeight(HEAD + round(self._row_height) * (len(self.areas) + 1) + 4)
        self.update()

    @property
    def _columns(self) -> tuple[float, float, float, float]:
        """Widths of Đứng vững, its maximum, Cần làm, Không tính."""
        share = 0.8 if self.width() < _NARROW else 1.0
        return (_STANDING * share, _OF * share, _NEEDED * share, _UNCOUNTED)

    @property
    def _bar_left(self) -> float:
        return _CODE + self._name_room + 16

    @property
    def _name_room(self) -> float:
        return (self.width() - sum(self._columns) - _CODE) * 0.46

    def _paint_head(self, painter: QPainter) -> None:
        painter.setFont(theme.font("small", 500))
        painter.setPen(theme.color("text3"))
        line = QRectF(0, 0, self.width() - 16, HEAD - 1)
        painter.drawText(line.adjusted(_CODE, 0, 0, 0), _LEFT, "Lĩnh vực")
        standing, of, needed, uncounted = self._columns
        left = line.right() - uncounted - needed - of
        if left - standing - self._bar_left > _LEAST_BAR:
            bars = line.adjusted(self._bar_left, 0, 0, 0)
            painter.drawText(bars, _LEFT, "Điểm có gì chứng minh")
        painter.drawText(line, _RIGHT, "Không tính")
        painter.drawText(line.adjusted(0, 0, -uncounted, 0), _RIGHT, "Cần làm")
        painter.drawText(QRectF(0, 0, left, HEAD - 1), _RIGHT, "Đứng vững")
        painter.fillRect(QRectF(0, HEAD - 1, self.width(), 1), theme.color("line2"))

    def _paint_area(self, painter: QPainter, row: QRectF, area: Criterion, sums: Sums) -> None:
        is_chosen = area.id == self._area
        if is_chosen:
            painter.fillRect(row, theme.color("soft"))
            painter.fillRect(QRectF(0, row.top(), 3, row.height()), theme.color("accent"))
        line = QRectF(0, row.bottom() - 1, row.width(), 1)
        painter.fillRect(line, theme.color("line"))
        painter.setPen(theme.color("text"))
        painter.setFont(theme.font("body", 600))
        painter.drawText(row.adjusted(12, 0, 0, 0), _LEFT, area.code)
        font = theme.font("body", 500)
        painter.setFont(font)
        room = self._name_room
        mode = Qt.TextElideMode.ElideRight
        name = QFontMetricsF(font).elidedText(area.name, mode, room)
        painter.drawText(QRectF(_CODE, row.top(), room, row.height()), _LEFT, name)
        bar = QRectF(self._bar_left, row.center().y() - BAR / 2, 0, BAR)
        paint_bar(painter, bar, sums, self._scale())
        self._paint_numbers(painter, row, sums)

    def _paint_total(self, painter: QPainter, row: QRectF) -> None:
        for down in (0, 2):
            line = QRectF(0, row.top() + down, row.width(), 1)
            painter.fillRect(line, theme.color("inputline"))
        painter.setFont(theme.font("body", 600))
        painter.setPen(theme.color("text"))
        words = f"Cộng {len(self.areas)} lĩnh vực"
        painter.drawText(row.adjusted(_CODE, 3, 0, 0), _LEFT, words)
        self._paint_numbers(painter, row.adjusted(0, 3, 0, 0), self._coverage.total)

    def _paint_numbers(self, painter: QPainter, row: QRectF, sums: Sums) -> None:
        right = row.right() - 16
        standing, of, needed, uncounted = self._columns
        cells = (
            (right - uncounted, uncounted, sums.uncounted, "text2", 400),
            (right - uncounted - needed, needed, sums.needed, "opentext", 600),
        )
        for left, wide, value, role, weight in cells:
            rect = QRectF(left, row.top(), wide, row.height())
            painter.setFont(theme.font("body", weight))
            painter.setPen(theme.color(role if value > ZERO else "off"))
            if value > ZERO:
                draw_number(painter, rect, shown(value, _PLACES, 1), 2)
            else:
                painter.drawText(rect, _RIGHT, _DASH)
        edge = right - uncounted - needed - of
        painter.setFont(theme.font("body", 600))
        painter.setPen(theme.color("text"))
        rect = QRectF(edge - standing, row.top(), standing, row.height())
        draw_number(painter, rect, _standing(sums.standing), 2)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("text3"))
        beside = QRectF(edge + 8, row.top(), of, row.height())
        painter.drawText(beside, _LEFT, f"/ {shown(sums.whole, _PLACES, 1)}")

    def _scale(self) -> float:
        largest = max((sums.whole for _, sums in self.areas), default=ZERO)
        end = self.width() - 16 - sum(self._columns) - 16
        return max(0.0, end - self._bar_left) / float(largest) if largest else 0.0


def _standing(points: Decimal) -> str:
    return shown(points, _PLACES, 1) if points > ZERO else "0"
