"""The page of a preview: paper on a grey ground, to the panel's width or at a percentage."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from cchc_desktop.overriding import override
from ui.shared import theme
from ui.shared.discs import SIZE as DISC
from ui.shared.discs import paint_disc

_SIDE, _TOP = 16, 12
_LINE = 40
_BAR = 10


class PageView(QAbstractScrollArea):
    """Shows one picture of a page; a page stays paper in every theme."""

    resized = Signal()
    page_turned = Signal(int)  # +1 or -1
    zoomed = Signal(int)  # +1 or -1

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._width = self._room = 0
        self._marks: tuple[QRectF, ...] = ()
        self._framed: tuple[QRectF, ...] = ()
        self._numbered: tuple[tuple[int, QRectF], ...] = ()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMinimumHeight(40)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Xem trước trang tài liệu")
        theme.switch.switched.connect(self._repaint)

    @property
    def page_room(self) -> int:
        """Logical pixels a page fitted to the width gets; a scroll bar has its room beside it."""
        return max(40, self.width() - 2 * _SIDE - _BAR)

    def show_page(self, image: QImage, width: int, *, from_top: bool = True) -> None:
        """Show a picture of a page.

        Args:
            image: its pixels.
            width: logical pixels it takes from left to right.
            from_top: whether the page is another one, to be read from its top.
        """
        self._image, self._width = image, width
        self._marks = self._framed = ()
        self._numbered = ()
        self._set_bars()
        if from_top:
            self.verticalScrollBar().setValue(0)
        self._repaint()

    def mark(self, marks: Sequence[QRectF], current: Sequence[QRectF]) -> None:
        """Mark places, and bring one of them into sight.

        Args:
            marks: all of them, as shares of the page.
            current: the lines of the one that is framed.
        """
        self._marks, self._framed = tuple(marks), tuple(current)
        if self._framed and not self._image.isNull():
            paper, box = self.paper(), self._framed[0]
            top, left = _TOP + box.top() * paper.height(), _SIDE + box.left() * paper.width()
            down, across = self.verticalScrollBar(), self.horizontalScrollBar()
            if not down.value() <= top <= down.value() + self.viewport().height() * 3 / 4:
                down.setValue(round(top - self.viewport().height() / 3))
            if not across.value() <= left <= across.value() + self.viewport().width() * 3 / 4:
                across.setValue(round(left - self.viewport().width() / 3))
        self._repaint()

    def number(self, places: Sequence[tuple[int, QRectF]]) -> None:
        """Mark places with a number before each.

        Args:
            places: numbers and places, as shares of the page.
        """
        self._numbered = tuple(places)
        self._repaint()

    def paper(self) -> QSize:
        """Return the size of the paper in logical pixels."""
        if self._image.isNull():
            return QSize()
        tall = round(self._width * self._image.height() / self._image.width())
        return QSize(self._width, tall)

    def sheet(self) -> QRect:
        """Return where the paper lies in the viewport."""
        paper = self.paper()
        left = max(_SIDE, (self.viewport().width() - paper.width()) // 2)
        scrolled = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        return QRect(QPoint(left, _TOP) - scrolled, paper)

    def _set_bars(self) -> None:
        paper, room = self.paper(), self.viewport().size()
        self.verticalScrollBar().setRange(0, max(0, paper.height() + 2 * _TOP - room.height()))
        self.verticalScrollBar().setPageStep(room.height())
        self.verticalScrollBar().setSingleStep(_LINE)
        is_wide = paper.width() > self.page_room + 2  # a fitted page may be a pixel wider
        beyond = paper.width() + 2 * _SIDE - room.width() if is_wide else 0
        self.horizontalScrollBar().setRange(0, max(0, beyond))
        self.horizontalScrollBar().setPageStep(room.width())

    @override
    def resizeEvent(self, arg__1: QResizeEvent) -> None:
        super().resizeEvent(arg__1)
        self._set_bars()
        if self.page_room != self._room:
            self._room = self.page_room
            self.resized.emit()

    @override
    def paintEvent(self, arg__1: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme.color("unsel"))
        paper = self.paper()
        if paper.isEmpty():
            painter.end()
            return
        sheet = self.sheet()
        painter.setPen(theme.color("line2"))
        painter.drawRect(sheet.adjusted(-1, -1, 0, 0))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(sheet, Qt.GlobalColor.white)
        painter.drawImage(sheet, self._image)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.fillRect(sheet, theme.color("page"))
        self._paint_marks(painter, QRectF(sheet))
        painter.end()

    def _paint_marks(self, painter: QPainter, sheet: QRectF) -> None:
        """Lay a marker under the glyphs, and a frame around the place that is current."""
        for box in (*self._marks, *(box for _, box in self._numbered)):
            painter.fillRect(_on(sheet, box), theme.color("found"))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setPen(QPen(theme.color("accent"), 2))
        for box in self._framed:
            painter.drawRect(_on(sheet, box))
        for number, box in self._numbered:
            corner = _on(sheet, box).topLeft()
            paint_disc(painter, corner - QPointF(DISC - 4, DISC - 6), number)

    @override
    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        if arg__1.key() == Qt.Key.Key_PageDown and bar.value() == bar.maximum():
            self.page_turned.emit(1)
        elif arg__1.key() == Qt.Key.Key_PageUp and bar.value() == 0:
            self.page_turned.emit(-1)
        else:
            super().keyPressEvent(arg__1)

    @override
    def wheelEvent(self, arg__1: QWheelEvent) -> None:
        if arg__1.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(1 if arg__1.angleDelta().y() > 0 else -1)
            arg__1.accept()
        else:
            super().wheelEvent(arg__1)

    def _repaint(self) -> None:
        self.viewport().update()


def _on(sheet: QRectF, box: QRectF) -> QRectF:
    """Return the place of a share of the page, with a little air."""
    return QRectF(
        sheet.left() + box.left() * sheet.width(), sheet.top() + box.top() * sheet.height(),
        box.width() * sheet.width(), box.height() * sheet.height(),
    ).adjusted(-1, -1, 1, 1)  # fmt: skip
