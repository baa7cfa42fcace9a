"""The book of units: fields, groups, validity; what hangs on a unit keeps it."""

from datetime import date
from decimal import Decimal

import pytest

from cchc_desktop.commands.base import Command
from cchc_desktop.commands.founding import OpenAssessment
from cchc_desktop.commands.marks import Place, SetPoints
from cchc_desktop.commands.sets import CopyAssessment
from cchc_desktop.commands.unit_book import (
    DropUnits,
    EditUnit,
    EnterUnits,
    RecordUnits,
    RemoveGroup,
    RenameGroup,
)
from cchc_desktop.commands.units import AddUnits, RemoveUnit
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.units import AssessmentLevel, Unit
from cchc_desktop.session import Session
from tests.sample_session import ASSESSMENT, node, sample_session

GROUP = "Sở, ban, ngành"
NAMES = ("Sở Nội vụ", "Sở Tài chính", "Sở Y tế")


@pytest.fixture
def session() -> Session:
    found = sample_session()
    found.run(RecordUnits(GROUP, NAMES))
    return found


def unit(session: Session, name: str) -> Unit:
    return next(each for each in session.state.units.values() if each.name == name)


def refused(session: Session, command: Command) -> str:
    before = session.state
    with pytest.raises(CchcError) as caught:
        session.run(command)
    assert session.state is before
    assert caught.value.hint
    return caught.value.words


def end(session: Session, name: str, ends_on: date | None, starts_on: date | None = None) -> None:
    session.run(EditUnit(unit(session, name).id, name, GROUP, "", starts_on, ends_on))


def test_units_are_recorded_without_being_scored(session: Session) -> None:
    assert len(session.state.sheets) == 1
    assert session.undo_title == "thêm 3 đơn vị"
    session.undo()
    assert len(session.state.units) == 1
    session.redo()
    assert refused(session, RecordUnits(GROUP, ("sở nội vụ",)))
    assert refused(session, RecordUnits(GROUP, ("Sở A", "SỞ  A")))
    assert refused(session, RecordUnits(GROUP, ("", " ")))
    assert refused(session, RecordUnits(" ", ("Sở A",)))


def test_every_field_of_a_unit_changes_in_one_step_and_back(session: Session) -> None:
    before = unit(session, "Sở Nội vụ")
    first, last = date(2021, 1, 1), date(2025, 2, 28)
    session.run(EditUnit(before.id, " Sở  NV ", "Nhóm mới", "Nội vụ", first, last))
    after = session.state.units[before.id]
    assert (after.name, after.short_name) == ("Sở NV", "Nội vụ")
    assert (after.starts_on, after.ends_on) == (first, last)
    assert session.state.rows["unit_group"][after.group].name == "Nhóm mới"
    session.undo()
    assert session.state.units[before.id] == before


def test_a_wrong_field_of_a_unit_is_refused_in_words(session: Session) -> None:
    key = unit(session, "Sở Nội vụ").id
    assert "đã có đơn vị" in refused(session, EditUnit(key, "Sở Y tế", GROUP))
    assert refused(session, EditUnit(key, " ", GROUP))
    assert refused(session, EditUnit(key, "A", " "))
    assert refused(session, EditUnit("x", "A", GROUP))
    days = (date(2025, 1, 1), date(2024, 1, 1))
    assert "hết hiệu lực" in refused(session, EditUnit(key, "A", GROUP, "", *days))


def test_two_units_may_share_a_name_at_different_times(session: Session) -> None:
    end(session, "Sở Y tế", date(2025, 2, 28))
    key = unit(session, "Sở Nội vụ").id
    session.run(EditUnit(key, "Sở Y tế", GROUP, "", date(2025, 3, 1)))
    assert sum(each.name == "Sở Y tế" for each in session.state.units.values()) == 2


def test_only_units_that_stand_in_the_year_enter_an_assessment(session: Session) -> None:
    end(session, "Sở Y tế", date(2021, 12, 31))
    ids = tuple(unit(session, name).id for name in NAMES)
    assert "năm 2022" in refused(session, EnterUnits(ASSESSMENT, ids))
    session.run(EnterUnits(ASSESSMENT, ids[:2]))
    assert [s.unit for s in session.state.sheets_of(ASSESSMENT)][1:] == list(ids[:2])
    assert refused(session, EnterUnits(ASSESSMENT, ids[:1]))
    assert refused(session, EnterUnits("x", ids))
    assert refused(session, EnterUnits(ASSESSMENT, ("x",)))
    assert "năm 2022" in refused(session, AddUnits(ASSESSMENT, GROUP, ("Sở Y tế",)))
    session.undo()
    assert len(session.state.sheets) == 1


def test_a_unit_that_was_scored_is_not_dropped(session: Session) -> None:
    first, second, third = (unit(session, name).id for name in NAMES)
    session.run(EnterUnits(ASSESSMENT, (first, second)))
    sheet = session.state.sheets_of(ASSESSMENT)[1].id
    session.run(SetPoints(Place(sheet, node("7.3"), Round.FIRST), Decimal(1)))
    words = refused(session, DropUnits((first,)))
    assert words.startswith("Sở Nội vụ còn 1 kết quả chấm trong đợt Cấp tỉnh 2022.")
    session.run(DropUnits((second, third)))
    assert {first, "hai-duong"} == set(session.state.units)
    session.undo()
    assert len(session.state.sheets) == 3
    assert refused(session, DropUnits(()))


def test_the_only_unit_of_an_assessment_is_not_dropped(session: Session) -> None:
    opening = OpenAssessment(2023, AssessmentLevel.DEPARTMENT, "Sở Nội vụ")
    session.run(opening)
    only = session.state.sheets_of(opening.id)[0].unit
    assert only == unit(session, "Sở Nội vụ").id  # the unit that stands already is taken
    assert "duy nhất" in refused(session, DropUnits((only,)))


def test_a_group_is_renamed_and_goes_when_it_is_empty(session: Session) -> None:
    group = unit(session, "Sở Y tế").group
    session.run(RenameGroup(group, " Sở và  tương đương"))
    assert session.state.rows["unit_group"][group].name == "Sở và tương đương"
    assert "3 đơn vị" in refused(session, RemoveGroup(group))
    assert refused(session, RenameGroup(group, "tỉnh, thành phố"))
    assert refused(session, RenameGroup(group, ""))
    assert refused(session, RenameGroup("x", "A"))
    session.run(DropUnits(tuple(unit(session, name).id for name in NAMES)))
    session.run(RemoveGroup(group))
    assert group not in session.state.rows["unit_group"]


def test_a_copied_year_scores_only_units_that_stand_in_it(session: Session) -> None:
    session.run(EnterUnits(ASSESSMENT, tuple(unit(session, name).id for name in NAMES)))
    end(session, "Sở Y tế", date(2022, 12, 31))
    copying = CopyAssessment(ASSESSMENT, 2023)
    session.run(copying)
    units = [session.state.units[s.unit].name for s in session.state.sheets_of(copying.id)]
    assert units == ["Tỉnh Hải Dương", "Sở Nội vụ", "Sở Tài chính"]


def test_a_unit_without_sheets_left_stays_while_others_name_it(session: Session) -> None:
    session.run(EnterUnits(ASSESSMENT, (unit(session, "Sở Y tế").id,)))
    sheet = session.state.sheets_of(ASSESSMENT)[1].id
    session.run(RemoveUnit(sheet))
    assert "Sở Y tế" not in {each.name for each in session.state.units.values()}
