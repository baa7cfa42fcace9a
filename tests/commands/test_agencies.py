"""Agencies in charge: listed, merged, put in charge; what names one keeps it."""

from decimal import Decimal

import pytest

from cchc_desktop.commands.agencies import (
    AddAgencies,
    AssignCriteria,
    EditAgency,
    MergeAgencies,
    ReleaseCriteria,
    RemoveAgency,
)
from cchc_desktop.commands.appraisal import Assign
from cchc_desktop.commands.base import Command
from cchc_desktop.commands.criteria import AddCriterion
from cchc_desktop.commands.losses import AddDeduction
from cchc_desktop.domain.agencies import (
    in_charge,
    named_in,
    part_of,
    scored_of_part,
    uses_of,
    without_agency,
)
from cchc_desktop.domain.changes import ChangeSet, altered
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.state import State
from cchc_desktop.session import Session
from tests.sample_session import ASSESSMENT, SHEET, node, place, sample_session

OFFICE, HOME = "van-phong-ubnd-tinh", "so-noi-vu"


@pytest.fixture
def session() -> Session:
    return sample_session()


class _OfBranch:
    """Puts agencies at a branch itself, as an imported set may."""

    title = "giao cả nhánh"

    def __init__(self, node_id: str, agencies: tuple[str, ...]) -> None:
        self.node, self.agencies = node_id, agencies

    def plan(self, state: State) -> ChangeSet:
        return altered("criterion", state.criteria[self.node], {"agencies": self.agencies})


def part(session: Session, agency: str) -> list[str]:
    return [leaf.code for leaf in part_of(session.state.tree(ASSESSMENT), agency)]


def refused(session: Session, command: Command) -> str:
    before = session.state
    with pytest.raises(CchcError) as caught:
        session.run(command)
    assert session.state is before
    assert caught.value.hint
    return caught.value.words


def test_the_part_of_an_agency_is_what_names_it(session: Session) -> None:
    assert part(session, OFFICE) == ["1.1", "1.3"]
    assert scored_of_part(session.scores(SHEET, Round.FIRST), OFFICE) == (2, 2)
    assert uses_of(session.state, OFFICE).criteria == 2
    left = {leaf.code for leaf in without_agency(session.state.tree(ASSESSMENT))}
    assert "1.1" not in left
    assert "8.2.1" not in left  # a survey is nobody's


def test_an_area_is_assigned_in_one_step(session: Session) -> None:
    session.run(AssignCriteria(HOME, (node("1"), node("7.1"))))
    assert part(session, HOME) == ["1.1", "1.2", "1.3", "1.9", "7.1"]
    assert part(session, OFFICE) == []
    session.run(AssignCriteria(HOME, (node("8"),)))
    assert "8.2.5" in part(session, HOME)
    session.undo()
    session.undo()
    assert part(session, OFFICE) == ["1.1", "1.3"]
    session.run(AssignCriteria(HOME, (node("1"),), beside=True))
    tree = session.state.tree(ASSESSMENT)
    assert in_charge(tree, node("1.1")) == (OFFICE, HOME)
    assert refused(session, AssignCriteria(HOME, ()))
    assert refused(session, AssignCriteria("x", (node("1"),)))


def test_released_criteria_keep_their_other_agencies(session: Session) -> None:
    session.run(AssignCriteria(HOME, (node("1"),), beside=True))
    session.run(ReleaseCriteria(OFFICE, ("gone", node("1"))))
    assert part(session, OFFICE) == []
    assert part(session, HOME) == ["1.1", "1.2", "1.3", "1.9"]


def test_a_branch_hands_down_its_agency_to_the_criteria_that_keep_it(session: Session) -> None:
    session.run(_OfBranch(node("7"), (HOME, OFFICE)))
    assert "7.9" in part(session, HOME)
    assert "7.3" not in part(session, HOME)  # it has an agency of its own
    session.run(AddCriterion(ASSESSMENT, node("7"), "Mới", maximum=Decimal(0)))
    new = next(leaf for leaf in session.state.tree(ASSESSMENT).leaves if leaf.name == "Mới")
    session.run(ReleaseCriteria(HOME, (node("7.9"),)))
    tree = session.state.tree(ASSESSMENT)
    assert in_charge(tree, node("7.9")) == (OFFICE,)
    assert in_charge(tree, new.id) == (HOME, OFFICE)
    session.undo()
    assert session.state.criteria[node("7")].agencies == (HOME, OFFICE)


def test_agencies_are_added_and_renamed_once_each(session: Session) -> None:
    session.run(AddAgencies(("Sở Mới", " ", "sở  nội vụ", "Ban A")))
    names = [agency.name for agency in session.state.agencies.values()]
    assert names[-2:] == ["Sở Mới", "Ban A"]
    assert refused(session, AddAgencies(("Sở Nội Vụ",)))
    assert refused(session, AddAgencies(("",)))
    session.run(EditAgency(HOME, " Sở  Nội vụ tỉnh ", "SNV"))
    assert session.state.agencies[HOME].name == "Sở Nội vụ tỉnh"
    assert "Gộp cơ quan" in refused(session, EditAgency(HOME, "ban a"))
    assert refused(session, EditAgency(HOME, ""))
    assert refused(session, EditAgency("x", "A"))


def test_two_spellings_become_one_agency_everywhere(session: Session) -> None:
    session.run(AddAgencies(("VP UBND tỉnh",)))
    short = list(session.state.agencies)[-1]
    session.run(AssignCriteria(short, (node("1.2"),), beside=True))
    session.run(AddDeduction(place("1.2"), "Chậm", agencies=("VP UBND tỉnh",)))
    session.run(Assign((node("1"),), agency=short))
    session.run(Assign((node("1"), node("2")), agency=OFFICE))
    before = session.state
    session.run(MergeAgencies((short,), OFFICE))
    state = session.state
    assert short not in state.agencies
    assert not list(named_in(state, short))
    assert part(session, OFFICE) == ["1.1", "1.2", "1.3"]
    assigned = [(a.criterion, a.agency) for a in state.rows["assignment"].values()]
    assert sorted(assigned) == [(node("1"), OFFICE), (node("2"), OFFICE)]
    session.undo()
    assert session.state.rows == before.rows
    assert refused(session, MergeAgencies((OFFICE,), OFFICE))
    assert refused(session, MergeAgencies((), OFFICE))
    assert refused(session, MergeAgencies(("x",), OFFICE))


def test_an_agency_that_is_named_is_not_removed(session: Session) -> None:
    assert "3 tiêu chí" in refused(session, RemoveAgency("so-thong-tin-va-truyen-thong"))
    session.run(AddAgencies(("Sở Mới",)))
    new = list(session.state.agencies)[-1]
    session.run(Assign((node("1"),), agency=new))
    assert "1 phân công thẩm định" in refused(session, RemoveAgency(new))
    session.undo()
    session.run(RemoveAgency(new))
    assert new not in session.state.agencies


def test_tasks_of_all_years_go_to_the_agency_that_stays(session: Session) -> None:
    owner = next(iter(session.state.tasks.values())).owners[0]
    before = uses_of(session.state, owner).tasks
    assert before
    session.run(MergeAgencies((owner,), HOME))
    assert uses_of(session.state, HOME).tasks >= before
    session.undo()
    assert uses_of(session.state, owner).tasks == before
