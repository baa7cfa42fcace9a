"""The window of a measurement: opened on a dossier, timed until what was asked for is painted."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from bench.country import make_country
from bench.dossiers import make_sample, open_session
from bench.samples import milliseconds
from ui.app import make_app
from ui.main_window import MainWindow
from ui.opened import OpenDossier, opener
from ui.shared.doors import Doors
from ui.window.score_layout import ScoreWorkplace


def app_of(folder: Path) -> QApplication:
    """Return the application, made with settings of its own."""
    app = QApplication.instance() or make_app(["bench"], folder / "settings.json")
    if not isinstance(app, QApplication):
        raise TypeError("the window needs a QApplication")
    return app


@contextmanager
def opened(folder: Path, path: Path) -> Iterator[tuple[MainWindow, OpenDossier]]:
    """Open a window on a dossier, and close it in the end."""
    app = app_of(folder)
    doors = Doors(opener(open_session), make_sample, lambda *_: None)
    window = MainWindow(doors, folder / "settings.json")
    window.resize(1366, 728)
    window.show()
    window.open_dossier(path)
    if not isinstance(window.opened, OpenDossier):
        raise TypeError("the dossier did not open")
    yield window, window.opened
    window.close()
    window.deleteLater()
    app.processEvents()


@contextmanager
def country(folder: Path) -> Iterator[tuple[OpenDossier, ScoreWorkplace]]:
    """Open a window on every commune of the country, its totals worked out as on a second day."""
    path = folder / "country.cchc"
    make_country(path)
    with opened(folder, path) as (_, found):
        while found.desk.session.stale:
            found.desk.session.recalculate()
        QApplication.processEvents()
        place = found.view.workplace("score")
        if not isinstance(place, ScoreWorkplace):
            raise TypeError("the dossier did not open")
        yield found, place


def painted(work: Callable[[], object]) -> float:
    """Return how long it takes until what some work asked for is painted."""

    def whole() -> None:
        work()
        QApplication.processEvents()

    return milliseconds(whole)


def settled(run: Callable[[], bool]) -> float:
    """Return how long a command takes until everything it asked for is painted."""

    def whole() -> None:
        if not run():
            raise RuntimeError("the edit was refused")
        turns: list[int] = []
        QTimer.singleShot(0, lambda: turns.append(1))
        while not turns:
            QApplication.processEvents()
        QApplication.processEvents()  # what a timer of that turn asked to be painted

    return milliseconds(whole)
