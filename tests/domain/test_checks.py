"""Rà soát: every kind of finding, where it stands and where it does not."""

from dataclasses import replace
from decimal import Decimal

import pytest

from cchc_desktop.domain.cells import SheetCell
from cchc_desktop.domain.checks import Finding, FindingKind, coverage, findings, prints_as
from cchc_desktop.domain.criteria import CriteriaTree, Criterion
from cchc_desktop.domain.evidence import Link
from cchc_desktop.domain.fields import record_to_json
from cchc_desktop.domain.marks import Deduction, Figure, Mark, Method, Round
from cchc_desktop.domain.rules.deduction import DeductionRule
from cchc_desktop.domain.rules.ratio import Between, Ratio
from cchc_desktop.domain.rules.survey import Survey
from cchc_desktop.domain.scoring import Context, score
from cchc_desktop.domain.units import Published

D = Decimal
TABLE = {Mark: "mark", Deduction: "deduction", Link: "link", Published: "published"}
Entered = Mark | Deduction | Link | Published
YEAR = 2022


def leaf(code: str, maximum: str | None = "1", **fields: object) -> Criterion:
    base = Criterion(code, "a", code.rpartition(".")[0], code, code, code)
    stated = None if maximum is None else D(maximum)
    return replace(base, maximum=stated, **fields)  # type: ignore[arg-type]


def mark(code: str, in_round: Round = Round.FIRST, **fields: object) -> Mark:
    return replace(Mark("s", code, in_round), **fields)  # type: ignore[arg-type]


def found(nodes: list[Criterion], *entries: Entered) -> list[Finding]:
    cell = SheetCell((TABLE[type(e)], e.key, record_to_json(e)) for e in entries)
    return list(findings(score(CriteriaTree(nodes), cell, Context(Round.FIRST)), cell, YEAR))


def kinds(nodes: list[Criterion], *entries: Entered) -> list[FindingKind]:
    return [finding.kind for finding in found(nodes, *entries)]


LINK = Link("l", "s", "1", "d", "i")
LOST = mark("1", points=D("0.5"))
REASON = Deduction("r", "s", "1", Round.FIRST, "i", D("0.5"), "lý do")


def test_a_sound_sheet_has_no_finding() -> None:
    assert kinds([leaf("1")], LOST, LINK, REASON) == []
    assert kinds([leaf("1")]) == []


def test_a_loss_needs_a_reason_that_adds_up() -> None:
    assert kinds([leaf("1")], LOST, LINK) == [FindingKind.LOSS_WITHOUT_REASON]
    no_words = replace(REASON, reason="")
    assert kinds([leaf("1")], LOST, LINK, no_words) == [FindingKind.LOSS_WITHOUT_REASON]
    (short,) = found([leaf("1")], LOST, LINK, replace(REASON, amount=D("0.38")))
    assert short.kind is FindingKind.REASONS_NOT_CLOSED
    assert "cộng được 0,38, bị trừ 0,5" in short.sentence
    (over,) = found([leaf("1")], LOST, LINK, replace(REASON, amount=D("0.6")))
    assert "cộng được 0,6, bị trừ 0,5" in over.sentence
    assert kinds([leaf("1")], LOST, LINK, replace(REASON, amount=None)) == []


def test_points_need_evidence_or_an_explanation() -> None:
    full = mark("1", points=D(1))
    assert kinds([leaf("1")], full) == [FindingKind.EVIDENCE_MISSING]
    assert kinds([leaf("1")], full, mark("1", Round.SHEET, explanation="vì")) == []
    index = mark("1", Round.SHEET, figures={"index": Figure(D(100))})
    assert kinds([leaf("1", rule=Survey())], index) == []
    balancing = [leaf("1"), leaf("1.9", None, is_balancing=True)]
    assert kinds(balancing, mark("1.9", points=D(1))) == []


def test_an_explanation_that_was_asked_for_is_waited_for() -> None:
    asked = mark("1", Round.SHEET, explanation_requested=True)
    assert kinds([leaf("1")], asked) == [FindingKind.EXPLANATION_ASKED]
    assert kinds([leaf("1")], replace(asked, explanation="vì")) == []


def test_what_does_not_apply_is_left_alone() -> None:
    assert kinds([leaf("1")], LOST, mark("1", Round.SHEET, not_applicable=True)) == []


@pytest.mark.parametrize(
    ("rule", "part", "whole"),
    [(Ratio(), 9, 8), (Ratio(), 1, 0), (Ratio(zero_below=D(5), between=Between.UNKNOWN), 7, 8)],
)
def test_figures_that_give_no_points_are_told(rule: Ratio, part: int, whole: int) -> None:
    figures = {"numerator": Figure(D(part)), "denominator": Figure(D(whole))}
    (finding,) = found([leaf("1", rule=rule)], mark("1", figures=figures))
    assert finding.kind is FindingKind.FIGURES_REFUSED
    assert not finding.sentence.endswith("?.")


def test_points_outside_the_maximum_are_told() -> None:
    assert FindingKind.POINTS_OUTSIDE in kinds([leaf("1")], mark("1", points=D(2)), LINK)
    assert FindingKind.POINTS_OUTSIDE in kinds([leaf("1", None)], mark("1", points=D(-1)), LINK)


def test_a_set_that_does_not_add_up_is_told() -> None:
    nodes = [leaf("1", "3"), leaf("1.1"), leaf("1.2")]
    (finding,) = found(nodes)
    assert finding.kind is FindingKind.MAXIMA_DIFFER
    assert "cộng được 2 điểm, điểm tối đa ghi 3" in finding.sentence
    assert kinds([leaf("1", "3"), leaf("1.1", None), leaf("1.2", "2")]) == []
    assert kinds([leaf("1", "1"), leaf("1.1", None), leaf("1.2", "2")]) == [
        FindingKind.MAXIMA_DIFFER
    ]
    assert kinds([leaf("1", None), leaf("1.1", "1")]) == []
    assert kinds([leaf("1", rule=DeductionRule(per_fault=D(2)))]) == [FindingKind.RULE_FAULT]


def result(**fields: object) -> Published:
    return replace(Published("p", "s", "1", YEAR), **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"lost": "0.5"}, None),
        ({"lost": "0.6"}, "báo cáo in bị trừ 0,6, quy tắc cho 0,5: lệch 0,100"),
        ({"score": "0.4"}, "báo cáo in 0,4 điểm, tính lại được 0,5: lệch 0,100"),
        ({"score": "0.4", "year": 2021}, None),
        ({}, None),
    ],
)
def test_printed_figures_are_held_against_the_rules(
    fields: dict[str, object], expected: str | None
) -> None:
    findings_there = found([leaf("1")], LOST, LINK, REASON, result(**fields))
    sentences = [finding.sentence for finding in findings_there]
    if expected is None:
        assert sentences == []
    else:
        assert len(sentences) == 1
        assert expected in sentences[0]


def test_an_unscored_node_is_not_held_against_its_print() -> None:
    assert kinds([leaf("1")], result(lost="0.6")) == []


AREA = [leaf("1", "4"), leaf("1.1", "2", rule=Ratio(), method=Method.APPRAISAL), leaf("1.2", "2")]
THIRD = {"numerator": Figure(D(2)), "denominator": Figure(D(3))}


def subtotal(lost: str, listed_amount: str = "0.5", **fields: object) -> list[Finding]:
    heading = result(id="h", label="đề mục", lost=lost, **fields)
    listed = Deduction(
        "r", "s", "1.2", Round.FIRST, "i", D(listed_amount), "lý do", (), (),
        Method.OFFICIALS_SURVEY, "nhóm",
    )  # fmt: skip
    entries = (
        mark("1.1", figures=THIRD), mark("1.2", points=D("1.5")), listed, heading,
        Deduction("q", "s", "1.1", Round.FIRST, "i", None, "lý do"),
        result(id="p", criterion="1.1", lost="0.67"),
    )  # fmt: skip
    return [
        finding for finding in found(AREA, *entries) if finding.kind is FindingKind.SUBTOTAL_DIFFERS
    ]


@pytest.mark.parametrize("lost", ["1.17", "1.18", "1.2"])
def test_a_heading_that_rounding_explains_is_left_alone(lost: str) -> None:
    assert not subtotal(lost)


def test_a_heading_that_rounding_cannot_explain_is_told() -> None:
    (finding,) = subtotal("1.3")
    assert finding.criterion == "1"
    assert "cộng được 1,17, đề mục ghi 1,3; tính lại: 1,167" in finding.sentence


def test_a_heading_counts_its_own_method_or_category() -> None:
    assert not subtotal("0.67", method="appraisal")
    assert subtotal("0.75", method="appraisal")
    assert not subtotal("0.5", method="officials_survey")
    assert not subtotal("0.5", category="nhóm")
    assert not subtotal("0.9", category="nhóm khác")
    assert not subtotal("", category="nhóm")


def test_a_print_may_round_or_truncate() -> None:
    exact = D(7) / D(15)
    assert prints_as(exact, D("0.466"))
    assert prints_as(exact, D("0.467"))
    assert not prints_as(exact, D("0.468"))


def test_coverage_counts_what_needs_evidence() -> None:
    nodes = [leaf("1", "3"), leaf("1.1"), leaf("1.2", rule=Survey()), leaf("1.3")]
    entries: list[Entered] = [Link("l", "s", "1.1", "d", "i"), mark("1.3", points=D(1))]
    cell = SheetCell((TABLE[type(e)], e.key, record_to_json(e)) for e in entries)
    sheet = score(CriteriaTree(nodes), cell, Context(Round.FIRST))
    assert coverage(sheet, cell, "1") == (1, 2)
    assert coverage(sheet, cell, "1.1") == (1, 1)
    assert coverage(sheet, cell, "1.2") == (0, 0)
