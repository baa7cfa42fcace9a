import pytest

from cchc_desktop.domain.letterheads import (
    LETTER,
    body_name,
    issuer_of_number,
    type_of_number,
    type_of_words,
)


@pytest.mark.parametrize(
    "name",
    [
        "Bộ Nội vụ",
        "Văn phòng Chính phủ",
        "Thủ tướng Chính phủ",
        "Ủy ban nhân dân tỉnh Hải Dương",
        "UBND tỉnh Hải Dương",
        "Văn phòng Ủy ban nhân dân tỉnh Hải Dương",
        "Ủy ban nhân dân thành phố Hồ Chí Minh",
        "Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu",
        "Sở Lao động - Thương binh và Xã hội",
        "Sở Thông tin và Truyền thông",
        "Bộ Văn hóa, Thể thao và Du lịch",
        "Bảo hiểm xã hội tỉnh Hải Dương",
        "Ủy ban nhân dân thị xã Kinh Môn",
        "Phòng Nội vụ huyện Gia Lộc",
        "Thanh tra Chính phủ",
        "Tỉnh ủy Hải Dương",
        "Ban Chỉ đạo cải cách hành chính",
        "Cục Kiểm soát thủ tục hành chính",
    ],
)
def test_a_body_in_capitals_is_named_as_people_write_it(name: str) -> None:
    assert body_name(name.upper()) == name


def test_a_body_that_the_dossier_knows_is_spelled_as_there() -> None:
    assert body_name("SỞ NỘI VỤ", ["Sở Nội Vụ"]) == "Sở Nội Vụ"
    assert body_name("SO NOI VU TINH", ["Sở Nội vụ tỉnh"]) == "Sở Nội vụ tỉnh"
    assert body_name("UỶ BAN NHÂN DÂN XÃ AN LÂM") == "Ủy ban nhân dân xã An Lâm"


@pytest.mark.parametrize(
    ("number", "kind", "issuer"),
    [
        ("55/TB-VPCP", "Thông báo", "Văn phòng Chính phủ"),
        ("876/qđ-bnv", "Quyết định", "Bộ Nội vụ"),
        ("1512/BNV-CCHC", LETTER, "Bộ Nội vụ"),
        ("12/2022/QĐ-UBND", "Quyết định", ""),
        ("15-NQ/TU", "Nghị quyết", ""),
        ("3/ĐA-SNV", "Đề án", "Sở Nội vụ"),
        ("3/DA-SNV", "", "Sở Nội vụ"),
        ("12/XYZ", "", ""),
        ("12", "", ""),
        ("", "", ""),
    ],
)
def test_a_number_tells_kind_and_issuer_by_its_signs(number: str, kind: str, issuer: str) -> None:
    assert (type_of_number(number), issuer_of_number(number)) == (kind, issuer)


def test_a_kind_is_known_with_spaced_letters_and_without_accents() -> None:
    assert type_of_words("Q U Y Ế T Đ Ị N H") == type_of_words("QUYET DINH.") == "Quyết định"
    assert type_of_words("T H Ô N G B Á O") == "Thông báo"
    assert type_of_words("CHÍNH PHỦ") == type_of_words("A B C D E") == ""
