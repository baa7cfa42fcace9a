"""The score tree at its edges: other assessments, evidence, locks, menus, the area strip."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from cchc_desktop.commands.marks import SetExplanation, SetFigure, SetPoints
from cchc_desktop.domain.changes import altered, made, removed
from cchc_desktop.domain.evidence import Document, Link
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.units import Assessment, AssessmentLevel, Sheet
from cchc_desktop.session import Session
from tests.memory_store import MemoryStore
from tests.ui.score_desk import SHEET, Found, kinds, kinds_desk, panel_on, place, sample_desk
from ui.marks.area_strip import AreaCell, percent_got
from ui.marks.columns import Column, width_of
from ui.marks.filter_row import Filter
from ui.marks.row_paint import RowPainter, Span
from ui.marks.score_model import ScoreModel
from ui.marks.score_tree import ScoreTreePanel
from ui.marks.signs import Sign
from ui.shared import theme
from ui.shared.desk import Desk
from ui.shared.pills import Chip
from ui.shared.workplace import WidthClass


def attach(desk: Desk, criterion: str) -> None:
    document = Document("d", "a.pdf", "0" * 64, 1, datetime(2023, 1, 1, tzinfo=UTC))
    changes = made("document", [document])
    desk.run(Found(changes + made("link", [Link("l", SHEET, criterion, "d", "i")])))


def test_a_dossier_without_criteria_says_what_to_do(qtbot: QtBot) -> None:
    desk = Desk(Session(MemoryStore(), lambda: datetime(2023, 1, 1, tzinfo=UTC)))
    panel = panel_on(qtbot, desk)
    assert panel._empty.isVisible()
    with qtbot.waitSignal(panel.structure_asked):
        panel._empty.structure_asked.emit()
    assert panel.model.rowCount() == 0


def test_another_assessment_resets_the_tree(qtbot: QtBot) -> None:
    desk = kinds_desk()
    other = Assessment("b", "Đợt khác", 2021, AssessmentLevel.PROVINCE, (Round.FIRST,))
    node = replace(kinds()[0], id="b1", assessment="b")
    changes = made("assessment", [other]) + made("sheet", [Sheet("t", "b", "u", "i")])
    desk.run(Found(changes + made("criterion", [node])))
    panel = panel_on(qtbot, desk)
    with qtbot.waitSignal(panel.model.modelReset):
        desk.switch("t", Round.FIRST)
    assert list(panel.model.outline.walk()) == ["b1"]
    with qtbot.waitSignal(panel.model.modelReset):
        desk.run(Found(removed("sheet", [desk.state.sheets["t"]])))
    assert desk.sheet == SHEET
    assert "1.1" in panel.model.outline


def test_the_sheet_of_another_unit_takes_the_place_of_one_that_goes(qtbot: QtBot) -> None:
    desk = kinds_desk()
    desk.run(Found(made("sheet", [Sheet("t", "a", "u", "j")])))
    desk.switch("t", Round.FIRST)
    panel = panel_on(qtbot, desk)
    with qtbot.waitSignal(panel.model.reloaded):
        desk.run(Found(removed("sheet", [desk.state.sheets["t"]])))
    assert desk.sheet == SHEET


def test_documents_and_explanations_count_as_evidence(qtbot: QtBot) -> None:
    desk = kinds_desk()
    panel = panel_on(qtbot, desk)
    desk.run(SetPoints(place("1.1"), Decimal(1)))
    assert panel.model.look("1.1").sign is Sign.MISSING
    attach(desk, "1.1")
    assert panel.model.look("1.1").evidence == "1"
    assert panel.model.look("1.1").sign is Sign.COMPLETE
    assert panel.model.look("1").evidence == "1/4"
    desk.run(SetExplanation(SHEET, "1.3", "không có văn bản"))
    assert panel.model.look("1.3").evidence == "GT"
    assert panel.model.look("").evidence == "2/5"
    assert panel.model.ledger.counts[1] == 0


def test_what_is_spoken_names_the_column() -> None:
    desk = kinds_desk()
    model = ScoreTreePanel(desk).model
    desk.run(SetPoints(place("1.1"), Decimal("0.5")))
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.data(model.index_of("1.1", Column.POINTS), role) == "1.1 Nhập trực tiếp. Điểm: 0,5"
    assert model.data(model.index_of("1.1", Column.NAME), role) == "Nhập trực tiếp"
    assert model.data(model.index_of("1.1", Column.SHIFT), role) == "Lệch: −0,25"
    head = model.headerData(Column.EVIDENCE, Qt.Orientation.Horizontal, role)
    assert head == "Tài liệu kiểm chứng"
    assert model.data(model.index_of("1.1"), Qt.ItemDataRole.FontRole) is None


def test_a_locked_round_is_painted_flat(qtbot: QtBot) -> None:
    desk = kinds_desk()
    panel = panel_on(qtbot, desk)
    desk.run(SetPoints(place("1.1"), Decimal(1)))
    locked = altered("sheet", desk.state.sheets[SHEET], {"locked": (Round.FIRST,)})
    desk.run(Found(locked))
    state = panel.view.row_state("1.1", is_selected=False, is_open=False)
    assert (state.is_locked, state.is_settled) == (True, True)
    panel.view.expandAll()
    panel.grab()
    assert not panel.menu_of("1.1").actions()[2].isEnabled()


def test_a_computed_cell_shows_its_sign_under_the_mouse(qtbot: QtBot) -> None:
    desk = kinds_desk()
    for key, value in (("numerator", 1), ("denominator", 2)):
        desk.run(SetFigure(place("1.3"), key, Decimal(value)))
    panel = panel_on(qtbot, desk)
    panel.view.expandAll()
    panel.grab()
    spot = panel.view.cell_rect("1.3", Column.POINTS).center()
    QTest.mouseMove(panel.view.viewport(), spot)
    state = panel.view.row_state("1.3", is_selected=False, is_open=False)
    assert state.is_under_mouse
    panel.grab()
    QApplication.sendEvent(panel.view, QEvent(QEvent.Type.Leave))
    state = panel.view.row_state("1.3", is_selected=False, is_open=False)
    assert not state.is_under_mouse


def test_the_tooltip_of_a_sign_says_what_it_means(qtbot: QtBot) -> None:
    panel = panel_on(qtbot, sample_desk())
    panel.view.go("hd2022-7.3")
    spot = panel.view.cell_rect("hd2022-7.3", Column.SIGN).center()
    viewport = panel.view.viewport()
    event = QHelpEvent(QEvent.Type.ToolTip, spot, viewport.mapToGlobal(spot))
    QApplication.sendEvent(viewport, event)
    assert "không khớp" in QToolTip.text()
    QToolTip.hideText()
    assert panel.view.hint(panel.view.indexAt(QPoint(5, 5000))) == ""


def test_a_cell_of_the_strip_goes_to_its_area(qtbot: QtBot) -> None:
    desk = sample_desk()
    panel = panel_on(qtbot, desk)
    panel.set_width_class(WidthClass.NARROW)
    cells = panel.area_strip.findChildren(AreaCell)
    assert [cell.text() for cell in cells] == list("12345678")
    assert "99 %" in cells[2].accessibleName()
    QTest.mouseClick(cells[2], Qt.MouseButton.LeftButton)
    assert desk.criterion == "hd2022-3"
    assert panel.view.current == "hd2022-3"
    assert [cell.isChecked() for cell in cells].index(True) == 2


@pytest.mark.parametrize(("points", "shown"), [("1.99", "99"), ("2", "100"), ("0", "0")])
def test_a_share_is_never_rounded_up_to_the_whole(points: str, shown: str) -> None:
    desk = kinds_desk()
    desk.run(SetPoints(place("2.1"), Decimal(points)))
    assert percent_got(desk.scores["2.1"]) == shown
    assert percent_got(desk.scores["2.9"]) is None


def test_a_new_area_comes_into_the_strip(qtbot: QtBot) -> None:
    desk = kinds_desk()
    panel = panel_on(qtbot, desk)
    area = replace(kinds()[0], id="3", code="3", order="z")
    desk.run(Found(made("criterion", [area])))
    texts = [cell.text() for cell in panel.area_strip._cells]
    assert texts == ["1", "2", "3"]


def test_a_chip_is_a_switch(qtbot: QtBot) -> None:
    panel = panel_on(qtbot, kinds_desk())
    chip = next(c for c in panel.filters.findChildren(Chip) if "Chờ" in c.text())
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert list(panel.model.outline.walk()) == ["1", "1.2"]
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert len(panel.model.outline) == len(kinds())


def test_menus_open_under_their_buttons(qtbot: QtBot) -> None:
    panel = panel_on(qtbot, kinds_desk())
    panel.filters._open_filter()
    assert panel.filters._menu.isVisible()
    panel.filters._actions[Filter.UNFINISHED].trigger()
    assert Filter.UNFINISHED is panel._filter
    panel.filters._menu.close()
    panel.filters._open_more()
    known = (panel.filters._menu, panel.filters.parts)
    menu = next(m for m in panel.filters.findChildren(QMenu) if m not in known)
    menu.actions()[1].trigger()
    assert not panel.view.isExpanded(panel.model.index_of("1"))
    menu.actions()[0].trigger()
    assert panel.view.isExpanded(panel.model.index_of("1"))
    menu.actions()[3].trigger()
    assert "Nhập trực tiếp" in QApplication.clipboard().text()
    menu.close()


def test_the_context_menu_opens_on_a_row_only(qtbot: QtBot) -> None:
    panel = panel_on(qtbot, kinds_desk())
    panel._open_menu(QPoint(5, 5000))
    assert not [m for m in panel.findChildren(QMenu) if m.isVisible()]
    panel._open_menu(panel.view.cell_rect("1", Column.NAME).center())
    menu = next(m for m in panel.findChildren(QMenu) if m.isVisible())
    with qtbot.waitSignal(panel.structure_asked) as asked:
        menu.actions()[0].trigger()
    assert asked.args == ["1"]
    menu.close()


def test_esc_closes_the_code_box_and_returns_to_the_tree(qtbot: QtBot) -> None:
    panel = panel_on(qtbot, kinds_desk())
    panel.go_to_code()
    QTest.keyClick(panel._code.field, Qt.Key.Key_2)
    QTest.keyClick(panel._code.field, Qt.Key.Key_Escape)
    assert not panel._code.isVisible()
    assert panel.view.hasFocus()


def test_a_theme_is_changed_in_one_turn(qtbot: QtBot) -> None:
    panel = panel_on(qtbot, kinds_desk())
    light = panel.grab().toImage()
    theme.use("dark")
    assert panel.grab().toImage() != light


def test_only_values_that_changed_glow(qtbot: QtBot) -> None:
    desk = kinds_desk()
    panel = panel_on(qtbot, desk)
    attach(desk, "1.1")
    assert panel.model.ledger.revalued == frozenset()
    assert not panel.view._fade.isActive()
    desk.run(SetPoints(place("1.1"), Decimal(1)))
    assert panel.model.ledger.revalued == {"1.1", "1", ""}


def test_filters_find_what_their_names_say(qtbot: QtBot) -> None:
    desk = kinds_desk()
    desk.run(SetPoints(place("2.1"), Decimal(1)))
    ledger = ScoreTreePanel(desk).model.ledger
    assert ledger.unreasoned() == ["2.1"]
    assert ledger.missing() == ["2.1"]
    assert ledger.unfinished() == ["1.1", "1.2", "1.3", "1.4", "1.5", "2.9"]
    assert ledger.wrong() == []


def test_a_refused_save_keeps_the_typed_value(qtbot: QtBot) -> None:
    desk = kinds_desk()
    panel = panel_on(qtbot, desk)
    panel.view.go("2.1")
    panel.keys.entry.open("2.1", Column.POINTS, "1")
    locked = altered("sheet", desk.state.sheets[SHEET], {"locked": (Round.FIRST,)})
    desk.run(Found(locked))
    with qtbot.waitSignal(desk.failed):
        assert not panel.take()
    assert panel.keys.entry.editor.text() == "1"


@pytest.mark.parametrize("width", list(WidthClass))
@pytest.mark.parametrize("node", ["1.2", "1.6"])
@pytest.mark.parametrize("has_earlier", [True, False])
def test_words_instead_of_points_cover_nothing_and_lie_inside_the_ring(
    node: str, width: WidthClass, *, has_earlier: bool
) -> None:
    look = ScoreModel(kinds_desk()).look(node)
    spans, left = list[Span](), 0.0
    for column in Column:
        wide = width_of(column, width, has_earlier=has_earlier) or (
            300 if column is Column.NAME else 0
        )
        if wide:
            spans.append((column, left, float(wide)))
            left += wide
    words = QFontMetricsF(theme.font("small", italic=True)).horizontalAdvance(look.points_text())
    (start, end), giver = RowPainter().words_room(spans, look)
    assert giver in (Column.EARLIER, Column.LOST)
    assert end - start >= words + 2 * 6
    for column, at, room in spans:
        if column is Column.POINTS:
            assert start <= at
            assert at + room <= end
        elif column is not giver:
            assert at + room <= start or end <= at
