"""How large a page shows: the sizes, the button that chooses one, the next size."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QToolButton

from ui.shared import theme

_SIZES = (50, 75, 100, 125, 150, 200, 300)  # percent
_FITTED = 0  # as wide as the panel


def zoom_button(choose: Callable[[int], None]) -> QToolButton:
    """Return a button with a menu of sizes.

    Args:
        choose: takes a size in percent; 0 fits the width.
    """
    button = QToolButton()
    button.setFont(theme.font("small"))
    button.setToolTip("Cỡ trang")
    button.setAccessibleName("Cỡ trang")
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    menu = QMenu(button)
    for percent in (_FITTED, *_SIZES):
        action = menu.addAction("Vừa bề ngang" if percent == _FITTED else f"{percent} %")
        action.triggered.connect(lambda _=False, value=percent: choose(value))
    button.setMenu(menu)
    return button


def next_size(now: int, step: int) -> int:
    """Return the next larger (step +1) or smaller (-1) size, ``now`` where there is none.

    Args:
        now: percent that shows, any number.
        step: +1 or -1.
    """
    if step > 0:
        return min((size for size in _SIZES if size > now), default=now)
    return max((size for size in _SIZES if size < now), default=now)
