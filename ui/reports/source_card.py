"""The card of a number: where it was taken from, how it was worked out, the way there."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from cchc_desktop.overriding import override
from cchc_desktop.reports.origins import Source
from ui.shared import theme
from ui.shared.buttons import ghost
from ui.shared.frames import hairline, row
from ui.shared.icons import IconLabel
from ui.shared.labels import label

WIDTH = 348
_RADIUS, _TAIL, _SHADOW = 8, 8, 6
_EDGE = _TAIL + _SHADOW
_NAME = 62


class SourceCard(QWidget):
    """Floats over the page, its tail at the number."""

    went = Signal(str)  # id of the criterion, "" for the whole sheet

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self.criterion = ""
        self._tail_at = WIDTH // 2
        self._is_below = True
        self._number = label("", "body", 600)
        self._what = label("", "body", 600)
        self._rows = QGridLayout()
        self._rows.setContentsMargins(14, 0, 14, 10)
        self._rows.setHorizontalSpacing(8)
        self._rows.setVerticalSpacing(2)
        self._rows.setColumnMinimumWidth(0, _NAME)
        self._rows.setColumnStretch(1, 1)
        self._names = [label("", "small", tone="text2") for _ in range(3)]
        self._texts = [label("", "small", 500, wrap=True) for _ in range(3)]
        for at, (name, text) in enumerate(zip(self._names, self._texts, strict=True)):
            name.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            self._rows.addWidget(name, at, 0)
            self._rows.addWidget(text, at, 1)
        self._elsewhere = label("", "small", tone="text2")
        self.link = ghost("", lambda: self.went.emit(self.criterion))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.link.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Enter at the number does the same
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._lay_out()
        self.hide()

    @property
    def text(self) -> str:
        """What the card says, line by line."""
        shown = zip(self._names, self._texts, strict=True)
        lines = [f"{name.text()}: {text.text()}" for name, text in shown if name.text()]
        head = f"{self._number.text()} {self._what.text()}"
        return "\n".join(part for part in (head, *lines, self._elsewhere.text()) if part)

    def show_source(self, number: str, source: Source) -> None:
        """Say where a number came from."""
        self.criterion = source.criterion
        self._number.setText(number)
        self._what.setText(source.what)
        for at, (name, text) in enumerate(zip(self._names, self._texts, strict=True)):
            line = source.lines[at] if at < len(source.lines) else ("", "")
            name.setText(line[0])
            text.setText(line[1].replace(" %", "\u00a0%"))
            for piece in (name, text):
                piece.setVisible(bool(line[0]))
        self._elsewhere.setText(source.elsewhere)
        self.link.set_text(source.link)
        self.setAccessibleName(self.text.replace("\n", "; "))
        self.show()
        self.raise_()

    def stand_at(self, number: QRect) -> None:
        """Stand below the number, or above where there is no room."""
        room = self._room.size()
        size = self._size()
        self._is_below = number.bottom() + size.height() <= room.height()
        self._is_below = self._is_below or number.top() < size.height()
        left = number.center().x() - size.width() // 2
        left = max(0, min(left, room.width() - size.width()))
        top = number.bottom() if self._is_below else number.top() - size.height()
        self._tail_at = max(2 * _EDGE, min(number.center().x() - left, size.width() - 2 * _EDGE))
        self.setGeometry(QRect(left, top, size.width(), size.height()))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = self._shape()
        painter.setPen(Qt.PenStyle.NoPen)
        for step in range(_SHADOW, 0, -1):
            painter.setBrush(QColor(0, 0, 0, 7))
            grown = shape.boundingRect().adjusted(-step, _TAIL - step + 2, step, step - _TAIL + 2)
            painter.drawRoundedRect(grown, _RADIUS + step, _RADIUS + step)
        painter.setPen(QPen(theme.color("line2"), 1))
        painter.setBrush(theme.color("surface"))
        painter.drawPath(shape)
        painter.end()

    def _size(self) -> QSize:
        layout = self.layout()
        tall = layout.totalHeightForWidth(WIDTH + 2 * _SHADOW) if layout is not None else 0
        return QSize(WIDTH + 2 * _SHADOW, tall)

    def _shape(self) -> QPainterPath:
        body = QRectF(self.rect()).adjusted(_SHADOW, _EDGE, -_SHADOW, -_EDGE)
        path = QPainterPath()
        path.addRoundedRect(body, _RADIUS, _RADIUS)
        edge, step = (body.top(), -_TAIL) if self._is_below else (body.bottom(), _TAIL)
        tail = QPainterPath(QPointF(self._tail_at - _TAIL, edge))
        tail.lineTo(self._tail_at, edge + step)
        tail.lineTo(self._tail_at + _TAIL, edge)
        tail.closeSubpath()
        return path.united(tail)

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(_SHADOW, _EDGE, _SHADOW, _EDGE)
        box.setSpacing(0)
        head = row(IconLabel("criteria", "accent"), 8, self._number, 6, self._what, None)
        head.setContentsMargins(14, 10, 14, 6)
        foot = row(self._elsewhere, None, self.link, margins=(14, 4, 6, 4))
        box.addWidget(head)
        box.addLayout(self._rows)
        box.addWidget(hairline())
        box.addWidget(foot)
