"""Where Tab goes: widgets made late still follow the place they stand at."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def follow(place: QWidget, widgets: Iterable[QWidget]) -> None:
    """Let Tab go from a place through widgets in their order.

    Qt puts a widget last that is made later than its neighbours.

    Args:
        place: what stands before the first one; a container without focus counts too.
        widgets: what Tab visits, in order, also those that cannot be entered yet.
    """
    for before, after in pairwise((place, *widgets)):
        policies = before.focusPolicy(), after.focusPolicy()
        for each in (before, after):
            each.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # Qt passes over one without focus
        QWidget.setTabOrder(before, after)
        for each, policy in zip((before, after), policies, strict=True):
            each.setFocusPolicy(policy)
