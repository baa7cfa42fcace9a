"""Texts are kept beside their contents and found by words without accents."""

from pathlib import Path

import pytest

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.texts import ExtractedText, Query, TextFault
from db import DossierStore, open_dossier
from db.backup import back_up
from tests.db.samples import NOON

A, B, C = "a" * 64, "b" * 64, "c" * 64
PAGES = ("Thông báo số 55/TB-VPCP về hồ sơ trực tuyến", "Đề án của Sở Nội vụ; sở hồng")


@pytest.fixture
def texts(store: DossierStore) -> DossierStore:
    store.texts.keep(A, ExtractedText(PAGES))
    store.texts.keep(B, ExtractedText(("Hồ sơ giấy",)))
    store.texts.keep(C, ExtractedText(fault=TextFault.LOCKED))
    return store


def found(store: DossierStore, words: str, most: int = 9) -> set[tuple[str, int]]:
    return {(hit.sha256, hit.page) for hit in store.texts.search(Query.of(words), most)}


def test_what_nobody_read_is_missing_once_and_in_order(texts: DossierStore) -> None:
    assert texts.texts.missing(["x", A, "y", "x", C]) == ["x", "y"]
    assert texts.texts.faults() == {A: TextFault.NONE, B: TextFault.NONE, C: TextFault.LOCKED}
    assert tuple(texts.texts.pages_of(A)) == PAGES
    assert texts.texts.pages_of("x") == []
    assert [texts.texts.first_page_of(key) for key in (A, C, "x")] == [PAGES[0], "", ""]


@pytest.mark.parametrize(
    ("words", "pages"),
    [
        ("ho so", {(A, 1), (B, 1)}),
        ("HỒ SƠ", {(A, 1), (B, 1)}),
        ('"so ho"', {(A, 2)} - {(A, 2)}),
        ('"sở hồng"', {(A, 2)}),
        ("truc tuy", {(A, 1)}),
        ('"truc tuy"', set()),
        ("de an", {(A, 2)}),
        ("đề án", {(A, 2)}),
        ("55/tb-vpcp", {(A, 1)}),
        ("không có", set()),
        ('a" OR "b', set()),
        ("*", set()),
        ("ho AND so NEAR(", set()),
        ("", set()),
    ],
)
def test_words_are_found_with_or_without_accents(
    texts: DossierStore, words: str, pages: set[tuple[str, int]]
) -> None:
    assert found(texts, words) == pages


def test_a_text_that_is_read_again_takes_the_place_of_the_first(texts: DossierStore) -> None:
    texts.texts.keep(A, ExtractedText(("khác hẳn",)))
    assert found(texts, "truc tuyen") == set()
    assert found(texts, "khac han") == {(A, 1)}
    texts.texts.keep(A, ExtractedText(fault=TextFault.DAMAGED))
    assert found(texts, "khac") == set()
    assert texts.texts.faults()[A] is TextFault.DAMAGED


def test_only_so_many_pages_are_returned(texts: DossierStore) -> None:
    assert len(found(texts, "ho so", most=1)) == 1


@pytest.mark.parametrize("ranked", [1000, 10])
def test_a_long_report_keeps_no_other_document_from_being_found(
    texts: DossierStore, monkeypatch: pytest.MonkeyPatch, ranked: int
) -> None:
    monkeypatch.setattr("db.texts._MOST_RANKED", ranked)
    texts.texts.keep(C, ExtractedText(("cải cách cải cách",) * 40))
    texts.texts.keep(B, ExtractedText(("cải cách một lần, giữa nhiều chữ khác",)))
    pages = found(texts, "cai cach")
    assert (B, 1) in pages
    assert len(pages) == 4, "three of the report, and the other"


def test_odd_characters_are_kept_or_blank(texts: DossierStore) -> None:
    texts.texts.keep(A, ExtractedText(("hồ\x00sơ \ud800 İstanbul",)))
    assert found(texts, "so") >= {(A, 1)}


def test_texts_outlive_the_program_and_a_backup_leaves_them_out(texts: DossierStore) -> None:
    path = texts.path
    backup = back_up(texts._database, path, NOON)
    texts.close()
    again = open_dossier(path)
    assert found(again, "ho so") == {(A, 1), (B, 1)}
    assert not again.faults()
    again.close()
    restored = open_dossier(backup)
    assert restored.texts.missing([A]) == [A]
    restored.texts.keep(A, ExtractedText(PAGES))
    assert found(restored, "ho so") == {(A, 1)}
    restored.close()


def test_a_dossier_that_is_read_only_keeps_no_text(texts: DossierStore) -> None:
    path: Path = texts.path
    reader = open_dossier(path)
    assert reader.is_read_only
    assert found(reader, "ho so") == {(A, 1), (B, 1)}
    with pytest.raises(CchcError):
        reader.texts.keep("x", ExtractedText())
    reader.close()
