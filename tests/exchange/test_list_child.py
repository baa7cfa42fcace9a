from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.exchange.list_child import read_document_list
from cchc_desktop.exchange.list_worker import rows_of
from cchc_desktop.progress import Progress
from tests.exchange.old_excel import an_xls


def a_list(path: Path) -> Path:
    """Write a workbook as an e-document system exports it."""
    book = xlsxwriter.Workbook(str(path), {"default_date_format": "dd/mm/yyyy"})
    book.add_worksheet("Bìa").write_row(0, 0, ["Sổ văn bản đi"])
    sheet = book.add_worksheet("Văn bản")
    sheet.write_row(0, 0, ["TT", "Số, ký hiệu", "Ngày ban hành", "Trích yếu"])
    sheet.write_row(1, 0, [1, "55/TB-VPCP", date(2023, 2, 24), "Thông báo"])
    sheet.write_row(2, 0, [2, "876/QĐ-BNV", "10/11/2022", "Phê duyệt"])
    book.close()
    return path


def test_the_sheet_with_documents_is_read_in_a_child(tmp_path: Path) -> None:
    found = read_document_list(a_list(tmp_path / "sổ đi.xlsx"), Progress())
    assert [row.number for row in found.rows] == ["55/TB-VPCP", "876/QĐ-BNV"]
    assert [row.issued_on for row in found.rows] == [date(2023, 2, 24), date(2022, 11, 10)]


def test_cells_are_text_days_and_counts_too(tmp_path: Path) -> None:
    _, sheet = rows_of(a_list(tmp_path / "a.xlsx"))
    assert sheet[1] == ["1", "55/TB-VPCP", "2023-02-24", "Thông báo"]


def test_a_list_of_excel_97_is_read_whatever_its_suffix(tmp_path: Path) -> None:
    rows = (("Số, ký hiệu", "Ngày ban hành", "Trích yếu"), ("9/KH-UBND", "10/11/2022", "Kế hoạch"))
    for name in ("sổ đi.xls", "sổ đi.xlsx"):
        (tmp_path / name).write_bytes(an_xls(rows))
        (found,) = read_document_list(tmp_path / name, Progress()).rows
        day = date(2022, 11, 10)
        assert (found.number, found.issued_on, found.subject) == ("9/KH-UBND", day, "Kế hoạch")


@pytest.mark.parametrize("body", [b"", b"PK\x03\x04 nothing", b"%PDF-1.4", b"\xd0\xcf\x11\xe0"])
def test_a_file_that_is_no_spreadsheet_is_refused(tmp_path: Path, body: bytes) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(body)
    with pytest.raises(CchcError, match="Không đọc được"):
        read_document_list(path, Progress())


def test_a_spreadsheet_without_numbers_is_refused_with_the_headings_wanted(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"))
    book.add_worksheet().write_row(0, 0, ["a", "b"])
    book.close()
    with pytest.raises(CchcError) as refused:
        read_document_list(tmp_path / "a.xlsx", Progress())
    assert "Số, ký hiệu" in refused.value.hint
