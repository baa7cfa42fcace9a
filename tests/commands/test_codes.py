"""Codes and copies inside a set: numbered by place, doubled without marks, one step each."""

import pytest

from cchc_desktop.commands.codes import DuplicateCriterion, RenumberCriteria
from cchc_desktop.commands.criteria import AddCriterion, MoveCriterion, RecodeCriterion
from cchc_desktop.domain.criteria import ROOT
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.session import Session
from tests.sample_session import ASSESSMENT, node, sample_session


@pytest.fixture
def session() -> Session:
    return sample_session()


def codes(session: Session, parent: str = ROOT) -> list[str]:
    tree = session.state.tree(ASSESSMENT)
    return [tree[child].code for child in tree.children_of(parent)]


def test_a_set_in_order_keeps_every_code(session: Session) -> None:
    assert not RenumberCriteria(ASSESSMENT).plan(session.state).changes


def test_a_branch_is_numbered_by_place_and_the_rest_keeps_its_number(session: Session) -> None:
    session.run(MoveCriterion(node("7.3"), node("7"), node("7.1")))
    session.run(RenumberCriteria(ASSESSMENT, node("7")))
    assert codes(session, node("7")) == ["7.1", "7.2", "7.3", "7.9"]
    assert session.state.criteria[node("7.3")].code == "7.1"
    session.undo()
    assert codes(session, node("7")) == ["7.3", "7.1", "7.2", "7.9"]


def test_the_whole_set_is_numbered_from_the_areas_down(session: Session) -> None:
    session.run(MoveCriterion(node("8"), ROOT, node("1")))
    session.run(RenumberCriteria(ASSESSMENT))
    assert codes(session) == [str(number) for number in range(1, 9)]
    assert codes(session, node("8"))[0] == "1.1"
    deep = session.state.tree(ASSESSMENT).children_of(node("8"))[0]
    assert codes(session, deep)[0] == "1.1.1"


def test_a_rest_gives_way_where_a_sibling_takes_its_number(session: Session) -> None:
    for _ in range(6):
        session.run(AddCriterion(ASSESSMENT, node("7"), "Mới", before=node("7.9")))
    session.run(RenumberCriteria(ASSESSMENT, node("7")))
    assert codes(session, node("7"))[-2:] == ["7.9", "7.10"]


def test_a_code_that_stands_outside_of_the_branch_refuses_the_numbering(session: Session) -> None:
    session.run(RecodeCriterion(node("7.1"), "A"))
    session.run(RecodeCriterion(node("1.1"), "7.1"))
    with pytest.raises(CchcError, match=r"Mã 7\.1 đã dùng cho"):
        RenumberCriteria(ASSESSMENT, node("7")).plan(session.state)
    with pytest.raises(CchcError, match="không còn"):
        RenumberCriteria(ASSESSMENT, "gone").plan(session.state)


def test_a_copy_stands_after_its_branch_with_codes_of_its_own_and_no_marks(
    session: Session,
) -> None:
    command = DuplicateCriterion(node("8"))
    session.run(command)
    tree = session.state.tree(ASSESSMENT)
    assert codes(session)[-2:] == ["8", "9"]
    old, new = tree.below(node("8")), tree.below(command.id)
    assert [each.name for each in new] == [each.name for each in old]
    assert [each.rule for each in new] == [each.rule for each in old]
    assert [each.code for each in new] == [f"9{each.code[1:]}" for each in old]
    keys = {each.id for each in (tree[command.id], *new)}
    marks = [mark for sheet in session.state.sheets_of(ASSESSMENT)
             for mark in session.state.cell(sheet.id).marks.values()]  # fmt: skip
    assert not [mark for mark in marks if mark.criterion in keys]
    session.undo()
    assert codes(session)[-1] == "8"


def test_a_copy_takes_free_codes_where_others_have_those_of_its_place(session: Session) -> None:
    session.run(RecodeCriterion(node("1.1"), "9.1.1"))
    command = DuplicateCriterion(node("8"))
    session.run(command)
    found = [each.code for each in session.state.tree(ASSESSMENT).below(command.id)]
    assert "9.1.1" not in found
    assert len(set(found)) == len(found)


def test_a_copy_stands_between_its_branch_and_the_next(session: Session) -> None:
    session.run(DuplicateCriterion(node("8.2.1")))
    assert codes(session, node("8.2")) == ["8.2.1", "8.2.6", "8.2.2", "8.2.3", "8.2.4", "8.2.5"]


def test_a_copy_that_takes_from_a_part_already_scored_is_refused(session: Session) -> None:
    with pytest.raises(CchcError, match=r"1\.9 .* quá tối đa mới"):
        DuplicateCriterion(node("1.1")).plan(session.state)


def test_a_part_that_is_not_split_is_not_doubled(session: Session) -> None:
    tree = session.state.tree(ASSESSMENT)
    rest = next(each for each, _ in tree.walk if each.is_balancing)
    with pytest.raises(CchcError, match="Phần chưa tách"):
        DuplicateCriterion(rest.id).plan(session.state)
