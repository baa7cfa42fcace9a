"""The text of documents is read in the background, so that a search finds them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.texts import ExtractedText
from cchc_desktop.exchange.extraction import contents_of, read_content
from cchc_desktop.exchange.text_child import TextChild
from cchc_desktop.progress import Progress
from cchc_desktop.session import Changed
from cchc_desktop.store import Vault
from ui.shared.desk import Desk
from ui.shared.jobs import Job, run_in_thread
from ui.shared.timers import later

_TITLE = "Đang đọc chữ trong tài liệu để tìm kiếm"
_PATIENCE = 1500  # milliseconds without a new document until reading begins
_TABLES = frozenset({"document", "document_file"})
Tell = Callable[[str, ExtractedText], object]


class Reading(QObject):
    """Reads what nobody has read yet: at opening, and after new documents; a child of the desk.

    What was read stands in the dossier at once, so a program that ends goes on where it was.

    Args:
        desk: the desk.
    """

    _read = Signal(str, object)  # hash, ExtractedText; from the thread to the window

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._job: Job | None = None
        self._child: TextChild | None = None
        self._is_stopped = desk.session.store.is_read_only
        self._soon = later(self, _PATIENCE, self._begin)
        self._read.connect(self._keep)
        desk.changed.connect(self._changed)
        desk.faults_found.connect(self._look_again)
        self._soon.start()

    @property
    def is_busy(self) -> bool:
        """Whether something is being read or waits for it."""
        return self._job is not None or self._soon.isActive()

    def stop(self) -> None:
        """Stop for good; the rest is read at the next opening."""
        self._is_stopped = True
        self._soon.stop()
        if self._child is not None:
            self._child.interrupt()
        if self._job is not None:
            self._job.wait()

    def _changed(self, event: Changed) -> None:
        if any(change.table in _TABLES for change in event.changes.changes):
            self._soon.start()

    def _look_again(self) -> None:
        """What was mended is read anew."""
        if not self._is_stopped:
            self._soon.start()

    def _begin(self) -> None:
        if self._is_stopped or self._job is not None:
            return
        session = self._desk.session
        waiting = session.store.texts.missing(contents_of(session.state))
        if waiting:
            self._child = TextChild()
            self._job = run_in_thread(
                _TITLE, read_all, session.store.vault, waiting, self._child, self._read.emit
            )
            self._job.stopped.connect(self._give_up)
            self._job.failed.connect(self._tell)
            self._job.ended.connect(self._end)

    def _keep(self, sha256: str, text: ExtractedText) -> None:
        if self._is_stopped:
            return
        try:
            self._desk.session.store.texts.keep(sha256, text)
        except CchcError as error:
            self._give_up()
            self._desk.failed.emit(error, self._soon.start)

    def _tell(self, error: CchcError) -> None:
        self._desk.failed.emit(error, self._soon.start)

    def _give_up(self) -> None:
        """Leave the rest to the next document or opening."""
        if self._job is not None:
            self._job.cancel()

    def _end(self) -> None:
        self._job, self._child = None, None


def read_all(
    vault: Vault, waiting: Sequence[str], child: TextChild, tell: Tell, progress: Progress
) -> None:
    """Read contents one after the other; runs in a thread.

    Args:
        vault: the dossier's contents.
        waiting: hashes of contents.
        child: who reads.
        tell: gets each hash and its text.
        progress: told after each; stops the work.
    """
    try:
        for done, sha256 in enumerate(waiting):
            progress.step(done, len(waiting))
            text = read_content(vault, sha256, child)
            progress.step(done, len(waiting))  # a child that was killed says nothing of the file
            tell(sha256, text)
        progress.step(len(waiting), len(waiting))
    finally:
        child.stop()
