"""Colours, type and the style sheet: one table for light, one for dark."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from resources import resource
from ui.shared.fonts import FAMILY

Name = Literal["light", "dark"]
Choice = Literal["system", "light", "dark"]

_TOKENS: Mapping[str, tuple[str, str]] = {
    "window": ("#F3F5F8", "#14181D"),
    "surface": ("#FFFFFF", "#1B2026"),
    "sunken": ("#F8FAFB", "#20262D"),
    "band": ("#F1F4F8", "#232A32"),
    "rail": ("#E9EEF4", "#171C22"),
    "railsel": ("#FFFFFF", "#252D37"),
    "hover": ("#F0F4F9", "#252C34"),
    "line": ("#E2E7ED", "#2B333C"),
    "line2": ("#CBD3DC", "#3D4854"),
    "inputline": ("#7C8896", "#8591A0"),
    "scroll": ("#C3CCD6", "#4A5561"),
    "text": ("#17212B", "#E6EBF0"),
    "text2": ("#44515E", "#B7C1CB"),
    "text3": ("#55626E", "#9BA7B2"),
    "off": ("#98A3AE", "#6F7B87"),
    "accent": ("#1B4F91", "#8AB8F2"),
    "accent2": ("#153F75", "#A9CBF7"),
    "onaccent": ("#FFFFFF", "#0E1A2B"),
    "soft": ("#DCE8F7", "#1E3A5E"),
    "softline": ("#9DBBE0", "#3F6697"),
    "unsel": ("#E9EDF2", "#2A313A"),
    "got": ("#0072B2", "#3E9BD6"),
    "gotsoft": ("#D6E9F5", "#18384D"),
    "lost": ("#D55E00", "#E07A35"),
    "lostsoft": ("#FCEEE4", "#3A2719"),
    "losttext": ("#A63A00", "#FF9E64"),
    "open": ("#B97D00", "#E8B84A"),
    "openline": ("#EBD49B", "#5C4C22"),
    "opensoft": ("#FDF5E1", "#332B17"),
    "opentext": ("#8A5A00", "#E8B84A"),
    "ok": ("#00835C", "#5CC9A7"),
    "oktext": ("#00704F", "#5CC9A7"),
    "oksoft": ("#E3F3EC", "#17332B"),
    "glow": ("#FFF6D6", "#3A3520"),
    "found": ("#FFF0B8", "#FFF0B8"),
    "page": ("#FFFFFF", "#E4E7EA"),
}
POINTS: Mapping[str, float] = {
    "cap": 8.25,
    "small": 9,
    "body": 9.75,
    "h3": 10.5,
    "title": 12,
    "fig": 15,
    "hero": 19.5,
}
TONES = (
    "text", "text2", "text3", "off", "accent", "onaccent", "losttext", "opentext", "oktext",
)  # fmt: skip
_CHOICES: Mapping[str, Choice] = {"system": "system", "light": "light", "dark": "dark"}
_TOKEN = re.compile(r"@(\w+)")


class ThemeSwitch(QObject):
    """Which theme shows; ``switched`` lets widgets rebuild what they cached, in the same turn."""

    switched = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.name: Name = "light"
        self.choice: Choice = "system"


switch = ThemeSwitch()


def current() -> Name:
    """Return the theme that shows."""
    return switch.name


def use(name: Name) -> None:
    """Show a theme: palette, style sheet and cached pictures change in one turn."""
    switch.name = name
    app = QApplication.instance()
    if isinstance(app, QApplication):
        app.setPalette(palette())
        app.setStyleSheet(stylesheet())
    switch.switched.emit(name)


def choose(choice: Choice) -> None:
    """Take the user's choice; "system" follows the system from now on."""
    switch.choice = choice
    wanted = _system() if choice == "system" else choice
    if wanted != switch.name:
        use(wanted)


def follow_system(chosen: str = "system") -> None:
    """Begin to follow the system's light or dark, unless the user has chosen.

    Args:
        chosen: the choice of an earlier run.
    """
    switch.choice = _CHOICES.get(chosen, "system")
    hints = QGuiApplication.styleHints()
    hints.colorSchemeChanged.connect(_system_changed)
    use(_system() if switch.choice == "system" else switch.choice)


def color(role: str) -> QColor:
    """Return the colour of a role in the theme that shows."""
    return _color(role, switch.name)


def hex_of(role: str) -> str:
    """Return the colour of a role as ``#RRGGBB``."""
    return _TOKENS[role][switch.name == "dark"]


def font(role: str = "body", weight: int = 400, *, italic: bool = False) -> QFont:
    """Return the font of a role: its size in points, unhinted.

    Args:
        role: a key of ``POINTS``.
        weight: 400, 500, 600 or 700.
        italic: whether it is slanted.
    """
    found = QFont(FAMILY)
    found.setPointSizeF(POINTS[role])
    found.setWeight(QFont.Weight(weight))
    found.setItalic(italic)
    found.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return found


def device_ratio() -> float:
    """Return how many pixels a logical pixel has on the finest screen."""
    app = QGuiApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0


def stylesheet() -> str:
    """Return the program's style sheet with the colours of the theme that shows."""
    tones = "".join(f'*[tone="{tone}"] {{ color: @{tone}; }}\n' for tone in TONES)
    check = resource(f"icons/check-{switch.name}.svg").as_posix()
    sheet = (_sheet() + tones).replace("@check", f'"{check}"')
    return _TOKEN.sub(lambda match: hex_of(match[1]), sheet)


def palette() -> QPalette:
    """Return the palette of the theme that shows."""
    found = QPalette()
    for role, token in _PALETTE:
        found.setColor(role, color(token))
    for role in (_ROLE.WindowText, _ROLE.Text, _ROLE.ButtonText):
        found.setColor(QPalette.ColorGroup.Disabled, role, color("off"))
    return found


_ROLE = QPalette.ColorRole
_PALETTE = (
    (_ROLE.Window, "window"),
    (_ROLE.WindowText, "text"),
    (_ROLE.Base, "surface"),
    (_ROLE.AlternateBase, "sunken"),
    (_ROLE.Text, "text"),
    (_ROLE.Button, "surface"),
    (_ROLE.ButtonText, "text"),
    (_ROLE.BrightText, "losttext"),
    (_ROLE.Highlight, "soft"),
    (_ROLE.HighlightedText, "text"),
    (_ROLE.PlaceholderText, "text3"),
    (_ROLE.ToolTipBase, "surface"),
    (_ROLE.ToolTipText, "text"),
    (_ROLE.Link, "accent"),
    (_ROLE.LinkVisited, "accent"),
    (_ROLE.Accent, "accent"),
    (_ROLE.Light, "surface"),
    (_ROLE.Midlight, "line"),
    (_ROLE.Mid, "line2"),
    (_ROLE.Dark, "inputline"),
    (_ROLE.Shadow, "line2"),
)


def _system() -> Name:
    is_dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return "dark" if is_dark else "light"


def _system_changed() -> None:
    choose(switch.choice)


@cache
def _sheet() -> str:
    return resource("style.qss").read_text(encoding="utf-8")


@cache
def _color(role: str, name: Name) -> QColor:
    return QColor(_TOKENS[role][name == "dark"])
