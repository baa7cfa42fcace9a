import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.dates import parse_date
from cchc_desktop.domain.guesses import Source
from cchc_desktop.domain.name_guesses import guesses_from_name


def told(name: str) -> dict[str, str]:
    return {guess.field: guess.text for guess in guesses_from_name(name)}


@pytest.mark.parametrize(
    ("name", "number", "day"),
    [
        ("55_TB-VPCP_24022023.pdf", "55/TB-VPCP", "24/02/2023"),
        ("55_tb-vpcp_24022023.PDF", "55/TB-VPCP", "24/02/2023"),
        ("QD 876 QD-BNV 10.11.2022.pdf", "876/QĐ-BNV", "10/11/2022"),
        ("Quyet dinh so 876-QD-BNV ngay 10-11-2022.pdf", "876/QĐ-BNV", "10/11/2022"),
        ("Quyết định 876-QĐ-BNV ngày 10 tháng 11 năm 2022.pdf", "876/QĐ-BNV", "10/11/2022"),
        ("2022-11-10 QD 876.pdf", "876/QĐ", "10/11/2022"),
        ("20221110_876_QD_BNV.pdf", "876/QĐ-BNV", "10/11/2022"),
        ("1234-UBND-NC 05.06.2022.pdf", "1234/UBND-NC", "05/06/2022"),
        ("1512_BNV_CCHC_07042023.pdf", "1512/BNV-CCHC", "07/04/2023"),
        ("CV 1234 UBND-NC.pdf", "1234/UBND-NC", ""),
        ("KH_45_UBND_2022.pdf", "45/KH-UBND", ""),
        ("12_2022_QD-UBND.pdf", "12/2022/QĐ-UBND", ""),
        ("TT 02-2022-TT-BNV.pdf", "02/2022/TT-BNV", ""),
        ("03.CT.UBND.signed.pdf", "03/CT-UBND", ""),
        ("76-NQ-CP (1).pdf", "76/NQ-CP", ""),
        ("So 15-TTr-SNV.pdf", "15/TTr-SNV", ""),
        ("Quyết định số 876.pdf", "876/QĐ", ""),
        ("Báo cáo 123-BC-UBND.docx", "123/BC-UBND", ""),
        ("TB55.pdf", "55/TB", ""),
        ("123-BC-HĐĐG.pdf", "123/BC-HĐĐG", ""),
        ("12a-KH-SNV.pdf", "12A/KH-SNV", ""),
        ("31022022 QD.pdf", "", ""),
        ("KH 2022.pdf", "", ""),
        ("BC 6 thang dau nam 2022.docx", "", ""),
        ("Scan0001.pdf", "", ""),
        ("IMG_20230224_101112.jpg", "", ""),
        ("Ảnh dán 2023-03-01 14.32.05.png", "", ""),
        ("", "", ""),
    ],
)
def test_number_and_day_are_read_from_a_file_name(name: str, number: str, day: str) -> None:
    for shape in (name, unicodedata.normalize("NFD", name)):
        found = told(shape)
        assert (found.get("number", ""), found.get("issued_on", "")) == (number, day)


@pytest.mark.parametrize(
    ("name", "subject"),
    [
        ("Bao cao ket qua CCHC nam 2022 - 123-BC-UBND.pdf", "Ket qua CCHC nam 2022"),
        ("Thống kê hồ sơ toàn trình 2022.xlsx", "Thống kê hồ sơ toàn trình 2022"),
        ("Doi-thoai-doanh-nghiep.pdf", "Doi thoai doanh nghiep"),
        ("Nghi quyet 76-NQ-CP ngay 15.7.2021 cua Chinh phu.pdf", ""),
        ("Kế hoạch 12-KH-UBND về cải cách hành chính năm 2022.pdf", "Cải cách hành chính năm 2022"),
        ("QD 876.pdf", ""),
    ],
)
def test_what_is_left_of_a_file_name_is_its_subject(name: str, subject: str) -> None:
    assert told(name).get("subject", "") == subject


def test_kind_and_issuer_come_from_signs_or_words() -> None:
    assert told("Bao cao so ket thang 3.docx")["type_name"] == "Báo cáo"
    assert told("76-NQ-CP.pdf") == {
        "number": "76/NQ-CP",
        "type_name": "Nghị quyết",
        "issuer": "Chính phủ",
    }


@given(st.text(max_size=60))
def test_any_name_gives_only_days_that_can_be_typed(name: str) -> None:
    for guess in guesses_from_name(name):
        assert guess.source is Source.NAME
        assert guess.text
        if guess.field == "issued_on":
            assert parse_date(guess.text) is not None
