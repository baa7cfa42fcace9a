"""What was written is what is read; a step is written whole or not at all."""

import sqlite3
from decimal import Decimal
from pathlib import Path

import pytest

from cchc_desktop.domain.changes import WHOLE, Change, ChangeSet, altered, made, removed
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.marks import Figure, Mark, Round
from cchc_desktop.domain.state import State
from cchc_desktop.domain.tables import TABLES
from cchc_desktop.domain.units import Agency
from cchc_desktop.store import Store, UnitTotal
from db import DossierStore, create_dossier, open_dossier
from db.journal import ForkedError
from tests.db.samples import commit, everything, line_for, same


def reopened(store: DossierStore) -> DossierStore:
    store.close()
    return open_dossier(store.path)


def test_the_sample_has_records_of_every_table() -> None:
    assert {change.table for change in everything().changes} == TABLES.keys()


def test_every_record_reads_back_as_it_was_written(store: DossierStore, dossier: Path) -> None:
    state = commit(store, State(), everything())
    assert same(store.load(), state)
    store.close()
    again = open_dossier(dossier)
    assert same(again.load(), state)
    assert again.load().trees["a1"].children_of("c0") == state.trees["a1"].children_of("c0")
    again.close()


def test_it_answers_the_protocol(store: DossierStore) -> None:
    answered: Store = store
    assert answered.path.is_absolute()
    assert not answered.is_read_only
    assert answered.read_only_reason == ""
    assert answered.head == ""


def test_an_order_that_is_seen_outlives_the_program(store: DossierStore) -> None:
    state = commit(store, State(), made("agency", [Agency(k, k) for k in ("z", "b", "m")]))
    state = commit(store, state, removed("agency", [state.agencies["b"]]))
    state = commit(store, state, made("agency", [Agency("b", "b")]))
    again = reopened(store)
    assert list(again.load().agencies) == list(state.agencies) == ["z", "m", "b"]
    again.close()


def test_one_field_of_every_kind_can_be_changed_and_emptied(store: DossierStore) -> None:
    state = commit(store, State(), everything())
    mark = state.cell("s1").records["mark"]["s1/c3/first"]
    full: dict[str, object] = {
        "points": Decimal("1.50"), "figures": {"a": Figure(Decimal(7))}, "not_applicable": True,
        "note": "mới",
    }  # fmt: skip
    empty: dict[str, object] = {"points": None, "figures": {}, "not_applicable": False, "note": ""}
    for values in (full, empty):
        changes = altered("mark", mark, values)
        assert len(changes.changes) >= 2
        state = commit(store, state, changes)
        mark = state.cell("s1").records["mark"]["s1/c3/first"]
        assert same(store.load(), state)
    changes = altered("published", state.cell("s1").records["published"]["p1"], {"rank": 0})
    state = commit(store, state, changes)
    assert same(store.load(), state)


def test_undo_of_everything_leaves_nothing_and_redo_brings_all_back(store: DossierStore) -> None:
    state = commit(
        store, State(), everything(), (UnitTotal("s1", Round.FIRST, None, None, is_complete=False),)
    )
    first = store.head
    bare = commit(store, state, store.changes_of(first).inverted())
    assert same(store.load(), State())
    assert store.totals() == []
    again = commit(store, bare, store.changes_of(first))
    assert same(store.load(), again)
    assert same(again, state)
    assert store.faults() == [
        "Tài liệu “Kế hoạch.pdf” không có nội dung trong hồ sơ.",
        "Tài liệu “b.png” không có nội dung trong hồ sơ.",
    ]


def test_totals_stand_on_disk_and_the_newest_counts(store: DossierStore) -> None:
    before = UnitTotal(
        "s1",
        Round.FIRST,
        Decimal("83.516747"),
        Decimal(100),
        is_complete=True,
        areas=(("c0", None),),
    )
    after = UnitTotal(
        "s1",
        Round.FIRST,
        None,
        None,
        is_complete=False,
        areas=(("c0", Decimal("0.3")), ("c1", None)),
    )
    other = UnitTotal("s2", Round.SELF, Decimal(1), None, is_complete=False)
    state = commit(store, State(), everything(), (before, other))
    assert store.totals() == [before, other]
    commit(store, state, altered("unit", state.units["u1"], {"name": "Khác"}), (after,))
    assert store.totals() == [after, other]


def test_a_failing_step_leaves_disk_and_head_as_they_were(store: DossierStore) -> None:
    state = commit(store, State(), everything())
    head, lines = store.head, store.lines(10)
    orphan = made("mark", [Mark("nobody", "c1", Round.SELF, Decimal(1))])
    changes = altered("unit", state.units["u1"], {"name": "Khác"}) + orphan
    with pytest.raises(sqlite3.IntegrityError):
        store.write(changes, line_for(store, changes), [])
    gone = ChangeSet((Change("unit", "nobody", "name", "a", "b"),))
    with pytest.raises(LookupError):
        store.write(gone, line_for(store, gone), [])
    twice = ChangeSet((Change("unit", "u1", WHOLE, None, {"id": "u1", "name": "x"}),))
    with pytest.raises(sqlite3.IntegrityError):
        store.write(twice, line_for(store, twice), [])
    assert store.head == head
    assert store.lines(10) == lines
    assert same(store.load(), state)
    commit(store, state, altered("unit", state.units["u1"], {"name": "Khác"}))


def test_a_line_must_follow_the_head(store: DossierStore) -> None:
    state = commit(store, State(), everything())
    changes = altered("unit", state.units["u1"], {"name": "Khác"})
    stale = line_for(store, changes)
    commit(store, state, changes)
    back = changes.inverted()
    with pytest.raises(ForkedError):
        store.write(back, stale, [])
    assert store.load().units["u1"].name == "Khác"


def test_lines_come_newest_first_and_name_their_changes(store: DossierStore) -> None:
    steps = [made("agency", [Agency(str(n), "Sở")]) for n in range(5)]
    state = State()
    for changes in steps:
        state = commit(store, state, changes)
    lines = store.lines(3)
    assert [store.changes_of(line.hash) for line in lines] == steps[:1:-1]
    assert lines[0].hash == store.head
    assert lines[0].parents == (lines[1].hash,)
    assert store.lines(99)[-1].parents == ()
    with pytest.raises(KeyError):
        store.changes_of("không có")


def test_a_plain_copy_after_a_rest_is_whole(store: DossierStore, tmp_path: Path) -> None:
    state = State()
    for n in range(50):
        state = commit(store, state, made("agency", [Agency(str(n), "Sở")]))
    assert store.rest()
    assert store.rest()
    copy = tmp_path / "copy" / "usb.cchc"
    copy.parent.mkdir()
    copy.write_bytes(store.path.read_bytes())
    opened = open_dossier(copy)
    assert same(opened.load(), state)
    assert opened.head == store.head
    assert not opened.is_read_only
    opened.close()


def test_a_closed_dossier_is_one_file(store: DossierStore, dossier: Path) -> None:
    commit(store, State(), everything())
    assert len(list(dossier.parent.iterdir())) > 1
    store.close()
    assert list(dossier.parent.iterdir()) == [dossier]
    assert sqlite3.connect(dossier).execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_the_file_is_laid_out_as_decided(store: DossierStore, dossier: Path) -> None:
    store.close()
    conn = sqlite3.connect(dossier)
    found = {
        name: conn.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("application_id", "page_size", "auto_vacuum")
    }
    assert found == {"application_id": 0x43434843, "page_size": 16384, "auto_vacuum": 2}
    ours = {*TABLES, "meta", "unit_total", "journal_line", "journal_change", "content", "chunk"}
    ours |= {"extracted", "extracted_page"}
    strict = {row[1] for row in conn.execute("PRAGMA table_list") if row[5]}
    assert strict == ours
    conn.close()


def test_every_commit_waits_for_the_disk(store: DossierStore) -> None:
    pragmas = ("synchronous", "foreign_keys", "journal_mode")
    found = [store._database.execute(f"PRAGMA {name}").fetchone()[0] for name in pragmas]
    assert found == [2, 1, "wal"]


def test_a_file_that_went_away_takes_no_step_with_it(store: DossierStore, dossier: Path) -> None:
    state = commit(store, State(), everything())
    changes = altered("unit", state.units["u1"], {"name": "Khác"})
    moved = dossier.rename(dossier.with_name("moved.cchc"))
    with pytest.raises(CchcError, match="đã bị xóa hoặc chuyển đi"):
        store.write(changes, line_for(store, changes), [])
    dossier.write_bytes(b"another")
    with pytest.raises(CchcError, match="đã bị xóa hoặc chuyển đi"):
        store.write(changes, line_for(store, changes), [])
    moved.rename(dossier)
    assert same(commit(store, state, changes), store.load())


def test_a_dossier_whose_file_went_away_can_be_closed(tmp_path: Path) -> None:
    path = tmp_path / "x.cchc"
    gone = create_dossier(path)
    path.unlink()
    gone.close()
    assert not path.exists()
    gone.close()


def test_totals_of_a_round_that_left_its_assessment_are_forgotten(store: DossierStore) -> None:
    first, published = (
        UnitTotal("s1", in_round, Decimal(1), Decimal(2), is_complete=True)
        for in_round in (Round.FIRST, Round.PUBLISHED)
    )
    other = UnitTotal("s2", Round.SELF, Decimal(1), None, is_complete=False)
    state = commit(store, State(), everything(), (first, published, other))
    fewer = altered("assessment", state.assessments["a1"], {"rounds": (Round.FIRST,)})
    commit(store, state, fewer, (first,))
    assert store.totals() == [first, other]
