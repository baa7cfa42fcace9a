"""A lost dossier gets its newest backup back; one that can be read is never replaced."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.session.founding import found_sample
from db import create_dossier, open_dossier
from db.backup import back_up
from db.backup_places import backup_folder
from db.restore import newest_backup, restore_newest
from tests.db.samples import garbled


def noon(day: int) -> datetime:
    return datetime(2026, 11, day, 12, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a dossier with two backups."""
    found = tmp_path / "ho-so.cchc"
    found_sample(create_dossier(found))
    store = open_dossier(found)
    for day in (1, 2):
        back_up(store._database, found, noon(day))
    store.close()
    return found


def test_a_dossier_that_can_be_read_is_offered_no_backup(path: Path) -> None:
    assert newest_backup(path) is None
    with pytest.raises(CchcError, match="Không có bản sao lưu"):
        restore_newest(path)


@pytest.mark.parametrize("harm", ["cut", "empty", "other", "garbled", "gone"])
def test_a_lost_dossier_gets_its_newest_backup_back(path: Path, harm: str) -> None:
    content = path.read_bytes()
    match harm:
        case "cut":
            path.write_bytes(content[: len(content) // 2])
        case "empty":
            path.write_bytes(b"")
        case "other":
            path.write_bytes(b"x" * 5000)
        case "garbled":
            path.write_bytes(garbled(content))
        case _:
            path.unlink()
    assert newest_backup(path) is not None
    restore_newest(path)
    store = open_dossier(path)
    assert store.lines(1)
    store.close()
    kept = list(path.parent.glob("*hỏng*"))
    assert len(kept) == (0 if harm == "gone" else 1)
    assert newest_backup(path) is None


def test_a_backup_that_is_damaged_itself_is_passed_over(path: Path) -> None:
    newest = max(backup_folder(path).glob("*.cchc"))
    newest.write_bytes(b"x" * 100)
    path.write_bytes(b"")
    restore_newest(path)
    assert path.stat().st_size > 1000
    for each in backup_folder(path).glob("*.cchc"):
        each.write_bytes(b"")
    path.write_bytes(b"")
    assert newest_backup(path) is None
