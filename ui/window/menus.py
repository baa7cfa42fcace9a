"""The menu bar: an explicit table of actions; a menu without entries does not show."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from ui.shared import theme
from ui.shared.labels import restyle
from ui.shared.workplace import WidthClass


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a menu.

    Args:
        key: by which the window finds it again.
        words: what it says.
        action: what it does.
        keys: its shortcuts, the first one shows.
        needs_dossier: whether it is greyed while no dossier is open.
        checkable: whether it can be on.
    """

    key: str
    words: str
    action: Callable[[], object]
    keys: tuple[str, ...] = ()
    needs_dossier: bool = False
    checkable: bool = False


SEPARATOR = None
MenuTable = Sequence[tuple[str, Sequence[Entry | None]]]
_THEMES: tuple[tuple[theme.Choice, str], ...] = (
    ("system", "Theo hệ thống"),
    ("light", "Sáng"),
    ("dark", "Tối"),
)


class Menus:
    """The actions of the window by their keys.

    Args:
        bar: the menu bar.
        table: menus with their entries, None for a separator.
        window: where shortcuts hold.
    """

    def __init__(self, bar: QMenuBar, table: MenuTable, window: QWidget) -> None:
        self._bar = bar
        self._window = window
        self._needing: list[QAction] = []
        self.actions: dict[str, QAction] = {}
        self.menus: dict[str, QMenu] = {}
        bar.setFont(theme.font("small"))
        for title, entries in table:
            menu = bar.addMenu(title)
            menu.setFont(theme.font("small"))
            menu.setToolTipsVisible(True)
            self.menus[title] = menu
            self._fill(menu, entries)

    def set_dossier_open(self, *, is_open: bool) -> None:
        """Grey what needs a dossier, or not."""
        for action in self._needing:
            action.setEnabled(is_open)

    def set_width_class(self, width: WidthClass) -> None:
        """Make the bar lower in a narrow window."""
        is_narrow = width is WidthClass.NARROW
        restyle(self._bar, "narrow", "1" if is_narrow else "0")
        self._bar.setFixedHeight(24 if is_narrow else 28)

    def add_themes(self, menu: QMenu, choose: Callable[[theme.Choice], None]) -> None:
        """Add the choice of light and dark to a menu."""
        sub = menu.addMenu("Giao diện")
        sub.setFont(theme.font("small"))
        group = QActionGroup(sub)
        for key, words in _THEMES:
            action = group.addAction(words)
            action.setCheckable(True)
            action.setChecked(key == theme.switch.choice)
            action.triggered.connect(_chooser(choose, key))
            sub.addAction(action)
            self.actions[f"theme.{key}"] = action

    def _fill(self, menu: QMenu, entries: Sequence[Entry | None]) -> None:
        for entry in entries:
            if entry is None:
                menu.addSeparator()
                continue
            action = QAction(entry.words, self._window)
            action.setShortcuts([QKeySequence(key) for key in entry.keys])
            action.setCheckable(entry.checkable)
            action.triggered.connect(_call(entry.action))
            menu.addAction(action)
            self.actions[entry.key] = action
            if entry.needs_dossier:
                self._needing.append(action)


def _call(action: Callable[[], object]) -> Callable[[], None]:
    def run() -> None:  # the action hands over whether it is checked; entries take nothing
        action()

    return run


def _chooser(choose: Callable[[theme.Choice], None], key: theme.Choice) -> Callable[[], None]:
    def run() -> None:
        choose(key)

    return run
