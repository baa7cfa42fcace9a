"""Opening looks before it writes; what it cannot open it refuses in one clear sentence."""

import os
import shutil
import sqlite3
import stat
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from cchc_desktop.domain.changes import made
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.state import State
from cchc_desktop.domain.units import Agency
from db import DossierStore, create_dossier, open_dossier
from tests.db.processes import ROOT, command, told_by
from tests.db.samples import commit, everything, garbled, line_for, same

NOT_OURS = "không phải hồ sơ chấm điểm"
DAMAGED = "bị hỏng hoặc chép chưa đủ"


def refused(path: Path) -> str:
    """The sentence that refuses a file; nothing may be changed or left beside it."""
    before = path.read_bytes() if path.is_file() else b""
    beside = sorted(path.parent.iterdir()) if path.parent.is_dir() else []
    with pytest.raises(CchcError) as told:
        open_dossier(path)
    assert told.value.hint
    if path.is_file():
        assert path.read_bytes() == before
    assert beside == (sorted(path.parent.iterdir()) if path.parent.is_dir() else [])
    return told.value.sentence


def filled(store: DossierStore) -> Path:
    commit(store, State(), everything())
    store.close()
    return store.path


def test_a_text_file_is_no_dossier(dossier: Path) -> None:
    for text in ("x", "Đây là văn bản. " * 10, "Đây là văn bản. " * 10_000):
        dossier.write_text(text, encoding="utf-8")
        assert NOT_OURS in refused(dossier)


def test_an_empty_file_is_no_dossier(dossier: Path) -> None:
    dossier.touch()
    assert "rỗng (0 byte)" in refused(dossier)


def test_a_foreign_database_is_no_dossier(dossier: Path) -> None:
    conn = sqlite3.connect(dossier)
    conn.execute("CREATE TABLE meta (name, value)")
    conn.commit()
    conn.close()
    assert NOT_OURS in refused(dossier)


def test_a_database_that_only_bears_our_mark_is_damaged(dossier: Path) -> None:
    conn = sqlite3.connect(dossier)
    conn.execute("PRAGMA application_id = 0x43434843")
    conn.close()
    assert DAMAGED in refused(dossier)


def test_a_truncated_dossier_is_refused_wherever_it_ends(store: DossierStore) -> None:
    path = filled(store)
    whole = path.read_bytes()
    for size in (50, 100, 512, 5_000, 16_384, 40_000, len(whole) // 2, len(whole) - 1):
        path.write_bytes(whole[:size])
        sentence = refused(path)
        assert DAMAGED in sentence or (size < 512 and NOT_OURS in sentence)
    path.write_bytes(whole)
    open_dossier(path).close()


def test_a_damaged_table_is_found_at_opening(store: DossierStore) -> None:
    path = filled(store)
    conn = sqlite3.connect(path)
    (page,) = conn.execute("SELECT rootpage FROM sqlite_master WHERE name = 'unit'").fetchone()
    conn.close()
    body = bytearray(path.read_bytes())
    body[(page - 1) * 16384 : (page - 1) * 16384 + 100] = b"\xff" * 100
    path.write_bytes(body)
    assert DAMAGED in refused(path)


def test_a_garbled_definition_of_a_table_is_damage(store: DossierStore) -> None:
    path = filled(store)
    path.write_bytes(garbled(path.read_bytes()))
    assert DAMAGED in refused(path)


def test_a_layout_that_sqlite_does_not_know_is_damage(store: DossierStore) -> None:
    path = filled(store)
    body = bytearray(path.read_bytes())
    body[44:48] = b"\xff" * 4  # the schema's form, in the header of every file
    path.write_bytes(body)
    assert DAMAGED in refused(path)


def test_what_is_not_there_or_no_file_is_refused(tmp_path: Path) -> None:
    assert "Không thấy tệp" in refused(tmp_path / "x.cchc")
    assert "Không thấy tệp" in refused(tmp_path / "folder" / "x.cchc")
    (tmp_path / "file").write_text("x")
    assert "Không thấy tệp" in refused(tmp_path / "file" / "x.cchc")
    assert "là thư mục" in refused(tmp_path)
    with pytest.raises(CchcError, match="Không mở được tệp"):
        open_dossier(tmp_path / ("a" * 300))


def meta(path: Path, **values: object) -> None:
    conn = sqlite3.connect(path)
    for name, value in values.items():
        conn.execute("UPDATE meta SET value = ? WHERE name = ?", (str(value), name))
    conn.commit()
    conn.close()


def test_a_newer_dossier_is_refused_with_the_version_it_needs(store: DossierStore) -> None:
    path = filled(store)
    meta(path, schema=7, min_reader=5, program="2.3")
    assert refused(path) == "Hồ sơ này cần CCHC Desktop 2.3 trở lên."


def test_a_newer_dossier_that_can_be_read_is_only_read(store: DossierStore) -> None:
    state = commit(store, State(), everything())
    store.close()
    meta(store.path, schema=7, program="2.3")
    before = store.path.read_bytes()
    reader = open_dossier(store.path)
    assert reader.is_read_only
    assert reader.read_only_reason == "Hồ sơ do phiên bản mới hơn của chương trình tạo ra."
    assert same(reader.load(), state)
    changes = made("agency", [Agency("a", "b")])
    with pytest.raises(CchcError, match="chỉ để đọc"):
        reader.write(changes, line_for(reader, changes), [])
    assert reader.rest()
    reader.close()
    assert store.path.read_bytes() == before
    assert list(store.path.parent.iterdir()) == [store.path]


def test_versions_that_are_no_numbers_are_damage(store: DossierStore) -> None:
    path = filled(store)
    meta(path, schema="x")
    assert DAMAGED in refused(path)


def test_a_second_dossier_is_not_made_over_the_first(store: DossierStore, tmp_path: Path) -> None:
    other = tmp_path / "other.cchc"
    other.write_text("x")
    for path in (store.path, other):
        with pytest.raises(CchcError, match="Đã có tệp"):
            create_dossier(path)
    assert other.read_text() == "x"
    assert not list(tmp_path.glob("other.cchc.*"))
    commit(store, State(), everything())


def test_a_place_that_takes_no_file_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "no" / "x.cchc", tmp_path / ("a" * 260), tmp_path / "a\0b"):
        with pytest.raises(CchcError, match="Không tạo được"):
            create_dossier(path)
    with pytest.raises(CchcError, match="Không tạo được"):
        create_dossier(tmp_path / ("a" * 251))
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "name", ["CON.cchc", "a b?c#d%41.cchc", "Đợt 1 “x” & y.cchc", "e\u0301.cchc"]
)
def test_any_name_that_the_system_takes_can_be_used(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    create_dossier(path).close()
    open_dossier(path).close()
    assert [p.name for p in tmp_path.iterdir()] == [name]


def test_a_link_and_its_target_are_one_dossier(store: DossierStore, tmp_path: Path) -> None:
    link = tmp_path / "link.cchc"
    link.symlink_to(store.path)
    second = open_dossier(link)
    assert second.is_read_only
    assert second.path == store.path
    second.close()


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that any account may enter (pytest's own are closed)."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def look(path: Path) -> list[object]:
    """What a process of an account that may not write sees."""
    (said,) = told_by(command("without_rights", "look", path))
    return list(said)


def test_a_read_only_folder_opens_without_a_lock(open_folder: Path) -> None:
    store = create_dossier(open_folder / "x.cchc")
    state = commit(store, State(), everything())
    store.close()
    open_folder.chmod(0o555)
    found = look(store.path)
    assert found == ["Hồ sơ nằm trong thư mục chỉ đọc.", store.head, sorted(state.agencies)]
    assert list(open_folder.iterdir()) == [store.path]


def test_a_read_only_folder_shows_what_another_process_commits(open_folder: Path) -> None:
    store = create_dossier(open_folder / "x.cchc")
    commit(store, State(), everything())
    open_folder.chmod(0o555)
    for path in open_folder.iterdir():
        path.chmod(0o644)
    assert look(store.path)[1] == store.head
    store.rest()
    assert look(store.path)[1] == store.head
    open_folder.chmod(0o755)
    store.close()


def test_a_log_that_cannot_be_read_in_a_read_only_folder_is_said(open_folder: Path) -> None:
    store = create_dossier(open_folder / "x.cchc")
    commit(store, State(), everything())
    (open_folder / "copy").mkdir()
    for tail in ("", "-wal"):
        shutil.copy(f"{store.path}{tail}", open_folder / "copy" / f"x.cchc{tail}")
    store.close()
    (open_folder / "copy").chmod(0o555)
    sentence = "Hồ sơ x.cchc chưa được đóng hẳn và nằm trong thư mục chỉ đọc."
    assert look(open_folder / "copy" / "x.cchc")[:2] == ["refused", sentence]
    (open_folder / "copy").chmod(0o755)


def test_a_read_only_file_is_only_read(open_folder: Path) -> None:
    path = open_folder / "x.cchc"
    create_dossier(path).close()
    path.chmod(0o444)
    open_folder.chmod(0o777)
    assert look(path) == ["Tệp hồ sơ được đặt là chỉ đọc.", "", []]
    assert list(open_folder.iterdir()) == [path]


def test_a_file_that_may_not_be_read_is_refused(open_folder: Path) -> None:
    path = open_folder / "x.cchc"
    create_dossier(path).close()
    path.chmod(0)
    open_folder.chmod(0o777)
    assert look(path)[:2] == ["refused", "Không mở được tệp x.cchc."]
    (open_folder / "closed").mkdir(mode=0)
    assert look(open_folder / "closed" / "y.cchc")[:2] == ["refused", "Không mở được tệp y.cchc."]


def test_no_dossier_is_made_in_a_read_only_folder(open_folder: Path) -> None:
    open_folder.chmod(0o555)
    (said,) = told_by(command("without_rights", "create", open_folder / "x.cchc"))
    assert said[:2] == ["refused", "Không tạo được tệp x.cchc ở thư mục này."]


def small_disk(folder: Path, *words: str, room: str = "size=6m") -> list[str]:
    """A command that runs with a disk of a few MB mounted on a folder."""
    own = [] if os.geteuid() == 0 else ["-r"]
    script = f'mount -t tmpfs -o {room} tmpfs "{folder}" && exec "$@"'
    return ["unshare", *own, "-m", "sh", "-c", script, "sh", *words]


def test_a_full_disk_takes_no_half_step(tmp_path: Path) -> None:
    folder = tmp_path / "disk"
    folder.mkdir()
    if subprocess.run(small_disk(folder, "true"), cwd=ROOT, check=False).returncode:
        pytest.skip("no small disk can be mounted here")
    written, second, names, closed, whole = told_by(small_disk(folder, *command("fill", folder)))
    assert written == [["Ổ đĩa đã đầy nên bước này chưa được ghi."], True, True]
    assert second == ["Ổ đĩa đã đầy nên bước này chưa được ghi."]
    assert not [name for name in names[0] if name.startswith("y")]
    assert closed[0].startswith("Ổ đĩa đã đầy nên các bước cuối còn nằm ở tệp x.cchc-wal")
    assert whole == [True]


def test_a_dossier_on_a_full_disk_can_still_be_read(tmp_path: Path) -> None:
    folder = tmp_path / "disk"
    folder.mkdir()
    if subprocess.run(small_disk(folder, "true"), cwd=ROOT, check=False).returncode:
        pytest.skip("no small disk can be mounted here")
    full, free = told_by(small_disk(folder, *command("crowded", folder)))
    assert full == [True, "Ổ đĩa chứa hồ sơ đã đầy.", ["g"]]
    assert free == [False]


def test_a_disk_without_room_for_another_name_takes_no_dossier(tmp_path: Path) -> None:
    folder = tmp_path / "disk"
    folder.mkdir()
    if subprocess.run(small_disk(folder, "true"), cwd=ROOT, check=False).returncode:
        pytest.skip("no small disk can be mounted here")
    for names in (1, 2):  # the folder's own; one for the lock
        words = command("create", folder / "x.cchc")
        (said,) = told_by(small_disk(folder, *words, room=f"nr_inodes={names}"))
        assert said[:2] == ["refused", "Ổ đĩa đã đầy nên bước này chưa được ghi."]


def test_a_text_file_in_a_read_only_folder_is_refused(open_folder: Path) -> None:
    path = open_folder / "x.cchc"
    path.write_text("x" * 1000)
    open_folder.chmod(0o555)
    assert look(path)[:2] == ["refused", f"Tệp x.cchc {NOT_OURS}."]


def test_the_file_gets_the_rights_of_any_new_file(store: DossierStore, tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.touch()
    assert stat.S_IMODE(store.path.stat().st_mode) == stat.S_IMODE(plain.stat().st_mode)
