"""A new dossier is whole or not there."""

from pathlib import Path

import pytest

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.session.founding import found_empty, found_sample
from db import create_dossier, open_dossier
from tests.memory_store import MemoryStore


def test_no_empty_dossier_is_left_where_its_first_step_fails() -> None:
    store = MemoryStore()
    store.refusal = CchcError("Ổ đĩa đã đầy.")
    with pytest.raises(CchcError, match="đầy"):
        found_sample(store)
    assert store.is_discarded


def test_a_discarded_dossier_leaves_nothing_and_its_name_is_free(tmp_path: Path) -> None:
    path = tmp_path / "a.cchc"
    store = create_dossier(path)
    store.discard()
    store.close()
    assert not list(tmp_path.iterdir())
    found_empty(create_dossier(path), 2023, "province", "Tỉnh Hải Dương")
    assert [each.name for each in tmp_path.iterdir()] == ["a.cchc"]
    opened = open_dossier(path)
    assert opened.load().sheets
    opened.close()
