"""One real dossier a schema: whatever was written once opens for good."""

import sqlite3
import zipfile
from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from cchc_desktop.clock import now
from cchc_desktop.commands.appraisal import Assign
from cchc_desktop.commands.people import AddPeople
from cchc_desktop.domain.appraisal import who_appraises
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.people import Body
from cchc_desktop.domain.people_lines import PersonRow
from cchc_desktop.domain.points import truncated
from cchc_desktop.session import Session
from db import create_dossier, open_dossier
from db.lock import take_lock
from tests.sample_session import ASSESSMENT, SHEET, node

HERE = Path(__file__).parent


@pytest.mark.parametrize("name", sorted(path.stem for path in HERE.glob("*.zip")))
def test_a_dossier_of_an_earlier_schema_opens_whole(name: str, tmp_path: Path) -> None:
    with zipfile.ZipFile(HERE / f"{name}.zip") as packed:
        packed.extractall(tmp_path)
    session = Session(open_dossier(tmp_path / f"{name}.cchc"), now)
    try:
        assert not session.store.is_read_only
        assert not session.store.faults()
        total = session.scores(SHEET, Round.FIRST).total.points
        assert total is not None
        assert truncated(total, 6) == Decimal("83.516747")
        (link,) = session.state.cell(SHEET).links[node("7.3")]
        document = session.state.documents[link.document]
        body = b"".join(session.store.vault.chunks(document.sha256))
        assert body.decode("utf-8") == "Tài liệu minh họa của hồ sơ mẫu"
        steps = [line for line in session.store.lines(9) if line.command != "Migrate"]
        assert steps[0].title.startswith("Hoàn tác")
        session.run(AddPeople(ASSESSMENT, Body.COUNCIL, (PersonRow("Ngô Ẩn", role="Chủ tịch"),)))
        (member,) = session.state.rows["council_member"]
        session.run(Assign((node("7.3"),), member))
    finally:
        session.close()
    again = Session(open_dossier(tmp_path / f"{name}.cchc"), now)
    assert who_appraises(again.state, node("7.3")) == ("Ngô Ẩn",)
    assert not again.store.faults()
    again.close()


def test_a_migration_appends_the_same_line_to_every_copy(tmp_path: Path) -> None:
    heads = set()
    for n in range(2):
        place = tmp_path / str(n)
        with zipfile.ZipFile(HERE / "hai-duong-schema-1.zip") as packed:
            packed.extractall(place)
        store = open_dossier(place / "hai-duong-schema-1.cchc")
        *steps, last = store.lines(4)
        assert [(line.command, line.title, line.schema) for line in reversed(steps)] == [
            ("Migrate", f"nâng cấp hồ sơ lên bản 0.{schema}", schema) for schema in (2, 3, 4)
        ]
        assert last.schema == 1
        assert not any(store.changes_of(line.hash) for line in steps)
        assert not store.faults()
        heads.add(store.head)
        store.close()
    assert len(heads) == 1


@pytest.mark.parametrize("name", ["hai-duong-schema-1", "hai-duong-schema-3"])
def test_a_dossier_that_would_have_to_be_migrated_is_refused_where_it_is_only_read(
    name: str, tmp_path: Path
) -> None:
    with zipfile.ZipFile(HERE / f"{name}.zip") as packed:
        packed.extractall(tmp_path)
    path = tmp_path / f"{name}.cchc"
    before = path.read_bytes()
    lock = take_lock(path, now)
    with pytest.raises(CchcError, match="bản cũ của chương trình") as refusal:
        open_dossier(path)
    lock.release()
    assert "đang được" in refusal.value.sentence
    assert "đóng hồ sơ ở nơi kia" in refusal.value.hint
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_the_schema_that_is_written_now_has_its_dossier(tmp_path: Path) -> None:
    path = tmp_path / "mới.cchc"
    create_dossier(path).close()
    assert (HERE / f"hai-duong-schema-{_schema(path)}.zip").exists()


def test_days_of_agencies_are_read_from_a_dossier_of_schema_4(tmp_path: Path) -> None:
    with zipfile.ZipFile(HERE / "hai-duong-schema-4.zip") as packed:
        packed.extractall(tmp_path)
    session = Session(open_dossier(tmp_path / "hai-duong-schema-4.cchc"), now)
    assert session.state.agencies["van-phong-ubnd-tinh"].starts_on == date(2010, 1, 1)
    session.close()


def _schema(path: Path) -> str:
    with closing(sqlite3.connect(path)) as file:
        (found,) = file.execute("SELECT value FROM meta WHERE name = 'schema'").fetchone()
    return str(found)
