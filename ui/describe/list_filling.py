"""Asks for a list of documents, reads it off the window's thread, shows what it would fill."""

import operator
from collections.abc import Callable, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from cchc_desktop.domain.document_list import DocumentList, matched
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.evidence import Document
from cchc_desktop.domain.guesses import guesses_of
from cchc_desktop.domain.head_guesses import guesses_from_head
from cchc_desktop.domain.name_guesses import guesses_from_name
from cchc_desktop.exchange.list_child import read_document_list
from cchc_desktop.progress import Progress
from cchc_desktop.wording import describing as words
from cchc_desktop.wording import dossier as dossier_words
from ui.describe.list_dialog import ListDialog
from ui.shared.desk import Desk
from ui.shared.jobs import Job, run_in_slices, run_in_thread
from ui.shared.processes import run_in_process

Asked = tuple[str, str, str]
"""Id of a document, its file name, the text of its first page."""
_TOLD = "danh sách văn bản"  # what its errors are about
_AT_ONCE = 50
_MOST_READ = 8000  # characters of a page


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
            reason = store.read_only_reason
            self._desk.report(
                CchcError(dossier_words.read_only(reason), dossier_words.read_only_hint(reason))
            )
            return
        kinds = "Danh sách văn bản (*.xlsx *.xls *.ods *.xlsm)"
        name, _ = QFileDialog.getOpenFileName(self._window, "Chọn danh sách văn bản", "", kinds)
        if name:
            self.read(Path(name))

    def read(self, path: Path) -> None:
        """Read a list and show what it would fill."""
        if self._job is not None:
            return
        title = words.reading_list(path.name)
        read = run_in_thread(title, read_document_list, path)
        self._follow(read, lambda listed: self._gather(path.name, listed))

    def _follow(self, job: Job, then: Callable[[Any], object]) -> None:
        """Wait for a job, then go on; whoever stops it stops all."""
        self._job = job
        self._desk.follow(job, about=_TOLD)
        job.ended.connect(lambda: self._ended(job))
        job.done.connect(then)

    def _ended(self, job: Job) -> None:
        if self._job is job:
            self._job = None

    def _gather(self, name: str, listed: DocumentList) -> None:
        """Gather the first pages of documents without number, a few at a time."""
        texts, asked = self._desk.session.store.texts, list[Asked]()
        nameless = iter([d for d in self._documents() if not d.number])
        total = operator.length_hint(nameless)

        def step() -> tuple[int, int]:
            for each in islice(nameless, _AT_ONCE):
                page = texts.first_page_of(each.sha256)[:_MOST_READ]
                asked.append((each.id, each.name, page))
            return max(len(asked), 1), max(total, 1)

        job = run_in_slices(words.guessing_numbers(), step)
        self._follow(job, lambda _: self._guess(name, listed, asked))

    def _guess(self, name: str, listed: DocumentList, asked: Sequence[Asked]) -> None:
        """Read numbers from the pages in a process: a thread would take the window's time."""
        job = run_in_process(words.guessing_numbers(), guess_numbers, tuple(asked))
        self._follow(job, lambda guessed: self._show(name, listed, guessed))

    def _documents(self) -> list[Document]:
        return [each for each in self._desk.state.documents.values() if not each.is_binned]

    def _show(self, name: str, listed: DocumentList, guessed: Mapping[str, Sequence[str]]) -> None:
        matches = matched(listed, self._documents(), guessed)
        self.dialog = ListDialog(self._desk, name, listed, matches, self._window)
        self.dialog.finished.connect(self._closed)
        self.dialog.open()

    def _closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None


def guess_numbers(asked: Sequence[Asked], progress: Progress) -> dict[str, list[str]]:
    """Return the numbers that documents without one may have, by their ids."""
    found = {}
    for done, (key, name, page) in enumerate(asked):
        if not done % _AT_ONCE:
            progress.step(done, len(asked))
        guesses = guesses_of(guesses_from_head(page, ()) if page else (), guesses_from_name(name))
        found[key] = [each.text for each in guesses if each.field == "number"]
    return found
