"""Contents are inspected, repaired from the same bytes alone, and purged with their room."""

import hashlib
from pathlib import Path

import pytest

from cchc_desktop.clock import now
from cchc_desktop.commands.documents import AddFile, RegisterDocument
from cchc_desktop.commands.evidence import Content
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.integrity import Condition, Inspected
from cchc_desktop.domain.texts import ExtractedText, Query
from cchc_desktop.progress import CancelledError, Progress
from cchc_desktop.session import Session
from db import create_dossier
from db.backup import back_up
from db.backup_places import kept_content
from db.store import DossierStore
from tests.db.test_vault import MIB, cancelled_at, source, stored


def inspected(store: DossierStore, *sha256s: str) -> list[Inspected]:
    return list(store.vault.inspect(sha256s, Progress()))


def condition(store: DossierStore, sha256: str) -> Condition:
    return inspected(store, sha256)[0].condition


def staged(store: DossierStore, folder: Path, size: int) -> str:
    return store.vault.stage(source(folder, size), Progress()).sha256


def damage(store: DossierStore, sha256: str) -> None:
    store._database.execute(
        "UPDATE chunk SET data = x'00' WHERE n = 0 AND content ="
        " (SELECT id FROM content WHERE sha256 = ?)",
        [sha256],
    )


def lose(store: DossierStore, sha256: str) -> None:
    (content,) = store._database.execute(
        "SELECT id FROM content WHERE sha256 = ?", [sha256]
    ).fetchone()
    store._database.execute("DELETE FROM chunk WHERE content = ?", [content])
    store._database.execute("DELETE FROM content WHERE id = ?", [content])


def test_what_is_whole_damaged_and_gone_is_told_apart(store: DossierStore, tmp_path: Path) -> None:
    one, two, three = (staged(store, tmp_path, size) for size in (MIB + 1, 2 * MIB, 30))
    damage(store, two)
    lose(store, three)
    left = b"\0" + source(tmp_path, 2 * MIB).read_bytes()[MIB:]
    assert inspected(store, one, two, three, one) == [
        Inspected(one, one, MIB + 1),
        Inspected(two, hashlib.sha256(left).hexdigest(), MIB + 1),
        Inspected(three, "", 0),
    ]


def test_an_inspection_stops_within_a_large_file(store: DossierStore, tmp_path: Path) -> None:
    sha256 = staged(store, tmp_path, 9 * MIB)
    with pytest.raises(CancelledError):
        list(store.vault.inspect([sha256], cancelled_at(3)))


@pytest.mark.parametrize("harm", [damage, lose])
def test_a_backup_mends_what_is_damaged_or_gone(
    store: DossierStore, tmp_path: Path, harm: object
) -> None:
    assert callable(harm)
    sha256 = staged(store, tmp_path, 3 * MIB)
    with pytest.raises(CchcError, match="Thư mục sao lưu không có tệp này"):
        store.vault.repair(sha256, None, Progress())
    back_up(store._database, store.path, now())
    harm(store, sha256)
    assert inspected(store, sha256)[0].has_backup
    store.vault.repair(sha256, None, Progress())
    assert condition(store, sha256) is Condition.WHOLE
    assert stored(store) == (1, 3)


def test_a_backup_that_is_damaged_itself_is_none(store: DossierStore, tmp_path: Path) -> None:
    sha256 = staged(store, tmp_path, 30)
    back_up(store._database, store.path, now())
    damage(store, sha256)
    kept_content(store.path, sha256).write_bytes(b"other")
    assert not inspected(store, sha256)[0].has_backup
    with pytest.raises(CchcError, match="mã băm khác"):
        store.vault.repair(sha256, None, Progress())
    assert condition(store, sha256) is Condition.DAMAGED
    assert stored(store) == (1, 1)


def test_only_the_same_file_mends(store: DossierStore, tmp_path: Path) -> None:
    path = source(tmp_path, 2 * MIB)
    original = path.rename(tmp_path / "gốc.pdf")
    sha256 = store.vault.stage(original, Progress()).sha256
    damage(store, sha256)
    other = source(tmp_path, 2 * MIB - 1)
    with pytest.raises(CchcError, match="không phải tệp gốc"):
        store.vault.repair(sha256, other, Progress())
    with pytest.raises(CancelledError):
        store.vault.repair(sha256, original, cancelled_at(1))
    assert stored(store) == (1, 2)
    store.vault.repair(sha256, original, Progress())
    assert condition(store, sha256) is Condition.WHOLE


def test_a_purge_drops_what_nobody_names_and_the_file_shrinks(tmp_path: Path) -> None:
    store = create_dossier(tmp_path / "a.cchc")
    sha256 = staged(store, tmp_path, 20 * MIB)
    store.texts.keep(sha256, ExtractedText(("một hai",)))
    store.rest()
    before = store.path.stat().st_size
    store.vault.purge([sha256], Progress())
    store.texts.forget([sha256])
    assert store.rest()
    assert before - store.path.stat().st_size > 19 * MIB
    assert stored(store) == (0, 0)
    assert not store.texts.search(Query.of("một"), 9)
    assert not store.faults()
    store.close()


def test_a_purge_keeps_what_a_record_names(store: DossierStore, tmp_path: Path) -> None:
    session = Session(store, now)
    one, annex = staged(store, tmp_path, 30), staged(store, tmp_path, 40)
    session.run(RegisterDocument(Content("a.pdf", one, 30), now(), "a"))
    session.run(AddFile("a", Content("b.pdf", annex, 40), now()))
    store.vault.purge([one, annex], Progress())
    assert stored(store) == (2, 2)
