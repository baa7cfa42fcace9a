"""What an opening must not load: it would cost more than all the rest of it."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def loaded_by(words: str) -> set[str]:
    program = f"{words}\nimport sys\nprint(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def test_storage_loads_no_numpy() -> None:
    assert "numpy" not in loaded_by("import db")


def test_numpy_can_be_loaded_after_storage() -> None:
    assert "numpy" in loaded_by("import db\nimport numpy")


def test_the_start_screen_loads_neither_storage_nor_charts_nor_reports() -> None:
    found = loaded_by("import ui.app")
    assert not found & {"sqlite_utils", "numpy", "pyqtgraph", "reportlab", "pypdfium2", "db"}
