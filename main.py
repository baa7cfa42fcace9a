"""Front door: builds everything, then steps aside."""

import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any


@cache
def sessions() -> Callable[[Path], Any]:
    """Return what opens the session of a dossier; storage and the core are loaded now."""
    from cchc_desktop.clock import now
    from cchc_desktop.session import Session
    from cchc_desktop.session.actor import machine_member
    from db import open_dossier

    return lambda path: Session(open_dossier(path), now, machine_member())


def window(arguments: list[str]) -> int:
    """Open the window, on a dossier where one is named; return the exit code."""
    from ui.shared import quick_start

    quick_start.begin()
    from ui.app import run
    from ui.shared.doors import Doors, NewDossier, Ready

    def open_ready(path: Path) -> Ready:
        from ui.opened import ready

        return ready(sessions()(path))

    def create_sample(path: Path) -> None:
        from cchc_desktop.session.founding import found_sample
        from db import create_dossier

        found_sample(create_dossier(path))

    def create_empty(path: Path, new: NewDossier) -> None:
        from cchc_desktop.session.founding import found_empty
        from db import create_dossier

        found_empty(create_dossier(path), new.year, new.level, new.unit)

    def backups() -> Any:
        from db import restore

        return restore

    doors = Doors(open_ready, create_sample, create_empty, sessions, backups)
    if arguments[:1] == ["demo"]:  # demo FOLDER: the main job in one go
        from ui.demo import demo

        return demo(Path(arguments[1] if len(arguments) > 1 else "."), doors)
    return run(arguments, doors)


def main(arguments: list[str]) -> int:
    """Run a command of the command line, or the window; return the exit code."""
    if getattr(sys, "frozen", False):  # only then a child process comes in by this door
        import multiprocessing

        multiprocessing.freeze_support()
    if arguments and "." not in arguments[0]:  # no file: what commands load would delay its window
        from cchc_desktop.headless import is_command

        if is_command(arguments[0]):
            from cchc_desktop.headless.doors import StoreDoors
            from cchc_desktop.headless.entry import main as headless
            from cchc_desktop.session.actor import machine_member
            from db import create_dossier, open_dossier

            return headless(arguments, StoreDoors(open_dossier, create_dossier, machine_member()))
    return window(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
