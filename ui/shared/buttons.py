"""Buttons: one primary a view, normal, ghost, tool, and the open items of the status bar."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QPushButton, QToolButton, QWidget

from ui.shared import theme
from ui.shared.icons import icon

_THIN_SPACE = "\u2009"  # Qt sets the icon too near the text
_ICON_ROLES = {"primary": "onaccent", "ghost": "accent"}


class Button(QPushButton):
    """A button of a kind that the style sheet knows; its icon follows the theme.

    Args:
        text: a verb, in sentence case; also its accessible name.
        kind: "primary", "normal", "ghost", "code" or "open".
        icon_name: an icon left of the text, or "".
        role: colour role of the icon, "" for the kind's own.
        parent: the widget it lies in.
    """

    def __init__(
        self,
        text: str,
        kind: str = "normal",
        icon_name: str = "",
        role: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._role = role or _ICON_ROLES.get(kind, "text2")
        self.setProperty("kind", kind)
        self.setFont(theme.font("body", 500 if kind == "primary" else 400))
        self.setAutoDefault(False)
        self.set_text(text)
        if icon_name:
            self.setIconSize(QSize(16, 16))
            self._rebuild()
            theme.switch.switched.connect(self._rebuild)

    def set_text(self, text: str) -> None:
        """Show other words, with the space an icon needs."""
        self.setText(f"{_THIN_SPACE}{text}" if self._icon_name else text)
        self.setAccessibleName(text)

    def set_icon(self, name: str, role: str = "") -> None:
        """Show another icon."""
        self._icon_name = name
        self._role = role or self._role
        self._rebuild()

    def _rebuild(self) -> None:
        self.setIcon(icon(self._icon_name, self._role))


class ToolButton(QToolButton):
    """A button around one icon; its name shows as tooltip.

    Args:
        icon_name: the icon.
        name: what it does, for tooltip and accessible name.
        size: edge of the icon; the button is 12 px larger.
        role: colour role of the icon.
        parent: the widget it lies in.
    """

    def __init__(
        self,
        icon_name: str,
        name: str,
        size: int = 16,
        role: str = "text2",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon_name, self._size, self._role = icon_name, size, role
        self.setFixedSize(size + 12, size + 12)
        self.setIconSize(QSize(size, size))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFont(theme.font("small"))
        self.set_name(name)
        self._rebuild()
        theme.switch.switched.connect(self._rebuild)

    def set_name(self, name: str) -> None:
        """Change what it says it does."""
        self.setToolTip(name)
        self.setAccessibleName(name)

    def set_icon(self, icon_name: str, role: str = "") -> None:
        """Show another icon."""
        self._icon_name = icon_name
        self._role = role or self._role
        self._rebuild()

    def _rebuild(self) -> None:
        self.setIcon(icon(self._icon_name, self._role, self._size))


def primary(text: str, action: Callable[[], object] | None = None, icon_name: str = "") -> Button:
    """Return the one primary button of a view."""
    return _wired(Button(text, "primary", icon_name), action)


def normal(text: str, action: Callable[[], object] | None = None, icon_name: str = "") -> Button:
    """Return a normal button."""
    return _wired(Button(text, "normal", icon_name), action)


def ghost(text: str, action: Callable[[], object] | None = None, icon_name: str = "") -> Button:
    """Return a button that is only accent text."""
    return _wired(Button(text, "ghost", icon_name), action)


def tool(
    icon_name: str, name: str, action: Callable[[], object] | None = None, size: int = 16
) -> ToolButton:
    """Return a button around one icon."""
    found = ToolButton(icon_name, name, size)
    _wire(found, action)
    return found


def _wired(button: Button, action: Callable[[], object] | None) -> Button:
    _wire(button, action)
    return button


def _wire(button: QAbstractButton, action: Callable[[], object] | None) -> None:
    def press() -> None:  # the button hands over whether it is checked; actions take nothing
        if action is not None:
            action()

    button.clicked.connect(press)
