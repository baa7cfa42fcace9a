"""A large button of the start screen: what it does, and in small what it needs."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from cchc_desktop.overriding import override
from ui.shared import theme
from ui.shared.icons import pixmap

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class BigButton(QAbstractButton):
    """Icon, words, smaller words below.

    Args:
        text: what it does.
        detail: smaller words.
        icon_name: its icon.
        primary: whether it is the one primary button.
        parent: the start screen.
    """

    def __init__(
        self,
        text: str,
        detail: str,
        icon_name: str,
        parent: QWidget | None = None,
        *,
        primary: bool = False,
    ) -> None:
        super().__init__(parent)
        self._detail, self._icon, self._is_primary = detail, icon_name, primary
        self.setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(detail)
        self.setFixedHeight(56)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def sizeHint(self) -> QSize:
        return QSize(320, 56)

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, edge = ("accent", "accent") if self._is_primary else ("surface", "line2")
        if self.underMouse() or self.isDown():
            ground = "accent2" if self._is_primary else "hover"
        width = 2.0 if self.hasFocus() else 1.0
        if self.hasFocus():
            edge = "softline" if self._is_primary else "accent"
        half = width / 2
        painter.setPen(QPen(theme.color(edge), width))
        painter.setBrush(theme.color(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 4, 4)
        self._paint_words(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        tone = "onaccent" if self._is_primary else "text"
        icon_role = "onaccent" if self._is_primary else "accent"
        painter.drawPixmap(QPointF(16, 18), pixmap(self._icon, icon_role, 20))
        painter.setPen(theme.color(tone))
        painter.setFont(theme.font("body", 600 if self._is_primary else 500))
        painter.drawText(QRectF(49, 9, self.width() - 60, 22), _LEFT, self.text())
        painter.setPen(theme.color(tone if self._is_primary else "text2"))
        painter.setFont(theme.font("small"))
        painter.drawText(QRectF(49, 28, self.width() - 60, 20), _LEFT, self._detail)
