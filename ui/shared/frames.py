"""Frames that panels are put together from: bands, hairlines, rows."""

from typing import TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.overriding import override

Margins = tuple[int, int, int, int]
Piece = QWidget | int | None
_NONE: Margins = (0, 0, 0, 0)
_BoxT = TypeVar("_BoxT", bound=QBoxLayout)


def frame(kind: str, *, vertical: bool = True, margins: Margins = _NONE, gap: int = 0) -> QFrame:
    """Return a frame of a kind that the style sheet knows, with a box layout.

    Args:
        kind: head, status, panel, panelright, row, surfacerow, selected, card, drop,
            dropping, band, note, error, job or explanation.
        vertical: whether its pieces stand below each other.
        margins: left, top, right, bottom.
        gap: pixels between pieces.
    """
    found = QFrame()
    found.setProperty("kind", kind)
    box: QBoxLayout = QVBoxLayout(found) if vertical else QHBoxLayout(found)
    box.setContentsMargins(*margins)
    box.setSpacing(gap)
    return found


def band() -> QFrame:
    """Return the band at the head of a card, 28 px high."""
    found = frame("band", vertical=False, margins=(12, 0, 12, 0), gap=8)
    found.setFixedHeight(28)
    return found


def hairline() -> QFrame:
    """Return a hairline from left to right."""
    found = QFrame()
    found.setProperty("kind", "hairline")
    found.setFixedHeight(1)
    return found


def upright(height: int = 28) -> QFrame:
    """Return a hairline from top to bottom."""
    found = QFrame()
    found.setProperty("kind", "upright")
    found.setFixedSize(1, height)
    return found


class Pinned(QWidget):
    """A line of fixed height: what moves in it has nothing around it laid out anew.

    Args:
        line: what lies in it, of fixed height.
        parent: the widget it lies in.
    """

    def __init__(self, line: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = line
        line.setParent(self)
        self.setFixedHeight(line.minimumHeight())

    @override
    def sizeHint(self) -> QSize:
        return self._line.sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return self._line.minimumSizeHint()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._line.setGeometry(self.rect())


def row_frame(height: int, margins: Margins = (12, 0, 12, 0)) -> QFrame:
    """Return a row of a list with a hairline below."""
    found = frame("row", vertical=False, margins=margins, gap=8)
    found.setFixedHeight(height)
    return found


def row(*pieces: Piece, gap: int = 0, margins: Margins = _NONE) -> QWidget:
    """Return pieces beside each other; a number is a space, None takes what is left."""
    return _box(QHBoxLayout(), pieces, gap, margins)


def column(*pieces: Piece, gap: int = 0, margins: Margins = _NONE) -> QWidget:
    """Return pieces below each other; a number is a space, None takes what is left."""
    return _box(QVBoxLayout(), pieces, gap, margins)


def flush(box: _BoxT) -> _BoxT:
    """Take margins and spaces from a layout; return it."""
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(0)
    return box


def clear(box: QLayout) -> None:
    """Take everything out of a layout."""
    while (old := box.takeAt(0)) is not None:
        widget = old.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def scrolled(page: QWidget) -> QScrollArea:
    """Return an area that scrolls a page up and down."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(page)
    return area


def box_of(widget: QWidget) -> QBoxLayout:
    """Return the box layout of a frame made here."""
    found = widget.layout()
    if not isinstance(found, QBoxLayout):
        raise TypeError(widget)
    return found


def fill(widget: QWidget, *pieces: Piece) -> QWidget:
    """Add pieces to a frame made here; return it."""
    box = box_of(widget)
    for piece in pieces:
        if piece is None:
            box.addStretch(1)
        elif isinstance(piece, int):
            box.addSpacing(piece)
        else:
            box.addWidget(piece)
    return widget


def _box(box: QBoxLayout, pieces: tuple[Piece, ...], gap: int, margins: Margins) -> QWidget:
    found = QWidget()
    found.setLayout(box)
    box.setContentsMargins(*margins)
    box.setSpacing(gap)
    return fill(found, *pieces)
