"""``main.py sample OUT.cchc``: write the sample dossier."""

import argparse
from pathlib import Path

from cchc_desktop.commands.sample import sample_command
from cchc_desktop.headless.command import DONE, Command
from cchc_desktop.headless.doors import StoreDoors
from cchc_desktop.session.founding import found


def _declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("out", type=Path)


def _run(options: argparse.Namespace, doors: StoreDoors) -> int:
    session = doors.create_session(options.out)
    found(session, sample_command())
    session.close()
    print(f"Đã ghi hồ sơ mẫu vào {options.out}")
    return DONE


COMMAND = Command("main.py sample TỆP.cchc", _declare, _run)
