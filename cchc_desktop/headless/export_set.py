"""``main.py export-set DOSSIER --assessment ID --out FILE.json``: write a criteria set."""

import argparse
from pathlib import Path

from cchc_desktop.domain.set_draft import draft_of
from cchc_desktop.exchange.set_files import set_file
from cchc_desktop.headless.command import DONE, Command
from cchc_desktop.headless.doors import StoreDoors
from cchc_desktop.reports.writers.files import write_whole


def _declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("dossier", type=Path)
    parser.add_argument("--assessment", required=True)
    parser.add_argument("--out", type=Path, required=True)


def _run(options: argparse.Namespace, doors: StoreDoors) -> int:
    session = doors.open_session(options.dossier)
    try:
        draft = draft_of(session.state, options.assessment)
    finally:
        session.close()
    write_whole(options.out, set_file(draft))
    print(f"Đã ghi bộ tiêu chí ({len(draft.criteria)} mục) vào {options.out}")
    return DONE


COMMAND = Command("main.py export-set HỒ_SƠ.cchc --assessment MÃ_KỲ --out TỆP.json", _declare, _run)
