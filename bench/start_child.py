"""One start of a program in a process of its own: prints the moment after its first paint.

``python -m bench.start_child bare`` shows an empty QMainWindow, ``window`` our start screen,
``dossier FILE`` our window with a dossier, its score tree painted.
"""

import runpy
import sys
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

SIZE = (1366, 728)
_PAINT = "paintEvent"


def main(arguments: list[str]) -> int:
    """Run one kind of start; return its exit code."""
    if arguments[0] == "bare":
        return _bare()
    if arguments[0] == "dossier":
        from ui.marks.score_view import ScoreView

        return _ours(ScoreView, arguments[1:])
    from ui.main_window import MainWindow

    return _ours(MainWindow, [])


def _bare() -> int:
    app = QApplication([])
    window = QMainWindow()
    _tell_first_paint(QMainWindow)
    window.resize(*SIZE)
    window.show()
    return app.exec()


def _ours(painted: type[QWidget], arguments: list[str]) -> int:
    _tell_first_paint(painted)
    sys.argv = ["main.py", *arguments]
    try:
        runpy.run_path("main.py", run_name="__main__")
    except SystemExit as end:
        return int(end.code or 0)
    return 0


def _tell_first_paint(painted: type[QWidget]) -> None:
    """Print the moment when the event loop is free again after the first paint of a widget."""
    before: Callable[..., Any] = getattr(painted, _PAINT)
    has_painted = False

    def paint(self: QWidget, event: object) -> None:
        nonlocal has_painted
        before(self, event)
        if not has_painted:
            has_painted = True
            QTimer.singleShot(0, _tell_and_leave)

    setattr(painted, _PAINT, paint)


def _tell_and_leave() -> None:
    print(time.monotonic_ns(), flush=True)
    QApplication.closeAllWindows()
    QApplication.exit(0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
