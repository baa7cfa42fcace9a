"""The matrix of every commune of the country: first paint, scrolling, moving, a pasted block."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from bench.country import make_country
from bench.dossiers import make_sample, open_session
from bench.samples import Row, Samples, milliseconds
from cchc_desktop.commands.marks import Place, SetPoints
from ui.app import make_app
from ui.main_window import MainWindow
from ui.matrix.panel import MatrixPanel
from ui.opened import OpenDossier, opener
from ui.shared.doors import Doors
from ui.window.score_layout import ScoreWorkplace

_STEPS, _WARM = 40, 3
_MOST_MS, _MOST_FAR_MS, _MOST_SWITCH_MS = 16.0, 33.0, 50.0
_ROWS, _COLUMNS = 100, 20


@dataclass(frozen=True, slots=True)
class _Matrix:
    """The matrix in an open window."""

    app: QApplication
    window: MainWindow
    panel: MatrixPanel

    def painted(self, work: Callable[[], object]) -> float:
        """Return how long it takes until what some work asked for is painted."""

        def whole() -> None:
            work()
            self.app.processEvents()

        return milliseconds(whole)

    def jump(self, step: int) -> None:
        """Go far away to units never seen, and wait until every point shows."""
        across = self.panel.view.horizontalScrollBar()
        across.setValue(across.maximum() * (2 * step + 1) // (2 * _STEPS))
        self.app.processEvents()
        while not self.panel.view.is_whole:
            self.app.processEvents()


def rows(folder: Path) -> Iterator[Row]:
    """Yield rows for the first paint, for scrolling near and far, and for a pasted block.

    Args:
        folder: where temporary files may lie.
    """
    app = QApplication.instance() or make_app(["bench"], folder / "settings.json")
    if not isinstance(app, QApplication):
        raise TypeError("the window needs a QApplication")
    path = folder / "country.cchc"
    make_country(path)
    window = MainWindow(
        Doors(opener(open_session), make_sample, lambda *_: None), folder / "settings.json"
    )
    window.resize(1366, 728)
    window.show()
    window.open_dossier(path)
    if not isinstance(window.opened, OpenDossier):
        raise TypeError("the dossier did not open")
    _settle(app, window.opened)
    place = window.opened.view.workplace("score")
    if not isinstance(place, ScoreWorkplace):
        raise TypeError("the dossier did not open")
    first = milliseconds(partial(_first_shown, app, place))
    panel = place.made["matrix"]
    if not isinstance(panel, MatrixPanel):
        raise TypeError("the matrix did not open")
    yield _row("the matrix of 3,321 units first shown", [first], None)
    matrix = _Matrix(app, window, panel)
    yield from _scrolled(matrix)
    yield _row("one edit in the matrix to repaint", list(_edited(matrix)), _MOST_MS)
    yield from _pasted(matrix)
    window.close()
    window.deleteLater()
    app.processEvents()


def _first_shown(app: QApplication, place: ScoreWorkplace) -> None:
    place.show_view("matrix")
    app.processEvents()


def _settle(app: QApplication, opened: OpenDossier) -> None:
    """Let the totals be worked out, as they are in a dossier that was open before."""
    while opened.desk.session.stale:
        opened.desk.session.recalculate()
    app.processEvents()


def _scrolled(matrix: _Matrix) -> Iterator[Row]:
    """Scroll by a column where units were seen before, then far away to units never seen."""
    across = matrix.panel.view.horizontalScrollBar()
    down = matrix.panel.view.verticalScrollBar()
    for step in range(_STEPS):
        matrix.painted(partial(across.setValue, step * across.singleStep()))
    near = [
        matrix.painted(partial(across.setValue, step * across.singleStep()))
        for step in reversed(range(_STEPS))
    ]
    near += [
        matrix.painted(partial(down.setValue, step * down.singleStep())) for step in range(_STEPS)
    ]
    yield _row("the matrix scrolled by a row or column", near, _MOST_MS)
    far = [
        matrix.painted(partial(across.setValue, across.maximum() * step // _STEPS))
        for step in range(1, _STEPS)
    ]
    yield _row("the matrix scrolled to units never seen", far, _MOST_FAR_MS)
    whole = [matrix.painted(partial(matrix.jump, step)) for step in range(1, _STEPS)]
    yield _row("until the points of all of them show", whole, None)
    yield _row("the window follows to another unit", list(_followed(matrix)), _MOST_SWITCH_MS)


def _followed(matrix: _Matrix) -> Iterator[float]:
    """Go from unit to unit at one criterion, form and evidence along."""
    panel = matrix.panel
    panel.view.go_to(3, 0)
    for _ in range(_STEPS):
        matrix.painted(partial(panel.keys.step_unit, 1))
        yield matrix.painted(panel.follow_cell)


def _edited(matrix: _Matrix) -> Iterator[float]:
    """Type points into cell after cell; the form, the head bar and the totals follow."""
    panel = matrix.panel
    desk, taken = panel.desk, 0
    for number in range(_WARM + _STEPS):
        panel.keys.go_down()
        spot = panel.view.spot
        if spot is None or desk.tree[spot.node].rule.figures():
            continue
        panel.follow_cell()
        matrix.app.processEvents()
        place = Place(spot.sheet, spot.node, desk.round)
        command = SetPoints(place, Decimal(number + 1) / 1000)
        elapsed = matrix.painted(partial(desk.run, command))
        taken += 1
        if taken > _WARM:
            yield elapsed


def _pasted(matrix: _Matrix) -> Iterator[Row]:
    """Preview and write a block that lies over typed and computed rows."""
    panel, previews, writes = matrix.panel, [], []
    panel.view.go_to(0, 0)
    for number in range(5):
        line = "\t".join([f"0,{number + 11}"] * _COLUMNS)
        QGuiApplication.clipboard().setText("\n".join([line] * _ROWS))
        previews.append(matrix.painted(panel.keys.paste))
        if panel.view.preview is None:
            raise RuntimeError("the block was refused")
        writes.append(matrix.painted(panel.keys.take_preview))
    name = f"a block of {_ROWS} x {_COLUMNS}"
    yield _row(f"{name} previewed", previews, None)
    yield _row(f"{name} written and repainted", writes, None)


def _row(name: str, taken: list[float], most: float | None) -> Row:
    found = Samples(tuple(taken))
    goal = "" if most is None else f"p95 <= {most:g} ms"
    is_met = most is None or found.p95 <= most
    return Row(name, found, found, "itself", found.p95, goal, is_met)
