"""Icons of resources/icons, in the colour of a role."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from cchc_desktop.overriding import override
from resources import resource
from ui.shared import theme


def pixmap(name: str, role: str = "text2", size: int = 16) -> QPixmap:
    """Return an icon as a picture for the screen with the most pixels.

    Args:
        name: a file name of resources/icons without its suffix.
        role: a colour role of the theme.
        size: edge in logical pixels.
    """
    return _pixmap(name, theme.hex_of(role), size, theme.device_ratio())


def icon(name: str, role: str = "text2", size: int = 16) -> QIcon:
    """Return an icon for a button or action, with its disabled look."""
    found = QIcon(pixmap(name, role, size))
    found.addPixmap(pixmap(name, "off", size), QIcon.Mode.Disabled)
    return found


class IconLabel(QWidget):
    """An icon by itself; it follows the theme.

    Args:
        name: a file name of resources/icons without its suffix.
        role: a colour role.
        size: edge in logical pixels.
    """

    def __init__(
        self, name: str, role: str = "text2", size: int = 16, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._role, self._size = name, role, size
        self.setFixedSize(size, size)

    def set_icon(self, name: str, role: str) -> None:
        """Show another icon."""
        if (name, role) != (self._name, self._role):
            self._name, self._role = name, role
            self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, pixmap(self._name, self._role, self._size))
        painter.end()


@cache
def _source(name: str) -> str:
    return resource(f"icons/{name}.svg").read_text(encoding="utf-8")


@cache
def _pixmap(name: str, color: str, size: int, ratio: float) -> QPixmap:
    found = QPixmap(round(size * ratio), round(size * ratio))
    found.setDevicePixelRatio(ratio)
    found.fill(Qt.GlobalColor.transparent)
    svg = _source(name).replace("currentColor", color).encode()
    painter = QPainter(found)
    QSvgRenderer(QByteArray(svg)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return found
