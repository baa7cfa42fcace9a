"""The text of every kind of file is read; a bad file is named, and harms nobody."""

import zipfile
from pathlib import Path

import docx
import pytest
import xlsxwriter
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.texts import ExtractedText, TextFault
from cchc_desktop.exchange import child as child_module
from cchc_desktop.exchange import text_worker
from cchc_desktop.exchange.child import Child, ChildError, SlowError
from cchc_desktop.exchange.text_child import TextChild
from cchc_desktop.exchange.text_worker import text_of
from tests.exchange import bad_readers
from tests.exchange.office_files import WORDS, a_docx, a_pdf_of, an_odt, an_xlsx
from tests.exchange.old_excel import an_ole, an_xls


def test_a_pdf_gives_a_text_a_page(tmp_path: Path) -> None:
    found = text_of(a_pdf_of(tmp_path / "a", [WORDS, "", "trang ba"]))
    assert found.fault is TextFault.NONE
    assert [page.strip() for page in found.pages] == [WORDS, "", "trang ba"]


def test_a_document_of_word_gives_paragraphs_and_tables(tmp_path: Path) -> None:
    assert text_of(a_docx(tmp_path / "a")).pages == (f"{WORDS}\nSở Nội vụ\t12",)


def test_all_that_word_shows_is_read(tmp_path: Path) -> None:
    document = docx.Document()
    parts = (
        (
            "<w:p><w:pPr><w:tabs><w:tab w:val='left' w:pos='9'/></w:tabs></w:pPr>"
            "<w:hyperlink><w:r><w:t>liên kết</w:t></w:r></w:hyperlink>"
            "<w:ins w:id='1'><w:r><w:tab/><w:t>chèn vào</w:t></w:r></w:ins>"
            "<w:del w:id='2'><w:r><w:delText>bỏ đi</w:delText></w:r></w:del></w:p>"
        ),
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>ô điều khiển</w:t></w:r></w:p></w:sdtContent></w:sdt>",
        (
            "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>một</w:t></w:r></w:p></w:tc><w:tc><w:tbl><w:tr><w:tc>"
            "<w:p><w:r><w:t>lồng</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>"
        ),
    )
    for at, part in enumerate(parts):
        declared = part.replace(">", f" {nsdecls('w')}>", 1)
        document.element.body.insert(at, parse_xml(declared))
    document.save(str(tmp_path / "a"))
    lines = text_of(tmp_path / "a").pages[0].splitlines()
    assert lines == ["liên kết\tchèn vào", "ô điều khiển", "một\tlồng"]


def test_a_workbook_gives_a_text_a_sheet(tmp_path: Path) -> None:
    found = text_of(an_xlsx(tmp_path / "a"))
    assert found.pages == (f"Thống kê\n{WORDS}\t94385\t0,5", "Trống")


def test_a_workbook_of_excel_97_gives_a_text_a_sheet(tmp_path: Path) -> None:
    (tmp_path / "a.xls").write_bytes(an_xls([["Sở Nội vụ", 94385], ["đúng hạn", 0.5]]))
    assert text_of(tmp_path / "a.xls").pages == ("Văn bản\nSở Nội vụ\t94385\nđúng hạn\t0,5",)


def test_a_text_of_libre_office_gives_its_paragraphs(tmp_path: Path) -> None:
    assert text_of(an_odt(tmp_path / "a")).pages == (f"Báo cáo\n{WORDS} hết",)


def test_plain_text_is_read_whatever_its_name(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes("\ufeffhồ sơ".encode())
    assert text_of(path).pages == ("hồ sơ",)


def bomb(path: Path) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", bytes(400 * 1024**2))
    return path


def many_parts(path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as packed:
        for number in range(10_001):
            packed.writestr(str(number), b"")
    return path


def written(path: Path, body: bytes) -> Path:
    path.write_bytes(body)
    return path


def presentation(path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("ppt/presentation.xml", b"<x/>")
    return path


@pytest.mark.parametrize(
    ("make", "fault"),
    [
        (presentation, TextFault.UNKNOWN),
        (lambda path: written(path, an_ole("WordDocument", b"\xec\xa5")), TextFault.UNKNOWN),
        (lambda path: written(path, an_ole("PowerPoint Document", b"x")), TextFault.UNKNOWN),
        (lambda path: written(path, an_ole("__properties_version1.0", b"x")), TextFault.UNKNOWN),
        (lambda path: written(path, an_ole("EncryptedPackage", b"x")), TextFault.LOCKED),
        (lambda path: a_pdf_of(path, ["mật"], "khóa"), TextFault.LOCKED),
        (lambda path: a_pdf_of(path, [""]), TextFault.NO_TEXT),
        (lambda path: written(path, b"%PDF-1.4 cut"), TextFault.DAMAGED),
        (lambda path: written(path, a_docx(path).read_bytes()[:-500]), TextFault.DAMAGED),
        (lambda path: written(path, b"PK\x03\x04" + bytes(100)), TextFault.DAMAGED),
        (
            lambda path: written(path, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
            TextFault.DAMAGED,
        ),
        (lambda path: written(path, b"\x89PNG\r\n\x1a\n"), TextFault.NO_TEXT),
        (lambda path: written(path, b"MZ\x90\x00"), TextFault.PROGRAM),
        (lambda path: written(path, b"\x00\x01\x02"), TextFault.UNKNOWN),
        (bomb, TextFault.TOO_LARGE),
        (many_parts, TextFault.TOO_LARGE),
    ],
)
def test_a_file_that_gives_no_text_says_why(tmp_path: Path, make: object, fault: TextFault) -> None:
    assert callable(make)
    found = text_of(make(tmp_path / "Văn bản.pdf"))
    assert found.fault is fault


def test_a_file_that_is_gone_is_damaged(tmp_path: Path) -> None:
    assert text_of(tmp_path / "x").fault is TextFault.DAMAGED


def test_more_than_anybody_reads_is_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = a_pdf_of(tmp_path / "a", ["một", "hai"])
    monkeypatch.setattr(text_worker, "MOST_PAGES", 1)
    assert text_of(path).fault is TextFault.TOO_LARGE
    monkeypatch.setattr(text_worker, "MOST_PAGES", 9)
    monkeypatch.setattr(text_worker, "MOST_CHARACTERS", 4)
    assert text_of(path).fault is TextFault.TOO_LARGE


def test_the_child_reads_one_file_after_the_other(tmp_path: Path) -> None:
    child = TextChild()
    try:
        assert child.ask(an_odt(tmp_path / "a")).pages == (f"Báo cáo\n{WORDS} hết",)
        assert child.ask(a_docx(tmp_path / "b")).fault is TextFault.NONE
        assert child.ask(tmp_path / "x") == ExtractedText(fault=TextFault.DAMAGED)
    finally:
        child.stop()
    child.stop()


def test_a_workbook_with_a_cell_in_the_farthest_corner_is_too_large_not_damaged(
    tmp_path: Path,
) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"))
    sheet = book.add_worksheet()
    sheet.write(0, 0, WORDS)
    sheet.write(1_048_575, 16_383, WORDS)
    book.close()
    child = TextChild()
    try:
        assert child.ask(tmp_path / "a.xlsx") == ExtractedText(fault=TextFault.TOO_LARGE)
    finally:
        child.stop()


def test_a_child_that_dies_or_hangs_is_told_and_the_next_question_starts_another() -> None:
    child = Child(bad_readers.moody, 20.0)
    try:
        assert child.ask(b"echo") == [b"echo", b""]
        with pytest.raises(ChildError):
            child.ask(b"die")
        assert child.ask(b"again") == [b"again", b""]
        assert child.ask(b"echo") == [b"echo", b""]
    finally:
        child.stop()
    hasty = Child(bad_readers.moody, 0.5)
    with pytest.raises(SlowError):
        hasty.ask(b"hang")
    hasty.stop()


def test_a_file_asked_for_after_another_was_given_up_is_read(tmp_path: Path) -> None:
    child = TextChild()
    try:
        before = child.ask(an_odt(tmp_path / "a"))
        child.interrupt()  # while it is idle
        assert child.ask(tmp_path / "a") == before
    finally:
        child.stop()


def test_a_child_that_cannot_load_its_parsers_is_told() -> None:
    with pytest.raises(ChildError):
        Child(bad_readers.broken, 20.0).ask(b"echo")


def test_a_machine_that_starts_no_child_is_told_and_nothing_is_kept_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(child_module, "_START_LIMIT", 0.0)
    reader = TextChild()
    with pytest.raises(CchcError, match="không mở được phần đọc chữ"):
        reader.ask(an_odt(tmp_path / "a"))
    reader.stop()
