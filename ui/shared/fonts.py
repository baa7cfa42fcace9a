"""The bundled fonts of the screen: CCHC Sans."""

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


def register() -> list[str]:
    """Register the fonts of the screen; return the family names that Qt found in them."""
    families: list[str] = []
    for name in _FILES:
        number = QFontDatabase.addApplicationFont(str(resource(f"fonts/{name}")))
        families += QFontDatabase.applicationFontFamilies(number)
    return families
