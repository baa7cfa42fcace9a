"""The tree shows one appraiser's part alone, and the form says who appraises."""

from pytestqt.qtbot import QtBot

from cchc_desktop.commands.agencies import AssignCriteria, ReleaseCriteria
from cchc_desktop.commands.appraisal import Assign, Unassign
from cchc_desktop.commands.marks import ClearMarks
from cchc_desktop.commands.sets import CopyAssessment
from cchc_desktop.domain.appraisal import assignments_of, people_of
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.people import Body
from cchc_desktop.domain.units import Member
from tests.sample_session import ASSESSMENT, SHEET, node
from tests.ui.people_place import people_desk
from tests.ui.score_desk import panel_on, sample_desk
from tests.ui.screens import grab
from ui.marks.filter_row import Filter
from ui.marks.form import FormPanel
from ui.marks.parts import ME
from ui.marks.score_tree import ScoreTreePanel
from ui.shared.desk import Desk
from ui.shared.workplace import WidthClass

WHO = "person/Phạm Thị D."


def leaves(panel: ScoreTreePanel) -> set[str]:
    outline = panel.model.outline
    return {each for each in outline.walk() if not outline.children_of(each)}


def choices(panel: ScoreTreePanel) -> list[str]:
    panel.filters.list_parts()
    return [action.text() for action in panel.filters.parts.actions()]


def test_without_appraisers_and_agencies_there_is_no_choice(qtbot: QtBot) -> None:
    desk = sample_desk()
    for agency in tuple(desk.state.agencies):
        desk.run(ReleaseCriteria(agency, tuple(leaf.id for leaf in desk.tree.leaves)))
    panel = panel_on(qtbot, desk)
    assert choices(panel) == ["Mọi người"]
    assert not panel.filters.parts.menuAction().isVisible()
    assert panel.part_bar.isHidden()


def test_the_part_of_an_agency_in_charge_shows_alone_with_its_counter(qtbot: QtBot) -> None:
    desk = sample_desk()
    panel = panel_on(qtbot, desk)
    assert "Văn phòng UBND tỉnh tham mưu" in choices(panel)
    desk.ask_part("van-phong-ubnd-tinh")
    assert leaves(panel) == {node("1.1"), node("1.3")}
    assert panel.part_bar.words.text() == "Phần của Văn phòng UBND tỉnh: 2 tiêu chí"
    assert panel.part_bar.progress.text() == "đã chấm 2/2"
    desk.run(ClearMarks(SHEET, (node("1.1"),), Round.FIRST))
    assert panel.part_bar.progress.text() == "đã chấm 1/2"
    grab(panel, "score-tree-co-quan")
    desk.run(AssignCriteria("van-phong-ubnd-tinh", (node("7.3"),)))
    assert leaves(panel) == {node("1.1"), node("1.3"), node("7.3")}
    later = panel_on(qtbot, desk)
    assert leaves(later) == leaves(panel)


def test_one_appraisers_part_shows_alone_and_with_other_filters(qtbot: QtBot) -> None:
    desk = people_desk()
    panel = panel_on(qtbot, desk)
    everything = leaves(panel)
    assert choices(panel)[:2] == ["Mọi người", "Phạm Thị D. thẩm định"]
    panel.filters.parts.actions()[1].trigger()
    assert leaves(panel) == {node("1.1"), node("2.9"), node("7.3")}
    assert panel.part_bar.words.text() == "Phần Phạm Thị D. thẩm định: 3 tiêu chí"
    grab(panel, "score-tree-part")
    desk.run(ClearMarks(SHEET, (node("7.3"), node("1.2")), Round.FIRST))
    panel.set_filter(Filter.UNFINISHED)
    assert leaves(panel) == {node("7.3")}
    panel.set_filter(Filter.ALL)
    panel.part_bar.dropped.emit()
    assert leaves(panel) == everything
    assert panel.part_bar.isHidden()


def test_the_part_follows_what_is_assigned(qtbot: QtBot) -> None:
    desk = people_desk()
    panel = panel_on(qtbot, desk)
    panel.set_part(WHO)
    member = people_of(desk.state, ASSESSMENT, Body.APPRAISERS)[0].id
    desk.run(Assign((node("3"),), member))
    assert node("3.9") in leaves(panel)
    mine = [each.id for each in assignments_of(desk.state, ASSESSMENT) if each.member == member]
    desk.run(Unassign(tuple(mine)))
    assert panel.part_bar.isHidden()
    assert len(leaves(panel)) == len(desk.tree.leaves)


def test_who_works_finds_the_own_part_by_name(qtbot: QtBot) -> None:
    desk = people_desk()
    panel = panel_on(qtbot, desk)
    desk.session.works_as(Member("m", "phạm thị d."))
    assert choices(panel)[1] == "Tôi thẩm định"
    panel.set_part(ME)
    assert len(leaves(panel)) == 3


def test_going_to_a_hidden_criterion_shows_everything(qtbot: QtBot) -> None:
    desk = people_desk()
    panel = panel_on(qtbot, desk)
    panel.set_part(WHO)
    desk.choose(node("5.9"))
    assert panel.part_bar.isHidden()
    assert panel.view.current == node("5.9")


def test_another_year_without_the_person_shows_everything(qtbot: QtBot) -> None:
    desk = people_desk()
    panel = panel_on(qtbot, desk)
    panel.set_part(WHO)
    desk.run(CopyAssessment(ASSESSMENT, 2023, "next"))
    desk.run(Unassign(tuple(each.id for each in assignments_of(desk.state, "next"))))
    desk.open_assessment("next")
    assert panel.part_bar.isHidden()
    assert len(leaves(panel)) == len(desk.tree.leaves)


def form_on(qtbot: QtBot, desk: Desk) -> FormPanel:
    form = FormPanel(desk)
    qtbot.addWidget(form)
    form.resize(640, 700)
    form.show()
    return form


def test_the_form_says_in_one_line_who_appraises(qtbot: QtBot) -> None:
    desk = people_desk()
    desk.choose(node("7.3"))
    form = form_on(qtbot, desk)
    for width in (WidthClass.MEDIUM, WidthClass.WIDE):
        form.set_width_class(width)
        assert form.page.head.meta.text().endswith("Thẩm định: Phạm Thị D.")
        assert form.page.head.meta.isVisible()
    grab(form, "form-appraiser")
    desk.choose(node("5.9"))
    assert "Thẩm định" not in form.page.head.meta.text()
    desk.run(Assign((node("5"),), agency=min(desk.state.agencies)))
    assert "Thẩm định: Ban Quản lý" in form.page.head.meta.text()


def test_a_branch_shows_its_criteria_that_lost_points_alone(qtbot: QtBot) -> None:
    desk = sample_desk()
    panel = panel_on(qtbot, desk)
    menu = panel.menu_of(node("7"))
    act = next(each for each in menu.actions() if each.text().startswith("Xem các"))
    assert act.text() == "Xem các tiêu chí bị trừ (4)"
    act.trigger()
    menu.deleteLater()
    assert panel.part_bar.words.text().startswith("Chỉ mục 7, ")
    assert sorted(desk.tree[key].code for key in leaves(panel)) == ["7.1", "7.2", "7.3", "7.9"]
    panel.part_bar.dropped.emit()
    assert not panel.part_bar.isVisible()
    leaf = panel.menu_of(node("7.3"))
    assert not [each for each in leaf.actions() if each.text().startswith("Xem các")]
    leaf.deleteLater()
