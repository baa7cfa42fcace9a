"""Documents out and in from the menu: dialogs, then jobs, then what came of them."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from cchc_desktop.clock import Clock, now
from cchc_desktop.commands.takeout import ImportRegister
from cchc_desktop.domain.evidence_book import Book
from cchc_desktop.domain.takeout import RegisterDraft
from cchc_desktop.domain.text import fold
from cchc_desktop.exchange.evidence_book import MadeBook, Places, left_out, make_book
from cchc_desktop.exchange.evidence_in import (
    CheckedRegister,
    check_register,
    stage_register,
    unplaced,
)
from cchc_desktop.exchange.evidence_out import Exported, export_register
from cchc_desktop.reports.evidence_book import book_cover
from cchc_desktop.reports.summary import Stamp
from cchc_desktop.reports.writers import as_pdf
from cchc_desktop.wording import evidence_book as book_words
from cchc_desktop.wording import takeout as words
from ui.exchange.dialogs import BookDialog, CheckedDialog, DoneDialog, InDialog, OutDialog
from ui.shared.desk import Desk
from ui.shared.jobs import Job, run_in_thread
from ui.shared.paths import documents_folder
from ui.shared.processes import run_in_process

_ZIP, _PDF = ".zip", ".pdf"
_LONGEST = 60
_TOLD = "tài liệu ra vào hồ sơ"  # what its errors are about


class Takeout(QObject):
    """What the menu's three entries do; one of them at a time.

    Args:
        desk: the open dossier.
        view: what shows it; dialogs stand above it.
        clock: where time comes from.
    """

    def __init__(self, desk: Desk, view: QWidget, clock: Clock = now) -> None:
        super().__init__(view)
        self._desk, self._view, self._clock = desk, view, clock
        self._job: Job | None = None
        self._is_left = False
        self._place = Path()

    @property
    def is_busy(self) -> bool:
        """Whether something runs."""
        return self._job is not None

    def leave(self) -> None:
        """Take no more answers; the session is about to close."""
        self._is_left = True

    def give_out(self) -> None:
        """Ask what goes out and where, and begin."""
        if self.is_busy:
            return
        dialog = OutDialog(self._desk, self._view)
        if _agreed(dialog):
            draft, is_zip = dialog.draft, dialog.archive.isChecked()
            place = self._ask_zip() if is_zip else self._ask_folder()
            if place is not None:
                self.export(draft, place)

    def export(self, draft: RegisterDraft, place: Path) -> None:
        """Begin to write documents to a place."""
        vault = self._desk.session.store.vault
        job = run_in_thread("Đang xuất tài liệu", export_register, vault, draft, place)
        self._begin(job, self._exported, lambda: self.export(draft, place))

    def take_in(self) -> None:
        """Ask where exported documents lie, and begin to look at them."""
        if self.is_busy:
            return
        dialog = InDialog(self._view)
        if _agreed(dialog):
            place = self._ask_archive() if dialog.archive.isChecked() else self._ask_exported()
            if place is not None:
                self.check(place)

    def check(self, place: Path) -> None:
        """Begin to look at exported documents; a process of its own reads them."""
        self._place = place
        job = run_in_process("Đang đối chiếu tài liệu", check_register, place)
        self._begin(job, self._looked_at, lambda: self.check(place))

    def make_book(self) -> None:
        """Ask for which area and where, and begin."""
        if self.is_busy or not self._desk.sheet:
            return
        dialog = BookDialog(self._desk, self._view)
        if _agreed(dialog):
            code = self._desk.state.criteria[dialog.book.area].code
            proposed = f"{book_words.file_name(code)}{_PDF}"
            path = self._ask_file("Tập TLKC", proposed, _PDF)
            if path is not None:
                self.bind(dialog.book, path)

    def bind(self, book: Book, path: Path) -> None:
        """Begin to write a book."""
        session, state = self._desk.session, self._desk.state
        printed = Stamp(self._clock(), session.store.head), self._desk.round

        def cover(places: Places) -> bytes:
            standing = {key: (place.first, place.fault.value) for key, place in places.items()}
            return as_pdf(book_cover(state, book, standing, printed))[0]

        vault = session.store.vault
        job = run_in_thread("Đang lập tập TLKC", make_book, vault, book, cover, path)
        self._begin(job, lambda made: self._bound(book, made), lambda: self.bind(book, path))

    def _begin(self, job: Job, then: Callable[[object], None], retry: Callable[[], object]) -> None:
        self._job = job
        job.ended.connect(self._ended)
        job.done.connect(lambda found: self._later(then, found))
        job.failed.connect(
            lambda error: None if self._is_left else self._desk.report(error, retry, _TOLD)
        )
        job.done.connect(lambda _: self._desk.settle(_TOLD))

    def _later(self, then: Callable[[object], None], found: object) -> None:
        """Go on once the job strip knows that the job has ended."""
        QTimer.singleShot(0, self, lambda: None if self._is_left else then(found))

    def _ended(self) -> None:
        if self._job is not None and not self._job.is_running:
            self._job = None

    def _exported(self, found: object) -> None:
        if isinstance(found, Exported):
            sentence = f"{words.exported(found.documents, found.place.name)}."
            self._tell("Đã xuất tài liệu", sentence, found.left_out, found.place)

    def _bound(self, book: Book, found: object) -> None:
        if isinstance(found, MadeBook):
            sentence = book_words.made(found.pages, found.path.name, found.apart)
            self._tell("Đã lập tập TLKC", sentence, left_out(book, found), found.path)

    def _looked_at(self, found: object) -> None:
        """Ask whether to take in what was found, then begin to copy it."""
        if not isinstance(found, CheckedRegister):
            return
        state = self._desk.state
        problems = (*found.problems, *unplaced(state, found))
        here = {document.sha256 for document in state.documents.values()}
        known = sum(1 for document in found.draft.documents if document.sha256 in here)
        if _agreed(CheckedDialog(found, problems, known, self._view)):
            self._stage(found)

    def _stage(self, found: CheckedRegister) -> None:
        vault = self._desk.session.store.vault
        job = run_in_thread("Đang nhập tài liệu", stage_register, vault, self._place, found.draft)
        self._begin(job, self._staged, lambda: self._stage(found))

    def _staged(self, found: object) -> None:
        """Make the documents whose contents are here now, as one step."""
        if not isinstance(found, tuple):
            return
        draft, refused = found
        before = len(self._desk.state.documents), len(self._desk.state.links())
        if not draft.documents or not self._desk.run(ImportRegister(draft)):
            if not draft.documents:
                self._tell("Chưa nhập tài liệu", words.nothing_usable(), refused, None)
            return
        after = len(self._desk.state.documents), len(self._desk.state.links())
        made, linked = after[0] - before[0], after[1] - before[1]
        sentence = f"{words.took_in(len(draft.documents), made, linked)}. Hoàn tác bằng Ctrl+Z."
        self._tell("Đã nhập tài liệu", sentence, refused, None)

    def _tell(
        self, title: str, sentence: str, left_out: tuple[str, ...], place: Path | None
    ) -> None:
        _agreed(DoneDialog((title, sentence), left_out, place, self._view))

    def _proposed(self) -> str:
        stem = self._desk.session.store.path.stem
        plain = "".join(char if char.isalnum() else " " for char in fold(stem))
        name = "-".join(plain.split())[:_LONGEST]
        return f"TLKC-{name}-{self._clock():%Y-%m-%d}"

    def _ask_folder(self) -> Path | None:
        """Ask for the folder in which a new one is made."""
        title, home = "Chọn thư mục để ghi thư mục mới vào", str(documents_folder())
        parent = QFileDialog.getExistingDirectory(self._view, title, home)
        if not parent:
            return None
        name, number = self._proposed(), 1
        while (Path(parent) / name).exists():
            number += 1
            name = f"{self._proposed()}-{number}"
        return Path(parent) / name

    def _ask_zip(self) -> Path | None:
        return self._ask_file("Xuất tài liệu", f"{self._proposed()}{_ZIP}", _ZIP)

    def _ask_file(self, title: str, name: str, suffix: str) -> Path | None:
        proposed = str(documents_folder() / name)
        found, _ = QFileDialog.getSaveFileName(self._view, title, proposed, f"*{suffix}")
        if not found:
            return None
        path = Path(found)
        is_named = path.suffix.lower() == suffix
        return path if is_named else path.with_name(f"{path.name}{suffix}")

    def _ask_exported(self) -> Path | None:
        title, home = "Chọn thư mục đã xuất", str(documents_folder())
        found = QFileDialog.getExistingDirectory(self._view, title, home)
        return Path(found) if found else None

    def _ask_archive(self) -> Path | None:
        title, home = "Chọn tệp zip đã xuất", str(documents_folder())
        found, _ = QFileDialog.getOpenFileName(self._view, title, home, f"*{_ZIP}")
        return Path(found) if found else None


def _agreed(dialog: QDialog) -> bool:
    is_agreed = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return is_agreed
