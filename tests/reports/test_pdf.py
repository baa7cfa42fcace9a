"""The PDF: one page, all fonts inside, whole or not at all."""

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from cchc_desktop.commands.criteria import AddCriterion
from cchc_desktop.commands.marks import Place, SetPoints
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.marks import Round
from cchc_desktop.reports import REPORTS
from cchc_desktop.reports.document import Block, Document, Heading
from cchc_desktop.reports.summary import summary
from cchc_desktop.reports.writers import WRITERS, pdf, write
from cchc_desktop.reports.writers.pdf import DoesNotFitError, pdf_bytes
from cchc_desktop.session import Session
from tests.reports.dossiers import STAMP, empty_session, read, summary_of, text_of
from tests.sample_session import SHEET, sample_session

GOLDEN = Path(__file__).parents[1] / "golden" / "hai-duong-2022-tom-tat.txt"


@pytest.fixture(scope="module")
def sample() -> Document:
    return summary(sample_session().state, SHEET, Round.FIRST, STAMP)


def test_the_samples_summary_is_one_a4_page_of_the_golden_text(sample: Document) -> None:
    (page,) = read(sample).pages
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (595, 842)
    text = page.extract_text() + "\n"
    if os.environ.get("CCHC_NEW_GOLDEN"):
        GOLDEN.write_text(text, encoding="utf-8")
    assert text == GOLDEN.read_text(encoding="utf-8")


def test_papers_that_are_wanted_at_the_same_time_are_made_one_after_the_other(
    sample: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone, build = pdf_bytes(sample), pdf._built
    inside: list[int] = []
    most: list[int] = []

    def watched(document: Document, body: tuple[Block, ...]) -> object:
        inside.append(1)
        most.append(len(inside))
        try:
            return build(document, body)
        finally:
            inside.pop()

    monkeypatch.setattr(pdf, "_built", watched)
    with ThreadPoolExecutor(4) as threads:
        made = list(threads.map(pdf_bytes, [sample] * 8))
    assert set(made) == {alone}
    assert max(most) == 1


def test_every_font_is_embedded(sample: Document) -> None:
    fonts = _fonts(read(sample))
    assert {name.split("+")[1] for name in fonts} == {"Tinos", "Tinos-Bold", "Tinos-Italic"}
    assert all(fonts.values())


def test_the_same_document_gives_the_same_bytes_and_says_when_it_was_made(
    sample: Document,
) -> None:
    assert pdf_bytes(sample) == pdf_bytes(sample)
    reader = read(sample)
    assert reader.metadata is not None
    assert reader.metadata.creation_date_raw == "D:20261123140500"
    assert reader.metadata.title == sample.title
    assert str(reader.root_object["/Lang"]) == "vi-VN"


def test_names_may_hold_any_sign() -> None:
    session = empty_session()
    _add_areas(session, 1, "Lĩnh vực <b> & “lạ” &amp; a < b > c")
    text = text_of(summary_of(session.state))
    assert "Sở Mới & Lạ <thử>" in text
    assert "<b> & “lạ” &amp; a < b > c" in text


def test_combining_marks_are_printed_as_whole_letters(sample: Document) -> None:
    decomposed = replace(sample, subject="Ti\u0309nh Ha\u0309i Du\u031bo\u031bng")
    assert "Tỉnh Hải Dương" in text_of(decomposed)


@pytest.mark.parametrize("count", [0, 1, 20, 60])
def test_any_set_of_areas_takes_one_page(count: int) -> None:
    session = empty_session()
    _add_areas(session, count, "Lĩnh vực có tên rất dài để thử xem trang giấy còn đủ chỗ hay không")
    document = summary_of(session.state)
    assert len(read(document).pages) == 1
    if count > 40:
        assert "Các lĩnh vực còn lại" in text_of(document)


@pytest.mark.parametrize("points", ["0", "0.004", "1", "9.996", "10"])
def test_bars_of_any_length_are_drawn(points: str) -> None:
    session = empty_session()
    _add_areas(session, 2, "Lĩnh vực")
    area = next(iter(session.state.criteria))
    (sheet,) = session.state.sheets
    session.run(SetPoints(Place(sheet, area, Round.FIRST), Decimal(points)))
    assert len(read(summary_of(session.state)).pages) == 1


def test_endless_words_still_take_one_page() -> None:
    session = empty_session(unit="Ủy ban nhân dân " * 40)
    _add_areas(session, 3, "Rất dài " * 200)
    assert len(read(summary_of(session.state)).pages) == 1


def test_a_paper_that_cannot_fit_is_refused(sample: Document) -> None:
    endless = replace(sample, bodies=(tuple(Heading(str(line)) for line in range(100)),))
    with pytest.raises(DoesNotFitError):
        pdf_bytes(endless)


def test_the_suffix_names_the_writer(sample: Document, tmp_path: Path) -> None:
    assert list(WRITERS) == [".pdf", ".txt"]
    assert list(REPORTS) == ["summary", "minutes", "coverage", "reminders"]
    write(sample, tmp_path / "a.PDF")
    assert PdfReader(tmp_path / "a.PDF").pages
    for name in ("a.xyz", "a"):
        with pytest.raises(CchcError, match=r"Chưa có định dạng|chưa có đuôi"):
            write(sample, tmp_path / name)


def test_a_missing_folder_is_named(sample: Document, tmp_path: Path) -> None:
    with pytest.raises(CchcError, match="Không có thư mục") as refusal:
        write(sample, tmp_path / "không có" / "a.pdf")
    assert refusal.value.hint


def test_a_folder_is_not_written_over(sample: Document, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(CchcError, match="là một thư mục"):
        write(sample, tmp_path / "a.pdf")


def test_a_disk_that_refuses_leaves_the_old_file_and_no_draft(
    sample: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.pdf"
    target.write_text("cũ", encoding="utf-8")

    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(13, "in use", str(target))

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(CchcError, match=r"Không ghi được tệp “a\.pdf”"):
        write(sample, target)
    assert target.read_text(encoding="utf-8") == "cũ"
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


def test_a_full_disk_is_said(
    sample: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", refuse)
    with pytest.raises(CchcError, match="Ổ đĩa đã đầy"):
        write(sample, tmp_path / "a.pdf")


def _add_areas(session: Session, count: int, name: str) -> None:
    (assessment,), (sheet,) = session.state.assessments, session.state.sheets
    for _ in range(count):
        area = AddCriterion(assessment, "", name, maximum=Decimal(10))
        session.run(area)
        session.run(SetPoints(Place(sheet, area.id, Round.FIRST), Decimal("7.255")))


def _fonts(reader: PdfReader) -> dict[str, bool]:
    """Return the fonts of all pages by name, with whether their outlines are inside."""
    found: dict[str, bool] = {}
    for page in reader.pages:
        resources = page["/Resources"].get_object()
        assert isinstance(resources, DictionaryObject)
        fonts = resources["/Font"].get_object()
        assert isinstance(fonts, DictionaryObject)
        for font in fonts.values():
            fields = font.get_object()
            assert isinstance(fields, DictionaryObject)
            descriptor = fields.get("/FontDescriptor", DictionaryObject()).get_object()
            found[str(fields["/BaseFont"])] = "/FontFile2" in descriptor
    return found
