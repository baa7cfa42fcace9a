"""The right side of Chấm điểm: every kind of criterion is typed, refused, undone."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cchc_desktop.commands.criteria import SetMaximum, SetRule
from cchc_desktop.commands.marks import Place, SetFigure, SetNotApplicable, SetPoints
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.rules.manual import Manual
from tests.ui.form_bench import ENTER, SHEET, Bench, LockRound, node, open_bench
from tests.ui.screens import grab
from ui.marks.form_split import SplitDialog
from ui.shared import theme
from ui.shared.workplace import WidthClass

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has none

WIDTHS = {
    "wide": (WidthClass.WIDE, 513, 860),
    "medium": (WidthClass.MEDIUM, 574, 700),
    "narrow": (WidthClass.NARROW, 440, 760),
    "tight": (WidthClass.NARROW, 340, 900),
}
KINDS = ("7.3", "1.2", "1.9", "8.1.2", "8.1.3", "8.2.1", "7", "4.9", "1.1", "8.1")
THEMES: tuple[theme.Name, ...] = ("light", "dark")


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    with open_bench(qtbot) as found:
        yield found


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("width", list(WIDTHS))
def test_every_kind_fits_its_width(bench: Bench, width: str, name: theme.Name) -> None:
    theme.use(name)
    kind, wide, high = WIDTHS[width]
    bench.panel.resize(wide, high)
    bench.panel.set_width_class(kind)
    for code in KINDS:
        bench.go(code)
        bench.panel.focus_first_figure()
        QApplication.processEvents()
        grab(bench.panel, f"form-{code}-{width}-{name}")
        assert bench.panel.page.width() <= wide, code


def test_everything_of_7_3_fits_above_the_evidence_at_1366(bench: Bench) -> None:
    bench.panel.resize(575, 411)
    bench.panel.set_width_class(WidthClass.MEDIUM)
    bench.go("7.3")
    grab(bench.panel, "form-7.3-1366")
    assert bench.panel.page.height() <= 411 - 36


def test_a_figure_being_typed_changes_the_explanation_but_not_the_dossier(bench: Bench) -> None:
    bench.go("7.3")
    before, lines = bench.points("7.3"), len(bench.store.written)
    page = bench.panel.page
    bench.type(page.card.figures.fields[0], "90000")
    assert "90.000 ÷ 153.273 = 58,72 %" in page.explanation.text
    assert page.card.pair.points.text() == "0,881"
    assert page.card.pair.words.startswith("Được 0,881 trên 1,5 điểm, bị trừ 0,619.")
    assert (bench.points("7.3"), len(bench.store.written)) == (before, lines)
    bench.qtbot.keyClick(page.card.figures.fields[0], Qt.Key.Key_Escape)
    assert page.card.figures.fields[0].text() == "94.385"
    assert "94.385 ÷ 153.273" in page.explanation.text


def test_enter_goes_from_figure_to_figure_and_then_out(bench: Bench) -> None:
    bench.go("7.3")
    bench.panel.focus_first_figure()
    first, second = bench.panel.page.card.figures.fields
    assert first.hasFocus()
    bench.type(first, "51091", ENTER)
    assert bench.points("7.3") == Decimal("0.5")
    assert second.hasFocus()
    with bench.qtbot.waitSignal(bench.panel.finished):
        bench.qtbot.keyClick(second, ENTER)
    assert len(bench.store.written) == 2


def test_a_swapped_pair_says_so_and_one_button_mends_it(bench: Bench) -> None:
    bench.go("7.1")
    card = bench.panel.page.card
    bench.type(card.figures.fields[0], "50", ENTER)
    assert bench.points("7.1") is None
    assert card.gap.text == "b lớn hơn a: hai số bị đổi chỗ?"
    grab(bench.panel, "form-swap")
    (button,) = card.gap.buttons
    bench.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert [field.text() for field in card.figures.fields] == ["30", "50"]
    assert bench.points("7.1") == Decimal("0.6")
    assert not card.gap.isVisible()


@pytest.mark.parametrize(("b", "a"), [("50", "30"), ("0", "0")])
def test_figures_without_a_result_keep_the_cursor(bench: Bench, b: str, a: str) -> None:
    bench.go("7.1")
    part, whole = bench.panel.page.card.figures.fields
    bench.type(part, b, ENTER)
    with bench.qtbot.assertNotEmitted(bench.panel.finished):
        bench.type(whole, a, ENTER)
    assert whole.hasFocus()
    assert bench.panel.page.card.gap.isVisible()
    bench.type(part, "15", ENTER)
    with bench.qtbot.waitSignal(bench.panel.finished):
        bench.type(whole, "30", ENTER)


def test_tab_goes_through_the_figures_and_then_to_the_reasons(bench: Bench) -> None:
    bench.go("7.3")
    card, losses = bench.panel.page.card, bench.panel.page.losses
    part, whole = card.figures.fields
    part.setFocus()
    visited = []
    for _ in range(4):
        focus = bench.panel.window().focusWidget()
        assert focus is not None
        bench.qtbot.keyClick(focus, Qt.Key.Key_Tab)
        visited.append(bench.panel.window().focusWidget())
    assert visited[0] is whole
    assert losses.rows[0] in visited


def test_nothing_to_divide_by_offers_not_applicable_and_back(bench: Bench) -> None:
    bench.go("7.1")
    card = bench.panel.page.card
    bench.run(SetFigure(Place(SHEET, node("7.1"), Round.FIRST), "numerator", Decimal(0)))
    bench.type(card.figures.fields[1], "0", ENTER)
    bench.qtbot.mouseClick(card.gap.buttons[0], Qt.MouseButton.LeftButton)
    assert not bench.row("7.1").is_applicable
    assert not card.pair.isVisible()
    assert not card.figures.isVisible()
    bench.qtbot.mouseClick(card.gap.buttons[0], Qt.MouseButton.LeftButton)
    assert bench.row("7.1").is_applicable
    assert card.pair.isVisible()


def test_points_and_loss_follow_each_other_while_typing(bench: Bench) -> None:
    bench.go("4.9")
    pair = bench.panel.page.card.pair
    bench.type(pair.points, "9,5")
    assert pair.lost.text() == "1"
    assert pair.words.startswith("Được 9,5 trên 10,5 điểm, bị trừ 1.")
    bench.type(pair.lost, "0,5")
    assert pair.points.text() == "10"
    bench.qtbot.keyClick(pair.lost, ENTER)
    assert bench.points("4.9") == Decimal(10)
    bench.desk.undo()
    assert (pair.points.text(), pair.lost.text()) == ("9,5", "1")
    bench.desk.undo()
    assert (pair.points.text(), pair.lost.text()) == ("9,06", "1,44")


def test_points_over_the_maximum_keep_the_cursor_and_say_why(bench: Bench) -> None:
    bench.go("4.9")
    pair = bench.panel.page.card.pair
    bench.type(pair.points, "11", ENTER)
    assert pair.points.hasFocus()
    assert pair.points.text() == "11"
    assert pair.trouble.text == "11 nằm ngoài khoảng 0 đến 10,5. Esc: giá trị cũ."
    assert bench.points("4.9") == Decimal("9.06")
    bench.go("7.3")
    assert (pair.points.text(), pair.trouble.isVisible()) == ("0,924", False)


def test_leaving_a_criterion_takes_what_is_typed_there(bench: Bench) -> None:
    bench.go("7.3")
    bench.type(bench.panel.page.card.figures.fields[0], "153273")
    bench.go("7.1")
    assert bench.points("7.3") == Decimal("1.5")
    assert bench.panel.page.card.figures.fields[0].text() == "8"


def test_a_refused_write_keeps_what_was_typed(bench: Bench) -> None:
    bench.go("7.3")
    field = bench.panel.page.card.figures.fields[0]
    bench.store.refusal = CchcError("Đĩa đầy.")
    bench.type(field, "90000", ENTER)
    assert field.text() == "90000"
    assert field.hasFocus()
    bench.store.refusal = None
    bench.qtbot.keyClick(field, ENTER)
    assert bench.row("7.3").entry().value("numerator") == Decimal(90000)
    assert field.text() == "90.000"


def test_esc_after_a_refused_write_brings_the_old_figure_back(bench: Bench) -> None:
    bench.go("4.9")
    pair = bench.panel.page.card.pair
    bench.store.refusal = CchcError("Đĩa đầy.")
    bench.type(pair.points, "9", ENTER)
    assert pair.points.text() == "9"
    bench.qtbot.keyClick(pair.points, Qt.Key.Key_Escape)
    assert (pair.points.text(), pair.lost.text()) == ("9,06", "1,44")


def test_a_digit_chooses_a_level(bench: Bench) -> None:
    bench.go("1.2")
    levels = bench.panel.page.card.levels
    bench.panel.focus_first_figure()
    bench.qtbot.keyClick(levels.rows[0], Qt.Key.Key_2)
    assert bench.points("1.2") == Decimal("1.0")
    assert levels.rows[1].isChecked()
    with bench.qtbot.waitSignal(bench.panel.finished):
        bench.qtbot.keyClick(levels.rows[0], ENTER)
    assert bench.points("1.2") == Decimal("0.5")


def test_an_incomplete_set_of_levels_lets_points_be_typed(bench: Bench) -> None:
    bench.go("1.2")
    card = bench.panel.page.card
    assert card.pair.points.isReadOnly()
    bench.qtbot.keyClick(card.levels.rows[0], Qt.Key.Key_3)
    assert not card.pair.points.isReadOnly()
    bench.type(card.pair.points, "0,7", ENTER)
    assert bench.points("1.2") == Decimal("0.7")
    assert card.levels.rows[2].isChecked()


def test_a_case_the_rule_does_not_state_opens_the_points(bench: Bench) -> None:
    bench.go("8.1.3")
    card = bench.panel.page.card
    assert card.pair.points.isReadOnly()
    bench.type(card.figures.fields[0], "14", ENTER)
    assert card.gap.text.startswith("Bộ tiêu chí chưa nêu cách chấm cho trường hợp này")
    grab(bench.panel, "form-rule-unknown")
    bench.type(card.pair.points, "1,5", ENTER)
    assert bench.points("8.1.3") == Decimal("1.5")
    assert not card.pair.points.isReadOnly()


def test_an_unknown_maximum_is_entered_by_the_loss(bench: Bench) -> None:
    bench.run(SetRule(node("7.1"), Manual()))
    bench.run(SetMaximum(node("7.1"), None))
    bench.go("7.1")
    pair = bench.panel.page.card.pair
    bench.panel.focus_first_figure()
    assert pair.lost.hasFocus()
    bench.type(pair.lost, "0,733", ENTER)
    grab(bench.panel, "form-unknown-maximum")
    assert bench.row("7.1").lost == Decimal("0.733")
    assert pair.words == "Bị trừ 0,733; chưa biết điểm tối đa."


def test_two_readings_of_a_number_become_two_buttons(bench: Bench) -> None:
    bench.run(SetRule(node("7.1"), Manual()))
    bench.run(SetMaximum(node("7.1"), None))
    bench.go("7.1")
    pair = bench.panel.page.card.pair
    bench.type(pair.lost, "1.425", ENTER)
    assert [button.text() for button in pair.trouble.buttons] == ["1,425", "1.425"]
    bench.qtbot.mouseClick(pair.trouble.buttons[0], Qt.MouseButton.LeftButton)
    assert bench.row("7.1").lost == Decimal("1.425")
    assert not pair.trouble.isVisible()


def test_a_survey_is_not_scored_but_its_result_is_entered(bench: Bench) -> None:
    bench.go("8.2.1")
    survey, pair = bench.panel.page.card.survey, bench.panel.page.card.pair
    assert pair.points.isReadOnly()
    assert not survey.points.isVisible()
    bench.qtbot.mouseClick(survey.button, Qt.MouseButton.LeftButton)
    grab(bench.panel, "form-survey-open")
    bench.type(survey.index, "90", ENTER)
    assert bench.points("8.2.1") == Decimal("1.35")
    assert survey.points.text() == ""
    mark = bench.row("8.2.1").sheet_mark
    assert mark is not None
    assert mark.figures["index"].source == "Kết quả SIPAS 2022 đã công bố"


def test_a_locked_round_can_only_be_read(bench: Bench) -> None:
    bench.run(LockRound())
    bench.go("7.3")
    page = bench.panel.page
    assert all(field.isReadOnly() for field in page.card.figures.fields)
    assert not page.losses.plus.isVisible()
    assert "đã khóa" in page.card.closed_words
    bench.panel.focus_reason()
    assert not page.losses.is_editing
    grab(bench.panel, "form-locked")


def test_undo_elsewhere_refreshes_the_fields(bench: Bench) -> None:
    bench.go("7.3")
    field = bench.panel.page.card.figures.fields[0]
    bench.type(field, "90000", ENTER)
    bench.desk.undo()
    assert field.text() == "94.385"
    bench.desk.redo()
    assert field.text() == "90.000"


def test_a_change_elsewhere_never_touches_the_field_being_typed(bench: Bench) -> None:
    bench.go("7.3")
    field = bench.panel.page.card.figures.fields[0]
    bench.type(field, "900")
    bench.run(SetPoints(Place(SHEET, node("4.9"), Round.FIRST), Decimal(9)))
    assert field.text() == "900"


def test_a_branch_shows_its_children_and_the_way_down(bench: Bench) -> None:
    bench.go("7")
    branch = bench.panel.page.branch
    assert branch.figures.change.text() == "▼ giảm 36 bậc"
    assert branch.figures.last.text() == "2021: 19/63"
    assert "= 9,303694…" in branch.explanation.text
    names = [row.accessibleName() for row in branch.table.rows if row.isVisible()]
    assert names[2].startswith("7.3 Hồ sơ giải quyết trực tuyến toàn trình: 0,924 trên 1,5")
    bench.panel.focus_first_figure()
    bench.qtbot.keyClick(branch.button, ENTER)
    assert bench.desk.criterion == node("7.1")
    bench.go("7")
    bench.qtbot.mouseClick(branch.table.rows[1], Qt.MouseButton.LeftButton)
    assert bench.desk.criterion == node("7.2")


def test_previous_and_next_walk_the_tree(bench: Bench) -> None:
    bench.go("7.1")
    bench.panel.page.head.stepped.emit(1)
    assert bench.desk.criterion == node("7.2")
    bench.panel.page.head.stepped.emit(-1)
    bench.panel.page.head.stepped.emit(-1)
    assert bench.desk.criterion == node("7")


def test_a_criterion_is_split_off_the_part_not_split(bench: Bench) -> None:
    bench.go("4.9")
    bench.panel.page.split_button.click()
    (dialog,) = bench.panel.findChildren(SplitDialog)
    grab(dialog, "form-split")
    dialog.take()
    assert dialog.trouble.text == "Tên tiêu chí không được để trống."
    dialog.name.setText("Số cấp phó theo quy định")
    dialog.maximum.setText("0,7")
    dialog.take()
    assert bench.row("4.9").maximum == Decimal("9.8")
    assert not dialog.isVisible()


def test_what_was_printed_otherwise_stands_at_the_end(bench: Bench) -> None:
    bench.go("7.3")
    note = bench.panel.page.note
    bench.qtbot.waitUntil(note.isVisible)
    assert note.words.text() == "Báo cáo in bị trừ 0,676, quy tắc cho 0,576: lệch 0,100."
    assert not note.button.isVisible()
    asked: list[bool] = []
    bench.panel.review_asked.connect(lambda: asked.append(True))
    bench.go("7.1")
    bench.go("7.3")
    bench.qtbot.waitUntil(note.button.isVisible)
    note.button.click()
    assert asked == [True]


def test_the_explanation_is_copied_as_text(bench: Bench) -> None:
    bench.go("7.3")
    bench.panel.page.explanation.copy()
    assert "Kết quả: 0,924 điểm" in QApplication.clipboard().text()


def test_evidence_becomes_a_tab_and_leaves_again(bench: Bench) -> None:
    evidence = QWidget()
    bench.qtbot.addWidget(evidence)
    bench.panel.add_tab("TLKC", evidence)
    bench.panel.set_tab_count(evidence, 3)
    assert [bench.panel.tabs.tabText(n) for n in range(3)] == ["Chấm", "TLKC 3", "Giải trình"]
    bench.panel.show_tab(evidence)
    assert evidence.isVisible()
    bench.panel.remove_tab(evidence)
    assert bench.panel.tabs.count() == 4
    assert evidence.parent() is None


def test_a_criterion_that_does_not_apply_can_be_counted_again(bench: Bench) -> None:
    bench.run(SetNotApplicable(SHEET, node("7.3"), not_applicable=True))
    bench.go("7.3")
    assert bench.panel.page.head.state.text == "không áp dụng"
    grab(bench.panel, "form-not-applicable")
    bench.panel.page.card.gap.buttons[0].click()
    assert bench.row("7.3").is_applicable
