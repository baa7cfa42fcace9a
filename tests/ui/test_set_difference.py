"""“So hai năm”: the sets of two years, row by row, filtered, opened, in detail."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from cchc_desktop.commands.base import Command
from cchc_desktop.commands.criteria import (
    AddCriterion,
    RemoveCriterion,
    RenameCriterion,
    SetMaximum,
    SetRule,
)
from cchc_desktop.commands.criterion_info import EditCriterion
from cchc_desktop.commands.sets import CopyAssessment
from cchc_desktop.domain.criteria import Criterion
from cchc_desktop.domain.rules.manual import Manual
from cchc_desktop.domain.rules.ratio import Ratio
from cchc_desktop.domain.set_difference import Difference
from tests.sample_session import ASSESSMENT, sample_session
from tests.ui.criteria_place import press, shown_place
from tests.ui.screens import grab
from ui.criteria.difference_model import Column
from ui.criteria.difference_view import DifferenceView
from ui.criteria.workplace import CriteriaWorkplace
from ui.shared import theme
from ui.shared.desk import Desk
from ui.shared.workplace import WidthClass

D = Decimal


@pytest.fixture
def desk() -> Desk:
    return Desk(sample_session())


@pytest.fixture
def changed(desk: Desk) -> Desk:
    """Return a desk on 2023's set, a copy of 2022's with some differences."""
    copy = CopyAssessment(ASSESSMENT, 2023)
    desk.run(copy)
    desk.open_assessment(copy.id)
    area = at(desk, "7").id
    steps: tuple[Command, ...] = (
        RemoveCriterion(at(desk, "7.2").id),
        SetMaximum(at(desk, "7.1").id, D("1.5")),
        SetRule(at(desk, "1.2").id, Manual()),
        SetRule(at(desk, "7.3").id, Ratio(full_at=D(85))),
        RenameCriterion(at(desk, "1.1").id, "Báo cáo định kỳ"),
        AddCriterion(copy.id, area, "Dữ liệu mở", "7.5", D("1"), before=at(desk, "7.9").id),
        EditCriterion(at(desk, "8.1.3").id, "8.1.3", at(desk, "8.1.3").name, guidance="Mới"),
    )
    for step in steps:
        assert desk.run(step)
    return desk


@pytest.fixture
def show(qtbot: QtBot) -> Callable[[Desk], CriteriaWorkplace]:
    kept = []

    def build(desk: Desk) -> CriteriaWorkplace:
        kept.append(shown_place(qtbot, desk))
        kept[-1].resize(1278, 640)
        kept[-1].views.setCurrentIndex(1)
        return kept[-1]

    return build


def at(desk: Desk, code: str) -> Criterion:
    found = desk.tree.by_code(code)
    assert found is not None
    return found


def texts(view: DifferenceView) -> list[list[str]]:
    model = view.table.model()
    return [
        [str(model.index(row, column).data()) for column in Column]
        for row in range(model.rowCount())
    ]


def row_of(view: DifferenceView, code: str) -> list[str]:
    return next(row for row in texts(view) if code in row[:2])


def test_without_a_second_year_it_says_what_to_do(
    desk: Desk, show: Callable[[Desk], CriteriaWorkplace]
) -> None:
    place = show(desk)
    assert place.difference.is_empty
    grab(place, "so-hai-nam-trong")
    desk.run(CopyAssessment(ASSESSMENT, 2023))
    shown = [place.difference.is_empty]
    assert shown == [False]


def test_what_differs_shows_with_both_codes_and_maxima(
    changed: Desk, show: Callable[[Desk], CriteriaWorkplace]
) -> None:
    view = show(changed).difference
    assert (view.bar.old.currentText(), view.bar.new.currentText()) == (
        "Cấp tỉnh 2022",
        "Cấp tỉnh 2023",
    )
    assert row_of(view, "7.1")[3:] == ["1,0", "1,5", "+0,5", "tối đa tăng"]
    gone = row_of(view, "7.2")
    assert (gone[1], gone[4], gone[5]) == ("–", "–", "\u22121,0")
    assert gone[6] == "bỏ, 1 đơn vị đã có điểm"
    assert row_of(view, "7.5") == ["–", "7.5", "Dữ liệu mở", "–", "1,0", "+1,0", "thêm mới"]
    assert row_of(view, "1.2")[6] == "theo mức → nhập trực tiếp"
    assert row_of(view, "7.3")[6] == "đổi tham số tỷ lệ b ÷ a"
    assert row_of(view, "1.1")[6] == "đổi tên"
    assert row_of(view, "8.1.3")[6] == "đổi hướng dẫn, căn cứ, cơ quan"
    assert row_of(view, "8.1")[:2] == ["8.1", "8.1"]
    assert row_of(view, "2")[6] == "giữ nguyên 1 tiêu chí"
    assert view.total == ("Cộng 8 lĩnh vực, 21 → 21 tiêu chí, 100,0 → 100,0 điểm", "khớp 100 điểm")
    assert [chip.accessibleName() for chip in view.bar.chips.values()] == [
        "Thêm 1", "Đổi tối đa 2", "Đổi cách chấm 2", "Đổi khác 2", "Bỏ 1", "Giữ nguyên 14",
    ]  # fmt: skip


def test_filters_and_areas_show_more_or_less(
    changed: Desk, show: Callable[[Desk], CriteriaWorkplace]
) -> None:
    view = show(changed).difference
    before = len(texts(view))
    view.bar.chips[Difference.GONE].click()
    assert not any(row[1] == "–" for row in texts(view))
    view.bar.chips[None].click()
    assert "2.9" in {row[0] for row in texts(view)}
    view.bar.chips[None].click()
    view.bar.chips[Difference.GONE].click()
    assert len(texts(view)) == before
    place = next(n for n, row in enumerate(texts(view)) if row[0] == "2")
    view.table.selectRow(place)
    press(view.table, Qt.Key.Key_Return)
    assert texts(view)[place + 1][0] == "2.9"
    assert view.table.currentIndex().row() == place
    press(view.table, Qt.Key.Key_Down)
    press(view.table, Qt.Key.Key_Space)
    assert len(texts(view)) == before + 1
    spot = view.table.visualRect(view.table.model().index(place, 0)).center()
    view.table.clicked.emit(view.table.indexAt(QPoint(spot.x(), spot.y())))
    view.table.clicked.emit(view.table.model().index(place, Column.NAME))
    assert len(texts(view)) == before


def test_one_criterion_stands_in_both_years_beside_the_table(
    changed: Desk, show: Callable[[Desk], CriteriaWorkplace]
) -> None:
    place = show(changed)
    view = place.difference
    rows = texts(view)
    view.table.selectRow(next(n for n, row in enumerate(rows) if row[0] == "7.3"))
    lines = {name: (old, new) for name, old, new in view.side.lines}
    assert lines["Đủ điểm khi từ"] == ("–", "85 %")
    assert lines["Tối đa"] == ("1,5", "1,5")
    assert lines["Cơ quan"][0] == lines["Cơ quan"][1]
    for name in ("light", "dark"):
        theme.use(name)
        grab(place, f"so-hai-nam-{name}")
    view.table.selectRow(next(n for n, row in enumerate(rows) if row[1] == "–"))
    assert view.side.note.text() == "Bỏ 7.2 ở 2023 không xóa điểm của 2022."
    view.table.selectRow(next(n for n, row in enumerate(rows) if row[0] == "1.2"))
    assert {n: o for n, o, _ in view.side.lines}["Các mức"].endswith("dòng")
    view.table.selectRow(0)
    assert view.side.note.text() == ""


def test_it_follows_edits_and_undo_while_it_shows(
    changed: Desk, show: Callable[[Desk], CriteriaWorkplace]
) -> None:
    place = show(changed)
    view = place.difference
    changed.run(SetMaximum(at(changed, "7.1").id, D("0.5")))
    assert row_of(view, "7.1")[4:] == ["0,5", "\u22120,5", "tối đa giảm"]
    changed.undo()
    assert row_of(view, "7.1")[5] == "+0,5"
    place.views.setCurrentIndex(0)
    changed.undo()
    place.views.setCurrentIndex(1)
    assert row_of(view, "1.1")[6] == "đổi tên"


def test_years_can_be_swapped_and_a_year_can_stand_twice(
    changed: Desk, show: Callable[[Desk], CriteriaWorkplace]
) -> None:
    view = show(changed).difference
    view.bar.old.setCurrentIndex(1)
    view.bar.new.setCurrentIndex(0)
    view.bar.new.activated.emit(0)
    assert row_of(view, "7.1")[5] == "\u22120,5"
    view.bar.new.setCurrentIndex(1)
    view.bar.new.activated.emit(1)
    assert len(texts(view)) == 8
    header = view.table.model().headerData(3, Qt.Orientation.Horizontal)
    assert header == "Tối đa\ntrước"


def test_the_first_year_is_compared_with_the_next(
    changed: Desk, show: Callable[[Desk], CriteriaWorkplace]
) -> None:
    changed.open_assessment(ASSESSMENT)
    view = show(changed).difference
    assert (view.bar.old.currentText(), view.bar.new.currentText()) == (
        "Cấp tỉnh 2022",
        "Cấp tỉnh 2023",
    )
    view.set_width_class(WidthClass.NARROW)
    assert not view.side.isVisible()


def test_it_fits_every_width_of_the_window(
    changed: Desk, show: Callable[[Desk], CriteriaWorkplace], qtbot: QtBot
) -> None:
    place = show(changed)
    medium, narrow = WidthClass.MEDIUM, WidthClass.NARROW
    sizes = {1278: medium, 1112: medium, 820: narrow, 756: narrow}
    for width, kind in sizes.items():
        place.set_width_class(kind)

        def fits(width: int = width) -> bool:
            place.resize(width, 560)
            return place.width() == width

        qtbot.waitUntil(fits)  # least widths are worked out a turn later
        grab(place, f"so-hai-nam-{width}")
        assert place.tree.toolbar.minimumSizeHint().width() <= 0.57 * width


def test_a_year_that_is_undone_is_no_longer_compared(
    desk: Desk, show: Callable[[Desk], CriteriaWorkplace]
) -> None:
    for year in (2023, 2024):
        desk.run(CopyAssessment(ASSESSMENT, year))
    view = show(desk).difference
    view.bar.new.setCurrentIndex(2)
    view.bar.new.activated.emit(2)
    desk.undo()
    assert view.bar.new.currentText() == "Cấp tỉnh 2023"
    assert view.bar.new.count() == 2


def test_the_rows_are_a_sound_model_and_say_what_differs(
    changed: Desk, show: Callable[[Desk], CriteriaWorkplace], qtmodeltester: ModelTester
) -> None:
    view = show(changed).difference
    model = view.table.model()
    place = next(n for n, row in enumerate(texts(view)) if row[0] == "7.1")
    spoken = model.index(place, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Ứng dụng có dữ liệu dùng chung kết nối qua LGSP. tối đa tăng"
    assert not model.index(place, 0).data(Qt.ItemDataRole.DecorationRole)
    qtmodeltester.check(model)
