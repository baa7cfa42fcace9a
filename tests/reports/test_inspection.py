"""The minutes of an inspection, and papers as plain text."""

from dataclasses import replace
from pathlib import Path

import pytest

from cchc_desktop.commands.documents import AddFile
from cchc_desktop.commands.evidence import AttachDocument, Content
from cchc_desktop.domain.integrity import Inspected
from cchc_desktop.reports import REPORTS, inspection
from cchc_desktop.reports.document import Document, Heading, NextPaper
from cchc_desktop.reports.inspection import Inspection, inspection_minutes
from cchc_desktop.reports.summary import Stamp
from cchc_desktop.reports.writers import write
from cchc_desktop.reports.writers.pdf import pdf_bytes
from cchc_desktop.reports.writers.text import text_of
from cchc_desktop.session import Session
from tests.reports.dossiers import STAMP
from tests.sample_session import ASSESSMENT, SHEET, fixed_clock, node, sample_session

A, B, C = "a" * 64, "b" * 64, "c" * 64


@pytest.fixture
def session() -> Session:
    found = sample_session()
    for code, sha256 in (("7.3", A), ("1.3", B)):
        content = Content(f"{code}.pdf", sha256, 9)
        found.run(AttachDocument(SHEET, node(code), content, fixed_clock(), f"d{code}"))
    found.run(AddFile("d1.3", Content("phu-luc.pdf", C, 9), fixed_clock()))
    return found


def minutes(session: Session, *seen: Inspected, faults: tuple[str, ...] | None = ()) -> Document:
    found = Inspection(fixed_clock(), {each.sha256: each for each in seen}, faults, "Lê Thư ký")
    return inspection_minutes(session.state, ASSESSMENT, found, Stamp(fixed_clock(), "9" * 64))


def test_minutes_name_what_is_damaged_with_its_hashes_and_where_it_is_used(
    session: Session,
) -> None:
    text = text_of(minutes(session, Inspected(A, C, 7, has_backup=True), Inspected(B, B, 9)))
    assert "đọc lại nội dung của 3 tệp" in text
    for line in ("1 tệp nguyên vẹn", "1 tệp hỏng", "0 tệp mất", "1 tệp chưa đọc tới"):
        assert f"- {line}" in text
    assert "1 tiêu chí không còn tài liệu nguyên vẹn" in text
    assert f"hỏng | 7.3.pdf | 7.3 | ghi {A}; đọc {C} | có trong bản lưu" in text
    assert f"1.3.pdf | 1.3 | {B}" in text
    assert "đều khớp. Mã chuỗi 9999-9999-9999" in text
    assert "NGƯỜI KIỂM TRA | Lê Thư ký" in text


def test_minutes_say_what_is_wrong_with_the_file_itself(session: Session) -> None:
    text = text_of(minutes(session, Inspected(A, "", 0), faults=("Chuỗi nhật ký bị đứt.",)))
    assert "- Chuỗi nhật ký bị đứt." in text
    assert f"mất | 7.3.pdf | 7.3 | ghi {A}; đọc không được | cần tệp gốc" in text
    assert "Tài liệu nguyên vẹn" not in text
    assert "Chưa kiểm tra xong cấu trúc" in text_of(minutes(session, faults=None))


def test_a_long_list_of_whole_files_is_cut(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inspection, "_MOST_WHOLE", 1)
    text = text_of(minutes(session, *(Inspected(key, key, 9) for key in (A, B, C))))
    assert "Và 2 tệp nguyên vẹn khác." in text
    assert "phu-luc.pdf" not in text


def test_minutes_are_a_pdf_too(session: Session) -> None:
    assert pdf_bytes(minutes(session, Inspected(A, C, 7))).startswith(b"%PDF")


def test_every_paper_can_be_written_as_text(tmp_path: Path) -> None:
    state = sample_session().state
    summary = REPORTS["summary"](state, SHEET, state.last_round(SHEET), STAMP)
    next_paper = NextPaper(summary.head, "GIẤY NHẮC", "đơn vị")
    body = (*summary.bodies[0], Heading("Phụ"), next_paper)
    write(replace(summary, bodies=(body,)), tmp_path / "a.txt")
    text = (tmp_path / "a.txt").read_text("utf-8-sig")
    assert text.startswith("UBND")
    for said in (summary.kind, summary.subject, "Phụ", "GIẤY NHẮC", summary.foot[0]):
        assert said in text
