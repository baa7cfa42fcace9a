"""Dialogs, keys, drags and menus of the evidence panel."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDragLeaveEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.progress import Progress
from tests.memory_store import MemoryStore
from tests.ui.evidence_room import OTHER, Room, a_file
from ui.evidence.cite import CiteDialog
from ui.evidence.line_dialog import LineDialog
from ui.evidence.paths import MOST_FILES, all_files

OFFSCREEN = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    found = Room(qtbot, MemoryStore())
    found.attach(a_file(tmp_path, "a.xlsx"), a_file(tmp_path, "b.xlsx"))
    yield found
    found.panel.cancel_all()
    found.rest()
    found.desk.leave()


def dialog_of(room: Room) -> QDialog:
    dialogs = [d for d in room.panel.findChildren(QDialog) if d.isVisible()]
    assert len(dialogs) == 1
    return dialogs[0]


def answer(room: Room, text: str) -> None:
    dialog = dialog_of(room)
    assert isinstance(dialog, LineDialog)
    dialog.field.setText(text)
    room.qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_a_document_gets_another_name_and_keeps_its_suffix(room: Room) -> None:
    room.panel.actions_of.rename(room.panel.model.entries[0])
    answer(room, "Thống kê 2022")
    assert room.names() == ["Thống kê 2022.xlsx", "b.xlsx"]


def test_f2_in_the_list_asks_for_another_name(room: Room) -> None:
    room.panel.list.choose(1)
    room.qtbot.keyClick(room.panel.list, Qt.Key.Key_F2)
    answer(room, "Phụ lục")
    assert room.names() == ["a.xlsx", "Phụ lục.xlsx"]


def test_an_empty_name_is_refused_in_words(room: Room) -> None:
    room.panel.actions_of.rename(room.panel.model.entries[0])
    answer(room, "  ")
    assert [error.sentence for error in room.told] == ["Tên tài liệu không được để trống."]


def test_a_cited_page_shows_in_the_list(room: Room) -> None:
    room.panel.actions_of.cite(room.panel.model.entries[0])
    dialog = dialog_of(room)
    assert isinstance(dialog, CiteDialog)
    dialog.fields["page"].setText("Sheet 2")
    dialog.fields["section"].setText("cột B")
    dialog.go.click()
    assert room.panel.model.entries[0].link.section == "cột B"
    assert room.panel.model.entries[0].page == "Sheet 2"
    assert room.panel.model.entries[0].page_index == 1


def test_a_document_is_linked_by_a_typed_code(room: Room) -> None:
    room.panel.actions_of.link(room.panel.model.entries[0])
    answer(room, "7.2")
    room.desk.choose(OTHER)
    assert room.names() == ["a.xlsx"]
    assert room.panel.model.entries[0].document.name == "a.xlsx"


def test_the_description_opens_from_the_panel(room: Room) -> None:
    room.panel.description.edit_asked.emit()
    dialog = dialog_of(room)
    assert dialog.windowTitle() == "Mô tả tài liệu"
    dialog.reject()


def test_keys_of_the_list_take_away_and_open(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url)
        return False

    monkeypatch.setattr("ui.evidence.actions.QDesktopServices.openUrl", open_url)
    room.panel.list.choose(0)
    room.qtbot.keyClick(room.panel.list, Qt.Key.Key_Return)
    room.rest()
    assert opened
    assert "không có chương trình" in room.told[0].sentence
    room.qtbot.keyClick(room.panel.list, Qt.Key.Key_Down)
    room.qtbot.keyClick(room.panel.list, Qt.Key.Key_Delete)
    assert room.names() == ["a.xlsx"]


@OFFSCREEN
@pytest.mark.parametrize(
    "reason", [QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard]
)
def test_the_right_button_and_the_menu_key_show_the_menu(
    room: Room, reason: QContextMenuEvent.Reason
) -> None:
    room.show(480, 800)
    spot = QPoint(20, 20)
    target = room.panel.list.viewport()
    QApplication.sendEvent(target, QContextMenuEvent(reason, spot, target.mapToGlobal(spot)))
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    assert len(popup.actions()) == 9
    popup.close()


@OFFSCREEN
def test_the_button_of_the_preview_shows_the_menu(room: Room) -> None:
    room.show(480, 800)
    room.panel.preview.more_asked.emit(room.panel.preview)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    popup.close()


def test_a_drag_of_files_is_taken_and_said_and_one_of_words_is_not(
    room: Room, tmp_path: Path
) -> None:
    words, files = QMimeData(), QMimeData()
    words.setText("chữ")
    files.setUrls([QUrl.fromLocalFile(str(a_file(tmp_path, "c.pdf")))])
    accepted = []
    for mime in (words, files):
        event = QDragEnterEvent(
            QPoint(5, 5),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        event.ignore()
        QApplication.sendEvent(room.panel, event)
        accepted.append(event.isAccepted())
    assert accepted == [False, True]
    assert room.panel.notice == "Thả để gắn vào tiêu chí này"
    QApplication.sendEvent(room.panel, QDragLeaveEvent())
    assert room.panel.notice.startswith("Thả tệp hoặc thư mục")


def test_files_and_folders_can_be_browsed_for(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = a_file(tmp_path, "một.xlsx")
    a_file(tmp_path / "thư mục", "hai.xlsx")
    folder = str(tmp_path / "thư mục")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(one)], ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: folder)
    room.panel.browse_files()
    room.panel.browse_folder()
    room.rest()
    assert room.names() == ["a.xlsx", "b.xlsx", "một.xlsx", "hai.xlsx"]


def test_a_copy_is_saved_where_the_user_says(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "ra.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    room.panel.actions_of.save_copy(room.panel.model.entries[0])
    room.rest()
    assert target.read_bytes() == b"a.xlsx"


def test_ctrl_v_pastes_while_the_list_has_the_focus(room: Room, tmp_path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(a_file(tmp_path, "dán.xlsx")))])
    QGuiApplication.clipboard().setMimeData(mime)
    room.show(480, 800)
    room.panel.activateWindow()
    room.panel.list.setFocus()
    room.qtbot.waitUntil(room.panel.list.hasFocus)
    room.qtbot.keyClick(room.panel.list, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    room.qtbot.waitUntil(lambda: "dán.xlsx" in room.names())
    room.rest()


def test_what_failed_can_be_tried_again(room: Room, tmp_path: Path) -> None:
    retries: list[object] = []
    room.desk.failed.connect(lambda _error, retry: retries.append(retry))
    room.attach(tmp_path / "muộn.xlsx")
    a_file(tmp_path, "muộn.xlsx")
    assert callable(retries[0])
    retries[0]()
    room.rest()
    assert "muộn.xlsx" in room.names()


def test_a_folder_of_too_many_files_is_refused_before_anything_is_copied(tmp_path: Path) -> None:
    for number in range(MOST_FILES + 1):
        (tmp_path / f"{number}.pdf").touch()
    with pytest.raises(CchcError, match=r"2\.000"):
        all_files([tmp_path], Progress())
