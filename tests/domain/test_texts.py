"""What is looked for, where it stands in a text, and what a file is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.file_kinds import FileKind, kind_of_bytes
from cchc_desktop.domain.text import nfc
from cchc_desktop.domain.texts import Query, excerpt_of, fold_by_character

PAGE = (
    "Ủy ban nhân dân tỉnh báo cáo: trong năm 2022, số hồ sơ giải quyết trực tuyến toàn trình là"
    " 94.385 trên tổng số 153.273 hồ sơ đã giải quyết, đạt 61,58 %. Các đơn vị tiếp tục thực hiện."
)


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("hồ sơ", Query(("ho", "so"), is_open=True)),
        ('"hồ  sơ" Đạt', Query(("ho so", "dat"), is_open=True)),
        ('đạt "Hồ sơ"', Query(("dat", "ho so"), is_open=False)),
        ('"hồ sơ', Query(("ho so",), is_open=False)),
        ("55/TB-VPCP ", Query(("55/tb-vpcp",), is_open=False)),
        ("  - / ", Query((), is_open=False)),
        ("", Query((), is_open=False)),
    ],
)
def test_what_is_typed_is_words_and_phrases(typed: str, query: Query) -> None:
    assert Query.of(typed) == query


def test_an_excerpt_shows_the_first_hit_and_every_other_beside_it() -> None:
    found = excerpt_of(PAGE, Query.of('"ho so" 94.385').phrases)
    assert [found.text[a:b] for a, b in found.spans] == ["hồ sơ", "94.385", "hồ sơ"]
    assert found.text.startswith("Ủy ban")
    far = excerpt_of(PAGE + " " + PAGE, ("tiep",))
    assert far.text.startswith("… ")
    assert far.text.endswith(" …")
    assert [far.text[a:b] for a, b in far.spans][:1] == ["tiếp"]
    assert excerpt_of("", ("x",)).text == ""


def test_a_hit_begins_a_word() -> None:
    assert excerpt_of("Phong, ong", ("ong",)).spans == ((7, 10),)


@given(st.text(max_size=200))
def test_folding_by_character_keeps_every_character_in_its_place(text: str) -> None:
    text = nfc(text)
    assert len(fold_by_character(text)) == len(text)


@given(st.text(max_size=300), st.lists(st.text(max_size=5), max_size=3))
def test_an_excerpt_of_anything_has_its_spans_inside(text: str, words: list[str]) -> None:
    found = excerpt_of(nfc(text), Query.of(" ".join(words)).phrases)
    assert all(0 <= a < b <= len(found.text) for a, b in found.spans)


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"%PDF-1.7", FileKind.PDF),
        (b"\n\n%PDF-1.4", FileKind.PDF),
        (b"PK\x03\x04..", FileKind.ZIP),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", FileKind.OLE),
        (b"\x89PNG\r\n\x1a\n", FileKind.IMAGE),
        (b"RIFF....WEBPVP8", FileKind.IMAGE),
        (b"RIFF....WAVE\x00", FileKind.UNKNOWN),
        (b"MZ\x90", FileKind.PROGRAM),
        (b"#!/bin/sh", FileKind.PROGRAM),
        ("hồ sơ".encode(), FileKind.TEXT),
        ("hồ sơ".encode()[:-1], FileKind.TEXT),
        (b"\xff\xfe a", FileKind.UNKNOWN),
        (b"", FileKind.UNKNOWN),
    ],
)
def test_a_file_is_what_its_first_bytes_say(head: bytes, kind: FileKind) -> None:
    assert kind_of_bytes(head) is kind
