"""The register: documents without a criterion, further files, the bin."""

from datetime import timedelta

import pytest

from cchc_desktop.commands.documents import (
    AddFile,
    BinDocuments,
    RegisterDocument,
    RemoveFile,
    RestoreDocuments,
)
from cchc_desktop.commands.evidence import AttachDocument, Content, DescribeDocument, LinkDocument
from cchc_desktop.commands.taking import TakeDocuments
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.session import Session
from tests.sample_session import SHEET, fixed_clock, node, sample_session

SCAN = Content("Scan0001.pdf", "a" * 64, 10)
ANNEX = Content("Phụ lục.xlsx", "b" * 64, 20)
NOW = fixed_clock()
LATER = NOW + timedelta(days=1)


@pytest.fixture
def session() -> Session:
    session = sample_session()
    session.run(RegisterDocument(SCAN, NOW, "d"))
    return session


def test_a_document_stands_in_the_register_without_a_criterion(session: Session) -> None:
    document = session.state.documents["d"]
    assert (document.name, document.sha256, document.size) == ("Scan0001.pdf", "a" * 64, 10)
    assert not session.state.links()
    assert not session.run(RegisterDocument(SCAN, LATER))
    session.run(LinkDocument(SHEET, node("7.3"), "d"))
    session.run(LinkDocument(SHEET, node("1.9"), "d"))
    assert {link.criterion for link in session.state.links()} == {node("7.3"), node("1.9")}


def test_a_document_has_further_files(session: Session) -> None:
    session.run(AddFile("d", ANNEX, LATER, " phụ  lục ", id="f"))
    (file,) = session.state.files_of("d")
    assert (file.name, file.note, file.added_at) == ("Phụ lục.xlsx", "phụ lục", LATER)
    assert session.state.documents["d"].sha256 == "a" * 64
    for content in (ANNEX, SCAN):
        with pytest.raises(CchcError, match="đã có đúng tệp này"):
            session.run(AddFile("d", content, LATER))
    session.run(RemoveFile("f"))
    assert not session.state.files_of("d")
    with pytest.raises(CchcError, match="không còn"):
        session.run(RemoveFile("f"))


def test_a_newer_file_takes_the_place_and_keeps_the_one_before(session: Session) -> None:
    session.run(AddFile("d", ANNEX, LATER, is_newer=True, id="f"))
    document, (file,) = session.state.documents["d"], session.state.files_of("d")
    assert (document.sha256, document.size, document.added_at) == ("b" * 64, 20, LATER)
    assert (file.sha256, file.size, file.added_at, file.note) == ("a" * 64, 10, NOW, "bản trước")
    session.undo()
    assert session.state.documents["d"].sha256 == "a" * 64
    assert not session.state.files_of("d")


def test_files_stand_in_the_order_they_came(session: Session) -> None:
    for number in range(3):
        session.run(AddFile("d", Content(f"{number}.pdf", str(number) * 64, 1), LATER))
    assert [file.name for file in session.state.files_of("d")] == ["0.pdf", "1.pdf", "2.pdf"]


def test_a_document_in_the_bin_counts_for_no_criterion(session: Session) -> None:
    session.run(LinkDocument(SHEET, node("7.3"), "d"))
    session.run(BinDocuments(("d", "d"), LATER))
    assert session.state.documents["d"].binned_at == LATER
    assert not session.state.links()
    for command in (
        LinkDocument(SHEET, node("7.3"), "d"),
        DescribeDocument("d", "1/KH"),
        AddFile("d", ANNEX, LATER),
        BinDocuments(("d",), LATER),
    ):
        with pytest.raises(CchcError, match="không còn trong hồ sơ"):
            session.run(command)
    session.undo()
    assert [link.criterion for link in session.state.links()] == [node("7.3")]


def test_a_document_comes_back_from_the_bin(session: Session) -> None:
    session.run(BinDocuments(("d",), LATER))
    session.run(RestoreDocuments(("d",)))
    assert not session.state.documents["d"].is_binned
    with pytest.raises(CchcError, match="không còn"):
        session.run(RestoreDocuments(("x",)))


@pytest.mark.parametrize(
    "command",
    [RegisterDocument(SCAN, LATER), AttachDocument(SHEET, node("7.3"), SCAN, LATER)],
    ids=["register", "attach"],
)
def test_the_same_content_dropped_again_brings_it_back(
    session: Session, command: RegisterDocument | AttachDocument
) -> None:
    session.run(BinDocuments(("d",), LATER))
    session.run(command)
    assert set(session.state.documents) == {"d"}
    assert not session.state.documents["d"].is_binned


def test_documents_that_came_together_are_one_step(session: Session) -> None:
    one, other = Content("a.pdf", "1" * 64, 5), Content("b.pdf", "2" * 64, 5)
    entered = RegisterDocument(one, LATER, "n")
    linked = [AttachDocument(SHEET, node("7.2"), each, LATER) for each in (one, other, SCAN)]
    session.run(TakeDocuments((entered, *linked)))
    assert session.undo_title == "thêm 4 tài liệu"
    assert len(session.state.documents) == 3
    assert len(session.state.cell(SHEET).links[node("7.2")]) == 3
    session.undo()
    assert set(session.state.documents) == {"d"}
    with pytest.raises(CchcError, match="đã gắn"):
        session.run(TakeDocuments((entered, *linked, linked[0])))
    assert set(session.state.documents) == {"d"}


def test_every_step_says_what_it_does() -> None:
    assert TakeDocuments((RegisterDocument(SCAN, NOW),)).title == "thêm tài liệu Scan0001.pdf"
    assert RegisterDocument(SCAN, NOW).title == "thêm tài liệu Scan0001.pdf"
    assert AddFile("d", ANNEX, NOW).title == "thêm tệp Phụ lục.xlsx vào tài liệu"
    assert RemoveFile("f").title == "bỏ tệp khỏi tài liệu"
    assert BinDocuments(("d", "e"), NOW).title == "bỏ 2 tài liệu vào thùng rác"
    assert RestoreDocuments(("d",)).title == "lấy lại 1 tài liệu từ thùng rác"
