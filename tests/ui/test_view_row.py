"""The row of views shows as many tabs as have room; the others stand in a menu behind them."""

from PySide6.QtWidgets import QLabel, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from ui.shared.view_row import ViewRow

VIEWS = tuple((f"v{n}", f"Chế độ xem {n}") for n in range(1, 9))


def row(qtbot: QtBot, current: str = "v1", width: int = 400) -> ViewRow:
    made = ViewRow(VIEWS, current, (QPushButton("Biểu đồ"),))
    qtbot.addWidget(made)
    made.resize(width, 40)
    made.show()
    return made


def test_all_tabs_show_where_there_is_room(qtbot: QtBot) -> None:
    wide = row(qtbot, width=1600)
    assert wide.hidden_views == []
    assert wide.more.isHidden()


def test_tabs_without_room_stand_in_the_menu_but_never_the_current_one(qtbot: QtBot) -> None:
    narrow = row(qtbot, current="v8")
    assert "v8" not in narrow.hidden_views
    assert narrow.hidden_views[-1] == "v7"
    assert not narrow.more.isHidden()
    right = max(tab.geometry().right() for tab in narrow.tabs.values() if tab.isVisible())
    assert right < narrow.width()
    narrow.resize(1600, 40)
    assert narrow.hidden_views == []


def test_the_menu_leads_to_a_view_without_a_tab(qtbot: QtBot) -> None:
    narrow = row(qtbot)
    narrow.more.click()
    (menu,) = narrow.findChildren(QMenu)
    assert [action.text() for action in menu.actions()][-1] == "Chế độ xem 8"
    with qtbot.waitSignal(narrow.chosen) as chosen:
        menu.actions()[-1].trigger()
    assert chosen.args == ["v8"]
    assert narrow.tabs["v1"].isChecked()


def test_it_can_become_narrow(qtbot: QtBot) -> None:
    assert row(qtbot).minimumSizeHint().width() < 320


def test_words_beside_the_tabs_show_whole_or_not_at_all(qtbot: QtBot) -> None:
    wide = row(qtbot, width=1600)
    wide.say("Đã công bố ngày 12/04/2023")
    (words,) = [each for each in wide.findChildren(QLabel) if each.text() == wide.words]
    assert words.isVisible()
    qtbot.waitUntil(lambda: words.width() >= words.sizeHint().width())
    tabs = sum(tab.width() + 12 for tab in wide.tabs.values())
    wide.resize(tabs + 26 + wide._wide_options() + 60, 40)
    assert not words.isVisible()
    assert wide.words.startswith("Đã công bố")
