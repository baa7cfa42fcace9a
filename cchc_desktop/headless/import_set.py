"""``main.py import-set DOSSIER FILE.json``: take a criteria set into a dossier."""

import argparse
from pathlib import Path

from cchc_desktop.commands.sets import ImportSet, ReplaceSet
from cchc_desktop.domain.set_draft import SetDraft
from cchc_desktop.domain.units import AssessmentLevel
from cchc_desktop.exchange.set_files import read_set_file
from cchc_desktop.headless.command import DONE, FOUND, Command
from cchc_desktop.headless.doors import StoreDoors
from cchc_desktop.session import Session


def _declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("dossier", type=Path)
    parser.add_argument("file", type=Path)
    parser.add_argument("--year", type=int, default=0)
    parser.add_argument("--level", type=AssessmentLevel, default=None)
    parser.add_argument("--replace", default="")


def _run(options: argparse.Namespace, doors: StoreDoors) -> int:
    draft, problems = read_set_file(options.file)
    for problem in problems:
        print(f"Lưu ý, {problem.words}" if problem.is_warning else f"Lỗi, {problem.words}")
    if draft is None:
        print(f"Chưa nhập bộ tiêu chí nào: tệp {options.file} có lỗi.")
        return FOUND
    session = doors.open_session(options.dossier)
    try:
        key = _take(session, draft, options)
        session.recalculate()
        title = session.state.assessments[key].title
    finally:
        session.close()
    print(f"Đã nhập {len(draft.criteria)} mục vào kỳ “{title}”, mã {key}")
    return DONE


def _take(session: Session, draft: SetDraft, options: argparse.Namespace) -> str:
    """Take the set; return the id of its assessment."""
    if options.replace:
        session.run(ReplaceSet(options.replace, draft))
        return str(options.replace)
    command = ImportSet(draft, options.year, options.level)
    session.run(command)
    return command.id


COMMAND = Command(
    "main.py import-set HỒ_SƠ.cchc TỆP.json [--year NĂM] [--level CẤP] [--replace MÃ_KỲ]",
    _declare,
    _run,
)
