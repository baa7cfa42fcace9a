"""The ladder of points around the own province: true distances, labels pushed apart."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QWidget

from cchc_desktop.overriding import override
from cchc_desktop.wording.numerals import shown
from ui.rank.provinces import ProvinceRow
from ui.shared import theme
from ui.shared.copying import copying_menu, pop_up

_AXIS, _LABEL = 96, 118
_LEAST = 19  # pixels between labels
_LOW = 190
_TYPED_NAME = "giá trị đang gõ"
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class Ladder(QWidget):
    """Provinces from above to below on one axis of points.

    Args:
        parent: the panel.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ProvinceRow, ...] = ()
        self.setMinimumHeight(_LOW)
        self.setAccessibleName("Thang điểm")
        theme.switch.switched.connect(self.update)

    def show_rows(self, rows: Sequence[ProvinceRow]) -> None:
        """Show ranked provinces, the highest first."""
        self._rows = tuple(rows)
        words = [f"{row.rank}. {row.name} {_points(row)}" for row in self._rows]
        self.setAccessibleDescription("; ".join(words))
        self.update()

    def menu(self) -> QMenu:
        """Return the menu of the right button."""
        return copying_menu(self, self._table)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        pop_up(self.menu(), event.globalPos())

    @override
    def sizeHint(self) -> QSize:
        return QSize(280, _LOW)  # it takes what is left over

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._rows:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(_AXIS - 0.5, 0, 1.5, self.height()), theme.color("line2"))
        spots = self._spots()
        rungs = list(zip(self._rows, spots, apart(spots, self.height()), strict=True))
        for row, spot, middle in sorted(rungs, key=lambda rung: _is_mine(rung[0])):
            self._rung(painter, row, spot, middle)  # the own dot is never covered
        painter.end()

    def _table(self) -> str:
        lines = (f"{row.rank}\t{row.name}\t{_points(row)}" for row in self._rows)
        return "\n".join(("Hạng\tTỉnh\tĐiểm", *lines))

    def _spots(self) -> list[float]:
        totals = [float(row.total or 0) for row in self._rows]
        high, low = totals[0], totals[-1]
        room = self.height() - 2 * _LEAST
        span = (high - low) or 1.0
        return [_LEAST + room * (high - total) / span for total in totals]

    def _rung(self, painter: QPainter, row: ProvinceRow, spot: float, middle: float) -> None:
        is_mine = _is_mine(row)
        weight, role = (600, "accent" if row.is_typed else "text") if is_mine else (400, "text2")
        painter.setPen(QPen(theme.color("line2"), 1))
        painter.drawLine(QPointF(_AXIS + 5, spot), QPointF(_LABEL - 4, middle))
        painter.setPen(QPen(theme.color("accent" if is_mine else "text3"), 1.6))
        painter.setBrush(theme.color("accent" if row.is_own else "surface"))
        painter.drawEllipse(QPointF(_AXIS, spot), 4, 4)
        painter.setFont(theme.font("small", weight))
        painter.setPen(theme.color(role))
        line = QRectF(0, middle - _LEAST / 2, self.width(), _LEAST)
        painter.drawText(QRectF(0, line.top(), _AXIS - 12, _LEAST), _RIGHT, _points(row))
        painter.drawText(line.adjusted(_LABEL, 0, 0, 0), _LEFT, str(row.rank))
        room = line.adjusted(_LABEL + 24, 0, 0, 0)
        elide = Qt.TextElideMode.ElideRight
        words = _TYPED_NAME if row.is_typed else row.name
        name = painter.fontMetrics().elidedText(words, elide, int(room.width()))
        painter.drawText(room, _LEFT, name)


def apart(spots: Sequence[float], height: float) -> list[float]:
    """Return where labels stand so that none covers another, near their true places."""
    found: list[float] = []
    for spot in spots:
        found.append(spot if not found else max(spot, found[-1] + _LEAST))
    over = max(0.0, found[-1] + _LEAST / 2 - height) if found else 0.0
    for at in reversed(range(len(found))):  # what hangs over pushes up those before
        limit = found[at] - over if at == len(found) - 1 else found[at + 1] - _LEAST
        found[at] = min(found[at], limit)
    return found


def _is_mine(row: ProvinceRow) -> bool:
    return row.is_own or row.is_typed


def _points(row: ProvinceRow) -> str:
    return "" if row.total is None else shown(row.total, None, 2)
