"""``main.py import-evidence DOSSIER FOLDER|FILE.zip``: take an exported register in."""

import argparse
from pathlib import Path

from cchc_desktop.commands.takeout import ImportRegister
from cchc_desktop.exchange.evidence_in import check_register, stage_register, unplaced
from cchc_desktop.headless.command import DONE, FOUND, Command
from cchc_desktop.headless.doors import StoreDoors
from cchc_desktop.progress import Progress
from cchc_desktop.session import Session
from cchc_desktop.wording import takeout as words


def _declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("dossier", type=Path)
    parser.add_argument("place", type=Path)


def _run(options: argparse.Namespace, doors: StoreDoors) -> int:
    with doors.writing(options.dossier) as session:
        return _take(session, options.place)


def _take(session: Session, place: Path) -> int:
    checked = check_register(place, Progress())
    problems = (*checked.problems, *unplaced(session.state, checked))
    for problem in problems:
        print(f"Lưu ý, {problem.words}" if problem.is_warning else f"Lỗi, {problem.words}")
    draft, refused = stage_register(session.store.vault, place, checked.draft, Progress())
    for line in refused:
        print(f"Lỗi, {line}")
    if not draft.documents:
        print(words.nothing_usable())
        return FOUND
    before = len(session.state.documents), len(session.state.links())
    session.run(ImportRegister(draft))
    after = len(session.state.documents), len(session.state.links())
    new, linked = after[0] - before[0], after[1] - before[1]
    print(words.took_in(len(draft.documents), new, linked))
    return FOUND if problems or refused else DONE


COMMAND = Command("main.py import-evidence HỒ_SƠ.cchc THƯ_MỤC|TỆP.zip", _declare, _run)
