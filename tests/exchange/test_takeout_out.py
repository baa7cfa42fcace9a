"""What goes out is whole or not there, by criterion, with indexes and hashes."""

import errno
import hashlib
import os
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import python_calamine
from PySide6.QtQml import QJSEngine
from PySide6.QtWidgets import QApplication

from cchc_desktop.commands.evidence import AttachDocument
from cchc_desktop.commands.sets import CopyAssessment
from cchc_desktop.commands.units import AddUnits
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.takeout import Scope
from cchc_desktop.domain.text import fold
from cchc_desktop.exchange.evidence_in import check_register
from cchc_desktop.exchange.evidence_out import export_register
from cchc_desktop.exchange.takeout_html import FOLD, index_html
from cchc_desktop.exchange.takeout_paths import MOST_PATH, with_paths
from cchc_desktop.progress import CancelledError, Progress
from cchc_desktop.wording import takeout as words
from tests.evidence_register import Register, filled
from tests.exchange.takeout_places import exported
from tests.sample_session import ASSESSMENT, SHEET, fixed_clock, node


@pytest.fixture
def full(tmp_path: Path) -> Register:
    return filled(tmp_path)


@pytest.fixture
def out(full: Register, tmp_path: Path) -> Path:
    return exported(full, tmp_path / "ra")


def test_files_lie_by_criterion_once_with_indexes_and_hashes(out: Path) -> None:
    found = sorted(str(path.relative_to(out)) for path in out.rglob("*") if path.is_file())
    assert found == [
        "7.2/Kế hoạch _1.pdf",
        "7.2/phụ lục.xlsx",
        "7.3/_con.txt",
        "Chưa gắn/Quét.png",
        "index.html",
        "index.xlsx",
        "manifest.sha256",
        "register.json",
    ]
    for line in (out / "manifest.sha256").read_text(encoding="utf-8").splitlines():
        sha256, path = line.split("  ")
        assert hashlib.sha256((out / path).read_bytes()).hexdigest() == sha256


def test_the_workbook_has_a_row_a_document_and_criterion(out: Path) -> None:
    book = python_calamine.CalamineWorkbook.from_path(out / "index.xlsx")
    rows = book.get_sheet_by_name(book.sheet_names[0]).to_python(skip_empty_area=False)[3:]
    assert [(row[2], row[4], row[10]) for row in rows] == [
        ("7.2", "Kế hoạch #1.pdf", ""),
        ("7.3", "Kế hoạch #1.pdf", "3-5"),
        ("7.3", "_con.txt", ""),
        ("", "Quét.png", ""),
    ]
    packed = zipfile.ZipFile(out / "index.xlsx")
    links = packed.read("xl/worksheets/_rels/sheet1.xml.rels").decode()
    assert 'Target="7.2/Kế%20hoạch%20_1.pdf"' in links
    packed.close()


def test_the_page_escapes_what_it_shows_and_searches_as_the_program_does(
    qapp: QApplication, full: Register
) -> None:
    page = index_html(with_paths(full.draft(), "")).decode()
    assert "&lt;cải cách&gt;" in page
    assert "<cải" not in page
    engine = QJSEngine()
    engine.evaluate(FOLD)
    for typed in ("Đường Nguyễn Huệ", "HỒ SƠ trực tuyến", "Số: 55/TB-VPCP"):
        found: Any = engine.evaluate(f'fold("{typed}")')
        assert found.toString() == fold(typed)


def test_only_the_chosen_part_goes_out(full: Register) -> None:
    area = full.session.state.criteria[node("7.3")]
    assert len(full.draft(Scope(SHEET)).documents) == 2
    assert len(full.draft(Scope(SHEET, node("7.2"))).documents) == 1
    assert len(full.draft(Scope(SHEET, area.parent)).documents) == 2
    assert not full.draft(Scope(SHEET, node("1"))).documents


def test_names_stay_apart_and_short(tmp_path: Path) -> None:
    register = Register(tmp_path)
    for number in range(3):
        register.attach("7.3", f"{'Tên dài ' * 40}.pdf", bytes([number + 1]))
        register.attach("7.3", ("A.pdf", "a.PDF", "A.pdf")[number], bytes([number + 9]))
    place = "C:\\" + "x" * 150
    paths = [each.path for each in with_paths(register.draft(), place).documents]
    assert len({path.casefold() for path in paths}) == 6
    assert all(len(place) + 1 + len(path) <= MOST_PATH for path in paths)
    assert all(path.lower().endswith(".pdf") for path in paths)
    with pytest.raises(CchcError, match="quá dài"):
        with_paths(register.draft(), "x" * 230)


def test_a_place_that_is_taken_or_missing_is_refused(full: Register, out: Path) -> None:
    (out.parent / "rỗng").mkdir()
    exported(full, out.parent / "rỗng")
    (out.parent / "tệp").write_bytes(b"x")
    (out.parent / "a.zip").mkdir()
    for place in (out, out.parent / "tệp", out.parent / "a.zip"):
        with pytest.raises(CchcError) as refused:
            exported(full, place)
        assert refused.value.sentence == words.place_taken(place.name)
    with pytest.raises(CchcError) as refused:
        exported(full, out.parent / "không có" / "ra")
    assert refused.value.sentence == words.no_parent(str(out.parent / "không có"))


@pytest.mark.parametrize("name", ["đầy", "đầy.zip"])
def test_a_disk_that_fills_up_leaves_nothing(
    full: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    before = sorted(tmp_path.iterdir())

    def full_disk(_: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(CchcError, match="đã đầy"):
        exported(full, tmp_path / name)
    assert sorted(tmp_path.iterdir()) == before


def test_no_room_is_said_before_anything_is_written(
    full: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(tmp_path)._replace(free=5)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    with pytest.raises(CchcError, match="không đủ chỗ"):
        exported(full, tmp_path / "ra")


@pytest.mark.parametrize("name", ["dừng", "dừng.zip"])
def test_work_that_is_stopped_leaves_nothing(full: Register, tmp_path: Path, name: str) -> None:
    before = sorted(tmp_path.iterdir())
    progress = Progress(lambda done, _: progress.cancel() if done > 5 else None)
    with pytest.raises(CancelledError):
        export_register(full.session.store.vault, full.draft(), tmp_path / name, progress)
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("name", ["ra", "ra.zip"])
def test_a_damaged_document_is_named_and_the_others_go_out(
    full: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    vault, whole = full.session.store.vault, full.session.store.vault.chunks
    bad = next(d for d in full.session.state.documents.values() if d.name == "_con.txt").sha256

    def chunks(sha256: str) -> Iterator[bytes]:
        yield from whole(sha256)
        if sha256 == bad:
            raise CchcError("Nội dung tài liệu bị hỏng.")

    monkeypatch.setattr(vault, "chunks", chunks)
    found = export_register(vault, full.draft(), tmp_path / name, Progress())
    assert found.left_out == ("_con.txt: Nội dung tài liệu bị hỏng.",)
    checked = check_register(tmp_path / name, Progress())
    assert len(checked.draft.documents) == 2
    assert [each for each in checked.problems if "hỏng từ khi xuất" in each.words]


def test_years_and_units_have_folders_of_their_own(full: Register) -> None:
    run, state = full.session.run, full.session.state
    run(CopyAssessment(ASSESSMENT, 2023, documents=True))
    paths = {each.path for each in with_paths(full.draft(), "").documents}
    assert "Cấp tỉnh 2023/7.2/Kế hoạch _1.pdf" in paths
    run(AddUnits(ASSESSMENT, "Sở", ("Sở Nội vụ",)))
    other = full.session.state.sheets_of(ASSESSMENT)[-1].id
    shared = full.content("chung.pdf", b"%PDF chung")
    run(AttachDocument(other, node("7.3"), shared, fixed_clock()))
    paths = {each.path for each in with_paths(full.draft(), "").documents}
    assert "Cấp tỉnh 2022/Sở Nội vụ/7.3/chung.pdf" in paths
    assert len(full.draft(Scope(SHEET)).documents) == 2
    assert state is not full.session.state
