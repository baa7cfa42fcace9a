"""The sample dossier, written once by the command line."""

import shutil
from pathlib import Path

import pytest

from cchc_desktop.headless.entry import main
from tests.command_line import DOORS


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("mẫu") / "mẫu.cchc"
    assert main(["sample", str(path)], DOORS) == 0
    return path


@pytest.fixture
def sample(template: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(template, tmp_path / "hồ sơ.cchc"))
