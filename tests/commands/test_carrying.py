"""What a set copied to a new year takes along: last days, documents in force, open tasks."""

from datetime import date

import pytest

from cchc_desktop.commands.base import Command
from cchc_desktop.commands.criterion_info import EditCriterion
from cchc_desktop.commands.evidence import AttachDocument, CitePage, Content, DescribeDocument
from cchc_desktop.commands.sets import CopyAssessment
from cchc_desktop.commands.tasks import SetTaskDone
from cchc_desktop.domain.carrying import handover, moved_to
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.evidence import Document
from cchc_desktop.session import Session
from tests.db.samples import same
from tests.sample_session import ASSESSMENT, SHEET, fixed_clock, node, sample_session

STAMP = fixed_clock()
ENDS = {"d1": date(2022, 12, 31), "d2": date(2023, 6, 30), "d3": None}


@pytest.fixture
def session() -> Session:
    found = sample_session()
    for place, (key, ends) in enumerate(ENDS.items()):
        content = Content(f"{key}.pdf", f"{place}" * 64, 9)
        found.run(AttachDocument(SHEET, node("7.3"), content, STAMP, key, f"l-{key}"))
        found.run(DescribeDocument(key, key, date(2022, 5, 1), valid_until=ends))
    found.run(CitePage(SHEET, "l-d2", "4"))
    return found


def refusal(session: Session, command: Command) -> str:
    before = session.state
    with pytest.raises(CchcError) as caught:
        session.run(command)
    assert session.state is before
    return caught.value.words


@pytest.mark.parametrize(
    ("issued", "begins", "ends", "years"),
    [
        (None, None, None, {2021, 2022, 2023, 2024}),
        (date(2022, 5, 1), None, None, {2022, 2023, 2024}),
        (date(2022, 5, 1), date(2023, 1, 1), None, {2023, 2024}),
        (date(2022, 5, 1), None, date(2023, 1, 1), {2022, 2023}),
        (None, None, date(2022, 12, 31), {2021, 2022}),
    ],
)
def test_a_document_is_in_force_from_its_first_day_to_its_last(
    issued: date | None, begins: date | None, ends: date | None, years: set[int]
) -> None:
    document = Document(
        "d", "a.pdf", "0" * 64, 1, STAMP, issued_on=issued, valid_from=begins, valid_until=ends
    )
    assert {year for year in range(2021, 2025) if document.is_in_force(year)} == years


def test_the_last_day_is_not_before_the_first(session: Session) -> None:
    wrong = DescribeDocument("d1", "d1", date(2022, 5, 1), valid_until=date(2022, 4, 30))
    assert "Hiệu lực đến 30/04/2022 lại trước ngày bắt đầu 01/05/2022" in refusal(session, wrong)
    session.run(DescribeDocument("d1", valid_until=date(2022, 4, 30)))
    assert session.state.documents["d1"].valid_until == date(2022, 4, 30)


def test_documents_in_force_are_linked_again_and_their_content_is_not_copied(
    session: Session,
) -> None:
    before = session.state
    copy = CopyAssessment(ASSESSMENT, 2023, documents=True)
    session.run(copy)
    (sheet,) = session.state.sheets_of(copy.id)
    leaf = session.state.tree(copy.id).by_code("7.3")
    assert leaf is not None
    links = session.state.cell(sheet.id).links[leaf.id]
    assert [(link.document, link.page) for link in links] == [("d2", "4"), ("d3", "")]
    assert session.state.documents == before.documents
    assert len(session.state.cell(SHEET).links[node("7.3")]) == 3
    session.undo()
    assert same(session.state, before)


def test_open_tasks_go_along_and_done_ones_stay(session: Session) -> None:
    first, *rest = handover(session.state, ASSESSMENT, 2023).tasks
    session.run(SetTaskDone(first.id, date(2023, 3, 1)))
    copy = CopyAssessment(ASSESSMENT, 2023, tasks=True)
    session.run(copy)
    found = handover(session.state, copy.id, 2024).tasks
    assert [task.what for task in found] == [task.what for task in rest]
    assert not {task.id for task in found} & {task.id for task in rest}
    assert session.undo_title == "sao bộ tiêu chí sang năm 2023"
    session.undo()
    assert session.undo_title == "ghi nhiệm vụ xong ngày 01/03/2023"
    session.run(SetTaskDone(first.id, None))
    assert handover(session.state, ASSESSMENT, 2023).tasks == (first, *rest)
    assert "không còn trong hồ sơ" in refusal(session, SetTaskDone("nowhere", None))
    assert SetTaskDone("x", None).title == "mở lại nhiệm vụ"


def test_nothing_goes_along_that_was_not_asked_for(session: Session) -> None:
    copy = CopyAssessment(ASSESSMENT, 2023)
    session.run(copy)
    assert handover(session.state, copy.id, 2023).documents == ()
    assert handover(session.state, copy.id, 2023).tasks == ()


def test_a_last_day_moves_with_the_year_of_the_set(session: Session) -> None:
    leaf = session.state.criteria[node("7.3")]
    session.run(
        EditCriterion(leaf.id, leaf.code, leaf.name, evidence_required="Sổ", due=date(2022, 12, 31))
    )
    copy = CopyAssessment(ASSESSMENT, 2024)
    session.run(copy)
    found = session.state.tree(copy.id).by_code("7.3")
    assert found is not None
    assert (found.due, found.evidence_required) == (date(2024, 12, 31), "Sổ")
    assert moved_to(date(2024, 2, 29), 1) == date(2025, 2, 28)
    assert moved_to(date(2024, 2, 29), 4) == date(2028, 2, 29)
