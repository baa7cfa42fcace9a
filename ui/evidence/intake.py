"""Attaching files: content is staged in a thread, documents are made on the UI thread."""

import tempfile
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, SimpleQueue

from PySide6.QtCore import QElapsedTimer, QObject, Signal

from cchc_desktop.clock import Clock, now
from cchc_desktop.commands.documents import RegisterDocument
from cchc_desktop.commands.evidence import AttachDocument, Content, is_attached
from cchc_desktop.commands.marks import Place, criterion_to_score
from cchc_desktop.commands.taking import Entering, TakeDocuments
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.ids import new_id
from cchc_desktop.domain.marks import Round
from cchc_desktop.progress import Progress
from cchc_desktop.store import Staged, Vault
from cchc_desktop.wording import dossier as dossier_words
from cchc_desktop.wording import evidence as words
from ui.evidence.paths import all_files, told_list
from ui.shared.desk import Desk
from ui.shared.jobs import Job, run_in_thread
from ui.shared.timers import later

_TURN = 8  # milliseconds of one turn of the event loop
_AT_ONCE = 32  # files of one change
_REST = 80  # milliseconds in which staged files gather into one change
Outcome = tuple[Path, Staged | CchcError]


@dataclass(slots=True)
class Batch:
    """Files that were given at one moment, and where they belong.

    Without a criterion they are entered in the register alone. Where ``places`` names criteria of
    files, the paths are those files, and a file that it does not name goes to the register.
    """

    paths: tuple[Path, ...]
    sheet: str
    criterion: str
    folder: "tempfile.TemporaryDirectory[str] | None" = None
    id: str = field(default_factory=new_id)
    outcomes: "SimpleQueue[Outcome]" = field(default_factory=SimpleQueue)
    attached: int = 0
    known: int = 0
    refused: list[tuple[Path, CchcError]] = field(default_factory=list)
    places: Mapping[Path, str] | None = None

    def criterion_of(self, path: Path) -> str:
        """Return the criterion that a file is linked to, "" for the register alone."""
        return self.criterion if self.places is None else self.places.get(path, "")


class Intake(QObject):
    """Takes files in, one after the other; what fails is told once, with the list.

    Args:
        desk: where the documents go.
        clock: where time comes from.
        parent: its owner.
    """

    attached = Signal(str)  # id of the document's hash
    finished = Signal(object)  # Batch

    def __init__(self, desk: Desk, clock: Clock = now, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._clock = desk, clock
        self._waiting: deque[Batch] = deque()
        self._batch: Batch | None = None
        self._job: Job | None = None
        self._is_staged = False
        self._turn = later(self, 0, self._drain)

    @property
    def is_busy(self) -> bool:
        """Whether files are still being taken in."""
        return self._job is not None or bool(self._waiting)

    def refusal(self, sheet: str, criterion: str) -> CchcError | None:
        """Return why nothing can be attached there, None where it can."""
        store = self._desk.session.store
        if store.is_read_only:
            reason = store.read_only_reason
            return CchcError(dossier_words.read_only(reason), dossier_words.read_only_hint(reason))
        if not criterion:
            return None
        try:
            criterion_to_score(self._desk.state, Place(sheet, criterion, Round.SHEET))
        except CchcError as error:
            return error
        return None

    def take(self, batch: Batch) -> None:
        """Begin with a batch, or let it wait for the one before."""
        refusal = self.refusal(batch.sheet, batch.criterion)
        if refusal is not None:
            _clean(batch)
            self._desk.report(refusal)
        elif batch.paths:
            self._waiting.append(batch)
            self._next()

    def cancel_all(self) -> None:
        """Stop and wait; what is attached stays, nothing is half-written."""
        while self._waiting:
            _clean(self._waiting.popleft())
        if self._job is not None:
            self._job.wait()
            while self._settle_next():
                pass

    def _next(self) -> None:
        if self._job is not None or not self._waiting:
            return
        batch = self._waiting.popleft()
        vault = self._desk.session.store.vault
        self._batch, self._is_staged = batch, False
        stage = stage_all if batch.places is None else stage_files
        self._job = run_in_thread(_title(batch), stage, vault, batch.paths, batch.outcomes)
        self._job.progressed.connect(self._wake)
        self._job.failed.connect(self._desk.report)
        self._job.ended.connect(self._ended)

    def _wake(self) -> None:
        if not self._turn.isActive():
            self._turn.start(_REST)

    def _drain(self) -> None:
        """Settle what is staged, a few milliseconds at a time, so that the window stays alive."""
        clock = QElapsedTimer()
        clock.start()
        while self._settle_next():
            if clock.elapsed() >= _TURN:
                self._turn.start(0 if self._is_staged else _REST)
                return
        if self._is_staged:
            self._finish()

    def _settle_next(self) -> bool:
        """Settle what is staged, up to some files as one change; return whether there was any."""
        batch = self._batch
        if batch is None:
            return False
        outcomes = list(_waiting_in(batch.outcomes))
        steps: dict[tuple[str, str], tuple[Path, Entering]] = {}  # by criterion and content
        for path, outcome in outcomes:
            if isinstance(outcome, CchcError):
                batch.refused.append((path, outcome))
                continue
            criterion = batch.criterion_of(path)
            if (criterion, outcome.sha256) in steps:
                batch.known += 1
            elif self._is_linked(batch.sheet, criterion, outcome.sha256):
                batch.known += 1
                self.attached.emit(outcome.sha256)
            else:
                content = Content(path.name, outcome.sha256, outcome.size)
                step = self._step(batch.sheet, criterion, content)
                steps[criterion, outcome.sha256] = path, step
        self._run(batch, tuple(steps.values()))
        return bool(outcomes)

    def _step(self, sheet: str, criterion: str, content: Content) -> Entering:
        if criterion:
            return AttachDocument(sheet, criterion, content, self._clock())
        return RegisterDocument(content, self._clock())

    def _run(self, batch: Batch, steps: Sequence[tuple[Path, Entering]]) -> None:
        """Run steps as one change; where it is refused, each by itself."""
        if not steps:
            return
        command = TakeDocuments(tuple(step for _, step in steps))
        whole = batch.attached + len(steps)
        title = command.title if whole == 1 else words.taken(whole)
        try:
            self._desk.session.run(command, joins=f"attach/{batch.id}", title=title)
        except CchcError as error:
            if len(steps) == 1:
                batch.refused.append((steps[0][0], error))
                return
            for step in steps:
                self._run(batch, [step])
            return
        batch.attached = whole
        self.attached.emit(steps[-1][1].content.sha256)

    def _is_linked(self, sheet: str, criterion: str, sha256: str) -> bool:
        state = self._desk.state
        if not criterion:
            known = state.documents.values()
            return any(each.sha256 == sha256 and not each.is_binned for each in known)
        return is_attached(state, sheet, criterion, sha256)

    def _ended(self) -> None:
        self._is_staged = True
        self._drain()

    def _finish(self) -> None:
        batch, self._batch, self._job, self._is_staged = self._batch, None, None, False
        if batch is not None:
            _clean(batch)
            self._tell_refused(batch)
            self.finished.emit(batch)
        self._next()

    def _tell_refused(self, batch: Batch) -> None:
        if not batch.refused:
            return
        refused = tuple(path for path, _ in batch.refused)
        again = Batch(refused, batch.sheet, batch.criterion, places=batch.places)
        error = batch.refused[0][1]
        count = batch.attached + batch.known + len(batch.refused)
        if count > 1:
            lines = [_named(path, refused.sentence) for path, refused in batch.refused]
            sentence = f"Không thêm được tệp nào trong {count} tệp."
            if len(lines) < count:
                done = "gắn" if batch.criterion else "vào danh mục"
                sentence = (
                    f"Không thêm được {len(lines)} trong {count} tệp; các tệp khác đã {done}."
                )
            error = CchcError(sentence, told_list(lines))
        self._desk.report(error, None if batch.folder is not None else lambda: self.take(again))


def stage_all(
    vault: Vault, paths: Sequence[Path], outcomes: "SimpleQueue[Outcome]", progress: Progress
) -> None:
    """Stage files one after the other; each outcome is put into the queue at once.

    Args:
        vault: where content goes.
        paths: files and folders.
        outcomes: gets a path with what came of it.
        progress: told bytes for one file, files for several.
    """
    stage_files(vault, all_files(paths, progress), outcomes, progress)


def stage_files(
    vault: Vault, files: Sequence[Path], outcomes: "SimpleQueue[Outcome]", progress: Progress
) -> None:
    """Stage files as ``stage_all`` does; folders among them are refused."""
    is_single = len(files) == 1
    for done, path in enumerate(files):
        inner = progress if is_single else _Steps(progress, done, len(files))
        try:
            outcomes.put((path, vault.stage(path, inner)))
        except CchcError as error:
            outcomes.put((path, error))
        except OSError as error:
            refused = CchcError(f"Không đọc được tệp {path.name}.", "Kiểm tra tệp rồi thử lại.")
            refused.__cause__ = error
            outcomes.put((path, refused))
        if not is_single:
            progress.step(done + 1, len(files))


class _Steps(Progress):
    """Progress within one of several files: asks whether to stop, counts files."""

    def __init__(self, outer: Progress, done: int, total: int) -> None:
        super().__init__(lambda _done, _total: outer.step(done, total))


def _waiting_in(outcomes: "SimpleQueue[Outcome]") -> Iterator[Outcome]:
    """Take what waits, but no more than one change holds."""
    with suppress(Empty):
        for _ in range(_AT_ONCE):
            yield outcomes.get_nowait()


def _title(batch: Batch) -> str:
    first = batch.paths[0].name
    if len(batch.paths) == 1:
        if batch.paths[0].is_dir():
            return f"Đang đọc tài liệu kiểm chứng từ {batch.paths[0]}"
        return f"Đang thêm tài liệu: {first}"
    return f"Đang thêm {len(batch.paths)} mục vào tài liệu kiểm chứng"


def _clean(batch: Batch) -> None:
    if batch.folder is not None:
        batch.folder.cleanup()
        batch.folder = None


def _named(path: Path, sentence: str) -> str:
    """A refusal that names its file, once."""
    return sentence if path.name in sentence else f"{path.name}: {sentence}"
