"""Agencies have days of validity: one that has ended takes no criteria, a merger ends it."""

from datetime import date

import pytest

from cchc_desktop.commands.agencies import AddAgencies, AssignCriteria, EditAgency
from cchc_desktop.commands.appraisal import Assign
from cchc_desktop.commands.criterion_info import EditCriterion
from cchc_desktop.commands.mergers import MergeUnits
from cchc_desktop.domain.agencies import ended_in_charge, in_charge, is_in_force
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.units import Agency
from cchc_desktop.session import Session
from tests.sample_session import ASSESSMENT, node, sample_session
from tests.ui.league import league_desk
from tests.ui.units_place import unit_of

HOME = "so-noi-vu"
OLD, NEW = "Sở Kế hoạch và Đầu tư", "Sở Tài chính"


@pytest.fixture
def session() -> Session:
    return sample_session()


def end(session: Session, day: date | None) -> Agency:
    agency = session.state.agencies[HOME]
    session.run(EditAgency(HOME, agency.name, agency.short_name, None, day))
    return session.state.agencies[HOME]


def test_an_agency_stands_in_the_years_of_its_days(session: Session) -> None:
    ended = end(session, date(2021, 12, 31))
    assert is_in_force(ended, 2021)
    assert not is_in_force(ended, 2022)
    session.undo()
    assert session.state.agencies[HOME].ends_on is None
    with pytest.raises(CchcError, match="trước"):
        session.run(EditAgency(HOME, "Sở Nội vụ", "", date(2022, 2, 1), date(2022, 1, 1)))


def test_one_that_has_ended_takes_no_criteria_and_is_told_where_it_has_some(
    session: Session,
) -> None:
    tree = session.state.tree(ASSESSMENT)
    leaf = next(each for each in tree.leaves if not each.is_survey)
    session.run(AssignCriteria(HOME, (leaf.id,)))
    assert not ended_in_charge(session.state, ASSESSMENT)
    ended = end(session, date(2021, 12, 31))
    assert ended_in_charge(session.state, ASSESSMENT) == (ended,)
    with pytest.raises(CchcError, match="không còn hoặc chưa có trong năm 2022") as refused:
        session.run(AssignCriteria(HOME, (node("7.3"),)))
    assert "tiếp nhận" in refused.value.hint
    with pytest.raises(CchcError, match="trong năm 2022"):
        session.run(Assign((node("7.3"),), agency=HOME))
    other = session.state.criteria[node("7.3")]
    with pytest.raises(CchcError, match="trong năm 2022"):
        session.run(EditCriterion(other.id, other.code, other.name, agencies=(ended.name,)))
    session.run(EditCriterion(leaf.id, leaf.code, "Tên mới", agencies=(ended.name,)))
    end(session, date(2022, 1, 1))
    session.run(AssignCriteria(HOME, (node("7.3"),)))
    assert HOME in in_charge(session.state.tree(ASSESSMENT), node("7.3"))


def test_a_merger_ends_the_agency_of_the_old_name_in_the_same_step() -> None:
    desk = league_desk()
    desk.session.run(AddAgencies((OLD, NEW)))
    desk.session.run(MergeUnits((unit_of(desk, OLD).id,), date(2023, 1, 1), unit_of(desk, NEW).id))
    days = {agency.name: agency.ends_on for agency in desk.state.agencies.values()}
    assert days == {OLD: date(2022, 12, 31), NEW: None}
    desk.undo()
    assert {agency.ends_on for agency in desk.state.agencies.values()} == {None}
