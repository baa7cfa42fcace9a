from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QGuiApplication, QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from cchc_desktop.commands.marks import Place, SetPoints
from cchc_desktop.commands.sample import sample_command
from cchc_desktop.domain.marks import Round
from cchc_desktop.session import Session
from tests.memory_store import MemoryStore
from tests.ui.screens import grab
from ui.charts.area_chart import AreaChartPanel
from ui.charts.area_rows import AreaRow, as_table
from ui.shared import theme
from ui.shared.desk import Desk

SHEET = "hd2022-tinh"
MOMENT = datetime.fromisoformat("2023-03-01T14:32:05+07:00")


@pytest.fixture
def desk() -> Iterator[Desk]:
    session = Session(MemoryStore(), lambda: MOMENT)
    session.run(sample_command())
    found = Desk(session)
    found.choose("hd2022-7.3")
    yield found
    found.leave()


@pytest.fixture
def panel(qtbot: QtBot, desk: Desk) -> AreaChartPanel:
    found = AreaChartPanel(desk)
    qtbot.addWidget(found)
    found.resize(842, 228)
    found.show()
    QApplication.processEvents()
    return found


def rows_of(panel: AreaChartPanel) -> dict[str, AreaRow]:
    return {row.code: row for row in panel.plot.rows}


def pixel(panel: AreaChartPanel, x: float, row: int) -> QColor:
    image: QImage = panel.plot.grab().toImage()
    return image.pixelColor(round(x), round((row + 0.5) * panel.plot.row_height))


def test_every_area_shows_points_maximum_loss_and_rank(panel: AreaChartPanel) -> None:
    rows = rows_of(panel)
    assert list(rows) == ["1", "2", "3", "4", "5", "6", "7", "8"]
    seven = rows["7"]
    assert (seven.points_shown, seven.maximum_shown) == ("9,304", "/ 13,5")
    assert (seven.lost_shown, seven.rank_shown) == ("−4,196", "55/63")
    assert rows["8"].rank_shown == "–"


def test_bars_share_one_scale_and_end_where_their_maximum_ends(panel: AreaChartPanel) -> None:
    spans = panel.plot.spans()
    rows = panel.plot.rows
    for (_, got, lost), row in zip(spans, rows, strict=True):
        assert row.maximum is not None
        whole = got + lost + 1
        assert whole == pytest.approx(float(row.maximum) * got / float(row.points or 1), abs=2.2)
    starts = {start for start, _, _ in spans}
    assert len(starts) == 1


def test_got_is_solid_where_it_is_said_to_be(panel: AreaChartPanel) -> None:
    for place, (start, got, _) in enumerate(panel.plot.spans()):
        assert pixel(panel, start + got / 2, place).name().upper() == theme.hex_of("got")


def test_a_loss_of_a_hair_is_still_seen(panel: AreaChartPanel) -> None:
    start, got, lost = panel.plot.spans()[2]
    assert lost >= 1.5
    assert pixel(panel, start + got + 1.6, 2) != theme.color("surface")


def test_the_area_of_the_criterion_is_marked_like_its_row(
    panel: AreaChartPanel, desk: Desk, qtbot: QtBot
) -> None:
    assert pixel(panel, 1, 6).name().upper() == theme.hex_of("accent")
    desk.choose("hd2022-3")
    qtbot.waitUntil(lambda: pixel(panel, 1, 2).name().upper() == theme.hex_of("accent"))
    assert pixel(panel, 1, 6) == theme.color("surface")


def test_a_change_moves_the_bars_once_a_turn(
    panel: AreaChartPanel, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    real = panel.plot.redraw

    def redraw() -> None:
        drawn.append("")
        real()

    monkeypatch.setattr(panel.plot, "redraw", redraw)
    place = Place(SHEET, "hd2022-1.9", Round.FIRST)
    for points in ("0.1", "0.2", "0.3"):
        assert desk.run(SetPoints(place, Decimal(points)))
    QApplication.processEvents()
    assert len(drawn) == 1
    assert rows_of(panel)["1"].points == desk.scores["hd2022-1"].points


def test_a_click_goes_to_the_area(panel: AreaChartPanel, desk: Desk, qtbot: QtBot) -> None:
    spot = QPoint(200, round(4.5 * panel.plot.row_height))
    qtbot.mouseClick(panel.plot.target, Qt.MouseButton.LeftButton, pos=spot)
    assert desk.criterion == "hd2022-5"


def test_arrows_go_from_area_to_area(panel: AreaChartPanel, desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClick(panel.plot, Qt.Key.Key_Down)
    assert desk.criterion == "hd2022-8"
    QApplication.processEvents()
    qtbot.keyClick(panel.plot, Qt.Key.Key_Down)
    assert desk.criterion == "hd2022-8"
    qtbot.keyClick(panel.plot, Qt.Key.Key_Up)
    assert desk.criterion == "hd2022-7"


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
def test_hovering_tells_the_numbers(panel: AreaChartPanel) -> None:
    spot = QPoint(200, round(6.5 * panel.plot.row_height))
    event = QHelpEvent(QHelpEvent.Type.ToolTip, spot, panel.plot.target.mapToGlobal(spot))
    QApplication.sendEvent(panel.plot.target, event)
    assert "Được 9,304 trên 13,5 điểm" in QToolTip.text()
    assert "Hạng 55/63" in QToolTip.text()
    QToolTip.hideText()


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
def test_the_right_button_offers_picture_and_data(panel: AreaChartPanel, qtbot: QtBot) -> None:
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, QPoint(5, 5), panel.plot.target.mapToGlobal(QPoint(5, 5))
    )
    with qtbot.waitSignal(panel.plot.menu_asked):
        QApplication.sendEvent(panel.plot.target, event)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.close()
    words = [action.text() for action in panel.menu().actions()]
    assert words == ["Sao chép hình", "Sao chép số liệu"]


def test_the_data_is_copied_as_an_exact_table(panel: AreaChartPanel) -> None:
    panel.menu().actions()[1].trigger()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 9
    assert lines[3].split("\t") == [
        "3",
        "Cải cách thủ tục hành chính",
        "12,976",
        "13",
        "0,024",
        "4/63",
    ]


def test_the_picture_is_copied_with_its_title(panel: AreaChartPanel) -> None:
    panel.menu().actions()[0].trigger()
    assert QGuiApplication.clipboard().image().size() == panel.size()


def test_areas_without_points_say_so() -> None:
    row = AreaRow("a", "1", "Một", maximum=None)
    assert (row.points_shown, row.maximum_shown, row.lost_shown) == ("–", "/ ?", "–")
    assert row.sentence == "1 Một\nChưa có điểm"
    assert AreaRow("a", "1", "Một", is_applicable=False).sentence == "1 Một\nKhông áp dụng"
    assert AreaRow("a", "1", "Một", rank=3).rank_shown == "3"
    assert as_table([row]).splitlines()[1] == "1\tMột\t\t\t\t"


def test_a_chart_without_areas_draws_nothing(panel: AreaChartPanel) -> None:
    panel.plot.show_rows((), "")
    assert panel.plot.spans() == ()
    assert panel.plot.row_at(5) is None
    assert not panel.plot.grab().isNull()


def test_a_hidden_chart_waits_until_it_is_shown(
    panel: AreaChartPanel, desk: Desk, qtbot: QtBot
) -> None:
    before = panel.plot.rows
    panel.hide()
    desk.run(SetPoints(Place(SHEET, "hd2022-1.9", Round.FIRST), Decimal("0.1")))
    QApplication.processEvents()
    assert panel.plot.rows == before
    panel.show()
    qtbot.waitUntil(lambda: panel.plot.rows != before)


@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_chart_can_be_looked_at(panel: AreaChartPanel, look: theme.Name) -> None:
    theme.use(look)
    QApplication.processEvents()
    grab(panel, f"bieu-do-linh-vuc-{look}")
    assert pixel(panel, 1, 6).name().upper() == theme.hex_of("accent")
