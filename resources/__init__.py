"""Data of the program: sample facts, fonts, icons, words of Qt."""

from pathlib import Path

_HERE = Path(__file__).parent


def resource(relative: str) -> Path:
    """Return the path of a bundled file, for example ``fonts/Tinos-Regular.ttf``."""
    return _HERE / relative
