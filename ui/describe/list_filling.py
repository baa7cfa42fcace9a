"""Asks for a list of documents, reads it off the window's thread, shows what it would fill."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from cchc_desktop.domain.document_list import DocumentList, matched
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.exchange.list_child import read_document_list
from cchc_desktop.wording import describing as words
from cchc_desktop.wording import dossier as dossier_words
from ui.describe.guesser import guesses_for
from ui.describe.list_dialog import ListDialog
from ui.shared.desk import Desk
from ui.shared.jobs import Job, run_in_thread


class ListFilling(QObject):
    """Fills descriptions from a list that an office's e-document system exported.

    Args:
        desk: the documents.
        window: what the dialog lies over.
    """

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._job: Job | None = None
        self.dialog: ListDialog | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a list is being read."""
        return self._job is not None

    def ask(self) -> None:
        """Ask for the file and go on."""
        store = self._desk.session.store
        if store.is_read_only:
            reason = dossier_words.read_only(store.read_only_reason)
            self._desk.report(CchcError(reason, dossier_words.read_only_hint()))
            return
        kinds = "Danh sách văn bản (*.xlsx *.xls *.ods *.xlsm)"
        name, _ = QFileDialog.getOpenFileName(self._window, "Chọn danh sách văn bản", "", kinds)
        if name:
            self.read(Path(name))

    def read(self, path: Path) -> None:
        """Read a list and show what it would fill."""
        if self._job is not None:
            return
        self._job = run_in_thread(words.reading_list(path.name), read_document_list, path)
        self._job.done.connect(lambda listed: self._show(path.name, listed))
        self._job.failed.connect(self._desk.report)
        self._job.ended.connect(self._ended)

    def _ended(self) -> None:
        self._job = None

    def _show(self, name: str, listed: DocumentList) -> None:
        state = self._desk.state
        documents = [each for each in state.documents.values() if not each.is_binned]
        matches = matched(listed, documents, self._guessed())
        self.dialog = ListDialog(self._desk, name, listed, matches, self._window)
        self.dialog.finished.connect(self._closed)
        self.dialog.open()

    def _closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None

    def _guessed(self) -> dict[str, list[str]]:
        """Return the numbers that documents without one may have."""
        state, texts = self._desk.state, self._desk.session.store.texts
        found: dict[str, list[str]] = {}
        for document in state.documents.values():
            if document.number or document.is_binned:
                continue
            page = next(iter(texts.pages_of(document.sha256)), "")
            guesses = guesses_for(state, document, page)
            found[document.id] = [each.text for each in guesses if each.field == "number"]
        return found
