"""The register: which documents show, what can be done with them, where they lead."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from cchc_desktop.commands.documents import AddFile, BinDocuments
from cchc_desktop.commands.evidence import Content, DescribeDocument
from cchc_desktop.domain.evidence import Document, DocumentFile
from tests.memory_store import MemoryStore
from tests.sample_session import SHEET, fixed_clock, node
from tests.ui.documents_place import ADDED, documents_session
from tests.ui.evidence_room import a_file
from ui.documents.columns import Column
from ui.documents.dialogs import LinkDialog
from ui.documents.empty import EmptyRegister
from ui.documents.ledger import Show
from ui.documents.panel import DocumentsPanel
from ui.documents.parts import DocumentParts
from ui.evidence.preview import Preview
from ui.places import documents_view
from ui.shared.bin_dialog import BinDialog
from ui.shared.desk import Desk
from ui.shared.jobs import board
from ui.window.score_layout import VIEWS


@pytest.fixture
def desk() -> Desk:
    return Desk(documents_session())


@pytest.fixture
def panel(qtbot: QtBot, desk: Desk) -> Iterator[DocumentsPanel]:
    found = documents_view(desk)
    assert isinstance(found, DocumentsPanel)
    qtbot.addWidget(found)
    found.resize(1278, 560)
    found.show()
    found.activateWindow()
    qtbot.waitUntil(found.isActiveWindow)
    found.view.setFocus()
    yield found
    found.leave()
    board.stop_all()


def current_of(panel: DocumentsPanel) -> str:
    entry = panel.view.current
    return entry.document.id if entry is not None else ""


def said(panel: DocumentsPanel, key: str, column: Column) -> str:
    return panel.model.ledger.text(panel.model.ledger.entries[key], column)


def test_every_document_says_once_how_it_stands(panel: DocumentsPanel) -> None:
    states = {key: said(panel, key, Column.STATE) for key in ("d1", "d2", "d3", "broken", "s0000")}
    assert states == {
        "d1": "đủ",
        "d2": "ngoài năm 2022",
        "d3": "còn hiệu lực",
        "broken": "hỏng, không đọc được",
        "s0000": "thiếu 4 mô tả",
    }
    assert said(panel, "s0001", Column.STATE) == "chưa gắn tiêu chí"
    assert (said(panel, "d1", Column.ISSUER), said(panel, "s0000", Column.ISSUER)) == (
        "Bộ Nội vụ",
        "–",
    )
    assert said(panel, "s0001", Column.USES) == "chưa gắn"
    assert said(panel, "d2", Column.USES) == "7.3, 7.2"


def test_chips_count_and_filter(panel: DocumentsPanel) -> None:
    counts = {show: panel.chips[show].accessibleName() for show in Show}
    assert counts[Show.ALL] == "Tất cả 16"
    assert counts[Show.LACKING] == "Thiếu mô tả 13"
    panel.chips[Show.OUT_OF_YEAR].click()
    assert panel.model.keys == ("d2",)
    assert panel.side.entry is not None
    assert panel.side.entry.document.id == "d2"
    panel.go("d1")
    assert panel.model.show is Show.ALL


def test_a_kind_without_documents_says_so(panel: DocumentsPanel) -> None:
    panel.chips[Show.DUPLICATE].click()
    assert panel.model.keys == ()
    assert panel.side.said_empty == "Không có tài liệu nào ở mục “Trùng”."
    panel.chips[Show.ALL].click()
    assert "Chọn một tài liệu" in panel.side.said_empty


def test_the_note_on_an_out_of_year_document_is_in_sight(panel: DocumentsPanel) -> None:
    panel.resize(1278, 648)
    panel.go("d2")
    QApplication.processEvents()
    assert panel.side._facts.verticalScrollBar().maximum() == 0


def test_a_column_sorts_then_falls_then_stands_as_it_came(panel: DocumentsPanel) -> None:
    before = panel.model.keys
    header = panel.view.header()
    header.sectionClicked.emit(Column.DAY)
    assert panel.model.keys[:3] == ("d3", "d1", "d2")
    header.sectionClicked.emit(Column.STATE)
    assert panel.model.keys[0] == "broken"
    header.sectionClicked.emit(Column.STATE)
    assert panel.model.keys[-1] == "broken"
    for column in (Column.USES, Column.NUMBER, Column.NUMBER, Column.NUMBER, Column.ICON):
        header.sectionClicked.emit(column)
    assert panel.model.keys == before


def test_the_code_of_a_criterion_opens_the_cited_page(
    qtbot: QtBot, panel: DocumentsPanel, desk: Desk
) -> None:
    panel.view.go("d2")
    preview = panel.parts.preview
    assert isinstance(preview, Preview)
    qtbot.waitUntil(lambda: preview.where == "Trang 3 / 3", timeout=30_000)
    cited, other = panel.side.uses
    assert cited.place == "tr. 3, mục II.1, “94.385 hồ sơ”"
    other.code.click()
    qtbot.waitUntil(lambda: preview.where == "Trang 1 / 3", timeout=30_000)
    cited.code.click()
    qtbot.waitUntil(lambda: preview.where == "Trang 3 / 3", timeout=30_000)
    with qtbot.waitSignal(panel.criterion_asked) as asked:
        other.criterion_asked.emit()
    assert asked.args == [SHEET, node("7.2")]


def test_a_change_of_a_document_shows_and_the_choice_stays(
    qtbot: QtBot, panel: DocumentsPanel, desk: Desk
) -> None:
    panel.view.go("s0002")
    desk.run(DescribeDocument("s0002", "9/X", date(2022, 1, 1), "Sở", "Báo cáo"))
    qtbot.waitUntil(lambda: said(panel, "s0002", Column.NUMBER) == "9/X")
    panel.refresh()
    assert panel.view.selected == ("s0002",)
    assert panel.chips[Show.LACKING].accessibleName() == "Thiếu mô tả 12"


def is_binned(desk: Desk) -> bool:
    return desk.state.documents["d2"].is_binned


def test_delete_puts_into_the_bin_and_the_bin_gives_back(
    qtbot: QtBot, panel: DocumentsPanel, desk: Desk
) -> None:
    panel.view.go("d2")
    QTest.keyClick(panel.view, Qt.Key.Key_Delete)
    assert is_binned(desk)
    panel.refresh()
    assert "d2" not in panel.model.keys
    panel._open_bin()
    (dialog,) = panel.findChildren(BinDialog)
    assert dialog.model.keys == dialog.table.selected == ("d2",)
    dialog.restore.click()
    assert not is_binned(desk)
    assert not dialog.restore.isEnabled()
    assert not dialog.table.isVisible()
    desk.run(BinDocuments(("d2",), fixed_clock()))
    assert dialog.restore.isEnabled()
    dialog.purge.click()
    assert dialog.asking is not None
    dialog.asking.accept()
    qtbot.waitUntil(lambda: not board.running)
    assert "d2" not in desk.state.documents
    dialog.close()


def test_documents_are_linked_by_several_codes_in_one_step(
    qtbot: QtBot, panel: DocumentsPanel, desk: Desk
) -> None:
    documents = [desk.state.documents[key] for key in ("s0001", "s0002")]
    dialog = LinkDialog(desk, documents, panel)
    for typed, why in (("7.99", "không có"), ("7", "là nhóm"), (" ", "Chưa ghi mã")):
        dialog.field.setText(typed)
        dialog.accept()
        assert why in dialog.refusal.text()
    heard = list[object]()
    desk.changed.connect(heard.append)
    dialog.field.setText("7.3, 1.2. 7.3")
    dialog.accept()
    assert len(heard) == 1
    assert desk.session.undo_title == "gắn 2 tài liệu"
    links = desk.cell.links
    assert {link.document for link in links[node("1.2")]} >= {"s0001", "s0002"}
    assert {link.document for link in links[node("7.3")]} >= {"s0001", "s0002"}
    desk.undo()
    assert {link.document for link in desk.cell.links[node("7.3")]} == {"d2"}


def test_files_enter_the_register_without_a_criterion_and_a_known_one_only_once(
    qtbot: QtBot, panel: DocumentsPanel, desk: Desk, tmp_path: Path
) -> None:
    path = a_file(tmp_path, "Mới.pdf")
    for _ in range(2):
        panel.parts.take([path])
        qtbot.waitUntil(lambda: not board.running)
        qtbot.waitUntil(lambda: any(d.name == "Mới.pdf" for d in desk.state.documents.values()))
    names = [document.name for document in desk.state.documents.values()]
    assert names.count("Mới.pdf") == 1
    assert not any(link.document not in ("d1", "d2", "d3", "broken") and
                   desk.state.documents[link.document].name == "Mới.pdf"
                   for link in desk.state.links())  # fmt: skip


def test_a_newer_version_keeps_the_one_before(
    qtbot: QtBot, panel: DocumentsPanel, desk: Desk, tmp_path: Path
) -> None:
    panel.parts.add_version(desk.state.documents["d1"], a_file(tmp_path, "ban-moi.pdf"))
    qtbot.waitUntil(lambda: desk.state.documents["d1"].name == "ban-moi.pdf")
    panel.parts.add_file(desk.state.documents["d1"], a_file(tmp_path, "phu-luc.xlsx"))
    qtbot.waitUntil(lambda: len(desk.state.files_of("d1")) == 2)
    panel.refresh()
    panel.view.go("d1")
    assert [button.text().strip() for button in panel.side.files] == [
        "d1.pdf   bản trước",
        "phu-luc.xlsx",
    ]


def test_a_further_file_is_taken_off_and_comes_back(
    qtbot: QtBot, panel: DocumentsPanel, desk: Desk, tmp_path: Path
) -> None:
    panel.parts.add_file(desk.state.documents["d1"], a_file(tmp_path, "nham.pdf"))
    qtbot.waitUntil(lambda: len(desk.state.files_of("d1")) == 1)
    panel.refresh()
    panel.view.go("d1")
    (remover,) = panel.side.removers
    assert remover.accessibleName() == "Bỏ tệp nham.pdf khỏi tài liệu (hoàn tác được)"
    remover.click()
    panel.refresh()
    assert (desk.state.files_of("d1"), panel.side.files) == ((), [])
    desk.undo()
    panel.refresh()
    assert [button.text().strip() for button in panel.side.files] == ["nham.pdf"]


def test_what_is_described_one_by_one_is_named(qtbot: QtBot, panel: DocumentsPanel) -> None:
    with qtbot.waitSignal(panel.describing_asked) as asked:
        panel._describe_all.click()
    assert len(asked.args[0]) == 13


def test_a_document_that_a_filter_hides_is_shown_when_it_is_gone_to(panel: DocumentsPanel) -> None:
    panel.show_only(Show.OUT_OF_YEAR)
    panel.go("d1")
    assert (panel.model.show, current_of(panel)) == (Show.ALL, "d1")
    panel.go("d3")
    assert current_of(panel) == "d3"


def test_the_menu_has_every_action_and_only_reading_in_a_read_only_dossier(
    qtbot: QtBot, panel: DocumentsPanel
) -> None:
    panel.view.go("d1")
    names = [action.text().partition("\t")[0] for action in panel.menu().actions()]
    assert [name for name in names if name] == [
        "Mở bằng chương trình khác", "Lưu bản sao…", "Mô tả…", "Mô tả lần lượt",
        "Gắn với tiêu chí…", "Thay bằng bản mới…", "Thêm phụ lục…", "Đổi tên tệp…",
        "Bỏ vào thùng rác",
    ]  # fmt: skip
    store = panel._desk.session.store
    assert isinstance(store, MemoryStore)
    store.read_only_reason = "đĩa chỉ đọc"
    enabled = [a.text() for a in panel.menu().actions() if a.isEnabled() and a.text()]
    assert len(enabled) == 2
    assert panel.side.pen.isEnabled()
    panel.view.go("d2")
    panel.refresh()
    for piece in (panel.side.pen, panel._describe_all, panel._add):
        assert not piece.isEnabled()


def test_keys_of_the_table(
    qtbot: QtBot, panel: DocumentsPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Document | DocumentFile] = []
    panel.parts = _with(panel, open=opened.append)
    panel.view.go("d1")
    QTest.keyClick(panel.view, Qt.Key.Key_Return)
    assert [each.id for each in opened] == ["d1"]
    described: list[tuple[str, str]] = []
    panel.parts = _with(
        panel, describe=lambda document, link: described.append((document.id, link.criterion))
    )
    QTest.keyClick(panel.view, Qt.Key.Key_F2)
    assert described == [("d1", node("1.3"))]
    asked: list[str] = []
    monkeypatch.setattr(
        DocumentsPanel, "_show_dialog", lambda self, d: asked.append(d.windowTitle())
    )
    QTest.keyClick(panel.view, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    panel._open_bin()
    assert asked == ["Gắn với tiêu chí", "Thùng rác"]
    taken: list[object] = []
    panel.parts = _with(panel, take=taken.append)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (["/x/a.pdf"], ""))
    panel.empty.add_asked.emit()
    assert taken == [[Path("/x/a.pdf")]]


def _with(panel: DocumentsPanel, **parts: object) -> DocumentParts:
    return replace(panel.parts, **parts)  # type: ignore[arg-type]


def test_a_dossier_without_documents_says_what_to_do(qtbot: QtBot, desk: Desk) -> None:
    keys = tuple(desk.state.documents)
    desk.run(BinDocuments(keys, ADDED))
    found = documents_view(desk)
    assert isinstance(found, DocumentsPanel)
    qtbot.addWidget(found)
    found.show()
    assert found.empty.isVisible()
    assert not found.view.isVisible()
    found.leave()


def test_the_row_of_views_names_them_all(panel: DocumentsPanel) -> None:
    assert list(panel.row.tabs) == [key for key, _ in VIEWS]


def test_a_content_that_the_check_found_damaged_is_unreadable_here_too(
    panel: DocumentsPanel, desk: Desk
) -> None:
    desk.unsound = frozenset({desk.state.documents["d1"].sha256})
    panel.refresh()
    assert said(panel, "d1", Column.STATE) == "hỏng, không đọc được"
    assert panel.foot.words.startswith("1,5 trên 100 điểm có tài liệu")
    desk.unsound = frozenset()
    panel.refresh()
    assert said(panel, "d1", Column.STATE) == "đủ"


def test_a_document_whose_annex_was_found_damaged_says_which_file_it_is(
    panel: DocumentsPanel, desk: Desk
) -> None:
    annex = Content("phu-luc.pdf", "f" * 64, 5)
    desk.run(AddFile("d1", annex, fixed_clock(), "phụ lục"))
    panel.refresh()
    assert said(panel, "d1", Column.STATE) == "đủ"
    desk.unsound = frozenset({"f" * 64})
    panel.refresh()
    assert said(panel, "d1", Column.STATE) == "tệp kèm hỏng: phu-luc.pdf"
    assert panel.foot.words.startswith("1,5 trên 100 điểm có tài liệu")


def test_an_empty_register_says_its_words_whole_in_a_low_window(qtbot: QtBot) -> None:
    empty = EmptyRegister()
    qtbot.addWidget(empty)
    empty.resize(480, 160)
    empty.show()
    said = [each for each in empty.findChildren(QLabel) if each.wordWrap()]
    assert said
    assert all(each.height() >= each.heightForWidth(each.width()) for each in said)
