"""The register: how each document stands, and that nothing is worked out twice."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from cchc_desktop.commands.evidence import DescribeDocument, DetachDocument, LinkDocument
from cchc_desktop.commands.marks import Place, SetPoints
from cchc_desktop.domain.changes import made
from cchc_desktop.domain.evidence import Document, DocumentFile, Link
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.points import ZERO
from cchc_desktop.domain.register import Entry, Register, Standing
from cchc_desktop.domain.state import State
from cchc_desktop.domain.texts import TextFault
from tests.sample_session import SHEET, node, sample_session

BEGIN = datetime(2023, 2, 1, 8, tzinfo=UTC)
FULL = Document(
    "a", "a.pdf", "a" * 64, 9, BEGIN, "01/KH-UBND", date(2022, 3, 1), "UBND tỉnh", "Kế hoạch"
)


def document(key: str, **fields: object) -> Document:
    own = {"id": key, "name": f"{key}.pdf", "sha256": key * 64, "number": f"{key}/X"}
    return replace(FULL, **{**own, **fields})  # type: ignore[arg-type]


def state_with(
    documents: Iterable[Document],
    linked: Iterable[str] = ("a",),
    files: Iterable[DocumentFile] = (),
) -> State:
    links = [Link(f"l{key}", SHEET, node("7.3"), key, key) for key in linked]
    changes = made("document", documents) + made("document_file", files) + made("link", links)
    return sample_session().state.applied(changes)


def entry_of(found: Document, *, is_linked: bool = True, fault: str = "") -> Entry:
    state = state_with([found], [found.id] if is_linked else [])
    return Register().of(state, {found.sha256: TextFault(fault)})[found.id]


def test_a_described_document_of_the_year_is_complete() -> None:
    assert entry_of(FULL).standing is Standing.COMPLETE


def test_an_older_document_still_in_force_says_so() -> None:
    assert entry_of(replace(FULL, issued_on=date(2021, 7, 15))).standing is Standing.IN_FORCE
    ended = replace(FULL, issued_on=date(2019, 7, 15), valid_until=date(2021, 12, 31))
    assert entry_of(ended).standing is Standing.OUT_OF_YEAR


def test_a_document_issued_after_the_year_is_out_of_it() -> None:
    late = entry_of(replace(FULL, issued_on=date(2023, 2, 24)))
    assert (late.standing, late.years) == (Standing.OUT_OF_YEAR, (2022,))


def test_a_document_without_a_day_is_not_called_out_of_year() -> None:
    scan = entry_of(Document("a", "Scan0001.pdf", "a" * 64, 9, BEGIN))
    assert (scan.standings, scan.missing) == ((Standing.LACKING,), 4)


def test_a_document_of_no_criterion_is_unlinked_whatever_its_year() -> None:
    late = replace(FULL, issued_on=date(2030, 1, 1))
    assert entry_of(late, is_linked=False).standings == (Standing.UNLINKED,)


def test_what_cannot_be_read_comes_first() -> None:
    late = replace(FULL, issued_on=date(2023, 2, 24), number="")
    found = entry_of(late, fault="damaged").standings
    assert found == (Standing.UNREADABLE, Standing.OUT_OF_YEAR, Standing.LACKING)
    assert entry_of(FULL, fault="locked").standing is Standing.UNREADABLE
    assert entry_of(FULL, fault="no_text").standing is Standing.COMPLETE


def test_one_paper_entered_twice_names_its_twin() -> None:
    again = replace(FULL, id="b", sha256="b" * 64, number="01/kh-ubnd", added_at=BEGIN)
    found = Register().of(state_with([FULL, again], ["a", "b"]), {})
    assert (found["a"].twin, found["b"].twin) == ("b", "a")
    other_day = replace(again, issued_on=date(2022, 3, 2))
    assert not Register().of(state_with([FULL, other_day]), {})["a"].twin


def test_a_further_file_with_the_content_of_another_document_is_a_twin() -> None:
    file = DocumentFile("f", "b", "a", "x.pdf", FULL.sha256, 9, BEGIN)
    found = Register().of(state_with([FULL, document("b")], ["a", "b"], [file]), {})
    assert (found["a"].twin, found["b"].twin) == ("b", "a")


def test_the_bin_is_no_part_of_the_register_and_the_first_come_stands_first() -> None:
    early = document("c", added_at=BEGIN - timedelta(hours=1))
    binned = document("d", binned_at=BEGIN)
    assert list(Register().of(state_with([FULL, early, binned]), {})) == ["c", "a"]


def test_entries_that_did_not_change_are_the_same_objects() -> None:
    state, register = state_with([FULL, document("b")], ["a", "b"]), Register()
    faults: dict[str, TextFault] = {}
    before = register.of(state, faults)
    assert register.of(state, faults) is before
    scored = SetPoints(Place(SHEET, node("1.2"), Round.FIRST), ZERO).plan(state)
    assert register.of(state.applied(scored), faults) is before
    described = state.applied(DescribeDocument("b", number="9").plan(state))
    after = register.of(described, faults)
    assert after["a"] is before["a"]
    assert after["b"].missing == 3


def test_links_come_and_go() -> None:
    state, register = state_with([FULL], []), Register()
    assert register.of(state, {})["a"].standing is Standing.UNLINKED
    linked = state.applied(LinkDocument(SHEET, node("7.2"), "a", "l").plan(state))
    assert register.of(linked, {})["a"].standing is Standing.COMPLETE
    left = linked.applied(DetachDocument(SHEET, "l").plan(linked))
    assert register.of(left, {})["a"].standing is Standing.UNLINKED
