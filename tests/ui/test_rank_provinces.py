"""The own province among announced totals: pasted, ranked live, taken away."""

from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cchc_desktop.commands.known_totals import PasteKnownTotals
from cchc_desktop.commands.marks import SetFigure
from cchc_desktop.domain.known_totals import OWN, KnownRow
from cchc_desktop.wording.ranking import rank_moved
from tests.sample_session import ASSESSMENT
from tests.sample_session import place as sample_place
from tests.ui import rooms
from tests.ui.league import league_desk, place_on
from tests.ui.score_desk import sample_desk
from tests.ui.screens import grab
from ui.main_window import MainWindow
from ui.rank.ladder import apart
from ui.rank.provinces_table import words
from ui.rank.what_if import WhatIf
from ui.rank.workplace import PROVINCES, UNITS, RankWorkplace
from ui.shared import theme
from ui.shared.workplace import WidthClass

D = Decimal
DAY = date(2023, 4, 19)
NEAR = tuple(KnownRow(f"Tỉnh số {n}", D("83.52") + D(n - 46) * D("-0.14"), n) for n in range(1, 63))
"""62 provinces, the own total stands at rank 46 beside the one that equals it."""


def is_empty(place: RankWorkplace) -> bool:
    return place.provinces.is_empty


def test_a_province_alone_is_asked_for_the_others(qtbot: QtBot) -> None:
    desk = sample_desk()
    place = place_on(qtbot, desk)
    assert place.current == PROVINCES
    assert is_empty(place)
    place.provinces.first_button.click()
    dialog = place.provinces.dialog
    assert dialog is not None
    assert not dialog.go.isEnabled()
    dialog.lines.setPlainText("Hạng\tTỉnh\n1\tHải Phòng\t90,09\t2\nHải Dương\t83,52\nA\nB\nC\nD")
    assert dialog.read.text() == "Đọc được 1 tỉnh"
    assert "và 2 dòng khác" in dialog.refusal.text()
    dialog.go.click()
    assert not is_empty(place)
    assert [row.name for row in place.provinces.provinces.rows] == ["Hải Phòng", "Tỉnh Hải Dương"]
    assert desk.session.undo_title == "ghi điểm của 1 tỉnh"
    desk.undo()
    assert is_empty(place)


def test_the_own_rank_and_the_way_up_follow_every_mark(qtbot: QtBot) -> None:
    desk = sample_desk()
    place = place_on(qtbot, desk)
    desk.run(PasteKnownTotals(ASSESSMENT, NEAR, DAY))
    own = place.provinces.provinces.own
    assert words(own)[:3] == ("46", "Tỉnh Hải Dương", "B")
    assert own.is_tied
    assert own.change == 19 - 46
    at = place.provinces.provinces.rows.index(own)
    near = [place.provinces.provinces.rows[at + step].apart for step in (-1, 0, 1, 2)]
    assert near == [D("0.14"), 0, 0, D("-0.14")]
    side = place.provinces.side
    assert side.of.text() == "/ 63"
    assert side.way.text().startswith("Còn 0,14 điểm để lên hạng 45 (Tỉnh số 45).")
    desk.run(SetFigure(sample_place("7.3"), "numerator", D(0)))
    assert place.provinces.provinces.own.rank == 53
    assert side.rank.text() == "53"
    assert len(place.provinces.side.ladder.accessibleDescription().split(";")) == 9
    desk.run(SetFigure(sample_place("7.3"), "numerator", None))
    assert side.rank.text() == "–"
    assert side.of.text() == "chưa đủ điểm"
    assert place.provinces.provinces.rows[-1].is_own


def type_points(place: RankWorkplace, text: str) -> None:
    field = place.provinces.side.what_if.field
    field.setText(text)
    field.textEdited.emit(text)


def test_points_that_are_tried_stand_beside_what_is_and_nothing_is_written(qtbot: QtBot) -> None:
    desk = sample_desk()
    place = place_on(qtbot, desk)
    desk.run(PasteKnownTotals(ASSESSMENT, NEAR, DAY))
    desk.choose(sample_place("7.3").criterion)
    view, side = place.provinces, place.provinces.side
    before, low = desk.state, view.pinned.height()
    assert side.dropping.isHidden()
    type_points(place, "1,344")
    assert [words(row)[:4] for row in view.pinned.rows] == [
        ("46", "Tỉnh Hải Dương", "B", "83,52"),
        ("43", "Với giá trị đang gõ", "B", "83,94"),
    ]
    assert view.pinned.rows[1].source == "chưa ghi"
    assert view.pinned.height() == low + 26
    trial = view.provinces.trial
    assert trial is not None
    names = {row.key: row.name for row in view.provinces.rows}
    assert [names[key] for key in trial.passed] == [f"Tỉnh số {n}" for n in (44, 45, 46)]
    assert side.what_if.lines == (
        ("Điểm 7.3", "0,924", "→ 1,344"), ("Tổng điểm", "83,52", "→ 83,94"), ("Hạng", "46", "→ 43"),
    )  # fmt: skip
    assert side.what_if.said.text() == "Lên 3 bậc, vượt Tỉnh số 44, Tỉnh số 45, Tỉnh số 46."
    assert "Với giá trị đang gõ" in side.ladder.accessibleDescription()
    assert desk.state is before
    side.dropping.click()
    assert len(view.pinned.rows) == 1
    assert side.what_if.field.text() == ""


def test_tried_points_follow_the_sheet_and_stay_within_the_maximum(qtbot: QtBot) -> None:
    desk = sample_desk()
    place = place_on(qtbot, desk)
    desk.run(PasteKnownTotals(ASSESSMENT, NEAR, DAY))
    desk.choose(sample_place("7.3").criterion)
    what_if = place.provinces.side.what_if
    type_points(place, "1,6")
    what_if.field.take()
    assert "nằm ngoài khoảng 0 đến 1,5" in what_if.reason.text()
    assert place.provinces.provinces.trial is None
    type_points(place, "0")
    assert what_if.said.text() == "Xuống 7 bậc."
    desk.run(SetFigure(sample_place("7.3"), "numerator", D(0)))
    assert what_if.said.text() == "Giữ nguyên hạng."
    desk.run(SetFigure(sample_place("7.3"), "numerator", None))
    assert what_if.said.text() == "Sẽ xếp hạng 53."
    desk.choose(sample_place("7.2").criterion)
    assert place.provinces.provinces.trial is None
    assert what_if.leaf.currentData() == sample_place("7.2").criterion
    what_if.leaf.setCurrentIndex(0)
    what_if.leaf.activated.emit(0)
    assert what_if.leaf.currentIndex() == 0
    assert rank_moved(5, None, ()) == "Chưa đủ điểm để xếp hạng."
    assert rank_moved(9, 5, list("abcd")) == "Lên 4 bậc, vượt a, b, c và 1 tỉnh khác."


def test_known_totals_are_taken_away_and_come_back(qtbot: QtBot) -> None:
    desk = sample_desk()
    desk.run(PasteKnownTotals(ASSESSMENT, NEAR, DAY))
    place = place_on(qtbot, desk)
    view = place.provinces
    place.provinces.bar.own.click()
    remove, clear = view.bar.menu.actions()
    remove.trigger()  # the own row stays
    assert len(view.provinces.rows) == 63
    view.table.selectRow(0)
    remove.trigger()
    assert len(view.provinces.rows) == 62
    clear.trigger()
    assert is_empty(place)
    desk.undo()
    assert len(view.provinces.rows) == 62
    assert view.provinces.rows[view.provinces.league.place_of(OWN)].is_own


def test_the_views_switch_by_tab_and_key_and_only_where_they_apply(qtbot: QtBot) -> None:
    place = place_on(qtbot, sample_desk())
    place.show_view(UNITS)
    assert place.current == UNITS
    place.tabs.setCurrentIndex(PROVINCES)
    assert place.current == PROVINCES
    with qtbot.waitSignal(place.place_asked):
        place.provinces.sheet_asked.emit()
    place.set_width_class(WidthClass.NARROW)
    assert place.provinces.side.isHidden()
    other = place_on(qtbot, league_desk())
    assert not other.tabs.isTabVisible(PROVINCES)
    other.show_view(PROVINCES)
    assert other.current == UNITS


def test_the_ladder_is_copied_as_a_picture_and_as_a_table(qtbot: QtBot) -> None:
    desk = sample_desk()
    place = place_on(qtbot, desk)
    desk.run(PasteKnownTotals(ASSESSMENT, NEAR, DAY))
    picture, data = place.provinces.side.ladder.menu().actions()
    data.trigger()
    lines = QApplication.clipboard().text().splitlines()
    assert lines[0] == "Hạng\tTỉnh\tĐiểm"
    assert "46\tTỉnh Hải Dương\t83,52" in lines
    picture.trigger()
    assert not QApplication.clipboard().pixmap().isNull()


def test_labels_of_the_ladder_never_cover_each_other() -> None:
    spots = [20.0, 21.0, 100.0, 101.0, 102.0, 180.0, 199.0]
    found = apart(spots, 200)
    assert all(after - before >= 19 for before, after in pairwise(found))
    assert found[-1] <= 200 - 19 / 2
    assert not apart([], 200)


def test_the_model_speaks_its_titles(qtbot: QtBot) -> None:
    desk = sample_desk()
    desk.run(PasteKnownTotals(ASSESSMENT, NEAR[:2], DAY))
    model = place_on(qtbot, desk).provinces.model
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Tỉnh, thành phố"
    assert model.headerData(4, Qt.Orientation.Horizontal) == "2021"
    assert model.headerData(1, Qt.Orientation.Vertical) is None
    assert model.index(0, 7).data() == "ghi 19/04/2023"
    assert model.rowCount(model.index(0, 0)) == model.columnCount(model.index(0, 0)) == 0
    assert model.rowCount(QModelIndex()) == 3


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(1366, 696), (1920, 1008), (1093, 542)])
def test_provinces_in_the_window(
    qtbot: QtBot, tmp_path: Path, width: int, height: int, name: theme.Name
) -> None:
    window = MainWindow(rooms.doors(), tmp_path / "settings.json")
    qtbot.addWidget(window)
    theme.use(name)
    window.resize(width, height)
    window.show()
    window.open_dossier(Path("Hai-Duong-2022.cchc"))
    view = rooms.opened(window).view
    view.desk.run(PasteKnownTotals(ASSESSMENT, NEAR, DAY))
    view.show_place("rank")
    assert grab(window, f"rank-provinces-{width}x{height}-{name}").exists()
    (what_if,) = window.findChildren(WhatIf)
    if not what_if.isVisible():
        window.menus.actions["right"].trigger()
    assert what_if.isVisible(), "points can be tried at every width"
    view.desk.choose(sample_place("7.3").criterion)
    what_if.field.setText("1,344")
    what_if.field.textEdited.emit("1,344")
    assert grab(window, f"rank-provinces-typed-{width}x{height}-{name}").exists()
    window.close()
    QApplication.processEvents()
