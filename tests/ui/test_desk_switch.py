"""Going from one assessment to another: the desk never holds a criterion of another set."""

from dataclasses import replace

from cchc_desktop.commands.sets import CopyAssessment, ImportSet
from cchc_desktop.commands.units import AddUnits, RemoveUnit
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.set_draft import draft_of
from tests.sample_session import ASSESSMENT, SHEET, node, sample_session
from ui.shared.desk import Desk


def test_the_criterion_is_found_again_by_its_code() -> None:
    desk = Desk(sample_session())
    desk.choose(node("7.3"))
    copy = CopyAssessment(ASSESSMENT, 2023)
    desk.run(copy)
    seen: list[str] = []
    desk.place_switched.connect(lambda: seen.append(desk.tree[desk.criterion].code))
    desk.open_assessment(copy.id)
    desk.open_assessment(copy.id)
    assert seen == ["7.3"]
    assert (desk.assessment, desk.round) == (copy.id, Round.FIRST)
    desk.switch(SHEET, Round.FIRST)
    assert desk.criterion == node("7.3")


def test_a_code_that_the_other_set_has_not_leads_to_its_first_area() -> None:
    desk = Desk(sample_session())
    draft = draft_of(desk.state, ASSESSMENT)
    small = ImportSet(replace(draft, criteria=draft.criteria[:3]), 2026)
    empty = ImportSet(replace(draft, criteria=()), 2027)
    desk.run(small)
    desk.run(empty)
    desk.choose(node("7.3"))
    desk.open_assessment(small.id)
    assert desk.tree[desk.criterion].code == "1"
    desk.open_assessment(empty.id)
    assert desk.criterion == ""
    desk.switch(SHEET, Round.FIRST)
    assert desk.criterion == node("1")


def test_undoing_the_open_assessment_tells_of_another_place() -> None:
    desk = Desk(sample_session())
    copy = CopyAssessment(ASSESSMENT, 2023)
    desk.run(copy)
    desk.open_assessment(copy.id)
    told: list[str] = []
    desk.place_switched.connect(lambda: told.append("place"))
    desk.changed.connect(lambda _: told.append("change"))
    desk.undo()
    assert told == ["place", "change"]
    assert desk.assessment == ASSESSMENT


def test_removing_the_open_unit_stays_in_its_year_round_and_criterion() -> None:
    desk = Desk(sample_session())
    desk.run(AddUnits(ASSESSMENT, "Tỉnh, thành phố", ("Tỉnh Khác",)))
    desk.run(CopyAssessment(ASSESSMENT, 2023))
    other = desk.state.sheets_of(ASSESSMENT)[1].id
    desk.switch(other, Round.PUBLISHED)
    desk.choose(node("7.3"))
    desk.run(RemoveUnit(other))
    assert (desk.sheet, desk.round, desk.criterion) == (SHEET, Round.PUBLISHED, node("7.3"))
    desk.undo()
    assert desk.assessment == ASSESSMENT
