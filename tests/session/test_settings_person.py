"""Who works on this PC is kept in the settings, whatever else stands there."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from cchc_desktop.settings import Person, Settings, load, save


def test_who_works_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    assert load(path).person is None
    kept = replace(Settings(), person=Person("os-an", "Ngô Ẩn", "Tổ thư ký"), is_person_asked=True)
    assert save(path, kept)
    assert load(path) == kept


@pytest.mark.parametrize(
    "found", ["An", {"id": "x"}, {"id": "", "name": "An"}, {"id": "x", "name": 3}]
)
def test_a_person_that_cannot_be_read_is_nobody(tmp_path: Path, found: object) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"person": found, "theme": "dark"}), encoding="utf-8")
    assert load(path).person is None
    assert load(path).theme == "dark"
