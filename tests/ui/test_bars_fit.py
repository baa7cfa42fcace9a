"""Bars show words whole or not at all, however narrow the window is."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.rounds_dossier import rounds_session
from tests.ui.league import league_desk
from tests.ui.people_place import people_desk
from ui.criteria.head import SetHead
from ui.describe.keys import KeyStrip
from ui.evidence.preview_bar import PreviewBar
from ui.marks.form import FormPanel
from ui.marks.form_card import ScoreCard
from ui.shared.desk import Desk
from ui.shared.workplace import WidthClass
from ui.window.head_bar import HeadBar
from ui.window.status_bar import StatusBar

Placer = Callable[[QWidget, int], None]


@pytest.fixture
def placed(qtbot: QtBot) -> Placer:
    """Return what shows a bar within a window, narrower than it wants to be."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1900, 60)
    window.show()

    def place(bar: QWidget, width: int) -> None:
        bar.setParent(window)
        bar.resize(width, bar.sizeHint().height())
        bar.show()
        QApplication.processEvents()

    return place


@pytest.fixture
def bar(qtbot: QtBot, placed: Placer) -> StatusBar:
    """Return the status bar of a dossier with four kinds of open items."""
    found = StatusBar(people_desk())
    placed(found, 1300)
    qtbot.waitUntil(lambda: len(found.open_words) == 4)
    return found


def squeezed(bar: StatusBar) -> list[str]:
    """Return the open items that have less room than they need."""
    QApplication.processEvents()
    shown = [item for item in bar._items if item.isVisible()]
    return [item.text() for item in shown if item.width() < item.sizeHint().width()]


@pytest.mark.parametrize("width", [1300, 1000, 850, 700, 500, 320])
def test_open_items_are_whole_or_give_way_to_the_list_of_all(bar: StatusBar, width: int) -> None:
    bar.resize(width, 28)
    assert squeezed(bar) == []
    assert bar._others.isVisible() is (len(bar.open_words) < 4)
    assert bar._counter.geometry().right() < bar._bar.x() < width


def test_the_name_of_the_set_gives_way_first_and_comes_back(bar: StatusBar) -> None:
    bar.resize(1100, 28)
    assert bar._set.isHidden()
    assert len(bar.open_words) == 4
    bar.resize(1300, 28)
    assert bar._set.isVisible()


def test_what_can_wait_gives_way_before_what_cannot(bar: StatusBar) -> None:
    bar.resize(720, 28)
    assert "12 chưa có người thẩm định" not in bar.open_words
    assert "5 điểm trừ chưa có lý do" in bar.open_words


@pytest.mark.parametrize("width", list(WidthClass))
def test_what_is_chosen_in_the_head_bar_is_read_whole(placed: Placer, width: WidthClass) -> None:
    head = HeadBar(league_desk())
    head.set_width_class(width)
    placed(head, {0: 1049, 1: 1278, 2: 1800}[width])
    QApplication.processEvents()
    assert [combo.words for combo in head.combos] == [c.currentText() for c in head.combos]


def test_a_combo_of_the_head_bar_keeps_its_width_among_the_same_units(placed: Placer) -> None:
    desk = league_desk()
    head = HeadBar(desk)
    placed(head, 1278)
    before = head.combos[1].width()
    desk.switch("s0010", desk.round)
    QApplication.processEvents()
    assert head.combos[1].width() == before


def test_figures_of_the_set_keep_their_captions_in_a_narrow_window(placed: Placer) -> None:
    head = SetHead(league_desk())
    placed(head, 867)
    for width in WidthClass:
        head.set_width_class(width)
        shown = [each.text() for each in head.findChildren(QLabel) if each.isVisible()]
        assert {"Lĩnh vực", "Tiêu chí", "Điểm tối đa"} < set(shown)


@pytest.mark.parametrize("pages", [3, 300])
def test_the_page_is_read_whole_over_a_small_preview(placed: Placer, pages: int) -> None:
    bar = PreviewBar()
    bar.set_tight(is_tight=True)
    bar.show_place(pages - 1, pages, 100, has_many=True)
    placed(bar, 268)
    QApplication.processEvents()
    assert bar._where.width() >= bar._where.sizeHint().width()
    assert bar._full.geometry().right() < 268


def test_the_card_names_the_round_in_short_where_the_whole_name_has_no_room(
    placed: Placer,
) -> None:
    desk = people_desk()
    form = FormPanel(desk, slim=True)
    placed(form, 316)
    band = form.findChild(ScoreCard)
    assert band is not None
    assert band.unit_words == "Tỉnh Hải Dương · Lần 1"
    form.resize(600, 500)
    QApplication.processEvents()
    assert band.unit_words.endswith("Thẩm định lần 1")


@pytest.mark.parametrize("width", [300, 360, 420, 452])
def test_the_keys_of_a_mode_are_read_whole(placed: Placer, width: int) -> None:
    strip = KeyStrip()
    placed(strip, width)
    shown = [each for each in strip.findChildren(QLabel) if each.isVisible()]
    assert len(shown) >= 8
    assert all(each.width() >= each.sizeHint().width() for each in shown)
    assert max(each.mapTo(strip, each.rect().topRight()).x() for each in shown) < width


def test_a_unit_is_read_whole_in_a_narrow_bar_where_the_figures_leave_room(
    placed: Placer,
) -> None:
    head = HeadBar(Desk(rounds_session()))
    head.set_width_class(WidthClass.NARROW)
    placed(head, 911)
    assert head.combos[1].words == "Sở Tài nguyên và MT"
    assert head.combos[0].words == head.combos[0].currentText()
