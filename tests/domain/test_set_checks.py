"""A set by itself: sums that fit, what is left to share out, rules that stay open."""

from dataclasses import replace
from decimal import Decimal

import pytest

from cchc_desktop.domain.criteria import ROOT, CriteriaTree, Criterion
from cchc_desktop.domain.rules import Rule
from cchc_desktop.domain.rules.bands import Band, Bands
from cchc_desktop.domain.rules.by_formula import ByFormula, FormulaFigure
from cchc_desktop.domain.rules.levels import Levels, ScoreLevel
from cchc_desktop.domain.rules.manual import Manual
from cchc_desktop.domain.rules.ratio import Between, Ratio
from cchc_desktop.domain.set_checks import (
    Weight,
    areas_total,
    children_total,
    findings_of,
    left_to_share,
)
from cchc_desktop.wording.set_checks import areas_sum, shared_out
from tests.sample_session import ASSESSMENT, node, sample_session

D = Decimal
WHOLE = Criterion("1", "a", ROOT, "i", "1", "Lĩnh vực", maximum=D(3))
PART = Criterion("1.1", "a", "1", "i", "1.1", "Một", maximum=D(1))
REST = Criterion("1.9", "a", "1", "z", "1.9", "Còn lại", is_balancing=True)


def tree(*nodes: Criterion) -> CriteriaTree:
    return CriteriaTree((WHOLE, *nodes))


def sentences(found: CriteriaTree, node_id: str) -> list[tuple[Weight, str]]:
    return [(finding.weight, finding.sentence) for finding in findings_of(found, node_id)]


def test_the_sample_adds_up_and_names_its_open_rules() -> None:
    found = sample_session().state.tree(ASSESSMENT)
    assert areas_total(found) == D(100)
    open_nodes = {n.code for n, _ in found.walk if findings_of(found, n.id)}
    assert open_nodes == {"1.2", "8.1.2", "8.1.3"}
    assert left_to_share(found, node("7")) == D(0)


@pytest.mark.parametrize(
    ("part", "left", "words"),
    [
        (D(3), D(0), []),
        (D(1), D(2), ["Các mục con của 1 cộng còn thiếu 2 so với 3 điểm."]),
        (D("3.5"), D("-0.5"), ["Các mục con của 1 cộng vượt 0,5 so với 3 điểm."]),
        (None, None, []),
    ],
)
def test_a_branch_that_does_not_add_up_says_so(
    part: Decimal | None, left: Decimal | None, words: list[str]
) -> None:
    found = tree(replace(PART, maximum=part))
    assert left_to_share(found, "1") == left
    assert [sentence for _, sentence in sentences(found, "1")] == words


def test_a_rest_closes_the_sum_until_the_others_exceed_it() -> None:
    assert left_to_share(tree(PART, REST), "1") == D(0)
    over = tree(replace(PART, maximum=D(4)), REST)
    assert left_to_share(over, "1") == D(-1)
    unknown = tree(replace(PART, maximum=None), REST)
    assert left_to_share(unknown, "1") == D(0)


def test_a_branch_without_a_known_maximum_has_nothing_to_share() -> None:
    found = CriteriaTree((replace(WHOLE, maximum=None), replace(PART, maximum=None)))
    assert left_to_share(found, "1") is None
    assert children_total(found, "1") is None
    assert areas_total(found) is None
    assert findings_of(found, "1") == ()


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (Manual(), []),
        (Levels((ScoreLevel("k", "Mức", D(1)),), is_complete=True), []),
        (Levels((ScoreLevel("k", "Mức", D(1)),)), [Weight.OPEN]),
        (Levels(is_complete=True), [Weight.WRONG]),
        (Bands(bands=(Band(D(1)),)), [Weight.OPEN]),
        (Ratio(), []),
        (Ratio(between=Between.UNKNOWN), [Weight.OPEN]),
        (ByFormula("1", (FormulaFigure("x", "Số"),)), [Weight.OPEN]),
        (Ratio(base=D(2), between=Between.UNKNOWN), [Weight.WRONG, Weight.OPEN]),
    ],
)
def test_a_rule_with_faults_or_open_cases_is_found(rule: Rule, expected: list[Weight]) -> None:
    found = tree(replace(PART, rule=rule))
    assert [weight for weight, _ in sentences(found, "1.1")] == expected


def test_an_unknown_maximum_of_a_leaf_is_open() -> None:
    found = tree(replace(PART, maximum=None))
    assert sentences(found, "1.1") == [(Weight.OPEN, "Chưa biết điểm tối đa.")]


def test_the_words_of_a_sum_name_the_difference() -> None:
    assert areas_sum(8, D(100), D(100)) == "Cộng 8 lĩnh vực, khớp 100 điểm của bộ"
    assert areas_sum(8, D("97.5"), D(100)).endswith("còn thiếu 2,5 để đủ 100 điểm")
    assert areas_sum(8, D(103), D(100)).endswith("vượt 3 so với 100 điểm")
    assert areas_sum(8, None, D(100)).endswith("còn lĩnh vực chưa có điểm tối đa")
    assert shared_out("7", D(3), D(0)) == "7: 3 đã chia hết"
    assert shared_out("7", D(3), D("0.5")) == "7: 3, còn 0,5"
    assert shared_out("7", D(3), D("-0.5")) == "7: 3, vượt 0,5"
    assert shared_out("7", D(3), None) == "7: 3, còn mục chưa biết điểm tối đa"
