"""Jobs: plain functions off the UI thread, with progress, cancel and one answer on it.

A function gets its arguments and, last, a ``Progress``. A thread is for short waits on disk only;
slices of the window's own idle time are for work on the state that edits change; other long work
runs in a process (``ui.shared.processes``).
"""

import sys
import traceback
from collections.abc import Callable
from concurrent import futures  # loads its pools when they are first used
from typing import Any

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.progress import CancelledError, Progress


class Job(QObject):
    """One piece of long work; exactly one of ``done``, ``failed``, ``stopped`` comes, once.

    Its signals come in its own thread, never in that of the work: a listener that has gone in
    the meantime would be called after its end.
    """

    progressed = Signal(int, int)  # done, total; total 0 means unknown
    done = Signal(object)  # the result
    failed = Signal(object)  # CchcError
    stopped = Signal()  # cancelled
    ended = Signal()  # after any of the three
    _answered = Signal(object)
    _reported = Signal(int, int)

    def __init__(self, title: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self.clock = QElapsedTimer()
        self.clock.start()
        self.is_running = True
        self._executor: futures.Executor | None = None
        self._cancel: Callable[[], object] = _nothing
        # queued: work that ends at once must not answer before anyone listens
        self._answered.connect(self._answer, Qt.ConnectionType.QueuedConnection)
        self._reported.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._cancel()

    def report(self, done: int, total: int) -> None:
        """Say how far the work is; from any thread."""
        self._reported.emit(done, total)

    def start(
        self,
        executor: futures.Executor | None,
        future: "futures.Future[Any]",
        cancel: Callable[[], object],
    ) -> None:
        """Begin to wait for the work; called once by the functions of this module."""
        self._executor, self._cancel = executor, cancel
        future.add_done_callback(self._answered.emit)

    def wait(self) -> None:
        """Cancel and wait until the work has stopped; the program is about to close."""
        self.cancel()
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=True)

    def _tell(self, done: int, total: int) -> None:
        self.progressed.emit(done, total)

    def _answer(self, future: "futures.Future[Any]") -> None:
        self.is_running = False
        if self._executor is not None:
            self._executor.shutdown(wait=False)
        error = None if future.cancelled() else future.exception()
        if future.cancelled() or isinstance(error, CancelledError):
            self.stopped.emit()
        elif isinstance(error, CchcError):
            self.failed.emit(error)
        elif error is not None:
            self.stopped.emit()
            sys.excepthook(type(error), error, error.__traceback__)
        else:
            self.done.emit(future.result())
        self.ended.emit()


class JobBoard(QObject):
    """All jobs that run; the window shows those that take a while."""

    started = Signal(object)  # Job

    def __init__(self) -> None:
        super().__init__()
        self.running: list[Job] = []

    def add(self, job: Job) -> None:
        """Keep a job until it ends."""
        self.running.append(job)
        job.ended.connect(lambda: self._drop(job))
        self.started.emit(job)

    def stop_all(self) -> None:
        """Cancel every job and wait for it."""
        for job in tuple(self.running):
            job.wait()

    def _drop(self, job: Job) -> None:
        if job in self.running:
            self.running.remove(job)
            job.deleteLater()


board = JobBoard()


def run_in_thread(title: str, function: Callable[..., Any], *args: object) -> Job:
    """Run a function that waits for the disk; return its job.

    Args:
        title: what it does, in words of the job strip.
        function: called with ``args`` and a Progress.
        args: what it works on.
    """
    job = Job(title)
    _begin(job, Progress(job.report), function, args)
    board.add(job)
    return job


def run_beside(function: Callable[..., Any], *args: object) -> Job:
    """Run a function as ``run_in_thread`` does, work so short that nobody is told how far it is.

    Who starts it deletes the job when it has ended.
    """
    job = Job("")
    _begin(job, Progress(), function, args)
    return job


def _begin(
    job: Job, progress: Progress, function: Callable[..., Any], args: tuple[object, ...]
) -> None:
    executor = futures.ThreadPoolExecutor(1, thread_name_prefix="job")
    job.start(executor, executor.submit(_let_go, function, *args, progress), progress.cancel)


def run_in_slices(title: str, step: Callable[[], tuple[int, int]]) -> Job:
    """Call a function of a few milliseconds again and again while the window is idle.

    For work on the very state that edits change, which no other thread may look at.

    Args:
        title: what it does, in words of the job strip.
        step: does a piece; returns how much is done, and of how much. The job ends where they meet.
    """
    job = Job(title)
    future: futures.Future[Any] = futures.Future()
    timer = QTimer(job)
    timer.setInterval(0)

    def go_on() -> None:
        try:
            done, total = step()
        except Exception as error:  # noqa: BLE001  # told as a process's would be
            timer.stop()
            future.set_exception(error)
            return
        job.progressed.emit(done, total)
        if done >= total:
            timer.stop()
            future.set_result(None)

    def cancel() -> None:
        timer.stop()
        future.cancel()

    timer.timeout.connect(go_on)
    job.start(None, future, cancel)
    board.add(job)
    timer.start()
    return job


def _let_go(function: Callable[..., Any], *args: object) -> object:
    """Call a function; what it holds when it fails is closed in its own thread, not with the error.

    A database that was being read can be closed by the thread that opened it only.
    """
    try:
        return function(*args)
    except Exception as error:
        cause: BaseException | None = error
        while cause is not None:
            traceback.clear_frames(cause.__traceback__)
            cause = cause.__cause__ or cause.__context__
        raise


def _nothing() -> None:
    return None
