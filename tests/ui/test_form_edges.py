"""The right side of Chấm điểm: rarer cases, the mouse, the keyboard, an empty dossier."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cchc_desktop.commands.criteria import SetMaximum, SetRounding, SetRule
from cchc_desktop.commands.marks import ClearMarks, Place, SetFigure, SetNotApplicable
from cchc_desktop.domain.changes import ChangeSet, altered, made
from cchc_desktop.domain.criteria import Criterion
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.marks import Figure, Mark, Method, Round
from cchc_desktop.domain.points import Rounding, RoundingMode
from cchc_desktop.domain.rules.levels import Levels, ScoreLevel
from cchc_desktop.domain.state import State
from cchc_desktop.domain.units import Assessment, AssessmentLevel, Member, Sheet
from cchc_desktop.session import Session
from tests.memory_store import MemoryStore
from tests.ui.form_bench import ENTER, SHEET, START, Bench, node, open_bench
from tests.ui.screens import grab
from ui.marks.form import FormPanel
from ui.marks.form_split import SplitDialog
from ui.shared.desk import Desk
from ui.shared.workplace import WidthClass

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has none
LEFT = Qt.MouseButton.LeftButton


@dataclass(frozen=True)
class OpenYearBefore:
    """The assessment of 2021 with one figure of 7.3."""

    title: str = "mở năm 2021"

    def plan(self, state: State) -> ChangeSet:
        year = Assessment("hd2021", "Cấp tỉnh 2021", 2021, AssessmentLevel.PROVINCE)
        criterion = Criterion("hd2021-7.3", "hd2021", "", "a", "7.3", "Hồ sơ trực tuyến")
        sheet = Sheet("hd2021-tinh", "hd2021", "hai-duong", "a")
        figures = {"numerator": Figure(Decimal(40000))}
        mark = Mark("hd2021-tinh", "hd2021-7.3", Round.FIRST, figures=figures)
        return (
            made("assessment", [year])
            + made("sheet", [sheet])
            + made("criterion", [criterion])
            + made("mark", [mark])
        )


@dataclass(frozen=True)
class AlterRank:
    """Another published rank of area 7."""

    change: int | None
    of: int
    title: str = "sửa hạng"

    def plan(self, state: State) -> ChangeSet:
        result = state.cell(SHEET).result_of(node("7"), 2022)
        assert result is not None
        return altered("published", result, {"rank_change": self.change, "of": self.of})


@dataclass(frozen=True)
class AddMember:
    """The person who works."""

    title: str = "thêm thành viên"

    def plan(self, state: State) -> ChangeSet:
        return made("member", [Member("me", "Nguyễn Văn An")])


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    with open_bench(qtbot) as found:
        yield found


def test_last_years_figure_stands_beside_and_a_large_change_is_marked(bench: Bench) -> None:
    bench.run(OpenYearBefore())
    bench.go("7.3")
    line = bench.panel.page.card.figures._lines[0]
    assert line.before.text() == "2021: 40.000"
    assert line.before.property("tone") == "opentext"
    bench.type(line.field, "50000", ENTER)
    assert line.before.property("tone") == "text3"
    assert bench.panel.page.card.figures._lines[1].before.text() == "2021: –"


def test_an_empty_dossier_says_where_criteria_come_from(qtbot: QtBot) -> None:
    desk = Desk(Session(MemoryStore(), lambda: START))
    panel = FormPanel(desk)
    qtbot.addWidget(panel)
    panel.show()
    assert panel._empty.isVisible()
    panel.focus_first_figure()
    panel.focus_reason()
    panel.take()
    panel.page.head.stepped.emit(1)
    panel.page.split()
    panel.page.losses.add()
    panel.set_width_class(WidthClass.MEDIUM)
    desk.leave()


def test_a_hidden_panel_catches_up_when_it_shows(bench: Bench) -> None:
    bench.go("7.3")
    bench.panel.hide()
    bench.go("7.1")
    assert bench.panel.page.head.code.text == "7.3"
    bench.panel.show()
    assert bench.panel.page.head.code.text == "7.1"


def test_a_level_is_chosen_by_the_mouse(bench: Bench) -> None:
    bench.go("1.2")
    row = bench.panel.page.card.levels._rows[1]
    bench.qtbot.mouseClick(row, LEFT, pos=QPoint(200, 8))
    assert bench.points("1.2") == Decimal("1.0")
    bench.qtbot.mouseClick(bench.panel.page.card.levels.rows[0], LEFT)
    assert bench.points("1.2") == Decimal("0.5")
    bench.qtbot.keyClick(row, Qt.Key.Key_9)
    assert bench.points("1.2") == Decimal("0.5")


def test_another_set_of_levels_makes_other_rows(bench: Bench) -> None:
    bench.go("1.2")
    levels = tuple(ScoreLevel(f"m{n}", f"mức {n}", Decimal(n) / 10) for n in range(11))
    bench.run(SetRule(node("1.2"), Levels(levels, is_complete=True)))
    form = bench.panel.page.card.levels
    assert len(form.rows) == 11
    bench.panel.focus_first_figure()
    assert form.rows[0].hasFocus()
    bench.qtbot.keyClick(form.rows[0], Qt.Key.Key_5)
    assert bench.points("1.2") == Decimal("0.4")
    assert bench.panel.page.card.pair.points.isReadOnly()


def test_faults_are_counted(bench: Bench) -> None:
    bench.go("1.1")
    bench.panel.focus_first_figure()
    (field,) = bench.panel.page.card.figures.fields
    bench.type(field, "-1", ENTER)
    assert "nhỏ hơn 0" in bench.panel.page.card.figures.trouble.text
    with bench.qtbot.waitSignal(bench.panel.finished):
        bench.type(field, "3", ENTER)
    assert bench.points("1.1") == Decimal("0.2")
    bench.type(field, "", ENTER)
    assert bench.points("1.1") is None
    assert bench.panel.page.card.pair.words == "Chưa có điểm."


def test_points_of_a_manual_criterion_are_typed_and_cleared(bench: Bench) -> None:
    bench.go("1.9")
    pair = bench.panel.page.card.pair
    bench.panel.focus_first_figure()
    assert pair.points.hasFocus()
    bench.type(pair.points, "abc")
    assert pair.lost.text() == ""
    bench.type(pair.points, "", ENTER)
    assert bench.points("1.9") is None
    with bench.qtbot.waitSignal(bench.panel.finished):
        bench.type(pair.points, "6", ENTER)
    assert bench.points("1.9") == Decimal(6)


def test_a_refused_loss_gives_way_to_typed_points(bench: Bench) -> None:
    bench.go("4.9")
    pair = bench.panel.page.card.pair
    bench.type(pair.lost, "99", ENTER)
    assert pair.trouble.isVisible()
    bench.type(pair.points, "10")
    assert pair.lost.text() == "0,5"
    bench.store.refusal = CchcError("Đĩa đầy.")
    bench.type(pair.lost, "1", ENTER)
    assert pair.lost.text() == "1"


def test_a_refused_survey_result_is_kept(bench: Bench) -> None:
    bench.go("8.2.1")
    survey = bench.panel.page.card.survey
    bench.panel.focus_first_figure()
    assert survey.button.hasFocus()
    survey.open()
    bench.panel.focus_first_figure()
    bench.store.refusal = CchcError("Đĩa đầy.")
    bench.type(survey.points, "1,3", ENTER)
    assert survey.points.text() == "1,3"
    bench.store.refusal = None
    survey.source.setText("SIPAS 2022")
    bench.go("8.2.2")
    mark = bench.row("8.2.1").sheet_mark
    assert mark is not None
    assert mark.figures["points"].value == Decimal("1.3")
    assert not survey.points.isVisible()
    bench.run(ClearMarks(SHEET, (node("8.2.2"),), Round.FIRST))
    assert survey.button.text().strip() == "Nhập kết quả khảo sát"


def test_children_that_do_not_count_or_have_no_maximum_show_so(bench: Bench) -> None:
    bench.run(SetNotApplicable(SHEET, node("7.1"), not_applicable=True))
    bench.run(SetMaximum(node("7.2"), None))
    bench.go("7")
    grab(bench.panel, "form-children")
    rows = bench.panel.page.branch.table.rows
    assert "– điểm" in rows[1].accessibleName()
    rows[0].setFocus()
    assert rows[0].hasFocus()


@pytest.mark.parametrize(
    ("change", "of", "words", "last"),
    [
        (7, 63, "▲ tăng 7 bậc", "2021: 19/63"),
        (0, 63, "= giữ nguyên", "2021: 19/63"),
        (None, 63, "▼ giảm 36 bậc", "2021: 19/63"),
        (-3, 34, "", "2021: 19/63, số đơn vị đã đổi"),
    ],
)
def test_a_change_of_rank_is_said_in_words(
    bench: Bench, change: int | None, of: int, words: str, last: str
) -> None:
    bench.run(AlterRank(change, of))
    bench.go("7")
    figures = bench.panel.page.branch.figures
    assert (figures.change.text(), figures.last.text()) == (words, last)


def test_a_branch_without_a_published_rank_shows_none(bench: Bench) -> None:
    bench.go("8")
    assert not bench.panel.page.branch.figures._ranks.isVisible()


def test_the_history_speaks_of_every_kind_of_change(bench: Bench) -> None:
    bench.run(AddMember())
    bench.go("1.2")
    bench.panel.page.card.levels.chosen.emit("muc-2")
    bench.run(SetNotApplicable(SHEET, node("7.3"), not_applicable=True))
    bench.run(SetMaximum(node("7.3"), Decimal(2)))
    bench.run(SetRounding(node("7.3"), Rounding(RoundingMode.HALF_UP, 2)))
    bench.go("4.9")
    losses = bench.panel.page.losses
    losses.open(0)
    losses.editor.method.setCurrentIndex(3)
    losses.editor.method.activated.emit(3)
    losses.editor.pick(losses.editor.agencies, "Sở Y tế")
    bench.panel.tabs.setCurrentIndex(3)
    assert bench.panel.history.details[0] == "cơ quan tham mưu: trống → Sở Y tế"
    assert bench.panel.history.details[1].startswith("cách chấm: thẩm định qua tài liệu → khảo")
    bench.go("1.2")
    level = "từ 3 cuộc và có văn bản chỉ đạo"
    assert bench.panel.history.details[0].endswith(f"chỉ đạo → {level}")
    bench.go("7.3")
    details = bench.panel.history.details
    assert details[0] == "đổi làm tròn"
    assert details[1] == "điểm tối đa: 1,5 → 2"
    assert details[2] == "không áp dụng: không → có"


def test_a_split_can_be_given_up(bench: Bench) -> None:
    bench.go("4.9")
    bench.panel.page.split()
    (dialog,) = bench.panel.findChildren(SplitDialog)
    dialog.name.setText("Số cấp phó")
    dialog.take()
    assert dialog.trouble.text == "Nhập điểm tối đa lớn hơn 0."
    dialog.maximum.setText("11")
    dialog.take()
    assert "10,5" in dialog.trouble.text
    dialog.reject()
    assert bench.row("4.9").maximum == Decimal("10.5")


def test_the_copied_steps_leave_nothing_out_beside_the_inputs(bench: Bench) -> None:
    bench.panel.set_width_class(WidthClass.MEDIUM)
    bench.go("7.3")
    bench.panel.page.explanation.copy()
    assert "Căn cứ: Quyết định 876/QĐ-BNV" in QApplication.clipboard().text()
    assert bench.panel.page.card.pair.words == ""
    bench.panel.set_width_class(WidthClass.WIDE)
    assert bench.panel.page.card.pair.words.startswith("Được 0,924")


def test_the_reading_of_a_read_only_dossier_says_why(qtbot: QtBot) -> None:
    with open_bench(qtbot) as bench:
        bench.store.read_only_reason = "Thư mục không ghi được."
        bench.go("7.3")
        assert bench.panel.page.card.closed_words == "Chỉ xem. Thư mục không ghi được."
        rows = bench.panel.page.losses.rows
        bench.qtbot.mouseClick(rows[0], LEFT)
        assert not bench.panel.page.losses.is_editing


def test_all_fields_of_an_open_loss_are_taken_when_the_criterion_is_left(bench: Bench) -> None:
    bench.go("4.9")
    losses = bench.panel.page.losses
    losses.open(0)
    bench.type(losses.editor.amount, "0,6")
    losses.editor.reason.setText("ly do moi")
    losses.editor.at_fault.setText("Sở Y tế")
    bench.go("7.3")
    bench.go("4.9")
    assert bench.points("4.9") == Decimal("9.16")
    assert losses.rows[0].reason.text() == "ly do moi"
    assert losses.rows[0].at_fault.text() == "Đơn vị để xảy ra: Sở Y tế"


def test_a_refused_method_shows_the_old_one(bench: Bench) -> None:
    bench.go("4.9")
    losses = bench.panel.page.losses
    losses.open(0)
    bench.store.refusal = CchcError("Đĩa đầy.")
    losses.editor.method.setCurrentIndex(3)
    losses.editor.method.activated.emit(3)
    assert losses.editor.method.currentData() == Method.APPRAISAL


def test_a_part_of_a_thing_is_refused_beside_the_field(bench: Bench) -> None:
    bench.go("7.3")
    figures = bench.panel.page.card.figures
    before = bench.desk.state
    bench.type(figures.fields[0], "94,385", ENTER)
    assert "là số đếm, không nhận 94,385" in figures.fields[0].reason
    assert "94.385" in figures.fields[0].reason
    assert bench.desk.state is before
    bench.type(figures.fields[0], "94.385", ENTER)
    assert figures.fields[0].reason == ""


def test_unit_and_round_stand_bold_after_a_switch_until_something_is_entered(bench: Bench) -> None:
    bench.go("7.3")
    card = bench.panel.page.card
    assert (card._unit.font().weight(), card._head.property("kind")) == (600, "band")
    bench.desk.switch(bench.desk.sheet, Round.PUBLISHED)
    assert (card._unit.font().weight(), card._head.property("kind")) == (700, "bandnew")
    bench.go("1.1")
    grab(bench.panel, "form-doi-vong")
    assert card._unit.font().weight() == 700
    bench.run(SetFigure(Place(SHEET, node("1.1"), Round.PUBLISHED), "faults", Decimal(2)))
    assert (card._unit.font().weight(), card._head.property("kind")) == (600, "band")
