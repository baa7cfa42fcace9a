"""Rows and records say the same; the frozen first tables hold today's records."""

import json
import sqlite3

import pytest

from cchc_desktop.domain.journal import SCHEMA
from cchc_desktop.domain.state import State
from cchc_desktop.domain.tables import TABLES
from db import DossierStore
from db.rows import Column, columns_of, from_row, key_columns, key_to_cells, to_row
from tests.db.samples import commit, everything

RECORDS = [(change.table, change.key, change.new) for change in everything().changes]


@pytest.mark.parametrize(("table", "key", "fields"), RECORDS, ids=lambda v: str(v)[:20])
def test_a_row_reads_back_as_the_record(table: str, key: str, fields: dict[str, object]) -> None:
    row = to_row(table, fields)  # type: ignore[arg-type]  # JSON of a record
    assert from_row(table, row) == fields
    names = list(columns_of(table))
    assert [row[names.index(name)] for name in key_columns(table)] == list(key_to_cells(table, key))


@pytest.mark.parametrize("table", TABLES)
def test_the_tables_on_disk_have_one_column_a_field(store: DossierStore, table: str) -> None:
    found = {
        row[1]: row[2]
        for row in store._database.execute(f'PRAGMA table_info("{table}")').fetchall()
    }
    types = {Column.INTEGER: "INTEGER", Column.BOOLEAN: "INTEGER"}
    assert found == {name: types.get(kind, "TEXT") for name, kind in columns_of(table).items()}
    keys = [
        row[1]
        for row in store._database.execute(f'PRAGMA table_info("{table}")').fetchall()
        if row[5]
    ]
    assert tuple(keys) == key_columns(table)


def test_points_and_days_are_text_and_json_has_sorted_keys(store: DossierStore) -> None:
    commit(store, State(), everything())
    row = store._database.execute(
        "SELECT figures, lost, typeof(lost) FROM mark WHERE criterion = 'c3'"
    ).fetchone()
    assert row[1:] == ("0.5", "text")
    assert json.loads(row[0])["b"] == {
        "as_of": "2022-12-31",
        "source": "Báo cáo 12",
        "value": "94.385",
    }
    assert row[0].index('"a"') < row[0].index('"b"')
    assert store._database.execute("SELECT issued_on FROM document").fetchone() == ("2022-01-05",)


def test_strict_tables_refuse_other_kinds(store: DossierStore) -> None:
    commit(store, State(), everything())
    with pytest.raises(sqlite3.IntegrityError):
        store._database.execute("UPDATE assessment SET year = 'soon'")


def test_no_reference_points_at_chunks(store: DossierStore) -> None:
    for (table,) in store._database.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table'"
    ).fetchall():
        keys = store._database.execute(f'PRAGMA foreign_key_list("{table}")').fetchall()
        assert "chunk" not in {key[2] for key in keys}


def test_the_file_says_its_schema(store: DossierStore) -> None:
    meta = dict(store._database.execute("SELECT name, value FROM meta").fetchall())
    assert meta == {"head": "", "schema": str(SCHEMA), "min_reader": "4", "program": "0.4"}
