"""The league: ranks on the screen, the way up, units added, renamed and taken away."""

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cchc_desktop.commands.marks import Place, SetNotApplicable, SetPoints
from cchc_desktop.commands.units import SetRankSettings
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.ranking import Ties
from tests.ui import rooms
from tests.ui.league import league_command, league_desk, place_on
from tests.ui.score_desk import sample_desk, session_of
from tests.ui.screens import grab
from ui.main_window import MainWindow
from ui.rank.ask import AddUnitsDialog, RankSettingsDialog, RemoveUnitDialog, RenameUnitDialog
from ui.rank.profile import ProfileChart
from ui.rank.row_paint import CellPainter
from ui.rank.standings import AreaShare, Standings
from ui.rank.workplace import UNITS, RankWorkplace
from ui.shared import theme
from ui.shared.desk import Desk
from ui.shared.workplace import WidthClass

D = Decimal
FOUR = (D(90), D(80), D(70), D(50))


@pytest.fixture
def desk() -> Desk:
    return league_desk()


def is_empty(place: RankWorkplace) -> bool:
    return place.units.is_empty


def column(place: RankWorkplace, title: str) -> list[str]:
    model = place.units.model
    titles = [
        str(model.headerData(n, Qt.Orientation.Horizontal)) for n in range(model.columnCount())
    ]
    at = titles.index(title)
    return [str(model.index(row, at).data()) for row in range(model.rowCount())]


def test_units_stand_in_rank_order_with_ties_and_the_incomplete_last(
    qtbot: QtBot, desk: Desk
) -> None:
    place = place_on(qtbot, desk)
    ranks = column(place, "Hạng")
    assert ranks[7:11] == ["8", "9", "9", "11"]
    assert ranks[-1] == "–"
    assert column(place, "Đơn vị")[-1] == "Sở Y tế"
    assert column(place, "Xếp loại")[-1] == "chưa đủ"
    assert set(column(place, "Xếp loại")[:-1]) == {""}  # no thresholds, no ratings
    assert column(place, "Tối đa")[7] == "96,0"
    desk.run(SetRankSettings("so", Ties.DENSE, FOUR))
    assert column(place, "Hạng")[7:11] == ["8", "9", "9", "10"]
    assert column(place, "Xếp loại")[0] == "Xuất sắc"
    assert place.units.bar.ties.accessibleName() == "Đồng hạng 1-2-2-3"


def test_it_says_why_units_of_other_maxima_are_ranked_by_index(qtbot: QtBot, desk: Desk) -> None:
    place = place_on(qtbot, desk)
    bar = place.units.filters
    assert bar.why.text() == "theo chỉ số: 1 đơn vị khác điểm tối đa"
    bar.by.setCurrentIndex(bar.by.findText("Chỉ số"))
    bar.by.activated.emit(bar.by.currentIndex())
    assert not bar.why.text()
    bar.by.setCurrentIndex(bar.by.findText("Tổng điểm"))
    bar.by.activated.emit(bar.by.currentIndex())
    assert bar.why.text()
    desk.run(SetNotApplicable("s0007", "6.2", not_applicable=False))
    assert not bar.why.text()


def test_an_area_counts_only_what_applies_to_the_unit(desk: Desk) -> None:
    standings = Standings(desk)
    rows = {standings.row(at).sheet: standings.row(at) for at in range(20)}
    (six,) = [at for at, area in enumerate(standings.areas) if area.code == "6"]
    assert (rows["s0006"].areas[six].maximum, rows["s0006"].is_full) == (D(8), True)
    assert (rows["s0007"].areas[six].maximum, rows["s0007"].is_full) == (D(4), False)


def test_rank_and_rating_move_while_a_figure_is_typed(qtbot: QtBot, desk: Desk) -> None:
    desk.run(SetRankSettings("so", Ties.STANDARD, FOUR))
    place = place_on(qtbot, desk)
    desk.switch("s0006", Round.FIRST)
    assert place.units.side.rank.text() == "7"
    assert place.units.table.way_up is not None
    assert "để lên hạng 6" in place.units.table.way_up.lead
    for leaf in desk.tree.leaves:
        desk.run(SetPoints(Place("s0006", leaf.id, Round.FIRST), leaf.maximum))
    assert place.units.side.rank.text() == "1"
    assert place.units.table.currentIndex().row() == 0
    assert place.units.table.way_up.lead == "Đang đứng đầu"
    assert column(place, "Xếp loại")[0] == "Xuất sắc"
    desk.undo()
    assert place.units.side.rank.text() != ""


def test_a_hidden_league_is_ranked_when_it_is_looked_at(qtbot: QtBot, desk: Desk) -> None:
    place = place_on(qtbot, desk)
    place.hide()
    before = column(place, "Tổng")
    desk.run(SetPoints(Place("s0019", "8.1", Round.FIRST), D(10)))
    assert column(place, "Tổng") == before
    place.show()
    assert column(place, "Tổng") != before


def test_a_row_chosen_is_the_unit_of_the_desk(qtbot: QtBot, desk: Desk) -> None:
    place = place_on(qtbot, desk)
    table = place.units.table
    table.setFocus()
    table.selectRow(4)
    assert desk.sheet == "s0004"
    assert place.units.side.name.text() == "Sở Tài chính"
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert desk.sheet == "s0005"
    place.units.side.step_asked.emit(-1)
    assert desk.sheet == "s0004"
    with qtbot.waitSignal(place.place_asked) as asked:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert asked.args == ["score"]


def test_the_profile_says_its_numbers_and_is_copied(qtbot: QtBot, desk: Desk) -> None:
    place = place_on(qtbot, desk)
    (chart,) = place.findChildren(ProfileChart)
    said = chart.accessibleDescription().split("; ")[0]
    assert chart.hint(5).split(":")[0] in said
    assert "bình quân" in chart.hint(5)
    assert chart.hint(-1) == chart.hint(100_000) == ""
    chart.menu().actions()[1].trigger()
    lines = QApplication.clipboard().text().splitlines()
    assert lines[0].split("\t") == ["Mã", "Lĩnh vực", "Điểm", "Tối đa", "Bình quân (%)"]
    assert len(lines) == 1 + len(chart.accessibleDescription().split("; "))


def test_units_are_ranked_by_area_criterion_and_group(qtbot: QtBot, desk: Desk) -> None:
    desk.choose("3.2")
    place = place_on(qtbot, desk)
    filters = place.units.filters
    words = [filters.by.itemText(row) for row in range(filters.by.count())]
    assert words[:3] == ["Tổng điểm", "Chỉ số", "1 Công tác chỉ đạo, điều hành"]
    assert words[-1] == "3.2 Tiêu chí 3.2"
    for row in range(filters.by.count()):
        filters.by.setCurrentIndex(row)
        filters.by.activated.emit(row)
        assert place.units.standings.by == filters.by.currentData()
    assert "3.2" in [place.units.model.headerData(n, Qt.Orientation.Horizontal) for n in range(15)]
    assert place.units.standings.league.of == 20
    points = [D(text.replace(",", ".")) for text in column(place, "3.2")]
    assert points == sorted(points, reverse=True)
    filters.chips["ban"].click()
    assert place.units.model.rowCount() == 3
    assert "Bình quân 3 đơn vị" in place.units.means.words(1)
    desk.switch("s0000", Round.FIRST)  # not in this group
    assert not place.units.table.currentIndex().isValid()
    place.units.side.step_asked.emit(-1)
    filters.chips[""].click()
    filters.percent.choose(1)
    assert "," not in column(place, "1")[0].partition(",")[2]


def test_a_single_unit_leads_to_one_button(qtbot: QtBot) -> None:
    desk = sample_desk()
    place = place_on(qtbot, desk)
    place.show_view(UNITS)
    assert is_empty(place)
    place.units.first_button.click()
    dialog = place.units.dialog
    assert isinstance(dialog, AddUnitsDialog)
    dialog.go.click()
    assert "Chưa có tên" in dialog.refusal.text()
    dialog.names.setPlainText("Tỉnh Hải Dương")
    dialog.go.click()
    assert "đã có đơn vị" in dialog.refusal.text()
    dialog.names.setPlainText("\n".join(f"Tỉnh {n}" for n in range(12)))
    dialog.go.click()
    assert not is_empty(place)
    assert place.units.model.rowCount() == 13
    assert not place.units.side.isHidden()
    desk.undo()
    assert is_empty(place)


def test_a_unit_is_renamed_and_taken_away(qtbot: QtBot, desk: Desk) -> None:
    place = place_on(qtbot, desk)
    desk.switch("s0002", Round.FIRST)
    rename, remove, settings = place.units.bar.menu.actions()
    rename.trigger()
    dialog = place.units.dialog
    assert isinstance(dialog, RenameUnitDialog)
    dialog.name.setText("Sở Khoa học")
    dialog.go.click()
    assert "Sở Khoa học" in column(place, "Đơn vị")
    remove.trigger()
    gone = place.units.dialog
    assert isinstance(gone, RemoveUnitDialog)
    gone.go.click()
    assert "Sở Khoa học" not in column(place, "Đơn vị")
    assert desk.sheet in desk.state.sheets
    settings.trigger()
    asked = place.units.dialog
    assert isinstance(asked, RankSettingsDialog)
    for field, text in zip(asked.least, ("90", "80", "x", "50"), strict=True):
        field.setText(text)
    asked.go.click()
    assert not asked.refusal.isHidden()
    asked.least[2].setText("70,5")
    asked.go.click()
    assert place.units.standings.settings.thresholds == (D(90), D(80), D("70.5"), D(50))


def test_nothing_can_be_changed_in_a_read_only_dossier(qtbot: QtBot) -> None:
    place = place_on(qtbot, Desk(rooms.sample_session(read_only="Đang mở ở máy khác.")))
    assert not place.units.first_button.isEnabled()
    assert not place.units.bar.add.isEnabled()


def test_a_narrow_window_keeps_the_league_alone_until_the_panel_is_asked_for(
    qtbot: QtBot, desk: Desk
) -> None:
    place = place_on(qtbot, desk)
    assert place.units.bar.details.isHidden()
    place.set_width_class(WidthClass.NARROW)
    assert place.units.side.isHidden()
    place.units.bar.details.click()
    assert not place.units.side.isHidden()
    hidden = [place.units.table.isColumnHidden(n) for n in range(place.units.model.columnCount())]
    rating = [True]  # no thresholds are set
    assert hidden == [False] * 2 + [True] * 8 + [False] * 3 + rating + [False]
    desk.run(SetPoints(Place("s0000", "3.2", Round.FIRST), D(1)))
    assert not place.units.side.isHidden(), "a change does not close it"
    place.toggle_right()
    assert place.units.side.isHidden()
    place.set_width_class(WidthClass.MEDIUM)
    assert not place.units.side.isHidden()


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(1366, 696), (1920, 1008), (1093, 542)])
def test_the_league_in_the_window(
    qtbot: QtBot, tmp_path: Path, width: int, height: int, name: theme.Name
) -> None:
    session = session_of(league_command())
    session.run(SetRankSettings("so", Ties.STANDARD, FOUR))
    window = MainWindow(rooms.doors(lambda path: session), tmp_path / "settings.json")
    qtbot.addWidget(window)
    theme.use(name)
    window.resize(width, height)
    window.show()
    window.open_dossier(Path("So-nganh-2022.cchc"))
    view = rooms.opened(window).view
    view.show_place("rank")
    view.desk.switch("s0006", Round.FIRST)
    assert rooms.head_of(view).rank.text == "Hạng 7 / 16 cùng nhóm Tốt"
    assert grab(window, f"rank-{width}x{height}-{name}").exists()
    place = view.workplace("rank")
    assert isinstance(place, RankWorkplace)
    was_hidden = place.units.side.isHidden()
    window.menus.actions["right"].trigger()
    assert (view.current, place.units.side.isHidden()) == ("rank", not was_hidden)
    grab(window, f"rank-f9-{width}x{height}-{name}")
    place.units.sheet_asked.emit()
    assert view.current == "score"
    window.close()
    QApplication.processEvents()


def test_letters_go_to_a_unit_and_ctrl_g_brings_the_own_row_into_sight(
    qtbot: QtBot, desk: Desk
) -> None:
    place = place_on(qtbot, desk)
    place.resize(1278, 260)
    table = place.units.table

    def name() -> str:
        return str(place.units.model.index(table.currentIndex().row(), 1).data())

    for letters, unit in (("y te", "Sở Y tế"), ("thuê", "Cục Thuế tỉnh")):
        table.keyboardSearch("?")  # whatever was typed before ends here
        for letter in letters:
            table.keyboardSearch(letter)
        assert name() == unit
    assert desk.state.units[desk.state.sheets[desk.sheet].unit].name == "Cục Thuế tỉnh"
    for _ in range(3):
        table.keyboardSearch("s")
    assert name().startswith("Sở")
    own = table.currentIndex()
    far = 0 if own.row() > len(place.units.standings) // 2 else len(place.units.standings) - 1
    table.scrollTo(place.units.model.index(far, 0))
    inside = table.viewport().rect()
    assert not inside.intersects(table.visualRect(own))
    QTest.keyClick(table, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert inside.contains(table.visualRect(own).center())


def test_the_ground_of_an_area_follows_the_bands_of_the_rating(qtbot: QtBot, desk: Desk) -> None:
    place = place_on(qtbot, desk)
    standings = place.units.standings
    assert standings.heat == (D(90), D(80), D(70)), "the groups of the Ministry until it is set"
    desk.run(SetRankSettings("so", Ties.STANDARD, (D(95), D(85), D(75), D(40))))
    assert standings.heat == (D(95), D(85), D(75))
    painter = CellPainter()

    def inks(percent: str) -> int:
        image = QImage(46, 26, QImage.Format.Format_RGB32)
        image.fill(theme.color("surface"))
        on = QPainter(image)
        share = AreaShare(D(percent), D(100))
        painter.area(on, QRectF(0, 0, 46, 25), (share, ""), standings.heat)
        on.end()
        spots = [image.pixelColor(x, 6).name() for x in range(4, 42)]
        return len(set(spots)) * 1000 + (255 - QColor(spots[0]).blue())

    plain, half, full, hatched = (inks(each) for each in ("95", "94.9", "84", "60"))
    assert plain < half < full < hatched
