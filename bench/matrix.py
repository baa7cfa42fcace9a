"""The matrix of every commune of the country: first paint, scrolling, moving, a pasted block."""

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from bench.samples import Row, time_row
from bench.windows import country, painted
from cchc_desktop.commands.marks import Place, SetPoints
from ui.matrix.panel import MatrixPanel

_STEPS, _WARM = 40, 3
_MOST_MS, _MOST_FAR_MS, _MOST_SWITCH_MS = 16.0, 33.0, 50.0
_ROWS, _COLUMNS = 100, 20


def rows(folder: Path) -> Iterator[Row]:
    """Yield rows for the first paint, for scrolling near and far, and for a pasted block.

    Args:
        folder: where temporary files may lie.
    """
    with country(folder) as (_, place):
        first = painted(partial(place.show_view, "matrix"))
        panel = place.made["matrix"]
        if not isinstance(panel, MatrixPanel):
            raise TypeError("the matrix did not open")
        yield time_row("the matrix of 3,321 units first shown", [first], None)
        yield from _scrolled(panel)
        yield time_row("one edit in the matrix to repaint", list(_edited(panel)), _MOST_MS)
        yield from _pasted(panel)


def _jump(panel: MatrixPanel, step: int) -> None:
    """Go far away to units never seen, and wait until every point shows."""
    across = panel.view.horizontalScrollBar()
    across.setValue(across.maximum() * (2 * step + 1) // (2 * _STEPS))
    QApplication.processEvents()
    while not panel.view.is_whole:
        QApplication.processEvents()


def _scrolled(panel: MatrixPanel) -> Iterator[Row]:
    """Scroll by a column where units were seen before, then far away to units never seen."""
    across = panel.view.horizontalScrollBar()
    down = panel.view.verticalScrollBar()
    for step in range(_STEPS):
        painted(partial(across.setValue, step * across.singleStep()))
    near = [
        painted(partial(across.setValue, step * across.singleStep()))
        for step in reversed(range(_STEPS))
    ]
    near += [painted(partial(down.setValue, step * down.singleStep())) for step in range(_STEPS)]
    yield time_row("the matrix scrolled by a row or column", near, _MOST_MS)
    far = [
        painted(partial(across.setValue, across.maximum() * step // _STEPS))
        for step in range(1, _STEPS)
    ]
    yield time_row("the matrix scrolled to units never seen", far, _MOST_FAR_MS)
    whole = [painted(partial(_jump, panel, step)) for step in range(1, _STEPS)]
    yield time_row("until the points of all of them show", whole, None)
    yield time_row("the window follows to another unit", list(_followed(panel)), _MOST_SWITCH_MS)


def _followed(panel: MatrixPanel) -> Iterator[float]:
    """Go from unit to unit at one criterion, form and evidence along."""
    panel.view.go_to(3, 0)
    for _ in range(_STEPS):
        painted(partial(panel.keys.step_unit, 1))
        yield painted(panel.follow_cell)


def _edited(panel: MatrixPanel) -> Iterator[float]:
    """Type points into cell after cell; the form, the head bar and the totals follow."""
    desk, taken = panel.desk, 0
    for number in range(_WARM + _STEPS):
        panel.keys.go_down()
        spot = panel.view.spot
        if spot is None or desk.tree[spot.node].rule.figures():
            continue
        panel.follow_cell()
        QApplication.processEvents()
        place = Place(spot.sheet, spot.node, desk.round)
        command = SetPoints(place, Decimal(number + 1) / 1000)
        elapsed = painted(partial(desk.run, command))
        taken += 1
        if taken > _WARM:
            yield elapsed


def _pasted(panel: MatrixPanel) -> Iterator[Row]:
    """Preview and write a block that lies over typed and computed rows."""
    previews, writes = list[float](), list[float]()
    panel.view.go_to(0, 0)
    for number in range(5):
        line = "\t".join([f"0,{number + 11}"] * _COLUMNS)
        QGuiApplication.clipboard().setText("\n".join([line] * _ROWS))
        previews.append(painted(panel.keys.paste))
        if panel.view.preview is None:
            raise RuntimeError("the block was refused")
        writes.append(painted(panel.keys.take_preview))
    name = f"a block of {_ROWS} x {_COLUMNS}"
    yield time_row(f"{name} previewed", previews, None)
    yield time_row(f"{name} written and repainted", writes, None)
