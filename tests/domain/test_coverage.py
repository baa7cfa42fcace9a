"""Coverage: which points stand on documents or explanations, by leaf, area and in all."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.commands.coverage import CountUnsplit
from cchc_desktop.domain.cells import SheetCell
from cchc_desktop.domain.checks import FindingKind
from cchc_desktop.domain.coverage import (
    Coverage,
    Flaw,
    Flawed,
    Ground,
    LeafProof,
    Proof,
    counts_unsplit,
    coverage_of,
    unsound_findings,
)
from cchc_desktop.domain.criteria import CriteriaTree, Criterion
from cchc_desktop.domain.effects import Effect
from cchc_desktop.domain.evidence import Document, DocumentFile, Link
from cchc_desktop.domain.fields import record_to_json
from cchc_desktop.domain.marks import Mark, Round
from cchc_desktop.domain.rules.survey import Survey
from cchc_desktop.domain.scoring import Context, ScoreSheet, score
from cchc_desktop.domain.texts import TextFault
from cchc_desktop.wording.register import unreadable
from tests.sample_session import ASSESSMENT, sample_session

D = Decimal
TABLE = {Mark: "mark", Link: "link"}
ADDED = datetime(2023, 1, 1, tzinfo=UTC)
GOOD = Document("d", "d.pdf", "d" * 64, 1, ADDED, issued_on=date(2022, 5, 1))
LATE = Document("e", "e.pdf", "e" * 64, 1, ADDED, issued_on=date(2023, 2, 24))
KNOWN = {each.id: each for each in (GOOD, LATE)}


def leaf(code: str, maximum: str | None = "1", **fields: object) -> Criterion:
    base = Criterion(code, "a", code.rpartition(".")[0], code, code, code)
    stated = None if maximum is None else D(maximum)
    return replace(base, maximum=stated, **fields)  # type: ignore[arg-type]


def link(document: Document, code: str = "1.1") -> Link:
    return Link(f"{document.id}{code}", "s", code, document.id, document.id)


def mark(code: str = "1.1", in_round: Round = Round.SHEET, **fields: object) -> Mark:
    return replace(Mark("s", code, in_round), **fields)  # type: ignore[arg-type]


def sheet_of(nodes: Iterable[Criterion], entered: Iterable[Mark | Link]) -> ScoreSheet:
    cell = SheetCell((TABLE[type(e)], e.key, record_to_json(e)) for e in entered)
    return score(CriteriaTree(tuple(nodes)), cell, Context(Round.FIRST))


def covered(
    nodes: Iterable[Criterion], *entered: Mark | Link, ground: Ground | None = None
) -> Coverage:
    return coverage_of(sheet_of(nodes, entered), ground or Ground(KNOWN, 2022))


def one(*entered: Mark | Link, ground: Ground | None = None) -> LeafProof:
    (found,) = covered([leaf("1", "1"), leaf("1.1")], *entered, ground=ground).leaves
    return found


def test_points_stand_on_one_sound_document_or_on_an_explanation() -> None:
    assert one(link(GOOD), link(LATE)).proof is Proof.DOCUMENTS
    assert one(mark(explanation="vì")).proof is Proof.EXPLAINED
    assert one(link(LATE), mark(explanation="vì")).proof is Proof.EXPLAINED
    assert one().proof is Proof.MISSING


def test_documents_that_prove_nothing_are_named_with_the_reason() -> None:
    found = one(link(LATE), link(GOOD), ground=Ground(KNOWN, 2022, {"d" * 64: TextFault.LOCKED}))
    assert found.proof is Proof.REVIEW
    assert set(found.flaws) == {Flawed(LATE, Flaw.OUT_OF_YEAR), Flawed(GOOD, Flaw.UNREADABLE)}


def test_a_program_that_bears_the_name_of_a_document_proves_nothing() -> None:
    found = one(link(GOOD), ground=Ground(KNOWN, 2022, {"d" * 64: TextFault.PROGRAM}))
    assert (found.proof, found.flaws) == (Proof.REVIEW, (Flawed(GOOD, Flaw.UNREADABLE),))
    assert unreadable("program") == "là chương trình"


def test_a_document_stands_only_when_its_annexes_can_be_read_too() -> None:
    annex = DocumentFile("f", "d", "1", "phu-luc.xlsx", "f" * 64, 1, ADDED)
    damaged = Ground(KNOWN, 2022, {"f" * 64: TextFault.DAMAGED}, files={"d": (annex,)})
    found = one(link(GOOD), ground=damaged)
    assert found.proof is Proof.REVIEW
    assert [each.title for each in found.flaws] == ["d.pdf (tệp kèm phu-luc.xlsx)"]
    scan = Ground(KNOWN, 2022, {"f" * 64: TextFault.NO_TEXT}, files={"d": (annex,)})
    assert one(link(GOOD), ground=scan).proof is Proof.DOCUMENTS


def test_an_explanation_that_was_asked_for_stays_open_though_the_points_stand() -> None:
    found = one(link(GOOD), mark(explanation_requested=True))
    assert (found.proof, found.is_asked, found.is_open) == (Proof.DOCUMENTS, True, True)
    answered = one(link(GOOD), mark(explanation_requested=True, explanation="vì"))
    assert not answered.is_open


def test_surveys_and_what_is_not_split_are_no_part_of_the_denominator() -> None:
    nodes = [
        leaf("1", "10"), leaf("1.1", "2"), leaf("1.2", "3", rule=Survey()),
        leaf("1.3", None, is_balancing=True),
    ]  # fmt: skip
    total = covered(nodes, link(GOOD)).total
    assert (total.standing, total.in_question, total.uncounted) == (D(2), D(2), D(8))
    hung = covered(nodes, link(GOOD), link(GOOD, "1.3")).total
    assert (hung.standing, hung.in_question, hung.uncounted) == (D(7), D(7), D(3))
    ground = Ground(KNOWN, 2022, splits_none=False)
    strict = covered(nodes, link(GOOD), link(GOOD, "1.3"), ground=ground).total
    assert (strict.standing, strict.uncounted) == (D(2), D(8))


def test_what_does_not_apply_is_left_out() -> None:
    nodes = [leaf("1", "3"), leaf("1.1", "1"), leaf("1.2", "2")]
    found = covered(nodes, link(GOOD), mark("1.2", not_applicable=True))
    assert (found.total.whole, found.total.standing) == (D(1), D(1))


def test_a_claimed_bonus_without_evidence_is_to_be_done_but_is_no_part_of_the_sums() -> None:
    nodes = [leaf("1"), leaf("1.1"), leaf("2", "2", effect=Effect.BONUS)]
    claimed = covered(nodes, link(GOOD), mark("2", Round.FIRST, points=D("0.5")))
    assert [(each.criterion.id, each.points) for each in claimed.open_leaves] == [("2", D("0.5"))]
    assert claimed.total.whole == D(1)
    assert not covered(nodes, link(GOOD)).open_leaves


def test_an_unknown_maximum_is_part_of_what_is_not_split() -> None:
    nodes = [leaf("1", "5"), leaf("1.1", "2"), leaf("1.2", None)]
    found = covered(nodes, link(GOOD)).total
    assert (found.standing, found.of(Proof.UNSPLIT), found.whole) == (D(2), D(3), D(5))


PROOFS = st.sampled_from(["good", "late", "words", "none"])


@given(st.lists(st.tuples(st.integers(0, 40), PROOFS), min_size=1, max_size=8))
def test_every_point_is_counted_once(drawn: list[tuple[int, str]]) -> None:
    nodes: list[Criterion] = []
    entered: list[Mark | Link] = []
    for place, (quarters, proof) in enumerate(drawn, 1):
        area, code = f"{place % 3}", f"{place % 3}.{place}"
        nodes += [leaf(area, None)] if not any(n.id == area for n in nodes) else []
        nodes.append(leaf(code, str(D(quarters) / 4)))
        entered += [link(GOOD, code)] if proof == "good" else []
        entered += [link(LATE, code)] if proof == "late" else []
        entered += [mark(code, explanation="vì")] if proof == "words" else []
    found = covered(nodes, *entered)
    whole = sum((D(quarters) / 4 for quarters, _ in drawn), D(0))
    assert found.total.whole == whole == sum((sums.whole for _, sums in found.areas), D(0))
    standing = sum((D(q) / 4 for q, proof in drawn if proof in {"good", "words"}), D(0))
    assert found.total.standing == standing


def test_scored_points_on_documents_of_other_years_alone_are_a_finding() -> None:
    nodes = [leaf("1"), leaf("1.1")]
    scored = mark("1.1", Round.FIRST, points=D(1))
    ground = Ground(KNOWN, 2022)
    (found,) = unsound_findings(sheet_of(nodes, [scored, link(LATE)]), ground)
    assert (found.kind, found.criterion) == (FindingKind.EVIDENCE_OUT_OF_YEAR, "1.1")
    assert found.sentence == "1.1: tài liệu duy nhất ngoài năm 2022, chưa có giải trình."
    silent: tuple[tuple[Mark | Link, ...], ...] = (
        (scored,),
        (link(LATE),),
        (scored, link(LATE), link(GOOD)),
        (scored, link(LATE), mark(explanation="vì")),
    )
    for entered in silent:
        assert not list(unsound_findings(sheet_of(nodes, entered), ground))


def test_scored_points_on_damaged_documents_alone_are_a_finding_that_names_them() -> None:
    nodes = [leaf("1"), leaf("1.1")]
    entered = (mark("1.1", Round.FIRST, points=D(1)), link(LATE), link(GOOD))
    ground = Ground(KNOWN, 2022, {"d" * 64: TextFault.DAMAGED})
    (found,) = unsound_findings(sheet_of(nodes, entered), ground)
    assert (found.kind, found.criterion) == (FindingKind.EVIDENCE_UNREADABLE, "1.1")
    assert found.sentence == (
        "1.1: d.pdf hỏng hoặc không đọc được; e.pdf ngoài năm 2022; chưa có giải trình."
    )
    assert not list(unsound_findings(sheet_of(nodes, [*entered, mark(explanation="vì")]), ground))


def test_how_balancing_nodes_count_is_a_setting() -> None:
    session = sample_session()
    assert counts_unsplit(session.state.rows["setting"], ASSESSMENT)
    for counts in (False, True):
        session.run(CountUnsplit(ASSESSMENT, counts=counts))
        assert counts_unsplit(session.state.rows["setting"], ASSESSMENT) is counts
