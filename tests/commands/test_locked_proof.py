"""A locked round keeps the documents that prove it: more may come, none may go."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from cchc_desktop.commands.base import Command
from cchc_desktop.commands.documents import AddFile, BinDocuments, RegisterDocument, RemoveFile
from cchc_desktop.commands.evidence import AttachDocument, CitePage, Content, DetachDocument
from cchc_desktop.commands.rounds import LockRound, UnlockRound
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.marks import Round
from cchc_desktop.session import Session
from tests.rounds_dossier import SHEET, rounds_session

AT = datetime(2022, 3, 1, tzinfo=UTC)
OTHER = Content("khac.pdf", "e" * 64, 9)
ANNEX = Content("phu-luc.pdf", "f" * 64, 5)


@pytest.fixture
def session() -> Session:
    found = rounds_session()
    (document,) = {each.document for each in found.state.cell(SHEET).links["1.1"]}
    found.run(AddFile(document, ANNEX, AT, id="annex"))
    found.run(RegisterDocument(OTHER, AT, "free"))
    found.run(AddFile("free", Content("a.pdf", "d" * 64, 5), AT, id="loose"))
    found.run(LockRound(SHEET, Round.FIRST))
    return found


def detach(session: Session) -> Command:
    return DetachDocument(SHEET, session.state.cell(SHEET).links["1.1"][0].id)


def to_bin(session: Session) -> Command:
    return BinDocuments(("free", session.state.cell(SHEET).links["1.1"][0].document), AT)


def take_file(_: Session) -> Command:
    return RemoveFile("annex")


@pytest.mark.parametrize("way", [detach, to_bin, take_file])
def test_what_proves_a_locked_round_goes_only_after_unlocking(
    session: Session, way: Callable[[Session], Command]
) -> None:
    (link,) = session.state.cell(SHEET).links["1.1"]
    title, before = session.state.documents[link.document].title, session.state
    with pytest.raises(CchcError) as refused:
        session.run(way(session))
    assert refused.value.sentence == (
        f"{title} chứng minh cho 1.1 của Sở Tài nguyên và MT, vòng Thẩm định lần 1 đã khóa, "
        "nên không bỏ được."
    )
    assert "mở khóa vòng ấy" in refused.value.hint
    assert session.state is before
    session.run(UnlockRound(SHEET, Round.FIRST))
    assert session.run(way(session))


def test_documents_that_prove_nothing_locked_go_as_ever(session: Session) -> None:
    assert session.run(RemoveFile("loose"))
    assert session.run(BinDocuments(("free",), AT))


def test_more_documents_and_their_places_may_come_after_the_lock(session: Session) -> None:
    (link,) = session.state.cell(SHEET).links["1.1"]
    assert session.run(CitePage(SHEET, link.id, "3"))
    assert session.run(AttachDocument(SHEET, "1.1", Content("them.pdf", "c" * 64, 9), AT, "more"))
    assert len(session.state.cell(SHEET).links["1.1"]) == 2


def test_a_document_linked_by_mistake_under_the_lock_is_taken_back_by_undo(
    session: Session,
) -> None:
    session.run(AttachDocument(SHEET, "1.1", Content("nham.pdf", "c" * 64, 9), AT, "wrong"))
    assert session.undo()
    assert len(session.state.cell(SHEET).links["1.1"]) == 1
    assert session.redo()
    assert len(session.state.cell(SHEET).links["1.1"]) == 2
