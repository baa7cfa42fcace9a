"""A document's name can be written on Windows and on Linux, whatever it was called."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.evidence import safe_name

_MOST_BYTES = 255  # of one name on the file systems of Linux; a copy's draft needs a few more


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("CON .txt", "_CON.txt"),
        ("con", "_con"),
        ("CONIN$", "_CONIN$"),
        ("conout$.pdf", "_conout$.pdf"),
        ("COM1", "_COM1"),
        ("CONG VAN.pdf", "CONG VAN.pdf"),
    ],
)
def test_names_of_devices_are_marked(name: str, safe: str) -> None:
    assert safe_name(name) == safe


@given(st.text(min_size=1, max_size=400) | st.text("ếộ.\u0301 ", min_size=100, max_size=400))
def test_every_name_fits(name: str) -> None:
    safe = safe_name(name)
    assert safe
    assert len(safe) <= 120
    assert len(safe.encode()) <= _MOST_BYTES - 15
    assert unicodedata.is_normalized("NFC", safe)
    assert safe == safe.strip(" .")


def test_a_long_name_keeps_its_suffix() -> None:
    assert safe_name("ế" * 300 + ".pdf").endswith("ế.pdf")
    assert len(safe_name("ế" * 300 + ".pdf")) == 82
