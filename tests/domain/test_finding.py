import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.finding import found_in

TEXT = "Đã đạt điểm tối đa; đạt\nđiểm."


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("dat diem", ["đạt điểm", "đạt\nđiểm"]),
        ("ĐẠT, ĐIỂM", ["đạt điểm", "đạt\nđiểm"]),
        ("toi", ["tối"]),
        ("iem", []),  # words begin where words begin
        ("đie", ["điể", "điể"]),  # the last one may go on
        ("", []),
        ("  ;", []),
    ],
)
def test_words_are_found_without_accents_side_by_side(words: str, found: list[str]) -> None:
    assert [TEXT[a:b] for a, b in found_in(TEXT, words)] == found


def test_accents_apart_from_their_letters_belong_to_the_place() -> None:
    text = unicodedata.normalize("NFD", "số hồ sơ")
    ((begin, end),) = found_in(text, "ho so")
    assert unicodedata.normalize("NFC", text[begin:end]).startswith("hồ s")


@given(st.text(), st.text())
def test_every_place_lies_in_the_text(text: str, words: str) -> None:
    assert all(0 <= a < b <= len(text) for a, b in found_in(text, words))
