"""A damaged journal, broken references and missing content are said."""

import errno
import sqlite3
from pathlib import Path

import pytest

from cchc_desktop.domain.changes import made
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.state import State
from cchc_desktop.domain.units import Agency
from db import DossierStore, open_dossier, words
from db.trouble import told
from tests.db.samples import commit


@pytest.fixture
def written(store: DossierStore) -> DossierStore:
    state = State()
    for n in range(3):
        state = commit(store, state, made("agency", [Agency(f"g{n}", "Sở")]))
    assert store.faults() == []
    store._database.execute("PRAGMA foreign_keys = OFF")
    return store


@pytest.mark.parametrize(
    ("damage", "fault"),
    [
        ("UPDATE journal_line SET title = 'khác' WHERE n = 2", "bước “khác” không khớp mã băm"),
        ("UPDATE journal_change SET new = '{}' WHERE line = 2", "nội dung sửa của bước"),
        ("DELETE FROM journal_line WHERE n = 2", "không thấy bước đứng trước"),
        ("UPDATE meta SET value = 'x' WHERE name = 'head'", "dòng cuối không phải"),
        ("DELETE FROM journal_line WHERE n = 3", "dòng cuối không phải"),
        (
            "INSERT INTO mark (sheet, criterion, round) VALUES ('s', 'c', 'self')",
            "bảng điểm trỏ tới dòng không tồn tại của bảng phiếu chấm",
        ),
        (
            "INSERT INTO document (id, name, sha256) VALUES ('t', 'Tờ trình', 'ab')",
            "Tài liệu “Tờ trình” không có nội dung",
        ),
    ],
)
def test_damage_is_said(written: DossierStore, damage: str, fault: str) -> None:
    written._database.execute(damage)
    assert any(fault in found for found in written.faults())


def test_damage_inside_chunks_does_not_keep_a_dossier_from_opening(store: DossierStore) -> None:
    store._database.execute("INSERT INTO content (sha256, size, state) VALUES ('a', 1, 'whole')")
    store._database.execute("INSERT INTO chunk VALUES (1, 0, x'00')")
    (page,) = store._database.execute(
        "SELECT rootpage FROM sqlite_master WHERE name = 'chunk'"
    ).fetchone()
    store.close()
    body = bytearray(store.path.read_bytes())
    body[(page - 1) * 16384 : page * 16384] = b"\xff" * 16384
    store.path.write_bytes(body)
    again = open_dossier(store.path)
    faults = again.faults()
    assert any("Cấu trúc tệp bị hỏng" in fault for fault in faults)
    again.close()


def test_damage_that_appears_while_it_is_open_is_said(store: DossierStore) -> None:
    state = commit(store, State(), made("agency", [Agency("a", "b")]))
    assert store.rest()
    (page,) = store._database.execute(
        "SELECT rootpage FROM sqlite_master WHERE name = 'unit'"
    ).fetchone()
    copy = store.path.with_name("copy.cchc")
    body = bytearray(store.path.read_bytes())
    store.close()
    body[(page - 1) * 16384 : page * 16384] = b"\xff" * 16384
    copy.write_bytes(body)
    with pytest.raises(CchcError, match="bị hỏng"):
        open_dossier(copy)
    assert state.agencies


def test_a_reference_to_what_is_no_key_is_said(store: DossierStore) -> None:
    store._database.execute("PRAGMA writable_schema = ON")
    store._database.execute(
        "UPDATE sqlite_master SET sql = replace(sql, 'unit (id)', 'unit (ie)') WHERE name = 'sheet'"
    )
    store.close()
    assert opened_and_checked(store.path) == words.fault_structure()


def opened_and_checked(path: Path) -> str:
    """What opening and the check of the file say."""
    try:
        store = open_dossier(path)
    except CchcError as error:
        return error.sentence
    faults = store.faults()
    store.close()
    return " ".join(faults)


def test_rows_and_indexes_that_no_longer_agree_are_said(written: DossierStore) -> None:
    written.close()
    whole = written.path.read_bytes()
    for word in (b"head", written.head.encode()):
        said = []
        for at in (at for at in range(len(whole)) if whole.startswith(word, at)):
            body = bytearray(whole)
            body[at] ^= 1
            written.path.write_bytes(body)
            said.append(opened_and_checked(written.path))
        assert len(said) >= 2  # the row, and the index that leads to it
        assert any("không đọc được" in each or "Nhật ký" in each for each in said)


def test_a_table_that_breaks_its_own_rules_is_said(store: DossierStore) -> None:
    store._database.execute("INSERT INTO chunk VALUES (1, 0, x'00')")
    store._database.execute("PRAGMA writable_schema = ON")
    store._database.execute(
        "UPDATE sqlite_master SET sql = replace(sql, 'n INTEGER', 'n INTEGER CHECK (n > 5)')"
        " WHERE name = 'chunk'"
    )
    store.close()
    again = open_dossier(store.path)
    assert again.faults() == ["Cấu trúc tệp bị hỏng; mở bản sao lưu gần nhất để so lại."]
    again.close()


def test_a_table_that_is_not_there_is_a_bug(store: DossierStore) -> None:
    store._database.execute("DROP TABLE link")
    store._database.execute("DROP TABLE document")
    with pytest.raises(sqlite3.OperationalError):
        store.faults()


def test_trouble_with_the_system_is_told_as_trouble_with_the_disk() -> None:
    for code, sentence in ((errno.ENOSPC, "Ổ đĩa đã đầy"), (errno.EIO, "Ổ đĩa không đọc")):
        with pytest.raises(CchcError, match=sentence), told(Path("x.cchc")):
            raise OSError(code, "x")
    with pytest.raises(sqlite3.ProgrammingError), told(Path("x.cchc")):
        raise sqlite3.ProgrammingError("a bug")
