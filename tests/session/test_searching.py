"""A search finds documents by what is known of them and by their text, and criteria."""

from cchc_desktop.commands.documents import AddFile, BinDocuments, RegisterDocument
from cchc_desktop.commands.evidence import Content, DescribeDocument, LinkDocument
from cchc_desktop.domain.texts import ExtractedText
from cchc_desktop.session import Session
from cchc_desktop.session.searching import Finder, Hits
from tests.sample_session import SHEET, fixed_clock, node, sample_session

A, B = "a" * 64, "b" * 64
NOW = fixed_clock()


def with_documents() -> Session:
    session = sample_session()
    session.run(RegisterDocument(Content("Scan0001.pdf", A, 1), NOW, "d"))
    session.run(DescribeDocument("d", "55/TB-VPCP", subject="Kết luận về hồ sơ trực tuyến"))
    session.run(LinkDocument(SHEET, node("7.3"), "d", "l"))
    session.run(AddFile("d", Content("Phụ lục.xlsx", B, 1), NOW, id="f"))
    session.store.texts.keep(A, ExtractedText(("trang một", "số hồ sơ đã giải quyết")))
    session.store.texts.keep(B, ExtractedText(("bảng số liệu",)))
    return session


def places(hits: Hits) -> list[tuple[str, str, int]]:
    return [(hit.document.id, hit.file, hit.page) for hit in hits.documents]


def test_facts_come_before_text_and_name_the_criteria() -> None:
    hits = Finder(with_documents()).search("ho so")
    assert places(hits) == [("d", "Scan0001.pdf", 0), ("d", "Scan0001.pdf", 2)]
    assert [link.criterion for link in hits.documents[0].links] == [node("7.3")]
    assert hits.excerpt(hits.documents[0]).text.startswith("55/TB-VPCP · Kết luận")
    assert hits.excerpt(hits.documents[1]).text == "số hồ sơ đã giải quyết"


def test_the_text_of_a_further_file_leads_to_its_document() -> None:
    assert places(Finder(with_documents()).search("bang so lieu")) == [("d", "Phụ lục.xlsx", 1)]


def test_criteria_are_found_by_code_and_name() -> None:
    finder = Finder(with_documents())
    (hit,) = finder.search("7.3").criteria
    assert hit.criterion == node("7.3")
    assert node("7.3") in {each.criterion for each in finder.search("truc tuyen").criteria}
    assert finder.search(" / ") == Hits()


def test_what_changed_is_found_anew_and_the_bin_is_not_searched() -> None:
    session = with_documents()
    finder = Finder(session)
    assert not finder.search("nghị quyết").documents
    session.run(DescribeDocument("d", "76/NQ-CP", subject="Nghị quyết"))
    assert places(finder.search("nghi quyet")) == [("d", "Scan0001.pdf", 0)]
    session.run(BinDocuments(("d",), NOW))
    assert not finder.search("so").documents
