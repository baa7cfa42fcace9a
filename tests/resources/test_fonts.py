"""Every Vietnamese letter has a glyph in every bundled font."""

import unicodedata

import pytest
from PySide6.QtGui import QFontDatabase, QRawFont

from resources import resource

VOWELS = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
LETTERS = (
    "".join(unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES)
    + "đbcdghklmnpqrstvx"
)
SIGNS = "0123456789,.%()-–−×÷…“”/▲▼"
FONTS = sorted(p for p in resource("fonts").iterdir() if p.suffix in {".otf", ".ttf"})


@pytest.mark.parametrize("font", FONTS, ids=lambda path: path.stem)
def test_a_bundled_font_has_every_vietnamese_letter(font: object, qapp: object) -> None:
    raw = QRawFont(str(font), 13)
    assert raw.isValid()
    missing = [
        sign for sign in LETTERS + LETTERS.upper() + SIGNS if not raw.supportsCharacter(ord(sign))
    ]
    assert not missing


def test_nine_faces_are_bundled(qapp: object) -> None:
    assert len(FONTS) == 9
    assert all(QFontDatabase.addApplicationFont(str(font)) >= 0 for font in FONTS)
