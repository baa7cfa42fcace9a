"""Vietnamese text: one form, folded search, alphabetical and natural order."""

import unicodedata

from cchc_desktop.domain.text import clean, code_key, fold, name_key, nfc, sort_key


def test_text_is_kept_in_one_form() -> None:
    assert nfc(unicodedata.normalize("NFD", "Thẩm định")) == "Thẩm định"
    assert clean("  Sở   Nội vụ\n") == "Sở Nội vụ"


def test_search_ignores_accents_and_the_bar_of_d() -> None:
    assert fold("Đối thoại, Ổ điện tử") == "doi thoai, o dien tu"
    assert fold(unicodedata.normalize("NFD", "ĐƯỜNG")) == "duong"


def test_words_sort_by_the_vietnamese_alphabet() -> None:
    words = ["Đà Nẵng", "Dầu Tiếng", "Ân Thi", "An Giang", "Ăn", "Êa", "Ea", "ma", "mạ", "má",
             "mà", "mả", "mã", "Ổ", "O", "Ơ", "Ô", "U", "Ư", "3", "10"]  # fmt: skip
    assert sorted(words, key=sort_key) == [
        "10", "3", "An Giang", "Ăn", "Ân Thi", "Dầu Tiếng", "Đà Nẵng", "Ea", "Êa",
        "ma", "mà", "mả", "mã", "má", "mạ", "O", "Ô", "Ổ", "Ơ", "U", "Ư",
    ]  # fmt: skip


def test_codes_sort_naturally() -> None:
    codes = ["2.10", "2.7", "2", "10", "1.1", "7.3a", "7.3"]
    assert sorted(codes, key=code_key) == ["1.1", "2", "2.7", "2.10", "7.3", "7.3a", "10"]


def test_a_name_in_another_case_or_with_the_tone_elsewhere_is_the_same() -> None:
    assert name_key("Xã  Hoà Bình") == name_key("xã hòa bình")
    assert name_key(unicodedata.normalize("NFD", "Sở Y tế")) == name_key("SỞ Y TẾ")


def test_names_that_differ_in_a_letter_or_a_tone_are_different() -> None:
    names = ["Thanh Hà", "Thạnh Hà", "Thanh Hạ", "Thánh Hà", "Tân Bình", "Tấn Bình", "Đa", "Da"]
    assert len({name_key(name) for name in names}) == len(names)
