import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.dates import parse_date
from cchc_desktop.domain.guesses import Source
from cchc_desktop.domain.head_guesses import guesses_from_head

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
TITLE = "Độc lập – Tự do – Hạnh phúc"
NOTICE = {
    "number": "55/TB-VPCP",
    "issued_on": "24/02/2023",
    "issuer": "Văn phòng Chính phủ",
    "subject": "Kết luận về cải cách hành chính",
    "type_name": "Thông báo",
}


def told(page: str) -> dict[str, str]:
    found = guesses_from_head(page)
    assert all(guess.source is Source.PAGE for guess in found)
    return {guess.field: guess.text for guess in found}


def lines(*parts: str) -> str:
    return "\n".join(parts)


@pytest.mark.parametrize(
    "page",
    [
        lines("VĂN PHÒNG CHÍNH PHỦ", MOTTO, TITLE, "Số: 55/TB-VPCP",
              "Hà Nội, ngày 24 tháng 02 năm 2023"),
        lines(f"VĂN PHÒNG CHÍNH PHỦ   {MOTTO}", f"_______    {TITLE}",
              "Số: 55/TB-VPCP    Hà Nội, ngày 24 tháng 02 năm 2023"),
        lines(f"{MOTTO} VĂN PHÒNG CHÍNH PHỦ", "Độc lập - Tự do - Hạnh phúc",
              "Hà Nội, ngày 24 tháng 2 năm 2023 Số : 55 / TB - VPCP"),
        lines(MOTTO, TITLE, "Hà Nội, ngày 24 tháng 02 năm 2023", "VĂN PHÒNG", "CHÍNH PHỦ",
              "Số:55/TB-VPCP").replace("VĂN PHÒNG\nCHÍNH", "VĂN PHÒNG CHÍNH"),
        lines("Ký bởi: Văn phòng Chính phủ", "Email: a@b", "Thời gian ký: 25.02.2023 17:12:51",
              "VĂN PHÒNG CHÍNH PHỦ", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", TITLE,
              "Số: 55/TB-VPCP", "Hà Nội, ngày 24 tháng 02 năm 2023"),
        lines("VAN PHONG CHINH PHU", "CONG HOA XA HOI CHU NGHIA VIET NAM",
              "Doc lap - Tu do - Hanh phuc", "So: 55/TB-VPCP", "Ha Noi, ngay 24 thang 02 nam 2023"),
        lines("VĂN PHÒNG CHÍNH PHỦ", "C0NG HOA XA HOI CHU NGHIA VIỆT NAM", "S6: 55/TB-VPCP",
              "Hà Nội, ngày 24 tháng O2 năm 2O23"),
        lines("\tVĂN PHÒNG CHÍNH PHỦ\t" + MOTTO, "Số 55/TB-VPCP\tHà Nội, ngày 24/02/2023"),
    ],
)  # fmt: skip
def test_a_head_is_read_however_its_columns_are_mixed(page: str) -> None:
    whole = lines(page, "THÔNG BÁO", "Kết luận về cải cách hành chính", "Căn cứ Quyết định 1/QĐ-X")
    assert told(whole) == NOTICE
    assert told(unicodedata.normalize("NFD", whole)) == NOTICE
    assert told(whole.replace("\n", "\r\n")) == NOTICE


def test_a_decision_ends_its_subject_where_its_authority_begins() -> None:
    page = lines(
        "BỘ NỘI VỤ", "--------", MOTTO, TITLE, "Số: 876/QĐ-BNV Hà Nội, ngày 10 tháng 11 năm 2022",
        "Q U Y Ế T Đ Ị N H", "Phê duyệt Đề án “Xác định Chỉ số cải cách hành chính",
        "giai đoạn 2022-2030”", "BỘ TRƯỞNG BỘ NỘI VỤ",
        "Căn cứ Nghị định số 63/2022/NĐ-CP ngày 12 tháng 9 năm 2022",
    )  # fmt: skip
    assert told(page) == {
        "number": "876/QĐ-BNV",
        "issued_on": "10/11/2022",
        "issuer": "Bộ Nội vụ",
        "subject": "Phê duyệt Đề án “Xác định Chỉ số cải cách hành chính giai đoạn 2022-2030”",
        "type_name": "Quyết định",
    }


def test_a_letter_has_its_subject_behind_v_v_and_the_lower_body_as_issuer() -> None:
    page = lines(
        "UBND TỈNH HẢI DƯƠNG", "SỞ NỘI VỤ", MOTTO, TITLE, "Số: 123 /SNV-CCHC",
        "V/v đẩy mạnh cải cách hành chính", "những tháng cuối năm 2022",
        "Hải Dương, ngày 05 tháng 9 năm 2022", "Kính gửi: Các sở, ban, ngành",
    )  # fmt: skip
    assert told(page) == {
        "number": "123/SNV-CCHC",
        "issued_on": "05/09/2022",
        "issuer": "Sở Nội vụ",
        "subject": "Về việc đẩy mạnh cải cách hành chính những tháng cuối năm 2022",
        "type_name": "Công văn",
    }


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        (("ỦY BAN NHÂN DÂN", "TỈNH HẢI DƯƠNG"), "Ủy ban nhân dân tỉnh Hải Dương"),
        (("HỘI ĐỒNG ĐÁNH GIÁ, XÁC ĐỊNH", "CHỈ SỐ CẢI CÁCH HÀNH CHÍNH"),
         "Hội đồng đánh giá, xác định chỉ số cải cách hành chính"),
        (("UBND HUYỆN GIA LỘC", "PHÒNG NỘI VỤ"), "Phòng Nội vụ"),
        (("TỈNH ỦY HẢI DƯƠNG", "*"), "Tỉnh ủy Hải Dương"),
    ],
)  # fmt: skip
def test_the_issuer_is_the_last_body_of_the_letterhead(head: tuple[str, ...], issuer: str) -> None:
    page = lines(*head, MOTTO, TITLE, "Số: 12/BC-X", "Hải Dương, ngày 5 tháng 9 năm 2022")
    assert told(page)["issuer"] == issuer


def test_a_subject_in_capitals_is_written_small_with_places_named() -> None:
    page = lines(
        "Số: 05/BC-HĐ", "BÁO CÁO", "PHÂN TÍCH KẾT QUẢ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH",
        "NĂM 2022 CỦA TỈNH HẢI DƯƠNG", "CHỦ TỊCH ỦY BAN NHÂN DÂN", "Căn cứ Luật",
    )  # fmt: skip
    subject = "Phân tích kết quả chỉ số cải cách hành chính năm 2022 của tỉnh Hải Dương"
    assert told(page)["subject"] == subject


@pytest.mark.parametrize(
    "number", ["Số:      /BNV-CCHC", "Số: ……/2022/BNV-CCHC", "Số: /BNV - CCHC"]
)
def test_a_number_that_is_left_blank_is_no_body(number: str) -> None:
    about = "V/v hướng dẫn tự chấm điểm"
    found = told(lines("BỘ NỘI VỤ", "-------", MOTTO, number, about, "Kính gửi: Các tỉnh"))
    assert found == {
        "issuer": "Bộ Nội vụ",
        "subject": "Về việc hướng dẫn tự chấm điểm",
        "type_name": "Công văn",
    }


def test_a_number_of_the_legal_bases_is_not_the_number() -> None:
    page = lines("Số:     /KH-UBND", "KẾ HOẠCH", "Căn cứ Nghị quyết số: 76/NQ-CP")
    assert "number" not in told(page)
    assert told(lines("Kính gửi: Sở Nội vụ", "theo Công văn số: 12/SNV-CCHC")) == {}


def test_numbers_with_noise_a_year_or_a_letter_are_read() -> None:
    assert told("Số: 1O5/KH-UBND")["number"] == "105/KH-UBND"
    assert told("Số: 12/2022/QĐ-UBND")["number"] == "12/2022/QĐ-UBND"
    assert told("Số: 12a/qd-ubnd")["number"] == "12A/QĐ-UBND"
    assert told("Số 15-NQ/TU")["number"] == "15-NQ/TU"


@pytest.mark.parametrize("page", ["", "page 1", "Thống kê\t12\t0,5", "ngày 31 tháng 02 năm 2023"])
def test_a_page_without_a_head_gives_nothing(page: str) -> None:
    assert told(page) == {}


@given(st.text(max_size=400))
def test_any_page_gives_only_days_that_can_be_typed(page: str) -> None:
    for guess in guesses_from_head(page):
        assert guess.text
        if guess.field == "issued_on":
            assert parse_date(guess.text) is not None


def test_a_head_with_torn_lines_never_fails() -> None:
    dice = random.Random(20260301)  # noqa: S311  # torn the same way every time
    page = lines("UBND TỈNH HẢI DƯƠNG", MOTTO, TITLE, "Số: 123/SNV-CCHC V/v đẩy mạnh",
                 "Hải Dương, ngày 05 tháng 9 năm 2022", "BÁO CÁO", "kết quả")  # fmt: skip
    for _ in range(300):
        parts = list(page)
        for _ in range(dice.randrange(1, 12)):
            parts[dice.randrange(len(parts))] = dice.choice(["\n", "", "0", "/", "Ộ", " ", "\t"])
        guesses_from_head("".join(parts))
