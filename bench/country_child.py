"""The window on one large dossier, in a process of its own: prints its largest memory in MiB."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from bench.dossiers import make_sample, open_session
from cchc_desktop.domain.marks import Round
from ui.app import make_app
from ui.main_window import MainWindow
from ui.opened import OpenDossier, opener
from ui.shared.doors import Doors

_LOOKED_AT = 20
_STEP = 97  # units between two that are looked at


def main(path: Path) -> int:
    """Open the dossier, show the ranks, look at some units; return the exit code."""
    settings = path.with_name("settings.json")
    app = make_app(["bench"], settings)
    window = MainWindow(Doors(opener(open_session), make_sample, lambda *_: None), settings)
    window.resize(1366, 728)
    window.show()
    window.open_dossier(path)
    if not isinstance(window.opened, OpenDossier):
        return 1
    desk, view = window.opened.desk, window.opened.view
    _turn(app)
    view.show_place("rank")
    _turn(app)
    view.show_place("score")
    for sheet in list(desk.state.sheets)[::_STEP][:_LOOKED_AT]:
        desk.switch(sheet, Round.FIRST)
        _turn(app)
    print(_largest())
    window.close()
    return 0


def _turn(app: QApplication) -> None:
    for _ in range(3):
        app.processEvents()


def _largest() -> float:
    """Return the largest resident memory of this process so far, in MiB."""
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    return 0.0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
