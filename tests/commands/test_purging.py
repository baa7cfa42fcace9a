"""The bin is emptied for good: records go, nothing before can be taken back."""

from pathlib import Path

import pytest

from cchc_desktop.commands.base import is_final
from cchc_desktop.commands.documents import AddFile, BinDocuments, RegisterDocument
from cchc_desktop.commands.evidence import Content
from cchc_desktop.commands.purging import PurgeDocuments
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.integrity import contents_in_use
from cchc_desktop.session import Session
from tests.memory_store import MemoryStore
from tests.sample_session import fixed_clock

ONE, TWO, ANNEX = ("1" * 64, "2" * 64, "3" * 64)


@pytest.fixture
def session() -> Session:
    found = Session(MemoryStore(Path("a.cchc")), fixed_clock)
    for key, sha256 in (("a", ONE), ("b", TWO)):
        found.run(RegisterDocument(Content(f"{key}.pdf", sha256, 5), fixed_clock(), key))
    found.run(AddFile("a", Content("phụ lục.pdf", ANNEX, 7), fixed_clock()))
    return found


def test_documents_of_the_bin_go_with_their_files(session: Session) -> None:
    session.run(BinDocuments(("a",), fixed_clock()))
    command = PurgeDocuments(("a", "a"))
    assert is_final(command)
    assert command.title == "xóa hẳn 2 tài liệu trong thùng rác"
    session.run(command)
    assert set(session.state.documents) == {"b"}
    assert contents_in_use(session.state) == {TWO}


def test_after_a_purge_nothing_before_is_taken_back(session: Session) -> None:
    session.run(BinDocuments(("a",), fixed_clock()))
    session.undo()
    session.redo()
    session.run(PurgeDocuments(("a",)))
    assert (session.undo_title, session.redo_title) == ("", "")
    assert not session.undo()
    assert session.store.lines(1)[0].command == "PurgeDocuments"
    session.run(BinDocuments(("b",), fixed_clock()))
    assert session.undo()
    assert not session.state.documents["b"].is_binned


@pytest.mark.parametrize(
    ("named", "words"),
    [
        (("b",), "Tài liệu b.pdf không nằm trong thùng rác nên không xóa hẳn được."),
        ((), "Thùng rác không có tài liệu nào."),
    ],
)
def test_what_is_not_in_the_bin_stays(session: Session, named: tuple[str, ...], words: str) -> None:
    with pytest.raises(CchcError) as told:
        session.run(PurgeDocuments(named))
    assert told.value.sentence == words
    assert session.undo_title


def test_a_document_that_is_gone_already_is_said(session: Session) -> None:
    with pytest.raises(CchcError):
        session.run(PurgeDocuments(("none",)))
