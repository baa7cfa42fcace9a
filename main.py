"""Front door: builds everything, then steps aside."""

import gc
import getpass
import multiprocessing
import sys
from pathlib import Path

from cchc_desktop.clock import now
from cchc_desktop.domain.units import Member
from cchc_desktop.session import Session
from cchc_desktop.store import Store


def open_store(path: Path) -> Store:
    """Open a dossier; storage is loaded now, not before the first paint."""
    from db import open_dossier

    return open_dossier(path)


def create_store(path: Path) -> Store:
    """Make a new, empty dossier."""
    from db import create_dossier

    return create_dossier(path)


def actor() -> Member:
    """Return who works: the account of the machine."""
    try:
        account = getpass.getuser()
    except (KeyError, OSError, ImportError):  # Windows without USERNAME, a bare container
        account = "nguoi-dung"
    return Member(f"os-{account}", account)


def window(arguments: list[str]) -> int:
    """Open the window, on a dossier where one is named; ``demo FOLDER`` shows the main job."""
    gc.disable()  # until all is loaded: nothing of it is garbage
    from cchc_desktop.commands.founding import OpenAssessment
    from cchc_desktop.commands.sample import sample_command
    from ui.app import run
    from ui.shared.doors import Doors, NewDossier

    def create_sample(path: Path) -> None:
        session = Session(create_store(path), now, actor())
        session.run(sample_command())
        session.close()

    def create_empty(path: Path, new: NewDossier) -> None:
        session = Session(create_store(path), now, actor())
        session.run(OpenAssessment(new.year, new.level, new.unit))
        session.close()

    doors = Doors(lambda path: Session(open_store(path), now, actor()), create_sample, create_empty)
    if arguments[:1] == ["demo"]:
        from ui.demo import demo

        return demo(Path(arguments[1] if len(arguments) > 1 else "."), doors)
    return run(arguments, doors)


def main(arguments: list[str]) -> int:
    """Run a command of the command line, or the window; return the exit code."""
    multiprocessing.freeze_support()
    if arguments and "." not in arguments[0]:  # no file: what commands load would delay its window
        from cchc_desktop.headless import COMMANDS

        if arguments[0] in COMMANDS:
            from cchc_desktop.headless.doors import StoreDoors
            from cchc_desktop.headless.entry import main as headless

            return headless(arguments, StoreDoors(open_store, create_store, actor()))
    return window(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
