"""What an opening must not load: it would cost more than all the rest of it."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
OF_A_DOSSIER = (
    "cchc_desktop.session", "cchc_desktop.commands", "cchc_desktop.store", "cchc_desktop.domain.s",
    "cchc_desktop.domain.c", "cchc_desktop.domain.m", "cchc_desktop.domain.rules", "ui.opened",
    "ui.places", "ui.marks", "ui.evidence", "ui.rounds", "ui.shared.desk", "ui.window.dossier_view",
)  # fmt: skip
FIRST_PAINT = """
from pathlib import Path
from ui.app import make_app
from ui.main_window import MainWindow
from ui.shared.doors import Doors
app = make_app(["cchc-desktop"], Path("no-settings.json"))
window = MainWindow(Doors(None, None, None), Path("no-settings.json"))
window.show()
app.processEvents()
"""


def loaded_by(words: str) -> set[str]:
    program = f"{words}\nimport sys\nprint(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    return set(done.stdout.split())


@pytest.mark.parametrize(
    "room", ["main.py", "bench", "cchc_desktop", "db", "resources", "tests", "ui"]
)
def test_override_comes_from_the_house_at_no_cost(room: str) -> None:
    places = [ROOT / room] if room.endswith(".py") else (ROOT / room).rglob("*.py")
    imports = re.compile(r"^\s*(?:from|import) typing_extensions\b", re.MULTILINE)
    assert not [p for p in places if imports.search(p.read_text(encoding="utf-8"))]


def test_storage_loads_sqlite_utils_for_migrations_alone() -> None:
    assert not loaded_by("import db") & {"sqlite_utils", "numpy"}


def test_migrations_load_no_numpy() -> None:
    found = loaded_by("import db.migrations")
    assert "sqlite_utils" in found
    assert "numpy" not in found


def test_numpy_can_be_loaded_after_migrations() -> None:
    assert "numpy" in loaded_by("import db.migrations\nimport numpy")


def test_the_start_screen_paints_before_anything_of_a_dossier_is_loaded() -> None:
    found = loaded_by(FIRST_PAINT)
    assert "ui.start.screen" in found
    assert not found & {"sqlite_utils", "numpy", "pyqtgraph", "reportlab", "pypdfium2", "db"}
    assert not {name for name in found if name.startswith(OF_A_DOSSIER)}


def test_no_import_after_qt_reads_the_source_of_what_it_loads() -> None:
    words = "import builtins\nfrom ui.shared import quick_start\nquick_start.begin()\n"
    words += "assert builtins.__import__ is builtins.__orig_import__\nimport linecache, ui.places\n"
    words += "assert not [name for name in linecache.cache if '/ui/' in name], linecache.cache\n"
    assert "ui.places" in loaded_by(words)


def test_no_module_asks_for_a_feature_of_qts_python_layer() -> None:
    rooms = [ROOT / name for name in ("cchc_desktop", "db", "ui", "resources")]
    places = [place for room in rooms for place in room.rglob("*.py")]
    asking = re.compile(r"^\s*from __feature__ import", re.MULTILINE)
    assert not [p for p in places if asking.search(p.read_text(encoding="utf-8"))]
