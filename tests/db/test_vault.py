"""Evidence goes in whole or not at all, and comes out as it went in."""

import errno
import hashlib
import io
import itertools
import os
import random
import sqlite3
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cchc_desktop.domain.changes import altered, made
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.evidence import Document, DocumentFile
from cchc_desktop.domain.state import State
from cchc_desktop.domain.units import Agency
from cchc_desktop.overriding import override
from cchc_desktop.progress import CancelledError, Progress
from db import DossierStore, open_dossier
from db.disk import file_system, kind_of, mounted, refuse_without_room
from db.source import Source
from tests.db.processes import command, told_by
from tests.db.samples import commit, line_for

MIB = 1024 * 1024


def source(folder: Path, size: int, name: str = "Bản quét (1).pdf") -> Path:
    path = folder / name
    path.write_bytes(random.Random(size).randbytes(size))  # noqa: S311 - only bytes
    return path


def stored(store: DossierStore) -> tuple[int, int]:
    count = "SELECT (SELECT count(*) FROM content), (SELECT count(*) FROM chunk)"
    contents, chunks = store._database.execute(count).fetchone()
    return contents, chunks


def at_step(n: int, act: Callable[[], object]) -> Progress:
    """Progress that does something at its n-th step."""
    steps = iter(range(10_000))

    def report(done: int, total: int) -> None:
        assert 0 <= done <= total
        if next(steps) == n:
            act()

    return Progress(report)


def cancelled_at(n: int) -> Progress:
    """Progress whose cancel button is pressed before its n-th step."""
    progress: Progress
    steps = itertools.count(1)

    def report(*_: int) -> None:
        if next(steps) == n:
            progress.cancel()

    progress = Progress(report)
    if n == 0:
        progress.cancel()
    return progress


@pytest.mark.parametrize("size", [1, MIB - 1, MIB, MIB + 1, 8 * MIB, 8 * MIB + 1, 20 * MIB])
def test_content_comes_out_as_it_went_in(store: DossierStore, tmp_path: Path, size: int) -> None:
    path = source(tmp_path, size)
    staged = store.vault.stage(path, Progress())
    assert staged.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert (staged.size, staged.was_known) == (size, False)
    chunks = list(store.vault.chunks(staged.sha256))
    assert b"".join(chunks) == path.read_bytes()
    assert max(map(len, chunks)) <= MIB
    assert store.vault.damaged(Progress()) == []


def test_the_same_content_is_kept_once(store: DossierStore, tmp_path: Path) -> None:
    path = source(tmp_path, 3 * MIB)
    first = store.vault.stage(path, Progress())
    again = store.vault.stage(path.rename(tmp_path / "khác.pdf"), Progress())
    assert again.was_known
    assert again.sha256 == first.sha256
    assert stored(store) == (1, 3)


def test_a_copy_is_saved_whole_over_an_old_one(store: DossierStore, tmp_path: Path) -> None:
    path = source(tmp_path, 2 * MIB + 5)
    staged = store.vault.stage(path, Progress())
    target = tmp_path / ("ả" * 80 + ".pdf")
    target.write_bytes(b"old")
    store.vault.save_copy(staged.sha256, target)
    assert target.read_bytes() == path.read_bytes()
    assert not list(tmp_path.glob(".*"))


def test_a_copy_is_refused_where_it_cannot_be_written(store: DossierStore, tmp_path: Path) -> None:
    staged = store.vault.stage(source(tmp_path, 10), Progress())
    with pytest.raises(CchcError, match=r"Không ghi được tệp a\.pdf"):
        store.vault.save_copy(staged.sha256, tmp_path / "no folder" / "a.pdf")
    (tmp_path / "folder.pdf").mkdir()
    with pytest.raises(CchcError, match="Không ghi được"):
        store.vault.save_copy(staged.sha256, tmp_path / "folder.pdf")
    with pytest.raises(CchcError, match="Đã có tệp"):
        store.vault.save_copy(staged.sha256, store.path)
    assert not list(tmp_path.glob(".*"))


def test_content_that_is_not_there_is_said(store: DossierStore, tmp_path: Path) -> None:
    with pytest.raises(CchcError, match="không có trong hồ sơ"):
        list(store.vault.chunks("00" * 32))
    with pytest.raises(CchcError, match="không có trong hồ sơ"):
        store.vault.save_copy("00" * 32, tmp_path / "a.pdf")
    assert not (tmp_path / "a.pdf").exists()


def test_damaged_content_is_found_and_never_saved(store: DossierStore, tmp_path: Path) -> None:
    bad = [store.vault.stage(source(tmp_path, size), Progress()).sha256 for size in (10, 2 * MIB)]
    good = store.vault.stage(source(tmp_path, 11), Progress()).sha256
    store._database.execute("UPDATE chunk SET data = x'00' WHERE content = 1")
    store._database.execute("DELETE FROM chunk WHERE content = 2 AND n = 1")
    seen: list[tuple[int, int]] = []
    assert store.vault.damaged(Progress(lambda *step: seen.append(step))) == bad
    assert seen[-1] == (2 * MIB + 21, 2 * MIB + 21)
    for sha256 in bad:
        with pytest.raises(CchcError, match="bị hỏng"):
            store.vault.save_copy(sha256, tmp_path / "a.pdf")
    store.vault.save_copy(good, tmp_path / "a.pdf")


def test_a_cancelled_attachment_leaves_nothing(store: DossierStore, tmp_path: Path) -> None:
    path = source(tmp_path, 30 * MIB)
    for n in (0, 1, 2):
        progress = cancelled_at(n)
        with pytest.raises(CancelledError):
            store.vault.stage(path, progress)
        assert stored(store) == (0, 0)
    assert store.vault.stage(path, Progress()).size == 30 * MIB


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        (lambda path: path.unlink(), "Không thấy tệp"),
        (lambda path: os.truncate(path, 9 * MIB), "bị thay đổi"),
        (lambda path: os.truncate(path, 40 * MIB), "bị thay đổi"),
        (lambda path: os.utime(path, ns=(1, 1)), "bị thay đổi"),
        (lambda path: source(path.parent, 20 * MIB, "new").replace(path), "bị thay đổi"),
    ],
    ids=["gone", "shorter", "longer", "written", "replaced"],
)
def test_a_file_that_changes_while_it_is_attached_leaves_nothing(
    store: DossierStore, tmp_path: Path, act: Callable[[Path], object], sentence: str
) -> None:
    path = source(tmp_path, 20 * MIB)
    with pytest.raises(CchcError, match=sentence) as told:
        store.vault.stage(path, at_step(1, lambda: act(path)))
    assert told.value.hint
    assert stored(store) == (0, 0)


def test_files_that_cannot_be_attached_are_refused(store: DossierStore, tmp_path: Path) -> None:
    empty = tmp_path / "rỗng.pdf"
    empty.touch()
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    cases = {
        empty: "rỗng",
        tmp_path: "là thư mục",
        fifo: "không phải tệp thường",
        tmp_path / "không có.pdf": "Không thấy tệp",
        tmp_path / ("a" * 260): "Không đọc được",
        tmp_path / "a\0b": "Không đọc được",
        Path("/proc/self/mem"): "rỗng",
    }
    for path, sentence in cases.items():
        with pytest.raises(CchcError, match=sentence):
            store.vault.stage(path, Progress())
    assert stored(store) == (0, 0)


def test_the_dossier_takes_neither_itself_nor_what_lies_beside_it(
    store: DossierStore, tmp_path: Path
) -> None:
    commit(store, State(), made("agency", [Agency("a", "Sở")]))
    link = tmp_path / "bản quét.pdf"
    link.hardlink_to(store.path)
    own = [path for path in store.path.parent.iterdir() if path.name.startswith(store.path.name)]
    assert {path.suffix for path in own} == {".cchc", ".cchc-wal", ".cchc-shm", ".lock"}
    for path in (*own, link):
        with pytest.raises(CchcError, match="là chính hồ sơ đang mở"):
            store.vault.stage(path, Progress())
        with pytest.raises(CchcError, match="là chính hồ sơ đang mở"):
            store.vault.repair("0" * 64, path, Progress())
    assert stored(store) == (0, 0)


class FailingFile(io.FileIO):
    """A file on a stick that was pulled out."""

    @override
    def read(self, size: int | None = -1, /) -> bytes:
        raise OSError(errno.EIO, "pulled out")


def test_a_stick_that_is_pulled_out_is_said(tmp_path: Path) -> None:
    path = source(tmp_path, 10)
    with FailingFile(path) as file, pytest.raises(CchcError, match="Không đọc được tệp"):
        Source(path, file).read()


class HesitantFile(io.FileIO):
    """A file on a slow network that gives a little at a time."""

    @override
    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(min(size or 0, 300_000))


def test_a_chunk_is_whole_however_little_a_reading_gives(tmp_path: Path) -> None:
    path = source(tmp_path, MIB + 5)
    with HesitantFile(path) as file:
        watched = Source(path, file)
        assert [len(watched.read()) for _ in range(3)] == [MIB, 5, 0]


def test_an_edit_goes_on_while_a_file_is_attached(store: DossierStore, tmp_path: Path) -> None:
    path = source(tmp_path, 40 * MIB)
    state = State()
    for n in range(3):
        state = commit(store, state, made("agency", [Agency(f"s{n}", "Sở")]))
    reached, go_on = threading.Event(), threading.Event()

    def pause() -> None:
        reached.set()
        go_on.wait(20)

    progress = at_step(2, pause)
    found: list[object] = []
    thread = threading.Thread(target=lambda: found.append(store.vault.stage(path, progress)))
    thread.start()
    assert reached.wait(20)
    state = commit(store, state, made("agency", [Agency("amid", "Sở")]))
    assert "amid" in store.load().agencies
    assert not store.rest()
    go_on.set()
    thread.join(20)
    assert len(found) == 1
    assert store.rest()


def test_the_log_stays_small(store: DossierStore, tmp_path: Path) -> None:
    wal = store.path.with_name(f"{store.path.name}-wal")
    sizes: list[int] = []
    progress = Progress(lambda *_: sizes.append(wal.stat().st_size))
    path = source(tmp_path, 120 * MIB)
    store.vault.stage(path, progress)
    store.vault.stage(path, progress)
    sizes.append(wal.stat().st_size)
    assert max(sizes) <= 32 * MIB
    assert len(sizes) > 30


def test_closing_stops_what_is_being_attached(store: DossierStore, tmp_path: Path) -> None:
    path = source(tmp_path, 40 * MIB)
    reached, errors = threading.Event(), list[BaseException]()

    def attach() -> None:
        try:
            store.vault.stage(path, at_step(1, reached.set))
        except CancelledError as error:
            errors.append(error)

    thread = threading.Thread(target=attach)
    thread.start()
    assert reached.wait(20)
    store.close()
    thread.join(20)
    again = open_dossier(store.path)
    if errors:
        assert stored(again) == (0, 0)
    again.close()
    with pytest.raises(CancelledError):
        store.vault.stage(path, Progress())


def test_free_pages_go_back_to_the_disk_at_the_end(store: DossierStore, tmp_path: Path) -> None:
    path = source(tmp_path, 20 * MIB)
    with pytest.raises(CchcError):
        store.vault.stage(path, at_step(2, lambda: os.utime(path, ns=(1, 1))))
    store.close()
    assert store.path.stat().st_size < 2 * MIB


def test_unfinished_content_is_swept_at_the_next_opening(store: DossierStore) -> None:
    store._database.execute("INSERT INTO content (size, state) VALUES (9, 'staged')")
    store._database.execute("INSERT INTO chunk VALUES (1, 0, x'00')")
    store.close()
    again = open_dossier(store.path)
    assert stored(again) == (0, 0)
    again.close()


def test_nothing_is_attached_to_a_dossier_that_is_only_read(
    store: DossierStore, tmp_path: Path
) -> None:
    staged = store.vault.stage(source(tmp_path, 10), Progress())
    reader = open_dossier(store.path)
    with pytest.raises(CchcError, match="không cho ghi"):
        reader.vault.stage(source(tmp_path, 12), Progress())
    assert b"".join(reader.vault.chunks(staged.sha256)) == source(tmp_path, 10).read_bytes()
    reader.close()


def test_a_document_needs_room_before_its_first_byte(tmp_path: Path) -> None:
    refuse_without_room(tmp_path, MIB, "a.pdf")
    with pytest.raises(CchcError, match=r"không đủ chỗ cho tệp a\.pdf: cần .* MB, còn .* MB"):
        refuse_without_room(tmp_path, 10**15, "a.pdf")


def test_fat32_is_known_by_any_of_its_names() -> None:
    mounts = (
        "/dev/a / ext4 rw 0 0\n/dev/b /media/usb\\040stick vfat rw 0 0\nx /media tmpfs rw 0 0\n"
    )
    assert kind_of(mounted(Path("/media/usb stick/x.cchc"), mounts)) == "fat32"
    assert kind_of(mounted(Path("/media/other/x.cchc"), mounts)) == "tmpfs"
    assert kind_of(mounted(Path("/home/x.cchc"), mounts)) == "ext4"
    assert {kind_of(name) for name in ("FAT32", "msdos", "FAT")} == {"fat32"}
    assert kind_of("NTFS") == "ntfs"
    assert file_system(Path("/proc/self")) == "proc"


def test_a_dossier_on_fat32_stays_under_4_gb(
    store: DossierStore, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    table = tmp_path / "mounts"
    table.write_text(f"/dev/sdb1 {tmp_path} vfat rw 0 0\n")
    monkeypatch.setattr("db.disk._MOUNTS", table)
    refuse_without_room(store.path, MIB, "a.pdf")
    with pytest.raises(CchcError, match="vượt 4 GB"):
        refuse_without_room(store.path, 4 * 1024 * MIB, "a.pdf")
    monkeypatch.setattr("db.disk._MOUNTS", tmp_path / "none")
    assert file_system(store.path) == ""


def test_a_write_that_fails_half_way_leaves_no_content(tmp_path: Path) -> None:
    said = told_by(command("limited", tmp_path / "x.cchc", 9_000_000))
    assert said == [["Ổ đĩa không đọc hoặc ghi được nên bước này chưa được ghi."], [0]]
    store = open_dossier(tmp_path / "x.cchc")
    assert stored(store) == (0, 0)
    assert not store.faults()
    changes = made("agency", [Agency("a", "b")])
    store.write(changes, line_for(store, changes), [])
    store.close()


def test_a_second_connection_sees_a_whole_dossier(store: DossierStore, tmp_path: Path) -> None:
    store.vault.stage(source(tmp_path, 10), Progress())
    store.close()
    conn = sqlite3.connect(store.path)
    assert conn.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    conn.close()


def test_content_that_no_record_ever_named_goes_at_the_next_opening(
    store: DossierStore, tmp_path: Path
) -> None:
    named = [store.vault.stage(source(tmp_path, size), Progress()).sha256 for size in (5, 6, 7)]
    loose = store.vault.stage(source(tmp_path, 2 * MIB), Progress()).sha256
    moment = datetime(2023, 3, 1, tzinfo=UTC)
    document = Document("d", "a.pdf", named[0], 5, moment)
    file = DocumentFile("f", "d", "1", "b.pdf", named[1], 6, moment)
    state = commit(store, State(), made("document", [document]))
    newer = altered("document", document, {"sha256": named[2]})
    state = commit(store, state, made("document_file", [file]) + newer)
    assert len(b"".join(store.vault.chunks(loose))) == 2 * MIB, "it is there until then"
    commit(store, state, made("document_file", [file]).inverted())
    store.close()
    again = open_dossier(store.path)
    assert stored(again) == (3, 3), "what was named once stays, as undo leaves it"
    for sha256 in named:
        assert b"".join(again.vault.chunks(sha256))
    again.close()
