"""A log that a killed program left is laid over its own file, never over another of that name."""

import shutil
from pathlib import Path

import pytest

from cchc_desktop.domain.changes import made
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.state import State
from cchc_desktop.domain.units import Agency
from db import DossierStore, create_dossier, open_dossier
from tests.db.samples import commit, everything


def as_after_a_kill(store: DossierStore, folder: Path) -> Path:
    """Copy an open dossier with its log, as they lie there when the program is killed."""
    folder.mkdir()
    shutil.copy(f"{store.path}-wal", folder / "x.cchc-wal")
    return Path(shutil.copy(store.path, folder / "x.cchc"))


def with_steps(store: DossierStore, *names: str) -> State:
    state = store.load()
    for name in names:
        state = commit(store, state, made("agency", [Agency(name, f"Sở {name}")]))
    return state


@pytest.mark.parametrize("is_at_rest", [False, True])
def test_a_log_is_laid_over_its_own_file(
    store: DossierStore, tmp_path: Path, *, is_at_rest: bool
) -> None:
    with_steps(store, "a")
    if is_at_rest:
        assert store.rest()
    with_steps(store, "b")
    again = open_dossier(as_after_a_kill(store, tmp_path / "after"))
    assert sorted(again.load().agencies) == ["a", "b"]
    assert not again.faults()
    again.close()


def test_a_log_of_another_file_touches_nothing(store: DossierStore, tmp_path: Path) -> None:
    with_steps(store, "a", "b")
    path = as_after_a_kill(store, tmp_path / "after")
    other = create_dossier(tmp_path / "other.cchc")
    commit(other, State(), everything())
    other.close()
    shutil.copy(other.path, path)
    before = path.read_bytes()
    for _ in range(2):
        with pytest.raises(CchcError, match=r"x\.cchc-wal của một bản khác") as refusal:
            open_dossier(path)
        assert "chưa bị động đến" in refusal.value.hint
        assert path.read_bytes() == before
        assert not path.with_name("x.cchc.lock").exists()
    path.with_name("x.cchc-wal").rename(tmp_path / "log")
    again = open_dossier(path)
    assert again.head == other.head
    assert not again.read_only_reason
    again.close()


def test_a_log_that_makes_a_whole_file_unreadable_is_another_s(
    store: DossierStore, tmp_path: Path
) -> None:
    with_steps(store, "a")
    assert store.rest()
    commit(store, store.load(), everything())
    path = as_after_a_kill(store, tmp_path / "after")
    other = create_dossier(tmp_path / "other.cchc")
    with_steps(other, "c", "d")
    other.close()
    shutil.copy(other.path, path)
    before = path.read_bytes()
    with pytest.raises(CchcError, match="của một bản khác"):
        open_dossier(path)
    assert path.read_bytes() == before
