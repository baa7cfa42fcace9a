"""Editing the set: what each command changes, what it refuses, what it takes along."""

from decimal import Decimal

import pytest

from cchc_desktop.commands.base import Command
from cchc_desktop.commands.criteria import (
    AddCriterion,
    MoveCriterion,
    RecodeCriterion,
    RemoveCriterion,
    RenameCriterion,
    SetMaximum,
    SetRounding,
    SetRule,
    SplitBalancing,
    next_code,
)
from cchc_desktop.commands.criterion_info import EditCriterion
from cchc_desktop.commands.evidence import AttachDocument, Content
from cchc_desktop.commands.losses import AddDeduction
from cchc_desktop.commands.marks import SetPoints
from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.criteria import ROOT, CriteriaTree, Criterion
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.marks import Method, Round
from cchc_desktop.domain.points import Rounding, RoundingMode
from cchc_desktop.domain.rules.levels import Levels
from cchc_desktop.domain.rules.manual import Manual
from cchc_desktop.domain.rules.ratio import Ratio
from cchc_desktop.domain.rules.total import Total
from cchc_desktop.session import Session
from tests.sample_session import (
    ASSESSMENT,
    SHEET,
    fixed_clock,
    node,
    place,
    sample_session,
)

D = Decimal


@pytest.fixture
def session() -> Session:
    return sample_session()


def tree_of(session: Session) -> CriteriaTree:
    return session.state.tree(ASSESSMENT)


def codes(session: Session, parent: str) -> list[str]:
    tree = tree_of(session)
    return [tree[child].code for child in tree.children_of(parent)]


def at(session: Session, code: str) -> Criterion:
    return tree_of(session)[node(code)]


def total(session: Session) -> Decimal | None:
    return session.scores(SHEET, Round.FIRST).total.points


def refusal(session: Session, command: Command) -> str:
    before = session.state
    with pytest.raises(CchcError) as caught:
        session.run(command)
    assert session.state is before
    assert caught.value.hint
    return caught.value.sentence


def test_a_new_criterion_stands_last_with_the_next_free_code(session: Session) -> None:
    session.run(AddCriterion(ASSESSMENT, node("7"), "  Tiêu   chí  mới ", maximum=D("0.5"), id="n"))
    made = tree_of(session)["n"]
    assert (made.code, made.name, made.maximum) == ("7.4", "Tiêu chí mới", D("0.5"))
    assert codes(session, node("7")) == ["7.1", "7.2", "7.3", "7.9", "7.4"]


def test_a_new_criterion_can_stand_before_a_sibling(session: Session) -> None:
    session.run(AddCriterion(ASSESSMENT, node("7"), "x", "7.a", before=node("7.1"), id="n"))
    assert codes(session, node("7"))[0] == "7.a"
    session.run(AddCriterion(ASSESSMENT, node("7"), "y", "7.b", before=node("7.3")))
    assert codes(session, node("7")) == ["7.a", "7.1", "7.2", "7.b", "7.3", "7.9"]


def test_a_new_area_gets_the_next_whole_number(session: Session) -> None:
    session.run(AddCriterion(ASSESSMENT, ROOT, "Lĩnh vực 9", id="n"))
    assert tree_of(session)["n"].code == "9"
    assert next_code(tree_of(session), ROOT) == "10"


def test_a_scored_leaf_that_gets_a_child_gives_up_its_own_marks(session: Session) -> None:
    session.run(AddDeduction(place("7.3"), "chậm", D("0.1")))
    before = total(session)
    session.run(AddCriterion(ASSESSMENT, node("7.3"), "con"))
    cell = session.state.cell(SHEET)
    assert cell.mark(node("7.3"), Round.FIRST) is None
    assert (node("7.3"), Round.FIRST) not in cell.deductions
    assert at(session, "7.3").rule == Manual()
    session.undo()
    assert total(session) == before
    assert isinstance(at(session, "7.3").rule, Ratio)


def test_a_balancing_node_that_gets_a_child_keeps_its_derived_maximum(session: Session) -> None:
    session.run(AddCriterion(ASSESSMENT, node("4.9"), "con"))
    rest = at(session, "4.9")
    assert not rest.is_balancing
    assert rest.maximum == D("10.5")


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (AddCriterion("không có", ROOT, "x"), "không còn trong hồ sơ"),
        (AddCriterion(ASSESSMENT, "không có", "x"), "không còn trong bộ tiêu chí"),
        (AddCriterion(ASSESSMENT, ROOT, "  "), "không được để trống"),
        (AddCriterion(ASSESSMENT, ROOT, "x", maximum=D(-1)), "nhỏ hơn 0"),
        (AddCriterion(ASSESSMENT, ROOT, "x", "7.3"), "Mã 7.3 đã dùng cho"),
        (RenameCriterion(node("7.3"), " "), "không được để trống"),
        (RenameCriterion("không có", "x"), "không còn"),
        (RecodeCriterion(node("7.3"), " "), "Mã tiêu chí không được để trống"),
        (RecodeCriterion(node("7.3"), "7.1"), "Mã 7.1 đã dùng cho"),
        (RecodeCriterion("không có", "1"), "không còn"),
        (EditCriterion(node("7.3"), "7.3", ""), "không được để trống"),
        (EditCriterion(node("7.3"), "7.1", "x"), "Mã 7.1 đã dùng cho"),
        (EditCriterion("không có", "1", "x"), "không còn"),
        (SetMaximum(node("7.3"), D(-1)), "nhỏ hơn 0"),
        (SetMaximum(node("7.9"), D(1)), "được suy ra"),
        (SetMaximum("không có", D(1)), "không còn"),
        (SetRule(node("7"), Manual()), "luôn được chấm bằng tổng"),
        (SetRule(node("7.3"), Total()), "cần có tiêu chí con"),
        (SetRule(node("7.3"), Levels()), "Chưa có mức nào"),
        (SetRule(node("7.3"), Ratio(base=D(2))), "Mức nền nằm ngoài"),
        (SetRule("không có", Manual()), "không còn"),
        (SetRounding("không có", Rounding()), "không còn"),
        (MoveCriterion("không có", ROOT), "không còn"),
        (MoveCriterion(node("7.3"), "không có"), "không còn"),
        (MoveCriterion(node("7"), node("7.3")), "bên trong chính nó"),
        (MoveCriterion(node("7"), node("7")), "bên trong chính nó"),
        (RemoveCriterion("không có"), "không còn"),
        (SplitBalancing("không có", "x", D(1)), "không còn"),
        (SplitBalancing(node("7.3"), "x", D(1)), "Chỉ tách được từ phần chưa tách"),
        (SplitBalancing(node("7.9"), "x", D(11)), "không nằm trong phần chưa tách 10"),
        (SplitBalancing(node("7.9"), "x", D(0)), "không nằm trong phần chưa tách 10"),
        (SplitBalancing(node("7.9"), " ", D(1)), "không được để trống"),
    ],
)
def test_what_cannot_be_is_refused_with_a_hint(
    session: Session, command: Command, words: str
) -> None:
    assert words in refusal(session, command)


def test_a_balancing_node_of_an_unknown_whole_cannot_be_split(session: Session) -> None:
    session.run(SetMaximum(node("7"), None))
    words = refusal(session, SplitBalancing(node("7.9"), "x", D(1)))
    assert "Chỉ tách được" in words


def test_names_and_codes_change_alone(session: Session) -> None:
    session.run(RenameCriterion(node("7.3"), " Hồ  sơ "))
    session.run(RecodeCriterion(node("7.3"), "7.3a"))
    found = tree_of(session)[node("7.3")]
    assert (found.name, found.code) == ("Hồ sơ", "7.3a")
    assert not session.run(RecodeCriterion(node("7.3"), "7.3a"))


def test_an_edit_gives_all_texts_and_makes_missing_agencies(session: Session) -> None:
    known = len(session.state.agencies)
    session.run(
        EditCriterion(
            node("7.3"), "7.3", "Tên", "Ngắn", "Điều 1", " dòng 1\ndòng 2 ", "ghi chú",
            Method.CITIZENS_SURVEY, ("Sở Thông tin và Truyền thông", "Sở Mới", " sở  mới ", ""),
        )
    )  # fmt: skip
    found = tree_of(session)[node("7.3")]
    assert (found.short_name, found.legal_basis) == ("Ngắn", "Điều 1")
    assert found.guidance == "dòng 1\ndòng 2"
    assert found.method is Method.CITIZENS_SURVEY
    names = [session.state.agencies[each].name for each in found.agencies]
    assert names == ["Sở Thông tin và Truyền thông", "Sở Mới"]
    assert len(session.state.agencies) == known + 1
    session.undo()
    assert len(session.state.agencies) == known
    assert tree_of(session)[node("7.3")].name == "Hồ sơ giải quyết trực tuyến toàn trình"


def test_a_maximum_is_live_in_the_scores(session: Session) -> None:
    session.run(SetMaximum(node("7.3"), D("3")))
    points = session.scores(SHEET, Round.FIRST)[node("7.3")].points
    assert points is not None
    assert abs(points - 3 * D(94385) / D(153273)) < D("1e-19")


def test_a_maximum_under_typed_points_is_refused(session: Session) -> None:
    session.run(SetRule(node("7.3"), Manual()))
    session.run(SetPoints(place("7.3"), D("1.5")))
    words = refusal(session, SetMaximum(node("7.3"), D(1)))
    assert words == "Tiêu chí 7.3 của Tỉnh Hải Dương đang có 1,5 điểm, quá tối đa mới 1."


def test_a_smaller_rest_than_its_typed_points_is_refused(session: Session) -> None:
    session.run(SetRule(node("7.9"), Manual()))
    session.run(SetPoints(place("7.9"), D(10)))
    assert "7.9" in refusal(session, SetMaximum(node("7.3"), D(2)))
    assert "7.9" in refusal(session, SplitBalancing(node("7.9"), "x", D(1)))


def test_a_maximum_can_be_taken_away(session: Session) -> None:
    session.run(SetMaximum(node("7.3"), None))
    assert tree_of(session).maxima[node("7.3")] is None


def test_a_rule_changes_and_the_marks_stay(session: Session) -> None:
    mark = session.state.cell(SHEET).mark(node("7.3"), Round.FIRST)
    session.run(SetRule(node("7.3"), Ratio(full_at=D(60))))
    assert session.state.cell(SHEET).mark(node("7.3"), Round.FIRST) == mark
    assert session.scores(SHEET, Round.FIRST)[node("7.3")].points == D("1.5")


def test_a_rounding_is_live_in_the_scores(session: Session) -> None:
    session.run(SetRounding(node("7.3"), Rounding(RoundingMode.TRUNCATE, 2)))
    assert session.scores(SHEET, Round.FIRST)[node("7.3")].points == D("0.92")


def test_a_move_among_siblings_changes_one_row(session: Session) -> None:
    command = MoveCriterion(node("7.3"), node("7"), node("7.1"))
    assert {change.key for change in command.plan(session.state).changes} == {node("7.3")}
    session.run(command)
    assert codes(session, node("7")) == ["7.3", "7.1", "7.2", "7.9"]
    session.run(MoveCriterion(node("7.3"), node("7")))
    assert codes(session, node("7")) == ["7.1", "7.2", "7.9", "7.3"]


def test_a_move_below_a_leaf_makes_the_leaf_a_sum(session: Session) -> None:
    session.run(MoveCriterion(node("7.1"), node("7.3")))
    tree = tree_of(session)
    assert tree.is_branch(node("7.3"))
    assert session.state.cell(SHEET).mark(node("7.3"), Round.FIRST) is None
    assert session.state.cell(SHEET).mark(node("7.1"), Round.FIRST) is not None


def test_a_move_to_the_top_makes_an_area(session: Session) -> None:
    session.run(MoveCriterion(node("8.1"), ROOT, node("1")))
    assert tree_of(session).children_of(ROOT)[0] == node("8.1")
    assert codes(session, node("8.1")) == ["8.1.1", "8.1.2", "8.1.3"]


def test_no_set_is_deeper_than_twelve_levels(session: Session) -> None:
    parent = node("7.3")
    for depth in range(3, 13):
        session.run(AddCriterion(ASSESSMENT, parent, "x", id=f"d{depth}"))
        parent = f"d{depth}"
    words = "Bộ tiêu chí chỉ có tối đa 12 cấp."
    assert refusal(session, AddCriterion(ASSESSMENT, parent, "x")) == words
    assert refusal(session, MoveCriterion(node("7.1"), parent)) == words
    assert refusal(session, MoveCriterion(node("7"), node("8"))) == words


def test_a_removal_takes_all_that_was_entered_there_and_undo_brings_it_back(
    session: Session,
) -> None:
    session.run(AddDeduction(place("7.3"), "chậm", D("0.1")))
    before, points = session.state, total(session)
    session.run(RemoveCriterion(node("7")))
    assert node("7.3") not in tree_of(session)
    cell = session.state.cell(SHEET)
    assert all(r.criterion in tree_of(session) for r in cell.records["mark"].values())
    assert all(r.criterion in tree_of(session) for r in cell.records["deduction"].values())
    session.undo()
    assert total(session) == points
    assert session.state.criteria == before.criteria


def test_a_split_takes_its_points_from_the_rest(session: Session) -> None:
    session.run(SplitBalancing(node("7.9"), "Cổng dịch vụ công", D("2.5"), id="n"))
    tree = tree_of(session)
    assert codes(session, node("7")) == ["7.1", "7.2", "7.3", "7.4", "7.9"]
    assert tree.maxima[node("7.9")] == D("7.5")
    assert tree.maxima[node("7")] == D("13.5")


@pytest.mark.parametrize(
    ("command", "title"),
    [
        (AddCriterion(ASSESSMENT, ROOT, " Một  hai "), "thêm tiêu chí “Một hai”"),
        (EditCriterion("x", "1", "Tên"), "sửa tiêu chí “Tên”"),
        (RenameCriterion("x", "Tên"), "đổi tên thành “Tên”"),
        (RecodeCriterion("x", " 7.4 "), "đổi mã thành 7.4"),
        (SetMaximum("x", D("1.5")), "đặt điểm tối đa 1,5"),
        (SetMaximum("x", None), "bỏ điểm tối đa"),
        (SetRule("x", Manual()), "đổi cách chấm"),
        (SetRounding("x", Rounding()), "đổi cách làm tròn"),
        (MoveCriterion("x", ROOT), "chuyển chỗ tiêu chí"),
        (RemoveCriterion("x"), "xóa tiêu chí"),
        (SplitBalancing("x", "Tên", D(1)), "tách tiêu chí “Tên”"),
    ],
)
def test_every_step_says_what_it_does(command: Command, title: str) -> None:
    assert command.title == title


def test_an_edit_that_changes_nothing_is_no_step(session: Session) -> None:
    assert SetMaximum(node("7.3"), D("1.5")).plan(session.state) == ChangeSet()
    assert not session.run(SetMaximum(node("7.3"), D("1.50")))


def test_a_removal_leaves_its_documents_in_the_register(session: Session) -> None:
    own, shared = Content("riêng.pdf", "a" * 64, 1), Content("chung.pdf", "b" * 64, 1)
    for code, content in (("7.3", own), ("7.3", shared), ("2.9", shared)):
        session.run(AttachDocument(SHEET, node(code), content, fixed_clock()))
    before = session.state
    session.run(RemoveCriterion(node("7.3")))
    assert session.state.documents == before.documents
    assert set(session.state.cell(SHEET).links) == {node("2.9")}
    session.undo()
    assert session.state.cell(SHEET).records == before.cell(SHEET).records


@pytest.mark.parametrize("before", ["7.1", "7.2"])
def test_a_criterion_put_where_it_stands_is_no_step(session: Session, before: str) -> None:
    assert not session.run(MoveCriterion(node("7.1"), node("7"), node(before)))
    assert not session.run(MoveCriterion(node("7.9"), node("7")))
    assert session.run(MoveCriterion(node("7.1"), node("7")))
    assert codes(session, node("7"))[-1] == "7.1"
