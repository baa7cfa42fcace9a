"""One writes, the others read and are told who writes."""

import getpass
import json
import platform
import sqlite3
from pathlib import Path

import pytest

import db.lock
from cchc_desktop.domain.changes import made
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.state import State
from cchc_desktop.domain.units import Agency
from db import DossierStore, create_dossier, open_dossier
from db.lock import HeldError, take_lock
from tests.db.processes import command, started, told_by
from tests.db.samples import NOON, commit, everything, line_for, same


def test_another_process_reads_and_is_told_who_writes(tmp_path: Path) -> None:
    store = create_dossier(tmp_path / "x.cchc", clock=lambda: NOON)
    commit(store, State(), everything())
    (said,) = told_by(command("look", store.path))
    who = f"{getpass.getuser()} mở trên máy {platform.node()} từ 12:00 ngày 23/11/2026."
    assert said == [f"Hồ sơ đang được {who}", store.head, ["g1", "g2"]]
    store.close()


def test_this_process_is_told_that_another_writes(store: DossierStore) -> None:
    state = commit(store, State(), everything())
    store.close()
    child = started(command("hold", store.path))
    assert child.stdout is not None
    assert json.loads(child.stdout.readline()) == [False, ""]
    reader = open_dossier(store.path)
    assert reader.is_read_only
    assert getpass.getuser() in reader.read_only_reason
    assert same(reader.load(), state)
    changes = made("agency", [Agency("a", "b")])
    with pytest.raises(CchcError, match="chỉ để đọc"):
        reader.write(changes, line_for(reader, changes), [])
    child.communicate()
    assert child.returncode == 0
    assert same(reader.load(), state)
    reader.close()
    writer = open_dossier(store.path)
    assert not writer.is_read_only
    writer.close()


def test_a_second_window_reads_what_the_first_commits(store: DossierStore) -> None:
    reader = open_dossier(store.path)
    state = commit(store, State(), everything())
    assert same(reader.load(), state)
    assert reader.lines(1) == store.lines(1)
    reader.close()
    commit(store, state, made("agency", [Agency("a", "b")]))


def test_a_reader_does_not_keep_the_writer_from_closing(
    store: DossierStore, tmp_path: Path
) -> None:
    state = commit(store, State(), everything())
    reader = open_dossier(store.path)
    store.close()
    copy = tmp_path / "copy.cchc"
    copy.write_bytes(store.path.read_bytes())
    assert same(reader.load(), state)
    reader.close()
    again = open_dossier(copy)
    assert same(again.load(), state)
    again.close()


def test_an_old_lock_file_holds_nobody_off(store: DossierStore) -> None:
    store.close()
    lock = store.path.with_name(f"{store.path.name}.lock")
    lock.write_text("rubbish that is no JSON")
    again = open_dossier(store.path)
    assert not again.is_read_only
    assert json.loads(lock.read_text())["computer"] == platform.node()
    again.close()
    assert not lock.exists()


def test_a_holder_without_a_name_is_somebody(tmp_path: Path) -> None:
    lock = take_lock(tmp_path / "x.cchc", lambda: NOON)
    for text in ("", "{}", "[]", '{"name": 1, "computer": "x", "at": "soon"}'):
        (tmp_path / "x.cchc.lock").write_text(text)
        with pytest.raises(HeldError) as held:
            take_lock(tmp_path / "x.cchc", lambda: NOON)
        assert held.value.sentence == "Hồ sơ đang được một người khác mở."
    lock.release()
    lock.release()


def test_an_account_without_a_name_can_hold(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody() -> str:
        raise KeyError("uid")

    monkeypatch.setattr("getpass.getuser", nobody)
    lock = take_lock(tmp_path / "x.cchc", lambda: NOON)
    with pytest.raises(HeldError) as held:
        take_lock(tmp_path / "x.cchc", lambda: NOON)
    assert held.value.sentence.startswith("Hồ sơ đang được một người khác mở trên máy")
    lock.release()


def test_a_lock_that_was_taken_away_meanwhile_is_taken_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.cchc.lock"
    path.touch()
    answers = iter([False])

    def at(handle: int, place: Path) -> bool:
        if next(answers, True):
            return True
        place.unlink()
        return real(handle, place)

    real = db.lock._is_at
    monkeypatch.setattr("db.lock._is_at", at)
    lock = take_lock(tmp_path / "x.cchc", lambda: NOON)
    assert path.exists()
    lock.release()


def test_a_disk_without_locks_is_no_holder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unsupported(handle: int) -> None:
        raise OSError(95, "Operation not supported")

    create_dossier(tmp_path / "x.cchc").close()
    monkeypatch.setattr("db.lock._seize", unsupported)
    with pytest.raises(CchcError, match="Không mở được tệp"):
        open_dossier(tmp_path / "x.cchc")


def test_a_busy_dossier_is_said(store: DossierStore) -> None:
    state = commit(store, State(), everything())
    other = sqlite3.connect(store.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    store._database.execute("PRAGMA busy_timeout = 1").fetchall()
    changes = made("agency", [Agency("a", "b")])
    with pytest.raises(CchcError, match="đang bận"):
        store.write(changes, line_for(store, changes), [])
    assert not store.rest()
    other.execute("ROLLBACK")
    other.close()
    assert store.rest()
    commit(store, state, changes)
