"""Jobs in a process of their own: long work harms neither the window nor the dossier.

The function must be importable, its arguments and result frozen values or paths.
"""

import multiprocessing
from collections.abc import Callable
from concurrent import futures  # loads its pools when they are first used
from typing import Any, Protocol

from PySide6.QtCore import QTimer

from cchc_desktop.progress import CancelledError, Progress
from ui.shared.jobs import Job, board

_POLL = 60  # milliseconds between two looks at a process's progress
_CHILD: dict[str, Any] = {}


class _Queue(Protocol):
    """What a process tells its progress through."""

    def empty(self) -> bool: ...

    def get(self) -> tuple[int, int]: ...


class _Stop(Protocol):
    """What tells a process to stop."""

    def is_set(self) -> bool: ...


def run_in_process(title: str, function: Callable[..., Any], *args: object) -> Job:
    """Run a function in a process of its own; return its job.

    Args:
        title: what it does, in words of the job strip.
        function: a module-level function, called with ``args`` and a Progress.
        args: frozen values and paths.
    """
    job = Job(title)
    context = multiprocessing.get_context("spawn")
    queue, stop = context.SimpleQueue(), context.Event()
    executor = futures.ProcessPoolExecutor(
        1, mp_context=context, initializer=_begin, initargs=(queue, stop)
    )
    job.start(executor, executor.submit(_work, function, args), stop.set)
    _poll(job, queue)
    board.add(job)
    return job


def _poll(job: Job, queue: _Queue) -> None:
    timer = QTimer(job)
    timer.setInterval(_POLL)

    def look() -> None:
        newest = None
        while not queue.empty():
            newest = queue.get()
        if newest is not None:
            job.progressed.emit(*newest)

    timer.timeout.connect(look)
    job.ended.connect(timer.stop)
    timer.start()


def _begin(queue: _Queue, stop: _Stop) -> None:
    _CHILD["queue"], _CHILD["stop"] = queue, stop


def _work(function: Callable[..., Any], args: tuple[object, ...]) -> object:
    return function(*args, _child_progress())


def _child_progress() -> Progress:
    queue, stop = _CHILD["queue"], _CHILD["stop"]

    def report(done: int, total: int) -> None:
        if stop.is_set():
            raise CancelledError
        queue.put((done, total))

    return Progress(report)
