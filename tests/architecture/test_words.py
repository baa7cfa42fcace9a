"""The repository speaks of the product alone: no machine paths, no registry addresses."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOREIGN = re.compile(
    r"(?i)--(extra-)?index-url|--find-links|https?://[^ ]*(simple|registry|artifact)"
)

PLACE = re.compile(rb"(?i)/(home|users|root|tmp|work|srv|mnt)/\w|[a-z]:\\+users")


def test_no_lock_names_an_address() -> None:
    locks = sorted((ROOT / "requirements").glob("*.txt"))
    assert len(locks) == 3
    for lock in locks:
        text = lock.read_text(encoding="utf-8")
        assert not FOREIGN.search(text)
        assert "--hash=sha256:" in text


def test_no_file_names_a_place_of_one_machine() -> None:
    rooms = ("cchc_desktop", "db", "ui", "bench", "packaging", "docs", ".ci", ".github")
    files = [each for room in rooms for each in (ROOT / room).rglob("*") if each.is_file()]
    files += [each for each in ROOT.iterdir() if each.suffix in {".py", ".md", ".toml", ".spec"}]
    named = [each for each in files if each.suffix != ".pyc" and PLACE.search(each.read_bytes())]
    assert len(files) > 300
    assert named == []


def test_every_icon_takes_the_colour_of_the_theme() -> None:
    icons = [p for p in (ROOT / "resources" / "icons").glob("*.svg") if "check-" not in p.name]
    assert len(icons) >= 87
    assert all("currentColor" in icon.read_text(encoding="utf-8") for icon in icons)
