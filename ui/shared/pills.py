"""Pills (a code, a state) and chips (a filter with its count)."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from cchc_desktop.overriding import override
from ui.shared import theme
from ui.shared.icons import pixmap

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class Pill(QWidget):
    """A short word on a round ground: the code of a criterion, or a state.

    Args:
        text: the word.
        tone, ground: colour roles of text and ground.
        icon_name: an icon left of it, or "".
        parent: the widget it lies in.
    """

    def __init__(
        self,
        text: str,
        tone: str = "accent",
        ground: str = "soft",
        icon_name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tone, self._ground, self._icon = tone, ground, icon_name
        self._role = "small"
        self._text = text
        self._fit()

    @property
    def text(self) -> str:
        """The word it shows."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show another word."""
        if text != self._text:
            self._text = text
            self._fit()

    def set_role(self, role: str) -> None:
        """Change the type role; "body" suits a code before a title."""
        self._role = role
        self._fit()

    def _fit(self) -> None:
        self.setAccessibleName(self._text)
        self.setFixedSize(self.sizeHint())
        self.update()

    @override
    def sizeHint(self) -> QSize:
        wide = QFontMetricsF(theme.font(self._role, 600)).horizontalAdvance(self._text)
        return QSize(int(wide) + 17 + (18 if self._icon else 0), 24 if self._role == "body" else 22)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(self._ground))
        painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        left = 8.0
        if self._icon:
            painter.drawPixmap(QPointF(6, (self.height() - 16) / 2), pixmap(self._icon, self._tone))
            left = 26
        painter.setFont(theme.font(self._role, 600))
        painter.setPen(theme.color(self._tone))
        painter.drawText(QRectF(left, 0, self.width(), self.height()), _LEFT, self._text)
        painter.end()


class Chip(QAbstractButton):
    """A filter that is on or off, with how many it finds.

    Args:
        text: the filter's name.
        icon_name: an icon left of it, or "".
        tone: colour role of the icon.
        parent: the widget it lies in.
    """

    def __init__(
        self,
        text: str,
        icon_name: str = "",
        tone: str = "text2",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon, self._tone = icon_name, tone
        self._count = ""
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(self.sizeHint())

    def set_count(self, count: int | None) -> None:
        """Show how many it finds; None shows nothing."""
        words = "" if count is None else str(count)
        if words == self._count:
            return
        self._count = words
        self.setAccessibleName(f"{self.text()} {self._count}".strip())
        self.setFixedSize(self.sizeHint())
        self.update()

    @override
    def sizeHint(self) -> QSize:
        wide = QFontMetricsF(theme.font("small", 500)).horizontalAdvance(self.text())
        if self._count:
            wide += 6 + QFontMetricsF(theme.font("small", 600)).horizontalAdvance(self._count)
        return QSize(int(wide) + 21 + (18 if self._icon else 0), 24)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        is_on = self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, is_on=is_on)
        left = 10.0
        if self._icon:
            painter.drawPixmap(QPointF(8, 4), pixmap(self._icon, self._tone))
            left += 18
        painter.setFont(theme.font("small", 500 if is_on else 400))
        painter.setPen(theme.color("accent" if is_on else "text2"))
        painter.drawText(QRectF(left, 0, self.width(), 24), _LEFT, self.text())
        if self._count:
            painter.setFont(theme.font("small", 600))
            painter.setPen(theme.color("accent" if is_on else "text"))
            painter.drawText(QRectF(0, 0, self.width() - 10, 24), _RIGHT, self._count)
        painter.end()

    def _paint_ground(self, painter: QPainter, *, is_on: bool) -> None:
        edge = "softline" if is_on else "line2"
        width = 1.0
        if self.hasFocus():
            edge, width = "accent", 2.0
        half = width / 2
        painter.setPen(QPen(theme.color(edge), width))
        is_under = self.underMouse() and not is_on
        painter.setBrush(theme.color("hover" if is_under else "soft" if is_on else "surface"))
        frame = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(frame, 12, 12)
