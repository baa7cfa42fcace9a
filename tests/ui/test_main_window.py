from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cchc_desktop import settings
from cchc_desktop.commands.marks import Place, SetFigure
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.rules.ratio import NUMERATOR
from cchc_desktop.session import Session
from cchc_desktop.settings import Recent
from tests.memory_store import MemoryStore
from tests.ui import rooms
from tests.ui.screens import grab
from ui.main_window import MainWindow
from ui.shared import theme
from ui.shared.jobs import board
from ui.shared.workplace import WidthClass
from ui.window.menus import TABLE
from ui.window.score_layout import VIEWS, ScoreWorkplace


@pytest.fixture
def settings_path(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


@pytest.fixture
def window(qtbot: QtBot, settings_path: Path) -> Iterator[MainWindow]:
    found = MainWindow(rooms.doors(), settings_path)
    qtbot.addWidget(found)
    found.resize(1366, 728)
    found.show()
    yield found
    found.close()
    board.stop_all()
    QApplication.processEvents()


@pytest.fixture
def opened(window: MainWindow, tmp_path: Path) -> MainWindow:
    assert window.open_dossier(tmp_path / "Hai-Duong-2022.cchc")
    return window


def edit(window: MainWindow, value: str) -> None:
    desk = rooms.opened(window).desk
    node = desk.tree.by_code("7.3")
    assert node is not None
    desk.run(SetFigure(Place(desk.sheet, node.id, desk.round), NUMERATOR, Decimal(value)))


def score_place(window: MainWindow) -> ScoreWorkplace:
    place = rooms.opened(window).view.workplace("score")
    assert isinstance(place, ScoreWorkplace)
    return place


def test_the_window_begins_with_the_start_screen(window: MainWindow) -> None:
    assert window.start.isVisible()
    assert window.windowTitle() == "CCHC Desktop  chưa mở hồ sơ"
    assert not window.menus.actions["undo"].isEnabled()
    assert not window.menus.actions["close"].isEnabled()


def test_a_disk_that_is_full_when_a_dossier_is_closed_is_told(
    opened: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> None:
        raise CchcError("Ổ đĩa đã đầy.", "Xóa bớt tệp.")

    monkeypatch.setattr(rooms.opened(opened).desk.session, "close", refuse)
    opened.close_dossier()
    assert opened.start.isVisible()
    assert opened.error_bar.isVisible()


def test_a_disk_that_is_full_while_the_file_rests_stops_nobody(
    opened: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[bool] = []

    def refuse() -> bool:
        tried.append(True)
        raise CchcError("Ổ đĩa đã đầy.", "Xóa bớt tệp.")

    shown = rooms.opened(opened)
    monkeypatch.setattr(shown.desk.session.store, "rest", refuse)
    shown._rest_now()
    assert tried == [True]
    assert not shown._rest.isActive()


def test_every_view_of_the_sheet_stands_in_the_menu(window: MainWindow) -> None:
    assert {key for key, _ in VIEWS} - {"sheet"} <= set(window.menus.actions)


def test_no_menu_is_empty_and_every_entry_does_something(window: MainWindow) -> None:
    assert [title for title, _ in TABLE] == list(window.menus.menus)
    assert window.open_dossier(Path("a.cchc"))
    done = window.acts | rooms.opened(window).acts
    assert {entry.key for _, entries in TABLE for entry in entries if entry is not None} == done
    for menu in window.menus.menus.values():
        assert any(not action.isSeparator() for action in menu.actions())


def test_what_a_dossier_needs_is_loaded_while_the_start_screen_shows(
    qtbot: QtBot, settings_path: Path
) -> None:
    loaded: list[bool] = []
    doors = replace(rooms.doors(), load=lambda: loaded.append(True))
    window = MainWindow(doors, settings_path)
    qtbot.addWidget(window)
    window.prepare()
    qtbot.waitUntil(lambda: not board.running)
    assert loaded == [True]


def test_opening_shows_the_dossier_and_closing_the_start_screen(opened: MainWindow) -> None:
    assert opened.opened is not None
    assert not opened.start.isVisible()
    assert opened.windowTitle().startswith("Hai-Duong-2022.cchc")
    opened.close_dossier()
    assert opened.start.isVisible()
    assert [row.line for row in opened.start.rows] == ["Cấp tỉnh 2022  ·  đã chấm 21/21"]


def test_undo_speaks_the_words_of_the_step(qtbot: QtBot, opened: MainWindow) -> None:
    undo, redo = opened.menus.actions["undo"], opened.menus.actions["redo"]
    edit(opened, "90000")
    qtbot.waitUntil(lambda: undo.text() == "Hoàn tác: nhập số liệu 90.000")
    undo.trigger()
    qtbot.waitUntil(redo.isEnabled)
    assert redo.text() == "Làm lại: nhập số liệu 90.000"
    redo.trigger()
    qtbot.waitUntil(lambda: undo.text() == "Hoàn tác: nhập số liệu 90.000")


def test_a_second_after_the_last_change_the_file_rests(
    qtbot: QtBot, opened: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    rested: list[bool] = []

    def rest(self: MemoryStore) -> bool:
        rested.append(True)
        return True

    monkeypatch.setattr(MemoryStore, "rest", rest)
    edit(opened, "90000")
    assert rested == []
    qtbot.waitUntil(lambda: rested == [True])


def test_losing_the_focus_puts_the_file_to_rest_at_once(
    opened: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    rested: list[bool] = []

    def rest(self: MemoryStore) -> bool:
        rested.append(True)
        return True

    monkeypatch.setattr(MemoryStore, "rest", rest)
    edit(opened, "90000")
    opened.state_changed(Qt.ApplicationState.ApplicationInactive)
    assert rested == [True]


def test_a_dossier_that_cannot_be_opened_says_why(
    qtbot: QtBot, settings_path: Path, tmp_path: Path
) -> None:
    path = tmp_path / "hong.cchc"
    path.write_text("x")
    settings.save(settings_path, settings.Settings(recent=(Recent(str(path), ""),)))

    def refuse(path: Path) -> Session:
        raise CchcError("Tệp này không phải hồ sơ chấm điểm.", "Chọn tệp khác.")

    window = MainWindow(rooms.doors(refuse), settings_path)
    qtbot.addWidget(window)
    assert not window.open_dossier(path)
    assert window.error_bar.sentence == "Tệp này không phải hồ sơ chấm điểm."
    assert "không phải hồ sơ" in window.start.rows[0].line
    board.stop_all()
    QApplication.processEvents()


def test_a_recent_dossier_that_is_gone_says_so(
    qtbot: QtBot, settings_path: Path, tmp_path: Path
) -> None:
    gone = Recent(str(tmp_path / "mat.cchc"), "")
    settings.save(settings_path, settings.Settings(recent=(gone,)))
    window = MainWindow(rooms.doors(), settings_path)
    qtbot.addWidget(window)
    qtbot.waitUntil(lambda: "Không mở được" in window.start.rows[0].line)
    window.start.path_forgotten.emit(gone.path)
    assert window.start.rows == ()
    assert settings.load(settings_path).recent == ()


def test_a_dropped_dossier_opens(window: MainWindow, tmp_path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.cchc"))])
    drop = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    window.dropEvent(drop)
    assert window.opened is not None


def test_a_read_only_dossier_says_who_holds_it(
    qtbot: QtBot, settings_path: Path, tmp_path: Path
) -> None:
    def locked(path: Path) -> Session:
        return rooms.sample_session(path, "Chị Lan đang mở ở máy PC-02.")

    window = MainWindow(rooms.doors(locked), settings_path)
    qtbot.addWidget(window)
    window.open_dossier(tmp_path / "a.cchc")
    assert "Chị Lan" in rooms.opened(window).view.error_bar.sentence
    window.close()


def test_the_choice_of_dark_is_kept(window: MainWindow, settings_path: Path) -> None:
    window.menus.actions["theme.dark"].trigger()
    assert theme.current() == "dark"
    assert settings.load(settings_path).theme == "dark"
    window.choose_theme("system")


def test_the_right_side_can_be_hidden_and_stays_so(opened: MainWindow, settings_path: Path) -> None:
    opened.menus.actions["right"].trigger()
    assert score_place(opened).is_right_hidden
    assert not score_place(opened).form.isVisible()
    assert settings.load(settings_path).is_right_hidden
    opened.menus.actions["right"].trigger()
    assert score_place(opened).form.isVisible()


def test_the_chart_opens_with_its_key_and_by_itself_in_a_wide_window(opened: MainWindow) -> None:
    assert not score_place(opened).is_chart_shown
    opened.menus.actions["chart"].trigger()
    assert score_place(opened).is_chart_shown
    opened.menus.actions["chart"].trigger()
    assert not score_place(opened).is_chart_shown
    opened.resize(1920, 1008)
    assert score_place(opened).is_chart_shown


@pytest.mark.parametrize("width", [1093, 1366, 1920])
def test_form_and_evidence_show_in_every_width(opened: MainWindow, width: int) -> None:
    for passing in (1920, 1093, 1366, width):
        opened.resize(passing, 700)
    place = score_place(opened)
    assert place.tree.isVisible()
    assert place.form.isVisible()
    assert place.evidence.isVisible() is (width >= 1200)
    if width < 1200:
        assert place.evidence.parentWidget() is not None
        assert place.form.isAncestorOf(place.evidence)


def test_panel_sizes_are_kept_for_each_width_and_can_be_reset(
    opened: MainWindow, settings_path: Path
) -> None:
    place = score_place(opened)
    place.layout_moved.emit("medium.across", (600, 400))
    opened.close_dossier()
    assert settings.load(settings_path).layouts == {"medium.across": (600, 400)}
    opened.open_dossier(Path("b.cchc"))
    opened.menus.actions["layout"].trigger()
    assert settings.load(settings_path).layouts is None


@pytest.mark.parametrize("wide", [1093, 1366, 1920])
def test_the_tree_changes_sides_and_stays_there(
    opened: MainWindow, settings_path: Path, wide: int
) -> None:
    def is_left() -> bool:
        opened.resize(wide, 728)
        QApplication.processEvents()
        place = score_place(opened)
        middle = place.form.mapTo(opened, QPoint(0, 0)).x()
        return place.tree.mapTo(opened, QPoint(0, 0)).x() < middle

    assert is_left()
    opened.menus.actions["mirror"].trigger()
    assert not is_left()
    assert score_place(opened).form.layoutDirection() is Qt.LayoutDirection.LeftToRight
    grab(opened, f"doi-ben-{wide}-light")
    opened.close_dossier()
    assert settings.load(settings_path).layouts == {"mirrored": (1,)}
    opened.open_dossier(Path("b.cchc"))
    assert not is_left()
    opened.menus.actions["layout"].trigger()
    assert is_left()


def test_every_workplace_of_the_rail_opens(opened: MainWindow) -> None:
    view = rooms.opened(opened).view
    for key in ("report", "criteria", "score"):
        opened.menus.actions[key].trigger()
        assert view.current == key
    assert view.width_now is WidthClass.MEDIUM


def test_the_rail_stays_in_its_place_under_either_head(opened: MainWindow) -> None:
    view = rooms.opened(opened).view
    head = view.head.height()
    places = {}
    for key in ("report", "criteria", "score", "criteria"):
        view.show_place(key)
        QApplication.processEvents()
        places[key] = view.rail.y()
    assert set(places.values()) == {head}


def test_settings_that_cannot_be_read_are_as_if_never_set(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    assert settings.load(path) == settings.Settings()
    path.write_text("{", encoding="utf-8")
    assert settings.load(path) == settings.Settings()
    path.write_text('{"theme": "pink", "recent": [3, {"path": "a"}], "layouts": {"x": ["y"]}}')
    found = settings.load(path)
    assert (found.theme, found.recent, found.layouts) == ("system", (Recent("a", ""),), {})
    assert not settings.save(tmp_path / "settings.json" / "below.json", found)
    kept = replace(found, theme="dark").with_layout("wide.across", (1, 2, 3))
    assert settings.save(path, kept)
    assert settings.load(path) == kept


def test_the_window_can_be_dragged_through_every_width(opened: MainWindow) -> None:
    view = rooms.opened(opened).view
    seen = []
    for width in (1920, 1601, 1600, 1201, 1199, 900, 1199, 1600, 1920):
        opened.resize(width, 640)
        QApplication.processEvents()
        assert opened.width() == width
        assert opened.minimumSizeHint().width() <= 900
        seen.append(int(view.width_now))
    assert seen == [2, 2, 1, 1, 0, 0, 0, 1, 2]
