from datetime import date

import pytest

from cchc_desktop.commands.describing import DescribeDocuments, filling
from cchc_desktop.commands.documents import RegisterDocument
from cchc_desktop.commands.evidence import Content, DescribeDocument
from cchc_desktop.domain.document_list import matched, read_list
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.session import Session
from tests.sample_session import fixed_clock, sample_session

ROWS = [["Số ký hiệu", "Ngày ký"], ["1/KH-UBND", "01/02/2021"], ["2/KH-UBND", "03/02/2021"]]


def registered(session: Session, name: str) -> str:
    command = RegisterDocument(Content(name, name[0] * 64, 1), fixed_clock())
    session.run(command)
    return command.id


def test_documents_of_a_list_are_filled_in_one_step() -> None:
    session = sample_session()
    first, second = registered(session, "a.pdf"), registered(session, "b.pdf")
    session.run(DescribeDocument(first, "1/KH-UBND", subject="Kế hoạch"))
    guessed = {second: ["2/KH-UBND"]}
    documents = session.state.documents.values()
    command = filling(matched(read_list(ROWS), documents, guessed))
    session.run(command)
    assert session.undo_title == "điền mô tả 2 tài liệu"
    found = session.state.documents
    assert (found[first].issued_on, found[first].subject) == (date(2021, 2, 1), "Kế hoạch")
    assert (found[second].number, found[second].issued_on) == ("2/KH-UBND", date(2021, 2, 3))
    session.undo()
    assert session.state.documents[second].number == ""
    assert session.state.documents[first].issued_on is None


def test_a_document_that_is_gone_refuses_the_whole_step() -> None:
    session = sample_session()
    first = registered(session, "a.pdf")
    both = (DescribeDocument(first, "1/X"), DescribeDocument("gone", "2/X"))
    with pytest.raises(CchcError):
        session.run(DescribeDocuments(both))
    assert session.state.documents[first].number == ""
