from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPushButton
from pytestqt.qtbot import QtBot

from cchc_desktop.clock import now
from cchc_desktop.commands.marks import Place, SetFigure, SetPoints
from cchc_desktop.domain.cells import SheetCell
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.fields import record_to_json
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.units import Published
from tests.ui import rooms
from tests.ui.rooms import PlainPanel, plain_places, sample_session
from ui.places import bars
from ui.shared.banners import ErrorBar
from ui.shared.desk import Desk
from ui.shared.workplace import WidthClass, width_class
from ui.window.dossier_view import DossierView
from ui.window.figures import rank_words
from ui.window.head_bar import HeadBar
from ui.window.search import hits
from ui.window.status_bar import StatusBar
from ui.window.title import changed_words, recent_of, title_of


@pytest.fixture
def desk() -> Desk:
    return Desk(sample_session())


@pytest.fixture
def view(qtbot: QtBot, desk: Desk) -> DossierView:
    found = DossierView(desk, plain_places(), bars())
    qtbot.addWidget(found)
    found.resize(1366, 690)
    found.show()
    return found


def node(desk: Desk, code: str) -> str:
    found = desk.tree.by_code(code)
    assert found is not None
    return found.id


def test_width_classes_are_those_of_the_design() -> None:
    widths = [width_class(width) for width in (1093, 1199, 1200, 1366, 1600, 1601, 1920)]
    narrow, medium, wide = WidthClass.NARROW, WidthClass.MEDIUM, WidthClass.WIDE
    assert widths == [narrow, narrow, medium, medium, medium, wide, wide]


def test_the_head_bar_says_round_published_and_rank(qtbot: QtBot, desk: Desk) -> None:
    head = HeadBar(desk)
    qtbot.addWidget(head)
    head.set_width_class(WidthClass.WIDE)
    assert head.this_round.text == "Vòng này 83,52 / 100"
    assert head.published.text == "Công bố 83,52 / 100"
    assert head.rank.text == "Hạng 47 / 63 ▼ giảm 28 bậc 2021: 19/63"


def test_an_edit_moves_the_head_bar_at_once(qtbot: QtBot, desk: Desk) -> None:
    head = HeadBar(desk)
    qtbot.addWidget(head)
    place = Place(desk.sheet, node(desk, "7.3"), desk.round)
    desk.run(SetFigure(place, "numerator", Decimal(153273)))
    assert head.this_round.text == "Vòng này 84,09 / 100"


@pytest.mark.parametrize(
    ("change", "words", "tone"),
    [
        (7, "▲ tăng 7 bậc", "oktext"),
        (-28, "▼ giảm 28 bậc", "losttext"),
        (0, "= giữ nguyên", "text2"),
    ],
)
def test_a_rank_says_how_it_moved(change: int, words: str, tone: str) -> None:
    result = Published("1", "s", year=2022, rank=12, of=63, rank_change=change)
    found = rank_words(SheetCell([("published", "1", record_to_json(result))]), 2022)
    assert found is not None
    assert (found.remark, found.tone) == (words, tone)


def test_another_round_is_chosen_in_the_head_bar(qtbot: QtBot, desk: Desk) -> None:
    head = HeadBar(desk)
    qtbot.addWidget(head)
    rounds = head.findChildren(type(head.combos[2]))[2]
    with qtbot.waitSignal(desk.place_switched):
        rounds.setCurrentIndex(1)
        rounds.activated.emit(1)
    assert desk.round is Round.PUBLISHED


def test_search_takes_words_without_accents_and_codes(desk: Desk) -> None:
    assert hits(desk, "truc tuyen toan trinh")[0].criterion == node(desk, "7.3")
    assert hits(desk, "7.3")[0].criterion == node(desk, "7.3")
    assert hits(desk, "khong co gi nhu the") == []
    assert hits(desk, "  ") == []


def test_enter_in_the_search_goes_to_the_first_place(qtbot: QtBot, desk: Desk) -> None:
    head = HeadBar(desk)
    qtbot.addWidget(head)
    QTest.keyClicks(head.search, "toan trinh")
    with qtbot.waitSignal(head.went):
        QTest.keyClick(head.search, Qt.Key.Key_Return)
    assert desk.criterion == node(desk, "7.3")
    qtbot.waitUntil(lambda: head.search.text() == "")


def test_words_that_no_criterion_holds_are_looked_for_everywhere(qtbot: QtBot, desk: Desk) -> None:
    head = HeadBar(desk)
    qtbot.addWidget(head)
    QTest.keyClicks(head.search, "xyz khong co")
    with qtbot.waitSignal(head.search_wanted) as wanted:
        QTest.keyClick(head.search, Qt.Key.Key_Return)
    assert wanted.args == ["xyz khong co"]
    qtbot.waitUntil(lambda: head.search.text() == "xyz khong co")


def test_open_items_stand_side_by_side_at_one_distance(qtbot: QtBot, desk: Desk) -> None:
    bar = StatusBar(desk)
    qtbot.addWidget(bar)
    bar.resize(1400, 28)
    bar.show()
    qtbot.waitUntil(lambda: len(bar.open_words) > 2)
    bar.grab()
    shown = [group for group in bar._groups if group.isVisible()]
    gaps = {b.x() - a.geometry().right() for a, b in pairwise(shown)}
    assert len(gaps) == 1


def test_the_status_bar_counts_what_is_open(qtbot: QtBot, desk: Desk) -> None:
    bar = StatusBar(desk)
    qtbot.addWidget(bar)
    bar.resize(1300, 28)
    qtbot.waitUntil(lambda: len(bar.open_words) > 0)
    assert "5 điểm trừ chưa có lý do" in bar.open_words
    assert "8 thiếu TLKC" in bar.open_words
    assert bar.counter_words == "Đã chấm 21/21"
    assert bar.saved_words.startswith("Đã lưu ")


def test_each_open_item_leads_to_its_criterion(qtbot: QtBot, desk: Desk) -> None:
    bar = StatusBar(desk)
    qtbot.addWidget(bar)
    bar.resize(1300, 28)
    bar.show()
    qtbot.waitUntil(lambda: len(bar.open_words) > 0)
    bar.list_findings()
    menu = bar.menu
    assert menu is not None
    assert len(menu.actions()) == len(bar.found)
    with qtbot.waitSignal(bar.went):
        menu.actions()[0].trigger()
    assert desk.criterion == bar.found[0].criterion
    menu.close()


def test_a_dossier_that_cannot_be_written_says_so(qtbot: QtBot) -> None:
    desk = Desk(sample_session(read_only="Chị Lan đang mở ở máy PC-02."))
    bar = StatusBar(desk)
    qtbot.addWidget(bar)
    assert bar.saved_words == "Chỉ đọc"
    assert "chỉ đọc" in title_of(desk)


def test_the_title_names_file_place_and_last_change(desk: Desk) -> None:
    title = title_of(desk)
    assert title.startswith("Hai-Duong-2022.cchc")
    assert "sửa lần cuối" in title
    assert title.endswith("CCHC Desktop")
    assert changed_words(datetime(2022, 12, 31, 9, 5, tzinfo=UTC)) == "31/12/2022"
    assert changed_words(now() - timedelta(seconds=0)).endswith("hôm nay")


def test_a_dossier_is_remembered_in_words(desk: Desk) -> None:
    recent = recent_of(desk)
    assert recent.line == "Cấp tỉnh 2022  ·  đã chấm 21/21"
    assert recent.points == "83,52 / 100"


def test_the_rail_switches_workplaces_and_makes_them_once(view: DossierView) -> None:
    assert view.workplace("criteria") is None
    view.show_place("criteria")
    made = view.workplace("criteria")
    view.show_place("score")
    view.show_place("criteria")
    assert view.workplace("criteria") is made
    assert view.current == "criteria"


def test_every_part_hears_of_another_width(view: DossierView, qtbot: QtBot) -> None:
    panel = view.workplace("score")
    assert isinstance(panel, PlainPanel)
    assert set(panel.told) == {WidthClass.MEDIUM}
    view.resize(1093, 500)
    assert panel.told[-1:] == [WidthClass.NARROW]
    assert (view.rail.width(), view.head.height(), view.status.height()) == (44, 40, 26)
    view.resize(1700, 900)
    assert panel.told[-1:] == [WidthClass.WIDE]
    assert (view.rail.width(), view.head.height(), view.status.height()) == (88, 56, 28)


def test_an_error_stays_until_a_change_goes_through(view: DossierView, desk: Desk) -> None:
    error = CchcError("Ổ đĩa đã đầy.", "Hãy giải phóng ổ D.")
    error.__cause__ = OSError(28, "No space")
    desk.report(error)
    assert view.error_bar.sentence == "Ổ đĩa đã đầy."
    assert not rooms.status_of(view).saved_words.startswith("Đã lưu")
    desk.run(SetPoints(Place(desk.sheet, node(desk, "1.1"), desk.round), Decimal("0.3")))
    assert view.error_bar.sentence == ""
    assert rooms.status_of(view).saved_words.startswith("Đã lưu")


def test_an_error_about_a_matter_goes_when_that_matter_went_well(
    view: DossierView, desk: Desk
) -> None:
    desk.report(CchcError("Tệp này không phải tệp gốc."), about="a")
    desk.settle("b")
    assert view.error_bar.sentence == "Tệp này không phải tệp gốc."
    desk.settle("a")
    assert view.error_bar.sentence == ""
    desk.report(CchcError("Tệp này không phải tệp gốc."), about="a")
    desk.report(CchcError("Ổ đĩa đã đầy."))
    desk.settle("a")
    assert view.error_bar.sentence == "Ổ đĩa đã đầy."


def test_try_again_does_again_what_failed(qtbot: QtBot) -> None:
    bar = ErrorBar()
    qtbot.addWidget(bar)
    tried: list[str] = []
    bar.show_error(CchcError("Không ghi được."), lambda: tried.append("again"))
    buttons = [b for b in bar.findChildren(QAbstractButton) if b.accessibleName() == "Thử lại"]
    buttons[0].click()
    assert tried == ["again"]
    assert bar.sentence == ""


def test_all_buttons_of_the_chrome_have_names(view: DossierView) -> None:
    buttons = [b for b in view.findChildren(QAbstractButton) if not b.isHidden()]
    assert [b for b in buttons if not b.accessibleName() and not b.text()] == []


def test_in_a_narrow_window_search_and_figures_take_turns(view: DossierView, qtbot: QtBot) -> None:
    view.resize(1093, 560)
    view.head.open_search()
    assert rooms.head_of(view).search.isVisible()
    assert rooms.head_of(view).this_round.isHidden()
    QTest.keyClick(rooms.head_of(view).search, Qt.Key.Key_Escape)
    assert not rooms.head_of(view).search.isVisible()
    assert not rooms.head_of(view).this_round.isHidden()
    assert view.focusWidget() is view.workplace("score")


def test_tab_goes_from_the_work_to_the_status_bar_then_the_head_bar(
    view: DossierView, qtbot: QtBot
) -> None:
    _ = view.status, view.head
    buttons = view.status.findChildren(QAbstractButton)
    qtbot.waitUntil(lambda: any(each.isVisible() for each in buttons))
    late = QPushButton("Muộn", view.workplace("score"))  # as the form is made after the bars
    late.show()
    visited = []
    for _ in range(30):
        focus = view.focusWidget()
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        focus = view.focusWidget()
        parts = (late, view.status, view.head, view.rail)
        visited += [each for each in parts if each is focus or each.isAncestorOf(focus)]
    order = [after for before, after in pairwise([None, *visited]) if after is not before]
    assert order[:4] == [late, view.status, view.head, view.rail]
