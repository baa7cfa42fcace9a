"""What comes in is looked at before it is believed; what is wrong is named."""

import errno
import shutil
import unicodedata
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.takeout import LinkDraft, place_of
from cchc_desktop.exchange import takeout_sources
from cchc_desktop.exchange.evidence_in import check_register, stage_register, unplaced
from cchc_desktop.progress import Progress
from tests.evidence_register import Register, filled
from tests.exchange.takeout_places import exported, problems, rewritten
from tests.sample_session import SHEET, node, sample_session


@pytest.fixture
def full(tmp_path: Path) -> Register:
    return filled(tmp_path)


@pytest.fixture
def out(full: Register, tmp_path: Path) -> Path:
    return exported(full, tmp_path / "ra")


@pytest.mark.parametrize(
    "path",
    [
        "../bí mật.txt",
        "/etc/passwd",
        "C:\\x",
        "7.3\\..\\x",
        "a:b",
        "7.3/nul.txt",
        "7.3/../../x",
        "",
        "x" * 2000,
    ],
)
def test_a_path_that_leads_out_is_refused(out: Path, path: str) -> None:
    (out.parent / "bí mật.txt").write_bytes(b"x")
    (told,) = [
        line
        for line in rewritten(out, lambda all_: all_["documents"][0].update(path=path))
        if "sửa" not in line
    ]
    assert "Kế hoạch" in told or "documents[0]" in told
    assert len(check_register(out, Progress()).draft.documents) == 2


def test_a_link_of_the_file_system_is_not_followed(out: Path) -> None:
    secret = out.parent / "bí mật.txt"
    target = out / "7.3" / "_con.txt"
    shutil.move(target, secret)
    target.symlink_to(secret)
    (told,) = problems(out)
    assert "không nằm trong" in told
    target.unlink()
    shutil.move(out / "7.3", out.parent / "7.3")
    (out / "7.3").symlink_to(out.parent / "7.3")
    (told,) = problems(out)
    assert "không nằm trong" in told


def test_a_file_that_changed_or_went_is_named_by_line_and_left_out(out: Path) -> None:
    (out / "7.3" / "_con.txt").write_bytes("=HỒ XX".encode())
    (out / "7.2" / "phụ lục.xlsx").unlink()
    first, second = problems(out)
    assert "không thấy tệp “7.2/phụ lục.xlsx”" in first
    assert "khác với lúc xuất" in second
    assert "dòng" in first
    draft = check_register(out, Progress()).draft
    assert [len(each.files) for each in draft.documents] == [0, 0]


def test_a_register_with_faults_names_each_by_line(out: Path) -> None:
    def change(found: Any) -> None:
        found["documents"][0] |= {"added_at": "hôm qua", "lạ": 1}
        found["documents"][1] |= {
            "sha256": "x",
            "size": "1.5",
            "valid_from": "2024-01-01",
            "valid_until": "2023-01-01",
        }
        found["documents"][2] = "?"

    told = rewritten(out, change)
    assert len(told) == 7
    assert "register.json đã bị sửa" in told[0]


@pytest.mark.parametrize(
    "body",
    [b"", b"\xff", b"{}", b'{"format": "cchc-evidence", "version": 9, "documents": []}',
     b'{"format": "cchc-evidence", "version": 1}', b"[" * 100_000],
)  # fmt: skip
def test_what_is_no_register_is_refused(out: Path, body: bytes) -> None:
    (out / "register.json").write_bytes(body)
    with pytest.raises(CchcError):
        check_register(out, Progress())


def test_a_place_without_a_register_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(b"PK\x03\x04")
    with zipfile.ZipFile(tmp_path / "rỗng.zip", "w"):
        pass
    for place in (tmp_path, tmp_path / "không có", tmp_path / "x.zip", tmp_path / "rỗng.zip"):
        with pytest.raises(CchcError):
            check_register(place, Progress())


def test_a_folder_around_the_register_is_seen_through(full: Register, tmp_path: Path) -> None:
    (tmp_path / "USB").mkdir()
    out = exported(full, tmp_path / "USB" / "ra")
    assert problems(tmp_path / "USB") == []
    with zipfile.ZipFile(tmp_path / "gói.zip", "w") as packed:
        for path in out.rglob("*"):
            packed.write(path, path.relative_to(out.parent))
    assert problems(tmp_path / "gói.zip") == []


def test_an_archive_with_the_paths_of_older_programs_of_windows_is_read(
    full: Register, tmp_path: Path
) -> None:
    out = exported(full, tmp_path / "ra")
    with zipfile.ZipFile(tmp_path / "gói.zip", "w") as packed:
        for path in out.rglob("*"):
            if path.is_file():
                name = str(path.relative_to(out.parent)).replace("/", "\\")
                packed.write(path, name)
    assert problems(tmp_path / "gói.zip") == []


def repacked(
    place: Path, change: Callable[[zipfile.ZipFile, zipfile.ZipInfo, bytes], object]
) -> None:
    with zipfile.ZipFile(place) as old:
        members = [(info, old.read(info)) for info in old.infolist()]
    with zipfile.ZipFile(place, "w") as new:
        for info, body in members:
            change(new, zipfile.ZipInfo(info.filename), body)


def test_odd_members_of_an_archive_are_refused(
    full: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = exported(full, tmp_path / "ra.zip")

    def as_link(new: zipfile.ZipFile, info: zipfile.ZipInfo, body: bytes) -> None:
        if "con" in info.filename:
            info.external_attr = 0o120777 << 16
        new.writestr(info, body)

    repacked(place, as_link)
    (told,) = problems(place)
    assert "không đọc được tệp" in told

    def twice(new: zipfile.ZipFile, info: zipfile.ZipInfo, body: bytes) -> None:
        new.writestr(info, body)
        if "con" in info.filename:
            with pytest.warns(UserWarning, match="Duplicate name"):
                new.writestr(info, body)

    exported(full, place)
    repacked(place, twice)
    (told,) = problems(place)
    assert "không đọc được tệp" in told

    def bomb(new: zipfile.ZipFile, info: zipfile.ZipInfo, body: bytes) -> None:
        is_bomb = "con" in info.filename
        new.writestr(info, bytes(2_000_000) if is_bomb else body, zipfile.ZIP_DEFLATED)

    exported(full, place)
    repacked(place, bomb)
    monkeypatch.setattr(takeout_sources, "_SMALL", 1000)
    (told,) = problems(place)
    assert "lớn bất thường" in told


def test_a_member_that_is_cut_is_named(full: Register, tmp_path: Path) -> None:
    place = exported(full, tmp_path / "ra.zip")
    body = bytearray(place.read_bytes())
    at = body.index("=HỒ SƠ".encode())
    body[at : at + 3] = b"xxx"
    place.write_bytes(bytes(body))
    (told,) = problems(place)
    assert "không đọc được tệp" in told


def test_a_file_that_changes_between_look_and_copy_is_not_taken(out: Path) -> None:
    session = sample_session()
    draft = check_register(out, Progress()).draft
    (out / "7.3" / "_con.txt").write_bytes(b"other")
    (out / "7.2" / "phụ lục.xlsx").unlink()
    found, refused = stage_register(session.store.vault, out, draft, Progress())
    assert len(found.documents) == 2
    assert len(refused) == 2


def test_what_the_vault_refuses_is_named(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = sample_session()

    def refuse(path: Path, progress: Progress) -> None:
        raise CchcError(f"Ổ đĩa không đủ chỗ cho tệp {path.name}.")

    monkeypatch.setattr(session.store.vault, "stage", refuse)
    draft = check_register(out, Progress()).draft
    found, refused = stage_register(session.store.vault, out, draft, Progress())
    assert not found.documents
    assert refused[0] == "“7.2/Kế hoạch _1.pdf”: Ổ đĩa không đủ chỗ cho tệp Kế hoạch #1.pdf."


def test_criteria_that_are_not_here_are_told(out: Path) -> None:
    session = sample_session()

    def change(found: Any) -> None:
        first, second = found["documents"][0]["links"]
        first |= {"code": "99.9"}
        del second["sheet"], second["criterion"], second["id"]
        second |= {"order": "Z", "unit": "tỉnh hải dương"}

    rewritten(out, change)
    (told,) = unplaced(session.state, check_register(out, Progress()))
    assert "không có tiêu chí 99.9 của Tỉnh Hải Dương năm 2022" in told.words


def test_a_link_finds_the_leaf_of_its_unit_and_year_by_words(full: Register) -> None:
    state = full.session.state
    link = LinkDraft("7.3", year=2022, unit="tỉnh hải dương")
    assert place_of(state, link) == (SHEET, node("7.3"))
    assert place_of(state, replace(link, code="7")) is None
    assert place_of(state, replace(link, year=2021)) is None
    assert place_of(state, replace(link, sheet=SHEET, criterion=node("7.2"))) == (
        SHEET,
        node("7.3"),
    )


def test_a_name_is_found_however_its_accents_are_written(out: Path) -> None:
    found = out / "7.2" / "Kế hoạch _1.pdf"
    found.rename(found.with_name(unicodedata.normalize("NFD", found.name)))
    assert problems(out) == []


def test_a_folder_in_the_place_of_a_file_is_no_file(out: Path) -> None:
    (out / "7.3" / "_con.txt").unlink()
    (out / "7.3" / "_con.txt").mkdir()
    (told,) = problems(out)
    assert "không thấy tệp" in told
    (out / "manifest.sha256").unlink()
    assert len(problems(out)) == 2


def test_an_archive_of_too_many_parts_is_refused(
    full: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = exported(full, tmp_path / "ra.zip")
    monkeypatch.setattr(takeout_sources, "_MOST_PARTS", 2)
    with pytest.raises(CchcError, match="hơn 2 mục"):
        check_register(place, Progress())


def test_no_room_for_a_copy_is_named(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = sample_session()
    draft = check_register(out, Progress()).draft
    whole = Path.open

    def full_disk(path: Path, mode: str = "r", **more: Any) -> Any:
        if mode == "wb":
            raise OSError(errno.ENOSPC, "full")
        return whole(path, mode, **more)

    monkeypatch.setattr(Path, "open", full_disk)
    found, refused = stage_register(session.store.vault, out, draft, Progress())
    assert not found.documents
    assert "Máy không đủ chỗ tạm" in refused[0]
