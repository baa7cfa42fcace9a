from datetime import UTC, date, datetime

import pytest

from cchc_desktop.domain.document_list import (
    DocumentList,
    ListedDocument,
    matched,
    number_key,
    read_list,
)
from cchc_desktop.domain.evidence import Document
from cchc_desktop.wording import describing as words

MOMENT = datetime(2023, 3, 1, tzinfo=UTC)
ROWS = [
    ["SỔ VĂN BẢN ĐI", "", "", "", ""],
    ["", "", "", "", ""],
    ["STT", "Số, ký hiệu", "Ngày ban hành", "Cơ quan ban hành", "Trích yếu nội dung"],
    ["1", "055 / tb–vpcp", "24/02/2023", "Văn phòng Chính phủ", "Thông báo kết luận"],
    ["2", "876/QD-BNV", "2022-11-10", "Bộ Nội vụ", "Phê duyệt đề án"],
    ["3", "", "01/01/2022", "", "không có số"],
    ["", "", "", "", ""],
    ["4", "12/BC-SNV", "tháng 5", "Sở Nội vụ", "Báo cáo"],
]


def a_document(key: str, number: str = "", **fields: object) -> Document:
    return Document(key, f"{key}.pdf", key * 64, 1, MOMENT, number, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "number",
    [
        "55/TB-VPCP",
        "055/tb-vpcp",
        " 55 / TB – VPCP ",
        "Số: 55/TB-VPCP",
        "55/TB—VPCP.",
        "0055/TB_VPCP",
    ],
)
def test_a_number_is_one_in_any_writing(number: str) -> None:
    assert number_key(number) == "55/tb-vpcp"


def test_accents_of_signs_do_not_tell_numbers_apart() -> None:
    assert number_key("876/QĐ-BNV") == number_key("876/qd-bnv")
    assert number_key("0") == "0"
    assert number_key("55/TB") != number_key("550/TB")


def test_columns_are_recognised_by_their_headings_below_a_title() -> None:
    found = read_list(ROWS)
    assert found.columns == ("number", "issued_on", "issuer", "subject")
    assert found.without_number == 1
    assert found.rows[0] == ListedDocument(
        4, "055 / tb–vpcp", date(2023, 2, 24), "Văn phòng Chính phủ", "Thông báo kết luận"
    )
    assert [row.issued_on for row in found.rows] == [date(2023, 2, 24), date(2022, 11, 10), None]
    assert found.rows[2].bad_day == "tháng 5"


@pytest.mark.parametrize(
    "head",
    [
        ["SO KY HIEU", "NGAY VAN BAN", "TRICH YEU"],
        ["Số/Ký hiệu", "Ngày VB", "Nội dung trích yếu"],
        ["Số hiệu văn bản", "Ngày tháng văn bản", "Tên loại và trích yếu nội dung văn bản"],
        ["Số ký hiệu", "Ngày ký", "Trích yếu"],
    ],
)
def test_headings_are_known_in_many_words(head: list[str]) -> None:
    found = read_list([head, ["1/QĐ-UBND", "01/02/2022", "Việc"]])
    assert found.rows == (ListedDocument(2, "1/QĐ-UBND", date(2022, 2, 1), "", "Việc"),)


def test_a_figure_and_a_sign_in_two_columns_are_one_number() -> None:
    found = read_list(
        [["Số", "Ký hiệu", "Loại văn bản", "Ngày đến"], ["12", "/KH-UBND", "Kế hoạch", "1"]]
    )
    assert found.rows == (ListedDocument(2, "12/KH-UBND", type_name="Kế hoạch"),)


@pytest.mark.parametrize("rows", [[], [[]], [["a", "b"], ["1", "2"]], [["Số, ký hiệu"], ["1/X"]]])
def test_a_sheet_without_headings_is_no_list(rows: list[list[str]]) -> None:
    assert read_list(rows) == DocumentList()


def test_only_what_is_empty_is_filled() -> None:
    own = a_document("a", "55/TB-VPCP", subject="của tôi", note="ghi chú")
    (match,) = matched(read_list(ROWS), [own, a_document("b", "9/X"), a_document("c")], {})
    assert match.row == 4
    assert match.fields == ("ngày", "cơ quan")
    assert (match.filled.subject, match.filled.number) == ("của tôi", "55/TB-VPCP")
    assert (match.filled.issuer, match.filled.note) == ("Văn phòng Chính phủ", "ghi chú")


def test_a_document_without_a_number_is_found_by_the_number_guessed() -> None:
    (match,) = matched(read_list(ROWS), [a_document("a")], {"a": ["1/X", "876/QĐ-BNV"]})
    assert match.filled.number == "876/QD-BNV"
    assert match.fields[0] == "số, ký hiệu"


def test_of_rows_with_one_number_day_and_issuer_decide() -> None:
    listed = read_list(
        [
            ["Số ký hiệu", "Ngày ký", "Cơ quan ban hành"],
            ["1/KH-UBND", "01/02/2021", "UBND tỉnh"],
            ["1/KH-UBND", "03/02/2022", "UBND tỉnh"],
        ]
    )
    torn, clear = matched(
        listed,
        [a_document("a", "1/KH-UBND"), a_document("b", "1/KH-UBND", issued_on=date(2022, 2, 3))],
        {},
    )
    assert (torn.fields, torn.rivals) == ((), (2, 3))
    assert (clear.fields, clear.row) == (("cơ quan",), 3)
    other = a_document("c", "1/KH-UBND", issued_on=date(2022, 2, 3), issuer="Sở Nội vụ")
    assert matched(listed, [other], {})[0].rivals == (2, 3)


def test_rows_that_say_the_same_are_one() -> None:
    row = ["1/KH-UBND", "01/02/2021"]
    listed = read_list([["Số ký hiệu", "Ngày ký"], row, row])
    assert matched(listed, [a_document("a", "1/KH-UBND")], {})[0].row == 2


def test_what_a_list_leaves_aside_is_told_with_its_rows() -> None:
    assert words.list_problems(0, ()) == ""
    assert words.list_problems(2, ()) == "2 dòng không có số, ký hiệu được bỏ qua."
    days = [(row, "tháng 5 năm 2022, chưa rõ ngày") for row in range(4, 11)]
    told = words.list_problems(0, days)
    assert told.startswith("Ngày không đọc được ở dòng 4 (“tháng 5 năm 2022, ch”), dòng 5")
    assert told.endswith("dòng 8 (“tháng 5 năm 2022, ch”) và 2 dòng khác.")
