"""The bundled fonts: CCHC Sans for the screen, Tinos for papers."""

from PySide6.QtGui import QFontDatabase

from resources import resource

FAMILY = "CCHC Sans"
_FILES = (
    "CCHCSans-Regular.otf",
    "CCHCSans-Medium.otf",
    "CCHCSans-SemiBold.otf",
    "CCHCSans-Bold.otf",
    "CCHCSans-Italic.otf",
)
_PAPER_FILES = (
    "Tinos-Regular.ttf",
    "Tinos-Bold.ttf",
    "Tinos-Italic.ttf",
    "Tinos-BoldItalic.ttf",
)


def register() -> list[str]:
    """Register the fonts of the screen; return the family names that Qt found in them."""
    return _registered(_FILES)


def register_paper() -> list[str]:
    """Register the fonts of papers, when a preview first needs them."""
    return _registered(_PAPER_FILES)


def _registered(files: tuple[str, ...]) -> list[str]:
    families: list[str] = []
    for name in files:
        number = QFontDatabase.addApplicationFont(str(resource(f"fonts/{name}")))
        families += QFontDatabase.applicationFontFamilies(number)
    return families
