"""What differs between two sets: matched by code and name, told in order."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.commands.sets import CopyAssessment
from cchc_desktop.domain.criteria import CriteriaTree, Criterion
from cchc_desktop.domain.rules.manual import Manual
from cchc_desktop.domain.rules.ratio import Ratio
from cchc_desktop.domain.set_difference import (
    Difference,
    DifferenceRow,
    Other,
    counts,
    difference,
)
from cchc_desktop.wording import set_difference as words
from tests.sample_session import ASSESSMENT, sample_session

D = Decimal
Rows = tuple[DifferenceRow, ...]


def tree(prefix: str, *rows: tuple[str, str, str, str | None]) -> CriteriaTree:
    """Return a set of (code, parent's code, name, maximum)."""
    return CriteriaTree(
        Criterion(
            id=f"{prefix}{code}", assessment=prefix, parent=f"{prefix}{parent}" if parent else "",
            order=f"{place:03}", code=code, name=name,
            maximum=None if most is None else D(most), rule=Manual(),
        )
        for place, (code, parent, name, most) in enumerate(rows)
    )  # fmt: skip


OLD = tree("o", ("6", "", "Tài chính", "8"), ("6.1", "6", "Thực hiện", "3"),
           ("6.2", "6", "Giải ngân", "3"), ("6.3", "6", "Công khai", "2"),
           ("7", "", "Số", "14"), ("7.1", "7", "Văn bản", "14"))  # fmt: skip
NEW = tree("n", ("6", "", "Tài chính", "6.5"), ("6.1", "6", "Thực hiện", "3"),
           ("6.2", "6", "Công khai", "2.5"), ("6.3", "6", "Kiến nghị", "1"),
           ("7", "", "Số", "14"), ("7.1", "7", "Văn bản điện tử", "14"))  # fmt: skip


def told(rows: Rows) -> list[tuple[str, str, set[str]]]:
    return [
        (r.old.code if r.old else "", r.new.code if r.new else "", {str(k) for k in r.found})
        for r in rows
    ]


def test_nodes_are_followed_over_new_codes_and_gone_ones_stand_where_they_stood() -> None:
    rows = difference(OLD, NEW)
    assert told(rows) == [
        ("6", "6", {"maximum"}),
        ("6.1", "6.1", set()),
        ("6.2", "", {"gone"}),
        ("6.3", "6.2", {"maximum", "other"}),
        ("", "6.3", {"added"}),
        ("7", "7", set()),
        ("7.1", "7.1", {"other"}),
    ]
    assert [row.change for row in rows] == [D("-1.5"), 0, -3, D("0.5"), 1, 0, 0]
    assert [row.depth for row in rows] == [0, 1, 1, 1, 1, 0, 1]
    assert rows[3].others == (Other.CODE,)
    assert rows[6].others == (Other.NAME,)
    assert counts(rows) == {None: 1, "gone": 1, "maximum": 1, "other": 2, "added": 1}


def test_a_branch_that_goes_takes_its_children_along() -> None:
    rows = difference(OLD, tree("n", ("6", "", "Tài chính", "8")))
    assert [each[0] for each in told(rows)] == ["6", "6.1", "6.2", "6.3", "7", "7.1"]
    assert [row.depth for row in rows] == [0, 1, 1, 1, 0, 1]
    assert rows[0].is_branch
    assert rows[4].is_branch


def test_a_node_that_moved_is_told_at_its_new_place() -> None:
    new = tree("n", ("6", "", "Tài chính", "8"), ("7", "", "Số", "14"),
               ("7.2", "7", "Giải ngân", "3"))  # fmt: skip
    row = next(row for row in difference(OLD, new) if row.new and row.new.code == "7.2")
    assert Other.PLACE in row.others
    assert row.old is not None
    assert row.old.code == "6.2"


def test_rules_and_unknown_maxima_are_compared() -> None:
    old = tree("o", ("1", "", "Một", None))
    (node,) = old.nodes.values()
    other = CriteriaTree([Criterion("n1", "n", "", "a", "1", "Một", rule=Ratio())])
    (row,) = difference(old, other)
    assert row.found == {Difference.RULE}
    assert row.change is None
    with pytest.raises(ValueError, match="holds a node"):
        _ = DifferenceRow(None, None, 0, False, (None, None), frozenset()).key  # noqa: FBT003
    assert node.id == "o1"


def test_a_copied_set_does_not_differ() -> None:
    session = sample_session()
    copy = CopyAssessment(ASSESSMENT, 2023)
    session.run(copy)
    rows = difference(session.state.tree(ASSESSMENT), session.state.tree(copy.id))
    assert len(rows) == 31
    assert not any(row.found for row in rows)
    assert counts(rows) == {None: 21}


NAMES = st.sampled_from(["Một", "Hai", "Ba", "Bốn"])
SETS = st.lists(st.tuples(NAMES, st.integers(0, 5)), max_size=7)


def set_of(prefix: str, rows: list[tuple[str, int]]) -> CriteriaTree:
    nodes = []
    for place, (name, above) in enumerate(rows):
        parent = f"{above}" if above < place else ""
        nodes.append((f"{place}", parent, name, "1"))
    return tree(prefix, *nodes)


@given(SETS, SETS)
def test_every_node_of_both_sets_is_told_once(
    first: list[tuple[str, int]], second: list[tuple[str, int]]
) -> None:
    old, new = set_of("o", first), set_of("n", second)
    rows = difference(old, new)
    assert sorted(r.old.id for r in rows if r.old) == sorted(old.nodes)
    assert [r.new.id for r in rows if r.new] == [node.id for node, _ in new.walk]


def test_required_evidence_and_a_last_day_differ_by_name_and_the_day_moves_with_the_year() -> None:
    def with_duty(evidence: str, due: date) -> CriteriaTree:
        node = Criterion("n", "s", "", "a", "1", "Một", evidence_required=evidence, due=due)
        return CriteriaTree([node])

    old = with_duty("Kế hoạch", date(2022, 12, 31))
    (same,) = difference(old, with_duty("Kế hoạch", date(2023, 12, 31)))
    (other,) = difference(old, with_duty("Quyết định", date(2023, 11, 30)))
    assert same.found == frozenset()
    assert other.others == (Other.EVIDENCE, Other.DUE)
    assert words.others(other.others) == "đổi tài liệu phải có, hạn"


def test_differences_are_said_in_words() -> None:
    assert words.gone(19) == "bỏ, 19 đơn vị đã có điểm"
    assert words.gone(0) == "bỏ"
    assert words.maximum(D(1)) == "tối đa tăng"
    assert words.maximum(D(-1)) == "tối đa giảm"
    assert words.maximum(None) == "đổi tối đa"
    assert words.rule("Theo mức", "Tỷ lệ b ÷ a") == "theo mức → tỷ lệ b ÷ a"
    assert words.rule("Theo mức", "Theo mức") == "đổi tham số theo mức"
    assert words.others(("code", "place")) == "đổi mã, chỗ"
    assert words.change(D("0.5")) == "+0,5"
    assert words.change(None) == "?"
    assert words.fits(D(90), D(100)) == "còn thiếu 10 điểm"
    assert words.fits(D(110), D(100)) == "vượt 10 điểm"
    assert "chưa có điểm tối đa" in words.fits(None, D(100))
