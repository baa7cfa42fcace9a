"""The strip of files below the page: the one that shows in the middle, ticks on those done."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from cchc_desktop.overriding import override
from cchc_desktop.records import record
from ui.shared import theme
from ui.shared.icons import pixmap

HEIGHT = 86
_CELL = 96
_PAPER = (34, 46)


@record
class Cell:
    """One file: its name without the suffix, whether it is done, its first page where known."""

    name: str
    is_done: bool
    image: QImage | None = None


class FileStrip(QWidget):
    """Shows the files around the current one; a click goes to a file."""

    chosen = Signal(int)  # its place

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT)
        self.setMinimumWidth(_CELL)
        self.setAccessibleName("Các tệp cần mô tả")
        self.setMouseTracking(True)
        self._count = self._current = 0
        self._cell: Callable[[int], Cell] = _no_cell

    def show_cells(self, count: int, cell: Callable[[int], Cell], current: int) -> None:
        """Show files.

        Args:
            count: how many there are.
            cell: returns one by its place; asked for those that show.
            current: place of the one that is described now.
        """
        self._count, self._cell, self._current = count, cell, current
        self.update()

    def place_at(self, spot: QPoint) -> int:
        """Return the place of the file at a spot, -1 where there is none."""
        first, left = self._first()
        at = first + (spot.x() - left) // _CELL
        return at if spot.x() >= left and 0 <= at < self._count else -1

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self.place_at(event.position().toPoint())
        shape = Qt.CursorShape.PointingHandCursor if at >= 0 else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        self.setToolTip(self._cell(at).name if at >= 0 else "")

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self.place_at(event.position().toPoint())
        if at >= 0 and at != self._current:
            self.chosen.emit(at)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.color("surface"))
        painter.fillRect(QRectF(0, 0, self.width(), 1), theme.color("line"))
        first, left = self._first()
        shown = max(1, self.width() // _CELL)
        for place in range(first, min(first + shown, self._count)):
            self._paint_cell(painter, QRectF(left + (place - first) * _CELL, 5, _CELL, 80), place)
        painter.end()

    def _first(self) -> tuple[int, int]:
        """Return the place of the first file that shows, and where it stands."""
        shown = max(1, self.width() // _CELL)
        last = max(0, self._count - shown)
        first = min(max(0, self._current - shown // 2), last)
        drawn = min(shown, self._count)
        return first, (self.width() - drawn * _CELL) // 2

    def _paint_cell(self, painter: QPainter, frame: QRectF, place: int) -> None:
        cell, is_now = self._cell(place), place == self._current
        if is_now:
            painter.fillRect(frame.adjusted(4, 0, -4, 0), theme.color("soft"))
            under = QRectF(frame.left() + 4, frame.bottom() - 3, frame.width() - 8, 3)
            painter.fillRect(under, theme.color("accent"))
        wide, tall = _PAPER
        paper = QRectF(frame.center().x() - wide / 2, frame.top() + 6, wide, tall)
        _paint_paper(painter, paper, cell.image)
        if cell.is_done:
            self._paint_tick(painter, QPointF(paper.right() - 6, paper.bottom() - 8))
        font = theme.font("small", 600 if is_now else 400)
        painter.setFont(font)
        painter.setPen(theme.color("accent" if is_now else "text2"))
        words = QFontMetrics(font).elidedText(cell.name, Qt.TextElideMode.ElideRight, _CELL - 12)
        line_frame = QRectF(frame.left() + 4, frame.top() + 54, frame.width() - 8, 20)
        painter.drawText(line_frame, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_tick(self, painter: QPainter, corner: QPointF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("oksoft"))
        painter.drawEllipse(QRectF(corner.x(), corner.y(), 16, 16))
        painter.drawPixmap(QPointF(corner.x() + 2, corner.y() + 2), pixmap("du", "oktext", 12))


def _paint_paper(painter: QPainter, paper: QRectF, image: QImage | None) -> None:
    """Paint the first page small, or a sheet with lines while there is none."""
    painter.setPen(QPen(theme.color("line2"), 1))
    if image is not None:
        scale = min(paper.width() / image.width(), paper.height() / image.height())
        spot = QRectF(0, 0, image.width() * scale, image.height() * scale)
        spot.moveCenter(paper.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(spot, image)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(spot)
        return
    painter.setBrush(theme.color("page"))
    painter.drawRect(paper)
    painter.setPen(QPen(theme.color("scroll"), 1))
    for line in range(5):
        y = paper.top() + 11 + line * 6
        end = paper.right() - (8 if line % 2 else 14)
        painter.drawLine(QPointF(paper.left() + 8, y), QPointF(end, y))


def _no_cell(_place: int) -> Cell:
    return Cell("", is_done=False)
