"""What can be done with one document: open, save a copy, rename, describe, link, take away."""

import stat
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu, QWidget

from cchc_desktop.commands.evidence import (
    DetachDocument,
    LinkDocument,
    RenameDocument,
)
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.evidence import Document
from cchc_desktop.domain.file_kinds import HEAD, is_runnable
from cchc_desktop.domain.text import clean
from cchc_desktop.progress import Progress
from cchc_desktop.store import Vault
from ui.evidence.cite import CiteDialog
from ui.evidence.describe import DescribeDialog
from ui.evidence.entries import Entry
from ui.evidence.line_dialog import LineDialog, Question
from ui.shared.desk import Desk
from ui.shared.dialogs import show_dialog
from ui.shared.icons import icon
from ui.shared.jobs import Job, run_in_thread


class DocumentActions(QObject):
    """Runs the actions; dialogs are asked over the window.

    Args:
        desk: runs the commands.
        window: the widget dialogs lie over.
    """

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._jobs: set[Job] = set()

    @property
    def is_busy(self) -> bool:
        """Whether a copy is still being written."""
        return bool(self._jobs)

    def stop(self) -> None:
        """Wait for copies that are being written and remove temporary files."""
        for job in tuple(self._jobs):
            job.wait()
        if self._folder is not None:
            _make_writable(Path(self._folder.name))
            self._folder.cleanup()
            self._folder = None

    def menu(self, entry: Entry) -> QMenu:
        """Return the menu of a document."""
        menu = QMenu(self._window)
        can_edit = not self._desk.session.store.is_read_only
        self._add(menu, "external", "Mở bằng chương trình khác", lambda: self.open(entry))
        self._add(menu, "file", "Lưu bản sao…", lambda: self.save_copy(entry))
        menu.addSeparator()
        changes: tuple[tuple[str, str, Callable[[], object]], ...] = (
            ("pen", "Mô tả…", lambda: self.describe(entry)),
            ("describe", "Đổi tên…", lambda: self.rename(entry)),
            ("pin", "Trang, mục dẫn chứng…", lambda: self.cite(entry)),
            ("link", "Gắn với tiêu chí khác…", lambda: self.link(entry)),
        )
        for icon_name, words, action in changes:
            self._add(menu, icon_name, words, action, is_enabled=can_edit)
        menu.addSeparator()
        self._add(
            menu, "close", "Gỡ khỏi tiêu chí", lambda: self.detach(entry), is_enabled=can_edit
        )
        return menu

    def show_menu(self, entry: Entry, spot: QPoint) -> None:
        """Show the menu of a document at a place of the screen."""
        menu = self.menu(entry)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(spot)

    def open(self, entry: Entry) -> None:
        """Open a read-only copy with the system's program."""
        self.open_document(entry.document)

    def open_document(self, document: Document) -> None:
        """Open a read-only copy with the system's program."""
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="cchc-", ignore_cleanup_errors=True)
        place = Path(self._folder.name) / document.sha256[:12]
        vault = self._desk.session.store.vault
        job = run_in_thread("Đang mở tài liệu", read_only_copy, vault, document, place)
        self._watch(job, self._open_file)

    def save_copy(self, entry: Entry) -> None:
        """Ask where, and write the document there."""
        target, _ = QFileDialog.getSaveFileName(
            self._window, "Lưu bản sao tài liệu", entry.document.name
        )
        if target:
            self.write_copy(entry, Path(target))

    def write_copy(self, entry: Entry, target: Path) -> None:
        """Write the document to a file."""
        vault = self._desk.session.store.vault
        job = run_in_thread("Đang lưu bản sao", _write_copy, vault, entry.document.sha256, target)
        self._watch(job, lambda _: None)

    def rename(self, entry: Entry) -> None:
        """Ask for another file name."""
        question = Question(
            "Đổi tên tài liệu",
            "Đuôi tệp được giữ nguyên.",
            "Tên tài liệu",
            entry.document.name,
            "Đổi tên",
        )
        self._ask(question, lambda name: self._desk.run(RenameDocument(entry.document.id, name)))

    def describe(self, entry: Entry) -> None:
        """Ask for number, date, issuer, subject, page and note."""
        dialog = DescribeDialog(self._desk, entry.document, entry.link, self._window)
        self._show(dialog)

    def cite(self, entry: Entry) -> None:
        """Ask for the page, the section and the words that prove the criterion."""
        self._show(CiteDialog(self._desk, entry, self._window))

    def link(self, entry: Entry) -> None:
        """Ask for the code of one more criterion."""
        question = Question(
            "Gắn với tiêu chí khác",
            f"Tài liệu {entry.document.title} không bị chép thêm lần nữa.",
            "Mã tiêu chí, ví dụ 7.2",
            "",
            "Gắn",
        )
        self._ask(question, lambda code: self.link_to(entry, code))

    def link_to(self, entry: Entry, code: str) -> bool:
        """Link the document to the criterion with a code; return whether it went through."""
        tree = self._desk.state.tree_of_sheet(entry.link.sheet)
        found = tree.by_code(clean(code).rstrip("."))
        if found is None:
            self._desk.report(
                CchcError(
                    f"Không có tiêu chí nào mang mã “{clean(code)}”.",
                    "Xem cột Mã của bảng chấm điểm.",
                )
            )
            return False
        return self._desk.run(LinkDocument(entry.link.sheet, found.id, entry.document.id))

    def detach(self, entry: Entry) -> None:
        """Take the document from the criterion; undo brings it back."""
        self._desk.run(DetachDocument(entry.link.sheet, entry.link.id))

    def _add(
        self,
        menu: QMenu,
        icon_name: str,
        words: str,
        action: Callable[[], object],
        *,
        is_enabled: bool = True,
    ) -> None:
        added = menu.addAction(icon(icon_name), words)
        added.setEnabled(is_enabled)
        added.triggered.connect(lambda _=False: action())

    def _ask(self, question: Question, then: Callable[[str], object]) -> None:
        dialog = LineDialog(question, self._window)
        dialog.accepted.connect(lambda: then(dialog.text))
        self._show(dialog)

    def _show(self, dialog: QDialog) -> None:
        show_dialog(dialog)

    def _watch(self, job: Job, then: Callable[[Path], object]) -> None:
        self._jobs.add(job)
        job.done.connect(then)
        self._desk.follow(job)
        job.ended.connect(lambda: self._jobs.discard(job))

    def _open_file(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._desk.report(
                CchcError(
                    "Máy này không có chương trình mở loại tệp này.",
                    "Dùng “Lưu bản sao…” rồi mở ở máy khác.",
                )
            )


def read_only_copy(vault: Vault, document: Document, folder: Path, progress: Progress) -> Path:
    """Write a document to a folder as a file that programs open for reading only.

    Raises:
        CchcError: the content is damaged, there is no room, or opening it would run it.
    """
    if is_runnable(document.name, next(vault.chunks(document.sha256), b"")[:HEAD]):
        raise CchcError(
            f"Tệp {document.name} là chương trình, không phải tài liệu, nên không được mở.",
            "Xem lại tệp này lấy từ đâu rồi gỡ khỏi hồ sơ.",
        )
    path = folder / document.name
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        vault.save_copy(document.sha256, path)
        path.chmod(stat.S_IREAD | stat.S_IRGRP)
    progress.step(1, 1)
    return path


def _write_copy(vault: Vault, sha256: str, target: Path, progress: Progress) -> Path:
    vault.save_copy(sha256, target)
    progress.step(1, 1)
    return target


def _make_writable(folder: Path) -> None:
    """Let the system remove what it refuses to remove while it is read-only."""
    for path in folder.rglob("*"):
        with suppress(OSError):
            path.chmod(stat.S_IREAD | stat.S_IWRITE | (stat.S_IEXEC if path.is_dir() else 0))
