"""One start of a program in a process of its own: prints when it has painted, by two clocks.

``python -m bench.start_child bare`` shows an empty QMainWindow, ``window`` our start screen,
``dossier FILE`` our window with a dossier, its score tree painted; a second line follows when head
bar, form and evidence have come beside the tree.
"""

import pkgutil  # noqa: F401  # run_path loads it, a start of main.py itself does not
import runpy
import sys
import time
from collections.abc import Callable
from typing import Any

_SIZE = (1366, 728)
_PAINT = "paintEvent"


def main(arguments: list[str]) -> int:
    """Run one kind of start; return its exit code."""
    return _bare() if arguments[0] == "bare" else _ours(arguments[1:])


def _bare() -> int:
    from PySide6.QtWidgets import QApplication, QMainWindow

    app = QApplication([])
    window = QMainWindow()
    _tell_first_paint(QMainWindow, _leave)
    window.resize(*_SIZE)
    window.show()
    return app.exec()


def _ours(dossier: list[str]) -> int:
    door: dict[str, Callable[..., Any]] = runpy.run_path("main.py")
    from ui.shared import quick_start

    quick_start.begin()  # as the front door does first
    if dossier:
        from ui.marks.score_view import ScoreView

        _tell_first_paint(ScoreView, _await_side)
    else:
        from ui.main_window import MainWindow

        _tell_first_paint(MainWindow, _leave)
    exit_code: int = door["main"](dossier)
    return exit_code


def _tell_first_paint(painted: type[Any], then: Callable[[], None]) -> None:
    """Print the moment when the event loop is free again after the first paint of a widget."""
    from PySide6.QtCore import QTimer

    before: Callable[..., Any] = getattr(painted, _PAINT)
    has_painted = False

    def tell() -> None:
        _tell()
        then()

    def paint(self: object, event: object) -> None:
        nonlocal has_painted
        before(self, event)
        if not has_painted:
            has_painted = True
            QTimer.singleShot(0, tell)

    setattr(painted, _PAINT, paint)


def _await_side() -> None:
    """Tell again, and leave, when nothing keeps the place of form and evidence any more."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from ui.window.score_side import SidePlace

    if any(window.findChildren(SidePlace) for window in QApplication.topLevelWidgets()):
        QTimer.singleShot(0, _await_side)
    else:
        _tell()
        _leave()


def _tell() -> None:
    print(time.monotonic_ns(), time.process_time_ns(), flush=True)


def _leave() -> None:
    from PySide6.QtWidgets import QApplication

    QApplication.closeAllWindows()
    QApplication.exit(0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
