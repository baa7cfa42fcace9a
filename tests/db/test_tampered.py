"""A dossier that somebody edited with another program is told, never a crash."""

import shutil
import sqlite3
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest

from cchc_desktop.clock import now
from cchc_desktop.commands.marks import SetFigure, SetPoints
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.tables import TABLES
from cchc_desktop.headless.entry import main
from cchc_desktop.session import Session
from cchc_desktop.session.history import history_of
from db import open_dossier
from db.words import fault_records
from tests.command_line import DOORS
from tests.sample_session import SHEET, place

NO_JOURNAL = "không khớp nhật ký"


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("mẫu") / "mẫu.cchc"
    assert main(["sample", str(path)], DOORS) == 0
    session = Session(open_dossier(path), now)
    session.run(SetPoints(place("1.9"), Decimal(6)))
    session.undo()
    session.close()
    return path


@pytest.fixture
def tampered(template: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(template, tmp_path / "a.cchc"))


def edit(path: Path, sql: str) -> None:
    with closing(sqlite3.connect(path)) as file:
        file.executescript(sql)


def checked(path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    assert main(["check", str(path)], DOORS) == 1
    told = capsys.readouterr()
    return told.out + told.err


@pytest.mark.parametrize(
    ("sql", "sentence"),
    [
        ("UPDATE mark SET points = '0.1' WHERE points IS NOT NULL", NO_JOURNAL),
        ("UPDATE mark SET note = 'giả'", NO_JOURNAL),
        ("UPDATE criterion SET name = 'giả' WHERE code = '1'", "Bảng tiêu chí"),
        ("DELETE FROM deduction", "Bảng khoản bị trừ"),
        ("INSERT INTO agency (id, name) VALUES ('giả', 'Sở Giả')", "Bảng cơ quan"),
        ("UPDATE mark SET points = 'abc'", NO_JOURNAL),
        ("UPDATE mark SET figures = '{'", "không đọc được"),
        ("UPDATE published SET lost = 'abc'", NO_JOURNAL),
        ("UPDATE criterion SET rule = '{}' WHERE code = '1.1'", "không đọc được"),
        ('UPDATE criterion SET rule = \'{"kind":"lạ"}\'', "không đọc được"),
        ("UPDATE assessment SET rounds = '[\"lạ\"]'", "không đọc được"),
        ("UPDATE journal_line SET at = 'x'", "không khớp mã băm"),
        ("UPDATE journal_line SET parents = 'x'", "không khớp mã băm"),
        ("UPDATE journal_change SET new = '{' WHERE n = 0", "nội dung sửa"),
        ("UPDATE journal_change SET new = '1' WHERE n = 0", "nội dung sửa"),
        ("DELETE FROM journal_change WHERE n = 3", NO_JOURNAL),
        ("DELETE FROM journal_line", "dòng cuối"),
        ("UPDATE meta SET value = 'x' WHERE name = 'head'", "dòng cuối"),
        ("DELETE FROM meta WHERE name = 'head'", "bị hỏng"),
        ("DELETE FROM unit", "bảng phiếu chấm trỏ tới dòng không tồn tại của bảng đơn vị"),
        ("DELETE FROM assessment", "trỏ tới dòng không tồn tại của bảng đợt đánh giá"),
        ("DELETE FROM criterion WHERE code = '1'", "trỏ tới dòng không tồn tại"),
        ("UPDATE criterion SET parent = id WHERE code = '1'", NO_JOURNAL),
        ("DELETE FROM sheet", "trỏ tới dòng không tồn tại"),
        ("UPDATE unit_total SET points = 'abc'", "Tổng lưu sẵn"),
        ("UPDATE unit_total SET areas = '{'", "Tổng lưu sẵn"),
        ("UPDATE unit_total SET round = 'lạ' WHERE round = 'first'", "Tổng lưu sẵn"),
        (
            (
                'INSERT INTO document_file (id, document, "order", name, sha256, size, added_at)'
                " VALUES ('giả', 'giả', 'a', 'a.pdf', 'ab', 1, '2026-11-23T12:00:00+00:00')"
            ),
            "Bảng tệp kèm tài liệu: 1 dòng không khớp nhật ký",
        ),
        ("DROP TABLE mark", "bị hỏng"),
        ("DROP TABLE content", "bị hỏng"),
        ("ALTER TABLE mark DROP COLUMN note", "bị hỏng"),
        ("UPDATE meta SET value = '9' WHERE name = 'min_reader'", "cần CCHC Desktop"),
    ],
)
def test_check_names_what_was_changed(
    tampered: Path, sql: str, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(tampered, sql)
    assert sentence in checked(tampered, capsys)
    assert main(["scores", str(tampered)], DOORS) in {0, 1}
    assert "Traceback" not in capsys.readouterr().err


def test_what_cannot_be_read_is_refused_in_words(tampered: Path) -> None:
    edit(tampered, "UPDATE criterion SET parent = id WHERE code = '1'")
    store = open_dossier(tampered)
    with pytest.raises(CchcError, match="không đọc được"):
        store.load()
    store.close()


def test_an_untouched_dossier_matches_its_journal(tampered: Path) -> None:
    store = open_dossier(tampered)
    assert not store.faults()
    store.close()


@pytest.mark.parametrize("figures", ['{"a":5}', '{"a":["value"]}', "5", '"x"', "{"])
def test_a_tampered_step_of_the_journal_is_not_taken_back_but_told(
    tampered: Path, figures: str
) -> None:
    session = Session(open_dossier(tampered), now)
    step = place("7.3")
    session.run(SetFigure(step, "numerator", Decimal(9)))
    before = session.state
    with closing(sqlite3.connect(tampered)) as file, file:
        changed = file.execute(
            "UPDATE journal_change SET old = ? "
            "WHERE field = 'figures' AND line = (SELECT max(n) FROM journal_line)",
            [figures],
        )
        assert changed.rowcount == 1
    with pytest.raises(CchcError, match="không đọc được"):
        session.undo()
    assert session.state is before
    history_of(session.store, session.state, step.sheet, step.criterion)
    session.close()


@pytest.mark.parametrize("rule", [
    '{"kind":"levels","levels":[{"key":["a"],"label":"Mức a"}]}',
    '{"kind":"levels","levels":[{"key":"a","label":5}]}',
    '{"kind":"formula","formula":7}',
    '{"kind":"formula","formula":"x","inputs":[{"name":"x","label":true}]}',
    '{"kind":"checklist","items":"ab"}',
    '{"kind":"ratio","base":0.1}',
    '{"kind":["ratio"]}',
])  # fmt: skip
def test_a_wrong_type_deep_in_a_rule_is_told(
    tampered: Path, rule: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(sqlite3.connect(tampered)) as file, file:
        file.execute("UPDATE criterion SET rule = ? WHERE code = '1.1'", [rule])
    store = open_dossier(tampered)
    with pytest.raises(CchcError, match="không đọc được"):
        store.load()
    store.close()
    assert "không đọc được" in checked(tampered, capsys)
    assert main(["scores", str(tampered)], DOORS) == 1
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize("figures", ['{"a":5}', '{"a":["value"]}', "5", "[1]"])
def test_tampered_figures_of_a_mark_are_told(tampered: Path, figures: str) -> None:
    with closing(sqlite3.connect(tampered)) as file, file:
        file.execute("UPDATE mark SET figures = ?", [figures])
    session = Session(open_dossier(tampered), now)
    with pytest.raises(CchcError, match="không đọc được"):
        session.scores(place("7.3").sheet, Round.FIRST)
    session.close()


@pytest.mark.parametrize("sql", [
    "UPDATE mark SET note = CAST(x'fffe41' AS TEXT)",
    "UPDATE deduction SET reason = CAST(x'fffe41' AS TEXT)",
    "UPDATE criterion SET name = CAST(x'fffe41' AS TEXT) WHERE code = '1.1'",
    "UPDATE mark SET points = 'NaN'",
    "UPDATE mark SET points = 'Infinity'",
    "UPDATE mark SET points = '1E+999999'",
    "UPDATE criterion SET maximum = '-1E+999999' WHERE code = '7.3'",
    "UPDATE mark SET figures = '" + "[" * 5000 + "]" * 5000 + "'",
    """UPDATE mark SET figures = '{"a":{"value":"-Infinity"}}'""",
    """UPDATE mark SET figures = '{"a":{}}'""",
])  # fmt: skip
def test_what_is_no_text_or_number_is_told_and_leaves_no_lock(tampered: Path, sql: str) -> None:
    edit(tampered, sql)
    with pytest.raises(CchcError, match=r"không đọc được|bị hỏng"):  # noqa: PT012  # two steps read
        session = Session(open_dossier(tampered), now)
        with closing(session):
            session.scores(SHEET, Round.FIRST)
    assert [each.name for each in tampered.parent.iterdir()] == ["a.cchc"]


def test_every_table_of_the_journal_has_a_name_that_people_know() -> None:
    for table in TABLES:
        assert table not in fault_records(table, 1)


@pytest.mark.parametrize("at", ["schema", "format", "search"])
def test_bytes_flipped_where_the_file_describes_itself_are_told(tampered: Path, at: str) -> None:
    body = bytearray(tampered.read_bytes())
    if at == "schema":
        place = body.index(b"CREATE TABLE")
        body[place : place + 12] = b"\x8b" * 12
    elif at == "format":
        body[47] = 0x99
    else:
        with closing(sqlite3.connect(tampered)) as file, file:
            file.execute("UPDATE page_search_config SET v = -106 WHERE k = 'version'")
        body = bytearray(tampered.read_bytes())
    tampered.write_bytes(body)
    with pytest.raises(CchcError, match="bị hỏng"):
        open_dossier(tampered).close()
    assert [each.name for each in tampered.parent.iterdir()] == ["a.cchc"]


def test_a_step_that_its_index_does_not_find_is_told(tampered: Path) -> None:
    with closing(sqlite3.connect(tampered)) as file, file:
        (name,) = file.execute(
            "SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = 'journal_line'"
        ).fetchone()
        (page,) = file.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = ?", [name]
        ).fetchone()
        (size,) = file.execute("PRAGMA page_size").fetchone()
        (line,) = file.execute("SELECT hash FROM journal_line ORDER BY n LIMIT 1").fetchone()
    body = bytearray(tampered.read_bytes())
    place = body.index(line.encode(), (page - 1) * size, page * size)
    body[place] ^= 1
    tampered.write_bytes(body)
    store = open_dossier(tampered)
    with closing(store):
        assert any("nội dung sửa" in fault for fault in store.faults())


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM unit_total",
        "DELETE FROM unit_total WHERE round = 'first'",
        "UPDATE unit_total SET points = 'abc'",
        "UPDATE unit_total SET areas = '{'",
        "UPDATE unit_total SET round = 'lạ' WHERE round = 'first'",
    ],
)
def test_totals_that_are_lost_are_worked_out_anew(tampered: Path, sql: str) -> None:
    session = Session(open_dossier(tampered), now)
    before = dict(session.totals[SHEET])
    session.close()
    edit(tampered, sql)
    session = Session(open_dossier(tampered), now)
    assert session.stale == 1
    assert session.recalculate() == 0
    assert session.totals[SHEET] == before
    session.close()
    session = Session(open_dossier(tampered), now)
    assert session.stale == 0
    assert session.totals[SHEET] == before
    session.close()
