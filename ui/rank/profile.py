"""The chosen unit against the mean: a bar an area with a tick where the mean stands."""

from decimal import Decimal

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from cchc_desktop.domain.points import HUNDRED, share_of
from cchc_desktop.overriding import override
from cchc_desktop.wording.numerals import shown
from ui.rank.standings import AreaShare, LeagueRow, Standings
from ui.rank.table_model import number
from ui.shared import theme
from ui.shared.copying import copying_menu, pop_up

_ROW, _CODE, _OF, _VALUE = 34, 16, 40, 44
_KEY = 152
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


def difference(own: AreaShare, mean: AreaShare) -> Decimal | None:
    """Return how many of its own points a unit lies over (+) or under the mean share."""
    if own.points is None or own.maximum is None or mean.percent is None:
        return None
    return own.points - share_of(mean.percent, HUNDRED, own.maximum)


class ProfileKey(QWidget):
    """What the marks of the profile mean: a bar and a tick as they are drawn, each with its word.

    Args:
        parent: the panel.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Thanh màu: đơn vị; vạch đứng: bình quân")
        self.setFixedSize(_KEY, 18)
        theme.switch.switched.connect(self.update)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("small"))
        own, mean = "đơn vị", "bình quân"
        metrics = QFontMetricsF(painter.font())
        left = self.width() - metrics.horizontalAdvance(mean)
        tick = left - 8
        bar = tick - 12 - metrics.horizontalAdvance(own) - 22
        painter.setPen(theme.color("text2"))
        painter.drawText(QRectF(left, 0, self.width(), 18), _LEFT, mean)
        painter.drawText(QRectF(bar + 22, 0, tick, 18), _LEFT, own)
        painter.fillRect(QRectF(tick, 3, 2, 12), theme.color("text"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("got"))
        painter.drawRoundedRect(QRectF(bar, 6, 16, 6), 3, 3)
        painter.end()


class ProfileChart(QWidget):
    """All areas of one unit.

    Args:
        parent: the panel.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: LeagueRow | None = None
        self._standings: Standings | None = None
        theme.switch.switched.connect(self.update)

    def show_row(self, standings: Standings, row: LeagueRow) -> None:
        """Show a unit."""
        self._row, self._standings = row, standings
        self.setFixedHeight(_ROW * len(row.areas))
        words = [
            f"{area.code} {area.name} {number(share.points)} / {number(share.maximum)}"
            for area, share in zip(standings.areas, row.areas, strict=True)
        ]
        self.setAccessibleName("So với bình quân")
        self.setAccessibleDescription("; ".join(words))
        self.update()

    def menu(self) -> QMenu:
        """Return the menu of the right button."""
        return copying_menu(self, self._table)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        pop_up(self.menu(), event.globalPos())

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.hint(event.pos().y()), self)
            return True
        return super().event(event)

    def hint(self, y: int) -> str:
        """Return the numbers of the area at a height, "" where there is none."""
        lines = self._lines()
        at = y // _ROW
        if not 0 <= at < len(lines):
            return ""
        code, name, points, maximum, mean = lines[at]
        said = f"{code} {name}: {points} / {maximum}"
        return f"{said}, bình quân {mean} %" if mean else said

    @override
    def sizeHint(self) -> QSize:
        return QSize(280, self.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._row is None or self._standings is None:
            return
        means = self._standings.means or tuple(AreaShare(None, None) for _ in self._row.areas)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, (own, mean) in enumerate(zip(self._row.areas, means, strict=True)):
            area = self._standings.areas[at]
            band = QRectF(0, at * _ROW, self.width(), _ROW)
            self._words(painter, band, (area.code, area.short_name or area.name), own)
            self._bar(painter, band, own, mean)
        painter.end()

    def _lines(self) -> list[tuple[str, ...]]:
        """Return code, name, points, maximum and mean share of every area."""
        row, standings = self._row, self._standings
        if row is None or standings is None:
            return []
        means = standings.means or tuple(AreaShare(None, None) for _ in row.areas)
        return [
            (area.code, area.name, number(own.points), number(own.maximum, 2, 1),
             "" if mean.percent is None else number(mean.percent, 2, 2))
            for area, own, mean in zip(standings.areas, row.areas, means, strict=True)
        ]  # fmt: skip

    def _table(self) -> str:
        heads = ("Mã", "Lĩnh vực", "Điểm", "Tối đa", "Bình quân (%)")
        return "\n".join("\t".join(line) for line in (heads, *self._lines()))

    def _words(
        self, painter: QPainter, band: QRectF, names: tuple[str, str], own: AreaShare
    ) -> None:
        line = QRectF(band.left(), band.top(), band.width(), 18)
        painter.setFont(theme.font("small", 600))
        painter.setPen(theme.color("text"))
        painter.drawText(line, _LEFT, names[0])
        painter.drawText(line.adjusted(0, 0, -_OF, 0), _RIGHT, number(own.points, 2, 1))
        painter.setFont(theme.font("small"))
        room = line.adjusted(_CODE, 0, -_OF - _VALUE, 0)
        metrics = QFontMetricsF(painter.font())
        elide = Qt.TextElideMode.ElideRight
        painter.drawText(room, _LEFT, metrics.elidedText(names[1], elide, room.width()))
        painter.setPen(theme.color("text3"))
        if own.maximum is not None or own.points is None:
            painter.drawText(line, _RIGHT, f"/ {number(own.maximum, 2, 1)}")

    def _bar(self, painter: QPainter, band: QRectF, own: AreaShare, mean: AreaShare) -> None:
        if own.maximum is None and own.points is not None:
            return  # a bonus or penalty: no share of anything
        bar = QRectF(_CODE, band.top() + 20, band.width() - _CODE - _OF - _VALUE + 14, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("line"))
        painter.drawRoundedRect(bar, 3, 3)
        if own.percent:
            got = QRectF(bar)
            got.setWidth(max(6.0, bar.width() * min(1.0, float(own.percent) / 100)))
            painter.setBrush(theme.color("got"))
            painter.drawRoundedRect(got, 3, 3)
        if mean.percent is not None:
            share = min(1.0, float(mean.percent) / 100)
            spot = QPointF(bar.left() + bar.width() * share, bar.top() - 3)
            painter.fillRect(QRectF(spot.x() - 3, spot.y(), 6, 12), theme.color("surface"))
            painter.fillRect(QRectF(spot.x() - 1, spot.y(), 2, 12), theme.color("text"))
        apart = difference(own, mean)
        if apart is not None:
            painter.setFont(theme.font("small"))
            painter.setPen(theme.color("losttext" if apart < 0 else "text2"))
            line = QRectF(band.left(), band.top() + 15, band.width(), 16)
            painter.drawText(line, _RIGHT, shown(apart, 2, 2, sign=True))
