"""Who signs a paper and who gets it come from the council's list, where it names a chairman."""

from cchc_desktop.commands.people import AddPeople
from cchc_desktop.domain.people import Body
from cchc_desktop.domain.people_lines import PersonRow
from cchc_desktop.reports.document import Signed
from cchc_desktop.reports.signing import signed
from cchc_desktop.session import Session
from tests.reports.dossiers import blocks_of, empty_session, read, summary_of, text_of
from tests.sample_session import ASSESSMENT, sample_session

LONG = "Phó Chủ tịch Thường trực Ủy ban nhân dân tỉnh kiêm Trưởng ban Chỉ đạo cải cách hành chính"


def with_people(post: str = "Phó Chủ tịch UBND tỉnh") -> Session:
    session = sample_session()
    rows = (PersonRow("Nguyễn Văn Ẩn", post, "Chủ tịch"), PersonRow("Trần B", "", "Phó Chủ tịch"))
    session.run(AddPeople(ASSESSMENT, Body.COUNCIL, rows))
    return session


def test_without_a_chairman_nobody_signs() -> None:
    session = sample_session()
    assert not [b for b in blocks_of(summary_of(session.state)) if isinstance(b, Signed)]
    session.run(AddPeople(ASSESSMENT, Body.COUNCIL, (PersonRow("B", "", "Phó Chủ tịch"),)))
    assert not [b for b in blocks_of(summary_of(session.state)) if isinstance(b, Signed)]
    both = (PersonRow("A", "", "Chủ tịch"), PersonRow("C", "", "Chủ tịch"))
    session.run(AddPeople(ASSESSMENT, Body.COUNCIL, both))
    assert not [b for b in blocks_of(summary_of(session.state)) if isinstance(b, Signed)]


def test_the_chairman_signs() -> None:
    session = with_people()
    session.run(AddPeople(ASSESSMENT, Body.SECRETARIES, (PersonRow("C"),)))
    (block,) = signed(session.state, ASSESSMENT)
    assert block == Signed(
        ("Thành viên Hội đồng;", "Tổ thư ký giúp việc;", "Lưu: VT."),
        ("CHỦ TỊCH HỘI ĐỒNG", "PHÓ CHỦ TỊCH UBND TỈNH"),
        "Nguyễn Văn Ẩn",
    )


def test_no_content_of_the_summary_gives_way_to_a_signature() -> None:
    assert text_of(summary_of(with_people().state)) == text_of(summary_of(sample_session().state))


def test_a_summary_with_room_is_signed_and_stays_one_page() -> None:
    session = empty_session()
    (assessment,) = session.state.assessments
    rows = (PersonRow("Nguyễn Văn Ẩn", LONG, "Chủ tịch"),)
    session.run(AddPeople(assessment, Body.COUNCIL, rows))
    paper = summary_of(session.state)
    assert len(read(paper).pages) == 1
    text = text_of(paper)
    assert "Nơi nhận:" in text
    assert text.index("CHỦ TỊCH HỘI ĐỒNG") < text.index("Nguyễn Văn Ẩn")
