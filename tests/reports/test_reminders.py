"""Reminders: one letter to each who is late, with what is missing and until when."""

from datetime import date
from pathlib import Path

import pytest

from cchc_desktop.commands.rounds import SetDays
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.track import course_of, track_rows
from cchc_desktop.headless.report import write_report
from cchc_desktop.reports import REPORTS
from cchc_desktop.reports.document import Document, NextPaper
from cchc_desktop.reports.reminders import letter
from cchc_desktop.reports.summary import Stamp
from cchc_desktop.session import Session
from tests.reports.dossiers import read
from tests.track_dossier import (
    ASSESSMENT,
    TODAY,
    clock,
    criteria,
    founding,
    province_session,
    track_session,
)

STAMP = Stamp(clock(), "449d92199411" + "0" * 52)


def letters(session: Session) -> dict[str, str]:
    state = session.state
    course = course_of(state, ASSESSMENT)
    rows = track_rows(state, ASSESSMENT)
    return {row.key: letter(state, course, row, TODAY).text for row in rows if row.late(TODAY)}


def paper(session: Session) -> Document:
    sheet = session.state.newest_sheet()
    return REPORTS["reminders"](session.state, sheet, Round.FIRST, STAMP)


def test_a_unit_reads_what_it_misses_and_until_when() -> None:
    nodes = criteria(c22=date(2023, 1, 3))
    assert letters(track_session(founding(nodes=nodes)))["tu"] == (
        "Kính gửi: Sở Y tế\n"
        "Đến ngày 13/02/2023, phần tự chấm của Sở Y tế (Sở, ban, ngành 2022) chưa xong.\n"
        "Hạn: 03/01/2023, đã quá 41 ngày.\n"
        "Đã chấm 3/4 tiêu chí.\n"
        "Còn 1 tiêu chí chưa chấm:\n"
        "- 2.2 Nội dung 2.2 (hạn 03/01/2023)\n"
        "Đề nghị hoàn thành, kèm tài liệu kiểm chứng, rồi chốt tự chấm."
    )


def test_a_late_appraisal_is_asked_of_the_appraisers() -> None:
    found = letters(track_session())["lan1"]
    assert found.startswith("Kính gửi: Tổ thẩm định\n")
    assert "phần thẩm định lần 1 của Sở Xây dựng" in found
    assert "- 1.2 Nội dung 1.2\n" in found


def test_an_agency_reads_of_its_own_criteria_alone() -> None:
    found = letters(province_session())
    assert list(found) == ["noi-vu"]
    assert found["noi-vu"].startswith("Kính gửi: Sở Nội vụ\n")
    assert "do Sở Nội vụ tham mưu (Tỉnh Hải Dương)" in found["noi-vu"]
    assert "1.1" in found["noi-vu"]
    assert "2.2" not in found["noi-vu"]


def test_each_letter_has_a_page_with_its_own_head() -> None:
    session = track_session()
    document = paper(session)
    assert sum(isinstance(block, NextPaper) for block in document.bodies[0]) == 3
    pages = [" ".join(page.extract_text().split()) for page in read(document).pages]
    assert len(pages) == 4
    assert all("GIẤY NHẮC" in page and "Kính gửi" in page for page in pages)
    assert "Sở Công Thương" in pages[0]
    assert "Sở Y tế" not in pages[0]


def test_nobody_late_is_said() -> None:
    session = track_session()
    session.run(SetDays(ASSESSMENT, (None,) * 5))
    with pytest.raises(CchcError, match="Không có đơn vị nào quá hạn"):
        paper(session)


def test_the_command_line_writes_the_letters(tmp_path: Path) -> None:
    session = track_session()
    write_report(session, "reminders", tmp_path / "nhac.pdf")
    assert (tmp_path / "nhac.pdf").read_bytes().startswith(b"%PDF")
