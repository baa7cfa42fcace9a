"""Settings, log and proposed folders lie where the system says."""

import sys
from pathlib import Path

import pytest

from ui.shared.paths import documents_folder, log_file, settings_file


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux by its own variables")
def test_settings_and_log_lie_where_the_system_keeps_such_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    assert settings_file() == tmp_path / "config" / "CCHC Desktop" / "settings.json"
    assert log_file() == tmp_path / "state" / "CCHC Desktop" / "log" / "cchc.log"


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux by its own variables")
@pytest.mark.parametrize("is_there", [True, False])
def test_new_dossiers_are_proposed_where_they_can_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_there: bool
) -> None:
    config = tmp_path / "config"
    config.mkdir()
    documents = tmp_path / "Tài liệu"
    lines = f'XDG_DOCUMENTS_DIR="{documents}"\n'
    (config / "user-dirs.dirs").write_text(lines, encoding="utf-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(config))
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    if is_there:
        documents.mkdir()
    assert documents_folder() == (documents if is_there else tmp_path)
