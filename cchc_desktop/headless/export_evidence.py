"""``main.py export-evidence DOSSIER --out FOLDER|FILE.zip``: the register with all its files."""

import argparse
from pathlib import Path

from cchc_desktop.domain.takeout import Scope, register_of
from cchc_desktop.exchange.evidence_out import export_register
from cchc_desktop.headless.attach import sheet_of
from cchc_desktop.headless.command import DONE, FOUND, Command
from cchc_desktop.headless.doors import StoreDoors
from cchc_desktop.progress import Progress
from cchc_desktop.wording import takeout as words


def _declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("dossier", type=Path)
    parser.add_argument("--unit", default="")
    parser.add_argument("--out", type=Path, required=True)


def _run(options: argparse.Namespace, doors: StoreDoors) -> int:
    session = doors.open_session(options.dossier)
    try:
        sheet = sheet_of(session.state, options.unit) if options.unit else ""
        title = f"{words.INDEX_TITLE}, {options.unit or options.dossier.stem}"
        draft = register_of(session.state, Scope(sheet), title)
        found = export_register(session.store.vault, draft, options.out, Progress())
    finally:
        session.close()
    for line in found.left_out:
        print(f"Lỗi, {line}")
    print(words.exported(found.documents, str(options.out)))
    return FOUND if found.left_out else DONE


COMMAND = Command(
    "main.py export-evidence HỒ_SƠ.cchc --out THƯ_MỤC|TỆP.zip [--unit TÊN_ĐƠN_VỊ]", _declare, _run
)
