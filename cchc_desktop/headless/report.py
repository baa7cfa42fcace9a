"""``main.py report DOSSIER --report NAME --out FILE``: write a report, format by suffix."""

import argparse
from datetime import date
from pathlib import Path

from cchc_desktop.clock import now
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.sittings import Sitting
from cchc_desktop.domain.state import State
from cchc_desktop.exchange.evidence_book import left_out
from cchc_desktop.headless.books import write_books
from cchc_desktop.headless.command import DONE, Command
from cchc_desktop.headless.doors import StoreDoors
from cchc_desktop.reports import REPORTS
from cchc_desktop.reports.coverage import coverage_list
from cchc_desktop.reports.minutes import minutes_of
from cchc_desktop.reports.summary import Stamp
from cchc_desktop.reports.writers import write
from cchc_desktop.session import Session
from cchc_desktop.wording import evidence_book as book_words
from cchc_desktop.wording import sittings as words
from cchc_desktop.wording.numerals import shown_date

_MINUTES, _COVERAGE, _BOOK = "minutes", "coverage", "evidence-book"


def _declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("dossier", type=Path)
    parser.add_argument("--report", choices=sorted((*REPORTS, _BOOK)), required=True)
    parser.add_argument("--sitting", default="")
    parser.add_argument("--unit", default="")
    parser.add_argument("--criterion", default="")
    parser.add_argument("--out", type=Path, required=True)


def _run(options: argparse.Namespace, doors: StoreDoors) -> int:
    session = doors.open_session(options.dossier)
    try:
        if options.report == _BOOK:
            books = write_books(session, options.unit, options.criterion, options.out)
            for book, made in books:
                print(book_words.made(made.pages, made.path.name, made.apart))
                print("".join(f"  {line}\n" for line in left_out(book, made)), end="")
            return DONE
        write_report(session, options.report, options.out, options.sitting)
    finally:
        session.close()
    print(f"Đã ghi báo cáo vào {options.out}")
    return DONE


def write_report(session: Session, name: str, out: Path, sitting: str = "") -> None:
    """Write one report of the newest assessment's first sheet.

    Args:
        session: the dossier.
        name: a key of ``REPORTS``.
        out: the file; its suffix says the format.
        sitting: id or day of the sitting whose minutes are written, "" for the newest; other
            reports only look whether there is such a sitting.

    Raises:
        CchcError: the dossier has no sheet or no such sitting, or the file cannot be written.
    """
    state = session.state
    sheet = state.newest_sheet()
    if not sheet:
        raise CchcError("Hồ sơ chưa có bảng chấm điểm nào.", "Tạo kỳ đánh giá và đơn vị trước.")
    stamp = Stamp(now(), session.store.head)
    named = _named(state, sitting) if sitting else None  # a wrong day never passes unseen
    if named is not None and name == _MINUTES:
        write(minutes_of(state, named, stamp), out)
        return
    if name == _COVERAGE:
        place = (sheet, state.last_round(sheet))
        write(coverage_list(state, place, stamp, session.store.texts.faults()), out)
        return
    write(REPORTS[name](state, sheet, state.last_round(sheet), stamp), out)


def _named(state: State, sitting: str) -> Sitting:
    found = sorted(state.sittings.values(), key=lambda each: (each.held_on or date.max, each.id))
    for each in found:
        day = shown_date(each.held_on) if each.held_on is not None else ""
        if sitting in {each.id, day}:
            return each
    days = tuple(shown_date(each.held_on) for each in found if each.held_on is not None)
    raise CchcError(words.sitting_unknown(sitting), words.sitting_days(days))


COMMAND = Command(
    "main.py report HỒ_SƠ.cchc --report summary|minutes|coverage|reminders [--sitting NGÀY_HỌP] "
    "--out TỆP.pdf|TỆP.txt\n"
    "  main.py report HỒ_SƠ.cchc --report evidence-book [--unit TÊN_ĐƠN_VỊ] "
    "(--criterion MÃ --out TỆP.pdf | --out THƯ_MỤC)",
    _declare,
    _run,
)
