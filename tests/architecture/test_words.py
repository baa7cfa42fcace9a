"""The repository speaks of the product alone: no machine paths, no registry addresses."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOREIGN = re.compile(
    r"(?i)--(extra-)?index-url|--find-links|https?://[^ ]*(simple|registry|artifact)"
)


def test_no_lock_names_an_address() -> None:
    locks = sorted((ROOT / "requirements").glob("*.txt"))
    assert len(locks) == 3
    for lock in locks:
        text = lock.read_text(encoding="utf-8")
        assert not FOREIGN.search(text)
        assert "--hash=sha256:" in text


def test_every_icon_takes_the_colour_of_the_theme() -> None:
    icons = [p for p in (ROOT / "resources" / "icons").glob("*.svg") if "check-" not in p.name]
    assert len(icons) >= 87
    assert all("currentColor" in icon.read_text(encoding="utf-8") for icon in icons)
