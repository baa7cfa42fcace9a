"""The summary: derived from the dossier alone, closing after rounding."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.commands.criteria import AddCriterion
from cchc_desktop.commands.losses import AddDeduction
from cchc_desktop.commands.marks import Place, SetLost, SetNotApplicable, SetPoints
from cchc_desktop.domain.marks import Method, Round
from cchc_desktop.domain.points import ZERO, printed
from cchc_desktop.domain.units import AssessmentLevel
from cchc_desktop.reports.areas import drift
from cchc_desktop.reports.document import (
    Amount,
    BarChart,
    Document,
    Figures,
    Heading,
    Note,
    Shift,
    Table,
    Words,
)
from cchc_desktop.reports.headline import national_group
from cchc_desktop.session import Session
from tests.reports.dossiers import (
    ODD_NAME,
    blocks_of,
    empty_session,
    items_of,
    run,
    summary_of,
    tables_of,
)
from tests.sample_session import place, sample_session

POINTS = st.integers(0, 100_000).map(lambda n: Decimal(n).scaleb(-4))


def sample() -> Document:
    return summary_of(sample_session().state)


def figures(document: Document) -> Figures:
    (found,) = [block for block in blocks_of(document) if isinstance(block, Figures)]
    return found


def notes(document: Document) -> str:
    return " ".join(
        run.text for block in blocks_of(document) if isinstance(block, Note) for run in block.runs
    )


def column(table: Table, number: int) -> list[Decimal | None]:
    cells = [row.cells[number] for row in table.rows if not row.is_part and not row.is_total]
    return [cell.value for cell in cells if isinstance(cell, Amount)]


def closing(table: Table, number: int) -> Decimal:
    cell = table.rows[-1].cells[number]
    assert isinstance(cell, Amount)
    assert cell.value is not None
    return cell.value


def rounded(values: list[Decimal | None]) -> Decimal:
    return sum((printed(value, 2) for value in values if value is not None), ZERO)


def words_of(table: Table, number: int) -> list[str]:
    cells = [row.cells[number] for row in table.rows]
    return [cell.text for cell in cells if isinstance(cell, Words)]


def test_the_three_figures_are_those_of_the_dossier() -> None:
    total, rank, lost = figures(sample()).items
    assert (total.value, total.after) == ("83,52", "/ 100 điểm")
    assert total.note == "Nhóm B (từ 80 đến dưới 90 điểm)"
    assert (rank.value, rank.after) == ("47", "/ 63 tỉnh, thành phố")
    assert rank.note == "giảm 28 bậc; năm 2021: 19/63"
    assert (lost.value, lost.after) == ("16,48", "điểm")


def test_the_samples_columns_close_after_rounding() -> None:
    areas, methods, _ = tables_of(sample())
    for number in (2, 3, 4):
        assert rounded(column(areas, number)) == printed(closing(areas, number), 2)
    assert rounded(column(methods, 1)) == printed(closing(methods, 1), 2) == Decimal("16.48")
    assert drift(areas) == drift(methods) == ZERO
    assert "lệch" not in notes(sample())


def test_an_area_without_a_rank_shows_its_ranked_parts() -> None:
    areas = tables_of(sample())[0]
    assert words_of(areas, 0) == ["1", "2", "3", "4", "5", "6", "7", "8", "8.1", "8.2", ""]
    assert [row.is_part for row in areas.rows][8:10] == [True, True]
    shifts = [row.cells[7] for row in areas.rows]
    assert [cell.by for cell in shifts if isinstance(cell, Shift)] == [
        7, -23, 57, -17, -45, 39, -36, None, -32, -10, -28,
    ]  # fmt: skip
    assert "Lĩnh vực 8 không có thứ hạng chung." in notes(sample())


def test_bars_stand_by_loss_and_leave_out_areas_that_are_split() -> None:
    (chart,) = [block for block in blocks_of(sample()) if isinstance(block, BarChart)]
    assert [bar.code for bar in chart.bars] == ["7", "8.1", "5", "8.2", "4", "6", "2", "1", "3"]


def test_losses_of_one_kind_over_several_areas_are_one_row() -> None:
    losses = tables_of(sample())[2]
    assert words_of(losses, 1)[0] == "2, 4–7"
    assert printed(column(losses, 0)[0] or ZERO, 2) == Decimal("4.34")
    assert "Thanh toán trực tuyến: 3 nội dung chưa đạt" in words_of(losses, 2)
    amounts = [value or ZERO for value in column(losses, 0)]
    assert amounts == sorted(amounts, reverse=True)


def test_shorter_bodies_tell_fewer_losses_and_say_how_much_they_sum_up_to() -> None:
    document = sample()
    heads = [
        next(block.text for block in body if isinstance(block, Heading))
        for body in document.bodies[:6]
    ]
    assert heads[5] == "Bảy khoản bị trừ nhiều nhất: 10,75 trong 16,48 điểm"


def test_decisions_come_from_losses_tasks_and_findings() -> None:
    assert items_of(sample()) == [
        (
            "Xác định cơ quan tham mưu cho 4,34 điểm khảo sát lãnh đạo, quản lý; "
            "4,00 điểm kinh tế - xã hội; 1,70 điểm qua tài liệu kiểm chứng; 1,58 điểm SIPAS."
        ),
        "Giao nhiệm vụ cho tiêu chí 1.2 (0,50 điểm), 8.2 (1,58 điểm): chưa có nhiệm vụ tương ứng.",
        "Đặt thời hạn cho 14 trong 19 nhiệm vụ chưa ghi ngày hoàn thành.",
        (
            "Thống nhất số liệu 7.3: báo cáo in 0,676 điểm bị trừ; "
            "tính lại từ 94.385/153.273 hồ sơ là 0,576."
        ),
    ]


def test_head_and_foot_come_from_the_dossier_and_the_journal() -> None:
    document = sample()
    assert document.head.superior == "UBND TỈNH HẢI DƯƠNG"
    assert document.head.issuer == ("HỘI ĐỒNG ĐÁNH GIÁ, XÁC ĐỊNH", "CHỈ SỐ CCHC TỈNH")
    assert document.foot == (
        "In ngày 23/11/2026 lúc 14:05 từ hồ sơ chấm điểm, vòng thẩm định lần 1",
        "Mã chuỗi 449D-9219-9411",
    )


def test_a_changed_mark_changes_the_summary() -> None:
    session = run(sample_session(), SetPoints(place("1.9"), Decimal("1.5")))
    document = summary_of(session.state)
    total, rank, _ = figures(document).items
    assert total.value == "78,52"
    assert total.note == "Nhóm C (từ 70 đến dưới 80 điểm)"
    assert rank.note == "công bố với 83,52 điểm"


def test_a_round_without_marks_shows_dashes_and_says_what_is_missing() -> None:
    document = summary_of(sample_session().state, Round.SELF)
    total = figures(document).items[0]
    assert total.label == "Tổng điểm đã chấm"
    assert total.after == "/ 10 điểm"
    assert items_of(document)[0].startswith("Chấm tiếp ")
    assert "Chưa chấm đủ: 1–8." in notes(document)


def test_another_dossier_gives_its_own_page() -> None:
    document = summary_of(empty_session().state)
    assert document.kind.endswith("NĂM 2031")
    assert document.subject == f"{ODD_NAME}, phục vụ cuộc họp Hội đồng"
    assert document.head.issuer == ("(chưa ghi cơ quan ban hành)",)
    assert [item.value for item in figures(document).items] == ["–", "–", "–"]
    assert items_of(document) == ["Nhập bộ tiêu chí: hồ sơ chưa có tiêu chí nào để chấm."]
    assert "Hải Dương" not in str(document)
    assert "Chưa có thứ hạng công bố." in notes(document)


def test_a_criterion_without_points_leaves_dashes() -> None:
    session = _scored([None], Decimal(20))
    document = summary_of(session.state)
    cells = tables_of(document)[0].rows[0].cells
    assert [cell.value for cell in cells if isinstance(cell, Amount)] == [
        Decimal(20), None, None, None, None,
    ]  # fmt: skip
    assert figures(document).items[0].note == "chưa chấm tiêu chí nào; tối đa 20"
    assert "Chưa có điểm để vẽ biểu đồ." in notes(document)


@pytest.mark.parametrize(
    ("index", "group"), [("90", "A"), ("89.99", "B"), ("80", "B"), ("79.9", "C"), ("69.99", "")]
)
def test_the_national_group_looks_at_the_exact_index(index: str, group: str) -> None:
    assert national_group(Decimal(index))[0] == group


def test_only_provinces_have_a_national_group() -> None:
    province = _scored([Decimal(60)], Decimal(100), AssessmentLevel.PROVINCE)
    department = _scored([Decimal(95)], Decimal(100))
    assert figures(summary_of(province.state)).items[0].note == "Chưa vào nhóm C (dưới 70 điểm)"
    assert figures(summary_of(department.state)).items[0].note == "đạt 95,00 % điểm tối đa"


def test_reasons_that_exceed_the_loss_are_shown_and_the_sum_still_closes() -> None:
    session = _scored([Decimal(9)], Decimal(10))
    (node,) = session.state.criteria
    (sheet,) = session.state.sheets
    session.run(
        AddDeduction(Place(sheet, node, Round.FIRST), "lý do", Decimal(3), method=Method.APPRAISAL)
    )
    methods = tables_of(summary_of(session.state))[1]
    assert words_of(methods, 0) == ["Qua tài liệu kiểm chứng", "Lý do ghi thừa", "Cộng"]
    assert column(methods, 1) == [Decimal(3), Decimal(-2)]


def test_an_index_out_of_another_maximum_names_the_group_by_the_index() -> None:
    session = _scored([Decimal(41)], Decimal(50), AssessmentLevel.PROVINCE)
    assert figures(summary_of(session.state)).items[0].note == "Nhóm B (chỉ số 82,00 %)"


def test_a_full_score_leaves_nothing_open() -> None:
    document = summary_of(_scored([Decimal(10)], Decimal(10)).state)
    assert items_of(document) == ["Thông qua kết quả: không còn nội dung để ngỏ trong hồ sơ."]


def test_printed_figures_that_differ_are_told_up_to_two() -> None:
    session = run(
        sample_session(),
        SetPoints(place("1.9"), Decimal("6.4")),
        SetPoints(place("2.9"), Decimal(9)),
    )
    (last,) = [item for item in items_of(summary_of(session.state)) if "Thống nhất" in item]
    assert last.startswith("Thống nhất số liệu 1: báo cáo in 0,68 điểm bị trừ; tính lại là 0,779;")
    assert last.endswith("tiêu chí khác.")


@given(st.lists(st.one_of(st.none(), POINTS), min_size=1, max_size=9))
def test_columns_close_or_the_page_says_by_how_much_they_do_not(
    points: list[Decimal | None],
) -> None:
    document = summary_of(_scored(points, Decimal(10)).state)
    areas = tables_of(document)[0]
    apart = drift(areas)
    assert apart <= Decimal("0.005") * (len(points) + 1)
    assert (apart > ZERO) == ("có thể lệch" in notes(document))
    for number in (2, 3, 4):
        total = areas.rows[-1].cells[number]
        if isinstance(total, Amount) and total.value is not None:
            exact = sum((v for v in column(areas, number) if v is not None), ZERO)
            assert exact == total.value
            assert abs(rounded(column(areas, number)) - printed(total.value, 2)) <= apart


def _scored(
    points: list[Decimal | None],
    maximum: Decimal,
    level: AssessmentLevel = AssessmentLevel.DEPARTMENT,
) -> Session:
    session = empty_session(level)
    (assessment,), (sheet,) = session.state.assessments, session.state.sheets
    for number, value in enumerate(points, 1):
        area = AddCriterion(assessment, "", f"Lĩnh vực {number}", maximum=maximum)
        session.run(area)
        if value is not None:
            session.run(SetPoints(Place(sheet, area.id, Round.FIRST), value))
    return session


def test_unknown_maxima_and_areas_that_do_not_apply_are_dashes() -> None:
    session = _scored([Decimal(8)], Decimal(10))
    (assessment,), (sheet,) = session.state.assessments, session.state.sheets
    unknown = AddCriterion(assessment, "", "Chưa rõ tối đa")
    absent = AddCriterion(assessment, "", "Không áp dụng", maximum=Decimal(5))
    run(
        session,
        unknown,
        absent,
        SetLost(Place(sheet, unknown.id, Round.FIRST), Decimal("0.7")),
        SetNotApplicable(sheet, absent.id, not_applicable=True),
    )
    document = summary_of(session.state)
    first, second, third, total = (
        [cell.value for cell in row.cells if isinstance(cell, Amount)]
        for row in tables_of(document)[0].rows
    )
    assert first[:3] == [Decimal(10), Decimal(8), Decimal(2)]
    assert second == [None, None, Decimal("0.7"), None, None]
    assert third == [None] * 5
    assert total[:4] == [None, Decimal(8), Decimal("2.7"), None]
    assert figures(document).items[0].note == "còn 1/2 tiêu chí chưa có điểm"
    assert figures(document).items[2].value == "2,70"
