"""Minutes of a sitting: who met, each decision, the totals; as a Document and as PDF."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from cchc_desktop.commands.marks import SetPoints
from cchc_desktop.commands.sittings import (
    CallSitting,
    EditSitting,
    NoteItem,
    RemoveSitting,
    SittingFacts,
)
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.sittings import Ruling
from cchc_desktop.headless.report import write_report
from cchc_desktop.reports import REPORTS
from cchc_desktop.reports.document import Amount, Document, Lines, Paragraph, Row, Table, Words
from cchc_desktop.reports.minutes import minutes_of
from cchc_desktop.session import Session
from tests.reports.dossiers import STAMP, read
from tests.rounds_dossier import ASSESSMENT, SHEET, place
from tests.sitting_dossier import FACTS, SITTING, decide, sitting_session

D = Decimal


@pytest.fixture
def session() -> Session:
    found = sitting_session()
    decide(found, "1.2", Ruling.ACCEPTED)
    decide(found, "2.1", Ruling.OTHER, "3.25", "Một văn bản lùi hạn sau ngày đến hạn không tính.")
    decide(found, "3.2", Ruling.KEPT)
    decide(found, "4.1", Ruling.OTHER, "2.125")
    return found


def minutes(session: Session) -> Document:
    return minutes_of(session.state, session.state.sittings[SITTING], STAMP)


def table(document: Document) -> Table:
    return next(block for block in document.bodies[0] if isinstance(block, Table))


def said(document: Document) -> str:
    lines = []
    for block in document.bodies[0]:
        if isinstance(block, Paragraph):
            lines.append("".join(run.text for run in block.runs))
        elif isinstance(block, Lines):
            lines += block.items
    return "\n".join(lines)


def cells(row: Row) -> list[str | Decimal | None]:
    return [
        cell.text if isinstance(cell, Words) else cell.value
        for cell in row.cells
        if isinstance(cell, Words | Amount)
    ]


def test_each_decision_stands_with_self_first_and_decided_points(session: Session) -> None:
    found = table(minutes(session))
    heads = [column.head for column in found.columns]
    assert heads == [
        "Mã", "Nội dung", "Tối đa", "Tự chấm", "Lần 1", "Quyết định", "Cách quyết định, ghi chú",
    ]  # fmt: skip
    assert sum(column.width for column in found.columns) == 165
    assert cells(found.rows[1]) == [
        "2.1", "Tham mưu văn bản QPPL đúng tiến độ", D("4.0"), D("3.5"), D("2.75"), D("3.25"),
        "theo đề nghị; Một văn bản lùi hạn sau ngày đến hạn không tính",
    ]  # fmt: skip
    assert [cells(row)[-1] for row in found.rows] == [
        "công nhận tự chấm",
        "theo đề nghị; Một văn bản lùi hạn sau ngày đến hạn không tính",
        "giữ như lần 1",
        "điểm khác",
        "",
    ]
    assert cells(found.rows[-1])[1:-1] == [
        "Cộng 4 tiêu chí đã quyết định", D("12.5"), D("10.75"), D("8"), D("9.375"),
    ]  # fmt: skip
    assert found.rows[-1].is_total


def test_the_minutes_say_who_came_what_is_open_and_the_total(session: Session) -> None:
    text = said(minutes(session))
    assert "Ngày 24/02/2023, từ 8 giờ đến 11 giờ 30, tại Phòng họp số 2." in text
    assert "Chủ trì: Ngô Văn Ẩn. Thư ký: Trần Thị Hoa." in text
    assert "Có mặt (3):\nNgô Văn Ẩn, Phó Chủ tịch UBND tỉnh, Chủ tịch Hội đồng" in text
    assert "Vắng mặt (1):\nĐỗ Minh Ước, Giám đốc Sở Tư pháp, Ủy viên" in text
    assert "xem xét 6 tiêu chí ở vòng thẩm định lần 2; đã quyết định 4, chưa quyết định 2" in text
    assert "Điểm thẩm định lần 2 của Sở Tài nguyên và MT khi lập biên bản: 18,13 trên 23,5" in text
    assert "7.1 Văn bản điện tử ký số" in text
    assert text.endswith("trước ngày 28/02/2023./.")


def test_what_changed_since_keeps_the_points_that_were_decided(session: Session) -> None:
    session.run(SetPoints(place("2.1"), D(3)))
    row = cells(table(minutes(session)).rows[1])
    assert row[5] == D("3.25")
    assert str(row[6]).endswith("điểm đã sửa sau phiên họp, hiện nay 3")


def test_an_empty_sitting_says_so_and_leaves_room_for_number_and_day(session: Session) -> None:
    session.run(CallSitting(ASSESSMENT, Round.PUBLISHED, id="moi"))
    document = minutes_of(session.state, session.state.sittings["moi"], STAMP)
    assert "Phiên họp chưa có tiêu chí nào để quyết định." in said(document)
    assert "Có mặt: chưa ghi." in said(document)
    assert document.head.number == "Số:       /BB-HĐ"
    assert document.head.dated == "ngày      tháng      năm"
    session.run(EditSitting("moi", SittingFacts(date(2023, 1, 5), place="Hội trường")))
    document = minutes_of(session.state, session.state.sittings["moi"], STAMP)
    assert document.head.dated == "Ngày 05 tháng 01 năm 2023"


def test_the_pdf_is_whole_and_its_pages_are_numbered_from_the_second(session: Session) -> None:
    reader = read(minutes(session))
    text = "\n".join(page.extract_text() for page in reader.pages)
    for words in ("BIÊN BẢN", "Số: 05/BB-HĐ", "THƯ KÝ", "CHỦ TRÌ", "9,375"):
        assert words in text
    long = "\n".join(f"Ý kiến thứ {n} của các thành viên Hội đồng." for n in range(60))
    session.run(EditSitting(SITTING, replace(FACTS, note=long)))
    pages = read(minutes(session)).pages
    assert len(pages) > 2
    assert "2" in [line.strip() for line in pages[1].extract_text().splitlines()]
    assert "1" not in [line.strip() for line in pages[0].extract_text().splitlines()]


def test_the_command_line_writes_the_newest_minutes_or_those_of_a_day(
    session: Session, tmp_path: Path
) -> None:
    path = tmp_path / "bien-ban.pdf"
    write_report(session, "minutes", path)
    newest = path.stat().st_size
    write_report(session, "minutes", path, "24/02/2023")
    assert path.stat().st_size == newest
    write_report(session, "minutes", path, SITTING)
    for report in ("minutes", "summary", "coverage", "reminders"):
        paper = tmp_path / f"{report}.pdf"
        with pytest.raises(CchcError, match="Không có phiên họp 25/02/2023") as refused:
            write_report(session, report, paper, "25/02/2023")
        assert refused.value.hint == "Các phiên họp có ngày: 24/02/2023."
        assert not paper.exists()
    session.run(RemoveSitting(SITTING))
    with pytest.raises(CchcError, match="Không có phiên họp 24/02/2023") as refused:
        write_report(session, "summary", path, "24/02/2023")
    assert "chưa có phiên họp nào có ngày" in refused.value.hint
    with pytest.raises(CchcError, match="chưa có phiên họp"):
        REPORTS["minutes"](session.state, SHEET, Round.SECOND, STAMP)


def test_the_end_mark_stands_behind_the_last_words(session: Session) -> None:
    session.run(EditSitting(SITTING, replace(FACTS, note="")))
    assert said(minutes(session)).endswith("7.1 Văn bản điện tử ký số./.")
    for code in ("5.2", "7.1"):
        decide(session, code, Ruling.KEPT)
    assert said(minutes(session)).endswith("đã có điểm ở vòng này./.")


def test_what_is_still_open_keeps_its_note(session: Session) -> None:
    item = next(each for each in session.state.sitting_items.values() if each.criterion == "7.1")
    session.run(NoteItem(item.id, "chờ số liệu"))
    assert "7.1 Văn bản điện tử ký số: chờ số liệu" in said(minutes(session))
