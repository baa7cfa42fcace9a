"""An older dossier is backed up, then brought to today's tables, or left as it was."""

import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database

from cchc_desktop.domain.changes import made
from cchc_desktop.domain.evidence import Document
from cchc_desktop.domain.integrity import Condition
from cchc_desktop.domain.journal import SCHEMA
from cchc_desktop.domain.state import State
from cchc_desktop.progress import Progress
from db import DossierStore, create_dossier, open_dossier
from db.backup import back_up
from db.connection import PAGE_SIZE
from db.migrations import MIGRATIONS, BrokenMigrationError, migrate, pending
from tests.db.samples import NOON, commit, everything, same


def adds_a_column(database: Database) -> None:
    database.table("unit").transform(defaults={"name": "?"})
    database.execute("ALTER TABLE agency ADD COLUMN phone TEXT")


def adds_only_a_column(database: Database) -> None:
    database.execute("ALTER TABLE agency ADD COLUMN fax TEXT")


def breaks_references(database: Database) -> None:
    database.execute("DELETE FROM unit")


def fails_half_way(database: Database) -> None:
    database.execute("DELETE FROM unit")
    database.execute("DELETE FROM nowhere")


STEPS = (*MIGRATIONS, ("m9999_phone", adds_a_column))


def with_evidence(store: DossierStore) -> tuple[State, str]:
    state = commit(store, State(), everything())
    scan = store.path.with_name("scan.pdf")
    scan.write_bytes(b"scan" * 500_000)
    return state, store.vault.stage(scan, Progress()).sha256


def test_the_newest_migration_is_the_schema_of_the_journal() -> None:
    assert len(MIGRATIONS) == SCHEMA
    assert [name[:5] for name, _ in MIGRATIONS] == [f"m{n:04}" for n in range(1, SCHEMA + 1)]


def test_an_older_dossier_is_backed_up_and_migrated(store: DossierStore) -> None:
    state, sha256 = with_evidence(store)
    store.close()
    newer = open_dossier(store.path, clock=lambda: NOON, steps=STEPS)
    assert same(newer.load(), state)
    assert not pending(newer._database, STEPS)
    assert newer._database.execute("PRAGMA foreign_keys").fetchone() == (1,)
    columns = {row[1] for row in newer._database.execute("PRAGMA table_info(agency)").fetchall()}
    assert "phone" in columns
    newer.close()
    folder = store.path.with_name(f"{store.path.stem}-sao-luu")
    (backup,) = folder.glob("*.cchc")
    assert backup.name == f"{store.path.stem} 2026-11-23 12-00-00.cchc"
    assert (folder / "noi-dung" / sha256).read_bytes() == b"scan" * 500_000
    old = open_dossier(backup)
    assert same(old.load(), state)
    assert old.head == store.head
    assert pending(old._database, STEPS)
    assert old._database.execute("SELECT count(*) FROM chunk").fetchone() == (0,)
    old.close()


@pytest.mark.parametrize("harm", ["UPDATE chunk SET data = x'00'", "DELETE FROM chunk"])
def test_a_damaged_content_keeps_no_dossier_from_being_backed_up_and_migrated(
    store: DossierStore, harm: str
) -> None:
    state, damaged = with_evidence(store)
    store._database.execute(harm)
    whole_file = store.path.with_name("b.pdf")
    whole_file.write_bytes(b"whole")
    whole = store.vault.stage(whole_file, Progress()).sha256
    store.close()
    newer = open_dossier(store.path, clock=lambda: NOON, steps=STEPS)
    assert same(newer.load(), state)
    newer.close()
    folder = store.path.with_name(f"{store.path.stem}-sao-luu")
    assert [path.name for path in (folder / "noi-dung").iterdir()] == [whole]
    assert damaged != whole
    (backup,) = folder.glob("*.cchc")
    old = open_dossier(backup)
    assert same(old.load(), state)
    old.close()


def test_pages_of_contents_that_the_disk_lost_keep_no_dossier_from_being_migrated(
    store: DossierStore,
) -> None:
    state, sha256 = with_evidence(store)
    scan = Document("d", "scan.pdf", sha256, 2_000_000, NOON)
    state = commit(store, state, made("document", [scan]))
    store.close()
    body = bytearray(store.path.read_bytes())
    pages = range(0, len(body), PAGE_SIZE)
    (torn, *_) = (at for at in pages if b"scan" in body[at + 4 : at + 12])
    body[torn : torn + 4] = b"\xff" * 4  # where the next page of the content stands
    store.path.write_bytes(body)
    steps = (*MIGRATIONS, ("m9998_fax", adds_only_a_column))
    newer = open_dossier(store.path, clock=lambda: NOON, steps=steps)
    assert not newer.is_read_only
    assert not pending(newer._database, steps)
    assert same(newer.load(), state)
    (found,) = newer.vault.inspect([sha256], Progress())
    assert found.condition is Condition.DAMAGED
    newer.close()


def test_a_second_backup_copies_no_content_twice(store: DossierStore) -> None:
    _, sha256 = with_evidence(store)
    store.close()
    kept = store.path.with_name(f"{store.path.stem}-sao-luu") / "noi-dung" / sha256
    kept.parent.mkdir(parents=True)
    kept.write_bytes(b"as it stands")
    open_dossier(store.path, clock=lambda: NOON, steps=STEPS).close()
    assert kept.read_bytes() == b"as it stands"


def test_a_backup_that_fails_leaves_no_half_of_it(store: DossierStore) -> None:
    commit(store, State(), everything())
    store._database.execute("PRAGMA writable_schema = RESET")
    store._database.execute("PRAGMA writable_schema = ON")
    store._database.execute(
        "UPDATE sqlite_master SET sql = replace(sql, 'name TEXT', 'name TEXT CHECK (name IS NULL)')"
        " WHERE name = 'agency'"
    )
    with pytest.raises(sqlite3.IntegrityError):
        back_up(store._database, store.path, NOON)
    folder = store.path.with_name(f"{store.path.stem}-sao-luu")
    assert [path.name for path in folder.iterdir()] == ["noi-dung"]


def test_a_migration_that_fails_leaves_the_dossier_as_it_was(store: DossierStore) -> None:
    state, _ = with_evidence(store)
    store.close()
    steps = (*MIGRATIONS, ("m9999_fails", fails_half_way))
    with pytest.raises(sqlite3.OperationalError):
        open_dossier(store.path, clock=lambda: NOON, steps=steps)
    again = open_dossier(store.path)
    assert not again.is_read_only
    assert same(again.load(), state)
    again.close()


def test_a_migration_that_breaks_references_is_a_bug(store: DossierStore) -> None:
    commit(store, State(), everything())
    with pytest.raises(BrokenMigrationError):
        migrate(store._database, (*MIGRATIONS, ("m9999_breaks", breaks_references)))
    assert store._database.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_a_dossier_of_today_is_not_backed_up(store: DossierStore) -> None:
    store.close()
    open_dossier(store.path).close()
    assert not store.path.with_name(f"{store.path.stem}-sao-luu").exists()


def test_no_migration_without_a_backup(tmp_path: Path) -> None:
    path = tmp_path / "x.cchc"
    create_dossier(path).close()
    before = path.read_bytes()
    (tmp_path / "x-sao-luu").write_text("in the way")
    with pytest.raises(Exception, match="Không sao lưu được"):
        open_dossier(path, steps=STEPS)
    assert path.read_bytes() == before
