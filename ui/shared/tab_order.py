"""Where Tab goes: widgets made late still follow the place they stand at."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

_NONE = Qt.FocusPolicy.NoFocus


def follow(place: QWidget, widgets: Iterable[QWidget]) -> None:
    """Let Tab go from a place through widgets in their order.

    Qt puts a widget last that is made later than its neighbours.

    Args:
        place: what stands before the first one; a container without focus counts too.
        widgets: what Tab visits, in order, also those that cannot be entered yet.
    """
    own = (each for each in widgets if each.focusProxy() is None)
    for before, after in pairwise((place, *own)):
        closed = [each for each in (before, after) if _is_closed(each)]
        for each in closed:
            each.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # Qt passes over one without focus
        QWidget.setTabOrder(before, after)
        for each in closed:
            each.setFocusPolicy(_NONE)


def _is_closed(widget: QWidget) -> bool:
    """A widget whose focus is another's is none: its policy would be set at the other one."""
    return widget.focusPolicy() == _NONE and widget.focusProxy() is None


def as_laid_out(container: QWidget) -> Iterator[QWidget]:
    """Yield a container and all widgets in it, as its layouts hold them."""
    yield container
    layout = container.layout()
    if layout is not None:
        yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        widget = item.widget() if item is not None else None
        if widget is not None:
            yield from as_laid_out(widget)
        elif isinstance(item, QLayout):
            yield from _in_layout(item)
