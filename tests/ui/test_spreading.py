from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from tests.memory_store import MemoryStore
from tests.ui.evidence_room import LEAF, MOMENT, OTHER, SHEET, Room, a_file
from tests.ui.screens import grab
from ui.evidence.register_room import RegisterRoom
from ui.evidence.spreading import Spreading


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    return Room(qtbot, MemoryStore())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "TLKC 2022"
    for name in (
        "7.3/a.pdf",
        "7.3/b.pdf",
        "7.2 Hồ sơ/quét/c.pdf",
        "7/d.pdf",
        "khác/e.pdf",
        "f.pdf",
    ):
        a_file(root, name)
    a_file(root, "7.2 Hồ sơ/a.pdf", b"7.3/a.pdf")  # as 7.3/a.pdf
    return root


def listed(qtbot: QtBot, spreading: Spreading, root: Path) -> None:
    spreading.read((root,))
    qtbot.waitUntil(lambda: not spreading.is_busy, timeout=30_000)


def linked(room: Room, criterion: str) -> list[str]:
    links = room.session.state.cell(SHEET).links.get(criterion, ())
    return sorted(room.session.state.documents[link.document].name for link in links)


def test_files_are_shown_with_their_criteria_and_taken_in_as_one_step(
    qtbot: QtBot, room: Room, folder: Path
) -> None:
    spreading = Spreading(room.desk, room.panel.intake, room.panel)
    room.panel.resize(1000, 700)
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    listed(qtbot, spreading, folder)
    dialog = spreading.dialog
    assert dialog is not None
    assert dialog.told.startswith("4 trong 7 tệp được gắn")
    grab(dialog, "spread")
    assert not room.session.state.documents
    dialog.go.click()
    room.rest()
    assert (linked(room, LEAF), linked(room, OTHER)) == (["a.pdf", "b.pdf"], ["a.pdf", "c.pdf"])
    assert len(room.session.state.documents) == 6  # one content, two criteria
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before
    room.desk.undo()
    assert not room.session.state.documents


def test_a_folder_refused_in_part_can_be_tried_again(
    qtbot: QtBot, room: Room, folder: Path
) -> None:
    (folder / "7.3" / "b.pdf").write_bytes(b"")
    spreading = Spreading(room.desk, room.panel.intake, room.panel)
    listed(qtbot, spreading, folder)
    assert spreading.dialog is not None
    spreading.dialog.accept()
    room.rest()
    assert "1 trong 7" in room.told[0].sentence


def test_an_empty_folder_is_told(qtbot: QtBot, room: Room, tmp_path: Path) -> None:
    spreading = Spreading(room.desk, room.panel.intake, room.panel)
    listed(qtbot, spreading, tmp_path)
    assert spreading.dialog is None
    assert "không có tệp" in room.told[0].sentence


def test_the_menu_of_a_dossier_to_read_only_tells_why(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: pytest.fail("asked"))
    room.store.read_only_reason = "chỉ đọc"
    Spreading(room.desk, room.panel.intake, room.panel).ask()
    assert room.told


def test_a_folder_dropped_on_the_register_asks_only_where_a_name_has_a_code(
    qtbot: QtBot, room: Room, folder: Path, tmp_path: Path
) -> None:
    register = RegisterRoom(room.desk, room.panel)
    a_file(tmp_path / "quét", "g.pdf")
    register.take([tmp_path / "quét"])
    qtbot.waitUntil(lambda: not register.is_busy, timeout=30_000)
    assert [each.name for each in room.session.state.documents.values()] == ["g.pdf"]
    register.take([folder])
    qtbot.waitUntil(lambda: not register.is_busy, timeout=30_000)
    assert register.spreading.dialog is not None
    register.spreading.dialog.reject()
    assert len(room.session.state.documents) == 1
    register.leave()


def test_folders_that_are_dropped_together_are_spread_by_their_own_names(
    qtbot: QtBot, room: Room, folder: Path
) -> None:
    register = RegisterRoom(room.desk, room.panel)
    register.take(sorted(folder.iterdir()))
    qtbot.waitUntil(lambda: not register.is_busy, timeout=30_000)
    dialog = register.spreading.dialog
    assert dialog is not None
    assert dialog.told.startswith("4 trong 7 tệp được gắn")
    dialog.accept()
    qtbot.waitUntil(lambda: not register.is_busy, timeout=30_000)
    assert (linked(room, LEAF), linked(room, OTHER)) == (["a.pdf", "b.pdf"], ["a.pdf", "c.pdf"])
    assert len(room.session.state.documents) == 6
    register.leave()


def test_a_picture_of_the_clipboard_becomes_a_document_without_a_criterion(
    qtbot: QtBot, room: Room
) -> None:
    register = RegisterRoom(room.desk, room.panel, lambda: MOMENT)
    clipboard = QApplication.clipboard()
    clipboard.setText("chữ")
    register.paste()
    assert "không có ảnh hay tệp" in room.told[0].sentence
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(0)
    clipboard.setImage(image)
    register.paste()
    qtbot.waitUntil(lambda: not register.is_busy, timeout=30_000)
    (document,) = room.session.state.documents.values()
    assert document.name.startswith("Ảnh dán 2023-03-01")
    assert not room.session.state.links()
    clipboard.clear()
    register.leave()
