from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cchc_desktop.commands.evidence import CitePage, DescribeDocument
from cchc_desktop.commands.sample import sample_command
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.progress import Progress
from cchc_desktop.session import Session
from tests.memory_store import MemoryStore
from tests.ui.evidence_room import LEAF, MOMENT, OTHER, SHEET, Room, a_file
from tests.ui.screens import grab
from ui.evidence.describe import DescribeDialog
from ui.evidence.paths import all_files, told_list
from ui.shared import theme
from ui.shared.labels import ElidedLabel


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[Room]:
    found = Room(qtbot, MemoryStore())
    yield found
    found.vault.gate.clear()
    found.panel.cancel_all()
    found.rest()
    found.desk.leave()


def drop(widget: QWidget, mime: QMimeData) -> bool:
    """Drag over a widget and drop; return whether it was taken."""
    what = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton)
    enter = QDragEnterEvent(QPoint(5, 5), *what, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, enter)
    event = QDropEvent(QPointF(5, 5), *what, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


@pytest.mark.parametrize("where", ["panel", "form"])
def test_files_dropped_on_the_right_side_become_evidence_of_the_criterion(
    room: Room, tmp_path: Path, where: str
) -> None:
    mime = QMimeData()
    widget: QWidget = room.panel
    if where == "form":
        widget = QWidget()
        room.qtbot.addWidget(widget)
        room.panel.accept_drops_of(widget)
    paths = [a_file(tmp_path, "b.pdf"), a_file(tmp_path, "a.xlsx")]
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    assert drop(widget, mime)
    room.rest()
    assert room.names() == ["b.pdf", "a.xlsx"]
    assert room.told == []
    assert [path.read_bytes() for path in paths] == [b"b.pdf", b"a.xlsx"]


def test_one_drop_is_one_step_to_undo(room: Room, tmp_path: Path) -> None:
    room.attach(*(a_file(tmp_path, f"{n}.pdf") for n in range(4)))
    assert len(room.names()) == 4
    room.desk.undo()
    assert room.names() == []
    room.desk.redo()
    assert len(room.names()) == 4


def test_a_folder_gives_all_its_files_but_not_what_systems_leave_about(
    room: Room, tmp_path: Path
) -> None:
    for name in ("Sở/b.pdf", "Sở/a.pdf", "c.png", "Thumbs.db", "~$c.docx", ".an/x.pdf"):
        a_file(tmp_path / "tlkc", name)
    room.attach(tmp_path / "tlkc")
    assert room.names() == ["c.png", "a.pdf", "b.pdf"]


def test_an_empty_folder_is_told_in_words(room: Room, tmp_path: Path) -> None:
    room.attach(tmp_path)
    assert [error.sentence for error in room.told] == ["Thư mục này không có tệp nào."]


def test_files_that_fail_are_told_once_with_the_list_and_the_others_go_on(
    room: Room, tmp_path: Path
) -> None:
    empty = tmp_path / "rỗng.pdf"
    empty.touch()
    room.attach(a_file(tmp_path, "a.pdf"), empty, tmp_path / "mất.pdf", a_file(tmp_path, "z.pdf"))
    assert room.names() == ["a.pdf", "z.pdf"]
    assert len(room.told) == 1
    assert "2 trong 4" in room.told[0].sentence
    assert "rỗng.pdf" in room.told[0].hint
    assert "mất.pdf" in room.told[0].hint


def test_a_single_file_that_fails_is_told_with_its_own_reason(room: Room, tmp_path: Path) -> None:
    room.attach(tmp_path / "mất.pdf")
    assert [error.sentence for error in room.told] == ["Không còn thấy tệp mất.pdf."]


def test_a_full_disk_at_the_last_moment_attaches_nothing(room: Room, tmp_path: Path) -> None:
    room.store.refusal = CchcError("Ổ đĩa đầy.", "Xóa bớt tệp.")
    room.attach(a_file(tmp_path, "a.pdf"))
    room.store.refusal = None
    assert room.names() == []
    assert [error.sentence for error in room.told] == ["Ổ đĩa đầy."]


def test_the_same_content_is_attached_once(room: Room, tmp_path: Path) -> None:
    room.attach(a_file(tmp_path, "a.pdf", b"same"))
    room.attach(a_file(tmp_path, "b.pdf", b"same"))
    assert room.names() == ["a.pdf"]
    assert room.told == []
    assert room.panel.notice == "Tài liệu này đã gắn với tiêu chí."


def test_files_go_to_the_criterion_that_was_chosen_when_they_were_dropped(
    room: Room, tmp_path: Path
) -> None:
    path = a_file(tmp_path, "a.pdf")
    room.vault.gate.append(path)
    room.panel.accept_paths([path])
    room.desk.choose(OTHER)
    room.panel.accept_paths([a_file(tmp_path, "b.pdf")])
    room.vault.gate.clear()
    room.rest()
    assert room.names() == ["b.pdf"]
    room.desk.choose(LEAF)
    assert room.names() == ["a.pdf"]


def test_cancel_keeps_what_is_attached_and_nothing_half(room: Room, tmp_path: Path) -> None:
    paths = [a_file(tmp_path, f"{n}.pdf") for n in range(3)]
    room.vault.gate.append(paths[1])
    room.panel.accept_paths(paths)
    room.qtbot.waitUntil(lambda: room.names() == ["0.pdf"])
    assert room.panel.is_busy
    room.panel.cancel_all()
    room.rest()
    assert room.names() == ["0.pdf"]
    assert len(room.session.state.documents) == 1
    assert room.told == []


def test_a_branch_refuses_documents_in_words(room: Room, tmp_path: Path) -> None:
    room.desk.choose("hd2022-7")
    assert "tiêu chí con" in room.panel.empty.words
    room.attach(a_file(tmp_path, "a.pdf"))
    assert len(room.told) == 1
    assert room.session.state.documents == {}


def test_a_read_only_dossier_refuses_documents_in_words(qtbot: QtBot, tmp_path: Path) -> None:
    store = MemoryStore()
    Session(store, lambda: MOMENT).run(sample_command())
    store.read_only_reason = "Bà An đang mở hồ sơ này."
    found = Room(qtbot, store)
    found.attach(a_file(tmp_path, "a.pdf"))
    assert "Bà An" in found.told[0].sentence
    assert "Bà An" in found.panel.empty.words
    found.panel.cancel_all()


def test_a_picture_of_the_clipboard_becomes_a_png_named_by_the_time(room: Room) -> None:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("#1B4F91"))
    QGuiApplication.clipboard().setImage(image)
    room.panel.paste()
    room.rest()
    assert room.names() == ["Ảnh dán 2023-03-01 14.32.05.png"]
    document = room.panel.model.entries[0].document
    body = b"".join(room.vault.chunks(document.sha256))
    assert QImage.fromData(body).size() == image.size()


def test_files_copied_in_the_file_manager_can_be_pasted(room: Room, tmp_path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(a_file(tmp_path, "a.pdf")))])
    QGuiApplication.clipboard().setMimeData(mime)
    room.panel.paste()
    room.rest()
    assert room.names() == ["a.pdf"]


def test_pasting_nothing_says_so(room: Room) -> None:
    QGuiApplication.clipboard().setText("chữ")
    room.panel.paste()
    assert "không có ảnh hay tệp" in room.told[0].sentence


def describing(room: Room) -> DescribeDialog:
    entry = room.panel.model.entries[0]
    return DescribeDialog(room.desk, entry.document, entry.link, room.panel)


def test_the_buttons_of_a_description_stay_in_a_low_window(room: Room, tmp_path: Path) -> None:
    room.attach(a_file(tmp_path, "a.pdf"))
    room.panel.resize(560, 900)
    whole = describing(room)
    room.panel.resize(560, 400)
    low = describing(room)
    assert low.height() < 400
    assert whole.height() > low.height()
    last = whole.fields["excerpt"]
    whole.show()
    assert whole.rect().contains(last.mapTo(whole, last.rect().bottomRight()))
    assert not last.visibleRegion().isEmpty()
    whole.reject()


def test_a_description_is_one_step_and_shows_in_the_list(room: Room, tmp_path: Path) -> None:
    room.attach(a_file(tmp_path, "a.pdf"))
    assert room.panel.model.entries[0].subject == "chưa có số, ký hiệu"
    dialog = describing(room)
    for name, words in (
        ("number", "55/TB-VPCP"),
        ("issued_on", "24.2.2023"),
        ("subject", "Thông báo"),
        ("type_name", "Thông báo"),
        ("page", "3"),
        ("section", "mục II"),
        ("excerpt", "94.385 hồ sơ"),
    ):
        dialog.fields[name].setText(words)
    dialog.accept()
    entry = room.panel.model.entries[0]
    assert (entry.document.title, entry.subject) == ("55/TB-VPCP", "Thông báo")
    assert (entry.issued, entry.page, entry.page_index) == ("24/02/2023", "tr. 3", 2)
    assert (entry.link.section, entry.link.excerpt) == ("mục II", "94.385 hồ sơ")
    assert entry.document.type_name == "Thông báo"
    room.desk.undo()
    assert room.names() == ["a.pdf"]
    assert room.panel.model.entries[0].page == ""


def test_a_date_that_is_none_keeps_the_dialog_open_and_says_why(room: Room, tmp_path: Path) -> None:
    room.attach(a_file(tmp_path, "a.pdf"))
    dialog = describing(room)
    dialog.fields["issued_on"].setText("31/02/2023")
    dialog.accept()
    assert "31/02/2023" in dialog.reason
    assert room.panel.model.entries[0].document.issued_on is None
    dialog.reject()


def test_a_document_says_from_when_to_when_it_is_in_force(room: Room, tmp_path: Path) -> None:
    room.attach(a_file(tmp_path, "a.pdf"))
    dialog = describing(room)
    for name, words in (
        ("issued_on", "24/02/2023"),
        ("valid_from", "01/03/2023"),
        ("valid_until", "28/02/2023"),
    ):
        dialog.fields[name].setText(words)
    dialog.accept()
    assert "Hiệu lực đến 28/02/2023" in dialog.reason
    dialog.fields["valid_until"].setText("31/12/2024")
    grab(dialog, "tlkc-mo-ta")
    dialog.accept()
    document = room.panel.model.entries[0].document
    assert (document.valid_from, document.valid_until) == (date(2023, 3, 1), date(2024, 12, 31))
    values = [value.text() for value in room.panel.description.findChildren(ElidedLabel)]
    assert "24/02/2023, hiệu lực 01/03/2023 – 31/12/2024" in values


def test_taking_a_document_away_can_be_undone(room: Room, tmp_path: Path) -> None:
    room.attach(a_file(tmp_path, "a.pdf"))
    room.panel.list.removed.emit()
    assert room.names() == []
    room.desk.undo()
    assert room.names() == ["a.pdf"]


def test_a_document_serves_another_criterion_by_its_code(room: Room, tmp_path: Path) -> None:
    room.attach(a_file(tmp_path, "a.pdf"))
    entry = room.panel.model.entries[0]
    assert not room.panel.actions_of.link_to(entry, "99.9")
    assert "99.9" in room.told[0].sentence
    assert room.panel.actions_of.link_to(entry, " 7.2 ")
    room.desk.choose(OTHER)
    assert room.names() == ["a.pdf"]


def test_the_usual_program_gets_a_read_only_copy(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []

    def open_url(url: QUrl) -> bool:
        opened.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr("ui.evidence.actions.QDesktopServices.openUrl", open_url)
    room.attach(a_file(tmp_path, "a.pdf", b"body"))
    room.panel.list.opened.emit()
    room.rest()
    assert opened[0].name == "a.pdf"
    assert opened[0].read_bytes() == b"body"
    assert not opened[0].stat().st_mode & 0o222
    room.panel.cancel_all()
    assert not opened[0].exists()


def test_the_menu_of_a_document_has_every_action(room: Room, tmp_path: Path) -> None:
    room.attach(a_file(tmp_path, "a.pdf"))
    menu = room.panel.actions_of.menu(room.panel.model.entries[0])
    words = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert words == [
        "Mở bằng chương trình khác",
        "Lưu bản sao…",
        "Mô tả…",
        "Đổi tên…",
        "Trang, mục dẫn chứng…",
        "Gắn với tiêu chí khác…",
        "Gỡ khỏi tiêu chí",
    ]


def test_the_choice_stays_while_documents_come_and_go(room: Room, tmp_path: Path) -> None:
    room.attach(*(a_file(tmp_path, f"{n}.xlsx") for n in range(3)))
    room.panel.list.choose(1)
    link = room.panel.model.entries[0].link
    room.panel.list.choose(0)
    room.panel.actions_of.detach(room.panel.model.entries[0])
    room.panel.list.choose(1)
    room.desk.undo()
    assert room.panel.list.entry is not None
    assert room.panel.list.entry.document.name == "2.xlsx"
    assert link.id in {entry.link.id for entry in room.panel.model.entries}


def test_the_flat_panel_shows_exactly_three_rows(room: Room, tmp_path: Path) -> None:
    room.attach(*(a_file(tmp_path, f"{n}.xlsx") for n in range(3)))
    room.panel.set_mode("flat")
    room.show(574, 172)
    assert room.panel.list.viewport().height() == 132
    assert room.panel.preview.width() == 268
    assert not room.panel.list.verticalScrollBar().isVisible()


def test_a_long_list_of_failures_is_cut() -> None:
    assert told_list(["a"] * 7) == "a\na\na\na\na\nvà 2 tệp khác."
    assert told_list(["a", "b"]) == "a\nb"


def test_a_file_named_twice_is_taken_once(tmp_path: Path) -> None:
    path = a_file(tmp_path, "a.pdf")
    assert all_files([path, path, tmp_path], Progress()) == (path,)


@pytest.mark.parametrize("look", ["light", "dark"])
def test_every_layout_can_be_looked_at(room: Room, tmp_path: Path, look: theme.Name) -> None:
    theme.use(look)
    room.attach(*(a_file(tmp_path, name) for name in ("tb.docx", "cv.docx", "Thống kê.xlsx")))
    first = room.panel.model.entries[0]
    room.desk.run(
        DescribeDocument(
            first.document.id,
            "55/TB-VPCP",
            date(2023, 2, 24),
            "Văn phòng Chính phủ",
            "Thông báo của Văn phòng Chính phủ",
        )
    )
    room.desk.run(CitePage(SHEET, first.link.id, "3"))
    for mode, wide, high in (("tall", 480, 900), ("flat", 574, 172), ("tab", 459, 430)):
        room.panel.set_mode(mode)  # type: ignore[arg-type]  # one of the three
        room.show(wide, high)
        grab(room.panel, f"tlkc-{mode}-{look}")
    room.desk.choose("hd2022-1.2")
    room.panel.set_mode("tall")
    room.show(480, 400)
    grab(room.panel, f"tlkc-trong-{look}")
    room.panel.set_mode("flat")
    room.show(574, 172)
    grab(room.panel, f"tlkc-trong-thap-{look}")
    assert not room.panel.empty.isHidden()
