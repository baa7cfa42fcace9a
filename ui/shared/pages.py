"""Pages and side panels of one build: the table, what is chosen beside it, captioned fields."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from ui.shared.frames import Margins, column, fill, flush, frame, hairline, row
from ui.shared.labels import label


def lay_page(page: QWidget, pieces: Sequence[QWidget], side: QWidget) -> None:
    """Lay pieces below each other on a page, and what is chosen at the right of them."""
    outer = flush(QHBoxLayout(page))
    outer.addWidget(fill(frame("panel"), *pieces), 1)
    outer.addWidget(side)


def lay_view(panel: QWidget, head: QWidget, left: QVBoxLayout, side: QWidget) -> None:
    """Lay out a view of Chấm điểm: its row of tabs, the work, and the side at the right."""
    across = flush(QHBoxLayout())
    across.addLayout(left, 1)
    across.addWidget(side)
    outer = flush(QVBoxLayout(panel))
    outer.addWidget(head)
    outer.addLayout(across, 1)


def lay_tabs(side: QWidget, tabs: QTabBar, work: QWidget) -> None:
    """Lay tabs over the work of a side panel, which keeps its height while the work is hidden."""
    line = frame("", vertical=False, margins=(6, 0, 6, 0))
    line.setFixedHeight(36)
    fill(line, tabs, None)
    box = flush(QVBoxLayout(side))
    box.addWidget(line)
    box.addWidget(hairline())
    box.addWidget(work, 1)
    box.addStretch(0)


def nothing_yet(
    title: str, hint: str, *buttons: QWidget, margins: Margins = (0, 0, 0, 0)
) -> QWidget:
    """Return a page that says what is not there yet, and how it comes."""
    words = label(title, "title", 600, wrap=True)
    more = label(hint, tone="text2", wrap=True)
    for line in (words, more):
        line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    spaced = [piece for button in buttons for piece in (8, button)][1:]
    below = (row(None, *spaced, None),) if buttons else ()
    return column(None, words, more, *below, None, gap=12, margins=margins)


def captioned(wide: int, fields: Sequence[tuple[str, QWidget]]) -> QGridLayout:
    """Return fields below each other, each with its caption in a column of some width."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(8)
    grid.setColumnMinimumWidth(0, wide)
    grid.setColumnStretch(1, 1)
    for line, (caption, field) in enumerate(fields):
        grid.addWidget(label(caption, "small", tone="text2"), line, 0)
        grid.addWidget(field, line, 1)
    return grid
