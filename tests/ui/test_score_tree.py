"""The score tree: model, columns, filters, what stays after a change."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from cchc_desktop.commands.marks import RequestExplanation, SetFigure, SetNotApplicable, SetPoints
from cchc_desktop.domain.changes import altered, made, removed
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.units import Setting
from tests.ui.score_desk import SHEET, Found, kinds, kinds_desk, panel_on, place, sample_desk
from tests.ui.screens import grab
from ui.marks.columns import Column
from ui.marks.filter_row import Filter
from ui.marks.looks import Cell
from ui.marks.score_model import ScoreModel
from ui.marks.score_tree import ScoreTreePanel
from ui.marks.signs import Sign
from ui.shared import theme
from ui.shared.desk import Desk
from ui.shared.workplace import WidthClass


def shown(panel: ScoreTreePanel, node: str, column: Column) -> str:
    index = panel.model.index_of(node, column)
    return str(panel.model.data(index))


def test_the_model_keeps_qts_contract(qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    desk = kinds_desk()
    model = ScoreModel(desk)
    qtmodeltester.check(model)
    drop_area(desk)
    model.show_only(["2.1"])
    qtmodeltester.check(model)


def drop_area(desk: Desk) -> None:
    nodes = [desk.tree["1"], *desk.tree.below("1")]
    marks = list(desk.state.cell(SHEET).marks.values())
    assert desk.run(Found(removed("mark", marks) + removed("criterion", list(reversed(nodes)))))


def test_every_kind_of_row_reads_as_the_design_says() -> None:
    model = ScoreModel(kinds_desk())
    assert model.look("1.2").points_text() == "không tự chấm"
    assert model.look("1.2").sign is Sign.WAITING
    assert model.look("1.5").maximum == "?"
    assert model.look("1.6").cell is Cell.OUT
    assert model.look("1.6").points_text() == "không áp dụng"
    assert model.look("2.9").text(Column.NAME) == "(phần chưa tách) Còn lại"
    assert model.look("2.9").maximum == "3,0"
    assert model.look("1").remark.startswith("chưa tách ")
    assert model.look("1.1").earlier == "0,75"
    assert model.look("").name == "Cộng 2 lĩnh vực"
    assert model.look("1").evidence == "0/4"
    assert model.look("2.9").evidence == "–"


def test_a_typed_point_shows_in_the_row_its_parents_and_the_total(qtbot: QtBot) -> None:
    desk = kinds_desk()
    panel = panel_on(qtbot, desk)
    told: list[set[str]] = []
    panel.model.scored.connect(told.append)
    desk.run(SetPoints(place("2.1"), Decimal("1.5")))
    assert told == [{"2.1", "2", ""}]
    assert shown(panel, "2.1", Column.POINTS) == "1,5"
    assert shown(panel, "2", Column.POINTS) == "1,5"
    assert panel.model.look("").points == "1,5"
    assert shown(panel, "2.1", Column.LOST) == "0,5"
    assert panel.model.look("2.1").sign is Sign.MISSING


def test_only_changed_rows_are_announced(qtbot: QtBot) -> None:
    desk = kinds_desk()
    model = ScoreModel(desk)
    rows: list[str] = []
    model.dataChanged.connect(lambda top, *_: rows.append(model.node_of(top)))
    desk.run(SetPoints(place("2.1"), Decimal(1)))
    assert sorted(rows) == ["2", "2.1"]
    rows.clear()
    desk.run(Found(made("setting", [Setting("x", {"a": "b"})])))
    assert rows == []


def test_what_changed_glows_once_and_fades(qtbot: QtBot) -> None:
    desk = kinds_desk()
    panel = panel_on(qtbot, desk)
    panel.view.expandAll()
    desk.run(SetPoints(place("2.1"), Decimal(1)))
    assert panel.view._fade.isActive()
    state = panel.view.row_state("2.1", is_selected=False, is_open=False)
    assert state.glow > 0
    qtbot.waitUntil(lambda: not panel.view._fade.isActive())
    state = panel.view.row_state("2.1", is_selected=False, is_open=False)
    assert state.glow == 0


def test_undo_keeps_selection_and_expansion(qtbot: QtBot) -> None:
    desk = kinds_desk()
    panel = panel_on(qtbot, desk)
    panel.view.go("2.1")
    desk.run(SetPoints(place("2.1"), Decimal(1)))
    desk.undo()
    assert panel.view.current == "2.1"
    assert panel.view.selected_nodes() == ("2.1",)
    assert panel.view.isExpanded(panel.model.index_of("2"))


def test_a_moved_criterion_keeps_selection_and_expansion(qtbot: QtBot) -> None:
    desk = kinds_desk()
    panel = panel_on(qtbot, desk)
    panel.view.expand(panel.model.index_of("1"))
    panel.view.go("2.1")
    moved = altered("criterion", desk.tree["2.1"], {"parent": "1", "order": "a"})
    desk.run(Found(moved))
    assert panel.model.outline.parent_of("2.1") == "1"
    assert panel.view.current == "2.1"
    assert panel.view.selected_nodes() == ("2.1",)
    assert panel.view.isExpanded(panel.model.index_of("1"))
    desk.undo()
    assert panel.view.current == "2.1"


def test_an_imported_branch_comes_in_without_a_reset(qtbot: QtBot) -> None:
    desk = kinds_desk()
    panel = panel_on(qtbot, desk)
    panel.view.go("1.3")
    with qtbot.assertNotEmitted(panel.model.modelReset):
        area = replace(kinds()[0], id="3", code="3", order="z")
        leaf = replace(kinds()[1], id="3.1", code="3.1", parent="3")
        desk.run(Found(made("criterion", [area, leaf])))
    assert panel.model.outline.parent_of("3.1") == "3"
    assert panel.view.current == "1.3"
    assert panel.model.look("").name == "Cộng 3 lĩnh vực"
    drop_area(desk)
    assert "1.3" not in panel.model.outline


def test_another_round_shows_its_own_points(qtbot: QtBot) -> None:
    desk = kinds_desk()
    panel = panel_on(qtbot, desk)
    assert not panel.view.isColumnHidden(Column.EARLIER)
    desk.switch(SHEET, Round.SELF)
    assert shown(panel, "1.1", Column.POINTS) == "0,75"
    assert panel.view.isColumnHidden(Column.EARLIER)


@pytest.mark.parametrize(
    ("width", "hidden"),
    [
        (WidthClass.WIDE, set()),
        (WidthClass.MEDIUM, {Column.SHIFT}),
        (WidthClass.NARROW, {Column.SHIFT, Column.EARLIER}),
    ],
)
def test_each_width_has_its_columns(qtbot: QtBot, width: WidthClass, hidden: set[Column]) -> None:
    panel = panel_on(qtbot, kinds_desk())
    panel.set_width_class(width)
    assert {c for c in Column if panel.view.isColumnHidden(c)} == hidden
    is_narrow = width is WidthClass.NARROW
    assert panel.area_strip.isVisible() is is_narrow
    assert panel.total.isVisible() is not is_narrow


def test_a_chip_shows_only_what_it_counts(qtbot: QtBot) -> None:
    desk = kinds_desk()
    desk.run(SetPoints(place("2.1"), Decimal(1)))
    panel = panel_on(qtbot, desk)
    panel.set_filter(Filter.LOST)
    assert list(panel.model.outline.walk()) == ["2", "2.1"]
    panel.set_filter(Filter.ALL)
    assert len(panel.model.outline) == len(kinds())


def test_an_empty_filter_says_so_and_offers_to_drop_it(qtbot: QtBot) -> None:
    panel = panel_on(qtbot, kinds_desk())
    panel.set_filter(Filter.WRONG)
    assert panel._empty.isVisible()
    panel._empty.filter_dropped.emit()
    assert not panel._empty.isVisible()
    assert len(panel.model.outline) == len(kinds())


def test_asking_for_an_explanation_counts_as_waiting(qtbot: QtBot) -> None:
    desk = kinds_desk()
    panel = panel_on(qtbot, desk)
    before = len(panel.model.ledger.waiting())
    desk.run(RequestExplanation(SHEET, "2.1", requested=True))
    assert len(panel.model.ledger.waiting()) == before + 1


def test_what_does_not_apply_leaves_the_coverage_of_its_parents(qtbot: QtBot) -> None:
    desk = kinds_desk()
    panel = panel_on(qtbot, desk)
    assert panel.model.look("1").evidence == "0/4"
    desk.run(SetNotApplicable(SHEET, "1.1", not_applicable=True))
    assert panel.model.look("1").evidence == "0/3"
    desk.undo()
    assert panel.model.look("1").evidence == "0/4"


def test_go_to_code_drops_a_filter_that_hides_it(qtbot: QtBot) -> None:
    panel = panel_on(qtbot, kinds_desk())
    panel.set_filter(Filter.WAITING)
    panel.go_to_code()
    panel._code.field.setText("9.9")
    panel._code.field.returnPressed.emit()
    assert panel._code.isVisible()
    panel._code.field.setText("2.1")
    panel._code.field.returnPressed.emit()
    assert not panel._code.isVisible()
    assert panel.view.current == "2.1"


def test_going_elsewhere_drops_a_filter_that_hides_it(qtbot: QtBot) -> None:
    desk = kinds_desk()
    panel = panel_on(qtbot, desk)
    panel.set_filter(Filter.WAITING)
    assert list(panel.model.outline.walk()) == ["1", "1.2"]
    desk.choose("2.1")
    assert panel.view.current == "2.1"
    assert len(panel.model.outline) == len(kinds())


def test_a_figure_that_was_printed_otherwise_is_marked(qtbot: QtBot) -> None:
    desk = sample_desk()
    model = ScoreModel(desk)
    assert model.look("hd2022-7.3").sign is Sign.WRONG
    place_73 = replace(place("hd2022-7.3"), sheet=desk.sheet)
    desk.run(SetFigure(place_73, "numerator", Decimal(84200)))
    assert model.look("hd2022-7.3").text(Column.SIGN)


def test_figures_that_give_no_points_are_marked(qtbot: QtBot) -> None:
    desk = sample_desk()
    model = ScoreModel(desk)
    place_71 = replace(place("hd2022-7.1"), sheet=desk.sheet)
    desk.run(SetFigure(place_71, "numerator", Decimal(84200)))
    assert model.look("hd2022-7.1").sign is Sign.WRONG


def test_a_cut_name_and_a_sign_have_a_tooltip(qtbot: QtBot) -> None:
    panel = panel_on(qtbot, sample_desk())
    panel.resize(420, 600)
    assert panel.view.hint(panel.model.index_of("hd2022-8", Column.NAME)).startswith("Tác động")
    assert panel.view.hint(panel.model.index_of("hd2022-7.3", Column.SIGN))
    assert panel.view.hint(panel.model.index_of("hd2022-7.3", Column.POINTS)) == ""


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("width", list(WidthClass))
def test_pictures_of_the_tree(qtbot: QtBot, width: WidthClass, look: theme.Name) -> None:
    theme.use(look)
    panel = panel_on(qtbot, sample_desk())
    panel.resize({0: 609, 1: 704, 2: 853}[width], 600)
    panel.set_width_class(width)
    panel.view.go("hd2022-7.3")
    path = grab(panel, f"score-tree-{width.name.lower()}-{look}")
    assert path.exists()


@pytest.mark.parametrize("look", ["light", "dark"])
def test_pictures_of_every_kind_of_cell(qtbot: QtBot, look: theme.Name) -> None:
    theme.use(look)
    desk = kinds_desk()
    desk.run(SetPoints(place("1.1"), Decimal("0.6")))
    desk.run(SetPoints(place("2.1"), Decimal("1.5")))
    panel = panel_on(qtbot, desk)
    panel.set_width_class(WidthClass.WIDE)
    panel.view.expandAll()
    panel.view.go("2.1")
    assert grab(panel, f"score-tree-kinds-{look}").exists()


def test_no_half_row_stands_under_the_titles(qtbot: QtBot) -> None:
    desk = sample_desk()
    panel = panel_on(qtbot, desk)
    panel.resize(800, 337)
    panel.view.expandAll()
    for code in ("7.3", "8.1.2", "2.9"):
        desk.choose(f"hd2022-{code}")
        top = panel.view.indexAt(QPoint(60, 1))
        bar = panel.view.verticalScrollBar()
        assert panel.view.visualRect(top).top() == 0 or bar.value() == bar.maximum()
        row = panel.view.cell_rect(f"hd2022-{code}", Column.NAME)
        assert 0 <= row.top() < row.bottom() <= panel.view.viewport().height()


def test_the_current_row_stays_in_sight_under_the_arrow_keys(qtbot: QtBot) -> None:
    desk = sample_desk()
    panel = panel_on(qtbot, desk)
    panel.resize(800, 337)
    panel.view.expandAll()
    desk.choose("hd2022-1")
    panel.view.setFocus()
    keys = [Qt.Key.Key_Down] * 25 + [Qt.Key.Key_PageUp, Qt.Key.Key_End, Qt.Key.Key_Home]
    for key in keys:
        qtbot.keyClick(panel.view, key)
        row = panel.view.visualRect(panel.view.currentIndex())
        assert 0 <= row.top() < row.bottom() <= panel.view.viewport().height()
