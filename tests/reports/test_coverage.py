"""The list of coverage on paper: sums by area, and what each criterion lacks."""

from datetime import UTC, date, datetime

from cchc_desktop.commands.evidence import AttachDocument, Content, DescribeDocument
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.state import State
from cchc_desktop.domain.texts import TextFault
from cchc_desktop.reports import REPORTS
from cchc_desktop.reports.coverage import coverage_list
from cchc_desktop.reports.document import Document, Table, Words
from tests.reports.dossiers import STAMP, text_of
from tests.sample_session import SHEET, node, sample_session

ADDED = datetime(2023, 2, 1, tzinfo=UTC)


def dossier() -> State:
    session = sample_session()
    for number, code in enumerate(("7.3", "7.2", "1.2")):
        content = Content(f"{code}.pdf", f"{number}" * 64, 9)
        session.run(AttachDocument(SHEET, node(code), content, ADDED, f"d{number}"))
    session.run(DescribeDocument("d0", "55/TB-VPCP", date(2023, 2, 24)))
    return session.state


def rows_of(document: Document, table: int) -> list[list[str]]:
    tables = [block for block in document.bodies[0] if isinstance(block, Table)]
    return [
        [cell.text for cell in row.cells if isinstance(cell, Words)] for row in tables[table].rows
    ]


def test_the_list_names_what_each_criterion_lacks() -> None:
    state = dossier()
    found = coverage_list(state, (SHEET, Round.FIRST), STAMP, {"1" * 64: TextFault.DAMAGED})
    said = {row[0]: row[-1] for row in rows_of(found, 1)}
    assert said["7.3"] == "55/TB-VPCP ngoài năm 2022"
    assert said["7.2"] == "7.2.pdf không đọc được"
    assert said["7.1"] == "Chưa có tài liệu, chưa có giải trình"
    assert "1.2" not in said


def test_the_list_becomes_a_pdf() -> None:
    found = REPORTS["coverage"](dossier(), SHEET, Round.FIRST, STAMP)
    text = " ".join(text_of(found).split())
    assert "điểm đứng trên tài liệu đọc được, trong năm, nguyên vẹn" in text
    assert "55/TB-VPCP ngoài năm 2022" in text
