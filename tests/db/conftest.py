"""A dossier of its own for every test, closed at its end."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db import DossierStore, create_dossier


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    return tmp_path / "Hồ sơ #1 100%?.cchc"


@pytest.fixture
def store(dossier: Path) -> Iterator[DossierStore]:
    made = create_dossier(dossier)
    yield made
    made.close()
