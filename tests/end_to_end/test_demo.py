"""`make run` without a display draws the main job."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_without_a_display_the_screens_the_dossier_and_the_summary_are_written(
    tmp_path: Path,
) -> None:
    bare = {name: os.environ[name] for name in os.environ if not name.endswith("DISPLAY")}
    out = tmp_path / "demo"
    done = subprocess.run(
        [sys.executable, "main.py", "demo", str(out)],
        cwd=ROOT, env=bare | {"HOME": str(tmp_path)}, capture_output=True, check=True,
    )  # fmt: skip
    printed = done.stdout.decode("utf-8")
    assert "83,517 -> 83,572" in printed
    names = {made.name for made in out.iterdir()}
    assert {"Hai-Duong-2022.cchc", "Tom-tat-Hai-Duong-2022.pdf"} <= names
    pictures = sorted(out.glob("*.png"))
    assert len(pictures) == 33
    assert all(str(picture) in printed for picture in pictures)
    assert all(QImage(str(picture)).width() >= 1093 for picture in pictures)
    assert not done.stderr
