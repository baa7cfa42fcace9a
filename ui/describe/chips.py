"""Guess chips: a value with its source; dashed while offered, solid once it is in the field."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from cchc_desktop.domain.guesses import Guess, Source
from cchc_desktop.overriding import override
from cchc_desktop.wording.describing import source_name
from ui.shared import theme
from ui.shared.discs import SIZE as DISC
from ui.shared.discs import paint_disc

HEIGHT = 24
_PAD, _GAP = 9, 8
_MOST = 300
_VERTICAL = Qt.AlignmentFlag.AlignVCenter
_FORTH = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)


class GuessChip(QAbstractButton):
    """One guess of a field.

    Args:
        guess: what is offered.
        number: of the field, in a disc where the guess stands on the page; 0 for none.
        parent: the row it lies in.
    """

    moved = Signal(int)  # 1 to the next chip, -1 back
    left = Signal()  # Esc: back to the field

    def __init__(self, guess: Guess, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.guess, self._number = guess, number
        self._source = source_name(guess.source)
        self.setAccessibleName(f"{guess.text}, {self._source}")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab goes on to the next field
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(self.sizeHint())
        if self._words_width() > self._room():
            self.setToolTip(guess.text)

    @override
    def sizeHint(self) -> QSize:
        wide = min(self._words_width(), _MOST) + self._source_width() + _GAP + 2 * _PAD
        return QSize(int(wide) + (DISC + 4 if self._has_disc else 0) + 1, HEIGHT)

    @override
    def nextCheckState(self) -> None:
        """Stay as the field says: a click alone puts the guess in."""

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        key = e.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key in _FORTH or key in _BACK:
            self.moved.emit(1 if key in _FORTH else -1)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(e)

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        left = float(_PAD)
        if self._has_disc:
            paint_disc(painter, QPointF(4, (HEIGHT - DISC) / 2), self._number)
            left = DISC + 8
        metrics = QFontMetricsF(theme.font("small", 500))
        words = metrics.elidedText(self.guess.text, Qt.TextElideMode.ElideRight, self._room())
        painter.setFont(theme.font("small", 500))
        painter.setPen(theme.color("accent"))
        painter.drawText(QRectF(left, 0, self.width(), HEIGHT), _VERTICAL, words)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("text3"))
        end = QRectF(0, 0, self.width() - _PAD, HEIGHT)
        painter.drawText(end, _VERTICAL | Qt.AlignmentFlag.AlignRight, self._source)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        is_in, has_focus = self.isChecked(), self.hasFocus()
        pen = QPen(theme.color("accent" if has_focus else "softline"), 2.0 if has_focus else 1.0)
        if not is_in and not has_focus:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        ground = "soft" if is_in else "hover" if self.underMouse() else "surface"
        painter.setBrush(theme.color(ground))
        half = pen.widthF() / 2
        frame = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(frame, HEIGHT / 2 - half, HEIGHT / 2 - half)

    @property
    def _has_disc(self) -> bool:
        return self._number > 0 and self.guess.source is Source.PAGE

    def _room(self) -> float:
        taken = self._source_width() + _GAP + 2 * _PAD + (DISC + 4 if self._has_disc else 0)
        return max(20.0, self.width() - taken) if self.testAttribute(_RESIZED) else float(_MOST)

    def _words_width(self) -> float:
        return QFontMetricsF(theme.font("small", 500)).horizontalAdvance(self.guess.text) + 1

    def _source_width(self) -> float:
        return QFontMetricsF(theme.font("small")).horizontalAdvance(self._source)


_RESIZED = Qt.WidgetAttribute.WA_Resized
