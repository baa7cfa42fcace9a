"""``main.py report DOSSIER --report NAME --out FILE``: write a report, format by suffix."""

import argparse
from pathlib import Path

from cchc_desktop.clock import now
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.headless.command import DONE, Command
from cchc_desktop.headless.doors import StoreDoors
from cchc_desktop.reports import REPORTS
from cchc_desktop.reports.summary import Stamp
from cchc_desktop.reports.writers import write
from cchc_desktop.session import Session


def _declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("dossier", type=Path)
    parser.add_argument("--report", choices=sorted(REPORTS), required=True)
    parser.add_argument("--out", type=Path, required=True)


def _run(options: argparse.Namespace, doors: StoreDoors) -> int:
    session = doors.open_session(options.dossier)
    try:
        write_report(session, options.report, options.out)
    finally:
        session.close()
    print(f"Đã ghi báo cáo vào {options.out}")
    return DONE


def write_report(session: Session, name: str, out: Path) -> None:
    """Write one report of the newest assessment's first sheet.

    Raises:
        CchcError: the dossier has no sheet, or the file cannot be written.
    """
    state = session.state
    sheet = state.newest_sheet()
    if not sheet:
        raise CchcError("Hồ sơ chưa có bảng chấm điểm nào.", "Tạo kỳ đánh giá và đơn vị trước.")
    stamp = Stamp(now(), session.store.head)
    write(REPORTS[name](state, sheet, state.last_round(sheet), stamp), out)


COMMAND = Command("main.py report HỒ_SƠ.cchc --report summary --out TỆP.pdf", _declare, _run)
