"""Folders that the program proposes are there."""

from pathlib import Path

import platformdirs
import pytest

from cchc_desktop.paths import documents_folder


@pytest.mark.parametrize("is_there", [True, False])
def test_new_dossiers_are_proposed_where_they_can_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_there: bool
) -> None:
    documents = tmp_path / "Documents"
    monkeypatch.setattr(platformdirs, "user_documents_dir", lambda: str(documents))
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    if is_there:
        documents.mkdir()
    assert documents_folder() == (documents if is_there else tmp_path)
