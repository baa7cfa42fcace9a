"""Lists pasted from a spreadsheet become people; what cannot be read is said with its line."""

import pytest

from cchc_desktop.domain.people_lines import PersonRow, read_people


def test_a_pasted_table_is_read_with_its_numbers_and_heading_skipped() -> None:
    text = (
        "STT\tHọ và tên\tChức vụ\tVai trò\n"
        "1\tÔng Nguyễn Văn A\tPhó Chủ tịch UBND tỉnh\tChủ tịch\n"
        "2\tTrần  Thị B\t\tỦy viên\tthừa\n"
        "\n"
        "3\tLê Văn C\n"
    )
    reading = read_people(text)
    assert reading.rows == (
        PersonRow("Nguyễn Văn A", "Phó Chủ tịch UBND tỉnh", "Chủ tịch"),
        PersonRow("Trần Thị B", "", "Ủy viên"),
        PersonRow("Lê Văn C"),
    )
    assert not reading.problems


@pytest.mark.parametrize(
    ("line", "row"),
    [
        ("1. Bà Phạm Thị D; Giám đốc Sở Tư pháp; Ủy viên", ("Phạm Thị D", "Giám đốc Sở Tư pháp")),
        ("Đồng chí Vũ Thị Ẩn   Giám đốc Sở TT và TT", ("Vũ Thị Ẩn", "Giám đốc Sở TT và TT")),
        ("Đỗ Văn Đ", ("Đỗ Văn Đ", "")),
    ],
)
def test_typed_lines_are_read_too(line: str, row: tuple[str, str]) -> None:
    (found,) = read_people(line).rows
    assert (found.name, found.post) == row


def test_a_line_without_a_name_or_with_one_twice_is_told_with_its_number() -> None:
    reading = read_people("Nguyễn Văn A\n12\t\tỦy viên\nnguyễn văn a\n--")
    assert [row.name for row in reading.rows] == ["Nguyễn Văn A"]
    assert [problem.split(":")[0] for problem in reading.problems] == ["Dòng 2", "Dòng 3", "Dòng 4"]
