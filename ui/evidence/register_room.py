"""What the register of documents asks of this subject: pages, dialogs, files in and out."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from cchc_desktop.clock import Clock, now
from cchc_desktop.commands.documents import AddFile
from cchc_desktop.commands.evidence import Content
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.evidence import Document, DocumentFile, Link
from cchc_desktop.store import Staged
from ui.evidence.actions import DocumentActions
from ui.evidence.describe import DescribeDialog
from ui.evidence.drops import DropCatcher
from ui.evidence.entries import Entry
from ui.evidence.full_preview import FullPreview
from ui.evidence.intake import Batch, Intake
from ui.evidence.pasting import pasted
from ui.evidence.preview import Preview
from ui.evidence.previews import Previews
from ui.evidence.spreading import Spreading
from ui.shared.desk import Desk
from ui.shared.dialogs import show_dialog
from ui.shared.jobs import Job, run_in_thread


class RegisterRoom(QObject):
    """A preview, and actions on documents that need no criterion.

    Args:
        desk: where the documents are.
        window: the widget dialogs lie over.
        clock: where time comes from.
    """

    def __init__(self, desk: Desk, window: QWidget, clock: Clock = now) -> None:
        super().__init__(window)
        self._desk, self._window, self._clock = desk, window, clock
        self._previews = Previews(desk.session.store.vault)
        self.preview = Preview(self._previews)
        self.preview.set_tight(is_tight=True)  # the register has its own menu
        self.preview.full_asked.connect(self._show_full)
        self.actions = DocumentActions(desk, window)
        self.intake = Intake(desk, clock, self)
        self.spreading = Spreading(desk, self.intake, window)
        self._drops = DropCatcher(self)
        self._drops.dropped.connect(self.take)
        self._jobs: set[Job] = set()
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), window)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.paste)
        window.destroyed.connect(self._previews.stop)

    @property
    def is_busy(self) -> bool:
        """Whether files are still being taken in or copied out."""
        return self.spreading.is_busy or self.actions.is_busy or bool(self._jobs)

    def leave(self) -> None:
        """Stop everything and wait; what is entered stays."""
        self.spreading.leave()
        for job in tuple(self._jobs):
            job.wait()
        self.preview.stop()
        self.actions.stop()

    def take(self, paths: Sequence[Path]) -> None:
        """Enter files, and all files of folders, as documents without a criterion.

        Folders that are named by codes, or have such subfolders, are offered to be spread to their
        criteria.
        """
        if any(path.is_dir() for path in paths):
            self.spreading.read(paths, asks_always=False)
            return
        self.intake.take(Batch(tuple(paths), self._desk.sheet, ""))

    def paste(self) -> None:
        """Enter what the clipboard holds: files of the file manager, or a picture."""
        try:
            batch = pasted(self._desk.sheet, "", self._clock)
        except CchcError as error:
            self._desk.report(error)
            return
        self.intake.take(batch)

    def watch_drops(self, widget: QWidget) -> None:
        """Let a widget take files."""
        self._drops.watch(widget)

    def open(self, found: Document | DocumentFile) -> None:
        """Open a read-only copy with the usual program."""
        self.actions.open(_entry(found))

    def save_copy(self, found: Document | DocumentFile) -> None:
        """Ask where, and write a copy."""
        self.actions.save_copy(_entry(found))

    def rename(self, document: Document) -> None:
        """Ask for another file name."""
        self.actions.rename(_entry(document))

    def describe(self, document: Document, link: Link | None) -> None:
        """Ask for number, day, issuer, subject; of a link also for the place in it."""
        dialog = DescribeDialog(self._desk, document, link, self._window)
        show_dialog(dialog)

    def add_file(self, document: Document, path: Path, *, is_newer: bool) -> None:
        """Enter a file as a further file of a document, or as its newer version."""
        vault = self._desk.session.store.vault
        job = run_in_thread(f"Đang thêm tệp {path.name}", vault.stage, path)

        def enter(staged: Staged) -> None:
            content = Content(path.name, staged.sha256, staged.size)
            self._desk.run(AddFile(document.id, content, self._clock(), is_newer=is_newer))

        self._jobs.add(job)
        job.done.connect(enter)
        self._desk.follow(job)
        job.ended.connect(lambda: self._jobs.discard(job))

    def _show_full(self) -> None:
        document = self.preview.document
        if document is not None:
            full = FullPreview(self._previews, document, self.preview.page, self._window)
            full.left.connect(self.preview.go_to)
            full.preview.open_asked.connect(lambda: self.open(document))
            full.showFullScreen()


def _entry(found: Document | DocumentFile) -> Entry:
    if isinstance(found, Document):
        return Entry(_NO_LINK, found)
    content = Document(found.id, found.name, found.sha256, found.size, found.added_at)
    return Entry(_NO_LINK, content)


_NO_LINK = Link("", "", "", "", "")
