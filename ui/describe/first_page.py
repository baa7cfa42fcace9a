"""The text of a document's first page: as the dossier keeps it, else read in a child process."""

from PySide6.QtCore import QObject, Signal

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.evidence import Document
from cchc_desktop.domain.texts import ExtractedText
from cchc_desktop.exchange.extraction import read_content
from cchc_desktop.exchange.text_child import TextChild
from cchc_desktop.progress import Progress
from cchc_desktop.store import Vault
from ui.shared.desk import Desk
from ui.shared.jobs import Job, run_in_thread


class FirstPage(QObject):
    """Finds the text of one document at a time; the newest one that is asked for is read next.

    Args:
        desk: store of texts and contents.
        parent: its owner.
    """

    ready = Signal(str)  # hash of the content whose text is there now

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._child = TextChild()
        self._job: Job | None = None
        self._sha256 = ""  # being read
        self._next: Document | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a text is being read."""
        return self._job is not None

    def text_of(self, document: Document) -> str:
        """Return the text as it is known, "" where there is none; it is read if nobody has."""
        store = self._desk.session.store
        page = store.texts.first_page_of(document.sha256)
        if page:
            return page
        if not store.is_read_only and store.texts.missing([document.sha256]):
            self._next = document
            self._read()
        return ""

    def stop(self) -> None:
        """Give up what is being read and end the child."""
        self._next = None
        if self._job is not None:
            self._child.interrupt()
            self._job.wait()
        self._child.stop()

    def _read(self) -> None:
        if self._job is not None or self._next is None:
            return
        document, self._next = self._next, None
        self._sha256 = document.sha256
        vault = self._desk.session.store.vault
        self._job = run_in_thread("Đang đọc trang 1", _read, vault, document.sha256, self._child)
        self._job.done.connect(self._keep)
        self._job.ended.connect(self._ended)

    def _keep(self, text: ExtractedText) -> None:
        try:
            self._desk.session.store.texts.keep(self._sha256, text)
        except CchcError as error:
            self._desk.report(error)
            return
        self.ready.emit(self._sha256)

    def _ended(self) -> None:
        self._job = None
        self._read()


def _read(vault: Vault, sha256: str, child: TextChild, progress: Progress) -> ExtractedText:
    found = read_content(vault, sha256, child)
    progress.step(1, 1)  # what a cancelled read gives is kept by nobody
    return found
