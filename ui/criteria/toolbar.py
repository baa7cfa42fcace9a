"""Buttons above the tree, and what a step has just done in words."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QWidget

from ui.shared.buttons import Button, ToolButton, ghost, normal, tool
from ui.shared.labels import ElidedLabel, set_tone
from ui.shared.workplace import WidthClass

_FILES = "Tệp bộ tiêu chí"
_KEYS: Mapping[str, tuple[str, str]] = {
    "add": ("Thêm tiêu chí", "Ins"),
    "add_below": ("Thêm cấp con", "Alt+Ins"),
    "up": ("Chuyển lên", "Alt+Up"),
    "down": ("Chuyển xuống", "Alt+Down"),
    "inward": ("Đưa vào mục phía trên", "Alt+Right"),
    "outward": ("Đưa ra ngoài một cấp", "Alt+Left"),
    "rename": ("Sửa tại chỗ", ""),
    "duplicate": ("Nhân đôi", "Ctrl+D"),
    "renumber": ("Đánh lại mã", ""),
    "remove": ("Xóa", "Del"),
}


def tree_actions(owner: QWidget, steps: Mapping[str, Callable[[], object]]) -> dict[str, QAction]:
    """Return the actions of the tree with their keys; the tree shows them as its menu."""
    found = {}
    for name, (words, keys) in _KEYS.items():
        action = QAction(words, owner)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(_plainly(steps[name]))
        found[name] = action
        owner.addAction(action)
    owner.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
    return found


class SetToolbar(QFrame):
    """The buttons; each follows its action.

    Args:
        actions: what can be done with a row.
        menu: what can be done with the whole set.
        parent: the pane.
    """

    def __init__(
        self, actions: Mapping[str, QAction], menu: QMenu, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "surfacerow")
        self.setFixedHeight(44)
        self._hint = ElidedLabel("", "small", tone="text2")
        add = normal("Thêm tiêu chí", actions["add"].trigger, "plus")
        add_below = ghost("Thêm cấp con", actions["add_below"].trigger, "criteria")
        self._worded = ((add, "Thêm tiêu chí", "Thêm"), (add_below, "Thêm cấp con", "Cấp con"))
        self._buttons: dict[str, Button | ToolButton] = {
            "add": add,
            "add_below": add_below,
            "up": tool("chevron-up", _tip("up"), actions["up"].trigger),
            "down": tool("chevron-down", _tip("down"), actions["down"].trigger),
            "remove": tool("trash", _tip("remove"), actions["remove"].trigger),
        }
        box = self._box = QHBoxLayout(self)
        box.setContentsMargins(16, 0, 12, 0)
        box.setSpacing(6)
        for name, button in self._buttons.items():
            box.addWidget(button)
            actions[name].changed.connect(_follower(button, actions[name]))
        box.addSpacing(8)
        box.addWidget(self._hint, 1)
        self.files = ghost(_FILES, icon_name="file")
        self.files.setMenu(menu)
        box.addWidget(self.files)

    def set_width_class(self, width: WidthClass) -> None:
        """Leave out the words of the menu, and air, where the window is narrow."""
        narrow = width is WidthClass.NARROW
        self._box.setSpacing(2 if narrow else 6)
        self._box.setContentsMargins(8 if narrow else 16, 0, 12, 0)
        self.files.set_text("" if narrow else _FILES)
        for button, words, short in self._worded:
            button.set_text(short if narrow else words)
            button.setAccessibleName(words)
        self.files.setAccessibleName(_FILES)
        self.files.setToolTip(_FILES)

    @property
    def hint(self) -> str:
        """What was just done or refused."""
        return self._hint.text()

    def tell(self, text: str, tone: str = "text2") -> None:
        """Say what was just done or refused."""
        self._hint.setText(text)
        self._hint.setAccessibleName(text)
        set_tone(self._hint, tone)


def _tip(name: str) -> str:
    words, keys = _KEYS[name]
    return f"{words} ({keys})"


def _follower(button: Button | ToolButton, action: QAction) -> Callable[[], None]:
    def follow() -> None:
        button.setEnabled(action.isEnabled())

    return follow


def _plainly(step: Callable[[], object]) -> Callable[[], None]:
    def run() -> None:
        step()

    return run
